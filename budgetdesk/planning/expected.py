"""Money that is not granted yet: applied for, hoped for, or found by an assessment. It never carries a plan alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.budget.chart import Chart
from budgetdesk.budget.income_rows import paid_out
from budgetdesk.formats import kroner
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Status
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.moves import Move, MoveKind, belongs_to_another, oere
from budgetdesk.planning.paydays import Direction, Kind, PaysOn, pay_days
from budgetdesk.planning.policy import Policy

BOLIGSTOETTE = "boligstoette"
EVERY = {
    Rhythm.WEEKLY: N_("om ugen"),
    Rhythm.BIWEEKLY: N_("hver 14. dag"),
    Rhythm.MONTHLY: N_("om måneden"),
    Rhythm.BIMONTHLY: N_("hver anden måned"),
    Rhythm.QUARTERLY: N_("i kvartalet"),
    Rhythm.HALFYEARLY: N_("hvert halve år"),
    Rhythm.YEARLY: N_("om året"),
    Rhythm.ELEVEN: N_("elleve gange om året"),
    Rhythm.ONCE: N_("én gang"),
}


@dataclass(frozen=True)
class Expected:
    """A benefit that may be relevant, kr/month, paid on the first bank day of the month once it is granted."""

    title: str
    per_month: Decimal


def expected_of(assessments: Iterable[Assessment], case: Case) -> tuple[Expected, ...]:
    """What boligstøtte would bring beyond what the household gets today, where it may be relevant.

    The other assessments are discretionary or one-off: nobody may count on them for a plan.
    """
    now = case.tenancy.boligstoette.amount or ZERO
    return tuple(
        Expected(assessment.title, assessment.amount_per_month - now)
        for assessment in assessments
        if assessment.benefit == BOLIGSTOETTE
        and assessment.verdict is Verdict.YES
        and assessment.amount_per_month is not None
        and assessment.amount_per_month > now
    )


def expected_moves(expected: Sequence[Expected], policy: Policy, on: date, end: date) -> tuple[Move, ...]:
    """The expected money from the day it can be there: the policy's weeks for an answer after `on`."""
    begins = on + timedelta(weeks=policy.answer_weeks)
    days = pay_days(PaysOn(Kind.FIRST_BANK_DAY), Rhythm.MONTHLY, Direction.IN, begins, end)
    return tuple(
        Move(day, oere(e.per_month), e.title, MoveKind.BENEFIT, f"expected[{e.title}]")
        for e in expected
        for day in days
    )


def waiting(case: Case, chart: Chart, expected: Sequence[Expected]) -> Iterator[str]:
    """What is under way, in words: `Børnetilskud, 1.741 kr. i kvartalet`."""
    for row in case.income:
        amount = paid_out(row)
        if row.status is not Status.GRANTED and amount and not belongs_to_another(row, case):
            line = chart.incomes.get(row.kind)
            yield f"{line.title if line else row.kind}, {kroner(amount)} {translated(EVERY)[row.rhythm]}"
    for benefit in expected:
        yield _("{title}, {per_month} om måneden").format(title=benefit.title, per_month=kroner(benefit.per_month))


def conditions_of(case: Case, chart: Chart, expected: Sequence[Expected]) -> tuple[str, ...]:
    """What a `holds_if` waits for, one sentence each."""
    return tuple(_("{what}, bliver bevilget.").format(what=what) for what in waiting(case, chart, expected))
