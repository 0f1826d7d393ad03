"""Statements in PDF with a text layer: rows found by their day, columns by where they stand under the headings.

Text that goes on over several lines, also over the end of a page, is put together. Where two readings of the columns
are possible, the balances decide which is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from budgetdesk.errors import StatementError
from budgetdesk.i18n import _
from budgetdesk.readers.banks.content import HOW
from budgetdesk.readers.banks.days import DayForm, read_day
from budgetdesk.readers.banks.layout import Columns
from budgetdesk.readers.banks.reading import read_rows
from budgetdesk.readers.banks.rows import BankRow, BankRows
from budgetdesk.readers.banks.sheet import Line
from budgetdesk.readers.pdf_words import TextLine, Word, text_lines

_HEADINGS = {
    "date": re.compile(r"dato|date|bogf(?:ørt|ørings?dato|\.?dato)?\.?"),
    "text": re.compile(r"posterings?tekst|tekst|text|beskrivelse|postering(?:er)?|description|specifikation"),
    "amount": re.compile(r"beløb|amount|bevægelse"),
    "money_out": re.compile(r"ud|hævet|udbetalt|udbetaling(?:er)?|debet|debit|træk|udgift(?:er)?"),
    "money_in": re.compile(r"ind|indsat|indbetalt|indbetaling(?:er)?|kredit|credit|indtægt(?:er)?"),
    "balance": re.compile(r"saldo|balance|kontosaldo"),
    "interest_day": re.compile(r"rentedato|rente-?dato|valør(?:dato)?"),
}
_MONEY = ("amount", "money_out", "money_in", "balance")
_AMOUNT = re.compile(r"[+\-\u2212]?(?:[0-9]{1,3}(?:[.,][0-9]{3})+|[0-9]+)[.,][0-9]{2}[-\u2212]?")
_DAY = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}(?:[./-](?:[0-9]{4}|[0-9]{2}))?\.?|[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHORT_DAY = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})\.?")
_ACCOUNT = re.compile(r"(?i)\bkonto(?:nr|nummer)?\.?:?\s+((?:[0-9]{4}[ -]?)?[0-9]{6,10})\b")
_CARRIED = re.compile(r"(?i)\b(?:primo|ultimo|saldo|transport|overføres|overført fra|overført til næste|start|slut)")
_FOOTER = re.compile(r"(?i)^\s*(?:side|page)\s+[0-9]+")
_UNIT = re.compile(r"(?i)(?:dkk|kr\.?)")
_NEAR = 32.0
"""Points: an amount that stands further from every heading belongs to the text."""
_FURTHEST_BELOW = 30.0
"""Points: a line further below a row does not carry its text on."""


@dataclass
class _Entry:
    """A row as it is being put together."""

    page: int
    y: float
    account: str
    day: str
    text: list[str] = field(default_factory=list)
    money: dict[str, str] = field(default_factory=dict)
    amounts: list[str] = field(default_factory=list)
    """The amounts from left to right, whatever they stand under."""


def pdf_rows(data: bytes, name: str, *, today: date) -> BankRows:
    """The rows of the file. Raises StatementError where it is locked, has no text, or no headings that we know."""
    lines = text_lines(data, name)
    entries, headings = _entries(lines)
    if not headings:
        raise StatementError(
            _("PDF’en “{name}” har ikke kolonner med dato, beløb og saldo, som vi kan finde. {how}").format(
                name=name, how=_(HOW)
            )
        )
    years = _Years(lines, today)
    readings = (_read(entries, headings, years, today), _read(entries, headings, years, today, by_rank=True))
    return min(readings, key=_faults)


def _faults(rows: BankRows) -> tuple[int, int]:
    """How often the balances break, and how many rows could not be read."""
    found = []
    for account in dict.fromkeys(row.account for row in rows.rows):
        own = [row for row in rows.rows if row.account == account and row.balance is not None]
        found.append(min(_breaks(own), _breaks(own[::-1])))
    return sum(found) + len(rows.problems), -len(rows.rows)


def _breaks(rows: Sequence[BankRow]) -> int:
    return sum((a.balance or 0) + b.amount != b.balance for a, b in pairwise(rows))


def _read(
    entries: Sequence[_Entry], headings: frozenset[str], years: _Years, today: date, *, by_rank: bool = False
) -> BankRows:
    order = [key for key in _MONEY if key in headings]
    lines = []
    for number, entry in enumerate(entries, start=1):
        money = _ranked(entry, headings) if by_rank else entry.money
        if not money.keys() - {"balance"} and _is_no_row(entry):
            continue
        cells = [years.whole(entry.day), " ".join(entry.text), entry.account, *(money.get(key, "") for key in order)]
        lines.append(Line(number, tuple(cells)))
    places = {key: 3 + index for index, key in enumerate(order)}
    return read_rows(lines, Columns.at({"date": 0, "text": 1, "account": 2, **places}), today=today)


def _is_no_row(entry: _Entry) -> bool:
    """A balance carried over, or a line that only begins like a row: neither has an amount."""
    return bool(entry.money) or not entry.text or _CARRIED.search(" ".join(entry.text)) is not None


def _ranked(entry: _Entry, headings: frozenset[str]) -> dict[str, str]:
    """The last amount is the balance and the one before it the amount, wherever they stand."""
    if "amount" not in headings or "balance" not in headings or len(entry.amounts) < 2:
        return entry.money
    return {"amount": entry.amounts[-2], "balance": entry.amounts[-1]}


def _entries(lines: Sequence[TextLine]) -> tuple[list[_Entry], frozenset[str]]:
    found: list[_Entry] = []
    table: _Headings | None = None
    seen: frozenset[str] = frozenset()
    account, page = "", 0
    for line in lines:
        heading = _Headings.of(line)
        if heading is not None:
            table, seen, page = heading, seen | heading.places.keys(), line.page
            continue
        named = _ACCOUNT.search(line.text)
        if named and (table is None or not _starts_row(line, table)):
            account = named[1].replace(" ", "").replace("-", "")
            continue
        if table is None or _FOOTER.search(line.text):
            continue
        if _starts_row(line, table):
            found.append(_Entry(line.page, line.y, account, _day_of(line)))
            table.put(found[-1], line, skip=1)
        elif found and table.goes_on(line, found[-1], page):
            table.put(found[-1], line)
            found[-1].page, found[-1].y = line.page, line.y
    return found, seen


def _starts_row(line: TextLine, table: _Headings) -> bool:
    first = line.words[0]
    return _DAY.fullmatch(first.text) is not None and first.x0 < table.text_from + _NEAR


def _day_of(line: TextLine) -> str:
    return line.words[0].text.rstrip(".")


@dataclass(frozen=True)
class _Headings:
    """Where the headings of the columns stand: left and right edge of each."""

    places: dict[str, tuple[float, float]]
    page: int
    y: float

    @classmethod
    def of(cls, line: TextLine) -> _Headings | None:
        """The headings in a line that has those of a day and of amounts; else None."""
        places: dict[str, tuple[float, float]] = {}
        for word in line.words:
            plain = word.text.casefold().strip(":.*()")
            for key, pattern in _HEADINGS.items():
                if key not in places and pattern.fullmatch(plain):
                    places[key] = (word.x0, word.x1)
        whole = "amount" in places or {"money_in", "money_out"} <= places.keys()
        return cls(places, line.page, line.y) if whole and "date" in places and len(places) >= 3 else None

    @property
    def text_from(self) -> float:
        return self.places.get("text", self.places["date"])[0]

    @property
    def text_to(self) -> float:
        return min(self.places[key][0] for key in _MONEY if key in self.places)

    def put(self, entry: _Entry, line: TextLine, *, skip: int = 0) -> None:
        """Take the words of a line into a row: amounts under their headings, everything else into the text."""
        words = line.words[skip:]
        if skip and words and _DAY.fullmatch(words[0].text) and words[0].x1 < self.text_from:
            words = words[1:]  # a second day, of interest
        held: dict[str, Word] = {}
        for word in words:
            key = self._column(word) if _AMOUNT.fullmatch(word.text) else ""
            if key:
                if key in held:
                    entry.text.append(held[key].text)
                held[key] = word
            elif not self._says_nothing(word):
                entry.text.append(word.text)
        entry.amounts += [word.text for word in held.values()]
        entry.money |= {key: word.text for key, word in held.items() if key not in entry.money}

    def _says_nothing(self, word: Word) -> bool:
        """The unit behind an amount, and the day of interest in a column of its own."""
        if _UNIT.fullmatch(word.text):
            return word.x0 > self.text_to - _NEAR
        left, right = self.places.get("interest_day", (0.0, 0.0))
        return right > 0 and _DAY.fullmatch(word.text) is not None and word.x1 > left - _NEAR / 4 and word.x0 < right

    def goes_on(self, line: TextLine, entry: _Entry, page: int) -> bool:
        """True when the line carries the text of the row before it on: close below, and in the column of texts."""
        first = line.words[0]
        if first.x0 < self.text_from - _NEAR / 4 or first.x0 > self.text_to:
            return False
        has_amounts = any(_AMOUNT.fullmatch(word.text) and self._column(word) for word in line.words)
        if has_amounts and entry.money:
            return False
        if line.page != entry.page:
            return line.page == page == self.page and self.y - line.y < _FURTHEST_BELOW
        return entry.y - line.y < _FURTHEST_BELOW

    def _column(self, word: Word) -> str:
        """The money column whose heading stands nearest above or below the word; "" when none is near."""
        apart = {
            key: max(place[0] - word.x1, word.x0 - place[1], 0.0) + abs(place[1] - word.x1) / 1000
            for key, place in self.places.items()
            if key in _MONEY
        }
        nearest = min(apart, key=apart.__getitem__)
        return nearest if apart[nearest] < _NEAR else ""


class _Years:
    """The year of a day that is printed without one: from the period or the newest whole day in the file."""

    def __init__(self, lines: Sequence[TextLine], today: date) -> None:
        self.today = today
        self.end = max(self._whole_days(lines), default=today)

    def whole(self, cell: str) -> str:
        """The cell with a year."""
        short = _SHORT_DAY.fullmatch(cell)
        if short is None:
            return cell
        text = f"{short[1]}.{short[2]}.{self.end.year}"
        found = read_day(text, DayForm.DMY, today=self.today)
        if found is not None and found > self.end:
            return f"{short[1]}.{short[2]}.{self.end.year - 1}"
        return text

    def _whole_days(self, lines: Sequence[TextLine]) -> Iterator[date]:
        for line in lines:
            for word in line.words:
                day = read_day(word.text.strip(".,"), DayForm.DMY, today=self.today) if len(word.text) >= 8 else None
                if day is not None and day <= self.today:
                    yield day
