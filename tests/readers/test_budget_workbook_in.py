"""A budget that comes back from Excel is read whatever was moved or renamed, or refused with what to do about it."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from budget_workbooks import edited, free_row, made, row_of, with_parts, worked_on

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.workbook_layout import RowKind, Stamp, WrittenRow
from budgetdesk.errors import BudgetWorkbookError, UserCancelled
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need
from budgetdesk.readers import budget_workbook_file
from budgetdesk.readers.budget_workbook import BudgetWorkbook, ReadRow, read_budget_workbook

D = Decimal
EL, TV, PAY, RENT = "expenses[e1].amount", "expenses[e2].amount", "income[i1].amount", "tenancy.rent_per_month"
ROWS = (
    WrittenRow(key=PAY, kind=RowKind.INCOME, code="loen", whose="p1", amount=D(18000), evidence=Evidence.SEEN),
    WrittenRow(key=RENT, kind=RowKind.EXPENSE, code="101", amount=D(7600), need=Need.NEED),
    WrittenRow(
        key=EL, kind=RowKind.EXPENSE, code="106", amount=D("548.50"), rhythm=Rhythm.QUARTERLY, need=Need.NEED,
        evidence=Evidence.COPY,
    ),
    WrittenRow(
        key=TV, kind=RowKind.EXPENSE, code="704", name="Netflix", amount=D(99), need=Need.NICE, evidence=Evidence.SAID
    ),
)  # fmt: skip
STAMP = Stamp(program="0.1.0", on=date(2026, 11, 20), number="L-1", case="mark")
BOOK = made(ROWS, STAMP)
AT = {key: row_of(BOOK, key) for key in (PAY, RENT, EL, TV)}


def read(data: bytes) -> BudgetWorkbook:
    return read_budget_workbook(("budget.xlsx", data))


def row(book: BudgetWorkbook, key: str) -> ReadRow:
    return next(one for one in book.rows if one.key == key)


def set_cells(**cells: Any) -> bytes:
    """The file with some cells of the sheet changed."""

    def edit(sheet: Any) -> None:
        for place, value in cells.items():
            sheet[place] = value

    return edited(BOOK, edit)


def refused(data: bytes, name: str = "budget.xlsx") -> str:
    with pytest.raises(BudgetWorkbookError) as caught:
        read_budget_workbook((name, data))
    assert str(caught.value).endswith(".")
    return str(caught.value)


def test_what_was_written_is_read_and_sums_and_free_rows_are_none() -> None:
    book = read(BOOK)
    assert book.stamp == STAMP
    assert dict(book.written) == {one.key: one for one in ROWS}
    assert [one.key for one in book.rows] == [one.key for one in ROWS]
    assert book.notes == ()
    values = row(book, EL).values
    assert (values.amount, values.rhythm, values.need, values.evidence) == (
        D("548.50"), Rhythm.QUARTERLY, Need.NEED, Evidence.COPY,
    )  # fmt: skip
    assert row(book, TV).values.name == "Netflix"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (600, "600"),
        (600.456, "600.46"),
        (41.799999999999997, "41.80"),
        ("1.200,50", "1200.50"),
        ("1.200,50 kr.", "1200.50"),
        (" 350 ", "350"),
        (0, "0"),
    ],
)
def test_an_amount_is_read_as_it_was_typed(typed: object, meant: str) -> None:
    values = row(read(set_cells(**{f"H{AT[EL]}": typed})), EL).values
    assert values.problems == ()
    assert values.amount == D(meant)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (-5, "under nul"),
        ("minus 5", "kan ikke læses"),
        ("1,200.50", "på engelsk"),
        (10**9, "for stort"),
        (datetime(2026, 1, 2), "en dato"),  # noqa: DTZ001 - a spreadsheet knows no zones
        (True, "SAND"),
        ("=1+1", "ikke regnet ud"),
        ("#DIV/0!", "#DIV/0!"),
    ],
)
def test_what_is_no_amount_is_a_sentence_with_sheet_and_cell(typed: object, says: str) -> None:
    one = row(read(set_cells(**{f"H{AT[EL]}": typed})), EL)
    (problem,) = one.problems
    assert problem.startswith(f"Arket Budget, celle H{AT[EL]}: ")
    assert says in problem


def test_a_formula_counts_as_the_value_that_was_saved_beside_it() -> None:
    asked = set_cells(**{f"H{AT[EL]}": "=3*200"})

    def worked_out(name: str, content: bytes) -> bytes:
        return content.replace(b"<f>3*200</f><v />", b"<f>3*200</f><v>600</v>").replace(
            b"<f>3*200</f><v></v>", b"<f>3*200</f><v>600</v>"
        )

    assert row(read(with_parts(asked, worked_out)), EL).values.amount == D(600)


@pytest.mark.parametrize(
    ("column", "word", "meant"),
    [
        ("I", "Hver Måned", Rhythm.MONTHLY),
        ("I", "årligt", Rhythm.YEARLY),
        ("K", "kan  undværes", Need.NICE),
        ("L", "Mangler", Evidence.MISSING),
    ],
)
def test_words_of_the_lists_are_read_as_people_write_them(column: str, word: str, meant: object) -> None:
    values = row(read(set_cells(**{f"{column}{AT[EL]}": word})), EL).values
    assert meant in (values.rhythm, values.need, values.evidence)
    assert values.problems == ()


def test_a_word_that_is_on_no_list_is_answered_with_the_list() -> None:
    (problem,) = row(read(set_cells(**{f"I{AT[EL]}": "hver fuldmåne"})), EL).problems
    assert problem.startswith(f"Arket Budget, celle I{AT[EL]}: “hver fuldmåne” står ikke på listen.")
    assert "hvert kvartal" in problem


def test_columns_and_rows_may_be_moved_and_the_sheet_renamed() -> None:
    def move(book: Any) -> None:
        sheet = book[layout.BUDGET]
        sheet.title = "Vores penge"
        sheet.insert_rows(2, 3)
        sheet.insert_cols(5, 2)

    book = read(worked_on(BOOK, move))
    assert row(book, EL).values.amount == D("548.50")
    assert row(book, TV).values.name == "Netflix"
    assert book.notes == ("Arket “Budget” hedder nu “Vores penge”. Det er læst alligevel.",)


def test_a_value_whose_column_is_gone_is_told_and_read_as_nothing() -> None:
    book = read(edited(BOOK, lambda sheet: sheet.delete_cols(11)))
    assert "need" not in book.read_columns
    assert book.notes == ("Kolonnen “Nødvendigt” mangler på arket. Det, der stod i den, er som før.",)
    assert row(book, EL).values.evidence is Evidence.COPY


def test_without_its_keys_or_its_amounts_nothing_is_read() -> None:
    assert "skjult kolonne" in refused(edited(BOOK, lambda sheet: sheet.delete_cols(1)))
    assert "Kolonnen “Beløb” mangler" in refused(edited(BOOK, lambda sheet: sheet.delete_cols(8)))


def test_merged_cells_are_told_where_they_are() -> None:
    book = read(edited(BOOK, lambda sheet: sheet.merge_cells(f"H{AT[RENT]}:H{AT[EL]}")))
    for key in (RENT, EL):
        assert row(book, key).problems[0].startswith(f"Arket Budget, H{AT[RENT]}:H{AT[EL]}: cellerne er flettet")
    assert row(book, TV).problems == ()


def test_a_row_that_was_copied_is_told_at_both_places() -> None:
    def copy(sheet: Any) -> None:
        for at in range(1, 17):
            sheet.cell(40, at, sheet.cell(AT[TV], at).value)

    book = read(edited(BOOK, copy))
    assert [one.problems[0] for one in book.rows if one.key == TV] == [
        f"Arket Budget, række {AT[TV]}: rækken er kopieret og står også i række 40. Slet den ene, og skriv det nye på "
        "en tom række.",
        f"Arket Budget, række 40: rækken er kopieret og står også i række {AT[TV]}. Slet den ene, og skriv det nye på "
        "en tom række.",
    ]


def test_a_free_row_is_read_when_something_is_written_on_it_and_so_is_a_row_put_in_between() -> None:
    free = free_row(BOOK, RowKind.NEW_EXPENSE)
    book = read(set_cells(**{f"E{free}": "106 El", f"H{free}": 200, "E60": "Gas", "H60": 80}))
    new = [one for one in book.rows if not one.key]
    assert [(one.row, one.values.line, one.values.amount) for one in new] == [
        (free, "106 El", D(200)),
        (60, "Gas", D(80)),
    ]


def test_a_row_of_an_unknown_key_is_told_and_one_that_is_only_shown_is_never_read() -> None:
    book = read(set_cells(A60="expenses[e77].amount", B60="expense", H60=5, B61="shown", E61="Opsparing", H61=900))
    assert [(one.row, one.problems) for one in book.rows if one.row > 50] == [
        (60, ("Arket Budget, række 60: rækken kan ikke kendes igen. Skriv den på en tom række.",))
    ]


def test_an_amount_below_nought_that_nobody_has_touched_is_no_problem() -> None:
    owed = WrittenRow(key=EL, kind=RowKind.EXPENSE, code="106", amount=D(-40), need=Need.NEED)
    assert row(read(made([owed], STAMP)), EL).values.amount == D(-40)


def test_another_file_and_one_without_its_hidden_sheet_are_refused() -> None:
    def strange(book: Any) -> None:
        del book[layout.DATA]
        del book[layout.BUDGET]
        book.create_sheet("Ark1")

    assert "ikke et budget, der er gemt fra programmet" in refused(worked_on(BOOK, strange))
    assert "Det skjulte ark" in refused(worked_on(BOOK, lambda book: book.remove(book[layout.DATA])))


@pytest.mark.parametrize(("number", "says"), [("2", "nyere udgave"), ("0", "ældre udgave"), ("x", "er ændret")])
def test_another_layout_is_refused_with_what_to_do(number: str, says: str) -> None:
    def change(book: Any) -> None:
        book[layout.DATA]["B2"] = number

    assert says in refused(worked_on(BOOK, change))


def test_a_hidden_sheet_that_somebody_has_changed_is_not_trusted() -> None:
    def change(book: Any) -> None:
        book[layout.DATA].cell(layout.ROWS_BEGIN + 1, 7, "sommetider")

    assert "er ændret" in refused(worked_on(BOOK, change))


def test_other_kinds_of_files_are_told_by_their_content() -> None:
    old = b"\xd0\xcf\x11\xe0" + bytes(600)
    assert "gamle Excel-format" in refused(old, "budget.xls")
    assert "adgangskode" in refused(old + "EncryptedPackage".encode("utf-16-le"))
    assert "er tom" in refused(b"")
    assert "ikke et regneark" in refused(b"Konto;El\n1;2\n", "budget.csv")
    assert "makroer" in refused(with_parts(BOOK, lambda _n, c: c, {"xl/vbaProject.bin": b"x"}), "budget.xlsm")
    assert ".xlsb" in refused(
        with_parts(BOOK, lambda n, c: None if n == "xl/workbook.xml" else c, {"xl/workbook.bin": b""})
    )
    ods = io.BytesIO()
    with zipfile.ZipFile(ods, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", "<a/>")
    assert ".ods" in refused(ods.getvalue(), "budget.ods")


def test_a_file_that_ends_in_the_middle_or_is_broken_inside_is_refused() -> None:
    assert "gået i stykker" in refused(BOOK[: len(BOOK) // 2])
    for cut in range(100, len(BOOK), 997):
        broken = bytearray(BOOK)
        broken[cut : cut + 40] = bytes(40)
        try:
            read(bytes(broken))
        except BudgetWorkbookError as error:
            assert str(error).endswith(".")  # noqa: PT017 - some of them are read all the same
    strange = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as plain, zipfile.ZipFile(strange, "w", zipfile.ZIP_LZMA) as packed:
        for name in plain.namelist():
            packed.writestr(name, plain.read(name))
    assert "gået i stykker" in refused(strange.getvalue())
    torn = with_parts(BOOK, lambda name, content: content[:-9] if name.endswith("sheet1.xml") else content)
    assert "gået i stykker" in refused(torn)


def test_what_unpacks_to_a_giant_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = with_parts(BOOK, lambda _n, content: content, {"xl/media/a.xml": bytes(5_000_000)})
    assert len(bomb) < 100_000
    assert "fylder alt for meget" in refused(bomb)
    assert "fylder alt for meget" in refused(b"PK" + bytes(budget_workbook_file.LARGEST_FILE))
    monkeypatch.setattr("budgetdesk.readers.budget_workbook_parts.MOST_UNPACKED", 5_000)  # what it claims is less
    assert "fylder alt for meget" in refused(BOOK)


def test_entities_are_never_unfolded() -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'

    def infect(name: str, content: bytes) -> bytes:
        return content.replace(b"<worksheet", entity + b"<worksheet", 1) if name.endswith("sheet1.xml") else content

    assert "gået i stykker" in refused(with_parts(BOOK, infect))


def test_a_file_that_is_not_there_or_is_open_elsewhere_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "budget.xlsx"
    for missing, says in (
        (file, "findes ikke"),
        (tmp_path, "er en mappe"),
        (tmp_path / "~$budget.xlsx", "kun et mærke"),
    ):
        with pytest.raises(BudgetWorkbookError, match=says):
            read_budget_workbook(missing)
    file.write_bytes(BOOK)
    (tmp_path / "~$budget.xlsx").write_bytes(b"Karen")
    assert read_budget_workbook(file).notes == (
        "Filen er vist åben i Excel. Det, der ikke er gemt der endnu, er ikke med.",
    )

    def locked(*_given: object, **_more: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)
    with pytest.raises(BudgetWorkbookError, match="Gem og luk den i Excel"):
        read_budget_workbook(file)


def test_reading_can_be_stopped() -> None:
    def stop(_sheets: int) -> None:
        raise UserCancelled

    with pytest.raises(UserCancelled):
        read_budget_workbook(("budget.xlsx", BOOK), stop)
