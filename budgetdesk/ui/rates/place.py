"""What the parts of the window of figures share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from budgetdesk.actions.workspace import Workspace


@dataclass(frozen=True, kw_only=True)
class RatesPlace:
    """The store, the name of who sits here, and whom to tell."""

    workspace: Workspace
    name: Callable[[], str]
    ask_name: Callable[[str], object]
    """Shows a sentence at the field of the name, and goes there."""
    changed: Callable[[], object]
    """Figures were taken in, confirmed or withdrawn."""
    open_case: Callable[[str], object]
