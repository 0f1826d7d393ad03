"""§ 82 a: part of the dentist's bill for people on kontanthjælp. It is a right with figures, not discretion.

Law:  Lov om aktiv socialpolitik § 82 a. Tax free. A share of what is above an own payment in each calendar year. Money
      that comes once (kr); while it is not known, the range is a twelfth of it (kr/month). Whole øre.
Spec: docs/benefits/paragraf_82_a.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import begun, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.benefits.members import KONTANTHJAELP, couple, lives_on
from budgetdesk.benefits.rates import Rates
from budgetdesk.dates import age_on
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case, Person
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO, to_oere

BENEFIT = "paragraf_82_a"
TITLE = N_("Tilskud til tandpleje (§ 82 a)")
LAW = "aktivlov"
PARAGRAPH = "§ 82 a"
MONTHS = 12
COST = "circumstances.dental_cost"

SAME_LEVEL = frozenset({"ledighedsydelse", "ressourceforloeb", "andet"})
"""May be at the level of kontanthjælp; that turns on the amount and on what the household owns."""
LOWEST = "kontanthjaelp_mindstesats"

HOW_TO_APPLY = N_(
    "Søg hos kommunen, før du går i gang. Send tilbuddet fra tandlægen med. Gem alle kvitteringer for året."
)
DOCUMENTS = (N_("tandlægens overslag"), N_("kvitteringer for tandlæge i år"))
CANNOT_SEE = (
    N_("Om behandlingen kun er for udseendets skyld. Så gives der ikke tilskud."),
    N_("Hvor meget der allerede er betalt til tandlægen i år."),
)

_answer = partial(begun, BENEFIT, TITLE)


def tandtilskud(cost: Decimal, own_payment: Decimal, share: Decimal) -> Decimal:
    """What is paid of a year's dental cost, kr/year, whole øre: `share` per cent of what is above the own payment."""
    return to_oere(max(ZERO, cost - own_payment) * share / HUNDRED)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """The calendar year's help with the dentist for tenant and partner."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        shares = {person.id: _shares(case, person, day, figures) for person in couple(case)}
        if all(most == 0 for _rest, most in shares.values()):
            return _other_income(day, figures)
        return _amount(case, day, shares, figures, rates)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


Shares = tuple[Decimal, Decimal]
"""The least and the most that can be covered, per cent."""


def _shares(case: Case, person: Person, day: date, figures: Figures) -> Shares:
    bases = lives_on(case, person, day)
    least, most = _by_age(person, day, bases, figures)
    if bases & set(KONTANTHJAELP):
        return least, most
    return (ZERO, most) if not bases or bases & SAME_LEVEL else (ZERO, ZERO)


def _by_age(person: Person, day: date, bases: frozenset[str], figures: Figures) -> Shares:
    """Full for the youngest. On the lowest rate perhaps full up to 30: which rates count since 2025 is not known."""
    full, part = figures.compare("tand_andel_unge"), figures.compare("tand_andel")
    if person.born is None:
        return ZERO, full
    age = age_on(person.born, day)
    if age < figures.compare("tand_fra_alder"):
        return ZERO, ZERO
    if age < figures.compare("tand_fuld_andel_under"):
        return full, full
    perhaps_lowest = LOWEST in bases or not bases & set(KONTANTHJAELP)
    if age < figures.compare("tand_laveste_sats_under") and perhaps_lowest:
        return part, figures.take("tand_andel_laveste_sats")
    return part, part


def _amount(case: Case, day: date, shares: dict[str, Shares], figures: Figures, rates: Rates) -> Assessment:
    own_payment = figures.take("tand_egenbetaling")
    figures.rest_on("tand_andel")
    cost = case.circumstances.dental_cost
    if cost is not None and cost <= own_payment:
        return _below(day, cost, own_payment, figures)
    certain = [least for least, _rest in shares.values()]
    answer = replace(
        _answer(
            day, Verdict.UNKNOWN, _("Tilskud til tandpleje kan være relevant. Søg, før behandlingen begynder."), figures
        ),
        steps=_steps(cost, own_payment, shares),
        missing_facts=(*((COST,) if cost is None else ()), *_unsaid(case, day)),
        look_again=(_new_year(day), *rescue.after_answer(case, day, BENEFIT, rates)),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )
    if cost is None:
        return answer
    answer = _with_approval(answer, cost, day, figures)
    highest = tandtilskud(cost, own_payment, max(most for _rest, most in shares.values()))
    lowest = tandtilskud(cost, own_payment * len(shares), min(certain))
    if lowest == highest:
        total = Step(_("Tilskud for året, skattefrit"), PARAGRAPH, highest)
        return replace(
            answer,
            verdict=Verdict.YES,
            once=highest,
            steps=(*answer.steps, total),
            missing_facts=(),
        )
    return replace(answer, lowest=to_oere(lowest / MONTHS), highest=to_oere(highest / MONTHS))


def _steps(cost: Decimal | None, own_payment: Decimal, shares: dict[str, Shares]) -> tuple[Step, ...]:
    least, most = min(low for low, _rest in shares.values()), max(high for _rest, high in shares.values())
    shown = f"{int(most)}" if least == most else f"{int(least)}-{int(most)}"
    return (
        *(() if cost is None else (Step(_("Tandbehandling i år"), PARAGRAPH, cost),)),
        Step(_("Egenbetaling i et kalenderår"), PARAGRAPH, own_payment),
        Step(_("Derover dækkes {shown} procent").format(shown=shown), PARAGRAPH),
    )


def _with_approval(answer: Assessment, cost: Decimal, day: date, figures: Figures) -> Assessment:
    """A dear course of treatment needs the municipality's yes before it begins."""
    limit = figures.compare("tand_forhaandsgodkendelse")
    if cost <= limit:
        return answer
    months = int(figures.compare("tand_godkendelse_gaelder"))
    text = _("Forløbet skal godkendes, før det begynder. Godkendelsen gælder i {months} måneder. Grænse").format(
        months=months
    )
    return replace(answer, steps=(*answer.steps, Step(text, PARAGRAPH, limit)), rates_used=figures.used)


def _unsaid(case: Case, day: date) -> tuple[str, ...]:
    facts = []
    for person in couple(case):
        bases = lives_on(case, person, day)
        if not bases:
            facts.append(f"persons[{person.id}].income_base")
        if person.born is None and (not bases or bases & {*KONTANTHJAELP, *SAME_LEVEL}):
            facts.append(f"persons[{person.id}].born")
    return tuple(facts)


def _other_income(day: date, figures: Figures) -> Assessment:
    answer = _answer(day, Verdict.NO, _("Tilskud til tandpleje er ikke relevant: det kræver kontanthjælp."), figures)
    return replace(
        answer,
        amount_per_month=ZERO,
        steps=(Step(_("Kontanthjælp eller en ydelse på samme niveau: nej. Se på § 82 i stedet"), PARAGRAPH),),
        look_again=(LookAgain(None, _("Hvis I kommer på kontanthjælp.")),),
    )


def _below(day: date, cost: Decimal, own_payment: Decimal, figures: Figures) -> Assessment:
    summary = _("Tilskud til tandpleje giver ikke noget: udgiften er ikke over årets egenbetaling.")
    steps = (
        Step(_("Tandbehandling i år"), PARAGRAPH, cost),
        Step(_("Egenbetaling i et kalenderår. Den kan søges efter § 82"), PARAGRAPH, own_payment),
    )
    again = (LookAgain(None, _("Hvis tandlægen bliver dyrere i år.")), _new_year(day))
    answer = _answer(day, Verdict.NO, summary, figures)
    return replace(answer, amount_per_month=ZERO, steps=steps, look_again=again)


def _new_year(day: date) -> LookAgain:
    return LookAgain(date(day.year, 12, 31) + timedelta(days=1), _("Et nyt år med ny egenbetaling."))
