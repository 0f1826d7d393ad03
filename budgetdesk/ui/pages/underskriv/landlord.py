"""The landlord at the table: says yes first, then signs the agreement that is no longer a proposal."""

from __future__ import annotations

from collections.abc import Callable

from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Role
from budgetdesk.household import paths
from budgetdesk.household.agreement import LandlordAccepted
from budgetdesk.i18n import N_, _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import button

HOW = N_("ved et møde")
PRESENT = N_("Er udlejer til stede, kan udlejer også skrive under.")


class LandlordPresent(Card):
    """Offers to take down the landlord's yes, and a place to sign."""

    def __init__(self, page: Page, changed: Callable[[], object]) -> None:
        super().__init__(_("Udlejer (hvis til stede)"), _(PRESENT))
        self._page = page
        self._changed = changed
        self.here = False
        self.yes = button(_("Udlejer er her og siger ja"), self._says_yes)
        self.signs = button(_("Udlejer skriver under"), self._signs)
        self.not_here = button(_("Udlejer skriver ikke under"), self._not_here, role="quiet")
        self.add(row(self.yes, self.signs, self.not_here))
        self.refresh(page.record)

    def refresh(self, record: Record) -> None:
        """Show what can be done next."""
        said_yes = record.case.arrears.landlord_accepted is not None
        self.here = self.here and said_yes
        self.yes.setVisible(not said_yes)
        self.signs.setVisible(said_yes and not self.here)
        self.not_here.setVisible(self.here)

    def party(self) -> tuple[Party, ...]:
        """The landlord as somebody who signs, when at the table."""
        return (Party(Role.LANDLORD, self._page.record.case.tenancy.landlord),) if self.here else ()

    def leave(self) -> None:
        """Another paper, or sealed: nobody is at the table."""
        self.here = False

    def _says_yes(self) -> None:
        self.here = True
        page = self._page
        said = LandlordAccepted(by=page.record.case.tenancy.landlord or _("Udlejer"), on=page.desk.today, how=_(HOW))
        page.change(_("Udlejer sagde ja"), paths.put(page.record, "case.arrears.landlord_accepted", said))
        self._changed()

    def _signs(self) -> None:
        self.here = True
        self._changed()

    def _not_here(self) -> None:
        self.here = False
        self._changed()
