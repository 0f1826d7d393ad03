"""Figures on a printed line: amounts with comma, point, spaces, `kr` or a trailing minus; quantities; weights.

A figure in which an engine has put a letter for a digit (`1O,95`), or lost the comma (`12 95`), is only a maybe: it
counts when the sum of the receipt says so, and otherwise not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from budgetdesk.money import LARGEST, OERE, to_oere

_MINUS = "[-\u2212\u2013\u2014~]"
_UNIT_AFTER = r"(?!\s?(?:l|cl|dl|ml|kg|g|gr|mg|m|cm|mm|%|pct)\b)"
_END = rf"(?![\w]|[.,:/]\d){_UNIT_AFTER}"
_CURRENCY = r"(?:kr\.?|dkk|rm|,-|kr\.,)"
_AMOUNT = re.compile(
    rf"(?<![\w.,:/*#])(?P<front>{_MINUS}\s?)?(?:{_CURRENCY}\s?)?(?P<front2>{_MINUS}\s?)?"
    r"(?P<whole>\d{1,3}(?:\.\d{3})+|\d{1,6})\s?[.,]\s?(?P<oere>\d{2})"
    rf"(?:(?P<back>\s?{_MINUS})(?![\w])|{_END})",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    rf"(?<![\w.,:/*#])(?P<front>{_MINUS}\s?)?(?:(?:kr\.?|dkk)\s?(?P<a>\d{{1,6}})(?:,-)?|(?P<b>\d{{1,6}})(?:,-(?!\d)|\s?kr\b\.?))(?!\d|[.,]\d)",
    re.IGNORECASE,
)
_GARBLED = re.compile(
    rf"(?<![\w.,:/*#])(?P<front>{_MINUS}\s?)?(?P<whole>[0-9OoØøQDIl|!SsBZ]{{1,5}})\s?[.,]\s?(?P<oere>[0-9OoØøQDIl|!SsBZ]{{2}})"
    rf"(?P<back>\s?{_MINUS})?(?!\w)"
)
_NO_COMMA = re.compile(rf"(?<!\S)(?P<whole>\d{{1,4}})\s?(?P<oere>\d{{2}})(?P<back>\s?{_MINUS})?\s*$")
_SPACED_THOUSAND = re.compile(r"(?<![\w.,])(\d{1,3}) (\d{3}[.,]\d{2})(?!\w)")
_AS_DIGIT = str.maketrans("OoØøQDIl|!SsBZ", "00000011115582")
_DATE_OR_TIME = re.compile(
    r"\b[\dOoIl|]{1,2}[.,/-] ?[\dOoIl|]{1,2}[.,/-] ?(?:20)?[\dOoIl|]{2}\b(?![.,]\d)"
    r"(?:\s*(?:kl\.?)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?"
    r"|\b20\d{2}-\d{2}-\d{2}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|\bkl\.?\s*\d{1,2}[.:]\d{2}\b",
    re.IGNORECASE,
)
_TAX_CODE = re.compile(r"(?<=[\d-])\s+[a-zæøå]?[A-EX*#]\s*$")  # an engine sees a small letter in the gap


@dataclass(frozen=True)
class Figure:
    """One amount on a line, kr, and where it stands."""

    amount: Decimal
    start: int
    end: int


@dataclass(frozen=True)
class Figures:
    """The amounts of a line, left to right; `maybe` are other readings of the last, best first."""

    text: str
    """The line less dates, times and the letter of the tax."""
    sure: tuple[Figure, ...]
    maybe: tuple[Figure, ...] = ()

    @property
    def last(self) -> Figure | None:
        """The amount in the column of prices: it stands at the end of the line."""
        found = self.sure[-1] if self.sure else None
        return found if found is not None and not _words_after(self.text, found) else None

    @property
    def before(self) -> str:
        """What stands left of the price."""
        figure = self.last or (self.maybe[0] if self.maybe else None)
        return self.text if figure is None else self.text[: figure.start]


def figures(line: str) -> Figures:
    """All amounts of a printed line."""
    text = _DATE_OR_TIME.sub(" ", line.replace("\u00a0", " "))
    text = _TAX_CODE.sub("", text.rstrip())
    exact = [_figure(match) for match in _AMOUNT.finditer(text)]
    whole = [_whole(match) for match in _WHOLE.finditer(text)]
    apart = [one for one in whole if all(one.end <= other.start or one.start >= other.end for other in exact)]
    sure = sorted([*exact, *apart], key=lambda figure: figure.start)
    sure = [figure for figure in sure if abs(figure.amount) <= LARGEST]
    thousand = _SPACED_THOUSAND.search(text)
    if sure and thousand and thousand.end() == sure[-1].end and _is_one_number(text, thousand):
        return Figures(text, (*sure[:-1], _thousand(thousand)))
    return Figures(text, tuple(sure), tuple(_maybes(text, sure)))


def _is_one_number(text: str, thousand: re.Match[str]) -> bool:
    """`1 030,50`, or `1 234,50` in a column of its own; `Ost 1 234,50` may be one cheese at 234,50."""
    return thousand[2].startswith("0") or text[: thousand.start()].endswith("  ")


def _maybes(text: str, sure: list[Figure]) -> list[Figure]:
    if sure:
        thousand = _SPACED_THOUSAND.search(text)
        return [_thousand(thousand)] if thousand and thousand.end() == sure[-1].end else []
    found = [_figure(match) for match in _GARBLED.finditer(text) if re.search(r"\d", match[0])]
    found = [figure for figure in found if not _words_after(text, figure)]
    lost = _NO_COMMA.search(text)
    return found[-1:] or ([_figure(lost)] if lost else [])


def _thousand(match: re.Match[str]) -> Figure:
    amount = Decimal((match[1] + match[2]).replace(",", "."))
    return Figure(amount, match.start(), match.end())


def _figure(match: re.Match[str]) -> Figure:
    whole = match["whole"].replace(".", "").translate(_AS_DIGIT)
    amount = Decimal(f"{whole}.{match['oere'].translate(_AS_DIGIT)}")
    groups = match.groupdict()
    minus = any(groups.get(name) for name in ("front", "front2", "back"))
    return Figure(-amount if minus else amount, match.start(), match.end())


def _whole(match: re.Match[str]) -> Figure:
    amount = Decimal(match["a"] or match["b"]).quantize(OERE)
    return Figure(-amount if match["front"] else amount, match.start(), match.end())


def _words_after(text: str, figure: Figure) -> bool:
    after = re.sub(rf"(?i)^\s*{_CURRENCY}", "", text[figure.end :])
    return re.search(r"[^\W_]{2}|\d", after) is not None


@dataclass(frozen=True)
class Quantity:
    """`2 x 10,50`: how many (pieces or kg), of what, kr each, and where the words stand."""

    count: Decimal
    unit: str
    each: Decimal
    start: int
    end: int

    @property
    def product(self) -> Decimal:
        """Kr, whole øre, half an øre up."""
        return to_oere(self.count * self.each)


_EACH = r"(?:kr\.?\s?)?(?P<each>\d{1,5}\s?[.,]\s?\d{2})(?!\d)"
_PER = r"(?:\s?(?:kr\.?|dkk))?(?:\s?/\s?(?:kg|stk|st)\.?|\s?pr\.?\s?(?:kg|stk)\.?|\s?kr/kg)?"
_TIMES = r"(?:x|×|\*|à|á|a|@|X)"
_QUANTITIES = (
    re.compile(
        rf"(?<![\w.,])(?P<count>\d{{1,3}}[.,]\d{{2,3}})\s?(?P<unit>kg)\s*{_TIMES}?\s*{_EACH}{_PER}", re.IGNORECASE
    ),
    re.compile(rf"(?<![\w.,])(?P<count>\d{{1,3}}[.,]\d{{3}})\s*{_TIMES}\s*{_EACH}{_PER}", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,])(?P<count>\d{{1,3}})\s?(?P<unit>stk|st|pk|ps)\.?\s*{_TIMES}\.?\s*{_EACH}{_PER}", re.IGNORECASE
    ),
    re.compile(rf"(?<![\w.,])(?P<count>\d{{1,3}})\s?{_TIMES}\s*{_EACH}{_PER}", re.IGNORECASE),
    re.compile(rf"(?<![\w.,]){_EACH}{_PER}\s*[x×*]\s*(?P<count>\d{{1,3}}[.,]\d{{3}})\s?(?P<unit>kg)?", re.IGNORECASE),
    re.compile(
        rf"(?<![\w.,]){_EACH}{_PER}\s*[x×*]\s*(?P<count>\d{{1,3}})(?![\d.,])\s?(?P<unit>stk)?\.?", re.IGNORECASE
    ),
)
_COUNT_FIRST = re.compile(r"^\s*(?P<count>\d{1,2})\s?(?:x|×|stk\.?)\s+(?=[^\W\d_])", re.IGNORECASE)


def quantity(text: str) -> Quantity | None:
    """The quantity and price each on a line; None when there are none."""
    for pattern in _QUANTITIES:
        match = pattern.search(text)
        count = _number(match["count"]) if match else None
        each = _number(match["each"]) if match else None
        if match and count and each:
            named = (match.groupdict().get("unit") or "").casefold()
            unit = "kg" if named == "kg" or count != count.to_integral_value() else "stk"
            return Quantity(count, unit, each, match.start(), match.end())
    return None


def count_first(text: str) -> tuple[Decimal | None, str]:
    """`2 x WASA` -> (2, "WASA"); the text itself where it does not begin with a number of pieces."""
    match = _COUNT_FIRST.match(text)
    return (Decimal(match["count"]), text[match.end() :]) if match and int(match["count"]) else (None, text)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"\s", "", text).replace(",", "."))
    except InvalidOperation:
        return None
