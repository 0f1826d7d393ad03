"""Letters, postcards and short texts by which a tenant is reached: filled from facts, changed by hand, and held against
what others may read.

The texts are data (`resources/letters/contact/*.toml`). A field that is not known is a line to write on. A postcard, a
text on a screen and an ordinary mail can be read by others: no word about money or illness, no amount, no number of a
person stands in them (`telling`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.house import House
from budgetdesk.casework.tasks import LIST
from budgetdesk.formats import weekday
from budgetdesk.household.case import Case
from budgetdesk.household.words import ContactKind

BLANK = "________________"
FIELD = re.compile(r"\{(\w+)\}")
FIELDS = {
    "first_name": "case.persons",
    "adviser": "case.case.adviser",
    "organisation": "",
    "phone": "",
    "today": "",
    "day": LIST,
    "time": "",
}
"""Every field a text may use, and the fact it comes from; "" where it stands in no case."""
OPEN = frozenset({ContactKind.SMS, ContactKind.EMAIL, ContactKind.POSTCARD})
"""What others can read."""
_CPR = re.compile(r"\b\d{6}\s?[-–]?\s?\d{4}\b")
_AMOUNT = re.compile(r"\d[\d.,]*\s*(?:kr\b|kroner)", re.IGNORECASE)
_MONTHS = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
           "december")  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ContactText:
    """One text as it is written for everybody."""

    key: str
    title: str
    kind: ContactKind
    purpose: str
    paragraphs: tuple[str, ...]
    subject: str = ""


ContactTexts = Mapping[str, ContactText]
"""By name, in the order in which they are offered."""


@dataclass(frozen=True, kw_only=True)
class FilledText:
    """One text with the facts of a case."""

    of: ContactText
    subject: str
    text: str
    gaps: tuple[str, ...]
    """Fields that nobody has filled in."""


@dataclass(frozen=True)
class Telling:
    """What stands in a text and must not: the words, amounts and numbers of persons as they were written."""

    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.numbers)


def fill(text: ContactText, case: Case, house: House | None, on: date) -> FilledText:
    """The text with the facts of a case on a day."""
    known = _known(case, house or House(), on)
    used = [field for paragraph in (text.subject, *text.paragraphs) for field in FIELD.findall(paragraph)]
    gaps = tuple(dict.fromkeys(field for field in used if not known[field] and field != "time"))

    def put(found: re.Match[str]) -> str:
        return known[found[1]] or ("" if found[1] == "time" else BLANK)

    return FilledText(
        of=text,
        subject=FIELD.sub(put, text.subject),
        text="\n\n".join(FIELD.sub(put, paragraph) for paragraph in text.paragraphs),
        gaps=gaps,
    )


def telling(text: str, kind: ContactKind, words: Sequence[str]) -> Telling:
    """What others must not read. A number of a person stands nowhere; the rest only counts where others can read."""
    numbers = tuple(found[0] for found in _CPR.finditer(text))
    if kind not in OPEN:
        return Telling(numbers=numbers)
    low = f" {text.casefold()} "
    said = dict.fromkeys(
        found[0].strip(" .,!?:;")
        for word in words
        for found in re.finditer(rf"(?<![\wæøå]){re.escape(word)}[\wæøå]*", low)
    )
    return Telling(words=tuple(said), numbers=(*numbers, *(found[0] for found in _AMOUNT.finditer(text))))


def _known(case: Case, house: House, on: date) -> dict[str, str]:
    tenant = case.tenant
    meetings = sorted(
        (one.by, one.time)
        for one in case.conversation.next_steps
        if one.meeting and one.done is None and one.by is not None and one.by >= on
    )
    day, time = meetings[0] if meetings else (None, "")
    return {
        "first_name": tenant.name.split()[0] if tenant is not None and tenant.name.strip() else "",
        "adviser": case.info.adviser,
        "organisation": house.name or case.info.organisation,
        "phone": house.phone,
        "today": _day(on),
        "day": _day(day) if day is not None else "",
        "time": f" kl. {time}" if time else "",
    }


def _day(day: date) -> str:
    return f"{weekday(day)} den {day.day}. {_MONTHS[day.month - 1]}"
