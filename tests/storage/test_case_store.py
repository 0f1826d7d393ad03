"""A case in the database: what is saved comes back, undo and redo survive a restart, other cases are left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from any_record import any_record
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.casework.record import Record
from budgetdesk.errors import StoreError
from budgetdesk.household import paths
from budgetdesk.household.agreement import Agreement, Instalment
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.ledger.spending import Receipt, ReceiptItem
from budgetdesk.storage.case_store import Database, SqlCaseStore
from budgetdesk.storage.kept import Kept
from budgetdesk.storage.memory import MemoryStore
from budgetdesk.storage.store import Store

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
SLOW = settings(
    max_examples=examples(7),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def a_case(database: Database, record: Record | None = None) -> SqlCaseStore:
    store = Store(database)
    return store.case(store.add_case(None, record or Record(), year=2026, at=NOON))


def save(keeper: SqlCaseStore, path: str, fact: object, label: str = "ret", merge: str = "") -> Kept:
    before = keeper.load().record
    return keeper.change(label, before, paths.put(before, path, fact), merge=merge, at=NOON)


def numbered(record: Record, kept: Kept) -> Record:
    return paths.put(record, "case.info.number", kept.record.case.info.number)


def test_any_record_comes_back_whole(database: Database) -> None:
    @given(any_record())
    @SLOW
    def check(record: Record) -> None:
        kept = a_case(database, record).load()
        assert kept.record == numbered(record, kept)

    check()


def test_any_change_comes_back_and_can_be_undone_and_redone(database: Database) -> None:
    @given(any_record(), any_record())
    @SLOW
    def check(before: Record, after: Record) -> None:
        keeper = a_case(database, before)
        before = keeper.load().record
        keeper.change("alt", before, after, merge="", at=NOON)
        assert keeper.load().record == after
        assert keeper.undo(after, at=NOON).record == before
        assert keeper.load().record == before
        assert keeper.redo(before, at=NOON).record == after
        assert keeper.load().record == after

    check()


def test_any_sequence_of_changes_undo_redo_and_restarts_equals_a_store_in_memory(database: Database) -> None:
    step = st.one_of(
        st.tuples(st.just("type"), st.sampled_from(["a", "b"]), st.sampled_from(["", "x", "xy", "xyz"])),
        st.tuples(st.just("person"), st.integers(0, 3), st.sampled_from(["add", "remove", "first"])),
        st.tuples(st.sampled_from(["undo", "redo", "restart"]), st.none(), st.none()),
    )

    @given(st.lists(step, max_size=25))
    @settings(SLOW, max_examples=examples(20))
    def check(steps: list[tuple[str, object, object]]) -> None:
        keeper = a_case(database)
        model = MemoryStore(keeper.load().record)
        kept = keeper.load()
        for what, one, two in steps:
            if what == "restart":
                database.engine.dispose()
                kept = keeper.load()
            elif what in ("undo", "redo"):
                expected = getattr(model, what)(model.load().record, at=NOON)
                kept = getattr(keeper, what)(kept.record, at=NOON)
                assert kept.record == expected.record
            else:
                after, merge = _next(kept.record, what, one, two)
                if after == kept.record:
                    continue
                model.change(f"{what} {one}", kept.record, after, merge=merge, at=NOON)
                kept = keeper.change(f"{what} {one}", kept.record, after, merge=merge, at=NOON)
            assert _seen(kept) == _seen(model.load())
        assert _seen(keeper.load()) == _seen(model.load())

    check()


def _next(record: Record, what: str, one: object, two: object) -> tuple[Record, str]:
    if what == "type":
        return paths.put(record, {"a": "case.tenancy.landlord", "b": "case.info.adviser"}[str(one)], two), str(one)
    persons = record.case.persons
    rest = tuple(p for p in persons if p.id != f"p{one}")
    added = Person(id=f"p{one}", role=Role.CHILD)
    changed = {"add": (*rest, added), "remove": rest, "first": (added, *rest)}[str(two)]
    return paths.put(record, "case.persons", changed), ""


def _seen(kept: Kept) -> tuple[Record, str | None, str | None]:
    return kept.record, kept.can_undo, kept.can_redo


def test_order_of_a_list_survives(database: Database) -> None:
    keeper = a_case(database)
    people = tuple(Person(id=f"p{n}", role=Role.CHILD) for n in (3, 1, 2))
    save(keeper, "case.persons", people)
    save(keeper, "case.persons", (people[2], people[0], Person(id="p9", role=Role.OTHER), people[1]))

    assert [p.id for p in keeper.load().record.case.persons] == ["p2", "p3", "p9", "p1"]


def test_lists_inside_a_value_change_with_it(database: Database) -> None:
    keeper = a_case(database)
    instalments = tuple(Instalment(due=date(2026, 12, n), amount=Decimal(n)) for n in (1, 2, 3))
    items = tuple(ReceiptItem(id=f"i{n}", text="mælk", amount=Decimal("12.95")) for n in (1, 2))
    save(keeper, "case.agreement", Agreement(instalments=instalments))
    save(keeper, "spending.receipts", (Receipt(id="r1", shop="Netto", date=None, total=Decimal(26), items=items),))
    save(keeper, "case.agreement.instalments", instalments[:1])
    save(keeper, "spending.receipts[r1].items", items[1:])
    record = keeper.load().record

    assert record.case.agreement == Agreement(instalments=instalments[:1])
    assert record.spending.receipts[0].items == items[1:]

    save(keeper, "case.agreement", None)
    save(keeper, "spending.receipts", ())
    assert keeper.load().record.case.agreement is None
    assert keeper.load().record.spending.receipts == ()


def test_a_field_typed_letter_by_letter_is_one_step_also_across_a_restart(database: Database) -> None:
    keeper = a_case(database)
    for text in ("L", "Læ", "Lær"):
        save(keeper, "case.tenancy.landlord", text, "udlejer", merge="landlord")
    steps = keeper.history()
    kept = keeper.undo(keeper.load().record, at=NOON)

    assert [step.label for step in steps] == ["udlejer"]
    assert kept.record.case.tenancy.landlord == ""


def test_a_field_typed_back_to_what_it_was_leaves_no_step(database: Database) -> None:
    keeper = a_case(database)
    save(keeper, "case.tenancy.landlord", "L", merge="m")
    kept = save(keeper, "case.tenancy.landlord", "", merge="m")

    assert kept.can_undo is None
    assert keeper.history() == ()


def test_a_draft_survives_and_can_be_forgotten(database: Database) -> None:
    keeper = a_case(database)
    keeper.set_draft("case.tenancy.rent_per_month", "76o")
    keeper.set_draft("case.tenancy.rent_per_month", "76oo")
    assert keeper.load().drafts == {"case.tenancy.rent_per_month": "76oo"}

    keeper.set_draft("case.tenancy.rent_per_month", None)
    assert keeper.load().drafts == {}


def test_history_says_what_was_done_when(database: Database) -> None:
    keeper = a_case(database)
    save(keeper, "case.tenancy.landlord", "Lærkely", "udlejer")
    save(keeper, "case.info.adviser", "Karen", "rådgiver")
    keeper.undo(keeper.load().record, at=NOON)

    assert [(s.number, s.label, s.at, s.undone) for s in keeper.history()] == [
        (1, "udlejer", NOON, False),
        (2, "rådgiver", NOON, True),
    ]


def test_two_cases_do_not_touch_each_other(database: Database) -> None:
    first, second = a_case(database), a_case(database)
    save(first, "case.persons", (Person(id="p1", role=Role.TENANT, name="Nadia"),))
    save(second, "case.persons", (Person(id="p1", role=Role.TENANT, name="Ali"),))
    save(first, "case.persons[p1].name", "Nadia S.")
    first.undo(first.load().record, at=NOON)

    assert first.load().record.case.persons[0].name == "Nadia"
    assert second.load().record.case.persons[0].name == "Ali"
    assert second.load().can_redo is None


def test_a_change_that_cannot_be_written_changes_nothing(database: Database) -> None:
    keeper = a_case(database)
    save(keeper, "case.tenancy.landlord", "Lærkely")
    before = keeper.load()
    bad = paths.put(paths.put(before.record, "case.info.adviser", "X"), "case.tenancy.rent_per_month", Decimal("0.001"))
    with pytest.raises((StoreError, ValueError)):
        keeper.change("skæv", before.record, bad, merge="", at=NOON)

    assert keeper.load() == before


def test_a_case_that_is_gone_says_so(database: Database) -> None:
    with pytest.raises(StoreError, match="1999-0001"):
        Store(database).case("1999-0001").load()


def test_text_no_database_can_hold_is_kept_as_far_as_it_can(database: Database) -> None:
    keeper = a_case(database)
    save(keeper, "case.tenancy.landlord", "Læ\0rke\ud800ly")

    assert keeper.load().record.case.tenancy.landlord == "Lærkely"


def test_a_long_import_is_one_step_and_quick_to_change(database: Database) -> None:
    keeper = a_case(database)
    people = tuple(Person(id=f"p{n}", role=Role.OTHER) for n in range(500))
    save(keeper, "case.persons", people, "import")
    save(keeper, "case.persons[p250].name", "Midt")
    touched = keeper.history()[-1].difference.touched

    assert len(touched) == 1
    assert keeper.load().record.case.persons == (*people[:250], replace(people[250], name="Midt"), *people[251:])


def test_times_come_back_aware_and_in_utc(database: Database) -> None:
    keeper = a_case(database)
    local = NOON.astimezone(tz=None) + timedelta(seconds=1)
    kept = keeper.change("a", Record(), paths.put(keeper.load().record, "case.info.adviser", "K"), merge="", at=local)

    assert kept.saved_at == NOON + timedelta(seconds=1)
    assert kept.saved_at is not None
    assert kept.saved_at.utcoffset() == timedelta(0)
