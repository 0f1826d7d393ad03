"""The budget as an Excel file: every formula comes to the program's figure, and nothing typed becomes one.

Formulas are worked out here by `reckoner.py`, on every machine. `make workbook-campaign` has LibreOffice do it as well,
for many more households; it says so and stops where LibreOffice is missing.
"""

from __future__ import annotations

import io
import tempfile
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
import workbook_checks as checks
import workbook_households as homes
from document_household import TODAY
from hypothesis import given, settings
from laws import examples
from openpyxl import load_workbook
from reckoner import Workbook

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.agreement import Agreement, Instalment, LandlordAccepted
from budgetdesk.household.case import Case, Expense, Income, Person
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Role, Tax
from budgetdesk.readers.case_file import sample_case

D = Decimal


@cache
def sample() -> homes.Made:
    return homes.made(sample_case(today=TODAY))


@cache
def opened() -> Any:
    return load_workbook(io.BytesIO(sample().content))


def reckoned(case: Case) -> Workbook:
    return Workbook(homes.made(case).content)


def test_every_formula_of_the_sample_comes_to_the_figure_beside_it() -> None:
    assert Workbook(sample().content).differences() == []


def test_the_figures_of_the_sample_are_the_programs() -> None:
    checks.figures_are_the_programs(sample())


def test_what_is_counted_in_a_way_of_its_own_comes_to_the_programs_figures_and_follows_a_change() -> None:
    made = homes.made(homes.strained())
    book = Workbook(made.content)
    rhythms = [Rhythm.MONTHLY, Rhythm.BIWEEKLY, Rhythm.BIMONTHLY]
    edits = checks.Edits((1_000_000, 71_133, 90_000, 33_005), tuple(rhythms), ((43, 77_777, Rhythm.MONTHLY),))

    checks.figures_are_the_programs(made)
    assert book.differences() == []
    buffers = [one for one in made.overview.month.expenses if one.code == "902"]
    assert [one.per_month == one.amount for one in buffers] == [True, False]
    assert buffers[1].per_month > 0
    checks.counts_alike(*checks.edited(made, edits))


@settings(max_examples=examples(2), deadline=None)
@given(case=homes.households())
def test_every_household_has_the_programs_figures_in_formulas_that_come_to_them(case: Case) -> None:
    made = homes.made(case)

    checks.figures_are_the_programs(made)
    assert Workbook(made.content).differences() == []


@settings(max_examples=examples(2), deadline=None)
@given(case=homes.households(), edits=checks.edits())
def test_what_is_changed_in_the_sheet_counts_as_if_it_were_changed_in_the_case(case: Case, edits: checks.Edits) -> None:
    book, changed = checks.edited(homes.made(case), edits)

    checks.counts_alike(book, changed)


def test_the_same_facts_give_the_same_bytes_and_nothing_is_written_outside_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected = sample().content

    def refuse(*_given: object, **_more: object) -> None:
        raise AssertionError("a temporary file")

    for name in ("mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "TemporaryDirectory"):
        monkeypatch.setattr(tempfile, name, refuse)

    assert homes.made(sample_case(today=TODAY)).content == expected


def test_help_that_goes_to_the_landlord_follows_the_income_it_comes_from() -> None:
    to_landlord = Income(id="i1", kind="sygedagpenge", tax=Tax.GROSS, rhythm=Rhythm.ONCE, paid_to="landlord")
    edits = checks.Edits((5284,), (Rhythm.BIWEEKLY,), ())
    book, changed = checks.edited(homes.made(Case(income=(to_landlord,))), edits)

    checks.counts_alike(book, changed)
    assert book.value(layout.BUDGET, "F4") == pytest.approx(52.84 - 114.49)


def test_what_somebody_has_typed_never_becomes_a_formula_a_link_or_a_number() -> None:
    typed = (*homes.HOSTILE, "http://eksempel.dk", "12", "TRUE", "#N/A", "{=1}")
    rows = tuple(Expense(id=f"e{at}", line="106", label=text) for at, text in enumerate(typed))
    case = Case(persons=(Person(id="p1", role=Role.TENANT, name="=1+1"),), expenses=rows)
    book = load_workbook(io.BytesIO(homes.made(replace(case, income=(Income(id="i1", person="p1"),))).content))
    cells = {
        sheet[f"{layout.KEY.letter}{row}"].value: sheet[f"{layout.NAME.letter}{row}"]
        for sheet in [book[layout.BUDGET]]
        for row in range(layout.HEADING_ROW, sheet.max_row)
    }

    for at, text in enumerate(typed):
        cell = cells[f"expenses[e{at}].amount"]
        assert cell.value == (plain(text) if len(plain(text)) <= 200 else plain(text)[:199] + "…")
        assert cell.data_type == "s"
        assert cell.hyperlink is None
        assert cell.quotePrefix == plain(text).startswith(("=", "+", "-", "@", "'"))
    for sheet in book:
        for row in sheet.iter_rows():
            assert all(cell.value != "==1+1" and (cell.data_type != "f" or cell.value[1:] != "1+1") for cell in row)


def test_only_what_may_be_changed_is_unlocked_and_it_looks_so() -> None:
    for sheet in opened():
        assert sheet.protection.sheet
        assert not sheet.protection.password
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.protection.locked == (cell.fill.fgColor.rgb not in ("FFFFF7D6", "FFE6F1FB")), cell
    budget, plan = opened()[layout.BUDGET], opened()[layout.PLAN]
    unlocked = {cell.coordinate for row in budget.iter_rows() for cell in row if not cell.protection.locked}
    rent = checks.row_of(budget, "tenancy.rent_per_month")
    assert [cell.column_letter for cell in budget[rent] if cell.coordinate in unlocked] == [layout.AMOUNT.letter]
    assert {cell.column_letter for row in plan.iter_rows() for cell in row if not cell.protection.locked} <= {"D"}


def test_a_need_that_the_tenant_has_locked_cannot_be_changed_in_the_sheet() -> None:
    case = Case(expenses=(Expense(id="e1", line="106", locked=True), Expense(id="e2", line="107")))
    sheet = load_workbook(io.BytesIO(homes.made(case).content))[layout.BUDGET]

    locked = [
        sheet[f"{layout.NEED.letter}{checks.row_of(sheet, f'expenses[{one}].amount')}"].protection.locked
        for one in ("e1", "e2")
    ]
    assert locked == [True, False]


def test_every_list_offers_the_words_the_layout_knows() -> None:
    sheet, lists = opened()[layout.BUDGET], opened()[layout.LISTS]
    lists_of = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    offered = {str(one.sqref)[0]: one.formula1 for one in lists_of}
    known = {
        layout.RHYTHM.letter: layout.RHYTHM_WORDS,
        layout.NEED.letter: layout.NEED_WORDS,
        layout.EVIDENCE.letter: layout.EVIDENCE_WORDS,
    }
    for letter, words in known.items():
        cells = offered[letter].partition("!")[2].replace("$", "")
        assert [row[0].value for row in lists[cells]] == list(words.values())


def test_what_is_kept_out_of_sight_tells_what_the_file_was_made_of() -> None:
    made = sample()
    data = opened()[layout.DATA]
    stamp = layout.stamp_of([(str(row[0].value), str(row[1].value or "")) for row in data["A1:B7"]])
    rows = [
        layout.written_row([str(cell.value or "") for cell in row])
        for row in data.iter_rows(min_row=layout.ROWS_BEGIN + 1, max_col=len(layout.ROW_HEADINGS))
    ]

    assert (data.sheet_state, opened()[layout.LISTS].sheet_state) == ("veryHidden", "hidden")
    assert stamp == layout.Stamp(program="1", on=homes.ON, case=layout.case_mark(made.case))
    by_key = {row.key: row for row in rows}
    assert by_key["tenancy.rent_per_month"].amount == made.case.tenancy.rent_per_month
    for expense in made.case.expenses:
        row = by_key[f"expenses[{expense.id}].amount"]
        assert (row.amount, row.rhythm, row.evidence) == (expense.amount, expense.rhythm, expense.evidence)


def test_the_cases_number_stands_in_the_file_only_where_it_is_wanted() -> None:
    number = sample().case.info.number

    assert number
    assert number not in checks.all_text(sample().content)
    assert number in checks.all_text(homes.made(sample().case, with_number=True).content)


def test_another_amount_on_the_plan_changes_what_is_left_to_pay_and_the_luft() -> None:
    dues = [date(2026, 12, 1), date(2027, 1, 4)]
    case = sample().case
    arrears = replace(case.arrears, landlord_accepted=LandlordAccepted(by="Udlejer", on=homes.ON))
    agreement = Agreement(instalments=tuple(Instalment(due=due, amount=D(1000)) for due in dues))
    made = homes.made(replace(case, arrears=arrears, agreement=agreement))
    book = Workbook(made.content)
    luft = book.value(*checks.luft(book))
    book.put(layout.PLAN, "D8", 700.0)

    assert book.value(*checks.luft(book)) == pytest.approx(luft + 300)
    assert book.value(layout.PLAN, "E9") == float(case.arrears.total) - 1700
    assert book.value(layout.MONTHS, checks.month_cell(book, "Afdrag på restancen", 0)) == 700


def test_a_new_line_counts_in_the_budget_with_the_others_and_in_every_month() -> None:
    book = Workbook(sample().content)
    before = {name: book.value(*place) for name, place in checks.results(book).items()}
    at = checks.free_row(book, "transport")
    for letter, value in ((layout.LINE, "601 Bus og tog til arbejde eller tilbud"), (layout.AMOUNT, 1000.0)):
        book.put(layout.BUDGET, f"{letter.letter}{at}", value)
    book.put(layout.BUDGET, f"{layout.RHYTHM.letter}{at}", layout.RHYTHM_WORDS[Rhythm.MONTHLY])
    after = {name: book.value(*place) for name, place in checks.results(book).items()}

    assert after[layout.BUDGET] == pytest.approx(before[layout.BUDGET] - 1000)
    # 450 are below the limit of the transport already: what the limit still holds is not counted.
    assert before["Gældsstyrelsen"] - 1000 < after["Gældsstyrelsen"] < before["Gældsstyrelsen"]
    assert after["Kommunen"] == pytest.approx(before["Kommunen"] - 1000)
    assert after["Tabeltræk"] == before["Tabeltræk"]
    at = checks.free_row(book, "bolig")
    for column, value in ((layout.LINE, "106 El"), (layout.AMOUNT, 12000.0), (layout.RHYTHM, "hvert år")):
        book.put(layout.BUDGET, f"{column.letter}{at}", value)
    assert book.value(layout.MONTHS, checks.month_cell(book, "Nye udgifter", 3)) == 1000


def test_a_row_on_which_something_is_missing_says_what() -> None:
    book = Workbook(sample().content)
    at = checks.free_row(book, "boern")

    def note() -> Any:
        return book.value(layout.BUDGET, f"{layout.NOTE.letter}{at}")

    said = [note()]
    for letter, value in (
        (layout.AMOUNT, 100.0),
        (layout.LINE, "305 Skole: ture, lejr og bøger"),
        (layout.RHYTHM, "én gang"),
    ):
        book.put(layout.BUDGET, f"{letter.letter}{at}", value)
        said.append(note())

    assert said == ["", "Vælg linje.", "Vælg, hvor tit.", "Kommer kun én gang og tæller ikke i en almindelig måned."]


def test_an_empty_household_says_that_there_is_no_income_and_no_plan() -> None:
    made = homes.made(Case())
    text = checks.all_text(made.content)

    assert Workbook(made.content).differences() == []
    assert "Der er ingen indtægt i budgettet endnu." in text
    assert "Der er ingen plan endnu. Find en på siden Aftale." in text
    assert "Der er ikke tal nok til et år endnu." in text
