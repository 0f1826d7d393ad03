"""§ 85: help with moving. Stk. 1 is tried first, then stk. 2; the new municipality decides. It is discretion.

Law:  Lov om aktiv socialpolitik § 85; Ankestyrelsen 18-22 and 19-22. Help with the deposit is to be paid back.
Spec: docs/benefits/paragraf_85.md
"""

from __future__ import annotations

from datetime import date

from budgetdesk.benefits import rescue
from budgetdesk.benefits.answers import without_tenant
from budgetdesk.benefits.assessment import Assessment, LookAgain, Mode, Step, Verdict
from budgetdesk.benefits.paragraf_81_checklist import SEE_BUDGET, cannot_pay, changed
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.household.words import MovingReason
from budgetdesk.i18n import N_, _, translated

BENEFIT = "paragraf_85"
TITLE = N_("Hjælp til flytning (§ 85)")
STK_1 = "§ 85, stk. 1"
STK_2 = "§ 85, stk. 2"

HOW_TO_APPLY = N_(
    "Søg hos den kommune, du flytter til, før du skriver under og betaler. Vis, at du kan betale den nye husleje. Bed "
    "om en afgørelse efter både stk. 1 og stk. 2."
)
DOCUMENTS = (
    N_("lejekontrakt eller tilbud på den nye bolig"),
    N_("tilbud på flytning"),
    N_("budget med den nye husleje"),
    N_("kontoudtog for tre måneder, for begge voksne"),
)
CANNOT_SEE = (
    N_("Kommunens skøn over, om flytningen er fornuftig."),
    N_("Om møbler er en del af udgiften. De søges efter § 81."),
)


def assess(case: Case, day: date, rates: Rates, *, mode: Mode = Mode.OFFICIAL) -> Assessment:
    """Never no, unless it has been said that nobody is moving."""
    if case.tenant is None:
        return without_tenant(BENEFIT, _(TITLE), day)
    if case.circumstances.moving is False:
        return _staying(case, day)
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.UNKNOWN,
        summary=_("§ 85 kan være relevant, når I flytter. Søg i den nye kommune, før I skriver under."),
        steps=_steps(case),
        missing_facts=_missing(case),
        look_again=rescue.after_answer(case, day, BENEFIT, rates),
        checklist=checklist(case),
        how_to_apply=_(HOW_TO_APPLY),
        documents_needed=translated(DOCUMENTS),
        cannot_see=translated(CANNOT_SEE),
    )


def checklist(case: Case) -> tuple[Step, ...]:
    """The points of stk. 1, then those of stk. 2, as far as the household's facts answer them."""
    facts = case.circumstances
    return (
        _improves(facts.moving_reason),
        Step(_("Er flytningen fornuftig, og kan I betale den nye husleje?"), STK_1, because=_(SEE_BUDGET)),
        cannot_pay(case, _("Kan ingen af jer betale flytningen?"), STK_1),
        Step(_("Ellers stk. 2: er det en rimelig enkeltudgift til flytning?"), STK_2),
        changed(case, _("Stk. 2: er der sket en ændring i jeres forhold?"), STK_2),
        Step(
            _("Stk. 2: kunne flytningen ikke forudses, eller er den helt afgørende for jeres liv?"),
            STK_2,
        ),
        Step(
            _("Er den nye lejekontrakt ikke skrevet under endnu?"),
            "§ 88",
            met=None if facts.new_home_signed is None else not facts.new_home_signed,
            because=_("Kontrakten er skrevet under. Så siger kommunen normalt nej.") if facts.new_home_signed else "",
        ),
    )


def _improves(reason: MovingReason | None) -> Step:
    text = _("Stk. 1: giver flytningen en bedre bolig eller bedre vilkår for arbejde?")
    if reason in (MovingReason.BETTER_HOME, MovingReason.WORK):
        return Step(text, STK_1, met=True, because=_("Det er grunden til flytningen."))
    if reason is MovingReason.OTHER:
        return Step(text, STK_1, met=False, because=_("Flytningen har en anden grund. Så prøves stk. 2."))
    if reason is MovingReason.CHEAPER_HOME:
        return Step(text, STK_1, because=_("Boligen er billigere. Kommunen skønner, om den også er bedre."))
    return Step(text, STK_1)


def _steps(case: Case) -> tuple[Step, ...]:
    facts = case.circumstances
    shown = (
        (_("Udgift til flytning (engangsbeløb)"), facts.moving_cost),
        (_("Indskud eller depositum (engangsbeløb). Hjælpen skal betales tilbage"), facts.new_indskud),
        (_("Ny husleje om måneden"), facts.new_rent),
    )
    return tuple(Step(text, STK_1, amount) for text, amount in shown if amount is not None)


def _missing(case: Case) -> tuple[str, ...]:
    facts = case.circumstances
    if facts.moving is None:
        return ("circumstances.moving",)
    asked: tuple[tuple[str, object], ...] = (
        ("circumstances.moving_reason", facts.moving_reason),
        ("circumstances.new_rent", facts.new_rent),
        ("circumstances.new_home_signed", facts.new_home_signed),
        ("circumstances.moving_cost", facts.moving_cost),
        ("circumstances.other_way_to_pay", facts.other_way_to_pay),
    )
    return tuple(path for path, fact in asked if fact is None)


def _staying(case: Case, day: date) -> Assessment:
    return Assessment(
        benefit=BENEFIT,
        title=_(TITLE),
        on=day,
        verdict=Verdict.NO,
        summary=_("§ 85 er ikke relevant nu: I skal ikke flytte."),
        steps=(Step(_("Skal I flytte? Nej"), "§ 85"),),
        look_again=(LookAgain(None, _("Når I skal flytte. Søg, før I skriver under.")),),
        checklist=checklist(case),
    )
