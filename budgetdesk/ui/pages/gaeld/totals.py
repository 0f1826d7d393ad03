"""The sums over the list of debts, and how far one has come in asking about them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.planning.debt_book import DebtBook
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.fitting import Flow
from budgetdesk.ui.widgets.words import KeyFigure, Words, button, set_shown
from budgetdesk.wording import debts as words


class DebtTotals(Card):
    """What is owed, what is paid off and what it costs in interest; and what the sums leave out."""

    def __init__(self, ask: Callable[[], object], paper: Callable[[], object]) -> None:
        super().__init__()
        self.total = KeyFigure(_("skyldes i alt"))
        self.instalments = KeyFigure(_("afdrag om måneden"))
        self.interest = KeyFigure(_("rente om måneden"))
        figures = QWidget()
        flow = Flow(figures, 36)
        for each in (self.total, self.instalments, self.interest):
            flow.addWidget(each)
        self.ask = button(_("Spørg om al gæld"), ask, role="primary", name=_("Spørg om al gæld, én slags ad gangen"))
        self.paper = button(_("Lav papir"), paper, name=_("Lav gældsoversigten"))
        across = QHBoxLayout()
        across.addWidget(figures, 1)
        across.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(self.paper, 0, Qt.AlignmentFlag.AlignTop)
        self.asked, self.notes = Words("", "muted"), Words("", "muted")
        self.add(across, self.asked, self.notes)

    def show_book(self, book: DebtBook, *, answered: int, kinds: int) -> None:
        """Show the sums; `answered` of `kinds` have been asked about."""
        self.total.show_figure(phrases.kroner(book.total))
        self.instalments.show_figure(phrases.kroner(book.per_month))
        self.interest.show_figure(phrases.kroner(book.interest_per_month))
        self.asked.setText(words.asked_of(answered, kinds))
        notes = [note for note in (words.total_note(book), words.interest_note(book)) if note]
        self.notes.setText(" ".join(notes))
        set_shown(self.notes, bool(notes))
        set_shown(self.interest, book.interest_per_month > 0)
        set_shown(self.paper, bool(book.rows or book.home))
