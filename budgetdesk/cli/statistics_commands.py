"""`statistics`: the tables of the store, without names, small numbers hidden."""

from __future__ import annotations

import argparse

from budgetdesk.actions.statistics import Statistics, statistics
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.tables import Selection
from budgetdesk.wording import statistics as words


def statistics_command(args: argparse.Namespace, output: Output) -> int:
    """All tables of a period."""
    selection = Selection(first=args.start, last=args.end, organisation=args.organisation, area=args.area)
    with open_workspace(args.today) as workspace:
        found = statistics(workspace, selection)
    output.answer(_data(found), _text(found))
    return DONE


def _data(found: Statistics) -> dict[str, object]:
    tables = {
        name: {
            "title": words.TITLES[name],
            "rows": [
                {"word": row.word, "title": words.word(name, row.word, found.categories), "cases": row.cases}
                for row in table.rows
            ],
            "unknown": table.unknown,
            "cases": table.cases,
            "several": table.several,
            "without_day": table.without_day,
        }
        for name, table in found.tables.items()
    }
    return {
        "from": found.selection.first,
        "to": found.selection.last,
        "organisation": found.selection.organisation,
        "area": found.selection.area,
        "hidden_below": LEAST,
        "tables": tables,
        "kept_after_start": _kept(found.kept_after_start),
        "kept_after_end": _kept(found.kept_after_end),
    }


def _kept(found: Kept) -> dict[str, object] | None:
    """None where nobody was asked, or too few to show."""
    if not found.asked or not found.may_be_shown:
        return None
    return {"asked": found.asked, "own_home": found.own_home, "dead": found.dead, "moved_away": found.moved_away}


def _text(found: Statistics) -> str:
    shown = []
    for name, table in found.tables.items():
        if table.cases == 0 and not table.rows:
            continue
        rows = (f"  {title:<44}{cell:>22}" for title, cell in words.lines(table, found.categories))
        shown.append("\n".join([words.TITLES[name], *rows]))
    said = (words.still_at_home(kept) for kept in (found.kept_after_start, found.kept_after_end))
    return "\n\n".join([*(shown or ["Der er ingen sager at tælle i den periode."]), *(one for one in said if one)])
