"""The part of the agreement that says whether it can hold, what would break it, and on which premises."""

from __future__ import annotations

from typing import Any

from budgetdesk import formats
from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import gap, section, steps, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.planning.plan import BreakPoint, DayBalance, PlanTest, PlanVerdict
from budgetdesk.planning.waterfall import Waterfall
from budgetdesk.wording import plan as plan_words
from budgetdesk.wording import stress as stress_words
from budgetdesk.wording import waterfall as waterfall_words

# isort: split
from reportlab.lib.units import mm


def annex(plan: PlanTest, words: Any, creditors: Waterfall | None = None) -> list[Any]:
    """The tenant's own page: the verdict, what would break the plan, what is left for creditors, and the premises."""
    told = words["annex"]
    return [
        text(told["heading"], page.H1),
        text(told["lead"], page.LEAD),
        *_verdict(plan, words["verdict"]),
        *_strain(plan, words["strain"]),
        *_creditors(creditors, words["creditors"]),
        *premises(plan, words["premises"]),
    ]


def _verdict(plan: PlanTest, words: Any) -> list[Any]:
    """The verdict in words, the lowest day, and the small table of what would break it."""
    unknown = plan.verdict is PlanVerdict.BREAKS and plan.missing_facts
    told: list[Any] = [text(words["unknown" if unknown else plan.verdict.value])]
    if plan.conditions and plan.verdict in (PlanVerdict.HOLDS_IF, PlanVerdict.BREAKS):
        told += steps([rich(condition) for condition in plan.conditions], mark="•")
    if plan.verdict is PlanVerdict.BREAKS:
        told += [text(line) for line in (_first_break(plan), plan_words.missing_per_month(plan)) if line]
    elif plan.lowest is not None:
        told.append(text(_lowest(plan.lowest, words)))
    rows = [_break_row(point, words) for point in plan.breaks_when if point.kind in words["breaks_when"]]
    if plan.verdict is PlanVerdict.BREAKS or not rows:
        return told
    widths = [68 * mm, 46 * mm, page.WIDTH - 114 * mm]
    return [*told, gap(2), table(words["breaks_columns"], rows, widths)]


def _strain(plan: PlanTest, words: Any) -> list[Any]:
    """What was tried, and what then; of a plan that breaks: what would be enough."""
    closings = [rich(stress_words.closing(one)) for one in plan.closes_when]
    told = section(words["enough"], *steps(closings, mark="•")) if closings else []
    lines = [stress_words.line(row, plan.on) for row in plan.stress]
    if not lines:
        return told
    rows = [[rich(one.what), f"{one.then[:1].upper()}{one.then[1:]}"] for one in lines]
    tried = table(words["columns"], rows, [84 * mm, page.WIDTH - 84 * mm])
    small = [rich(line) for line in plan.assumed]
    return [*told, *section(words["heading"], tried, *(text(line, page.SMALL) for line in small))]


def _creditors(of: Waterfall | None, words: Any) -> list[Any]:
    """From the income down to what is available, and who is offered how much."""
    if of is None:
        return []
    rows = [[rich(line.title), line.amount] for line in waterfall_words.down(of)]
    offers = [[f"{rich(line.title)}: {line.why}", line.amount] for line in waterfall_words.offers(of)]
    widths = [page.WIDTH - 36 * mm, 36 * mm]
    down = table(words["columns"], rows, widths, figures=[1], total=True)
    more = [table(words["offers"], offers, widths, figures=[1])] if offers else []
    return section(words["heading"], down, text(waterfall_words.band(of)), *more)


def _first_break(plan: PlanTest) -> str:
    """The first day on which money is short: of a plan that breaks, a tenant needs to know no lower one."""
    first = plan_words.first_break(plan)
    return first if not first or first.endswith(".") else f"{first}."


def _lowest(lowest: DayBalance, words: Any) -> str:
    day, balance = formats.weekday_and_day(lowest.day), formats.kroner(lowest.balance)
    return str(words["lowest"].format(day=day, balance=balance))


def _break_row(point: BreakPoint, words: Any) -> list[str]:
    if point.limit == 0:
        limit = words["not_at_all"]
    elif point.limit is None:
        limit = words["never"]
    else:
        one = point.limit == 1 and f"{point.kind}_one" in words["units"]
        limit = words["units"][f"{point.kind}_one" if one else point.kind].format(limit=formats.number(point.limit))
    day = formats.day(point.breaks_on) if point.breaks_on else "–"
    return [words["breaks_when"][point.kind], limit, day]


def premises(plan: PlanTest, words: Any) -> list[Any]:
    """Every premise with its answer: the same list for every household."""
    if not plan.premises:
        return []
    lines = [plan_words.premise(one) for one in plan.premises]
    rows = [[rich(line.title), line.answer.capitalize(), rich(line.note)] for line in lines]
    widths = [76 * mm, 23 * mm, page.WIDTH - 99 * mm]
    return section(words["heading"], table(words["columns"], rows, widths))
