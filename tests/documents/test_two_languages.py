"""A tenant's page side by side in Danish and another language: texts, numbers, direction, tags, breaks.

In the suite one page of each language; all pages of all languages with BUDGETDESK_ALL_LANGUAGES=1 (`make languages`).
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import document_household as sample
import pytest
from pdf_reading import needs_poppler, page_texts, run, without_code
from pypdf import PdfReader

from budgetdesk.actions.translations import Words, words
from budgetdesk.casework import missing_rules
from budgetdesk.casework.record import Record
from budgetdesk.documents.sheet.lettering import width
from budgetdesk.documents.sheet.side import SIZE, Said, Side, Spoken, line_up
from budgetdesk.documents.tenant.in_two_languages import danish_page, page_in, two_languages
from budgetdesk.documents.tenant.tenant_page import TenantPage
from budgetdesk.documents.tenant.tenant_pages import BUILDERS
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, PAGES, TO_FIND, all_texts, pages_with, texts_of
from budgetdesk.household.case import Conversation, Todo
from budgetdesk.i18n import speaking
from budgetdesk.wording import consents

GOLDEN = Path(__file__).parent / "golden" / "to_sprog"
EVERY = [(language, page) for language in LANGUAGES for page in PAGES]
ONE_EACH = [
    ("ar", "redning"), ("en", "opfoelgning"), ("fa", "budget"), ("pl", "aaret"), ("so", "forventninger"),
    ("tr", "ydelser"), ("uk", "oplysning"), ("ur", "naeste_skridt"),
]  # fmt: skip
DRAWN = EVERY if os.environ.get("BUDGETDESK_ALL_LANGUAGES") else ONE_EACH


@cache
def spoken(language: str) -> Words:
    return words(None, language)


@cache
def facts() -> tuple[Record, sample.Answered]:
    return sample.record(), sample.answers()


@cache
def danish(page: str) -> TenantPage:
    return danish_page(page, *facts(), sample.TODAY)


@cache
def drawn(page: str, language: str, unread: str = "") -> bytes:
    record, answers = facts()
    return two_languages(
        page, record, answers, on=sample.TODAY, language=language, words=spoken(language), unread=unread
    )


@cache
def sides(page: str, language: str) -> tuple[TenantPage, TenantPage]:
    return danish(page), page_in(page, *facts(), sample.TODAY, language, spoken(language))


@cache
def said(page: str, language: str) -> str:
    """The page in the other language, line by line as a reviewer reads it."""
    other = sides(page, language)[1]
    told = [f"== {page}", other.title, other.lead, *(f"{one.label}: {one.amount}" for one in other.figures)]
    for part in other.parts:
        told += [f"-- {part.heading}", *(" | ".join(filter(None, column)) for column in [[c.heading for c in part.columns]] if part.columns)]  # fmt: skip  # noqa: E501 - one line of the golden file
        told += [" | ".join([f"{one.number}.", *filter(None, (one.text, one.amount, one.by, one.note))]) for one in part.lines]  # fmt: skip  # noqa: E501
    told += [f"-- {other.call.heading}", *other.call.lines] if other.call else []
    return "\n".join(told)


def golden(file: Path, text: str) -> None:
    """Renew with BUDGETDESK_RENEW_GOLDEN=1 and read the difference."""
    if os.environ.get("BUDGETDESK_RENEW_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_every_page_says_in_a_language_is_the_reviewed_text(language: str):
    golden(GOLDEN / f"{language}.txt", "\n".join(said(page, language) for page in PAGES) + "\n")


@pytest.mark.parametrize(("language", "page"), DRAWN)
def test_the_text_of_the_paper_is_the_reviewed_one(language: str, page: str):
    text = without_code("\n\f\n".join(page_texts(drawn(page, language))) + "\n")

    golden(GOLDEN / language / f"{page}.txt", text)


@pytest.mark.parametrize(("language", "page"), EVERY)
def test_both_sides_have_the_same_lines_with_the_same_numbers_amounts_and_days(language: str, page: str):
    ours, other = sides(page, language)

    assert [len(part.lines) for part in ours.parts] == [len(part.lines) for part in other.parts]
    for a, b in zip(
        (one for part in ours.parts for one in part.lines), (one for part in other.parts for one in part.lines),
        strict=True,
    ):  # fmt: skip
        assert (a.number, a.tick, a.ticked, a.blank) == (b.number, b.tick, b.ticked, b.blank)
        assert _figures(a.amount) == _figures(b.amount)
        assert _figures(a.by + a.text + a.note) == _figures(b.by + b.text + b.note)


def _figures(text: str) -> list[str]:
    """Amounts and days of a text: what has at least two figures."""
    return sorted(re.findall(r"\d[\d.]*\d", text))


def test_what_a_tenant_may_be_asked_to_find_is_said_as_the_rules_say_it():
    rules = Path(missing_rules.__file__).read_text("utf-8")

    assert [text for text in TO_FIND if f'"{text}"' not in rules] == []


def test_every_tenants_page_is_offered():
    assert set(PAGES) == set(BUILDERS)


def test_a_text_knows_its_pages():
    assert pages_with("Penge ind") == ("budget",)
    assert all(pages_with(text) for text in all_texts())
    assert "Siden står på to sprog. Linjerne har samme nummer. Den danske tekst gælder." in texts_of("opgaver")


def test_what_was_typed_stands_as_it_was_typed_and_known_titles_are_said():
    todo = Todo(id="t1", what="Ring til <b>udlejer</b> {name}", who="Nadia")
    record = sample.record(conversation=Conversation(next_steps=(todo,)))
    other = page_in("opgaver", record, sample.answers(record), sample.TODAY, "ar", words(None, "ar"))

    assert any("Ring til <b>udlejer</b> {name}" in one.text for part in other.parts for one in part.lines)
    assert "السكن" in said("budget", "ar")


def test_a_name_keeps_the_half_space_between_its_letters_on_both_sides():
    record, answers = facts()
    assert record.case.tenant is not None
    named = replace(record, case=replace(record.case, persons=(replace(record.case.tenant, name="علی\u200cرضا"),)))

    for page in (danish_page("budget", named, answers, sample.TODAY),
                 page_in("budget", named, answers, sample.TODAY, "fa", spoken("fa"))):  # fmt: skip
        assert "علی\u200cرضا" in page.title


def test_a_list_of_sensitive_facts_ends_in_the_word_of_its_language():
    with speaking("pl", spoken("pl")):
        assert consents.listed(["a", "b", "c"]) == "a, b i c"


def test_figures_stand_under_each_other_where_amounts_stand_to_the_left():
    cells = [Side(Said((Spoken("الإيجار"),), amount=one), "ar") for one in ("12.800 kr.", "9 kr.")]
    line_up(cells)

    for one in cells:
        one.wrap(240, 700)
    assert cells[1].wide == cells[0].wide > width("9 kr.", SIZE, bold=True)


def test_the_page_says_which_text_counts_in_both_languages():
    text = " ".join(page_texts(drawn("budget", "fa"))[0].split())

    assert "Den danske tekst gælder" in text
    assert "متن دانمارکی معتبر است" in text


def test_a_page_that_nobody_has_read_is_marked_on_every_sheet():
    assert all("IKKE LÆST" in text for text in page_texts(drawn("aaret", "pl", "IKKE LÆST")))
    assert not any("IKKE LÆST" in text for text in page_texts(drawn("aaret", "pl")))


def test_headings_come_again_on_the_next_sheet():
    first, second, *_rest = page_texts(drawn("aaret", "ar"))

    (both,) = [row for row in first.splitlines() if "Det er der tilbage i hver måned" in row]
    assert both in second
    assert len(both) > len("Det er der tilbage i hver måned") + 5  # in the other language too


def test_a_text_of_ten_thousand_signs_is_printed_whole():
    long = "Ring til kommunen og spørg. " * 360
    record = sample.record(conversation=Conversation(next_steps=(Todo(id="t1", what=long, who="Nadia"),)))
    pdf = two_languages(
        "opgaver", record, sample.answers(record), on=sample.TODAY, language="ur", words=words(None, "ur")
    )
    text = "".join("".join(page_texts(pdf)).split())

    assert text.count("kommunen") == 2 * 360  # on either side


@needs_poppler
def test_each_side_is_tagged_with_its_language_and_copied_out_as_it_is_read(tmp_path: Path):
    file = tmp_path / "a.pdf"
    file.write_bytes(drawn("redning", "ar"))
    said = [one.get_object() for one in _elements(PdfReader(file))]

    assert {one.get("/Lang") for one in said} >= {"ar", "da"}
    assert "1. ادفع 7.935\u00a0kr." in next(one["/ActualText"] for one in said if "ادفع" in one.get("/ActualText", ""))
    assert "تذكّر اليوم" in run("pdftotext", file, "-")


def _elements(reader: PdfReader) -> list[Any]:
    """Every piece of the tree of tags."""
    found, left = [], [reader.root_object["/StructTreeRoot"]]
    while left:
        one = left.pop().get_object()
        if isinstance(one, list):
            left += one
        elif isinstance(one, dict) and "/K" in one:
            found.append(one)
            left.append(one["/K"])
    return found


def test_the_same_facts_give_the_same_bytes():
    again = two_languages(
        "redning", sample.record(), sample.answers(), on=sample.TODAY, language="ar", words=spoken("ar")
    )

    assert again == drawn("redning", "ar")
