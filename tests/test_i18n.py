"""The language of the window, and the mechanism that collects what there is to translate."""

import gettext
import re
import shutil
import tomllib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from budgetdesk import data_files, i18n
from budgetdesk.i18n import _
from budgetdesk.readers.toml_words import marked, texts_of

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
SOURCE = """
from budgetdesk.i18n import _, ngettext
def show(count: int) -> str:
    return _("Tilføj bilag til {month}") + ngettext("{count} bilag", "{count} bilag i alt", count)
"""


@dataclass(frozen=True)
class Titled:
    title: str
    number: int


class Shouting(gettext.NullTranslations):
    """A language that everybody who runs the tests reads."""

    def gettext(self, message: str) -> str:
        return message.upper()


@pytest.fixture(autouse=True)
def danish_again():
    yield
    i18n.use("da", LOCALE)


@pytest.fixture
def catalogues(tmp_path: Path) -> Path:
    """An English catalogue made the way `make messages` does: extract, begin, translate, compile."""
    (tmp_path / "budgetdesk").mkdir()
    (tmp_path / "budgetdesk" / "page.py").write_text(SOURCE, "utf-8")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    pot, folder = tmp_path / "budgetdesk.pot", tmp_path / "locale"
    _babel("extract", "-F", tmp_path / "pyproject.toml", "-o", pot, tmp_path)
    _babel("init", "-i", pot, "-d", folder, "-l", "en", "-D", "budgetdesk")
    po = folder / "en" / "LC_MESSAGES" / "budgetdesk.po"
    text = po.read_text("utf-8")
    text = text.replace(
        'msgid "Tilføj bilag til {month}"\nmsgstr ""',
        'msgid "Tilføj bilag til {month}"\nmsgstr "Add receipts for {month}"',
    )
    text = text.replace('msgstr[0] ""\nmsgstr[1] ""', 'msgstr[0] "{count} receipt"\nmsgstr[1] "{count} receipts"')
    po.write_text(text, "utf-8")
    _babel("compile", "-d", folder, "-D", "budgetdesk")
    return folder


def _babel(*arguments: object) -> None:
    CommandLineInterface().run(["pybabel", "-q", *map(str, arguments)])


def test_danish_is_the_source_and_needs_no_catalogue(tmp_path):
    assert i18n.use("da", tmp_path)
    assert i18n._("Tilføj bilag") == "Tilføj bilag"
    assert [i18n.ngettext("dag", "dage", n) for n in (0, 1, 2)] == ["dage", "dag", "dage"]


def test_texts_are_collected_translated_and_shown(catalogues):
    assert i18n.use("en", catalogues)
    assert i18n._("Tilføj bilag til {month}").format(month="May") == "Add receipts for May"
    assert [i18n.ngettext("{count} bilag", "{count} bilag i alt", n).format(count=n) for n in (1, 2)] == [
        "1 receipt",
        "2 receipts",
    ]
    assert i18n._("Findes ikke i kataloget") == "Findes ikke i kataloget"


def test_a_language_without_catalogue_stays_danish_and_says_so(tmp_path):
    assert not i18n.use("en", tmp_path)
    assert i18n._("Tilføj bilag") == "Tilføj bilag"


def test_a_paper_is_spoken_in_its_own_language_and_the_window_goes_on_in_its_own(catalogues):
    i18n.use("en", catalogues)

    with i18n.speaking("da"):
        assert (i18n.language(), _("Tilføj bilag til {month}")) == ("da", "Tilføj bilag til {month}")
        with i18n.speaking("ar", Shouting()):
            assert (i18n.language(), _("Tilføj bilag"), _("")) == ("ar", "TILFØJ BILAG", "")
        assert i18n.language() == "da"
    assert (i18n.language(), _("Tilføj bilag til {month}")) == ("en", "Add receipts for {month}")


def test_another_thread_does_not_hear_what_is_spoken_in_this_one(catalogues):
    with i18n.speaking("ar", Shouting()), ThreadPoolExecutor(1) as pool:
        assert pool.submit(i18n.language).result() == "da"
        assert i18n.language() == "ar"


def test_translations_keep_the_fields(catalogues):
    files = [*LOCALE.rglob("*.po"), *catalogues.rglob("*.po")]

    assert [problem for file in files for problem in _lost_fields(file)] == []


def test_a_lost_field_is_found(catalogues):
    file = next(catalogues.rglob("*.po"))
    file.write_text(file.read_text("utf-8").replace("Add receipts for {month}", "Add receipts"), "utf-8")

    assert _lost_fields(file) == ["Tilføj bilag til {month}"]


@pytest.mark.parametrize("file", sorted(LOCALE.glob("*/LC_MESSAGES/budgetdesk.po")), ids=str)
def test_a_catalogue_is_whole_surely_meant_and_compiled(file):
    """No plural half translated, nothing marked as a guess, and the `.mo` that is read says what the `.po` says."""
    with file.open("rb") as stream:
        catalogue = read_po(stream)
    half = [m.id for m in catalogue if isinstance(m.string, tuple) and any(m.string) and not all(m.string)]
    plurals = [m.id for m in catalogue if isinstance(m.string, tuple) and len(m.string) != catalogue.num_plurals]
    guessed = [m.id for m in catalogue if m.id and m.fuzzy]
    with file.with_suffix(".mo").open("rb") as stream:
        said = vars(gettext.GNUTranslations(stream))["_catalog"]
    forms = {
        (m.id[0], n): text for m in catalogue if isinstance(m.id, tuple) for n, text in enumerate(m.string) if text
    }
    meant = {_key(m): m.string for m in catalogue if m.id and isinstance(m.id, str) and m.string} | forms

    assert (half, plurals, guessed) == ([], [], [])
    assert {text: words for text, words in said.items() if text} == meant


def test_a_marked_constant_stays_danish_until_somebody_asks(catalogues):
    text = i18n.N_("Tilføj bilag til {month}")
    table = {"add": (1, text), "key": "Tilføj bilag til {month}"}
    i18n.use("en", catalogues)

    assert text == str(text) == "Tilføj bilag til {month}"
    assert i18n.translated(table) == {"add": (1, "Add receipts for {month}"), "key": "Tilføj bilag til {month}"}
    assert i18n.translated(table) is i18n.translated(table)
    assert i18n._(text) == i18n.translated(text) == "Add receipts for {month}"


def test_a_danish_paper_gets_the_words_back_that_an_english_window_was_given(catalogues):
    title = Titled(i18n.N_("Tilføj bilag til {month}"), 3)
    i18n.use("en", catalogues)

    shown = i18n.translated(title)

    assert shown == Titled("Add receipts for {month}", 3)
    with i18n.speaking("da"):
        assert i18n.translated(shown) is i18n.translated(title) is title


def test_words_that_were_kept_in_english_are_danish_again_when_no_english_is_left(catalogues):
    title = Titled(i18n.N_("Tilføj bilag til {month}"), 3)
    i18n.use("en", catalogues)
    kept = i18n.translated(title)

    i18n.use("da", LOCALE)

    assert i18n.translated(kept) is title
    assert i18n.translated(kept) is title


def test_in_danish_nothing_is_looked_through_twice(catalogues):
    looked: list[int] = []

    class Counted(dict):
        def items(self):
            looked.append(1)
            return super().items()

    table = Counted(add=i18n.N_("Tilføj bilag til {month}"))
    i18n.use("en", catalogues)
    i18n.translated((i18n.N_("Tilføj bilag til {month}"),))
    with i18n.speaking("da"):
        assert i18n.translated(table) is i18n.translated(table) is table
    assert len(looked) == 1


def test_a_word_with_several_meanings_is_told_by_its_context():
    i18n.use("en", LOCALE)

    assert (i18n.pgettext("enhed", "år"), _("år")) == ("years", "year")
    i18n.use("da", LOCALE)
    assert i18n.pgettext("enhed", "år") == "år"


def test_a_sentence_that_was_kept_in_danish_is_known_again_by_its_text(catalogues):
    danish = "Tilføj bilag til {month}"
    assert i18n.retold(danish.format(month="maj")) == "Tilføj bilag til maj"
    i18n.use("en", catalogues)

    assert (
        i18n.retold("Tilføj bilag til maj") == i18n.retold("Tilføj bilag til maj", (danish,)) == "Add receipts for maj"
    )
    assert i18n.retold("Tilføj noget andet til maj") == "Tilføj noget andet til maj"
    assert i18n.retold("") == ""


def test_what_is_kept_in_the_store_is_said_in_danish(catalogues):
    assert i18n.source_of("Add receipts for {month}") == "Add receipts for {month}"
    i18n.use("en", catalogues)

    assert i18n.source_of("Add receipts for {month}") == "Tilføj bilag til {month}"
    assert i18n.source_of("Something else") == "Something else"


def test_a_count_that_is_not_whole_takes_the_form_of_many(catalogues):
    i18n.use("en", catalogues)
    counts = (Decimal(1), Decimal("1.5"), Decimal(2))

    assert [i18n.ngettext("{count} bilag", "{count} bilag i alt", n).split()[-1] for n in counts] == [
        "receipt",
        "receipts",
        "receipts",
    ]


def test_words_of_a_toml_file_are_marked_and_its_keys_are_not():
    file = data_files.path("chart.toml")
    read = marked(file, tomllib.loads(file.read_text("utf-8")))
    rent = read["lines"]["101"]

    assert isinstance(rent["title"], i18n.Marked)
    assert not isinstance(rent["rhythm"], i18n.Marked)
    assert read["groups"]["bolig"] in texts_of(file)
    assert "monthly" not in texts_of(file)


def test_no_text_to_translate_is_put_together_before_it_is_looked_up_or_hidden_in_an_f_string():
    """An f-string inside `_()` can never be found in a catalogue, and `_()` inside an f-string never comes into one."""
    for file in (ROOT / "budgetdesk").rglob("*.py"):
        text = file.read_text("utf-8")
        assert not re.search(r"\b(_|ngettext)\(\s*f[\"']", text), file
        assert not re.search(r"\bf\"[^\"\n]*\{[^}\"\n]*\b(N?_|ngettext)\('", text), file


def _key(message: Message) -> str:
    """As gettext knows it: after its context, where a word has several meanings."""
    return f"{message.context}\x04{message.id}" if message.context else str(message.id)


def _lost_fields(file: Path) -> list[str]:
    """The texts whose translation has other fields than they have. Only a form for one may leave out the count."""
    lost = []
    with file.open("rb") as stream:
        for message in read_po(stream):
            originals = message.id if isinstance(message.id, tuple) else (message.id,)
            translations = message.string if isinstance(message.string, tuple) else (message.string,)
            needed = _fields(originals[-1])
            *less, all_of_them = [_fields(text) for text in translations if text] or [needed]
            if all_of_them != needed or any(set(one) - set(needed) for one in less):
                lost.append(originals[0])
    return lost


def _fields(text: str) -> list[str]:
    return sorted(re.findall(r"{(\w+)", text))
