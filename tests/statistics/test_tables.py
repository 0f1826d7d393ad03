"""The tables say what the cases say, by the day it happened, and nothing about few."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from any_record import any_value
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.household import case as facts
from budgetdesk.household.course import Check, Contact, Course
from budgetdesk.household.words import (
    ContactKind,
    ContactOutcome,
    EvictionKind,
    HomeStatus,
    Initiative,
    Role,
    ThreatOutcome,
)
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.counted import Counted, Offer, Reaching, Threat, Who, counted
from budgetdesk.statistics.effect import per_cent
from budgetdesk.statistics.outcome import Kept, kept
from budgetdesk.statistics.tables import Selection, Table, count

CATEGORIES = load_categories()
ALL = Selection()
MARCH = Selection(first=date(2026, 3, 1), last=date(2026, 3, 31))


def tables(*cases: Counted, selection: Selection = ALL) -> dict[str, Table]:
    return count(cases, selection, CATEGORIES)


def rows(table: Table) -> dict[str, int | None]:
    return {row.word: row.cases for row in table.rows}


def test_a_case_with_several_words_counts_once_under_each_and_once_in_all() -> None:
    case = Counted(words={"causes": ("sprog", "misbrug")}, may_be_counted=True)
    table = tables(*[case] * 6)["causes"]

    assert rows(table) == {"misbrug": 6, "sprog": 6}
    assert table.cases == 6
    assert table.several


def test_words_stand_in_the_order_of_their_list() -> None:
    words = ("sprog", "misbrug", "psykisk_sygdom")
    cases = [Counted(words={"causes": (word,)}, may_be_counted=True) for word in words for _ in range(5)]

    assert list(rows(tables(*cases)["causes"])) == ["psykisk_sygdom", "misbrug", "sprog"]


def test_the_day_it_happened_decides_the_period_not_the_day_it_was_written() -> None:
    case = facts.Case(
        course=Course(
            began=date(2026, 2, 27),
            outcome=ThreatOutcome.EVICTED,
            eviction=EvictionKind.BAILIFF,
            left_on=date(2026, 3, 9),
        ),
        contacts=(Contact(id="k1", on=date(2026, 2, 20), entered_on=date(2026, 4, 1), kind=ContactKind.PHONE),),
    )
    found = tables(*[counted(case)] * 5, selection=MARCH)

    assert found["evictions"].cases == 5
    assert found["types"].cases == 0


def test_a_case_whose_day_nobody_knows_is_left_out_of_a_period_and_said_to_be() -> None:
    table = tables(*[Counted(words={"types": ("andet",)})] * 7, selection=MARCH)["types"]

    assert table.cases == 0
    assert table.without_day == 7


def test_what_is_not_known_is_counted_as_not_known() -> None:
    cases = [Counted(who=Who(age=30)) for _ in range(6)] + [Counted() for _ in range(8)]
    table = tables(*cases)["age_groups"]

    assert rows(table) == {"25-34": 6}
    assert (table.unknown, table.cases) == (8, 14)


def test_a_temporary_tenancy_during_renovation_is_no_eviction() -> None:
    moved = Course(eviction=EvictionKind.MOVED_AFTER_OPHAEVELSE, left_on=date(2026, 3, 3))
    cases = [counted(facts.Case(course=replace(moved, temporary=temporary))) for temporary in (True, False) * 5]

    assert tables(*cases)["evictions"].cases == 5


def test_only_the_cases_of_an_area_and_an_organisation_are_counted_where_one_asks_for_them() -> None:
    cases = [Counted(area=area, organisation="Lærkely", who=Who(age=50)) for area in ("Nord", "Syd") * 6]

    assert tables(*cases, selection=Selection(area="Nord"))["age_groups"].cases == 6
    assert tables(*cases, selection=Selection(organisation="En anden"))["age_groups"].cases == 0


def test_the_first_contact_is_the_earliest_and_only_contacts_with_the_tenant_count() -> None:
    case = facts.Case(
        contacts=(
            Contact(id="k1", on=date(2026, 3, 4), kind=ContactKind.PHONE, outcome=ContactOutcome.REACHED, minutes=20),
            Contact(id="k2", on=date(2026, 3, 2), kind=ContactKind.LETTER, initiative=Initiative.US),
            Contact(id="k3", on=date(2026, 3, 1), kind=ContactKind.EMAIL, with_whom="n1", minutes=5),
        )
    )
    seen = counted(case).reaching

    assert (seen.first_kind, seen.reached, seen.outreach) == (ContactKind.LETTER, True, False)
    assert set(seen.kinds) == {ContactKind.PHONE, ContactKind.LETTER}
    assert seen.minutes == 25


def test_how_long_somebody_lived_there_counts_whole_months() -> None:
    case = facts.Case(
        tenancy=facts.Tenancy(moved_in=date(2025, 3, 10)),
        course=Course(left_on=date(2026, 3, 9), eviction=EvictionKind.BAILIFF),
    )

    assert counted(case).threat.lived_months == 11


def test_the_outcome_after_a_year_is_what_was_answered_at_twelve_months() -> None:
    asked = (
        Check(id="h1", months=3, home=HomeStatus.OWN_HOME),
        Check(id="h2", months=12, home=HomeStatus.MOVED_AWAY),
        Check(id="h3", months=12, after_end=True, home=HomeStatus.OWN_HOME),
    )
    seen = counted(facts.Case(checks=asked))

    assert (seen.a_year_after_start, seen.a_year_after_end) == (HomeStatus.MOVED_AWAY, HomeStatus.OWN_HOME)


@pytest.mark.parametrize(
    ("counts", "without", "with_moved"),
    # Københavns Kommune 2008, table 17: all, own home, dead, moved away -> 74 and 79 %, 80 and 84 %.
    [(Kept(223, 164, 21, 12), 74, 79), (Kept(753, 604, 38, 27), 80, 84)],
)
def test_table_17_comes_out_from_its_counts(counts: Kept, without: int, with_moved: int) -> None:
    assert counts.share is not None
    assert counts.share_with_moved is not None
    assert (per_cent(counts.share), per_cent(counts.share_with_moved)) == (without, with_moved)


def test_somebody_nobody_found_is_not_counted_among_those_asked() -> None:
    homes = [HomeStatus.OWN_HOME, HomeStatus.UNKNOWN, None, HomeStatus.DEAD]

    assert kept(homes) == Kept(asked=2, own_home=1, dead=1, moved_away=0)
    assert kept([]).share is None


def test_nothing_of_a_person_is_left_in_what_is_counted() -> None:
    planted = "Ursula Hemmelig 010203-4567"
    person = facts.Person(id="p1", role=Role.TENANT, name=planted, cpr=planted, phone=planted)
    case = facts.Case(
        persons=(person,),
        tenancy=facts.Tenancy(address=planted, landlord=planted),
        contacts=(Contact(id="k1", note=planted, next_step=planted),),
        conversation=facts.Conversation(note=planted),
    )

    assert planted not in repr(counted(case))


WORDS = {name: tuple(words) for name, words in CATEGORIES.lists.items()}
any_counted = st.builds(
    Counted,
    began=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    ended=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)),
    words=st.fixed_dictionaries(
        {
            name: st.lists(st.sampled_from(WORDS[name]), unique=True, max_size=3).map(tuple)
            for name in ("types", "causes", "advice")
        }
    ),
    who=st.builds(Who, age=st.none() | st.integers(18, 90), children=st.none() | st.integers(0, 6)),
    reaching=st.builds(Reaching, reached=st.none() | st.booleans()),
    threat=st.builds(
        Threat,
        since=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30)),
        outcome=st.none() | st.sampled_from(ThreatOutcome),
    ),
    may_be_counted=st.none() | st.booleans(),
    offer=st.builds(Offer, on=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 30))),
)


@settings(max_examples=examples(25))
@given(st.lists(any_counted, max_size=40))
def test_where_everything_is_shown_the_rows_add_up(cases: list[Counted]) -> None:
    for table in tables(*cases, selection=MARCH).values():
        cells = [*(row.cases for row in table.rows), table.unknown]
        if not table.several and None not in cells:
            assert table.cases == sum(cell or 0 for cell in cells)


@settings(max_examples=examples(25))
@given(st.lists(any_counted, max_size=40))
def test_no_number_from_one_to_four_stands_in_any_table(cases: list[Counted]) -> None:
    for table in tables(*cases, selection=MARCH).values():
        shown = [*(row.cases for row in table.rows), table.unknown, table.cases, table.without_day]
        assert not [cell for cell in shown if cell is not None and 0 < cell < 5], table


@settings(max_examples=examples(25))
@given(st.lists(any_counted, max_size=30), st.randoms(use_true_random=False))
def test_the_order_of_the_cases_changes_nothing(cases: list[Counted], chance: object) -> None:
    mixed = list(cases)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # Hypothesis' random

    assert tables(*mixed) == tables(*cases)


@settings(max_examples=10, deadline=None)
@given(any_value(facts.Case))
def test_every_case_can_be_counted(case: facts.Case) -> None:
    count([counted(case)], ALL, CATEGORIES)
