"""A landlord's list of arrears beside all plans: seen first, then ticked where somebody says yes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.arrears_lists import ListPreview, preview, take_in
from budgetdesk.actions.workspace import Workspace
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.arrears_list import Compared, Fit, Found
from budgetdesk.readers.arrears_list import NOWHERE, ListColumns, guess_columns
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_note
from budgetdesk.ui.phrases import count
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Tick
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled
from budgetdesk.ui.widgets.words import Chip, Points, Tone, Words, button
from budgetdesk.wording import arrears_list as words

WIDTH, HEIGHT = 900, 700
MOST_PROBLEMS = 5
_NONE = N_("Ingen kolonne")


def open_list(parent: QWidget, workspace: Workspace, file: Path, done: Callable[[], object]) -> None:
    """Read a file in a thread and show what it would bring; `done` is told when something was ticked."""

    def show(found: ListPreview) -> None:
        ArrearsListDialog(parent, workspace, file, found, done).open()

    background.run(parent, lambda: preview(workspace, file), show)


class ArrearsListDialog(KeyedDialog):
    """One row for each case on the list; those with a proposal have a box to tick."""

    def __init__(
        self, parent: QWidget, workspace: Workspace, file: Path, found: ListPreview, done: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Restanceliste"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._file, self._done = workspace, file, done
        self._compared: dict[str, Compared] = {}
        self.said, self.problems = Words("", "strong"), Points(_("Rækker, der ikke kan læses"))
        self.rows: Rows[str, CompareRow] = Rows(self._row)
        self.agree = button(_("Sæt som betalt"), self.take, role="primary")
        self.columns = {name: self._choice(found, name) for name in ("amount", "reference", "name")}
        self._body = QWidget()
        self._lay_out()
        self.resize(min(WIDTH, parent.width()), min(HEIGHT, parent.height()))
        self._show(found)

    def take(self) -> None:
        """Tick what was said yes to, in a thread: each case is opened and saved."""
        chosen = [self._compared[key] for key, one in self.rows.rows.items() if one.chosen()]
        workspace = self._workspace
        self.agree.setEnabled(False)
        background.run(self, lambda: take_in(workspace, chosen), self._taken)

    def read_again(self) -> None:
        """Read the file with the columns that are chosen."""
        amount = self.columns["amount"].value()
        if amount is None or amount == NOWHERE:
            return
        reference, name = self.columns["reference"].value(), self.columns["name"].value()
        chosen = ListColumns(amount=amount, reference=reference, name=name)
        workspace, file = self._workspace, self._file
        background.run(self, lambda: preview(workspace, file, columns=chosen), self._show)

    def _show(self, found: ListPreview) -> None:
        self._body.hide()
        self.rows.show_items([])
        self._compared = {one.case_id: one for one in found.compared}
        self.rows.show_items(self._compared)
        self.said.setText(words.headline(len(found.compared), found.not_on_list))
        problems = found.read.problems
        told = [_("Række {line}: {text}").format(line=one.line, text=one.text) for one in problems[:MOST_PROBLEMS]]
        if len(problems) > MOST_PROBLEMS:
            told.append(_("Og {count} til.").format(count=len(problems) - MOST_PROBLEMS))
        self.problems.show_points(told)
        self._set_button()
        self._body.show()

    def _row(self, key: str) -> CompareRow:
        return CompareRow(self._compared[key], self._workspace.today, self._set_button)

    def _set_button(self) -> None:
        number = sum(one.chosen() for one in self.rows.rows.values())
        self.agree.setText(
            _("Sæt som betalt i {count}").format(count=count(number, N_("sag"), N_("sager")))
            if number
            else _("Sæt som betalt")
        )
        self.agree.setEnabled(bool(number))

    def _taken(self, number: int) -> None:
        parent = self.parentWidget()
        self.accept()
        self._done()
        if parent is not None:
            said = _("Betalt i {count}. Det kan fortrydes i den enkelte sag.").format(
                count=count(number, N_("sag"), N_("sager"))
            )
            show_note(parent, _("Restancelisten er brugt"), said)

    def _choice(self, found: ListPreview, name: str) -> ListChoice:
        options = [(at, title) for at, title in enumerate(found.read.header) if title]
        made = ListChoice(options if name == "amount" else [(NOWHERE, _(_NONE)), *options])
        guessed = guess_columns(found.read.header)
        made.show_value(getattr(guessed, name) if guessed is not None else NOWHERE)
        made.edited.connect(self.read_again)
        return made

    def _lay_out(self) -> None:
        titles = {"amount": _("Restance"), "reference": _("Nummer"), "name": _("Navn")}
        card, about = (
            Card(),
            Card(_("Kolonnerne"), _("Programmet har gættet efter navnene. Ret dem, hvis det er forkert.")),
        )
        card.add(self.said, self.rows)
        about.add(form_grid([Labelled(titles[key], one) for key, one in self.columns.items()], 3, least=180))
        about.add(self.problems)
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 10, 0)
        inner.setSpacing(theme.BETWEEN)
        inner.addWidget(card)
        inner.addWidget(about)
        inner.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Restanceliste"), "title"))
        told = _("Intet er ændret endnu. Andre lejere på listen bliver hverken vist eller gemt.")
        box.addWidget(Words(told, "muted"))
        box.addWidget(scrolled(self._body), 1)
        box.addLayout(row(self.agree, None, button(_("Luk"), self.reject)))


class CompareRow(QWidget):
    """Who, both sums, what may explain them, and a box where there is something to say yes to."""

    def __init__(self, one: Compared, on: date, changed: Callable[[], object]) -> None:
        super().__init__()
        who = one.tenant or _("Uden navn endnu")
        self.tick = Tick(_("Sæt som betalt"))
        self.tick.name(_("Sæt som betalt: {who}, sag {case_id}").format(who=who, case_id=one.case_id))
        self.tick.show_value(bool(one.pays) and one.found is not Found.NAME)
        self.tick.edited.connect(changed)
        self._offered = bool(one.pays)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(who, "strong"))
        texts.addWidget(Words(words.explained(one, on)))
        texts.addWidget(Words(_("Sag {case_id} · {sums}").format(case_id=one.case_id, sums=words.sums(one)), "small"))
        texts.addWidget(self.tick)
        self.tick.setVisible(self._offered)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 10)
        across.addLayout(texts, 1)
        tone: Tone = "accent" if one.fit is Fit.AGREES else "amber"
        across.addWidget(Chip(translated(words.FITS)[one.fit], tone), 0, Qt.AlignmentFlag.AlignTop)

    def chosen(self) -> bool:
        """Whether somebody says yes to it."""
        return self._offered and bool(self.tick.value())
