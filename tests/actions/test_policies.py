"""The organisation's policy in the store: stamped, kept, taken back, out and in as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.actions import policies
from budgetdesk.actions.library import Library, load_library
from budgetdesk.errors import PolicyError
from budgetdesk.household.agreement import Agreement, Clause, Instalment
from budgetdesk.planning.policy import Approval, Policy
from budgetdesk.planning.policy_fields import FIELDS, Kind
from budgetdesk.readers.policy import dump_policy, read_policy
from budgetdesk.wording import policy as words

TODAY = date(2026, 11, 20)
SHIPPED = load_library().policy


class FakeStore:
    """Settings in memory, and a library."""

    def __init__(self) -> None:
        self.library: Library = load_library()
        self.today = TODAY
        self.kept: dict[str, object] = {}

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


def saved(store: FakeStore, **changes: object) -> Policy:
    return policies.save(store, replace(store.library.policy, **changes), by="Eva Holm")


def reopened(store: FakeStore) -> Library:
    return policies.with_own_policy(store, load_library())


def test_without_a_policy_of_its_own_the_example_counts_and_is_marked():
    library = reopened(FakeStore())

    assert library.policy == SHIPPED
    assert policies.is_standard(library)


def test_a_saved_policy_counts_from_now_on_with_a_version_of_its_own():
    store = FakeStore()
    stamped = saved(store, max_months=6, organisation="Lærkely")

    assert stamped.version == "2026-11-20"
    assert store.library.policy == stamped
    assert reopened(store).policy == stamped
    assert not policies.is_standard(store.library)


def test_a_second_one_on_the_same_day_gets_a_number_and_the_first_is_kept():
    store = FakeStore()
    first = saved(store, max_months=6)
    second = saved(store, max_months=9)

    assert second.version == "2026-11-20.2"
    assert policies.policy_of(reopened(store), first.version) == first
    assert [policy.version for policy in policies.versions(store.library)] == [
        second.version,
        first.version,
        SHIPPED.version,
    ]


def test_saving_what_counts_already_is_nothing_new():
    store = FakeStore()
    saved(store, max_months=6)
    saved(store, max_months=6)

    assert len(store.library.policy_uses) == 1


def test_going_back_takes_the_earlier_one_under_its_own_version_and_says_so():
    store = FakeStore()
    first = saved(store, max_months=6)
    saved(store, max_months=9)
    policies.go_back(store, first.version, by="Bo")

    assert reopened(store).policy == first
    assert [(use.policy.version, use.by) for use in store.library.policy_uses][-1] == (first.version, "Bo")
    policies.go_back(store, SHIPPED.version, by="Bo")
    assert policies.is_standard(reopened(store))


def test_nobody_changes_the_policy_without_a_name():
    store = FakeStore()
    with pytest.raises(PolicyError, match="Skriv dit navn"):
        policies.save(store, replace(SHIPPED, max_months=6), by="  ")
    with pytest.raises(PolicyError, match="Skriv dit navn"):
        policies.go_back(store, SHIPPED.version, by="")

    assert store.kept == {}


def test_a_version_that_is_not_there_is_a_sentence(tmp_path: Path):
    store = FakeStore()
    with pytest.raises(PolicyError, match="findes ikke her"):
        policies.go_back(store, "2019", by="Bo")
    with pytest.raises(PolicyError, match="findes ikke her"):
        policies.export_policy(store, tmp_path / "p.toml", "2019")


def test_out_to_a_file_and_in_again_elsewhere_is_the_same_policy(tmp_path: Path):
    store, other, file = FakeStore(), FakeStore(), tmp_path / "politik.toml"
    own = saved(store, max_months=6, approvals=(Approval(3, "rådgiveren"),), most_one_off=Decimal("500.50"))
    policies.export_policy(store, file)

    assert policies.import_policy(other, file, by="Bo") == own
    assert other.library.policy == own


def test_a_file_with_another_content_under_a_known_version_is_refused(tmp_path: Path):
    store, file = FakeStore(), tmp_path / "politik.toml"
    own = saved(store, max_months=6)
    file.write_text(dump_policy(replace(own, max_months=7)), "utf-8")
    with pytest.raises(PolicyError, match="siger noget andet"):
        policies.import_policy(store, file, by="Bo")

    assert store.library.policy == own


def test_a_file_with_an_unknown_key_changes_nothing_and_the_key_is_named(tmp_path: Path):
    store, file = FakeStore(), tmp_path / "politik.toml"
    file.write_text(dump_policy(replace(SHIPPED, version="egen")) + "\n[gebyr]\nrykker = 100\n", "utf-8")
    with pytest.raises(PolicyError, match="“gebyr”"):
        policies.import_policy(store, file, by="Bo")

    assert policies.is_standard(store.library)


def test_a_saved_policy_of_a_newer_program_is_passed_over_and_said():
    store = FakeStore()
    own = saved(store, max_months=6)
    entries = [*store.kept["policies"], {"text": "version = '9'\nnyt = 5", "on": "2026-11-21", "by": "", "note": ""}]
    store.kept["policies"] = entries
    library = reopened(store)

    assert library.policy == own
    assert "“nyt”" in library.policy_problem


def test_what_is_typed_wrong_is_said_at_its_value():
    found = policies.draft(SHIPPED, {"max_months": 500, "signal_days": 30, "adult_per_week": Decimal(-1)})

    assert found.policy is None
    assert "fra 1 til 36" in found.problems["max_months"]
    assert "kroner" in found.problems["adult_per_week"]
    assert "højst 7" in found.problems["signal_days"]


def test_a_year_without_any_month_to_pay_in_is_refused():
    assert "mindst én måned" in policies.draft(SHIPPED, {"pause_months": tuple(range(1, 13))}).problems["pause_months"]


def test_two_approvals_of_the_same_months_or_without_a_name_are_refused():
    twice = (Approval(3, "a"), Approval(3, "b"))

    assert "hver sit antal" in policies.draft(SHIPPED, {"approvals": twice}).problems["approvals"]
    assert "hvem" in policies.draft(SHIPPED, {"approvals": (Approval(3, ""),)}).problems["approvals"]


def test_an_agreement_keeps_the_policy_it_was_made_under():
    store = FakeStore()
    first = saved(store, max_months=6)
    saved(store, max_months=9)
    made = Agreement(instalments=(Instalment(due=TODAY, amount=Decimal(1)),), policy_version=first.version)

    assert policies.policy_for(store.library, made) == first
    assert policies.policy_for(store.library, None) == store.library.policy
    assert policies.policy_for(store.library, replace(made, policy_version="2019")) == store.library.policy


def test_what_was_changed_is_told_in_words():
    after = replace(SHIPPED, max_months=6, forlig=True, wordings=(Clause(id="early", text="Gerne."),))

    assert words.changes(SHIPPED, after, {"early": "Betale før tid"}) == (
        "Højst så mange måneder: 12 måneder → 6 måneder",
        "Frivilligt forlig må bruges: nej → ja",
        "Ordene “Betale før tid”: jeres egne",
    )
    assert words.changes(after, SHIPPED)[-1] == "Ordene “early”: programmets igen"


def test_every_value_has_a_name():
    assert set(words.TITLES) == {field.key for field in FIELDS}
    assert {field.section for field in FIELDS} == set(words.SECTIONS)


KRONER = st.decimals(min_value=0, max_value=100_000, places=2)
VALUES = {
    Kind.AMOUNT: lambda field: st.none() | KRONER if field.optional else KRONER,
    Kind.PART: lambda field: st.decimals(min_value=0, max_value=field.highest, places=3),
    Kind.COUNT: lambda field: st.integers(field.lowest, field.highest),
    Kind.YES_NO: lambda field: st.booleans(),
    Kind.COUNTS: lambda field: st.lists(st.integers(field.lowest, 6), max_size=4),
    Kind.TEXT: lambda field: st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
}


@given(st.fixed_dictionaries({field.key: VALUES[field.kind](field) for field in FIELDS}), st.text(max_size=20))
def test_every_policy_that_can_be_saved_can_be_read_again(values: dict[str, object], by: str):
    made = policies.draft(SHIPPED, {**values, "approvals": (Approval(3, "x" + by.strip() + "x"),)})
    if made.policy is not None:
        again = read_policy(dump_policy(made.policy), "prøve")

        assert replace(again, interest="", approvals=()) == replace(made.policy, interest="", approvals=())
        assert again.interest == made.policy.interest.replace("\x7f", "").strip()
