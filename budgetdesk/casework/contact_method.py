"""How a tenant is tried: in which order, how often, when, and what then. The method is data, the day is an argument.

The order is that of the reports ([S] SBi 2015:10, [C] CFBU, [K] Københavns Kommune 2008); numbers and waits are the
house's own (`resources/contact/method.toml`). Nothing is ever tried by the program: it proposes, the adviser does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from budgetdesk.benefits.rates import Confidence
from budgetdesk.casework.clock import clock_of, letter_in_force
from budgetdesk.dates import ONE_DAY, bank_day_on_or_after, bank_day_on_or_before
from budgetdesk.household.case import Case
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative, Letter

TENANT = ""
"""`Contact.with_whom` of an attempt to reach the tenant."""
_SERIOUS = (Letter.PAAKRAV, Letter.OPHAEVELSE, Letter.FOGED)
_WRITTEN = (ContactKind.SMS, ContactKind.EMAIL, ContactKind.LETTER, ContactKind.POSTCARD)


@dataclass(frozen=True, kw_only=True)
class MethodStep:
    """One way to try: so many times, `wait` bank days after the try before, and `answer` bank days to answer it."""

    kind: ContactKind
    tries: int
    wait: int
    times: tuple[str, ...] = ()
    """The times of the day, one for each try in turn: `10.00`."""
    answer: int = 0
    hint: str = ""


@dataclass(frozen=True)
class Then:
    """What to do when the tries are used up, and where that stands."""

    text: str
    source: str


@dataclass(frozen=True, kw_only=True)
class Method:
    """The tries for some types of case, in order."""

    key: str
    title: str
    types: tuple[str, ...]
    steps: tuple[MethodStep, ...]
    then: tuple[Then, ...]
    source: str
    confidence: Confidence
    numbers: str = ""
    """Where the numbers come from, where it is not the source of the order."""
    threatened: bool = False
    """Whether it also counts for every case with a påkrav, an ophævelse or a letter from the fogedret."""


@dataclass(frozen=True, kw_only=True)
class Methods:
    """Everything the file holds; the last method is for every other type of case."""

    checked: date
    methods: tuple[Method, ...]
    people_days: int
    """After so many days a contact person's number is to be checked again."""
    people_source: str = ""


class TryState(StrEnum):
    """Where the tries stand."""

    TRY = "try"
    AGREED = "agreed"
    """Somebody has written down when to try again."""
    REACHED = "reached"
    DECLINED = "declined"
    USED_UP = "used_up"


@dataclass(frozen=True, kw_only=True)
class NextTry:
    """What to try next, and why. `number` of `of` tries that the method has in all."""

    state: TryState
    method: Method
    kind: ContactKind | None = None
    on: date | None = None
    time: str = ""
    number: int = 0
    of: int = 0
    hint: str = ""
    last: Contact | None = None
    """The attempt before it, or the one that was answered."""
    pressed: bool = False
    """Whether the day was moved forward because the last day to pay comes before it."""
    check_address: bool = False
    """Whether the last try came back: number or address may be wrong."""


def method_for(case: Case, methods: Methods) -> Method:
    """The method of a case: by the letter in hand, else by its types, else the last one."""
    if letter_in_force(case) in _SERIOUS:
        found = next((one for one in methods.methods if one.threatened), None)
        if found is not None:
            return found
    types = (case.info.type, *case.course.more_types)
    return next((m for word in types for m in methods.methods if word in m.types), methods.methods[-1])


def next_try(case: Case, methods: Methods, on: date) -> NextTry:
    """What to try next to reach the tenant. A day that somebody wrote down wins over the method's own; no day lies
    before `on`, nor, while a last day to pay is known and ahead, after it."""
    method = method_for(case, methods)
    total = sum(step.tries for step in method.steps)
    tries = _since_reached(case.contacts)
    last = tries[-1] if tries else None
    if _met_since(case, last):
        return NextTry(state=TryState.REACHED, method=method, of=total)
    if last is None:
        return _first(case, method, total, on)
    answered = _answered(last, method, total)
    if answered is not None:
        return answered
    if last.next_on is not None and last.next_on >= on:
        return NextTry(
            state=TryState.AGREED, method=method, kind=last.next_kind or last.kind, on=last.next_on,
            time=last.next_time, number=min(len(tries) + 1, total), of=total, last=last,
        )  # fmt: skip
    return _by_method(case, method, tries, on)


def attempts(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """The contacts with the tenant, the oldest first; those without a day come first, as they were written."""
    ours = [one for one in contacts if one.with_whom == TENANT]
    return tuple(sorted(ours, key=lambda one: (one.on or date.min, one.time)))


def _answered(last: Contact, method: Method, total: int) -> NextTry | None:
    if last.outcome is ContactOutcome.REACHED or last.initiative is Initiative.TENANT:
        if last.next_on is None:
            return NextTry(state=TryState.REACHED, method=method, of=total, last=last)
        return NextTry(
            state=TryState.AGREED, method=method, kind=last.next_kind or last.kind, on=last.next_on,
            time=last.next_time, of=total, last=last,
        )  # fmt: skip
    if last.outcome is ContactOutcome.DECLINED:
        return NextTry(state=TryState.DECLINED, method=method, of=total, last=last)
    return None


def _since_reached(contacts: Sequence[Contact]) -> Sequence[Contact]:
    """The tries since somebody last spoke with the tenant; that contact alone where nothing was tried since."""
    tries = attempts(contacts)
    over = [number for number, one in enumerate(tries) if _is_over(one)]
    return tries[over[-1] + 1 :] or tries[-1:] if over else tries


def _met_since(case: Case, last: Contact | None) -> bool:
    """Whether the tenant has sat at the desk since the last try, though nobody wrote a contact: a plan runs, a
    consent was given, or the talk about expectations held."""
    talk, agreement, yes = case.conversation, case.agreement, case.arrears.landlord_accepted
    made = (agreement.made_on or (yes.on if yes is not None else None)) if agreement is not None else None
    days = [day for day in (talk.expectations_on, made, *(one.given for one in talk.consents)) if day is not None]
    if not days or (last is not None and last.next_on is not None):
        return False
    return last is None or (not _is_over(last) and last.on is not None and last.on <= max(days))


def _is_over(one: Contact) -> bool:
    return one.outcome in (ContactOutcome.REACHED, ContactOutcome.DECLINED) or one.initiative is Initiative.TENANT


def _first(case: Case, method: Method, total: int, on: date) -> NextTry:
    step = method.steps[0]
    day, pressed = _within(case, bank_day_on_or_after(on), on)
    return NextTry(
        state=TryState.TRY, method=method, kind=step.kind, on=day, time=_time(step, 0), number=1, of=total,
        hint=step.hint, pressed=pressed,
    )  # fmt: skip


def _by_method(case: Case, method: Method, tries: Sequence[Contact], on: date) -> NextTry:
    """The first step whose tries are not used up. A written try has its days to answer before the next."""
    total = sum(step.tries for step in method.steps)
    done: dict[ContactKind | None, int] = {}
    for one in tries:
        done[one.kind] = done.get(one.kind, 0) + 1
    last = tries[-1]
    came_back = last.outcome is ContactOutcome.RETURNED
    for place, step in enumerate(method.steps):
        made = done.get(step.kind, 0)
        if came_back and step.kind is last.kind:
            continue
        later = any(done.get(after.kind, 0) for after in method.steps[place + 1 :])
        if made >= step.tries or later:
            continue
        day, pressed = _within(case, _after(last, step, method, on), on)
        return NextTry(
            state=TryState.TRY, method=method, kind=step.kind, on=day, time=_time(step, made),
            number=min(len(tries) + 1, total), of=total, hint=step.hint, last=last, pressed=pressed,
            check_address=came_back,
        )  # fmt: skip
    return NextTry(state=TryState.USED_UP, method=method, of=total, last=last, check_address=came_back)


def _after(last: Contact, step: MethodStep, method: Method, on: date) -> date:
    before = next((one for one in method.steps if one.kind is last.kind), None)
    wait = step.wait
    if last.kind in _WRITTEN and last.outcome is not ContactOutcome.RETURNED and before is not None:
        wait = max(wait, before.answer)
    return max(bank_days_after(last.on or on, wait), bank_day_on_or_after(on))


def _within(case: Case, day: date, on: date) -> tuple[date, bool]:
    """Not after the bank day on which the last day to pay ends, while that is still ahead."""
    clock = clock_of(case)
    if clock is None or clock.pay_by is None:
        return day, False
    last = bank_day_on_or_before(clock.pay_by.day)
    return (last, True) if on <= last < day else (day, False)


def _time(step: MethodStep, made: int) -> str:
    return step.times[made % len(step.times)] if step.times else ""


def bank_days_after(day: date, number: int) -> date:
    """So many bank days after a day; 0 is the day itself, or the first bank day after it."""
    found = bank_day_on_or_after(day)
    for _ in range(number):
        found = bank_day_on_or_after(found + ONE_DAY)
    return found


@dataclass(frozen=True)
class ContactCount:
    """How often a tenant was tried, and how long it took."""

    tries: int
    reached: int
    minutes: int
    kinds: Mapping[ContactKind, int] = field(default_factory=dict)


def counted(contacts: Sequence[Contact], *, since: date | None = None) -> ContactCount:
    """Tries and minutes, with everybody; `reached` are those that came to a talk with the tenant."""
    found = [one for one in contacts if since is None or (one.on is not None and one.on >= since)]
    kinds: dict[ContactKind, int] = {}
    for one in found:
        if one.kind is not None:
            kinds[one.kind] = kinds.get(one.kind, 0) + 1
    ours = [one for one in found if one.with_whom == TENANT]
    reached = sum(one.outcome is ContactOutcome.REACHED for one in ours)
    return ContactCount(len(ours), reached, sum(one.minutes or 0 for one in found), kinds)


def is_stale(checked: date | None, methods: Methods, on: date) -> bool:
    """Whether a number was last checked too long ago, or never."""
    return checked is None or on - checked > timedelta(days=methods.people_days)
