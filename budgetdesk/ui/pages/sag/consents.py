"""Who has the tenant's yes, in a line each, and the way to the page where one is given and taken back."""

from __future__ import annotations

from functools import partial

from budgetdesk.casework.consents import Standing, standing
from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import consents as words

MOST = 6
OVER = (Standing.OVER, Standing.WITHDRAWN)


class ConsentCard(Card):
    """What is in force or to be asked; everything else stands on the page Samtykker."""

    def __init__(self, page: Page) -> None:
        super().__init__(
            _("Samtykke"), _("Uden lejerens ja får udlejer kun restancen og aftalen at vide. Andre får intet.")
        )
        self._page = page
        self.said = Points()
        self.none = Words(_("Lejeren har ikke sagt ja til noget endnu."), "muted")
        self.go = button(_("Samtykker …"), partial(page.place.go, "samtykker", ""))
        self.add(self.said, self.none, row(self.go))

    def refresh(self) -> None:
        case, today = self._page.record.case, self._page.desk.today
        soon = self._page.desk.library.policy.consent_soon_days
        live = [one for one in case.conversation.consents if standing(one, today) not in OVER]
        lines = [f"{words.label(one, case)} ({words.how_it_stands(one, today, soon_days=soon)})" for one in live[:MOST]]
        if len(live) > MOST:
            lines.append(_("og {count} til").format(count=len(live) - MOST))
        self.said.show_points(lines)
        set_shown(self.none, not lines)
