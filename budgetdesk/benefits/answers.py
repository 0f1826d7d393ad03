"""Answers that every benefit can give: no figure for the day, nobody to assess."""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits.assessment import Assessment, LookAgain, Verdict
from budgetdesk.errors import NoRateError

PERSONS = "persons"
"""The path of the fact that is missing when nobody has been entered."""


def without_rate(benefit: str, title: str, day: date, error: NoRateError) -> Assessment:
    """We have no figure for the day: cannot tell yet, never an old figure carried on."""
    return Assessment(
        benefit=benefit,
        title=title,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=f"{title} kan være relevant, men programmet kan ikke regne på dagen. {error}",
        look_again=(LookAgain(None, "Når programmet har fået satserne for dagen."),),
        cannot_see=("Satserne for dagen. Brug myndighedens egen beregner imens.",),
    )


def without_tenant(benefit: str, title: str, day: date) -> Assessment:
    """Nobody has been entered yet."""
    return Assessment(
        benefit=benefit,
        title=title,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=f"{title} kan være relevant. Skriv først, hvem der bor i boligen.",
        missing_facts=(PERSONS,),
    )
