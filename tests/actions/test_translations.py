"""Translations of the tenants' pages: corrected, approved, withdrawn, out and home; nothing unread is printed."""

from __future__ import annotations

import gettext
import re
import sys
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType

import pytest
from babel.messages.pofile import read_po

from budgetdesk.actions import translation_files, translations, two_languages
from budgetdesk.actions.translation_checks import problem_with
from budgetdesk.actions.translations import Status
from budgetdesk.cli.main import LANGUAGES as IN_A_TERMINAL
from budgetdesk.documents.tenant.tenant_words import LANGUAGES, PAGES, all_texts, texts_of
from budgetdesk.errors import BadInputError, DocumentError, TranslationNotReadError

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests" / "documents")]
import document_household as sample  # noqa: E402 - from the documents' tests
from messages import LOCALE, compiled  # noqa: E402 - from the tools

TODAY = date(2026, 11, 20)
INTERPRETER = "Samira Haddad"
TEXT = "Ring til {landlord} i dag. Spørg, hvad der skal til, for at du kan blive boende."
PHONE = next(text for text in all_texts() if "33 19 32 00" in text)


class FakeStore:
    """Settings in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, object] = {}

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@cache
def sent(language: str) -> bytes:
    """What goes out while nobody has read anything."""
    return translation_files.export(None, language)


def one(store: FakeStore, text: str, language: str = "ar") -> translations.Translation:
    return next(row for row in translations.of_language(store, language) if row.danish == text)


def approve(store: FakeStore, *texts: str, language: str = "ar") -> translations.Kept:
    return translations.approve(store, language, texts, by=INTERPRETER, on=TODAY)


# what ships


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_page_is_translated_and_nothing_to_fill_in_is_lost(language: str):
    rows = translations.of_language(None, language)

    assert [row.danish for row in rows] == list(all_texts())
    assert [
        (row.danish, problem_with(row.danish, row.text)) for row in rows if problem_with(row.danish, row.text)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_danish_is_left_in_a_translation(language: str):
    danish = re.compile(r"\b(og|ikke|eller|hvis|måned|penge|din|dit|jeres|udlejer|kommunen)\b")
    bare = re.compile(r"\([^)]*\)|“[^”]*”|{\w+}")  # names in brackets and quotes are what one must search for
    left = [row.text for row in translations.of_language(None, language) if danish.search(bare.sub("", row.text))]

    assert [text for text in left if "“danmark”" not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_po_file_and_its_plurals_are_the_languages_own(language: str):
    file = LOCALE / language / "LC_MESSAGES" / "tenant.po"
    with file.open("rb") as stream:
        read = read_po(stream)

    with file.with_suffix(".mo").open("rb") as shipped:
        held = gettext.GNUTranslations(shipped)
    made = gettext.GNUTranslations(BytesIO(compiled(file)))

    assert [text for text in all_texts() if held.gettext(text) != made.gettext(text)] == []
    assert all(len(message.string) == read.num_plurals for message in read if isinstance(message.id, tuple))
    assert not any(message.fuzzy for message in read if message.id)


def test_the_languages_of_the_terminal_are_those_of_the_pages():
    assert tuple(sorted(LANGUAGES)) == IN_A_TERMINAL


# reading and approving


def test_what_ships_is_unread(store: FakeStore):
    assert {row.status for row in translations.of_language(store, "so")} == {Status.UNREAD}
    assert translations.progress(store, "so", "budget").read == 0


def test_an_approval_has_a_name_and_a_day(store: FakeStore):
    approve(store, TEXT)

    assert (one(store, TEXT).status, one(store, TEXT).by, one(store, TEXT).on) == (Status.APPROVED, INTERPRETER, TODAY)
    with pytest.raises(BadInputError, match="hvem der har læst"):
        translations.approve(store, "ar", [TEXT], by=" ", on=TODAY)


def test_a_correction_is_used_but_must_be_approved(store: FakeStore):
    translations.correct(store, "ar", TEXT, "اتصل اليوم: {landlord}", by=INTERPRETER, on=TODAY)

    assert one(store, TEXT).status is Status.CORRECTED
    assert translations.words(store, "ar").gettext(TEXT) == "اتصل اليوم: {landlord}"
    approve(store, TEXT)
    assert (one(store, TEXT).status, one(store, TEXT).text) == (Status.APPROVED, "اتصل اليوم: {landlord}")


def test_a_text_that_is_corrected_after_it_was_approved_is_to_be_read_again(store: FakeStore):
    approve(store, TEXT)
    translations.correct(store, "ar", TEXT, "اتصل: {landlord}", by="", on=TODAY)

    assert one(store, TEXT).status is Status.CORRECTED


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("اتصل اليوم", "{landlord}"),
        ("اتصل {landlord} {amount}", "{amount}"),
        ("", "ingen oversættelse"),
        ("اتصل {landlord} 漢", "kan ikke trykkes"),
    ],
)
def test_a_translation_that_loses_something_is_refused(store: FakeStore, text: str, said: str):
    with pytest.raises(BadInputError, match=re.escape(said)):
        translations.correct(store, "ar", TEXT, text, by=INTERPRETER, on=TODAY)
    assert store.kept == {}


def test_telephone_numbers_stay_as_they_are():
    ours = one(FakeStore(), PHONE).text

    assert "33 19 32 00" in problem_with(PHONE, ours.replace("33 19 32 00", "33 19 32 01"))
    assert "dt@datatilsynet.dk" in problem_with(PHONE, ours.replace("dt@datatilsynet.dk", "x@y.dk"))


def test_every_step_can_be_undone(store: FakeStore):
    before = approve(store, *texts_of("opgaver"))
    assert translations.progress(store, "ar", "opgaver").done

    translations.put_back(store, "ar", before)

    assert translations.progress(store, "ar").read == 0


def test_an_approval_taken_back_leaves_the_correction(store: FakeStore):
    translations.correct(store, "ar", TEXT, "اتصل: {landlord}", by=INTERPRETER, on=TODAY)
    approve(store, TEXT, "Penge ind")
    translations.withdraw(store, "ar", [TEXT, "Penge ind"])

    assert (one(store, TEXT).status, one(store, "Penge ind").status) == (Status.CORRECTED, Status.UNREAD)


def test_where_the_danish_changes_the_approval_falls(store: FakeStore):
    approve(store, TEXT)
    rows = store.kept[translations.SETTING]
    assert isinstance(rows, dict)
    rows["ar"]["Ring til {landlord} i morgen."] = rows["ar"].pop(TEXT)  # as if the program had said so before

    assert one(store, TEXT).status is Status.UNREAD
    approve(store, "Penge ind")
    assert translations.kept(store, "ar").keys() == {"Penge ind"}


def test_a_setting_that_cannot_be_read_is_nothing_read(store: FakeStore):
    store.kept[translations.SETTING] = {"ar": {TEXT: {"text": "x"}, "Penge ind": "y"}, "so": 3}

    assert translations.progress(store, "ar").read == 0


# out and home


def test_a_file_goes_out_and_home_and_what_was_read_is_approved(store: FakeStore):
    out = sent("uk")
    untouched = translation_files.take_in(store, "uk", out, by=INTERPRETER, on=TODAY)
    assert (untouched.approved, untouched.corrected) == (0, 0)

    read = out.replace(b"#, fuzzy\n", b"", 2)
    taken = translation_files.take_in(store, "uk", read, by=INTERPRETER, on=TODAY)

    assert (taken.approved, taken.problems) == (2, ())
    assert translations.progress(store, "uk").read == 2
    assert b"Godkendt af Samira Haddad 20.11.2026" in translation_files.export(store, "uk")


def test_what_was_changed_and_is_still_marked_is_corrected(store: FakeStore):
    ours = one(store, "Penge ind", "uk").text
    out = sent("uk").decode().replace(f'msgstr "{ours}"', 'msgstr "Дохід"')
    taken = translation_files.take_in(store, "uk", out.encode(), by=INTERPRETER, on=TODAY)

    assert (taken.approved, taken.corrected) == (0, 1)
    assert one(store, "Penge ind", "uk").text == "Дохід"


def test_a_text_that_lost_a_field_on_its_way_is_left_and_told(store: FakeStore):
    out = sent("tr").decode().replace("#, fuzzy\n", "", 40).replace("{landlord}", "X")
    taken = translation_files.take_in(store, "tr", out.encode(), by=INTERPRETER, on=TODAY)

    assert taken.problems
    assert one(store, TEXT, "tr").status is Status.UNREAD


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b'msgid "a\nmsgstr', b"%PDF-1.7"])
def test_a_file_that_is_no_translation_changes_nothing(store: FakeStore, data: bytes):
    try:
        taken = translation_files.take_in(store, "tr", data, by=INTERPRETER, on=TODAY)
        assert (taken.approved, taken.corrected) == (0, 0)
    except BadInputError:
        assert store.kept == {}


def test_a_file_in_another_language_is_refused(store: FakeStore):
    with pytest.raises(BadInputError, match="ukrainsk"):
        translation_files.take_in(store, "tr", sent("uk"), by=INTERPRETER, on=TODAY)


# printing


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_not_printed_before_its_last_text_is_approved(store: FakeStore, page: str):
    wanted = texts_of(page)
    approve(store, *wanted[:-1])
    assert "1 tekst er ikke læst" in two_languages.why_not(store, page, "ar")

    approve(store, wanted[-1])

    assert two_languages.why_not(store, page, "ar") == ""
    assert two_languages.why_not(store, page, "so")


def test_the_refusal_says_how_many_are_left_and_who_can_help(store: FakeStore):
    record = sample.record()
    with pytest.raises(TranslationNotReadError, match=r"arabisk endnu: \d+ tekster .* tolk eller en kollega"):
        two_languages.paper(store, "budget", "ar", record, sample.answers(record), MappingProxyType({}))


def test_what_has_only_one_language_says_so(store: FakeStore):
    with pytest.raises(DocumentError, match="findes kun på dansk"):
        two_languages.why_not(store, "aftale", "ar")
    with pytest.raises(DocumentError, match="findes ikke på “xx”"):
        two_languages.why_not(store, "budget", "xx")
    assert not two_languages.offered("aftale")
