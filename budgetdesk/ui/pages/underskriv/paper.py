"""The paper to be signed, as a picture beside the signatures, and the ways to get it out unsigned."""

from __future__ import annotations

from collections.abc import Callable

from budgetdesk.actions import page_shapes
from budgetdesk.actions.overview import in_danish
from budgetdesk.actions.signing import Facts, drawn, facts_of, title_of
from budgetdesk.documents.printer import preview
from budgetdesk.documents.sheet.heard import listening
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.underskriv.papers import open_meeting_print
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.sheet import Sheet
from budgetdesk.ui.widgets.words import InlineError, button
from budgetdesk.wording.readability import told_reading

DPI = 110
NOT_DRAWN = N_("Papiret kan ikke vises lige nu. Alt, du har skrevet, er gemt. Vælg papiret igen.")


class PaperCard(Card):
    """The first page, how many there are, and: read it all, print it, sign it with a pen."""

    def __init__(self, page: Page, changed: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._changed = changed
        self._document = ""
        self._wanted = 0
        self.shown: Facts | None = None
        """The facts of the paper that can be read here; None while it is being drawn."""
        self.sheet = Sheet()
        self.problem = InlineError()
        self.read = button(_("Læs hele papiret"), self._read)
        self.out = button(_("Udskriv …"), self._print)
        self.add(row(self.read, self.out), self.problem, self.sheet)

    def show_document(self, document: str) -> None:
        """Draw the paper from the facts as they stand, off the window's thread."""
        self._document = document
        self._wanted += 1
        self.shown = None
        wanted, desk = self._wanted, self._page.desk

        def draw() -> tuple[Facts, tuple[bytes, ...], str]:
            facts = facts_of(desk, document)
            with listening() as said:
                pdf = drawn(document, facts)
            danish = in_danish(facts.record, facts.overview, desk.library)
            reading = page_shapes.reading(document, facts.record, danish, said)
            return facts, preview.pages(pdf, dpi=DPI), told_reading(reading)

        background.run(self, draw, lambda drawn: self._drawn(wanted, *drawn), lambda error: self._failed(wanted, error))

    def _drawn(self, wanted: int, facts: Facts, pages: tuple[bytes, ...], reading: str) -> None:
        if wanted != self._wanted:
            return
        title = title_of(self._document, facts.record.case)
        number = len(pages)
        pages_told = _("1 side") if number == 1 else _("Side 1 af {number}").format(number=number)
        self.set_heading(title, " · ".join(one for one in (pages_told, reading) if one))
        self.problem.say("")
        self.sheet.setVisible(True)
        self.sheet.show_page(pages[0], _("{title}, side 1").format(title=title))
        self.shown = facts
        self._changed()

    def _failed(self, wanted: int, error: Exception) -> None:
        if wanted == self._wanted:
            self.set_heading(title_of(self._document, self._page.record.case))
            self.sheet.setVisible(False)
            self.problem.say(str(error) if isinstance(error, BudgetDeskError) else _(NOT_DRAWN))
            self._changed()

    def _print(self) -> None:
        """This paper among the others of the meeting."""
        open_meeting_print(self._page, shown=self._document)

    def _read(self) -> None:
        self._page.place.binder.flush()
        show_paper(self._page, self._page.desk, self._document)
