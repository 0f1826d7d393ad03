"""Who may be told something: ask for a consent with one press, say yes, take back."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from budgetdesk.actions import consents as actions
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.consents import Standing, standing
from budgetdesk.casework.sharing import party_of, topics_of
from budgetdesk.household.words import ConsentParty, ShareTopic
from budgetdesk.i18n import N_, _, kept, translated
from budgetdesk.ui.pages.samtykker.part import ConsentPart
from budgetdesk.ui.pages.samtykker.row import ConsentRow, is_speaker
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.words import EmptyState, button, set_look, set_shown
from budgetdesk.wording import consents as words
from budgetdesk.wording.tenant_screen import Screen, may_be_told

HINT = N_("Står tastaturet på en knap: J siger ja, T trækker tilbage. Et mundtligt ja bliver skrevet i journalen.")
OFFERED, ACROSS = tuple(ConsentParty), 5


class SharedPart(ConsentPart):
    """The consents, those to be asked first."""

    key, word = "deles", N_("Må deles")

    def build(self) -> None:
        page = self.page
        self.nothing = EmptyState(
            _("Lejeren har ikke sagt ja til noget endnu"),
            _("Vælg nedenfor, hvem der skal have noget at vide. Så kan I se, hvad lejeren siger ja til."),
        )
        self.rows: Rows[str, ConsentRow] = Rows(partial(ConsentRow, page))
        self.given = Card(_("Lejerens samtykker"), _(HINT))
        self.given.add(self.rows)
        self.ask = Card(_("Spørg om lov"), _("Et samtykke for hver modtager og hvert formål."))
        self.asking = {party: self._button(party) for party in OFFERED}
        made = list(self.asking.values())
        self.ask.add(row(*made[:ACROSS]), row(*made[ACROSS:]))
        self.empty = Card()
        self.empty.add(self.nothing)
        self.add(self.empty, self.given, self.ask)

    def refresh(self, overview: Overview) -> None:
        found = [one for one in actions.order(self.page.record.case, overview.on) if not is_speaker(one)]
        self.rows.show_items(one.id for one in found)
        first = True
        for made in self.rows.rows.values():
            made.refresh()
            set_look(made.yes, role="primary" if first else "")
            first = False
        set_shown(self.given, bool(found))
        set_shown(self.empty, not found)

    def for_tenant(self) -> Screen | None:
        """What the tenant is asked, while something is to be said yes to."""
        case, today = self.page.record.case, self.page.desk.today
        for one in case.conversation.consents:
            if is_speaker(one) or standing(one, today) is not Standing.DRAFT:
                continue
            covered = topics_of(one, case)
            told = [translated(words.TOPICS)[topic] for topic in ShareTopic if topic in covered]
            return may_be_told(
                translated(words.PARTIES)[party_of(one, case)], [each[:1].upper() + each[1:] for each in told]
            )
        return None

    def _button(self, party: ConsentParty) -> QWidget:
        return button(
            translated(words.PARTIES)[party],
            partial(self.begin, party),
            name=_("Spørg om lov: {parties}").format(parties=translated(words.PARTIES)[party]),
        )

    def begin(self, party: ConsentParty) -> None:
        """A consent to be asked for, filled in as is usual; the keyboard goes to its first field."""
        page = self.page
        page.change(
            kept(N_("Samtykke: {parties}"), parties=words.PARTIES[party]),
            actions.ask(page.record, party, page.desk.library, page.desk.today),
        )
        made = self.rows.rows.get(page.record.case.conversation.consents[-1].id)
        if made is not None:
            made.yes.setFocus()
            page.ensureWidgetVisible(made, 20, 80)
        self.tell()
