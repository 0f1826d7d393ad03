"""What comes again and what comes seldom: asked about one by one, and made part of the budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from pytestqt.qtbot import QtBot
from spending_steps import DAY, shown

from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Expense
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import Transaction
from budgetdesk.ui import background
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.forbrug.bills import BillsDialog
from budgetdesk.ui.pages.forbrug.regular import RegularDialog
from budgetdesk.ui.pages.spending import SpendingPage

FIRST_PAGE = "forbrug"
Opened = Callable[[Desk], MainWindow]
AUTUMN = (date(2026, 7, 7), date(2026, 8, 7), date(2026, 9, 7), date(2026, 10, 7))


@pytest.fixture(scope="module")
def sample() -> Record:
    """The sample household, which has paid Netflix on the 7th, dearer since September."""
    record, library = sample_record(load_library(), today=DAY), load_library()
    batch = record.spending.transactions[0].batch
    rows = tuple(
        Transaction(id=f"n{day:%m}", batch=batch, date=day, text="NETFLIX.COM", amount=Decimal(-amount))
        for day, amount in zip(AUTUMN, (129, 129, 149, 149), strict=True)
    )
    spending = replace(record.spending, transactions=(*record.spending.transactions, *rows))
    return replace(record, spending=sort_spending(spending, library.rules))


@pytest.fixture
def page(sample: Record, kept_window: Opened) -> SpendingPage:
    return shown(kept_window(memory_desk(sample, DAY)))


def ask(page: SpendingPage, line: str) -> BillsDialog:
    """The dialog, at the bill of a line."""
    dialog = page.bills.ask_about()
    while dialog.asked is not None and dialog.asked.bill.line != line:
        dialog.skip.click()
    assert dialog.asked is not None
    return dialog


def made(page: SpendingPage, line: str) -> list[Expense]:
    return [expense for expense in page.record.case.expenses if expense.line == line]


def regular(page: SpendingPage, qtbot: QtBot) -> RegularDialog:
    dialog = page.bills.show_regular()
    qtbot.waitUntil(lambda: bool(dialog.rows) and not background.busy())
    return dialog


def text(dialog: RegularDialog) -> str:
    return "\n".join(words.text() for row in dialog.rows for words in row.findChildren(type(dialog.said))).replace(
        "\u00a0", " "
    )


def test_an_answer_becomes_a_bill_with_its_rhythm_and_month(page: SpendingPage) -> None:
    dialog = ask(page, "807")
    dialog.amount.show_text("3000")
    dialog.month.show_value(12)
    dialog.agree.click()

    assert [(e.amount, e.rhythm, e.pays_on) for e in made(page, "807")] == [
        (Decimal(3000), Rhythm.YEARLY, "day:1 of 12")
    ]
    assert dialog.asked is None or dialog.asked.bill.line != "807"


def test_a_quarterly_bill_falls_every_third_month_from_the_next_one(page: SpendingPage) -> None:
    dialog = ask(page, "203")
    dialog.amount.show_text("450")
    dialog.rhythm.show_value(Rhythm.QUARTERLY)
    dialog.month.show_value(2)
    dialog.agree.click()

    assert [e.pays_on for e in made(page, "203")] == ["day:1 of 2,5,8,11"]


def test_a_bill_they_do_not_have_is_not_asked_about_again(page: SpendingPage) -> None:
    ask(page, "203").none.click()
    again = page.bills.ask_about()

    assert "203" not in [question.bill.line for question in again.left]


def test_what_is_skipped_changes_nothing(page: SpendingPage) -> None:
    before = page.record
    ask(page, "812").skip.click()

    assert page.record == before


def test_saving_without_an_amount_says_what_to_do(page: SpendingPage) -> None:
    before = page.record
    dialog = page.bills.ask_about()
    dialog.agree.click()

    assert dialog.problem.text() == "Skriv beløbet, eller vælg “Den har vi ikke”."
    assert page.record == before


def test_what_comes_again_is_told_with_its_next_day_and_what_became_dearer(page: SpendingPage, qtbot: QtBot) -> None:
    said = text(regular(page, qtbot))

    assert "149 kr. hver måned, næste gang" in said
    assert "er steget 20 kr." in said
    assert ".." not in said


def test_a_subscription_says_who_must_do_what_and_becomes_a_next_step(page: SpendingPage, qtbot: QtBot) -> None:
    dialog = regular(page, qtbot)
    row = next(row for row in dialog.rows if row.step is not None)
    assert row.step is not None
    assert "Opsiges det i dag" in text(dialog)
    row.step.click()

    assert "netflix" in page.record.case.conversation.next_steps[-1].what.casefold()


@pytest.fixture
def two_months(sample: Record, kept_window: Opened) -> SpendingPage:
    """September is October again, a month earlier and half as dear."""
    batch = next(b for b in sample.spending.batches if b.account or b.file_name)
    rows = [row for row in sample.spending.transactions if row.batch == batch.id and row.date.month == 10]
    last = date(2026, 9, 30)
    earlier = tuple(
        replace(
            row, id=f"s{row.id}", batch="sept", date=min(last, row.date.replace(day=min(row.date.day, 30), month=9))
        )
        for row in rows
    )
    halved = tuple(replace(row, amount=row.amount / 2, balance=None) for row in earlier)
    proof = replace(batch.proof, start=date(2026, 9, 1), end=last, opening=None, closing=None)
    september = replace(batch, id="sept", file_hash="sept", proof=proof, also=())
    spending = replace(
        sample.spending,
        batches=(september, *sample.spending.batches),
        transactions=(*halved, *sample.spending.transactions),
    )
    return shown(kept_window(memory_desk(replace(sample, spending=spending), DAY)))


def test_averages_stand_beside_the_month_before_one_is_chosen(two_months: SpendingPage) -> None:
    dialog = two_months.into_budget()
    assert dialog is not None
    offered = [button.text().replace("\u00a0", " ") for button in dialog.span.targets()]

    assert offered[0].startswith("Oktober: ")
    assert offered[1].startswith("3 måneder (2 dækket): ")
    assert len(offered) == 2, "6 and 12 months are the same two months"


def test_a_month_that_is_not_covered_is_named_when_an_average_is_chosen(two_months: SpendingPage) -> None:
    dialog = two_months.into_budget()
    assert dialog is not None
    dialog.span.show_value(3)
    dialog.span.edited.emit()

    assert "Ikke dækket, og derfor ikke talt med: august 2026." in dialog.covered.text()
    dialog.ok.click()
    put = [expense for expense in two_months.record.case.expenses if expense.from_spending]
    assert any("Gennemsnit af september–oktober 2026" in expense.note for expense in put)


def test_one_month_alone_offers_no_averages(page: SpendingPage) -> None:
    dialog = page.into_budget()
    assert dialog is not None

    assert dialog.span.isHidden()


def test_the_month_is_shown_beside_the_budget_and_adds_up(page: SpendingPage) -> None:
    dialog = page.against_budget()
    assert dialog is not None
    rows = [tuple(cell.replace("\u00a0", " ") for cell in row) for row in dialog.table.rows()]

    assert rows[-1][0] == "I alt"
    assert any("mere end i budgettet" in row[3] for row in rows)
    assert rows[0][3] != "Som i budgettet."
