"""The facts of one case, as the public case file has them (`budgetdesk/case`, version 1).

Frozen values. Amounts are Decimal kroner, days are dates. `None` means "not known yet"; a default is the default of
the case file. Every item of a list has an `id` that stays with it for life; `budgetdesk.household.paths` names a
single fact, such as `persons[p1].born`, by it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from budgetdesk.dates import Month
from budgetdesk.household.agreement import Agreement, EarlierPlan, FormerAgreement, LandlordAccepted
from budgetdesk.household.circumstances import AdultFacts, Application, ChildFacts, Circumstances
from budgetdesk.household.course import Check, Contact, ContactPerson, Course, JournalNote
from budgetdesk.household.debt import Debt
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import (
    ArrearsKind,
    ConsentKind,
    ConsentParty,
    Custody,
    Evidence,
    Heating,
    Letter,
    MaintenanceDuty,
    Marital,
    Need,
    PaidTo,
    Role,
    Status,
    Tax,
)


@dataclass(frozen=True, kw_only=True)
class CaseInfo:
    """The case itself."""

    number: str = ""
    type: str = "raadgivning"
    opened: date | None = None
    language: str = "da"
    interpreter: bool = False
    protected_address: bool = False
    guardian: str = ""
    adviser: str = ""
    organisation: str = ""
    earlier_case: str = ""
    """The number of the same tenant's case before this one."""
    invented: bool = False
    """A household to try the program on: it never counts."""


@dataclass(frozen=True, kw_only=True)
class IncomeBase:
    """What a person has lived on, from one day to another (both included)."""

    base: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person of the household."""

    id: str
    role: Role
    name: str = ""
    born: date | None = None
    cpr: str = ""
    phone: str = ""
    on_lease: bool | None = None
    lives_at_home: bool = True
    registered_here: bool = True
    marital: Marital | None = None
    parents: tuple[str, ...] = ()
    custody: Custody | None = None
    nights_per_fortnight: int = 14
    family_benefit_share: Decimal = Decimal(1)
    income_base: tuple[IncomeBase, ...] = ()
    pension_granted: date | None = None
    residence_years: int | None = None
    flags: tuple[str, ...] = ()
    adult: AdultFacts = field(default_factory=AdultFacts)
    child: ChildFacts = field(default_factory=ChildFacts)


@dataclass(frozen=True, kw_only=True)
class BoligstoetteNow:
    """The boligstøtte the household already gets, kr/month."""

    amount: Decimal | None = None
    paid_to: PaidTo = PaidTo.LANDLORD
    applied_on: date | None = None
    """The day it was applied for, while there is no answer."""
    applied_for: Decimal | None = None
    """What the calculation said that day, kr/month. Counts nowhere until it is granted."""


@dataclass(frozen=True, kw_only=True)
class Tenancy:
    """The home. Rent is kr/month before boligstøtte; areas are m2."""

    kind: str = "almen"
    number: str = ""
    """The landlord's number of the tenancy, as its lists have it (lejemålsnummer)."""
    landlord: str = ""
    landlord_email: str = ""
    landlord_phone: str = ""
    landlord_address: str = ""
    address: str = ""
    municipality: str = ""
    rent_per_month: Decimal | None = None
    rent_due_day: int = 1
    boligstoette: BoligstoetteNow = field(default_factory=BoligstoetteNow)
    area_m2: Decimal | None = None
    heating: Heating | None = None
    hot_water_in_rent: bool | None = None
    electricity_in_rent: bool = False
    water_separate: bool | None = None
    maintenance_duty: MaintenanceDuty = MaintenanceDuty.NONE
    own_kitchen: bool = True
    sharing: str = "none"
    lodger_area_m2: Decimal = Decimal(0)
    lodger_rent: Decimal = Decimal(0)
    moved_in: date | None = None
    deposit: Decimal | None = None
    assigned_by_municipality: bool = False
    suited_for_mobility_impaired: bool = False


@dataclass(frozen=True, kw_only=True)
class Income:
    """One row of income. `tax` says whether `amount` is before or after tax.

    Where `amount` is before tax, `paid_out` is what lands in the account (kr per rhythm): the budget counts that,
    boligstøtte counts the other. A gross amount without `paid_out` counts nothing in the budget and is missing there.
    """

    id: str
    person: str = ""
    kind: str = "loen"
    amount: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    rhythm: Rhythm = Rhythm.MONTHLY
    tax: Tax = Tax.NET
    paid_out: Decimal | None = None
    atp_and_pension: Decimal | None = None
    status: Status = Status.GRANTED
    pays_on: str = ""
    paid_to: str = ""
    start: date | None = None
    end: date | None = None
    evidence: Evidence = Evidence.SAID
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Expense:
    """One row of expense on a line of the chart. An empty `pays_on` means the chart's default."""

    id: str
    line: str
    label: str = ""
    amount: Decimal | None = None
    rhythm: Rhythm = Rhythm.MONTHLY
    pays_on: str = ""
    start: date | None = None
    end: date | None = None
    need: Need | None = None
    tenant_says: Need | None = None
    adviser_says: Need | None = None
    locked: bool = False
    evidence: Evidence = Evidence.SAID
    note: str = ""
    from_spending: bool = False
    """True where the amount was put in from a month of bank rows and receipts."""


@dataclass(frozen=True, kw_only=True)
class Wealth:
    """What the household owns, kr."""

    net: Decimal = Decimal(0)
    liquid: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class ArrearsRow:
    """One row that the landlord says is owed, kr."""

    id: str
    month: Month | None = None
    kind: ArrearsKind = ArrearsKind.RENT
    amount: Decimal | None = None
    paakrav_arrived: date | None = None


@dataclass(frozen=True, kw_only=True)
class Arrears:
    """What is owed to the landlord, and the letters about it."""

    rows: tuple[ArrearsRow, ...] = ()
    stated_on: date | None = None
    """The day of the landlord's statement that the rows come from: what was paid up to then is in them already."""
    letter: Letter = Letter.NONE
    letter_arrived: date | None = None
    ophaevelse_arrived: date | None = None
    court: str = ""
    """Which court, as its letter has it, such as `Retten i Glostrup`."""
    court_reference: str = ""
    """The court's number of the case."""
    court_meeting: date | None = None
    eviction: date | None = None
    municipality_notified: date | None = None
    payment_reference: str = ""
    earlier_plans: tuple[EarlierPlan, ...] = ()
    landlord_accepted: LandlordAccepted | None = None

    @property
    def total(self) -> Decimal:
        """Everything known to be owed to the landlord, kr."""
        return sum((row.amount for row in self.rows if row.amount is not None), Decimal(0))


@dataclass(frozen=True, kw_only=True)
class BankAccount:
    """One account and its balance on a day, kr. The overdraft limit is known but never used by a plan."""

    id: str
    name: str = ""
    owner: str = ""
    balance: Decimal | None = None
    on: date | None = None
    overdraft_limit: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Consent:
    """What the tenant has agreed may be shared, with whom, until when; or who may speak for them, and about what."""

    id: str
    kind: ConsentKind = ConsentKind.SAMTYKKE
    purpose: str = ""
    recipient: str = ""
    given: date | None = None
    until: date | None = None
    how: str = "mundtligt"
    withdrawn: date | None = None
    party: ConsentParty | None = None
    """What kind of body the recipient is (for somebody who speaks: before whom); None where nobody said."""
    covers: tuple[str, ...] = ()
    """`ShareTopic`s. Nothing: what is free anyway, and the one letter whose purpose this is."""
    both_ways: bool = False
    """The recipient may answer as well: what they know may be asked for."""
    heard_by: str = ""
    """Who heard an oral consent."""
    may: tuple[str, ...] = ()
    """`MayDo`: what the one who speaks may do."""
    towards: str = ""
    """Before whom somebody speaks, as typed: `Hvidovre Kommune`. `recipient` is then the one who speaks."""
    contact: str = ""
    """Telephone, mail or address of the one who speaks."""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """One paper or message that was given to somebody: who asks later can be told what went where."""

    id: str
    on: date | None = None
    what: str = ""
    """The paper's title, or what was said."""
    recipient: str = ""
    party: ConsentParty | None = None
    topics: tuple[str, ...] = ()
    """`ShareTopic`s that it told."""
    consent: str = ""
    """The id of the consent it rests on; "" where none is needed."""
    by: str = ""


@dataclass(frozen=True, kw_only=True)
class Todo:
    """A next step: who does what, by when."""

    id: str
    who: str = ""
    what: str = ""
    by: date | None = None
    time: str = ""
    """`14.30`, for a meeting; "" where the day is all."""
    meeting: bool = False
    """Two people meet: it goes into the calendar with its time."""
    done: date | None = None
    source: str = ""
    """What it was taken from (`clock:pay_by`), so that it does not stand there twice; "" where it was written."""


@dataclass(frozen=True, kw_only=True)
class WayTried:
    """A question with yes, no or nothing yet, and a note; the id says which, such as `benefit` or `network`."""

    id: str
    answer: bool | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """What was talked through, beside the figures."""

    expectations_on: date | None = None
    rent_before_boligstoette: bool | None = None
    """The answer to "is the rent before or after boligstøtte?", asked once."""
    children_asked: bool = False
    can_sign: bool | None = None
    consents: tuple[Consent, ...] = ()
    next_steps: tuple[Todo, ...] = ()
    ways_tried: tuple[WayTried, ...] = ()
    debts_asked: tuple[WayTried, ...] = ()
    """Which kinds of debt were asked about (the ids), and whether there is one."""
    premises_noted: tuple[WayTried, ...] = ()
    """What was noted at a premise of the plan, by its key (the id)."""
    note: str = ""
    informed_on: date | None = None
    """When the tenant got the page about what is written down, why, and for how long."""
    bases_noted: tuple[WayTried, ...] = ()
    """On which basis sensitive facts are kept, by the kind of fact (the id); the note is the basis' key."""
    shared: tuple[Shared, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Case:
    """Everything known about one household."""

    info: CaseInfo = field(default_factory=CaseInfo)
    persons: tuple[Person, ...] = ()
    tenancy: Tenancy = field(default_factory=Tenancy)
    income: tuple[Income, ...] = ()
    expenses: tuple[Expense, ...] = ()
    wealth: Wealth = field(default_factory=Wealth)
    debts: tuple[Debt, ...] = ()
    arrears: Arrears = field(default_factory=Arrears)
    bank: tuple[BankAccount, ...] = ()
    agreement: Agreement | None = None
    former_agreements: tuple[FormerAgreement, ...] = ()
    circumstances: Circumstances = field(default_factory=Circumstances)
    applications: tuple[Application, ...] = ()
    conversation: Conversation = field(default_factory=Conversation)
    course: Course = field(default_factory=Course)
    contacts: tuple[Contact, ...] = ()
    contact_persons: tuple[ContactPerson, ...] = ()
    notes: tuple[JournalNote, ...] = ()
    checks: tuple[Check, ...] = ()

    @cached_property
    def tenant(self) -> Person | None:
        """The first tenant, if there is one yet."""
        return next((p for p in self.persons if p.role is Role.TENANT), None)

    @property
    def adults(self) -> tuple[Person, ...]:
        """Tenant and partner: the two whose money is the household's."""
        return tuple(p for p in self.persons if p.role in (Role.TENANT, Role.PARTNER))

    @property
    def children(self) -> tuple[Person, ...]:
        """Children under 18 as entered (role `child`); ages are judged on a day by whoever asks."""
        return tuple(p for p in self.persons if p.role is Role.CHILD)
