"""Varmetillæg: help with a pensioner's heating bill. The limits are known for 2021 only, so there is no amount since.

Law:  Lov om social pension § 14, stk. 2. Tax free, paid monthly, one per household. Udbetaling Danmark decides.
Spec: docs/benefits/varmetillaeg.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from budgetdesk.benefits.answers import begun, no, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_standing import Standings, pension_days, standings, why_not
from budgetdesk.benefits.members import couple, members
from budgetdesk.benefits.rates import Confidence, Rates
from budgetdesk.benefits.tillaegsprocent import HIGHEST, Percent, percent_of
from budgetdesk.benefits.varmetillaeg_formula import LAW, limits_on, own_payment_name, varmetillaeg
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "varmetillaeg"
TITLE = N_("Varmetillæg")
PARAGRAPH = "Lov om social pension § 14, stk. 2"
MONTHS = 12
GROWN_UP = 18
COST = "circumstances.heating_cost"

HOW_TO_APPLY = N_("Søg på borger.dk, eller ring til Udbetaling Danmark. Tillægget gælder fra den dag, du søger.")
DOCUMENTS = (N_("varmeregnskab for de seneste tre år"), N_("eller et skøn over forbruget, hvis I er flyttet"))
CANNOT_SEE = (
    N_("Årets grænser for varmetillæg. Brug Udbetaling Danmarks beregner."),
    N_("Om varmen deles med flere. Så tæller kun en del af regningen med."),
    N_("Om boligen er varmet op med husholdningens egen el eller gas. Så er der et standardfradrag."),
)
NO_LIMITS = N_("Beløbet kan ikke regnes: årets grænser er ikke fundet")

_answer = partial(begun, BENEFIT, TITLE)
_no = partial(no, BENEFIT, TITLE)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Relevant for folkepension and førtidspension before 2003 with a heating bill; an amount only where known."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        found = standings(case, day, rates, figures)
        if not found.possible:
            again = pension_days(found, day, rates, figures) or (LookAgain(None, _("Hvis nogen får folkepension.")),)
            summary = _("Varmetillæg er ikke relevant: det kræver folkepension eller førtidspension fra før 2003.")
            return _no(day, figures, summary, why_not(found, day, rates, figures), again)
        return _by_cost(case, day, rates, found, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _by_cost(case: Case, day: date, rates: Rates, found: Standings, figures: Figures) -> Assessment:
    cost = case.circumstances.heating_cost
    name = own_payment_name(pair=len(couple(case)) > 1)
    own_payment = figures.compare(name)
    sure = rates[LAW].on(name, day).confidence is not Confidence.UNVERIFIED
    steps = _cost_steps(cost, own_payment, sure=sure)
    if cost is not None and (cost <= 0 or (sure and cost <= own_payment)):
        figures.rest_on(name)
        summary = _("Varmetillæg giver ikke noget: varmeudgiften er under egenbetalingen.")
        return _no(day, figures, summary, steps, (LookAgain(None, _("Hvis varmeudgiften stiger med en tiendedel.")),))
    percent = _percent(case, day, figures)
    if percent.most == 0:
        again = (LookAgain(date(day.year + 1, 1, 1), _("Nye satser.")), LookAgain(None, _("Hvis indkomsten falder.")))
        return _no(day, figures, _("Varmetillæg gives ikke: indkomsten er for høj."), percent.steps, again)
    if not sure:
        figures.rest_on(name)
    highest, shown = _highest(case, day, cost, percent, figures)
    return replace(
        _answer(day, Verdict.UNKNOWN, _("Varmetillæg kan være relevant. Søg hos Udbetaling Danmark."), figures),
        lowest=None if highest is None else ZERO,
        highest=highest,
        steps=(*steps, *percent.steps, *shown, *_boligydelse(case)),
        missing_facts=(*((COST,) if cost is None else ()), *found.missing, *percent.missing),
        look_again=(LookAgain(date(day.year + 1, 1, 1), _("Nye satser og et nyt varmeregnskab.")),),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def _cost_steps(cost: Decimal | None, own_payment: Decimal, *, sure: bool) -> tuple[Step, ...]:
    shown = Step(_("Egenbetaling om året") if sure else _("Egenbetaling om året, et skøn"), PARAGRAPH, own_payment)
    if cost is None:
        return (shown,)
    return Step(_("Varmeudgift om året, gennemsnit af tre år"), PARAGRAPH, cost), shown


def _percent(case: Case, day: date, figures: Figures) -> Percent:
    """The tillægsprocent, or anything from 0 to 100 for a year that is not known."""
    try:
        return percent_of(case, day, figures)
    except NoRateError:
        return Percent(0, HIGHEST, (), (Step(_("Årets personlige tillægsprocent er ikke fundet"), PARAGRAPH),))


def _highest(
    case: Case, day: date, cost: Decimal | None, percent: Percent, figures: Figures
) -> tuple[Decimal | None, tuple[Step, ...]]:
    """The most it can be, kr/month, where the year's limits are known; else that they are not."""
    adults = len(members(case, day, child_under=GROWN_UP).adults)
    try:
        limits = limits_on(figures, pair=len(couple(case)) > 1, extra_adults=max(0, adults - 2))
    except NoRateError:
        return None, (Step(_(NO_LIMITS), PARAGRAPH),)
    most = varmetillaeg(limits.c if cost is None else cost, limits, percent.most)
    return to_oere(most / MONTHS), (Step(_("Højeste varmetillæg om året, skattefrit"), PARAGRAPH, to_oere(most)),)


def _boligydelse(case: Case) -> tuple[Step, ...]:
    """Boligydelse holds a supplement for heat already, which is set off."""
    if case.tenancy.boligstoette.amount == ZERO:
        return ()
    return (Step(_("Tillægget nedsættes, hvis I får boligydelse"), PARAGRAPH),)
