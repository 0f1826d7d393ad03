"""The record on paper: for the whole course, or from one day to another."""

from __future__ import annotations

from budgetdesk.actions.records import record_paper
from budgetdesk.documents.papers.record_pdf import RECORD, Period, period_of, record_name
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.fields import DateEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words

TITLE = N_("Journalen på papir")
WHAT = N_("Lukkede notater og det, der er sket. Dine egne notater kommer ikke med. Tomme felter er hele forløbet.")


class RecordDialog(SmallDialog):
    """Two days, both of which may be left empty."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.window(), _(TITLE), _("Vis journalen"), self.show_record)
        self._page = page
        self.start, self.end = DateEdit(page.desk.today), DateEdit(page.desk.today)
        self.add(Words(_(WHAT), "muted"), Labelled(_("Fra"), self.start), Labelled(_("Til og med"), self.end))

    def show_record(self) -> None:
        """Make the paper in a thread, and show it."""
        try:
            period = period_of(record_name(Period(self.start.value(), self.end.value())))
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        page = self._page
        page.place.binder.flush()
        record, overview, library = page.record, page.desk.overview, page.desk.library
        papers = page.place.vault.papers() if page.place.vault is not None else ()
        file_name = f"{RECORD}-{page.desk.today}.pdf"

        def shown(pdf: bytes) -> None:
            show_pdf(page, _(TITLE), pdf, file_name=file_name)

        background.run(page, lambda: record_paper(record, overview, library, papers, period), shown)
        self.accept()
