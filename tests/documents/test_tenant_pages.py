"""A tenant's page as plain values says what the designed PDF of the same name says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache

import document_household as sample
import pytest
from pdf_reading import page_texts

from budgetdesk.casework.record import Record
from budgetdesk.documents import catalogue
from budgetdesk.documents.tenant_page import BLANK, TenantPage, bare, numbered, say
from budgetdesk.documents.tenant_pages import BUILDERS, tenant_page
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Conversation, Todo

STEPS = (
    Todo(id="t1", what="Ring til udlejer <b>nu</b> & spørg", who="Nadia", by=date(2026, 11, 24)),
    Todo(id="t2", what="Skriv til kommunen", who="Karen Mølgaard"),
)


def agreed() -> Record:
    return sample.record(conversation=Conversation(next_steps=STEPS))


def strings(page: TenantPage) -> list[str]:
    """All that the page says, a text at a time."""
    said = [page.title, page.lead, *(text for one in page.figures for text in (one.label, one.amount))]
    for part in page.parts:
        said += [part.heading, *(column.heading for column in part.columns)]
        said += [text for one in part.lines for text in (one.text, one.note, one.amount, one.by)]
    said += [page.call.heading, *page.call.lines] if page.call else []
    return [one for one in said if one and one != BLANK]


def solid(text: str) -> str:
    """Without any room between words: lines break where they must."""
    return re.sub(r"\s", "", text)


@cache
def drawn(name: str, make: Callable[[], Record]) -> list[str]:
    """The pages of the designed PDF."""
    record = make()
    return page_texts(catalogue.make(name, record, sample.answers(record), on=sample.TODAY))


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("make", [sample.record, agreed])
def test_what_the_page_says_stands_in_the_designed_pdf(name: str, make: Callable[[], Record]) -> None:
    page = tenant_page(name, make(), sample.answers(make()), sample.TODAY)
    printed = solid("".join(drawn(name, make)))

    assert [one for one in strings(page) if solid(one) not in printed] == []


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("make", [sample.record, agreed])
def test_every_amount_and_day_of_the_designed_pdf_stands_on_the_page(name: str, make: Callable[[], Record]) -> None:
    page = solid("".join(strings(tenant_page(name, make(), sample.answers(make()), sample.TODAY))))
    below_the_edge = [re.sub(r"^\d+\. ?", "", line) for text in drawn(name, make) for line in text.splitlines()[2:]]
    told = re.findall(r"\d[\d.,]*\d|\d", " ".join(below_the_edge))

    assert [one for one in told if one not in page] == []


@pytest.mark.parametrize("name", BUILDERS)
def test_the_numbers_run_through_the_page(name: str) -> None:
    page = tenant_page(name, agreed(), sample.answers(agreed()), sample.TODAY)
    found = [one.number for part in page.parts for one in part.lines]

    assert found == list(range(1, len(found) + 1))
    assert numbered(page) == page
    assert all(part.lines for part in page.parts)


@pytest.mark.parametrize("name", BUILDERS)
def test_no_markup_is_left_and_typed_text_is_as_typed(name: str) -> None:
    page = tenant_page(name, agreed(), sample.answers(agreed()), sample.TODAY)
    said = " ".join(strings(page))

    assert "<" not in said.replace("<b>nu</b>", "").replace("+71<", "")
    assert "&amp;" not in said


def test_typed_text_alone_goes_through_typed() -> None:
    page = tenant_page("naeste_skridt", agreed(), sample.answers(agreed()), sample.TODAY, typed=lambda _: "X")

    assert page.title == "Næste skridt for X"
    assert "Boligforeningen" not in " ".join(strings(page))


def test_a_document_that_is_no_tenants_page_is_said() -> None:
    with pytest.raises(DocumentError, match="findes kun som almindelig PDF"):
        tenant_page("aftale_bilag", sample.record(), sample.answers(), sample.TODAY)


def test_our_markup_goes_and_kr_has_one_stop() -> None:
    assert bare("Betal <b>5&lt;6</b>") == "Betal 5<6"
    assert say("Mangler <b>{a}</b>. {b}", a="5 kr.", b="kr..") == "Mangler 5 kr. kr.."


def test_the_page_of_an_empty_case_can_be_made() -> None:
    empty = replace(
        sample.record(), case=replace(sample.record().case, persons=(), arrears=type(sample.record().case.arrears)())
    )
    for name in BUILDERS:
        page = tenant_page(name, empty, sample.answers(empty, month=sample.month((), ())), sample.TODAY)

        assert page.title
