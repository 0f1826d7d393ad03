"""The eviction clock: last timely payment, earliest påkrav, last day to pay, earliest ophævelse.

Law: almenlejeloven § 44, stk. 2 and § 90, stk. 1-2 (homes owned by housing organisations), lejeloven § 182 (private
homes): the same days. Case law: UfR 2022.1586 V (Saturday counts as a hverdag).

    last timely payment = the due day, moved past Sundays, public holidays, Saturdays and 5 June
    earliest påkrav     = the day after the third hverdag after it; is that third a Saturday or 5 June: the next hverdag
    pay by              = 14 days after the påkrav arrived (the day of arrival not counted), moved as above
    earliest ophævelse  = the day after

Where the sources leave doubt the day is marked `vejledende` and a warning says which day is safe.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from budgetdesk.casework.deadlines import Clock, Deadline
from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_before, is_bank_day, is_hverdag
from budgetdesk.errors import BadInputError
from budgetdesk.formats import capital, weekday_and_day
from budgetdesk.household.case import Case
from budgetdesk.household.words import ArrearsKind, Letter
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.moves import rent_due
from budgetdesk.planning.paydays import legal_payment_day

DAYS_TO_PAY = 14
HVERDAGE = 3
_SATURDAY = 5


@dataclass(frozen=True)
class Law:
    """The paragraphs that the days rest on."""

    due: str
    paakrav: str
    ophaevelse: str


LAWS = {
    "almen": Law("almenlejeloven § 44, stk. 2", "almenlejeloven § 90, stk. 2", "almenlejeloven § 90, stk. 1, nr. 1"),
    "privat": Law("lejeloven § 182", "lejeloven § 182, stk. 2", "lejeloven § 182, stk. 1, nr. 1"),
}
KINDS = tuple(LAWS)
"""Tenancies whose days are known. Others (fremleje, andel, erhverv ...) have rules of their own."""
PRIVATE_DIFFERS = (
    N_("Privat leje: dagene er de samme, men udlejer har ikke pligt til at give kommunen besked."),
    N_("Privat leje: et påkrav skal normalt komme på papir. Kom det kun på mail eller sms, så få det set efter."),
)


def clock(rent_due: date, *, paakrav_arrived: date | None = None, kind: str = "almen") -> Clock:
    """The days that follow from the due day of one rent and the arrival of the påkrav about it.

    Raises BadInputError for a kind of tenancy whose rules are not known here.
    """
    law = LAWS.get(kind)
    if law is None:
        listed = " eller ".join(KINDS)
        raise BadInputError(
            _("Fristerne kendes ikke for lejemål af typen “{kind}”. Vælg {listed}, eller spørg en jurist.").format(
                kind=kind, listed=listed
            )
        )
    timely = legal_payment_day(rent_due)
    third = _third_hverdag(timely)
    earliest = _earliest_paakrav(third)
    pay_by = legal_payment_day(paakrav_arrived + timedelta(days=DAYS_TO_PAY)) if paakrav_arrived else None
    return Clock(
        last_timely_payment=_timely(rent_due, timely, law),
        earliest_paakrav=_paakrav(rent_due, third, earliest, law),
        pay_by=_pay_by(paakrav_arrived, pay_by, law) if paakrav_arrived and pay_by else None,
        earliest_ophaevelse=_ophaevelse(pay_by, law) if pay_by else None,
        warnings=tuple(_warnings(rent_due, earliest, paakrav_arrived, pay_by, kind)),
    )


def clock_of(case: Case) -> Clock | None:
    """The clock of a case; None where no rent is behind, or the tenancy is of a kind whose rules are not known."""
    due = rent_in_question(case)
    if case.tenancy.kind not in LAWS or due is None:
        return None
    return clock(due, paakrav_arrived=paakrav_arrived(case), kind=case.tenancy.kind)


def last_day_to_pay(case: Case) -> date | None:
    """The day `pay_by` of the clock of a case, without its sentences: a list asks it of thousands."""
    arrived = paakrav_arrived(case)
    if arrived is None or case.tenancy.kind not in LAWS or rent_in_question(case) is None:
        return None
    return legal_payment_day(arrived + timedelta(days=DAYS_TO_PAY))


def rent_in_question(case: Case) -> date | None:
    """The due day of the rent the letters are about; None where nobody has said a month and no påkrav has come."""
    month, arrived = month_in_arrears(case), paakrav_arrived(case)
    if month:
        return rent_due(case, month)
    return _due_before(case, arrived) if arrived else None


def month_in_arrears(case: Case) -> Month | None:
    """The month the letters are about: the oldest rent among the arrears, one with a påkrav before one without."""
    rents = [row for row in case.arrears.rows if row.kind is ArrearsKind.RENT and row.month is not None]
    warned = [row.month for row in rents if row.paakrav_arrived and row.month]
    return min(warned or [row.month for row in rents if row.month], default=None)


def paakrav_arrived(case: Case) -> date | None:
    """The day the påkrav arrived: as written on the row, else on the letter in hand. The first one runs."""
    days = [row.paakrav_arrived for row in case.arrears.rows if row.paakrav_arrived]
    if not days and case.arrears.letter is Letter.PAAKRAV and case.arrears.letter_arrived:
        days = [case.arrears.letter_arrived]
    return min(days, default=None)


def letter_in_force(case: Case) -> Letter:
    """The letter that decides: the latest step that has happened, whatever letter was typed last."""
    arrears = case.arrears
    if arrears.letter is Letter.FOGED or arrears.court_meeting or arrears.eviction:
        return Letter.FOGED
    if arrears.letter is Letter.OPHAEVELSE or arrears.ophaevelse_arrived:
        return Letter.OPHAEVELSE
    return Letter.PAAKRAV if paakrav_arrived(case) else arrears.letter


def is_terminated(case: Case) -> bool:
    """Whether the ophævelse has arrived: paying no longer gives a right to stay."""
    return letter_in_force(case) in (Letter.OPHAEVELSE, Letter.FOGED)


def _due_before(case: Case, arrived: date) -> date:
    """Nobody has said which month: the last rent that was due before the påkrav."""
    month = Month.of(arrived)
    due = rent_due(case, month)
    return due if due <= arrived else rent_due(case, month.plus(-1))


def _third_hverdag(day: date) -> date:
    counted = 0
    while counted < HVERDAGE:
        day += ONE_DAY
        counted += is_hverdag(day)
    return day


def _earliest_paakrav(third: date) -> date:
    if third.weekday() == _SATURDAY or _is_5_june(third):
        return _next_hverdag(third)
    return third + ONE_DAY


def _next_hverdag(day: date) -> date:
    day += ONE_DAY
    while not is_hverdag(day):
        day += ONE_DAY
    return day


def _is_5_june(day: date) -> bool:
    return (day.month, day.day) == (6, 5)


def _timely(due: date, day: date, law: Law) -> Deadline:
    why = _("Huslejen skal være betalt senest på forfaldsdagen, {due}").format(due=weekday_and_day(due))
    if day != due:
        why += _(". Den dag er lørdag, søndag, helligdag eller grundlovsdag, så fristen er {day}").format(
            day=weekday_and_day(day)
        )
    return Deadline(day, f"{why} ({law.due}).")


def _paakrav(due: date, third: date, day: date, law: Law) -> Deadline:
    why = _("Udlejer må tidligst sende påkrav efter den 3. hverdag, {third}. Lørdag tæller med").format(
        third=weekday_and_day(third)
    )
    return Deadline(
        day,
        _("{why} ({paakrav}; UfR 2022.1586 V).").format(why=why, paakrav=law.paakrav),
        vejledende=due.weekday() >= _SATURDAY or _is_5_june(day),
    )


def _pay_by(arrived: date, day: date, law: Law) -> Deadline:
    fourteenth = arrived + timedelta(days=DAYS_TO_PAY)
    why = _("Påkravet kom {arrived}. Fristen er 14 dage efter").format(arrived=weekday_and_day(arrived))
    if day != fourteenth:
        why += _(". Dag 14 er {fourteenth}, og fristen rykker til næste hverdag").format(
            fourteenth=weekday_and_day(fourteenth)
        )
    return Deadline(day, f"{why} ({law.paakrav}).", vejledende=not is_bank_day(day))


def _ophaevelse(pay_by: date, law: Law) -> Deadline:
    why = _("Når fristen {pay_by} er gået uden betaling, kan udlejer ophæve lejemålet fra dagen efter").format(
        pay_by=weekday_and_day(pay_by)
    )
    return Deadline(pay_by + ONE_DAY, f"{why} ({law.ophaevelse}).")


def _warnings(due: date, earliest: date, arrived: date | None, pay_by: date | None, kind: str) -> list[str]:
    found: list[str] = []
    in_doubt = arrived is None or arrived <= earliest  # a later letter was in time either way
    if in_doubt and due.weekday() >= _SATURDAY:
        doubt = weekday_and_day(earliest - ONE_DAY)
        found.append(
            _(
                "Huslejen forfaldt i en weekend. {earliest} er den sikre dag for et påkrav; om {doubt} "
                "er for tidligt, er ikke afklaret. Kontrollér."
            ).format(earliest=capital(weekday_and_day(earliest)), doubt=doubt)
        )
    if in_doubt and _is_5_june(earliest):
        safe = weekday_and_day(_next_hverdag(earliest))
        found.append(
            _("Den tidligste dag for et påkrav er grundlovsdag. {safe} er den sikre dag.").format(safe=capital(safe))
        )
    if arrived and arrived < earliest:
        found.append(
            _(
                "Påkravet kom {arrived}, før det måtte sendes. Det kan være ugyldigt. Betal alligevel, "
                "hvis du kan, og få brevet set efter af en jurist."
            ).format(arrived=weekday_and_day(arrived))
        )
    if pay_by and not is_bank_day(pay_by):
        bank = weekday_and_day(bank_day_on_or_before(pay_by))
        found.append(
            _("Bankerne har lukket {pay_by}. Betal senest {bank}.").format(pay_by=weekday_and_day(pay_by), bank=bank)
        )
    return [*found, *(translated(PRIVATE_DIFFERS) if kind == "privat" else ())]
