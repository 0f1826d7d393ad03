"""Before moving in: what the home costs each month, what is left, and what must be paid at once.

Law:  boligstøtte applied for within 30 days is paid from the day of moving in (the figure is data); a loan for the
      deposit of an almen home is applied for before moving in (boligstøtteloven kap. 10).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits import beboerindskud, boligstoette
from budgetdesk.benefits.assessment import Assessment, Verdict
from budgetdesk.benefits.boligstoette_facts import LAW
from budgetdesk.benefits.boligstoette_start import last_day_for_moving_in
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.new_home import is_moving_in, with_new_home
from budgetdesk.money import ZERO


@dataclass(frozen=True, kw_only=True)
class MoveIn:
    """The home to move to, kr and kr/month. None is not known yet."""

    rent: Decimal | None
    boligstoette: Decimal | None
    """What is granted, else what the calculation says."""
    granted: bool
    vejledende: bool
    """Whether the figure of boligstøtte is not solid, or is not granted yet."""
    luft: Decimal | None
    """What is left each month of what is granted."""
    luft_with: Decimal | None
    """What would be left once the boligstøtte is granted; None where that changes nothing."""
    deposit: Decimal | None
    moving_cost: Decimal | None
    loan: Verdict | None
    """Whether a loan for the deposit may be relevant; None where there is nothing to lend for."""
    moved_in: date | None
    apply_by: date | None
    """The last day to apply for boligstøtte and have it from the first day; None where that is done or not known."""

    @property
    def at_once(self) -> Decimal:
        """Deposit, the first month's rent and the moving, as far as they are known."""
        return sum((part for part in (self.deposit, self.rent, self.moving_cost) if part is not None), ZERO)


def move_in(
    case: Case, on: date, rates: Rates, *, assessments: Iterable[Assessment], luft: Decimal | None
) -> MoveIn | None:
    """The sum before moving in; None where nobody is moving in. `luft`: what the month leaves as it stands."""
    if not is_moving_in(case, on):
        return None
    found = {one.benefit: one for one in assessments}
    help_now, reckoned = case.tenancy.boligstoette.amount, found.get(boligstoette.BENEFIT)
    granted = help_now is not None and help_now > ZERO
    amount = help_now if granted else _amount(reckoned)
    adds = amount if not granted and amount else None
    facts = with_new_home(case, on).circumstances
    loan = found.get(beboerindskud.BENEFIT)
    return MoveIn(
        rent=case.tenancy.rent_per_month,
        boligstoette=amount,
        granted=granted,
        vejledende=not granted or bool(reckoned and reckoned.vejledende),
        luft=luft,
        luft_with=luft + adds if luft is not None and adds else None,
        deposit=facts.new_indskud,
        moving_cost=facts.moving_cost,
        loan=loan.verdict if loan is not None and facts.new_indskud else None,
        moved_in=case.tenancy.moved_in,
        apply_by=_apply_by(case, on, rates),
    )


def _amount(reckoned: Assessment | None) -> Decimal | None:
    return reckoned.amount_per_month if reckoned is not None and reckoned.verdict is Verdict.YES else None


def _apply_by(case: Case, on: date, rates: Rates) -> date | None:
    home = case.tenancy
    applied = any(one.id == boligstoette.BENEFIT and one.applied_on for one in case.applications)
    if home.moved_in is None or home.boligstoette.amount or home.boligstoette.applied_on or applied:
        return None
    try:
        return last_day_for_moving_in(home.moved_in, Figures(rates, LAW, on))
    except NoRateError:
        return None
