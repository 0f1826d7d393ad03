"""What must be known in the first minute: which letter, when it came, how much, what is on the account, children."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from budgetdesk.casework.record import Record
from budgetdesk.dates import Month, age_on
from budgetdesk.household import paths
from budgetdesk.household.case import Arrears, ArrearsRow, BankAccount
from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import answers, phrases
from budgetdesk.ui.binding import Put
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.cards import Card, Rows, form_grid, row
from budgetdesk.ui.widgets.choices import Choice, Tick
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import AmountEdit, DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Words, button

_ARREARS = "case.arrears"
_BANK_TITLES = (N_("Konto"), N_("Saldo i dag"), "")
_BANK_WIDTHS = (-1, 120, 70)


class LetterCard(Card):
    """Which letter, when it came, what it says is owed."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Hvilket brev har lejeren med?"))
        self._page = page
        which = Choice(translated(answers.LETTERS))
        which.name(_("Hvilket brev"))
        page.place.binder.bind_with(f"{_ARREARS}.letter", which, _("Brevet"), _letter, with_letter)
        self.add(which)
        self.arrived = self._labelled(_("Hvornår kom brevet?"), DateEdit(page.desk.today))
        binder = page.place.binder
        binder.bind_with(
            f"{_ARREARS}.letter_arrived", self.arrived.editor, _("Dagen, brevet kom"), _arrived, with_arrived
        )
        self.owed = self._labelled(_("Hvad skyldes der i alt?"), AmountEdit())
        binder.bind_with(f"{_ARREARS}.total", self.owed.editor, _("Restance"), _total, _with_total(page.desk.today))
        self.rows_link = LinkButton(_("Se eller ret posterne"), lambda: page.place.go("sag", f"{_ARREARS}.rows"))
        self.hint = Words("", "muted")
        self.add(form_grid([self.owed, self.arrived], 2, least=170), row(self.rows_link), self.hint)

    def refresh(self) -> None:
        arrears = self._page.record.case.arrears
        several = len(arrears.rows) > 1
        self.owed.editor.setEnabled(not several)
        self.rows_link.setVisible(bool(arrears.rows))
        self.arrived.setVisible(arrears.letter is not Letter.NONE)
        self.hint.setText(translated(_HINTS)[arrears.letter])

    def _labelled(self, label: str, editor: Editor) -> Labelled:
        return Labelled(label, editor)


_HINTS = {
    Letter.NONE: N_("Intet brev endnu. Så er der tid til at lave en aftale, før der kommer et påkrav."),
    Letter.RYKKER: N_("En rykker sætter ingen frist i gang. Det gør først et påkrav."),
    Letter.PAAKRAV: N_("Et påkrav sætter fristen i gang. Den løber fra den dag, det kom frem."),
    Letter.OPHAEVELSE: N_("Lejemålet er ophævet. Nu er det kun udlejers ja, der stopper sagen."),
    Letter.FOGED: N_("Fogedretten har fået sagen. Mød op, og tag papirerne med."),
}


class MoneyCard(Card):
    """What is on the accounts today, and what comes next."""

    def __init__(self, page: Page) -> None:
        super().__init__(_("Hvad er der af penge i dag?"))
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row, lines=False)
        self.head = table_head(translated(_BANK_TITLES), _BANK_WIDTHS)
        self.add_button = button(_("Tilføj konto"), self._add)
        self.add(self.head, self.rows, row(self.add_button))
        self.line()
        self.next_rent = Words()
        self.household = Words()
        self.add(self.next_rent)
        asked = Tick(_("Vi har spurgt til børn"))
        page.bind("case.conversation.children_asked", asked, _("Børn"))
        self.add(self.household, asked)
        page.place.binder.anchor("case.bank", self.add_button)

    def refresh(self) -> None:
        case, today = self._page.record.case, self._page.desk.today
        self.head.setVisible(bool(case.bank))
        self.rows.show_items(account.id for account in case.bank)
        due = next_rent_day(today, case.tenancy.rent_due_day)
        rent = case.tenancy.rent_per_month
        what = f", {phrases.kroner(rent)}" if rent is not None else ""
        self.next_rent.setText(
            phrases.sentence(_("Næste husleje: {due}{what}").format(due=phrases.weekday(due), what=what))
        )
        ages = sorted(age_on(c.born, today) for c in case.children if c.born and age_on(c.born, today) < 18)
        said = phrases.count(len(case.children), N_("barn"), N_("børn"))
        known = _(" ({a} år)").format(a=phrases.listed([str(a) for a in ages])) if ages else ""
        self.household.setText(
            _("{said} i hjemmet{known}.").format(said=said, known=known)
            if case.children
            else _("Ingen børn skrevet på siden Sag.")
        )

    def _row(self, account_id: str) -> TableRow:
        page, path = self._page, f"case.bank[{account_id}]"
        balance = AmountEdit()
        today = page.desk.today
        page.place.binder.bind_with(
            f"{path}.balance",
            balance,
            _("Saldo i dag"),
            lambda record: paths.get(record, f"{path}.balance"),
            lambda record, value: paths.put(
                record, path, replace(paths.get(record, path), balance=value, on=today if value is not None else None)
            ),
        )
        cells: list[QWidget] = [
            page.bind(f"{path}.name", LineEdit(_("Fx lønkonto")), _("Kontoens navn")),
            balance,
            button(_("Fjern"), lambda: self._remove(path), role="quiet", name=_("Fjern kontoen")),
        ]
        return TableRow(cells, _BANK_WIDTHS)

    def _add(self) -> None:
        record = self._page.record
        new = BankAccount(id=paths.next_id(record.case.bank, "b"), name="" if record.case.bank else "Lønkonto")
        self._page.change(_("Tilføj konto"), paths.add(record, "case.bank", new))
        self.rows.rows[new.id].cells[1].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change(_("Fjern konto"), paths.remove(self._page.record, path))


def next_rent_day(today: date, due_day: int) -> date:
    """The next day, from tomorrow on, on which rent falls due."""
    this = Month.of(today).day(due_day)
    return this if this > today else Month.of(today).plus(1).day(due_day)


def with_letter(record: Record, letter: Letter) -> Record:
    """Another letter in hand. The day the one before came stays a fact: a påkrav on its rows, an ophævelse by itself.

    Going back from an ophævelse to an earlier letter takes the ophævelse back: it was a slip of the finger.
    """
    before = record.case.arrears
    if letter is before.letter:
        return record
    kept = _remember_paakrav(before) if before.letter is Letter.PAAKRAV else before
    if before.letter is Letter.OPHAEVELSE and letter is not Letter.FOGED:
        kept = replace(kept, ophaevelse_arrived=None)
    return paths.put(record, _ARREARS, replace(kept, letter=letter, letter_arrived=_known_day(kept, letter)))


def with_arrived(record: Record, day: date | None) -> Record:
    """The day the letter came; that of an ophævelse is also a fact of its own."""
    arrears = replace(record.case.arrears, letter_arrived=day)
    if arrears.letter is Letter.OPHAEVELSE:
        arrears = replace(arrears, ophaevelse_arrived=day)
    return paths.put(record, _ARREARS, arrears)


def _remember_paakrav(arrears: Arrears) -> Arrears:
    came = arrears.letter_arrived
    rows = tuple(r if r.paakrav_arrived or came is None else replace(r, paakrav_arrived=came) for r in arrears.rows)
    return replace(arrears, rows=rows)


def _known_day(arrears: Arrears, letter: Letter) -> date | None:
    if letter is Letter.OPHAEVELSE:
        return arrears.ophaevelse_arrived
    if letter is Letter.PAAKRAV:
        return min((r.paakrav_arrived for r in arrears.rows if r.paakrav_arrived), default=None)
    return None


def _letter(record: Record) -> Letter:
    return record.case.arrears.letter


def _arrived(record: Record) -> date | None:
    return record.case.arrears.letter_arrived


def _total(record: Record) -> Decimal | None:
    arrears = record.case.arrears
    return arrears.total if arrears.rows else None


def _with_total(today: date) -> Put:
    def put(record: Record, amount: Decimal | None) -> Record:
        """One sum for all while there are no rows; the rows are written on the page Sag."""
        rows = record.case.arrears.rows
        if len(rows) > 1 or (not rows and amount is None):
            return record
        first = rows[0] if rows else ArrearsRow(id="r1", month=Month.of(today))
        kept = (replace(first, amount=amount),) if amount is not None else ()
        return paths.put(record, f"{_ARREARS}.rows", kept)

    return put
