"""The page Samtykker by keys: a yes and taking it back are one key each, and no paper goes further than the yes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from conftest import DAY, nadia
from fits import misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from waiting import at_rest

from budgetdesk.actions.desk import memory_desk
from budgetdesk.actions.library import Library, load_library
from budgetdesk.actions.overview import look
from budgetdesk.casework.house import House
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Consent
from budgetdesk.household.words import ConsentKind, ConsentParty
from budgetdesk.ui.case_view import CaseView
from budgetdesk.ui.dialogs.house import HouseDialog
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.consents import PARTS, ConsentsPage
from budgetdesk.ui.pages.emergency import EmergencyPage
from budgetdesk.ui.pages.samtykker.before import BeforePart
from budgetdesk.ui.pages.samtykker.known import KnownPart
from budgetdesk.ui.pages.samtykker.row import ConsentRow
from budgetdesk.ui.pages.samtykker.shared import SharedPart
from budgetdesk.ui.pages.samtykker.speaking import SpeakingPart
from budgetdesk.ui.pages.sign import SignPage
from budgetdesk.ui.theme import Look

P = ConsentParty
KOMMUNE = Consent(
    id="s1", party=P.MUNICIPALITY, recipient="Hvidovre Kommune", purpose="Hjælp", covers=("economy",), given=DAY
)
Opened = Callable[[Record], ConsentsPage]


def with_consents(*consents: Consent, talked: bool = True) -> Record:
    record = nadia()
    talk = replace(record.case.conversation, consents=consents, expectations_on=DAY if talked else None)
    talk = replace(talk, informed_on=talk.expectations_on)
    return replace(record, case=replace(record.case, conversation=talk))


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    """One for all tests: to open a window takes longer than to open a case."""
    made = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    made.resize(1280, 800)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> Iterator[Opened]:
    def opened(record: Record) -> ConsentsPage:
        view = window.open_desk(memory_desk(record, DAY))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        view.show_page("samtykker")
        found = view.pages["samtykker"]
        assert isinstance(found, ConsentsPage)
        QApplication.processEvents()
        return found

    yield opened
    at_rest()
    window.close_dialogs()
    window.close_case()


def consents(page: ConsentsPage) -> tuple[Consent, ...]:
    return page.record.case.conversation.consents


def rows(page: ConsentsPage, kind: type[SharedPart | SpeakingPart] = SharedPart) -> dict[str, ConsentRow]:
    part = page.show_part(kind.key)
    assert isinstance(part, kind)
    return part.rows.rows


def key(widget: QWidget, letter: str) -> None:
    widget.setFocus()
    QTest.keyClick(widget, letter)
    QApplication.processEvents()


def said(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_to_ask_is_one_press_j_says_yes_and_t_takes_it_back(page: Opened) -> None:
    found = page(with_consents())
    part = found.show_part(SharedPart.key)
    assert isinstance(part, SharedPart)
    part.begin(P.MUNICIPALITY)
    row = rows(found)["s1"]
    assert consents(found)[0].given is None
    assert row.editor is not None

    key(row.yes, "j")
    assert (consents(found)[0].given, consents(found)[0].heard_by) == (DAY, "Karen Mølgaard")
    assert not row.editor.isVisibleTo(row)
    assert row.mark.text() == "gælder til 20. november 2027"

    key(row.back, "t")
    assert consents(found)[0].withdrawn == DAY
    assert [note.title for note in found.record.case.notes] == ["Mundtligt samtykke", "Samtykke trukket tilbage"]
    assert not row.back.isVisibleTo(row)
    assert row.again.isVisibleTo(row)


def test_what_was_said_yes_to_cannot_be_edited_and_a_letter_in_a_field_is_a_letter(page: Opened) -> None:
    found = page(with_consents(KOMMUNE, replace(KOMMUNE, id="s2", given=None)))
    given, draft = rows(found)["s1"], rows(found)["s2"]
    assert given.editor is None
    assert draft.editor is not None

    field = found.place.binder.find("case.conversation.consents[s2].purpose", found)
    assert field is not None
    target = field.focusProxy() or field
    target.setFocus()
    QTest.keyClicks(target, "jt")
    found.place.binder.flush()

    assert consents(found)[1].purpose == "jtHjælp"
    assert (consents(found)[1].given, consents(found)[1].withdrawn) == (None, None)


def test_a_tick_changes_what_is_asked_for_in_the_order_of_the_list(page: Opened) -> None:
    found = page(with_consents(replace(KOMMUNE, given=None)))
    rows(found)
    tick = found.place.binder.find("case.conversation.consents[s1].covers.arrears", found)
    assert tick is not None
    QTest.keyClick(tick.focusProxy() or tick, Qt.Key.Key_Space)
    found.place.binder.flush()

    assert consents(found)[0].covers == ("arrears", "economy")


def test_whoever_is_to_act_for_the_tenant_needs_a_paper_and_a_bisidder_does_not(page: Opened) -> None:
    found = page(with_consents())
    part = found.show_part(SpeakingPart.key)
    assert isinstance(part, SpeakingPart)
    part.begin(ConsentKind.FULDMAGT)
    part.begin(ConsentKind.BISIDDER)
    power, companion = rows(found, SpeakingPart).values()

    assert not power.yes.isVisibleTo(power)
    assert companion.yes.isVisibleTo(companion)
    power.by_pen.click()
    assert (consents(found)[0].given, consents(found)[0].how) == (DAY, "skriftligt")


def test_the_page_begins_with_how_we_work_together_until_that_is_talked_over(page: Opened) -> None:
    found = page(with_consents(talked=False))
    assert found.tabs.value() == BeforePart.key
    part = found.show_part(BeforePart.key)
    assert isinstance(part, BeforePart)
    assert found.for_tenant(found.desk.overview).heading == "Det gør jeg"
    part.go_on()
    assert found.for_tenant(found.desk.overview).heading == "Det gør jeg ikke"

    part.talked.click()
    part.informed.click()
    talk = found.record.case.conversation
    assert (talk.expectations_on, talk.informed_on) == (DAY, DAY)
    assert "Talt igennem 20. november 2026" in said(part)


def test_the_tenant_sees_what_is_asked_and_never_a_name(page: Opened) -> None:
    found = page(with_consents(replace(KOMMUNE, party=P.LANDLORD, recipient="Boligforeningen Lærkely", given=None)))
    rows(found)
    screen = found.for_tenant(found.desk.overview)

    assert screen.question == "Udlejer må få at vide:"
    assert screen.lines == ("Budgettet: hvad der kommer ind og går ud",)
    assert "Lærkely" not in str(screen)


def test_a_paper_is_given_only_after_a_yes_that_covers_it(page: Opened) -> None:
    found = page(with_consents(KOMMUNE))
    part = found.show_part(KnownPart.key)
    assert isinstance(part, KnownPart)
    part.who.show_value((str(P.MUNICIPALITY), "Hvidovre Kommune"))
    part.what.show_value("budget")
    part._look()
    assert not part.give.isEnabled()
    assert "ikke få at vide endnu" in part.said.text()

    part.yes.click()
    QApplication.processEvents()
    assert part.give.isEnabled()
    part.give.click()
    assert [one.what for one in found.record.case.conversation.shared] == ["Budget"]
    assert "Budget til Hvidovre Kommune, 20. november 2026" in said(part)


def test_sensitive_facts_are_asked_about_and_the_step_says_how_many(page: Opened) -> None:
    record = with_consents(KOMMUNE)
    person = replace(record.case.persons[0], cpr="111111-1118")
    found = page(replace(record, case=replace(record.case, persons=(person, *record.case.persons[1:]))))
    part = found.show_part(BeforePart.key)
    assert isinstance(part, BeforePart)
    assert list(part.rows.rows) == ["cpr"]
    assert found.state(found.record, found.desk.overview).badge == "1"

    row = part.rows.rows["cpr"]
    row.basis.show_value("samtykke")
    row._chosen()
    assert [(one.id, one.note) for one in found.record.case.conversation.bases_noted] == [("cpr", "samtykke")]
    assert found.state(found.record, found.desk.overview).badge == ""


def test_a_consent_that_runs_out_is_counted_at_the_step() -> None:
    record = with_consents(replace(KOMMUNE, until=date(2026, 12, 1)))
    found = ConsentsPage.state(record, look(record, DAY, load_library()))

    assert (found.done, found.badge) == (False, "1")


def test_who_speaks_is_seen_on_akut_and_the_paper_of_a_consent_is_signed_where_papers_are(page: Opened) -> None:
    speaker = Consent(id="s2", kind=ConsentKind.BISIDDER, recipient="Ditte", contact="55 50 12 34", given=DAY)
    found = page(with_consents(replace(KOMMUNE, given=None), speaker))
    view = found.window().case_view  # type: ignore[attr-defined]
    assert isinstance(view, CaseView)
    view.show_page("akut")
    akut = view.pages["akut"]
    assert isinstance(akut, EmergencyPage)
    assert "Bisidder: Ditte må sidde med ved møder. 55 50 12 34" in said(akut.speaks).replace("\u00a0", " ")

    view.show_page("samtykker")
    rows(found)["s1"].sign.click()
    sign = view.pages["underskriv"]
    assert isinstance(sign, SignPage)
    assert sign.document == "samtykke:s1"
    assert [card.role.label for card in sign.people.rows.values()] == ["Lejer"]


def test_nothing_is_cut_off_where_it_is_narrow(page: Opened, qtbot: QtBot) -> None:
    long = "Anne-Margrethe Kirstine Østergaard-Sørensen Bøgelund"
    draft = replace(KOMMUNE, recipient=long, purpose=long, given=None)
    speaker = Consent(id="s2", kind=ConsentKind.FULDMAGT, recipient=long, towards=long)
    found = page(with_consents(draft, speaker))
    found.window().resize(860, 560)
    for part in PARTS:
        found.show_part(part.key)
        qtbot.waitUntil(lambda: misfits(found.window()) == [])


# the organisation's own data and words


class Store:
    def __init__(self) -> None:
        self.library: Library = replace(load_library(), house=House(name="Rådgivningen"))
        self.kept: dict[str, object] = {}

    def setting(self, key: str) -> object:
        return self.kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self.kept[key] = value


def test_the_organisation_says_who_it_is_and_its_own_words_are_measured(qtbot: QtBot, qapp: QApplication) -> None:
    store, parent, told = Store(), QWidget(), list[str]()
    qtbot.addWidget(parent)
    parent.resize(1000, 800)
    dialog = HouseDialog(parent, store, lambda: told.append("changed"))
    dialog.show()
    assert dialog.fields["name"].value() == "Rådgivningen"
    dialog.words["do"].show_value("Undersøgelse af husstandens samlede økonomiske forpligtelser.")
    dialog._say_lix()
    assert "Skriv kortere ord" in dialog.readable["do"].text()
    dialog.fields["phone"].show_value("36 00 00 00")
    dialog.save()

    assert told == ["changed"]
    assert store.library.house.phone == "36 00 00 00"
    assert store.library.house.own("do").startswith("Undersøgelse")
