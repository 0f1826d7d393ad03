"""A row that somebody has written on the free rows of the budget's Excel file: which line or income it is."""

from __future__ import annotations

from dataclasses import fields

from budgetdesk.actions.workbook_changes import Act, Facts, RowChange, ValueChange
from budgetdesk.budget.chart import Chart, ChartLine, IncomeLine, Owner
from budgetdesk.budget.workbook_layout import RowKind, line_label, whose_labels
from budgetdesk.errors import BadInputError
from budgetdesk.household.case import Case
from budgetdesk.household.words import Evidence
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking, translated
from budgetdesk.money import shortened
from budgetdesk.readers.budget_workbook import ReadRow


def danish(chart: Chart) -> Chart:
    """The chart with the titles that stand in the file, whatever the window speaks."""
    with speaking(SOURCE_LANGUAGE):
        return translated(chart)


def new_row(row: ReadRow, case: Case, chart: Chart, in_file: Chart) -> RowChange:
    """What the row brings; `in_file` is the chart with the titles of the file. What it does not say follows from the
    line: how often, and whether it is needed; it is *oplyst*, and an income is the tenant's.

    Raises BadInputError: no line, one that is unknown or is typed on another page, no amount, an unknown person.
    """
    found = _line(row, chart, in_file)
    if row.values.amount is None:
        raise _wrong(row, _("beløbet mangler. Skriv det, eller tøm rækken."))
    return _income(row, found, case) if isinstance(found, IncomeLine) else _expense(row, found, in_file)


def _income(row: ReadRow, line: IncomeLine, case: Case) -> RowChange:
    values = row.values
    facts = Facts(amount=values.amount, rhythm=values.rhythm or line.rhythm, evidence=values.evidence or Evidence.SAID)
    return _change(row, RowKind.NEW_INCOME, line.kind, line.title, facts, _whose(row, case))


def _expense(row: ReadRow, line: ChartLine, in_file: Chart) -> RowChange:
    values = row.values
    titles = {line.title.casefold(), in_file.lines[line.code].title.casefold()}
    name = "" if values.name.casefold() in titles else values.name
    facts = Facts(
        name=name,
        amount=values.amount,
        rhythm=values.rhythm or line.rhythm,
        need=values.need or line.need,
        evidence=values.evidence or Evidence.SAID,
    )
    return _change(row, RowKind.NEW_EXPENSE, line.code, name or line.title, facts)


def _change(row: ReadRow, kind: RowKind, code: str, title: str, facts: Facts, whose: str = "") -> RowChange:
    said = ((one.name, getattr(facts, one.name)) for one in fields(Facts))
    return RowChange(
        id=f"row:{row.row}",
        act=Act.ADD,
        title=title,
        where=row.where,
        kind=kind,
        code=code,
        whose=whose,
        values=tuple(ValueChange(name=name, before=None, now=None, after=value) for name, value in said if value),
        facts=facts,
    )


def _line(row: ReadRow, chart: Chart, in_file: Chart) -> ChartLine | IncomeLine:
    """The line that the row names: as the list has it, or by its number or its title alone. Of two with one name, the
    one of the section the row stands in."""
    said = row.values.line.casefold()
    if not said:
        raise _wrong(row, _("linjen mangler. Vælg den på listen i kolonnen “Linje”."))
    lines = [chart.lines[code] for code, one in in_file.lines.items() if said in _names(code, one.title)]
    incomes = [chart.incomes[kind] for kind, one in in_file.incomes.items() if said in _names(kind, one.title)]
    found: list[ChartLine | IncomeLine] = [*incomes, *lines] if row.kind is RowKind.NEW_INCOME else [*lines, *incomes]
    if not found:
        sentence = _("“{line}” er ikke en linje i budgettet. Vælg den på listen i kolonnen “Linje”.")
        raise _wrong(row, sentence.format(line=shortened(row.values.line)))
    if isinstance(found[0], ChartLine):
        _check_owner(row, found[0])
    return found[0]


def _names(code: str, title: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in (code, title, line_label(code, title)))


def _check_owner(row: ReadRow, line: ChartLine) -> None:
    """A line whose amount is typed on another page is not typed here."""
    if line.owner is Owner.BUDGET:
        return
    if line.owner is Owner.DEBTS:
        sentence = _("“{title}” er gæld. Skriv den på siden Gæld.")
    elif line.owner is Owner.TENANCY:
        sentence = _("“{title}” står på siden Sag. Skriv den der.")
    else:
        sentence = _("“{title}” kommer af andre tal og skrives ikke her.")
    raise _wrong(row, sentence.format(title=translated(line.title)))


def _whose(row: ReadRow, case: Case) -> str:
    """Id of the person the row names; the tenant's where it names nobody."""
    said = row.values.whose.casefold()
    if not said:
        return case.tenant.id if case.tenant is not None else ""
    known = whose_labels(case)
    found = next((person for person, label in known.items() if label.casefold() == said), None)
    if found is None:
        sentence = _("“{name}” er ikke i husstanden. Skriv et af navnene: {names}.")
        raise _wrong(row, sentence.format(name=shortened(row.values.whose), names=", ".join(known.values())))
    return found


def _wrong(row: ReadRow, sentence: str) -> BadInputError:
    return BadInputError(f"{row.where}: {sentence}")
