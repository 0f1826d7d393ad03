"""Den personlige tillægsprocent: what ældrecheck, varmetillæg and helbredstillæg are multiplied by.

Law:  Lov om social pension (personlig tillægsprocent).
Spec: docs/benefits/tillaegsprocent.md
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.members import couple
from budgetdesk.benefits.tillaegsprocent_income import OtherIncome, other_income
from budgetdesk.household.case import Case
from budgetdesk.i18n import _

LAW = "social_pension"
HIGHEST = int(HUNDRED)
PARAGRAPH = "Lov om social pension"


@dataclass(frozen=True)
class Percent:
    """The least and the most it can be, from 0 to 100, and the facts that would settle it."""

    least: int
    most: int
    missing: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def known(self) -> bool:
        return self.least == self.most


def tillaegsprocent(income_per_year: Decimal, *, bund: Decimal, trin: Decimal) -> int:
    """100 up to `bund`; one less for each whole `trin` above it, never below 0. Kr/year; whole steps are cut off."""
    if income_per_year <= bund:
        return HIGHEST
    return max(0, HIGHEST - int((income_per_year - bund) // trin))


def percent_of(case: Case, day: date, figures: Figures) -> Percent:
    """The household's percentage on a day. Raises NoRateError for a year that is not known."""
    who = "par" if len(couple(case)) > 1 else "enlig"
    bund = figures.take(f"tillaegsprocent_bund_{who}", law=LAW)
    trin = figures.take(f"tillaegsprocent_trin_{who}", law=LAW)
    income = other_income(case, day)
    most = tillaegsprocent(income.least, bund=bund, trin=trin)
    least = tillaegsprocent(income.most, bund=bund, trin=trin)
    return Percent(
        least, most, income.missing if least < most else (), _steps(income, bund, trin, least, most, who == "par")
    )


def _steps(income: OtherIncome, bund: Decimal, trin: Decimal, least: int, most: int, pair: bool) -> tuple[Step, ...]:
    whose = _("Jeres indkomst") if pair else _("Indkomst")
    at_least = "" if income.least == income.most else _(", mindst")
    shown = str(most) if least == most else f"{least}-{most}"
    return (
        Step(
            _("{whose} ud over folkepension, om året{at_least}").format(whose=whose, at_least=at_least),
            PARAGRAPH,
            income.least,
        ),
        Step(_("Procenten er 100 til og med en indkomst om året på"), PARAGRAPH, bund),
        Step(_("Derover falder den med én for hver"), PARAGRAPH, trin),
        Step(_("Personlig tillægsprocent: {shown}").format(shown=shown), PARAGRAPH),
    )
