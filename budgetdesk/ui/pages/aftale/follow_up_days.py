"""The days on which it is looked at together: the policy's, until somebody changes them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import agreements
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _
from budgetdesk.planning.policy import Policy
from budgetdesk.ui.binding import Get, Put
from budgetdesk.ui.pages.aftale.hardly_right import say
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Rows, row
from budgetdesk.ui.widgets.fields import DateEdit
from budgetdesk.ui.widgets.words import Words, button, set_shown

PATH = "case.agreement.follow_up"


class FollowUpDays(QWidget):
    """The policy's days as a sentence; once changed, a field for each."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._policy = page.desk.library.policy
        self.suggested = Words("", "muted")
        self.rows: Rows[int, _Day] = Rows(partial(_Day, page), lines=False)
        self.edit = button(_("Ret dagene"), self._edit, name=_("Ret dagene, I ser på aftalen sammen"))
        self.more = button(_("Tilføj dag"), self._more, name=_("Tilføj en dag, I ser på aftalen sammen"))
        self.drop = button(_("Brug politikkens dage"), self._drop, role="quiet")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addWidget(Words(_("Vi ser på aftalen sammen"), "small"))
        for thing in (self.suggested, self.rows):
            box.addWidget(thing)
        box.addLayout(row(self.edit, self.more, self.drop))
        page.place.binder.anchor(PATH, self.edit)

    def refresh(self, policy: Policy, said: Mapping[str, str]) -> None:
        """Show the days; `said`: what can hardly be right, by path."""
        self._policy = policy
        record, today = self._page.record, self._page.desk.today
        own = agreements.agreement_of(record).follow_up
        days = ", ".join(formats.day(day) for day in agreements.suggested_days(record, policy, today))
        self.suggested.setText(
            _("Efter politikken: {days}.").format(days=days) if days else _("Politikken har ingen dage.")
        )
        set_shown(self.suggested, not own)
        self.rows.show_items(range(len(own)))
        for number, made in self.rows.rows.items():
            say(made.day, said.get(f"{PATH}.{number}", ""))
        set_shown(self.edit, not own and bool(days))
        set_shown(self.more, bool(own) or not days)
        set_shown(self.drop, bool(own))

    def _edit(self) -> None:
        days = agreements.suggested_days(self._page.record, self._policy, self._page.desk.today)
        self._page.change(_("Ret opfølgning"), agreements.with_part(self._page.record, follow_up=days))
        self._to(0)

    def _more(self) -> None:
        desk = self._page.desk
        self._page.change(_("Tilføj opfølgning"), agreements.with_one_more_day(desk.record, self._policy, desk.today))
        self._to(len(self.rows.rows) - 1)

    def _drop(self) -> None:
        self._page.change(_("Brug politikkens dage"), agreements.with_part(self._page.record, follow_up=()))
        self.edit.setFocus()

    def _to(self, number: int) -> None:
        if number in self.rows.rows:
            self.rows.rows[number].day.setFocus()


class _Day(QWidget):
    def __init__(self, page: Page, number: int) -> None:
        super().__init__()
        self._page, self._number = page, number
        self.day = DateEdit(page.desk.today)
        page.place.binder.bind_with(
            f"{PATH}.{number}", self.day, _("Opfølgning {number}").format(number=number + 1), *_at(number)
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 2, 0, 2)
        across.addWidget(self.day)
        across.addWidget(
            button(
                _("Fjern"), self._remove, role="quiet", name=_("Fjern opfølgning {number}").format(number=number + 1)
            )
        )
        across.addStretch(1)

    def _remove(self) -> None:
        self._page.place.binder.flush()
        self._page.change(_("Fjern opfølgning"), agreements.with_day(self._page.record, self._number, None))


def _at(number: int) -> tuple[Get, Put]:
    def get(record: Record) -> Any:
        days = agreements.agreement_of(record).follow_up
        if number >= len(days):
            raise KeyError(number)
        return days[number]

    def put(record: Record, value: Any) -> Record:
        return agreements.with_day(record, number, value) if value is not None else record

    return get, put
