"""Works the formulas of our Excel files out: a small spreadsheet, so that no test rests on LibreOffice being there.

Numbers are binary as in every spreadsheet. Whatever a formula uses that is not here is an error, not a guess.
"""

from __future__ import annotations

import calendar
import io
import math
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from defusedxml import ElementTree
from openpyxl.utils import column_index_from_string, get_column_letter

Place = tuple[str, str]
"""Sheet and cell."""
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Array = list[list[Any]]
"""Rows of cells."""
_TOKEN = re.compile(
    r"""\s*(?:(?P<number>\d+(?:\.\d+)?)|"(?P<text>(?:[^"]|"")*)"
    |(?P<ref>(?:(?:'(?:[^']|'')+'|[^\W\d][\wÆØÅæøå]*)!)?\$?[A-Z]{1,2}\$?\d+(?::\$?[A-Z]{1,2}\$?\d+)?)(?![\w(])
    |(?P<name>[A-Z]+)|(?P<sign><>|<=|>=|[-+*/=<>(),&]))""",
    re.VERBOSE,
)


class Wrong(Exception):
    """An error value, as #N/A."""


class Workbook:
    """The cells of a file; those with a formula are worked out when they are asked for."""

    def __init__(self, content: bytes) -> None:
        self.cells: dict[Place, Any] = {}
        """What is written in each cell; of a formula its text."""
        self.formulas: dict[Place, str] = {}
        """Every formula by its place. A text that begins with `=` is none."""
        self.kept: dict[Place, Any] = {}
        """The value that stands in the file beside each formula; "" for none."""
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            texts = [_text(one) for one in ElementTree.fromstring(packed.read("xl/sharedStrings.xml"))]
            book = ElementTree.fromstring(packed.read("xl/workbook.xml"))
            self.sheets = [one.attrib["name"] for one in book.iter(f"{_MAIN}sheet")]
            for number, name in enumerate(self.sheets, 1):
                sheet = ElementTree.fromstring(packed.read(f"xl/worksheets/sheet{number}.xml"))
                for cell in sheet.iter(f"{_MAIN}c"):
                    self._take(name, cell, texts)
        self.written: dict[Place, Any] = {}
        """What was put into it."""
        self._known: dict[Place, Any] = {}
        self._asked: set[Place] = set()

    def _take(self, sheet: str, cell: Any, texts: list[str]) -> None:
        place, formula = (sheet, cell.attrib["r"]), cell.findtext(f"{_MAIN}f")
        value, kind = cell.findtext(f"{_MAIN}v"), cell.attrib.get("t", "n")
        found = None if value is None else texts[int(value)] if kind == "s" else value if kind == "str" else ""
        if kind == "n" and value:
            found = float(value)
        self.cells[place] = found
        if formula is not None:
            self.formulas[place] = self.cells[place] = formula
            self.kept[place] = "" if found is None else found

    def differences(self) -> list[tuple[Place, str, Any, Any]]:
        """Formulas that come to something else than what stands beside them, to the oere."""
        found = []
        for place, formula in self.formulas.items():
            kept, value = self.kept[place], self.value(*place)
            value = "" if value is None else value
            numbers = isinstance(kept, float) and isinstance(value, int | float)
            if (abs(kept - value) >= 0.005) if numbers else kept != value:
                found.append((place, formula, kept, value))
        return found

    def put(self, sheet: str, cell: str, value: Any) -> None:
        """Write into a cell; everything is worked out anew."""
        assert (sheet, cell) not in self.formulas
        self.cells[sheet, cell] = self.written[sheet, cell] = value
        self._known.clear()

    def value(self, sheet: str, cell: str) -> Any:
        """What a cell comes to; None where it is empty."""
        place = sheet, cell
        if place in self._known:
            return self._known[place]
        value = self.cells.get(place)
        if place in self.formulas:
            assert place not in self._asked, f"{place} asks for itself"
            self._asked.add(place)
            try:
                value = _Formula(value, sheet, self).value()
            finally:
                self._asked.discard(place)
        self._known[place] = value
        return value

    def array(self, sheet: str, first: str, last: str) -> Array:
        """The cells of a range, row by row."""
        (left, top), (right, bottom) = _place(first), _place(last)
        columns = [get_column_letter(n) for n in range(left, right + 1)]
        return [[self.value(sheet, f"{letter}{row}") for letter in columns] for row in range(top, bottom + 1)]


def _text(item: Any) -> str:
    """A text as it was typed: signs that XML cannot hold are written `_x0009_`."""
    whole = "".join(part.text or "" for part in item.iter(f"{_MAIN}t"))
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), whole)


def _place(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    return column_index_from_string(letters), int(cell[len(letters) :])


class _Formula:
    """One formula, read from left to right: comparisons, then +-, then */, then signs."""

    def __init__(self, text: str, sheet: str, book: Workbook) -> None:
        self._tokens, at = [], 0
        while at < len(text.rstrip()):
            match = _TOKEN.match(text, at)
            assert match is not None, f"{sheet}: {text[at:]}"
            self._tokens.append((str(match.lastgroup), match[str(match.lastgroup)]))
            at = match.end()
        self._at, self._sheet, self._book = 0, sheet, book

    def value(self) -> Any:
        found = self._compared()()
        assert self._at == len(self._tokens), self._tokens[self._at :]
        return found[0][0] if isinstance(found, list) else found

    def _next(self, *signs: str) -> str:
        if self._at < len(self._tokens) and self._tokens[self._at][0] == "sign":
            sign = self._tokens[self._at][1]
            if sign in signs:
                self._at += 1
                return sign
        return ""

    def _chain(self, part: Callable[[], Callable[[], Any]], *signs: str) -> Callable[[], Any]:
        left = part()
        while sign := self._next(*signs):
            left = _both(_SIGNS[sign], left, part())
        return left

    def _compared(self) -> Callable[[], Any]:
        return self._chain(self._added, "=", "<>", "<", ">", "<=", ">=")

    def _added(self) -> Callable[[], Any]:
        return self._chain(self._times, "+", "-", "&")

    def _times(self) -> Callable[[], Any]:
        return self._chain(self._signed, "*", "/")

    def _signed(self) -> Callable[[], Any]:
        if self._next("-"):
            return _both(lambda _zero, value: -_number(value), lambda: 0, self._signed())
        return self._one()

    def _one(self) -> Callable[[], Any]:
        kind, text = self._tokens[self._at]
        self._at += 1
        if kind == "number":
            return lambda: float(text)
        if kind == "text":
            return lambda: text.replace('""', '"')
        if kind == "ref":
            return self._reference(text)
        if kind == "name" and text in ("TRUE", "FALSE"):
            return lambda: text == "TRUE"
        if kind == "name":
            return self._called(text)
        assert text == "(", text
        inner = self._compared()
        assert self._next(")")
        return inner

    def _reference(self, text: str) -> Callable[[], Any]:
        sheet, _, cells = text.rpartition("!")
        sheet = sheet.strip("'") or self._sheet
        first, _, last = cells.replace("$", "").partition(":")
        if last:
            return lambda: self._book.array(sheet, first, last)
        return lambda: self._book.value(sheet, first)

    def _called(self, name: str) -> Callable[[], Any]:
        assert self._next("("), name
        given = []
        if not self._next(")"):
            given.append(self._compared())
            while self._next(","):
                given.append(self._compared())
            assert self._next(")"), name
        if name in _LAZY:
            return lambda: _LAZY[name](*given)
        return lambda: _FUNCTIONS[name](*(one() for one in given))


def _both(sign: Callable[[Any, Any], Any], left: Callable[[], Any], right: Callable[[], Any]) -> Callable[[], Any]:
    def found() -> Any:
        one, other = left(), right()
        if not isinstance(one, list) and not isinstance(other, list):
            return sign(one, other)
        rows = len(one if isinstance(one, list) else other)
        return [[sign(_at(one, row), _at(other, row))] for row in range(rows)]

    return found


def _at(value: Any, row: int) -> Any:
    return value[row][0] if isinstance(value, list) else value


def _number(value: Any) -> float:
    if value is None:
        return 0
    if isinstance(value, str):
        raise Wrong(f"#VALUE! {value!r}")
    return float(value)


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) or isinstance(other, str):
        return str("" if one is None else one).casefold() == str("" if other is None else other).casefold()
    return bool(_number(one) == _number(other))


def _divided(one: Any, other: Any) -> float:
    if _number(other) == 0:
        raise Wrong("#DIV/0!")
    return _number(one) / _number(other)


_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: _number(a) + _number(b),
    "-": lambda a, b: _number(a) - _number(b),
    "*": lambda a, b: _number(a) * _number(b),
    "/": _divided,
    "=": _same,
    "<>": lambda a, b: not _same(a, b),
    "<": lambda a, b: _number(a) < _number(b),
    ">": lambda a, b: _number(a) > _number(b),
    "<=": lambda a, b: _number(a) <= _number(b),
    ">=": lambda a, b: _number(a) >= _number(b),
}


def _numbers(*given: Any) -> list[float]:
    """Of a range only its numbers count."""
    found: list[float] = []
    for one in given:
        if isinstance(one, list):
            flat = [cell for row in one for cell in row]
            found += [float(cell) for cell in flat if isinstance(cell, int | float) and not isinstance(cell, bool)]
        else:
            found.append(_number(one))
    return found


def _round(value: Any, places: Any) -> float:
    """As spreadsheets do: half away from zero, of the number as its first 15 figures show it."""
    number = _number(value)
    shown = Decimal(f"{number:.15g}").quantize(Decimal(1).scaleb(-int(places)), ROUND_HALF_UP)
    return float(shown)


def _fits(cell: Any, wanted: Any) -> bool:
    """Whether a cell fits what SUMIFS looks for: `>=5`, `<>902`, `106`."""
    match = re.fullmatch(r"(<>|>=|<=|<|>|=)?(.*)", str(wanted), re.DOTALL)
    assert match is not None
    sign, rest = match[1] or "=", match[2]
    if sign in ("=", "<>"):
        same = str("" if cell is None else cell).casefold() == rest.casefold()
        return same if sign == "=" else not same
    return isinstance(cell, int | float) and bool(_SIGNS[sign](cell, float(rest)))


def _sumifs(amounts: Array, *tests: Any) -> float:
    pairs = list(zip(tests[::2], tests[1::2], strict=True))
    rows = range(len(amounts))
    chosen = [row for row in rows if all(_fits(cells[row][0], _plain(wanted)) for cells, wanted in pairs)]
    return sum(_numbers([amounts[row] for row in chosen]))


def _plain(wanted: Any) -> Any:
    return int(wanted) if isinstance(wanted, float) and wanted.is_integer() else wanted


def _sumif(cells: Array, wanted: Any, amounts: Array) -> Any:
    if isinstance(wanted, list):
        return [[_sumifs(amounts, cells, "" if one[0] is None else one[0])] for one in wanted]
    return _sumifs(amounts, cells, wanted)


def _vlookup(wanted: Any, table: Array, column: Any, near: Any) -> Any:
    assert near is False
    for row in table:
        if wanted not in (None, "") and _same(row[0], wanted):
            return row[int(column) - 1]
    raise Wrong("#N/A")


def _lookup(wanted: Any, first: Array, second: Array) -> Any:
    found = [second[at][0] for at, row in enumerate(first) if _number(row[0]) <= _number(wanted)]
    if not found:
        raise Wrong("#N/A")
    return found[-1]


def _sumproduct(*given: Any) -> float:
    """Texts count as 0, as they do between commas."""
    rows = len(given[0])
    return sum(
        math.prod(_number(cell) if not isinstance(cell, str) else 0 for cell in (one[row][0] for one in given))
        for row in range(rows)
    )


def _edate(day: Any, months: Any) -> int:
    at = date(1899, 12, 30) + timedelta(days=int(day))
    number = at.year * 12 + at.month - 1 + int(months)
    year, month = number // 12, number % 12 + 1
    return (date(year, month, min(at.day, calendar.monthrange(year, month)[1])) - date(1899, 12, 30)).days


def _joined(one: Any, other: Any) -> str:
    return "".join(str(int(part) if isinstance(part, float) and part.is_integer() else part) for part in (one, other))


_SIGNS = {**_SIGNS, "&": _joined}
_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "SUM": lambda *given: sum(_numbers(*given)),
    "ROUND": _round,
    "MIN": lambda *given: min(_numbers(*given), default=0),
    "MAX": lambda *given: max(_numbers(*given), default=0),
    "AND": lambda *given: all(given),
    "OR": lambda *given: any(given),
    "ISNUMBER": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "COUNT": lambda *given: len(_numbers(*given)),
    "INT": lambda value: math.floor(_number(value)),
    "SUMIF": _sumif,
    "SUMIFS": _sumifs,
    "VLOOKUP": _vlookup,
    "LOOKUP": _lookup,
    "SUMPRODUCT": _sumproduct,
    "EDATE": _edate,
}


def _if(test: Callable[[], Any], then: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
    return then() if test() else otherwise()


def _iferror(value: Callable[[], Any], otherwise: Callable[[], Any]) -> Any:
    try:
        found = value()
    except Wrong:
        return otherwise()
    return found


_LAZY: Mapping[str, Callable[..., Any]] = {"IF": _if, "IFERROR": _iferror}
