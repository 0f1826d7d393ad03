"""A plan and everything seen about it on a day: how it goes, what is worth a call, what the bank rows propose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.ledger.spending import Spending
from budgetdesk.planning.bank_matches import BEFORE, BankMatch, bank_matches, seen_in_bank
from budgetdesk.planning.follow_up import Progress, Stage, begins, progress
from budgetdesk.planning.month_behind import MonthBehind, month_behind
from budgetdesk.planning.plan import DayBalance
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.signals import Signals, signals

NO_SPENDING = Spending()


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What the page Opfølgning shows."""

    progress: Progress
    signals: Signals
    matches: tuple[BankMatch, ...] = ()
    look_on: date | None = None
    """The next day on which the two look at it together; today or later."""
    look_due: date | None = None
    """The last such day that has passed without anything ticked since."""
    behind: MonthBehind | None = None
    """What it costs to be behind with the rent; None where no rent is missing, or the figures are not known."""


def watch(
    case: Case,
    policy: Policy,
    *,
    on: date,
    spending: Spending = NO_SPENDING,
    curve: Sequence[DayBalance] = (),
    pay_by: date | None = None,
    rates: Rates | None = None,
) -> Watched:
    """How the chosen plan of a case goes. `curve`: the accounts with the plan paid; `pay_by`: the last day to pay of
    the letter in force. Neither the curve, the bank rows nor the rates are needed: without them less is seen."""
    goes, spending = progress(case, policy, on=on), _since(case, spending)
    others = seen_in_bank(case, spending, goes, policy)
    running = goes.stage in (Stage.RUNNING, Stage.PROPOSED)
    days = sorted(case.agreement.follow_up) if case.agreement else []
    return Watched(
        progress=goes,
        signals=signals(case, goes, curve=curve if _can_see_ahead(case) else (), pay_by=pay_by, others=others),
        matches=bank_matches(case, spending, goes, policy) if running else (),
        look_on=next((day for day in days if day >= on), None) if running else None,
        look_due=_look_due(case, days, on) if running else None,
        behind=month_behind(case, rates, on=on) if rates is not None else None,
    )


def _can_see_ahead(case: Case) -> bool:
    """Without income or a balance the accounts of the days to come would only mislead."""
    return bool(case.income) and any(account.balance is not None for account in case.bank)


def _since(case: Case, spending: Spending) -> Spending:
    """The rows since the plan began: years of a statement are gone through once, on every keystroke."""
    start = begins(case)
    if start is None:
        return NO_SPENDING
    earliest = start - BEFORE
    return replace(spending, transactions=tuple(row for row in spending.transactions if row.date >= earliest))


def _look_due(case: Case, days: Sequence[date], on: date) -> date | None:
    """A day on which nobody looked: nothing was ticked on it or later."""
    passed = [day for day in days if day <= on]
    ticked = [one.paid_on for one in case.agreement.payments if one.paid_on] if case.agreement else []
    return passed[-1] if passed and not any(day >= passed[-1] for day in ticked) else None
