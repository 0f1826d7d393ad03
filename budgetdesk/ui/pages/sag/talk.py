"""What is talked through before figures: what the adviser is and is not, who may know what, and who can sign."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from budgetdesk.household import paths
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import LineEdit, TextEdit
from budgetdesk.ui.widgets.words import Words, button

_TALK = "case.conversation"
_POINTS = (
    "Rådgivningen er frivillig og gratis. Lejeren bestemmer selv.",
    "Rådgiveren afgør ikke ydelser. Det gør kommunen og Udbetaling Danmark.",
    "Rådgiveren har tavshedspligt. Oplysninger deles kun med samtykke.",
    "Undtagelsen er underretningspligten, når et barn har brug for hjælp.",
)
_TITLES = ("Hvad må deles?", "Med hvem?", "Givet", "Gælder til", "")
_WIDTHS = (-3, -2, 130, 130, 150)


class TalkCard(Card):
    """Expectations, and what must be known about the person before anything is signed."""

    def __init__(self, page: Page) -> None:
        super().__init__("Før I begynder")
        self._page = page
        for point in _POINTS:
            self.add(Words(f"·  {point}", "muted"))
        self.done = button("Talt igennem i dag", self._talked)
        self.when = Words("", "strong", wrap=False)
        self.add(row(self.done, self.when, space=12))
        page.place.binder.anchor(f"{_TALK}.expectations_on", self.done)
        self.line()
        self.add(form_grid(self._fields(), 3))
        self.add(page.field("Note", f"{_TALK}.note", TextEdit(lines=3), "Kun det, lejeren ved, at der står."))

    def refresh(self) -> None:
        on = self._page.record.case.conversation.expectations_on
        self.when.setText(f"Talt igennem {phrases.day(on, year=True)}" if on else "")
        self.done.setVisible(on is None)

    def _fields(self) -> list[QWidget]:
        page = self._page
        return [
            page.field("Kan lejeren selv skrive under?", f"{_TALK}.can_sign", YesNo(), "Nej, hvis der er en værge."),
            page.field("Værge", "case.info.guardian", LineEdit("Navn, hvis der er en")),
            page.field("Sprog", "case.info.language", ListChoice(answers.LANGUAGES)),
            page.field("Tolk", "case.info.interpreter", Tick("Der skal tolk på"), "Aldrig barnet."),
            page.field("Beskyttelse", "case.info.protected_address", Tick("Beskyttet adresse")),
            page.field("Børnene", f"{_TALK}.children_asked", Tick("Vi har talt om børnene")),
            page.field("Rådgiver", "case.info.adviser", LineEdit()),
            page.field("Organisation", "case.info.organisation", LineEdit()),
            page.field("Sagsnummer", "case.info.number", LineEdit()),
        ]

    def _talked(self) -> None:
        page = self._page
        page.change(
            "Forventninger talt igennem",
            paths.put(page.record, f"{_TALK}.expectations_on", page.desk.today),
        )
