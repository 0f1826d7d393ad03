"""All answers at once: each in its place, with what it brings beyond today, and the one fact that narrows the doubt."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from families import DAY, child, family, person, personal_income, with_home

from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.fact_ends import possible
from budgetdesk.benefits.findings import Findings, find_all
from budgetdesk.benefits.received import received
from budgetdesk.benefits.relevance import concerns
from budgetdesk.household.case import BoligstoetteNow, Case, Income
from budgetdesk.household.circumstances import Application, Circumstances
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Outcome, Role, Status, Tax
from budgetdesk.readers.rates import load_rates

RATES = load_rates()
PLACES = ("found", "received", "doubtful", "discretion", "quiet", "not_relevant", "once")
YES, NO, UNKNOWN = Verdict.YES, Verdict.NO, Verdict.UNKNOWN


def answer(verdict: Verdict, benefit: str = "boligstoette", **more: object) -> Assessment:
    blank = Assessment(benefit=benefit, title=benefit, on=DAY, verdict=verdict, summary="")
    return replace(blank, **more)  # type: ignore[arg-type]  # fields by name


def kr(amount: str | int) -> Decimal:
    return Decimal(amount)


def sorted_out(*answers: Assessment, case: Case | None = None) -> Findings:
    return find_all(case or family(), DAY, RATES, assessments=answers)


def places_of(found: Findings, benefit: str = "boligstoette") -> list[str]:
    return [place for place in PLACES if any(f.assessment.benefit == benefit for f in getattr(found, place))]


def row(kind: str, amount: int, rhythm: Rhythm = Rhythm.MONTHLY, tax: Tax = Tax.NET, **more: object) -> Income:
    made = Income(id=f"i-{kind}", person="p1", kind=kind, amount=kr(amount), rhythm=rhythm, tax=tax)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


def earning(*rows: Income) -> Case:
    return family(person(1), child(3), income=(personal_income(20000), *rows))


def test_what_may_be_relevant_and_is_not_received_is_found_with_all_of_it():
    found = sorted_out(answer(YES, amount_per_month=kr(4201)))

    assert places_of(found) == ["found"]
    assert found.total == 4201


def test_what_is_received_is_set_aside_and_only_the_difference_is_found():
    getting = with_home(family(), boligstoette=BoligstoetteNow(amount=kr(4000)))

    found = sorted_out(answer(YES, amount_per_month=kr(4201)), case=getting)

    assert places_of(found) == ["found", "received"]
    assert (found.received[0].now, found.received[0].differs, found.total) == (4000, True, 201)


@pytest.mark.parametrize(("now", "differs"), [(4201, False), (4198, False), (4206, False), (4207, True)])
def test_what_is_received_as_computed_is_not_found_again_and_rounding_is_no_difference(now, differs):
    getting = with_home(family(), boligstoette=BoligstoetteNow(amount=kr(now)))

    found = sorted_out(answer(YES, amount_per_month=kr(4201)), case=getting)

    assert places_of(found) == ["received"]
    assert found.received[0].differs is differs
    assert found.total == 0


def test_receiving_more_than_is_computed_is_shown_and_never_counts_below_nothing():
    getting = with_home(family(), boligstoette=BoligstoetteNow(amount=kr(5000)))

    found = sorted_out(answer(NO, amount_per_month=kr(0)), case=getting)

    assert places_of(found) == ["received"]
    assert found.received[0].differs
    assert found.total == 0


def test_a_quarterly_benefit_is_compared_by_the_month():
    getting = earning(row("boerneydelse", 7596, Rhythm.QUARTERLY))

    found = sorted_out(answer(YES, "boerne_og_ungeydelse", amount_per_month=kr(2532)), case=getting)

    assert found.received[0].now == 2532
    assert places_of(found, "boerne_og_ungeydelse") == ["received"]


def test_a_pension_known_only_after_tax_is_received_and_not_compared_with_one_before_tax():
    pension = answer(YES, "folkepension", amount_per_month=kr(16000))

    assert places_of(sorted_out(pension, case=earning(row("folkepension", 12000))), "folkepension") == ["received"]
    gross = sorted_out(pension, case=earning(row("folkepension", 15000, tax=Tax.GROSS)))
    assert gross.total == 1000


@pytest.mark.parametrize("not_yet", [{"status": Status.APPLIED}, {"end": DAY - timedelta(days=1)}, {"amount": kr(0)}])
def test_what_is_applied_for_over_or_nothing_is_not_received(not_yet):
    assert "boernetilskud" not in received(earning(replace(row("boernetilskud", 1000), **not_yet)), DAY)


def test_the_doubtful_stand_with_their_range_beyond_today():
    found = sorted_out(
        answer(UNKNOWN, lowest=kr(1000), highest=kr(3000)),
        answer(UNKNOWN, "boernetilskud", lowest=kr(0), highest=kr(1752)),
        case=earning(row("boernetilskud", 700)),
    )

    assert [f.assessment.benefit for f in found.doubtful] == ["boligstoette", "boernetilskud"]
    assert (found.doubt_lowest, found.doubt_highest) == (1000, 3000 + 1052)
    assert found.total == 0


def test_an_answer_without_an_upper_end_leaves_the_doubt_without_one():
    assert sorted_out(answer(UNKNOWN, lowest=kr(0))).doubt_highest is None


def test_money_that_comes_once_stands_apart_from_the_month():
    found = sorted_out(answer(YES, "feriepenge", once=kr(6400)), answer(YES, amount_per_month=kr(100)))

    assert places_of(found, "feriepenge") == ["once"]
    assert (found.total, found.total_once) == (100, 6400)


def test_discretion_that_nothing_points_to_stays_quiet():
    help_with_move = answer(UNKNOWN, "paragraf_85", missing_facts=("circumstances.moving",))
    moving = replace(family(), circumstances=Circumstances(moving=True))

    assert places_of(sorted_out(help_with_move), "paragraf_85") == ["quiet"]
    assert places_of(sorted_out(help_with_move, case=moving), "paragraf_85") == ["discretion"]


def test_what_was_refused_is_not_found_again():
    refused = replace(family(), applications=(Application(id="boligstoette", outcome=Outcome.REFUSED),))

    assert places_of(sorted_out(answer(YES, amount_per_month=kr(900)), case=refused)) == ["discretion"]


def test_what_was_granted_is_received():
    granted = replace(family(), applications=(Application(id="friplads", outcome=Outcome.GRANTED, granted=kr(800)),))

    found = sorted_out(answer(YES, "friplads", amount_per_month=kr(800)), case=granted)

    assert places_of(found, "friplads") == ["received"]
    assert found.received[0].application == granted.applications[0]


def test_the_total_is_marked_when_a_figure_in_it_is_unsure():
    assert sorted_out(answer(YES, amount_per_month=kr(1), vejledende=True)).vejledende
    assert not sorted_out(answer(YES, amount_per_month=kr(1)), answer(NO, "friplads", vejledende=True)).vejledende


def test_every_assessment_stands_somewhere():
    case = earning(row("boernetilskud", 1752), row("boerneydelse", 2532))
    answers = assess_all(case, DAY, RATES)
    found = find_all(case, DAY, RATES)

    assert {one.benefit for one in answers} == {
        finding.assessment.benefit for place in PLACES for finding in getattr(found, place)
    }


def test_the_fact_that_narrows_most_is_found_by_trying_it():
    unknown = family(area=None, heating=None)
    only = assess_all(unknown, DAY, RATES, only="boligstoette")

    best = find_all(unknown, DAY, RATES, assessments=only).narrows

    assert best is not None
    assert best.path in only[0].missing_facts
    assert best.benefits == ("boligstoette",)
    assert best.after < best.before
    for path in only[0].missing_facts:
        ways = possible(unknown, path, DAY)
        tried = [assess_all(way, DAY, RATES, only="boligstoette")[0] for way in ways]
        widths = [(one.highest or 0) - (one.lowest or 0) for one in tried if one.verdict is UNKNOWN]
        assert sum(widths) / len(ways) >= best.after - 1


def test_nothing_narrows_where_nothing_is_in_doubt():
    assert sorted_out(answer(YES, amount_per_month=kr(1))).narrows is None


@pytest.mark.parametrize(
    ("path", "ways"),
    [
        ("tenancy.area_m2", 2),
        ("circumstances.moving", 2),
        ("persons[p3].child.other_parent", 4),
        ("persons[p1].born", 2),
        ("income", 2),
        ("income[i-p1].amount", 2),
        ("persons[p9].born", 0),
        ("tenancy.colour", 0),
    ],
)
def test_a_fact_is_tried_at_its_ends(path, ways):
    assert len(possible(family(person(1), child(3)), path, DAY)) == ways


PENSIONER = family(person(1, born=date(1950, 1, 1), base="folkepension"))


@pytest.mark.parametrize(
    ("benefit", "yes", "no"),
    [
        ("varmetillaeg", PENSIONER, family()),
        ("folkepension", family(person(1, born=None)), family()),
        ("friplads", family(person(1), child(3)), family()),
        ("boernetilskud", family(person(1), child(3)), family(person(1), child(3, born=date(2000, 1, 1)))),
        ("kontanthjaelp", family(person(1, base="kontanthjaelp_grundsats")), family()),
        ("feriepenge", family(), PENSIONER),
        ("boligstoette", family(), None),
    ],
)
def test_a_benefit_concerns_those_whom_the_facts_point_to(benefit, yes, no):
    assert concerns(benefit, yes, DAY)
    if no is not None:
        assert not concerns(benefit, no, DAY)


def test_a_grown_up_child_does_not_count_as_a_child():
    assert not concerns("friplads", family(person(1), person(2, Role.ADULT_CHILD)), DAY)
