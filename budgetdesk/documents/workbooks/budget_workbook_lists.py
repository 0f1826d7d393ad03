"""The sheet with the words of the drop-down lists, and what each line of the chart is to the formulas. Not shown.

A block of columns for each list, from row 2 on under its heading: how often, need, evidence, persons, lines. The lines
stand group by group, so that each section of the budget has a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from budgetdesk.budget.chart import Chart, Owner
from budgetdesk.budget.income_rows import GROUP
from budgetdesk.budget.lens_lines import How, LineRules
from budgetdesk.budget.lenses import CHILD_MONEY, LIMITED, NOT_OWN_INCOME
from budgetdesk.budget.workbook_layout import (
    EVIDENCE_WORDS,
    LISTS,
    NEED_WORDS,
    RHYTHM_WORDS,
    line_label,
    whose_labels,
)
from budgetdesk.documents.workbooks.budget_workbook_cells import Book, Look, Sheet
from budgetdesk.documents.workbooks.budget_workbook_rows import short
from budgetdesk.household.case import Case
from budgetdesk.household.words import Role

FIRST = 2
TABLE = "tabeltraek"
INCOME_TYPE, ONE_OFF = "income", "one_off"
OURS = frozenset({Role.TENANT, Role.PARTNER})
_RHYTHM, _TIMES, _NEED, _EVIDENCE, _PERSON, _ID, _OURS = "A", "B", "C", "D", "E", "F", "G"
_LABEL, _CODE, _TYPE, _SIGN, _CHILD = "H", "I", "J", "K", "L"
_LENSES = "MNOPQRSTUV"
"""For each of the others who count two columns: 1 where a line counts in full, 1 where only above the limit."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line that somebody may choose on a free row."""

    group: str
    label: str
    code: str
    type: str
    sign: int = 1
    child: int = 0
    """1 for money that is paid for a child, whoever receives it."""


@dataclass(frozen=True, kw_only=True)
class Lists:
    """Where the words stand, as formulas name it."""

    entries: tuple[Entry, ...]
    persons: int
    lenses: tuple[str, ...]
    """Keys of those whose rules stand beside the lines."""

    def range(self, letter: str, first: int, last: int) -> str:
        return f"{LISTS}!${letter}${first}:${letter}${last}"

    @property
    def _last(self) -> int:
        return FIRST + len(self.entries) - 1

    @property
    def rhythm_words(self) -> str:
        return self.range(_RHYTHM, FIRST, FIRST + len(RHYTHM_WORDS) - 1)

    @property
    def need_words(self) -> str:
        return self.range(_NEED, FIRST, FIRST + len(NEED_WORDS) - 1)

    @property
    def evidence_words(self) -> str:
        return self.range(_EVIDENCE, FIRST, FIRST + len(EVIDENCE_WORDS) - 1)

    @property
    def person_words(self) -> str:
        """ "" where nobody is in the case."""
        return self.range(_PERSON, FIRST, FIRST + self.persons - 1) if self.persons else ""

    def line_words(self, group: str) -> str:
        """The lines of one section."""
        at = [number for number, one in enumerate(self.entries, FIRST) if one.group == group]
        return self.range(_LABEL, at[0], at[-1])

    def times_a_year(self, cell: str) -> str:
        """How often a year a word stands for; an error where it is none of them."""
        table = f"{LISTS}!${_RHYTHM}${FIRST}:${_TIMES}${FIRST + len(RHYTHM_WORDS) - 1}"
        return f"VLOOKUP({cell},{table},2,FALSE)"

    def of_line(self, cell: str, what: str) -> str:
        """`code`, `type`, `sign` or `child` of the line whose label stands in a cell; an error where it is none."""
        column = {"code": 2, "type": 3, "sign": 4, "child": 5}[what]
        return f"VLOOKUP({cell},{LISTS}!${_LABEL}${FIRST}:${_CHILD}${self._last},{column},FALSE)"

    def ours(self, cell: str) -> str:
        """1 where the person's money is the household's, else 0."""
        # Not by VLOOKUP: it takes a star in a name for any letters.
        last = FIRST + max(self.persons, 1) - 1
        return f"SUMPRODUCT(1*({self.range(_PERSON, FIRST, last)}={cell}),{self.range(_OURS, FIRST, last)})"

    def label_of(self, number: int) -> str:
        """The cell with the label of a person, counted from 0: a name never stands in a formula itself."""
        return f"{LISTS}!${_PERSON}${FIRST + number}"

    def weights(self, codes: str, lens: str, *, part: bool = False) -> str:
        """For a column of codes: 1 where somebody counts the line in full (`part`: only above the limit), else 0."""
        letter = _LENSES[2 * self.lenses.index(lens) + part]
        all_codes = self.range(_CODE, FIRST, self._last)
        return f"SUMIF({all_codes},{codes},{self.range(letter, FIRST, self._last)})"


def lists_of(case: Case, chart: Chart, rules: Mapping[str, LineRules]) -> Lists:
    """Where everything stands on the sheet."""
    return Lists(entries=tuple(_entries(chart)), persons=len(case.persons), lenses=(*rules, TABLE))


def write_lists(book: Book, made: Lists, case: Case, rules: Mapping[str, LineRules]) -> None:
    """Write the sheet."""
    sheet = book.sheet(LISTS)
    _column(sheet, _RHYTHM, "Hvor tit", list(RHYTHM_WORDS.values()))
    _numbers(sheet, _TIMES, "Gange om året", [one.times_a_year for one in RHYTHM_WORDS])
    _column(sheet, _NEED, "Nødvendigt", list(NEED_WORDS.values()))
    _column(sheet, _EVIDENCE, "Vist med", list(EVIDENCE_WORDS.values()))
    labels = whose_labels(case)
    _column(sheet, _PERSON, "Hvem", [short(label) for label in labels.values()])
    _column(sheet, _ID, "Person", list(labels))
    _numbers(sheet, _OURS, "Husstandens", [int(one.role in OURS) for one in case.persons])
    _column(sheet, _LABEL, "Linje", [one.label for one in made.entries])
    _column(sheet, _CODE, "Kode", [one.code for one in made.entries])
    _column(sheet, _TYPE, "Type", [one.type for one in made.entries])
    _numbers(sheet, _SIGN, "Fortegn", [one.sign for one in made.entries])
    _numbers(sheet, _CHILD, "Til et barn", [one.child for one in made.entries])
    for at, key in enumerate(made.lenses):
        full, part = zip(*(_weights(one, rules.get(key), key) for one in made.entries), strict=True)
        _numbers(sheet, _LENSES[2 * at], key, full)
        _numbers(sheet, _LENSES[2 * at + 1], f"{key}, delvist", part)
    sheet.widths({_RHYTHM: 18, _PERSON: 24, _LABEL: 44})
    sheet.protect()
    sheet.hide()


def _entries(chart: Chart) -> Iterator[Entry]:
    for income in chart.incomes.values():
        yield Entry(
            group=GROUP,
            label=income.title,
            code=income.kind,
            type=ONE_OFF if income.one_off else INCOME_TYPE,
            child=int(income.kind in CHILD_MONEY),
        )
    for group in chart.groups:
        for line in chart.lines.values():
            if line.group == group and line.owner is Owner.BUDGET:
                label = line_label(line.code, line.title)
                yield Entry(
                    group=group, label=label, code=line.code, type=line.type.value, sign=-1 if line.minus else 1
                )


def _weights(entry: Entry, rules: LineRules | None, lens: str) -> tuple[int, int]:
    """Whether somebody counts a line in full, and whether in part. Of the table: whether it is the tenant's own income,
    and whether it is help that is only ever withheld lightly."""
    if rules is None:
        own = entry.group == GROUP and entry.code not in NOT_OWN_INCOME
        return int(own), int(own and entry.code in LIMITED)
    if entry.group == GROUP:
        return int(lens == "kommune" or not entry.child), 0
    how = rules.of(entry.code)[0]
    return int(how is How.COUNTED), int(how is How.PART)


def _column(sheet: Sheet, letter: str, heading: str, words: Sequence[str]) -> None:
    sheet.text(f"{letter}1", heading, Look.STRONG)
    for at, word in enumerate(words, FIRST):
        sheet.text(f"{letter}{at}", word, Look.CENTRE if letter == _ID else Look.TEXT)


def _numbers(sheet: Sheet, letter: str, heading: str, numbers: Sequence[int]) -> None:
    sheet.text(f"{letter}1", heading, Look.STRONG)
    for at, number in enumerate(numbers, FIRST):
        sheet.number(f"{letter}{at}", number, Look.NUMBER)
