"""The whole way from the rent's due day to an eviction: each step with its day or days, why, and what they rest on.

Law: almenlejeloven §§ 44, 90 and 92, stk. 2; lejeloven § 182; retsplejeloven kap. 55 (the fogedret sets its own days).
What the real letters say wins over what is computed; what no law sets is an estimate (`usual_times`) and says so.

Boundaries: paying everything stops it by right until the ophævelse has arrived; afterwards only the landlord's goodwill
does. An estimate is never a deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from budgetdesk.casework.clock import (
    DAYS_TO_PAY,
    KINDS,
    LAWS,
    clock,
    is_terminated,
    paakrav_arrived,
    rent_in_question,
)
from budgetdesk.casework.deadlines import Clock
from budgetdesk.casework.usual_times import COURT_FILING, COURT_MEETING, EVICTION, Span, UsualTimes
from budgetdesk.dates import ONE_DAY, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.formats import weekday_and_day
from budgetdesk.household.case import Case
from budgetdesk.i18n import _
from budgetdesk.planning.paydays import legal_payment_day

SETTLED = "retsplejeloven kap. 55; retten bestemmer dagen"


class StepKey(StrEnum):
    """The steps, in the order in which they come."""

    LAST_TIMELY = "last_timely_payment"
    PAAKRAV = "paakrav"
    PAY_BY = "pay_by"
    OPHAEVELSE = "ophaevelse"
    COURT_FILING = COURT_FILING
    COURT_MEETING = COURT_MEETING
    EVICTION = EVICTION


class Basis(StrEnum):
    """What a day rests on: the law, a real letter, or how long it usually takes."""

    RULE = "rule"
    LETTER = "letter"
    ESTIMATE = "estimate"


@dataclass(frozen=True, kw_only=True)
class Letters:
    """What the real letters say. None: it has not come, or nobody has said."""

    paakrav: date | None = None
    ophaevelse: date | None = None
    terminated: bool = False
    """True where the ophævelse has arrived, although nobody may have said which day."""
    municipality_notified: date | None = None
    court_meeting: date | None = None
    eviction: date | None = None


@dataclass(frozen=True, kw_only=True)
class ClockStep:
    """One step: a day, or the first and last day between which it usually is."""

    key: StepKey
    first: date
    last: date
    basis: Basis
    why: str
    """Danish, with the paragraph."""
    in_practice: date | None = None
    """The next bank day, where the first day is one on which no office is open; None where it is the day itself."""
    vejledende: bool = False
    path: str = ""
    """The fact on the record that a real letter would fill in; "" where there is none."""

    @property
    def is_range(self) -> bool:
        return self.first != self.last


@dataclass(frozen=True, kw_only=True)
class EvictionClock:
    """Every step, and until when paying stops it by right."""

    kind: str
    steps: tuple[ClockStep, ...]
    by_right_until: date | None
    """The bank day on which everything must be paid at the latest; None where the ophævelse has arrived. Where no
    påkrav has come yet: the day it would be if one came on the first day it may."""
    terminated: bool = False
    paakrav: date | None = None
    warnings: tuple[str, ...] = ()

    def step(self, key: StepKey) -> ClockStep | None:
        """One step; None where the case has passed it without anybody saying which day."""
        return next((step for step in self.steps if step.key is key), None)


def eviction_clock_of(case: Case, usual: UsualTimes, *, on: date) -> EvictionClock | None:
    """The clock of a case on a day; None where nothing is behind, or the tenancy is of a kind whose rules are not
    known here."""
    due = rent_in_question(case)
    if case.tenancy.kind not in KINDS or (due is None and not is_terminated(case)):
        return None
    return eviction_clock(due or on, letters_of(case), usual, kind=case.tenancy.kind, on=on, due_known=due is not None)


def disorder_of(case: Case) -> tuple[str, ...]:
    """What cannot be right about the days of the letters, as sentences: an impossible order, or an ophævelse that came
    while the deadline still ran."""
    due = rent_in_question(case)
    if case.tenancy.kind not in KINDS:
        return ()
    letters = letters_of(case)
    base = clock(due, paakrav_arrived=letters.paakrav, kind=case.tenancy.kind) if due else None
    return tuple(_disorder(letters, base.pay_by.day if base and base.pay_by else None))


def letters_of(case: Case) -> Letters:
    """The days that stand in the real letters, as far as the case has them."""
    arrears = case.arrears
    return Letters(
        paakrav=paakrav_arrived(case),
        ophaevelse=arrears.ophaevelse_arrived,
        terminated=is_terminated(case),
        municipality_notified=arrears.municipality_notified,
        court_meeting=arrears.court_meeting,
        eviction=arrears.eviction,
    )


def eviction_clock(
    rent_due: date,
    letters: Letters,
    usual: UsualTimes,
    *,
    kind: str = "almen",
    on: date | None = None,
    due_known: bool = True,
) -> EvictionClock:
    """The clock from a due day and what the letters say. With `on` nothing that has not happened lies before it.

    `due_known` False: nobody knows which rent it is about, and what comes before the ophævelse is left out.
    Raises BadInputError for a kind of tenancy whose rules are not known.
    """
    base = clock(rent_due, paakrav_arrived=letters.paakrav, kind=kind)
    terminated = letters.terminated or letters.ophaevelse is not None
    before = tuple(_before(base, letters, on, terminated)) if due_known else ()
    pay_by = next((step for step in before if step.key is StepKey.PAY_BY), None)
    steps = (*before, *_after(kind, letters, usual, on, before))
    return EvictionClock(
        kind=kind,
        steps=steps,
        by_right_until=bank_day_on_or_before(pay_by.first) if pay_by and not terminated else None,
        terminated=terminated,
        paakrav=letters.paakrav,
        warnings=(*(base.warnings if due_known else ()), *_disorder(letters, base.pay_by.day if base.pay_by else None)),
    )


def _before(base: Clock, letters: Letters, on: date | None, terminated: bool) -> Iterator[ClockStep]:
    """Due day, påkrav, last day to pay, ophævelse: the law's own days."""
    timely, earliest = base.last_timely_payment, base.earliest_paakrav
    yield _one(StepKey.LAST_TIMELY, timely.day, Basis.RULE, timely.why)
    if terminated and letters.paakrav is None:
        return  # the påkrav came and went, and nobody has said when
    if letters.paakrav and base.pay_by and base.earliest_ophaevelse:
        came = weekday_and_day(letters.paakrav)
        why = _("Påkravet kom {came}. {why}").format(came=came, why=earliest.why)
        yield _one(StepKey.PAAKRAV, letters.paakrav, Basis.LETTER, why, path="case.arrears.letter_arrived")
        yield _one(StepKey.PAY_BY, base.pay_by.day, Basis.RULE, base.pay_by.why, vejledende=base.pay_by.vejledende)
        if not terminated:
            ends = base.earliest_ophaevelse
            yield _one(StepKey.OPHAEVELSE, _not_before(ends.day, on), Basis.RULE, ends.why, path=_OPHAEVELSE)
        return
    yield from _if_a_paakrav_comes(base, on)


_OPHAEVELSE = "case.arrears.ophaevelse_arrived"


def _if_a_paakrav_comes(base: Clock, on: date | None) -> Iterator[ClockStep]:
    """No påkrav yet: the soonest it could come, and what would follow from that."""
    earliest = base.earliest_paakrav
    comes = _not_before(earliest.day, on)
    path = "case.arrears.letter_arrived"
    yield _one(StepKey.PAAKRAV, comes, Basis.RULE, earliest.why, path=path, vejledende=earliest.vejledende)
    pay_by = legal_payment_day(comes + timedelta(days=DAYS_TO_PAY))
    why = _("Hvis påkravet kommer {comes}, er fristen {days_to_pay} dage efter. Ingen frist løber endnu.").format(
        comes=weekday_and_day(comes), days_to_pay=DAYS_TO_PAY
    )
    yield _one(StepKey.PAY_BY, pay_by, Basis.ESTIMATE, why, vejledende=True)
    why = _("Tidligst dagen efter den frist. Der er ingen ophævelse uden et påkrav først.")
    yield _one(StepKey.OPHAEVELSE, pay_by + ONE_DAY, Basis.ESTIMATE, why, vejledende=True, path=_OPHAEVELSE)


def _after(
    kind: str, letters: Letters, usual: UsualTimes, on: date | None, before: tuple[ClockStep, ...]
) -> Iterator[ClockStep]:
    """Ophævelse as it came, the fogedret and the eviction: real days where there are some, else estimates."""
    if letters.ophaevelse:
        came = weekday_and_day(letters.ophaevelse)
        why = _("Ophævelsen kom {came}. Betaling giver ikke længere ret til at blive ({ophaevelse}).").format(
            came=came, ophaevelse=LAWS[kind].ophaevelse
        )
        yield _one(StepKey.OPHAEVELSE, letters.ophaevelse, Basis.LETTER, why, path=_OPHAEVELSE)
    ended = letters.ophaevelse or next((s.first for s in before if s.key is StepKey.OPHAEVELSE), None) or on
    if ended is None:
        return
    filing = _filing(letters, usual, ended, on, kind)
    if filing:
        yield filing
    at = Span(filing.first, filing.last) if filing else Span(ended, ended)
    meeting = _court(StepKey.COURT_MEETING, letters.court_meeting, usual, at, on)
    if letters.court_meeting or not letters.eviction:
        yield meeting
    yield _court(StepKey.EVICTION, letters.eviction, usual, Span(meeting.first, meeting.last), on)


def _filing(letters: Letters, usual: UsualTimes, ended: date, on: date | None, kind: str) -> ClockStep | None:
    path = "case.arrears.municipality_notified"
    if letters.municipality_notified:
        day = letters.municipality_notified
        why = _("Kommunen fik besked {day}. {told}").format(day=weekday_and_day(day), told=_told(kind))
        return _one(StepKey.COURT_FILING, day, Basis.LETTER, why, path=path)
    if letters.court_meeting or letters.eviction:
        return None  # it has been filed, and nobody has said when
    wait = usual.waits[COURT_FILING]
    span = _span_not_before(wait.after(ended), on)
    why = _("Et skøn: {days} efter ophævelsen. {told}").format(
        days=_days(wait.least_days, wait.most_days), told=_told(kind)
    )
    return ClockStep(
        key=StepKey.COURT_FILING, first=span.first, last=span.last, basis=Basis.ESTIMATE, why=why, vejledende=True,
        path=path,
    )  # fmt: skip


def _court(key: StepKey, told: date | None, usual: UsualTimes, before: Span, on: date | None) -> ClockStep:
    """The meeting or the eviction: as the fogedret has written, else an estimate from the step before."""
    path = f"case.arrears.{key}"
    if told:
        named = _("Mødet") if key is StepKey.COURT_MEETING else _("Udsættelsen")
        return _one(
            key,
            told,
            Basis.LETTER,
            _("{named} er sat til {told} ({settled}).").format(
                named=named, told=weekday_and_day(told), settled=SETTLED
            ),
            path=path,
        )
    wait = usual.waits[key]
    span = _span_not_before(Span(wait.after(before.first).first, wait.after(before.last).last), on)
    after = _("sagen er sendt") if key is StepKey.COURT_MEETING else "mødet"
    why = _("Et skøn: {days} efter {after} ({settled}).").format(
        days=_days(wait.least_days, wait.most_days), after=after, settled=SETTLED
    )
    return ClockStep(
        key=key, first=span.first, last=span.last, basis=Basis.ESTIMATE, why=why, vejledende=True, path=path
    )


def _one(key: StepKey, day: date, basis: Basis, why: str, *, path: str = "", vejledende: bool = False) -> ClockStep:
    office = bank_day_on_or_after(day) if key in (StepKey.PAAKRAV, StepKey.OPHAEVELSE) else day
    in_practice = office if office != day and basis is not Basis.LETTER else None
    return ClockStep(
        key=key, first=day, last=day, basis=basis, why=why, in_practice=in_practice, vejledende=vejledende, path=path
    )  # fmt: skip


def _told(kind: str) -> str:
    """Whose duty it is to tell the municipality, and by when."""
    if kind == "almen":
        return _("Udlejer skal give kommunen besked på skrift senest samme dag (almenlejeloven § 92, stk. 2).")
    return _("Privat leje: fogedretten giver kommunen besked.")


def _days(least: int | None, most: int | None) -> str:
    return _("{least}-{most} dage").format(least=least, most=most)


def _not_before(day: date, on: date | None) -> date:
    return day if on is None else max(day, on)


def _span_not_before(span: Span, on: date | None) -> Span:
    """An estimate: never before today, and never a day on which courts and offices are closed."""
    first, last = (bank_day_on_or_after(_not_before(day, on)) for day in (span.first, span.last))
    return Span(first, last)


def _disorder(letters: Letters, pay_by: date | None) -> Iterator[str]:
    """Days that cannot be in that order, and an ophævelse that came while the deadline still ran."""
    told = (
        (_("Påkravet"), letters.paakrav),
        (_("Ophævelsen"), letters.ophaevelse),
        (_("Mødet i fogedretten"), letters.court_meeting),
        (_("Udsættelsen"), letters.eviction),
    )
    known = [(name, day) for name, day in told if day is not None]
    for (name, day), (later, then) in pairwise(known):
        if then < day:
            yield (
                _(
                    "Dagene passer ikke: {later}{later_2} ({then}) ligger før {name}{name_2} ({day}). Se på "
                    "brevene, og ret den forkerte dag."
                ).format(
                    later=later[0].lower(),
                    later_2=later[1:],
                    then=weekday_and_day(then),
                    name=name[0].lower(),
                    name_2=name[1:],
                    day=weekday_and_day(day),
                )
            )
    ended = letters.ophaevelse
    if ended and pay_by and letters.paakrav and letters.paakrav <= ended <= pay_by:
        yield (
            _(
                "Ophævelsen kom {ended}, før fristen {pay_by} var gået. Den kan være ugyldig. Få brevene "
                "set efter af en jurist i dag."
            ).format(ended=weekday_and_day(ended), pay_by=weekday_and_day(pay_by))
        )
