"""Words to lines, and two readings to one: without any engine."""

from __future__ import annotations

from decimal import Decimal

import pytest

from budgetdesk.readers.ocr.layout import lines_of, with_spaces
from budgetdesk.readers.ocr.mixing import mixed
from budgetdesk.readers.ocr.shapes import Word
from budgetdesk.readers.receipt_lines import receipt_from_lines
from budgetdesk.readers.receipt_text import ReceiptText, TextLine


def word(text: str, left: int, top: int, *, line: tuple[int, ...] = ()) -> Word:
    return Word(text, 0.9, (left, top, 10 * len(text), 20), line)


def reading(*printed: str, engine: str = "tesserocr", down: int = 0) -> ReceiptText:
    lines = [
        TextLine(text=text, confidence=Decimal(1), box=(0, 30 * number + down, 300, 20))
        for number, text in enumerate(printed)
    ]
    return ReceiptText(lines=tuple(lines), engine=engine)


def adds_up(lines: object) -> bool:
    return receipt_from_lines(lines).adds_up


def test_words_at_one_height_are_one_line_and_a_wide_gap_is_two_spaces():
    words = [
        word("18,50", 300, 2),
        word("GROVE", 0, 0),
        word("BOLLER", 60, 1),
        word("TOTAL", 0, 40),
        word("18,50", 300, 43),
    ]

    assert [line.text for line in lines_of(words)] == ["GROVE BOLLER  18,50", "TOTAL  18,50"]


def test_an_amount_that_was_torn_is_whole_again():
    line = [word("OST", 0, 0, line=(1,)), word("103,", 300, 0, line=(1,)), word("00", 348, 0, line=(1,))]

    assert [one.text for one in lines_of(line)] == ["OST  103,00"]


def test_a_letter_beside_an_amount_stays_beside_it():
    line = [word("OST", 0, 0, line=(1,)), word("103,00", 300, 0, line=(1,)), word("A", 368, 0, line=(1,))]

    assert [one.text for one in lines_of(line)] == ["OST  103,00 A"]


def test_no_words_are_no_lines():
    assert lines_of([]) == []
    assert lines_of([word("|", 0, 0), word("__", 5, 0)]) == []


def test_a_line_lies_around_its_words():
    assert lines_of([word("A", 5, 10), word("BBBB", 200, 14)])[0].box == (5, 10, 235, 24)


@pytest.mark.parametrize(
    ("lost", "meant"),
    [
        ("TOTALDKK", "TOTAL DKK"),
        ("KVARK500 G", "KVARK 500 G"),
        ("ATBETALE", "AT BETALE"),
        ("33CL", "33CL"),
        ("TOTAL DKK", "TOTAL DKK"),
        ("X2", "X2"),
    ],
)
def test_lost_spaces_are_put_back(lost, meant):
    assert with_spaces(lost) == meant


def test_the_one_line_that_the_other_engine_has_right_makes_the_sum():
    one = reading("GROVE BOLLER  18,60", "OST  40,00", "TOTAL  58,50")
    other = reading("GR0VE B0LLER  18,50", "OST  46,00", "TOTAL  58,50", engine="rapidocr", down=4)

    found = mixed([one, other], adds_up)

    assert [line.text for line in found.lines] == ["GR0VE B0LLER  18,50", "OST  40,00", "TOTAL  58,50"]
    assert found.engine == "tesserocr"


def test_two_lines_can_come_from_the_other_reading():
    one = reading("GROVE BOLLER  13,60", "OST  41,00", "MÆLK  9,00", "TOTAL  67,50")
    other = reading("GROVE BOLLER  18,50", "OST  40,00", "MÆLK  0,90", "TOTAL  67,50")

    assert receipt_from_lines(mixed([one, other], adds_up).lines).items_sum == Decimal("67.50")


def test_nothing_is_mixed_that_does_not_add_up():
    one = reading("GROVE BOLLER  18,60", "OST  40,00", "TOTAL  99,50")
    other = reading("GROVE BOLLER  18,50", "OST  46,00", "TOTAL  99,50")

    assert mixed([one, other], adds_up) is None


def test_lines_that_lie_elsewhere_are_never_taken():
    one = reading("GROVE BOLLER  18,60", "OST  40,00", "TOTAL  58,50")
    other = reading("GROVE BOLLER  18,50", "OST  40,00", "TOTAL  58,50", down=200)

    assert mixed([one, other], adds_up) is None
