"""Boligstøtteloftet: the ceiling for couples on kontanthjælp with forhøjet sats, from 1 July 2025.

Law:  Lov nr. 1655 af 30.12.2024. Whole calendar months as a couple on forhøjet sats. The amount for 2026, whether it
      is for a person or a household, and couples with one on forhøjet sats are not settled: never computed silently.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _

LAW = "Lov nr. 1655 af 30.12.2024"
NOTE = N_(
    "Om boligstøtteloftet gælder jer: kun hele måneder som par på forhøjet sats. Loftets "
    "beløb er ikke bekræftet, og heller ikke om det gælder for hver af jer eller for jer begge."
)


@dataclass(frozen=True)
class Loft:
    """The two amounts the ceiling could have, kr/month."""

    lowest: Decimal
    highest: Decimal

    @property
    def steps(self) -> tuple[Step, ...]:
        """Both amounts, said to be uncertain; one line where they are the same."""
        if self.lowest == self.highest:
            return (Step(_("Boligstøtteloft for par på forhøjet sats"), LAW, self.highest),)
        return (
            Step(_("Boligstøtteloft, laveste mulige beløb (ikke bekræftet)"), LAW, self.lowest),
            Step(_("Boligstøtteloft, højeste mulige beløb (ikke bekræftet)"), LAW, self.highest),
        )


def loft(case: Case, day: date, figures: Figures) -> Loft | None:
    """The ceiling where it could apply; None for a single, without forhøjet sats, and before 1 July 2025."""
    pair = couple(case)
    if len(pair) == 1 or not any("kontanthjaelp_forhoejet" in lives_on(case, each, day) for each in pair):
        return None
    try:
        return Loft(figures.take("boligstoetteloft_lavt"), figures.take("boligstoetteloft"))
    except NoRateError:  # before 1 July 2025 kontanthjælpsloftet applied instead; cannot_see says so
        return None
