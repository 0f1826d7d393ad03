"""What the municipality looks at before it lends for beboerindskud, answered where the case can answer it.

Law:  Boligstøtteloven §§ 54-55. An unpaid earlier loan is no ground for refusal after an eviction, or when the landlord
      has asked for one and the household moves to a cheaper home (§ 55, stk. 3).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Step
from budgetdesk.benefits.eviction_threat import Threat, threat
from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.household.case import Case
from budgetdesk.household.words import Letter, MovingReason
from budgetdesk.i18n import N_, _

MONTHS = 12
EARLIER_LOAN = "beboerindskudslaan"
HOW_TO_APPLY = N_(
    "Søg hos den kommune, hvor den nye bolig ligger, når du har lejekontrakt eller boligattestation. Søg, før du "
    "flytter ind, og gem kvitteringen. Kommunen kan yde hele indskuddet eller intet."
)
DOCUMENTS = (
    N_("lejekontrakt eller boligattestation for den nye bolig"),
    N_("indkomst for alle, der flytter ind"),
    "formue",
    N_("brev fra fogedretten, hvis I er sat ud"),
)
CANNOT_SEE = (
    N_(
        "Om den nye bolig er almen og taget i brug den 1. april 1964 eller senere. Ungdomsbolig "
        "uden køkken er ikke med."
    ),
    N_("Om det er et enkeltværelse. Så er grænsen lavere."),
    N_("Om det er indskud. Depositum og forudbetalt leje giver ikke lån."),
    N_("Hvordan kommunen deler afdragene op. Beløbet pr. måned er et eksempel."),
)


def checklist(case: Case, day: date, income_per_year: Decimal, figures: Figures) -> tuple[Step, ...]:
    """The points of §§ 54-55, each yes, no or cannot see."""
    return (
        Step(_("Er boligen almen, og er den taget i brug den 1. april 1964 eller senere?"), "§ 54, stk. 1"),
        _need(case),
        _rent(case, income_per_year, figures),
        _earlier_loan(case, day),
    )


def _need(case: Case) -> Step:
    indskud, text = case.circumstances.new_indskud, _("Er der behov for lånet?")
    if indskud is None:
        return Step(text, "§ 55, stk. 2, nr. 1", because=_("Indskuddet er ikke oplyst."))
    enough = case.wealth.liquid >= indskud
    because = _("De likvide penge kan dække indskuddet.") if enough else _("De likvide penge dækker ikke indskuddet.")
    return Step(text, "§ 55, stk. 2, nr. 1", met=not enough, because=because)


def _rent(case: Case, income_per_year: Decimal, figures: Figures) -> Step:
    rent, text = case.circumstances.new_rent, _("Er den nye husleje højst halvdelen af indkomsten?")
    if rent is None or not income_per_year:
        return Step(text, "§ 55, stk. 2, nr. 2; § 15", because=_("Husleje eller indkomst er ikke oplyst."))
    half = income_per_year * figures.compare("husleje_andel_af_indkomst") / HUNDRED
    return Step(
        text, "§ 55, stk. 2, nr. 2; § 15", met=rent * MONTHS <= half, because=_("Efter oplyst husleje og indkomst.")
    )


def _earlier_loan(case: Case, day: date) -> Step:
    text, paragraph = (
        _("Er et tidligere indskudslån betalt, eller gælder en undtagelse?"),
        "§ 55, stk. 2, nr. 3, og stk. 3",
    )
    owed = [debt for debt in case.debts if debt.kind == EARLIER_LOAN and debt.balance != 0]
    if not owed:
        return Step(text, paragraph, met=True, because=_("Der står intet ubetalt indskudslån i sagen."))
    if excepted(case, day):
        return Step(
            text, paragraph, met=True, because=_("Undtagelsen ved udsættelse: lånet må ikke afslås af den grund.")
        )
    return Step(text, paragraph, met=False, because=_("Der står et ubetalt indskudslån i sagen."))


def excepted(case: Case, day: date) -> bool:
    """Whether an unpaid earlier loan may not be held against the household (§ 55, stk. 3)."""
    nearness = threat(case, day)
    if nearness is Threat.CARRIED_OUT:
        return True
    at_court = case.arrears.court_meeting is not None or case.arrears.letter is Letter.FOGED
    return at_court and _to_cheaper(case)


def _to_cheaper(case: Case) -> bool:
    now, then = case.tenancy.rent_per_month, case.circumstances.new_rent
    if now is not None and then is not None:
        return then < now
    return case.circumstances.moving_reason is MovingReason.CHEAPER_HOME
