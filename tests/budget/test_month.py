"""The month against households counted by hand, and against the laws a budget obeys."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.budget.chart import LineType, Owner
from budgetdesk.budget.month import MonthBudget, MonthRow, group_totals, month_of
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Arrears, BoligstoetteNow, Case, Expense, Income, Person, Tenancy
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import TIMES_A_YEAR, Rhythm, per_month
from budgetdesk.household.words import Need, PaidTo, Role, Status, Tax
from budgetdesk.readers.chart import load_chart

ON = date(2026, 11, 20)
CHART = load_chart()
D = Decimal


def month(case: Case) -> MonthBudget:
    return month_of(case, CHART, on=ON)


def wage(**facts: object) -> Income:
    return Income(**{"id": "i1", "kind": "loen", "amount": D("15300"), **facts})


def row(rows: tuple[MonthRow, ...], path: str) -> MonthRow:
    return next(r for r in rows if r.path == path)


def a_family() -> Case:
    """By hand: in 15.300 + 4.284 (12.852 a quarter); fixed 7.600 - 1.000 + 640 + 150; reserves 132; food 650 a week."""
    return Case(
        tenancy=Tenancy(rent_per_month=D(7600), boligstoette=BoligstoetteNow(amount=D(1000))),
        income=(wage(), wage(id="i2", kind="boerneydelse", amount=D("12852"), rhythm=Rhythm.QUARTERLY)),
        expenses=(
            Expense(id="e1", line="104", amount=D(640)),
            Expense(id="e2", line="201", amount=D(396), rhythm=Rhythm.QUARTERLY),
            Expense(id="e3", line="701", amount=D(650), rhythm=Rhythm.WEEKLY),
        ),
        debts=(Debt(id="d1", kind="gaeldsstyrelsen", creditor="Gældsstyrelsen", instalment=D(150)),),
    )


def test_a_household_counted_by_hand():
    budget = month(a_family())

    assert budget.income_per_month == D("19584.00")
    assert budget.fixed_per_month == D("7390.00")
    assert budget.raadighedsbeloeb == D("12194.00")
    assert budget.expenses_per_month == D("10338.67")
    assert budget.luft == D("9245.33")
    assert budget.for_living_per_week == D("2783.54")  # (12.194 - 132) x 12 / 52


def test_rent_is_counted_once_and_boligstoette_to_the_landlord_lowers_it():
    budget = month(a_family())

    assert row(budget.expenses, "tenancy.rent_per_month").per_month == D(7600)
    assert row(budget.expenses, "tenancy.boligstoette.amount").per_month == D(-1000)
    assert sum(1 for r in budget.expenses if r.code == "101") == 1


def test_boligstoette_to_the_tenant_is_income_and_leaves_the_same_luft():
    to_landlord = a_family()
    support = BoligstoetteNow(amount=D(1000), paid_to=PaidTo.TENANT)
    to_tenant = Case(**{**vars(to_landlord), "tenancy": Tenancy(rent_per_month=D(7600), boligstoette=support)})

    assert month(to_tenant).income_per_month == month(to_landlord).income_per_month + 1000
    assert month(to_tenant).luft == month(to_landlord).luft


def test_gross_pay_counts_what_is_paid_out():
    budget = month(Case(income=(wage(tax=Tax.GROSS, amount=D(19800), paid_out=D(15300)),)))

    assert budget.income_per_month == D(15300)


def test_what_was_paid_out_of_an_amount_before_tax_counts_no_more_when_the_amount_is_after_tax():
    """The field is out of sight then: a figure nobody sees must not be the one that counts."""
    left_over = wage(tax=Tax.NET, amount=D(16100), paid_out=D(15300))

    assert month(Case(income=(left_over,))).income_per_month == D(16100)
    assert month(Case(income=(replace(left_over, amount=None),))).income[0].amount is None


def test_gross_pay_whose_payment_is_unknown_counts_nothing_and_says_so():
    budget = month(Case(income=(wage(tax=Tax.GROSS, amount=D(19800)),)))

    assert budget.income_per_month == 0
    assert budget.income[0].amount is None
    assert "udbetalt" in budget.income[0].note


@pytest.mark.parametrize("status", [Status.APPLIED, Status.HOPED])
def test_money_that_is_not_granted_is_shown_and_not_counted(status: Status):
    budget = month(Case(income=(wage(status=status),)))

    assert budget.income_per_month == 0
    assert budget.income[0].per_month == D(15300)
    assert not budget.income[0].counts


@pytest.mark.parametrize(
    "facts",
    [
        {"kind": "feriepenge", "rhythm": Rhythm.MONTHLY},
        {"rhythm": Rhythm.ONCE},
        {"start": date(2026, 11, 21)},
        {"end": date(2026, 11, 19)},
        {"amount": None},
    ],
)
def test_one_offs_and_money_of_other_days_do_not_count(facts: dict[str, object]):
    budget = month(Case(income=(wage(**facts),)))

    assert budget.income_per_month == 0
    assert budget.income[0].note


def test_first_and_last_day_of_a_row_are_included():
    assert month(Case(income=(wage(start=ON, end=ON),))).income_per_month == D(15300)


def test_where_only_a_range_is_known_the_lowest_counts():
    assert month(Case(income=(wage(amount=None, min=D(9000), max=D(12000)),))).income_per_month == D(9000)


def test_a_grown_childs_wage_is_not_the_households_but_money_for_a_child_is():
    persons = (Person(id="p2", role=Role.ADULT_CHILD), Person(id="p3", role=Role.CHILD))
    own = wage(person="p2")
    for_child = wage(id="i2", kind="boernebidrag", person="p3", amount=D(1675))

    budget = month(Case(persons=persons, income=(own, for_child)))

    assert budget.income_per_month == D(1675)


def test_help_paid_to_the_landlord_lowers_the_rent_instead_of_being_income():
    case = Case(
        tenancy=Tenancy(rent_per_month=D(7600)), income=(wage(kind="andet", amount=D(900), paid_to="landlord"),)
    )

    budget = month(case)

    assert budget.income_per_month == 0
    assert budget.expenses_per_month == D(6700)


def test_help_to_the_landlord_that_is_only_hoped_for_lowers_nothing():
    hoped = wage(kind="andet", amount=D(900), paid_to="landlord", status=Status.HOPED)

    assert month(Case(tenancy=Tenancy(rent_per_month=D(7600)), income=(hoped,))).expenses_per_month == D(7600)


def test_an_instalment_already_taken_from_the_pay_is_shown_and_not_counted():
    debt = Debt(id="d1", kind="gaeldsstyrelsen", instalment=D(400), deducted_from_income=True)

    budget = month(Case(debts=(debt,)))

    assert row(budget.expenses, "debts[d1].instalment").per_month == D(400)
    assert budget.expenses_per_month == 0


def test_a_plan_counts_only_when_the_landlord_has_said_yes():
    plan = (
        Instalment(due=date(2026, 12, 1), amount=D(700)),
        Instalment(due=date(2027, 1, 1), amount=D(650)),
    )
    agreement = Agreement(instalments=plan)
    proposal = Case(agreement=agreement)
    accepted = Case(agreement=agreement, arrears=Arrears(landlord_accepted=LandlordAccepted(by="Mona", on=ON)))

    assert month(proposal).expenses_per_month == 0
    assert "Forslag" in row(month(proposal).expenses, "agreement.instalments").note
    assert month(accepted).expenses_per_month == D(700)
    assert month_of(accepted, CHART, on=date(2026, 12, 2)).expenses_per_month == D(650)
    assert month_of(accepted, CHART, on=date(2027, 1, 2)).expenses_per_month == 0


def test_the_buffer_is_zero_until_there_is_luft():
    buffer = Expense(id="e9", line="902", amount=D(500))
    poor = Case(expenses=(buffer,))
    some = Case(income=(wage(amount=D(200)),), expenses=(buffer,))
    rich = Case(income=(wage(),), expenses=(buffer,))

    assert month(poor).luft == 0
    assert month(some).luft == 0
    assert month(rich).luft == D(14800)


def test_two_buffers_share_the_air_there_is():
    buffers = tuple(Expense(id=f"e{n}", line="902", amount=D(150)) for n in (1, 2))
    budget = month(Case(income=(wage(amount=D(200)),), expenses=buffers))

    assert [r.per_month for r in budget.expenses if r.code == "902"] == [D(150), D(50)]
    assert budget.luft == 0


def test_the_savings_for_bills_are_shown_and_not_counted_twice():
    budget = month(a_family())
    derived = next(r for r in budget.expenses if r.code == "901")

    assert derived.per_month == D(132)
    assert not derived.counts


def test_deposit_money_comes_back_and_own_transfers_do_not_count():
    expenses = (Expense(id="e1", line="709", amount=D(60)), Expense(id="e2", line="992", amount=D(300)))

    assert month(Case(expenses=expenses)).expenses_per_month == D(-60)


def test_what_the_tenant_has_locked_stands():
    locked = Expense(id="e1", line="705", amount=D(1), tenant_says=Need.NEED, adviser_says=Need.NICE, locked=True)

    assert row(month(Case(expenses=(locked,))).expenses, "expenses[e1].amount").need is Need.NEED


def test_an_expense_that_has_ended_or_comes_once_does_not_count():
    expenses = (
        Expense(id="e1", line="504", amount=D(139), end=date(2026, 10, 31)),
        Expense(id="e2", line="111", amount=D(3299), rhythm=Rhythm.ONCE),
    )

    assert month(Case(expenses=expenses)).expenses_per_month == 0


def test_a_line_the_chart_no_longer_has_still_counts():
    budget = month(Case(expenses=(Expense(id="e1", line="777", amount=D(80)),)))

    assert budget.expenses_per_month == D(80)
    assert "777" in row(budget.expenses, "expenses[e1].amount").title


AMOUNTS = st.decimals(0, 100_000, places=2)
RHYTHMS = st.sampled_from(list(Rhythm))
TYPED = [code for code, line in CHART.lines.items() if line.owner is Owner.BUDGET and code != "902"]


@st.composite
def households(draw: st.DrawFn) -> Case:
    incomes = draw(st.lists(st.tuples(AMOUNTS, RHYTHMS, st.sampled_from(list(Status))), max_size=4))
    expenses = draw(st.lists(st.tuples(st.sampled_from(TYPED), AMOUNTS, RHYTHMS), max_size=6))
    debts = draw(st.lists(st.tuples(st.sampled_from(list(CHART.debts)), AMOUNTS, st.booleans()), max_size=3))
    return Case(
        tenancy=Tenancy(rent_per_month=draw(st.none() | AMOUNTS), boligstoette=BoligstoetteNow(amount=draw(AMOUNTS))),
        income=tuple(wage(id=f"i{n}", amount=a, rhythm=r, status=s) for n, (a, r, s) in enumerate(incomes)),
        expenses=tuple(Expense(id=f"e{n}", line=c, amount=a, rhythm=r) for n, (c, a, r) in enumerate(expenses)),
        debts=tuple(
            Debt(id=f"d{n}", kind=k, instalment=a, deducted_from_income=x) for n, (k, a, x) in enumerate(debts)
        ),
    )


@given(households())
def test_every_total_is_the_exact_sum_of_the_rows_that_count(case: Case):
    budget = month(case)
    counted = [r for r in budget.expenses if r.counts]
    by_type = {kind: sum((r.per_month for r in counted if r.type is kind), D(0)) for kind in LineType}

    assert budget.income_per_month == sum((r.per_month for r in budget.income if r.counts), D(0))
    assert budget.expenses_per_month == sum(by_type.values()) == sum(group_totals(budget).values(), D(0))
    assert budget.raadighedsbeloeb == budget.income_per_month - by_type[LineType.FIXED]
    assert budget.luft == budget.raadighedsbeloeb - by_type[LineType.RESERVE] - by_type[LineType.VARIABLE]


@given(households(), AMOUNTS)
def test_a_krone_more_in_expense_is_a_krone_less_in_luft(case: Case, amount: Decimal):
    more = Case(**{**vars(case), "expenses": (*case.expenses, Expense(id="x", line="701", amount=amount))})

    assert month(case).luft - month(more).luft == amount


@given(AMOUNTS, RHYTHMS)
def test_twelve_months_make_a_year_to_within_half_an_oere_a_month(amount: Decimal, rhythm: Rhythm):
    assert abs(per_month(amount, rhythm) * 12 - amount * TIMES_A_YEAR[rhythm]) <= D("0.06")


@pytest.mark.parametrize(
    ("amount", "rhythm", "expected"),
    [
        (D(1200), Rhythm.YEARLY, D(100)),
        (D(1140), Rhythm.QUARTERLY, D(380)),
        (D(600), Rhythm.BIWEEKLY, D(1300)),
        (D(300), Rhythm.WEEKLY, D(1300)),
        (D(1200), Rhythm.ELEVEN, D(1100)),
        (D(900), Rhythm.HALFYEARLY, D(150)),
        (D(250), Rhythm.BIMONTHLY, D(125)),
        (D(250), Rhythm.ONCE, D(0)),
    ],
)
def test_rhythms_become_months(amount: Decimal, rhythm: Rhythm, expected: Decimal):
    assert per_month(amount, rhythm) == expected
