"""The field of one value of the policy, and the rows of who may approve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.policy import Approval
from budgetdesk.planning.policy_fields import MOST_MONTHS, Kind, PolicyField
from budgetdesk.ui.widgets.cards import Rows, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, LineEdit, NumberEdit
from budgetdesk.ui.widgets.words import InlineError, Words, button
from budgetdesk.wording.policy import TITLES


class CountsEdit(LineEdit):
    """Whole numbers with commas between them."""

    def value(self) -> tuple[int, ...]:
        parts = self.line.text().replace(";", ",").replace(" og ", ",").replace(" and ", ",").split(",")
        wanted = [part.strip() for part in parts if part.strip()]
        if wrong := next((part for part in wanted if not (part.isascii() and part.isdigit())), ""):
            raise BadInputError(
                _("“{wrong}” er ikke et tal. Skriv tal med komma imellem, fx 1, 3, 9.").format(wrong=wrong)
            )
        return tuple(int(part) for part in wanted)

    def show_value(self, value: Any) -> None:
        self.show_text(", ".join(str(one) for one in value))


def editor_for(field: PolicyField) -> Editor:
    """The editor that one value needs."""
    if field.kind is Kind.AMOUNT:
        return AmountEdit(empty=None if field.optional else ZERO)
    if field.kind is Kind.YES_NO:
        return Choice([(True, _("Ja")), (False, _("Nej"))])
    if field.kind is Kind.COUNTS:
        return CountsEdit(width=200)
    if field.kind is Kind.TEXT:
        return LineEdit(_("Tom: ingen rente og ingen gebyrer"))
    whole = field.kind is Kind.COUNT
    return NumberEdit(what=translated(TITLES)[field.key], low=field.lowest, high=field.highest, whole=whole)


class ApprovalRows(QWidget):
    """Up to so many months: who."""

    def __init__(self, changed: Callable[[], object]) -> None:
        super().__init__()
        self._changed = changed
        self._made = 0
        self.rows: Rows[int, _Approval] = Rows(partial(_Approval, self), lines=False)
        self.problem = InlineError()
        self.more = button(_("Tilføj grænse"), self._more)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for thing in (self.rows, self.problem):
            box.addWidget(thing)
        box.addLayout(row(self.more))

    def value(self) -> tuple[Approval, ...]:
        """The limits as typed. Raises BadInputError."""
        return tuple(made.value() for made in self.rows.rows.values())

    def show_value(self, approvals: Sequence[Approval]) -> None:
        """Show the limits of a policy."""
        first, self._made = self._made, self._made + len(approvals)
        self.rows.show_items(range(first, self._made))
        for number, approval in zip(range(first, self._made), approvals, strict=True):
            self.rows.rows[number].show_value(approval)

    def remove(self, number: int) -> None:
        """One limit less."""
        self.rows.show_items([other for other in self.rows.rows if other != number])
        self.more.setFocus()
        self._changed()

    def _more(self) -> None:
        self._made += 1
        self.rows.show_items([*self.rows.rows, self._made])
        self.rows.rows[self._made].months.setFocus()


class _Approval(QWidget):
    def __init__(self, all_rows: ApprovalRows, number: int) -> None:
        super().__init__()
        self.months = NumberEdit(what=_("Antal måneder"), low=1, high=MOST_MONTHS, whole=True, width=60)
        self.by = LineEdit(_("Fx rådgiveren, lederen eller udlejer"), width=260)
        self.months.name(_("Op til så mange måneder"))
        self.by.name(_("Godkendes af"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 3, 0, 3)
        for part in (Words(_("Op til"), wrap=False), self.months, Words(_("måneder:"), wrap=False), self.by):
            across.addWidget(part)
        drop = button(_("Fjern"), partial(all_rows.remove, number), role="quiet", name=_("Fjern grænsen"))
        across.addWidget(drop)
        across.addStretch(1)

    def value(self) -> Approval:
        return Approval(self.months.value() or 0, self.by.value())

    def show_value(self, approval: Approval) -> None:
        self.months.show_value(approval.up_to_months)
        self.by.show_value(approval.by)
