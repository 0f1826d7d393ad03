"""What was applied for and how it went: one step each, so that each can be taken back. Amounts are kr/month, or kr
where a benefit is paid once.

Boligstøtte also stands under the tenancy (`actions.benefits`), because the budget counts it there once it is granted.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.actions import benefits
from budgetdesk.benefits.findings import PAID_ONCE
from budgetdesk.benefits.received import BOLIGSTOETTE, KINDS, TAXABLE
from budgetdesk.budget.chart import Chart
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Income
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome, Tax
from budgetdesk.money import to_oere

ASK_AFTER = timedelta(days=28)
"""When to ask again where no source says how long an answer takes: once a month is what an adviser keeps up with."""
MONTHS = 12
_LIST = "case.applications"


def application(record: Record, benefit: str) -> Application | None:
    """What was applied for of a benefit; None where nothing was."""
    found = next((each for each in record.case.applications if each.id == benefit), None)
    support = benefits.support(record)
    if benefit != BOLIGSTOETTE or support.applied_on is None:
        return found
    if found is not None and found.outcome is Outcome.WAITING:
        return found
    return Application(id=benefit, applied_on=support.applied_on, estimate=support.applied_for)


def with_application(
    record: Record, benefit: str, estimate: Decimal | None, on: date, *, usual_days: int | None = None
) -> Record:
    """A benefit is applied for on a day; `estimate` is what was computed then. Counts nowhere until it is granted."""
    after = ASK_AFTER if usual_days is None else timedelta(days=usual_days)
    made = Application(id=benefit, applied_on=on, estimate=estimate, ask_again=on + after)
    if benefit == BOLIGSTOETTE and estimate is not None:
        record = benefits.with_applied(record, estimate, on)
    return _with(record, made)


def with_granted(record: Record, benefit: str, amount: Decimal | None, on: date) -> Record:
    """It was granted with an amount; None where the letter says none."""
    if benefit == BOLIGSTOETTE:
        now = replace(benefits.support(record), applied_for=amount)
        record = benefits.with_granted(paths.put(record, "case.tenancy.boligstoette", now))
    return _answered(record, benefit, Outcome.GRANTED, on, amount)


def with_refused(record: Record, benefit: str, on: date) -> Record:
    """It was refused; the day of the answer decides the last day to complain, and can be corrected."""
    if benefit == BOLIGSTOETTE:
        record = benefits.without_applied(record)
    return _answered(record, benefit, Outcome.REFUSED, on, None)


def without_application(record: Record, benefit: str) -> Record:
    """Not applied for after all."""
    if benefit == BOLIGSTOETTE:
        record = benefits.without_applied(record)
    return paths.put(record, _LIST, tuple(each for each in record.case.applications if each.id != benefit))


def income_kind(benefit: str) -> str | None:
    """The kind of income that a granted benefit becomes; None where it is none, or more than one is possible."""
    kinds = () if benefit in PAID_ONCE else KINDS.get(benefit, ())
    return kinds[0] if len(kinds) == 1 else None


def can_be_income(record: Record, benefit: str) -> bool:
    """Whether a granted amount is there that the budget does not count yet."""
    found, kind = application(record, benefit), income_kind(benefit)
    granted = found is not None and found.outcome is Outcome.GRANTED and found.granted is not None
    return granted and kind is not None and all(row.kind != kind for row in record.case.income)


def with_income(record: Record, benefit: str, chart: Chart, on: date) -> Record:
    """The granted amount as a row of income in the benefit's usual rhythm, from the day of the answer (rounded to øre,
    half up); the record as it is where it cannot be one."""
    found, kind = application(record, benefit), income_kind(benefit)
    if found is None or found.granted is None or kind is None or not can_be_income(record, benefit):
        return record
    tenant, line = record.case.tenant, chart.incomes[kind]
    row = Income(
        id=paths.next_id(record.case.income, "i"),
        person=tenant.id if tenant else "",
        kind=kind,
        amount=to_oere(found.granted * MONTHS / line.rhythm.times_a_year),
        rhythm=line.rhythm,
        tax=Tax.GROSS if benefit in TAXABLE else Tax.NET,
        pays_on=line.pays_on,
        start=found.answered_on or on,
    )
    return paths.add(record, "case.income", row)


def _answered(record: Record, benefit: str, outcome: Outcome, on: date, amount: Decimal | None) -> Record:
    before = application(record, benefit) or Application(id=benefit)
    return _with(record, replace(before, outcome=outcome, answered_on=on, granted=amount, ask_again=None))


def _with(record: Record, made: Application) -> Record:
    others = tuple(each for each in record.case.applications if each.id != made.id)
    return paths.put(record, _LIST, (*others, made))
