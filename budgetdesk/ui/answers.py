"""The answers that fields offer: Danish words for the closed lists of a case."""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.household.words import (
    INCOME_BASES,
    ArrearsKind,
    Childcare,
    Custody,
    Evidence,
    Heating,
    Letter,
    MaintenanceDuty,
    Marital,
    MovingReason,
    Need,
    OtherParent,
    PaidTo,
    Role,
    Sharing,
    Status,
)
from budgetdesk.ui.widgets.choices import Options
from budgetdesk.ui.widgets.words import Tone
from budgetdesk.wording.income_bases import BASE_WORDS

ROLES: Options = (
    (Role.TENANT, "Lejer"),
    (Role.PARTNER, "Partner"),
    (Role.CHILD, "Barn"),
    (Role.ADULT_CHILD, "Voksent barn"),
    (Role.ROOMMATE, "Bofælle"),
    (Role.LODGER, "Logerende"),
    (Role.OTHER, "Anden"),
)
MARITAL: Options = (
    (Marital.SINGLE, "Enlig"),
    (Marital.COHABITING, "Samlevende"),
    (Marital.MARRIED, "Gift"),
)
CUSTODY: Options = ((Custody.SOLE, "Alene"), (Custody.SHARED, "Fælles"))
HEATING: Options = ((Heating.SEPARATE, "For sig selv"), (Heating.IN_RENT, "I huslejen"))
MAINTENANCE: Options = (
    (MaintenanceDuty.NONE, "Ingen"),
    (MaintenanceDuty.PARTIAL, "En del"),
    (MaintenanceDuty.FULL, "Det hele"),
)
PAID_TO: Options = ((PaidTo.LANDLORD, "Udlejer"), (PaidTo.TENANT, "Lejer"))
TENANCY_KINDS: Options = (
    ("almen", "Almen bolig"),
    ("privat", "Privat udlejning"),
    ("kommunal", "Kommunal bolig"),
    ("andel", "Andelsbolig"),
    ("ejer", "Ejerbolig"),
    ("andet", "Andet"),
)
SHARING: Options = (
    (Sharing.NONE, "Nej, kun familien"),
    (Sharing.ROOMMATES, "Ja, med venner eller andre"),
    (Sharing.BOFAELLESSKAB_3_4, "Bofællesskab, 3 eller 4 personer"),
    (Sharing.BOFAELLESSKAB_ALMEN, "Bofællesskab, alment, mindst 5 voksne"),
    (Sharing.BOFAELLESSKAB_55, "Bofællesskab for folk over 55"),
    (Sharing.BOFAELLESSKAB_SAERLIGT, "Bofællesskab med støtte, mindst 5"),
)
CHILDCARE: Options = (
    (Childcare.DAGTILBUD, "Vuggestue, dagpleje eller børnehave"),
    (Childcare.SFO, "SFO"),
    (Childcare.KLUB, "Klub"),
    (Childcare.NONE, "Ingen pasning"),
)
OTHER_PARENT: Options = (
    (OtherParent.HERE, "Her i hjemmet"),
    (OtherParent.ELSEWHERE, "Et andet sted"),
    (OtherParent.DEAD, "Død"),
    (OtherParent.UNKNOWN, "Ikke kendt"),
)
MOVING_REASONS: Options = (
    (MovingReason.BETTER_HOME, "En bedre bolig"),
    (MovingReason.CHEAPER_HOME, "En billigere bolig"),
    (MovingReason.WORK, "Arbejde"),
    (MovingReason.OTHER, "En anden grund"),
)
FAMILY_SHARES: Options = ((Decimal(1), "Hele"), (Decimal("0.5"), "Halvdelen"), (Decimal(0), "Intet"))
ARREARS_KINDS: Options = (
    (ArrearsKind.RENT, "Husleje"),
    (ArrearsKind.HEATING, "Varme og vand"),
    (ArrearsKind.FEE, "Påkravsgebyr"),
    (ArrearsKind.COSTS, "Sagsomkostninger"),
)
LETTERS: Options = (
    (Letter.NONE, "Intet"),
    (Letter.RYKKER, "Rykker"),
    (Letter.PAAKRAV, "Påkrav"),
    (Letter.OPHAEVELSE, "Ophævelse"),
    (Letter.FOGED, "Fogedretten"),
)
NEEDS: Options = ((Need.NEED, "nødvendigt"), (Need.NICE, "kan undværes"), (Need.ASK, "spørg"))
NEED_TONES: dict[Need | None, Tone] = {Need.NEED: "accent", Need.NICE: "violet", Need.ASK: "amber"}
EVIDENCE: Options = (
    (Evidence.SAID, "oplyst"),
    (Evidence.SEEN, "set"),
    (Evidence.COPY, "kopi"),
    (Evidence.MISSING, "mangler"),
)
EVIDENCE_TONES: dict[Evidence | None, Tone] = {
    Evidence.SAID: "amber",
    Evidence.SEEN: "accent",
    Evidence.COPY: "accent",
    Evidence.MISSING: "violet",
}
STATUSES: Options = ((Status.GRANTED, "bevilget"), (Status.APPLIED, "søgt"), (Status.HOPED, "håbet på"))
LANGUAGES: Options = (
    ("da", "Dansk"),
    ("en", "Engelsk"),
    ("ar", "Arabisk"),
    ("so", "Somali"),
    ("tr", "Tyrkisk"),
    ("pl", "Polsk"),
    ("uk", "Ukrainsk"),
    ("fa", "Farsi"),
    ("ur", "Urdu"),
    ("andet", "Andet"),
)
BASES: Options = tuple((base, BASE_WORDS[base]) for base in INCOME_BASES)
