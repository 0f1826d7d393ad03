"""Who may know what, as a table; giving a paper onward, through the one gate; and what was given to whom."""

from __future__ import annotations

from budgetdesk.actions import consents as actions
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.sharing import Decision
from budgetdesk.documents.papers.catalogue import DOCUMENTS
from budgetdesk.household.words import ConsentParty
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.samtykker.part import ConsentPart
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import consents as words

COLUMNS = (ConsentParty.LANDLORD, ConsentParty.MUNICIPALITY, ConsentParty.UDBETALING_DANMARK)
SHARES = (4, 3, 3, 3)
NOBODY_YET = N_("Der er ikke givet noget videre, som er skrevet op.")


class KnownPart(ConsentPart):
    """The plain answer for the adviser."""

    key, word = "ved", N_("Hvem ved hvad")

    def build(self) -> None:
        titles = ["", *(translated(words.PARTIES)[party] for party in COLUMNS)]
        self.table = FigureTable(titles, stretch=SHARES)
        who = Card(
            _("Hvem må få hvad at vide?"), _("Programmet spørger, før et papir fortæller mere, end der er sagt ja til.")
        )
        self.others = Points()
        who.add(self.table, self.others)
        self.add(who, self._onward(), self._given())

    def _onward(self) -> Card:
        card = Card(
            _("Giv et papir videre"), _("Papirerne er lavet til lejeren. Her kan en anden få et, når lejeren vil.")
        )
        self.what = ListChoice([(name, translated(DOCUMENTS)[name].title) for name in actions.ONWARD])
        self.what.show_value(actions.ONWARD[0])
        self.who = ListChoice([])
        for each in (self.what, self.who):
            each.edited.connect(self._look)
        card.add(form_grid([Labelled(_("Papir"), self.what), Labelled(_("Til"), self.who)], 2, least=380))
        self.said = Words()
        self.yes = button(_("Lejeren siger ja til det"), self._ask)
        self.give = button(_("Vis papiret, og skriv op, at det er givet"), self._give, role="primary")
        self.done = Announced("strong", tone="accent")
        card.add(self.said, row(self.give, self.yes), self.done)
        return card

    def _given(self) -> Card:
        card = Card(_("Givet videre"))
        self.given, self.none = Points(), Words(_(NOBODY_YET), "muted")
        card.add(self.given, self.none)
        return card

    def refresh(self, overview: Overview) -> None:
        case = self.page.record.case
        self.table.show_rows(words.table(case, overview.on, COLUMNS))
        self.others.show_points(words.others(case, overview.on, COLUMNS))
        offered = [
            ((str(party), name), name or translated(words.PARTIES)[party])
            for party, name in actions.recipients(case, overview.on)
        ]
        self.who.set_options(offered)
        if self.who.value() is None:
            self.who.show_value(offered[0][0])
        shared = [words.given_on(one) for one in reversed(case.conversation.shared)]
        self.given.show_points(shared)
        set_shown(self.none, not shared)
        self._look()

    def decision(self) -> Decision | None:
        """What the gate says about the paper and the recipient that are chosen."""
        chosen = self.who.value()
        if chosen is None:
            return None
        party, name = chosen
        page = self.page
        return actions.may_give(page.record, self.what.value(), ConsentParty(party), name, page.desk.today)

    def _look(self) -> None:
        found = self.decision()
        if found is None:
            return
        who = found.recipient or translated(words.PARTIES)[found.party]
        if found.allowed:
            told = words.tells(found.asked)
            self.said.setText(_("Papiret fortæller {who}: {told}. Det er der lov til.").format(who=who, told=told))
        elif found.closed:
            self.said.setText(words.closed(found))
        else:
            self.said.setText(
                _("Det må {who} ikke få at vide endnu: {tells}. Spørg lejeren først.").format(
                    who=who, tells=words.tells(found.missing)
                )
            )
        self.give.setEnabled(found.allowed)
        set_shown(self.yes, not found.allowed and not found.closed)

    def _ask(self) -> None:
        found, page = self.decision(), self.page
        if found is not None and not found.allowed:
            record = actions.ask_to_show(page.record, found, page.desk.library, page.desk.today, self.what.value())
            page.change(_("Lejeren siger ja"), record)
            self.give.setFocus()

    def _give(self) -> None:
        found, page = self.decision(), self.page
        if found is None or not found.allowed:
            return
        name = self.what.value()
        record = actions.give(page.record, name, found.party, found.recipient, page.desk.today)
        page.change(_("Papir givet videre"), record)
        self.done.say(words.given_on(page.record.case.conversation.shared[-1]))
        show_paper(page, page.desk, name)
