"""What follows from the facts of one debt: its place, what is doubtful, how long it lasts, who can do what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.documents.papers.letter_catalogue import LETTERS
from budgetdesk.i18n import _, translated
from budgetdesk.planning.debt_book import DebtRow
from budgetdesk.planning.debt_doubt import DebtDoubt, Level
from budgetdesk.planning.debt_priority import Priority
from budgetdesk.planning.debt_rules import DebtGuide, StepRule, Told
from budgetdesk.ui import theme
from budgetdesk.ui.letters import open_letter
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.ydelser.fold_room import Fold
from budgetdesk.ui.widgets.cards import Card, Rows, columns, row
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Chip, Points, Tone, Words, button, set_shown
from budgetdesk.wording import debts as words

_TONES: dict[Level, Tone] = {Level.DOUBTFUL: "amber", Level.ASK: "violet"}


class HeadCard(Card):
    """Which debt, when it is paid and why, and what it costs, lasts and can be used for."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.place = Words("", "section"), Chip()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.place, 0, Qt.AlignmentFlag.AlignTop)
        self.reason = Words("", "muted")
        self.table = FigureTable(("", ""), stretch=(2, 5))
        self.working = Fold(_("Sådan er dagen regnet"), _("Skjul regnestykket"), self._make_working, self._fill)
        self._row: DebtRow | None = None
        self.add(top, self.reason, self.table, row(self.working), self.working.room)

    def show_place(self, title: str, priority: Priority) -> None:
        """The name, and whether it is paid first."""
        self.title.setText(title)
        self.place.show_word(words.group(priority), "accent" if priority.first else "")
        self.reason.setText(priority.reason)

    def show_row(self, of: DebtRow) -> None:
        """Everything in short; the working on request."""
        self._row = of
        self.show_place(words.title(of), of.priority)
        shown = [(_("Hvor længe endnu?"), words.limitation(of.limitation)), (_("Kan de få udlæg?"), words.fogedret(of))]
        if cost := words.costs(of):
            shown.append((_("Rente"), cost))
        self.table.show_rows(shown)
        set_shown(self.working, bool(of.limitation.steps))
        self._fill()

    def _make_working(self) -> Working:
        return Working()

    def _fill(self) -> None:
        shown = self.working.inner()
        if isinstance(shown, Working) and self._row is not None:
            shown.show_row(self._row)


class Working(QWidget):
    """How the last day was reckoned, what would begin the time anew, and which figures were used."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = FigureTable(("", _("Regel"), ">Dag"), stretch=(4, 3, 0), small=True)
        self.notes = Words("", "muted")
        self.restarts = Points(_("Det her begynder tiden forfra"))
        self.sources = Words("", "small")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GAP)
        for part in (self.steps, self.notes, self.restarts, self.sources):
            box.addWidget(part)

    def show_row(self, of: DebtRow) -> None:
        lasts = of.limitation
        self.steps.show_rows(words.limitation_steps(lasts))
        notes = words.limitation_notes(lasts)
        self.notes.setText(" ".join(notes))
        set_shown(self.notes, bool(notes))
        self.restarts.show_points(words.restarts(lasts))
        self.sources.setText(words.sources(of))


class DoubtsCard(Card):
    """What may be wrong, each with what to do and the letter that goes with it; hidden while there is nothing."""

    def __init__(self, page: Page, debt_id: str) -> None:
        super().__init__(_("Det kan være forkert"), _("Spørg, før I betaler. Der kan være et papir, vi ikke har set."))
        self._page, self._debt = page, debt_id
        self._doubts: dict[str, DebtDoubt] = {}
        self.rows: Rows[str, DoubtPart] = Rows(self._part)
        self.add(self.rows)

    def show_doubts(self, doubts: Sequence[DebtDoubt]) -> None:
        self._doubts = {one.key: one for one in doubts}
        self.rows.show_items(self._doubts)
        for key, part in self.rows.rows.items():
            part.show_doubt(self._doubts[key])
        set_shown(self, bool(doubts))

    def _part(self, key: str) -> DoubtPart:
        return DoubtPart(self._page, self._debt, self._doubts[key])


class DoubtPart(QWidget):
    """One doubt."""

    def __init__(self, page: Page, debt_id: str, one: DebtDoubt) -> None:
        super().__init__()
        self.mark, self.text, self.todo = Chip(), Words(), Words("", "strong")
        self.parts = FigureTable((_("Fra og til"), _(">Kræver"), ">Loven"), small=True)
        self.letter = letter_button(page, one.letter, debt_id)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self.text, 1)
        top.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.todo, 1)
        if self.letter is not None:
            below.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        box.setSpacing(6)
        box.addLayout(top)
        box.addWidget(self.parts)
        box.addLayout(below)

    def show_doubt(self, one: DebtDoubt) -> None:
        self.mark.show_word(translated(words.LEVELS)[one.level], _TONES[one.level])
        self.text.setText(words.doubt(one))
        self.todo.setText(one.todo)
        self.parts.show_rows([words.part(each) for each in one.parts] if len(one.parts) > 1 else [])


class StepsCard(Card):
    """What the creditor has done that is allowed, and what to do about it."""

    def __init__(self, page: Page, debt_id: str) -> None:
        super().__init__(_("Det er sket. Gør det her"))
        self._page, self._debt = page, debt_id
        self._steps: dict[str, StepRule] = {}
        self.rows: Rows[str, QWidget] = Rows(self._part)
        self.add(self.rows)

    def show_steps(self, steps: Sequence[StepRule]) -> None:
        self._steps = {step.key: step for step in steps}
        self.rows.show_items(self._steps)
        set_shown(self, bool(steps))

    def _part(self, key: str) -> QWidget:
        step = self._steps[key]
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        box.setSpacing(6)
        box.addWidget(Words(step.title, "strong"))
        box.addWidget(Words(words.told(step)))
        across = QHBoxLayout()
        across.addWidget(Words(step.todo, "muted"), 1)
        if (letter := letter_button(self._page, step.letter, self._debt)) is not None:
            across.addWidget(letter, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(across)
        return holder


class RulesCard(Card):
    """What this kind of creditor can and cannot, what stops it, and where to ask for time."""

    def __init__(self, page: Page, debt_id: str) -> None:
        super().__init__(_("Hvad kan de, og hvad kan de ikke?"))
        self._page, self._debt = page, debt_id
        self._guide: DebtGuide | None = None
        self.can, self.cannot = Points(_("Det kan de")), Points(_("Det kan de ikke"))
        self.stops = Points(_("Det stopper dem"))
        self.ask = Words("", "strong")
        self.letter = QWidget()
        self._letter = QVBoxLayout(self.letter)
        self._letter.setContentsMargins(0, 0, 0, 0)
        self.sources = Fold(_("Vis kilderne"), _("Skjul kilderne"), self._make_sources, self._fill)
        for points in (self.can, self.cannot):
            points.setMinimumWidth(250)
        below = QHBoxLayout()
        below.addWidget(self.ask, 1)
        below.addWidget(self.letter, 0, Qt.AlignmentFlag.AlignTop)
        self.add(columns(self.can, self.cannot), self.stops, below, row(self.sources), self.sources.room)

    def show_guide(self, guide: DebtGuide) -> None:
        if guide == self._guide:
            return
        self._guide = guide
        for points, rules in ((self.can, guide.can), (self.cannot, guide.cannot), (self.stops, guide.stops)):
            points.show_points([words.told(one) for one in rules])
        self.ask.setText(guide.ask_where)
        self._show_letter(guide.letter)
        self._fill()

    def _show_letter(self, name: str) -> None:
        while (item := self._letter.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        made = letter_button(self._page, name, self._debt)
        if made is not None:
            self._letter.addWidget(made)
        set_shown(self.letter, made is not None)

    def _make_sources(self) -> FigureTable:
        return FigureTable(("", _("Regel"), _("Kilde"), _("Sikkerhed")), stretch=(4, 3, 4, 2), small=True)

    def _fill(self) -> None:
        shown = self.sources.inner()
        if isinstance(shown, FigureTable) and self._guide is not None:
            rules: list[Told] = [*self._guide.can, *self._guide.cannot, *self._guide.stops]
            shown.show_rows([words.source(one) for one in rules])


def letter_button(page: Page, name: str, debt_id: str) -> QWidget | None:
    """The way to a letter about the debt; None where there is no such letter."""
    if name not in LETTERS:
        return None
    title = translated(LETTERS)[name].title
    return button(
        _("Skriv brevet"),
        partial(open_letter, page, name, debt_id),
        name=_("Skriv brevet: {title}").format(title=title),
    )
