"""What §§ 81 and 81 a of lov om aktiv socialpolitik share: the rescue when the home is at stake."""

from __future__ import annotations

from datetime import date, timedelta

from budgetdesk.benefits.assessment import LookAgain, Step
from budgetdesk.benefits.figures import Figures
from budgetdesk.benefits.rates import Rates
from budgetdesk.errors import NoRateError
from budgetdesk.household.case import Case
from budgetdesk.household.circumstances import Application
from budgetdesk.household.words import Outcome
from budgetdesk.i18n import N_, _

HOW_TO_APPLY = N_(
    "Søg hos kommunen i dag, om § 81 og § 81 a på én gang. Skriv “haster: fare for udsættelse”. Bed om en kvittering. "
    "Spørg, hvornår svaret kommer, og få det på skrift. Betal ikke regningen først. § 81 dækker normalt ikke det, du "
    "har betalt."
)
DOCUMENTS = (
    N_("påkrav, ophævelse eller brev fra fogedretten"),
    N_("udlejers opgørelse af restancen"),
    N_("kontoudtog for de seneste tre måneder, for begge voksne"),
    "budget",
    N_("forslag til afdragsordning, eller udlejers svar på det"),
    N_("lejekontrakt og seneste huslejeopkrævning"),
    N_("boligstøtte: afgørelse eller kvittering for ansøgning"),
)
RSL = "retssikkerhedsloven"
PARAGRAF_81 = "paragraf_81"
PARAGRAF_81_A = "paragraf_81_a"
TRY_81_A = N_(
    "Ved afslag efter § 81: bed om en afgørelse efter § 81 a. Kommunen skal prøve begge dele ved restance "
    "(Ankestyrelsen 112-13)."
)
REFUSED_81 = N_(
    "Kommunen har sagt nej efter § 81. Bed i dag om en skriftlig afgørelse efter § 81 a. "
    "Kommunen skal prøve begge dele ved restance (Ankestyrelsen 112-13)."
)
LAST_DAY_TO_COMPLAIN = N_("Sidste dag at klage. Skriv til kommunen. Klagen går videre til Ankestyrelsen.")
ANSWERED = N_("Når kommunen har svaret. Klagefristen står i afgørelsen.")
ASK_FOR_ANSWER = N_("Har kommunen svaret? Spørg efter en skriftlig afgørelse.")


def arrears_steps(case: Case) -> tuple[Step, ...]:
    """What is owed, as a single amount (not per month)."""
    if not case.arrears.rows:
        return ()
    return (Step(_("Restance i alt hos udlejer (engangsbeløb)"), "", case.arrears.total),)


def application_for(case: Case, benefit: str) -> Application | None:
    """The application for a benefit, where there is one."""
    return next((each for each in case.applications if each.id == benefit), None)


def refused(case: Case, benefit: str) -> bool:
    """Whether the municipality has said no."""
    found = application_for(case, benefit)
    return found is not None and found.outcome is Outcome.REFUSED


def look_again(case: Case, day: date, benefit: str, rates: Rates) -> tuple[LookAgain, ...]:
    """When to ask again: the municipality's own deadline after the fogedret's notice, the answer, the complaint."""
    days = list(after_answer(case, day, benefit, rates))
    notified = case.arrears.municipality_notified
    deadline = _days_after(notified, "afgoerelse_efter_underretning", rates) if notified else None
    if deadline is not None:
        why = _("Har kommunen truffet skriftlig afgørelse? (retssikkerhedsloven § 5 a; kontrollér gældende ordlyd)")
        days.insert(0, LookAgain(deadline, why))
    return tuple(days)


def after_answer(case: Case, day: date, benefit: str, rates: Rates) -> tuple[LookAgain, ...]:
    """What an application leads to: ask for the answer, or the last day to complain about a no."""
    found = application_for(case, benefit)
    if found is None:
        return (LookAgain(None, _(ANSWERED)),)
    if found.outcome is Outcome.WAITING:
        asked = () if found.ask_again is None else (LookAgain(found.ask_again, _(ASK_FOR_ANSWER)),)
        return (*asked, LookAgain(None, _(ANSWERED)))
    if found.outcome is not Outcome.REFUSED:
        return (LookAgain(None, _("Hvis der kommer en ny udgift.")),)
    last = complaint_day(found, rates)
    if last is None:
        return (LookAgain(None, _("Hvornår kom afslaget? Der er en frist for at klage. Den står i afgørelsen.")),)
    if last < day:
        return (LookAgain(None, _("Klagefristen er udløbet. Søg igen, hvis forholdene har ændret sig.")),)
    return (LookAgain(last, _(LAST_DAY_TO_COMPLAIN)),)


def complaint_day(application: Application, rates: Rates) -> date | None:
    """The last day to complain about an answer; None where the day of the answer or the time allowed is not known."""
    return _days_after(application.answered_on, "klagefrist", rates) if application.answered_on else None


def _days_after(day: date, figure: str, rates: Rates) -> date | None:
    try:
        return day + timedelta(days=int(Figures(rates, RSL, day).compare(figure)))
    except NoRateError:
        return None
