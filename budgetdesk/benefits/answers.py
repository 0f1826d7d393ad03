"""Answers that every benefit can give: no figure for the day, nobody to assess."""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits.assessment import Assessment, LookAgain, Verdict
from budgetdesk.errors import NoRateError
from budgetdesk.i18n import _

PERSONS = "persons"
"""The path of the fact that is missing when nobody has been entered."""


def without_rate(benefit: str, title: str, day: date, error: NoRateError) -> Assessment:
    """We have no figure for the day: cannot tell yet, never an old figure carried on."""
    return Assessment(
        benefit=benefit,
        title=title,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_("{title} kan være relevant, men programmet kan ikke regne på dagen. {error}").format(
            title=title, error=error
        ),
        look_again=(LookAgain(None, _("Når programmet har fået satserne for dagen.")),),
        cannot_see=(_("Satserne for dagen. Brug myndighedens egen beregner imens."),),
    )


def without_tenant(benefit: str, title: str, day: date) -> Assessment:
    """Nobody has been entered yet."""
    return Assessment(
        benefit=benefit,
        title=title,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_("{title} kan være relevant. Skriv først, hvem der bor i boligen.").format(title=title),
        missing_facts=(PERSONS,),
    )
