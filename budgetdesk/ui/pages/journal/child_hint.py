"""A quiet sentence under a field where somebody seems to write about a worry for a child. It stores nothing."""

from __future__ import annotations

from budgetdesk.casework.child_concern import may_concern_child
from budgetdesk.household.case import Case
from budgetdesk.readers.notes import load_note_words
from budgetdesk.ui.widgets.announced import Announced


class ChildHint(Announced):
    """Hidden while nothing in the text sounds like it; read aloud once when it appears."""

    def __init__(self) -> None:
        super().__init__("small")

    def look_at(self, text: str, case: Case) -> None:
        """Show or hide the sentence for what stands in the field now."""
        words = load_note_words()
        found = may_concern_child(text, case, words)
        if found is self.isHidden():
            self.say(words.child_hint if found else "")
