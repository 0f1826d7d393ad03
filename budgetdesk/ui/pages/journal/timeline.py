"""The part Forløb: everything that has happened, in one list that can be searched and narrowed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.actions.signing import KeptPaper
from budgetdesk.actions.timelines import events_of
from budgetdesk.formats import day
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.journal.part import Part
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording.timeline import KINDS, NAMES_OF_ONE, Event, EventKind, searched

AT_ONCE = 40
"""So many events are made; the others when they are asked for."""
DAY, KIND = 140, 84
"""Room for the day and the kind, px."""
DETAIL = 160
"""So many letters of what a note or a contact says are shown."""


class TimelinePart(Part):
    """Search and kinds above, the events below."""

    key, word = "forloeb", N_("Forløb")

    def build(self) -> None:
        self._of: tuple[Case, tuple[KeptPaper, ...]] | None = None
        self._events: dict[str, Event] = {}
        self._all: tuple[Event, ...] = ()
        self._most = AT_ONCE
        self.card = Card()
        self.search = LineEdit(_("Søg i forløbet"))
        self.search.name(_("Søg i forløbet"))
        self.search.edited.connect(self._narrow)
        self.kinds = Choice([("", _("Alt")), *((kind, translated(KINDS)[kind]) for kind in EventKind)])
        self.kinds.name(_("Vis kun"))
        self.kinds.show_value("")
        self.kinds.edited.connect(self._narrow)
        self.said = Words("", "small")
        self.rows: Rows[str, EventRow] = Rows(self._row)
        self.more = button(_("Vis flere"), self._more)
        self.empty = EmptyState(
            _("Der er ikke sket noget endnu"), _("Kontakt, notater, breve og aftaler står her med dagen.")
        )
        self.none = EmptyState(
            _("Intet passer til søgningen"),
            _("Prøv et andet ord, eller vis alt."),
            button(_("Vis alt"), self._all_again),
        )
        self.card.add(Labelled(_("Søg"), self.search), self.kinds, self.said, self.rows, row(self.more))
        self.card.add(self.empty, self.none)
        self.add(self.card)

    def refresh(self, overview: Overview) -> None:
        del overview
        page = self.page
        papers = page.place.vault.papers() if page.place.vault is not None else ()
        if self._of is not None and self._of[0] is page.record.case and self._of[1] == papers:
            return
        self._of = (page.record.case, papers)
        self._all = events_of(page.record.case, page.desk.library, papers)
        self._narrow()

    def shown(self) -> tuple[Event, ...]:
        """The events that search and kind let through."""
        kind = self.kinds.value()
        return tuple(one for one in searched(self._all, self.search.value()) if kind in ("", one.kind))

    def _narrow(self) -> None:
        found = self.shown()
        self._events = {f"{one.path} {one.kind}": one for one in found}
        keys = list(self._events)[: self._most]
        self.rows.show_items(keys)
        for key in keys:
            self.rows.rows[key].show_event(self._events[key])
        narrowed = len(found) < len(self._all)
        self.said.setText(
            _("{count} af {count_2}").format(count=len(found), count_2=len(self._all)) if narrowed else ""
        )
        for each, is_shown in (
            (self.said, narrowed and bool(found)),
            (self.more, len(self._events) > self._most),
            (self.empty, not self._all),
            (self.none, bool(self._all) and not found),
        ):
            set_shown(each, is_shown)

    def _row(self, key: str) -> EventRow:
        return EventRow(self.page, self._events[key])

    def _more(self) -> None:
        self._most += AT_ONCE
        self._narrow()

    def _all_again(self) -> None:
        self.search.show_text("")
        self.kinds.show_value("")
        self._narrow()
        self.search.line.setFocus()


class EventRow(QWidget):
    """The day, what it is about, the sentence, and the way to where it stands."""

    def __init__(self, page: Page, event: Event) -> None:
        super().__init__()
        self._page, self._event = page, event
        self.day, self.kind = Words("", "small"), Words("", "small")
        self.day.setFixedWidth(DAY)
        self.kind.setFixedWidth(KIND)
        self.text = Words("")
        self.show_it = button(_("Vis"), self._go, role="quiet")
        self.detail = Words("", "small")
        told = QVBoxLayout()
        told.setSpacing(2)
        told.addWidget(self.text)
        told.addWidget(self.detail)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 7, 0, 7)
        across.setSpacing(8)
        across.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(told, 1)
        across.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignTop)
        self.show_event(event)

    def show_event(self, event: Event) -> None:
        """Show the event as it stands."""
        self._event = event
        self.day.setText(day(event.on) if event.on is not None else _("Uden dag"))
        self.kind.setText(translated(NAMES_OF_ONE)[event.kind])
        self.text.setText(event.text)
        self.show_it.setAccessibleName(_("Vis: {day}, {text}").format(day=self.day.text(), text=event.text))
        self.detail.setText(_short(event.detail))
        set_shown(self.detail, bool(event.detail))

    def _go(self) -> None:
        event = self._event
        self._page.place.go(event.page, "" if event.path.startswith("paper:") else event.path)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= DETAIL else f"{line[:DETAIL].rsplit(' ', 1)[0]} …"
