"""The papers by which a tenant says yes, lets somebody speak, or takes it back: short, plain, reviewed, one page."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import document_household as sample
import pytest
from pdf_reading import needs_qpdf, one_line, page_texts, run
from readability import PLAIN, lix
from sealed import inks

from budgetdesk.casework.consent_data import Sensitive
from budgetdesk.casework.house import House
from budgetdesk.casework.sensitive import Found
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.consent_catalogue import CONSENT_PAPERS
from budgetdesk.documents.seals.ink import Role
from budgetdesk.documents.sheet import texts
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Consent, Conversation, Shared
from budgetdesk.household.course import Course
from budgetdesk.household.words import ConsentKind, ConsentParty

GOLDEN = Path(__file__).parent / "golden"
ON = sample.TODAY
LONG = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund af Nordøstsjælland"
P = ConsentParty
CONSENTS = (
    Consent(
        id="s1", party=P.MUNICIPALITY, recipient="Hvidovre Kommune", purpose="Hjælp til restancen", both_ways=True,
        covers=("arrears", "agreement", "help"), given=ON, until=date(2027, 11, 20), heard_by="Karen Mølgaard",
    ),
    Consent(
        id="s2", kind=ConsentKind.FULDMAGT, recipient="Mette Skovgaard", contact="22 33 44 55",
        towards="Udbetaling Danmark", purpose="Boligstøtte", may=("ask", "speak"), until=date(2027, 5, 20),
    ),
    Consent(id="s3", kind=ConsentKind.BISIDDER, recipient="Mette Skovgaard", towards="Hvidovre Kommune"),
    Consent(
        id="s4", kind=ConsentKind.PARTSREPRAESENTANT, recipient="Mette Skovgaard", towards="Hvidovre Kommune",
        may=("ask", "apply"), purpose="Sagen om hjælp til restancen",
    ),
    Consent(id="s5", party=P.BANK, recipient="Nordea", purpose="Budgetkonto", covers=("economy",), withdrawn=ON,
            given=date(2026, 10, 1)),
)  # fmt: skip
SHARED = Shared(id="v1", on=date(2026, 10, 3), what="Budget", recipient="Nordea", consent="s5")
PAPERS = ("samtykke:s1", "fuldmagt:s2", "bisidder:s3", "partsrepraesentant:s4", "samtykke_tilbage:s5", "sagsresume:s1")
SIGNED = PAPERS[:4]
EACH = pytest.mark.parametrize("name", PAPERS)


def record(*consents: Consent, **changes: Any) -> Any:
    given = consents or CONSENTS
    return sample.record(conversation=Conversation(consents=given, shared=(SHARED,)), **changes)


@cache
def made(name: str) -> bytes:
    return catalogue.make(name, record(), sample.answers(record()), on=ON)


def test_every_paper_of_consent_is_tried_here() -> None:
    assert {name.split(":")[0] for name in PAPERS} == set(CONSENT_PAPERS)


@EACH
def test_the_text_of_each_paper_is_the_reviewed_one(name: str) -> None:
    """Renew with BUDGETDESK_RENEW_GOLDEN=1 and read the difference."""
    text = re.sub(r"Kode \S+ · ", "", "\n\f\n".join(page_texts(made(name))) + "\n")
    file = GOLDEN / f"{name.partition(':')[0]}.txt"
    if os.environ.get("BUDGETDESK_RENEW_GOLDEN"):
        file.write_text(text, encoding="utf-8")

    assert text == file.read_text(encoding="utf-8")


@EACH
def test_the_same_paper_twice_is_the_same_bytes(name: str) -> None:
    assert catalogue.make(name, record(), sample.answers(record()), on=ON) == made(name)


@pytest.mark.parametrize("name", PAPERS[:5])
def test_a_paper_of_consent_is_one_page(name: str) -> None:
    assert len(page_texts(made(name))) == 1


@EACH
def test_long_names_break_and_strange_ones_command_nothing(name: str) -> None:
    strange = tuple(replace(one, recipient="<b>" + LONG, purpose="{x} & " + LONG, towards=LONG) for one in CONSENTS)
    of = record(*strange)
    text = one_line(catalogue.make(name, of, sample.answers(of), on=ON))

    assert "<b>Anne-Margrethe" in text
    assert "{x} & Anne-Margrethe" in text or name.startswith("samtykke_tilbage")


@needs_qpdf
def test_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(made("fuldmagt:s2"))

    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value.endswith((".", "?", ":")):
            yield value
    elif isinstance(value, list):
        for item in value:
            yield from sentences(item)
    else:
        for item in value.values():
            yield from sentences(item)


@pytest.mark.parametrize("part", ["samtykke", "fuldmagt", "bisidder", "partsrepraesentant", "samtykke_tilbage"])
def test_who_signs_can_read_it(part: str) -> None:
    prose = " ".join(sentences(texts.load("samtykke")[part]))

    assert lix(prose) <= PLAIN, prose


@pytest.mark.parametrize("name", ["forventninger", "oplysning"])
def test_what_the_tenant_takes_home_can_be_read(name: str) -> None:
    told = dict(texts.load(name))
    prose = " ".join(sentences(told))

    assert lix(prose) <= PLAIN, prose
    assert "har ret til" not in prose


@pytest.mark.parametrize("name", SIGNED)
def test_the_tenant_alone_signs(name: str) -> None:
    assert [party.role for party in catalogue.signers(name, record().case)] == [Role.TENANT]


def test_a_guardian_signs_for_a_tenant_who_cannot() -> None:
    of = sample.record(
        conversation=Conversation(consents=CONSENTS, can_sign=False),
        info=replace(sample.record().case.info, guardian="Ib"),
    )

    assert [(party.role, party.name) for party in catalogue.signers("samtykke:s1", of.case)] == [(Role.GUARDIAN, "Ib")]


def test_what_was_signed_on_the_screen_stands_on_the_paper() -> None:
    ink = inks()[:1]
    text = one_line(catalogue.make("samtykke:s1", record(), sample.answers(record()), on=ON, ink=ink))

    assert ink[0].role is Role.TENANT
    assert ink[0].kind.label in text
    assert "Dato og underskrift" not in text


@pytest.mark.parametrize("name", ["samtykke", "fuldmagt", "samtykke:s9", "bisidder:s1"])
def test_where_there_is_nothing_to_write_about_there_is_a_sentence(name: str) -> None:
    of = record(CONSENTS[0]) if name != "samtykke" else sample.record()
    with pytest.raises(DocumentError, match="Skriv det først på siden Samtykker"):
        catalogue.make(name, of, sample.answers(of), on=ON)


def test_taking_back_needs_no_signature_and_says_what_was_shared() -> None:
    text = one_line(made("samtykke_tilbage:s5"))

    assert "Nadia Skovgaard har taget sit ja tilbage den 20. november 2026." in text
    assert "Budget til Nordea, 3. oktober 2026" in text
    assert "Dato og underskrift" not in text
    assert not CONSENT_PAPERS["samtykke_tilbage"].signed


def test_a_protected_address_stands_on_no_paper_of_consent() -> None:
    hidden = replace(sample.record().case.info, protected_address=True)
    of = record(info=hidden)
    for name in PAPERS:
        assert "Lærkevej" not in one_line(catalogue.make(name, of, sample.answers(of), on=ON)), name


# how we work together, and what is written down


def test_the_organisations_own_words_stand_instead_of_the_programs() -> None:
    house = House(words=(("do", "Vi laver kaffe.\n\nVi lytter."),), phone="36 00 00 00")
    text = one_line(catalogue.make("forventninger", record(), sample.answers(record(), house=house), on=ON))

    assert "• Vi laver kaffe. • Vi lytter." in text
    assert "Det koster ikke noget." not in text
    assert "Du kan ringe til Karen Mølgaard: 36 00 00 00." in text


def test_the_page_about_what_is_written_down_names_who_why_how_long_and_what_is_sensitive() -> None:
    house = House(name="Rådgivningen", address="Torvet 1", phone="1", basis="Samtykke.", kept="Et år.")
    health = Found(what=Sensitive(kind="health", title="Helbred", law="art. 9", bases=()), where=("x",))
    of = record(course=Course(purpose="At blive boende", keep_until=date(2028, 1, 1)))
    answers = sample.answers(of, house=house, sensitive=(health,))
    text = one_line(catalogue.make("oplysning", of, answers, on=ON))

    for part in ("Rådgivningen", "Torvet 1", "Samtykke.", "At blive boende", "Et år.", "senest 1. januar 2028"):
        assert part in text
    assert "I din sag står der noget om: helbred." in text
    assert "Du har sagt ja til, at vi må dele noget med: Hvidovre Kommune." in text
    assert "Vi har givet papirer til: Nordea." in text
    assert "Datatilsynet: Carl Jacobsens Vej 35, 2500 Valby" in text
