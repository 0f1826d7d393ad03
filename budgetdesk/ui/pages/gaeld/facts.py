"""The facts of one debt: what nearly everybody knows first, what stands in the letters below a fold."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import debts
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.household import paths
from budgetdesk.household.words import DebtBasis
from budgetdesk.i18n import N_, _, translated
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
    DebtBasis.INVOICE: N_("Regning eller aftale"),
    DebtBasis.BANK_LOAN: N_("Lån i en bank"),
    DebtBasis.GAELDSBREV: N_("Gældsbrev, låneaftale"),
    DebtBasis.FORLIG: N_("Forlig"),
    DebtBasis.JUDGMENT: N_("Dom"),
    DebtBasis.PUBLIC: N_("Krav fra det offentlige"),
}
_PRIORITIES: Options = ((None, N_("Som normalt")), (True, N_("Betales først")), (False, N_("Kan vente")))


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
        super().__init__(_("Oplysninger"), _("Se i det seneste brev. Lad det stå tomt, I ikke ved."))
        self._page, self._debt = page, debt_id
        self._overview: Overview | None = None
        self.fields: list[FactField] = []
        self.more = Fold(_("Mere fra brevene"), _("Skjul det, der står i brevene"), self._make_more, self._show_doubts)
        taken = button(_("Fjern gælden"), remove, role="quiet")
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
            ("creditor", _("Hvem skyldes der til?"), LineEdit(_("Som på brevet")), ""),
            ("kind", _("Slags"), ListChoice(kinds), ""),
            ("balance", _("Restgæld"), AmountEdit(), ""),
            ("instalment", _("Afdrag"), AmountEdit(), ""),
            ("rhythm", _("Hvor tit"), ListChoice(translated(RHYTHMS)), ""),
            ("rate", _("Rente om året, %"), NumberEdit(what=_("Renten"), high=10_000), ""),
            ("basis", _("Hvad hviler kravet på?"), ListChoice(_bases(), unknown=_("Ved ikke")), ""),
            ("due_since", _("Det ældste skulle betales den"), DateEdit(today), ""),
            ("acknowledged_on", _("Dom, eller anerkendt på skrift, den"), DateEdit(today), ""),
        )

    def _make_more(self) -> QWidget:
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.INNER)
        box.addWidget(form_grid(self._from_letters(), 3, least=200))
        box.addWidget(Words(_("Hvad har de gjort, eller hvad truer de med?"), "strong"))
        box.addWidget(form_grid(self._steps(debts.rules()), 2, least=260))
        box.addWidget(self._field("note", _("Note"), TextEdit(lines=2), _("Kun det, lejeren ved, at der står.")))
        return holder

    def _from_letters(self) -> list[QWidget]:
        today = self._page.desk.today
        return self._all(
            ("late_rate", _("Rente, når der er betalt for sent, %"), NumberEdit(what=_("Renten"), high=10_000), ""),
            ("late_from", _("Den rente kræves fra den"), DateEdit(today), ""),
            ("reminders", _("Antal rykkere"), NumberEdit(what=_("Antallet"), whole=True), ""),
            ("reminder_fees", _("Rykkergebyrer i alt"), AmountEdit(), ""),
            ("collection_fees", _("Lagt til af inkasso"), AmountEdit(), ""),
            ("collector", _("Inkasso eller advokat"), LineEdit(_("Hvis der er en")), ""),
            ("reference", _("Sagsnummer"), LineEdit(), ""),
            ("address", _("Adresse til breve"), LineEdit(), ""),
            ("owner", _("Hvis gæld er det?"), ListChoice(self._adults()), ""),
            ("enforceable", _("Kan den sendes til fogedretten?"), YesNo(), ""),
            ("priority", _("Hvornår skal den betales?"), ListChoice(translated(_PRIORITIES)), ""),
            ("limitation_date", _("Forælder den"), DateEdit(today), _("Kun hvis I har fået det at vide.")),
            ("deducted_from_income", _("Bliver trukket, før pengene kommer"), Tick(_("Ja, i løn eller ydelse")), ""),
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
        return [("", _("Ikke skrevet")), *((person.id, person.name or _("Voksen uden navn")) for person in adults)]

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
    return tuple(translated(_BASES).items())
