"""Every movement of money on its day: from the rows of the case to dated amounts in whole øre.

What counts, and how:

* only money that is granted (`with_applied` adds what is applied or hoped for, from the day it can be there);
* the rent on the bank day that is still in time, less the boligstøtte that the landlord receives;
* fixed bills and instalments on other debts on their days; where the days cannot be named, the month's
  share every month;
* everyday money evenly over the days (`everyday`); an everyday line with a day of its own leaves on that day;
* children's benefits by the children's ages where the amount is the law's (`family`), else less as they turn 18;
* reserves are set aside on the first bank day of the month (a reserve whose own days are known is a bill), and what
  the policy wants every plan to leave for savings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from budgetdesk.benefits.rates import Rates
from budgetdesk.budget.chart import Chart, ChartLine, LineType
from budgetdesk.budget.income_rows import TO_LANDLORD, paid_out
from budgetdesk.dates import Month
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import ArrearsKind, PaidTo, Role, Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, to_oere
from budgetdesk.planning import family
from budgetdesk.planning.everyday import WEEKS_A_YEAR, everyday
from budgetdesk.planning.paydays import (
    Direction,
    Kind,
    PaysOn,
    bank_day_for_legal_payment,
    knows_its_days,
    pay_days,
)
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.rows import counts_here, is_everyday, rule_of

__all__ = ["WEEKS_A_YEAR", "Move", "MoveKind", "counts_here", "is_everyday", "moves", "oere", "rule_of"]

_LAST_BANK_DAY = PaysOn(Kind.LAST_BANK_DAY)
_FIRST_BANK_DAY = PaysOn(Kind.FIRST_BANK_DAY)


class MoveKind(StrEnum):
    """What moved; the stress test changes some kinds and leaves the others."""

    WAGE = "wage"
    BENEFIT = "benefit"
    OTHER_IN = "other_in"
    BOLIGSTOETTE = "boligstoette"
    RENT = "rent"
    BILL = "bill"
    RESERVE = "reserve"
    DEBT = "debt"
    EVERYDAY = "everyday"
    INSTALMENT = "instalment"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class Move:
    """One movement on one day, in whole øre, minus is out. `path` is the fact it comes from."""

    day: date
    oere: int
    title: str
    kind: MoveKind
    path: str = ""


NOT_BENEFITS = frozenset({"andet", "netvaerk", "logi", "feriepenge", "overskydende_skat", "boernebidrag", "ingen"})


def moves(
    case: Case,
    chart: Chart,
    policy: Policy,
    start: date,
    end: date,
    *,
    with_applied: bool = False,
    rates: Rates | None = None,
) -> tuple[Move, ...]:
    """Every movement after `start` up to and with `end`, by day.

    The balance of `start` is that of the end of the day: what moves on that day has moved. `rates` are the law's
    figures, by which børne- og ungeydelse follows the children's ages.
    """
    first = start + timedelta(days=1)
    found = list(_rent(case, first, end))
    found += [
        Move(day, -spent, _("Hverdag"), MoveKind.EVERYDAY) for day, spent in everyday(case, chart, policy, first, end)
    ]
    by_law = family.by_law(case, rates, start, end) if rates is not None else None
    for row in case.income:
        if by_law is not None and row.id in by_law.rows:
            continue
        found += _income(row, case, chart, first, end, with_applied=with_applied, answer_weeks=policy.answer_weeks)
    found += _by_law(by_law, chart)
    for expense in case.expenses:
        found += _moves_of(expense, chart.lines.get(expense.line), first, end)
    for debt in case.debts:
        found += _debt(debt, first, end)
    if policy.savings_per_month:
        for day in pay_days(_FIRST_BANK_DAY, Rhythm.MONTHLY, Direction.OUT, first, end):
            found.append(Move(day, -oere(policy.savings_per_month), _("Opsparing efter politikken"), MoveKind.RESERVE))
    return tuple(sorted(found, key=lambda move: move.day))


def _by_law(found: family.ByLaw | None, chart: Chart) -> Iterator[Move]:
    if found is not None:
        line = chart.incomes.get(family.CHILD_BENEFIT)
        title = line.title if line else family.CHILD_BENEFIT
        for day, amount in found.payments:
            yield Move(day, oere(amount), title, MoveKind.BENEFIT, f"income[{found.rows[0]}]")


@lru_cache(maxsize=20_000)
def oere(amount: Decimal) -> int:
    """Whole øre, half an øre away from zero."""
    return int(to_oere(amount).scaleb(2))


def _rent(case: Case, start: date, end: date) -> Iterator[Move]:
    tenancy = case.tenancy
    if not tenancy.rent_per_month:
        return
    owed = {row.month for row in case.arrears.rows if row.kind is ArrearsKind.RENT}  # already among the arrears
    support = tenancy.boligstoette.amount or ZERO
    month = Month.of(start).plus(-1)
    while month.first <= end:
        day = bank_day_for_legal_payment(rent_due(case, month))
        if start <= day <= end and month not in owed:
            yield Move(day, -oere(tenancy.rent_per_month), _("Husleje"), MoveKind.RENT, "tenancy.rent_per_month")
        if support:
            paid = day if tenancy.boligstoette.paid_to is PaidTo.LANDLORD else _first_bank_day(month)
            counts = month not in owed or tenancy.boligstoette.paid_to is PaidTo.TENANT
            if start <= paid <= end and counts:
                yield Move(paid, oere(support), _("Boligstøtte"), MoveKind.BOLIGSTOETTE, "tenancy.boligstoette.amount")
        month = month.plus(1)


def rent_due(case: Case, month: Month) -> date:
    """The day the rent of a month falls due; a day that no month has counts as the nearest one."""
    return month.day(max(1, case.tenancy.rent_due_day))


def _first_bank_day(month: Month) -> date:
    return pay_days(_FIRST_BANK_DAY, Rhythm.MONTHLY, Direction.IN, month.first, month.last)[0]


def _income(
    row: Income, case: Case, chart: Chart, start: date, end: date, *, with_applied: bool, answer_weeks: int
) -> Iterator[Move]:
    amount = paid_out(row)
    granted = row.status is Status.GRANTED
    if not amount or not (granted or with_applied) or belongs_to_another(row, case):
        return
    line = chart.incomes.get(row.kind)
    begins = row.start or (None if granted else start + timedelta(weeks=answer_weeks))
    rule = rule_of(row.pays_on, line.pays_on if line else "") or _LAST_BANK_DAY
    direction = Direction.IN
    if row.paid_to == TO_LANDLORD:  # help paid to the landlord lowers the rent, on the day of the rent
        rule, direction = PaysOn(Kind.DAY, max(1, case.tenancy.rent_due_day)), Direction.OUT
    if row.rhythm is Rhythm.ONCE and rule.kind is not Kind.DATE and row.start is None:
        return  # a single payment of which nobody knows the day carries nothing
    title = line.title if line else row.kind
    for day, part in _falls(amount, row.rhythm, rule, direction, start, end, begins, row.end):
        left = family.still_for(case, row, start, day)
        if left:
            yield Move(day, oere(part * left), title, _income_kind(row.kind), f"income[{row.id}]")


def belongs_to_another(row: Income, case: Case) -> bool:
    """Money of grown-up children, roommates and lodgers is their own; what is paid for a child is the household's."""
    owner = next((p for p in case.persons if p.id == row.person), None)
    ours = owner is None or owner.role in (Role.TENANT, Role.PARTNER)
    return not ours and row.kind not in family.FOR_CHILDREN


def _income_kind(kind: str) -> MoveKind:
    if kind in ("loen", "personlig_indkomst"):
        return MoveKind.WAGE
    return MoveKind.OTHER_IN if kind in NOT_BENEFITS else MoveKind.BENEFIT


@lru_cache(maxsize=2_000)
def _moves_of(row: Expense, line: ChartLine | None, start: date, end: date) -> tuple[Move, ...]:
    """Remembered: while one types, all rows but one move as they did a keystroke ago."""
    return tuple(_expense(row, line, start, end))


def _expense(row: Expense, line: ChartLine | None, start: date, end: date) -> Iterator[Move]:
    if not row.amount or not counts_here(line) or is_everyday(row, line):
        return
    sign = 1 if line and line.minus else -1
    title = row.label or (line.title if line else row.line)
    if line and line.type is LineType.RESERVE and not row.pays_on and row.rhythm is not Rhythm.ONCE:
        share = per_month(row.amount, row.rhythm)
        for day, part in _falls(share, Rhythm.MONTHLY, _FIRST_BANK_DAY, Direction.OUT, start, end, row.start, row.end):
            yield Move(day, sign * oere(part), title, MoveKind.RESERVE, f"expenses[{row.id}]")
        return
    rule = rule_of(row.pays_on, line.pays_on if line else "") or _FIRST_BANK_DAY
    begins = row.start
    if row.rhythm is Rhythm.ONCE and rule.kind is not Kind.DATE and begins is None:
        begins = start  # a bill that comes once, nobody knows when, is taken to come at once
    for day, part in _falls(row.amount, row.rhythm, rule, Direction.OUT, start, end, begins, row.end):
        yield Move(day, sign * oere(part), title, MoveKind.BILL, f"expenses[{row.id}]")


def _debt(debt: Debt, start: date, end: date) -> Iterator[Move]:
    if not debt.instalment or debt.deducted_from_income:
        return
    rule = rule_of(debt.pays_on, "day:1") or _FIRST_BANK_DAY
    left = debt.balance if debt.balance is not None and not debt.rate else None
    for day, part in _falls(debt.instalment, debt.rhythm, rule, Direction.OUT, start, end, None, None):
        pays = part if left is None else min(part, left)
        if pays <= 0:
            return
        left = None if left is None else left - pays
        yield Move(day, -oere(pays), debt.creditor or _("Afdrag på gæld"), MoveKind.DEBT, f"debts[{debt.id}]")


def _falls(
    amount: Decimal,
    rhythm: Rhythm,
    rule: PaysOn,
    direction: Direction,
    start: date,
    end: date,
    begins: date | None,
    ends: date | None,
) -> Iterator[tuple[date, Decimal]]:
    """The bank days of a row and the amount on each; the month's share every month where the days are not known."""
    known = rhythm is Rhythm.ONCE or knows_its_days(rule, rhythm, begins)
    if not known and not _is_rare_income(rule, rhythm, direction):
        amount, rhythm = per_month(amount, rhythm), Rhythm.MONTHLY
        if rule.kind is Kind.WEEKDAY:
            rule = _LAST_BANK_DAY if direction is Direction.IN else _FIRST_BANK_DAY
    earliest = max(start, begins) if begins and rhythm is not Rhythm.ONCE else start
    latest = min(end, ends) if ends else end
    for day in pay_days(rule, rhythm, direction, earliest, latest, begins):
        yield day, amount


def _is_rare_income(rule: PaysOn, rhythm: Rhythm, direction: Direction) -> bool:
    """Money that comes more seldom than every month, nobody knows when: it is never counted before its period ends."""
    often = rhythm in (Rhythm.WEEKLY, Rhythm.BIWEEKLY)
    return direction is Direction.IN and not often and rule.kind is not Kind.WEEKDAY
