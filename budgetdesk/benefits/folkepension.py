"""Folkepension: whether it may be missing, and whether what is paid looks right.

Law:  Lov om social pension. Before tax, taxable, kr/month. Udbetaling Danmark decides; it must be applied for.
Spec: docs/benefits/folkepension.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from budgetdesk.benefits.answers import begun, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_age import pension_day
from budgetdesk.benefits.folkepension_compared import with_paid
from budgetdesk.benefits.folkepension_expected import Place, expected, place, received
from budgetdesk.benefits.folkepension_standing import LAW, age_step
from budgetdesk.benefits.members import couple
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "folkepension"
TITLE = N_("Folkepension")

HOW_TO_APPLY = N_(
    "Søg på borger.dk, eller ring til Udbetaling Danmark. Folkepensionen kommer ikke af sig "
    "selv. Søg, før alderen er nået, eller i dag."
)
DOCUMENTS = (
    "forskudsopgørelse",
    N_("oversigt over ATP og private pensioner"),
    N_("papirer om år med bopæl i udlandet"),
)
MORE_TO_APPLY = N_("Passer beløbet ikke, så bed Udbetaling Danmark om at regne igen.")
"""For who gets it already."""
CANNOT_SEE = (
    N_("Om pensionen er udskudt (opsat pension)."),
    N_("Om pension fra et andet land trækkes fra."),
    N_("Om arbejde eller andre ydelser hos en partner tæller med."),
)
NEW_YEAR = N_("Nye satser. Udbetaling Danmark regner også pensionen om efter jeres indkomst.")

Placed = tuple[tuple[Person, Place], ...]

_answer = partial(begun, BENEFIT, TITLE)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Relevant from the pension age on; for who gets it already, the amount that it should be."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        placed = tuple((person, place(case, person, day, rates, figures)) for person in couple(case))
        asked = tuple(each for each in placed if each[1] in (Place.MISSING, Place.MAYBE))
        if asked:
            return _may_be_missing(case, asked, placed, day, rates, figures)
        getting = tuple(each for each in placed if each[1] is Place.GETS_IT)
        if getting:
            return _paid_already(case, getting, placed, day, rates, figures)
        return _too_young(placed, day, rates, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _may_be_missing(case: Case, asked: Placed, placed: Placed, day: date, rates: Rates, figures: Figures) -> Assessment:
    want = expected(case, asked, day, rates, figures)
    certain = any(where is Place.MISSING for _rest, where in asked)
    summary = (
        _("Folkepension kan være relevant: alderen er nået. Søg i dag.")
        if certain
        else _("Folkepension kan være relevant, hvis alderen er nået. Skriv fødselsdag, og hvad I lever af.")
    )
    answer = replace(
        _answer(day, Verdict.UNKNOWN, summary, figures),
        steps=want.steps,
        look_again=_later(placed, day, rates, figures),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )
    if want.lowest == want.highest:
        return replace(answer, verdict=Verdict.YES, amount_per_month=want.highest)
    return replace(answer, lowest=want.lowest, highest=want.highest, missing_facts=want.missing)


def _paid_already(case: Case, getting: Placed, placed: Placed, day: date, rates: Rates, figures: Figures) -> Assessment:
    want = expected(case, getting, day, rates, figures)
    paid = received(case, tuple(person for person, _rest in getting), day, BENEFIT)
    tolerance = figures.compare("pension_afvigelse")
    answer = replace(
        _answer(day, Verdict.UNKNOWN, "", figures),
        steps=want.steps,
        look_again=_later(placed, day, rates, figures),
        how_to_apply=_(MORE_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
        missing_facts=want.missing,
    )
    return with_paid(answer, paid, want.lowest, want.highest, tolerance)


def _too_young(placed: Placed, day: date, rates: Rates, figures: Figures) -> Assessment:
    steps = tuple(age_step(person, day, rates, figures) for person, _rest in placed)
    summary = _("Folkepension er ikke relevant endnu: alderen er ikke nået.")
    return replace(
        _answer(day, Verdict.NO, summary, figures),
        amount_per_month=ZERO,
        steps=steps,
        look_again=_birthdays(placed, day, rates, figures),
    )


def _later(placed: Placed, day: date, rates: Rates, figures: Figures) -> tuple[LookAgain, ...]:
    return LookAgain(date(day.year + 1, 1, 1), _(NEW_YEAR)), *_birthdays(placed, day, rates, figures)


def _birthdays(placed: Placed, day: date, rates: Rates, figures: Figures) -> tuple[LookAgain, ...]:
    """The days to come on which somebody reaches the age, soonest first."""
    young = (person.born for person, where in placed if where is Place.TOO_YOUNG and person.born is not None)
    days = sorted({pension_day(born, rates, figures) for born in young})
    return tuple(LookAgain(each, _("Folkepensionsalderen er nået. Søg folkepension.")) for each in days)
