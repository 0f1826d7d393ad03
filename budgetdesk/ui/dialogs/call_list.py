"""Ringeliste: who to call this month, across all cases, and how plans went. Over the window, case or not.

Read in a thread; a thousand plans take about a second. Nothing is changed here: a case is opened to be changed.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.checks import DueCheck, due_in_all
from budgetdesk.actions.plans_in_all import AllPlans, all_plans
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.call_list import Call, Reason
from budgetdesk.ui import background, tab_order, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fields import DateEdit
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import Chip, EmptyState, InlineError, Words, button, set_shown
from budgetdesk.wording import call_list as words
from budgetdesk.wording import checks as check_words

AT_ONCE = 40
"""So many rows are made at a time: a long list is there at once."""
WIDTH, HEIGHT = 980, 760
_MARKS = {
    Reason.SIGNAL: N_("ring"),
    Reason.LOOK: N_("se på den"),
    Reason.FINISHED: N_("betalt"),
    Reason.WAITING: N_("venter"),
    Reason.ON_TRACK: N_("som aftalt"),
}


class CallListDialog(KeyedDialog):
    """The list, and the counts of a period below it."""

    def __init__(
        self,
        parent: QWidget,
        workspace: Workspace,
        open_case: Callable[[str], object],
        changed: Callable[[], object] = lambda: None,
    ) -> None:
        """`changed` is told when cases were changed behind the window, which may have one of them open."""
        super().__init__(parent)
        self.setWindowTitle(_("Ringeliste"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._open, self._changed = workspace, open_case, changed
        self._found: AllPlans | None = None
        self._calls: dict[str, Call] = {}
        self._shown = AT_ONCE
        self.busy = Words(_("Læser aftalerne …"), "muted")
        self.nothing = EmptyState(
            _("Der er ingen at ringe til"),
            _("Når en sag har en plan på siden Aftale, står den her, til planen er slut."),
        )
        self.rows: Rows[str, CallRow] = Rows(self._row)
        self._checks: dict[str, DueCheck] = {}
        self.checks: Rows[str, QWidget] = Rows(self._check_row)
        self.checks_card = Card(
            _("Opkald til opfølgning"), _("Aftalt med lejeren. Det tager et minut: boligen, aftalen, pengene.")
        )
        self.more = button(_("Vis flere"), self._more)
        self.page = button(_("Vis som side …"), self._show_page)
        self.counts, self.said = FigureTable(("", _(">Antal"))), Words("", "strong")
        self.first, self.last = DateEdit(workspace.today), DateEdit(workspace.today)
        self.problem = InlineError()
        for field in (self.first, self.last):
            field.left.connect(self.read)
        self._body = QWidget()
        self._inner = QVBoxLayout(self._body)
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self.read()

    def read(self) -> None:
        """Read all plans anew, in a thread."""
        try:
            start, end = self.first.value(), self.last.value()
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        workspace, today = self._workspace, self._workspace.today
        set_shown(self.busy, self._found is None)
        background.run(self, lambda: _read_all(workspace, today, start, end), self._shown_read, self._not_read)

    def fetch_list(self) -> None:
        """A landlord's list of arrears, held against all plans: seen first."""
        name, _rest = QFileDialog.getOpenFileName(self, _("Hent restanceliste"), "", _("Lister (*.csv *.txt *.xlsx)"))
        if name:
            from budgetdesk.ui.dialogs.arrears_list import open_list  # noqa: PLC0415 - readers of files are slow to import

            open_list(self, self._workspace, Path(name), self._list_taken)

    def _list_taken(self) -> None:
        self._changed()
        self.read()

    def _shown_read(self, read: tuple[AllPlans, tuple[DueCheck, ...]]) -> None:
        self._show(*read)

    def _show(self, found: AllPlans, checks: tuple[DueCheck, ...] = ()) -> None:
        first, here = self._found is None, self.focusWidget()
        self._found = found
        self._checks = {one.case_id: one for one in checks}
        self._calls = {call.case_id: call for call in found.calls}
        self.problem.say("")
        set_shown(self.busy, False)
        set_shown(self.nothing, not found.calls)
        set_shown(self.page, bool(found.calls))
        self._body.hide()
        self._fill()
        self.counts.show_rows(words.count_rows(found.counts))
        self.said.setText(words.counts(found.counts))
        self.checks.show_items(self._checks)
        set_shown(self.checks_card, bool(checks))
        self._body.show()
        if first:
            QTimer.singleShot(0, self, lambda: tab_order.focus_first(self))
        elif here is not None and self._body.isAncestorOf(here):
            here.setFocus()  # what was hidden while it was filled had handed the focus on

    def _not_read(self, error: Exception) -> None:
        set_shown(self.busy, False)
        if isinstance(error, BudgetDeskError):
            self.problem.say(str(error))
        else:
            show_error(self, error)

    def _fill(self) -> None:
        self.rows.show_items(list(self._calls)[: self._shown])
        left = len(self._calls) - self._shown
        self.more.setText(_("Vis flere ({left})").format(left=left))
        set_shown(self.more, left > 0)

    def _more(self) -> None:
        self._shown += AT_ONCE
        self._body.hide()
        self._fill()
        self._body.show()

    def _row(self, case_id: str) -> CallRow:
        return CallRow(self._calls[case_id], self._workspace.today, partial(self._open_case, case_id))

    def _check_row(self, case_id: str) -> QWidget:
        due = self._checks[case_id]
        return CheckRow(due, partial(self._open_case, case_id))

    def _open_case(self, case_id: str) -> None:
        self.accept()
        self._open(case_id)

    def _show_page(self) -> None:
        """The list as a page, to print and take along."""
        found = self._found
        if found is None:
            return
        organisation = self._workspace.library.policy.organisation

        def make() -> bytes:
            from budgetdesk.documents.papers.call_list_pdf import call_list_pdf  # noqa: PLC0415 - ReportLab is slow to import

            return call_list_pdf(found.calls, found.counts, on=found.on, organisation=organisation)

        name = f"ringeliste-{found.on}.pdf"
        background.run(self, make, lambda pdf: show_pdf(self, _("Ringeliste"), pdf, file_name=name))

    def _lay_out(self) -> None:
        calls = Card()
        calls.add(self.nothing, self.rows, row(self.more))
        numbers = Card(_("Aftalerne i tal"), _("Uden navne. En tom dag betyder alle."))
        period = row(Labelled(_("Lavet fra"), self.first), Labelled(_("Lavet til"), self.last))
        numbers.add(self.said, period, self.problem, self.counts)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Ringeliste"), "title"))
        box.addWidget(Words(_("Den mest pressende står først. Rækkefølgen følger de samme regler for alle."), "muted"))
        box.addWidget(self.busy)
        self._inner.setContentsMargins(0, 0, 10, 0)
        self._inner.setSpacing(theme.BETWEEN)
        self.checks_card.add(self.checks)
        self.checks_card.hide()
        for card in (calls, self.checks_card, numbers):
            self._inner.addWidget(card)
        self._inner.addStretch(1)
        self._body.hide()  # until it is filled: rows that are made in sight are laid out one by one
        box.addWidget(scrolled(self._body), 1)
        fetch = button(_("Hent restanceliste …"), self.fetch_list, name=_("Hent udlejers restanceliste fra fil"))
        box.addLayout(row(self.page, fetch, None, button(_("Luk"), self.accept)))
        for widget in (self.nothing, self.more, self.page, self.counts):
            widget.hide()


class CallRow(QWidget):
    """Who, why, what to do, and the way into the case."""

    def __init__(self, call: Call, on: date, open_case: Callable[[], object]) -> None:
        super().__init__()
        who = call.tenant or _("Uden navn endnu")
        about = " · ".join(
            part
            for part in (_("Sag {case_id}").format(case_id=call.case_id), call.phone, words.coming(call, on))
            if part
        )
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(who, "strong"))
        texts.addWidget(Words(words.reason(call, on)))
        if words.to_do(call):
            texts.addWidget(Words(words.to_do(call), "muted"))
        texts.addWidget(Words(about, "small"))
        top = Qt.AlignmentFlag.AlignTop
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 10)
        across.setSpacing(12)
        across.addLayout(texts, 1)
        across.addWidget(Chip(translated(_MARKS)[call.reason], "amber" if call.reason is Reason.SIGNAL else ""), 0, top)
        across.addWidget(
            button(_("Åbn"), open_case, name=_("Åbn sag {case_id}, {who}").format(case_id=call.case_id, who=who)),
            0,
            top,
        )


class CheckRow(QWidget):
    """A follow-up call that is due: who, since when, and the way into the case."""

    def __init__(self, due: DueCheck, open_case: Callable[[], object]) -> None:
        super().__init__()
        who = due.tenant or _("Uden navn endnu")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(who, "strong"))
        texts.addWidget(Words(check_words.listed(due)))
        about = " · ".join(part for part in (_("Sag {case_id}").format(case_id=due.case_id), due.phone) if part)
        texts.addWidget(Words(about, "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 10)
        across.setSpacing(12)
        across.addLayout(texts, 1)
        opened = button(_("Åbn"), open_case, name=_("Åbn sag {case_id}, {who}").format(case_id=due.case_id, who=who))
        across.addWidget(opened, 0, Qt.AlignmentFlag.AlignTop)


def _read_all(
    workspace: Workspace, on: date, start: date | None, end: date | None
) -> tuple[AllPlans, tuple[DueCheck, ...]]:
    """In a thread: the plans, and the follow-up calls that are due."""
    return all_plans(workspace, on=on, start=start, end=end), due_in_all(workspace.cases(), on=on)
