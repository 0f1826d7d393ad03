"""Answers that every benefit can give: no figure for the day, nobody to assess, a no, and what all begin with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from budgetdesk.benefits.assessment import Assessment, LookAgain, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.errors import NoRateError
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

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


def begun(benefit: str, title: str, day: date, verdict: Verdict, summary: str, figures: Figures) -> Assessment:
    """An answer before its amount and working; `title` in Danish."""
    return Assessment(
        benefit=benefit,
        title=_(title),
        on=day,
        verdict=verdict,
        summary=summary,
        rates_used=figures.used,
        vejledende=figures.vejledende,
    )


def no(
    benefit: str,
    title: str,
    day: date,
    figures: Figures,
    summary: str,
    steps: tuple[Step, ...],
    again: tuple[LookAgain, ...],
) -> Assessment:
    """Nothing a month, why, and when to look again; `title` in Danish."""
    answer = begun(benefit, title, day, Verdict.NO, summary, figures)
    return replace(answer, amount_per_month=ZERO, steps=steps, look_again=again)
