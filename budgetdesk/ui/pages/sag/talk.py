"""What is talked through before figures: what the adviser is and is not, who may know what, and who can sign."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.household import paths
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import LineEdit, TextEdit
from budgetdesk.ui.widgets.words import Words, button

_TALK = "case.conversation"
_POINTS = (
    N_("Rådgivningen er frivillig og gratis. Lejeren bestemmer selv."),
    N_("Rådgiveren afgør ikke ydelser. Det gør kommunen og Udbetaling Danmark."),
    N_("Rådgiveren har tavshedspligt. Oplysninger deles kun med samtykke."),
    N_("Undtagelsen er underretningspligten, når et barn har brug for hjælp."),
)
_TITLES = (N_("Hvad må deles?"), N_("Med hvem?"), N_("Givet"), N_("Gælder til"), "")
_WIDTHS = (-3, -2, 130, 130, 150)


class TalkCard(Card):
    """Expectations, and what must be known about the person before anything is signed."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Før I begynder"))
        self._page = page
        for point in translated(_POINTS):
            self.add(Words(f"·  {point}", "muted"))
        self.done = button(_("Talt igennem i dag"), self._talked)
        self.when = Words("", "strong", wrap=False)
        self.add(row(self.done, self.when, space=12))
        page.place.binder.anchor(f"{_TALK}.expectations_on", self.done)
        self.line()
        self.add(form_grid(self._fields(), 3))
        self.add(page.field(_("Note"), f"{_TALK}.note", TextEdit(lines=3), _("Kun det, lejeren ved, at der står.")))

    def refresh(self) -> None:
        on = self._page.record.case.conversation.expectations_on
        self.when.setText(_("Talt igennem {on}").format(on=phrases.day(on, year=True)) if on else "")
        self.done.setVisible(on is None)

    def _fields(self) -> list[QWidget]:
        page = self._page
        return [
            page.field(
                _("Kan lejeren selv skrive under?"), f"{_TALK}.can_sign", YesNo(), _("Nej, hvis der er en værge.")
            ),
            page.field(_("Værge"), "case.info.guardian", LineEdit(_("Navn, hvis der er en"))),
            page.field(_("Sprog"), "case.info.language", ListChoice(translated(answers.LANGUAGES))),
            page.field(_("Tolk"), "case.info.interpreter", Tick(_("Der skal tolk på")), _("Aldrig barnet.")),
            page.field(_("Beskyttelse"), "case.info.protected_address", Tick(_("Beskyttet adresse"))),
            page.field(_("Børnene"), f"{_TALK}.children_asked", Tick(_("Vi har talt om børnene"))),
            page.field(_("Rådgiver"), "case.info.adviser", LineEdit()),
            page.field(_("Organisation"), "case.info.organisation", LineEdit()),
            page.field(_("Sagsnummer"), "case.info.number", LineEdit()),
        ]

    def _talked(self) -> None:
        page = self._page
        page.change(
            _("Forventninger talt igennem"),
            paths.put(page.record, f"{_TALK}.expectations_on", page.desk.today),
        )
