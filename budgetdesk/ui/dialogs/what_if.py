"""The window Hvad nu hvis: up to three scenarios beside today, budget and benefits together.

Nothing of it is saved in the case, unless the adviser says “Gem som note”. Counted in the background while one types.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.what_if import Compared, compare
from budgetdesk.actions.what_if_asked import scenario_of, with_note
from budgetdesk.casework.record import Record
from budgetdesk.casework.scenarios import Scenario
from budgetdesk.i18n import N_, SOURCE_LANGUAGE, _, speaking
from budgetdesk.ui import background, theme
from budgetdesk.ui.dialogs.what_if_card import FILL_IN, ScenarioCard
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Words, button
from budgetdesk.wording import what_if as words

MOST = 3
REST = 250
"""How long the keys rest before it is counted, ms."""
SAID = N_("Intet her bliver gemt i sagen, medmindre du gemmer det som note. Ydelser er vejledende.")
SIZE = (1120, 720)


class WhatIfDialog(OrderedDialog):
    """Scenarios side by side above, the table of them below."""

    def __init__(self, parent: QWidget, desk: Desk, change: Callable[[str, Record], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Hvad nu hvis"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._change = desk, change
        self._wanted = 0
        self._found: tuple[Compared, ...] = ()
        self.cards: list[ScenarioCard] = []
        self.table_card = Card(_("Måneden ved siden af i dag"))
        self.table: FigureTable | None = None
        self.more = button(_("Tilføj en mulighed"), self.add_scenario)
        self.keep = button(_("Gem som note"), self.keep_note, role="primary")
        self.kept = Words("", "muted")
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.count)
        self._lay_out()
        self.add_scenario()
        self.resize(min(SIZE[0], parent.width()), min(SIZE[1], parent.height()))

    def add_scenario(self) -> None:
        """One more column, up to three."""
        taken = {card.number for card in self.cards}
        number = next(n for n in range(1, MOST + 1) if n not in taken)
        card = ScenarioCard(number, self._desk.record.case, self._desk.today, self._timer.start)
        card.remove.clicked.connect(lambda: self.take_away(card))
        self.cards.append(card)
        self._columns.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        self._set_buttons()
        card.first_field().setFocus()
        self._timer.start()

    def take_away(self, card: ScenarioCard) -> None:
        """One column less; one always stays."""
        self.cards.remove(card)
        self._columns.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._set_buttons()
        self.cards[-1].first_field().setFocus()
        self._timer.start()

    def count(self) -> None:
        """Compute what is typed, in the background."""
        self._wanted += 1
        wanted, record, today, library = self._wanted, self._desk.record, self._desk.today, self._desk.library
        ready: list[tuple[ScenarioCard, Scenario]] = []
        for card in self.cards:
            asked = card.read()
            scenario = scenario_of(asked, record.case, today) if asked else None
            if scenario is not None:
                ready.append((card, scenario))
            elif asked is not None:
                card.say(_(FILL_IN))
        background.run(
            self,
            lambda: compare(record, today, library, [scenario for _rest, scenario in ready]),
            lambda found: self._show(wanted, [card for card, _rest in ready], found),
        )

    def keep_note(self) -> None:
        """Write the sentences into the note of the conversation: one step, which can be undone."""
        today, *others = self._found
        with speaking(SOURCE_LANGUAGE):  # what the case keeps is Danish
            told = tuple(f"{one.name}. {' '.join(words.sentences(one, today))}" for one in others)
        self._change(_("hvad nu hvis, gemt som note"), with_note(self._desk.record, told, self._desk.today))
        self.kept.setText(_("Gemt i sagens note. Fortryd med Ctrl+Z i vinduet."))

    def _show(self, wanted: int, cards: list[ScenarioCard], found: tuple[Compared, ...]) -> None:
        if wanted != self._wanted:
            return
        today, *others = found
        self._found = found
        for card, one in zip(cards, others, strict=True):
            card.tell(words.sentences(one, today))
        self._show_table(found)
        self._set_buttons()

    def _show_table(self, found: tuple[Compared, ...]) -> None:
        """A new table where the columns are others: its headings are the scenarios."""
        if self.table is not None:
            self.table.hide()
            self.table.deleteLater()
        titles = ["", *(f">{one.name}" for one in found)]
        self.table = FigureTable(titles, total=True, stretch=[3, *[2 for _rest in found]])
        self.table_card.add(self.table)
        self.table.show_rows(words.table(found))

    def _set_buttons(self) -> None:
        self.more.setEnabled(len(self.cards) < MOST)
        self.keep.setEnabled(len(self._found) > 1)
        for card in self.cards:
            card.remove.setVisible(len(self.cards) > 1)

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(28, 24, 28, 20)
        inside.setSpacing(theme.BETWEEN)
        holder = QWidget()
        self._columns = QHBoxLayout(holder)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(theme.BETWEEN)
        for each in (Words(_("Hvad nu hvis?"), "title"), Words(_(SAID), "muted"), holder, self.table_card):
            inside.addWidget(each)
        inside.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 12)
        whole.addWidget(scroll, 1)
        foot = row(self.more, self.keep, self.kept, None, button(_("Luk"), self.reject))
        foot.setContentsMargins(theme.INNER, 4, theme.INNER, 0)
        whole.addLayout(foot)


def show_what_if(parent: QWidget, desk: Desk, change: Callable[[str, Record], object]) -> WhatIfDialog:
    """Open the window over `parent`; `change` saves a note."""
    dialog = WhatIfDialog(parent.window(), desk, change)
    dialog.open()
    return dialog
