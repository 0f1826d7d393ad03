"""Reader of a landlord's list of arrears: rows and columns in CSV or Excel. What stands where is guessed from the
names of the columns, and can be said by a person instead.

A row that cannot be read is a problem in the answer; a file that is no such list is an ArrearsListError.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.errors import ArrearsListError, StatementError
from budgetdesk.i18n import N_, _
from budgetdesk.planning.arrears_list import ArrearsList, ListProblem, ListRow
from budgetdesk.readers.banks.amounts import convention, read_amount
from budgetdesk.readers.banks.sheet import Line, Sheet
from budgetdesk.readers.incoming import Source, read_incoming
from budgetdesk.readers.mapping import header_row
from budgetdesk.readers.statements import file_sheets

NOWHERE = -1
MOST_ROWS = 50_000
_REFERENCE = (
    "betalingsreference", "reference", "fik", "lejernr", "lejernummer", "lejemålsnr", "lejemål", "kontrakt", "kontonr",
    "aftale", "debitornr", "sagsnr", "nummer", "nr.",
)  # fmt: skip
_AMOUNT = ("restance", "udestående", "skyldigt", "skyldig", "saldo", "beløb", "total", "i alt")
_NAME = ("lejernavn", "navn", "lejer", "debitor")
"""Words in the names of columns, the surest first."""
_HOW = N_("Gem listen som CSV eller Excel med en række for hver lejer og navne øverst på kolonnerne.")


@dataclass(frozen=True, kw_only=True)
class ListColumns:
    """Which column (the first is 0, -1 = none) holds what."""

    amount: int
    reference: int = NOWHERE
    name: int = NOWHERE


def read_arrears_list(source: Source, *, columns: ListColumns | None = None) -> ArrearsList:
    """The rows of a list; `columns` where a person has said what stands where. Raises ArrearsListError."""
    name, data = read_incoming(source, ArrearsListError)
    try:
        split = file_sheets(data, name)
    except StatementError as error:
        raise ArrearsListError(
            _("Filen “{name}” er ikke en liste i rækker og kolonner. {how}").format(name=name, how=_(_HOW))
        ) from error
    sheet, at = _sheet(split, name)
    header = tuple(sheet.lines[at].cells)
    lines = [line for line in sheet.lines[at + 1 :] if any(line.cells)]
    if len(lines) > MOST_ROWS:
        raise ArrearsListError(
            _("Filen “{name}” har mere end {most_rows} rækker. Vælg en kortere liste.").format(
                name=name, most_rows=MOST_ROWS
            )
        )
    chosen = columns or guess_columns(header)
    if chosen is None:
        shown = ", ".join(cell for cell in header if cell)
        raise ArrearsListError(
            _("I “{name}” kan vi ikke se, hvor restancen står. Kolonnerne er: {shown}. {how}").format(
                name=name, shown=shown, how=_(_HOW)
            )
        )
    rows, problems = _rows(lines, chosen)
    return ArrearsList(file_name=name, rows=rows, problems=problems, header=header)


def guess_columns(header: Sequence[str]) -> ListColumns | None:
    """What stands where by the names of the columns; None where no column can hold what is owed, or say whose it is."""
    amount = _find(header, _AMOUNT, ())
    reference = _find(header, _REFERENCE, (amount,))
    name = _find(header, _NAME, (amount, reference))
    if amount == NOWHERE or (reference == NOWHERE and name == NOWHERE):
        return None
    return ListColumns(amount=amount, reference=reference, name=name)


def _find(header: Sequence[str], words: Iterable[str], taken: Iterable[int]) -> int:
    folded = [cell.casefold().strip() for cell in header]
    free = [at for at in range(len(folded)) if at not in set(taken)]
    for word in words:
        exact = next((at for at in free if folded[at] == word), None)
        within = next((at for at in free if word in folded[at]), None)
        found = exact if exact is not None else within
        if found is not None:
            return found
    return NOWHERE


def _sheet(split: Sequence[Sheet], name: str) -> tuple[Sheet, int]:
    """The sheet that has a header, and where it stands."""
    for sheet in split:
        at = header_row(sheet)
        if at != NOWHERE:
            return sheet, at
    for sheet in split:  # two columns are enough for a list
        if sheet.lines and guess_columns(sheet.lines[0].cells) is not None:
            return sheet, 0
    raise ArrearsListError(_("Filen “{name}” har ingen navne på kolonnerne. {how}").format(name=name, how=_(_HOW)))


def _rows(lines: Sequence[Line], columns: ListColumns) -> tuple[tuple[ListRow, ...], tuple[ListProblem, ...]]:
    how = convention(_cell(line, columns.amount) for line in lines)
    rows, problems = [], []
    for line in lines:
        reference, name = _cell(line, columns.reference), _cell(line, columns.name)
        text = _cell(line, columns.amount)
        if not (reference or name):
            continue  # a line with a sum, or a remark
        amount = read_amount(text, how) if text else Decimal(0)
        if amount is None:
            problems.append(
                ListProblem(line=line.number, text=_("Beløbet “{text}” kan ikke læses.").format(text=text[:40]))
            )
        else:
            rows.append(ListRow(line=line.number, reference=reference, amount=amount, name=name))
    return tuple(rows), tuple(problems)


def _cell(line: Line, at: int) -> str:
    return line.cells[at].strip() if 0 <= at < len(line.cells) else ""
