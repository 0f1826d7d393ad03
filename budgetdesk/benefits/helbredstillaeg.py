"""Helbredstillæg: part of a pensioner's own share of medicine, dentist, glasses and treatment.

Law:  Lov om social pension § 14 a. Tax free; paid as the bills come, kr/month here is a twelfth of a year, whole øre.
Spec: docs/benefits/helbredstillaeg.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from budgetdesk.benefits.answers import begun, no, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.folkepension_standing import Standings, pension_days, standings, why_not
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.tillaegsprocent import percent_of
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "helbredstillaeg"
TITLE = N_("Helbredstillæg")
LAW = "social_pension"
PARAGRAPH = "Lov om social pension § 14 a"
MONTHS = 12
COST = "circumstances.health_cost"

HOW_TO_APPLY = N_(
    "Søg hos kommunen, før du køber eller bestiller. Det gælder briller, tandprotese og fodbehandling. Tag et "
    "tilbud med. Har du fået ja, går det som regel fra af sig selv. Det gælder medicin og tandlæge med offentligt "
    "tilskud."
)
DOCUMENTS = (
    N_("tilbud eller regning"),
    N_("svar fra sygeforsikringen Danmark eller andre"),
    N_("kontoudtog for formuen"),
)
CANNOT_SEE = (
    N_("Om udgiften er af den slags, der gives tillæg til. Kroner og broer hos tandlægen er ikke med."),
    N_("Kommunens prisaftaler. De kan gøre tillægget mindre."),
)

_answer = partial(begun, BENEFIT, TITLE)
_no = partial(no, BENEFIT, TITLE)


def helbredstillaeg(own_share: Decimal, percent: int, highest_share: Decimal) -> Decimal:
    """What is paid of an own share (price less public subsidy and insurance), kr, whole øre. Shares in per cent."""
    return to_oere(own_share * highest_share / HUNDRED * percent / HUNDRED)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """The year's helbredstillæg for folkepension and for førtidspension granted before 2003."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        found = standings(case, day, rates, figures)
        if not found.possible:
            again = pension_days(found, day, rates, figures) or (LookAgain(None, _("Hvis nogen får folkepension.")),)
            summary = _("Helbredstillæg er ikke relevant. § 82 og § 82 a er for dem, der ikke har den slags pension.")
            return _no(day, figures, summary, why_not(found, day, rates, figures), again)
        return _amount(case, day, found, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _amount(case: Case, day: date, found: Standings, figures: Figures) -> Assessment:
    again = LookAgain(date(day.year + 1, 1, 1), _("Nye satser, og formuen ses efter igen."))
    limit = figures.compare("formuegraense")
    wealth = (Step(_("Likvid formue"), PARAGRAPH, case.wealth.liquid), Step(_("Grænse for formuen"), PARAGRAPH, limit))
    if case.wealth.liquid >= limit:
        figures.rest_on("formuegraense")
        return _no(day, figures, _("Helbredstillæg gives ikke: formuen er over grænsen."), wealth, (again,))
    percent = percent_of(case, day, figures)
    if percent.most == 0:
        summary = _("Helbredstillæg gives ikke: indkomsten er for høj.")
        return _no(day, figures, summary, percent.steps, (again, LookAgain(None, _("Hvis indkomsten falder."))))
    cost = case.circumstances.health_cost
    if cost is not None and cost <= 0:
        summary = _("Helbredstillæg er ikke relevant nu: der er ingen egen udgift.")
        step = Step(_("Egen udgift om året"), PARAGRAPH, ZERO)
        later = LookAgain(None, _("Når der kommer en udgift til helbred. Søg før."))
        return _no(day, figures, summary, (step,), (later,))
    share = figures.take("helbredstillaeg_andel")
    answer = replace(
        _answer(day, Verdict.UNKNOWN, _("Helbredstillæg kan være relevant. Søg, før I køber."), figures),
        steps=(*wealth, *percent.steps, *_working(cost, percent.most, share)),
        look_again=(again,),
        assumed=(Assumed("wealth.liquid", "0"),) if case.wealth.liquid == 0 else (),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )
    if cost is None:
        return replace(answer, missing_facts=(COST, *found.missing, *percent.missing))
    everybody = found.certain == len(found.each)
    highest = to_oere(helbredstillaeg(cost, percent.most, share) / MONTHS)
    lowest = to_oere(helbredstillaeg(cost, percent.least, share) / MONTHS) if everybody else ZERO
    if lowest == highest:
        return replace(answer, verdict=Verdict.YES, amount_per_month=highest)
    answer = replace(answer, lowest=lowest, highest=highest, missing_facts=(*found.missing, *percent.missing))
    if everybody:
        return answer
    return replace(answer, cannot_see=(*translated(CANNOT_SEE), _("Hvem af jer udgiften er til.")))


def _working(cost: Decimal | None, percent: int, share: Decimal) -> tuple[Step, ...]:
    steps = (
        Step(
            _("Højest {share} procent af den egen udgift, gange tillægsprocenten").format(share=int(share)), PARAGRAPH
        ),
    )
    if cost is None:
        return steps
    yearly = helbredstillaeg(cost, percent, share)
    return (
        *steps,
        Step(_("Egen udgift om året"), PARAGRAPH, cost),
        Step(_("Tillæg om året, skattefrit. Det gives, når regningerne kommer"), PARAGRAPH, yearly),
    )
