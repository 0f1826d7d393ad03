"""The policy file: every key is known, and a wrong one is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from planning_household import POLICY, TODAY, household, kr

from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.planning.policy import approver, least_per_week
from budgetdesk.readers.policy import load_policy


def written(folder: Path, text: str) -> Path:
    file = folder / "politik.toml"
    file.write_text(text, "utf-8")
    return file


def test_the_shipped_policy_lets_the_landlord_decide_and_ends_after_a_year():
    assert POLICY.max_months == 12
    assert approver(POLICY, 1) == "udlejer"
    assert approver(POLICY, 13) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ('version = "1"\nrente = 5', "“rente”"),
        ('version = "1"\n[plan]\nmax_maaneder = 5', "“plan.max_maaneder”"),
        ('version = "1"\n[plan]\nmax_months = 0', "“max_months”"),
        ('version = "1"\n[plan]\nmax_months = true', "“max_months”"),
        ('version = "1"\n[plan]\nday_of_month = 31', "“day_of_month”"),
        ('version = "1"\n[plan]\npause_months = [13]', "“pause_months”"),
        ('version = "1"\n[living]\nadult_per_week = "-1"', "“adult_per_week”"),
        ('version = "1"\n[living]\nadult_per_week = "nan"', "“adult_per_week”"),
        ('version = "1"\n[[approvals]]\nby = "x"', "approvals"),
        ("version = 1", "“version”"),
        ("[plan]", "version"),
        ("version = ", "TOML"),
    ],
)
def test_a_key_that_is_unknown_or_wrong_is_refused_by_name(tmp_path, text, named):
    with pytest.raises(BadInputError) as error:
        load_policy(written(tmp_path, text))

    assert named in str(error.value)
    assert "politik.toml" in str(error.value)


def test_a_policy_that_is_not_there_is_a_sentence(tmp_path):
    with pytest.raises(BadInputError, match=r"kan ikke åbnes\. Vælg en anden fil"):
        load_policy(tmp_path / "findes_ikke.toml")


def test_amounts_are_read_to_the_oere_and_approvals_in_any_order(tmp_path):
    text = 'version = "1"\n[living]\nadult_per_week = "612.50"\n'
    text += '[[approvals]]\nup_to_months = 12\nby = "lederen"\n[[approvals]]\nup_to_months = 3\nby = "rådgiveren"'
    policy = load_policy(written(tmp_path, text))

    assert policy.adult_per_week == kr("612.50")
    assert approver(policy, 3) == "rådgiveren"
    assert approver(policy, 4) == "lederen"


def test_the_least_to_live_on_counts_adults_children_and_nights():
    case = household()
    partner = Person(id="p4", role=Role.PARTNER)
    shared = replace(case.persons[1], nights_per_fortnight=7)

    assert least_per_week(POLICY, case, TODAY) == kr(1100)
    assert least_per_week(POLICY, replace(case, persons=(*case.persons, partner)), TODAY) == kr(1550)
    assert least_per_week(POLICY, replace(case, persons=(case.persons[0], shared)), TODAY) == kr(725)
    assert least_per_week(POLICY, replace(case, persons=()), TODAY) == kr(600)
