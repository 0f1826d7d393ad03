"""The result card: what a course came to, in categories and rounded figures, and nothing that points at a person."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from pypdf import PdfReader

from budgetdesk.actions.result_cards import card_of, card_pdf, write_cards
from budgetdesk.dates import Month
from budgetdesk.errors import BadInputError, DocumentError, RatesFileError
from budgetdesk.household.agreement import Agreement, FormerAgreement, Instalment, PlanPayment
from budgetdesk.household.case import Arrears, ArrearsRow, Case, CaseInfo, Conversation, IncomeBase, Person, Tenancy
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Check, Contact, ContactPerson, Course, JournalNote
from budgetdesk.household.words import (
    ContactKind,
    HomeStatus,
    Outcome,
    PaymentFor,
    PlanOutcome,
    Role,
    ThreatOutcome,
)
from budgetdesk.readers.categories import load_categories
from budgetdesk.readers.result_card import load_coarse, read_coarse
from budgetdesk.statistics.counted import Counted, counted
from budgetdesk.statistics.result_card import Line, result_card
from budgetdesk.wording import result_card as words

ON = date(2026, 11, 20)
SECRET = "Zebulon"
"""Planted wherever somebody can write freely."""


def whole() -> Case:
    """A course with a little of everything."""
    plan = Agreement(
        made_on=ON,
        instalments=(Instalment(due=ON, amount=Decimal(4000)),),
        payments=(PlanPayment(id="b1", what=PaymentFor.INSTALMENT, due=ON, paid_on=ON, amount=Decimal(4000)),),
    )
    return Case(
        info=CaseInfo(number=SECRET, type="raadgivning", adviser=SECRET, organisation=SECRET),
        persons=(
            Person(
                id="p1", role=Role.TENANT, name=SECRET, cpr="120489-1234", phone="20304050", born=date(1989, 4, 12),
                income_base=(IncomeBase(base="loen"),),
            ),
            Person(id="p2", role=Role.CHILD, name=SECRET, born=date(2018, 1, 1)),
        ),
        tenancy=Tenancy(landlord=SECRET, address=SECRET, number=SECRET, moved_in=date(2020, 1, 1)),
        arrears=Arrears(rows=(ArrearsRow(id="r1", month=Month(2026, 8), amount=Decimal("7935.50")),)),
        former_agreements=(FormerAgreement(id="g1", outcome=PlanOutcome.KEPT, why=SECRET, agreement=plan),),
        applications=(
            Application(id="boligstoette", outcome=Outcome.GRANTED, granted=Decimal(1843), answered_on=ON, note=SECRET),
            Application(id="paragraf_81_a", outcome=Outcome.GRANTED, granted=Decimal(4980), answered_on=ON),
        ),
        conversation=Conversation(note=SECRET),
        course=Course(
            began=date(2026, 8, 17), ended=date(2027, 1, 10), area=SECRET, causes=("psykisk_sygdom",),
            situations=("truende",), referred_by=("restanceliste",), advice=("budget",), help=("netbank",),
            outcome=ThreatOutcome.WITHDRAWN, may_be_counted=True, purpose=SECRET, legal_basis=SECRET,
        ),
        contacts=(Contact(id="c1", kind=ContactKind.PHONE, minutes=50, note=SECRET, next_step=SECRET),),
        contact_persons=(ContactPerson(id="k1", name=SECRET),),
        notes=(JournalNote(id="n1", text=SECRET, title=SECRET, own=True),),
        checks=(Check(id="t1", months=12, home=HomeStatus.OWN_HOME, done=ON, note=SECRET),),
    )  # fmt: skip


def lines(case: Case) -> dict[str, str]:
    shown = words.sections(card_of(case), load_categories())
    return {name: value.replace("\u00a0", " ") for _, section in shown for name, value in section}


def test_the_card_tells_the_course_in_categories_and_rounded_figures() -> None:
    assert lines(whole()) == {
        "Begyndte": "3. kvartal 2026",
        "Varede, måneder": "3-5",
        "Sagens type": "Rådgivning",
        "Hvem henviste": "Restancelisten",
        "Alder": "35-44 år",
        "Børn i hjemmet": "1-2",
        "Lever af": "løn",
        "Kontaktformer": "telefon",
        "Tid på kontakt": "ca. 1 t.",
        "Rådgivning om": "Budget",
        "Praktisk hjælp": "Netbank",
        "Restance ved start": "ca. 8.000 kr.",
        "Betalt af på restancen": "ca. 4.000 kr.",
        "Nye ydelser om måneden": "ca. 1.800 kr.",
        "Ydelser, der kommer én gang": "ca. 5.000 kr.",
        "Afdragsordning": "holdt",
        "Restancen er dækket": "ikke oplyst",
        "Truslen mod boligen": "ophævelsen trukket tilbage",
        "Et år efter start": "egen bolig",
        "Et år efter slut": "ikke oplyst",
    }


def test_nothing_written_freely_no_day_no_number_and_no_cause_stands_on_it() -> None:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(card_pdf(whole(), on=ON))).pages)
    shown = " ".join(lines(whole()).values()) + str(words.row(card_of(whole()), load_categories()))

    for found in (text, shown):
        for secret in (SECRET, "120489", "20304050", "17", "7.935", "1.843", "4.980", "sygdom,", "truende", "Psykisk"):
            assert secret not in found, secret


def test_what_nobody_knows_is_said_to_be_unknown() -> None:
    nobody = lines(Case(info=CaseInfo(type="")))
    no_child = lines(Case(persons=(Person(id="p1", role=Role.TENANT),)))

    assert set(nobody.values()) == {"ikke oplyst"}
    assert no_child["Børn i hjemmet"] == "ingen"


def test_a_no_makes_no_card_and_without_an_answer_it_is_a_draft() -> None:
    def asked(said: bool | None) -> Case:
        return replace(whole(), course=replace(whole().course, may_be_counted=said))

    with pytest.raises(DocumentError, match="sagt nej"):
        card_pdf(asked(False), on=ON)
    draft = PdfReader(io.BytesIO(card_pdf(asked(None), on=ON))).pages[0].extract_text()

    assert "Kladde" in draft
    assert "Kladde" not in PdfReader(io.BytesIO(card_pdf(asked(True), on=ON))).pages[0].extract_text()


@given(st.dates(date(2026, 7, 1), date(2026, 9, 30)), st.integers(7751, 8249), st.integers(36, 44))
def test_courses_that_differ_by_little_have_the_same_card(began: date, owed: int, age: int) -> None:
    def card(day: date, kroner: int, years: int) -> object:
        case = whole()
        tenant = replace(case.persons[0], born=date(day.year - years, 1, 1))
        return card_of(
            replace(
                case,
                persons=(tenant, *case.persons[1:]),
                arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(kroner)),)),
                course=replace(case.course, began=day, ended=None),
            )
        )

    assert card(began, owed, age) == card(date(2026, 8, 15), 8000, 40)


class Store:
    """What the writers of rows need of a workspace."""

    today = ON

    def __init__(self, *cases: Case) -> None:
        self._cases = cases

    def counted(self) -> dict[str, Counted]:
        return {str(at): counted(case) for at, case in enumerate(self._cases)}


def test_one_row_for_each_course_with_a_yes_numbers_as_numbers_and_no_order_that_tells(tmp_path: Path) -> None:
    none = replace(whole(), course=replace(whole().course, may_be_counted=None))
    other = replace(whole(), course=replace(whole().course, began=date(2026, 1, 2)))
    done = write_cards(Store(whole(), none, other), tmp_path / "kort.xlsx")
    write_cards(Store(other, whole(), none), tmp_path / "kort.csv")
    sheet = load_workbook(tmp_path / "kort.xlsx").worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    table = list(csv.reader((tmp_path / "kort.csv").read_text("utf-8-sig").splitlines(), delimiter=";"))

    assert (done.rows, done.without_yes) == (2, 1)
    assert [row[0] for row in rows] == ["Begyndte", "1. kvartal 2026", "3. kvartal 2026"]
    assert rows[1][rows[0].index("Restance ved start (kr.)")] == 8000
    assert table == [[str(cell or "") for cell in row] for row in rows]
    assert SECRET not in (tmp_path / "kort.csv").read_text("utf-8-sig")
    with pytest.raises(BadInputError, match=r"xlsx eller \.csv"):
        write_cards(Store(), tmp_path / "kort.doc")


def test_a_file_without_courses_is_empty_not_broken(tmp_path: Path) -> None:
    assert write_cards(Store(), tmp_path / "kort.csv").rows == 0
    assert write_cards(Store(), tmp_path / "kort.xlsx").rows == 0


def test_how_coarse_it_is_is_refused_by_the_name_of_the_key() -> None:
    good = {"arrears_step": 1, "money_step": 1, "minutes_step": 1, "children_steps": [1], "months_steps": [1]}
    assert read_coarse(good).arrears_step == 1

    for key, value in (("arrears_step", 0), ("months_steps", [3, 1]), ("ukendt", 1)):
        with pytest.raises(RatesFileError, match=key):
            read_coarse({**good, key: value})


@given(st.integers(1, 100_000))
def test_what_is_there_is_never_rounded_to_nothing(owed: int) -> None:
    case = Case(arrears=Arrears(rows=(ArrearsRow(id="r1", amount=Decimal(owed)),)))
    found = result_card(counted(case), load_coarse(), age_groups=(0, 25)).value(Line.ARREARS).number

    assert found is not None
    assert found >= load_coarse().arrears_step
    assert abs(found - owed) <= load_coarse().arrears_step
