"""`statistics`: the tables of the store, without names, small numbers hidden."""

from __future__ import annotations

import argparse

from budgetdesk.actions.statistics import statistics
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.series import Series
from budgetdesk.statistics.tables import Selection, Table
from budgetdesk.wording import statistics as words
from budgetdesk.wording.statistics_definitions import definition


def statistics_command(args: argparse.Namespace, output: Output) -> int:
    """All tables of a period."""
    selection = Selection(first=args.start, last=args.end, organisation=args.organisation, area=args.area)
    with open_workspace(args.today) as workspace:
        found = statistics(workspace, selection)
    output.answer(data(found), _text(found))
    return DONE


def data(found: Statistics) -> dict[str, object]:
    """The published answer."""
    return {
        "from": found.selection.first,
        "to": found.selection.last,
        "organisation": found.selection.organisation,
        "area": found.selection.area,
        "hidden_below": LEAST,
        "tables": {name: _table(table, found) for name, table in found.tables.items()},
        "plans": _table(found.plans, found),
        "series": {name: _series(one) for name, one in found.series.items()},
        "kept_after_start": _kept(found.kept_after_start),
        "kept_after_end": _kept(found.kept_after_end),
    }


def _table(table: Table, found: Statistics) -> dict[str, object]:
    name = table.name
    return {
        "title": words.title(name),
        "definition": definition(name),
        "rows": [
            {"word": row.word, "title": words.word(name, row.word, found.categories), "cases": row.cases}
            for row in table.rows
        ],
        "unknown": table.unknown,
        "cases": table.cases,
        "several": table.several,
        "without_day": table.without_day,
        "without_consent": table.without_consent,
        "too_few": table.too_few,
    }


def _series(series: Series) -> dict[str, object]:
    """By month or year; `kroner` is there where kr are added up."""
    points = [
        {
            "from": point.when.first,
            "to": point.when.last,
            "cases": point.cases,
            **({"kroner": point.kroner} if series.money else {}),
        }
        for point in series.points
    ]
    return {
        "title": words.SERIES[series.name],
        "definition": definition(series.name),
        "points": points,
        "cases": series.cases,
        **({"kroner": series.kroner} if series.money else {}),
        "without_day": series.without_day,
    }


def _kept(found: Kept) -> dict[str, object] | None:
    """None where nobody was asked, or too few to show."""
    if not found.asked or not found.may_be_shown:
        return None
    return {"asked": found.asked, "own_home": found.own_home, "dead": found.dead, "moved_away": found.moved_away}


def _text(found: Statistics) -> str:
    shown = []
    for table in (*found.tables.values(), found.plans):
        if words.is_empty(table):
            continue
        rows = (f"  {title:<44}{cell:>22}" for title, cell in words.lines(table, found.categories))
        shown.append("\n".join([words.title(table.name), *rows]))
    said = (words.still_at_home(kept) for kept in (found.kept_after_start, found.kept_after_end))
    return "\n\n".join([*(shown or ["Der er ingen sager at tælle i den periode."]), *(one for one in said if one)])
