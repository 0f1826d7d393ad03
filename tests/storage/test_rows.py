"""Values become rows, JSON and differences, and come back as they were."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from any_record import EVERY_VALUE, any_record, any_value
from hypothesis import given, settings
from hypothesis import strategies as st
from laws import examples

from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import ArrearsRow, Person
from budgetdesk.household.words import Role
from budgetdesk.storage import difference
from budgetdesk.storage.parts import PARTS, put_values, values
from budgetdesk.storage.plain import from_plain, to_plain
from budgetdesk.storage.tables import NOT_KRONER, from_row, to_row
from budgetdesk.storage.types import Oere


@pytest.mark.parametrize("kind", EVERY_VALUE, ids=lambda kind: kind.__name__)
def test_every_value_comes_back_from_its_row(kind: Any) -> None:
    @given(any_value(kind))
    @settings(max_examples=examples(8), deadline=None)
    def check(value: Any) -> None:
        assert from_row(kind, to_row(kind, value)) == value

    check()


@pytest.mark.parametrize("kind", EVERY_VALUE, ids=lambda kind: kind.__name__)
def test_every_value_comes_back_from_json(kind: Any) -> None:
    @given(any_value(kind))
    @settings(max_examples=examples(8), deadline=None)
    def check(value: Any) -> None:
        assert from_plain(kind, to_plain(value)) == value

    check()


@given(any_record())
@settings(max_examples=examples(8), deadline=None)
def test_a_record_taken_apart_and_put_together_is_the_same(record: Record) -> None:
    built = Record()
    for part in PARTS:
        built = put_values(built, part, values(record, part))

    assert built == record


@given(any_record(), any_record())
@settings(max_examples=examples(8), deadline=None)
def test_a_difference_leads_there_and_back_also_through_the_journal(before: Record, after: Record) -> None:
    found = difference.from_json(difference.to_json(difference.between(before, after)))

    assert difference.apply(before, found) == after
    assert difference.apply(after, found.backwards) == before


@given(any_record())
@settings(max_examples=examples(6), deadline=None)
def test_no_change_is_no_difference(record: Record) -> None:
    again = from_plain(Record, to_plain(record))

    assert difference.between(record, again) == difference.Difference()


def test_a_difference_holds_only_what_changed() -> None:
    before = Record()
    for name in ("p1", "p2"):
        before = paths.add(before, "case.persons", Person(id=name, role=Role.CHILD))
    after = paths.put(before, "case.persons[p2].name", "Alma")
    found = difference.between(before, after)

    assert [(t.table, t.id) for t in found.touched] == [("persons", "p2")]
    assert found.moved == ()


def test_two_values_with_one_id_are_refused() -> None:
    twice = paths.put(Record(), "case.arrears.rows", (ArrearsRow(id="r1"), ArrearsRow(id="r1")))

    with pytest.raises(ValueError, match="share an id"):
        difference.between(Record(), twice)


def test_a_field_that_a_later_version_dropped_is_left_out_and_a_new_one_gets_its_default() -> None:
    data = to_plain(Person(id="p1", role=Role.TENANT, name="Nadia"))
    data["shoe_size"] = 38
    del data["phone"]

    assert from_plain(Person, data) == Person(id="p1", role=Role.TENANT, name="Nadia")


@given(st.integers(-(10**12), 10**12))
def test_oere_are_never_lost(oere: int) -> None:
    amount = Decimal(oere).scaleb(-2)
    column = Oere()

    assert column.process_bind_param(amount, None) == oere  # type: ignore[arg-type]  # no dialect is asked
    assert column.process_result_value(oere, None) == amount  # type: ignore[arg-type]  # no dialect is asked


def test_half_an_oere_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number"):
        Oere().process_bind_param(Decimal("0.005"), None)  # type: ignore[arg-type]  # no dialect is asked


def test_every_decimal_that_is_not_kroner_is_named() -> None:
    every = {name for kind in EVERY_VALUE for name in kind.__dataclass_fields__}

    assert every >= NOT_KRONER
