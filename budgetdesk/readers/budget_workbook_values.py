"""The values of one row of the sheet `Budget`, each read as people write it, or a sentence with the cell.

An amount may be a number, a formula that was worked out, or a text as Danes write amounts (`1.200,50`, `75 kr.`). What
Excel has made of something else (a day out of `1-2`, `SAND`, `#DIV/0!`) is never guessed at.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar
from unicodedata import category

from budgetdesk.budget import workbook_layout as layout
from budgetdesk.budget.workbook_layout import EVIDENCE_WORDS, NEED_WORDS, RHYTHM_WORDS, Column, WrittenRow
from budgetdesk.errors import BadAmountError
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import LARGEST, ZERO, parse_amount, shortened, to_oere
from budgetdesk.readers.budget_workbook_cells import Cell, CellKind, place_name
from budgetdesk.readers.budget_workbook_columns import VALUES, Heading
from budgetdesk.readers.budget_workbook_parts import SheetCells

T = TypeVar("T", Rhythm, Need, Evidence)
LONGEST_NAME = 200
"""Letters of a name; whoever writes more has pasted something else."""
_UNSEEN = frozenset({"Cc", "Zl", "Zp"})
_NOTHING_BUT = frozenset("-\u2212\u2013\u2014")
_ODD: Mapping[CellKind, str] = {
    CellKind.DAY: N_("der står en dato. Excel laver fx 1-2 om til en dato. Skriv det igen."),
    CellKind.YES_NO: N_("der står {text}. Skriv det igen."),
    CellKind.ERROR: N_("formlen giver en fejl ({text}). Ret den, eller skriv tallet."),
    CellKind.UNSAID: N_("formlen er ikke regnet ud. Åbn filen i Excel, gem den, og hent den igen."),
}
"""What is wrong with a cell by what Excel has made of it; `{text}` is what it shows."""
_ALSO: Mapping[str, Rhythm] = {
    "måned": Rhythm.MONTHLY, "pr. måned": Rhythm.MONTHLY, "om måneden": Rhythm.MONTHLY, "månedlig": Rhythm.MONTHLY,
    "månedligt": Rhythm.MONTHLY, "md": Rhythm.MONTHLY, "mdr": Rhythm.MONTHLY,
    "uge": Rhythm.WEEKLY, "om ugen": Rhythm.WEEKLY, "pr. uge": Rhythm.WEEKLY, "ugentlig": Rhythm.WEEKLY,
    "ugentligt": Rhythm.WEEKLY,
    "14. dag": Rhythm.BIWEEKLY, "hver anden uge": Rhythm.BIWEEKLY, "hver 2. uge": Rhythm.BIWEEKLY,
    "2. måned": Rhythm.BIMONTHLY, "hver anden måned": Rhythm.BIMONTHLY,
    "kvartal": Rhythm.QUARTERLY, "hver 3. måned": Rhythm.QUARTERLY, "hver tredje måned": Rhythm.QUARTERLY,
    "kvartalsvis": Rhythm.QUARTERLY, "kvartalsvist": Rhythm.QUARTERLY,
    "halve år": Rhythm.HALFYEARLY, "halvår": Rhythm.HALFYEARLY, "hvert halvår": Rhythm.HALFYEARLY,
    "hver 6. måned": Rhythm.HALFYEARLY, "halvårlig": Rhythm.HALFYEARLY, "halvårligt": Rhythm.HALFYEARLY,
    "år": Rhythm.YEARLY, "om året": Rhythm.YEARLY, "pr. år": Rhythm.YEARLY, "årlig": Rhythm.YEARLY,
    "årligt": Rhythm.YEARLY,
    "11 gange/år": Rhythm.ELEVEN,
    "en gang": Rhythm.ONCE, "1 gang": Rhythm.ONCE, "engang": Rhythm.ONCE,
}  # fmt: skip
"""How people write it who do not choose from the list."""


@dataclass(frozen=True, kw_only=True)
class Values:
    """What the row says now. A value whose cell is empty, or has no column, is None (a name: "")."""

    line: str = ""
    """One of the words of the drop-down list, for a row of something new."""
    whose: str = ""
    name: str = ""
    amount: Decimal | None = None
    rhythm: Rhythm | None = None
    need: Need | None = None
    evidence: Evidence | None = None
    cell: str = ""
    """Where the amount stands, such as `H12`."""
    problems: tuple[str, ...] = ()

    @property
    def is_written_on(self) -> bool:
        """Whether a row for something new holds anything."""
        return bool(self.line or self.name or self.amount is not None or self.problems)

    @property
    def is_amount_typed(self) -> bool:
        """Whether somebody has written an amount beside a name of something."""
        return self.amount is not None and bool(self.line or self.name)


def plain(text: str) -> str:
    """A text that has been through a spreadsheet: one line, without control characters."""
    return " ".join("".join(" " if category(letter) in _UNSEEN else letter for letter in text).split())


class _Row:
    """Reads the cells of one row, and keeps the sentences."""

    def __init__(self, sheet: SheetCells, heading: Heading, row: int) -> None:
        self._sheet, self._heading, self._row = sheet, heading, row
        self.problems: list[str] = []

    def cell(self, column: Column) -> Cell:
        return self._heading.cell(self._sheet, self._row, column)

    def place(self, column: Column) -> str:
        return place_name((self._row, self._heading.at.get(column, 0)))

    def say(self, column: Column, sentence: str) -> None:
        said = _("Arket {sheet}, celle {cell}: {sentence}")
        place = self.place(column)
        self.problems.append(said.format(sheet=self._sheet.name[:40], cell=place, sentence=sentence))

    def typed(self, column: Column) -> str:
        """A text that somebody has written; "" where the cell follows from others."""
        cell = self.cell(column)
        return "" if cell.formula else plain(cell.text)

    def is_odd(self, column: Column, cell: Cell) -> bool:
        """Say what is wrong with what Excel has made of a cell, if anything is."""
        said = translated(_ODD).get(cell.kind)
        if said is None:
            return False
        self.say(column, _(said).format(text=shortened(cell.text)))
        return True

    def amount(self, before: Decimal | None) -> Decimal | None:
        cell, column = self.cell(layout.AMOUNT), layout.AMOUNT
        if cell.kind is CellKind.EMPTY or (cell.kind is CellKind.TEXT and cell.text in _NOTHING_BUT):
            return None
        if self.is_odd(column, cell):
            return None
        try:
            found = parse_amount(cell.text) if cell.number is None else cell.number
        except BadAmountError as error:
            self.say(column, str(error))
            return None
        if abs(found) > LARGEST:
            said = _("{amount} er for stort til en husholdning. Er der et nul for meget?")
            self.say(column, said.format(amount=shortened(cell.text)))
            return None
        found = to_oere(found) + 0  # no minus before a nought
        if found < ZERO and found != before:
            self.say(column, _("beløbet kan ikke være under nul. Skriv det uden minus."))
            return None
        return found

    def one_of(self, column: Column, words: Mapping[T, str], also: Mapping[str, T]) -> T | None:
        """One of the words of a list; None where the cell is empty."""
        cell = self.cell(column)
        if cell.kind is CellKind.EMPTY or self.is_odd(column, cell):
            return None
        word = plain(cell.text).rstrip(".").casefold()
        known = {one.casefold(): value for value, one in words.items()} | dict(also)
        if word in known:
            return known[word]
        said = _("“{text}” står ikke på listen. Vælg et af ordene: {words}.")
        self.say(column, said.format(text=shortened(cell.text), words=", ".join(words.values())))
        return None

    def name(self, before: str) -> str:
        cell, column = self.cell(layout.NAME), layout.NAME
        if cell.kind in (CellKind.DAY, CellKind.ERROR, CellKind.UNSAID):
            self.is_odd(column, cell)
            return ""
        said = plain(cell.text)
        if len(said) > LONGEST_NAME and said != plain(before):
            self.say(column, _("navnet er for langt. Skriv det kortere."))
            return ""
        return said

    def merged(self, columns: Collection[Column]) -> None:
        """Cells that were made one hold only the first of their values: nobody knows which row it is for."""
        ours = {self._heading.at[column] for column in columns if column in self._heading.at}
        for (top, left), (bottom, right) in self._sheet.merged:
            if top <= self._row <= bottom and any(left <= at <= right for at in ours):
                said = _("Arket {sheet}, {first}:{last}: cellerne er flettet sammen. Del dem igen, og skriv tallene.")
                first, last = place_name((top, left)), place_name((bottom, right))
                self.problems.append(said.format(sheet=self._sheet.name[:40], first=first, last=last))


def read_values(
    sheet: SheetCells, heading: Heading, row: int, allowed: Collection[str] | None, before: WrittenRow | None = None
) -> Values:
    """Read one row. `allowed`: the values that may be changed in it (None: a row for something new, where all are);
    `before`: what it held."""
    here = _Row(sheet, heading, row)
    new = allowed is None
    may = VALUES.keys() if allowed is None else allowed
    here.merged([VALUES[name] for name in may] + ([layout.LINE] if new else []))
    amount = here.amount(before.amount if before else None) if "amount" in may else None
    return Values(
        line=here.typed(layout.LINE) if new else "",
        whose=here.typed(layout.WHOSE) if new else "",
        name=here.name(before.name if before else "") if "name" in may else "",
        amount=amount,
        rhythm=here.one_of(layout.RHYTHM, RHYTHM_WORDS, _ALSO) if "rhythm" in may else None,
        need=here.one_of(layout.NEED, NEED_WORDS, {}) if "need" in may else None,
        evidence=here.one_of(layout.EVIDENCE, EVIDENCE_WORDS, {}) if "evidence" in may else None,
        cell=here.place(layout.AMOUNT),
        problems=tuple(here.problems),
    )
