"""The cases of a session: the list of them, opening one where it was left, several open at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog

from budgetdesk.actions.case_course import new_record, new_tenant_record
from budgetdesk.actions.case_list import remember, remembered
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _
from budgetdesk.settings import Settings
from budgetdesk.ui import background
from budgetdesk.ui.case_finding import find_cases, make_ready
from budgetdesk.ui.main_window import MainWindow
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.opened import OpenedCases
from budgetdesk.ui.opened_places import go_back, note_place
from budgetdesk.ui.opening_page import OpeningPage
from budgetdesk.ui.rates_notice import show_notice
from budgetdesk.ui.session_around import SessionAround
from budgetdesk.ui.start_page import StartActions, StartPage


class OfSession(Protocol):
    """What is needed of the session."""

    window: MainWindow
    workspace: Workspace | None
    settings: Settings
    today: date

    def show_calls(self) -> None:
        """Who to call, across all cases."""

    def show_arrears(self) -> None:
        """The landlords' lists of arrears."""

    def attempt(self, action: Callable[[], object]) -> None:
        """Do something, and say what went wrong."""


class SessionCases:
    """What a session does with cases."""

    def __init__(self, session: OfSession) -> None:
        self._session = session
        self.opened = OpenedCases()
        self.to_open_again = ""
        """The case that was on the desk when the store was locked."""

    def show_start(self) -> None:
        """The list of cases; an open case is saved first, and is still there to switch to."""
        self.note_place()
        self._session.window.close_case()
        if self._session.workspace is None or self._session.workspace.locked:
            return
        workspace = self._session.workspace
        page = StartPage(
            StartActions(
                new=self.new_case,
                open=self.open_case,
                sample=self.open_sample,
                read_file=self.read_file,
                calls=self._session.show_calls,
                arrears=self._session.show_arrears,
                calendar=self.show_calendar,
                new_tenant=self.new_tenant,
                search=partial(find_cases, workspace),
                keep=lambda chosen: self._session.attempt(lambda: remember(workspace, chosen)),
            ),
            self._session.today,
            remembered(workspace),
        )
        page.show_cases(workspace.cases())
        make_ready(page, workspace)
        self._session.window.show_page(page)
        show_notice(self._session.window, workspace)

    def show_calendar(self) -> None:
        """The days of all open cases, to the calendar; nothing while the store is locked."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.locked:
            from budgetdesk.ui.dialogs.calendar_export import export_all  # noqa: PLC0415 - not before it is wanted

            export_all(self._session.window, workspace, self._session.today)

    def show_again(self) -> None:
        """A dialog over the list has made or changed cases: the list shows them, with the same search."""
        workspace = self._session.workspace
        if workspace is not None and not workspace.locked:
            for page in self._session.window.findChildren(StartPage):
                if page.isVisible():
                    page.show_cases(workspace.cases())

    def new_case(self, record: Record | None = None) -> None:
        """Open a new case. One that was being made while the store was locked is dropped."""
        if self._session.workspace is not None and not self._session.workspace.locked:
            workspace, made = self._session.workspace, record if record is not None else new_record(self._session.today)
            self._session.attempt(lambda: self._open(workspace, workspace.new_case(made)))

    def new_tenant(self) -> None:
        """Open a case that begins before moving in, where persons and home are written."""
        self.new_case(new_tenant_record(self._session.today))
        if self._session.window.case_view is not None:
            self._session.window.case_view.show_page("sag")

    def open_case(self, case_id: str, page: str = "") -> None:
        """Open a case where it was left, or on the page that is named."""
        self.to_open_again = ""
        self.note_place()
        if self._session.workspace is not None:
            workspace, left = self._session.workspace, self.opened.place_of(case_id)
            wanted = page or (left.page if left is not None else "") or self._session.settings.last_page
            self._session.attempt(lambda: self._open_short_or_long(workspace, case_id, wanted))

    def _open_short_or_long(self, workspace: Workspace, case_id: str, page: str) -> None:
        """A case with ten years of bank rows is read in a thread."""
        if not workspace.is_long(case_id):
            self._open(workspace, workspace.desk(case_id), page)
            return

        def read() -> Desk:
            desk = workspace.desk(case_id)
            desk.record.spending.rows.look_up()
            _rest = desk.overview
            return desk

        def opened(desk: Desk) -> None:
            if not workspace.locked:
                self._open(workspace, desk, page)

        def failed(error: Exception) -> None:
            if not workspace.locked:
                self.show_start()
                show_error(self._session.window, error)

        self._session.window.close_case()
        waiting = OpeningPage(_("Åbner sagen …"))
        self._session.window.show_page(waiting)
        background.run(waiting, read, opened, failed)  # not at all once somebody has gone elsewhere

    def _open(self, workspace: Workspace, desk: Desk, page: str = "") -> None:
        self.note_place()
        around = SessionAround(workspace, desk, self.open_case, self.new_case)
        view = self._session.window.open_desk(desk, Vault(workspace, desk), around, page=page)
        view.page_shown.connect(self._page_shown)
        self._page_shown(view.current)
        self.opened.take(desk.case_id)
        go_back(view, self.opened.place_of(desk.case_id))
        self._session.window.show_open_cases(self.opened.numbers())
        show_notice(self._session.window, workspace)

    def note_place(self) -> None:
        """Remember where the open case is left."""
        if self._session.window.case_view is not None:
            note_place(self._session.window.case_view, self.opened)

    def switch_case(self, case_id: str = "", *, forward: bool = True) -> None:
        """To the next of the open cases, or to one of them; from the list of cases back to the one left last."""
        view = self._session.window.case_view
        here = view.desk.case_id if view is not None else ""
        to = case_id or self.opened.after(here, forward=forward)
        if to and to != here and self._session.workspace is not None and not self._session.workspace.locked:
            self.open_case(to)

    def put_away(self) -> None:
        """Close the open case; Ctrl+Tab does not come to it any more."""
        view = self._session.window.case_view
        self.show_start()
        if view is not None:
            self.opened.put_away(view.desk.case_id)

    def _page_shown(self, key: str) -> None:
        self._session.settings = replace(self._session.settings, last_page=key)

    def open_sample(self) -> None:
        """The invented household as a new case; changing it harms nobody."""
        if self._session.workspace is not None and not self._session.workspace.locked:
            library, today = self._session.workspace.library, self._session.today
            background.run(self._session.window, lambda: sample_record(library, today=today), self.new_case)

    def read_file(self) -> None:
        """Take a case file in as a new case; nothing while the store is locked."""
        if self._session.workspace is None or self._session.workspace.locked:
            return
        name, _rest = QFileDialog.getOpenFileName(
            self._session.window, _("Hent sag fra fil"), "", _("Sagsfiler (*.json)")
        )
        if name:
            workspace = self._session.workspace
            self._session.attempt(lambda: self._open(workspace, workspace.import_case(Path(name))[0]))
