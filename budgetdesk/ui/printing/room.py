"""What a window needs to print: the printers, where choices are remembered, and the way papers go."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.mappings import MemorySettings, Settings
from budgetdesk.ui.printing.printers import Printers, SystemPrinters
from budgetdesk.ui.printing.sending import Send, send

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


@dataclass(frozen=True, kw_only=True)
class PrintRoom:
    """The printers of the desk."""

    printers: Printers = field(default_factory=SystemPrinters)
    send: Send = send
    settings: Settings = field(default_factory=MemorySettings)
    """Where choices are remembered: the store, while it is open."""


def room_of(widget: QWidget) -> PrintRoom:
    """The room of the window that a widget stands in, with the printers of the system and what the store remembers of
    them; a room of its own (`print_room`) where a window has one."""
    at: QObject | None = widget
    while at is not None:
        found, settings = getattr(at, "print_room", None), getattr(at, "print_settings", None)
        if isinstance(found, PrintRoom):
            return found
        if settings is not None:
            return PrintRoom(settings=settings)
        at = at.parent()
    return PrintRoom()
