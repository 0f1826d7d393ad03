"""The policy file: every key is known, and a wrong one is named."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from planning_household import POLICY, TODAY, household, kr

from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role
from budgetdesk.planning.policy import Policy, approver, least_per_week
from budgetdesk.planning.policy_fields import FIELDS
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


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[plan]\none_off_payments = 1", "“one_off_payments”"),
        ('[plan]\nmost_one_off = "-1"', "“most_one_off”"),
        ('[living]\nsavings_per_month = "1000000.01"', "“savings_per_month”"),
        ('[living]\nbalance_band = "1.5"', "“balance_band”"),
        ('[living]\nadult_per_week = "9' + "9" * 30 + '"', "“adult_per_week”"),
        ("[living]\nadult_per_week = true", "“adult_per_week”"),
        ('[creditors]\ntoken_instalment = "5 kr"', "“token_instalment”"),
        ('[agreement]\nforlig = "nej"', "“forlig”"),
        ('[agreement]\ninterest = "' + "x" * 201 + '"', "“interest”"),
        ("[agreement]\nrente = 5", "“agreement.rente”"),
        ("[follow_up]\nsignal_days = -1", "“signal_days”"),
        ("[follow_up]\nfollow_up_months = [0]", "“follow_up_months”"),
        ("[wordings]\nbreach = 5", "“wordings.breach”"),
        ("plan = 5", "“plan”"),
        ("approvals = 5", "“approvals”"),
    ],
)
def test_the_values_of_offers_follow_up_and_agreement_are_checked_by_name(tmp_path, text, named):
    version = 'version = "1"\n'
    with pytest.raises(BadInputError) as error:
        load_policy(written(tmp_path, version + text))

    assert named in str(error.value)


def test_from_the_start_there_is_no_forlig_no_interest_no_one_off_and_nothing_offered_to_others():
    assert not POLICY.forlig
    assert not POLICY.one_off_payments
    assert POLICY.interest == ""
    assert POLICY.token_instalment == POLICY.savings_per_month == 0
    assert POLICY.signal_days < POLICY.late_days
    assert POLICY.follow_up_months == (1, 3, 9, 12)


def test_the_shipped_file_says_what_the_defaults_say():
    plain = Policy(version="1")
    same = [field.key for field in FIELDS if field.section in ("creditors", "agreement", "follow_up")]
    same += ["one_off_payments", "most_one_off", "savings_per_month", "balance_band"]

    assert {key: getattr(POLICY, key) for key in same} == {key: getattr(plain, key) for key in same}


def test_every_value_of_the_policy_can_stand_in_the_file():
    named = {field.key for field in FIELDS} | {"version", "organisation", "approvals", "wordings"}

    assert named == {field.name for field in fields(Policy)}


def test_own_wordings_are_read_and_months_put_in_order(tmp_path):
    text = 'version = "1"\n[follow_up]\nfollow_up_months = [9, 1, 9]\n'
    text += '[wordings]\nbreach = " Efter {dage} dage ringer vi. "'
    policy = load_policy(written(tmp_path, text))

    assert policy.follow_up_months == (1, 9)
    assert [(clause.id, clause.text) for clause in policy.wordings] == [("breach", "Efter {dage} dage ringer vi.")]


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("gebyr", "Vi tager gebyr.", "ikke kender"),
        ("breach", "Vi ringer bare.", "{dage}"),
        ("breach", "Efter {dage} dage og {gebyr}.", "{gebyr}"),
        ("breach", "Efter {dage dage.", "krøllet"),
        ("limitation", "Det sker der ikke noget ved.", "beskytter"),
        ("enforcement", "Kan inddrives ved eksekution.", "beskytter"),
        ("early", "x" * 1001, "for lang"),
    ],
)
def test_a_wording_that_loses_a_field_invents_one_or_softens_a_warning_is_refused(tmp_path, key, text, why):
    with pytest.raises(BadInputError) as error:
        load_policy(written(tmp_path, f'version = "1"\n[wordings]\n{key} = "{text}"'))

    assert why in str(error.value)
    assert f"wordings.{key}" in str(error.value)
