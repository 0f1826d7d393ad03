"""What stands beside the cases is what the cases say: after every save, undo and redo, and when it is made anew."""

from __future__ import annotations

from dataclasses import make_dataclass, replace
from datetime import UTC, date, datetime

import pytest
from any_record import any_record
from hypothesis import given, settings
from sqlalchemy import delete, select, update
from test_case_store import SLOW

from budgetdesk.casework import case_summary
from budgetdesk.casework.case_steps import NextStep
from budgetdesk.casework.case_summary import CaseSummary, in_list
from budgetdesk.casework.record import Record
from budgetdesk.errors import StoreError
from budgetdesk.household import paths
from budgetdesk.household.agreement import Agreement
from budgetdesk.household.case import Case, CaseInfo, Conversation, Income, Person, Todo
from budgetdesk.household.course import Course
from budgetdesk.household.words import Role
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.counted import Counted, counted
from budgetdesk.statistics.tables import Selection, count
from budgetdesk.storage import beside, plan_cases
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.shapes import shape_of, sparse
from budgetdesk.storage.store import Store
from budgetdesk.storage.tables import case_plans, case_summaries

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
FEW = settings(SLOW, max_examples=3)
NADIA = Record(case=Case(persons=(Person(id="p1", role=Role.TENANT, name="Nadia"),)))


def add(store: Store, record: Record) -> str:
    return store.add_case(None, record, year=2026, at=NOON)


def listed(store: Store) -> dict[str, CaseSummary]:
    return {case.id: case for case in store.cases()}


def named(record: Record, name: str) -> Record:
    return paths.put(record, "case.persons[p1].name", name)


def stands(store: Store, number: str) -> None:
    """What stands beside a case is what follows from it whole."""
    case = store.case(number).load().record.case
    assert listed(store)[number].about == in_list(case)
    assert store.counted().get(number) == (None if case.info.invented else counted(case))
    assert store.cases_with_plans().get(number) == (None if case.info.invented else plan_cases.of(case))


def test_any_case_is_listed_and_counted_as_it_is_and_as_it_was_changed(database: Database) -> None:
    store = Store(database)

    @given(any_record(), any_record())
    @FEW
    def check(first: Record, second: Record) -> None:
        number = add(store, first)
        stands(store, number)
        keeper = store.case(number)
        kept = keeper.change("ret", keeper.load().record, second, merge="", at=NOON)
        stands(store, number)
        kept = keeper.undo(kept.record, at=NOON)
        stands(store, number)
        keeper.redo(kept.record, at=NOON)
        stands(store, number)

    check()


def test_what_is_made_anew_from_the_rows_is_what_was_written_with_the_case(database: Database) -> None:
    store = Store(database)

    @given(any_record())
    @FEW
    def check(record: Record) -> None:
        number = add(store, record)
        with database.transaction() as connection:
            connection.execute(delete(case_summaries))
        database.forget()
        assert store.refresh() > 0
        stands(store, number)

    check()


def test_what_is_read_of_a_case_later_is_what_was_written_whatever_stands_in_its_words(database: Database) -> None:
    odd = 'Nadia\n"Ærø"\x1f\\ \u2028'
    todo = Todo(id="t1", what=odd, by=date(2026, 11, 18))
    case = Case(
        info=CaseInfo(organisation=odd, opened=date(2026, 5, 1)),
        course=Course(area="\n"),
        persons=(Person(id="p1", role=Role.TENANT, name=odd, cpr="010190-1234"),),
        conversation=Conversation(next_steps=(todo,)),
    )
    store = Store(database)
    number = add(store, Record(case=case))

    one = listed(store)[number]

    assert "tenant_cpr" not in one.about.__dict__, "nobody has asked for it yet"
    assert one.about == in_list(store.case(number).load().record.case)
    assert hash(one.about) == hash(one.about)
    assert one.about.first_promise == date(2026, 11, 18)
    assert (one.opened_at, one.saved_at, one.binned_at) == (NOON, NOON, None)
    assert one.about != replace(one.about, landlord="Lærkely")
    assert replace(one.about, landlord="Lærkely").landlord == "Lærkely"


def test_a_store_of_an_earlier_program_is_made_anew_when_it_is_first_asked(database: Database) -> None:
    store = Store(database)
    number = add(store, NADIA)
    with database.transaction() as connection:
        connection.execute(update(case_summaries).values(version="0-old", content="{}"))
    database.forget()

    assert listed(store)[number].tenant == "Nadia"
    assert store.refresh() == 0


def test_making_anew_tells_how_far_it_is(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "AT_ONCE", 2)
    store, told = Store(database), []
    for _ in range(5):
        add(store, NADIA)
    with database.transaction() as connection:
        connection.execute(delete(case_summaries))

    store.refresh(lambda done, of: told.append((done, of)))

    assert told == [(0, 5), (2, 5), (4, 5), (5, 5)]
    assert len(store.cases()) == 5


def test_tables_from_what_stands_beside_the_cases_are_those_of_the_whole_cases(database: Database) -> None:
    store, categories = Store(database), load_categories()

    @given(any_record(), any_record())
    @FEW
    def check(first: Record, second: Record) -> None:
        add(store, first)
        add(store, second)
        whole = [store.case(n).load().record.case for n in listed(store)]
        of_whole = [counted(case) for case in whole if not case.info.invented]
        for selection in (Selection(), Selection(first=date(2000, 1, 1), last=date(2050, 1, 1))):
            assert count(store.counted().values(), selection, categories) == count(of_whole, selection, categories)

    check()


def test_invented_cases_and_those_in_the_bin_are_listed_apart_and_never_counted(database: Database) -> None:
    store = Store(database)
    real = add(store, with_plan(NADIA))
    invented = add(store, with_plan(replace(NADIA, case=replace(NADIA.case, info=CaseInfo(invented=True)))))
    binned = add(store, with_plan(NADIA))
    store.bin_case(binned, at=NOON)

    assert list(listed(store)) == [real, invented]
    assert [case.id for case in store.cases(binned=True)] == [binned]
    assert set(store.counted()) == set(store.cases_with_plans()) == {real}

    store.bin_case(binned, at=None)
    assert set(store.counted()) == set(store.cases_with_plans()) == {real, binned}


def with_plan(record: Record) -> Record:
    return paths.put(record, "case.agreement", Agreement())


def test_a_plan_that_is_taken_away_leaves_no_row(database: Database) -> None:
    store = Store(database)
    keeper = store.case(add(store, with_plan(NADIA)))
    kept = keeper.load()

    keeper.change("ret", kept.record, paths.put(kept.record, "case.agreement", None), merge="", at=NOON)

    assert store.cases_with_plans() == {}
    with database.transaction() as connection:
        assert connection.execute(select(case_plans)).all() == []


def test_a_save_that_fails_changes_nothing_that_is_listed(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    store = Store(database)
    keeper = store.case(add(store, NADIA))
    kept = keeper.load()
    listed(store)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(beside, "write", broken)
    with pytest.raises(ZeroDivisionError):
        keeper.change("ret", kept.record, named(kept.record, "Alma"), merge="", at=NOON)

    assert [case.tenant for case in store.cases()] == ["Nadia"]
    assert keeper.load().record == kept.record


def test_a_day_that_cannot_be_reckoned_does_not_keep_a_case_from_being_saved(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(case: Case) -> tuple[NextStep, ...]:
        if case.agreement is not None:
            raise OverflowError
        return ()

    monkeypatch.setattr(case_summary, "steps_of", broken)
    store = Store(database)
    number = add(store, with_plan(NADIA))

    assert listed(store)[number].tenant == "Nadia"


def test_only_the_case_that_was_saved_is_read_again(database: Database) -> None:
    store = Store(database)
    numbers = [add(store, NADIA) for _ in range(3)]
    before = listed(store)
    kept = store.case(numbers[1]).load()

    store.case(numbers[1]).change("ret", kept.record, named(kept.record, "Alma"), merge="", at=NOON)
    after = listed(store)

    assert after[numbers[1]].tenant == "Alma"
    assert [after[n] is before[n] for n in numbers] == [True, False, True]


def test_nothing_is_at_hand_once_the_store_is_closed(database: Database) -> None:
    store = Store(database)
    add(store, NADIA)
    store.cases()

    database.close()

    assert database.listed._found is None
    with pytest.raises(StoreError):
        store.cases()


def test_nothing_of_a_case_but_what_lists_and_counts_need_stands_beside_it(database: Database) -> None:
    secret = Case(
        info=CaseInfo(guardian="Hemmeligt 1"),
        income=(Income(id="i1", note="Hemmeligt 2", amount=None),),
        course=Course(legal_basis="Hemmeligt 3"),
    )
    store = Store(database)
    add(store, Record(case=secret))

    with database.transaction() as connection:
        assert "Hemmeligt" not in str(connection.execute(select(case_summaries)).all())


# shapes


def test_a_field_that_comes_or_goes_makes_what_was_made_before_old() -> None:
    one = make_dataclass("One", [("a", int), ("b", str)], namespace={"__module__": __name__})
    more = make_dataclass("One", [("a", int), ("b", str), ("c", bool)], namespace={"__module__": __name__})

    assert shape_of(one) != shape_of(more)
    assert shape_of(one) == shape_of(one)
    assert shape_of(Counted) != shape_of(Case)


def test_what_has_its_default_is_not_written() -> None:
    assert sparse(Case()) == {}
    assert sparse(CaseInfo(adviser="Kirsten")) == {"adviser": "Kirsten"}
