"""What is left for creditors, and who is offered how much: income - fixed - everyday - reserves - savings = available.

The organisation's floor decides what a household lives on; the official scales stand beside it and decide nothing. Of
what is available the rent arrears come first, then the other debts with priority in their order, then the rest: the
instalment they have where there is enough for all, else pro rata by what is owed; where nothing is left, the policy's
token. Whole øre: the offers add up exactly. A band instead of a knife's edge says whether the household is in balance.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from budgetdesk.benefits.assessment import Step
from budgetdesk.budget.chart import Chart, LineType
from budgetdesk.budget.expense_rows import BUFFER
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.formats import kroner
from budgetdesk.household.case import Case
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import per_month
from budgetdesk.i18n import _
from budgetdesk.money import KRONE, ZERO, to_oere
from budgetdesk.planning.owed import still_owed
from budgetdesk.planning.policy import Policy, least_per_week

WEEKS_A_YEAR, MONTHS = Decimal(52), Decimal(12)
NO_PRIORITIES: Mapping[str, int] = {}


class Band(StrEnum):
    """How a month with all the offers paid comes out."""

    PLUS = "plus"
    BALANCE = "balance"
    MINUS = "minus"


class Share(StrEnum):
    """Why a creditor is offered what it is."""

    RENT = "rent"
    PRIORITY = "priority"
    FULL = "full"
    """There is enough for the instalment it has."""
    PRO_RATA = "pro_rata"
    SYMBOLIC = "token"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Flowing:
    """One line from income down to what is available, kr/month; what goes out is negative. `key`: income, fixed,
    everyday, reserves, savings."""

    key: str
    title: str
    amount: Decimal
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What one creditor is offered, kr/month, and how it was reckoned. `path` is the fact it is about."""

    path: str
    title: str
    owed: Decimal | None
    asked: Decimal
    """The instalment it has or needs, kr/month."""
    amount: Decimal
    share: Share
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Waterfall:
    """The whole answer, kr/month."""

    on: date
    rows: tuple[Flowing, ...]
    available: Decimal
    """Income less everything one lives on; below zero where that is not covered."""
    offers: tuple[Offer, ...]
    left: Decimal
    """Available less all offers."""
    band: Band
    width: Decimal
    """So much more or less is still in balance."""
    notes: tuple[str, ...] = ()

    @property
    def offered(self) -> Decimal:
        """All offers together."""
        return sum((offer.amount for offer in self.offers), ZERO)


@dataclass(frozen=True)
class _Claim:
    path: str
    title: str
    owed: Decimal | None
    asked: Decimal
    steps: tuple[Step, ...] = field(default=())


def waterfall(
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    on: date,
    priorities: Mapping[str, int] | None = None,
    rent_per_month: Decimal | None = None,
) -> Waterfall:
    """The month's money down to the creditors.

    `priorities` ranks debts by their id, the lowest first; those without a rank share what is left. None = the debts
    that are marked as priority. `rent_per_month` is the instalment of the plan for the arrears, where there is one.
    """
    rows = tuple(_down_to_available(case, chart, policy, on))
    available = sum((row.amount for row in rows), ZERO)
    ranks = {d.id: 1 for d in case.debts if d.priority} if priorities is None else priorities
    debts = [d for d in case.debts if not d.deducted_from_income and _is_open(d)]
    first = sorted((d for d in debts if d.id in ranks), key=lambda d: ranks[d.id])
    left = max(ZERO, available)
    offers = []
    claims = [*_rent(case, policy, rent_per_month), *(_claim(debt, policy) for debt in first)]
    for number, claim in enumerate(claims):
        share = Share.RENT if number == 0 and still_owed(case) > 0 else Share.PRIORITY
        offers.append(_first(claim, left, share))
        left -= offers[-1].amount
    offers += _rest([_claim(d, policy) for d in debts if d.id not in ranks], left, policy)
    after = available - sum((offer.amount for offer in offers), ZERO)
    width = max(to_oere(policy.balance_band * rows[0].amount), policy.cushion)
    return Waterfall(
        on=on,
        rows=rows,
        available=available,
        offers=tuple(offers),
        left=after,
        band=Band.BALANCE if abs(after) <= width else Band.PLUS if after > 0 else Band.MINUS,
        width=width,
        notes=tuple(_notes(case, available)),
    )


# down to what is available


def _down_to_available(case: Case, chart: Chart, policy: Policy, on: date) -> Iterator[Flowing]:
    without = replace(case, agreement=None, debts=tuple(replace(d, instalment=None) for d in case.debts))
    month = month_of(without, chart, on=on)
    yield Flowing("income", _("Indtægter"), month.income_per_month, _steps(month.income))
    fixed = _of(month, LineType.FIXED)
    yield Flowing("fixed", _("Faste udgifter"), -_total(fixed), _steps(fixed))
    yield _everyday(case, policy, _of(month, LineType.VARIABLE), on)
    reserves = [row for row in _of(month, LineType.RESERVE) if row.code != BUFFER]
    yield Flowing("reserves", _("Sat af til regninger, der kommer sjældent"), -_total(reserves), _steps(reserves))
    buffer = [row for row in _of(month, LineType.RESERVE) if row.code == BUFFER]
    steps = (*_steps(buffer), Step(_("Mindst til opsparing efter politikken"), amount=policy.savings_per_month))
    yield Flowing("savings", _("Opsparing"), -max(_total(buffer), policy.savings_per_month), steps)


def _everyday(case: Case, policy: Policy, rows: Sequence[MonthRow], on: date) -> Flowing:
    """The budget's everyday lines, but never less than the organisation's floor."""
    budgeted = _total(rows)
    week = least_per_week(policy, case, on)
    floor = to_oere(week * WEEKS_A_YEAR / MONTHS)
    steps = _steps(rows)
    if floor > budgeted:
        told = _("Mindst at leve for efter politikken: {week} om ugen. Der mangler i budgettet").format(
            week=kroner(week)
        )
        steps = (*steps, Step(told, amount=floor - budgeted))
    return Flowing("everyday", _("Mad og hverdag"), -max(budgeted, floor), steps)


def _of(month: MonthBudget, kind: LineType) -> list[MonthRow]:
    return [row for row in month.expenses if row.counts and row.type is kind]


def _total(rows: Sequence[MonthRow]) -> Decimal:
    return sum((row.per_month for row in rows), ZERO)


def _steps(rows: Sequence[MonthRow]) -> tuple[Step, ...]:
    return tuple(Step(row.title, amount=row.per_month) for row in rows if row.counts and row.per_month)


# who is offered what


def _is_open(debt: Debt) -> bool:
    return bool(debt.instalment) or (debt.balance is not None and debt.balance > 0)


def _rent(case: Case, policy: Policy, rent_per_month: Decimal | None) -> Iterator[_Claim]:
    total = still_owed(case)
    if total <= 0:
        return
    if rent_per_month:
        step = Step(_("Raten i planen"), amount=rent_per_month)
        yield _Claim("arrears.rows", _("Restance på husleje"), total, min(total, rent_per_month), (step,))
        return
    each = min(total, max(policy.least_instalment, _share_of(total, policy.max_months)))
    step = Step(
        _("{total} delt på højst {max_months} måneder").format(total=kroner(total), max_months=policy.max_months),
        amount=each,
    )
    yield _Claim("arrears.rows", _("Restance på husleje"), total, each, (step,))


def _claim(debt: Debt, policy: Policy) -> _Claim:
    """What a debt asks for: the instalment it has; else all of it over as many months as a plan may last."""
    title, path = debt.creditor or _("Gæld uden navn"), f"debts[{debt.id}]"
    if debt.instalment:
        each = per_month(debt.instalment, debt.rhythm)
        each = each if debt.balance is None else min(each, max(ZERO, debt.balance))
        return _Claim(path, title, debt.balance, each, (Step(_("Aftalt i dag"), amount=each),))
    balance = debt.balance or ZERO
    each = _share_of(balance, policy.max_months)
    return _Claim(
        path,
        title,
        balance,
        each,
        (
            Step(
                _("{balance} over {max_months} måneder").format(balance=kroner(balance), max_months=policy.max_months),
                amount=each,
            ),
        ),
    )


def _share_of(total: Decimal, months: int) -> Decimal:
    """An equal part in whole kroner, rounded up."""
    return (total / max(1, months)).quantize(KRONE, ROUND_CEILING)


def _first(claim: _Claim, left: Decimal, share: Share) -> Offer:
    """A debt with priority is paid before the others: what it asks for, or all that is left."""
    amount = min(left, claim.asked)
    steps = [*claim.steps, Step(_("Til rådighed, når det kommer til den"), amount=left)]
    return _offer(claim, amount, share if amount else Share.NOTHING, steps)


def _rest(claims: Sequence[_Claim], left: Decimal, policy: Policy) -> list[Offer]:
    """Debts without priority share what is left by what is owed; none is offered more than it asks for."""
    asked = sum((claim.asked for claim in claims), ZERO)
    if asked <= left:
        return [_offer(c, c.asked, Share.FULL, [*c.steps, Step(_("Der er nok til alle"), amount=left)]) for c in claims]
    parts = _pro_rata(claims, left)
    return [_part(claim, part, left, policy) for claim, part in zip(claims, parts, strict=True)]


def _part(claim: _Claim, part: Decimal, left: Decimal, policy: Policy) -> Offer:
    token = min(policy.token_instalment, claim.asked)
    if token > part:
        return _offer(
            claim, token, Share.SYMBOLIC, [*claim.steps, Step(_("Et symbolsk beløb efter politikken"), amount=token)]
        )
    told = [*claim.steps, Step(_("Del af {left}, efter hvad der skyldes").format(left=kroner(left)), amount=part)]
    return _offer(claim, part, Share.PRO_RATA if part else Share.NOTHING, told)


def _pro_rata(claims: Sequence[_Claim], left: Decimal) -> list[Decimal]:
    """`left` shared by what is owed, no one more than asked; whole øre, the last ones carry what is over."""
    parts = [ZERO] * len(claims)
    open_, rest = set(range(len(claims))), left
    while open_ and rest > 0:
        weights = {n: claims[n].owed or claims[n].asked * MONTHS for n in open_}
        whole = sum(weights.values(), ZERO)
        given = _divided(rest, [(n, weights[n] / whole) for n in sorted(open_)]) if whole else {}
        full = {n for n in open_ if parts[n] + given.get(n, ZERO) >= claims[n].asked}
        for number in sorted(full) if full else sorted(open_):
            amount = min(claims[number].asked - parts[number], given.get(number, ZERO))
            parts[number] += amount
            rest -= amount
        open_ = open_ - full if full else set()
    return parts


def _divided(total: Decimal, shares: Sequence[tuple[int, Decimal]]) -> dict[int, Decimal]:
    given, so_far, before = {}, ZERO, ZERO
    for number, share in shares:
        so_far += share
        now = to_oere(total * min(so_far, Decimal(1)))
        given[number], before = now - before, now
    return given


def _offer(claim: _Claim, amount: Decimal, share: Share, steps: Sequence[Step]) -> Offer:
    return Offer(
        path=claim.path,
        title=claim.title,
        owed=claim.owed,
        asked=claim.asked,
        amount=amount,
        share=share,
        steps=(*steps, Step(_("Tilbud om måneden"), amount=amount)),
    )


def _notes(case: Case, available: Decimal) -> Iterator[str]:
    if available < 0:
        yield _("Der er mindre ind end ud, før der betales af på noget. Find først det, der kan lukke hullet.")
    taken = [d for d in case.debts if d.deducted_from_income]
    if taken:
        names = ", ".join(d.creditor or _("gæld uden navn") for d in taken)
        yield _("Trækkes allerede, før pengene kommer: {names}.").format(names=names)
    if any(d.balance is None and not d.instalment and not d.deducted_from_income for d in case.debts):
        yield _("En gæld er uden beløb og er ikke regnet med.")
