"""The fields of *Sammenlign lån*: one offer in a row, and a loan at another rate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from budgetdesk.errors import BadInputError, BudgetDeskError
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.loans import LONGEST, MOST_PAYMENTS, PER_YEAR, Flow, Offer, regular
from budgetdesk.planning.refinancing import by_instalment, by_months, instalment, months_for
from budgetdesk.ui.widgets.cards import Card, form_grid
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import AmountEdit, LineEdit, NumberEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import InlineError, Points, button, set_shown
from budgetdesk.wording import loans as words

RHYTHMS = (
    (Rhythm.MONTHLY, N_("hver måned")),
    (Rhythm.WEEKLY, N_("hver uge")),
    (Rhythm.BIWEEKLY, N_("hver 14. dag")),
    (Rhythm.BIMONTHLY, N_("hver 2. måned")),
    (Rhythm.QUARTERLY, N_("hvert kvartal")),
    (Rhythm.HALFYEARLY, N_("hvert halvår")),
    (Rhythm.YEARLY, N_("hvert år")),
)
_TITLES = (N_("Hvem"), N_("Lån, kr."), N_("Antal"), N_("Ydelse, kr."), N_("Hvor tit"), N_("Gebyr, kr."), "")
_WIDTHS = (-1, 92, 60, 92, 132, 80, 56)
_SO_MANY = 3
"""So many loans of the case are filled in; more would hide the offers."""
REST = 150


@dataclass(frozen=True, kw_only=True)
class KnownLoan:
    """A loan of the case as it runs on: what is left of it, in equal instalments a month."""

    name: str
    balance: Decimal
    rate: Decimal
    months: int
    paid: Decimal
    """What is paid a month now."""


def known_loans(case: Case) -> tuple[KnownLoan, ...]:
    """The loans of a case that are paid every month and will one day be paid."""
    found = []
    for debt in case.debts:
        if not (debt.balance and debt.instalment and debt.rate is not None and debt.rhythm is Rhythm.MONTHLY):
            continue
        try:
            months = months_for(debt.balance, debt.rate, debt.instalment)
        except BadInputError:
            continue  # never paid at that rate: told where the debts stand
        name = debt.creditor or _("Lån uden navn")
        found.append(KnownLoan(name=name, balance=debt.balance, rate=debt.rate, months=months, paid=debt.instalment))
    return tuple(found[:_SO_MANY])


def offer_head() -> QWidget:
    """The quiet headings above the offers."""
    return table_head(translated(_TITLES), _WIDTHS)


class OfferRow(TableRow):
    """One offer."""

    def __init__(self, number: int, edited: Callable[[], object], remove: Callable[[], object]) -> None:
        self.name, self.paid_out, self.instalment = (
            LineEdit(_("Navn")),
            AmountEdit(width=92),
            AmountEdit(width=92),
        )
        self.times = NumberEdit(what=_("Antallet"), low=1, high=MOST_PAYMENTS, whole=True, width=60)
        self.rhythm, self.fee = ListChoice(translated(RHYTHMS), width=132), AmountEdit(empty=ZERO, width=80)
        self.rhythm.show_value(Rhythm.MONTHLY)
        fields = (self.name, self.paid_out, self.times, self.instalment, self.rhythm, self.fee)
        for field, title in zip(fields, translated(_TITLES), strict=False):
            field.name(_("Tilbud {number}, {title}").format(number=number, title=title.lower()))
            field.edited.connect(edited)
        drop = button(_("Fjern"), remove, role="quiet", name=_("Fjern tilbud {number}").format(number=number))
        super().__init__([*fields, drop], _WIDTHS)

    def title(self, number: int) -> str:
        """What the offer is called."""
        return str(self.name.value()) or _("Tilbud {number}").format(number=number)

    def show_loan(self, loan: KnownLoan) -> None:
        """A loan of the case, as if what is left of it were lent today."""
        self.name.show_value(_("{name}, som nu").format(name=loan.name))
        self.paid_out.show_value(loan.balance)
        self.times.show_value(loan.months)
        self.instalment.show_value(instalment(loan.balance, loan.rate, loan.months))

    def offer(self, number: int) -> Offer | None:
        """What is filled in; None while something is left to fill in. Raises BadInputError."""
        paid_out, times, amount = self.paid_out.value(), self.times.value(), self.instalment.value()
        fee = self.fee.value()
        if paid_out is None or times is None or amount is None:
            return None
        if paid_out <= ZERO or amount <= ZERO or fee < ZERO:
            raise BadInputError(_("Beløbene skal være over 0 kr. Ret dem."))
        rhythm = self.rhythm.value()
        if times > LONGEST * PER_YEAR[rhythm]:
            raise BadInputError(_("Lånet løber mere end {longest} år. Ret antallet.").format(longest=LONGEST))
        start = [Flow(Fraction(0), paid_out), *([Flow(Fraction(0), -fee)] if fee else [])]
        return Offer(name=self.title(number), paid_out=paid_out, flows=(*start, *regular(amount, times, rhythm)))


class RefinanceCard(Card):
    """The same loan at another rate: what a month costs, or how much sooner it is paid."""

    def __init__(self, known: Sequence[KnownLoan]) -> None:
        quiet = _("Ring og spørg, om renten kan sættes ned. Det koster ikke noget at spørge.")
        super().__init__(_("Samme lån, anden rente"), quiet)
        self._known = known
        self.which = ListChoice([(n, loan.name) for n, loan in enumerate(known)], unknown=_("Skriv selv"))
        self.balance, self.paid = AmountEdit(), AmountEdit()
        self.months = NumberEdit(what=_("Måneder"), low=1, high=600, whole=True)
        self.old, self.new = NumberEdit(what=_("Renten"), high=1000), NumberEdit(what=_("Renten"), high=1000)
        self.problem, self.said = InlineError(), Points()
        self._timer = QTimer(self, singleShot=True, interval=REST)
        self._timer.timeout.connect(self.count)
        for field in (self.balance, self.paid, self.months, self.old, self.new):
            field.edited.connect(self._timer.start)
        self.which.edited.connect(self._chosen)
        which = Labelled(_("Lån i sagen"), self.which)
        fields = [
            Labelled(_("Restgæld, kr."), self.balance),
            Labelled(_("Ydelse om måneden, kr."), self.paid),
            Labelled(_("Eller: måneder tilbage"), self.months),
            Labelled(_("Rente nu, %"), self.old),
            Labelled(_("Ny rente, %"), self.new),
        ]
        set_shown(which, bool(known))
        self.add(form_grid([which, *fields] if known else fields, 3, least=180), self.problem, self.said)
        if known:
            self.which.show_value(0)
            self._chosen()

    def count(self) -> None:
        """Compute what is filled in."""
        try:
            balance, paid, months = self.balance.value(), self.paid.value(), self.months.value()
            old, new = self.old.value(), self.new.value()
            if None in (balance, old, new) or (paid is None and months is None):
                found = None
            elif months is not None:
                found = by_months(balance, months, old, new)
            else:
                found = by_instalment(balance, paid, old, new)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            self.said.show_points(())
            return
        self.problem.say("")
        self.said.show_points(words.renegotiated(found) if found is not None else ())

    def _chosen(self) -> None:
        at = self.which.value()
        if at is None:
            return
        loan = self._known[at]
        self.balance.show_value(loan.balance)
        self.paid.show_value(loan.paid)
        self.months.show_value(None)
        self.old.show_value(loan.rate)
        self.count()
