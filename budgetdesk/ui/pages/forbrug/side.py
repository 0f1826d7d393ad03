"""The cards beside the month: what can be done without, what waits, what was not seen, and the files themselves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.spending import Change
from budgetdesk.budget.chart import ChartLine
from budgetdesk.i18n import N_, _
from budgetdesk.ledger.spending import Batch, Receipt
from budgetdesk.ledger.summary import IncomeSeen, MonthSummary
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.forbrug.bills import BillsDialog
from budgetdesk.ui.pages.forbrug.regular import RegularDialog
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Points, Words, button
from budgetdesk.wording import spending as wording


class BudgetCard(Card):
    """The way of the month into the budget, and what must be sorted first."""

    def __init__(
        self,
        open_unsorted: Callable[[], object],
        into_budget: Callable[[], object],
        against: Callable[[], object],
    ) -> None:
        super().__init__(_("Læg måneden i budgettet"), _("Du ser først, hvad der bliver ændret."))
        self.unsorted = LinkButton(_("Sortér først"), open_unsorted)
        self.into = button(_("Læg i budgettet ..."), into_budget)
        self.against = button(_("Budget og virkelighed ..."), against, role="quiet")
        self.add(self.unsorted, row(self.into), row(self.against))

    def refresh(self, summary: MonthSummary) -> None:
        count = len(summary.unsorted_rows)
        self.unsorted.setVisible(bool(count))
        many = phrases.count(count, N_("postering er ikke sorteret"), N_("posteringer er ikke sorteret"))
        self.unsorted.setText(_("{many}. Sortér først.").format(many=many))
        self.unsorted.setAccessibleName(self.unsorted.text())
        self.unsorted.updateGeometry()


class IncomeCard(Card):
    """What came in, as the rows show it."""

    def __init__(self) -> None:
        super().__init__(_("Det kom ind"))
        self.points = Points()
        self.add(self.points)

    def refresh(self, income: Sequence[IncomeSeen]) -> None:
        self.setVisible(bool(income))
        self.points.show_points([f"{seen.title}: {phrases.kroner(seen.amount)}" for seen in income])


class BillsCard(Card):
    """Bills nearly everybody has that neither the month nor the budget knows: asked about, never filled in."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Regninger, vi ikke så"), _("De kan komme i andre måneder. Spørg, og skriv dem i budgettet.")
        )
        self._page = page
        self.rows: Rows[str, LinkButton] = Rows(self._link, space=4, lines=False)
        self.ask = button(_("Spørg én for én ..."), self.ask_about, name=_("Spørg om regninger, der kommer sjældent"))
        self.again = button(_("Faste betalinger ..."), self.show_regular)
        self.add(self.rows, row(self.ask), row(self.again))

    def ask_about(self) -> BillsDialog:
        """One question at a time about what comes seldom."""
        self._page.place.binder.flush()
        made = BillsDialog(self._page.desk, self._put, self._page)
        made.open()
        return made

    def show_regular(self) -> RegularDialog:
        """What comes again."""
        made = RegularDialog(self._page.desk, self._put, self._page)
        made.open()
        return made

    def _put(self, change: Change) -> None:
        self._page.change(change.label, change.record)

    def refresh(self, bills: Sequence[ChartLine]) -> None:
        self.rows.show_items(bill.code for bill in bills)

    def _link(self, code: str) -> LinkButton:
        title = self._page.desk.library.chart.lines[code].title
        return LinkButton(title, partial(self._page.place.go, "budget", f"case.expenses[{code}].amount"))


class FilesCard(Card):
    """Every file and receipt that was taken in, with its proof, and the way out again."""

    def __init__(self, undo: Callable[[str], object], remove: Callable[[str], object]) -> None:
        super().__init__(_("Hentet"))
        self._undo, self._remove = undo, remove
        self.batches: Rows[str, FileRow] = Rows(lambda key: FileRow(_("Fortryd hentning"), partial(undo, key)), space=0)
        self.receipts: Rows[str, FileRow] = Rows(lambda key: FileRow(_("Tag ud"), partial(remove, key)), space=0)
        self.fold = FoldButton(_("Kvitteringer"), self._fold)
        self.receipts.hide()
        self._receipts_here: Sequence[Receipt] = ()
        self.add(self.batches, self.fold, self.receipts)

    def _fold(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        self._show_receipts()

    def refresh(self, batches: Sequence[Batch], receipts: Sequence[Receipt]) -> None:
        self.setVisible(bool(batches or receipts))
        self.fold.setVisible(bool(receipts))
        self.fold.setText(phrases.count(len(receipts), N_("kvittering"), N_("kvitteringer")))
        self.fold.setAccessibleName(self.fold.text())
        self.batches.show_items(batch.id for batch in batches)
        for batch in batches:
            title = wording.batch_title(batch)
            wrong = phrases.count(len(batch.problems), N_("række kunne ikke læses"), N_("rækker kunne ikke læses"))
            notes = [wording.proof(batch.proof), *batch.proof.gaps, *([f"{wrong}."] if batch.problems else [])]
            self.batches.rows[batch.id].refresh(title, " ".join(notes))
        self._receipts_here = receipts
        self._show_receipts()

    def _show_receipts(self) -> None:
        if not self.fold.opened:
            self.receipts.hide()
            return
        self.receipts.show_items(receipt.id for receipt in self._receipts_here)
        for receipt in self._receipts_here:
            self.receipts.rows[receipt.id].refresh(*_receipt(receipt))


class FileRow(QWidget):
    """A title, a quiet sentence, and a button that takes it out."""

    def __init__(self, undo_text: str, undo: Callable[[], object]) -> None:
        super().__init__()
        self.title = Words("", "strong")
        self.text = Words("", "small")
        self.undo = LinkButton(undo_text, undo, small=True)
        self._undo_text = undo_text
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        box.setSpacing(2)
        box.addWidget(self.title)
        box.addWidget(self.text)
        box.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.undo.setAccessibleName(f"{self._undo_text}: {title}")


def _receipt(receipt: Receipt) -> tuple[str, str]:
    day = phrases.day(receipt.date) if receipt.date else _("uden dato")
    found = "" if receipt.transaction else _(" Ikke fundet på kontoen, så den er nok betalt kontant.")
    left = f" {wording.rest(receipt.rest)}" if receipt.rest else ""
    total = phrases.sentence(f"{day}, {phrases.kroner_and_oere(receipt.total)}")
    return receipt.shop, f"{total}{found}{left}"
