"""A statement whose layout nobody knows: say what each column holds, see at once what is read, and never say it again.

Each column is a line with its name, its first cells, and a choice. A guess is already made. What is read is shown with
its proof as one chooses; the file is read in a thread.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions import spending as actions
from budgetdesk.actions.library import Library
from budgetdesk.errors import StatementError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.readers.mapping import NOWHERE, Mapping, Sample
from budgetdesk.ui import background, phrases, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.pages.forbrug.incoming import UnknownLayout
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Chip, Words, button, set_shown
from budgetdesk.wording import spending as wording

ROLES = (
    ("", N_("ikke brugt")),
    ("date", N_("dag")),
    ("text", N_("tekst")),
    ("name", N_("navn")),
    ("amount", N_("beløb")),
    ("money_in", N_("ind")),
    ("money_out", N_("ud")),
    ("balance", N_("saldo")),
)
SEPARATORS = {
    ";": N_("semikolon"),
    ",": N_("komma"),
    "\t": N_("tabulator"),
    "|": N_("lodret streg"),
    "": N_("celler i et regneark"),
}
_SHOWN_CELLS, _SHOWN_ROWS = 3, 5
_LONGEST = 34
_QUIET_MS = 150


class LayoutDialog(KeyedDialog):
    """`agreed(mapping, statement)` is called when the two at the desk are content."""

    enter_agrees = True

    def __init__(
        self,
        unknown: UnknownLayout,
        library: Library,
        today: date,
        agreed: Callable[[Mapping, StatementRead], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hvad er kolonnerne?"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._unknown, self._library, self._today, self._agreed = unknown, library, today, agreed
        self.columns: list[ColumnRow] = []
        self.read: StatementRead | None = None
        self._asked = 0
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self._read)
        self._lay_out(parent)
        self.separator.show_value(self._begin_with())
        self._show_columns()

    def mapping(self) -> Mapping:
        """What has been chosen so far. How days and amounts are written is kept from the guess while it fits."""
        place = int(self.separator.value())
        blank, guess = self._unknown.blanks[place], self._unknown.guess
        at = {str(column.role.value()): column.number for column in self.columns}
        made = replace(
            blank,
            date=at.get("date", NOWHERE),
            text=at.get("text", NOWHERE),
            name=at.get("name", NOWHERE),
            amount=at.get("amount", NOWHERE),
            money_in=at.get("money_in", NOWHERE),
            money_out=at.get("money_out", NOWHERE),
            balance=at.get("balance", NOWHERE),
        )
        if guess is not None and guess.separator == blank.separator and guess.date == made.date:
            made = replace(made, day_form=guess.day_form, decimal=guess.decimal)
        return made

    # choosing

    def _begin_with(self) -> int:
        guess = self._unknown.guess
        at = [
            n for n, each in enumerate(self._unknown.blanks) if guess is not None and each.separator == guess.separator
        ]
        return at[0] if at else 0

    def _show_columns(self) -> None:
        sample, guess = self._unknown.samples[self.separator.value()], self._unknown.guess
        for column in self.columns:
            self._box.removeWidget(column)
            column.hide()
            column.deleteLater()
        width = max([len(sample.header), *(len(cells) for cells in sample.rows)])
        self.columns = [ColumnRow(number, sample, self._chosen) for number in range(width)]
        for column in self.columns:
            self._box.insertWidget(self._box.count() - 1, column)
        if guess is not None and guess.separator == sample.separator:
            for role, _title in ROLES[1:]:
                at = getattr(guess, role)
                if 0 <= at < width:
                    self.columns[at].role.show_value(role)
        self._ask_anew()

    def _chosen(self, column: ColumnRow) -> None:
        """Each thing stands in one column: the one that had it before lets go. Ind and ud are instead of beløb."""
        role = column.role.value()
        instead = {"amount": ("money_in", "money_out"), "money_in": ("amount",), "money_out": ("amount",)}.get(role, ())
        for other in self.columns:
            if other is not column and role and other.role.value() in (role, *instead):
                other.role.show_value("")
        self._ask_anew()

    def _ask_anew(self) -> None:
        self.read = None
        self.ok.setEnabled(False)
        self._quiet.start()

    # reading

    def _read(self) -> None:
        self._asked += 1
        missing = self._missing()
        if missing:
            self._say(missing, (), "")
            return
        source = (self._unknown.name, self._unknown.data)
        work = partial(actions.preview_mapped, self.mapping(), source, self._library, today=self._today)
        background.run(self, work, partial(self._was_read, self._asked), partial(self._not_read, self._asked))

    def _missing(self) -> str:
        have = {column.role.value() for column in self.columns}
        if "date" not in have:
            return _("Vælg kolonnen med dagen.")
        if "text" not in have:
            return _("Vælg kolonnen med teksten.")
        if "amount" not in have and not {"money_in", "money_out"} <= have:
            return _("Vælg kolonnen med beløbet, eller både ind og ud.")
        return ""

    def _was_read(self, asked: int, read: StatementRead) -> None:
        if asked != self._asked:
            return
        if not read.rows:
            self._say(_("Ingen rækker kan læses sådan. Vælg andre kolonner."), (), "")
            return
        self.read = read
        self.ok.setEnabled(True)
        shown = read.rows[:_SHOWN_ROWS]
        lines = [f"{phrases.short_day(r.date)}   {_short(r.text)}   {phrases.kroner_and_oere(r.amount)}" for r in shown]
        many = phrases.count(len(read.rows), N_("række er læst"), N_("rækker er læst"))
        wrong = phrases.count(len(read.problems), N_("række kan ikke læses"), N_("rækker kan ikke læses"))
        problems = f" {wrong}." if read.problems else ""
        holds = read.proof.status is ProofStatus.HOLDS
        self._say(f"{many}.{problems} {wording.proof(read.proof)}", lines, "accent" if holds else "amber")

    def _not_read(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            sentence = str(error) if isinstance(error, StatementError) else _("Filen kan ikke læses sådan.")
            self._say(sentence, (), "")

    def _say(self, sentence: str, lines: list[str] | tuple[str, ...], tone: str) -> None:
        self.said.setText(sentence)
        set_shown(self.mark, bool(tone))
        self.mark.show_word(
            _("stemmer") if tone == "accent" else _("se efter"), "accent" if tone == "accent" else "amber"
        )
        self.rows.setText("\n".join(lines))
        set_shown(self.rows, bool(lines))

    def _accept(self) -> None:
        if self.read is not None:
            mapping, read = self.mapping(), self.read
            self.accept()
            self._agreed(mapping, read)

    # laying out

    def _lay_out(self, parent: QWidget) -> None:
        room = parent.window().size()
        self.resize(min(820, room.width() - 40), min(680, room.height() - 40))
        self.separator = ListChoice(
            [(n, translated(SEPARATORS).get(s.separator, s.separator)) for n, s in enumerate(self._unknown.samples)],
            width=220,
        )
        self.separator.edited.connect(self._show_columns)
        split = Labelled(_("Kolonnerne er delt ved"), self.separator)
        self.mark = Chip()
        self.said = Words("", "strong")
        self.rows = Words("", "muted")
        self.ok = button(_("Brug"), self._accept, role="primary")
        self.ok.setDefault(True)
        state = QHBoxLayout()
        state.setSpacing(10)
        state.addWidget(self.mark)
        state.addWidget(self.said, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, theme.INNER)
        box.setSpacing(10)
        box.addWidget(Words(self._unknown.name, "section"))
        box.addWidget(
            Words(_("Vi kender ikke dette kontoudtog. Vis os, hvad kolonnerne er. Så husker vi det til næste gang."))
        )
        box.addWidget(split)
        set_shown(split, len(self._unknown.samples) > 1)
        box.addWidget(self._columns_area(), 1)
        box.addLayout(state)
        box.addWidget(self.rows)
        box.addLayout(row(None, button(_("Fortryd"), self.reject), self.ok))

    def _columns_area(self) -> QScrollArea:
        holder = QWidget()
        self._box = QVBoxLayout(holder)
        self._box.setContentsMargins(0, 0, 6, 0)
        self._box.setSpacing(6)
        self._box.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area


class ColumnRow(QWidget):
    """What a column is, its name, and its first cells as they stand in the file."""

    def __init__(self, number: int, sample: Sample, chosen: Callable[[ColumnRow], object]) -> None:
        super().__init__()
        self.number = number
        name = sample.header[number] if number < len(sample.header) else ""
        cells = [cells[number] for cells in sample.rows if number < len(cells) and cells[number]]
        title = _short(name) or _("Kolonne {number}").format(number=number + 1)
        self.role = ListChoice(list(translated(ROLES)), width=132)
        self.role.show_value("")
        self.role.name(_("{title}: hvad er det?").format(title=title))
        self.role.edited.connect(lambda: chosen(self))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Words(title, "strong"))
        words.addWidget(Words("   ·   ".join(map(_short, cells[:_SHOWN_CELLS])) or _("tom"), "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(self.role, 0, Qt.AlignmentFlag.AlignTop)
        across.addLayout(words, 1)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
