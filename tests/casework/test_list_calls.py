"""The order in which to call: by facts and days alone, open, and the same for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.casework.arrears_entries import ListEntry
from budgetdesk.casework.arrears_match import How
from budgetdesk.casework.arrears_people import ListInfo, ListPerson, Since, person, since_last
from budgetdesk.casework.arrears_rules import Chance, Group
from budgetdesk.casework.list_calls import ListCalls, in_order, list_call
from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Person, Tenancy
from budgetdesk.household.words import Letter, Role
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.wording import list_calls as words

ON = date(2026, 11, 20)
ORDER = load_list_rules().order
INFO = ListInfo(id=1, sender="Lærkely", stated_on=ON, taken_on=ON, keep_until=ON)
CHILD = Person(id="p2", role=Role.CHILD, born=date(2018, 6, 3))


def one(key: str = "nr:1", owed: int = 5000, **facts: object) -> ListPerson:
    return ListPerson(key=key, owed=Decimal(owed), **facts)  # type: ignore[arg-type]


def case(arrears: Arrears, *people: Person, **facts: object) -> Case:
    return Case(persons=people, arrears=arrears, **facts)  # type: ignore[arg-type]


def ordered(*people: ListPerson, cases: dict[str, Case] | None = None, most: int = 50) -> ListCalls:
    return in_order(INFO, people, cases or {}, ORDER, on=ON, most=most)


def keys(found: ListCalls) -> list[str]:
    return [call.person.key for call in found.calls]


def test_the_days_of_the_list_follow_the_law_and_are_called_estimates() -> None:
    late = list_call(one(due=date(2026, 11, 18)), None, ORDER, on=ON)
    may_come = list_call(one(due=date(2026, 11, 2)), None, ORDER, on=ON)
    runs = list_call(one(due=date(2026, 11, 2), paakrav=date(2026, 11, 10)), None, ORDER, on=ON)
    over = list_call(one(due=date(2026, 10, 1), paakrav=date(2026, 10, 12)), None, ORDER, on=ON)
    unknown = list_call(one(), None, ORDER, on=ON)

    assert [(call.group, call.day, call.estimate) for call in (late, may_come, runs, over, unknown)] == [
        (Group.LATE, date(2026, 11, 23), True),
        (Group.PAAKRAV_MAY_COME, date(2026, 11, 6), True),
        (Group.PAY_BY, date(2026, 11, 24), True),  # 14 days, the day of arrival not counted
        (Group.DEADLINE_OVER, date(2026, 10, 26), True),
        (Group.NO_DAY, None, False),
    ]


def test_what_the_case_knows_goes_before_what_the_list_says() -> None:
    paakrav = Arrears(
        rows=(ArrearsRow(id="r1", month=Month(2026, 11), amount=Decimal(7600), paakrav_arrived=date(2026, 11, 17)),)
    )
    court = replace(paakrav, court_meeting=date(2026, 12, 3), letter=Letter.FOGED)
    ended = replace(paakrav, ophaevelse_arrived=date(2026, 11, 19))
    plan = Agreement(made_on=ON, instalments=(Instalment(due=date(2027, 1, 1), amount=Decimal(1)),))
    listed = one(due=date(2026, 11, 2))

    found = [list_call(listed, case(facts), ORDER, on=ON) for facts in (paakrav, court, ended)]
    running = list_call(listed, case(paakrav, agreement=plan), ORDER, on=ON)

    assert [(call.group, call.day, call.estimate) for call in found] == [
        (Group.PAY_BY, date(2026, 12, 1), False),
        (Group.COURT, date(2026, 12, 3), False),
        (Group.TERMINATED, date(2026, 11, 19), False),
    ]
    assert running.group is Group.PLAN


def test_chances_are_facts() -> None:
    call = list_call(one(owed=4000, rent=Decimal(5000), since=Since.FIRST), case(Arrears(), CHILD), ORDER, on=ON)
    grown = list_call(one(owed=6000, rent=Decimal(5000), since=Since.GROWN), case(Arrears()), ORDER, on=ON)
    no_rent = list_call(one(owed=8000), None, ORDER, on=ON)
    adult = list_call(one(owed=99999), case(Arrears(), replace(CHILD, born=date(2000, 1, 1))), ORDER, on=ON)

    assert call.chances == (Chance.CHILDREN, Chance.FIRST_TIME, Chance.SMALL)
    assert grown.chances == (Chance.GROWN,)
    assert no_rent.chances == (Chance.SMALL,)
    assert adult.chances == ()


def test_groups_come_in_the_order_of_the_data_and_within_them_what_it_says() -> None:
    listed = [
        one("nr:a", due=date(2026, 11, 2)),
        one("nr:b", due=date(2026, 11, 2), paakrav=date(2026, 11, 12)),
        one("nr:c", due=date(2026, 11, 2), paakrav=date(2026, 11, 10)),
        one("nr:d"),
        one("nr:e", due=date(2026, 11, 2), since=Since.FIRST),
        one("nr:f", due=date(2026, 11, 2), owed=4000),
    ]

    assert keys(ordered(*listed)) == ["nr:c", "nr:b", "nr:e", "nr:f", "nr:a", "nr:d"]


def test_nobody_is_called_who_owes_nothing_and_all_are_counted() -> None:
    found = ordered(one("nr:a", owed=0), one("nr:b", owed=-50), one("nr:c"), one("nr:d"), most=1)

    assert keys(found) == ["nr:c"]
    assert (found.in_all, found.nothing_owed, found.groups) == (2, 2, {Group.NO_DAY: 2})


_PEOPLE = st.builds(
    one,
    key=st.integers(0, 10**6).map(lambda number: f"nr:{number}"),
    owed=st.integers(1, 40_000),
    due=st.none() | st.dates(date(2026, 6, 1), date(2026, 12, 1)),
    paakrav=st.none() | st.dates(date(2026, 6, 1), ON),
    since=st.sampled_from(Since),
)


@settings(max_examples=60)
@given(st.lists(_PEOPLE, max_size=12, unique_by=lambda found: found.key), st.randoms())
def test_the_order_is_the_same_however_the_list_is_shuffled_and_whatever_people_are_called(
    people: Sequence[ListPerson], chance: object
) -> None:
    shuffled = [replace(found, name=f"Navn {at}", address="Vej 1", phone="1") for at, found in enumerate(people)]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert keys(ordered(*people)) == keys(ordered(*shuffled))
    assert keys(ordered(*people, most=3)) == keys(ordered(*people))[:3]


def test_all_rows_of_a_tenant_are_one_with_the_oldest_day_and_the_first_paakrav() -> None:
    rows = [
        ListEntry(line=4, reference="1", name="N. Skov", amount=Decimal(100), due=date(2026, 11, 1)),
        ListEntry(line=5, reference="1", name="Nadia Skov", amount=Decimal(50), due=date(2026, 10, 1)),
        ListEntry(line=6, reference="1", amount=Decimal(-30), due=date(2026, 1, 1), paakrav=date(2026, 10, 9)),
    ]
    found = person((row, None, How.NOBODY) for row in rows)

    assert (found.owed, found.due, found.paakrav) == (Decimal(120), date(2026, 10, 1), date(2026, 10, 9))
    assert (found.name, found.rows) == ("Nadia Skov", 3)


def test_how_it_went_since_last_time() -> None:
    def since(owed: int, before: int | None, *, first: bool = False, older: bool = False) -> Since:
        was = None if before is None else Decimal(before)
        return since_last(Decimal(owed), was, is_first_list=first, on_an_older=older)

    assert [since(5, 4), since(5, 5), since(5, 6), since(5, None), since(5, None, older=True)] == [
        Since.GROWN, Since.SAME, Since.SHRUNK, Since.FIRST, Since.RETURNED,
    ]  # fmt: skip
    assert since(5, None, first=True) is Since.UNKNOWN
    assert since(5, 0, older=True) is Since.RETURNED


def test_the_whole_order_can_be_read_with_why_and_where_from() -> None:
    said = " ".join(words.order_said(ORDER))

    assert all(group.title in said and group.why in said for group in ORDER.groups.values())
    assert all(chance.why in said and chance.source in said for chance in ORDER.chances.values())
    assert all(words.THEN[then] in said for then in ORDER.then)
    assert "Ingen får point" in said


def test_a_protected_address_is_known_to_be_one() -> None:
    protected = Case(info=CaseInfo(protected_address=True), tenancy=Tenancy(address="Hemmelig Vej 1"))

    assert list_call(one(), protected, ORDER, on=ON).protected
