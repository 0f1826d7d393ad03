"""The budget account: all is paid, never below zero, with the least to begin with; each pays by what comes in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from planning_household import CHART, POLICY, TODAY, kr

from budgetdesk.household.case import BoligstoetteNow, Case, Expense, Income, Person, Tenancy
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import PaidTo, Role
from budgetdesk.planning.budget_account import HORIZON, BudgetAccount, balances, budget_account
from budgetdesk.planning.liquidity import flow
from budgetdesk.planning.moves import MoveKind
from budgetdesk.planning.pay_plan import is_income

BARE = replace(POLICY, adult_per_week=kr(0), further_adult_per_week=kr(0), child_per_week=kr(0))
TENANT = Person(id="p1", role=Role.TENANT, name="Nadia", born=date(1989, 4, 12))
PARTNER = Person(id="p2", role=Role.PARTNER, name="Omar", born=date(1987, 4, 12))


def account(case: Case) -> BudgetAccount:
    found = budget_account(case, flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON))
    assert found is not None
    return found


def one_wage(*expenses: Expense, **more: object) -> Case:
    facts = {"persons": (TENANT,), "income": (Income(id="i1", person="p1", kind="loen", amount=kr(15000)),)}
    return Case(**{**facts, "expenses": expenses, **more})  # type: ignore[arg-type]


def test_twelve_equal_transfers_pay_a_year_of_rent_and_bills() -> None:
    case = one_wage(
        Expense(id="e1", line="106", amount=kr(500)),
        Expense(id="e2", line="105", amount=kr(900), rhythm=Rhythm.QUARTERLY),
        tenancy=Tenancy(
            rent_per_month=kr(7000), boligstoette=BoligstoetteNow(amount=kr(1000), paid_to=PaidTo.LANDLORD)
        ),
    )
    found = account(case)

    assert (found.first, found.last) == (date(2026, 11, 30), date(2027, 11, 29))
    assert found.total == 12 * 650000 + 4 * 90000
    assert [(payer.each, len(payer.days)) for payer in found.payers] == [(680000, 12)]
    assert [(one.title, one.oere, one.times) for one in found.pays][:2] == [
        ("Husleje", 8400000, 12),
        ("El", 600000, 12),
    ]


def test_food_stays_out_of_the_account() -> None:
    case = one_wage(
        Expense(id="e1", line="701", amount=kr(700), rhythm=Rhythm.WEEKLY), Expense(id="e2", line="106", amount=kr(500))
    )

    assert [one.title for one in account(case).pays] == ["El"]


def test_two_incomes_share_by_what_they_bring_home() -> None:
    case = Case(
        persons=(TENANT, PARTNER),
        income=(
            Income(id="i1", person="p1", kind="loen", amount=kr(10000)),
            Income(id="i2", person="p2", kind="loen", amount=kr(20000)),
        ),
        expenses=(Expense(id="e1", line="106", amount=kr(9000)),),
    )

    assert [(payer.name, payer.each) for payer in account(case).payers] == [("Omar", 600000), ("Nadia", 300000)]


def test_a_transfer_that_is_more_than_the_pay_is_told() -> None:
    case = one_wage(Expense(id="e1", line="106", amount=kr(16000)))

    assert account(case).payers[0].too_much
    assert not account(one_wage(Expense(id="e1", line="106", amount=kr(14000)))).payers[0].too_much


def test_without_pay_days_or_bills_there_is_no_account() -> None:
    bare = Case(persons=(TENANT,), expenses=(Expense(id="e1", line="106", amount=kr(500)),))
    for case in (bare, one_wage()):
        assert budget_account(case, flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON)) is None


def test_a_year_of_monthly_pay_has_twelve_pay_days_also_where_a_holiday_moves_the_thirteenth() -> None:
    """The last bank day of May is the 31st in 2029 and, after Ascension Day and the closed day after it, the 29th in
    2030: twelve months on, the thirteenth pay has come already."""
    case, start = one_wage(Expense(id="e1", line="106", amount=kr(500))), date(2029, 5, 20)
    found = budget_account(case, flow(case, CHART, BARE, start=start, end=start + HORIZON))

    assert found is not None
    assert (found.first, found.last) == (date(2029, 5, 31), date(2030, 5, 28))
    assert len(found.payers[0].days) == 12


OERE = st.integers(1, 900_000).map(lambda whole: Decimal(whole).scaleb(-2))
DAYS = st.sampled_from(["day:1", "day:15", "last_bank_day", "first_bank_day", "day:29"])


@settings(max_examples=20, deadline=None)
@given(
    wages=st.lists(st.tuples(OERE, DAYS), min_size=1, max_size=2),
    bills=st.lists(st.tuples(OERE, DAYS, st.sampled_from([Rhythm.MONTHLY, Rhythm.ONCE])), min_size=1, max_size=4),
    quarterly=OERE,
)
def test_the_start_is_the_least_with_which_no_day_of_the_year_is_below_zero(
    wages: list[tuple[Decimal, str]], bills: list[tuple[Decimal, str, Rhythm]], quarterly: Decimal
) -> None:
    people = (TENANT, PARTNER)
    case = Case(
        persons=people,
        income=tuple(
            Income(id=f"i{n}", person=people[n].id, kind="loen", amount=amount, pays_on=day)
            for n, (amount, day) in enumerate(wages)
        ),
        expenses=(
            *(
                Expense(id=f"e{n}", line="106", amount=amount, pays_on=day, rhythm=rhythm)
                for n, (amount, day, rhythm) in enumerate(bills)
            ),
            Expense(id="q", line="105", amount=quarterly, rhythm=Rhythm.QUARTERLY),
        ),
    )
    moved = flow(case, CHART, BARE, start=TODAY, end=TODAY + HORIZON)
    found = account(case)

    def lowest(start: int) -> int:
        """Day after day, in the slowest way there is."""
        stands, seen = start, []
        for number in range((found.last - found.first).days + 1):
            day = date.fromordinal(found.first.toordinal() + number)
            stands += sum(payer.each for payer in found.payers if day in payer.days)
            stands += sum(
                m.oere
                for m in moved.moves
                if m.day == day and m.kind is not MoveKind.EVERYDAY and not is_income(m, case)
            )
            seen.append(stands)
        return min(seen)

    assert lowest(found.start) == found.lowest >= 0
    assert found.start % 100 == 0
    assert found.start == 0 or lowest(found.start - 100) < 0
    assert found.total <= sum(payer.each * len(payer.days) for payer in found.payers)
    assert sum(one.oere for one in found.pays) == found.total


def test_the_balance_is_that_of_the_end_of_each_day() -> None:
    first, last = date(2027, 1, 1), date(2027, 1, 3)

    assert balances(first, last, [(first, 500), (last, -700), (first, -100)]) == [400, 400, -300]
