"""Every movement of money on its day: from the rows of the case to dated amounts in whole øre.

What counts, and how:

* only money that is granted (`with_applied` adds what is applied or hoped for, from the day it can be there);
* the rent on the bank day that is still in time, less the boligstøtte that the landlord receives;
* fixed bills and instalments on other debts on their days; where the days cannot be named, the month's
  share every month;
* everyday money evenly over the days, at least the policy's least amount to live on; what is bought while banks are
  closed leaves the account on the next bank day; an everyday line with a day of its own leaves on that day;
* reserves are set aside on the first bank day of the month (a reserve whose own days are known is a bill).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from budgetdesk.budget.chart import Chart, ChartLine, LineType, Owner
from budgetdesk.budget.expense_rows import BUFFER
from budgetdesk.budget.income_rows import TO_LANDLORD, paid_out
from budgetdesk.dates import ONE_DAY, Month, days, is_bank_day
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import ArrearsKind, PaidTo, Role, Status
from budgetdesk.money import ZERO, to_oere
from budgetdesk.planning.paydays import (
    Direction,
    Kind,
    PaysOn,
    bank_day_for_legal_payment,
    knows_its_days,
    parse,
    pay_days,
)
from budgetdesk.planning.policy import ADULT_AGE, Policy, least_per_week

WEEKS_A_YEAR = 52
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


_FOR_THE_CHILD = frozenset({"boerneydelse", "boernetilskud", "boernebidrag"})
NOT_BENEFITS = frozenset({"andet", "netvaerk", "logi", "feriepenge", "overskydende_skat", "boernebidrag", "ingen"})


def moves(
    case: Case, chart: Chart, policy: Policy, start: date, end: date, *, with_applied: bool = False
) -> tuple[Move, ...]:
    """Every movement after `start` up to and with `end`, by day.

    The balance of `start` is that of the end of the day: what moves on that day has moved.
    """
    first = start + timedelta(days=1)
    found = [*_rent(case, first, end), *_everyday(case, chart, policy, first, end)]
    for row in case.income:
        found += _income(row, case, chart, first, end, with_applied=with_applied, answer_weeks=policy.answer_weeks)
    for expense in case.expenses:
        found += _expense(expense, chart.lines.get(expense.line), first, end)
    for debt in case.debts:
        found += _debt(debt, first, end)
    return tuple(sorted(found, key=lambda move: move.day))


def oere(amount: Decimal) -> int:
    """Whole øre, half an øre away from zero."""
    return int(to_oere(amount).scaleb(2))


def rule_of(text: str, default: str) -> PaysOn | None:
    """The day rule of a row, else the default of its line; None where neither can be read."""
    for candidate in (text, default):
        try:
            if candidate:
                return parse(candidate)
        except BadInputError:
            continue
    return None


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
            yield Move(day, -oere(tenancy.rent_per_month), "Husleje", MoveKind.RENT, "tenancy.rent_per_month")
        if support:
            paid = day if tenancy.boligstoette.paid_to is PaidTo.LANDLORD else _first_bank_day(month)
            counts = month not in owed or tenancy.boligstoette.paid_to is PaidTo.TENANT
            if start <= paid <= end and counts:
                yield Move(paid, oere(support), "Boligstøtte", MoveKind.BOLIGSTOETTE, "tenancy.boligstoette.amount")
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
        yield Move(day, oere(part), title, _income_kind(row.kind), f"income[{row.id}]")


def belongs_to_another(row: Income, case: Case) -> bool:
    """Money of grown-up children, roommates and lodgers is their own; what is paid for a child is the household's."""
    owner = next((p for p in case.persons if p.id == row.person), None)
    ours = owner is None or owner.role in (Role.TENANT, Role.PARTNER)
    return not ours and row.kind not in _FOR_THE_CHILD


def _income_kind(kind: str) -> MoveKind:
    if kind in ("loen", "personlig_indkomst"):
        return MoveKind.WAGE
    return MoveKind.OTHER_IN if kind in NOT_BENEFITS else MoveKind.BENEFIT


def counts_here(line: ChartLine | None) -> bool:
    """Whether a row of expense counts as typed: lines owned by the tenancy, the debts or the plan count there.
    The buffer (902) is 0 until there is luft: the policy's cushion stands for it."""
    return line is None or (line.owner is Owner.BUDGET and line.code != BUFFER)


def is_everyday(row: Expense, line: ChartLine | None) -> bool:
    """Everyday money: spread over the days. A single event never is, nor what leaves on a day of its own."""
    return _is_for_living(row, line) and not _has_own_day(row)


def _is_for_living(row: Expense, line: ChartLine | None) -> bool:
    return line is not None and line.type is LineType.VARIABLE and row.rhythm is not Rhythm.ONCE


def _has_own_day(row: Expense) -> bool:
    rule = rule_of(row.pays_on, "")
    return rule is not None and rule.kind is not Kind.WEEKDAY


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
        yield Move(day, -oere(pays), debt.creditor or "Afdrag på gæld", MoveKind.DEBT, f"debts[{debt.id}]")


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


def _everyday(case: Case, chart: Chart, policy: Policy, start: date, end: date) -> Iterator[Move]:
    """Everyday money per bank day, so that every seven days cost a week's money, rounded up to whole øre as a whole.

    Weekends and other closed days are booked on the next bank day.
    """
    spent, weeks, per_week = 0, ZERO, ZERO
    changes = {start, *_changes(case)}
    for day in days(start, end):
        if day in changes:
            per_week = everyday_per_week(case, chart, policy, day)
        weeks += per_week
        if is_bank_day(day):
            now = int((weeks * 100 / 7).quantize(Decimal(1), ROUND_CEILING))
            yield Move(day, spent - now, "Hverdag", MoveKind.EVERYDAY)
            spent = now


def _changes(case: Case) -> Iterator[date]:
    """The days on which everyday money may change: a row begins or has ended, a child grows up."""
    for row in case.expenses:
        if row.start:
            yield row.start
        if row.end:
            yield row.end + ONE_DAY
    for person in case.persons:
        if person.born:
            yield _birthday(person.born, ADULT_AGE)


def _birthday(born: date, age: int) -> date:
    if (born.month, born.day) == (2, 29):
        return date(born.year + age, 2, 28) + ONE_DAY
    return born.replace(year=born.year + age)


def everyday_per_week(case: Case, chart: Chart, policy: Policy, day: date) -> Decimal:
    """Money for everyday life in the week of `day`, kr: the budget's everyday lines; together with those that leave on
    a day of their own at least the policy's least."""
    every_line = budgeted_per_week(case, chart, day)
    spread = sum((share for row, share in _living_per_week(case, chart, day) if not _has_own_day(row)), ZERO)
    return spread + max(ZERO, least_per_week(policy, case, day) - every_line)


def budgeted_per_week(case: Case, chart: Chart, day: date) -> Decimal:
    """What the everyday lines of the budget come to per week on a day, kr (a month is 52/12 weeks), not rounded."""
    return sum((share for _, share in _living_per_week(case, chart, day)), ZERO)


def _living_per_week(case: Case, chart: Chart, day: date) -> Iterator[tuple[Expense, Decimal]]:
    for row in case.expenses:
        line = chart.lines.get(row.line)
        running = (row.start is None or row.start <= day) and (row.end is None or day <= row.end)
        if row.amount and running and counts_here(line) and _is_for_living(row, line):
            share = row.amount * row.rhythm.times_a_year / WEEKS_A_YEAR
            yield row, -share if line and line.minus else share
