"""What was changed in Excel is told from what was changed in the case since, and only what is chosen is taken in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from budget_workbooks import edited, free_row, made, row_of
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk import data_files, i18n
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.workbook_changes import Act, WorkbookChanges
from budgetdesk.actions.workbook_facts import facts_of
from budgetdesk.actions.workbook_in import LABEL, compare, look, take_in
from budgetdesk.budget.workbook_layout import (
    EVIDENCE_WORDS,
    NEED_WORDS,
    RHYTHM_WORDS,
    RowKind,
    Stamp,
    WrittenRow,
    case_mark,
    whose_labels,
)
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetWorkbookError
from budgetdesk.household import paths
from budgetdesk.household.case import Case, CaseInfo, Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need
from budgetdesk.readers.budget_workbook import read_budget_workbook
from budgetdesk.readers.case_file import sample_case
from budgetdesk.readers.chart import load_chart

DAY = date(2026, 11, 20)
CHART = load_chart()
D = Decimal


def record() -> Record:
    """The sample household with two subscriptions, one of them locked by the tenant."""
    before = Record(case=sample_case(today=DAY))
    seen = {"evidence": Evidence.SEEN, "from_spending": True}
    tv = Expense(id="e90", line="805", label="Netflix", amount=D(99), need=Need.NICE, **seen)
    locked = Expense(id="e91", line="805", label="Avis", amount=D(150), locked=True, tenant_says=Need.NEED)
    return paths.put(before, "case.expenses", (*before.case.expenses, tv, locked))


def written(case: Case) -> bytes:
    """An Excel file of a case, made without the program's own writer."""
    rows = []
    for one in facts_of(case, CHART, DAY).values():
        facts = one.facts
        income = one.key.startswith("income[")
        rows.append(
            WrittenRow(
                key=one.key, kind=RowKind.INCOME if income else RowKind.EXPENSE, code=one.code, name=facts.name,
                amount=facts.amount, rhythm=facts.rhythm or Rhythm.MONTHLY, need=facts.need, evidence=facts.evidence,
            )
        )  # fmt: skip
    stamp = Stamp(on=DAY, number=case.info.number, case=case_mark(case))
    return made(rows, stamp, whose=whose_labels(case))


BEFORE = record()
BOOK = written(BEFORE.case)
TV, PAPER = "expenses[e90].amount", "expenses[e91].amount"
EL = next(key for key in (f"expenses[{e.id}].amount" for e in BEFORE.case.expenses if e.line == "106"))
PAY = next(one.key for one in facts_of(BEFORE.case, CHART, DAY).values() if one.key.startswith("income["))
AT = {key: row_of(BOOK, key) for key in (TV, PAPER, EL, PAY, "tenancy.rent_per_month")}
FREE = free_row(BOOK, RowKind.NEW_EXPENSE)
FREE_INCOME = free_row(BOOK, RowKind.NEW_INCOME)


def seen(now: Record = BEFORE, edit: Callable[[Any], object] | None = None, **cells: Any) -> WorkbookChanges:
    """What the file would change, after somebody has written in its cells."""

    def write(sheet: Any) -> None:
        for place, value in cells.items():
            sheet[place] = value
        if edit is not None:
            edit(sheet)

    data = edited(BOOK, write)
    return compare(now, read_budget_workbook(("budget.xlsx", data)), CHART, DAY)


def taken(changes: WorkbookChanges, now: Record = BEFORE) -> Record:
    """The record with everything the file says."""
    return take_in(now, changes.changes)


def test_a_file_that_nobody_has_written_in_changes_nothing_whatever_happened_in_the_case() -> None:
    assert seen().nothing
    assert seen().same == len(facts_of(BEFORE.case, CHART, DAY))
    later = paths.put(BEFORE, f"case.{TV}", D(149))
    assert seen(later).nothing
    assert seen(paths.remove(later, "case.expenses[e91]")).nothing


def test_another_amount_is_what_the_tenant_says_and_keeps_its_need() -> None:
    changes = seen(**{f"H{AT[TV]}": "129,50"})
    (one,) = changes.of(Act.SET)
    assert (one.title, one.where) == ("Netflix", f"Arket Budget, række {AT[TV]}")
    assert [(v.name, v.now, v.after) for v in one.values] == [
        ("amount", D(99), D("129.50")),
        ("evidence", Evidence.SEEN, Evidence.SAID),
    ]
    here = paths.get(taken(changes), "case.expenses[e90]")
    before = paths.get(BEFORE, "case.expenses[e90]")
    assert here == replace(before, amount=D("129.50"), evidence=Evidence.SAID, from_spending=False)


def test_everything_else_of_a_row_may_be_changed_as_well() -> None:
    at = AT[TV]
    after = taken(seen(**{f"F{at}": "HBO", f"I{at}": "hvert kvartal", f"K{at}": "spørg", f"L{at}": "kopi"}))
    here = paths.get(after, "case.expenses[e90]")
    assert (here.label, here.rhythm, here.need, here.evidence) == ("HBO", Rhythm.QUARTERLY, Need.ASK, Evidence.COPY)
    assert here.amount == D(99)
    assert here.from_spending
    typed = taken(seen(**{f"I{AT[PAPER]}": "hvert kvartal"}))
    assert not paths.get(typed, "case.expenses[e91].from_spending")


def test_rent_and_pay_are_taken_in_where_they_stand() -> None:
    after = taken(seen(**{f"H{AT['tenancy.rent_per_month']}": 8100, f"H{AT[PAY]}": 17000}))
    assert after.case.tenancy.rent_per_month == D(8100)
    assert (paths.get(after, f"case.{PAY}"), after.case.income[0].evidence) == (D(17000), Evidence.SAID)


def test_a_row_changed_in_both_waits_for_a_word_and_shows_all_three() -> None:
    now = paths.put(BEFORE, f"case.{TV}", D(149))
    changes = seen(now, **{f"H{AT[TV]}": 129})
    (one,) = changes.clashes
    value = one.values[0]
    assert (value.before, value.now, value.after) == (D(99), D(149), D(129))
    assert not one.usual
    assert changes.of(Act.SET) == ()


def test_the_same_change_in_both_is_no_change_and_different_values_do_not_clash() -> None:
    assert seen(paths.put(BEFORE, f"case.{TV}", D(129)), **{f"H{AT[TV]}": 129}).nothing
    now = paths.put(BEFORE, "case.expenses[e90].need", Need.ASK)
    (one,) = seen(now, **{f"H{AT[TV]}": 129}).of(Act.SET)
    assert paths.get(take_in(now, [one]), "case.expenses[e90].need") is Need.ASK


def test_an_expense_with_another_name_since_is_asked_about() -> None:
    now = paths.put(BEFORE, "case.expenses[e90].label", "HBO")
    (one,) = seen(now, **{f"H{AT[TV]}": 129}).clashes
    assert one.note == "Rækken hed “Netflix”, da filen blev gemt."


def test_a_row_deleted_in_the_case_since_is_put_back_only_when_chosen() -> None:
    now = paths.remove(BEFORE, "case.expenses[e90]")
    (one,) = seen(now, **{f"H{AT[TV]}": 129}).clashes
    assert one.note == "Rækken er slettet i sagen, siden filen blev gemt."
    made_again = take_in(now, [one]).case.expenses[-1]
    assert (made_again.line, made_again.label, made_again.amount, made_again.need) == (
        "805",
        "Netflix",
        D(129),
        Need.NICE,
    )


def test_another_row_that_got_the_place_of_a_deleted_one_is_never_changed() -> None:
    other = Expense(id="e90", line="106", amount=D(400))
    now = paths.put(BEFORE, "case.expenses", tuple(other if e.id == "e90" else e for e in BEFORE.case.expenses))
    (one,) = seen(now, **{f"H{AT[TV]}": 129}).changes
    assert (one.act, one.both) == (Act.ADD, True)


@pytest.mark.parametrize("how", ["row", "amount"])
def test_a_row_that_was_taken_away_in_excel_goes_only_when_chosen(how: str) -> None:
    changes = seen(edit=lambda sheet: sheet.delete_rows(AT[TV])) if how == "row" else seen(**{f"H{AT[TV]}": None})
    (one,) = changes.of(Act.REMOVE)
    assert not one.usual
    assert one.title == "Netflix"
    assert [e.id for e in taken(changes).case.expenses] == [e.id for e in BEFORE.case.expenses if e.id != "e90"]
    since = paths.put(BEFORE, f"case.{TV}", D(149))
    cells = {f"H{AT[TV]}": None}
    (asked,) = seen(since, **cells).clashes
    assert "ændret i sagen" in asked.note


def test_the_rent_is_neither_emptied_nor_taken_away() -> None:
    at = AT["tenancy.rent_per_month"]
    changes = seen(**{f"H{at}": None})
    assert changes.problems == (
        f"Arket Budget, række {at}: beløbet er tomt. Skriv 0, hvis der ikke skal betales noget.",
    )
    gone = seen(edit=lambda sheet: sheet.delete_rows(at))
    assert gone.changes == ()
    assert gone.notes == ("Husleje (før boligstøtte): rækken er slettet i Excel. I sagen er den som før.",)


def test_what_the_tenant_has_locked_is_not_overruled() -> None:
    changes = seen(**{f"K{AT[PAPER]}": "kan undværes"})
    assert changes.changes == ()
    assert "lejeren har låst, om “Avis” er nødvendigt" in changes.problems[0]


def test_new_rows_come_on_their_line_and_only_once() -> None:
    cells = {f"E{FREE}": "106 El", f"F{FREE}": "Sommerhus", f"H{FREE}": 120, f"I{FREE}": "hvert kvartal"}
    cells |= {
        f"E{FREE_INCOME}": "Børnebidrag, der modtages",
        f"H{FREE_INCOME}": 1500,
        f"G{FREE_INCOME}": "Nadia Skovgaard",
    }
    changes = seen(**cells)
    assert [one.title for one in changes.of(Act.ADD)] == ["Børnebidrag, der modtages", "Sommerhus"]
    after = taken(changes)
    new = after.case.expenses[-1]
    assert (new.line, new.label, new.amount, new.rhythm) == ("106", "Sommerhus", D(120), Rhythm.QUARTERLY)
    assert (new.need, new.evidence) == (CHART.lines["106"].need, Evidence.SAID)
    assert (after.case.income[-1].kind, after.case.income[-1].person) == ("boernebidrag", "p1")
    assert seen(after, **cells).nothing


@pytest.fixture
def english() -> Iterator[None]:
    """The window speaks English."""
    i18n.use("en", data_files.path("locale"))
    yield
    i18n.use("da", data_files.path("locale"))


@pytest.mark.usefixtures("english")
def test_the_file_is_danish_whatever_the_window_speaks() -> None:
    chart = i18n.translated(CHART)
    assert chart.lines["106"].title == "Electricity"

    def write(sheet: Any) -> None:
        sheet[f"E{FREE}"], sheet[f"H{FREE}"] = "106 El", 9

    found = compare(BEFORE, read_budget_workbook(("budget.xlsx", edited(BOOK, write))), chart, DAY)
    assert [(one.title, one.code) for one in found.changes] == [("Electricity", "106")]


def test_of_two_rows_alike_the_one_that_is_not_there_yet_comes() -> None:
    cells = {f"{column}{row}": value for row in (FREE, FREE + 1) for column, value in (("E", "106 El"), ("H", 120))}
    one_of_them = Expense(id="e95", line="106", amount=D(120))
    now = paths.add(BEFORE, "case.expenses", one_of_them)
    assert len(seen(now, **cells).of(Act.ADD)) == 1


def test_a_column_that_is_gone_changes_nothing() -> None:
    assert seen(edit=lambda sheet: sheet.delete_cols(6)).changes == ()


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"E": "106 El"}, "beløbet mangler"),
        ({"H": 50}, "linjen mangler"),
        ({"E": "Elregning", "H": 50}, "“Elregning” er ikke en linje"),
        ({"E": "101", "H": 50}, "står på siden Sag"),
        ({"E": "Løn", "H": 50, "G": "Fru Hansen"}, "“Fru Hansen” er ikke i husstanden"),
    ],
)
def test_a_new_row_that_cannot_be_placed_is_told(cells: dict[str, object], says: str) -> None:
    changes = seen(**{f"{column}{FREE}": value for column, value in cells.items()})
    assert changes.changes == ()
    (problem,) = changes.problems
    assert problem.startswith(f"Arket Budget, række {FREE}: ")
    assert says in problem


def test_a_row_that_cannot_be_read_is_left_whole_and_the_others_are_there() -> None:
    changes = seen(**{f"H{AT[TV]}": -5, f"K{AT[TV]}": "spørg", f"H{AT[EL]}": 600})
    assert [one.key for one in changes.changes] == [EL]
    assert len(changes.problems) == 1


def test_another_case_is_refused_and_a_new_number_is_not() -> None:
    other = replace(BEFORE.case, info=CaseInfo(number="2026-0999"))
    with pytest.raises(BudgetWorkbookError, match=f"fra en anden sag \\({BEFORE.case.info.number}\\)"):
        seen(Record(case=other))
    nameless = replace(BEFORE.case, info=CaseInfo())
    book = read_budget_workbook(("budget.xlsx", written(nameless)))
    assert compare(BEFORE, book, CHART, DAY).nothing


TYPED = st.fixed_dictionaries(
    {},
    optional={
        "H": st.integers(0, 9_999_999).map(lambda oere: oere / 100),
        "I": st.sampled_from(Rhythm),
        "K": st.sampled_from(Need),
        "L": st.sampled_from(Evidence),
        "F": st.sampled_from(["Spotify", "=1+1", "Bo & Ida <b>", ""]),
    },
)
COLUMNS = {"H": "amount", "I": "rhythm", "K": "need", "L": "evidence", "F": "name"}
WORDS = {"I": RHYTHM_WORDS, "K": NEED_WORDS, "L": EVIDENCE_WORDS}


@settings(max_examples=6, deadline=None)
@given(tv=TYPED, el=TYPED)
def test_what_is_written_in_the_sheet_is_what_the_case_says_afterwards(tv: dict[str, Any], el: dict[str, Any]) -> None:
    typed = {TV: tv, EL: el}
    cells = {
        f"{column}{AT[key]}": WORDS[column][value] if column in WORDS else (value or None if column == "F" else value)
        for key, said in typed.items()
        for column, value in said.items()
    }

    def write(sheet: Any) -> None:
        for cell, value in cells.items():
            if cell[0] == "F" and value:
                sheet[cell].data_type = "s"

    changes = seen(edit=write, **cells)
    after = facts_of(taken(changes).case, CHART, DAY)
    assert changes.problems == ()
    for about, before in facts_of(BEFORE.case, CHART, DAY).items():
        said = {COLUMNS[column]: value for column, value in typed.get(before.key, {}).items()}
        if "amount" in said:
            said["amount"] = D(str(said["amount"])).quantize(D("0.01"))
            as_it_was = said.get("evidence", before.facts.evidence) == before.facts.evidence
            if as_it_was and said["amount"] != before.facts.amount:
                said["evidence"] = Evidence.SAID
        assert after[about].facts == replace(before.facts, **said)


def test_it_is_one_step_that_can_be_undone(tmp_path: Path) -> None:
    file = tmp_path / "budget.xlsx"
    file.write_bytes(edited(BOOK, lambda sheet: sheet.__setitem__(f"H{AT[TV]}", 1)))
    desk = memory_desk(BEFORE, DAY)
    desk.change(LABEL, take_in(desk.record, look(desk.record, file, CHART, DAY).changes))
    assert desk.record != BEFORE
    assert desk.undo() == "Hent tal fra Excel"
    assert desk.record == BEFORE
