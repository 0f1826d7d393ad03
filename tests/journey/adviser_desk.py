"""An adviser's desk over a month: the program started day after day on one profile, and what the script did there."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from keyboard import CTRL, Key, Keyboard, seen
from month_people import Known
from program import choose_passphrase, end, unlock

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.ui.session import Session

FIRST, LISTED, TALKS, PLANS, LOCKED, LAST = DAYS = tuple(date(2026, 11, day) for day in (2, 6, 12, 18, 23, 30))
PICTURES_TO = os.environ.get("BUDGETDESK_JOURNEY_PICTURES", "")
"""A folder that gets a picture of each stage; empty for none."""
EVICTED, NEWCOMER = "Viggo Zebulonsen", "Rosa Kvistgårdsen"
OWED_AT_THE_END = 22800
TASK = "Find lønsedlen"


@dataclass(frozen=True)
class Size:
    """How much happens. Two cases are typed in; the others come from the list, or are made as the desk would."""

    cases: int
    meetings: int
    plans: int
    from_list: int

    @property
    def made(self) -> int:
        return self.cases - self.from_list - self.plans - 2


WHOLE = Size(cases=40, meetings=12, plans=3, from_list=4)
SHORT = Size(cases=8, meetings=2, plans=1, from_list=1)


@dataclass
class Month:
    """One adviser, one profile, and what the script knows that it did."""

    kb: Keyboard
    begin: Callable[[date], Session]
    folder: Path
    size: Size
    made: list[Known] = field(default_factory=list)
    listed: list[Known] = field(default_factory=list)
    planned: list[Known] = field(default_factory=list)
    figures: dict[str, dict[str, str]] = field(default_factory=dict)
    """Table of the statistics -> what each of its rows said on the last day."""
    records: dict[str, Record] = field(default_factory=dict)
    """The cases as they were when the program was closed for the last time."""
    held: dict[str, int] = field(default_factory=dict)
    """What was done, counted."""
    stages: int = 0
    _session: Session | None = None

    # days

    def morning(self, day: date) -> None:
        """The program is started; the cases are there."""
        self._session = self.begin(day)
        if day == FIRST:
            choose_passphrase(self.kb)
        else:
            unlock(self.kb)
        self.kb.wait(lambda: "Alt ligger krypteret" in seen())
        self.kb.rest()
        self.picture(f"{day:%d}_sager")

    def evening(self) -> None:
        """The program is closed; what is in the store is looked at from outside the window next morning."""
        self.records = {one.id: self.workspace.desk(one.id).record for one in self.workspace.cases()}
        end(self.session)
        self._session = None

    @property
    def session(self) -> Session:
        assert self._session is not None
        return self._session

    @property
    def workspace(self) -> Workspace:
        assert self.session.workspace is not None
        return self.session.workspace

    @property
    def desk(self) -> Desk:
        view = self.session.window.case_view
        assert view is not None, "no case is open"
        return view.desk

    def done(self, what: str) -> None:
        self.held[what] = self.held.get(what, 0) + 1

    def picture(self, name: str) -> None:
        """A picture of what stands on the screen."""
        if PICTURES_TO:
            self.kb.rest()  # the layout comes to rest after what is worked out
            self.stages += 1
            top = self.kb.here().window()
            top.grab().save(str(Path(PICTURES_TO) / f"{self.stages:03}_{name}.png"))

    # moving about

    def open(self, name: str) -> None:
        """From the list of cases, by a few letters of a name."""
        self.back_to_list()
        self.kb.fill(name)
        self.kb.rest()
        self.kb.enter()
        self.kb.wait(lambda: self.session.window.case_view is not None)
        self.kb.rest()
        tenant = self.desk.record.case.tenant
        assert tenant is not None
        assert tenant.name == name

    def back_to_list(self) -> None:
        if self.session.window.case_view is not None:
            self.kb.press(Key.Key_W, CTRL)
            self.kb.rest()
        self.kb.go_to("Søg i sagerne")

    def close_dialog(self) -> None:
        self.kb.press(Key.Key_Escape)
        self.kb.wait(lambda: not self.kb.in_dialog())
        self.kb.rest()
