"""The organisation's policy: what a repayment plan may be. Values; `resources/policy.toml` holds the shipped one.

The policy decides, not the official scales: those are shown beside it as how others count.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.dates import age_on
from budgetdesk.household.agreement import Clause
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role
from budgetdesk.money import ZERO, to_oere

ADULT_AGE = 18


@dataclass(frozen=True)
class Approval:
    """Who may approve a plan of up to so many months."""

    up_to_months: int
    by: str


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One version of the policy; each agreement records the version it was made under. Amounts are kr."""

    version: str
    organisation: str = ""
    max_months: int = 12
    """Ceiling from the first due date to the last, both months included."""
    approvals: tuple[Approval, ...] = ()
    adult_per_week: Decimal = ZERO
    further_adult_per_week: Decimal = ZERO
    child_per_week: Decimal = ZERO
    """Least to live on per week: food and everything else that is not a fixed bill or set aside."""
    municipal_adult: Decimal | None = None
    municipal_further_adult: Decimal = ZERO
    municipal_child: Decimal = ZERO
    """What the municipality leaves to live on, kr/month, where the organisation knows it: for comparison only."""
    cushion: Decimal = ZERO
    """A plan whose lowest day is below this is `tight`."""
    least_instalment: Decimal = ZERO
    least_share: Decimal = Decimal("0.5")
    """Unequal instalments: none is smaller than this part (0-1) of an equal one, where such a plan holds."""
    most_of_luft: Decimal = Decimal(1)
    """Unequal instalments: none is larger than so much of the month's luft (0 or more), where such a plan holds.
    With 0 instalments are always equal where equal ones hold."""
    day_of_month: int = 1
    start_within_months: int = 2
    """How many due dates may pass before the first instalment, where nothing earlier holds."""
    pause_months: tuple[int, ...] = ()
    """Months (1-12) without an instalment."""
    late_days: int = 7
    """How many days after its due day an instalment counts as broken."""
    balance_days: int = 7
    """How old today's bank balance may be."""
    answer_weeks: int = 6
    """How long a benefit applied for is taken to be under way, where no first day is known."""
    one_off_payments: bool = False
    """Whether granted one-off money (feriepenge, tax back) may carry a larger instalment. Off: nobody has promised that
    money to the landlord, it is often already spent, and answers stay what they were; the ways out name it still."""
    most_one_off: Decimal | None = None
    """The largest of such instalments; None = as much as the money."""
    savings_per_month: Decimal = ZERO
    """What every plan leaves to be put aside before creditors are offered anything."""
    balance_band: Decimal = Decimal("0.05")
    """A budget that misses by no more than this part (0-1) of the income is in balance: a band, not a knife's edge."""
    token_instalment: Decimal = ZERO
    """Offered to each creditor below the priority debts where nothing is left for them, kr/month."""
    forlig: bool = False
    """Whether a frivilligt forlig, with its enforcement clause, may be made at all."""
    notice_days: int = 7
    """How long the landlord waits, after having written about a late instalment, before the rest falls due."""
    interest: str = ""
    """What the agreement says of interest and fees, in words; "" = none. The program counts no interest."""
    signal_days: int = 3
    """A payment that is so many days late is asked about: two days cover a weekend, one the bank; sooner than
    `late_days`, so that there is time to call."""
    signal_kroner: Decimal = Decimal(10)
    """A payment that is so much short is taken as paid in full: what is lost by rounding to whole kroner."""
    follow_up_months: tuple[int, ...] = (1, 3, 9, 12)
    """When to look at it together: months after the agreement."""
    consent_months: int = 12
    """How long a consent lasts that says nothing else."""
    consent_soon_days: int = 30
    """A consent that runs out within so many days is asked about again."""
    wordings: tuple[Clause, ...] = ()
    """Wordings of the agreement that the organisation has changed; the others are the program's."""


def least_per_week(policy: Policy, case: Case, on: date) -> Decimal:
    """The least this household must have to live on, kr/week, whole øre.

    Tenant and partner count as adults; children under 18 at home count by their nights. Grown-up children, roommates
    and lodgers have an economy of their own.
    """
    adults = [p for p in case.adults if p.lives_at_home]
    total = policy.adult_per_week + policy.further_adult_per_week * max(0, len(adults) - 1)
    children = (p for p in case.persons if p.role is Role.CHILD and p.lives_at_home and _is_child(p, on))
    share = sum((Decimal(min(max(p.nights_per_fortnight, 0), 14)) / 14 for p in children), ZERO)
    return to_oere(total + policy.child_per_week * share)


def approver(policy: Policy, months: int) -> str | None:
    """Who may approve a plan of `months` months; None above every limit."""
    limits = sorted(policy.approvals, key=lambda a: a.up_to_months)
    return next((a.by for a in limits if months <= a.up_to_months), None)


def _is_child(person: Person, on: date) -> bool:
    return person.born is None or age_on(person.born, on) < ADULT_AGE
