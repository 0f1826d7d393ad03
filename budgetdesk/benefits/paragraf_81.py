"""§ 81: help with a reasonable single expense. The municipality decides; it is discretion.

Law:  Lov om aktiv socialpolitik § 81. For arrears a refusal must lead on to § 81 a (Ankestyrelsen 112-13).
Spec: docs/benefits/paragraf_81.md
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.eviction_threat import threat
from budgetdesk.benefits.paragraf_81_checklist import SEE_BUDGET, cannot_pay, changed, foreseen, unpaid
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, translated

BENEFIT = "paragraf_81"
TITLE = N_("Hjælp til enkeltudgifter (§ 81)")
PARAGRAPH = "§ 81"
MORE_DOCUMENTS = (N_("regning eller tilbud på udgiften"), N_("svar fra forsikringen"))
"""Beside those of the rescue of the home."""


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """What to apply for and bring. The answer is never no: only the municipality can weigh the conditions."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_summary(case, day),
        steps=(*rescue.arrears_steps(case), *_expense(case.circumstances.single_expense)),
        missing_facts=_missing(case),
        look_again=(*rescue.look_again(case, day, BENEFIT, rates), *_next_step(case)),
        checklist=checklist(case),
        how_to_apply=_(rescue.HOW_TO_APPLY),
        documents_needed=(*translated(rescue.DOCUMENTS), *translated(MORE_DOCUMENTS)),
        cannot_see=(_("Kommunens skøn, og om udgiften kunne forudses."),),
    )


def checklist(case: Case) -> tuple[Step, ...]:
    """What the municipality weighs, as far as the household's facts answer it."""
    return (
        changed(case, _("Er der sket en ændring i jeres forhold, fx sygdom, ledighed eller skilsmisse?"), PARAGRAPH),
        Step(
            _("Vil det gøre det afgørende svært for familien at klare sig, hvis I selv betaler?"),
            PARAGRAPH,
            because=_(SEE_BUDGET),
        ),
        foreseen(case, PARAGRAPH),
        Step(_("Er det en rimelig enkeltudgift? Løbende udgifter og gæld til det offentlige er det ikke."), PARAGRAPH),
        unpaid(case),
        cannot_pay(case, _("Kan den ikke dækkes af indtægt, formue, forsikring, lån eller en anden lov?"), PARAGRAPH),
    )


def _summary(case: Case, day: date) -> str:
    if rescue.refused(case, BENEFIT):
        return _("Kommunen sagde nej efter § 81. § 81 a og en klage kan være relevant: gør det i dag.")
    if threat(case, day).urgent:
        return _("§ 81 kan være relevant: søg i dag, sammen med § 81 a.")
    return _("§ 81 kan være relevant ved en enkelt, uforudset udgift. Kommunen skønner.")


def _next_step(case: Case) -> tuple[LookAgain, ...]:
    """A no under § 81 leads on to § 81 a, unless that has been applied for as well."""
    if not rescue.refused(case, BENEFIT):
        return (LookAgain(None, _(rescue.TRY_81_A)),)
    asked = rescue.application_for(case, rescue.PARAGRAF_81_A) is not None
    return () if asked else (LookAgain(None, _(rescue.REFUSED_81)),)


def _expense(amount: Decimal | None) -> tuple[Step, ...]:
    return () if amount is None else (Step(_("Udgiften, der søges om (engangsbeløb)"), PARAGRAPH, amount),)


def _missing(case: Case) -> tuple[str, ...]:
    """What there is to apply for, first; then what the municipality asks."""
    facts = case.circumstances
    nothing = not case.arrears.rows and facts.single_expense is None
    asked = (
        ("circumstances.changed", facts.changed),
        ("circumstances.single_expense_paid", facts.single_expense_paid or (True if case.arrears.rows else None)),
        ("circumstances.other_way_to_pay", facts.other_way_to_pay),
    )
    unsaid = tuple(path for path, fact in asked if fact is None) if not nothing else ()
    return ("arrears.rows",) if nothing else unsaid
