"""How the plans that ended in a period did end: a table of plans, not of cases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from budgetdesk.household.words import PlanOutcome
from budgetdesk.statistics import hiding
from budgetdesk.statistics.counted import Counted
from budgetdesk.statistics.tables import Row, Selection, Table

NAME = "plans"


def plans(cases: Iterable[Counted], selection: Selection) -> Table:
    """Kept, changed and broken. A case may have had several plans, each of which counts."""
    ended = [plan for case in cases if selection.chosen(case) for plan in case.ended_plans]
    inside = Counter(plan.outcome for plan in ended if selection.holds(plan.on))
    undated = sum(plan.on is None and not selection.holds(None) for plan in ended)
    words = [outcome for outcome in (PlanOutcome.KEPT, PlanOutcome.CHANGED, PlanOutcome.BROKEN) if inside[outcome]]
    cells = [inside[word] for word in words]
    shown = hiding.hide(cells, adds_up=True)
    safe = hiding.total_may_be_shown(cells, shown)
    return Table(
        name=NAME,
        rows=tuple(Row(word=word, cases=cell) for word, cell in zip(words, shown, strict=True)) if safe else (),
        unknown=0,
        cases=sum(cells) if safe else None,
        several=False,
        without_day=hiding.of(undated),
        too_few=not safe,
    )
