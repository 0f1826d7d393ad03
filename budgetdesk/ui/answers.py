"""The answers that fields offer: Danish words for the closed lists of a case."""

from __future__ import annotations

from budgetdesk.household.words import (
    INCOME_BASES,
    ArrearsKind,
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
)
from budgetdesk.ui.widgets.choices import Options
from budgetdesk.ui.widgets.words import Tone

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
    ("andet", "Andet"),
)
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
_BASE_WORDS = {
    "loen": "Løn",
    "kontanthjaelp_mindstesats": "Kontanthjælp, mindstesats",
    "kontanthjaelp_grundsats": "Kontanthjælp, grundsats",
    "kontanthjaelp_forhoejet": "Kontanthjælp, forhøjet sats",
    "dagpenge": "Dagpenge",
    "sygedagpenge": "Sygedagpenge",
    "barselsdagpenge": "Barselsdagpenge",
    "folkepension": "Folkepension",
    "foertidspension": "Førtidspension",
    "seniorpension": "Seniorpension",
    "efterloen": "Efterløn",
    "su": "SU",
    "ledighedsydelse": "Ledighedsydelse",
    "ressourceforloeb": "Ressourceforløbsydelse",
    "ingen": "Ingen indkomst",
    "andet": "Andet",
}
BASES: Options = tuple((base, _BASE_WORDS[base]) for base in INCOME_BASES)
