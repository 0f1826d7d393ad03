"""The part Notater of the page Journal, and the list of what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal as D

import pytest
from fits import LONG, misfits
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.desk import Desk
from budgetdesk.casework.note_topics import Heading
from budgetdesk.household import paths
from budgetdesk.household.course import Contact, JournalNote
from budgetdesk.household.words import ContactKind, ContactOutcome
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.pages.journal.contacts import ContactsPart
from budgetdesk.ui.pages.journal.notes import NotesPart
from budgetdesk.ui.pages.journal.notes_kept import ClosedRow, OpenRow
from budgetdesk.ui.pages.journal.page import JournalPage
from budgetdesk.ui.pages.journal.timeline import TimelinePart

Open = Callable[[Desk], MainWindow]


def journal(window: MainWindow) -> JournalPage:
    view = window.case_view
    assert view is not None
    view.show_page("journal")
    page = view.pages["journal"]
    assert isinstance(page, JournalPage)
    return page


def notes_of(window: MainWindow) -> NotesPart:
    part = journal(window).show_part("notater")
    assert isinstance(part, NotesPart)
    return part


def new_rent(desk: Desk, rent: int = 7450) -> None:
    desk.change("Husleje", paths.put(desk.record, "case.tenancy.rent_per_month", D(rent)))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def said(part: NotesPart, heading: Heading) -> list[str]:
    return [plain(row.text.text()) for row in part.draft.blocks[heading].rows.rows.values()]


def test_the_draft_follows_the_case_and_closes_with_two_presses(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    part = notes_of(open_window(desk))
    assert not part.closing.ask.isEnabled()
    new_rent(desk)
    qtbot.waitUntil(part.closing.ask.isEnabled)
    assert "Huslejen er 7.450 kr. pr. måned før boligstøtte (før 7.600 kr.)." in said(part, Heading.SEEN)
    assert part.closing.title.value() == "Møde 20. november 2026"

    part.closing.ask.click()
    qtbot.waitUntil(part.closing.yes.isVisible)
    part.closing.yes.click()

    (note,) = desk.record.case.notes
    assert "Huslejen er 7.450 kr." in plain(note.text)
    assert (note.closed_on, note.closed_by) == (date(2026, 11, 20), "Karen Mølgaard")
    assert said(part, Heading.SEEN) == []
    (row,) = part.kept.rows.rows.values()
    assert isinstance(row, ClosedRow)


def test_a_sentence_is_changed_taken_out_and_put_back_by_keys(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    part = notes_of(open_window(desk))
    new_rent(desk)
    block = part.draft.blocks[Heading.SEEN]
    qtbot.waitUntil(lambda: bool(block.rows.rows))
    row = next(one for one in block.rows.rows.values() if "Huslejen" in one.text.text())
    row.change.setFocus()
    QTest.keyClick(row.change, Qt.Key.Key_Return)
    qtbot.waitUntil(row.field.editor.area.hasFocus)
    QTest.keyClicks(row.field.editor.area, "Huslejen stiger til nytaar.")
    part.closing.title.line.setFocus()
    qtbot.waitUntil(row.text.isVisible)
    assert row.text.text() == "Huslejen stiger til nytaar."

    row.out.setFocus()
    QTest.keyClick(row.out, Qt.Key.Key_Delete)
    assert [one for one in said(part, Heading.SEEN) if "Huslejen" in one] == []
    (back,) = part.closing.gone.rows.values()
    back.click()
    assert "Huslejen stiger til nytaar." in said(part, Heading.SEEN)


def test_own_words_are_kept_as_they_are_typed(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    part = notes_of(open_window(desk))
    words = part.draft.blocks[Heading.AGREED].words
    words.editor.area.setFocus()
    QTest.keyClicks(words.editor.area, "Vi tales ved fredag")
    qtbot.waitUntil(lambda: desk.meeting is not None and bool(desk.meeting.edits))

    assert desk.meeting is not None
    assert desk.meeting.edits[0].text == "Vi tales ved fredag"


def test_what_is_half_typed_is_kept_when_the_case_is_closed(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(desk)
    part = notes_of(window)
    area = part.draft.blocks[Heading.AGREED].words.editor.area
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    QTest.keyClicks(area, "Vi tales")
    window.close_case()

    assert desk.meeting is not None
    assert [one.text for one in desk.meeting.edits] == ["Vi tales"]


def test_a_sentence_that_is_emptied_is_taken_out(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    part = notes_of(open_window(desk))
    new_rent(desk)
    block = part.draft.blocks[Heading.SEEN]
    qtbot.waitUntil(lambda: bool(block.rows.rows))
    row = next(one for one in block.rows.rows.values() if "Huslejen" in one.text.text())
    row.open_field()
    qtbot.waitUntil(row.field.editor.area.hasFocus)
    QTest.keyClick(row.field.editor.area, Qt.Key.Key_Delete)
    part.page.place.binder.flush()
    assert row in block.rows.rows.values()
    part.closing.title.line.setFocus()

    qtbot.waitUntil(lambda: bool(part.closing.gone.rows))


def test_opened_again_it_asks_whether_it_is_the_same_meeting(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(desk)
    new_rent(desk)
    assert not notes_of(window).resume.isVisible()
    again = Desk(desk.case_id, desk._store, today=desk.today, library=desk.library)
    part = notes_of(open_window(again))
    qtbot.waitUntil(part.resume.isVisible)
    assert "ikke lukket" in part.resume.said.text()

    part.resume.aside.click()
    qtbot.waitUntil(lambda: not part.resume.isVisible())
    (row,) = part.kept.rows.rows.values()
    assert isinstance(row, OpenRow)
    row.close_it.click()
    assert again.record.case.notes[0].closed_by == "Karen Mølgaard"


def test_a_closed_note_is_corrected_by_a_new_one(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    note = JournalNote(id="n1", on=desk.today, title="Møde", text="Hvad vi så\nHuslejen er 1 kr.", closed_on=desk.today)
    desk.change("n", paths.add(desk.record, "case.notes", note))
    part = notes_of(open_window(desk))
    row = next(iter(part.kept.rows.rows.values()))
    assert isinstance(row, ClosedRow)
    row.open()
    row.wrong.click()
    made = next(one for one in part.kept.rows.rows.values() if isinstance(one, OpenRow))
    qtbot.waitUntil(made.field.editor.area.hasFocus)

    assert desk.record.case.notes[1].corrects == "n1"
    qtbot.waitUntil(row.corrected.isVisible)


def test_own_notes_stand_apart_and_say_what_they_are(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    part = notes_of(open_window(desk))
    part.own.new.click()
    (row,) = part.own.rows.rows.values()
    qtbot.waitUntil(row.field.editor.area.hasFocus)
    QTest.keyClicks(row.field.editor.area, "husk kaffe")
    part.own.new.setFocus()
    qtbot.waitUntil(lambda: any(one.text == "husk kaffe" for one in desk.record.case.notes))

    assert desk.record.case.notes[0].own
    assert part.own.property("tone") == "violet"
    assert not part.own.forget.isVisible()
    desk.change("slut", paths.put(desk.record, "case.course.ended", desk.today))
    qtbot.waitUntil(part.own.forget.isVisible)
    part.own.forget.click()
    assert desk.record.case.notes == ()


def test_a_worry_about_a_child_gets_a_quiet_hint_and_nothing_is_stored_by_it(
    desk: Desk, open_window: Open, qtbot: QtBot
) -> None:
    part = notes_of(open_window(desk))
    block = part.draft.blocks[Heading.SEEN]
    block.words.editor.area.setFocus()
    qtbot.waitUntil(block.words.editor.area.hasFocus)
    QTest.keyClicks(block.words.editor.area, "Alma er bange for at komme hjem")
    qtbot.waitUntil(block.hint.isVisible)
    assert "underretning" in block.hint.text()
    before = desk.record
    block.words.editor.area.selectAll()
    QTest.keyClicks(block.words.editor.area, "Huslejen er betalt")
    qtbot.waitUntil(block.hint.isHidden)
    assert desk.record is before


def test_the_duty_and_whom_to_call_are_one_command_away(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    page = journal(open_window(desk))
    page.show_child()
    part = page.part("notater")
    assert isinstance(part, NotesPart)
    qtbot.waitUntil(part.child.inside.isVisible)

    qtbot.waitUntil(part.child.calls.isVisible)


def test_the_timeline_is_narrowed_by_words_and_kinds_and_leads_to_where_it_stands(
    desk: Desk, open_window: Open, qtbot: QtBot
) -> None:
    contact = Contact(
        id="k1", on=date(2026, 11, 18), kind=ContactKind.PHONE, outcome=ContactOutcome.REACHED, note="Talte om foraar"
    )
    note = JournalNote(id="n1", on=desk.today, title="Møde på kontoret", text="Hvad vi så\nAlt.", closed_on=desk.today)
    case = replace(desk.record.case, contacts=(contact,), notes=(note,))
    desk.change("x", replace(desk.record, case=case))
    page = journal(open_window(desk))
    part = page.show_part("forloeb")
    assert isinstance(part, TimelinePart)
    assert len(part.rows.rows) == 4
    part.search.show_text("FORÅR nadia")
    part.search.edited.emit()
    assert [row.kind.text() for row in part.rows.rows.values()] == ["Kontakt"]
    part.search.show_text("findes ikke")
    part.search.edited.emit()
    qtbot.waitUntil(part.none.isVisible)
    part._all_again()
    next(row for row in part.rows.rows.values() if row.kind.text() == "Notat").show_it.click()

    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), type(next(iter(notes_row(page))).fold)))
    qtbot.waitUntil(next(iter(notes_row(page))).text.isVisible)


def notes_row(page: JournalPage) -> list[ClosedRow]:
    part = page.part("notater")
    assert isinstance(part, NotesPart)
    return [row for row in part.kept.rows.rows.values() if isinstance(row, ClosedRow)]


def settle() -> None:
    for _ in range(6):
        QApplication.processEvents()


@pytest.mark.parametrize("size", [(1280, 800), (860, 640), (1920, 1080)])
def test_long_names_and_many_sentences_fit(desk: Desk, open_window: Open, qtbot: QtBot, size: tuple[int, int]) -> None:
    window = open_window(desk)
    window.resize(*size)
    desk.change("navn", paths.put(desk.record, "case.persons[p1].name", LONG))
    desk.change("udlejer", paths.put(desk.record, "case.tenancy.landlord", f"{LONG}s Almene Boligselskab af 1912"))
    new_rent(desk)
    part = notes_of(window)
    part.own.add_note()
    part.child.open()
    closed = JournalNote(id="n8", on=desk.today, title=LONG * 2, text="Hvad vi så\n" + LONG * 4, closed_on=desk.today)
    desk.change("n", paths.add(desk.record, "case.notes", closed))
    desk.change("o", paths.add(desk.record, "case.notes", JournalNote(id="n9", title=LONG, text=LONG)))
    for row in part.kept.rows.rows.values():
        if isinstance(row, ClosedRow):
            row.open()
    settle()

    assert misfits(window) == []
    journal(window).show_part("forloeb")
    settle()
    assert misfits(window) == []


def test_a_contact_that_sounds_like_a_worry_for_a_child_gets_the_hint_as_well(desk: Desk, open_window: Open) -> None:
    part = journal(open_window(desk)).show_part("kontakt")
    assert isinstance(part, ContactsPart)
    part.entry.entry.show_text("ring, datteren græder")
    part.entry.entry.edited.emit()
    assert not part.entry.child.isHidden()
    part.entry.entry.show_text("ring, tog ikke telefonen")
    part.entry.entry.edited.emit()

    assert part.entry.child.isHidden()


def test_the_note_is_written_and_closed_by_keys_alone(desk: Desk, open_window: Open, qtbot: QtBot) -> None:
    window = open_window(desk)
    new_rent(desk)
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    part = notes_of(window)
    first = part.draft.blocks[Heading.PURPOSE].words.editor.area
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClicks(first, "Om huslejen")
    for _ in range(60):
        here = QApplication.focusWidget()
        if here is part.closing.ask:
            break
        QTest.keyClick(here, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is part.closing.ask
    QTest.keyClick(part.closing.ask, Qt.Key.Key_Return)
    qtbot.waitUntil(part.closing.yes.hasFocus)
    QTest.keyClick(part.closing.yes, Qt.Key.Key_Return)

    (note,) = desk.record.case.notes
    assert plain(note.text).startswith("Formål\nOm huslejen\n\nHvad vi så\n")
    assert note.closed_on == desk.today
