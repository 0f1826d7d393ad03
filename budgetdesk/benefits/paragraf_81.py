"""§ 81: help with a reasonable single expense. The municipality decides; it is discretion.

Law:  Lov om aktiv socialpolitik § 81. For arrears a refusal must lead on to § 81 a (Ankestyrelsen 112-13).
Spec: docs/benefits/paragraf_81.md
"""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.eviction_threat import threat
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case

BENEFIT = "paragraf_81"
TITLE = "Hjælp til enkeltudgifter (§ 81)"

CHECKLIST = tuple(
    Step(text, paragraph)
    for text, paragraph in (
        ("Er der sket en ændring i jeres forhold, fx sygdom, ledighed eller skilsmisse?", "§ 81"),
        ("Vil det gøre det afgørende svært for familien at klare sig, hvis I selv betaler?", "§ 81"),
        ("Kunne udgiften ikke forudses, eller var der ikke råd til at spare op?", "§ 81"),
        ("Er det en rimelig enkeltudgift? Løbende udgifter og gæld til det offentlige er det ikke.", "§ 81"),
        ("Er udgiften ikke betalt endnu?", "§ 88"),
        ("Kan den ikke dækkes af indtægt, formue, forsikring, lån eller en anden lov?", "§ 81"),
    )
)
FOLLOW_UP = (
    "Ved afslag efter § 81: bed om en afgørelse efter § 81 a. Kommunen skal prøve begge dele ved restance "
    "(Ankestyrelsen 112-13)."
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What to apply for and bring. The answer is never no: only the municipality can weigh the conditions."""
    if case.tenant is None:
        return without_tenant(BENEFIT, TITLE, day)
    urgent = threat(case, day).urgent
    return Assessment(
        benefit=BENEFIT,
        title=TITLE,
        on=day,
        verdict=Verdict.UNKNOWN,
        summary="§ 81 kan være relevant: søg i dag, sammen med § 81 a."
        if urgent
        else "§ 81 kan være relevant ved en enkelt, uforudset udgift. Kommunen skønner.",
        steps=rescue.arrears_steps(case),
        missing_facts=() if case.arrears.rows else ("arrears.rows",),
        look_again=(*rescue.look_again(case, rates), LookAgain(None, FOLLOW_UP)),
        checklist=CHECKLIST,
        how_to_apply=rescue.HOW_TO_APPLY,
        documents_needed=(*rescue.DOCUMENTS, "regning eller tilbud på udgiften", "svar fra forsikringen"),
        cannot_see=("Kommunens skøn, og om udgiften kunne forudses.",),
    )
