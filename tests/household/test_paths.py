"""Names of single facts: what is put can be got, and nothing else has changed."""

from dataclasses import fields, replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.household import paths
from budgetdesk.household.case import Arrears, ArrearsRow, Case, Expense, Person, Tenancy
from budgetdesk.household.words import Role

CASE = Case(
    persons=(
        Person(id="p1", role=Role.TENANT, name="Nadia", born=date(1989, 4, 12)),
        Person(id="p2", role=Role.CHILD, name="Alma", born=date(2018, 6, 3)),
    ),
    tenancy=Tenancy(area_m2=Decimal(84)),
    expenses=(Expense(id="e1", line="bolig.el"),),
    arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(7600)), ArrearsRow(id="r2", amount=Decimal(335)))),
)
FACTS = [
    "tenancy",
    "tenancy.area_m2",
    "persons",
    "persons[p2]",
    "persons[p1].born",
    "arrears.rows[r2].amount",
    "expenses[e1].label",
]


@pytest.mark.parametrize(
    ("path", "fact"),
    [
        ("tenancy.area_m2", Decimal(84)),
        ("persons[p1].born", date(1989, 4, 12)),
        ("arrears.rows[r2].amount", Decimal(335)),
        ("persons[p2]", CASE.persons[1]),
    ],
)
def test_a_path_finds_its_fact(path, fact):
    assert paths.get(CASE, path) == fact


@given(st.sampled_from(FACTS), st.integers())
def test_what_is_put_can_be_got_and_put_back(path, fact):
    changed = paths.put(CASE, path, fact) if not path.endswith(("persons", "[p2]")) else CASE

    if changed is not CASE:
        assert paths.get(changed, path) == fact
    assert paths.put(changed, path, paths.get(CASE, path)) == CASE


@given(st.sampled_from(FACTS))
def test_putting_changes_only_the_part_that_is_named(path):
    changed = paths.put(CASE, path, paths.get(CASE, path) if path == "persons" else None)
    top = path.partition(".")[0].partition("[")[0]

    for field in fields(Case):
        assert field.name == top or getattr(changed, field.name) is getattr(CASE, field.name)


@pytest.mark.parametrize(
    "path",
    [
        "nothing",
        "tenancy.nothing",
        "persons[p9].born",
        "persons[p9]",
        "tenancy.area_m2.value",
        "Tenancy.area_m2",
        "a-b",
    ],
)
def test_a_path_that_leads_nowhere_is_a_key_error(path):
    with pytest.raises(KeyError):
        paths.get(CASE, path)
    with pytest.raises(KeyError):
        paths.put(CASE, path, 1)


def test_what_is_added_stands_last_and_can_be_removed_again():
    noah = Person(id=paths.next_id(CASE.persons, "p"), role=Role.CHILD, name="Noah")
    changed = paths.add(CASE, "persons", noah)

    assert changed.persons == (*CASE.persons, noah)
    assert paths.remove(changed, "persons[p3]") == CASE


def test_only_an_item_can_be_removed():
    with pytest.raises(KeyError):
        paths.remove(CASE, "tenancy.area_m2")
    with pytest.raises(KeyError):
        paths.remove(CASE, "persons[p9]")


@given(st.lists(st.from_regex(r"\A[a-z]{1,2}[0-9]{0,3}\Z"), max_size=8))
def test_a_new_id_is_in_use_by_nobody(ids):
    items = tuple(replace(CASE.persons[0], id=name) for name in ids)

    assert paths.next_id(items, "p") not in ids


def test_an_id_that_was_removed_in_the_middle_is_not_given_again():
    without_first = paths.remove(CASE, "persons[p1]")

    assert paths.next_id(without_first.persons, "p") == "p3"
