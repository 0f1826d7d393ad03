"""The letters that go with repayment: what they say, what they leave out, and what they never say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import letter_cases as cases
import pytest
from letter_cases import TEXTS, agreed, applied, letter, owing, said, sample

from budgetdesk.casework.letter_edits import Edits
from budgetdesk.casework.letter_facts import fields_of
from budgetdesk.casework.letter_guard import acknowledging
from budgetdesk.casework.letter_paths import path_of
from budgetdesk.casework.letter_recipients import recipients
from budgetdesk.casework.letter_texts import FIELD
from budgetdesk.casework.letter_writing import address_lines
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import DebtBasis, Letter, Role

ALL = pytest.mark.parametrize("name", list(TEXTS))
OBJECTIONS = [name for name, text in TEXTS.items() if text.objection]
ACKNOWLEDGES = ("jeg skylder", "vi skylder", "min gæld", "jeg anerkender kravet", "jeg erkender", "jeg vedkender")
"""Words of our own, not the program's: what a lawyer would read as a yes to the claim."""


def test_the_ten_letters_are_there_in_the_order_in_which_they_are_offered() -> None:
    assert list(TEXTS)[:2] == ["brev_henstand", "brev_lavere_ydelse"]
    assert len(TEXTS) == 10


@ALL
def test_every_letter_tells_its_sources_and_when_to_use_it(name: str) -> None:
    text = TEXTS[name]

    assert text.purpose
    assert text.sources
    assert text.then or text.objection


@ALL
@pytest.mark.parametrize("case", cases.households(), ids=lambda case: case.info.number or "tom")
def test_whatever_is_known_no_letter_has_a_field_or_a_none_or_a_cpr_number_in_it(name: str, case: Case) -> None:
    for to in recipients(case, TEXTS[name].about):
        text = said(letter(name, case, to.id))

        assert not re.search(r"[{}]|None|\.\.|\d{6}-?\d{4}\b|  ", text), text


@ALL
@pytest.mark.parametrize("case", cases.households(), ids=lambda case: case.info.number or "tom")
def test_a_fact_that_is_missing_is_a_line_to_write_on_and_named_as_a_gap(name: str, case: Case) -> None:
    for to in recipients(case, TEXTS[name].about):
        written = letter(name, case, to.id)
        known = fields_of(case, to, cases.room(case), working_days=TEXTS[name].working_days) | {
            "consent": "ja",
            "consented_on": "ja",
        }
        shown = {part.id: part.text for part in written.parts}
        for piece in TEXTS[name].paragraphs:
            for field in FIELD.findall(piece.text) if piece.id in shown else ():
                if not known[field]:
                    assert "________" in shown[piece.id]
                    assert path_of(field, to) in (*written.gaps, "")


@pytest.mark.parametrize("name", OBJECTIONS)
@pytest.mark.parametrize("case", [sample(), owing(), owing(basis=DebtBasis.JUDGMENT), owing(basis=DebtBasis.PUBLIC)])
def test_an_objection_never_acknowledges_the_claim(name: str, case: Case) -> None:
    for to in recipients(case, TEXTS[name].about):
        text = said(letter(name, case, to.id)).lower()

        assert not [words for words in ACKNOWLEDGES if words in text]
        assert "jeg anerkender ikke kravet" in text
        assert not re.search(r"jeg (vil|kan) betale", text)


@pytest.mark.parametrize("name", [n for n in TEXTS if n not in ("brev_basal_konto", "brev_foged_ny_dato")])
def test_every_letter_about_a_claim_says_that_it_acknowledges_nothing(name: str) -> None:
    text = said(letter(name, owing()))

    assert "anerkender ikke" in text
    assert not [words for words in ACKNOWLEDGES if words in text.lower()]
    assert not acknowledging(text)


def test_no_amount_that_is_owed_stands_in_a_letter_that_asks_for_time() -> None:
    for name in ("brev_henstand", "brev_lavere_ydelse", "brev_foraeldelse"):
        assert "2.400" not in said(letter(name, owing()))


@pytest.mark.parametrize("name", ["brev_henstand", "brev_lavere_ydelse", "brev_gaeldsstyrelsen"])
def test_where_a_letter_may_let_the_time_begin_anew_the_adviser_is_told(name: str) -> None:
    warnings = letter(name, sample()).warnings

    assert any("anerkendelse" in warning and "forfra" in warning for warning in warnings)


def test_a_claim_that_is_too_old_is_not_asked_time_for() -> None:
    first = letter("brev_henstand", owing()).warnings[0]

    assert "forældet den 1. marts 2025" in first
    assert "Send ikke dette brev" in first


def test_the_objection_to_an_old_claim_tells_the_day_and_warns_where_the_day_is_still_to_come() -> None:
    old = letter("brev_foraeldelse", owing())
    ahead = letter("brev_foraeldelse", owing(limitation_date=date(2027, 3, 1)))

    assert "gik fristen den 1. marts 2025" in said(old)
    assert "tre år" in said(old)
    assert "gik fristen" not in said(ahead)
    assert "passer kun, hvis den dag er forkert" in ahead.warnings[0]


@pytest.mark.parametrize(
    ("basis", "told", "not_told"),
    [
        (DebtBasis.JUDGMENT, "ti år", "almindelige frist"),
        (DebtBasis.BANK_LOAN, "ti år", "almindelige frist"),
        (DebtBasis.PUBLIC, "§ 18 a", "almindelige frist"),
        (DebtBasis.INVOICE, "forældelseslovens § 3", "ti år"),
        (None, "forældelseslovens § 3", "ti år"),
    ],
)
def test_the_period_follows_from_what_the_claim_rests_on(basis: DebtBasis | None, told: str, not_told: str) -> None:
    text = said(letter("brev_foraeldelse", owing(basis=basis)))

    assert told in text
    assert not_told not in text


def test_fees_and_interest_are_held_against_the_law_of_their_day() -> None:
    """Five reminders for 500 kr.; renteloven § 9 b: three of 100 kr. Interest from 1 February 2026: 1,75 + 8 = 9,75."""
    text = said(letter("brev_gebyr_rente", owing()))

    assert "5 rykkere og taget 500 kr." in text
    assert "højst 3 gebyrer" in text
    assert "Det er 200 kr. for meget" in text
    assert "24 % i rente fra den 1. februar 2026" in text
    assert "9,75 % om året" in text


def test_a_figure_nobody_knows_is_not_told_but_asked_for() -> None:
    text = said(letter("brev_gebyr_rente", owing(late_from=date(2019, 2, 1))))

    assert "hvilken regel eller aftale" in text
    assert "om året" not in text


def test_without_fees_typed_in_the_adviser_is_asked_for_them() -> None:
    bare = owing(late_rate=None, reminder_fees=None, collection_fees=None, reminders=None)

    assert "Skriv dem først" in letter("brev_gebyr_rente", bare).warnings[0]


# the recipient


def test_a_debt_that_was_handed_on_is_written_about_to_the_collector_with_their_number() -> None:
    written = letter("brev_henstand", owing())

    assert written.to.text == "Nordisk Inkasso\nHavnegade 4\n1058 København K"
    assert written.reference.text == "NI-77120"
    assert "det krav, I har for Modehuset" in said(written)


def test_what_is_missing_of_the_recipient_is_named_by_its_path() -> None:
    written = letter("brev_henstand", owing(reference="", address="", creditor="", collector=""))

    assert written.gaps[:3] == ("case.debts[d9].creditor", "case.debts[d9].address", "case.debts[d9].reference")
    assert written.to.text == "________"
    assert written.recipient_name == ""


def test_each_letter_offers_its_own_recipients_and_always_one() -> None:
    empty, full = Case(), sample()

    assert all(recipients(empty, text.about) for text in TEXTS.values())
    assert [to.id for to in recipients(full, TEXTS["brev_henstand"].about)] == ["d2", "d3", "d1", "anden"]
    assert recipients(empty, TEXTS["brev_gaeldsstyrelsen"].about)[0].name == "Gældsstyrelsen"
    assert recipients(full, TEXTS["brev_stop_modregning"].about)[0].name == "Danske Bank"
    assert recipients(full, TEXTS["brev_basal_konto"].about)[0].name == ""


def test_a_fine_is_written_about_to_who_collects_it() -> None:
    fine = owing(kind="boeder", creditor="Politiet", collector="", address="")

    assert letter("brev_gaeldsstyrelsen", fine).to.text == "Gældsstyrelsen"
    assert recipients(fine, TEXTS["brev_gaeldsstyrelsen"].about)[0].label == "Politiet"


def test_the_figures_of_the_budget_add_up_as_they_are_told() -> None:
    case = agreed(owing(), TEXTS["brev_lavere_ydelse"].consent, "Nordisk Inkasso")
    told = next(part.text for part in letter("brev_lavere_ydelse", case).parts if part.economy)
    income, fixed, living, rest = (int(one.replace(".", "")) for one in re.findall(r"([\d.]+)\u00a0kr", told))

    assert income - fixed - living == (rest if "Tilbage" in told else -rest)


def test_who_owes_writes_and_both_write_where_both_stand_on_the_lease() -> None:
    partner = Person(id="p9", role=Role.PARTNER, name="Jonas Holm", on_lease=True)
    both = replace(owing(owner="p9"), persons=(*sample().persons, partner))

    assert [p.name for p in letter("brev_henstand", both).senders] == ["Jonas Holm"]
    assert [p.name for p in letter("brev_udlejer_vent", both).senders] == ["Nadia Skovgaard", "Jonas Holm"]


def test_where_nobody_said_whose_debt_it_is_and_there_is_a_partner_the_adviser_is_asked() -> None:
    partner = Person(id="p9", role=Role.PARTNER, name="Jonas Holm")
    case = replace(owing(owner=""), persons=(*sample().persons, partner))

    assert any("Hæfter partneren" in warning for warning in letter("brev_henstand", case).warnings)
    assert not any("Hæfter partneren" in w for w in letter("brev_henstand", owing(owner="p1")).warnings)


def test_a_guardian_and_an_interpreter_are_thought_of_before_anybody_signs() -> None:
    careful = replace(owing(), info=replace(sample().info, guardian="Grethe Holm", interpreter=True))
    warnings = letter("brev_henstand", careful).warnings

    assert "Få Grethe Holm med, før noget bliver skrevet under." in warnings
    assert any("aldrig et barn" in warning for warning in warnings)


def test_a_protected_address_stands_on_no_letter_and_the_adviser_is_told() -> None:
    case = replace(owing(), info=replace(sample().info, protected_address=True))
    written = letter("brev_henstand", case)

    assert written.sender_address == ""
    assert "Lærkevej" not in said(written)
    assert "beskyttet" in written.warnings[0]


# the landlord and the court


def test_a_landlord_is_asked_to_wait_for_what_was_applied_for_and_when_it_is_expected() -> None:
    told = said(letter("brev_udlejer_vent", applied(sample())))

    assert "søgt om hjælp: boligstøtte den 20. november 2026" in told
    assert "svar omkring den 4. januar 2027" in told
    assert "ophæve lejemålet til den 18. januar 2027" in told
    assert "fristen den 1. december 2026 gælder, hvis I siger nej" in told


@pytest.mark.parametrize(
    ("in_hand", "asked"), [(Letter.NONE, "sende et påkrav"), (Letter.FOGED, "vente med fogedretten")]
)
def test_what_the_landlord_is_asked_for_follows_the_letter_in_hand(in_hand: Letter, asked: str) -> None:
    rows = tuple(replace(row, paakrav_arrived=None) for row in sample().arrears.rows)
    case = replace(sample(), arrears=replace(sample().arrears, rows=rows, letter=in_hand, letter_arrived=None))

    assert asked in said(letter("brev_udlejer_vent", case))


def test_nothing_applied_for_is_a_gap_that_leads_to_the_benefits() -> None:
    written = letter("brev_udlejer_vent", sample())

    assert "case.applications" in written.gaps
    assert any("Søg først" in warning for warning in written.warnings)


def test_the_court_is_told_that_the_meeting_stands_until_it_answers() -> None:
    case = replace(
        sample(), arrears=replace(sample().arrears, court_meeting=date(2026, 12, 8), court="Retten i Glostrup")
    )
    written = letter("brev_foged_ny_dato", case)

    assert "møde i fogedretten den 8. december 2026" in said(written)
    assert "mødet gælder, indtil I har svaret" in said(written)
    assert written.to.text == "Retten i Glostrup"


def test_a_meeting_that_was_held_gets_no_new_date_but_a_warning() -> None:
    case = replace(sample(), arrears=replace(sample().arrears, court_meeting=date(2026, 11, 10)))

    assert "blev holdt den 10. november 2026" in letter("brev_foged_ny_dato", case).warnings[0]


def test_a_bank_has_ten_working_days_and_christmas_is_none() -> None:
    """Handed in on 18 December 2026: 21, 22, 23, 28, 29, 30 December, 4, 5, 6, 7 January."""
    told = letter("brev_basal_konto", sample(), on=date(2026, 12, 18))

    assert "10 arbejdsdage" in said(told)
    assert "senest den 7. januar 2027" in said(told)


def test_nothing_about_other_accounts_is_signed_unless_somebody_chose_it() -> None:
    untold = said(letter("brev_basal_konto", sample()))
    closed = said(letter("brev_basal_konto", sample(), edits=Edits(chosen=("lukket",))))

    assert "lukket" not in untold
    assert "ikke en anden konto" not in untold
    assert "min konto i Danske Bank og Nordea bliver lukket" in closed


def test_what_is_asked_of_gaeldsstyrelsen_is_what_was_chosen() -> None:
    usual = said(letter("brev_gaeldsstyrelsen", sample()))
    two = said(letter("brev_gaeldsstyrelsen", sample(), edits=Edits(chosen=("henstand", "eftergivelse", "ukendt"))))

    assert "§ 11, stk. 6" in usual
    assert "henstand (§ 12" in two
    assert "eftergivelse (§ 13" in two
    assert "§ 11, stk. 6" not in two


def test_an_offer_is_told_in_whole_kroner_never_more_than_was_reckoned() -> None:
    told = said(letter("brev_lavere_ydelse", owing(), offers={"d9": Decimal("62.98")}))

    assert "Jeg kan betale 62 kr. om måneden" in told
    assert "________ kr. om måneden" in said(letter("brev_lavere_ydelse", owing()))


def test_nobody_is_offered_the_instalment_that_is_too_high() -> None:
    written = letter("brev_lavere_ydelse", owing(), offers={"d9": Decimal(300)})

    assert "________ kr. om måneden" in said(written)
    assert any("penge til hele ydelsen" in warning for warning in written.warnings)


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("Torvet 1, 2. sal, 2650 Hvidovre", ["Torvet 1, 2. sal", "2650 Hvidovre"]),
        ("Storgatan 3, SE-211 20 Malmö", ["Storgatan 3", "SE-211 20 Malmö"]),
        ("Torvet 1\nHvidovre", ["Torvet 1", "Hvidovre"]),
        ("Torvet 1, 2. sal", ["Torvet 1, 2. sal"]),
        ("§ 90, stk. 2", ["§ 90, stk. 2"]),
        (", 2650 Hvidovre", [", 2650 Hvidovre"]),
        ("", []),
    ],
)
def test_only_before_a_town_with_its_number_a_new_line_stands_for_a_comma(typed: str, lines: list[str]) -> None:
    assert address_lines(typed) == lines
