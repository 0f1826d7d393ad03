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
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case

BENEFIT = "paragraf_81_a"
TITLE = "Midlertidig huslejehjælp (§ 81 a)"
PARAGRAPH = "§ 81 a"

CHECKLIST = tuple(
    Step(text, PARAGRAPH)
    for text in (
        "Er der fare for udsættelse på grund af en huslejerestance? En rykker alene er ikke nok.",
        "Er der tale om en rimelig, midlertidig udgift til husleje?",
        "Kan hjælpen forhindre udsættelsen i tide, og kan huslejen betales bagefter?",
        "Kan I ikke selv betale med indtægt, opsparing, afdrag eller lån?",
        "Er pengene til andet end at dække en sanktion?",
        "Er der børn i hjemmet, eller er I udsatte på anden måde? Hjælpen er især tænkt til jer.",
        "Siger I ja til vilkår, fx en aftale om administration eller en plan for en billigere bolig?",
    )
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What to apply for and bring. Never no, unless there are no arrears or the eviction has been carried out."""
    if case.tenant is None:
        return without_tenant(BENEFIT, TITLE, day)
    stage = threat(case, day)
    if stage is Threat.CARRIED_OUT:
        return _no(
            day, "Udsættelsen er sket. Tal med kommunen om husvildeboligen og § 85 i stedet.", "Hvis I får en ny bolig."
        )
    if case.arrears.rows and case.arrears.total <= 0:
        return _no(day, "Der er ingen restance, så § 81 a er ikke relevant i dag.", "Hvis der kommer en restance.")
    return Assessment(
        benefit=BENEFIT,
        title=TITLE,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_summary(stage),
        steps=rescue.arrears_steps(case),
        missing_facts=_missing(case, stage),
        look_again=rescue.look_again(case, rates),
        checklist=CHECKLIST,
        how_to_apply=rescue.HOW_TO_APPLY,
        documents_needed=rescue.DOCUMENTS,
        cannot_see=("Kommunens skøn. Hjælpen kan gives på vilkår, betales til udlejer eller skulle betales tilbage.",),
    )


def _summary(stage: Threat) -> str:
    if stage.urgent:
        return "§ 81 a kan være relevant: søg i dag. Kommunen kan hjælpe midlertidigt, når boligen er i fare."
    return "§ 81 a kan være relevant, hvis udlejer varsler ophævelse. Kommunen skønner."


def _missing(case: Case, stage: Threat) -> tuple[str, ...]:
    missing = [] if case.arrears.rows else ["arrears.rows"]
    if not stage.urgent:
        missing.append("arrears.letter")
    return tuple(missing)


def _no(day: date, summary: str, hope: str) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=TITLE,
        on=day,
        verdict=Verdict.NO,
        summary=summary,
        steps=(Step(summary, PARAGRAPH),),
        look_again=(LookAgain(None, hope),),
        checklist=CHECKLIST,
    )
