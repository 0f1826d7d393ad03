"""What a person lives on, in words."""

from __future__ import annotations

BASE_WORDS = {
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
"""Every word of `household.words.INCOME_BASES`, and its title."""
