"""The page Forbrug: bank statement and receipts, need and nice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import receipts as receipt_actions
from budgetdesk.actions import spending as actions
from budgetdesk.actions.month_view import MonthView, month_view
from budgetdesk.actions.overview import Overview
from budgetdesk.actions.pictured import pictured
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.errors import StoreError
from budgetdesk.i18n import N_, _, ngettext
from budgetdesk.ledger.spending import Rows, Spending
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.ledger.summary import months, whole_months
from budgetdesk.readers.incoming import Source
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages.base import Command, Page, StepState
from budgetdesk.ui.pages.forbrug import half_typed, incoming
from budgetdesk.ui.pages.forbrug.against import AgainstBudget
from budgetdesk.ui.pages.forbrug.apart import MANY_ROWS
from budgetdesk.ui.pages.forbrug.arrivals import Arrivals
from budgetdesk.ui.pages.forbrug.half_typed import HalfTyped
from budgetdesk.ui.pages.forbrug.into_budget import IntoBudget
from budgetdesk.ui.pages.forbrug.learned import LearnedDialog
from budgetdesk.ui.pages.forbrug.lines import UNSORTED, LinesCard
from budgetdesk.ui.pages.forbrug.pictures import PicturesDialog
from budgetdesk.ui.pages.forbrug.receipt import ReceiptDialog, Typed
from budgetdesk.ui.pages.forbrug.scanner import ScannerCard
from budgetdesk.ui.pages.forbrug.side import BillsCard, BudgetCard, FilesCard, IncomeCard
from budgetdesk.ui.pages.forbrug.talk import TalkDialog
from budgetdesk.ui.pages.forbrug.talk_cards import NiceCard, TalkCard
from budgetdesk.ui.pages.forbrug.what_gives import WhatGives
from budgetdesk.ui.widgets.cards import Card, columns, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording import spending as wording
from budgetdesk.wording import tenant_screen
from budgetdesk.wording.tenant_screen import Screen, plain

SOON_MS = 10
_TITLE = N_("Hvad går pengene til?")
_QUIET = N_("Hent et kontoudtog fra netbanken, og læg kvitteringerne ved.")


class SpendingPage(Page):
    """One month at a time, sorted together with the tenant."""

    key, step = "forbrug", N_("Forbrug")
    title = _TITLE
    subtitle = _QUIET
    commands = (
        Command(N_("Hent kontoudtog …"), "choose_statement", "Ctrl+O"),
        Command(N_("Skriv en kvittering …"), "type_receipt"),
        Command(N_("Hent kvitteringer …"), "choose_receipt"),
        Command(N_("Sæt et billede af en kvittering ind"), "paste"),
        Command(N_("Vælg skannerens mappe …"), "choose_scan_folder"),
        Command(N_("Tal om pengene …"), "talk", "Ctrl+T"),
        Command(N_("Hvor kan pengene komme fra? …"), "what_gives"),
        Command(N_("Budget og virkelighed …"), "against_budget"),
        Command(N_("Det har programmet lært …"), "learned"),
    )

    def build(self) -> None:
        self.month: Month | None = None
        self._view: MonthView | None = None
        self._offered: tuple[Month, ...] = ()
        self.arrivals = Arrivals(self, do=self._do, say=self.say, covers=self._turn_to)
        self._counted: Spending | None = None
        self._count = 0
        self._receipt: ReceiptDialog | None = None
        self.chooser = ListChoice([])
        self.chooser.name(_("Måned"))
        self.chooser.edited.connect(lambda: self.show_month(self.chooser.value()))
        self.fetch = button(_("Hent kontoudtog ..."), self.choose_statement, role="primary")
        self.type = button("", self.type_receipt)
        self._name_typing()
        self.fetch_receipt = button(_("Hent kvitteringer ..."), self.choose_receipt)
        self.said = Words("", "strong")
        self.empty = Card()
        self.empty.add(
            EmptyState(
                _("Der er ikke hentet noget kontoudtog endnu"),
                _(
                    "Log ind i netbanken sammen. Hent en hel måned som CSV-fil, og vælg den her, "
                    "eller slip filen på siden. Du ser posteringerne, før de bliver lagt ind. "
                    "Kvitteringer kan være billeder: slip dem på siden, eller sæt dem ind med Ctrl+V."
                ),
            )
        )
        self.lines = LinesCard(self)
        self.side = self._side()
        self.body = columns(self.lines, self.side, stretch=(11, 4))
        self.files = FilesCard(self.undo_import, self.remove_receipt)
        self._side_box.addWidget(self.files)
        self.doubtful = self._doubtful_card()
        self.add(row(self.fetch, self.type, self.fetch_receipt, None, self.chooser), self.said)
        self.scanner = ScannerCard(self.arrivals.settings, self.take_in)
        self.add(self.scanner, self.doubtful)
        self.add(self.empty, self.body)
        self.setAcceptDrops(True)
        for path in ("spending.batches", "spending.receipts"):
            self.place.binder.anchor(path, self.fetch)

    def refresh(self, overview: Overview) -> None:
        known = months(self.record.spending)
        self.month = self._month_in(self.record.spending)
        self.said.setVisible(bool(self.said.text()))
        self._show_doubtful()
        self.empty.setVisible(self.month is None)
        self._show_body()
        self.chooser.setVisible(bool(known))
        if self.month is None:
            self.set_title(_(_TITLE), _(_QUIET))
            return
        if known != self._offered:
            self._offered = known
            self.chooser.set_options([(month, formats.month(month).capitalize()) for month in reversed(known)])
        self.chooser.show_value(self.month)
        self._show(self.month)

    def _show_body(self) -> None:
        """After a long statement the body is filled now and shown in a moment: both at once would stop the window."""
        long = len(self.record.spending.transactions) > MANY_ROWS
        if long and self.body.isHidden() and self.month is not None:
            QTimer.singleShot(SOON_MS, self.body, lambda: self.body.setVisible(self.month is not None))
        else:
            self.body.setVisible(self.month is not None)

    def foresee(self, record: Record) -> Callable[[], object]:
        month, library = self._month_in(record.spending), self.desk.library
        return self._turning(month, month_view(record, month, library) if month is not None else None)

    def _turning(self, month: Month | None, view: MonthView | None) -> Callable[[], object]:
        def turn() -> None:
            self.month, self._view = month, view

        return turn

    def _month_in(self, spending: Spending) -> Month | None:
        """The month that is shown; the last whole one where that is not there."""
        known = months(spending)
        return self.month if self.month in known else next(iter(reversed(whole_months(spending) or known)), None)

    def _doubtful_card(self) -> Card:
        """How many receipts wait to be looked at, and the way to them."""
        card = Card(tone="amber")
        self.doubtful_words = Words("", "section", wrap=False)
        self.doubtful_button = button(_("Se på dem ..."), self.look_at_doubtful)
        card.add(row(self.doubtful_words, self.doubtful_button, space=theme.INNER))
        return card

    def _show_doubtful(self) -> None:
        number = self._doubtful()
        set_shown(self.doubtful, bool(number))
        many = phrases.count(number, N_("kvittering skal ses efter"), N_("kvitteringer skal ses efter"))
        self.doubtful_words.setText(many)
        self.doubtful_button.setText(ngettext("Se på den ...", "Se på dem ...", number))
        self.doubtful_button.setAccessibleName(f"{many}. {self.doubtful_button.text()}")

    def show_month(self, month: Month) -> None:
        """Turn to another month."""
        self.month = month
        self.follow(self.desk.overview)

    def ensureWidgetVisible(self, child: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        """Scroll to a field; what is not sorted is opened on the way, so that "Mangler endnu" leads to the row."""
        unsorted = self.lines.row(UNSORTED)
        if unsorted is not None and child is unsorted.title and not unsorted.title.opened:
            unsorted.open(True)
        super().ensureWidgetVisible(child, xmargin, ymargin)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        begun = bool(record.spending.batches or record.spending.receipts)
        return StepState(done=begun and super().state(record, overview).done)

    # files

    def choose_statement(self) -> None:
        """Let the user pick statements, and whatever else came along."""
        self.take_in(incoming.choose(self, _("Hent kontoudtog"), _(incoming.STATEMENTS)))

    def choose_receipt(self) -> None:
        """Let the user pick receipts: pictures, PDF files, or digital ones."""
        self.take_in(incoming.choose(self, _("Hent kvitteringer"), _(incoming.RECEIPTS)))

    def take_in(self, sources: Sequence[Source]) -> None:
        """Read files one after the other; what they are, their content says."""
        self.arrivals.take_in(sources)

    def choose_scan_folder(self) -> None:
        """Let the user pick the folder that the scanner writes to."""
        self.scanner.choose()

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes to the page may just have been at the scanner."""
        super().showEvent(event)
        self.scanner.look()

    def paste(self) -> None:
        """Take in the picture or the files that were copied."""
        copied = incoming.pasted(QGuiApplication.clipboard().mimeData())
        if not copied:
            self.say(_("Her kan du sætte filer og billeder ind. Kopiér en fil eller et billede først."))
        self.take_in(copied)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if incoming.pasted(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take_in(incoming.pasted(event.mimeData()))
        event.acceptProposedAction()

    def _turn_to(self, after: Record, read: StatementRead) -> Callable[[], object]:
        """In any thread: find the last whole month that a statement covers, and what the page will say of it.
        What is handed back turns the page there, in the window's thread, just before the statement is in."""
        seen = Rows(read.rows).by_month
        covered = [month for month in whole_months(after.spending) if month in seen]
        month = covered[-1] if covered else max(seen, default=None)
        return self._turning(month, month_view(after, month, self.desk.library) if month is not None else None)

    def undo_import(self, batch_id: str) -> None:
        """Take a batch out again, with its rows."""
        self._do(actions.undo_import(self.record, batch_id, self.desk.library))

    # receipts

    def type_receipt(self) -> ReceiptDialog:
        """The form for a receipt; with what was typed in it, if it was closed half-way."""
        if self._receipt is None:
            self._receipt = ReceiptDialog(self.desk.today, self._save_receipt, self._keep_half_typed, self)
            self._receipt.fill(half_typed.kept(self.desk.drafts))
        self._receipt.open()
        self._receipt.shop.setFocus()
        return self._receipt

    def _save_receipt(self, typed: Typed) -> None:
        change = actions.type_receipt(
            self.record, self.desk.library, shop=typed.shop, day=typed.day, total=typed.total, lines=typed.lines
        )
        self._do(change)

    def _keep_half_typed(self, typed: HalfTyped) -> None:
        """So that a crash costs at most the last second of a receipt, too."""
        try:
            half_typed.keep(self.desk, typed)
        except StoreError as error:
            show_error(self._receipt or self, error)
        self._name_typing()

    def _name_typing(self) -> None:
        """The button says when a receipt waits to be finished."""
        waits = half_typed.PATH in self.desk.drafts
        self.type.setText(_("Skriv kvitteringen færdig") if waits else _("Skriv en kvittering"))
        self.type.setAccessibleName(self.type.text())

    def show_receipt(self, receipt_id: str) -> None:
        """Show one receipt beside its picture."""
        self.arrivals.look_at([receipt_id])

    def see_receipts(self, title: str, lines: Collection[str]) -> PicturesDialog | None:
        """Show the pictures of all receipts of the month that say what went to these lines (codes)."""
        found = pictured(self.record, self.month, lines=lines) if self.month is not None else ()
        if not found:
            self.say(_("Der er ingen billeder af kvitteringer her."))
            return None
        made = PicturesDialog(title, found, self.arrivals.pictures, self)
        made.open()
        return made

    def look_at_doubtful(self) -> None:
        """Show the receipts that could not be read for sure, one at a time."""
        self.arrivals.look_at_doubtful()

    def _doubtful(self) -> int:
        """How many wait to be looked at; found out once for each state of the case."""
        spending = self.record.spending
        if self._counted is not spending:
            self._counted = spending
            self._count = len(receipt_actions.doubtful_receipts(self.record)) if spending.receipts else 0
        return self._count

    def remove_receipt(self, receipt_id: str) -> None:
        """Take a receipt out."""
        self._do(actions.remove_receipt(self.record, receipt_id, self.desk.library))

    # the budget

    def into_budget(self) -> IntoBudget | None:
        """Show what the month would change in the budget."""
        if self.month is None:
            return None
        made = IntoBudget(self.desk, self.month, self._do, self)
        made.open()
        return made

    # the conversation

    def talk(self) -> TalkDialog | None:
        """Go through what there is to talk about, one thing at a time."""
        if self.month is None:
            return None
        made = TalkDialog(self, self.month, self._do, self.into_budget, self.arrivals.pictures)
        made.open()
        return made

    def what_gives(self) -> WhatGives:
        """Look for the money that is missing each month."""
        self.place.binder.flush()
        made = WhatGives(self.desk, self._do, self)
        made.open()
        return made

    def against_budget(self) -> AgainstBudget | None:
        """The month beside the budget, line by line."""
        if self.month is None:
            return None
        made = AgainstBudget(self.desk, self.month, self)
        made.open()
        return made

    def learned(self) -> LearnedDialog:
        """What was learned from corrections, and how to forget it."""
        self.place.binder.flush()
        made = LearnedDialog(self)
        made.open()
        return made

    def for_tenant(self, overview: Overview) -> Screen:
        """The month as a whole."""
        if self.month is None:
            return plain(_("Vi ser på, hvad pengene går til."))
        summary = self._of(self.month).summary
        return tenant_screen.spending(phrases.kroner(summary.spent), formats.month(self.month))

    def say(self, sentence: str) -> None:
        """Tell in one sentence what was done; an empty one takes it away."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def _do(self, change: Change) -> None:
        self.said.setText(change.said)
        self.change(change.label, change.record)
        self.said.setVisible(bool(change.said))

    def _show(self, month: Month) -> None:
        record, view = self.record, self._of(month)
        summary = view.summary
        name = formats.month(month).split()[0]
        self.set_title(
            _("Hvad gik pengene til i {name}?").format(name=name), wording.month_line(record.spending, summary)
        )
        self.lines.refresh(summary)
        self.talk_card.refresh(view.topics)
        self.nice.refresh(summary)
        self.budget.refresh(summary)
        self.income.refresh(summary.income)
        self.bills.refresh(view.bills)
        self.files.refresh(record.spending.batches, record.spending.receipts)

    def _of(self, month: Month) -> MonthView:
        """What there is to say of a month, found out once for each state of the case."""
        if self._view is None or not self._view.is_of(self.record, month, self.desk.library):
            self._view = month_view(self.record, month, self.desk.library)
        return self._view

    def _side(self) -> QWidget:
        self.talk_card = TalkCard(self.talk)
        self.nice = NiceCard(self.what_gives, self.see_receipts)
        self.budget = BudgetCard(self.lines.open_unsorted, self.into_budget, self.against_budget)
        self.income = IncomeCard()
        self.bills = BillsCard(self)
        holder = QWidget()
        self._side_box = QVBoxLayout(holder)
        self._side_box.setContentsMargins(0, 0, 0, 0)
        self._side_box.setSpacing(theme.BETWEEN)
        for card in (self.talk_card, self.nice, self.budget, self.income, self.bills):
            self._side_box.addWidget(card)
        return holder
