"""What a loan costs: ÅOP by the formula of kreditaftaleloven's annex, the whole cost, and the law's caps.

The yearly rate X solves: the sum of C_k (1+X)^(-t_k) over what is paid out = the sum of D_l (1+X)^(-s_l) over what is
paid back, every charge included (kreditaftaleloven § 16 and annex; the same in directive 2008/48/EC, annex I, and
2023/2225, annex III). Times are in years from the first payout, a year is 12 equal months or 52 weeks. What only those
pay who pay late is left out, as the annex says.

All times stand on one grid, so the equation is a polynomial in one discount factor; it is solved in decimals of 50
figures, and the present values of both sides then agree to far less than an øre. Amounts are kr.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import accumulate, pairwise
from math import lcm

from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.errors import BadInputError
from budgetdesk.formats import amount as amount_text
from budgetdesk.formats import kroner
from budgetdesk.household.rhythm import TIMES_A_YEAR, Rhythm
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

PER_YEAR = {rhythm: times for rhythm, times in TIMES_A_YEAR.items() if rhythm not in (Rhythm.ELEVEN, Rhythm.ONCE)}
"""How often an instalment may fall due; the first one period after the payout."""
MOST_PAYMENTS = 2_700
"""Every week for fifty years."""
LONGEST = 50
"""Years from the first payout to the last payment."""
FIGURES = 50
STEPS = 400
_ENOUGH = Decimal(1).scaleb(6 - FIGURES)
_TRIED = 500
"""A doubtful equation is looked through in so many steps, from 0 % to some hundred thousand, for a second answer."""


@dataclass(frozen=True)
class Flow:
    """One movement, `after` so many years from the first payout; positive = the borrower gets it."""

    after: Fraction
    amount: Decimal


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One loan on offer. Fees at the start are taken off what is paid out."""

    name: str
    paid_out: Decimal
    """The credit amount, before fees at the start."""
    flows: tuple[Flow, ...]


@dataclass(frozen=True, kw_only=True)
class Priced:
    """An offer with what it costs."""

    name: str
    paid_out: Decimal
    rate: Decimal
    """ÅOP as a part of one (0.3189), not rounded."""
    aaop: Decimal
    """ÅOP in per cent, two decimals, half a hundredth away from zero."""
    total_cost: Decimal
    """Everything paid less everything received, kr."""
    repaid: Decimal
    payments: int
    years: Decimal
    over_aaop_cap: bool | None
    over_cost_cap: bool | None
    over_advertising: bool | None
    """None where the caps of the day are not known."""

    @property
    def over_legal_cap(self) -> bool | None:
        """Whether the law forbids it: above 35 % ÅOP, or costs above 100 % of the credit, as the rates have them."""
        if self.over_aaop_cap is None or self.over_cost_cap is None:
            return None
        return self.over_aaop_cap or self.over_cost_cap


@dataclass(frozen=True)
class Caps:
    """The caps of one day: ÅOP, whole cost, and advertising, each as its rate."""

    aaop: RateUsed
    cost: RateUsed
    advertising: RateUsed


def caps_on(rates: Rates, day: date) -> Caps:
    """Lov om forbrugslånsvirksomheder §§ 11 a and 11 b, markedsføringsloven § 11 a. Raises NoRateError."""
    law = rates["forbrugslaan"]
    return Caps(law.on("aaop_loft", day), law.on("omkostningsloft", day), law.on("reklameloft", day))


def regular(amount: Decimal, count: int, rhythm: Rhythm) -> tuple[Flow, ...]:
    """`count` equal payments, the first one period after the payout. Raises BadInputError for eleven and once."""
    if rhythm not in PER_YEAR:
        raise BadInputError(
            _("En rytme for et lån er hver uge, hver 14. dag, hver måned, hvert kvartal, halvår eller år.")
        )
    if not 1 <= count <= MOST_PAYMENTS:
        raise BadInputError(
            _("Antallet af ydelser skal være mellem 1 og {amount_text}. Ret antallet.").format(
                amount_text=amount_text(Decimal(MOST_PAYMENTS))
            )
        )
    return tuple(Flow(Fraction(n, PER_YEAR[rhythm]), -amount) for n in range(1, count + 1))


def after_months(months: Decimal | int) -> Fraction:
    """So many months as a part of a year; a month is a twelfth."""
    return Fraction(months) / 12


def price(offer: Offer, caps: Caps | None) -> Priced:
    """ÅOP, whole cost and caps of one offer. Raises BadInputError with a sentence where there is no answer."""
    rate = yearly_rate(offer.flows)
    cost = -sum((flow.amount for flow in offer.flows), ZERO)
    aaop = (rate * 100).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    paid = [flow for flow in offer.flows if flow.amount < 0 and flow.after > 0]
    last = max((flow.after for flow in offer.flows), default=Fraction(0))
    return Priced(
        name=offer.name,
        paid_out=offer.paid_out,
        rate=rate,
        aaop=aaop,
        total_cost=cost,
        repaid=-sum((flow.amount for flow in offer.flows if flow.amount < 0), ZERO),
        payments=len(paid),
        years=Decimal(last.numerator) / Decimal(last.denominator),
        over_aaop_cap=aaop > caps.aaop.value if caps else None,
        over_cost_cap=cost * 100 > caps.cost.value * offer.paid_out if caps else None,
        over_advertising=aaop > caps.advertising.value if caps else None,
    )


def compare(offers: Iterable[Offer], caps: Caps | None) -> tuple[Priced, ...]:
    """The offers with their price, the lowest ÅOP first; where it is the same, the lowest cost, then the order given.

    Raises BadInputError with the name of the offer that has no answer."""
    return tuple(sorted((_named(offer, caps) for offer in offers), key=lambda one: (one.aaop, one.total_cost)))


def _named(offer: Offer, caps: Caps | None) -> Priced:
    try:
        return price(offer, caps)
    except BadInputError as error:
        raise BadInputError(f"“{offer.name}”: {error}") from error


def yearly_rate(flows: Sequence[Flow]) -> Decimal:
    """The rate X of the annex, as a part of one. Raises BadInputError where none exists, or several do."""
    per_year, series = _on_grid(flows)
    _must_have_an_answer(series)
    with localcontext() as context:
        context.prec = FIGURES
        if _changes([amount for _rest, amount in series]) > 1 and _changes(_sums(series)) > 1:
            _must_be_alone(series, per_year)
        factor = _root(series)
        return factor**-per_year - 1


def present_value(flows: Sequence[Flow], rate: Decimal) -> Decimal:
    """Everything discounted to the first payout, kr: 0 at the right rate."""
    with localcontext() as context:
        context.prec = FIGURES
        grow = 1 + rate
        return sum(
            (f.amount * grow ** (-Decimal(f.after.numerator) / Decimal(f.after.denominator)) for f in flows), ZERO
        )


Series = Sequence[tuple[int, Decimal]]
"""(Which point of the grid, amount), in order; one entry for each point."""


def _on_grid(flows: Sequence[Flow]) -> tuple[int, Series]:
    """How many points of the grid a year has, and the movements on them."""
    per_year = lcm(*(flow.after.denominator for flow in flows)) if flows else 1
    found: dict[int, Decimal] = {}
    for flow in flows:
        at = int(flow.after * per_year)
        found[at] = found.get(at, ZERO) + flow.amount
    return per_year, [(at, found[at]) for at in sorted(found) if found[at]]


def _must_have_an_answer(series: Series) -> None:
    received = sum((amount for _rest, amount in series if amount > 0), ZERO)
    repaid = -sum((amount for _rest, amount in series if amount < 0), ZERO)
    if not received or series[0][1] < 0:
        raise BadInputError(
            _("Lånet har ingen ÅOP: gebyrerne ved start er lige så store som det, der bliver udbetalt. Ret tallene.")
        )
    if repaid < received:
        raise BadInputError(
            _(
                "Lånet bliver aldrig betalt tilbage: der bliver udbetalt {received} og betalt {repaid} "
                "Skriv alle ydelserne."
            ).format(received=kroner(received), repaid=kroner(repaid))
        )


def _value(series: Series, factor: Decimal) -> tuple[Decimal, Decimal]:
    """What is paid less what is received, discounted with the factor; and how fast that grows with it."""
    total = slope = ZERO
    power, before = Decimal(1), 0
    for at, amount in series:
        power *= factor ** (at - before)
        before = at
        total -= amount * power
        slope -= amount * at * power
    return total, slope / factor


def _root(series: Series) -> Decimal:
    """The factor between 0 and 1 at which both sides are the same: Newton's steps, kept between two bounds."""
    low, high = ZERO, Decimal(1)
    factor = high
    for _rest in range(STEPS):
        value, slope = _value(series, factor)
        if value == 0:
            return factor
        low, high = (low, factor) if value > 0 else (factor, high)
        step = factor - value / slope if slope > 0 else low
        if abs(step - factor) < _ENOUGH * factor:
            return step
        factor = step if low < step < high else (low + high) / 2
    return factor


def _changes(amounts: Sequence[Decimal]) -> int:
    """How often the sign changes. One change of the amounts, or of their running sums, means one answer at most above
    zero (Descartes; Norstrøm)."""
    signs = [amount > 0 for amount in amounts if amount]
    return sum(one is not other for one, other in pairwise(signs))


def _sums(series: Series) -> list[Decimal]:
    return list(accumulate(amount for _rest, amount in series))


def _must_be_alone(series: Series, per_year: int) -> None:
    """Where money goes to and fro, several rates may fit: then there is no ÅOP to compare by."""
    yearly = [Decimal(n) / _TRIED for n in range(_TRIED, 0, -1)]
    values = [_value(series, factor ** (Decimal(1) / per_year))[0] for factor in yearly]
    if _changes(values) > 1:
        raise BadInputError(
            _(
                "Flere renter passer på lånet, fordi der både bliver udbetalt og betalt undervejs. "
                "Så kan ÅOP ikke sammenlignes."
            )
        )
