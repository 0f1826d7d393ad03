"""The window Brev: what is typed is kept and printed, what is missing is a link, and a yes brings the economy in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import letter_cases as cases
import pytest
from fits import crowded, misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import letters
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.letter_edits import draft_path
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.letter_catalogue import LETTERS
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.dialogs.letter import LetterDialog
from budgetdesk.ui.letters import open_letter
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.sign import SignPage

Open = Callable[[str, str], LetterDialog]


@pytest.fixture
def desk() -> Desk:
    return memory_desk(Record(case=cases.owing()), cases.ON)


@pytest.fixture
def window(open_window: Callable[[Desk], MainWindow], desk: Desk) -> Iterator[MainWindow]:
    yield open_window(desk)
    at_rest()


@pytest.fixture
def opened(window: MainWindow) -> Open:
    def open_one(name: str, about: str = "") -> LetterDialog:
        assert window.case_view is not None
        made = open_letter(window.case_view.pages[window.case_view.current], name, about)
        at_rest()
        return made

    return open_one


def field(dialog: LetterDialog, part: str) -> object:
    return next(field for (_, key), field in dialog.paragraphs.rows.items() if key == part)


def type_into(dialog: LetterDialog, part: str, text: str) -> None:
    area = field(dialog, part).editor.area  # type: ignore[attr-defined]
    area.setFocus()
    area.selectAll()
    QTest.keyClick(area, Qt.Key.Key_Delete)
    QTest.keyClicks(area, text)


def test_what_is_typed_is_kept_with_the_case_and_is_there_again(opened: Open, desk: Desk) -> None:
    dialog = opened("brev_henstand")
    type_into(dialog, "ask", "Jeg beder om en pause.")
    dialog.reject()
    at_rest()

    assert draft_path("brev_henstand:d9") in desk.drafts
    again = opened("brev_henstand")
    assert field(again, "ask").editor.text() == "Jeg beder om en pause."  # type: ignore[attr-defined]
    assert "Jeg beder om en pause." in again.letter().paragraphs
    again.reject()


def test_the_paper_beside_the_text_is_drawn_with_what_is_typed(opened: Open) -> None:
    dialog = opened("brev_henstand")
    before = dialog.sheet._picture.toImage()
    type_into(dialog, "after", "Jeg skriver igen i marts.")
    at_rest()

    assert not before.isNull()
    assert dialog.sheet._picture.toImage() != before
    dialog.reject()


def test_ctrl_z_takes_back_what_was_done_to_the_letter(opened: Open) -> None:
    dialog = opened("brev_henstand")
    facts = dialog.letter().paragraphs
    type_into(dialog, "ask", "Noget andet")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert dialog.letter().paragraphs == facts
    dialog.reject()


def test_the_whole_letter_is_taken_from_the_case_again_only_when_asked_and_can_be_taken_back(opened: Open) -> None:
    dialog = opened("brev_henstand")
    type_into(dialog, "ask", "Noget andet")
    dialog.again.click()
    asked = dialog.findChild(SmallDialog)
    assert asked is not None
    assert "Noget andet" in dialog.letter().paragraphs
    asked.agree.click()

    assert "Noget andet" not in dialog.letter().paragraphs
    dialog.step_back()
    assert "Noget andet" in dialog.letter().paragraphs
    dialog.reject()


def test_one_paragraph_is_taken_from_the_case_again(opened: Open) -> None:
    dialog = opened("brev_henstand")
    type_into(dialog, "ask", "Noget andet")
    type_into(dialog, "after", "Noget tredje")
    field(dialog, "ask").back.click()  # type: ignore[attr-defined]

    assert "Noget andet" not in dialog.letter().paragraphs
    assert "Noget tredje" in dialog.letter().paragraphs
    dialog.reject()


def test_the_tenants_yes_brings_the_economy_in_and_is_one_step_of_the_case(opened: Open, desk: Desk) -> None:
    dialog = opened("brev_lavere_ydelse")
    assert dialog.consent.oral.isVisible()
    assert not any(part.economy for part in dialog.letter().parts)
    dialog.consent.written.click()

    given = desk.record.case.conversation.consents[-1]
    assert (given.recipient, given.how) == ("Nordisk Inkasso", "skriftligt")
    assert any(part.economy for part in dialog.letter().parts)
    assert not dialog.consent.oral.isVisible()
    assert desk.can_undo == "Samtykke: Nordisk Inkasso"
    dialog.reject()


def test_the_receivers_number_and_address_are_facts_that_the_next_letter_has_too(opened: Open, desk: Desk) -> None:
    dialog = opened("brev_henstand")
    dialog.reference.line.setFocus()
    dialog.reference.line.selectAll()
    QTest.keyClicks(dialog.reference.line, "NI-1")
    area = dialog.head["to"].editor.area
    area.setPlainText("Nordisk Inkasso\nBoks 7\n5000 Odense C")
    dialog.reject()

    assert (desk.record.case.debts[0].reference, desk.record.case.debts[0].address) == ("NI-1", "Boks 7, 5000 Odense C")
    assert opened("brev_gebyr_rente").letter().to.text == "Nordisk Inkasso\nBoks 7\n5000 Odense C"


def test_what_is_missing_leads_to_its_field_and_the_letter_is_kept(opened: Open, window: MainWindow) -> None:
    dialog = opened("brev_udlejer_vent")
    type_into(dialog, "written", "Svar mig.")
    link = next(link for link in dialog.gaps.links if link.text() == "Hvad der er søgt om")
    link.click()
    at_rest()

    assert window.case_view is not None
    assert window.case_view.current == "ydelser"
    assert draft_path("brev_udlejer_vent:udlejer") in window.case_view.desk.drafts


def test_another_letter_and_another_receiver_are_chosen_in_the_window(opened: Open) -> None:
    dialog = opened("brev_henstand")
    dialog.which.show_value("brev_gaeldsstyrelsen")
    dialog.which.edited.emit()
    dialog.choices.ticks["henstand"].tick.click()

    assert dialog.work.document == "brev_gaeldsstyrelsen:gaeldsstyrelsen"
    assert "§ 12" in " ".join(dialog.letter().paragraphs)
    dialog.which.show_value("brev_stop_modregning")
    dialog.which.edited.emit()
    dialog.to.show_value("b2")
    dialog.to.edited.emit()
    assert dialog.letter().to.text == "Nordea"
    dialog.reject()


def test_skriv_under_opens_the_page_underskriv_with_this_letter(opened: Open, window: MainWindow) -> None:
    dialog = opened("brev_foraeldelse")
    type_into(dialog, "stop", "Stop nu.")
    dialog.to_sign.click()
    at_rest()

    assert window.case_view is not None
    page = window.case_view.pages["underskriv"]
    assert isinstance(page, SignPage)
    assert page.document == "brev_foraeldelse:d9"
    assert page.paper.heading.text() == "Indsigelse: kravet er for gammelt: Modehuset (ved Nordisk Inkasso)"
    assert page.paper.shown is not None
    assert page.paper.shown.letter is not None
    assert "Stop nu." in page.paper.shown.letter.paragraphs
    assert [card.person for card in page.people.rows.values()] == ["Nadia Skovgaard"]


def test_every_letter_is_in_the_menu_and_in_ctrl_k(window: MainWindow) -> None:
    offered = {entry.text for entry in window._entries()}

    assert {f"Brev: {letter.title} …" for letter in LETTERS.values()} <= offered


def test_the_window_is_used_from_beginning_to_end_without_the_mouse(opened: Open, window: MainWindow) -> None:
    dialog = opened("brev_gaeldsstyrelsen")
    dialog.activateWindow()
    seen: list[str] = []
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName() or getattr(focus, "text", str)())
        if isinstance(focus, QPushButton) and focus is dialog.to_sign:
            break
        QTest.keyClick(focus, Qt.Key.Key_Tab)

    assert "Hvilket brev?" in seen
    assert "Modtager: navn og adresse" in seen
    assert any(name.startswith("Afsnit") for name in seen)
    assert "Eget afsnit" in seen
    assert seen[-1] == "Skriv under"
    assert "" not in seen
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    at_rest()
    assert window.case_view is not None
    assert window.case_view.current == "underskriv"


@pytest.mark.parametrize("size", [(1280, 800), (853, 533)], ids=["1280x800", "1280x800 at 150 %"])
def test_nothing_is_cut_off_in_any_letter_with_long_names(
    qtbot: QtBot, open_window: Callable[[Desk], MainWindow], size: tuple[int, int]
) -> None:
    window = open_window(memory_desk(crowded(Record(case=cases.sample())), cases.ON))
    window.resize(*size)
    assert window.case_view is not None
    dialog = open_letter(window.case_view.pages["akut"], "brev_henstand")
    found: list[str] = []
    for name in ("brev_stop_modregning", "brev_gaeldsstyrelsen", "brev_foged_ny_dato", "brev_udlejer_afdrag"):
        dialog.turn_to(name)
        at_rest()
        found += [f"{name}: {said}" for said in misfits(dialog)]
    dialog.reject()
    at_rest()

    assert found == []


def test_an_empty_case_has_a_letter_with_what_is_missing(
    open_window: Callable[[Desk], MainWindow], empty_desk: Desk
) -> None:
    window = open_window(empty_desk)
    assert window.case_view is not None
    dialog = open_letter(window.case_view.pages["akut"], "brev_udlejer_vent")

    assert {"Udlejers navn", "Lejerens navn"} <= {link.text() for link in dialog.gaps.links}
    assert "None" not in " ".join(dialog.letter().paragraphs)
    dialog.reject()
    at_rest()


def test_a_letter_drawn_elsewhere_is_the_same_as_the_one_in_the_window(opened: Open, desk: Desk) -> None:
    dialog = opened("brev_henstand")
    type_into(dialog, "ask", "Jeg beder om en pause.")
    dialog.keep()
    made = dialog.work.maker()()
    dialog.reject()

    assert made == letters.paper("brev_henstand:d9", desk.record, desk.overview, desk.library, desk.drafts)
