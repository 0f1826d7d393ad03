"""§ 82: help with medicine, treatment and the like that is needed and cannot be paid. It is discretion.

Law:  Lov om aktiv socialpolitik § 82. Needs no change in circumstances. Tax free; may run on.
Spec: docs/benefits/paragraf_82.md
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.members import couple, lives_on
from budgetdesk.benefits.paragraf_81_checklist import cannot_pay
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "paragraf_82"
TITLE = N_("Hjælp til sygebehandling (§ 82)")
PARAGRAPH = "§ 82"

HOW_TO_APPLY = N_(
    "Søg hos kommunen, før behandlingen er bestilt. Vedlæg et skøn fra lægen eller tandlægen og et tilbud."
)
DOCUMENTS = (
    N_("lægens eller tandlægens skøn"),
    N_("tilbud på behandlingen"),
    "budget",
    N_("kontoudtog for tre måneder"),
)
CANNOT_SEE = (N_("Kommunens skøn, og om en anden lov dækker udgiften."),)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Never no, unless it has been said that no treatment is needed."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    facts = case.circumstances
    if facts.treatment_needed is False:
        return _not_needed(case, day)
    steps = tuple(
        Step(text, PARAGRAPH, amount)
        for text, amount in (
            (_("Egen udgift til helbred om året"), facts.health_cost),
            (_("Tandbehandling i år"), facts.dental_cost),
        )
        if amount is not None and amount > ZERO
    )
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_("§ 82 kan være relevant ved behandling og medicin, som I ikke kan betale. Kommunen skønner."),
        steps=steps,
        missing_facts=_missing(case),
        look_again=rescue.after_answer(case, day, BENEFIT, rates),
        checklist=checklist(case, day),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def checklist(case: Case, day: date) -> tuple[Step, ...]:
    """What the municipality weighs, as far as the household's facts answer it."""
    pension = any("folkepension" in lives_on(case, person, day) for person in couple(case))
    return (
        Step(
            _("Er behandlingen nødvendig, og siger en læge eller tandlæge det?"),
            PARAGRAPH,
            met=case.circumstances.treatment_needed,
        ),
        Step(
            _("Er der ingen anden lov, der dækker udgiften?"),
            PARAGRAPH,
            because=_("Med folkepension: søg helbredstillæg først.") if pension else _("Se også § 82 a om tandpleje."),
        ),
        cannot_pay(case, _("Kan I ikke selv betale?"), PARAGRAPH),
    )


def _missing(case: Case) -> tuple[str, ...]:
    facts = case.circumstances
    costs: tuple[tuple[str, object], ...] = (
        ("circumstances.treatment_needed", facts.treatment_needed),
        ("circumstances.health_cost", facts.health_cost if facts.dental_cost is None else Decimal(0)),
        ("circumstances.other_way_to_pay", facts.other_way_to_pay),
    )
    return tuple(path for path, fact in costs if fact is None)


def _not_needed(case: Case, day: date) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("§ 82 er ikke relevant nu: der er ikke brug for en behandling."),
        steps=(Step(_("Er der brug for en behandling, som en læge står bag? Nej"), PARAGRAPH),),
        look_again=(LookAgain(None, _("Når en læge eller tandlæge siger, at en behandling er nødvendig.")),),
        checklist=checklist(case, day),
    )
