"""A tenant who has not moved in yet: what the home costs, what is left, and what to do before the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.casework.missing_rules import missing
from budgetdesk.casework.move_in import MoveIn, move_in
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import BoligstoetteNow, Case, CaseInfo, Tenancy
from budgetdesk.household.circumstances import Application, Circumstances
from budgetdesk.household.new_home import is_moving_in, with_new_home
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.rates import load_rates
from budgetdesk.wording import move_in as words

DAY = date(2026, 11, 20)
RATES = load_rates()
HOME = Tenancy(rent_per_month=Decimal(7600), deposit=Decimal(24500), area_m2=Decimal(84), moved_in=date(2026, 12, 15))


def new_tenant(**facts: object) -> Case:
    case = Case(info=CaseInfo(type="ny_lejer"), tenancy=HOME)
    for path, value in facts.items():
        case = paths.put(case, path.replace("__", "."), value)
    return case


def boligstoette(amount: int = 2900, verdict: Verdict = Verdict.YES) -> Assessment:
    return Assessment(
        benefit="boligstoette",
        title="Boligstøtte",
        on=DAY,
        verdict=verdict,
        summary="",
        amount_per_month=Decimal(amount),
    )


def found(case: Case, *assessments: Assessment, luft: int | None = 500) -> MoveIn:
    made = move_in(case, DAY, RATES, assessments=assessments, luft=None if luft is None else Decimal(luft))
    assert made is not None
    return made


def plain(text: str) -> str:
    """With spaces that break."""
    return text.replace("\u00a0", " ")


def test_only_a_new_tenant_before_the_day_is_moving_in() -> None:
    assert is_moving_in(new_tenant(), DAY)
    assert is_moving_in(new_tenant(tenancy__moved_in=None), DAY)
    assert not is_moving_in(new_tenant(), HOME.moved_in or DAY)
    assert not is_moving_in(replace(new_tenant(), info=CaseInfo()), DAY)


def test_the_home_is_entered_once_and_stands_where_the_help_with_moving_asks() -> None:
    facts = with_new_home(new_tenant(), DAY).circumstances

    assert (facts.moving, facts.new_rent, facts.new_area_m2) == (True, Decimal(7600), Decimal(84))
    assert facts.new_indskud == Decimal(24500)


def test_what_somebody_answered_there_itself_stays() -> None:
    case = replace(new_tenant(), circumstances=Circumstances(moving=False, new_rent=Decimal(5000)))
    facts = with_new_home(case, DAY).circumstances

    assert (facts.moving, facts.new_rent) == (False, Decimal(5000))


def test_who_lives_there_already_is_asked_as_before() -> None:
    case = replace(new_tenant(), info=CaseInfo())

    assert with_new_home(case, DAY) is case


def test_the_loan_for_the_deposit_is_found_without_entering_the_home_twice() -> None:
    sample = sample_case(today=DAY)
    home = replace(sample.tenancy, moved_in=date(2026, 12, 15), deposit=Decimal(24500))
    case = replace(sample, info=CaseInfo(type="ny_lejer"), tenancy=home)
    loan = next(one for one in assess_all(case, DAY, RATES, only="beboerindskud"))

    assert Decimal(24500) in [step.amount for step in loan.steps]
    assert "circumstances.new_indskud" not in loan.missing_facts


def test_boligstoette_that_is_only_reckoned_is_shown_beside_and_never_counted() -> None:
    sums = found(new_tenant(), boligstoette())

    assert (sums.luft, sums.luft_with) == (Decimal(500), Decimal(3400))
    assert (sums.granted, sums.vejledende) == (False, True)
    assert (
        plain(words.left(sums))
        == "Der er 500 kr. tilbage pr. måned uden boligstøtte, og 3.400 kr., hvis den bliver bevilget."
    )


def test_boligstoette_that_is_granted_is_in_the_month_already() -> None:
    case = new_tenant(tenancy__boligstoette=BoligstoetteNow(amount=Decimal(2800)))
    sums = found(case, boligstoette())

    assert (sums.boligstoette, sums.luft_with, sums.granted) == (Decimal(2800), None, True)


@pytest.mark.parametrize("verdict", [Verdict.NO, Verdict.UNKNOWN])
def test_an_answer_that_is_not_yes_gives_no_amount(verdict: Verdict) -> None:
    assert found(new_tenant(), boligstoette(verdict=verdict)).boligstoette is None


def test_what_is_paid_at_once_is_deposit_rent_and_moving() -> None:
    sums = found(new_tenant(circumstances__moving_cost=Decimal(3000)))

    assert sums.at_once == Decimal(35100)
    assert [plain(cell) for cell in words.at_once_rows(sums)[-1]] == ["I alt på én gang", "35.100 kr."]


def test_boligstoette_applied_for_within_thirty_days_counts_from_the_first() -> None:
    """borger.dk: within 30 days of moving in. 15 December and 30 days is 14 January."""
    assert found(new_tenant()).apply_by == date(2027, 1, 14)


@pytest.mark.parametrize(
    "facts",
    [
        {"tenancy__moved_in": None},
        {"tenancy__boligstoette": BoligstoetteNow(amount=Decimal(2800))},
        {"tenancy__boligstoette": BoligstoetteNow(applied_on=DAY)},
        {"applications": (Application(id="boligstoette", applied_on=DAY),)},
    ],
)
def test_no_day_to_apply_by_where_it_is_done_or_not_known(facts: dict[str, object]) -> None:
    assert found(new_tenant(**facts)).apply_by is None


@pytest.mark.parametrize("application", [Application(id="paragraf_85", applied_on=DAY), Application(id="boligstoette")])
def test_another_application_or_one_not_sent_yet_changes_no_day(application: Application) -> None:
    assert found(new_tenant(applications=(application,))).apply_by == date(2027, 1, 14)


def test_a_home_that_is_too_dear_is_told_before_the_signature() -> None:
    dear = found(new_tenant(), boligstoette(), luft=-4000)
    fits = found(new_tenant(), boligstoette(), luft=-2000)

    assert any("for dyr" in said for said in words.advice(dear))
    assert not any("for dyr" in said for said in words.advice(fits))


def test_without_a_budget_nothing_is_said_about_what_is_left() -> None:
    assert words.left(found(new_tenant(), luft=None)).startswith("Skriv husleje")


def test_boligstoette_today_is_not_asked_for_before_anybody_has_moved_in() -> None:
    """Nobody gets boligstøtte for a home they do not live in yet; afterwards it is asked for as always."""
    paths_asked = {one.path for one in missing(Record(case=new_tenant()), on=DAY)}
    later = {one.path for one in missing(Record(case=new_tenant()), on=date(2027, 1, 5))}

    assert "case.tenancy.boligstoette.amount" not in paths_asked
    assert "case.tenancy.boligstoette.amount" in later
