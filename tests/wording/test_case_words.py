"""Words of the list of cases, of a course and of moving in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from budgetdesk.benefits.assessment import Verdict
from budgetdesk.casework.case_steps import NextStep, StepKind
from budgetdesk.casework.case_summary import CaseSummary, InList
from budgetdesk.casework.move_in import MoveIn
from budgetdesk.household.course import Course
from budgetdesk.household.words import EvictionKind, ThreatOutcome
from budgetdesk.readers.categories import load_categories
from budgetdesk.wording import case_list, course, move_in
from budgetdesk.wording.readability import lix

TODAY = date(2026, 11, 20)
MADE = datetime(2026, 1, 1, tzinfo=UTC)


def step(days: int, kind: StepKind = StepKind.TODO, what: str = "", who: str = "") -> NextStep:
    return NextStep(TODAY + timedelta(days=days), kind, what, who)


def case(**about: object) -> CaseSummary:
    return CaseSummary(id="7", opened_at=MADE, saved_at=None, about=InList(**about))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "i dag"), (1, "i morgen"), (2, "om 2 dage"), (60, "om 60 dage"), (61, "20. januar"),
        (-1, "i går"), (-2, "2 dage siden"), (-60, "60 dage siden"), (-61, "20. september 2026"),
    ],
)  # fmt: skip
def test_days_left_are_said_as_people_say_them(days: int, said: str) -> None:
    assert case_list.days_left(step(days), TODAY).replace("\u00a0", " ") == said


@pytest.mark.parametrize("kind", list(StepKind))
def test_every_kind_of_step_has_words(kind: StepKind) -> None:
    assert case_list.step(step(0, kind, "3"))


def test_a_task_says_who_and_an_empty_one_is_still_a_task() -> None:
    assert case_list.step(step(0, what="Ringe", who="rådgiver")) == "Ringe (rådgiver)"
    assert case_list.step(step(0)) == "Opgave"
    assert case_list.step(step(0, StepKind.CHECK, "1")) == "Opfølgning efter 1 måned"


@pytest.mark.parametrize(
    ("days", "kind", "pressing"),
    [
        (0, StepKind.TODO, True), (-5, StepKind.CHECK, True), (1, StepKind.TODO, False),
        (7, StepKind.PAY_BY, True), (8, StepKind.PAY_BY, False),
    ],
)  # fmt: skip
def test_what_is_due_and_a_near_day_of_the_clock_are_pressing(days: int, kind: StepKind, pressing: bool) -> None:
    assert case_list.is_pressing(step(days, kind), TODAY) is pressing


def test_a_screen_reader_hears_what_is_next_before_what_describes() -> None:
    said = case_list.spoken(
        case(tenant="Nadia", address="Vej 1", types=("raadgivning",), steps=(step(1, what="Ringe"),)),
        load_categories(),
        TODAY,
    )

    assert said == "Nadia. Ringe i morgen. Vej 1 · Rådgivning · Sag 7"


def test_a_case_without_a_next_step_says_so_or_that_it_is_closed() -> None:
    assert case_list.standing(case(), TODAY) == "Intet næste skridt"
    assert case_list.standing(case(ended=date(2026, 5, 3)), TODAY) == "lukket 3. maj 2026"
    assert case_list.other_case(case(began=date(2026, 5, 3)), TODAY) == "Sag 7, åben siden 3. maj 2026"
    assert case_list.other_case(case(), TODAY) == "Sag 7, åben"


def test_how_many_are_shown_is_said_once_one_narrows_or_searches() -> None:
    assert case_list.number_shown(1, 1, searching=False) == "1 sag"
    assert case_list.number_shown(2, 5, searching=False) == "2 af 5 sager"
    assert (
        case_list.number_shown(5, 5, searching=True, outside=2) == "5 af 5 sager. 2 sager til passer uden for valget."
    )
    assert case_list.number_shown(0, 0, searching=False) == ""


def test_where_it_was_found_is_said_once_and_a_name_goes_without_saying() -> None:
    assert case_list.found_in(["address", "name", "address", "cpr"]) == "adressen og CPR-nummeret"
    assert case_list.found_in(["name"]) == ""


def test_how_a_course_ended_is_one_sentence() -> None:
    left = Course(
        ended=TODAY, outcome=ThreatOutcome.EVICTED, eviction=EvictionKind.BAILIFF, left_on=date(2026, 11, 2),
        arrears_at_leaving=Decimal(12000),
    )  # fmt: skip

    assert course.outcome(left).replace("\u00a0", " ") == (
        "Sat ud af fogeden 2. november 2026. Restancen var 12.000 kr."
    )
    assert course.outcome(Course(ended=TODAY)) == "Boligen var ikke truet."
    assert course.outcome(Course(outcome=ThreatOutcome.PLAN)) == ""
    assert course.standing(Course(ended=TODAY + timedelta(days=1)), TODAY) == "Forløbet slutter 21. november 2026."


def test_what_lies_folded_away_is_counted_in_words() -> None:
    assert course.work_done(Course(advice=("gaeld",))) == "Det, vi har gjort (ét ord)"
    assert course.work_done(Course(advice=("gaeld",), help=("budget",))) == "Det, vi har gjort (to ord)"
    assert course.threat_known(Course()) == "Truslen mod boligen (intet svar endnu)"
    assert course.threat_known(Course(house_rules=False)) == "Truslen mod boligen (ét svar)"


def moving(**facts: object) -> MoveIn:
    known: dict[str, object] = {
        "rent": Decimal(7600), "boligstoette": Decimal(2900), "granted": False, "vejledende": True,
        "luft": Decimal(500), "luft_with": Decimal(3400), "deposit": Decimal(24500), "moving_cost": None,
        "loan": Verdict.YES, "moved_in": TODAY, "apply_by": TODAY,
    }  # fmt: skip
    return MoveIn(**{**known, **facts})  # type: ignore[arg-type]


def rows(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(text, amount.replace("\u00a0", " ")) for text, amount in found]


def test_what_is_not_known_about_the_home_is_missing_and_not_nought() -> None:
    found = moving(rent=None, boligstoette=None, deposit=None)

    assert rows(move_in.month_rows(found)) == [("Husleje", "mangler")]
    assert rows(move_in.at_once_rows(found))[:2] == [("Indskud", "mangler"), ("Første måneds husleje", "mangler")]


def test_the_home_costs_the_rent_less_the_help_and_a_reckoned_help_is_marked() -> None:
    assert rows(move_in.month_rows(moving())) == [
        ("Husleje", "7.600 kr."), ("Boligstøtte, vejledende", "−2.900 kr."), ("Boligen koster", "4.700 kr."),
    ]  # fmt: skip
    assert move_in.month_rows(moving(granted=True))[1][0] == "Boligstøtte, bevilget"


def test_the_moving_is_a_row_where_it_costs() -> None:
    assert ("Flytning", "3.000 kr.") in rows(move_in.at_once_rows(moving(moving_cost=Decimal(3000))))
    assert "Flytning" not in [text for text, _ in move_in.at_once_rows(moving())]


def test_what_to_do_before_moving_in_follows_from_what_is_known() -> None:
    assert [said.split(".")[0] for said in move_in.advice(moving(apply_by=None, loan=None))] == []
    assert move_in.advice(moving(apply_by=None, moved_in=None, loan=None))[0].startswith("Skriv dagen")
    assert move_in.advice(moving())[0].startswith("Søg boligstøtte senest 20. november 2026")


def test_what_is_said_about_moving_in_is_easy_to_read() -> None:
    said = [*move_in.advice(moving(luft=Decimal(-9000), luft_with=None)), move_in.left(moving())]

    assert lix(" ".join(said)) <= 30
