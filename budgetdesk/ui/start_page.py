"""The first thing one sees: the adviser's day. What is due, and the cases, the most pressing first.

The keyboard is in the search: letters find, arrows move in the list, Enter opens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.case_list import Chosen, Status, holds, listed
from budgetdesk.actions.workspace import CaseSummary
from budgetdesk.casework.due_today import due_today
from budgetdesk.i18n import _
from budgetdesk.ui import theme
from budgetdesk.ui.frame.rates_banner import RatesBanner
from budgetdesk.ui.start.case_model import CaseModel
from budgetdesk.ui.start.case_view import STEPS, CaseListView
from budgetdesk.ui.start.narrowing import Narrowing
from budgetdesk.ui.start.today import TodayCard
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording import case_list as words

SEARCH_MS = 40
"""After the last letter the list follows; quick typing is searched once."""
SHORT = 640
"""In a lower window what is due is one line, px."""
WIDEST = 1100


@dataclass(frozen=True, kw_only=True)
class StartActions:
    """What one can do from the start page."""

    new: Callable[[], object]
    open: Callable[[str], object]
    sample: Callable[[], object]
    read_file: Callable[[], object]
    arrears: Callable[[], object] | None = None
    """The landlords' lists of arrears; None where there is no store."""
    calls: Callable[[], object] | None = None
    """Who to call, across all cases; None where there is no store."""
    calendar: Callable[[], object] | None = None
    """The days of all open cases, to the calendar; None where there is no store."""
    new_tenant: Callable[[], object] | None = None
    """A case that begins before moving in."""
    search: Callable[[str], Sequence[tuple[str, str]]] = lambda _asked: ()
    """The cases a text was found in, the best first: number, and on what it was found ("" where that is plain)."""
    keep: Callable[[Chosen], object] = lambda _chosen: None
    """Remember how the list was chosen."""


class StartPage(QWidget):
    """What is due, a search, and the list of cases."""

    def __init__(self, actions: StartActions, today: date, chosen: Chosen | None = None) -> None:
        super().__init__()
        self.setObjectName("page_body")
        self._actions, self._today = actions, today
        self._chosen = chosen or Chosen()
        self._cases: tuple[CaseSummary, ...] = ()
        self._by_number: dict[str, CaseSummary] = {}
        self._ready = True
        self.rates_banner = RatesBanner()
        self.today = TodayCard(today, actions.open, self._fold_today)
        self.search = LineEdit(_("Søg på navn, adresse, sagsnummer, CPR eller telefon"))
        self.search.name(_("Søg i sagerne"))
        self.search.edited.connect(self._typing)
        self.search.line.installEventFilter(self)
        self._soon = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._soon.timeout.connect(self.show_found)
        self.narrowing = Narrowing(self._chosen, self._choose)
        self.model = CaseModel(today, self)
        self.list = CaseListView(self.model, actions.open, self._type_on)
        self.said = Words("", "small")
        self.nothing = EmptyState(
            _("Der er ingen sager endnu"),
            _("Begynd med en ny sag. Eller se programmet igennem med en opdigtet lejer først; det tager et minut."),
        )
        self.wider = button(_("Søg i alle sager"), self._widen)
        self.not_found = EmptyState(
            _("Ingen sager passer"), _("Prøv færre bogstaver, eller vælg andre sager."), self.wider
        )
        self._lay_out(actions)

    # what is shown

    def show_cases(self, cases: Sequence[CaseSummary]) -> None:
        """Show the cases of the store."""
        self._cases = tuple(cases)
        self._by_number = {case.id: case for case in self._cases}
        self.narrowing.offer(self._cases)
        self.today.show_due(due_today(self._cases, self._today), opened=self._today_is_open())
        any_case = bool(self._cases)
        set_shown(self.nothing, not any_case)
        for part in (self.search, self.narrowing, self.said):
            set_shown(part, any_case)
        set_shown(self.calls, any_case and self._actions.calls is not None)
        set_shown(self.calendar, any_case and self._actions.calendar is not None)
        self.show_found()

    def shown(self) -> list[str]:
        """The numbers of the cases in the list, from the top."""
        return [case.id for case in self.model.cases]

    def show_found(self) -> None:
        """Show what fits the search and the choices."""
        self._soon.stop()
        asked = self.search.text().strip()
        if asked and not self._ready:
            return  # it follows as soon as it can
        if asked:
            found = {number: where for number, where in self._actions.search(asked) if number in self._by_number}
            hits = [self._by_number[number] for number in found]
            fitting = [case for case in hits if holds(case, self._chosen, on=self._today)]
            self.model.show(fitting, found)
            outside = len(hits) - len(fitting)
        else:
            self.model.show(listed(self._cases, self._chosen, on=self._today))
            outside = 0
        self._say(searching=bool(asked), outside=outside)
        self.list.choose(0)

    def search_is_ready(self, ready: bool) -> None:
        """Whether one can search yet; what was typed meanwhile is searched for then."""
        self._ready = ready
        if ready and self.search.text().strip():
            self.show_found()

    def _say(self, *, searching: bool, outside: int) -> None:
        number = len(self.model.cases)
        set_shown(self.list, number > 0)
        self._box.setStretchFactor(self._card, 1 if number else 0)
        set_shown(self._room, number == 0)
        empty = bool(self._cases) and not number
        set_shown(self.not_found, empty)
        self.wider.setText(_("Søg i alle sager") if searching else _("Vis alle sager"))
        self.wider.setAccessibleName(self.wider.text())
        set_shown(self.wider, empty and (self._chosen.is_narrow() or self._chosen.status is not Status.ALL))
        self.said.setText(words.number_shown(number, len(self._cases), searching=searching, outside=outside))

    # choosing and typing

    def _choose(self, chosen: Chosen) -> None:
        self._chosen = replace(chosen, today_folded=self._chosen.today_folded)
        self._actions.keep(self._chosen)
        self.show_found()

    def _widen(self) -> None:
        self._choose(Chosen(status=Status.ALL, order=self._chosen.order))
        self.narrowing.show_chosen(self._chosen)
        self.search.setFocus()

    def _fold_today(self, folded: bool) -> None:
        self._chosen = replace(self._chosen, today_folded=folded)
        self._actions.keep(self._chosen)

    def _today_is_open(self) -> bool:
        return not self._chosen.today_folded and (not self.isVisible() or self.height() >= SHORT)

    def _typing(self) -> None:
        self._soon.start()

    def _type_on(self, text: str) -> None:
        """Letters typed in the list go on in the search."""
        self.search.setFocus()
        self.search.line.setText(self.search.text() + text)
        self._typing()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search the arrows move in the list, Enter opens, Esc empties."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.search.line:
            if event.key() in STEPS:
                self._follow_letters()
                self.list.step(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._follow_letters()
                if self._ready or not self.search.text().strip():
                    self.list.open_chosen()  # never one that was not found by what stands there
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.show_text("")
                self.show_found()
                return True
        return super().eventFilter(watched, event)

    def _follow_letters(self) -> None:
        """What was typed a moment ago counts, also where the list has not followed yet."""
        if self._soon.isActive():
            self.show_found()

    def showEvent(self, event: QShowEvent) -> None:
        """One types to search; where there is nothing to search, the keyboard is at the first button."""
        super().showEvent(event)
        self.today.open_up(self._today_is_open())
        if self._cases:
            self.search.setFocus()

    # room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < SHORT
        for each in self.seldom:
            set_shown(each, not (low and self._cases))  # they stand in the menu as well
        self._across.setContentsMargins(theme.OUTER, 14 if low else 32, theme.OUTER, 10 if low else 20)
        self._box.setSpacing(theme.GAP if low else theme.INNER)

    def _lay_out(self, actions: StartActions) -> None:
        column = QWidget()
        column.setMaximumWidth(WIDEST)
        box = self._box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Words(_("Sager"), "title"))
        box.addWidget(self._buttons(actions))
        box.addWidget(self.rates_banner)
        box.addWidget(self.today)
        card = self._card = Card()
        card.add(self.search, self.narrowing, self.nothing, self.not_found, self.list)
        card.box.setStretchFactor(self.list, 1)
        self._room = QWidget()  # keeps the card small where there is no list
        box.addWidget(card, 1)
        box.addWidget(self._room, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(Words(_("Alt ligger krypteret på denne computer."), "small", wrap=False))
        box.addLayout(foot)
        across = self._across = QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(column, 20)
        across.addStretch(1)
        self.not_found.hide()

    def _buttons(self, actions: StartActions) -> QWidget:
        """New cases first; what is seldom wanted after."""
        self.calls = button(_("Ringeliste …"), actions.calls, name=_("Ringeliste: hvem skal ringes op"))
        made = [button(_("Ny sag"), actions.new, role="primary")]
        if actions.new_tenant is not None:
            made.append(button(_("Ny lejer …"), actions.new_tenant, name=_("Ny lejer: sag før indflytning")))
        self.seldom = (
            button(_("Prøv med eksempel"), actions.sample, name=_("Åbn en opdigtet lejer som ny sag")),
            button(_("Hent sag fra fil …"), actions.read_file, name=_("Hent sag fra fil")),
        )
        made += self.seldom
        made.append(self.calls)
        if actions.arrears is not None:
            made.append(button(_("Restancelister …"), actions.arrears, name=_("Restancelister fra udlejer")))
        self.calendar = button(_("Til kalenderen …"), actions.calendar, name=_("Alle sagers dage til kalenderen"))
        made.append(self.calendar)
        for each in (self.calls, self.calendar):
            each.hide()
        holder = QWidget()
        flow = Flow(holder, theme.GAP)
        for each in made:
            flow.addWidget(each)
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder
