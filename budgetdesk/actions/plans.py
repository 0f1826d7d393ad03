"""Choosing a repayment plan: one that was found, one of one's own, or single instalments changed. Amounts are kr.

Each function returns a new Record, for `Desk.change`: one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions.follow_up import kept_beside
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month, bank_day_on_or_after
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, divide
from budgetdesk.planning.finder import calendar
from budgetdesk.planning.owed import owed_at_agreement, plan_differs, still_owed
from budgetdesk.planning.policy import Policy

MOST = 60
"""Five years: the longest plan that can be tested."""


def choose(record: Record, instalments: Sequence[Instalment], policy: Policy, *, on: date | None = None) -> Record:
    """Take a plan as the chosen one, made under the present policy. Who approved an earlier one is forgotten.

    One that was in force (made, accepted or paid on) is kept beside it with its payments, as changed `on` a day.
    """
    record = kept_beside(record, on=on)
    before = record.case.agreement or Agreement()
    chosen = replace(
        before, instalments=tuple(instalments), policy_version=policy.version, approved_by="", approved_on=None
    )
    return _with(record, chosen)


def let_go(record: Record, *, on: date | None = None) -> Record:
    """No plan is chosen any more: the program shows its own proposal again. One that was in force stays in the case."""
    return _with(kept_beside(record, on=on), None)


def owed(record: Record) -> Decimal:
    """What a new plan has to pay: the arrears less what was paid on any plan since they were stated, kr."""
    return max(still_owed(record.case), ZERO)


def to_share(record: Record) -> Decimal:
    """What the instalments of the chosen plan have to come to: what is owed, and what was paid on the plan itself."""
    return owed_at_agreement(record.case)


def first_day(policy: Policy, on: date) -> date:
    """The first due day that a plan may have."""
    return calendar(policy, on)[0][0]


def by_count(total: Decimal, count: int, first: date, policy: Policy, on: date) -> tuple[Instalment, ...]:
    """Equal instalments, one a month from `first`; the last carries what is over. No øre is lost.

    Raises BadInputError where there is nothing to pay, the number is not 1 to 60, or the first day has passed.
    """
    _check(total, first, on)
    if not 1 <= count <= MOST:
        raise BadInputError(_("Antal rater skal være mellem 1 og {most}. Ret tallet.").format(most=MOST))
    return _dated(divide(total, count), first, policy)


def by_amount(total: Decimal, amount: Decimal, first: date, policy: Policy, on: date) -> tuple[Instalment, ...]:
    """`amount` a month from `first` until all is paid; the last is what is left. Raises BadInputError as `by_count`."""
    _check(total, first, on)
    if amount <= ZERO:
        raise BadInputError(_("Beløbet om måneden skal være over 0 kr. Ret beløbet."))
    if amount * MOST < total:
        raise BadInputError(_("Så tager det mere end {most} måneder. Skriv et større beløb.").format(most=MOST))
    whole, left = divmod(total, amount)
    return _dated((*([amount] * int(whole)), *([left] if left else [])), first, policy)


def with_due(record: Record, number: int, due: date | None) -> Record:
    """Another day for one instalment; they stay in the order of their days. An empty day changes nothing."""
    return _changed(record, number, lambda one: replace(one, due=due or one.due))


def with_amount(record: Record, number: int, amount: Decimal | None) -> Record:
    """Another amount for one instalment; the others stay as they are."""
    return _changed(record, number, lambda one: replace(one, amount=amount if amount is not None else ZERO))


def without(record: Record, number: int) -> Record:
    """One instalment less."""
    plan = instalments(record)
    return _put(record, (*plan[:number], *plan[number + 1 :]))


def with_one_more(record: Record, policy: Policy, on: date) -> Record:
    """One instalment more, a month after the last, with what is left of the arrears."""
    plan = instalments(record)
    amount = max(difference(record), ZERO)
    day = _days(plan[-1].due, 2, policy)[1] if plan else first_day(policy, on)
    return _put(record, (*plan, Instalment(due=day, amount=amount)))


def rest_on_last(record: Record) -> Record:
    """The last instalment carries what the others do not pay. Raises BadInputError where they pay too much already."""
    plan = instalments(record)
    amount = plan[-1].amount + difference(record)
    if amount <= ZERO:
        raise BadInputError(_("De andre rater betaler allerede hele restancen. Fjern den sidste rate."))
    return _put(record, (*plan[:-1], replace(plan[-1], amount=amount)))


def instalments(record: Record) -> tuple[Instalment, ...]:
    """The chosen plan; nothing where none is chosen."""
    return record.case.agreement.instalments if record.case.agreement else ()


def difference(record: Record) -> Decimal:
    """What the chosen plan leaves unpaid of the arrears; below zero where it is too much."""
    return plan_differs(record.case)


def rests(plan: Sequence[Instalment], total: Decimal) -> tuple[Decimal, ...]:
    """What is left of `total` after each instalment."""
    left, after = total, []
    for one in plan:
        left -= one.amount
        after.append(left)
    return tuple(after)


def _check(total: Decimal, first: date, on: date) -> None:
    if total <= ZERO:
        raise BadInputError(_("Der er ingen restance at lave rater af. Skriv den på siden Sag."))
    if first <= on:
        raise BadInputError(_("Den første rate skal ligge efter i dag. Ret dagen."))


def _dated(amounts: Sequence[Decimal], first: date, policy: Policy) -> tuple[Instalment, ...]:
    days = _days(first, len(amounts), policy)
    return tuple(Instalment(due=d, amount=a) for d, a in zip(days, amounts, strict=True))


def _days(first: date, count: int, policy: Policy) -> list[date]:
    """The same day of every month, on a day banks are open; months in which the policy pauses are left out."""
    found, month = [bank_day_on_or_after(first)], Month.of(first)
    wanted = first.day
    if first == bank_day_on_or_after(Month.of(first).day(policy.day_of_month)):
        wanted = policy.day_of_month
    while len(found) < count:
        month = month.plus(1)
        if month.number not in policy.pause_months:
            found.append(bank_day_on_or_after(month.day(wanted)))
    return found


def _changed(record: Record, number: int, change: Callable[[Instalment], Instalment]) -> Record:
    plan = list(instalments(record))
    if number >= len(plan):
        raise KeyError(number)
    plan[number] = change(plan[number])
    return _put(record, plan)


def _put(record: Record, plan: Sequence[Instalment]) -> Record:
    """Who approved other instalments has not approved these."""
    before = record.case.agreement or Agreement()
    after = tuple(sorted(plan, key=lambda one: one.due))
    if after == before.instalments:
        return record
    return _with(record, replace(before, instalments=after, approved_by="", approved_on=None))


def _with(record: Record, agreement: Agreement | None) -> Record:
    return replace(record, case=replace(record.case, agreement=agreement))
