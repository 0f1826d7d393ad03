"""What a person lives on, in words."""

from __future__ import annotations

from budgetdesk.i18n import N_

BASE_WORDS = {
    "loen": N_("Løn"),
    "kontanthjaelp_mindstesats": N_("Kontanthjælp, mindstesats"),
    "kontanthjaelp_grundsats": N_("Kontanthjælp, grundsats"),
    "kontanthjaelp_forhoejet": N_("Kontanthjælp, forhøjet sats"),
    "dagpenge": N_("Dagpenge"),
    "sygedagpenge": N_("Sygedagpenge"),
    "barselsdagpenge": N_("Barselsdagpenge"),
    "folkepension": N_("Folkepension"),
    "foertidspension": N_("Førtidspension"),
    "seniorpension": N_("Seniorpension"),
    "efterloen": N_("Efterløn"),
    "su": "SU",
    "ledighedsydelse": N_("Ledighedsydelse"),
    "ressourceforloeb": N_("Ressourceforløbsydelse"),
    "ingen": N_("Ingen indkomst"),
    "andet": N_("Andet"),
}
"""Every word of `household.words.INCOME_BASES`, and its title."""
