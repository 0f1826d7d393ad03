"""What §§ 81 and 81 a of lov om aktiv socialpolitik share: the rescue when the home is at stake."""

from __future__ import annotations

from datetime import date, timedelta

from budgetdesk.benefits.assessment import LookAgain, Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case

HOW_TO_APPLY = (
    "Søg hos kommunen i dag, om § 81 og § 81 a på én gang. Skriv “haster: fare for udsættelse”. Bed om kvittering, "
    "en frist for svaret og en skriftlig afgørelse. Betal ikke regningen først: § 81 dækker normalt ikke betalte "
    "regninger."
)
DOCUMENTS = (
    "påkrav, ophævelse eller brev fra fogedretten",
    "udlejers opgørelse af restancen",
    "kontoudtog for de seneste tre måneder, for begge voksne",
    "budget",
    "forslag til afdragsordning, eller udlejers svar på det",
    "lejekontrakt og seneste huslejeopkrævning",
    "boligstøtte: afgørelse eller kvittering for ansøgning",
)
RSL = "retssikkerhedsloven"


def arrears_steps(case: Case) -> tuple[Step, ...]:
    """What is owed, as a single amount (not per month)."""
    if not case.arrears.rows:
        return ()
    return (Step("Restance i alt hos udlejer (engangsbeløb)", "", case.arrears.total),)


def look_again(case: Case, rates: Rates) -> tuple[LookAgain, ...]:
    """When to ask again: the municipality's own deadline after the fogedret's notice, and the answer itself."""
    days = [LookAgain(None, "Når kommunen har svaret. Klagefristen står i afgørelsen.")]
    notified = case.arrears.municipality_notified
    deadline = _deadline(notified, rates) if notified else None
    if deadline is not None:
        why = "Har kommunen truffet skriftlig afgørelse? (retssikkerhedsloven § 5 a; kontrollér gældende ordlyd)"
        days.insert(0, LookAgain(deadline, why))
    return tuple(days)


def _deadline(notified: date, rates: Rates) -> date | None:
    try:
        return notified + timedelta(days=int(Figures(rates, RSL, notified).compare("afgoerelse_efter_underretning")))
    except NoRateError:
        return None
