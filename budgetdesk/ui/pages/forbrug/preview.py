"""What a statement holds, before it is taken in: layout, proof, overlap, problems, and each row with its guess."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain, islice
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableView, QVBoxLayout, QWidget

from budgetdesk.actions.library import Library
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.batches import AddReport, add_batch
from budgetdesk.ledger.spending import ProofStatus, Transaction
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.readers.statements import with_account
from budgetdesk.ui import background, phrases, theme
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Chip, Points, Words, button
from budgetdesk.wording import spending as wording

MANY_ROWS = 1000
"""A longer file is compared with the case in a thread."""
_ROW_HEIGHT = 46
"""Px, for two lines of text."""
_MOST_POINTS = 12
_HEADS = (N_("Dato"), N_("Tekst"), N_("Beløb"), N_("Hører til"), N_("Hvorfor"))
_WIDTHS = (64, 0, 96, 0, 0)
Index = QModelIndex | QPersistentModelIndex


class StatementPreview(QDialog):
    """`accepted` hands the statement, with the account's name, to `take_in`."""

    def __init__(
        self,
        read: StatementRead,
        record: Record,
        library: Library,
        take_in: Callable[[StatementRead], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hent kontoudtog"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 860, 560)
        self._read, self._record, self._take_in = read, record, take_in
        self._asked = 0
        self.account = LineEdit(_("Fx lønkonto"), width=300)
        self.account.show_text(_account(read, record))
        self.overlap = Words()
        self.proof = Words(wording.proof(read.proof), "strong")
        self.problems = Points(_("Disse rækker skal I se på"))
        self.problems.show_points(_to_look_at(read))
        self.table = _table(read.rows, library)
        self.ok = button(_("Hent"), self._accept, role="primary")
        self.ok.setDefault(True)
        self._lay_out(read)
        self.account.edited.connect(self._show_overlap)
        self._show_overlap()

    def statement(self) -> StatementRead:
        """The statement under the name that stands in the field."""
        return with_account(self._read, self.account.value())

    def _lay_out(self, read: StatementRead) -> None:
        holds = read.proof.status is ProofStatus.HOLDS
        mark = Chip(_("stemmer") if holds else _("se efter"), "accent" if holds else "amber")
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, theme.INNER)
        box.setSpacing(10)
        box.addWidget(Words(f"{read.format_title}: {read.file_name}", "section"))
        across = row(mark, space=10)
        across.insertWidget(1, self.proof, 1)
        box.addLayout(across)
        box.addWidget(self.overlap)
        box.addWidget(Labelled(_("Hvad kalder I kontoen?"), self.account))
        box.addWidget(self.problems)
        box.addWidget(self.table, 1)
        box.addLayout(row(None, button(_("Fortryd"), self.reject), self.ok))

    def _show_overlap(self) -> None:
        """What is new in the file; for a long one found out in a thread, and the last name typed is what counts."""
        statement, spending = self.statement(), self._record.spending
        self._asked += 1
        asked = self._asked
        if len(statement.rows) + len(spending.transactions) <= MANY_ROWS:
            self._say_overlap(asked, add_batch(spending, statement)[1])
            return
        self.overlap.setText(_("Ser efter, hvad der er nyt ..."))
        background.run(self, lambda: add_batch(spending, statement)[1], partial(self._say_overlap, asked))

    def _say_overlap(self, asked: int, report: AddReport) -> None:
        if asked != self._asked:
            return
        again = any(batch.id == self._read.batch_id for batch in self._record.spending.batches)
        self.overlap.setText(report.text if again else wording.overlap(report))
        self.ok.setEnabled(not again)

    def _accept(self) -> None:
        read = self.statement()
        self.accept()
        self._take_in(read)


class RowsModel(QAbstractTableModel):
    """The rows of a statement as text."""

    def __init__(self, rows: tuple[Transaction, ...], library: Library) -> None:
        super().__init__()
        self._rows = rows
        chart, self._rules = library.chart, library.rules
        self._titles = {code: line.title for code, line in chart.lines.items()}
        self._titles |= {kind: line.title for kind, line in chart.incomes.items()}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature that Qt asks for
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the signature that Qt asks for
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return translated(_HEADS)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == 2:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if index.column() == 2 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells(self._rows[index.row()])[index.column()]
        return None

    def _cells(self, of: Transaction) -> tuple[str, ...]:
        line = self._titles.get(of.line, _("ikke sorteret"))
        why = _("Ikke bogført endnu. Tæller ikke.") if of.pending else wording.why(of.why, self._rules)
        return (phrases.short_day(of.date), of.text, phrases.kroner_and_oere(of.amount), line, why)


def _table(rows: tuple[Transaction, ...], library: Library) -> QTableView:
    made = QTableView()
    model = RowsModel(rows, library)
    model.setParent(made)
    made.setModel(model)
    made.setAccessibleName(_("Posteringerne i filen"))
    made.verticalHeader().hide()
    # Two lines for every row: to measure each of them would stop the window for seconds.
    made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    made.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
    made.setShowGrid(False)
    made.setWordWrap(True)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setTabKeyNavigation(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.viewport().setBackgroundRole(QPalette.ColorRole.Base)
    made.viewport().setAutoFillBackground(True)
    head = made.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    head.setHighlightSections(False)
    for column, width in enumerate(_WIDTHS):
        if width:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        else:
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return made


def _to_look_at(read: StatementRead) -> list[str]:
    """The first problems; a file that is wrong in a thousand places is wrong as a whole."""
    rows = (_("Række {row}: {text}").format(row=p.row, text=p.text) for p in read.problems)
    first = [*islice(chain(read.proof.gaps, rows), _MOST_POINTS)]
    left = len(read.proof.gaps) + len(read.problems) - len(first)
    return [*first, _("Og {left} steder mere.").format(left=left)] if left else first


def _account(read: StatementRead, record: Record) -> str:
    """A name to begin with: the account of the case at this bank, else the bank."""
    bank = read.format_title.split(",")[0].split("(")[0].strip()
    known = [a.name for a in record.case.bank if a.name.casefold().startswith(bank.casefold())]
    return known[0] if len(known) == 1 else bank
