"""Which rows of the budget may give, and when."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.budget.month import month_of
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need
from budgetdesk.ledger.giving import can_give
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.subscriptions import Subscription, service_of
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.subscriptions import load_subscriptions

CHART = load_chart()
ON = date(2026, 11, 20)


def expense(line: str, amount: str, need: Need | None = None, **more) -> Expense:
    return Expense(id=f"e{line}", line=line, amount=Decimal(amount), rhythm=Rhythm.MONTHLY, need=need, **more)


def given(*expenses: Expense, subscriptions: tuple[Subscription, ...] = (), case: Case | None = None):
    case = replace(case or Case(), expenses=expenses)
    return {each.title: each for each in can_give(month_of(case, CHART, on=ON).expenses, subscriptions, CHART, on=ON)}


def subscription(name: str, amount: str) -> Subscription:
    regular = Regular(
        key=name,
        name=name,
        line="504",
        need=Need.NICE,
        rhythm=Rhythm.MONTHLY,
        amount=Decimal(amount),
        varies=False,
        last=date(2026, 11, 5),
        next_due=date(2026, 12, 7),
        confidence=Decimal(1),
        rows=(),
    )
    service = service_of(name, load_subscriptions())
    assert service is not None
    return Subscription(regular=regular, service=service)


def test_everyday_money_is_free_tomorrow_a_reserve_from_the_next_month_an_agreement_after_its_notice():
    found = given(expense("708", "500"), expense("808", "300", Need.NICE), expense("805", "299"))

    assert [(each.whole, each.free_from) for each in found.values()] == [
        (False, date(2026, 11, 21)),
        (True, date(2027, 1, 1)),
        (False, date(2026, 12, 1)),
    ]


def test_a_line_of_several_subscriptions_gives_one_by_one_and_never_more_than_the_line():
    found = given(expense("504", "300"), subscriptions=(subscription("Netflix", "149"), subscription("Spotify", "119")))

    assert {title: each.per_month for title, each in found.items()} == {
        "Netflix": 149,
        "Spotify": 119,
        "Streaming, musik og aviser": 32,
    }
    assert found["Netflix"].free_from == date(2026, 12, 7)
    assert all(each.whole for each in found.values())


def test_medicine_children_home_and_debts_never_give_and_what_is_locked_says_so():
    case = Case(debts=(Debt(id="d1", instalment=Decimal(500)),))
    found = given(
        expense("401", "300"),
        expense("304", "200"),
        expense("106", "400"),
        expense("701", "3000", locked=True),
        case=case,
    )

    assert [(each.code, each.locked) for each in found.values()] == [("701", True)]
