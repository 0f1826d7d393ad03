"""The part of the agreement that says whether it can hold, what would break it, and on which premises."""

from __future__ import annotations

from typing import Any

from budgetdesk import formats
from budgetdesk.documents import page
from budgetdesk.documents.blocks import gap, section, steps, table, text, together
from budgetdesk.documents.fonts import rich
from budgetdesk.planning.plan import BreakPoint, PlanTest, PlanVerdict
from budgetdesk.wording import plan as plan_words

# isort: split
from reportlab.lib.units import mm


def verdict(plan: PlanTest, words: Any) -> list[Any]:
    """The verdict in words, the lowest day, and the small table of what would break it."""
    told: list[Any] = [text(words[plan.verdict.value])]
    if plan.verdict is PlanVerdict.HOLDS_IF or plan.verdict is PlanVerdict.BREAKS:
        told.append(steps([rich(condition) for condition in plan.conditions], mark="•"))
    if plan.lowest is not None:
        lowest = words["lowest"].format(
            day=formats.weekday_and_day(plan.lowest.day), balance=formats.kroner(plan.lowest.balance)
        )
        told.append(text(lowest))
    rows = [_break_row(point, words) for point in plan.breaks_when if point.kind in words["breaks_when"]]
    if not rows:
        return section(words["heading"], *told)
    widths = [68 * mm, 46 * mm, page.WIDTH - 114 * mm]
    return [together([*section(words["heading"], *told), gap(2), table(words["breaks_columns"], rows, widths)])]


def _break_row(point: BreakPoint, words: Any) -> list[str]:
    if point.limit == 0:
        limit = words["not_at_all"]
    elif point.limit is None:
        limit = words["never"]
    else:
        limit = words["units"][point.kind].format(limit=formats.number(point.limit))
    day = formats.day(point.breaks_on) if point.breaks_on else "–"
    return [words["breaks_when"][point.kind], limit, day]


def premises(plan: PlanTest, words: Any) -> list[Any]:
    """Every premise with its answer: the same list for every household."""
    if not plan.premises:
        return []
    lines = [plan_words.premise(one) for one in plan.premises]
    rows = [[rich(line.title), line.answer.capitalize(), rich(line.note)] for line in lines]
    widths = [76 * mm, 20 * mm, page.WIDTH - 96 * mm]
    return section(words["heading"], table(words["columns"], rows, widths))
