"""When a case is due for deletion: by the day chosen, by its end, by its plan; never early, never missed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.casework.retention import CaseDays, Why, counted_words, due, due_list, months_after
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case, CaseInfo
from budgetdesk.household.course import Course
from budgetdesk.readers.retention import load_retention, read_retention, to_plain, with_own
from budgetdesk.wording import retention as words

RULES = load_retention()
TODAY = date(2026, 11, 20)


def case(**known: object) -> CaseDays:
    return CaseDays(**{"number": "2026-0001", "touched": TODAY, **known})  # type: ignore[arg-type]


def test_a_case_is_due_a_year_after_its_end() -> None:
    found = due(case(ended=date(2026, 2, 28)), RULES)

    assert (found.on, found.why) == (date(2027, 2, 28), Why.ENDED)


def test_a_signed_plan_keeps_the_case_until_three_years_after_its_last_instalment() -> None:
    found = due(case(ended=date(2026, 3, 1), plan_end=date(2026, 12, 1)), RULES)

    assert (found.on, found.why) == (date(2029, 12, 1), Why.PLAN)


def test_the_day_that_somebody_has_chosen_wins() -> None:
    found = due(case(ended=date(2020, 1, 1), keep_until=date(2030, 5, 1)), RULES)

    assert (found.on, found.why) == (date(2030, 5, 1), Why.CHOSEN)


def test_a_case_that_nobody_ended_or_touched_is_asked_about() -> None:
    found = due(case(touched=date(2024, 11, 19)), RULES)

    assert (found.why, found.days_left(TODAY)) == (Why.STILL, -1)


def test_a_case_in_the_bin_is_due_after_thirty_days() -> None:
    assert due(case(binned=date(2026, 10, 21)), RULES).on == TODAY


def test_months_end_on_the_last_day_where_a_month_is_shorter() -> None:
    assert months_after(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_after(date(2026, 3, 31), -1) == date(2026, 2, 28)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2031, 12, 31)), st.booleans()), min_size=1, max_size=12))
def test_over_six_years_every_case_is_listed_on_its_day_and_none_before(ends: list[tuple[date, bool]]) -> None:
    cases = [case(number=f"s{n}", ended=end, plan_end=end if plan else None) for n, (end, plan) in enumerate(ends)]
    for one in cases:
        on = due(one, RULES).on
        assert [d.case for d in due_list([one], on - timedelta(days=RULES.soon_days + 1), RULES)] == []
        before, then = (due_list(cases, on - timedelta(days=day), RULES) for day in (1, 0))
        assert [d.days_left(on) for d in then if d.case == one] == [0]
        assert all(first.on <= second.on for first, second in pairwise(then))
        assert one in [d.case for d in before]


def test_the_organisations_own_months_count_and_what_cannot_be_read_is_passed_over() -> None:
    own = with_own(RULES, {"months": {"raadgivning": 6, "interesse": "to"}, "soon_days": 0, "bin_days": 10, "x": 1})

    assert [one.months for one in own.purposes] == [6, 12, 60]
    assert (own.soon_days, own.bin_days) == (30, 10)
    assert with_own(RULES, to_plain(own)) == own
    assert with_own(RULES, "noget") == RULES


@pytest.mark.parametrize("raw", [{}, {"purposes": [], "periods": {}}, {"purposes": [{"key": "x"}], "periods": {}}])
def test_a_file_that_breaks_its_rules_names_the_key(raw: dict[str, object]) -> None:
    with pytest.raises(BadInputError, match=r"retention\.toml"):
        read_retention(raw)


def test_an_erased_case_is_counted_by_closed_words_where_the_tenant_said_yes() -> None:
    course = Course(may_be_counted=True, causes=("skilsmisse", "job_tabt"), began=date(2025, 3, 1))
    counted = counted_words(Case(info=CaseInfo(type="ny_lejer"), course=course), opened=TODAY)

    assert counted == {
        (2025, "sager", "alle"): 1,
        (2025, "types", "ny_lejer"): 1,
        (2025, "causes", "skilsmisse"): 1,
        (2025, "causes", "job_tabt"): 1,
    }


@pytest.mark.parametrize(
    "known",
    [
        Case(course=Course(causes=("skilsmisse",))),
        Case(course=Course(may_be_counted=False, causes=("skilsmisse",))),
        Case(info=CaseInfo(invented=True), course=Course(may_be_counted=True, causes=("skilsmisse",))),
    ],
)
def test_nothing_is_counted_without_a_yes_nor_of_an_invented_case(known: Case) -> None:
    assert counted_words(known, opened=TODAY) == {}


def test_the_sentences_say_how_long_and_why() -> None:
    said = [
        (words.when(due(one, RULES), TODAY), words.why(due(one, RULES), RULES))
        for one in (case(keep_until=TODAY), case(ended=date(2025, 11, 19)), case(touched=date(2024, 11, 21)))
    ]

    assert said == [
        ("i dag", "Dagen er valgt i sagen."),
        ("for 1 dag siden", "1 år efter, at sagen sluttede 19. november 2025."),
        ("om 1 dag", "Sagen er ikke afsluttet, men ingen har rørt den i 2 år."),
    ]
