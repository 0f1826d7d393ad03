"""Who helps or speaks for the tenant: fuldmagt, bisidder, partsrepræsentant (forvaltningsloven § 8)."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from budgetdesk.actions import consents as actions
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.consents import SPEAKING
from budgetdesk.household.words import ConsentKind
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.pages.samtykker.part import ConsentPart
from budgetdesk.ui.pages.samtykker.row import ConsentRow, is_speaker
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown
from budgetdesk.wording import consents as words

QUIET = N_("Alle må tage en med til et møde. Vil en anden handle for lejeren, skal det skrives under.")


class SpeakingPart(ConsentPart):
    """Those who may, and the ways to let somebody."""

    key, word = "taler", N_("Taler for lejeren")

    def build(self) -> None:
        self.rows: Rows[str, ConsentRow] = Rows(partial(ConsentRow, self.page))
        self.there = Card(_("De hjælper lejeren"), _("Det vises også på Akut og ved breve, hvor det betyder noget."))
        self.there.add(self.rows)
        self.empty = Card()
        self.empty.add(
            EmptyState(_("Ingen taler for lejeren"), _("Lejeren taler selv. Vælg nedenfor, hvis en skal hjælpe."))
        )
        self.more = Card(_("Lad en hjælpe"), _(QUIET))
        for kind in SPEAKING:
            title = _("Tilføj {kinds}").format(kinds=translated(words.KINDS)[kind].lower())
            make = button(title, partial(self.begin, kind))
            make.setFixedWidth(200)
            across = QHBoxLayout()
            across.setSpacing(14)
            across.addWidget(make)
            across.addWidget(Words(translated(words.WHAT_IT_IS)[kind], "muted"), 1)
            self.more.add(across)
        self.add(self.empty, self.there, self.more)

    def refresh(self, overview: Overview) -> None:
        found = [one for one in actions.order(self.page.record.case, overview.on) if is_speaker(one)]
        self.rows.show_items(one.id for one in found)
        for made in self.rows.rows.values():
            made.refresh()
        set_shown(self.there, bool(found))
        set_shown(self.empty, not found)

    def begin(self, kind: ConsentKind) -> None:
        """Somebody to be filled in; the keyboard goes to the name."""
        page = self.page
        record = actions.let_speak(page.record, kind, page.desk.library, page.desk.today)
        page.change(translated(words.KINDS)[kind], record)
        new = page.record.case.conversation.consents[-1]
        field = page.place.binder.find(f"case.conversation.consents[{new.id}].recipient", page)
        if field is not None:
            field.setFocus()
            page.ensureWidgetVisible(field, 20, 80)
