"""How near an eviction is, as the letters in the case say: what the rescue under §§ 81 and 81 a turns on."""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter


class Threat(IntEnum):
    """From nothing known to carried out. A rykker is a reminder only; a påkrav starts the clock."""

    NOTHING_KNOWN = 0
    ARREARS = 1
    PAAKRAV = 2
    OPHAEVELSE = 3
    CARRIED_OUT = 4

    @property
    def urgent(self) -> bool:
        """Whether the landlord has warned that the tenancy can be ended."""
        return self in (Threat.PAAKRAV, Threat.OPHAEVELSE)


def threat(case: Case, day: date) -> Threat:
    """The nearest step to eviction that the case knows of on `day`."""
    arrears = case.arrears
    if arrears.eviction is not None and arrears.eviction < day:
        return Threat.CARRIED_OUT
    later = (arrears.ophaevelse_arrived, arrears.court_meeting, arrears.eviction)
    if any(later) or arrears.letter in (Letter.OPHAEVELSE, Letter.FOGED):
        return Threat.OPHAEVELSE
    if arrears.letter is Letter.PAAKRAV or any(row.paakrav_arrived for row in arrears.rows):
        return Threat.PAAKRAV
    if arrears.total > 0 or arrears.letter is Letter.RYKKER:
        return Threat.ARREARS
    return Threat.NOTHING_KNOWN
