"""`statistics`: the tables of the store, without names, small numbers hidden; `effect`: areas and years."""

from __future__ import annotations

import argparse

from budgetdesk.actions import evaluation
from budgetdesk.actions import statistics_report as reports
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.readers.area_table import read_cells
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.interval import Judged
from budgetdesk.statistics.outcome import Kept
from budgetdesk.statistics.series import Series
from budgetdesk.statistics.tables import Selection, Table
from budgetdesk.wording import effect as effects
from budgetdesk.wording import statistics as words
from budgetdesk.wording.statistics_definitions import definition


def statistics_command(args: argparse.Namespace, output: Output) -> int:
    """All tables of a period, or of a year that others may have; `--out` writes them to a file."""
    with open_workspace(args.today) as workspace:
        counts = reports.read_counts(workspace)
    if args.year is None:
        chosen = Selection(first=args.start, last=args.end, organisation=args.organisation, area=args.area)
        made = reports.report(counts, chosen)
    else:
        made = reports.report_for_others(counts, _finished(args))
    if args.out is not None:
        reports.write(made, args.out)
        output.answer({"file": str(args.out)}, _("Skrevet: {file}").format(file=args.out))
    else:
        output.answer(data(made.found), _text(made.found))
    return DONE


def _finished(args: argparse.Namespace) -> int:
    """The year others are given. Raises BadInputError where it is not over, or something else was chosen as well."""
    if args.start or args.end or args.organisation or args.area:
        raise BadInputError(_("Tal til andre er for et helt år og alle sager. Udelad de andre valg."))
    if args.year >= args.today.year:
        raise BadInputError(
            _("{year} er ikke slut. Tal til andre gives for hele år, der er slut.").format(year=args.year)
        )
    return int(args.year)


def effect_command(args: argparse.Namespace, output: Output) -> int:
    """Did evictions fall because of the effort, and what does it cost and save? Needs no store."""
    typed = evaluation.Inputs(cells=read_cells(args.file), cost=args.cost, losses=args.losses)
    found = evaluation.evaluate(typed)
    if args.out is not None:
        evaluation.write(found, args.out, on=args.on, organisation="")
    said = [sentence for one in found.judged for sentence in effects.judged(one)]
    costs = found.savings or {}
    said += [sentence for at, one in costs.items() for sentence in effects.savings(one, effects.year(at).capitalize())]
    output.answer(effect_data(found), "\n".join([*said, "", _("Det bygger på:"), *translated(effects.ASSUMPTIONS)]))
    return DONE


def effect_data(found: evaluation.Evaluation) -> dict[str, object]:
    """The answer about an effort: rates and effects by year, counted from the last year without it."""
    return {
        "rates": [
            {
                "year": year,
                "effort": effects.decimals(found.effort[year].rate, 2),
                "control": effects.decimals(found.control[year].rate, 2),
            }
            for year in sorted(set(found.effort) & set(found.control))
        ],
        "effects": [_effect(one) for one in found.judged],
        "years_left_out": list(found.left_out),
        "loss_per_eviction": found.loss,
        "savings": [
            {
                "year": year,
                "prevented_per_thousand": effects.decimals(one.prevented, 2),
                "cost": one.cost,
                "saved": one.saved,
                "to_break_even": one.to_break_even,
                "to_break_even_each": one.to_break_even_each,
            }
            for year, one in (found.savings or {}).items()
        ],
        "assumptions": list(translated(effects.ASSUMPTIONS)),
    }


def _effect(one: Judged) -> dict[str, object]:
    share = None
    if one.effect is not None and one.share is not None:
        share = {
            "percentage_points": effects.decimals(one.effect.share * 100, 2),
            "low": effects.decimals(one.share.low * 100, 2),
            "high": effects.decimals(one.share.high * 100, 2),
            "per_thousand": effects.decimals(one.effect.per_thousand, 2),
        }
    plain = one.plain
    return {
        "year": one.year,
        "fewer_per_thousand": effects.decimals(plain.value, 2),
        "low": effects.decimals(plain.low, 2),
        "high": effects.decimals(plain.high, 2),
        "beyond_the_trend": share,
    }


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
        "title": translated(words.SERIES)[series.name],
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
    return "\n\n".join([*(shown or [_("Der er ingen sager at tælle i den periode.")]), *(one for one in said if one)])
