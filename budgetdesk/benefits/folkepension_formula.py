"""Folkepension from plain numbers: grundbeløb, pensionstillæg less its reduction, and the share of a brøkpension.

Law:  Lov om social pension. Kr/month before tax, rounded to whole kroner at the end, 50 øre away from zero.
Spec: docs/benefits/folkepension.md
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Rates
from budgetdesk.i18n import _
from budgetdesk.money import ZERO, to_krone

LAW = "social_pension"
PARAGRAPH = "Lov om social pension"
MONTHS = 12
WHOLE = Decimal(1)


@dataclass(frozen=True)
class Pensioner:
    """One pensioner: alone or in a couple, the household's other income (kr/year), the share of a full pension."""

    alone: bool
    both_have_pension: bool = False
    other_income: Decimal = ZERO
    share: Decimal = WHOLE


def monthly(who: Pensioner, figures: Figures) -> Decimal:
    """The whole pension, kr/month before tax. Raises NoRateError."""
    yearly = figures.take("grundbeloeb", law=LAW) + max(ZERO, _supplement(who, figures) - reduction(who, figures))
    return to_krone(yearly * who.share / MONTHS)


def reduction(who: Pensioner, figures: Figures) -> Decimal:
    """How much other income takes off the pensionstillæg, kr/year; at most all of it. Raises NoRateError."""
    free = figures.compare("fradrag_enlig" if who.alone else "fradrag_par", law=LAW)
    excess = who.other_income - free
    if excess <= 0:
        return ZERO
    figures.rest_on("fradrag_enlig" if who.alone else "fradrag_par", law=LAW)
    return min(_supplement(who, figures), excess * figures.take_share(_reduction_name(who), law=LAW))


def steps(who: Pensioner, figures: Figures) -> tuple[Step, ...]:
    """The working, kr/month. Raises NoRateError."""
    found = [
        Step(_("Grundbeløb"), PARAGRAPH, figures.take("grundbeloeb", law=LAW) / MONTHS),
        Step(_("Pensionstillæg"), PARAGRAPH, _supplement(who, figures) / MONTHS),
    ]
    if less := reduction(who, figures):
        found.append(
            Step(_("Pensionstillægget falder, fordi der er anden indkomst"), PARAGRAPH, -to_krone(less / MONTHS))
        )
    if who.share < WHOLE:
        found.append(Step(_("Brøkpension: kun en del af fuld pension, efter årene i Danmark"), PARAGRAPH))
    found.append(Step(_("Folkepension før skat"), PARAGRAPH, monthly(who, figures)))
    return tuple(found)


def residence_share(years: int, reached: date, age: Decimal, rates: Rates, figures: Figures) -> Decimal:
    """The share of a full pension for so many years in Denmark, from 0 to 1.

    Nine tenths of the years from 15 to the pension age give a full pension where the age is reached from 1 July 2025
    on; before that a fixed number of years did. Raises NoRateError.
    """
    if any(rate.start <= reached <= rate.end for rate in rates[LAW].series["fuld_pension_aar"].rates):
        on_the_day = Figures(rates, LAW, reached)
        needed = on_the_day.take("fuld_pension_aar")
        figures.add(on_the_day)
    else:
        counted_from = figures.take("bopael_fra_alder", law=LAW)
        needed = (age - counted_from) * figures.take_share("fuld_pension_andel", law=LAW)
    return min(WHOLE, max(ZERO, Decimal(years)) / needed)


def _supplement(who: Pensioner, figures: Figures) -> Decimal:
    return figures.take("pensionstillaeg_enlig" if who.alone else "pensionstillaeg_par", law=LAW)


def _reduction_name(who: Pensioner) -> str:
    if who.alone:
        return "nedsaettelse_enlig"
    return "nedsaettelse_par_begge" if who.both_have_pension else "nedsaettelse_par_en_pensionist"
