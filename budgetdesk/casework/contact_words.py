"""Quick entry of a contact: one line as an adviser would say it, read into a contact.

`ring, tog ikke telefonen, prøv igen torsdag kl. 17` is a call that nobody answered, to be tried again. Commas part what
happened from what is next. What is not understood stays as the note, so that nothing typed is lost, and the window
shows what was understood before it is saved. The words are data (`resources/contact/words.toml`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeVar

from budgetdesk.dates import parse_date
from budgetdesk.errors import BadDateError
from budgetdesk.household.course import Contact
from budgetdesk.household.words import ContactKind, ContactOutcome, Initiative

_PARTS = re.compile(r"[,;\n]+|(?<=[a-zæøå]{5})\.\s+|\.\s*$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:kl\.?|klokken)\s*(\d{1,2})(?:[.:](\d{2}))?(?!\d)")
_MINUTES = re.compile(r"\b(\d{1,3})\s*(?:minutter|minut|min\.?)(?![a-zæøå])")
_HOURS = re.compile(r"\b(\d{1,2}|en|halv)\s*(?:timer|time)\b")
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")  # fmt: skip
_DATE = re.compile(
    rf"\b(?:den\s+)?(\d{{1,2}})(?:[./-](\d{{1,2}})|\.?\s+({'|'.join(_MONTHS)}))(?:[./ -](\d{{4}}))?(?!\d)"
)
_FILLING = frozenset(
    [
        "til",
        "hos",
        "på",
        "den",
        "det",
        "de",
        "lejer",
        "lejeren",
        "igen",
        "og",
        "men",
        "med",
        "jeg",
        "vi",
        "blev",
        "er",
        "i",
        "om",
        "der",
        "af",
        "for",
        "kl",
        "at",
        "d.",
        "har",
        "ham",
        "hende",
        "nu",
    ]
)
_OF_PHONE = (ContactOutcome.NO_ANSWER, ContactOutcome.MESSAGE_LEFT)
_AT_THE_DOOR = (ContactKind.VISIT, ContactKind.MEETING)
_DAYS_AWAY = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2, "next_week": 7,
              "two_weeks": 14}  # fmt: skip
_T = TypeVar("_T")


@dataclass(frozen=True, kw_only=True)
class ContactWords:
    """What the words mean, each phrase in small letters."""

    kinds: Mapping[str, ContactKind]
    outcomes: Mapping[str, ContactOutcome]
    initiative: Mapping[str, Initiative]
    following: tuple[str, ...]
    """What begins with one of these, after what happened, is what is next."""
    again: tuple[str, ...]
    """What begins with one of these is always what is next."""
    days: Mapping[str, str]
    weekdays: Mapping[str, int]
    """Monday is 0."""
    times: Mapping[str, str]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was understood. `side`: a body that was named, of which the case has no person."""

    contact: Contact
    side: str = ""

    @property
    def understood(self) -> bool:
        """Whether it says what was done, or what came of it; without that nothing is saved."""
        return self.contact.kind is not None


def hear(
    text: str, words: ContactWords, *, on: date, people: Mapping[str, Sequence[str]] | None = None,
    sides: Mapping[str, Sequence[str]] | None = None,
) -> Heard:  # fmt: skip
    """Read one line. `people`: the id of a contact person and what they are called; `sides`: a body's key and its
    names. A weekday is the last such day for what happened, and the next such day for what is to come."""
    contact = Contact(id="", on=on, entered_on=on)
    notes: list[str] = []
    for number, part in enumerate(one.strip() for one in _PARTS.split(text) if one and one.strip()):
        low = f" {part.casefold()} "
        if _is_next(low, contact, number, words, on):
            contact = _next(contact, part, low, words, on)
        else:
            contact, left = _event(contact, low, words, on)
            notes += [part] if left else []
    whole = f" {text.casefold()} "
    person = _named(whole, people or {})
    side = "" if person else _named(whole, sides or {})
    contact = replace(_implied(contact), with_whom=person, note=". ".join(notes))
    return Heard(contact=contact, side=side)


def day_ahead(text: str, words: ContactWords, on: date) -> tuple[date | None, str]:
    """The day to come that a text names, and the text without it (its other letters as they stand)."""
    low = f" {text.casefold()} "
    day = _day(low, words, on, future=True)
    if day is None:
        return None, text
    return day, _cut(f" {text} ", low, _day_spot(low, words))


def time_said(text: str, words: ContactWords) -> tuple[str, str]:
    """The time of the day that a text names (`17.00`), and the text without it."""
    low = f" {text.casefold()} "
    time, _ = _time(low, words)
    if not time:
        return "", text
    clock = _CLOCK.search(low)
    return time, _cut(f" {text} ", low, clock.span() if clock else _spot(low, words.times))


def _cut(text: str, low: str, spot: tuple[int, int] | None) -> str:
    if spot is None or len(text) != len(low):
        return text.strip()
    return f"{text[: spot[0]].rstrip()} {text[spot[1] :].lstrip()}".strip()


def _day_spot(low: str, words: ContactWords) -> tuple[int, int] | None:
    written = _DATE.search(low)
    if written is not None:
        return written.span()
    return _spot(low, words.days) or _spot(low, words.weekdays)


def _spot(low: str, phrases: Iterable[str]) -> tuple[int, int] | None:
    """Where the longest phrase stands."""
    for phrase in sorted(phrases, key=len, reverse=True):
        found = re.search(rf"(?<![\wæøå]){re.escape(phrase)}(?![\wæøå])", low)
        if found:
            return found.span()
    return None


def _is_next(low: str, contact: Contact, number: int, words: ContactWords, on: date) -> bool:
    start = low.strip()
    if any(start.startswith(phrase) for phrase in words.again):
        return True
    if number == 0:
        return False
    ahead = _day(low, words, on, future=True)
    if any(start.startswith(phrase) for phrase in words.following):
        return contact.kind is not None and (ahead is not None or contact.outcome is not None)
    return contact.outcome is not None and ahead is not None and _outcome(low, words) is None


def _event(contact: Contact, low: str, words: ContactWords, on: date) -> tuple[Contact, bool]:
    """What a part says about what happened, and whether something in it was not understood."""
    found, left = contact, low
    outcome, left = _take(left, words.outcomes)
    initiative, left = _take(left, words.initiative)
    kind, _ = _take(low, words.kinds)
    _, left = _take(left, words.kinds)
    time, left = _clock(left)
    minutes, left = _minutes(left)
    day = _day(left, words, on, future=False)
    if day is not None:
        left = _without_day(left, words)
    found = replace(
        found,
        kind=found.kind or kind or (ContactKind.PHONE if initiative is Initiative.TENANT else None),
        outcome=outcome or found.outcome,
        initiative=initiative or found.initiative,
        time=time or found.time,
        minutes=minutes if minutes is not None else found.minutes,
        on=day or found.on,
    )
    rest = [word for word in re.findall(r"[\wæøå.]+", left) if word.strip(".") and word not in _FILLING]
    return found, bool(rest)


def _next(contact: Contact, part: str, low: str, words: ContactWords, on: date) -> Contact:
    """What is to come: its day, its time, how, and the words themselves."""
    time, left = _time(low, words)
    kind, _ = _take(left, words.kinds)
    day = _day(left, words, on, future=True)
    said = part.strip(" .")
    joined = f"{contact.next_step}, {said}" if contact.next_step else f"{said[:1].upper()}{said[1:]}"
    return replace(
        contact,
        next_step=joined,
        next_on=day or contact.next_on,
        next_time=time or contact.next_time,
        next_kind=kind or contact.next_kind,
    )


def _implied(contact: Contact) -> Contact:
    """A door that nobody opens is no telephone; a meeting that took place reached somebody."""
    kind, outcome = contact.kind, contact.outcome
    if kind is None and outcome in _OF_PHONE:
        kind = ContactKind.PHONE
    if kind is None and outcome is ContactOutcome.NOT_HOME:
        kind = ContactKind.VISIT
    if kind in _AT_THE_DOOR and outcome is ContactOutcome.NO_ANSWER:
        outcome = ContactOutcome.NOT_HOME
    if kind is ContactKind.MEETING and outcome is None:
        outcome = ContactOutcome.REACHED
    if contact.initiative is Initiative.TENANT and outcome is None:
        outcome = ContactOutcome.REACHED
    return replace(contact, kind=kind, outcome=outcome)


def _outcome(low: str, words: ContactWords) -> ContactOutcome | None:
    return _take(low, words.outcomes)[0]


def _take(low: str, phrases: Mapping[str, _T]) -> tuple[_T | None, str]:
    """What the longest phrase means that stands in a text, and the text without it."""
    for phrase in sorted(phrases, key=len, reverse=True):
        pattern = rf"(?<![\wæøå]){re.escape(phrase)}(?![\wæøå])"
        if re.search(pattern, low):
            return phrases[phrase], re.sub(pattern, " ", low, count=1)
    return None, low


def _clock(low: str) -> tuple[str, str]:
    """`kl. 17`, `kl 14.30`."""
    found = _CLOCK.search(low)
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return f"{int(found[1]):02d}.{int(found[2] or 0):02d}", f"{low[: found.start()]} {low[found.end() :]}"
    return "", low


def _time(low: str, words: ContactWords) -> tuple[str, str]:
    """The clock, else a part of the day, which only says when to try again."""
    time, left = _clock(low)
    if time:
        return time, left
    part, left = _take(low, words.times)
    return (part or ""), left


def _minutes(low: str) -> tuple[int | None, str]:
    found = _MINUTES.search(low)
    if found:
        return int(found[1]), f"{low[: found.start()]} {low[found.end() :]}"
    hours = _HOURS.search(low)
    if hours:
        minutes = {"en": 60, "halv": 30}.get(hours[1]) or 60 * int(hours[1])
        return minutes, f"{low[: hours.start()]} {low[hours.end() :]}"
    return None, low


def _day(low: str, words: ContactWords, on: date, *, future: bool) -> date | None:
    written = _written(low, on, future=future)
    if written is not None:
        return written
    away, _ = _take(low, words.days)
    if away is not None:
        days = _DAYS_AWAY[away]
        return on + timedelta(days=days) if (days >= 0 if future else days <= 0) else None
    weekday, _ = _take(low, words.weekdays)
    if weekday is None:
        return None
    ahead = (weekday - on.weekday() - 1) % 7 + 1
    return on + timedelta(days=ahead if future else ahead - 7)


def _written(low: str, on: date, *, future: bool) -> date | None:
    """`26.11`, `26/11`, `26. november`, with or without its year: the nearest such day ahead, or behind."""
    found = _DATE.search(low)
    if found is None:
        return None
    month = int(found[2]) if found[2] else _MONTHS.index(found[3]) + 1
    years: Iterable[int] = (
        [int(found[4])] if found[4] else ([on.year, on.year + 1] if future else [on.year, on.year - 1])
    )
    for year in years:
        try:
            day = parse_date(f"{found[1]}.{month}.{year}", today=on)
        except BadDateError:
            continue
        if found[4] or (day >= on if future else day <= on):
            return day
    return None


def _without_day(low: str, words: ContactWords) -> str:
    left = _DATE.sub(" ", low, count=1)
    if left != low:
        return left
    away, left = _take(low, words.days)
    return left if away is not None else _take(low, words.weekdays)[1]


def _named(low: str, names: Mapping[str, Sequence[str]]) -> str:
    """The first of those who are named, by the longest name."""
    found = [
        (len(name), key)
        for key, called in names.items()
        for name in called
        if len(name) >= 3 and re.search(rf"(?<![\wæøå]){re.escape(name.casefold())}(?:s|et|en)?(?![\wæøå])", low)
    ]
    return max(found)[1] if found else ""
