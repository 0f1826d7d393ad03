"""The language of the window, and the mechanism that collects what there is to translate."""

import gettext
import re
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from budgetdesk import i18n
from budgetdesk.i18n import _

ROOT = Path(__file__).parent.parent
LOCALE = ROOT / "resources" / "locale"
SOURCE = """
from budgetdesk.i18n import _, ngettext
def show(count: int) -> str:
    return _("Tilføj bilag til {month}") + ngettext("{count} bilag", "{count} bilag i alt", count)
"""


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


def test_no_text_to_translate_is_put_together_before_it_is_looked_up():
    """An f-string inside `_()` can never be found in a catalogue."""
    for file in (ROOT / "budgetdesk").rglob("*.py"):
        assert not re.search(r"\b(_|ngettext)\(\s*f[\"']", file.read_text("utf-8")), file


def _lost_fields(file: Path) -> list[str]:
    """The texts whose translation has other fields than they have."""
    lost = []
    with file.open("rb") as stream:
        for message in read_po(stream):
            originals = message.id if isinstance(message.id, tuple) else (message.id,)
            translations = message.string if isinstance(message.string, tuple) else (message.string,)
            if any(_fields(text) != _fields(originals[-1]) for text in translations if text):
                lost.append(originals[0])
    return lost


def _fields(text: str) -> list[str]:
    return sorted(re.findall(r"{(\w+)", text))
