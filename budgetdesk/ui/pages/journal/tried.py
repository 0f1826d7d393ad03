"""Do something that may be refused by the disk, and say so where it was done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BudgetDeskError
from budgetdesk.ui.messages import show_error


def tried(owner: QWidget, action: Callable[[], object]) -> bool:
    """Whether it was done; else the sentence of the error is shown over the window."""
    try:
        action()
    except BudgetDeskError as error:
        show_error(owner, error)
        return False
    return True
