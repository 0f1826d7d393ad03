"""Cells of the Excel file: every way a cell may look, and writing into it. Only this file knows XlsxWriter.

A typed text is always written as text: nothing anybody has called a row becomes a formula, a link or a number. Every
formula is written together with its value, so that a program that does not calculate shows the right figures too.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

Value = Decimal | str | int | float
LONGEST = 32_000
"""Letters that a cell takes."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
_INK, _PALE, _LINE = "#1F2933", "#5B6670", "#C4CCD4"
_KR = "[$-406]#,##0.00;[$-406]\u2212#,##0.00"
_KR_OR_NOTHING = f"{_KR};"


class Look(StrEnum):
    """How a cell looks. `PUT` is to be written in and taken back in; `TRY` only to be tried in."""

    TITLE = "title"
    HINT = "hint"
    WARNING = "warning"
    HEADING = "heading"
    HEADING_RIGHT = "heading_right"
    SECTION = "section"
    SECTION_RIGHT = "section_right"
    TEXT = "text"
    WRAP = "wrap"
    STRONG = "strong"
    NOTE = "note"
    CENTRE = "centre"
    KR = "kr"
    KR_OR_NOTHING = "kr_or_nothing"
    KR_WHOLE = "kr_whole"
    PERCENT = "percent"
    KR_SUM = "kr_sum"
    TEXT_SUM = "text_sum"
    KR_BIG = "kr_big"
    KR_STRONG = "kr_strong"
    NUMBER = "number"
    DAY = "day"
    MONTH = "month"
    PUT_TEXT = "put_text"
    PUT_KR = "put_kr"
    TRY_KR = "try_kr"


_INPUT: Mapping[str, Any] = {"locked": False, "border": 1, "border_color": "#B8A24A", "bg_color": "#FFF7D6"}
_SUM: Mapping[str, Any] = {"bold": True, "top": 1, "top_color": _INK}
_LOOKS: Mapping[Look, Mapping[str, Any]] = {
    Look.TITLE: {"bold": True, "font_size": 16},
    Look.HINT: {"font_color": _PALE},
    Look.WARNING: {"bold": True},
    Look.HEADING: {
        "align": "left", "indent": 1, "bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2,
        "bottom_color": _INK,
    },
    Look.HEADING_RIGHT: {
        "bold": True, "text_wrap": True, "valign": "bottom", "align": "right", "bottom": 2, "bottom_color": _INK,
    },
    Look.SECTION: {"bold": True, "font_size": 12, "bg_color": "#E9EEF3"},
    Look.SECTION_RIGHT: {"bg_color": "#E9EEF3", "align": "right"},
    Look.TEXT: {"align": "left", "indent": 1, "text_wrap": True},
    Look.WRAP: {"align": "left", "indent": 1, "text_wrap": True},
    Look.STRONG: {"align": "left", "indent": 1, "bold": True, "text_wrap": True},
    Look.NOTE: {"align": "left", "indent": 1, "font_color": _PALE, "text_wrap": True, "font_size": 9},
    Look.CENTRE: {"align": "center"},
    Look.KR: {"num_format": _KR, "align": "right"},
    Look.KR_OR_NOTHING: {"num_format": _KR_OR_NOTHING, "align": "right"},
    Look.KR_WHOLE: {"num_format": "[$-406]#,##0", "align": "right"},
    Look.PERCENT: {"num_format": "0", "align": "right"},
    Look.KR_SUM: {"num_format": _KR, "align": "right", **_SUM},
    Look.TEXT_SUM: {"align": "left", "indent": 1, **_SUM},
    Look.KR_BIG: {"num_format": _KR, "align": "right", "bold": True, "font_size": 13},
    Look.KR_STRONG: {"num_format": _KR, "align": "right", "bold": True},
    Look.NUMBER: {"num_format": "General;\u2212General;", "align": "right", "font_color": _PALE},
    Look.DAY: {"num_format": "[$-406]d. mmm yyyy", "align": "left", "indent": 1},
    Look.MONTH: {
        "num_format": "[$-406]mmm yy", "align": "right", "valign": "bottom", "bold": True, "bottom": 2,
        "bottom_color": _INK,
    },
    Look.PUT_TEXT: {**_INPUT, "align": "left", "indent": 1, "text_wrap": True},
    Look.PUT_KR: {**_INPUT, "num_format": _KR, "align": "right"},
    Look.TRY_KR: {
        "locked": False, "border": 1, "border_color": "#6F9BC4", "bg_color": "#E6F1FB", "num_format": _KR,
        "align": "right",
    },
}  # fmt: skip


_WRAPPING = frozenset(look for look, how in _LOOKS.items() if how.get("text_wrap"))
HIGHEST = 400.0
"""Points; no row may be higher than 409."""


def _lines(text: str, signs: float) -> int:
    """How many lines a text takes, so many signs to a line: words are not broken where they fit."""
    lines, left = 1, signs
    for word in text.split(" "):
        if len(word) > left and left < signs:
            lines, left = lines + 1, signs
        whole = int(len(word) // signs)
        lines += whole
        left -= len(word) - whole * signs + 1
    return lines


class Book:
    """One workbook, made in memory."""

    def __init__(self, title: str, on: date) -> None:
        from xlsxwriter import Workbook  # noqa: PLC0415 - 60 ms that only a workbook should cost
        from xlsxwriter.worksheet import Worksheet  # noqa: PLC0415 - as above

        class Plain(Worksheet):  # type: ignore[misc]  # the library has no types
            """Half the time of a file goes into looking for functions newer than 2010 in each formula: we use none."""

            def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
                del expand_future_functions
                return formula.removeprefix("=")

        self._plain = Plain
        self._out = io.BytesIO()
        self._book = Workbook(self._out, {"in_memory": True})
        # The day of the figures, not of the saving: the same facts give the same file.
        made = datetime(on.year, on.month, on.day)  # noqa: DTZ001 - a day; the file has no time zones
        self._book.set_properties({"title": title, "author": "BudgetDesk", "created": made})
        self._book.set_calc_mode("auto")
        self._looks = {look: self._book.add_format({"valign": "top", **how}) for look, how in _LOOKS.items()}
        self._quoted = {
            look: self._book.add_format({"valign": "top", **how, "quote_prefix": True}) for look, how in _LOOKS.items()
        }

    def sheet(self, name: str) -> Sheet:
        """A new sheet at the end."""
        return Sheet(self._book.add_worksheet(name, worksheet_class=self._plain), self._looks, self._quoted)

    def define(self, name: str, sheet: str, cell: str) -> None:
        """A name for a cell, so that formulas read as sentences."""
        letters = cell.rstrip("0123456789")
        self._book.define_name(name, f"='{sheet}'!${letters}${cell[len(letters) :]}")

    def content(self) -> bytes:
        """The file. Nothing can be written after."""
        self._book.close()
        return self._out.getvalue()


@dataclass(frozen=True)
class Sheet:
    """One sheet; cells are named as people name them: `H12`."""

    _sheet: Any
    _looks: Mapping[Look, Any]
    _quoted: Mapping[Look, Any]
    _wrapped: list[tuple[str, str, Look]] = field(default_factory=list)
    """Cells whose text may need more than one line: rows do not grow by themselves in every program."""
    _widths: dict[str, float] = field(default_factory=dict)
    _high: set[int] = field(default_factory=set)

    def text(self, cell: str, text: str, look: Look = Look.TEXT) -> None:
        """A text that stays one, whatever it begins with."""
        looks = self._quoted if text.startswith(_FORMULA) else self._looks
        if text:
            self._sheet.write_string(cell, text[:LONGEST], looks[look])
            self._wrapped.append((cell, text, look))
        else:
            self._sheet.write_blank(cell, None, looks[look])

    def number(self, cell: str, value: Decimal | int | float, look: Look = Look.KR) -> None:
        """A number."""
        self._sheet.write_number(cell, float(value), self._looks[look])

    def day(self, cell: str, value: date, look: Look = Look.DAY) -> None:
        """A day."""
        self._sheet.write_datetime(cell, datetime(value.year, value.month, value.day), self._looks[look])  # noqa: DTZ001

    def formula(self, cell: str, formula: str, value: Value | date, look: Look = Look.KR) -> None:
        """A formula (English names, commas) and what it comes to."""
        if isinstance(value, date):
            value = (value - date(1899, 12, 30)).days
        shown = float(value) if isinstance(value, Decimal) else value
        self._sheet.write_formula(cell, formula, self._looks[look], shown)
        if isinstance(value, str) and value:
            self._wrapped.append((cell, value, look))

    def blank(self, cell: str, look: Look) -> None:
        """An empty cell that looks like something."""
        self._sheet.write_blank(cell, None, self._looks[look])

    def widths(self, widths: Mapping[str, float], hidden: Sequence[str] = ()) -> None:
        """Width of columns, in letters."""
        self._widths.update({letter: width for letter, width in widths.items() if letter not in hidden})
        for letter, width in widths.items():
            self._sheet.set_column(f"{letter}:{letter}", width, None, {"hidden": letter in hidden})

    def height(self, row: int, points: float) -> None:
        """How high a row is; counted from 1."""
        self._high.add(row)
        self._sheet.set_row(row - 1, points)

    def only(self, cells: str, words: str, told: tuple[str, str], *, example: str = "") -> None:
        """Only one of a list of words: `words` is where they stand, `=Lister!$A$2:$A$9`. `told` is said otherwise."""
        options = {"validate": "list", "source": words, "error_title": told[0], "error_message": told[1]}
        self._sheet.data_validation(cells, {**options, **({"input_message": example} if example else {})})

    def only_amounts(self, cells: str, most: Decimal, told: tuple[str, str], *, below_zero: bool = False) -> None:
        """Only amounts from 0 to `most`, kr; `below_zero` for one that is below zero already."""
        options = {"validate": "decimal", "criteria": "between", "error_title": told[0], "error_message": told[1]}
        least = -float(most) if below_zero else 0
        self._sheet.data_validation(cells, {**options, "minimum": least, "maximum": float(most)})

    def hide(self, *, very: bool = False) -> None:
        """Out of sight; `very`: not even in the list of hidden sheets."""
        if very:
            self._sheet.very_hidden()
        else:
            self._sheet.hide()

    def protect(self) -> None:
        """Without a password: against slips, not against anybody."""
        self._sheet.protect("", {"format_columns": True, "format_rows": True})

    def _grow(self) -> None:
        """Rows as high as their longest text needs, by the widths of the columns."""
        points: dict[int, float] = {}
        for cell, text, look in self._wrapped:
            letters = cell.rstrip("0123456789")
            row, width = int(cell[len(letters) :]), self._widths.get(letters)
            if width is not None and look in _WRAPPING:
                each, signs = (12.0, width * 1.4) if look is Look.NOTE else (15.0, width * 1.15)
                needed = each * _lines(text, signs - 1)
                points[row] = max(points.get(row, 15.0), needed)
        for row, high in points.items():
            if high > 15.0 and row not in self._high:
                self._sheet.set_row(row - 1, min(high, HIGHEST))

    def finish(self, *, area: str, heading: int = 0, landscape: bool = False, footer: str = "") -> None:
        """Protect it, without a password, and set it up for paper: A4, one page wide, `heading` repeated."""
        sheet = self._sheet
        self.protect()
        self._grow()
        sheet.set_paper(9)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.hide_gridlines(2)
        if landscape:
            sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.print_area(area)
        if heading:
            sheet.repeat_rows(heading - 1)
            sheet.freeze_panes(heading, 0)
        sheet.set_footer(footer)
