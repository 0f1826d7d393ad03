"""What the sheets of a workbook lean on, from files as Excel writes them: texts shared between cells, and days."""

import io
from datetime import date
from pathlib import Path

import xlsxwriter

from budgetdesk.readers.arrears_workbook import tops
from budgetdesk.readers.budget_workbook_parts import workbook_cells
from budgetdesk.readers.workbook_parts import NamedSheet, named_sheet, part_of, relations, shared_texts

PHONETIC = (
    b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>El</t></si>'
    b"<si><r><t>Var</t></r><r><t>me</t></r><rPh><t>not read</t></rPh></si></sst>"
)


def as_excel_writes() -> bytes:
    """Texts in the part that cells share, and a day with a format of its own."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("Ark")
    sheet.write_row(0, 0, ["Navn", "Restance", "Navn"])
    sheet.write_datetime(1, 0, date(2026, 11, 1), book.add_format({"num_format": "d. mmm yyyy"}))
    sheet.write_number(1, 1, 1234.5)
    book.close()
    return out.getvalue()


def test_a_text_in_pieces_is_one_and_how_it_is_pronounced_is_left_out() -> None:
    texts, parser = shared_texts()
    parser.Parse(PHONETIC, True)

    assert texts == ["El", "Varme"]


def test_a_landlords_list_has_the_texts_that_its_cells_share(tmp_path: Path) -> None:
    file = tmp_path / "liste.xlsx"
    file.write_bytes(as_excel_writes())

    ((name, lines),) = tops(file, file.name, 5)

    assert name == "Ark"
    assert lines[0].cells == ("Navn", "Restance", "Navn")
    assert lines[1].cells[:2] == ("2026-11-01", "1234,50")


def test_a_budget_from_excel_has_the_texts_that_its_cells_share() -> None:
    (sheet,) = workbook_cells(as_excel_writes(), "budget.xlsx").sheets

    assert [sheet.cell(1, at).text for at in (1, 2, 3)] == ["Navn", "Restance", "Navn"]
    assert sheet.cell(2, 1).kind == "day"


def test_a_sheet_is_found_by_its_relation_also_in_the_strict_form_of_excel() -> None:
    strict = {"name": "Ark", "http://purl.oclc.org/ooxml/officeDocument/relationships id": "rId7"}
    sheet = named_sheet("http://purl.oclc.org/ooxml/spreadsheetml/main sheet", strict)
    targets, parser = relations()
    parser.Parse(b'<Relationships><Relationship Id="rId7" Target="/xl/worksheets/Sheet1.xml"/></Relationships>', True)

    assert sheet == NamedSheet("Ark", hidden=False, key="rId7")
    assert (
        part_of(sheet, targets, {"xl/worksheets/sheet1.xml": "xl/worksheets/Sheet1.xml"}) == "xl/worksheets/Sheet1.xml"
    )
    assert part_of(sheet, {"rId7": "chartsheets/a.xml"}, {"xl/chartsheets/a.xml": "xl/chartsheets/a.xml"}) is None
