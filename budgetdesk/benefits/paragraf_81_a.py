"""§ 81 a: temporary help with the rent where arrears threaten the home. The municipality decides; it is discretion.

Law:  Lov om aktiv socialpolitik § 81 a.
Spec: docs/benefits/paragraf_81_a.md
"""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.benefits.paragraf_81_checklist import cannot_pay, children_or_exposed, in_danger
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO

BENEFIT = "paragraf_81_a"
TITLE = N_("Midlertidig huslejehjælp (§ 81 a)")
PARAGRAPH = "§ 81 a"


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What to apply for and bring. Never no, unless there are no arrears or the eviction has been carried out."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    stage = threat(case, day)
    if stage is Threat.CARRIED_OUT:
        return _no(
            case,
            day,
            _("Udsættelsen er sket. Tal med kommunen om husvildeboligen og § 85 i stedet."),
            _("Hvis I får en ny bolig."),
        )
    if not stage.urgent and _nothing_owed(case):
        return _no(
            case, day, _("Der er ingen restance, så § 81 a er ikke relevant i dag."), _("Hvis der kommer en restance.")
        )
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_summary(case, stage),
        steps=rescue.arrears_steps(case),
        missing_facts=_missing(case, stage),
        look_again=(*_after_81(case), *rescue.look_again(case, day, BENEFIT, rates)),
        checklist=checklist(case, day),
        how_to_apply=_(rescue.HOW_TO_APPLY),
        documents_needed=translated(rescue.DOCUMENTS),
        cannot_see=(
            _("Kommunens skøn. Hjælpen kan gives på vilkår, betales til udlejer eller skulle betales tilbage."),
        ),
    )


def checklist(case: Case, day: date) -> tuple[Step, ...]:
    """What the municipality weighs, as far as the household's facts answer it."""
    return (
        in_danger(
            case,
            day,
            _("Er der fare for udsættelse på grund af en huslejerestance? En rykker alene er ikke nok."),
            PARAGRAPH,
        ),
        Step(_("Er der tale om en rimelig, midlertidig udgift til husleje?"), PARAGRAPH),
        Step(
            _("Kan hjælpen forhindre udsættelsen i tide, og kan huslejen betales bagefter?"),
            PARAGRAPH,
            because=_("Se planen for restancen."),
        ),
        cannot_pay(case, _("Kan I ikke selv betale med indtægt, opsparing, afdrag eller lån?"), PARAGRAPH),
        Step(_("Er pengene til andet end at dække en sanktion?"), PARAGRAPH),
        children_or_exposed(
            case,
            day,
            _("Er der børn i hjemmet, eller er I udsatte på anden måde? Hjælpen er især tænkt til jer."),
            PARAGRAPH,
        ),
        Step(
            _("Siger I ja til vilkår, fx en aftale om administration eller en plan for en billigere bolig?"),
            PARAGRAPH,
            met=case.circumstances.conditions_accepted,
        ),
        Step(
            _("Er restancen ikke betalt endnu?"),
            "§ 88",
            met=True if case.arrears.total > 0 else None,
        ),
    )


def _nothing_owed(case: Case) -> bool:
    """Rows of arrears have been entered, each with its amount, and together they are nothing."""
    rows = case.arrears.rows
    return bool(rows) and all(row.amount is not None for row in rows) and case.arrears.total <= ZERO


def _summary(case: Case, stage: Threat) -> str:
    if rescue.refused(case, BENEFIT):
        return _("Kommunen sagde nej efter § 81 a. En klage kan være relevant: gør det, før fristen er ude.")
    if rescue.refused(case, rescue.PARAGRAF_81) and rescue.application_for(case, BENEFIT) is None:
        return _("§ 81 a kan være relevant: kommunen sagde nej efter § 81. Bed i dag om en afgørelse efter § 81 a.")
    if stage.urgent:
        return _("§ 81 a kan være relevant: søg i dag. Kommunen kan hjælpe midlertidigt, når boligen er i fare.")
    return _("§ 81 a kan være relevant, hvis udlejer varsler ophævelse. Kommunen skønner.")


def _after_81(case: Case) -> tuple[LookAgain, ...]:
    """A no under § 81 leads here, until this has been applied for."""
    waiting = rescue.application_for(case, BENEFIT) is not None
    return () if waiting or not rescue.refused(case, rescue.PARAGRAF_81) else (LookAgain(None, _(rescue.REFUSED_81)),)


def _missing(case: Case, stage: Threat) -> tuple[str, ...]:
    missing = [f"arrears.rows[{row.id}].amount" for row in case.arrears.rows if row.amount is None]
    if not case.arrears.rows:
        missing.append("arrears.rows")
    if not stage.urgent:
        missing.append("arrears.letter")
    return tuple(missing)


def _no(case: Case, day: date, summary: str, hope: str) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=summary,
        steps=(Step(summary, PARAGRAPH),),
        look_again=(LookAgain(None, hope),),
        checklist=checklist(case, day),
    )
