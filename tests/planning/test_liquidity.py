"""The day curve: exact, additive, and only with money that is there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from planning_household import CHART, POLICY, TODAY, household, kr

from budgetdesk.dates import is_bank_day
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import BankAccount, BoligstoetteNow, Case, Expense, Income, Tenancy
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import PaidTo, Status, Tax
from budgetdesk.planning.liquidity import Adjustments, curve, opening

END = date(2027, 3, 31)
BARE = replace(POLICY, adult_per_week=kr(0), further_adult_per_week=kr(0), child_per_week=kr(0))


def run(case: Case, *, end=END, instalments=(), policy=POLICY, start=TODAY, **changes):
    return curve(
        case, CHART, start=start, end=end, instalments=instalments, policy=policy, adjustments=Adjustments(**changes)
    )


def moved(days, title: str) -> dict[date, Decimal]:
    return {d.day: amount for d in days for name, amount in d.moves if name == title}


AMOUNTS = st.decimals(0, 20000, places=2)


@given(wage=AMOUNTS, food=AMOUNTS, bill=AMOUNTS, balance=AMOUNTS, paid=st.lists(AMOUNTS, max_size=3))
def test_the_end_balance_is_the_opening_plus_every_move_to_the_oere(wage, food, bill, balance, paid):
    case = Case(
        income=(Income(id="i1", amount=wage),),
        expenses=(Expense(id="e1", line="701", amount=food), Expense(id="e2", line="106", amount=bill)),
        bank=(BankAccount(id="b1", balance=balance),),
    )
    plan = [Instalment(due=date(2026, 12, 1) + timedelta(days=31 * n), amount=a) for n, a in enumerate(paid)]
    days = run(case, instalments=plan)

    assert days[-1].balance == balance + sum(a for d in days for _, a in d.moves)
    assert all(b.balance == a.balance + sum(m for _, m in b.moves) for a, b in pairwise(days))
    assert sum(a for d in days for t, a in d.moves if t == "Afdrag på restance") == -sum(paid)


@given(first=st.integers(1, 9000), second=st.integers(1, 9000))
def test_two_households_moves_add_up_to_the_moves_of_both_together(first, second):
    one = Income(id="i1", amount=kr(first))
    two = Expense(id="e1", line="106", amount=kr(second))
    both = run(Case(income=(one,), expenses=(two,)), policy=BARE)
    apart = (run(Case(income=(one,)), policy=BARE), run(Case(expenses=(two,)), policy=BARE))

    assert [d.balance for d in both] == [a.balance + b.balance for a, b in zip(*apart, strict=True)]


def test_the_curve_begins_today_with_todays_balance_and_names_every_day():
    days = run(household(balance="2000"))

    assert days[0].day == TODAY
    assert days[0].balance == kr(2000)
    assert [d.day for d in days] == [TODAY + timedelta(days=n) for n in range((END - TODAY).days + 1)]


def test_all_accounts_count_together_and_an_overdraft_is_never_money():
    case = Case(
        bank=(
            BankAccount(id="b1", balance=kr(-300), overdraft_limit=kr(10000)),
            BankAccount(id="b2", balance=kr(1000)),
        )
    )

    assert opening(case) == kr(700)


def test_rent_leaves_on_its_due_day_less_the_boligstoette_paid_to_the_landlord():
    case = replace(household(), tenancy=Tenancy(rent_per_month=kr(7600), boligstoette=BoligstoetteNow(amount=kr(1500))))
    days = run(case)

    assert moved(days, "Husleje") == {
        date(2026, 12, 1): kr(-7600),
        date(2027, 1, 4): kr(-7600),
        date(2027, 2, 1): kr(-7600),
        date(2027, 3, 1): kr(-7600),
    }
    assert set(moved(days, "Boligstøtte")) == set(moved(days, "Husleje"))


def test_boligstoette_paid_to_the_tenant_comes_on_the_first_bank_day():
    support = BoligstoetteNow(amount=kr(1500), paid_to=PaidTo.TENANT)
    case = Case(tenancy=Tenancy(rent_per_month=kr(7600), rent_due_day=10, boligstoette=support))
    days = run(case, end=date(2027, 1, 31))

    assert set(moved(days, "Boligstøtte")) == {date(2026, 12, 1), date(2027, 1, 4)}
    assert set(moved(days, "Husleje")) == {date(2026, 12, 10), date(2027, 1, 11)}


def test_a_month_that_stands_among_the_arrears_is_not_paid_again_as_running_rent():
    case = household()
    late = replace(case.arrears.rows[0], id="r2", month=replace(case.arrears.rows[0].month, number=12))
    case = replace(case, arrears=replace(case.arrears, rows=(*case.arrears.rows, late)))

    assert date(2026, 12, 1) not in moved(run(case), "Husleje")


def test_rent_of_the_month_before_that_is_due_in_a_weekend_leaves_in_this_month():
    case = Case(tenancy=Tenancy(rent_per_month=kr(7600), rent_due_day=31))
    days = run(case, start=date(2026, 10, 31), end=date(2026, 11, 10))

    # Saturday 31 October moves to Monday 2 November (almenlejeloven § 44, stk. 2).
    assert set(moved(days, "Husleje")) == {date(2026, 11, 2)}


def test_boligstoette_to_the_tenant_comes_though_the_rent_of_the_month_is_owed():
    support = BoligstoetteNow(amount=kr(1500), paid_to=PaidTo.TENANT)
    case = household()
    december = replace(case.arrears.rows[0], month=replace(case.arrears.rows[0].month, number=12))
    tenancy = Tenancy(rent_per_month=kr(7600), boligstoette=support)
    case = replace(case, tenancy=tenancy, arrears=replace(case.arrears, rows=(december,)))

    assert date(2026, 12, 1) in moved(run(case), "Boligstøtte")
    to_landlord = replace(case, tenancy=replace(tenancy, boligstoette=replace(support, paid_to=PaidTo.LANDLORD)))
    assert date(2026, 12, 1) not in moved(run(to_landlord), "Boligstøtte")


def test_only_granted_money_counts_unless_asked():
    applied = Income(id="i9", kind="boernebidrag", amount=kr(1675), status=Status.APPLIED)
    case = replace(household(), income=(applied,))

    assert not moved(run(case), "Børnebidrag, der modtages")
    # Six weeks for an answer: from 1 January 2027, the day of the New Year payment itself is too soon.
    assert min(moved(run(case, with_applied=True), "Børnebidrag, der modtages")) == date(2027, 2, 1)


def test_gross_wage_counts_only_what_is_paid_out():
    wage = Income(id="i1", amount=kr(19800), tax=Tax.GROSS)

    assert not moved(run(Case(income=(wage,))), "Løn")
    assert set(moved(run(Case(income=(replace(wage, paid_out=kr(15300)),))), "Løn").values()) == {kr(15300)}


def test_everyday_money_is_never_less_than_the_policys_least():
    case = replace(household(), expenses=(Expense(id="e1", line="701", amount=kr(300), rhythm=Rhythm.WEEKLY),))
    week = [d for d in run(case) if 0 < (d.day - TODAY).days <= 7]

    # One adult and two children: 600 + 250 + 250.
    assert sum(a for d in week for t, a in d.moves if t == "Hverdag") == kr(-1100)


def test_money_moves_on_bank_days_only_and_christmas_is_paid_for_after_it():
    case = replace(household(), expenses=(Expense(id="e1", line="701", amount=kr(2100), rhythm=Rhythm.WEEKLY),))
    spent = moved(run(case), "Hverdag")

    assert all(is_bank_day(day) for day in spent)
    # Thursday 24 to Sunday 27 December 2026 are closed.
    assert spent[date(2026, 12, 23)] == kr(-300)
    assert spent[date(2026, 12, 28)] == kr(-1500)


def test_an_everyday_line_with_a_day_of_its_own_leaves_on_it_and_still_counts_as_money_to_live_on():
    card = Expense(id="e1", line="601", amount=kr(1040), pays_on="day:25", label="Buskort")
    case = replace(household(), expenses=(card,))
    week = [d for d in run(case) if 0 < (d.day - TODAY).days <= 7]

    assert set(moved(run(case), "Buskort")) >= {date(2026, 11, 25), date(2026, 12, 28)}
    # One adult and two children: 600 + 250 + 250, of which the card is 1.040 x 12/52 = 240.
    assert sum(a for d in week for t, a in d.moves if t == "Hverdag") == kr(-860)


def test_a_childs_eighteenth_birthday_lowers_the_least_to_live_on():
    case = household()
    grown = replace(case.persons[1], born=date(2009, 1, 10))
    case = replace(case, persons=(case.persons[0], grown), expenses=())
    spent = moved(run(case), "Hverdag")

    assert spent[date(2027, 1, 8)] in (kr("-121.43"), kr("-121.42"))
    assert spent[date(2027, 1, 12)] in (kr("-85.71"), kr("-85.72"))
    # Monday pays for Saturday the 9th as before the birthday, and for Sunday and Monday as after it.
    assert spent[date(2027, 1, 11)] in (kr("-292.85"), kr("-292.86"), kr("-292.87"))


def test_a_reserve_is_set_aside_monthly_and_a_reserve_with_known_days_is_a_bill():
    reserve = Expense(id="e1", line="201", amount=kr(600), rhythm=Rhythm.QUARTERLY, label="Indbo")

    assert moved(run(Case(expenses=(reserve,))), "Indbo")[date(2026, 12, 1)] == kr(-200)
    known = replace(reserve, pays_on="day:1 of 2,5,8,11")
    assert moved(run(Case(expenses=(known,))), "Indbo") == {date(2027, 2, 1): kr(-600)}


def test_a_bill_whose_months_nobody_knows_costs_its_share_every_month():
    bill = Expense(id="e1", line="106", amount=kr(900), rhythm=Rhythm.QUARTERLY, label="El")

    assert set(moved(run(Case(expenses=(bill,))), "El").values()) == {kr(-300)}


def test_a_debt_stops_when_it_is_paid_and_wage_deductions_never_leave_the_account():
    debt = Debt(id="d1", creditor="Netbutikken", balance=kr(250), instalment=kr(100))
    case = Case(debts=(debt, Debt(id="d2", creditor="Staten", instalment=kr(500), deducted_from_income=True)))
    days = run(case)

    assert list(moved(days, "Netbutikken").values()) == [kr(-100), kr(-100), kr(-50)]
    assert not moved(days, "Staten")


def test_rows_that_others_own_and_other_peoples_money_do_not_count():
    case = household()
    lodger = replace(case.persons[1], id="p9", role="lodger")
    case = replace(
        case,
        persons=(lodger,),
        income=(Income(id="i1", person="p9", amount=kr(5000)),),
        expenses=(Expense(id="e1", line="101", amount=kr(7600), label="Husleje igen"),),
    )
    days = run(case)

    assert not moved(days, "Løn")
    assert not moved(days, "Husleje igen")


def test_a_bill_that_comes_once_nobody_knows_when_comes_at_once():
    bill = Expense(id="e1", line="106", amount=kr(900), rhythm=Rhythm.ONCE, pays_on="", label="El")

    assert moved(run(Case(expenses=(bill,))), "El") == {date(2026, 11, 23): kr(-900)}


def test_money_back_lowers_the_everyday_money():
    food = Expense(id="e1", line="701", amount=kr(1000), rhythm=Rhythm.WEEKLY)
    pant = Expense(id="e2", line="709", amount=kr(300), rhythm=Rhythm.WEEKLY)
    days = run(Case(expenses=(food, pant)), policy=BARE, end=TODAY + timedelta(days=7))

    assert sum(a for d in days for _, a in d.moves) == kr(-700)


def test_the_buffer_costs_nothing_here_the_cushion_stands_for_it():
    buffer = Expense(id="e1", line="902", amount=kr(500), label="Buffer")

    assert not moved(run(Case(expenses=(buffer,))), "Buffer")


def test_an_instalment_due_while_banks_are_closed_leaves_the_bank_day_before():
    days = run(Case(), instalments=[Instalment(due=date(2026, 12, 25), amount=kr(500))], policy=BARE)

    assert moved(days, "Afdrag på restance") == {date(2026, 12, 23): kr(-500)}


def test_what_falls_today_has_moved_already():
    days = run(Case(), instalments=[Instalment(due=TODAY, amount=kr(500))], policy=BARE)

    assert days[-1].balance == 0


def test_boligstoette_cannot_fall_below_nothing_and_only_the_next_payment_of_a_benefit_is_late():
    case = replace(household(), tenancy=Tenancy(rent_per_month=kr(7600), boligstoette=BoligstoetteNow(amount=kr(100))))

    assert set(moved(run(case, boligstoette_less=kr(500)), "Boligstøtte").values()) == {kr(0)}
    late = moved(run(household(), end=date(2027, 6, 1), late_path="income[i2]", late_days=42), "Børne- og ungeydelse")
    assert set(late) == {date(2027, 3, 3), date(2027, 4, 20)}


def test_what_the_policy_wants_saved_is_set_aside_on_the_first_bank_day():
    days = run(Case(), policy=replace(BARE, savings_per_month=kr(200)))

    assert moved(days, "Opsparing efter politikken") == {
        date(2026, 12, 1): kr(-200),
        date(2027, 1, 4): kr(-200),
        date(2027, 2, 1): kr(-200),
        date(2027, 3, 1): kr(-200),
    }


def test_what_lies_in_the_past_has_happened_and_moves_nothing():
    once = Income(id="i1", kind="feriepenge", amount=kr(900), rhythm=Rhythm.ONCE, pays_on="date:2026-05-04")
    ended = Income(id="i2", amount=kr(9000), end=date(2026, 10, 31))
    bill = Expense(id="e1", line="106", amount=kr(500), rhythm=Rhythm.ONCE, pays_on="date:2026-11-02")
    old = Instalment(due=date(2026, 11, 2), amount=kr(700))
    days = run(Case(income=(once, ended), expenses=(bill,)), instalments=[old], policy=BARE)

    assert {day.balance for day in days} == {kr(0)}
