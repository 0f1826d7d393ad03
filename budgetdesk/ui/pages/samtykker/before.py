"""Before the figures: how we work together, part by part on both screens; what is written down; sensitive facts."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import consents as actions
from budgetdesk.actions import house as houses
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.house import Expectation, missing
from budgetdesk.casework.sensitive import Found
from budgetdesk.formats import day
from budgetdesk.i18n import N_, _
from budgetdesk.ui.pages.samtykker.part import ConsentPart
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.words import Chip, Words, button, set_look, set_shown
from budgetdesk.wording import tenant_screen
from budgetdesk.wording.sensitive import places
from budgetdesk.wording.tenant_screen import Screen

LEAST = 330
NOT_WHOLE = N_("Siden mangler noget om jer selv. Skriv det under Rediger, Om os og vores ord.")


class PartCard(Card):
    """One part of how we work together."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = Words()
        self.add(self.lines)

    def show_part(self, part: Expectation, *, now: bool) -> None:
        """Show it; `now`: it is the one that the tenant sees."""
        self.set_heading(part.heading)
        self.lines.setText("\n".join(part.lines))
        set_look(self, tone="accent" if now else "")


class SensitiveRow(QWidget):
    """One kind of sensitive fact: where it stands, and on what it rests."""

    def __init__(self, part: BeforePart, kind: str) -> None:
        super().__init__()
        self._part, self._kind = part, kind
        self.title, self.where, self.mark = Words("", "strong"), Words("", "small"), Chip()
        self.basis = ListChoice([], unknown=_("Vælg grundlag"), width=380)
        self.basis.edited.connect(self._chosen)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.where)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 8, 0, 8)
        across.setSpacing(14)
        across.addLayout(words, 1)
        across.addWidget(self.basis)

    def show_found(self, found: Found, where: str) -> None:
        data = self._part.page.desk.library.consents
        self.title.setText(found.what.title)
        self.where.setText(f"{where} ({found.what.law})")
        self.basis.set_options([(key, data.bases[key].title) for key in found.what.bases])
        self.basis.show_value(found.basis or None)
        self.basis.name(_("Grundlag for {title}").format(title=found.what.title.lower()))

    def _chosen(self) -> None:
        page = self._part.page
        record = actions.with_basis(page.record, self._kind, self.basis.value() or "")
        page.change(_("Grundlag noteret"), record)


class BeforePart(ConsentPart):
    """The talk about expectations, the page about what is written down, and what wants a basis."""

    key, word = "foer", N_("Før I begynder")

    def build(self) -> None:
        self.at = 0
        self.parts = houses.expectations(self.page.desk.library.house)
        self.cards = [PartCard() for _rest in self.parts]
        page = self.page
        talk = Card(_("Sådan arbejder vi sammen"), _("Læs det sammen. Den farvede del står på lejerens skærm (F9)."))
        talk.add(form_grid(self.cards, 2, least=LEAST))
        self.talked = button(_("Talt igennem i dag"), self._talked, role="primary")
        self.onward = button(_("Næste del"), self.go_on)
        self.when = Words("", "strong", wrap=False)
        paper = button(
            _("Vis papiret"), partial(self._show, "forventninger"), name=_("Vis papiret om, hvordan vi arbejder")
        )
        talk.add(row(self.onward, self.talked, paper, self.when, space=12))
        page.place.binder.anchor("case.conversation.expectations_on", self.talked)
        told = Card(_("Det skriver vi op om dig"), _("Lejeren skal have siden, når sagen begynder (oplysningspligt)."))
        self.informed = button(_("Lejeren har fået siden"), self._informed)
        self.informed_on = Words("", "strong", wrap=False)
        self.not_whole = Words(_(NOT_WHOLE), "muted")
        show = button(_("Vis siden"), partial(self._show, "oplysning"), name=_("Vis siden om, hvad vi skriver op"))
        told.add(row(self.informed, show, self.informed_on, space=12), self.not_whole)
        page.place.binder.anchor("case.conversation.informed_on", self.informed)
        self.sensitive = Card(
            _("Følsomt i sagen"), _("Skriv, hvad det hviler på. Programmet spørger. Det afgør det ikke.")
        )
        self.rows: Rows[str, SensitiveRow] = Rows(partial(SensitiveRow, self))
        self.sensitive.add(self.rows)
        page.place.binder.anchor("case.conversation.bases_noted", self.rows)
        self.add(talk, told, self.sensitive)

    def refresh(self, overview: Overview) -> None:
        case = self.page.record.case
        self.parts = houses.expectations(overview.house)
        for number, (card, part) in enumerate(zip(self.cards, self.parts, strict=True)):
            card.show_part(part, now=number == self.at)
        talk = case.conversation
        self.when.setText(
            _("Talt igennem {expectations_on}").format(expectations_on=day(talk.expectations_on))
            if talk.expectations_on
            else ""
        )
        set_shown(self.talked, talk.expectations_on is None)
        self.informed_on.setText(
            _("Givet {informed_on}").format(informed_on=day(talk.informed_on)) if talk.informed_on else ""
        )
        set_shown(self.informed, talk.informed_on is None)
        set_shown(self.not_whole, bool(missing(overview.house)))
        found = {one.what.kind: one for one in overview.sensitive}
        self.rows.show_items(found)
        for kind, one in found.items():
            self.rows.rows[kind].show_found(
                one, _("Står her: {places}").format(places=places(one.where, case, self.page.desk.library.chart))
            )
        set_shown(self.sensitive, bool(found))

    def for_tenant(self) -> Screen:
        return tenant_screen.expectation(self.parts[self.at])

    def go_on(self) -> None:
        """The next part on both screens; after the last the first."""
        self.at = (self.at + 1) % len(self.parts)
        for number, (card, part) in enumerate(zip(self.cards, self.parts, strict=True)):
            card.show_part(part, now=number == self.at)
        self.tell()

    def _talked(self) -> None:
        page = self.page
        page.change(_("Forventninger talt igennem"), actions.talked(page.record, page.desk.today))

    def _informed(self) -> None:
        page = self.page
        page.change(_("Oplysning givet"), actions.informed(page.record, page.desk.today))

    def _show(self, name: str) -> None:
        show_paper(self.page, self.page.desk, name)
