"""The page Gæld: all debts in the order in which they are paid, and beside them the one that is chosen."""

from __future__ import annotations

import re
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import debts
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _
from budgetdesk.planning.debt_book import DebtBook
from budgetdesk.ui import tab_order, theme
from budgetdesk.ui.pages.aftale.waterfall import WaterfallCard
from budgetdesk.ui.pages.base import Command, Page, StepState
from budgetdesk.ui.pages.gaeld.detail import DebtDetail, HomeDetail
from budgetdesk.ui.pages.gaeld.totals import DebtTotals
from budgetdesk.ui.pages.gaeld.walk import DebtWalk
from budgetdesk.ui.pages.ydelser.benefit_list import BenefitList
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.words import EmptyState, button, set_shown
from budgetdesk.wording import debts as words
from budgetdesk.wording.benefit_page import Group, Line

WIDE_LIST, SLIM_LIST, SLIM_BELOW = 280, 220, 900
"""How wide the list is, and on how narrow a page it is slim, px."""
_DEBT = re.compile(r"case\.debts\[([^\]]*)\](?:\.([a-z_]+))?")
PAPER = "gaeldsoversigt"


class DebtsPage(Page):
    """The sums, the list, one debt, and what every creditor can be offered. Only the chosen one is made."""

    key, step = "gaeld", N_("Gæld")
    title = N_("Hvad skyldes der, og hvad skal betales først?")
    subtitle = N_("Hjemmet kommer først. Den, der råber højest, er sjældent den vigtigste.")
    commands = (
        Command(N_("Spørg om al gæld …"), "walk"),
        Command(N_("Tilføj gæld"), "add_debt"),
    )

    def build(self) -> None:
        self.chosen = ""
        self.detail: DebtDetail | HomeDetail | None = None
        self._overview: Overview | None = None
        self.empty = self._empty()
        self.totals = DebtTotals(self.walk, partial(show_paper, self, self.desk, PAPER))
        self.list = BenefitList()
        self.list.setAccessibleName(_("Gælden"))
        self.list.chosen.connect(self.choose)
        self.list.entered.connect(self._enter)
        self.add_button = button(_("Tilføj gæld"), self.add_debt)
        self.beside = self._beside()
        self.waterfall = WaterfallCard()
        self.add(self.empty, self.totals, self.beside, self.waterfall)
        self.place.binder.anchor("case.debts", self.add_button)

    def refresh(self, overview: Overview) -> None:
        self._overview = overview
        book = overview.debts
        begun = book is not None and bool(book.rows or book.home or self._answered())
        set_shown(self.empty, not begun)
        set_shown(self.totals, begun)
        set_shown(self.beside, begun)
        set_shown(self.waterfall, begun and self._fill_waterfall(overview))
        if book is not None and begun:
            kinds = len(debts.rules().asked)
            self.totals.show_book(book, answered=kinds - debts.unanswered(self.record), kinds=kinds)
            self._show_chosen(book, overview)

    # what one can do

    def walk(self) -> DebtWalk:
        """Ask about every kind of debt, one at a time; then on to the first row that nobody has written in."""
        self.place.binder.flush()
        made = DebtWalk(self)
        made.finished.connect(lambda _result: self._begin_writing())
        made.open()
        return made

    def _begin_writing(self) -> None:
        bare = next((debt for debt in self.record.case.debts if not debt.creditor), None)
        if bare is not None:
            self._write_in(bare.id)

    def _write_in(self, debt_id: str) -> None:
        self.choose(debt_id)
        if isinstance(self.detail, DebtDetail):
            self.detail.facts.begin()

    def add_debt(self) -> None:
        """One more row, chosen and ready to be written in."""
        change = debts.add(self.record)
        self.change(change.label, change.record)
        self._write_in(debts.newest(self.record))

    def remove(self, debt_id: str) -> None:
        """Take a row away; the next one is shown."""
        change = debts.remove(self.record, debt_id)
        self.chosen = ""
        self.change(change.label, change.record)
        self.add_button.setFocus()

    def choose(self, debt_id: str) -> None:
        """Show one debt beside the list."""
        changed = debt_id != self.chosen
        self.chosen = debt_id
        if self._overview is None or self._overview.debts is None:
            return
        self.place.binder.flush()
        self._show_chosen(self._overview.debts, self._overview)
        if changed:
            self._show_top()

    def reveal(self, path: str) -> None:
        """Choose the debt of a fact, and unfold what hides it."""
        found = _DEBT.match(path)
        if found is None:
            return
        self.choose(found[1])
        if isinstance(self.detail, DebtDetail) and found[2]:
            self.detail.facts.reveal(found[2])

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(record.case.debts or record.case.conversation.debts_asked)
        number = overview.debts.doubts if overview.debts is not None else 0
        done = begun and super().state(record, overview).done
        return StepState(done=done, badge=_("{number} at se på").format(number=number) if number else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list is slim where there is little room."""
        super().resizeEvent(event)
        self._side.setFixedWidth(SLIM_LIST if self.width() < SLIM_BELOW else WIDE_LIST)

    # what is seen

    def _answered(self) -> bool:
        return bool(self.record.case.conversation.debts_asked)

    def _show_chosen(self, book: DebtBook, overview: Overview) -> None:
        lines = words.lines(book)
        ids = [line.id for line in lines]
        if self.chosen not in ids:
            self.chosen = next((id_ for id_ in ids if id_ != words.HOME), ids[0] if ids else "")
        groups = [
            Group(heading, tuple(Line(line.id, line.title, line.text) for line in rows))
            for heading, rows in groupby(lines, key=lambda line: line.group)
        ]
        self.list.show_groups(groups, self.chosen)
        self._show_detail(book, overview)

    def _show_detail(self, book: DebtBook, overview: Overview) -> None:
        made = self._detail_of(book)
        if made is None:
            return
        row = book.row(self.chosen)
        if isinstance(made, DebtDetail) and row is not None:
            made.show_debt(row, overview)
        elif isinstance(made, HomeDetail) and book.home is not None:
            made.show_home(book.home)
        made.show()

    def _detail_of(self, book: DebtBook) -> DebtDetail | HomeDetail | None:
        """The one that is shown, or a new one for another debt."""
        if self.detail is not None and self.detail.debt == self.chosen:
            return self.detail
        if self.detail is not None:
            self._holder.removeWidget(self.detail)
            self.detail.hide()
            self.detail.deleteLater()
            self.detail = None
        if self.chosen == words.HOME and book.home is not None:
            self.detail = HomeDetail(self)
        elif self.chosen:
            self.detail = DebtDetail(self, self.chosen, self.remove)
        if self.detail is not None:
            self._holder.addWidget(self.detail)
        return self.detail

    def _fill_waterfall(self, overview: Overview) -> bool:
        if overview.waterfall is None or not overview.waterfall.offers:
            return False
        self.waterfall.show_waterfall(overview.waterfall, overview.month)
        return True

    def _show_top(self) -> None:
        """The top of the debt comes into sight, where one had scrolled past it."""
        bar = self.verticalScrollBar()
        if bar.value() > self.beside.y():
            bar.setValue(self.beside.y())

    def _enter(self) -> None:
        if self.detail is not None:
            tab_order.focus_first(self.detail)

    def _beside(self) -> QWidget:
        made, self._side = QWidget(), QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(theme.BETWEEN)
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.INNER)
        side.addWidget(self.list)
        side.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        across.addWidget(self._side, 0, Qt.AlignmentFlag.AlignTop)
        holder = QWidget()
        self._holder = QVBoxLayout(holder)
        self._holder.setContentsMargins(0, 0, 0, 0)
        across.addWidget(holder, 1)
        self._side.setFixedWidth(WIDE_LIST)
        return made

    def _empty(self) -> Card:
        card = Card()
        ask = button(_("Spørg om al gæld"), self.walk, role="primary", name=_("Spørg om al gæld, én slags ad gangen"))
        add = button(_("Tilføj gæld"), self.add_debt, name=_("Tilføj en gæld, I kender"))
        text = _("Mange nævner kun den gæld, der trykker. Gå slagsene igennem sammen, en ad gangen.")
        card.add(EmptyState(_("Der er ikke skrevet nogen gæld endnu"), text, ask, add))
        return card
