"""An English window has no Danish in it but what was typed: `make english` looks at every page and the dialogs of its
buttons, the suite at some pages."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import date

import counted_cases
import pytest
from danish_left import NAMES, OPEN, is_left, left_in, marked_window, typed
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from waiting import at_rest

from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import load_library
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.statistics_report import Counts, as_bytes, report
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.definitions import DEFINITIONS
from budgetdesk.statistics.tables import Selection
from budgetdesk.ui.dialogs.letter import LetterDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.theme import Look
from budgetdesk.wording.statistics import word

DAY = date(2026, 11, 20)
EVERYTHING = bool(os.environ.get("BUDGETDESK_ENGLISH"))
LOOKED_AT = ("aftale", "budget", "samtykker")
FILE_NAME = 2
"""Where the proposed name of a file stands among what a dialog of the system is told."""
LAWS = ("Lov om inddrivelse af gæld til det offentlige", "Retsplejeloven", "Boligstøtteloven", "BEK")
"""As the page of debts names them."""


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """The sample household, opened while everything that is said is marked."""
    with marked_window():
        load_library.cache_clear()  # read by this window, as by a program that is started in English
        library = load_library()
        load_library.cache_clear()
        made = MainWindow(look=Look.LIGHT, day_is_fixed=True)
        made.resize(1280, 800)
        made.open_desk(memory_desk(sample_record(library, today=DAY), DAY, library), page=LOOKED_AT[0])
        made.show()
        at_rest()
        yield made
        made.close()
        made.deleteLater()
        QApplication.processEvents()


@pytest.mark.parametrize("page", [page.key for page in PAGES if EVERYTHING or page.key in LOOKED_AT])
def test_a_page_says_nothing_that_was_not_looked_up(window, page):
    view = window.case_view
    view.show_page(page)
    at_rest()

    assert left_in(window, (*typed(view.desk.record), *LAWS)) == []


@pytest.mark.parametrize("page", [page.key for page in PAGES if EVERYTHING])
def test_no_dialog_of_a_page_says_anything_that_was_not_looked_up(window, page, asked_for_files):
    view = window.case_view
    view.show_page(page)
    at_rest()
    left = {}
    for pressed in view.pages[page].findChildren(QAbstractButton):
        if pressed.isVisible() and pressed.isEnabled() and re.search(r"(…|\.\.\.)\W*$", pressed.text()):
            said = pressed.text()
            pressed.click()
            at_rest()
            for dialog in _dialogs(window):
                left[said] = left_in(dialog, (*_letter(dialog), *typed(view.desk.record), *LAWS))
                dialog.reject()
            at_rest()

    assert {said: found for said, found in left.items() if found} == {}
    assert [said for said in asked_for_files if is_left(said, NAMES)] == []


if not EVERYTHING:
    del test_no_dialog_of_a_page_says_anything_that_was_not_looked_up  # else the suite tells of a test without pages


@pytest.fixture
def asked_for_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the system's own dialogs were told to say. They are not opened: they would wait for somebody."""
    said: list[str] = []
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"):
        nothing: object = {"getOpenFileNames": ([], ""), "getExistingDirectory": ""}.get(name, ("", ""))

        def ask(*told: object, nothing: object = nothing, **_more: object) -> object:
            said.extend(one for at, one in enumerate(told) if isinstance(one, str) and at != FILE_NAME)
            return nothing

        monkeypatch.setattr(QFileDialog, name, ask)
    return said


def _dialogs(window: QWidget) -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


def _letter(dialog: QDialog) -> list[str]:
    """What the letter says that is being written: letters go out in Danish, whatever the window speaks."""
    if not isinstance(dialog, LetterDialog):
        return []
    letter = dialog.letter()
    said = (part.text.replace("\xa0", " ") for part in (letter.to, letter.subject, *letter.parts))
    return [line.strip() for text in said for line in text.splitlines() if line.strip()]


def test_every_word_of_the_tables_of_the_statistics_is_looked_up():
    with marked_window():
        lists = load_categories()
        said = [word(of.name, key, lists) for of in DEFINITIONS for key in of.order]
        said += [lists.title(name, key) for name, keys in lists.lists.items() for key in keys]

    assert len(said) > 100
    assert [one for one in said if is_left(one, (*NAMES, "SU"))] == []


def test_a_file_of_the_statistics_is_danish_all_of_it_as_every_paper():
    with marked_window():
        counts = Counts(cases=counted_cases.cases(40), on=DAY)
        table = as_bytes(report(counts, Selection(first=date(2025, 1, 1), last=DAY)), ".csv").decode()

    assert "Sagens type;Truet af udsættelse" in table
    assert OPEN not in table


def test_what_was_not_looked_up_is_found_and_what_was_typed_is_not():
    known = ("Karen Mølgaard", "Lønkonto")

    assert is_left("Gem sagen", known)
    assert is_left("⟦Gem⟧ sagen", known)
    assert not is_left("⟦Gem⟧ 7.600 kr. · Karen Mølgaard, 3 December", known)
    assert not is_left("⟦Fjern ⟦Lønkonto⟧⟧: Lønkonto (Lov om gæld § 10)", known)
