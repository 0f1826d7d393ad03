"""The economy stands in a letter only where a consent covers it; what is changed by hand stands as it was written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import letter_cases as cases
import pytest
from hypothesis import given
from hypothesis import strategies as st
from letter_cases import ON, TEXTS, agreed, letter, owing, said, sample

from budgetdesk.casework import letter_consent
from budgetdesk.casework.letter_edits import Changed, Edits, from_text, to_text, with_part
from budgetdesk.casework.letter_guard import acknowledging
from budgetdesk.casework.letter_recipients import recipients
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Consent, Income
from budgetdesk.readers.case_file import load_case

SHARING = [name for name, text in TEXTS.items() if text.consent]


@pytest.mark.parametrize("name", SHARING)
def test_without_a_consent_no_figure_of_the_household_is_told(name: str) -> None:
    case = replace(
        owing(), income=(*sample().income, Income(id="i9", kind="kontanthjaelp_grundsats", amount=Decimal(1)))
    )
    for to in recipients(case, TEXTS[name].about):
        written = letter(name, case, to.id)

        assert not any(part.economy for part in written.parts)
        assert "budget for en måned" not in said(written)
        assert "børne- og ungeydelse" not in said(written)
        assert not written.consent_given


@pytest.mark.parametrize("name", SHARING)
def test_with_a_consent_for_this_purpose_and_recipient_the_economy_stands_in_the_letter(name: str) -> None:
    case = owing(kind="gaeldsstyrelsen") if name == "brev_gaeldsstyrelsen" else owing()
    to = letter(name, case).recipient_name
    written = letter(name, agreed(case, TEXTS[name].consent, to))

    assert written.consent_given
    assert any(part.economy for part in written.parts)
    assert "har jeg sagt ja til den 20. november 2026" in said(written)


@pytest.mark.parametrize(
    "facts",
    [
        {"recipient": "Klarna"},
        {"purpose": "Aftale om restancen"},
        {"given": ON + timedelta(days=1)},
        {"given": None},
        {"until": ON - timedelta(days=1)},
        {"withdrawn": ON},
        {"withdrawn": ON - timedelta(days=5)},
    ],
    ids=["another recipient", "another purpose", "not yet", "never given", "run out", "taken back today", "taken back"],
)
def test_a_consent_counts_only_for_its_purpose_its_recipient_and_its_days(facts: dict[str, object]) -> None:
    text = TEXTS["brev_lavere_ydelse"]
    given = {"purpose": text.consent, "recipient": "Nordisk Inkasso"} | facts
    case = agreed(owing(), given.pop("purpose"), given.pop("recipient"), **given)  # type: ignore[arg-type]

    assert not letter("brev_lavere_ydelse", case).consent_given


@pytest.mark.parametrize("facts", [{"until": ON}, {"until": None}, {"withdrawn": ON + timedelta(days=1)}])
def test_a_consent_counts_on_its_last_day_and_until_it_is_taken_back(facts: dict[str, object]) -> None:
    case = agreed(owing(), TEXTS["brev_lavere_ydelse"].consent, " nordisk  INKASSO ", **facts)

    assert letter("brev_lavere_ydelse", case).consent_given


def test_one_button_notes_a_consent_for_a_year_and_it_then_counts() -> None:
    before = Record(case=owing())
    purpose = TEXTS["brev_lavere_ydelse"].consent
    after = letter_consent.with_consent(before, purpose, "Nordisk Inkasso", on=ON, how=letter_consent.WRITTEN)
    given = after.case.conversation.consents[-1]

    assert (given.given, given.until, given.how) == (ON, date(2027, 11, 20), "skriftligt")
    assert letter("brev_lavere_ydelse", after.case).consent_given
    assert letter_consent.with_consent(before, "x", "y", on=date(2028, 2, 29), how="").case.conversation.consents[
        -1
    ].until == date(2029, 2, 28)


def test_a_consent_for_nobody_counts_for_nobody() -> None:
    nameless = agreed(owing(creditor="", collector=""), TEXTS["brev_lavere_ydelse"].consent, "")

    assert not letter("brev_lavere_ydelse", nameless).consent_given


def test_only_the_money_that_comes_in_is_named_as_protected() -> None:
    text = TEXTS["brev_stop_modregning"]
    told = said(letter("brev_stop_modregning", agreed(owing(), text.consent, "Danske Bank"), "b1"))

    assert "§ 11 i loven om børne- og ungeydelse" in told  # the sample has it
    assert "pensionslovens" not in told
    assert "boligstøttelovens" not in told


def test_what_no_source_confirms_about_set_off_is_said_as_an_opinion() -> None:
    told = said(letter("brev_stop_modregning", sample()))

    assert "Jeg mener, at det samme må gælde, når en bank modregner." in told
    assert "ankenævn" not in told.lower()


# changed by hand


def test_a_changed_part_stands_as_it_was_written_and_the_others_follow_the_facts() -> None:
    edits = with_part(Edits(), "ask", "Jeg beder om en pause på én måned.", "gammel tekst")
    written = letter("brev_henstand", owing(), edits=edits)

    assert "Jeg beder om en pause på én måned." in written.paragraphs
    assert "pause til og med" not in said(written)
    assert written.reference.text == "NI-77120"
    assert next(part for part in written.parts if part.id == "ask").stale


def test_an_emptied_part_is_left_out_and_one_of_ones_own_comes_before_the_end() -> None:
    edits = Edits(parts={"after": Changed(""), "own": Changed("Jeg har lige fået arbejde.")})
    written = letter("brev_henstand", owing(), edits=edits)

    assert "Når pausen slutter" not in said(written)
    assert "Jeg har lige fået arbejde." in written.paragraphs
    assert written.paragraphs.index("Jeg har lige fået arbejde.") < len(written.paragraphs) - 1


def test_writing_what_the_facts_give_is_no_change() -> None:
    facts = letter("brev_henstand", owing()).parts[0]

    assert with_part(Edits(), facts.id, facts.text + " ", facts.facts).empty


@pytest.mark.parametrize("words", ["Jeg skylder jer 2.400 kr.", "Jeg anerkender kravet.", "Jeg vil betale min gæld."])
def test_words_that_may_acknowledge_are_shown_to_the_adviser_before_anybody_signs(words: str) -> None:
    edits = with_part(Edits(), "own", words, "")

    assert "anerkende kravet" in letter("brev_foraeldelse", owing(), edits=edits).warnings[0]


@pytest.mark.parametrize(
    "words", ["Jeg anerkender ikke kravet.", "Det er ikke en anerkendelse af, at jeg skylder noget.", "I siger noget."]
)
def test_a_denial_is_no_acknowledgement(words: str) -> None:
    assert acknowledging(words) == ()


@given(
    st.dictionaries(st.text(max_size=12), st.text(max_size=60), max_size=4), st.none() | st.lists(st.text(max_size=8))
)
def test_what_was_changed_is_kept_to_the_letter(parts: dict[str, str], chosen: list[str] | None) -> None:
    edits = Edits(
        parts={name: Changed(text, "før") for name, text in parts.items()},
        chosen=None if chosen is None else tuple(chosen),
    )

    assert from_text(to_text(edits)) == edits


@given(st.text(max_size=80))
def test_a_draft_that_is_not_ours_is_no_error(text: str) -> None:
    assert isinstance(from_text(text), Edits)


def test_consents_are_never_found_by_a_blank() -> None:
    assert letter_consent.consent_for(Case(), "x", " ", ON) is None
    assert not letter_consent.valid(Consent(id="s1"), ON)


def test_the_case_files_of_the_other_tests_are_read() -> None:
    assert all(load_case(file, today=ON).case.persons for file in cases.HOUSEHOLDS)
