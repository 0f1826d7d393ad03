"""The page Journal: contact in a line or with one key, tasks, people, and what leaves the program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from fits import LONG, crowded, misfits
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from budgetdesk.actions import contacts
from budgetdesk.actions.desk import Desk, memory_desk
from budgetdesk.casework.calendar import Told
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.case import Todo
from budgetdesk.household.course import Contact, ContactPerson
from budgetdesk.household.words import ContactKind, ContactOutcome
from budgetdesk.readers.case_file import sample_case
from budgetdesk.ui.dialogs.calendar_export import export_case
from budgetdesk.ui.dialogs.contact_text import open_contact_text
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.journal.contacts import ContactsPart
from budgetdesk.ui.pages.journal.page import JournalPage
from budgetdesk.ui.pages.journal.people import PeoplePart
from budgetdesk.ui.pages.journal.tasks import TasksPart
from budgetdesk.ui.theme import Look

FRIDAY = date(2026, 11, 20)
MOST_TURNS = 60
MINE = (TasksPart.key, ContactsPart.key, PeoplePart.key)


@pytest.fixture(scope="module")
def sample() -> Record:
    return Record(case=sample_case(today=FRIDAY))


@pytest.fixture(scope="module")
def window(qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    made.resize(QSize(1280, 800))
    made.show()
    yield made
    made.close()
    made.deleteLater()


def shown(window: MainWindow, record: Record) -> JournalPage:
    """Opens a case on the page Journal."""
    view = window.open_desk(memory_desk(record, FRIDAY))
    view.show_page("journal")
    QApplication.processEvents()
    page = view.pages["journal"]
    assert isinstance(page, JournalPage)
    return page


@pytest.fixture(scope="module")
def first(window: MainWindow, sample: Record) -> JournalPage:
    """One page for all tests that begin with the sample."""
    return shown(window, sample)


@pytest.fixture
def page(first: JournalPage, sample: Record) -> Iterator[JournalPage]:
    """The sample as it was, whatever the test before did."""
    for path in list(first.desk.drafts):
        first.desk.clear_draft(path)
    first.change("Begynd forfra", sample)
    yield first
    for dialog in first.window().findChildren(QDialog):
        dialog.reject()


def part(page: JournalPage, kind: type[ContactsPart] | type[TasksPart] | type[PeoplePart]) -> object:
    found = page.show_part(kind.key)
    QApplication.processEvents()
    assert isinstance(found, kind)
    return found


def contact_part(page: JournalPage) -> ContactsPart:
    found = part(page, ContactsPart)
    assert isinstance(found, ContactsPart)
    return found


def tasks_part(page: JournalPage) -> TasksPart:
    found = part(page, TasksPart)
    assert isinstance(found, TasksPart)
    return found


def people_part(page: JournalPage) -> PeoplePart:
    found = part(page, PeoplePart)
    assert isinstance(found, PeoplePart)
    return found


def not_met_yet(record: Record) -> Record:
    """The sample before its first talk."""
    return paths.put(record, "case.conversation", replace(record.case.conversation, expectations_on=None, consents=()))


def desk(page: JournalPage) -> Desk:
    return page.desk


def test_a_line_and_enter_note_a_contact_and_one_undo_takes_it_back(page: JournalPage, qtbot: QtBot) -> None:
    entry = contact_part(page).entry
    QTest.keyClicks(entry.entry.line, "ring, tog ikke telefonen, proev igen 26.11 kl. 17")
    assert "Telefon" in entry.heard.text()
    QTest.keyClick(entry.entry.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.record.case.contacts) == 1)

    noted = page.record.case.contacts[0]
    assert (noted.kind, noted.outcome) == (ContactKind.PHONE, ContactOutcome.NO_ANSWER)
    assert entry.entry.text() == ""
    assert entry.told.text().startswith("Noteret: Telefon")
    assert "torsdag den 26. november kl. 17.00" in contact_part(page).next.said.text()
    desk(page).undo()
    assert page.record.case.contacts == ()


def test_a_line_that_is_not_understood_stays_and_says_how_to_write_it(page: JournalPage) -> None:
    entry = contact_part(page).entry
    entry.entry.show_text("det var koldt i dag")
    entry.save.click()

    assert entry.problem.text() == contacts.NOT_UNDERSTOOD
    assert entry.entry.text() == "det var koldt i dag"
    assert page.record.case.contacts == ()


def test_one_key_notes_the_proposed_try_and_proposes_the_next(page: JournalPage) -> None:
    page.change("x", not_met_yet(page.record))
    card = contact_part(page).next
    assert card.said.text() == "Ring til Nadia i dag kl. 10.00"
    next(each for each in card.answers if each.text() == "Tog den ikke").click()

    assert page.record.case.contacts[-1].outcome is ContactOutcome.NO_ANSWER
    assert card.said.text() == "Ring til Nadia mandag den 23. november kl. 17.00"
    assert "Forsøg 2 af 5" in card.why.text()


def test_somebody_who_has_sat_at_the_desk_is_not_tried_for_the_first_time(page: JournalPage) -> None:
    card = contact_part(page).next

    assert page.record.case.contacts == ()
    assert card.said.text() == "Der er kontakt med Nadia"
    assert "Forsøg" not in card.why.text()


def test_when_the_tries_are_used_up_it_says_what_then(page: JournalPage) -> None:
    record = not_met_yet(page.record)
    for line in ("ring 16/11, intet svar", "ring 17/11, intet svar", "brev sendt 17/11", "besøg 18/11, ikke hjemme",
                 "besøg 19/11, ikke hjemme"):  # fmt: skip
        record = contacts.note_line(record, line, FRIDAY)
    page.change("x", record)
    card = contact_part(page).next

    assert card.said.text() == "Alle metodens forsøg er brugt"
    assert not card.then.isHidden()
    assert card.answers == []


def test_a_contact_is_opened_and_its_day_changed(page: JournalPage) -> None:
    page.change("x", contacts.note_line(page.record, "ring, intet svar", FRIDAY))
    tried = contact_part(page).tried
    row = tried.rows.rows["k1"]
    row.open()
    page.place.binder.find("case.contacts[k1].note").setFocus()
    page.change("x", contacts.put_in(page.record, replace(page.record.case.contacts[0], on=date(2026, 11, 2))))

    assert [one.on for one in contacts.newest_first(page.record.case)] == [FRIDAY, date(2026, 11, 2)]
    assert "Skrevet ind den 20. november" in tried.rows.rows["k2"].told.text()
    row.drop.click()
    assert list(tried.rows.rows) == ["k2"]


def test_a_task_is_written_done_with_g_and_opened_again(page: JournalPage, qtbot: QtBot) -> None:
    tasks = tasks_part(page).list
    QTest.keyClicks(tasks.entry.line, "lejer: find budgetkontoen senest 27.11")
    QTest.keyClick(tasks.entry.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.record.case.conversation.next_steps[-1].what == "Find budgetkontoen")
    task = page.record.case.conversation.next_steps[-1]
    row = tasks.rows.rows[task.id]
    row.done.setFocus()
    QTest.keyClick(row.done, Qt.Key.Key_G)

    assert page.record.case.conversation.next_steps[-1].done == FRIDAY
    assert task.id not in tasks.rows.rows
    tasks.fold.click()
    tasks.done.rows[task.id].done.click()
    assert page.record.case.conversation.next_steps[-1].done is None


def test_the_keyboard_goes_to_the_next_task_and_after_the_last_to_the_line_for_a_new_one(page: JournalPage) -> None:
    todos = tuple(Todo(id=f"t{n}", what=f"Opgave {n}", by=FRIDAY) for n in (1, 2, 3))
    page.change("x", paths.put(page.record, "case.conversation.next_steps", todos))
    tasks = tasks_part(page).list
    tasks.rows.rows["t2"].done.setFocus()
    went: list[object] = []
    for _ in todos:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_G)
        went.append(QApplication.focusWidget())

    assert [one.id for one in page.record.case.conversation.next_steps if one.done is None] == []
    assert went[-1] is tasks.entry.line


def test_a_proposal_that_is_taken_becomes_a_task_and_is_gone(page: JournalPage) -> None:
    found = tasks_part(page)
    before = list(found.proposed.rows.rows)
    assert "clock:pay_by" in before
    found.proposed.rows.rows["clock:pay_by"].take.click()

    assert page.record.case.conversation.next_steps[-1].source == "clock:pay_by"
    assert "clock:pay_by" not in found.proposed.rows.rows


def test_a_time_that_cannot_be_says_so_at_the_field_and_is_not_lost(page: JournalPage) -> None:
    tasks = tasks_part(page).list
    row = next(iter(tasks.rows.rows.values()))
    row.open()
    path = f"case.conversation.next_steps[{next(iter(tasks.rows.rows))}].time"
    field = page.place.binder.find(path)
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field.focusProxy() or field, "25")
    page.place.binder.flush()

    assert path in page.desk.drafts
    assert page.record.case.conversation.next_steps[0].time == ""


def test_a_long_list_of_contacts_is_shown_bit_by_bit(page: JournalPage) -> None:
    record = page.record
    for n in range(45):
        record = contacts.put_in(record, Contact(id="", on=date(2026, 10, 1 + n % 30), kind=ContactKind.PHONE))
    page.change("x", record)
    tried = contact_part(page).tried
    assert len(tried.rows.rows) == 20
    tried.more.click()
    assert len(tried.rows.rows) == 40
    tried.reveal(f"case.contacts[{contacts.newest_first(record.case)[-1].id}].note")
    assert len(tried.rows.rows) == 45


@pytest.mark.parametrize(("act", "name"), [("write_contact", "Skriv en kontakt"), ("write_task", "Ny opgave")])
def test_a_command_puts_the_keyboard_into_the_line(page: JournalPage, qtbot: QtBot, act: str, name: str) -> None:
    getattr(page, act)()

    def there() -> bool:
        focus = page.window().focusWidget()
        return focus is not None and focus.accessibleName() == name

    qtbot.waitUntil(there)


def test_the_step_counts_what_should_have_been_done(page: JournalPage) -> None:
    overview = desk(page).overview
    todos = page.record.case.conversation.next_steps
    late = replace(todos[0], by=date(2026, 11, 18))
    talk = replace(page.record.case.conversation, next_steps=(late, *todos[1:]))

    record = replace(page.record, case=replace(page.record.case, conversation=talk))
    assert JournalPage.state(record, overview).badge == "1"
    assert JournalPage.state(page.record, overview).badge == ""


def test_somebody_who_is_missing_is_added_with_what_the_case_knows_and_checked(page: JournalPage) -> None:
    found = people_part(page)
    assert "ingen endnu" in found.map.accessibleDescription()
    row = found.table.rows.rows["udlejer"]
    assert not row.mark.isHidden()
    row.add.click()

    person = page.record.case.contact_persons[-1]
    assert (person.side, person.organisation) == ("udlejer", page.record.case.tenancy.landlord)
    assert row.mark.isHidden()
    row.rows.rows[person.id].checked.click()
    assert page.record.case.contact_persons[-1].checked_on == FRIDAY


def test_the_map_shows_what_the_table_says_and_a_click_goes_there(page: JournalPage) -> None:
    found = people_part(page)
    nodes = [node.key for node, _ in found.map.places()]

    assert nodes == list(found.table.rows.rows)
    node, box = found.map.places()[1]
    QTest.mouseClick(found.map, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert found.window().focusWidget() is found.table.rows.rows[node.key].add
    QTest.mouseClick(found.map, Qt.MouseButton.LeftButton, pos=QPoint(found.map.width() // 2, 1))


def test_a_text_that_a_neighbour_must_not_read_does_not_leave(page: JournalPage) -> None:
    dialog = open_contact_text(page, ContactKind.SMS)
    assert dialog.copy.isEnabled()
    dialog.area.show_text("Hej. Ring om din restance.")
    dialog.area.edited.emit()

    assert not dialog.copy.isEnabled()
    assert not dialog.note.isEnabled()
    assert "restance" in dialog.problem.text()
    dialog.fresh.click()
    dialog.copy.click()
    assert "Hej Nadia." in QApplication.clipboard().text()
    dialog.note.click()
    assert page.record.case.contacts[-1].kind is ContactKind.SMS


def test_what_was_typed_in_a_text_is_there_when_it_is_opened_again(page: JournalPage) -> None:
    dialog = open_contact_text(page, ContactKind.LETTER)
    dialog.area.show_text("Kære Nadia. Ring, når du kan.")
    dialog.area.edited.emit()
    dialog.reject()

    assert open_contact_text(page, ContactKind.LETTER).area.text() == "Kære Nadia. Ring, når du kan."


def test_the_calendar_file_lands_where_it_was_asked_for(
    page: JournalPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    file = tmp_path / "kalender.ics"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    dialog = export_case(page, desk(page))
    assert settled(dialog) == []
    dialog.told.show_value(Told.NAME)
    dialog.told.edited.emit()
    assert settled(dialog) == []
    dialog.told.show_value(Told.NUMBER)
    dialog.agree.click()
    qtbot.waitUntil(file.exists)

    text = file.read_text("utf-8")
    assert "SUMMARY:Sag 2026-0143: opgave" in text
    assert "Nadia" not in text


@pytest.mark.parametrize("size", [(853, 533), (1280, 800)])
def test_every_part_fits_with_nothing_in_it_and_with_long_names(
    page: JournalPage, sample: Record, size: tuple[int, int]
) -> None:
    window = page.window()
    person = ContactPerson(
        id="kp1", side="udlejer", name=LONG, organisation=LONG, phone="55 50 12 20", email=f"{LONG}@x.dk"
    )
    long = crowded(sample)
    long = replace(long, case=replace(long.case, contact_persons=(person,)))
    long = contacts.note_line(long, f"ring, intet svar, {LONG} {LONG}, ring igen mandag kl. 9", FRIDAY)
    window.resize(QSize(*size))
    found = {}
    for which, record in (("empty", Record()), ("long", long)):
        page.change("x", record)
        for key in MINE:
            page.show_part(key)
            found[which, key] = settled(window)
    window.resize(QSize(1280, 800))

    assert {key: said for key, said in found.items() if said} == {}


def settled(window: QWidget) -> list[str]:
    """What does not fit once the window has come to rest: a layout may take a few turns."""
    for _ in range(MOST_TURNS):
        QApplication.processEvents()
        said = misfits(window)
        if not said:
            break
    return said
