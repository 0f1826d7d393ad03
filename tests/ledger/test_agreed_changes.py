"""What was agreed to change, on the rows of the budget: how much, from which day, and never what is locked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.month import month_of
from budgetdesk.budget.what_gives import Alternative, CanGive, Change, Way
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Need
from budgetdesk.ledger.agreed import agree
from budgetdesk.readers.chart import load_chart

DAY = date(2026, 11, 20)
TOMORROW, NEW_YEAR = date(2026, 11, 21), date(2027, 1, 1)


def change(row: str, whole: Decimal, gives: Decimal, free: date, key: str = "") -> Change:
    can = CanGive(
        key=f"expenses[{row}].amount{key}",
        code="708",
        title="Takeaway",
        per_month=whole,
        need=Need.NICE,
        free_from=free,
    )
    return Change(of=can, gives=gives)


def way(*changes: Change) -> Alternative:
    gives = sum((each.gives for each in changes), Decimal(0))
    return Alternative(way=Way.FEWEST, changes=changes, gives=gives, missing=Decimal(0), free_from=NEW_YEAR)


def row(**facts: object) -> Case:
    return Case(expenses=(Expense(**{"id": "e1", "line": "708", "amount": Decimal(500), **facts}),))  # type: ignore[arg-type] # facts of one row


def test_money_that_is_free_tomorrow_is_taken_off_the_row_itself() -> None:
    case = agree(row(), way(change("e1", Decimal(500), Decimal(200), TOMORROW)), on=DAY)

    assert [(e.id, e.amount, e.start, e.end) for e in case.expenses] == [("e1", Decimal(300), None, None)]
    assert case.expenses[0].note == "Aftalt 20. november 2026: 200 kr. mindre om måneden fra 21. november 2026."


def test_an_agreement_that_ends_stands_until_the_day_before_the_money_is_free() -> None:
    case = agree(row(), way(change("e1", Decimal(500), Decimal(500), NEW_YEAR)), on=DAY)

    assert [(e.amount, e.end) for e in case.expenses] == [(Decimal(500), date(2026, 12, 31))]


def test_what_is_left_of_it_goes_on_in_a_row_of_its_own() -> None:
    case = agree(row(), way(change("e1", Decimal(500), Decimal(109), NEW_YEAR)), on=DAY)
    before, after = case.expenses

    assert (before.amount, before.end) == (Decimal(500), date(2026, 12, 31))
    assert (after.amount, after.start, after.end) == (Decimal(391), NEW_YEAR, None)
    assert after.id != before.id


def test_two_agreements_on_one_row_end_each_on_its_own_day() -> None:
    march = date(2027, 3, 1)
    changes = (
        change("e1", Decimal(109), Decimal(109), march, " musik"),
        change("e1", Decimal(139), Decimal(139), NEW_YEAR, " film"),
    )
    case = agree(row(), way(*changes), on=DAY)

    assert [(e.amount, e.start, e.end) for e in case.expenses] == [
        (Decimal(500), None, date(2026, 12, 31)),
        (Decimal(361), NEW_YEAR, date(2027, 2, 28)),
        (Decimal(252), march, None),
    ]
    assert len({e.id for e in case.expenses}) == 3


def test_a_locked_row_is_left_alone_even_if_it_was_locked_afterwards() -> None:
    case = row(locked=True, tenant_says=Need.NEED)

    assert agree(case, way(change("e1", Decimal(500), Decimal(200), TOMORROW)), on=DAY) == case


def test_taking_the_month_in_again_does_not_undo_what_was_agreed() -> None:
    case = agree(row(from_spending=True), way(change("e1", Decimal(500), Decimal(200), TOMORROW)), on=DAY)

    assert not case.expenses[0].from_spending


@given(
    amount=st.decimals("1", "5000", places=2),
    rhythm=st.sampled_from([r for r in Rhythm if r is not Rhythm.ONCE]),
    share=st.integers(1, 100),
    free=st.dates(TOMORROW, date(2027, 6, 30)),
)
def test_the_budget_gets_at_least_what_was_said_once_the_money_is_free(
    amount: Decimal, rhythm: Rhythm, share: int, free: date
) -> None:
    chart, later = load_chart(), date(2028, 1, 1)
    case = row(amount=amount, rhythm=rhythm)
    whole = per_month(amount, rhythm)
    gives = (whole * share / 100).quantize(Decimal("0.01"))
    after = agree(case, way(change("e1", whole, gives, free)), on=DAY)
    given = month_of(after, chart, on=later).luft - month_of(case, chart, on=later).luft

    assert gives <= given <= gives + Decimal("0.06")
