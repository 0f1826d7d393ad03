"""The budget to write in: each row with its number, an amount and a box; long ones go on with their headings."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import document_household as sample
from pdf_reading import page_texts
from readability import PLAIN, lix
from reportlab.lib.units import mm

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.paper_round import rows_of
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import budget_sheet_pdf, catalogue
from budgetdesk.documents.sheet import texts
from budgetdesk.household.case import Expense
from budgetdesk.readers.case_file import sample_case


def sheet(*more: Expense) -> list[str]:
    record = household(*more)
    return [
        " ".join(page.split())
        for page in page_texts(
            catalogue.make("budget_ark", record, look(record, sample.TODAY, load_library()), on=sample.TODAY)
        )
    ]


def household(*more: Expense) -> Record:
    case = sample_case(today=sample.TODAY)
    return Record(case=replace(case, expenses=(*case.expenses, *more)))


def test_every_row_has_its_number_its_amount_and_how_often() -> None:
    said = " ".join(sheet())

    assert "1 Løn 15.304,18 kr. pr. måned" in said
    assert "16 Børne- og ungeydelse 7.596 kr. pr. kvartal" in said
    assert "301 Noahs børnehave 980 kr. pr. måned 301a Almas SFO 295 kr. pr. måned" in said
    assert "919 Afdragskøb og kreditkort: Klarna 195 kr. pr. måned" in said


def test_a_line_that_most_have_and_this_household_has_not_stands_there_without_an_amount() -> None:
    said = " ".join(sheet())
    gifts = Expense(id="e80", line="807", amount=Decimal(100))

    assert "Mangler der noget? Nr. Det betaler mange Hvor tit? Nyt tal i kr. 807 Gaver, jul og mærkedage pr. år" in said
    assert "Mangler der noget?" not in " ".join(sheet(gifts))


def test_the_numbers_on_paper_are_those_that_are_read_back() -> None:
    said = f" {' '.join(sheet())} "
    rows = rows_of(household(), load_library().chart, sample.TODAY)

    assert len(rows) > 30
    assert [row.number for row in rows if f" {row.number} {row.title.split()[0]}" not in said] == []


def test_eighty_rows_go_on_with_the_headings_of_the_columns_on_every_page() -> None:
    pages = sheet(*(Expense(id=f"e{n}", line="809", label=f"Række {n}", amount=Decimal(n)) for n in range(40, 120)))

    assert len(pages) > 3
    assert all("Nr. Hv" in page and "Nyt tal i kr." in page for page in pages)
    assert " ".join(pages).count("809") == 80


def test_a_heading_never_stands_alone_at_the_foot_of_a_page() -> None:
    for count in range(3, 11):
        more = (Expense(id=f"e{40 + n}", line="809", amount=Decimal(5)) for n in range(count))
        for page in sheet(*more):
            assert not page.endswith(("Penge ud", "noget?", "selv", "mange Hvor tit? Nyt tal i kr."))


def test_the_sheet_is_easy_to_read() -> None:
    words = texts.load("budget_ark")

    assert lix(f"{words['lead']} {words['how']} {words['nothing']}") <= PLAIN


def test_a_sheet_without_numbers_is_one_page_with_room_for_a_hand() -> None:
    record = Record()
    made = catalogue.make("budget_ark", record, look(record, sample.TODAY, load_library()), on=sample.TODAY)

    assert len(page_texts(made)) == 1
    assert 6 * mm <= budget_sheet_pdf.LOW
