"""What if: two to four scenarios beside today, budget and benefits together. Amounts are kr/month.

What is received today is moved by as much as the computed amount moves, so that a household that gets a little more or
less than the program computes keeps that difference. Benefits that are taxed are shown, but move no money here: what
reaches the account is not known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions.library import Library
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.findings import PAID_ONCE, Findings, find_all
from budgetdesk.benefits.received import TAXABLE, received
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.casework.record import Record
from budgetdesk.casework.scenarios import Scenario
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, translated
from budgetdesk.money import ZERO

TODAY = Scenario(N_("I dag"))
Computed = Mapping[str, Assessment]


@dataclass(frozen=True)
class BenefitThen:
    """One benefit in a scenario, kr/month. An amount is None where it cannot be told yet."""

    benefit: str
    title: str
    today: Decimal | None
    then: Decimal | None
    received: bool
    """Whether the household has it today."""
    before_tax: bool = False
    today_least: Decimal | None = None
    then_least: Decimal | None = None
    then_most: Decimal | None = None
    """The ends of what it can be, where they are known: the same as the amount where that can be told."""
    same: bool = False
    """Whether the scenario leaves it as it is, known or not."""

    @property
    def difference(self) -> Decimal | None:
        """Then less today; None where one of them cannot be told."""
        return None if self.today is None or self.then is None else self.then - self.today

    @property
    def moves(self) -> Decimal | None:
        """By how much it moves, with care: from the least of today to the least of then; None where there is no
        telling."""
        if self.today_least is None or self.then_least is None:
            return None
        return self.then_least - self.today_least


@dataclass(frozen=True, kw_only=True)
class Compared:
    """One scenario: the month and the benefits as they would be."""

    name: str
    case: Case
    month: MonthBudget
    findings: Findings
    benefits: tuple[BenefitThen, ...]
    """Those with an amount today or then, in the order of the catalogue."""
    luft: Decimal
    """What is left with what is received today, moved as the scenario moves it."""
    luft_if_all: Decimal
    """What is left if everything that may be relevant is granted."""
    luft_difference: Decimal = ZERO
    """Beside today."""
    luft_if_all_difference: Decimal = ZERO
    uncertain: tuple[str, ...] = ()
    """Titles of received benefits that the scenario changes to an amount that cannot be told: counted with the least
    it can be, or left as they are where no end is known."""


def compare(record: Record, day: date, library: Library, scenarios: Sequence[Scenario]) -> tuple[Compared, ...]:
    """Today first, then each scenario beside it."""
    today = _computed(record.case, day, library)
    first = _compared(translated(TODAY), record.case, today, day, library)
    others = (_compared(scenario, record.case, today, day, library) for scenario in scenarios)
    return (first, *(_beside(one, first) for one in others))


def _computed(case: Case, day: date, library: Library) -> Computed:
    return {answer.benefit: answer for answer in assess_all(case, day, library.rates)}


def _compared(scenario: Scenario, case: Case, today: Computed, day: date, library: Library) -> Compared:
    then_case = scenario.applied_to(case)
    then = _computed(then_case, day, library)
    have = received(then_case, day)
    month = month_of(then_case, library.chart, on=day)
    rows = [_row(name, today[name], answer, name in have) for name, answer in then.items()]
    granted, everything = month.luft, month.luft
    for row in rows:
        now = have[row.benefit].per_month if row.benefit in have else ZERO
        if row.before_tax or row.benefit in PAID_ONCE or now is None:
            continue
        kept = _moved(now, row)
        granted += kept - now
        everything += max(kept, row.then or ZERO) - now
    return Compared(
        name=scenario.name,
        case=then_case,
        month=month,
        findings=find_all(then_case, day, library.rates, assessments=tuple(then.values())),
        benefits=tuple(row for row in rows if row.today or row.then or (row.received and row.benefit not in PAID_ONCE)),
        luft=granted,
        luft_if_all=everything,
        uncertain=tuple(row.title for row in rows if row.received and row.then is None and not row.same),
    )


def _row(name: str, today: Assessment, then: Assessment, has: bool) -> BenefitThen:
    ends, before = _ends(then), _ends(today)
    return BenefitThen(
        name,
        then.title,
        _amount(today),
        _amount(then),
        has,
        name in TAXABLE,
        today_least=before[0],
        then_least=ends[0],
        then_most=ends[1],
        same=(before, today.verdict) == (ends, then.verdict),
    )


def _ends(answer: Assessment) -> tuple[Decimal | None, Decimal | None]:
    if answer.verdict is Verdict.UNKNOWN:
        return answer.lowest, answer.highest
    return _amount(answer), _amount(answer)


def _amount(answer: Assessment) -> Decimal | None:
    if answer.verdict is Verdict.UNKNOWN:
        return None
    return ZERO if answer.verdict is Verdict.NO else answer.amount_per_month


def _moved(now: Decimal, row: BenefitThen) -> Decimal:
    """What is received today, moved by as much as the computed amount moves; never below nothing."""
    if not row.received or row.moves is None:
        return now
    return max(ZERO, now + row.moves)


def _beside(one: Compared, first: Compared) -> Compared:
    return replace(
        one,
        luft_difference=one.luft - first.luft,
        luft_if_all_difference=one.luft_if_all - first.luft_if_all,
    )
