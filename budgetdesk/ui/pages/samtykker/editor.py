"""What is to be asked for, while nobody has said yes: to whom, what for, until when, and which pieces."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.casework.consents import LIST, SPEAKING
from budgetdesk.casework.record import Record
from budgetdesk.casework.sharing import FREE, NEVER, party_of
from budgetdesk.household import paths
from budgetdesk.household.case import Consent
from budgetdesk.household.words import ConsentKind, ConsentParty, MayDo, ShareTopic
from budgetdesk.i18n import _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import form_grid
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.words import Words
from budgetdesk.wording import consents as words

TICK_ROOM = 380
"""The longest tick, px."""


class ConsentEditor(QWidget):
    """The fields of one consent."""

    def __init__(self, page: Page, one: Consent) -> None:
        super().__init__()
        self._page, self._path = page, f"{LIST}[{one.id}]"
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 4, 0, 4)
        box.setSpacing(theme.GAP)
        box.addWidget(form_grid(self._fields(one), 3))
        ticks = self._ticks(one)
        if ticks:
            box.addWidget(Words(_("Det må de få at vide") if one.kind not in SPEAKING else _("Det må de"), "small"))
            box.addWidget(form_grid(ticks, 2, least=TICK_ROOM))

    def _fields(self, one: Consent) -> list[QWidget]:
        page, path = self._page, self._path
        until = page.field(_("Gælder til"), f"{path}.until", DateEdit(page.desk.today))
        purpose = page.field(_("Det handler om"), f"{path}.purpose", LineEdit(_("Fx hjælp til restancen")))
        if one.kind not in SPEAKING:
            if party_of(one, page.record.case) is ConsentParty.STATISTICS:
                return [purpose, until]
            return [page.field(_("Hvem må få det"), f"{path}.recipient", LineEdit(_("Navn"))), purpose, until]
        fields = [
            page.field(_("Hvem"), f"{path}.recipient", LineEdit(_("Navn"))),
            page.field(_("Telefon eller mail"), f"{path}.contact", LineEdit()),
            page.field(_("Over for"), f"{path}.towards", LineEdit(_("Fx Hvidovre Kommune"))),
        ]
        return [*fields, purpose, until]

    def _ticks(self, one: Consent) -> list[QWidget]:
        if one.kind is ConsentKind.BISIDDER:
            return []
        if one.kind in SPEAKING:
            return [self._tick("may", task, translated(words.TASKS)[task], MayDo) for task in MayDo]
        party = party_of(one, self._page.record.case)
        never = NEVER.get(party, frozenset()) | FREE.get(party, frozenset()) | {ShareTopic.COUNTED}
        offered = [topic for topic in ShareTopic if topic not in never]
        if party is ConsentParty.STATISTICS:
            return []
        ticks: list[QWidget] = [
            self._tick("covers", topic, translated(words.TOPICS)[topic], ShareTopic) for topic in offered
        ]
        both = Tick(_("De må også svare os"))
        self._page.bind(f"{self._path}.both_ways", both, _("De må også svare os"))
        return [*ticks, both]

    def _tick(self, field: str, word: StrEnum, text: str, order: type[StrEnum]) -> Tick:
        path = f"{self._path}.{field}"
        made = Tick(text[:1].upper() + text[1:])
        get, put = _member(path, str(word), [str(one) for one in order])
        self._page.place.binder.bind_with(f"{path}.{word}", made, text[:1].upper() + text[1:], get, put)
        return made


def _member(path: str, word: str, order: list[str]) -> tuple[Callable[[Record], Any], Callable[[Record, Any], Record]]:
    """A tick that is one word of a list."""

    def get(record: Record) -> bool:
        return word in paths.get(record, path)

    def put(record: Record, ticked: Any) -> Record:
        present = [one for one in paths.get(record, path) if one != word]
        wanted = [*present, word] if ticked else present
        return paths.put(record, path, tuple(sorted(wanted, key=order.index)))

    return get, put
