"""The facts of one debt: what nearly everybody knows first, what stands in the letters below a fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import debts
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.words import DebtBasis
from budgetdesk.planning.debt_rules import DebtRules
from budgetdesk.ui import theme
from budgetdesk.ui.binding import Get, Put
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.budget_parts.rhythms import RHYTHMS
from budgetdesk.ui.pages.ydelser.fold_room import Fold
from budgetdesk.ui.widgets.cards import Card, form_grid, row
from budgetdesk.ui.widgets.choices import ListChoice, Options, Tick, YesNo
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit, NumberEdit, TextEdit
from budgetdesk.ui.widgets.words import Words, button, set_shown

MORE = (
    "collector",
    "reference",
    "address",
    "owner",
    "pays_on",
    "deducted_from_income",
    "priority",
    "enforceable",
    "limitation_date",
    "late_rate",
    "late_from",
    "reminders",
    "reminder_fees",
    "collection_fees",
    "steps",
    "note",
)
"""The facts below the fold."""
_BASES: dict[DebtBasis, str] = {
    DebtBasis.INVOICE: "Regning eller aftale",
    DebtBasis.BANK_LOAN: "Lån i en bank",
    DebtBasis.GAELDSBREV: "Gældsbrev, låneaftale",
    DebtBasis.FORLIG: "Forlig",
    DebtBasis.JUDGMENT: "Dom",
    DebtBasis.PUBLIC: "Krav fra det offentlige",
}
_PRIORITIES: Options = ((None, "Som normalt"), (True, "Betales først"), (False, "Kan vente"))


class FactField(QWidget):
    """A labelled field, and under it a doubt about what stands there."""

    def __init__(self, page: Page, path: str, label: str, editor: Editor, help_text: str = "") -> None:
        super().__init__()
        self.path = path
        self.doubt = Words("", "problem")
        self.doubt.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(page.field(label, f"case.{path}", editor, help_text))
        box.addWidget(self.doubt)

    def show_doubt(self, text: str) -> None:
        """A sentence about what can hardly be true; "" takes it away."""
        self.doubt.setText(text)
        set_shown(self.doubt, bool(text))


class DebtFacts(Card):
    """Made for one debt, and gone when another is chosen."""

    def __init__(self, page: Page, debt_id: str, remove: Callable[[], object]) -> None:
        super().__init__("Oplysninger", "Se i det seneste brev. Lad det stå tomt, I ikke ved.")
        self._page, self._debt = page, debt_id
        self._overview: Overview | None = None
        self.fields: list[FactField] = []
        self.more = Fold("Mere fra brevene", "Skjul det, der står i brevene", self._make_more, self._show_doubts)
        taken = button("Fjern gælden", remove, role="quiet")
        self.add(form_grid(self._first(), 3, least=200), row(self.more, None, taken), self.more.room)

    def show_overview(self, overview: Overview) -> None:
        """Doubts at their fields."""
        self._overview = overview
        self._show_doubts()

    def reveal(self, name: str) -> None:
        """Unfold what hides a fact of the debt."""
        if name in MORE:
            self.more.open_room()

    def begin(self) -> None:
        """The keyboard goes to where one begins to write."""
        field = self._page.place.binder.find(self._path("creditor"), self)
        if field is not None:
            field.setFocus()

    def _show_doubts(self) -> None:
        if self._overview is None:
            return
        found = {doubt.path: doubt.text for doubt in self._overview.doubts}
        for field in self.fields:
            field.show_doubt(found.get(field.path, ""))

    def _first(self) -> list[QWidget]:
        today, rules = self._page.desk.today, debts.rules()
        kinds = [(guide.kind, guide.title) for guide in rules.asked]
        return self._all(
            ("creditor", "Hvem skyldes der til?", LineEdit("Som på brevet"), ""),
            ("kind", "Slags", ListChoice(kinds), ""),
            ("balance", "Restgæld", AmountEdit(), ""),
            ("instalment", "Afdrag", AmountEdit(), ""),
            ("rhythm", "Hvor tit", ListChoice(RHYTHMS), ""),
            ("rate", "Rente om året, %", NumberEdit(what="Renten", high=10_000), ""),
            ("basis", "Hvad hviler kravet på?", ListChoice(_bases(), unknown="Ved ikke"), ""),
            ("due_since", "Det ældste skulle betales den", DateEdit(today), ""),
            ("acknowledged_on", "Dom, eller anerkendt på skrift, den", DateEdit(today), ""),
        )

    def _make_more(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INNER)
        box.addWidget(form_grid(self._from_letters(), 3, least=200))
        box.addWidget(Words("Hvad har de gjort, eller hvad truer de med?", "strong"))
        box.addWidget(form_grid(self._steps(debts.rules()), 2, least=260))
        box.addWidget(self._field("note", "Note", TextEdit(lines=2), "Kun det, lejeren ved, at der står."))
        return holder

    def _from_letters(self) -> list[QWidget]:
        today = self._page.desk.today
        return self._all(
            ("late_rate", "Rente, når der er betalt for sent, %", NumberEdit(what="Renten", high=10_000), ""),
            ("late_from", "Den rente kræves fra den", DateEdit(today), ""),
            ("reminders", "Antal rykkere", NumberEdit(what="Antallet", whole=True), ""),
            ("reminder_fees", "Rykkergebyrer i alt", AmountEdit(), ""),
            ("collection_fees", "Lagt til af inkasso", AmountEdit(), ""),
            ("collector", "Inkasso eller advokat", LineEdit("Hvis der er en"), ""),
            ("reference", "Sagsnummer", LineEdit(), ""),
            ("address", "Adresse til breve", LineEdit(), ""),
            ("owner", "Hvis gæld er det?", ListChoice(self._adults()), ""),
            ("enforceable", "Kan den sendes til fogedretten?", YesNo(), ""),
            ("priority", "Hvornår skal den betales?", ListChoice(_PRIORITIES), ""),
            ("limitation_date", "Forælder den", DateEdit(today), "Kun hvis I har fået det at vide."),
            ("deducted_from_income", "Bliver trukket, før pengene kommer", Tick("Ja, i løn eller ydelse"), ""),
        )

    def _steps(self, rules: DebtRules) -> list[QWidget]:
        made: list[QWidget] = []
        for key, step in rules.steps.items():
            tick = Tick(step.title)
            self._page.place.binder.bind_with(
                f"{self._path('steps')}.{key}", tick, step.title, self._has(key), self._set(key)
            )
            made.append(tick)
        return made

    def _has(self, key: str) -> Get:
        return lambda record: key in paths.get(record, self._path("steps"))

    def _set(self, key: str) -> Put:
        def put(record: Record, done: bool) -> Record:
            return debts.with_step(record, self._debt, key, done=done)

        return put

    def _adults(self) -> Options:
        adults = self._page.record.case.adults
        return [("", "Ikke skrevet"), *((person.id, person.name or "Voksen uden navn") for person in adults)]

    def _path(self, name: str) -> str:
        return f"case.debts[{self._debt}].{name}"

    def _all(self, *rows: tuple[str, str, Editor, str]) -> list[QWidget]:
        return [self._field(name, label, editor, told) for name, label, editor, told in rows]

    def _field(self, name: str, label: str, editor: Editor, told: str) -> FactField:
        made = FactField(self._page, f"debts[{self._debt}].{name}", label, editor, told)
        self.fields.append(made)
        if self._overview is not None:
            self._show_doubts()
        return made


def _bases() -> Sequence[tuple[DebtBasis, str]]:
    return tuple(_BASES.items())
