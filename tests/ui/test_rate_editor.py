"""New year, no figures: the banner says so, the notice is typed in, a second person confirms, and everything counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import at_rest, let_run

from budgetdesk.actions import rate_drafts, rates
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.workspace import Workspace
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.rate_edits import RateEdit, Standing
from budgetdesk.benefits.rates import Confidence, expired
from budgetdesk.settings import Settings
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.ui.frame.rates_banner import RatesBanner
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.rates.enter_part import EnterPart
from budgetdesk.ui.rates.stale_part import StalePart
from budgetdesk.ui.rates.waiting_part import HistoryPart, WaitingPart
from budgetdesk.ui.rates.window import RatesWindow
from budgetdesk.ui.session import Session
from budgetdesk.ui.theme import Look

NEW_YEAR = date(2027, 1, 2)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    folder = tmp_path / "profil"
    with Workspace.create(folder, passphrase="fire ord i rad", today=NEW_YEAR, keyring=NO_KEYRING) as opened:
        yield opened


@pytest.fixture
def session(qtbot: QtBot, qapp: QApplication, workspace: Workspace, tmp_path: Path) -> Session:
    window = MainWindow(look=Look.LIGHT, day_is_fixed=True)
    qtbot.addWidget(window)
    made = Session(window, tmp_path / "profil", NEW_YEAR, Settings())
    made.workspace = workspace
    window.resize(1280, 800)
    window.show()
    made.show_start()
    return made


def banner(session: Session) -> RatesBanner:
    return session.window.findChildren(RatesBanner)[-1]


def opened(session: Session, part: str) -> RatesWindow:
    session.show_rates()
    dialog = session.window.findChild(RatesWindow)
    assert dialog is not None
    dialog.show_part(part)
    return dialog


def entering(session: Session, law: str = "boernetilskud") -> tuple[RatesWindow, EnterPart]:
    """The first part with a short law chosen: few rows are made soon."""
    dialog = opened(session, "enter")
    part = dialog.parts["enter"]
    assert isinstance(part, EnterPart)
    part.law.show_value(law)
    part.law.edited.emit()
    return dialog, part


def new_year_of_everything(workspace: Workspace) -> list[RateEdit]:
    """Every figure that has expired, two per cent up, as the notices might say."""
    library = workspace.library
    ended = {(one.law, name) for one in expired(library.rates, NEW_YEAR) for name in one.series}
    return [
        RateEdit(
            law=law,
            series=name,
            value=(old * Decimal("1.02")).quantize(Decimal(1)) if old > 1000 else old,
            start=date(2027, 1, 1),
            end=date(2027, 12, 31),
            source="Prøvesatser 2027",
            confidence=Confidence.PRIMARY,
            entered_by="Karen Mølgaard",
            entered_on=NEW_YEAR,
        )
        for law, name in sorted(ended)
        for old in [library.rates[law].series[name].rates[-1].value]
    ]


def test_the_banner_stands_on_the_list_of_cases_and_in_the_case_until_it_is_closed_for_the_day(
    session: Session, workspace: Workspace
) -> None:
    assert "Satserne for 2026 gælder ikke længere (Boligstøtteloven" in banner(session).said.text()
    session.new_case()
    assert banner(session).isVisible()
    QTest.mouseClick(banner(session).close_today, Qt.MouseButton.LeftButton)

    assert not banner(session).isVisible()
    workspace.today = date(2027, 1, 3)
    session.show_start()
    assert banner(session).isVisible()


def test_the_banner_is_a_quiet_note_thirty_days_before_and_silent_earlier(
    session: Session, workspace: Workspace
) -> None:
    workspace.today = date(2026, 12, 1)
    session.show_start()
    assert (banner(session).isVisible(), banner(session).property("tone")) == (True, "")
    assert "til og med 31. december 2026" in banner(session).said.text()
    workspace.today = date(2026, 11, 30)
    session.show_start()

    assert not banner(session).isVisible()


def test_a_year_is_typed_down_the_column_by_keys_and_waits_for_a_second_person(
    session: Session, workspace: Workspace
) -> None:
    dialog, part = entering(session)
    QTest.keyClicks(dialog.name.line, "Karen Mølgaard")
    QTest.keyClicks(part.source.line, "Satser for 2027")
    rows = list(part.rows.rows.values())
    rows[0].field.setFocus()
    QTest.keyClicks(rows[0].field.line, "7.103")
    assert rows[0].said.text() == "+2 %".replace(" ", "\u00a0")
    QTest.keyClick(rows[0].field.line, Qt.Key.Key_Return)
    assert dialog.focusWidget() is rows[1].field.line
    QTest.keyClicks(rows[1].field.line, "71.000")
    assert "over 15 %" in rows[1].said.text()
    QTest.keyClick(rows[1].field.line, Qt.Key.Key_Down)
    QTest.keyClicks(rows[2].field.line, "5025")
    assert rows[2].said.text() == "uændret"
    part.save.click()

    waiting = rates.edits_of(workspace, Standing.WAITING)
    assert [(edit.value, edit.source, edit.entered_by) for edit in waiting] == [
        (7_103, "Satser for 2027", "Karen Mølgaard"),
        (71_000, "Satser for 2027", "Karen Mølgaard"),
        (5_025, "Satser for 2027", "Karen Mølgaard"),
    ]
    assert not rate_drafts.drafts(workspace).keys() - {"source", "link", "source_day"}


def test_what_is_refused_is_said_at_its_field_and_nothing_is_taken_in(session: Session, workspace: Workspace) -> None:
    dialog, part = entering(session)
    part.save.click()
    assert "navn" in dialog.name.problem.text()
    QTest.keyClicks(dialog.name.line, "Karen")
    first = next(made for made in part.rows.rows.values() if made.row.series.unit == "pct")
    QTest.keyClicks(first.field.line, "tres")
    part.save.click()
    assert "kan ikke læses" in first.field.problem.text()
    first.field.line.clear()
    QTest.keyClicks(first.field.line, "101")
    part.save.click()
    assert "hvor satsen står" in part.source.problem.text()
    QTest.keyClicks(part.source.line, "Satser")
    part.save.click()

    assert "for meget" in first.field.problem.text()
    assert not rates.edits_of(workspace)


def test_what_was_typed_is_there_again_when_the_window_was_closed(session: Session) -> None:
    dialog, part = entering(session)
    first = next(iter(part.rows.rows.values()))
    QTest.keyClicks(first.field.line, "60")
    QTest.keyClick(first.field.line, Qt.Key.Key_Down)
    dialog.close()
    let_run(1)
    _, again = entering(session)

    assert next(iter(again.rows.rows.values())).field.text() == "60"


def test_only_another_name_confirms_and_then_the_open_case_counts_with_it(
    session: Session, workspace: Workspace, qtbot: QtBot
) -> None:
    session.new_case(sample_record(workspace.library, today=NEW_YEAR))
    view = session.window.case_view
    assert view is not None
    boligstoette = next(one for one in view.desk.overview.assessments if one.benefit == "boligstoette")
    assert (boligstoette.verdict, "Vi har ingen sats" in boligstoette.summary) == (Verdict.UNKNOWN, True)
    assert not rates.enter(workspace, new_year_of_everything(workspace))
    dialog = opened(session, "waiting")
    part = dialog.parts["waiting"]
    assert isinstance(part, WaitingPart)
    QTest.keyClicks(dialog.name.line, "karen mølgaard")
    part.all.click()
    assert "En anden skal kontrollere" in dialog.name.problem.text()
    dialog.name.line.clear()
    QTest.keyClicks(dialog.name.line, "Søren Dahl")
    part.all.click()
    at_rest()

    boligstoette = next(one for one in view.desk.overview.assessments if one.benefit == "boligstoette")
    assert boligstoette.amount_per_month
    assert {(used.entered_by, used.confirmed_by) for used in boligstoette.rates_used} == {
        ("Karen Mølgaard", "Søren Dahl")
    }
    assert not banner(session).isVisible()
    assert part.nothing.isVisible()


def test_the_cases_that_went_stale_are_listed_and_a_click_opens_one(session: Session, workspace: Workspace) -> None:
    number = workspace.new_case(sample_record(workspace.library, today=NEW_YEAR)).case_id
    workspace.new_case()
    workspace.save_document(number, kind="ydelser", title="Ydelser", pdf=b"%PDF")
    assert not rates.enter(workspace, new_year_of_everything(workspace))
    workspace.today = date(2027, 1, 3)
    rates.confirm(workspace, [edit.id for edit in rates.edits_of(workspace)], by="Søren Dahl")
    dialog = opened(session, "stale")
    part = dialog.parts["stale"]
    assert isinstance(part, StalePart)
    part.begin.click()
    at_rest()

    assert number in part.rows.rows
    assert "1 papir" in part.said.text()
    part.rows.rows[number].link.click()
    assert session.window.case_view is not None
    assert session.window.case_view.desk.case_id == number


def test_looking_through_the_cases_can_be_stopped(session: Session, workspace: Workspace) -> None:
    workspace.new_case()
    assert not rates.enter(workspace, new_year_of_everything(workspace)[:3])
    rates.confirm(workspace, [edit.id for edit in rates.edits_of(workspace)], by="Søren Dahl")
    part = opened(session, "stale").parts["stale"]
    assert isinstance(part, StalePart)
    part.begin.click()
    part.stop.click()
    at_rest()

    assert "Stoppet" in part.said.text()


def test_a_figure_in_force_is_withdrawn_with_a_name_and_stays_in_the_history(
    session: Session, workspace: Workspace
) -> None:
    assert not rates.enter(workspace, new_year_of_everything(workspace)[:1])
    rates.confirm(workspace, [edit.id for edit in rates.edits_of(workspace)], by="Søren Dahl")
    dialog = opened(session, "history")
    part = dialog.parts["history"]
    assert isinstance(part, HistoryPart)
    QTest.keyClicks(dialog.name.line, "Lone Bang")
    part._withdraw(list(part.edits))

    (edit,) = part.edits.values()
    assert (edit.standing, edit.withdrawn_by) == (Standing.WITHDRAWN, "Lone Bang")
