"""The month summed up, two voices, and what goes into the budget."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from ledger_rows import OCTOBER, spending_of, statement

from budgetdesk.dates import Month
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Evidence, Need
from budgetdesk.ledger.by_hand import adviser_says, lock, place_row, tenant_says, voice
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import ProofStatus, Voice
from budgetdesk.ledger.summary import by_line, months, summarise, whole_months
from budgetdesk.ledger.to_budget import bills_not_seen, into_budget, proposals
from budgetdesk.readers.chart import load_chart
from budgetdesk.readers.rules import load_rules

D = Decimal
CHART, RULES = load_chart(), load_rules()
BANK = statement(
    (1, "Husleje", "-7600"),
    (1, "Andel Energi", "-500"),
    (2, "Netto Byen", "-300"),
    (3, "Netto Byen", "-100"),
    (3, "Netto Byen", "20"),
    (5, "Wolt", "-200"),
    (6, "Netflix", "-139"),
    (7, "MobilePay Jens Hansen", "-150"),
    (8, "Indboforsikring", "-396"),
    (9, "Klarna", "-195"),
    (10, "Zorba", "-40"),
    (30, "Løn", "15000"),
)
SPENDING = sort_spending(spending_of(BANK), RULES)


def line(spending, code):
    return next(x for x in by_line(spending, OCTOBER, CHART, RULES.noise) if x.code == code)


def expenses(case: Case):
    return {e.line: e for e in case.expenses}


def test_a_line_sums_its_rows_and_a_refund_takes_off():
    food = line(SPENDING, "701")

    assert (food.amount, food.count, food.shops) == (D(380), 3, ("Netto Byen",))


def test_lines_come_in_the_order_of_the_chart():
    codes = [x.code for x in by_line(SPENDING, OCTOBER, CHART)]

    assert codes == [code for code in CHART.lines if code in codes]


def test_what_is_spent_is_lines_and_unsorted_together():
    month = summarise(SPENDING, OCTOBER, CHART, RULES.noise)

    assert month.spent == sum(x.amount for x in month.lines) + month.unsorted
    assert month.spent == -sum(row.amount for row in BANK.rows if row.amount < 0) - 20
    assert (month.unsorted, month.received) == (D(40), D(15000))
    assert [(i.kind, i.amount) for i in month.income] == [("loen", D(15000))]
    assert (month.covers_month, month.proof) == (True, ProofStatus.HOLDS)


def test_no_persons_name_is_shown_beside_an_amount():
    """Other people's names from MobilePay have no place on the tenant's screen."""
    assert line(SPENDING, "991").shops == ()
    jens = next(row.id for row in SPENDING.transactions if "Jens" in row.text)

    assert line(place_row(SPENDING, jens, "807", Need.NICE), "807").shops == ()


def test_pending_rows_are_shown_and_not_counted():
    waiting = replace(SPENDING.transactions[2], id="p", pending=True, balance=None)
    spending = replace(SPENDING, transactions=(*SPENDING.transactions, waiting))
    month = summarise(spending, OCTOBER, CHART)

    assert month.pending == ("p",)
    assert month.spent == summarise(SPENDING, OCTOBER, CHART).spent


def test_both_must_say_it_before_an_amount_can_be_done_without():
    one = tenant_says(SPENDING, "708", Need.NICE)
    both = adviser_says(adviser_says(one, "708", Need.NICE), "504", Need.NICE)

    assert summarise(one, OCTOBER, CHART).both_say_nice == 0
    assert summarise(both, OCTOBER, CHART).both_say_nice == D(200)
    assert line(both, "708").need is Need.NICE


def test_what_the_tenant_locks_stands():
    said = adviser_says(tenant_says(SPENDING, "708", Need.NICE), "708", Need.NICE)
    locked = lock(said, "708", locked=True)

    assert summarise(locked, OCTOBER, CHART).both_say_nice == 0
    assert line(locked, "708").need is Need.NEED
    assert lock(locked, "708", locked=False).voices[0].locked is False


def test_a_lock_stands_even_where_both_voices_say_otherwise():
    said = Voice(id="708", tenant_says=Need.NICE, adviser_says=Need.NICE, locked=True)

    assert summarise(replace(SPENDING, voices=(said,)), OCTOBER, CHART).both_say_nice == 0


def test_a_voice_taken_back_leaves_nothing():
    spending = tenant_says(tenant_says(SPENDING, "708", Need.NICE), "708", None)

    assert spending.voices == ()
    assert voice(spending, "708").tenant_says is None


def test_months_and_whole_months():
    half = spending_of(statement((1, "a", "-1"), (12, "b", "-1")))

    assert months(half) == (OCTOBER,)
    assert whole_months(half) == ()
    assert whole_months(SPENDING) == (OCTOBER,)
    assert by_line(SPENDING, Month(2026, 9), CHART) == ()


def test_the_month_goes_into_an_empty_budget():
    spending = adviser_says(tenant_says(SPENDING, "708", Need.NICE), "708", Need.NICE)
    found = expenses(into_budget(Case(), spending, OCTOBER, CHART))

    assert set(found) == {"106", "504", "701", "708", "991"}
    assert found["106"].amount == D(500)
    assert (found["708"].tenant_says, found["708"].adviser_says, found["708"].need) == (Need.NICE,) * 3
    assert all(e.from_spending and e.evidence is Evidence.SEEN for e in found.values())


@pytest.mark.parametrize("code", ["101", "102", "910", "919", "992"])
def test_rent_debts_and_the_plan_are_never_written(code):
    row = next(row.id for row in SPENDING.transactions if row.text == "Zorba")
    spending = place_row(SPENDING, row, code, Need.NEED)

    assert code not in expenses(into_budget(Case(), spending, OCTOBER, CHART, chosen=CHART.lines))


def test_a_weekly_line_gets_an_amount_per_week_that_makes_the_month():
    food = expenses(into_budget(Case(), SPENDING, OCTOBER, CHART))["701"]

    assert food.rhythm is Rhythm.WEEKLY
    assert abs(per_month(food.amount, food.rhythm) - D(380)) <= D("0.03")
    assert food.note == "Oktober 2026: 380 kr."


def test_what_was_typed_stands_unless_it_is_chosen():
    typed = Case(expenses=(Expense(id="e1", line="701", amount=D(700), rhythm=Rhythm.WEEKLY, label="Mad"),))
    left = into_budget(typed, SPENDING, OCTOBER, CHART)
    chosen = into_budget(typed, SPENDING, OCTOBER, CHART, chosen={"701"})

    assert left.expenses[0] == typed.expenses[0]
    assert [e.line for e in left.expenses].count("701") == 1
    assert chosen.expenses[0].from_spending
    assert (chosen.expenses[0].id, chosen.expenses[0].label) == ("e1", "Mad")


def test_doing_it_again_replaces_what_came_from_spending():
    case = into_budget(Case(), SPENDING, OCTOBER, CHART, chosen={"201"})
    less = replace(SPENDING, transactions=tuple(r for r in SPENDING.transactions if r.text != "Wolt"))

    assert into_budget(case, SPENDING, OCTOBER, CHART) == case
    assert "708" not in expenses(into_budget(case, less, OCTOBER, CHART))


def test_a_reserve_is_only_proposed():
    offer = proposals(Case(), SPENDING, OCTOBER, CHART)

    assert [x.code for x in offer.reserves] == ["201"]
    assert [x.code for x in offer.elsewhere] == ["101", "919"]
    assert [i.kind for i in offer.income] == ["loen"]
    chosen = expenses(into_budget(Case(), SPENDING, OCTOBER, CHART, chosen={"201"}))["201"]
    assert (chosen.amount, chosen.rhythm) == (D(396), Rhythm.QUARTERLY)


def test_bills_that_nobody_has_seen_are_asked_about():
    codes = [x.code for x in bills_not_seen(Case(), SPENDING, OCTOBER, CHART)]

    assert "104" in codes  # varme
    assert "106" not in codes  # el was paid
    assert "104" not in [
        x.code for x in bills_not_seen(Case(expenses=(Expense(id="e1", line="104"),)), SPENDING, OCTOBER, CHART)
    ]
