"""Which rows of the budget may give, and from which day the money is free: what `budget.what_gives` chooses among.

* An everyday line or a reserve gives in part: from today, and from the first of the next month.
* A fixed line is an agreement: it ends or stays. Where the payment is a subscription known by name, the day and who
  must do what are its own; else the longest notice of the law is reckoned with.
* Rent, debts, the plan, the buffer and what is not shared out yet never give. Of what is needed, only food, transport
  and personal things may shrink: medicine, children, insurance and the home are not for saving here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.budget.chart import Chart, LineType, Owner
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.budget.what_gives import CanGive
from budgetdesk.dates import ONE_DAY, Month
from budgetdesk.household.rhythm import per_month
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.subscriptions import Ends, Notice, Subscription, last_day
from budgetdesk.money import ZERO

NEVER = frozenset({"opsparing", "gaeld", "ufordelt"})
SHRINK = frozenset({"mad", "transport", "personligt"})
"""Groups of the chart in which a line that is needed may shrink by the policy's share."""
LONGEST_NOTICE = Notice(ends=Ends.ASK, text="", source="Forbrugeraftaleloven § 28", confidence="derived")
ASK_COMPANY = N_("Lejeren spørger selskabet, hvornår aftalen kan slutte.")


def can_give(rows: Iterable[MonthRow], ends: Iterable[Subscription], chart: Chart, *, on: date) -> tuple[CanGive, ...]:
    """What may give, kr/month, when the change is made on a day. `ends` are the running subscriptions."""
    known: dict[str, list[Subscription]] = {}
    for subscription in ends:
        known.setdefault(subscription.regular.line, []).append(subscription)
    found: list[CanGive] = []
    for row in rows:
        if _may(row, chart):
            found += _of_row(row, known.pop(row.code, []), on)
    return tuple(found)


def _may(row: MonthRow, chart: Chart) -> bool:
    line = chart.lines.get(row.code)
    if line is None or line.owner is not Owner.BUDGET or line.minus or row.group in NEVER:
        return False
    return row.counts and row.per_month > ZERO and (row.need is Need.NICE or row.group in SHRINK)


def _of_row(row: MonthRow, known: Iterable[Subscription], on: date) -> list[CanGive]:
    if row.type is not LineType.FIXED:
        free = on + ONE_DAY if row.type is LineType.VARIABLE else Month.of(on).plus(1).first
        return [_part(row, row.path, row.title, row.per_month, free)]
    left, found = row.per_month, []
    for each in known:
        amount = min(left, per_month(each.regular.amount, each.regular.rhythm))
        if amount > ZERO:
            found.append(_ends(row, each, amount, on))
            left -= amount
    if left > ZERO:
        free = last_day(LONGEST_NOTICE, on) + ONE_DAY
        rest = _part(row, row.path, row.title, left, free)
        found.append(replace(rest, whole=True, who=_(ASK_COMPANY)))
    return found


def _ends(row: MonthRow, subscription: Subscription, amount: Decimal, on: date) -> CanGive:
    key = f"{row.path} {subscription.regular.key}"
    given = _part(row, key, subscription.regular.name, amount, subscription.free_from(on))
    return replace(given, whole=True, who=subscription.service.who)


def _part(row: MonthRow, key: str, title: str, amount: Decimal, free: date) -> CanGive:
    return CanGive(
        key=key,
        code=row.code,
        title=title,
        per_month=amount,
        need=row.need,
        free_from=free,
        locked=row.locked,
    )
