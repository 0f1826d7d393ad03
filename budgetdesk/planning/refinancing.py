"""A loan with another rate: what a month costs, and how long it lasts. Amounts are kr, rates per cent a year.

Equal instalments at the end of every month, interest a twelfth of the yearly rate: the ordinary annuity.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal, localcontext

from budgetdesk.errors import BadInputError
from budgetdesk.formats import kroner
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, to_oere

LONGEST_MONTHS = 600
HIGHEST_RATE = Decimal(1000)
_FIGURES = 40


@dataclass(frozen=True, kw_only=True)
class Renegotiated:
    """The same balance at two rates. Sums are kr."""

    balance: Decimal
    old_rate: Decimal
    new_rate: Decimal
    months: int
    """How long it lasts at the old rate."""
    old_instalment: Decimal
    new_instalment: Decimal
    """For the same number of months."""
    saved_per_month: Decimal
    saved_in_all: Decimal
    """Over the whole run; both rounded instalments times the months."""
    months_at_old_instalment: int
    """How long it lasts at the new rate where one goes on paying the same."""
    fewer_months: int


def by_months(balance: Decimal, months: int, old_rate: Decimal, new_rate: Decimal) -> Renegotiated:
    """A loan that runs for so many months yet. Raises BadInputError with a sentence."""
    _check(balance, old_rate, new_rate)
    if not 1 <= months <= LONGEST_MONTHS:
        raise BadInputError(
            _("Antallet af måneder skal være mellem 1 og {longest_months}. Ret antallet.").format(
                longest_months=LONGEST_MONTHS
            )
        )
    old, new = instalment(balance, old_rate, months), instalment(balance, new_rate, months)
    shorter = months_for(balance, new_rate, old)
    return Renegotiated(
        balance=balance,
        old_rate=old_rate,
        new_rate=new_rate,
        months=months,
        old_instalment=old,
        new_instalment=new,
        saved_per_month=old - new,
        saved_in_all=(old - new) * months,
        months_at_old_instalment=shorter,
        fewer_months=months - shorter,
    )


def by_instalment(balance: Decimal, paid: Decimal, old_rate: Decimal, new_rate: Decimal) -> Renegotiated:
    """A loan that is paid with so much a month. Raises BadInputError where that never pays it off."""
    _check(balance, old_rate, new_rate)
    return by_months(balance, months_for(balance, old_rate, paid), old_rate, new_rate)


def instalment(balance: Decimal, rate: Decimal, months: int) -> Decimal:
    """The equal instalment that pays a balance off in so many months, kr/month, rounded to whole øre."""
    with localcontext() as context:
        context.prec = _FIGURES
        interest = rate / 1200
        if not interest:
            return to_oere(balance / months)
        return to_oere(balance * interest / (1 - (1 + interest) ** -months))


def months_for(balance: Decimal, rate: Decimal, paid: Decimal) -> int:
    """How many instalments of `paid` it takes, the last one smaller. Raises BadInputError where it never ends."""
    first_interest = balance * rate / 1200
    if paid <= first_interest:
        raise BadInputError(
            _(
                "Ydelsen på {paid} dækker ikke renten på {first_interest} om måneden. Så bliver lånet "
                "aldrig betalt. Ret tallene."
            ).format(paid=kroner(paid), first_interest=kroner(first_interest))
        )
    with localcontext() as context:
        context.prec = _FIGURES
        if not rate:
            months = balance / paid
        else:
            interest = rate / 1200
            months = -(1 - balance * interest / paid).ln() / (1 + interest).ln()
        # An instalment rounded to whole øre may miss its own number of months by a hair.
        whole = int((months - Decimal("0.01")).to_integral_value(ROUND_CEILING))
    if whole > LONGEST_MONTHS:
        raise BadInputError(_("Så tager det {whole} måneder. Skriv en større ydelse.").format(whole=whole))
    return max(whole, 1)


def _check(balance: Decimal, *rates: Decimal) -> None:
    if balance <= ZERO:
        raise BadInputError(_("Restgælden skal være over 0 kr. Ret beløbet."))
    if any(not ZERO <= rate <= HIGHEST_RATE for rate in rates):
        raise BadInputError(_("Renten skal være mellem 0 og 1.000 % om året. Ret renten."))
