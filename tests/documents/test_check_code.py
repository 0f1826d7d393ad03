"""The check code on every page: another text, another code; a slip is told; any telephone reads the picture."""

from __future__ import annotations

import io
from datetime import date
from itertools import combinations

import cv2
import numpy
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pdf_reading import page_texts
from PIL import Image

from budgetdesk.documents.printer import preview
from budgetdesk.documents.sheet import check_code, page
from budgetdesk.documents.sheet.blocks import text
from budgetdesk.documents.sheet.fonts import rich

CODES = st.binary().map(lambda content: check_code.code_of([content]))


def paper(*paragraphs: str, title: str = "Prøve", pages: int = 1) -> bytes:
    def story():
        told = [text(rich(paragraph)) for paragraph in paragraphs]
        return [*told, *(text(f"Linje {n}") for n in range(30 * (pages - 1)))]

    return page.build(story, page.Head(title=title, on=date(2026, 11, 20), case_number="2026-0001"))


@given(CODES)
def test_a_code_is_read_as_it_is_written_with_small_letters_without_hyphens_and_from_the_picture(code):
    assert check_code.read(code) == code
    assert check_code.read(code.lower().replace("-", " ")) == code
    assert check_code.read(check_code.PICTURE_SAYS + code) == code


@given(CODES, st.integers(0, 9), st.sampled_from(check_code.SIGNS))
def test_one_mistyped_sign_is_told(code, place, sign):
    signs = code.replace("-", "")
    assume(signs[place] != sign)

    assert check_code.read(signs[:place] + sign + signs[place + 1 :]) is None


@given(CODES)
def test_two_signs_that_changed_places_are_told(code):
    signs = code.replace("-", "")
    for first, second in combinations(range(9), 2):
        if signs[first] != signs[second]:
            swapped = list(signs)
            swapped[first], swapped[second] = swapped[second], swapped[first]
            assert check_code.read("".join(swapped)) is None


@pytest.mark.parametrize("typed", ["", "K7QM", "XG0G-4XY9-HA-1", "æøå", "BD:", "K7QM-2XRT-9\u20ac"])
def test_what_is_no_code_is_none(typed):
    assert check_code.read(typed) is None


def test_letters_that_look_like_figures_are_taken_as_those():
    code = next(c for n in range(1000) if {"0", "1"} <= set(c := check_code.code_of([str(n).encode()])))

    assert check_code.read(code.replace("0", "O").replace("1", "l")) == code


def test_the_same_facts_have_the_same_code_and_the_smallest_difference_another():
    first = check_code.of(paper("Bæk skylder 100 kr."))

    assert first == check_code.of(paper("Bæk skylder 100 kr."))
    others = ["Bøk skylder 100 kr.", "Bæk skylder 101 kr.", "Bæk skylder 100  kr", ""]
    assert len({first, *(check_code.of(paper(other)) for other in others)}) == 1 + len(others)


def test_letters_of_the_spare_face_count_as_well():
    assert check_code.of(paper("\u0413\u0430\u043b\u044f")) != check_code.of(paper("\u0413\u0443\u043b\u044f"))


def test_a_file_without_a_code_has_none():
    assert check_code.of(b"%PDF-1.4 no more") == ""


def test_the_code_stands_on_every_page_with_the_right_number_of_pages():
    made = paper("Hej", pages=3)
    code, said = check_code.of(made), page_texts(made)

    assert len(said) > 1
    for number, text_of_page in enumerate(said, start=1):
        assert f"Kode {code} · Side {number} af {len(said)}" in " ".join(text_of_page.split())


def test_the_picture_on_the_page_is_read_by_a_reader_that_is_not_ours():
    made = paper("Hej")
    shown = Image.open(io.BytesIO(preview.pages(made, dpi=200)[0])).convert("L")
    corner = shown.crop((int(shown.width * 0.8), int(shown.height * 0.9), shown.width, int(shown.height * 0.968)))
    found, *_ = cv2.QRCodeDetector().detectAndDecode(
        numpy.asarray(corner.resize((corner.width * 2, corner.height * 2)))
    )

    assert found == f"BD:{check_code.of(made)}:1"
    assert check_code.read_picture(found) == (check_code.of(made), 1)


@pytest.mark.parametrize("number", range(40))
def test_every_code_makes_a_picture_that_can_be_read(number):
    code = check_code.code_of([str(number).encode()])
    picture = numpy.full((29, 29), 255, numpy.uint8)
    for row, first, many in check_code.dark(code):
        picture[row + 4, first + 4 : first + 4 + many] = 0
    found, *_ = cv2.QRCodeDetector().detectAndDecode(numpy.kron(picture, numpy.ones((8, 8), numpy.uint8)))

    assert found == check_code.PICTURE_SAYS + code
