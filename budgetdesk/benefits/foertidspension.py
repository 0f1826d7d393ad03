"""Førtidspension: whether what is paid looks right, and what can be said to those who do not get it.

Law:  Lov om social pension (from 2003). Before tax, taxable, kr/month. The municipality judges the ability to work.
Spec: docs/benefits/foertidspension.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial

from budgetdesk.benefits.answers import begun, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.foertidspension_income import income_besides
from budgetdesk.benefits.folkepension_age import pension_day
from budgetdesk.benefits.folkepension_compared import RECEIVED, with_paid
from budgetdesk.benefits.folkepension_expected import received
from budgetdesk.benefits.folkepension_standing import LAW, Standing, age_step, standing
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import age_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_krone

BENEFIT = "foertidspension"
TITLE = N_("Førtidspension")
PARAGRAPH = "Lov om social pension"
MONTHS = 12

HOW_TO_APPLY = N_("Tal med kommunen eller med lægen. Kommunen ser på evnen til at arbejde, før den afgør sagen.")
DOCUMENTS = ("lægepapirer", N_("papirer fra kommunen (jobcenteret)"), N_("oplysninger om år med bopæl i udlandet"))
CANNOT_SEE = (
    N_("Arbejdsevnen. Den vurderer kommunen og lægerne."),
    N_("Om det er en brøkpension, fordi nogle år er boet i udlandet."),
    N_("Fradraget, før anden indtægt trækkes fra. Satsen er ikke fundet."),
)
MORE_TO_APPLY = N_("Passer beløbet ikke, så bed Udbetaling Danmark om at regne igen.")
MORE_DOCUMENTS = ("pensionsmeddelelse", N_("oversigt over andre indtægter"))
"""For who gets it already."""
OLD_RULES = N_("Pensionen er givet efter reglerne før 2003. Satserne for i år er ikke fundet")

_answer = partial(begun, BENEFIT, TITLE)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """For who gets it: the amount it should be. For others: discretion, no only outside the ages of the law."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        open_to = tuple(p for p in couple(case) if _open_to(case, p, day, rates, figures))
        getting = tuple(p for p in open_to if BENEFIT in lives_on(case, p, day))
        if getting:
            return _paid_already(case, getting, day, rates, figures)
        return _discretion(case, open_to, day, figures) if open_to else _outside(case, day, rates, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _open_to(case: Case, person: Person, day: date, rates: Rates, figures: Figures) -> bool:
    """From 18 to the folkepensionsalder; at that age it turns into folkepension by itself."""
    if "folkepension" in lives_on(case, person, day):
        return False
    if person.born is None:
        return True
    grown = age_on(person.born, day) >= figures.compare("foertidspension_mindst_alder")
    return grown and day < pension_day(person.born, rates, figures)


def _paid_already(case: Case, getting: tuple[Person, ...], day: date, rates: Rates, figures: Figures) -> Assessment:
    if any(standing(case, p, day, rates, figures) is not Standing.NEW_PENSION for p in getting):
        return _perhaps_old(case, getting, day, figures)
    alone = len(couple(case)) == 1
    full = figures.take("foertidspension_enlig" if alone else "foertidspension_andre") * len(getting)
    besides = income_besides(case, day)
    least = max(ZERO, full - _most_taken_off(besides.most, figures)) if besides.most > 0 else full
    tolerance = figures.compare("pension_afvigelse")
    paid = received(case, getting, day, BENEFIT)
    answer = replace(
        _received_answer(day, figures),
        steps=(Step(_("Førtidspension før skat"), PARAGRAPH, full), *_income_steps(besides.least)),
        missing_facts=besides.missing,
    )
    return with_paid(answer, paid, to_krone(least), full, tolerance)


def _most_taken_off(income_per_year: Decimal, figures: Figures) -> Decimal:
    """Other income takes this much off at the very most, kr/month: the allowance before it is not known."""
    return income_per_year * figures.take_share("foertidspension_nedsaettelse") / MONTHS


def _income_steps(least: Decimal) -> tuple[Step, ...]:
    if least == 0:
        return ()
    text = _("Anden indtægt om året. En del af det, der er over fradraget, trækkes fra pensionen")
    return (Step(text, PARAGRAPH, least),)


def _perhaps_old(case: Case, getting: tuple[Person, ...], day: date, figures: Figures) -> Assessment:
    """Granted before 2003, or on a day that is not said: no figure for the old rules, so no amount."""
    unsaid = tuple(f"persons[{p.id}].pension_granted" for p in getting if p.pension_granted is None)
    summary = _("Førtidspensionen modtages. Det kan være relevant at se efter, hvornår den er givet.")
    text = _("Dagen for tildelingen afgør, hvilke regler der gælder") if unsaid else _(OLD_RULES)
    return replace(
        _received_answer(day, figures),
        summary=summary,
        steps=(Step(text, PARAGRAPH),),
        missing_facts=unsaid,
    )


def _received_answer(day: date, figures: Figures) -> Assessment:
    return replace(
        _answer(day, Verdict.UNKNOWN, "", figures),
        variant=RECEIVED,
        look_again=(LookAgain(date(day.year + 1, 1, 1), _("Nye satser.")),),
        how_to_apply=_(MORE_TO_APPLY),
        documents_needed=translated(MORE_DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def _discretion(case: Case, open_to: tuple[Person, ...], day: date, figures: Figures) -> Assessment:
    summary = _("Førtidspension kan være relevant, hvis arbejdsevnen er varigt og væsentligt nedsat.")
    changed = case.circumstances.changed
    return replace(
        _answer(day, Verdict.UNKNOWN, summary, figures),
        missing_facts=tuple(f"persons[{p.id}].born" for p in open_to if p.born is None),
        look_again=(LookAgain(None, _("Hvis sygdom eller skade gør, at arbejdet ikke kan klares mere.")),),
        checklist=(
            Step(_("Er arbejdsevnen varigt nedsat?"), PARAGRAPH),
            Step(_("Er alt prøvet, fx fleksjob og behandling?"), PARAGRAPH),
            Step(
                _("Er der sket en ændring, fx sygdom?"),
                PARAGRAPH,
                met=True if changed else None,
                because=_("Sygdom eller andet er oplyst.") if changed else "",
            ),
        ),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def _outside(case: Case, day: date, rates: Rates, figures: Figures) -> Assessment:
    steps = tuple(age_step(p, day, rates, figures) for p in couple(case))
    limit = int(figures.compare("foertidspension_mindst_alder"))
    young = [p.born for p in couple(case) if p.born is not None and age_on(p.born, day) < limit]
    again = tuple(
        LookAgain(_birthday(born, limit), _("Førtidspension kan tidligst gives fra den dag.")) for born in young
    )
    if any(BENEFIT in lives_on(case, p, day) for p in couple(case)):
        again = (
            *again,
            LookAgain(None, _("Førtidspensionen bliver til folkepension ved alderen. Se efter, om den er det.")),
        )
    summary = _("Førtidspension er ikke relevant: den gives kun til voksne under folkepensionsalderen.")
    return replace(
        _answer(day, Verdict.NO, summary, figures),
        amount_per_month=ZERO,
        steps=steps,
        look_again=again or (LookAgain(None, _("Hvis der flytter en yngre partner ind.")),),
    )


def _birthday(born: date, age: int) -> date:
    leap = (born.month, born.day) == (2, 29)
    return date(born.year + age, 3, 1) if leap else born.replace(year=born.year + age)
