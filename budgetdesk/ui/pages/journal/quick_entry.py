"""A line that is understood while it is written, and Enter: contacts and tasks are noted in the same way."""

from __future__ import annotations

from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.opfoelgning.entering import after_enter
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.words import InlineError, Words, button, set_shown


class QuickEntry(Card):
    """The line, what was understood of it, the error where it was not, and what was noted."""

    def __init__(self, page: Page, heading: str, how: str, *, name: str, example: str, save: str) -> None:
        super().__init__(heading, how)
        self._page = page
        self.entry = LineEdit(example)
        self.entry.name(name)
        self.heard, self.problem, self.told = Words("", "muted"), InlineError(), Announced("small")
        self.heard.hide()
        self.entry.edited.connect(self.look)
        after_enter(self.entry.line, self._save)
        self.save = button(save, self._save, role="primary", name=f"{save} {name[:1].lower()}{name[1:]}")

    def understood(self, text: str) -> str:
        """What is understood of a line that is not finished; "" for nothing to say."""
        raise NotImplementedError

    def write(self, text: str) -> tuple[str, Record, str]:
        """What the step is called, the record with the line, and what was noted. Raises BudgetDeskError."""
        raise NotImplementedError

    def look(self) -> None:
        """Say what is understood by now; what was wrong with it is being mended."""
        text = self.entry.value()
        said = self.understood(text) if text else ""
        self.problem.say("")
        self.heard.setText(said)
        set_shown(self.heard, bool(said))

    def _save(self) -> None:
        """A line that cannot be read stays, and says why."""
        page, text = self._page, self.entry.value()
        if not text:
            return
        page.place.binder.flush()
        try:
            label, record, noted = self.write(text)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            self.entry.setFocus()
            return
        self.entry.show_value("")
        self.look()
        page.change(label, record)
        self.told.say(_("{noted}. Fortryd med Ctrl+Z.").format(noted=noted).replace("..", "."))
        self.entry.setFocus()
