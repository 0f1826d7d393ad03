"""A budget that comes back from Excel: seen beside the case first, then taken in as one step.

Three are compared: the row as it was written to the file, as the file has it now, and as the case has it now. So what
was changed in Excel is told from what was changed in the case since, and what was changed in both is shown as such.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

from budgetdesk.actions.workbook_changes import Act, Facts, RowChange, ValueChange, WorkbookChanges, with_note
from budgetdesk.actions.workbook_facts import Fact, facts_of, of_one, title_of
from budgetdesk.actions.workbook_new_rows import danish, new_row
from budgetdesk.budget.chart import Chart
from budgetdesk.budget.workbook_layout import WrittenRow, case_mark, changeable
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError, BudgetWorkbookError
from budgetdesk.household import paths
from budgetdesk.household.case import Case, Expense, Income
from budgetdesk.household.words import Evidence
from budgetdesk.i18n import N_, _, translated
from budgetdesk.readers.budget_workbook import BudgetWorkbook, ReadRow, read_budget_workbook
from budgetdesk.readers.budget_workbook_parts import Told
from budgetdesk.readers.budget_workbook_values import plain

LABEL = N_("Hent tal fra Excel")
_LETTERS = 200
_REMOVABLE = ("expenses[", "income[")


def look(record: Record, file: Path, chart: Chart, on: date, told: Told = lambda _sheets: None) -> WorkbookChanges:
    """What a file would change. Nothing is changed by it. `told` may raise UserCancelled.

    Raises BudgetWorkbookError: a file that cannot be read, is none of ours, or is another case's.
    """
    return compare(record, read_budget_workbook(file, told), chart, on)


def compare(record: Record, book: BudgetWorkbook, chart: Chart, on: date) -> WorkbookChanges:
    """What a file that was read would change. Raises BudgetWorkbookError where it is another case's."""
    notes = [*book.notes, *_check_case(record.case, book)]
    here = _Comparing(record.case, book, chart, on)
    for row in book.rows:
        here.take(row)
    here.take_gone()
    return WorkbookChanges(
        name=book.name,
        changes=tuple(here.changes),
        problems=tuple(here.problems),
        notes=(*notes, *here.notes),
        same=here.same,
    )


def take_in(record: Record, chosen: Iterable[RowChange]) -> Record:
    """The record with the chosen changes. An amount that changes is what the tenant says: its evidence becomes
    *oplyst*, unless the sheet says otherwise, and it no longer comes from the statement."""
    for one in chosen:
        if one.act is Act.REMOVE:
            record = paths.remove(record, _item(one.key))
        elif one.act is Act.ADD:
            record = _added(record, one)
        else:
            record = _changed(record, one)
    return record


def _check_case(case: Case, book: BudgetWorkbook) -> list[str]:
    """A file of another case is refused; one that says nothing of its case is told about."""
    nameless = replace(case, info=replace(case.info, number=""))
    if not book.stamp.case:
        return [_("Filen siger ikke, hvilken sag den er fra. Se efter, at det er den rigtige.")]
    if book.stamp.case in (case_mark(case), case_mark(nameless)):
        return []
    number = f" ({book.stamp.number})" if book.stamp.number else ""
    said = _("“{name}” er fra en anden sag{number}. Åbn den sag, eller vælg en anden fil.")
    raise BudgetWorkbookError(said.format(name=book.name, number=number))


@dataclass(frozen=True)
class _Sides:
    """One row in three versions."""

    written: WrittenRow
    read: ReadRow
    now: Fact | None


class _Comparing:
    """Goes through the rows of the file, one by one."""

    def __init__(self, case: Case, book: BudgetWorkbook, chart: Chart, on: date) -> None:
        self._case, self._book, self._chart = case, book, chart
        self._in_file = danish(chart)
        self._facts = facts_of(case, chart, on)
        written = {of_one(key) for key in book.written}
        self._later = [one for about, one in self._facts.items() if about not in written]
        """Rows of the case that came after the file was written."""
        self.changes: list[RowChange] = []
        self.problems: list[str] = []
        self.notes: list[str] = []
        self.same = 0

    def take(self, row: ReadRow) -> None:
        """One row of the sheet."""
        if row.problems:
            self.problems.extend(row.problems)
        elif row.key:
            written = self._book.written[row.key]
            self._take_known(_Sides(written, row, self._now(written)))
        else:
            self._take_new(row)

    def take_gone(self) -> None:
        """Rows that were written and are no longer on the sheet."""
        there = {row.key for row in self._book.rows}
        for key, written in self._book.written.items():
            now = self._now(written)
            if key in there or now is None or not changeable(key):
                continue
            if key.startswith(_REMOVABLE):
                self._remove(written, now, "", _("Rækken er slettet i Excel."))
            else:
                said = _("{title}: rækken er slettet i Excel. I sagen er den som før.")
                self.notes.append(said.format(title=translated(now.title)))

    def _now(self, written: WrittenRow) -> Fact | None:
        """The row in the case now; None where it is gone, or another one has its place."""
        found = self._facts.get(of_one(written.key))
        if found is not None and written.key.startswith(_REMOVABLE) and found.code != written.code:
            return None
        return found

    def _take_new(self, row: ReadRow) -> None:
        try:
            made = new_row(row, self._case, self._chart, self._in_file)
        except BadInputError as error:
            self.problems.append(str(error))
            return
        twin = next((one for one in self._later if one.code == made.code and _alike(one.facts, made.facts)), None)
        if twin is not None:  # taken in before
            self._later.remove(twin)
            self.same += 1
        else:
            self.changes.append(made)

    def _take_known(self, sides: _Sides) -> None:
        written, row, now = sides.written, sides.read, sides.now
        names = changeable(row.key) & self._book.read_columns
        in_excel = [name for name in _ordered(names) if _said(row, name, written) != _was(written, name)]
        if not in_excel:
            self.same += 1
        elif "amount" in in_excel and row.values.amount is None:
            self._take_emptied(sides)
        elif now is None:
            self._take_lost(sides)
        else:
            self._set(sides, now, in_excel)

    def _take_emptied(self, sides: _Sides) -> None:
        if sides.now is None:
            self.same += 1
        elif sides.read.key.startswith(_REMOVABLE):
            self._remove(sides.written, sides.now, sides.read.where, _("Beløbet er slettet i Excel."))
        else:
            said = _("{where}: beløbet er tomt. Skriv 0, hvis der ikke skal betales noget.")
            self.problems.append(said.format(where=sides.read.where))

    def _take_lost(self, sides: _Sides) -> None:
        """Changed in Excel, gone from the case."""
        written, row = sides.written, sides.read
        title = title_of(written.code, written.name, self._chart)
        if not row.key.startswith(_REMOVABLE):
            said = _("{where}: {title} er slettet i sagen, siden filen blev gemt. Skriv den i sagen igen.")
            self.problems.append(said.format(where=row.where, title=translated(title)))
            return
        after = Facts(**{name: _said(row, name, written) for name in _ordered(_NAMES)})
        change = RowChange(
            id=row.key, act=Act.ADD, both=True, title=title, where=row.where, kind=written.kind, code=written.code,
            whose=written.whose, values=_values(_facts_of(written), Facts(), after, _ordered(_NAMES)), facts=after,
        )  # fmt: skip
        self.changes.append(with_note(change, _("Rækken er slettet i sagen, siden filen blev gemt.")))

    def _set(self, sides: _Sides, now: Fact, in_excel: Collection[str]) -> None:
        written, row = sides.written, sides.read
        if "need" in in_excel and now.locked and row.values.need != now.facts.need:
            said = _("{where}: lejeren har låst, om “{title}” er nødvendigt. Skriv det som før, eller lås op.")
            self.problems.append(said.format(where=row.where, title=translated(now.title)))
            return
        after = {name: _said(row, name, written) for name in in_excel}
        has_evidence = now.facts.evidence is not None and "evidence" not in after
        if has_evidence and after.get("amount", now.facts.amount) != now.facts.amount:
            after["evidence"] = Evidence.SAID
        made = replace(now.facts, **after)
        values = _values(_facts_of(written), now.facts, made, after)
        if not values:
            self.same += 1
            return
        renamed = bool(written.name or now.facts.name) and _letters(written.name) != _letters(now.facts.name)
        in_both = any(one.both for one in values if one.name in in_excel)
        change = RowChange(
            id=row.key, act=Act.SET, both=in_both or (renamed and row.key.startswith(_REMOVABLE)), title=now.title,
            where=row.where, kind=row.kind, key=now.key, code=now.code, values=values, facts=made,
        )  # fmt: skip
        if renamed and "name" not in in_excel:
            old = written.name or title_of(written.code, "", self._chart)
            change = with_note(change, _("Rækken hed “{old}”, da filen blev gemt.").format(old=translated(old)))
        self.changes.append(change)

    def _remove(self, written: WrittenRow, now: Fact, where: str, note: str) -> None:
        names = changeable(written.key)
        since = any(getattr(now.facts, name) != _was(written, name) for name in names - {"name"})
        renamed = "name" in names and _letters(written.name) != _letters(now.facts.name)
        change = RowChange(
            id=written.key, act=Act.REMOVE, both=since or renamed, title=now.title, where=where, kind=written.kind,
            key=now.key, code=now.code, facts=now.facts, note=note,
        )  # fmt: skip
        if since or renamed:
            change = with_note(change, _("Den er ændret i sagen, siden filen blev gemt."))
        if now.locked:
            change = with_note(change, _("Lejeren har låst linjen."))
        self.changes.append(change)


_NAMES = frozenset(one.name for one in fields(Facts))


def _ordered(names: Collection[str]) -> list[str]:
    """In the order of the columns."""
    return [one.name for one in fields(Facts) if one.name in names]


def _was(written: WrittenRow, name: str) -> Any:
    value = getattr(written, name)
    return plain(value) if name == "name" else value


def _said(row: ReadRow, name: str, written: WrittenRow) -> Any:
    """What the sheet says. A word that was taken away from its cell says nothing new."""
    value = getattr(row.values, name)
    if name == "name":
        return value if "name" in changeable(row.key) else ""
    if name != "amount" and value is None:
        return getattr(written, name)
    return value


def _facts_of(written: WrittenRow) -> Facts:
    return Facts(**{name: getattr(written, name) for name in _NAMES})


def _values(before: Facts, now: Facts, after: Facts, names: Collection[str]) -> tuple[ValueChange, ...]:
    """The values that become different from what the case says."""
    return tuple(
        ValueChange(name=name, before=getattr(before, name), now=getattr(now, name), after=getattr(after, name))
        for name in _ordered(names)
        if getattr(now, name) != getattr(after, name)
    )


def _letters(name: str) -> str:
    """A name without what the way through a file may do to it: its spaces, marks that cannot be seen, its length."""
    seen = (letter for letter in normalize("NFC", name) if not letter.isspace() and category(letter)[0] != "C")
    return "".join(seen)[:_LETTERS]


def _alike(one: Facts, other: Facts) -> bool:
    return (one.amount, one.rhythm, plain(one.name)) == (other.amount, other.rhythm, plain(other.name))


def _item(key: str) -> str:
    """`case.expenses[e3]` of `expenses[e3].amount`."""
    return f"case.{of_one(key)}]"


def _added(record: Record, one: RowChange) -> Record:
    facts = one.facts
    rhythm: Mapping[str, Any] = {"rhythm": facts.rhythm} if facts.rhythm is not None else {}
    evidence = facts.evidence or Evidence.SAID
    if one.is_income:
        income = Income(
            id=paths.next_id(record.case.income, "i"), person=one.whose, kind=one.code, amount=facts.amount,
            evidence=evidence, **rhythm,
        )  # fmt: skip
        return paths.add(record, "case.income", income)
    expense = Expense(
        id=paths.next_id(record.case.expenses, "e"), line=one.code, label=facts.name, amount=facts.amount,
        need=facts.need, evidence=evidence, **rhythm,
    )  # fmt: skip
    return paths.add(record, "case.expenses", expense)


def _changed(record: Record, one: RowChange) -> Record:
    whole, _rest, field = f"case.{one.key}".rpartition(".")
    after = {value.name: value.after for value in one.values}
    if not whole.startswith("case.expenses["):
        if "amount" in after:
            record = paths.put(record, f"{whole}.{field}", after.pop("amount"))
        for name, value in after.items():
            record = paths.put(record, f"{whole}.{name}", value)
        return record
    here: Expense = paths.get(record, whole)
    if "name" in after:
        after["label"] = after.pop("name")
    taken_over = here.from_spending and "amount" not in after
    return paths.put(record, whole, replace(here, **after, from_spending=taken_over))
