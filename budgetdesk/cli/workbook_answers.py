"""What `excel-in` says: public JSON, and text for a person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields
from typing import Any

from budgetdesk.actions.workbook_changes import Act, Facts, RowChange, WorkbookChanges
from budgetdesk.i18n import _, translated
from budgetdesk.wording import workbook_in as words


def answer(found: WorkbookChanges, chosen: Collection[str]) -> dict[str, Any]:
    """The public JSON; `chosen` are the ids of the changes that are taken in."""
    return {
        "changes": [_change(one, taken=one.id in chosen) for one in found.changes],
        "problems": found.problems,
        "notes": found.notes,
        "same": found.same,
    }


def text(found: WorkbookChanges, chosen: Collection[str]) -> str:
    """One line for each change, then what cannot be read."""
    lines = [_("Intet er ændret.") if found.nothing else words.headline(len(found.changes), found.same)]
    lines += [f"{'+' if one.id in chosen else '-'} {_line(one)}" for one in found.changes]
    lines += [_("Ikke læst: {problem}").format(problem=problem) for problem in found.problems]
    lines += [_("Bemærk: {note}").format(note=note) for note in found.notes]
    return "\n".join(lines)


def _change(one: RowChange, *, taken: bool) -> dict[str, Any]:
    return {
        "path": one.key or None,
        "act": one.act,
        "both": one.both,
        "taken": taken,
        "title": one.title,
        "code": one.code,
        "where": one.where,
        "values": {
            value.name: {"before": value.before, "now": value.now, "after": value.after} for value in one.values
        },
        "row": {field.name: getattr(one.facts, field.name) for field in fields(Facts)},
        "note": one.note,
    }


def _line(one: RowChange) -> str:
    if one.act is Act.SET:
        told = words.joined(words.step(value.name, value.now, value.after) for value in one.values)
    else:
        facts = one.facts
        told = words.row(facts.amount, facts.rhythm, facts.need, facts.evidence)
        act = _("fjernes") if one.act is Act.REMOVE else _("ny")
        told = f"{act}: {told}"
    about = [_("ændret begge steder")] if one.both else []
    return " · ".join(filter(None, [f"{translated(one.title)}: {told}", *about, one.note, one.where]))
