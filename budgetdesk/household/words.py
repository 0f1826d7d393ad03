"""The closed lists of words a case may use. Their texts are the values of the case file."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in the household."""

    TENANT = "tenant"
    PARTNER = "partner"
    CHILD = "child"
    ADULT_CHILD = "adult_child"
    ROOMMATE = "roommate"
    LODGER = "lodger"
    OTHER = "other"


class Marital(StrEnum):
    """Civil status, as the person says it. Cohabitation (samliv) is asked, never inferred."""

    SINGLE = "single"
    COHABITING = "cohabiting"
    MARRIED = "married"


class Custody(StrEnum):
    """Parental custody of a child."""

    SOLE = "sole"
    SHARED = "shared"


class Heating(StrEnum):
    """Whether heating is paid apart from the rent."""

    SEPARATE = "separate"
    IN_RENT = "in_rent"


class MaintenanceDuty(StrEnum):
    """How much of the inside maintenance the tenant pays (boligstøttelovens regler om vedligeholdelse)."""

    NONE = "none"
    PARTIAL = "partial"
    FULL = "full"


class Sharing(StrEnum):
    """How a home is shared with others than the family (`tenancy.sharing`; the case file takes other words, too).

    The bofællesskaber are those of boligstøtteloven § 24 a; there rent and area are the tenant's own share.
    """

    NONE = "none"
    ROOMMATES = "roommates"
    """An ordinary flat-share: one application for the whole flat."""
    BOFAELLESSKAB_SAERLIGT = "bofaellesskab_saerligt"
    """For people with social needs, five or more."""
    BOFAELLESSKAB_55 = "bofaellesskab_55"
    """For people over 55, five or more."""
    BOFAELLESSKAB_ALMEN = "bofaellesskab_almen"
    """In an almen home, five adults or more, approved by the municipality."""
    BOFAELLESSKAB_3_4 = "bofaellesskab_3_4"
    """Three or four people in an almen family home."""


class PaidTo(StrEnum):
    """Who receives the boligstøtte."""

    LANDLORD = "landlord"
    TENANT = "tenant"


class Need(StrEnum):
    """Need to have, nice to have, or to be talked about."""

    NEED = "need"
    NICE = "nice"
    ASK = "ask"


class Evidence(StrEnum):
    """How we know a figure: oplyst, set, kopi, mangler."""

    SAID = "said"
    SEEN = "seen"
    COPY = "copy"
    MISSING = "missing"


class Status(StrEnum):
    """Granted money carries a plan; applied or hoped-for money never does."""

    GRANTED = "granted"
    APPLIED = "applied"
    HOPED = "hoped"


class Tax(StrEnum):
    """Whether an amount is before or after tax."""

    GROSS = "gross"
    NET = "net"


class ArrearsKind(StrEnum):
    """What a row of arrears is for."""

    RENT = "rent"
    HEATING = "heating"
    FEE = "fee"
    COSTS = "costs"


class Letter(StrEnum):
    """Which letter the tenant holds in the hand (page Akut)."""

    NONE = "none"
    RYKKER = "rykker"
    PAAKRAV = "paakrav"
    OPHAEVELSE = "ophaevelse"
    FOGED = "foged"


class AgreementForm(StrEnum):
    """What is signed: next steps only, an instalment plan, or an enforceable settlement."""

    NEXT_STEPS = "next_steps"
    AFDRAGSORDNING = "afdragsordning"
    FRIVILLIGT_FORLIG = "frivilligt_forlig"


class DebtBasis(StrEnum):
    """What a claim rests on."""

    INVOICE = "invoice"
    BANK_LOAN = "bank_loan"
    GAELDSBREV = "gaeldsbrev"
    FORLIG = "forlig"
    JUDGMENT = "judgment"
    PUBLIC = "public"


class OphaevelseStatus(StrEnum):
    """What becomes of the landlord's ophævelse while a plan is kept."""

    NONE = "none"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    MAINTAINED = "maintained"


class PaymentSource(StrEnum):
    """How we know that an instalment was paid."""

    HAND = "hand"
    BANK = "bank"
    ARREARS_LIST = "arrears_list"


class PaymentFor(StrEnum):
    """What a payment beside a plan was for: an instalment, or the running rent of a month."""

    INSTALMENT = "instalment"
    RENT = "rent"


class PlanOutcome(StrEnum):
    """How an agreement ended."""

    CHANGED = "changed"
    KEPT = "kept"
    BROKEN = "broken"


class ContactKind(StrEnum):
    """How somebody was reached for."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    POSTCARD = "postcard"
    VISIT = "visit"
    MEETING = "meeting"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What came of it."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    MESSAGE_LEFT = "message_left"
    NOT_HOME = "not_home"
    RETURNED = "returned"
    DECLINED = "declined"


class Initiative(StrEnum):
    """Who began a contact."""

    US = "us"
    TENANT = "tenant"
    OTHER = "other"


class ThreatOutcome(StrEnum):
    """How a threatened tenancy went on."""

    WITHDRAWN = "withdrawn"
    PLAN = "plan"
    MOVED = "moved"
    EVICTED = "evicted"
    RUNNING = "running"


class EvictionKind(StrEnum):
    """The two kinds of eviction that are counted (SBi 2015:10, annex 1)."""

    BAILIFF = "bailiff"
    MOVED_AFTER_OPHAEVELSE = "moved_after_ophaevelse"


class HomeStatus(StrEnum):
    """Where somebody lives when asked again."""

    OWN_HOME = "own_home"
    OTHER_HOME = "other_home"
    NO_HOME = "no_home"
    MOVED_AWAY = "moved_away"
    DEAD = "dead"
    UNKNOWN = "unknown"


class ConsentKind(StrEnum):
    """What the tenant has given: leave to share, or somebody to speak for them."""

    SAMTYKKE = "samtykke"
    FULDMAGT = "fuldmagt"
    BISIDDER = "bisidder"
    PARTSREPRAESENTANT = "partsrepraesentant"


class ConsentParty(StrEnum):
    """What kind of body is told, or hears the one who speaks for the tenant."""

    LANDLORD = "landlord"
    MUNICIPALITY = "municipality"
    UDBETALING_DANMARK = "udbetaling_danmark"
    BANK = "bank"
    CREDITOR = "creditor"
    COURT = "court"
    NETWORK = "network"
    STATISTICS = "statistics"
    OTHER = "other"


class ShareTopic(StrEnum):
    """What can be told about a household, piece by piece: a consent covers some of it, a paper tells some of it."""

    HOME = "home"
    """Name, address, tenancy."""
    ARREARS = "arrears"
    """What is owed to the landlord, and the letters and days about it."""
    AGREEMENT = "agreement"
    """The repayment agreement, and whether it is kept."""
    CONTACT = "contact"
    """Telephone and mail."""
    HELP_AWAITED = "help_awaited"
    """That help was applied for, and when the answer usually comes."""
    HELP = "help"
    """Which help, and what was answered."""
    ECONOMY = "economy"
    """Income, expenses, what is left."""
    DEBTS = "debts"
    FAMILY = "family"
    """Who lives in the home."""
    CAUSE = "cause"
    """Why the rent was not paid."""
    HEALTH = "health"
    CPR = "cpr"
    COURSE = "course"
    """Meetings, what was agreed, next steps."""
    COUNTED = "counted"
    """That the case is counted without a name."""


class MayDo(StrEnum):
    """What somebody with a fuldmagt, or a partsrepræsentant, may do. New debt is never among it."""

    ASK = "ask"
    RECEIVE = "receive"
    SPEAK = "speak"
    APPLY = "apply"
    AGREE = "agree"


class Childcare(StrEnum):
    """Where a child is looked after by day."""

    NONE = "none"
    DAGTILBUD = "dagtilbud"
    SFO = "sfo"
    KLUB = "klub"


class OtherParent(StrEnum):
    """Where a child's other parent is."""

    HERE = "here"
    ELSEWHERE = "elsewhere"
    DEAD = "dead"
    UNKNOWN = "unknown"


class MovingReason(StrEnum):
    """Why a household moves, as § 85 asks."""

    BETTER_HOME = "better_home"
    CHEAPER_HOME = "cheaper_home"
    WORK = "work"
    OTHER = "other"


class Outcome(StrEnum):
    """How an application went."""

    WAITING = "waiting"
    GRANTED = "granted"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


INCOME_BASES = (
    "loen",
    "kontanthjaelp_mindstesats",
    "kontanthjaelp_grundsats",
    "kontanthjaelp_forhoejet",
    "dagpenge",
    "sygedagpenge",
    "barselsdagpenge",
    "folkepension",
    "foertidspension",
    "seniorpension",
    "efterloen",
    "su",
    "ledighedsydelse",
    "ressourceforloeb",
    "ingen",
    "andet",
)
"""What a person lives on (case file: `income_base[].base`)."""

INCOME_KINDS = (
    *INCOME_BASES,
    "personlig_indkomst",
    "boerneydelse",
    "boernetilskud",
    "boernebidrag",
    "feriepenge",
    "overskydende_skat",
    "logi",
    "netvaerk",
    "atp",
    "privat_pension",
    "aeldrecheck",
    "varmetillaeg",
    "helbredstillaeg",
    "paragraf_34",
)
"""What a row of income is (case file: `income[].kind`)."""
