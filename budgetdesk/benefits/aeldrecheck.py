"""Ældrecheck (supplerende pensionsydelse): the year's amount times the personlige tillægsprocent, below a wealth limit.

Law:  Lov om social pension § 72 d. Before tax, taxable; paid once a year with the pension of January. Kr/month here is
      a twelfth, rounded to whole øre.
Spec: docs/benefits/aeldrecheck.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from budgetdesk.benefits.answers import begun, no, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, Assumed, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.folkepension_age import pension_day
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.tillaegsprocent import Percent, percent_of
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "aeldrecheck"
TITLE = N_("Ældrecheck")
LAW = "social_pension"
PARAGRAPH = "Lov om social pension § 72 d"
MONTHS = 12

HOW_TO_APPLY = N_(
    "Ældrechecken kommer som regel af sig selv. Er formuen faldet, så skriv det på borger.dk. Svar "
    "også, hvis Udbetaling Danmark spørger til formuen."
)
DOCUMENTS = ("årsopgørelse", N_("kontoudtog pr. 1. januar"))
CANNOT_SEE = (
    N_("Formuen den 1. januar. Udbetaling Danmark ser på den dag og ikke på i dag."),
    N_("Om nogle af en partners ydelser tæller med i procenten."),
)

_answer = partial(begun, BENEFIT, TITLE)
_no = partial(no, BENEFIT, TITLE)


def aeldrecheck(full: Decimal, percent: int, *, liquid: Decimal, limit: Decimal) -> Decimal:
    """One pensioner's ældrecheck, kr/year before tax: nothing from the wealth limit on."""
    return ZERO if liquid >= limit else full * percent / HUNDRED


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """The year's ældrecheck for those in the couple who had folkepension on 1 January."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        certain, possible = _pensioners(case, day, rates, figures)
        if not certain and not possible:
            return _nobody(case, day, rates, figures)
        return _amount(case, day, figures, certain, possible)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _pensioners(case: Case, day: date, rates: Rates, figures: Figures) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Those who had folkepension on 1 January for certain, and those of whom it is not known."""
    new_year = date(day.year, 1, 1)
    certain, possible = [], []
    for person in couple(case):
        if _had_it(case, person, day, new_year):
            certain.append(person)
        elif not lives_on(case, person, day) and (
            person.born is None or pension_day(person.born, rates, figures) <= new_year
        ):
            possible.append(person)
    return tuple(certain), tuple(possible)


def _had_it(case: Case, person: Person, day: date, new_year: date) -> bool:
    granted = person.pension_granted is None or person.pension_granted <= new_year
    return granted and all("folkepension" in lives_on(case, person, each) for each in (day, new_year))


def _nobody(case: Case, day: date, rates: Rates, figures: Figures) -> Assessment:
    next_year = date(day.year + 1, 1, 1)
    gets_it = any("folkepension" in lives_on(case, person, day) for person in couple(case))
    born = [person.born for person in couple(case) if person.born is not None]
    days = sorted({each for each in (pension_day(one, rates, figures) for one in born) if each > day})
    if gets_it or not days:
        again = (LookAgain(next_year, _("Den 1. januar ses der på, om I har folkepension.")),)
    else:
        again = (LookAgain(date(days[0].year + 1, 1, 1), _("Den første 1. januar med folkepension.")),)
    summary = (
        _("Ældrecheck er først relevant fra næste år: folkepensionen er kommet efter 1. januar.")
        if gets_it
        else _("Ældrecheck er ikke relevant i år: den kræver folkepension den 1. januar.")
    )
    step = Step(_("Folkepension den 1. januar {year}: nej").format(year=day.year), PARAGRAPH)
    return _no(day, figures, summary, (step,), again)


def _amount(
    case: Case, day: date, figures: Figures, certain: tuple[Person, ...], possible: tuple[Person, ...]
) -> Assessment:
    limit = figures.compare("formuegraense")
    wealth = (Step(_("Likvid formue"), PARAGRAPH, case.wealth.liquid), Step(_("Grænse for formuen"), PARAGRAPH, limit))
    next_year = LookAgain(date(day.year + 1, 1, 1), _("Ny ældrecheck, nye satser, og formuen ses efter igen."))
    if case.wealth.liquid >= limit:
        figures.rest_on("formuegraense")
        return _no(day, figures, _("Ældrecheck gives ikke: formuen er over grænsen."), wealth, (next_year,))
    percent = percent_of(case, day, figures)
    if percent.most == 0:
        summary = _("Ældrecheck gives ikke: indkomsten er for høj.")
        return _no(day, figures, summary, percent.steps, (next_year, LookAgain(None, _("Hvis indkomsten falder."))))
    full = figures.take("aeldrecheck")
    most = full * percent.most / HUNDRED * (len(certain) + len(possible))
    least = full * percent.least / HUNDRED * len(certain)
    answer = replace(
        _answer(day, Verdict.UNKNOWN, _summary(possible), figures),
        steps=(*wealth, *percent.steps, *_paid(full, most, len(certain) + len(possible))),
        look_again=(next_year,),
        assumed=_assumed(case, certain),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )
    if least == most:
        return replace(answer, verdict=Verdict.YES, amount_per_month=to_oere(most / MONTHS))
    return replace(
        answer,
        lowest=to_oere(least / MONTHS),
        highest=to_oere(most / MONTHS),
        missing_facts=_missing(possible, percent),
    )


def _assumed(case: Case, certain: tuple[Person, ...]) -> tuple[Assumed, ...]:
    """A wealth of 0 may never have been asked about, nor since when the pension is paid."""
    wealth = (Assumed("wealth.liquid", "0"),) if case.wealth.liquid == 0 else ()
    undated = (
        Assumed(f"persons[{p.id}].pension_granted", _("før 1. januar")) for p in certain if not p.pension_granted
    )
    return (*wealth, *undated)


def _paid(full: Decimal, most: Decimal, people: int) -> tuple[Step, ...]:
    each = _(" til hver") if people > 1 else ""
    return (
        Step(_("Fuld ældrecheck for året{each}, før skat").format(each=each), PARAGRAPH, full),
        Step(_("Ældrecheck for året, før skat. Den kommer med pensionen for januar"), PARAGRAPH, most),
    )


def _missing(possible: tuple[Person, ...], percent: Percent) -> tuple[str, ...]:
    of_people = (f"persons[{p.id}].{'born' if p.born is None else 'income_base'}" for p in possible)
    return (*of_people, *percent.missing)


def _summary(possible: tuple[Person, ...]) -> str:
    if possible:
        return _("Ældrecheck kan være relevant, hvis I havde folkepension den 1. januar.")
    return _("Ældrecheck kan være relevant. Se efter, om den kom i januar.")
