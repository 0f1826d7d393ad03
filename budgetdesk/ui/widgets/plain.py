"""A choice that looks like a word in a table until one comes to it."""

from __future__ import annotations

from budgetdesk.ui.widgets.choices import ChipChoice, Options


class PlainChoice(ChipChoice):
    """As ChipChoice, without the mark's colour: for how often a bill comes, and the like."""

    def __init__(self, options: Options, *, none: str = "–") -> None:
        super().__init__(options, {}, none=none)
        self.mark.setProperty("role", "plain")
