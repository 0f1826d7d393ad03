"""The note as it will stand: the sentences of the draft, as the adviser left them, and the adviser's own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from budgetdesk.casework.meeting import Edit, Meeting
from budgetdesk.casework.note_topics import Heading
from budgetdesk.wording.note_words import HEADINGS
from budgetdesk.wording.notes import Draft

WORDS = "words:"
"""Before the name of a heading: the key of what was written there by hand."""


@dataclass(frozen=True, kw_only=True)
class NoteLine:
    """One sentence beside the editor."""

    key: str
    heading: Heading
    text: str
    """As it will stand."""
    facts: str = ""
    """As the facts give it; "" where they no longer do, and only what was typed is left."""
    sources: tuple[str, ...] = ()
    gone: bool = False
    edited: bool = False
    stale: bool = False
    """Typed by hand, and the facts have given another sentence since."""


def note_lines(draft: Draft, meeting: Meeting) -> tuple[NoteLine, ...]:
    """Every sentence in its order, as the adviser left it. What was typed into a sentence that is no longer drafted
    stays, at the end of its heading: nothing typed is lost."""
    lines = []
    keys = {one.key for one in draft.sentences}
    for heading in Heading:
        for one in draft.under(heading):
            edit = meeting.edit(one.key) or Edit(key=one.key)
            lines.append(
                NoteLine(
                    key=one.key,
                    heading=heading,
                    text=edit.text or one.text,
                    facts=one.text,
                    sources=one.sources,
                    gone=edit.gone,
                    edited=bool(edit.text),
                    stale=bool(edit.text) and edit.facts != one.text,
                )
            )
        lines += [
            NoteLine(key=edit.key, heading=heading, text=edit.text, gone=edit.gone, edited=True)
            for edit in meeting.edits
            if edit.text and edit.heading == heading and edit.key not in keys and not edit.key.startswith(WORDS)
        ]
    return tuple(lines)


def own_words(meeting: Meeting) -> Mapping[Heading, str]:
    """What was written by hand under each heading."""
    found = {heading: meeting.edit(f"{WORDS}{heading}") for heading in Heading}
    return {heading: edit.text for heading, edit in found.items() if edit is not None and edit.text.strip()}


def note_text(lines: Iterable[NoteLine], words: Mapping[Heading, str]) -> str:
    """The text of the note: each heading on a line of its own, then its sentences; headings without any are left
    out."""
    kept = [one for one in lines if not one.gone and one.text.strip()]
    parts = []
    for heading in Heading:
        under = [*(one.text.strip() for one in kept if one.heading is heading), words.get(heading, "").strip()]
        said = [one for one in under if one]
        if said:
            parts.append("\n".join([HEADINGS[heading], *said]))
    return "\n\n".join(parts)


def paragraphs(text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """A note taken apart again: heading ("" for what stands before the first), and the lines under it."""
    titles = {*HEADINGS.values()}
    found: list[tuple[str, list[str]]] = [("", [])]
    for line in text.splitlines():
        if line.strip() in titles:
            found.append((line.strip(), []))
        elif line.strip():
            found[-1][1].append(line.strip())
    return tuple((heading, tuple(lines)) for heading, lines in found if heading or lines)
