"""The paper for whoever asks to see everything, and the paper with the recovery key."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any, cast, get_args, get_type_hints

import cv2
import numpy as np
import pypdfium2
import pytest
from pdf_reading import one_line
from readability import lix

from budgetdesk.actions import access, backups
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.documents.papers import access_facts
from budgetdesk.documents.papers.access_pdf import Kept, access_pdf
from budgetdesk.documents.papers.recovery_pdf import recovery_pdf
from budgetdesk.documents.sheet import texts
from budgetdesk.household import case as household
from budgetdesk.household import paths
from budgetdesk.household import words as household_words
from budgetdesk.household.circumstances import AdultFacts
from budgetdesk.household.course import Contact, ContactPerson, Course, JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import Role
from budgetdesk.storage.keyrings import NO_KEYRING

sys.path.insert(0, str(Path(__file__).parents[1] / "storage"))

from typist import PASSPHRASE

TODAY = date(2026, 11, 20)
KEPT = Kept(purpose="Frivillig rådgivning", legal_basis="Samtykke", until=date(2027, 11, 20))
KEY = "3ATK-2RXF-K30M-TPFD-D3HW-2QHW-RZ6T"
KINDS = (
    household.Person, household.Tenancy, household.Income, household.Expense, Debt, household.ArrearsRow,
    household.BankAccount, household.Consent, household.Shared, household.Todo, Contact, ContactPerson, Course,
)  # fmt: skip


def person() -> Record:
    notes = (JournalNote(id="n1", own=True, text="Min egen tanke"), JournalNote(id="n2", text="Fælles notat"))
    return paths.put(
        paths.put(Record(), "case.persons", (household.Person(id="p1", role=Role.TENANT, name="Nadia Skovgaard"),)),
        "case.notes",
        notes,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_text_day_and_amount_of_a_value_stands_on_the_paper(kind: type) -> None:
    """One datum in each field, each unlike the others; what is left out is named in `access_facts`."""
    words = access_facts._Words(texts.load("indsigt"), {})
    planted = _planted(kind)
    told = " ".join(f"{name} {said}" for name, said in access_facts._rows(planted, words))
    unnamed = {f.name for f in fields(kind)} - texts.load("indsigt")["labels"].keys() - access_facts._NOT_TOLD

    missing = [
        f.name
        for f in fields(kind)
        if isinstance(getattr(planted, f.name), str)
        and getattr(planted, f.name).startswith("Qvx")
        and getattr(planted, f.name) not in told
        and f.name not in access_facts._NOT_TOLD
    ]
    assert missing == []
    assert unnamed == set()  # give it a Danish name in resources/texts/indsigt.toml


def _planted(kind: type) -> object:
    needed = {"id": "x1", "role": Role.TENANT, "line": "101"}
    made = kind(**{f.name: needed[f.name] for f in fields(kind) if f.name in needed})
    texts_of = {f.name: f"Qvx{f.name}" for f in fields(kind) if f.type == "str" and f.name not in ("id", "line")}
    return replace(made, **texts_of)


def test_nothing_in_a_case_is_told_by_its_name_in_the_program() -> None:
    """Each field of each thing within the sections, however deep, has a Danish name."""
    words = texts.load("indsigt")
    roots = {section["path"].split(".")[1] for section in words["sections"]}
    told = get_type_hints(household.Case)
    left, seen = [kind for root in roots for kind in _kinds(told[root])], set[type]()
    while left:
        kind = left.pop()
        if kind not in seen and kind is not Month:
            seen.add(kind)
            within = get_type_hints(kind)
            left += (each for field in access_facts._told_fields(kind) for each in _kinds(within[field.name]))

    unnamed = {field.name for kind in seen for field in access_facts._told_fields(kind)} - words["labels"].keys()

    assert len(seen) > len(KINDS)
    assert unnamed == set()  # give it a Danish name in resources/texts/indsigt.toml


def test_the_way_to_work_is_told_in_kilometres() -> None:
    words = access_facts._Words(texts.load("indsigt"), {})
    way = AdultFacts(commute_km=Decimal(62))

    assert list(access_facts._rows(way, words)) == [("Km til og fra arbejde om dagen", "62")]


def _kinds(hint: Any) -> Iterator[type]:
    """The kinds of thing within a type: `tuple[Debt, ...]` has one."""
    if is_dataclass(hint):
        yield cast("type", hint)
    for each in get_args(hint):
        yield from _kinds(each)


def test_own_notes_are_told_of_and_shown_only_where_the_adviser_chose_so() -> None:
    without, with_them = (one_line(access_pdf(person(), KEPT, on=TODAY, own_notes=own)) for own in (False, True))

    assert "Min egen tanke" not in without
    assert "1 egne notater" in without
    assert "Fælles notat" in without
    assert "Min egen tanke" in with_them


def test_what_is_about_others_is_marked() -> None:
    record = paths.put(person(), "case.contact_persons", (ContactPerson(id="k1", name="Mette Holm"),))

    said = one_line(access_pdf(record, KEPT, on=TODAY))
    assert "Navn * Mette Holm" in said
    assert "oplysninger om andre end dig" in said
    assert "oplysninger om andre end dig" not in one_line(access_pdf(person(), KEPT, on=TODAY))


def test_the_papers_own_words_are_easy_to_read() -> None:
    said = texts.load("indsigt")
    own = [said[key] for key in ("lead", "third", "own", "own_none", "log_lead", "until_none")] + said["rights_list"]

    assert lix(" ".join(own)) <= 30


def test_an_empty_case_has_a_paper_too() -> None:
    assert "Dine rettigheder" in one_line(access_pdf(Record(), KEPT, on=TODAY))


def test_the_zip_holds_every_field_the_log_with_purposes_and_the_kept_papers(tmp_path: Path) -> None:
    with Workspace.create(
        tmp_path / "s", passphrase=PASSPHRASE, today=TODAY, clock=lambda: datetime(2026, 11, 20, 9, tzinfo=UTC),
        keyring=NO_KEYRING,
    ) as workspace:  # fmt: skip
        case_id = workspace.new_case(person()).case_id
        workspace.note_purpose(case_id, "lejer ringede")
        workspace.save_document(case_id, kind="budget", title="Budget: november/2", pdf=b"%PDF-1.7 x")
        done = access.hand_out(workspace, case_id, tmp_path / "alt.zip")

    with zipfile.ZipFile(tmp_path / "alt.zip") as found:
        names = found.namelist()
        whole = json.loads(found.read("alt.json"))
        everything = b"".join(found.read(name) for name in names)
    assert (done.own_notes, done.files) == (1, 4)
    assert names[-1] == "papirer/01 Budget_ november_2.pdf"
    assert b"Min egen tanke" not in everything
    assert [look["purpose"] for look in whole["look_ups"]] == ["indsigt", "lejer ringede"]
    assert "who" not in whole["look_ups"][0]
    assert {f.name for f in fields(Record)} == whole["record"].keys()
    assert {f.name for f in fields(household.Case)} == whole["record"]["case"].keys()


def test_the_recovery_key_can_be_read_from_the_paper_by_eye_and_by_camera() -> None:
    pdf = recovery_pdf(KEY, backups.words_of(KEY), on=TODAY, organisation="Boligrådgivningen")
    picture = np.array(pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil())

    assert "3ATK 2RXF K30M TPFD" in one_line(pdf)
    assert all(word in one_line(pdf) for word in backups.words_of(KEY))
    assert KEY in cv2.QRCodeDetector().detectAndDecodeMulti(picture)[1]


def test_every_word_of_a_closed_list_is_told_in_danish() -> None:
    lists = [one for one in vars(household_words).values() if isinstance(one, type) and issubclass(one, StrEnum)]

    assert {word.value for one in lists for word in one} - texts.load("indsigt")["words"].keys() == set()


def test_a_typed_note_stands_as_it_was_typed_also_where_it_is_a_word_of_a_list() -> None:
    record = paths.put(Record(), "case.contacts", (Contact(id="c1", note="plan"),))

    assert "Note plan" in one_line(access_pdf(record, KEPT, on=TODAY))


def test_a_fact_of_one_name_is_not_told_with_its_name_twice() -> None:
    base = household.IncomeBase(base="loen", start=date(2024, 2, 1))
    record = paths.put(
        Record(), "case.persons", (household.Person(id="p1", role=Role.TENANT, name="Nadia", income_base=(base,)),)
    )
    record = paths.put(record, "case.debts", (Debt(id="d1", creditor="Klarna", priority=False),))
    flat = one_line(access_pdf(record, KEPT, on=TODAY))

    assert "Forsørgelse Løn, Fra: 1. februar 2024" in flat.replace("\u00a0", " ")
    assert "Betales før andre nej" in flat
    assert "Rækkefølge" not in flat
