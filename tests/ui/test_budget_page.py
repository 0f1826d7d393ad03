"""The page Budget: typed with the keyboard, followed at once, taken back in one step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Expense, Income
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need, Status, Tax
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.budget import BudgetPage
from budgetdesk.ui.pages.budget_parts.expense_row import ExpenseRow, OwnedRow
from budgetdesk.ui.widgets.search_list import SearchList

FIRST_PAGE = "budget"
DAY = date(2026, 11, 20)
Opened = Callable[[Desk], MainWindow]


def budget(window: MainWindow) -> BudgetPage:
    view = window.case_view
    assert view is not None
    view.show_page("budget")
    QApplication.processEvents()
    page = view.pages["budget"]
    assert isinstance(page, BudgetPage)
    return page


def line(page: BudgetPage, code: str, expense: str = "") -> ExpenseRow:
    key = ("row", expense) if expense else ("line", code)
    found = next(card.rows.rows[key] for card in page.expenses.groups.values() if key in card.rows.rows)
    assert isinstance(found, ExpenseRow)
    return found


def keys(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


@pytest.fixture
def sample() -> Desk:
    return memory_desk(Record(case=sample_case(today=DAY)), DAY)


@pytest.fixture
def page(desk: Desk, open_window: Opened) -> BudgetPage:
    return budget(open_window(desk))


def test_lines_nearly_everybody_has_stand_there_from_the_start(page: BudgetPage) -> None:
    titles = [line(page, code).words.title.text() for code in ("104", "106", "401", "701")]

    assert titles == ["Varme a conto", "El", "Medicin på recept", "Dagligvarer: mad"]
    assert page.record.case.expenses == ()


def test_typing_in_an_empty_line_makes_the_expense(page: BudgetPage) -> None:
    line(page, "104").amount.setFocus()
    keys("640")
    press(Qt.Key.Key_Return)

    (made,) = page.record.case.expenses
    assert (made.line, made.amount, made.rhythm) == ("104", Decimal(640), Rhythm.MONTHLY)


def test_enter_goes_from_amount_to_amount_down_the_page(page: BudgetPage) -> None:
    line(page, "104").amount.setFocus()
    for amount in ("640", "548", "396"):
        keys(amount)
        press(Qt.Key.Key_Return)

    assert [(e.line, e.amount) for e in page.record.case.expenses] == [
        ("104", Decimal(640)),
        ("106", Decimal(548)),
        ("201", Decimal(396)),
    ]


def test_a_quarterly_bill_is_shown_per_month(page: BudgetPage) -> None:
    line(page, "201").amount.setFocus()
    keys("396")
    press(Qt.Key.Key_Return)

    assert line(page, "201").month.text() == "132"


def test_what_is_left_follows_each_keystroke(page: BudgetPage, qtbot: QtBot) -> None:
    line(page, "104").amount.setFocus()
    keys("640")

    qtbot.waitUntil(lambda: page.expenses.sums.fixed.figure() == "8.240\u00a0kr.", timeout=300)
    assert page.record.case.expenses == ()


def test_undo_empties_the_line_again(page: BudgetPage) -> None:
    line(page, "104").amount.setFocus()
    keys("640")
    press(Qt.Key.Key_Return)
    page.desk.undo()

    assert page.record.case.expenses == ()
    assert line(page, "104").amount.text() == ""


def test_emptying_a_line_takes_the_expense_away(page: BudgetPage) -> None:
    row = line(page, "104")
    row.amount.setFocus()
    keys("640")
    press(Qt.Key.Key_Return)
    row.amount.setFocus()
    row.amount.line.selectAll()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)

    assert page.record.case.expenses == ()


def test_an_amount_that_cannot_be_read_is_kept_with_a_sentence(page: BudgetPage) -> None:
    row = line(page, "104")
    row.amount.setFocus()
    keys("12.345,6.7")
    press(Qt.Key.Key_Return)

    assert row.amount.text() == "12.345,6.7"
    assert "kan ikke læses" in row.amount.problem.text()
    assert row.amount.problem.isVisible()


def test_rent_is_shown_and_leads_to_where_it_is_typed(page: BudgetPage) -> None:
    rent = page.expenses.groups["bolig"].rows.rows["owned", "tenancy.rent_per_month"]
    assert isinstance(rent, OwnedRow)
    assert rent.link is not None
    rent.link.setFocus()
    press(Qt.Key.Key_Space)

    assert page.window().case_view.current == "sag"  # type: ignore[attr-defined]  # the window is a MainWindow
    assert rent.month.text() == "7.600"


def test_pay_days_are_written_in_words(page: BudgetPage) -> None:
    row = line(page, "104")
    row.amount.setFocus()
    keys("640")
    press(Qt.Key.Key_Tab)
    row.day.setFocus()
    keys("20. jan, apr, jul og okt")
    press(Qt.Key.Key_Tab)

    assert page.record.case.expenses[0].pays_on == "day:20 of 1,4,7,10"
    assert row.day.text() == "20. jan., april, juli, okt."


def test_arrow_keys_step_through_the_usual_pay_days(page: BudgetPage) -> None:
    row = line(page, "104")
    row.amount.setFocus()
    keys("640")
    press(Qt.Key.Key_Tab)
    row.day.setFocus()
    for _ in range(3):
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)

    assert page.record.case.expenses[0].pays_on == "last_bank_day"


def test_a_line_is_found_by_a_few_letters_and_typed_in(page: BudgetPage, qtbot: QtBot) -> None:
    page.add_line.setFocus()
    press(Qt.Key.Key_Space)
    picker = page.expenses.findChild(SearchList)
    assert isinstance(picker, SearchList)
    QTest.keyClicks(picker.search.line, "brill")
    QTest.keyClick(picker.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(line(page, "404").amount.line.hasFocus)
    keys("1200")
    press(Qt.Key.Key_Return)

    assert [(e.line, e.amount, e.rhythm) for e in page.record.case.expenses] == [("404", Decimal(1200), Rhythm.YEARLY)]


def test_the_list_offers_no_line_that_is_typed_elsewhere(page: BudgetPage) -> None:
    picker = page.expenses.choose_line()
    QTest.keyClicks(picker.search.line, "husleje")

    assert "101" not in [thing.key for thing in picker.found()]


def test_a_second_row_of_a_line_gets_a_name_of_its_own(page: BudgetPage, qtbot: QtBot) -> None:
    line(page, "504").amount.setFocus()
    keys("139")
    press(Qt.Key.Key_Tab)
    page.expenses.open_line("504")
    qtbot.waitUntil(line(page, "504", "e2").label_field.editor.targets()[0].hasFocus)
    keys("Musik")
    press(Qt.Key.Key_Tab)

    assert [e.label for e in page.record.case.expenses] == ["", "Musik"]
    assert line(page, "504", "e2").words.title.text() == "Musik"


def test_a_row_is_removed_and_comes_back(sample: Desk, open_window: Opened) -> None:
    page = budget(open_window(sample))
    row = line(page, "301", "e9")
    row.unfold()
    remove = next(b for b in row.findChildren(QWidget) if b.accessibleName().startswith("Fjern linjen"))
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert "e9" not in [e.id for e in sample.record.case.expenses]
    sample.undo()

    assert line(page, "301", "e9").words.title.text() == "Almas SFO"


def test_need_is_changed_by_the_menu_of_the_mark(sample: Desk, open_window: Opened) -> None:
    row = line(budget(open_window(sample)), "206")
    nice = row.need.mark.menu().actions()[1]
    nice.trigger()

    assert next(e for e in sample.record.case.expenses if e.line == "206").need is Need.NICE
    assert row.need.mark.text() == "kan undværes"


def test_what_the_tenant_locks_stands_and_is_said(sample: Desk, open_window: Opened) -> None:
    page = budget(open_window(sample))

    assert "låst af lejeren" in line(page, "306").words.note.text()


def test_help_says_where_the_figure_is_found_while_one_is_there(page: BudgetPage) -> None:
    row = line(page, "106")
    row.amount.setFocus()
    assert row.help.isVisible()
    assert "elregning" in row.help.text()
    press(Qt.Key.Key_Tab)

    assert not row.help.isVisible()
    assert row.amount.line.toolTip() == row.help.text()


def test_what_is_missing_leads_to_the_line_although_it_is_named_by_the_expense(
    sample: Desk, open_window: Opened
) -> None:
    window = open_window(sample)
    assert window.case_view is not None
    page = budget(window)
    window.case_view.go("budget", "case.expenses[e2].amount")

    assert line(page, "106").amount.line.hasFocus()


def test_rent_before_or_after_is_asked_until_it_is_answered(page: BudgetPage) -> None:
    assert page.question.isVisible()
    record = paths.put(page.record, "case.conversation.rent_before_boligstoette", True)
    page.change("svar", paths.put(record, "case.tenancy.boligstoette.amount", Decimal(0)))

    assert not page.question.isVisible()


def test_eighty_lines_are_followed_quickly(open_window: Opened) -> None:
    case = sample_case(today=DAY)
    codes = [
        code for code in memory_desk(Record(), DAY).library.chart.lines if code not in ("101", "102", "901", "910")
    ]
    rows = tuple(Expense(id=f"e{n}", line=code, amount=Decimal(n + 1)) for n, code in enumerate(codes[:80]))
    desk = memory_desk(Record(case=replace(case, expenses=rows)), DAY)
    page = budget(open_window(desk))

    shown = sum(isinstance(r, ExpenseRow) for card in page.expenses.groups.values() for r in card.rows.rows.values())
    assert shown == 80
    assert page.horizontalScrollBar().maximum() == 0


# income


def income(window: MainWindow, *rows: Income) -> BudgetPage:
    page = budget(window)
    page.show_tab("indtaegter")
    page.change("indtægt", paths.put(page.record, "case.income", rows))
    return page


def test_an_income_is_added_by_a_few_letters(desk: Desk, open_window: Opened, qtbot: QtBot) -> None:
    page = income(open_window(desk))
    picker = page.incomes.choose_kind()
    QTest.keyClicks(picker.search.line, "børnetil")
    QTest.keyClick(picker.search.line, Qt.Key.Key_Return)
    qtbot.waitUntil(page.incomes.regular.rows.rows["i1"].amount.line.hasFocus)
    keys("5256")
    press(Qt.Key.Key_Return)

    (made,) = page.record.case.income
    assert (made.kind, made.person, made.amount, made.rhythm) == (
        "boernetilskud",
        "p1",
        Decimal(5256),
        Rhythm.QUARTERLY,
    )


def test_pay_before_tax_asks_for_what_is_paid_out(desk: Desk, open_window: Opened) -> None:
    page = income(open_window(desk), Income(id="i1", amount=Decimal(19800), tax=Tax.GROSS))
    row = page.incomes.regular.rows.rows["i1"]
    assert "før skat" in row.words.note.text()
    row.paid_out.setFocus()
    keys("15300")
    press(Qt.Key.Key_Tab)

    assert page.record.case.income[0].paid_out == Decimal(15300)
    assert row.month.text() == "15.300"


def test_money_not_granted_is_shown_and_said_not_to_count(desk: Desk, open_window: Opened) -> None:
    page = income(open_window(desk), Income(id="i1", amount=Decimal(2000), status=Status.APPLIED))

    assert "Tæller først, når pengene er bevilget" in page.incomes.regular.rows.rows["i1"].words.note.text()
    assert page.incomes.total.figure() == "0\u00a0kr."


def test_one_offs_stand_apart(desk: Desk, open_window: Opened) -> None:
    page = income(open_window(desk), Income(id="i1", kind="feriepenge", amount=Decimal(900), rhythm=Rhythm.ONCE))

    assert list(page.incomes.once.rows.rows) == ["i1"]
    assert not page.incomes.regular.isVisible()


def test_evidence_is_marked_on_income(desk: Desk, open_window: Opened) -> None:
    page = income(open_window(desk), Income(id="i1", amount=Decimal(900)))
    page.incomes.regular.rows.rows["i1"].evidence.mark.menu().actions()[1].trigger()

    assert page.record.case.income[0].evidence is Evidence.SEEN


def test_others_count_is_marked_vejledende_with_its_source(sample: Desk, open_window: Opened) -> None:
    page = budget(open_window(sample))
    page.show_tab("andre")
    cards = list(page.lenses.rows.rows.values())

    assert cards
    assert all(card.mark.text() == "vejledende" and card.source.text().startswith("Kilde: ") for card in cards)
