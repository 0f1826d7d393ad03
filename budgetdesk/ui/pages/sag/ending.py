"""From when to when the course ran, how it ended, and the tenant's other cases."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from budgetdesk.actions import case_course
from budgetdesk.casework.case_summary import CaseSummary
from budgetdesk.i18n import _
from budgetdesk.ui.dialogs.end_case import EndCaseDialog
from budgetdesk.ui.dialogs.new_case import SameTenantDialog
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fields import DateEdit
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, hairline, set_shown
from budgetdesk.wording import case_list as listed
from budgetdesk.wording import course as words

_COURSE = "case.course"


class EndingCard(Card):
    """Begun, ended, how it went; ending and taking up again; the tenant's other cases."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Forløbet"))
        self._page = page
        self.began = page.field(_("Forløbet begyndte"), f"{_COURSE}.began", DateEdit(page.desk.today))
        self.entered = Words("", "small")
        self.standing = Words("", "strong")
        self.outcome = Words("", "muted")
        self.end = button(_("Afslut sagen …"), self.ask_end)
        self.again = button(_("Genåbn sagen"), self._take_up)
        page.place.binder.anchor(f"{_COURSE}.ended", self.end)
        self.add(self.standing, self.outcome, row(self.began), self.entered, row(self.end, self.again))
        self._around = page.place.around
        self._others: dict[str, CaseSummary] = {}
        self.others_head = Words(_("Lejerens andre sager"), "section")
        self.others: Rows[str, QWidget] = Rows(self._other, lines=False)
        self.new = button(_("Ny sag for samme lejer …"), self._ask_new)
        self.line_above = hairline()
        self.add(self.line_above, self.others_head, self.others, row(self.new))
        set_shown(self.new, self._around is not None)
        set_shown(self.line_above, self._around is not None)
        self._seen: object = None

    def refresh(self) -> None:
        case, today = self._page.record.case, self._page.desk.today
        ended = case.course.ended is not None
        self.standing.setText(words.standing(case.course, today))
        self._say(self.outcome, words.outcome(case.course))
        self._say(self.entered, words.written_in(case.course.began, case.info.opened))
        self.end.setText(_("Ret afslutningen …") if ended else _("Afslut sagen …"))
        self.end.setAccessibleName(self.end.text())
        set_shown(self.again, ended)
        who = (case.persons, case.info.number, case.info.earlier_case)
        if who != self._seen:
            self._seen = who
            self._show_others()

    def ask_end(self) -> None:
        """The short talk at the end of a case."""
        self._page.place.binder.flush()
        EndCaseDialog(self._page.window(), self._page.record, self._page.desk.today, self._end_so).open()

    def _end_so(self, ending: case_course.Ending) -> None:
        page = self._page
        page.change(_("Afslut sagen"), case_course.end_case(page.record, ending, today=page.desk.today))

    def _take_up(self) -> None:
        self._page.change(_("Genåbn sagen"), case_course.take_up_again(self._page.record))
        self.end.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_others(self) -> None:
        around = self._around
        found = around.of_tenant() if around is not None else ()
        self._others = {one.id: one for one in found}
        self.others.show_items([])  # a case may have changed since
        self.others.show_items(self._others)
        set_shown(self.others_head, bool(found))

    def _other(self, case_id: str) -> QWidget:
        one = self._others[case_id]
        said = listed.other_case(one, self._page.desk.today)
        holder = QWidget()
        around = self._around
        holder.setLayout(row(LinkButton(said, partial(around.open, case_id) if around is not None else None)))
        return holder

    def _ask_new(self) -> None:
        around = self._around
        if around is not None:
            self._page.place.binder.flush()
            SameTenantDialog(self._page.window(), lambda figures: around.begin_again(figures=figures)).open()

    @staticmethod
    def _say(line: Words, text: str) -> None:
        line.setText(text)
        set_shown(line, bool(text))
