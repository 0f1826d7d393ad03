"""Averages over several months, into the budget, and the budget against a month that was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ledger_rows import TODAY

from budgetdesk.dates import Month, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.case import BoligstoetteNow, Case, Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ledger.against import against_budget
from budgetdesk.ledger.averages import average_of, averages, spelled
from budgetdesk.ledger.spending import Batch, Proof, ProofStatus, Spending, Transaction
from budgetdesk.ledger.summary import whole_months
from budgetdesk.ledger.to_budget import into_budget
from budgetdesk.readers.chart import load_chart

CHART = load_chart()
NEWEST = Month(2026, 10)


def row(month: Month, line: str, amount: str, number: int = 1) -> Transaction:
    day = bank_day_on_or_after(month.day(10))
    return Transaction(
        id=f"{month}-{line}-{number}", batch=f"b{month}", date=day, text=line, amount=-Decimal(amount), line=line
    )


def batch(month: Month) -> Batch:
    start, end = bank_day_on_or_after(month.first), bank_day_on_or_before(month.last)
    proof = Proof(status=ProofStatus.HOLDS, start=start, end=end)
    return Batch(
        id=f"b{month}", file_name="", file_hash="", format="x", account=str(month), imported_on=TODAY, proof=proof
    )


def spending(*rows: Transaction, covered: list[Month]) -> Spending:
    known = {f"b{month}" for month in covered}
    silent = {each.batch for each in rows} - known
    batches = [replace(batch(NEWEST), id=name, proof=Proof(status=ProofStatus.NOT_POSSIBLE)) for name in sorted(silent)]
    return Spending(batches=(*map(batch, covered), *batches), transactions=rows)


MONTHS_BACK = [NEWEST.plus(-back) for back in range(12)]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(1, 90_000)), min_size=1, max_size=20),
    st.sets(st.integers(1, 11)),
)
def test_an_average_is_the_sum_of_covered_months_through_their_number(amounts, missing):
    covered = [month for back, month in enumerate(MONTHS_BACK) if back not in missing]
    rows = [row(m, "701", "0.01") for m in covered]
    rows += [
        row(MONTHS_BACK[back], "701", str(Decimal(oere).scaleb(-2)), n + 2) for n, (back, oere) in enumerate(amounts)
    ]
    found = {average.span: average for average in averages(spending(*rows, covered=covered), CHART)}

    assert set(found) == {1, 3, 6, 12}
    for span, average in found.items():
        within = [month for month in MONTHS_BACK[:span] if month in covered]
        total = sum(-each.amount for each in rows if Month.of(each.date) in within)
        assert set(average.months) | set(average.not_covered) == set(MONTHS_BACK[:span])
        assert list(average.months) == sorted(within)
        assert abs(average.spent - total / len(within)) <= Decimal("0.005")


def test_a_month_that_is_not_covered_is_named_and_never_counts_as_zero():
    first, third = NEWEST.plus(-2), NEWEST
    found = average_of(spending(row(first, "701", "300"), row(third, "701", "100"), covered=[first, third]), 3, CHART)

    assert found is not None
    assert found.spent == 200
    assert found.text == (
        "Gennemsnit af august 2026 og oktober 2026. Ikke dækket, og derfor ikke talt med: september 2026."
    )


def test_a_covered_month_without_a_line_is_known_to_be_zero_on_it():
    first, second = NEWEST.plus(-1), NEWEST
    rows = [row(first, "701", "300"), row(first, "708", "90"), row(second, "701", "100")]
    found = average_of(spending(*rows, covered=[first, second]), 3, CHART)

    assert found is not None
    assert {line.code: line.amount for line in found.lines} == {"701": 200, "708": 45}


def test_nothing_covered_gives_no_average():
    assert averages(spending(row(NEWEST, "701", "300"), covered=[]), CHART) == ()


@pytest.mark.parametrize(
    ("months", "said"),
    [
        ([Month(2026, 10)], "oktober 2026"),
        ([Month(2026, 8), Month(2026, 9), Month(2026, 10)], "august–oktober 2026"),
        ([Month(2025, 12), Month(2026, 1)], "december 2025 – januar 2026"),
        ([Month(2026, 5), Month(2026, 8), Month(2026, 9)], "maj 2026 og august–september 2026"),
    ],
)
def test_months_are_spelled_in_runs(months, said):
    assert spelled(months) == said


def test_the_chosen_average_goes_into_the_budget_and_says_where_it_comes_from():
    months = [NEWEST.plus(-2), NEWEST.plus(-1), NEWEST]
    rows = [row(month, "708", amount) for month, amount in zip(months, ("300", "600", "300"), strict=True)]
    rows += [row(months[0], "201", "900")]
    here = spending(*rows, covered=months)
    case = into_budget(Case(), here, NEWEST, CHART, average=average_of(here, 3, CHART), chosen={"201"})
    expenses = {expense.line: expense for expense in case.expenses}

    assert (expenses["708"].rhythm, expenses["708"].amount) == (Rhythm.WEEKLY, Decimal("92.31"))
    assert expenses["708"].note == "Gennemsnit af august–oktober 2026: 400 kr. om måneden"
    assert (expenses["201"].rhythm, expenses["201"].amount) == (Rhythm.QUARTERLY, 900)


def test_one_yearly_bill_in_three_months_is_one_bill():
    months = [NEWEST.plus(-2), NEWEST.plus(-1), NEWEST]
    here = spending(row(months[0], "402", "900"), *(row(m, "701", "1") for m in months), covered=months)
    case = into_budget(Case(), here, NEWEST, CHART, average=average_of(here, 3, CHART), chosen={"402"})

    assert [(e.rhythm, e.amount) for e in case.expenses if e.line == "402"] == [(Rhythm.YEARLY, 900)]


def expense(line: str, amount: str, rhythm: Rhythm = Rhythm.MONTHLY) -> Expense:
    return Expense(id=f"e{line}", line=line, amount=Decimal(amount), rhythm=rhythm)


def test_each_line_says_neutrally_how_the_month_was():
    case = Case(
        expenses=(
            expense("708", "400"),
            expense("701", "1000"),
            expense("402", "1200", Rhythm.YEARLY),
            expense("805", "200"),
        )
    )
    rows = [row(NEWEST, "708", "520"), row(NEWEST, "701", "1040"), row(NEWEST, "806", "75")]
    compared = against_budget(case, spending(*rows, covered=[NEWEST]), NEWEST, CHART, on=date(2026, 11, 20))

    assert {line.code: line.text for line in compared.lines} == {
        "708": "120 kr. mere end i budgettet.",
        "701": "Som i budgettet.",
        "402": "100 kr. er sat til side.",
        "805": "200 kr. mindre end i budgettet.",
        "806": "75 kr., som ikke står i budgettet.",
    }
    assert (compared.budget, compared.actual) == (1700, 1635)
    assert compared.text == "Måneden gik som i budgettet."


def test_rent_less_boligstoette_paid_to_the_landlord_is_as_planned():
    case = Case()
    support = BoligstoetteNow(amount=Decimal(1000))
    case = replace(case, tenancy=replace(case.tenancy, rent_per_month=Decimal(7000), boligstoette=support))
    compared = against_budget(
        case, spending(row(NEWEST, "101", "6000"), covered=[NEWEST]), NEWEST, CHART, on=date(2026, 11, 20)
    )

    assert [(line.code, line.difference) for line in compared.lines] == [("101", 0)]


def test_a_month_that_is_not_covered_says_that_more_may_come():
    compared = against_budget(
        Case(), spending(row(NEWEST, "701", "10"), covered=[]), NEWEST, CHART, on=date(2026, 11, 20)
    )

    assert compared.text == "Måneden er ikke dækket helt endnu, så der kan komme mere."


@pytest.mark.parametrize(
    ("second", "balances", "whole"),
    [
        (19, (None, None), True),  # a quiet weekend
        (26, (None, None), False),  # ten days nobody knows of
        (26, ("500", "500"), True),  # the balances prove that nothing is missing
        (19, ("500", "400"), False),  # the balances prove that something is
    ],
)
def test_two_statements_cover_a_month_only_when_nothing_lies_between_them(second, balances, whole):
    closing, opening = (Decimal(each) if each else None for each in balances)
    one = Proof(status=ProofStatus.HOLDS, start=date(2026, 10, 1), end=date(2026, 10, 16), closing=closing)
    two = Proof(status=ProofStatus.HOLDS, start=date(2026, 10, second), end=date(2026, 10, 30), opening=opening)
    batches = [replace(batch(NEWEST), id=name, account="A", proof=proof) for name, proof in (("b1", one), ("b2", two))]
    rows = [replace(row(NEWEST, "701", "10"), batch="b1"), replace(row(NEWEST, "701", "10", 2), batch="b2")]

    found = whole_months(Spending(batches=tuple(batches), transactions=tuple(rows)))

    assert (found == (NEWEST,)) is whole
