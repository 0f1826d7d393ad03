"""Many receipts at once: one step, taken back in one, and only the doubtful ones shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.actions import receipts, spending
from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.receipts import ReadyReceipt
from budgetdesk.casework.record import Record
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import TextLine

LIBRARY = load_library()
TODAY = date(2026, 11, 20)
GOOD = "Netto Hvidovre\n11.10.2026\nRUGBRØD 20,00\nCOLA 30,00\nTOTAL 50,00\nDANKORT 50,00"
SHORT = "Lidl\n12.10.2026\nRUGBRØD 20,00\nTOTAL 35,00\nDANKORT 35,00"
STATEMENT = "Dato;Tekst;Beløb;Saldo;Status;Afstemt\n"


def ready(text: str, picture: str = "") -> ReadyReceipt:
    lines = [TextLine(text=line, confidence=Decimal(1)) for line in text.split("\n")]
    return ReadyReceipt(receipt=receipt_from_lines(lines, today=TODAY), lines=lines, picture=picture)


def with_bank(*rows: str) -> Record:
    data = STATEMENT + "".join(f"{row};Udført;Nej\n" for row in rows)
    read = spending.preview_statement(("bank.csv", data.encode("cp1252")), LIBRARY, today=TODAY)
    return spending.import_statement(Record(), read, LIBRARY).record


def test_many_receipts_are_one_step_and_undo_takes_them_all():
    desk = memory_desk(Record(), TODAY, LIBRARY)
    change = receipts.take_in_receipts(desk.record, [ready(GOOD, "p1"), ready(SHORT, "p2")], LIBRARY)
    desk.change(change.label, change.record)

    assert [r.picture for r in desk.record.spending.receipts] == ["p1", "p2"]
    assert desk.undo() == "kvitteringer læst ind"
    assert desk.record.spending.receipts == ()


def test_only_the_doubtful_ones_are_to_be_looked_at():
    change = receipts.take_in_receipts(Record(), [ready(GOOD), ready(SHORT)], LIBRARY)

    assert [d.receipt.shop for d in change.doubtful] == ["Lidl"]
    assert change.said == "2 nye kvitteringer er læst ind. Se på 1 af dem."


def test_a_receipt_read_twice_is_kept_once():
    change = receipts.take_in_receipts(Record(), [ready(GOOD)], LIBRARY)
    again = receipts.take_in_receipts(change.record, [ready(GOOD)], LIBRARY)

    assert (again.new, again.known, again.said) == (0, 1, "0 nye kvitteringer er læst ind. 1 var her i forvejen.")
    assert again.record == change.record


def test_items_are_sorted_and_the_sure_row_is_joined():
    record = with_bank("12.10.2026;Dankort-nota NETTO 4711;-50,00;950,00")
    change = receipts.take_in_receipts(record, [ready(GOOD)], LIBRARY)
    kept = change.record.spending.receipts[0]

    assert kept.transaction == change.record.spending.transactions[0].id
    assert [item.line for item in kept.items] == ["701", "705"]


@pytest.mark.parametrize("answer", ["yes", "no", "cash"])
def test_an_offer_waits_for_an_answer_and_is_gone_after_it(answer):
    record = with_bank("12.10.2026;Dankort-nota 4711;-50,00;950,00")
    change = receipts.take_in_receipts(record, [ready(GOOD)], LIBRARY)
    offer = change.doubtful[0].offer
    assert offer is not None

    answers = {
        "yes": receipts.join_receipt(change.record, offer.receipt, offer.rows, LIBRARY),
        "no": receipts.refuse_rows(change.record, offer.receipt, offer.rows, LIBRARY),
        "cash": receipts.receipt_paid_in_cash(change.record, offer.receipt, LIBRARY),
    }
    after = answers[answer].record

    assert receipts.doubtful_receipts(after) == ()
    assert bool(after.spending.receipts[0].transaction) is (answer == "yes")


def test_a_corrected_receipt_has_no_doubts_and_finds_its_row_anew():
    record = with_bank("12.10.2026;Lidl;-20,00;950,00")
    record = receipts.take_in_receipts(record, [ready(SHORT)], LIBRARY).record
    wrong = record.spending.receipts[0]
    after = receipts.correct_receipt(record, replace(wrong, total=Decimal(20)), LIBRARY).record

    assert (wrong.transaction, bool(wrong.doubts)) == ("", True)
    assert receipts.doubtful_receipts(after) == ()
    assert after.spending.receipts[0].transaction == after.spending.transactions[0].id
