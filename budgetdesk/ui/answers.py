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
from budgetdesk.i18n import N_
from budgetdesk.ui.widgets.choices import Options
from budgetdesk.ui.widgets.words import Tone
from budgetdesk.wording.income_bases import BASE_WORDS

ROLES: Options = (
    (Role.TENANT, N_("Lejer")),
    (Role.PARTNER, N_("Partner")),
    (Role.CHILD, N_("Barn")),
    (Role.ADULT_CHILD, N_("Voksent barn")),
    (Role.ROOMMATE, N_("Bofælle")),
    (Role.LODGER, N_("Logerende")),
    (Role.OTHER, N_("Anden")),
)
MARITAL: Options = (
    (Marital.SINGLE, N_("Enlig")),
    (Marital.COHABITING, N_("Samlevende")),
    (Marital.MARRIED, N_("Gift")),
)
CUSTODY: Options = ((Custody.SOLE, N_("Alene")), (Custody.SHARED, N_("Fælles")))
HEATING: Options = ((Heating.SEPARATE, N_("For sig selv")), (Heating.IN_RENT, N_("I huslejen")))
MAINTENANCE: Options = (
    (MaintenanceDuty.NONE, N_("Ingen")),
    (MaintenanceDuty.PARTIAL, N_("En del")),
    (MaintenanceDuty.FULL, N_("Det hele")),
)
PAID_TO: Options = ((PaidTo.LANDLORD, N_("Udlejer")), (PaidTo.TENANT, N_("Lejer")))
TENANCY_KINDS: Options = (
    ("almen", N_("Almen bolig")),
    ("privat", N_("Privat udlejning")),
    ("kommunal", N_("Kommunal bolig")),
    ("andel", N_("Andelsbolig")),
    ("ejer", N_("Ejerbolig")),
    ("andet", N_("Andet")),
)
SHARING: Options = (
    (Sharing.NONE, N_("Nej, kun familien")),
    (Sharing.ROOMMATES, N_("Ja, med venner eller andre")),
    (Sharing.BOFAELLESSKAB_3_4, N_("Bofællesskab, 3 eller 4 personer")),
    (Sharing.BOFAELLESSKAB_ALMEN, N_("Bofællesskab, alment, mindst 5 voksne")),
    (Sharing.BOFAELLESSKAB_55, N_("Bofællesskab for folk over 55")),
    (Sharing.BOFAELLESSKAB_SAERLIGT, N_("Bofællesskab med støtte, mindst 5")),
)
CHILDCARE: Options = (
    (Childcare.DAGTILBUD, N_("Vuggestue, dagpleje eller børnehave")),
    (Childcare.SFO, "SFO"),
    (Childcare.KLUB, N_("Klub")),
    (Childcare.NONE, N_("Ingen pasning")),
)
OTHER_PARENT: Options = (
    (OtherParent.HERE, N_("Her i hjemmet")),
    (OtherParent.ELSEWHERE, N_("Et andet sted")),
    (OtherParent.DEAD, N_("Død")),
    (OtherParent.UNKNOWN, N_("Ikke kendt")),
)
MOVING_REASONS: Options = (
    (MovingReason.BETTER_HOME, N_("En bedre bolig")),
    (MovingReason.CHEAPER_HOME, N_("En billigere bolig")),
    (MovingReason.WORK, N_("Arbejde")),
    (MovingReason.OTHER, N_("En anden grund")),
)
FAMILY_SHARES: Options = ((Decimal(1), N_("Hele")), (Decimal("0.5"), N_("Halvdelen")), (Decimal(0), N_("Intet")))
ARREARS_KINDS: Options = (
    (ArrearsKind.RENT, N_("Husleje")),
    (ArrearsKind.HEATING, N_("Varme og vand")),
    (ArrearsKind.FEE, N_("Påkravsgebyr")),
    (ArrearsKind.COSTS, N_("Sagsomkostninger")),
)
LETTERS: Options = (
    (Letter.NONE, N_("Intet")),
    (Letter.RYKKER, N_("Rykker")),
    (Letter.PAAKRAV, N_("Påkrav")),
    (Letter.OPHAEVELSE, N_("Ophævelse")),
    (Letter.FOGED, N_("Fogedretten")),
)
NEEDS: Options = ((Need.NEED, N_("nødvendigt")), (Need.NICE, N_("kan undværes")), (Need.ASK, N_("spørg")))
NEED_TONES: dict[Need | None, Tone] = {Need.NEED: "accent", Need.NICE: "violet", Need.ASK: "amber"}
EVIDENCE: Options = (
    (Evidence.SAID, N_("oplyst")),
    (Evidence.SEEN, N_("set")),
    (Evidence.COPY, N_("kopi")),
    (Evidence.MISSING, N_("mangler")),
)
EVIDENCE_TONES: dict[Evidence | None, Tone] = {
    Evidence.SAID: "amber",
    Evidence.SEEN: "accent",
    Evidence.COPY: "accent",
    Evidence.MISSING: "violet",
}
STATUSES: Options = ((Status.GRANTED, N_("bevilget")), (Status.APPLIED, N_("søgt")), (Status.HOPED, N_("håbet på")))
LANGUAGES: Options = (
    ("da", N_("Dansk")),
    ("en", N_("Engelsk")),
    ("ar", N_("Arabisk")),
    ("so", N_("Somali")),
    ("tr", N_("Tyrkisk")),
    ("pl", N_("Polsk")),
    ("uk", N_("Ukrainsk")),
    ("fa", N_("Farsi")),
    ("ur", N_("Urdu")),
    ("andet", N_("Andet")),
)
BASES: Options = tuple((base, BASE_WORDS[base]) for base in INCOME_BASES)
