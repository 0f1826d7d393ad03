"""The budget out to Excel, changed there, and home again, by keys alone; and one step takes it back."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from budget_workbooks import places
from keyboard import CTRL, Key, Keyboard, said, seen
from openpyxl import load_workbook

from budgetdesk.ui.session import Session


def test_the_budget_goes_to_excel_and_comes_home_by_keys(session: Session, kb: Keyboard, tmp_path: Path) -> None:
    kb.push("Åbn en opdigtet lejer")
    kb.rest()
    view = session.window.case_view
    assert view is not None
    before, file = view.desk.record, tmp_path / "budget.xlsx"
    el = next(one for one in before.case.expenses if one.line == "106")

    kb.jump("Gem som Excel")
    kb.wait(kb.in_dialog)
    assert "ikke låst med kode" in seen()
    kb.give_file(file)
    kb.go_to("Gem fil")
    kb.enter()
    kb.wait(file.exists)
    kb.rest()
    assert str(file) in seen()
    kb.press(Key.Key_Escape)
    kb.rest()

    book = load_workbook(file)
    book["Budget"][f"H{places(file.read_bytes())[f'expenses[{el.id}].amount']}"] = 612.5
    book.save(file)
    kb.give_file(file)
    kb.jump("Hent fra Excel")
    kb.wait(lambda: "1 række er anderledes end i sagen" in seen())
    kb.rest()
    assert said(kb.here()).startswith("Tag med: El. ")
    kb.tab_to("Ret 1 række i budgettet")
    kb.enter()
    kb.rest()
    assert next(one.amount for one in view.desk.record.case.expenses if one.id == el.id) == Decimal("612.50")

    kb.press(Key.Key_Z, CTRL)
    kb.rest()
    assert view.desk.record == before
