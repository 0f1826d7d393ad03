"""Which of the papers of consent is signed here: a list of them, and the way to the page where they are written."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from budgetdesk.casework.consents import Standing as Stands
from budgetdesk.casework.consents import find, in_force, standing
from budgetdesk.documents.papers.consent_catalogue import paper_of, split
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import consents as words

CONSENT = "samtykke"
"""The tab of all these papers; which one it is stands below."""
SHORT = N_("Samtykke")
SAID = N_("Et ja kan også siges. Her bliver det skrevet under.")


class ConsentToSign(Card):
    """The paper that is on the table. `changed` is told when it is another."""

    def __init__(self, page: Page, changed: Callable[[], object]) -> None:
        super().__init__()
        self._page, self._changed = page, changed
        self.which = ListChoice([])
        self.which.name(_("Hvilket samtykke?"))
        self.which.edited.connect(changed)
        self.write = button(_("Skriv et samtykke …"), partial(page.place.go, "samtykker", ""))
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(self.which, 1)
        across.addWidget(self.write)
        self.add(across, Words(_(SAID), "muted"))
        self.offer(page.record.case)

    @property
    def document(self) -> str:
        """`samtykke:s1`; "" while there is nothing to sign."""
        return self.which.value() or ""

    def take(self, document: str) -> None:
        """This paper is to be signed."""
        self.offer(self._page.record.case, also=split(document)[1])
        self.which.show_value(document)

    def offer(self, case: Case, *, also: str = "") -> None:
        """Those that are to be given or in force, the newest first."""
        today = self._page.desk.today
        live = [
            one
            for one in reversed(case.conversation.consents)
            if in_force(one, today) or standing(one, today) in (Stands.DRAFT, Stands.COMING)
        ]
        extra = find(case, also) if also else None
        if extra is not None and extra not in live:
            live.append(extra)
        self.which.set_options([(paper_of(one), words.label(one, case)) for one in live])
        if not self.which.value() and live:
            self.which.show_value(paper_of(live[0]))
        set_shown(self.which, bool(live))

    def refresh(self, chosen: str) -> None:
        """Seen only while such a paper is what is signed."""
        self.offer(self._page.record.case, also=split(self.document)[1])
        set_shown(self, chosen == CONSENT)
