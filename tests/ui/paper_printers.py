"""Printers that print to paper of our own making: what was sent to them can be looked at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from budgetdesk.actions.mappings import MemorySettings
from budgetdesk.documents.printer.print_layout import Sheet
from budgetdesk.errors import PrintError
from budgetdesk.ui.printing.printers import PrinterFacts
from budgetdesk.ui.printing.room import PrintRoom
from budgetdesk.ui.printing.sending import Job

A4 = Sheet.with_margins(210, 297, 4, 4, 4, 4)
OFFICE = PrinterFacts(name="Kontor", sheets={"A4": A4}, dpi=150)
PORTABLE = PrinterFacts(
    name="Rejse", sheets={"A5": Sheet.with_margins(148, 210, 5, 10, 5, 10)}, dpi=150, both_sides=False, colour=False
)


@dataclass
class Desk:
    """Two printers, or those that are given, and what they were sent."""

    known: tuple[PrinterFacts, ...] = (OFFICE, PORTABLE)
    sent: list[tuple[str, Job]] = field(default_factory=list)
    out_of_paper: bool = False
    settings: MemorySettings = field(default_factory=MemorySettings)

    def names(self) -> tuple[str, ...]:
        return tuple(one.name for one in self.known)

    def facts(self, name: str) -> PrinterFacts:
        return next(one for one in self.known if one.name == name)

    def send(self, name: str, job: Job, told: Callable[[int, int], object]) -> None:
        if self.out_of_paper:
            raise PrintError(f"Printeren “{name}” tog ikke imod papiret.")
        for done in range(3):
            told(done, 3)
        self.sent.append((name, job))

    @property
    def room(self) -> PrintRoom:
        return PrintRoom(printers=self, send=self.send, settings=self.settings)
