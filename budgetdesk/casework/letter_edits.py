"""What somebody has changed in a letter: kept as text beside the case, part by part, so that the parts nobody has
touched still follow the facts.

A part is a paragraph by its id, or one of `to`, `reference` and `subject`. A part that was emptied is left out of the
letter. The text the facts gave when it was changed is kept with it: where they now give another, that is said.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

DRAFTS = "letters."
"""Before the name of a letter: where its changes lie among the drafts of a case (`Desk.set_draft`)."""
OWN = "own"
"""The part that stands in no template: a paragraph of one's own, before the last ones."""


@dataclass(frozen=True)
class Changed:
    """One part as somebody wrote it, and what the facts gave at that time."""

    text: str
    was: str = ""


@dataclass(frozen=True, kw_only=True)
class Edits:
    """Everything changed in one letter. `chosen`: what is asked for, where the letter offers a choice; None = nobody
    has chosen, the template's own."""

    parts: Mapping[str, Changed] = field(default_factory=dict)
    chosen: tuple[str, ...] | None = None

    @property
    def empty(self) -> bool:
        """Whether the letter is as the facts give it."""
        return not self.parts and self.chosen is None


def draft_path(letter: str) -> str:
    """Where the changes of a letter (`brev_henstand:d1`) lie among the drafts."""
    return f"{DRAFTS}{letter}"


def with_part(edits: Edits, part: str, text: str, facts: str) -> Edits:
    """A part written anew; the same as the facts give is no change."""
    others = {name: changed for name, changed in edits.parts.items() if name != part}
    if text.strip() == facts.strip():
        return replace(edits, parts=others)
    before = edits.parts.get(part)
    was = before.was if before is not None and before.text == text else facts
    return replace(edits, parts={**others, part: Changed(text, was)})


def to_text(edits: Edits) -> str:
    """As it is kept."""
    parts = {name: {"text": changed.text, "was": changed.was} for name, changed in edits.parts.items()}
    kept: dict[str, Any] = {"parts": parts}
    if edits.chosen is not None:
        kept["chosen"] = list(edits.chosen)
    return json.dumps(kept, ensure_ascii=False)


def from_text(kept: str) -> Edits:
    """What was kept; anything that is not ours counts as nothing changed, never as an error: a letter can always be
    made from the facts."""
    try:
        found = json.loads(kept) if kept else {}
        parts = {str(name): Changed(str(one["text"]), str(one.get("was", ""))) for name, one in found["parts"].items()}
        chosen = found.get("chosen")
        return Edits(parts=parts, chosen=None if chosen is None else tuple(str(key) for key in chosen))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Edits()
