"""What the benefits ask beyond the household's ordinary facts: about an adult, about a child, about the situation.

Frozen values. Amounts are Decimal kroner; `None` means "not known yet", never "no".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.household.words import Childcare, MovingReason, OtherParent, Outcome


@dataclass(frozen=True, kw_only=True)
class AdultFacts:
    """What kontanthjælp, the tax checks and feriepenge ask about one adult."""

    opholdskrav: bool | None = None
    """Nine of the last ten years lawfully in Denmark."""
    beskaeftigelseskrav: bool | None = None
    """Two and a half years of full-time work in the last ten."""
    lives_with_parent: bool | None = None
    aktivitetsparat: bool | None = None
    commute_km: Decimal | None = None
    """Both ways together, km/day."""
    commute_days: int | None = None
    """Days a year on which the way to work is travelled."""
    forskudsopgoerelse_checked: date | None = None
    feriepenge_unclaimed: Decimal | None = None
    """Kr, before tax, as borger.dk shows them."""
    income_before: Decimal | None = None
    """Net income in the month before things changed, kr/month (§ 34's cap)."""


@dataclass(frozen=True, kw_only=True)
class ChildFacts:
    """What the family benefits and økonomisk friplads ask about one child."""

    childcare: Childcare | None = None
    childcare_price: Decimal | None = None
    """The full price before friplads and sibling discount, kr/month."""
    other_parent: OtherParent | None = None
    other_parent_pensioner: bool | None = None
    bidrag_decided: bool | None = None
    """Whether there is a written agreement or decision about børnebidrag."""
    bidrag_on_time: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Circumstances:
    """The household's situation, as the law's discretion asks about it."""

    changed: bool | None = None
    """Whether something has changed: illness, lost work, separation (lov om aktiv socialpolitik § 11)."""
    changed_on: date | None = None
    socially_exposed: bool | None = None
    other_way_to_pay: bool | None = None
    """Whether savings, insurance, family or a loan could cover what is asked for."""
    conditions_accepted: bool | None = None
    """Whether the tenant would accept conditions, such as the rent being paid by the municipality."""
    single_expense: Decimal | None = None
    single_expense_paid: bool | None = None
    single_expense_foreseen: bool | None = None
    treatment_needed: bool | None = None
    """Whether a doctor or dentist says that a treatment or medicine is needed."""
    dental_cost: Decimal | None = None
    """Dental treatment planned in this calendar year, kr."""
    health_cost: Decimal | None = None
    """The household's own share of medicine, dentist and treatment, kr/year."""
    heating_cost: Decimal | None = None
    """Heat and hot water as an average of three years, kr/year."""
    moving: bool | None = None
    moving_reason: MovingReason | None = None
    moving_cost: Decimal | None = None
    new_rent: Decimal | None = None
    """Rent of the home to move to, before boligstøtte, kr/month."""
    new_area_m2: Decimal | None = None
    new_indskud: Decimal | None = None
    """Beboerindskud of the home to move to, kr."""
    new_home_signed: bool | None = None
    documents_have: tuple[str, ...] = ()
    """Documents that lie on the desk already, by their names in the lists."""


@dataclass(frozen=True, kw_only=True)
class Application:
    """One benefit that was applied for, and how it went. The `id` is the benefit's name."""

    id: str
    applied_on: date | None = None
    estimate: Decimal | None = None
    """What the program reckoned that day, kr/month; None where it is discretion."""
    ask_again: date | None = None
    outcome: Outcome = Outcome.WAITING
    answered_on: date | None = None
    granted: Decimal | None = None
    """What was granted, kr/month, or kr where it is paid once."""
    note: str = ""
