"""A receipt that is half typed, as it stands in the form: kept with the case as one draft, until it is saved or thrown
away. So a crash costs at most the last second of it, as everywhere else."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from budgetdesk.actions.desk import Desk

PATH = "spending.receipts.half_typed"
"""Where it lies among the drafts of the case."""


@dataclass(frozen=True, kw_only=True)
class HalfTyped:
    """The texts of the fields, whatever they are; `lines` are (text, amount)."""

    shop: str = ""
    day: str = ""
    total: str = ""
    lines: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return any((self.shop, self.day, self.total, *(part for line in self.lines for part in line)))


def keep(desk: Desk, typed: HalfTyped) -> None:
    """Keep what is typed; nothing typed is no draft. Raises StoreError."""
    if not typed:
        desk.clear_draft(PATH)
        return
    text = {"shop": typed.shop, "day": typed.day, "total": typed.total, "lines": [list(line) for line in typed.lines]}
    desk.set_draft(PATH, json.dumps(text, ensure_ascii=False))


def kept(drafts: Mapping[str, str]) -> HalfTyped:
    """What lies there; a draft of an unknown form is no draft."""
    try:
        text = json.loads(drafts.get(PATH, "{}"))
        lines = tuple((str(what), str(amount)) for what, amount in text.get("lines", ()))
        return HalfTyped(
            shop=str(text.get("shop", "")), day=str(text.get("day", "")), total=str(text.get("total", "")), lines=lines
        )
    except (ValueError, TypeError, AttributeError):
        return HalfTyped()
