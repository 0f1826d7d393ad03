"""The page Samtykker: what is said before the figures, who may be told what, who speaks, and what was given onward."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import consents as actions
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.consents import SPEAKING, find, in_force, running_out
from budgetdesk.casework.record import Record
from budgetdesk.i18n import N_, _
from budgetdesk.ui.pages.base import Command, Page, StepState
from budgetdesk.ui.pages.samtykker.before import BeforePart
from budgetdesk.ui.pages.samtykker.known import KnownPart
from budgetdesk.ui.pages.samtykker.part import ConsentPart
from budgetdesk.ui.pages.samtykker.shared import SharedPart
from budgetdesk.ui.pages.samtykker.speaking import SpeakingPart
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.words import set_shown
from budgetdesk.wording.tenant_screen import Screen

PARTS: tuple[type[ConsentPart], ...] = (BeforePart, SharedPart, SpeakingPart, KnownPart)
_TALK = "case.conversation"
_BEFORE = (f"{_TALK}.expectations_on", f"{_TALK}.informed_on", f"{_TALK}.bases_noted")


class ConsentsPage(Page):
    """Four parts, one at a time; each is made when it is first wanted."""

    key, step = "samtykker", N_("Samtykker")
    title = N_("Hvem må få noget at vide?")
    subtitle = N_("Uden lejerens ja får udlejer kun restancen og aftalen at vide. Andre får intet.")
    commands = (
        Command(N_("Gennemgå, hvordan vi arbejder sammen"), "show_before"),
        Command(N_("Giv et papir videre …"), "show_known"),
    )

    def build(self) -> None:
        self.parts: dict[str, ConsentPart] = {}
        self._overview: Overview | None = None
        self.tabs = Choice([(part.key, _(part.word)) for part in PARTS], role="tab")
        self.tabs.name(_("Hvad vil du se"))
        talked = self.record.case.conversation.expectations_on is not None
        self.tabs.show_value((SharedPart if talked else BeforePart).key)
        self.tabs.edited.connect(self._turned)
        self.place.binder.anchor(f"{_TALK}.consents", self.tabs)
        self.place.binder.anchor(f"{_TALK}.shared", self.tabs)
        for path in _BEFORE[1:]:
            self.place.binder.anchor(path, self.tabs)
        self._room = QWidget()
        self.room = QVBoxLayout(self._room)
        self.room.setContentsMargins(0, 0, 0, 0)
        self.add(self.tabs, self._room)

    def refresh(self, overview: Overview) -> None:
        self._overview = overview
        part = self.part(self.tabs.value())
        for each in self.parts.values():
            set_shown(each, each is part)
        part.refresh(overview)

    def part(self, key: str) -> ConsentPart:
        """A part, made when it is first wanted."""
        if key not in self.parts:
            made = next(each for each in PARTS if each.key == key)(self)
            made.tell = partial(self._tell, key)
            self.parts[key] = made
            self.room.addWidget(made)
        return self.parts[key]

    def show_part(self, key: str) -> ConsentPart:
        """Turn to a part."""
        self.tabs.show_value(key)
        self._turned()
        return self.part(key)

    def show_before(self) -> None:
        self.show_part(BeforePart.key)

    def show_known(self) -> None:
        self.show_part(KnownPart.key)

    def reveal(self, path: str) -> None:
        """Turn to the part where the fact is."""
        if path.startswith(_BEFORE):
            self.show_part(BeforePart.key)
        elif path.startswith(f"{_TALK}.shared"):
            self.show_part(KnownPart.key)
        elif path.startswith(f"{_TALK}.consents["):
            one = find(self.record.case, path.partition("[")[2].partition("]")[0])
            self.show_part(SpeakingPart.key if one is not None and one.kind in SPEAKING else SharedPart.key)

    def for_tenant(self, overview: Overview) -> Screen:
        told = self.parts[self.tabs.value()].for_tenant() if self.tabs.value() in self.parts else None
        return told if told is not None else super().for_tenant(overview)

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        """Done while somebody has said yes to something; how much waits: those that run out soon, what wants a basis,
        and the page about what is written down."""
        case = record.case
        soon = overview.policy.consent_soon_days if overview.policy else 0
        waiting = len(running_out(case, overview.on, soon_days=soon)) + len(actions.to_note(overview))
        talk = case.conversation
        waiting += talk.expectations_on is not None and talk.informed_on is None
        given = any(in_force(one, overview.on) for one in case.conversation.consents)
        return StepState(done=given and not waiting, badge=str(waiting) if waiting else "")

    def _turned(self) -> None:
        self.place.binder.flush()
        if self._overview is not None:
            self.refresh(self._overview)
        self.place.tell_tenant(None)

    def _tell(self, key: str) -> None:
        """What a part shows the tenant has changed."""
        if self.tabs.value() == key:
            self.place.tell_tenant(None)
