"""What one chooses before printing: the printer, the sheet, both sides, grey, copies. Remembered for each printer."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import printing as actions
from budgetdesk.actions.printing import MOST_COPIES, Duplex, PrinterChoice
from budgetdesk.documents.printer.print_layout import Sheet
from budgetdesk.errors import StoreError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background, theme
from budgetdesk.ui.printing.printers import PrinterFacts
from budgetdesk.ui.printing.room import PrintRoom
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Tick
from budgetdesk.ui.widgets.fields import NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording import printing as words

LOOKING = N_("Ser efter printere …")
_WIDTH = 280


class PrintOptions(QWidget):
    """The choices, one under the other. `changed` is sent when the sheet may be another one."""

    changed = Signal()

    def __init__(self, room: PrintRoom, *, ask_copies: bool = True, no_printer: str = "") -> None:
        """`no_printer`: what is said where there is none, instead of the usual."""
        super().__init__()
        self._ask_copies, self._no_printer = ask_copies, no_printer or _(words.NO_PRINTER)
        self._room = room
        self.facts: PrinterFacts | None = None
        """What the chosen printer can; None while it is asked, and where there is none."""
        self.none_found = False
        self.said = Words(_(LOOKING), "muted")
        self.printer = ListChoice((), width=_WIDTH)
        self.paper = ListChoice((), width=_WIDTH)
        self.duplex = Choice([(Duplex.NONE, _("Nej")), (Duplex.LONG, _("Lang kant")), (Duplex.SHORT, _("Kort kant"))])
        self.colour = Choice([(False, _("Farver")), (True, _("Gråtoner"))])
        self.copies = NumberEdit(what=_("Antal"), low=1, high=MOST_COPIES, whole=True, empty=1, width=60)
        self.halves = Tick(_("Del hver side på to ark"))
        self.fields = [
            Labelled(_("Printer"), self.printer),
            Labelled(_("Papir"), self.paper),
            Labelled(_("Eksemplarer"), self.copies),
            Labelled(_("Print på begge sider"), self.duplex),
            Labelled(_("Farver"), self.colour),
        ]
        self.copies.show_value(1)
        self._show(PrinterChoice())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INNER - 2)
        for part in (self.said, *self.fields, self.halves):
            box.addWidget(part)
        self._show_fields()
        self.printer.edited.connect(self._other_printer)
        for each in (self.paper, self.duplex, self.colour, self.copies, self.halves):
            each.edited.connect(self.changed)
        background.run(self, room.printers.names, self._found)

    @property
    def sheet(self) -> Sheet | None:
        """The sheet that is chosen; None while no printer is."""
        return self.facts.sheets.get(self.paper.value()) if self.facts is not None else None

    @property
    def choice(self) -> PrinterChoice:
        """What is chosen, as it is remembered."""
        return PrinterChoice(
            paper=str(self.paper.value() or ""),
            duplex=(self.duplex.value() or Duplex.NONE) if self._both_sides else Duplex.NONE,
            grey=bool(self.colour.value()) or not self._has_colour,
            halves=bool(self.halves.value()),
        )

    def remember(self) -> None:
        """Keep the choice for this printer. While the store is locked nothing is kept."""
        if self.facts is not None:
            with suppress(StoreError):
                actions.remember(self._room.settings, self.facts.name, self.choice)

    @property
    def _both_sides(self) -> bool:
        return self.facts is not None and self.facts.both_sides

    @property
    def _has_colour(self) -> bool:
        return self.facts is None or self.facts.colour

    def _found(self, names: tuple[str, ...]) -> None:
        self.none_found = not names
        self.said.setText("" if names else self._no_printer)
        self.printer.set_options([(name, name) for name in names])
        last = ""
        with suppress(StoreError):
            last = actions.last_printer(self._room.settings)
        self.printer.show_value(last if last in names else next(iter(names), None))
        self._other_printer()

    def _other_printer(self) -> None:
        name, printers = self.printer.value(), self._room.printers
        self.facts = None
        self._show_fields()
        if name is not None:
            background.run(self, lambda: printers.facts(name), self._asked)
        else:
            self.changed.emit()

    def _asked(self, facts: PrinterFacts) -> None:
        if facts.name != self.printer.value():
            return  # another one was chosen meanwhile
        self.facts = facts
        self.paper.set_options([(paper, paper) for paper in facts.sheets])
        kept = PrinterChoice()
        with suppress(StoreError):
            kept = actions.choice_for(self._room.settings, facts.name)
        self._show(kept)
        self._show_fields()
        self.changed.emit()

    def _show(self, choice: PrinterChoice) -> None:
        sheets = self.facts.sheets if self.facts is not None else {}
        self.paper.show_value(choice.paper if choice.paper in sheets else next(iter(sheets), None))
        self.duplex.show_value(choice.duplex)
        self.colour.show_value(choice.grey)
        self.halves.show_value(choice.halves)

    def _show_fields(self) -> None:
        set_shown(self.said, bool(self.said.text()))
        known = self.facts is not None
        for field in self.fields:
            set_shown(field, known)
        set_shown(self.fields[0], bool(self.printer.list.count()))
        set_shown(self.fields[2], known and self._ask_copies)
        set_shown(self.fields[3], self._both_sides)
        set_shown(self.fields[4], known and self._has_colour)
        set_shown(self.halves, known)
