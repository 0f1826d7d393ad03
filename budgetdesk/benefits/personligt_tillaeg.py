"""Personligt tillæg: the municipality helps a pensioner in especially hard circumstances. It is discretion.

Law:  Lov om social pension § 14, stk. 1. Tax free. Needs a tillægsprocent above 0 and an individual judgement.
Spec: docs/benefits/personligt_tillaeg.md
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from budgetdesk.benefits.answers import begun, no, without_rate, without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.folkepension_standing import LAW, Standings, pension_days, standings, why_not
from budgetdesk.benefits.rates import Rates
from budgetdesk.benefits.tillaegsprocent import Percent, percent_of
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated

BENEFIT = "personligt_tillaeg"
TITLE = N_("Personligt tillæg")
PARAGRAPH = "Lov om social pension § 14, stk. 1"

HOW_TO_APPLY = N_("Søg hos kommunen, før du betaler. Vis budgettet, og skriv, hvorfor du ikke selv kan betale.")
DOCUMENTS = ("budget", N_("kontoudtog for tre måneder"), N_("oplysninger om formue"), N_("regning eller tilbud"))
CANNOT_SEE = (N_("Kommunens skøn. Den ser på al indtægt, al formue og alle udgifter."),)

_answer = partial(begun, BENEFIT, TITLE)
_no = partial(no, BENEFIT, TITLE)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Never no where somebody stands under the old supplements and the tillægsprocent can be above 0."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    figures = Figures(rates, LAW, day)
    try:
        found = standings(case, day, rates, figures)
        if not found.possible:
            again = pension_days(found, day, rates, figures) or (LookAgain(None, _("Hvis nogen får folkepension.")),)
            summary = _("Personligt tillæg er ikke relevant. Se på §§ 81-85 i stedet.")
            return _no(day, figures, summary, why_not(found, day, rates, figures), again)
        percent = percent_of(case, day, figures)
        if percent.most == 0:
            again = (
                LookAgain(date(day.year + 1, 1, 1), _("Nye satser.")),
                LookAgain(None, _("Hvis indkomsten falder.")),
            )
            return _no(day, figures, _("Personligt tillæg gives ikke: indkomsten er for høj."), percent.steps, again)
        return _discretion(case, day, found, percent, figures)
    except NoRateError as error:
        return without_rate(BENEFIT, _(TITLE), day, error)


def _discretion(case: Case, day: date, found: Standings, percent: Percent, figures: Figures) -> Assessment:
    return replace(
        _answer(
            day, Verdict.UNKNOWN, _("Personligt tillæg kan være relevant ved svære vilkår. Kommunen skønner."), figures
        ),
        steps=percent.steps,
        missing_facts=(*found.missing, *percent.missing),
        look_again=(LookAgain(None, _("Når kommunen har svaret. Klagefristen står i afgørelsen.")),),
        checklist=_checklist(case, found, percent),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def _checklist(case: Case, found: Standings, percent: Percent) -> tuple[Step, ...]:
    situation = case.circumstances
    other_way = situation.other_way_to_pay
    return (
        Step(_("Folkepension, eller førtidspension fra før 2003?"), PARAGRAPH, met=True if found.certain else None),
        Step(
            _("Er den personlige tillægsprocent over 0?"),
            PARAGRAPH,
            met=True if percent.least > 0 else None,
            because="" if percent.known else _("Afhænger af anden indkomst."),
        ),
        Step(_("Er de økonomiske vilkår særligt svære?"), PARAGRAPH, because=_("Se luft i budgettet.")),
        Step(
            _("Er udgiften nødvendig, fx varme, el eller behandling?"),
            PARAGRAPH,
            met=situation.treatment_needed or None,
        ),
        Step(
            _("Kan den ikke betales af indtægt, formue eller anden hjælp?"),
            PARAGRAPH,
            met=None if other_way is None else not other_way,
        ),
        Step(_("Er varmetillæg og helbredstillæg søgt først?"), PARAGRAPH),
    )
