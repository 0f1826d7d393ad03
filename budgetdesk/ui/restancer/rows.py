"""One tenant of a list: who, why now, what is owed; whose case it is, or one key to make one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.list_calls import Candidate
from budgetdesk.casework.arrears_match import How
from budgetdesk.casework.arrears_people import ListPerson
from budgetdesk.casework.arrears_rules import CallOrder, Chance
from budgetdesk.casework.list_calls import ListCall
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.words import Chip, Words, button
from budgetdesk.wording import list_calls as words


@dataclass(frozen=True, kw_only=True)
class RowActs:
    """What one can do with a row."""

    open: Callable[[str], object]
    make: Callable[[ListPerson], object]
    same: Callable[[ListPerson, str], object]
    nobody: Callable[[ListPerson], object]


class GroupHead(QWidget):
    """The name of a group, how many there are, and why it stands there."""

    def __init__(self, title: str, why: str) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 14, 0, 4)
        box.setSpacing(2)
        box.addWidget(Words(title, "section"))
        box.addWidget(Words(why, "small"))


class ListCallRow(QWidget):
    """Who, why, and what can be done."""

    def __init__(
        self, call: ListCall, candidates: Sequence[Candidate], order: CallOrder, on: date, acts: RowActs
    ) -> None:
        super().__init__()
        one = call.person
        who = words.who(one)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(Words(who, "strong"))
        texts.addWidget(Words(words.reason(call, on)))
        texts.addWidget(Words(words.owed(one)))
        texts.addWidget(Words(words.about(call, on), "small"))
        marks = [_mark(chance, order) for chance in call.chances]
        if marks:
            texts.addLayout(row(*marks, None))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 10)
        box.setSpacing(6)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addLayout(texts, 1)
        top = Qt.AlignmentFlag.AlignTop
        if one.case_id:
            opened = button(
                _("Åbn"),
                partial(acts.open, one.case_id),
                name=_("Åbn sag {case_id}, {who}").format(case_id=one.case_id, who=who),
            )
            across.addWidget(_column(opened, self._other(one, who, acts)), 0, top)
        elif one.how is not How.DOUBT or not candidates:
            across.addWidget(
                button(_("Lav sag"), partial(acts.make, one), name=_("Lav en sag for {who}").format(who=who)), 0, top
            )
        box.addLayout(across)
        if one.how is How.DOUBT and not one.case_id:
            for maybe in candidates:
                box.addWidget(_Doubt(one, maybe, acts))
            if candidates:
                box.addLayout(row(self._nobody(one, who, acts), None))

    @staticmethod
    def _nobody(one: ListPerson, who: str, acts: RowActs) -> QWidget:
        """None of the cases it may be."""
        name = _("{who}: en anden").format(who=who)
        return button(_("Nej, det er en anden"), partial(acts.nobody, one), role="quiet", name=name)

    @staticmethod
    def _other(one: ListPerson, who: str, acts: RowActs) -> QWidget:
        """A match may be wrong: a person says so."""
        return button(
            _("Ikke den samme"),
            partial(acts.nobody, one),
            role="quiet",
            name=_("{who} er en anden end sagens").format(who=who),
        )


class _Doubt(QWidget):
    """A case that it may be; a person says so."""

    def __init__(self, one: ListPerson, maybe: Candidate, acts: RowActs) -> None:
        super().__init__()
        told = " · ".join(
            part for part in (_("Sag {case_id}").format(case_id=maybe.case_id), maybe.name, maybe.address) if part
        )
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addWidget(Words(_("Er det den samme? {told}").format(told=told)), 1)
        name = _("Ja, {who} er sag {case_id}").format(who=words.who(one), case_id=maybe.case_id)
        across.addWidget(button(_("Ja"), partial(acts.same, one, maybe.case_id), name=name))


def _mark(chance: Chance, order: CallOrder) -> Chip:
    made = Chip(order.chances[chance].title, "accent")
    made.setToolTip(words.chance_why(chance, order))
    return made


def _column(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    for widget in widgets:
        box.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
    return holder
