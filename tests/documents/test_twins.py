"""The HTML and the text twin of every tenant's page: all of it, in order, whatever was typed, and nothing fetched."""

from __future__ import annotations

import re
from dataclasses import replace
from gettext import NullTranslations
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tenant_situations import NAMES, situation, strings

from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.html_twin import html_twin
from budgetdesk.documents.tenant.tenant_page import Call, Column, Edge, Figure, Line, Part, TenantPage, numbered
from budgetdesk.documents.tenant.tenant_pages import BUILDERS
from budgetdesk.documents.tenant.text_twin import COLUMNS, text_twin
from budgetdesk.i18n import speaking

EDGE = Edge(situation("sample").on, "Boligrådgivningen Lærkely", "2026-0143", signed=True)
VOID = {"meta", "br"}
TYPED = st.text(max_size=60).map(plain)


class Reader(HTMLParser):
    """What a page holds, read by a parser that is not ours; a tag that does not fit is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "title"} & set(self.open):
            self.said.append(data)


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


def in_order(wanted: list[str], told: str) -> list[str]:
    """What is wanted and does not come after what came before it."""
    at, missing = 0, []
    for one in map(words, wanted):
        found = told.find(one, at)
        missing += [one] if found < 0 else []
        at = max(at, found)
    return missing


def whole(page: TenantPage) -> list[str]:
    """What must stand in a twin: a text of details is there one by one."""
    notes = {one.note for part in page.parts for one in part.lines if one.details}
    return [one for one in strings(page) if one not in notes]


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_both_twins_say_all_that_the_page_says(name: str, of: str) -> None:
    page = situation(of).page(name)
    html, text = words("".join(read(html_twin(page, EDGE)).said)), words(text_twin(page, EDGE))

    assert [one for one in map(words, whole(page)) if one not in html] == []
    # In the text a heading of a column stands before what is in it, and nowhere else.
    heads = {words(column.heading) for part in page.parts for column in part.columns}
    assert [one for one in map(words, whole(page)) if one not in text and one not in heads] == []


@pytest.mark.parametrize("name", BUILDERS)
def test_headings_and_lines_come_in_the_order_of_the_page(name: str) -> None:
    page = situation("everything").page(name)
    wanted = [page.title, page.lead]
    for part in page.parts:
        wanted += [part.heading, *(one.text for one in part.lines)]

    assert in_order(wanted, words("".join(read(html_twin(page, EDGE)).said))) == []
    assert in_order(wanted, words(text_twin(page, EDGE))) == []


@pytest.mark.parametrize("name", BUILDERS)
def test_the_html_fetches_nothing_and_runs_nothing(name: str) -> None:
    tags = read(html_twin(situation("everything").page(name), EDGE)).tags
    links = [attrs["href"] for _tag, attrs in tags if "href" in attrs]

    assert {tag for tag, _ in tags} & {"script", "link", "img", "iframe", "object", "form", "base"} == set()
    assert all(link and re.fullmatch(r"tel:\+?\d+", link) for link in links)
    assert not any(name.startswith("on") or name == "src" for _tag, attrs in tags for name in attrs)
    assert any(attrs.get("content", "").startswith("default-src 'none'") for tag, attrs in tags if tag == "meta")  # type: ignore[union-attr]


@pytest.mark.parametrize("name", BUILDERS)
def test_headings_lists_and_tables_say_what_they_are(name: str) -> None:
    tags = read(html_twin(situation("everything").page(name), EDGE)).tags
    order = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"h\d", tag)]

    assert tags[0] == ("html", {"lang": "da"})
    assert order.count(1) == 1 == order[0]
    assert all(attrs.get("scope") in ("col", "row") for tag, attrs in tags if tag == "th")
    assert all(attrs.get("aria-hidden") == "true" for tag, attrs in tags if tag == "svg")


def hostile(said: str) -> TenantPage:
    """A page where everything is typed by somebody."""
    line = Line(0, said, said, said, note=said, tick=True, details=(Figure(said, said),))
    row = Line(0, said, said, said, note=said, phone=said)
    columns = tuple(Column(said, field) for field in ("text", "note", "by", "phone", "amount"))
    parts = (Part(said, (line, line)), Part(said, (row,), columns=columns), Part("", (Line(0, said, blank=True),)))
    return numbered(TenantPage("budget", said, said, (Figure(said, said),), parts, Call(said, (said,), said)))


@settings(max_examples=25, deadline=None)
@given(TYPED)
def test_whatever_is_typed_comes_out_as_exactly_that(said: str) -> None:
    page = hostile(said)
    reader = read(html_twin(page, EDGE))

    assert [one for one in (said,) if words(one) not in words("".join(reader.said))] == []
    assert {tag for tag, _ in reader.tags} <= {
        "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "dl", "div", "dt", "dd", "section",
        "svg", "path", "ul", "li", "span", "strong", "table", "thead", "tbody", "tr", "th", "td", "a", "br", "footer",
    }  # fmt: skip
    assert words(said) in words(text_twin(page, EDGE))


@pytest.mark.parametrize("said", ["</style><script>alert(1)</script>", '"><img src=file:///etc/passwd>', "a" * 10_000])
def test_what_looks_like_a_command_is_text(said: str) -> None:
    page = hostile(said)

    assert "<script" not in html_twin(page, EDGE)
    assert "<img" not in html_twin(page, EDGE)
    assert all(len(line) <= COLUMNS for line in text_twin(page, EDGE).splitlines())


@pytest.mark.parametrize("name", BUILDERS)
@pytest.mark.parametrize("of", NAMES)
def test_the_text_has_72_columns_and_no_signs_for_the_eye(name: str, of: str) -> None:
    text = text_twin(situation(of).page(name), EDGE)

    assert max(map(len, text.splitlines())) <= COLUMNS
    assert "\u00a0" not in text
    assert not re.search(r"={3}|-{3}|\t|  \S+  ", text)
    assert text.endswith("2026\n")


def test_a_copy_says_that_the_signed_paper_counts() -> None:
    page = situation("sample").page("budget")

    assert "Det er papiret med underskrifter, der gælder." in text_twin(page, EDGE)
    assert "underskrifter" not in text_twin(page, replace(EDGE, signed=False))
    assert "underskrifter" not in html_twin(page, replace(EDGE, signed=False))


def test_a_number_can_be_called_and_a_name_cannot() -> None:
    page = situation("everything").page("kontaktpersoner")
    links = [attrs["href"] for tag, attrs in read(html_twin(page, EDGE)).tags if tag == "a"]

    assert links == ["tel:55501234", "tel:55501234"]


@pytest.mark.parametrize("said", ["a\ud800b", "a\x00\x1bb", "a\u202eb\u202c", "a\u2067b\u2069", "a\tb\r"])
def test_what_is_no_letter_is_left_out_of_the_file(said: str) -> None:
    for told in (html_twin(hostile(said), EDGE), text_twin(hostile(said), EDGE)):
        assert re.search("a *b", told.encode("utf-8").decode("utf-8"))
        assert not set(told) & set("\ud800\x00\x1b\u202e\u202c\u2067\u2069\t\r")


@pytest.mark.parametrize("said", ["a\u2067b", "a\u2069b\u2069", "<b>&lt;</b> شك؟"])
def test_a_number_in_a_language_from_the_right_is_read_from_its_beginning(said: str) -> None:
    page = replace(hostile(said), lead="اتصل على 33 19 32 00 الآن.", call=Call("من يراه؟", ("أنت",)))
    with speaking("ar", NullTranslations()):
        told, text = html_twin(page, EDGE), text_twin(page, EDGE)

    assert read(told).tags[0] == ("html", {"lang": "ar", "dir": "rtl"})
    assert '<bdi dir="ltr">33 19 32 00</bdi> الآن' in told
    assert "من يراه؟\n" in text


def test_what_joins_the_letters_of_arabic_script_stays() -> None:
    said = "\u0645\u06cc\u200c\u062e"

    assert said in text_twin(hostile(said), EDGE)
