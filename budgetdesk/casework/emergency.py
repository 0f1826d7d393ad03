"""The page Akut: from the letter in hand to who does what today, in one value.

Boundaries: a rykker starts no clock; a plan stops nothing until the landlord has agreed; after an ophævelse only
goodwill is left; an application under § 81 is also one under § 81 a. Nothing is promised, and nothing is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Rates, RateUsed
from budgetdesk.casework.clock import KINDS, clock_of, is_terminated, letter_in_force, paakrav_arrived
from budgetdesk.casework.deadline_over import deadline_over
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.emergency_steps import todos
from budgetdesk.casework.eviction import disorder_of
from budgetdesk.casework.letter_meanings import MEANINGS
from budgetdesk.casework.letters import FilledLetter, LetterTemplate, fill, has_money, row_name
from budgetdesk.casework.record import Record
from budgetdesk.dates import age_on, bank_day_on_or_before
from budgetdesk.errors import NoRateError
from budgetdesk.formats import kroner, weekday_and_day
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.words import ArrearsKind, Letter
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.plan import PlanTest

CALL_SCRIPT, LANDLORD_LETTER, APPLICATION = "opkald_udlejer", "brev_udlejer", "ansoegning_81"
PASSED = N_("Et påkrav: fristen er gået")
PASSED_MEANING = (N_("Fristen er gået. Nu kan udlejer ophæve lejemålet når som helst."),)


@dataclass(frozen=True)
class Owed:
    """One row of what is owed, with its path on the record; `amount` None = not known yet, kr."""

    path: str
    title: str
    amount: Decimal | None


@dataclass(frozen=True, kw_only=True)
class Emergency:
    """Everything the page Akut shows."""

    on: date
    letter: Letter
    title: str
    meaning: tuple[str, ...]
    clock: Clock | None
    last_day: date | None
    """The last day to pay; None where no påkrav has arrived, or it is too late to pay by right."""
    pay_from_bank_by: date | None
    """The bank day on which the money must leave at the latest."""
    days_left: int | None
    """Whole days from today to the last day; 0 = today, below 0 = passed."""
    owed: tuple[Owed, ...]
    total: Decimal
    fee: RateUsed | None
    """The fee of a påkrav, where one has arrived and no fee stands among the rows yet."""
    by_right: tuple[str, ...]
    by_goodwill: tuple[str, ...]
    todos: tuple[Todo, ...]
    call_script: FilledLetter
    landlord_letter: FilledLetter
    application: FilledLetter
    warnings: tuple[str, ...]
    missing: tuple[str, ...]
    """Paths on the record of what is needed for this page."""


def emergency(
    record: Record,
    *,
    on: date,
    templates: Mapping[str, LetterTemplate],
    rates: Rates | None = None,
    plan: PlanTest | None = None,
) -> Emergency:
    """The page for a case on a day. `templates` must have the call script, the letter and the application.

    `plan` puts a proposal into the letters where one holds; `rates` tells the fee of the påkrav.
    """
    case = record.case
    letter = letter_in_force(case)
    meaning = translated(MEANINGS)[letter]
    running = clock_of(case)
    last = _last_day(case, running)
    letters = {key: fill(templates[key], case, on=on, plan=plan) for key in (CALL_SCRIPT, LANDLORD_LETTER, APPLICATION)}
    bank = bank_day_on_or_before(last) if last else None
    return Emergency(
        on=on,
        letter=letter,
        title=_(PASSED) if last and last < on else meaning.title,
        meaning=meaning.meaning if not (last and last < on) else (meaning.meaning[0], *translated(PASSED_MEANING)),
        clock=running,
        last_day=last,
        pay_from_bank_by=bank,
        days_left=(last - on).days if last else None,
        owed=owed(case),
        total=owed_now(case),
        fee=_fee(case, rates),
        by_right=_by_right(meaning.by_right, case, bank, on),
        by_goodwill=meaning.by_goodwill,
        todos=todos(case, letter, on=on, bank_day=bank, plan=plan, rates=rates),
        call_script=letters[CALL_SCRIPT],
        landlord_letter=letters[LANDLORD_LETTER],
        application=letters[APPLICATION],
        warnings=_warnings(case, letter, running, last, on),
        missing=_missing(case, letter, letters.values()),
    )


def _last_day(case: Case, running: Clock | None) -> date | None:
    """The last day to pay while it is one: not after the ophævelse, nor once it is paid or a plan agreed."""
    if running is None or running.pay_by is None or is_terminated(case) or deadline_over(case) is not None:
        return None
    return running.pay_by.day


def owed(case: Case) -> tuple[Owed, ...]:
    """The rows as they stand, in their order."""
    return tuple(Owed(f"case.arrears.rows[{row.id}].amount", row_name(row), row.amount) for row in case.arrears.rows)


def _fee(case: Case, rates: Rates | None) -> RateUsed | None:
    """The fee in force on the day the påkrav arrived; None where it is already among the rows, or not known."""
    arrived = paakrav_arrived(case)
    listed = any(row.kind is ArrearsKind.FEE for row in case.arrears.rows)
    if rates is None or arrived is None or listed or "paakrav" not in rates:
        return None
    try:
        return rates["paakrav"].on("gebyr", arrived)
    except NoRateError:
        return None


def _by_right(sentences: tuple[str, ...], case: Case, bank: date | None, on: date) -> tuple[str, ...]:
    left = owed_now(case)
    if bank is None or not left:
        return sentences
    if bank < on:
        return (_("Betal {left} i dag, før en ophævelse når frem.").format(left=kroner(left)), *sentences[1:])
    return (_("Betal {left} senest {bank}.").format(left=kroner(left), bank=weekday_and_day(bank)), *sentences)


def _warnings(case: Case, letter: Letter, running: Clock | None, last: date | None, on: date) -> tuple[str, ...]:
    found = [*_careful(case), *(running.warnings if running and last else ()), *disorder_of(case)]
    if case.tenancy.kind not in KINDS:
        found.append(
            _("Vi kender ikke fristerne for lejemål af typen “{kind}”. Spørg en jurist i dag.").format(
                kind=case.tenancy.kind
            )
        )
    if last and on > last:
        found.append(
            _("Fristen er gået. Er der ikke kommet en ophævelse, så betal alt med det samme, og ring til udlejer.")
        )
    if last and has_money(case):
        found.append(_("Der er penge nok til hele restancen. Tal om at betale alt nu. Så er faren væk."))
    if any(row.kind == "netvaerk" for row in case.income):
        found.append(
            _(
                "Fast hjælp fra familie kan ændre kontanthjælp (Ankestyrelsen 104-16). Tal om det, før I "
                "sender kontoudtog."
            )
        )
    if letter is Letter.FOGED or case.arrears.municipality_notified:
        found += _municipality_duty(case, on)
    if case.arrears.eviction and case.arrears.eviction >= on:
        found.append(
            _(
                "Udsættelsen er sat til {eviction}. Spørg kommunen om et sted at bo, hvis boligen bliver "
                "mistet (servicelovens § 80)."
            ).format(eviction=weekday_and_day(case.arrears.eviction))
        )
    return tuple(found)


def _careful(case: Case) -> list[str]:
    """What makes it dangerous to hurry: who may sign, who understands, who must not learn the address."""
    found = []
    if case.conversation.can_sign is False or case.info.guardian:
        who = _("værgen, {guardian},").format(guardian=case.info.guardian) if case.info.guardian else "værgen"
        found.append(_("Få {who} med, før noget bliver skrevet under.").format(who=who))
    if case.info.interpreter:
        found.append(_("Bestil tolk i dag. Brug aldrig et barn som tolk."))
    if case.info.protected_address:
        found.append(_("Adressen er beskyttet. Giv den kun til dem, der skal bruge den, og sig det hver gang."))
    return found


def _municipality_duty(case: Case, on: date) -> list[str]:
    """Retssikkerhedsloven § 5 a; the wording in force could not be read, and the sentence says so."""
    if not any(p.born is None or age_on(p.born, on) < 18 for p in case.children):
        return []
    return [
        _(
            "Spørg kommunen, om den har vurderet behovet for hjælp, fordi der bor børn i hjemmet "
            "(retssikkerhedslovens § 5 a; kontrollér gældende ordlyd)."
        )
    ]


def _missing(case: Case, letter: Letter, letters: Iterable[FilledLetter]) -> tuple[str, ...]:
    found: list[str] = []
    arrears = case.arrears
    if letter is Letter.NONE:
        found.append("case.arrears.letter")
    elif arrears.letter_arrived is None and paakrav_arrived(case) is None:
        found.append("case.arrears.letter_arrived")
    if not arrears.rows:
        found.append("case.arrears.rows")
    found += [o.path for o in owed(case) if o.amount is None]
    for filled in letters:
        found += filled.blanks
    return tuple(dict.fromkeys(found))
