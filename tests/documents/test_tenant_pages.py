"""A tenant's page as plain values says what the designed PDF of the same name says."""

from __future__ import annotations

import re
from functools import cache

import pytest
from pdf_reading import page_texts
from tenant_situations import NAMES, situation, strings

from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.tenant.tenant_page import BLANK, bare, numbered, say
from budgetdesk.documents.tenant.tenant_pages import BUILDERS, tenant_page
from budgetdesk.errors import DocumentError

AXIS = {
    "redning": {"4", "11", "14", "18", "21", "28"},
    "aaret": {"2.500", "5.000", "7.500", "10.000", "15.000"},
}
"""Days below the picture of a time line, of which every one that matters stands in words too; amounts beside the lines
of a picture."""


def solid(text: str) -> str:
    """Without any room between words: lines break where they must."""
    return re.sub(r"\s", "", text)


@cache
def drawn(name: str, of: str) -> list[str]:
    """The pages of the designed PDF."""
    made = situation(of)
    return page_texts(catalogue.make(name, made.record, made.answers, on=made.on))


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_what_the_page_says_stands_in_the_designed_pdf(name: str, of: str) -> None:
    printed = solid("".join(drawn(name, of)))
    whole = [one for one in strings(situation(of).page(name)) if one != BLANK]
    said = [one.rstrip(".") for text in whole for one in re.split(r"(?<=[.?!])\s| · ", text)]

    assert [one for one in said if solid(one) not in printed] == []


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_every_amount_and_day_of_the_designed_pdf_stands_on_the_page(name: str, of: str) -> None:
    page = solid("".join(strings(situation(of).page(name))))
    below_the_edge = [re.sub(r"^\d+\. ?", "", line) for text in drawn(name, of) for line in text.splitlines()[2:]]
    told = re.findall(r"\d[\d.,]*\d|\d", " ".join(below_the_edge))

    assert [one for one in told if one not in page and one not in AXIS.get(name, ())] == []


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_the_numbers_run_through_the_page(name: str, of: str) -> None:
    page = situation(of).page(name)
    found = [one.number for part in page.parts for one in part.lines]

    assert found == list(range(1, len(found) + 1))
    assert numbered(page) == page
    assert all(part.lines for part in page.parts)
    assert page.title


@pytest.mark.parametrize("name", BUILDERS)
def test_no_markup_is_left_and_typed_text_is_as_typed(name: str) -> None:
    said = " ".join(strings(situation("everything").page(name)))

    assert "<" not in re.sub("<b>nu</b> &|Mette <b>|<0001", "", said)
    assert "&amp;" not in said


def test_typed_text_alone_goes_through_typed() -> None:
    page = situation("everything").page("naeste_skridt", typed=lambda _: "X")

    assert page.title == "Næste skridt for X"
    assert "kommunen" not in " ".join(strings(page))


def test_a_document_that_is_no_tenants_page_is_said() -> None:
    made = situation("sample")

    with pytest.raises(DocumentError, match="findes kun som almindelig PDF"):
        tenant_page("aftale_bilag", made.record, made.answers, made.on)


def test_our_markup_goes_and_kr_has_one_stop() -> None:
    assert bare("Betal <b>5&lt;6</b>") == "Betal 5<6"
    assert say("Mangler <b>{a}</b>. {b}", a="5 kr.", b="kr..") == "Mangler 5 kr. kr.."


def test_what_is_to_be_paid_next_has_its_day_and_its_amount() -> None:
    coming = next(part for part in situation("everything").page("opfoelgning").parts if part.ordered)

    assert [(one.text, one.by, one.amount.replace("\u00a0", " ")) for one in coming.lines[:2]] == [
        ("Husleje", "1. januar 2027", "7.600 kr."),
        ("Rate", "4. januar 2027", "3.935 kr."),
    ]
    assert [column.field for column in coming.columns] == ["by", "text", "amount"]
