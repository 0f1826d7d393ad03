"""What is talked through before figures: what the adviser is and is not, who may know what, and who can sign."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from budgetdesk.household import paths
from budgetdesk.household.case import Consent
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Tick, YesNo
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit, TextEdit
from budgetdesk.ui.widgets.table import TableRow, table_head
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


class ConsentCard(Card):
    """Consents: what may be shared, with whom, until when. A consent taken back stays on the list."""

    def __init__(self, page: Page) -> None:
        super().__init__("Samtykke", "Uden samtykke deles intet. Lejeren kan altid tage det tilbage.")
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.head = table_head(_TITLES, _WIDTHS)
        add = button("Tilføj samtykke", self._add)
        self.add(self.head, self.rows, row(add))
        page.place.binder.anchor(f"{_TALK}.consents", add)

    def refresh(self) -> None:
        consents = self._page.record.case.conversation.consents
        self.head.setVisible(bool(consents))
        self.rows.show_items(c.id for c in consents)
        for consent in consents:
            back = self.rows.rows[consent.id].findChild(Words, "withdrawn")
            if back is not None:
                back.setVisible(consent.withdrawn is not None)
                said = f"Trukket tilbage {phrases.day(consent.withdrawn, year=True)}" if consent.withdrawn else ""
                back.setText(said)

    def _row(self, consent_id: str) -> TableRow:
        page, path = self._page, f"{_TALK}.consents[{consent_id}]"
        cells = [
            page.bind(f"{path}.purpose", LineEdit("Fx restance og afdrag"), "Hvad der må deles"),
            page.bind(f"{path}.recipient", LineEdit("Fx udlejer"), "Hvem der må få det"),
            page.bind(f"{path}.given", DateEdit(page.desk.today), "Samtykke givet"),
            page.bind(f"{path}.until", DateEdit(page.desk.today), "Samtykke gælder til"),
            button("Træk tilbage", partial(self._withdraw, path), role="quiet", name="Træk samtykket tilbage"),
        ]
        made = TableRow(cells, _WIDTHS)
        back = Words("", "small")
        back.setObjectName("withdrawn")
        back.hide()
        made.box.addWidget(back)
        return made

    def _add(self) -> None:
        page = self._page
        consents = page.record.case.conversation.consents
        new = Consent(id=paths.next_id(consents, "s"), given=page.desk.today)
        page.change("Tilføj samtykke", paths.add(page.record, f"{_TALK}.consents", new))
        self.rows.rows[new.id].cells[0].setFocus()

    def _withdraw(self, path: str) -> None:
        page = self._page
        page.change("Træk samtykke tilbage", paths.put(page.record, f"{path}.withdrawn", page.desk.today))
