"""The budget as an Excel file: its sheets, its columns, and what is kept out of sight so that it can come back in.

Who writes the file (documents) and who reads it (readers) both go by this page; neither knows the other. The words in
the cells are Danish, whatever the window speaks, like every paper's. What the machine needs is kept apart from what
people see: each row's own fact stands in a hidden column, and the values the row had when it was written stand on a
sheet that spreadsheets do not show (`DATA`). So the way back can tell what was changed in the sheet from what was
changed in the case since.

Layout of the sheet `Budget`: `HEADING_ROW` has the headings of `COLUMNS`; below it come rows of every `RowKind`, and
rows that belong to none (headings of sections, sums), whose column `KIND` is empty. Amounts are kroner, whole øre.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from enum import StrEnum

from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need

FORMAT = "budgetdesk/budget-workbook"
LAYOUT = 1
"""Raised when a reader of the layout before could no longer read the file."""

BUDGET, PLAN, MONTHS, ABOUT = "Budget", "Plan", "12 måneder", "Om"
LISTS, DATA = "Lister", "budgetdesk"
"""Not shown: the words of the drop-down lists, and what the file was made of."""
LENS_SHEETS: Mapping[str, str] = {
    "lejer": "Eget budget",
    "kommune": "Kommunen",
    "gaeldssanering": "Gældssanering",
    "gaeldsstyrelsen": "Gældsstyrelsen",
    "tabeltraek": "Tabeltræk",
}
"""By the key of the lens."""

HEADING_ROW = 6
"""Counted from 1, as in the sheet. Above it: the title, what may be written, and the figures that matter."""
FREE_ROWS = 3
"""Empty rows for new lines in each section."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of the sheet `Budget`."""

    letter: str
    heading: str
    hidden: bool = False


KEY = Column(letter="A", heading="Nøgle", hidden=True)
"""The fact that holds the amount (budgetdesk.household.paths), such as `expenses[e3].amount`; "" on a free row."""
KIND = Column(letter="B", heading="Art", hidden=True)
CODE = Column(letter="C", heading="Kode", hidden=True)
"""Code of the chart (`106`), or kind of income (`loen`). On a free row a formula that looks LINE up."""
NUMBER = Column(letter="D", heading="Nr.")
"""As on the sheet of paper that is written on by hand (budget.paper_numbers)."""
LINE = Column(letter="E", heading="Linje")
"""The chart's own title. On a free row one of `line_label`, from a drop-down list."""
NAME = Column(letter="F", heading="Navn")
"""What the row is called in the case; "" where it has no name of its own."""
WHOSE = Column(letter="G", heading="Hvem")
"""One of the labels of `whose_labels`, or ""."""
AMOUNT = Column(letter="H", heading="Beløb")
"""Kr each time. A number; empty where it is not known."""
RHYTHM = Column(letter="I", heading="Hvor tit")
PER_MONTH = Column(letter="J", heading="Kr. om måneden")
"""A formula; never read back."""
NEED = Column(letter="K", heading="Nødvendigt")
EVIDENCE = Column(letter="L", heading="Vist med")
COUNTS = Column(letter="M", heading="Tæller med")
NOTE = Column(letter="N", heading="Bemærkning")
BEFORE_BUFFER = Column(letter="O", heading="Før buffer", hidden=True)
TYPE = Column(letter="P", heading="Type", hidden=True)
COLUMNS = (
    KEY, KIND, CODE, NUMBER, LINE, NAME, WHOSE, AMOUNT, RHYTHM, PER_MONTH, NEED, EVIDENCE, COUNTS, NOTE,
    BEFORE_BUFFER, TYPE,
)  # fmt: skip


class RowKind(StrEnum):
    """What a row of the sheet `Budget` is; stands in `KIND`."""

    INCOME = "income"
    EXPENSE = "expense"
    NEW_INCOME = "new_income"
    """A free row for an income: taken in when something is written on it."""
    NEW_EXPENSE = "new_expense"
    SHOWN = "shown"
    """Follows from other facts: never read back."""


RHYTHM_WORDS: Mapping[Rhythm, str] = {
    Rhythm.MONTHLY: "hver måned",
    Rhythm.WEEKLY: "hver uge",
    Rhythm.BIWEEKLY: "hver 14. dag",
    Rhythm.BIMONTHLY: "hver 2. måned",
    Rhythm.QUARTERLY: "hvert kvartal",
    Rhythm.HALFYEARLY: "hvert halve år",
    Rhythm.YEARLY: "hvert år",
    Rhythm.ELEVEN: "11 gange om året",
    Rhythm.ONCE: "én gang",
}
NEED_WORDS: Mapping[Need, str] = {Need.NEED: "nødvendigt", Need.NICE: "kan undværes", Need.ASK: "spørg"}
EVIDENCE_WORDS: Mapping[Evidence, str] = {
    Evidence.SAID: "oplyst",
    Evidence.SEEN: "set",
    Evidence.COPY: "kopi",
    Evidence.MISSING: "mangler",
}

_CHANGEABLE: tuple[tuple[str, frozenset[str]], ...] = (
    ("expenses[", frozenset({"name", "amount", "rhythm", "need", "evidence"})),
    ("income[", frozenset({"amount", "rhythm", "evidence"})),
    ("debts[", frozenset({"amount", "rhythm"})),
    ("tenancy.", frozenset({"amount"})),
)


def changeable(key: str) -> frozenset[str]:
    """Which values of a row may be changed in the sheet, as the fields of `WrittenRow`; none for a fact that is not
    typed. The need of a line that the tenant has locked may not be: who writes the row says so by locking the cell."""
    return next((names for begins, names in _CHANGEABLE if key.startswith(begins)), frozenset())


def line_label(code: str, title: str) -> str:
    """How a line is called in the drop-down list of a free row: `106 El`. An income has its title alone."""
    return f"{code} {title}" if code[:1].isdecimal() else title


def whose_labels(case: Case) -> Mapping[str, str]:
    """Person id -> how the person is called in the file: the name, made different from every other one."""
    found: dict[str, str] = {}
    for at, person in enumerate(case.persons, start=1):
        name = " ".join(person.name.split()) or f"Person {at}"
        label, again = name, 1
        while label.casefold() in {one.casefold() for one in found.values()}:
            again += 1
            label = f"{name} ({again})"
        found[person.id] = label
    return found


@dataclass(frozen=True, kw_only=True)
class WrittenRow:
    """One row of the sheet `DATA`: what a row of `Budget` held when it was written."""

    key: str
    kind: RowKind
    code: str
    name: str = ""
    whose: str = ""
    """Id of the person; "" for nobody's own."""
    amount: Decimal | None = None
    rhythm: Rhythm = Rhythm.MONTHLY
    need: Need | None = None
    """None where the row has none: an income."""
    evidence: Evidence | None = None
    """None where the row has none: the home and the debts."""

    def cells(self) -> tuple[str, ...]:
        """As texts, in the order of `ROW_HEADINGS`: the machine's words, an amount as `7600.00`."""
        return tuple("" if (value := getattr(self, name)) is None else str(value) for name in ROW_HEADINGS)


ROW_HEADINGS = tuple(one.name for one in fields(WrittenRow))
"""Headings of the rows on `DATA`."""


def written_row(cells: Sequence[str]) -> WrittenRow:
    """The other way of `WrittenRow.cells`. Raises ValueError (and InvalidOperation, a kind of ArithmeticError, for the
    amount) where they are not as they were written."""
    key, kind, code, name, whose, amount, rhythm, need, evidence = (*cells, *[""] * (len(ROW_HEADINGS) - len(cells)))
    return WrittenRow(
        key=key,
        kind=RowKind(kind),
        code=code,
        name=name,
        whose=whose,
        amount=Decimal(amount) if amount else None,
        rhythm=Rhythm(rhythm),
        need=Need(need) if need else None,
        evidence=Evidence(evidence) if evidence else None,
    )


@dataclass(frozen=True, kw_only=True)
class Stamp:
    """What the file was made of. On `DATA` from its first row: the name in column A, the text in column B."""

    format: str = FORMAT
    layout: int = LAYOUT
    program: str = ""
    """Version of the program."""
    on: date | None = None
    """The day the budget is for."""
    number: str = ""
    """The case's number; "" where it was not wanted in the file."""
    case: str = ""
    """`case_mark` of the case."""
    store: str = ""
    """The case's id in the store it was written from; "" from the command line."""

    def cells(self) -> tuple[tuple[str, str], ...]:
        """Name and text, row by row."""
        found = ((one.name, getattr(self, one.name)) for one in fields(self))
        return tuple((name, "" if value is None else str(value)) for name, value in found)


ROWS_BEGIN = len(fields(Stamp)) + 2
"""The row of `DATA` with `ROW_HEADINGS`, counted from 1: one empty row after the stamp."""


def stamp_of(cells: Iterable[tuple[str, str]]) -> Stamp:
    """The other way of `Stamp.cells`; names it does not know are left out. Raises ValueError where `layout` or `on` is
    not as it was written."""
    said = dict(cells)
    return Stamp(
        format=said.get("format", ""),
        layout=int(said.get("layout", "")),
        program=said.get("program", ""),
        on=date.fromisoformat(said["on"]) if said.get("on") else None,
        number=said.get("number", ""),
        case=said.get("case", ""),
        store=said.get("store", ""),
    )


def case_mark(case: Case) -> str:
    """By what a file is known again as this case's, without telling anything of it: made of its number, else of the
    tenant's name and birthday. "" where a case has neither."""
    tenant = case.tenant
    about = case.info.number or (f"{tenant.name}|{tenant.born}" if tenant and (tenant.name or tenant.born) else "")
    return hashlib.sha256(f"{FORMAT}|{about}".encode()).hexdigest()[:20] if about else ""
