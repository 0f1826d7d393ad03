"""The words of the agreement, one by one, each with whose they are; changed for this agreement in a small dialog."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import agreements
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.policy import Policy
from budgetdesk.planning.wordings import Whose, plain
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Rows
from budgetdesk.ui.widgets.fields import TextEdit
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Chip, Tone, Words, set_shown
from budgetdesk.wording.agreement import Line

PATH = "case.agreement.clauses"
NOT_READ = N_("Ingen jurist har læst ordene endnu. Få dem læst, før I bruger dem.")
FIXED: tuple[str, Tone] = (N_("kan ikke ændres"), "")
MARKS: dict[Whose, tuple[str, Tone]] = {
    Whose.PROGRAM: ("", ""),
    Whose.POLICY: (N_("jeres ord"), ""),
    Whose.AGREEMENT: (N_("ændret her"), "amber"),
}


class ClausesPart(QWidget):
    """Folded until somebody wants to read them."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._policy = page.desk.library.policy
        self.fold = FoldButton(_("Ordene i aftalen"), self._turn)
        self.note = Words(_(NOT_READ), "muted")
        self.rows: Rows[str, _Clause] = Rows(partial(_Clause, self._ask))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for thing in (self.fold, self.note, self.rows):
            box.addWidget(thing)
        self.note.hide()
        self.rows.hide()
        self.fold.show_opened(False)
        page.place.binder.anchor(PATH, self.fold)

    def refresh(self, policy: Policy) -> None:
        """Show the words as they stand; nothing is made while they are folded away."""
        self._policy = policy
        changed = len(agreements.agreement_of(self._page.record).clauses)
        self.fold.setText(
            _("Ordene i aftalen ({changed} ændret her)").format(changed=changed) if changed else _("Ordene i aftalen")
        )
        if not self.fold.opened:
            return
        lines = {line.key: line for line in agreements.lines(self._page.record, policy, self._page.desk.today)}
        self.rows.show_items(lines)
        for key, line in lines.items():
            self.rows.rows[key].show_line(line)

    def open_words(self) -> None:
        """Unfold."""
        self.fold.show_opened(True)
        self.refresh(self._policy)
        self.note.show()
        self.rows.show()

    def _turn(self) -> None:
        if not self.fold.opened:
            self.open_words()
            return
        self.fold.show_opened(False)
        self.note.hide()
        self.rows.hide()

    def _ask(self, key: str) -> WordingDialog:
        dialog = WordingDialog(self._page, self._policy, key, self.rows.rows[key].title.text())
        dialog.open()
        return dialog


class _Clause(QWidget):
    def __init__(self, ask: Callable[[str], object], key: str) -> None:
        super().__init__()
        self.title, self.text, self.mark = Words("", "small"), Words(), Chip()
        self.edit = LinkButton(_("Ret ordene"), partial(ask, key), small=True)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.mark)
        top.addWidget(self.edit)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(3)
        box.addLayout(top)
        box.addWidget(self.text)

    def show_line(self, line: Line) -> None:
        """Show one wording, filled in."""
        self.title.setText(line.title)
        self.text.setText(plain(line.text))
        word, tone = translated(FIXED) if line.fixed else translated(MARKS)[line.whose]
        self.mark.show_word(word, tone)
        set_shown(self.mark, bool(word))
        set_shown(self.edit, not line.fixed)
        self.edit.setAccessibleName(_("Ret ordene: {title}").format(title=line.title))


class WordingDialog(SmallDialog):
    """One wording with its fields open; or the general words again."""

    def __init__(self, page: Page, policy: Policy, key: str, title: str) -> None:
        super().__init__(page.window(), title, _("Gem ordene"), self._save)
        self._page, self._policy, self._key = page, policy, key
        self.widen(620)
        self.words = TextEdit(lines=6)
        self.words.show_value(agreements.wording_to_edit(page.record, policy, key))
        fields = agreements.fields_of(key)
        help_text = _("Ordene gælder kun i denne aftale. Organisationens ord rettes i Rediger, Politik.")
        if fields:
            help_text += _(" Felter, sagen fylder ud: {name}.").format(name=", ".join(f"{{{name}}}" for name in fields))
        self.again = LinkButton(_("Brug de almindelige ord igen"), self._general)
        set_shown(self.again, any(clause.id == key for clause in agreements.agreement_of(page.record).clauses))
        self.add(Labelled(_("Ordene"), self.words, help_text), self.again)

    def _save(self) -> None:
        try:
            changed = agreements.reword(self._page.record, self._policy, self._key, self.words.value())
        except BudgetDeskError as error:
            self.problem.say(str(error))
            self.words.setFocus()
            return
        self.accept()
        self._page.change(_("Ret ordene i aftalen"), changed)

    def _general(self) -> None:
        self.accept()
        self._page.change(_("Brug de almindelige ord"), agreements.general_words(self._page.record, self._key))
