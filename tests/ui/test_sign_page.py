"""The page Underskriv on a real encrypted store: typed and drawn, sealed as shown, kept and opened again."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions import signing
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.documents.seals.ink import InkKind, Role
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import StoreNotWritableError
from budgetdesk.household import paths
from budgetdesk.household.case import Person
from budgetdesk.household.words import Role as HouseholdRole
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.token_choice import PinDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.sign import SEALING, SignPage
from budgetdesk.ui.pages.underskriv.signer import How, SignerCard
from budgetdesk.ui.papers import PaperDialog
from budgetdesk.ui.theme import Look

DAY = date(2026, 11, 20)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Vault]:
    # A busy disk may take half a minute for this; what lasts through a power cut is tried elsewhere.
    monkeypatch.setattr(os, "fsync", lambda _handle: None)
    with Workspace.create(tmp_path / "p", passphrase="fire ord efter hinanden", today=DAY, remember=False) as made:
        desk = made.new_case(Record(case=sample_case(today=DAY)))
        yield Vault(made, desk)
        at_rest()


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication, vault: Vault) -> SignPage:
    return open_page(qtbot, vault.desk, vault)


def open_page(qtbot: QtBot, desk: Desk, vault: Vault | None) -> SignPage:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    view = window.open_desk(desk, vault)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    view.show_page("underskriv")
    found = view.pages["underskriv"]
    assert isinstance(found, SignPage)
    at_rest()
    return found


def cards(page: SignPage) -> dict[Role, SignerCard]:
    return {card.role: card for card in page.people.rows.values()}


def draw(card: SignerCard) -> None:
    pad = card.pad
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(40, 60))
    for x in range(40, 160, 10):
        QTest.mouseMove(pad, QPoint(x, 40 + x % 30))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(160, 50))


def press(widget: QWidget, key: Qt.Key = Qt.Key.Key_Space) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def choose(page: SignPage, name: str) -> None:
    button = next(b for b, value in page.what._values.items() if value == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    at_rest()


def seal(page: SignPage) -> bytes:
    """Press the button, and read what now lies in the case."""
    press(page.seal)
    at_rest()
    for box in dialogs(PaperDialog):
        box.reject()
    vault = page.place.vault
    assert vault is not None
    return vault.read(vault.papers()[-1].id)


def dialogs(kind: type[QWidget]) -> list[QWidget]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]


def test_nothing_can_be_sealed_before_somebody_has_signed(page: SignPage) -> None:
    assert not page.seal.isEnabled()
    assert "Skriv under først" in page.why.text()


def test_strokes_of_a_mouse_are_sealed_and_kept(page: SignPage, vault: Vault) -> None:
    draw(cards(page)[Role.TENANT])
    pdf = seal(page)
    report = verify(pdf)

    assert report.valid
    assert [(ink.role, ink.kind) for ink in report.ink] == [(Role.TENANT, InkKind.DRAWN)]
    assert "Forseglet og gemt" in page.done.text()
    assert not cards(page)[Role.TENANT].pad.strokes


def test_a_key_on_a_card_asks_for_its_pin_first_and_then_seals(
    page: SignPage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(Vault, "wants_pin", lambda _vault: not given)
    monkeypatch.setattr(Vault, "give_pin", lambda _vault, pin, _at: given.append(pin))
    draw(cards(page)[Role.TENANT])
    press(page.seal)
    dialog = page.findChild(PinDialog)
    assert dialog is not None
    assert not vault.papers()
    QTest.keyClicks(dialog.pin.line, "123456")
    press(dialog.agree)
    at_rest()
    for box in dialogs(PaperDialog):
        box.reject()

    assert given == ["123456"]
    assert verify(vault.read(vault.papers()[-1].id)).valid


def test_the_typed_way_needs_only_tab_arrows_letters_and_space(page: SignPage) -> None:
    card = cards(page)[Role.TENANT]
    card.how.targets()[0].setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Tab):
        QTest.keyClick(QApplication.focusWidget(), key)
    QTest.keyClicks(QApplication.focusWidget(), "Nadia Skovgaard")
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget(), key)
    for _ in range(30):
        if page.seal.hasFocus():
            break
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    pdf = seal(page)

    assert [(ink.name, ink.kind) for ink in verify(pdf).ink] == [("Nadia Skovgaard", InkKind.TYPED)]


def test_a_typed_name_that_is_not_confirmed_says_so_where_it_stands(page: SignPage, vault: Vault) -> None:
    card = cards(page)[Role.TENANT]
    type_name(card, "Nadia", confirm=False)
    press(page.seal)
    at_rest()

    assert card.problem.isVisible()
    assert "Jeg bekræfter" in card.problem.text()
    assert not vault.papers()


def type_name(card: SignerCard, name: str, *, confirm: bool = True) -> None:
    typed = next(b for b, value in card.how._values.items() if value is How.TYPED)
    QTest.mouseClick(typed, Qt.MouseButton.LeftButton)
    QTest.keyClicks(card.typed_name.line, name)
    if confirm:
        press(card.confirm.tick)


def test_a_fact_changed_after_drawing_keeps_the_ink_and_shows_the_paper_anew_before_it_can_be_sealed(
    page: SignPage, vault: Vault
) -> None:
    card = cards(page)[Role.TENANT]
    draw(card)
    before = page.paper.shown
    desk = vault.desk
    desk.change("Husleje", paths.put(desk.record, "case.tenancy.rent_per_month", Decimal(8123)))

    assert card.pad.strokes
    assert not page.seal.isEnabled()
    assert "nye tal" in page.why.text()
    at_rest()
    assert page.seal.isEnabled()
    assert page.paper.shown is not None
    assert page.paper.shown is not before
    assert page.paper.shown.record is desk.record


def test_what_was_read_is_sealed_though_a_fact_changes_meanwhile(
    page: SignPage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Record] = []
    go = threading.Event()
    real = signing.catalogue.make

    def slow(name: str, record: Record, *rest: object, ink: tuple[object, ...] = (), **more: object) -> bytes:
        if ink:
            made.append(record)
            go.wait(10)
        return real(name, record, *rest, ink=ink, **more)  # type: ignore[arg-type] # handed on as it came

    monkeypatch.setattr(signing.catalogue, "make", slow)
    shown = vault.desk.record
    draw(cards(page)[Role.TENANT])
    press(page.seal)
    assert page.seal.text() == SEALING
    assert not page.people.isEnabled()
    vault.desk.change("Husleje", paths.put(shown, "case.tenancy.rent_per_month", Decimal(9999)))
    go.set()
    at_rest()

    assert made == [shown]
    for box in dialogs(PaperDialog):
        box.reject()


def test_turning_to_another_paper_empties_the_fields_for_signatures(page: SignPage) -> None:
    draw(cards(page)[Role.TENANT])
    choose(page, "naeste_skridt")

    assert not cards(page)[Role.TENANT].pad.strokes


def test_without_a_store_the_button_is_shut_and_says_why(qtbot: QtBot, qapp: QApplication) -> None:
    page = open_page(qtbot, memory_desk(Record(case=sample_case(today=DAY)), DAY), None)
    draw(cards(page)[Role.TENANT])

    assert not page.seal.isEnabled()
    assert "pen" in page.why.text()


def test_a_partner_on_the_lease_has_a_place_of_their_own(qtbot: QtBot, qapp: QApplication, vault: Vault) -> None:
    page = open_page(qtbot, with_partner(vault, on_lease=True), vault)
    choose(page, "aftale")
    both = cards(page)
    draw(both[Role.TENANT])
    draw(both[Role.CO_TENANT])
    assert "Karen Mølgaard" in page.why.text()

    assert {ink.name for ink in verify(seal(page)).ink} == {"Nadia Skovgaard", "Bo Lærke"}


def with_partner(vault: Vault, *, on_lease: bool) -> Desk:
    desk = vault.desk
    partner = Person(id="pp", role=HouseholdRole.PARTNER, name="Bo Lærke", born=date(1988, 1, 1), on_lease=on_lease)
    case = replace(desk.record.case, persons=(*desk.record.case.persons, partner))
    desk.change("Partner", replace(desk.record, case=case))
    return desk


def test_a_partner_who_is_not_on_the_lease_signs_the_budget_and_not_the_agreement(
    qtbot: QtBot, qapp: QApplication, vault: Vault
) -> None:
    page = open_page(qtbot, with_partner(vault, on_lease=False), vault)
    assert Role.CO_TENANT in cards(page)
    choose(page, "aftale")

    assert Role.CO_TENANT not in cards(page)


def test_the_landlord_at_the_table_says_yes_and_signs_what_is_no_proposal_any_more(
    page: SignPage, vault: Vault
) -> None:
    choose(page, "aftale")
    assert page.note.isVisible()
    assert Role.LANDLORD not in cards(page)
    press(page.landlord.yes)
    at_rest()
    said = vault.desk.record.case.arrears.landlord_accepted
    assert said is not None
    assert (said.by, said.on) == (vault.desk.record.case.tenancy.landlord, DAY)
    assert not page.note.isVisible()
    draw(cards(page)[Role.LANDLORD])

    assert [ink.role for ink in verify(seal(page)).ink] == [Role.LANDLORD]
    assert vault.desk.can_undo == "Udlejer sagde ja"


def test_a_sealed_paper_stands_in_the_list_marks_the_step_and_opens_again(page: SignPage, qtbot: QtBot) -> None:
    view = page.window().case_view  # type: ignore[attr-defined] # a MainWindow
    assert not view.steps.buttons["underskriv"].state.done
    draw(cards(page)[Role.TENANT])
    seal(page)
    assert view.steps.buttons["underskriv"].state.done
    assert page.kept.isVisible()
    page.kept.open_paper(next(iter(page.kept.rows.rows)))
    qtbot.waitUntil(lambda: bool(dialogs(PaperDialog)), timeout=20_000)

    assert len(page.kept.rows.rows) == 1
    dialogs(PaperDialog)[0].close()


def test_a_full_disk_is_said_and_the_signature_stays(
    page: SignPage, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> int:
        raise StoreNotWritableError("Disken er fuld. Gør plads, og prøv igen.")

    monkeypatch.setattr(vault.workspace, "save_document", full)
    draw(cards(page)[Role.TENANT])
    press(page.seal)
    at_rest()
    said = [box.text() for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible()]
    assert said == ["Disken er fuld. Gør plads, og prøv igen."]
    for box in dialogs(QMessageBox):
        box.close()

    assert cards(page)[Role.TENANT].pad.strokes
    assert page.seal.isEnabled()


def test_the_page_aftale_leads_to_the_agreement_on_the_table(page: SignPage) -> None:
    page.place.go("underskriv", "papers.aftale")
    at_rest()

    assert page.document == "aftale"
    assert page.what.value() == "aftale"


def test_a_consent_that_is_signed_and_sealed_is_given_in_writing(page: SignPage, vault: Vault) -> None:
    assert vault.desk.record.case.conversation.consents[1].how == "mundtligt"
    page.place.go("underskriv", "papers.samtykke:c2")
    at_rest()
    draw(cards(page)[Role.TENANT])
    report = verify(seal(page))

    assert report.valid
    assert [ink.role for ink in report.ink] == [Role.TENANT]
    assert vault.desk.record.case.conversation.consents[1].how == "skriftligt"
    assert vault.papers()[-1].title == "Samtykke: Hvidovre Kommune"
    assert "Hvidovre" not in vault.papers()[-1].file_name
