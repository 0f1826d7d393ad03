"""What if: budget and benefits of a changed household beside today's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions.library import load_library
from budgetdesk.actions.what_if import Compared, compare
from budgetdesk.casework import scenarios
from budgetdesk.casework.record import Record
from budgetdesk.casework.scenarios import Scenario
from budgetdesk.household import paths
from budgetdesk.household.case import Case
from budgetdesk.household.words import Marital, Role, Tax
from budgetdesk.readers.case_file import sample_case

DAY = date(2026, 11, 20)
LIBRARY = load_library()
CASE = sample_case(today=DAY)


def beside_today(*changes: scenarios.Change, case: Case = CASE) -> tuple[Compared, Compared]:
    today, then = compare(Record(case=case), DAY, LIBRARY, [Scenario("prøve", changes)])
    return today, then


def benefit(one: Compared, name: str = "boligstoette"):
    return next(row for row in one.benefits if row.benefit == name)


def getting(amount: int) -> Case:
    return paths.put(CASE, "tenancy.boligstoette.amount", Decimal(amount))


def test_today_stands_first_and_differs_from_nothing():
    today, then = beside_today()

    assert today.name == "I dag"
    assert (then.luft, then.luft_if_all) == (today.luft, today.luft_if_all)
    assert (then.luft_difference, then.luft_if_all_difference) == (0, 0)
    assert today.luft_if_all >= today.luft + 4201


def test_the_case_itself_is_never_touched():
    before = replace(CASE)
    beside_today(scenarios.other_home(rent=Decimal(1), area_m2=Decimal(10)))

    assert before == CASE


def test_a_cheaper_home_moves_the_rent_and_the_boligstoette_that_is_received():
    _, then = beside_today(scenarios.other_home(rent=Decimal(6000), area_m2=Decimal(70)), case=getting(4201))
    row = benefit(then)

    assert row.then < row.today == 4201
    assert then.luft - then.month.luft == row.difference
    assert then.luft_difference == 1600 + row.difference


def test_a_household_that_gets_more_than_computed_keeps_that_much_more():
    _, then = beside_today(scenarios.other_home(rent=Decimal(6000), area_m2=Decimal(70)), case=getting(4301))

    assert then.luft - then.month.luft == benefit(then).difference


def test_what_is_received_never_falls_below_nothing():
    wage = scenarios.job("p1", gross=Decimal(90000), paid_out=Decimal(50000), on=DAY)
    _, then = beside_today(wage, case=getting(100))

    others = sum(row.difference or 0 for row in then.benefits if row.received and row.benefit != "boligstoette")
    assert benefit(then).then == 0
    assert then.luft == then.month.luft - 100 + others


def test_a_job_replaces_what_one_lived_on_and_leaves_the_childrens_money():
    changed = scenarios.job("p1", gross=Decimal(28000), paid_out=Decimal(19500), on=DAY)(CASE)

    assert sorted(row.kind for row in changed.income) == ["boernetilskud", "boerneydelse", "loen"]
    wage = changed.income[-1]
    assert (wage.amount, wage.tax, wage.paid_out) == (28000, Tax.GROSS, 19500)


def test_a_pension_is_granted_to_that_person_only():
    changed = scenarios.pension("p1", gross=Decimal(17000), on=DAY)(CASE)

    assert [p.pension_granted for p in changed.persons] == [DAY, None, None]
    assert [b.base for b in changed.persons[0].income_base] == ["folkepension"]


def test_a_partner_who_moves_in_makes_a_couple_and_lowers_boligstoette():
    changed = scenarios.partner_moves_in(born=date(1988, 2, 2), gross=Decimal(30000), paid_out=Decimal(20000))
    _, then = beside_today(changed)

    assert [p.role for p in then.case.persons][-1] is Role.PARTNER
    assert {p.marital for p in then.case.adults} == {Marital.COHABITING}
    assert benefit(then).then < benefit(then).today


def test_a_child_who_turns_18_or_moves_out_is_no_child_of_the_home_any_more():
    grown = scenarios.child_turns_18("p2", DAY)(CASE)
    assert (grown.persons[1].role, grown.persons[1].born) == (Role.ADULT_CHILD, date(2008, 11, 20))

    _, then = beside_today(scenarios.child_moves_out("p2"))
    assert benefit(then).then < benefit(then).today


def test_a_rent_that_is_not_known_does_not_rise():
    blank = paths.put(CASE, "tenancy.rent_per_month", None)

    assert scenarios.rent_rises(Decimal(10))(blank) == blank
    assert scenarios.rent_rises(Decimal(10))(CASE).tenancy.rent_per_month == Decimal("8360.00")


def test_four_scenarios_stand_side_by_side_in_their_order():
    wanted = [Scenario(str(n), (scenarios.rent_rises(Decimal(n)),)) for n in range(1, 5)]

    found = compare(Record(case=CASE), DAY, LIBRARY, wanted)

    assert [one.name for one in found] == ["I dag", "1", "2", "3", "4"]
    assert [one.luft for one in found] == sorted((one.luft for one in found), reverse=True)
