"""What one can do with statements and receipts. Each action answers with a Change: hand it to `Desk.change`.

Reading a file changes nothing; only the Change that comes of it, once saved, does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial

from budgetdesk.actions.library import Library
from budgetdesk.casework.record import Record
from budgetdesk.collecting import not_collecting
from budgetdesk.dates import Month
from budgetdesk.errors import StatementError
from budgetdesk.household.words import Need
from budgetdesk.i18n import MONTHS, N_, _, kept
from budgetdesk.ledger import by_hand, receipts
from budgetdesk.ledger.averages import Average
from budgetdesk.ledger.batches import add_batch, undo_batch
from budgetdesk.ledger.heard import heard, told
from budgetdesk.ledger.sorting import guesses, sort_receipts, sort_spending
from budgetdesk.ledger.spending import Spending, Voice
from budgetdesk.ledger.statement import StatementRead
from budgetdesk.ledger.summary import MonthSummary, summarise
from budgetdesk.ledger.to_budget import Proposals, into_budget, proposals
from budgetdesk.readers.guess import guess_mapping
from budgetdesk.readers.incoming import Source, read_incoming
from budgetdesk.readers.mapping import NOWHERE, Mapping, Sample, fingerprint, header_row, sample_rows
from budgetdesk.readers.receipts import ReceiptsRead, read_receipts
from budgetdesk.readers.statements import file_sheets, read_statement, read_with


@dataclass(frozen=True, kw_only=True)
class Change:
    """A new record, the label of the step that leads to it, and a Danish sentence about what was done (may be "")."""

    label: str
    record: Record
    said: str = ""


def preview_statement(
    source: Source, library: Library, *, account: str = "", today: date, mappings: Sequence[Mapping] = ()
) -> StatementRead:
    """Read a statement without taking it in, each row with a guess where it belongs.

    `mappings` are those made by hand. Raises StatementError; UnknownLayoutError where a mapping would help.
    """
    with not_collecting():
        place = partial(guesses, rules=library.rules)
        read = read_statement(source, account=account, today=today, mappings=mappings, place=place)
        return _looked_at(read, library)


def preview_mapped(mapping: Mapping, source: Source, library: Library, *, today: date) -> StatementRead:
    """Read a statement of a layout we do not know as a mapping made by hand says. Raises StatementError."""
    return _looked_at(read_with(mapping, source, today=today, place=partial(guesses, rules=library.rules)), library)


def sample_of(source: Source) -> tuple[Sample, ...]:
    """The first rows of a file in rows and columns, the likeliest separator first. Raises StatementError."""
    name, data = read_incoming(source, StatementError)
    return tuple(sample_rows((sheet,)) for sheet in file_sheets(data, name))


def guessed_mapping(source: Source, *, today: date) -> Mapping | None:
    """The likeliest mapping of a file in rows and columns; None where no column holds days or amounts."""
    name, data = read_incoming(source, StatementError)
    return guess_mapping(file_sheets(data, name), today=today)


def blank_mappings(source: Source) -> tuple[Mapping, ...]:
    """A mapping that says nothing yet for each of `sample_of`, in the same order. Raises StatementError."""
    name, data = read_incoming(source, StatementError)
    return tuple(
        Mapping(
            fingerprint=fingerprint(sheet),
            header_row=header_row(sheet),
            date=NOWHERE,
            text=NOWHERE,
            separator=sheet.separator,
        )
        for sheet in file_sheets(data, name)
    )


def import_statement(record: Record, read: StatementRead, library: Library) -> Change:
    """Take a statement in as one batch; rows that are here already are not counted twice. Then sort."""
    with not_collecting():
        spending, report = add_batch(record.spending, read)
        alone = not record.spending.transactions and read.sorted_by is library.rules
        anew = sort_receipts if alone else sort_spending  # rows that nothing else bears on are sorted already
        spending = anew(receipts.join(spending), library.rules)
        return Change(label=_("kontoudtog læst ind"), record=replace(record, spending=spending), said=report.text)


def undo_import(record: Record, batch_id: str, library: Library) -> Change:
    """Take a batch out again, with its rows."""
    return _with(record, _("kontoudtog taget ud"), undo_batch(record.spending, batch_id), library)


def preview_receipts(source: Source) -> ReceiptsRead:
    """Read digital receipts without taking them in. Raises ReceiptError."""
    return read_receipts(source)


def import_receipts(record: Record, read: ReceiptsRead, library: Library) -> Change:
    """Take receipts in and join each to the bank row that paid it."""
    spending, new = receipts.add_receipts(record.spending, read.receipts)
    said = _("1 ny kvittering er læst ind.") if new == 1 else _("{new} nye kvitteringer er læst ind.").format(new=new)
    return _with(record, _("kvitteringer læst ind"), spending, library, said=said)


def type_receipt(
    record: Record,
    library: Library,
    *,
    shop: str,
    day: date | None,
    total: Decimal,
    lines: Sequence[receipts.Line] = (),
) -> Change:
    """Take in a receipt typed by hand, kr. Lines that do not add up leave a rest, which stays with the shop."""
    spending = receipts.type_in(record.spending, shop=shop, day=day, total=total, lines=lines)
    return _with(record, _("kvittering skrevet ind"), spending, library)


def remove_receipt(record: Record, receipt_id: str, library: Library) -> Change:
    """Take a receipt out."""
    return _with(record, _("kvittering taget ud"), receipts.remove_receipt(record.spending, receipt_id), library)


def place_row(record: Record, row_id: str, line: str, need: Need, library: Library) -> Change:
    """Say where a bank row belongs; other rows with the same text follow, rules never move this one again."""
    return _with(record, _("postering flyttet"), by_hand.place_row(record.spending, row_id, line, need), library)


def place_item(record: Record, item_id: str, line: str, need: Need, library: Library) -> Change:
    """Say where an item of a receipt belongs."""
    return _with(record, _("vare flyttet"), by_hand.place_item(record.spending, item_id, line, need), library)


def say_item(record: Record, item_id: str, line: str, need: Need | None, library: Library) -> Change:
    """Say need or nice about one item of a receipt, which stays on its line; None: as its line again."""
    said = library.chart.lines[line].need if need is None else need
    return _with(record, _("ord om en vare"), by_hand.place_item(record.spending, item_id, line, said), library)


def let_rules_decide(record: Record, row_id: str, library: Library) -> Change:
    """Give a bank row back to the rules."""
    return _with(record, _("postering sorteret igen"), by_hand.let_rules_decide(record.spending, row_id), library)


def tenant_says(record: Record, line: str, need: Need | None) -> Change:
    """The tenant's voice about a line; None takes it back."""
    return _spoken(record, _("lejerens ord"), line, lambda said: replace(said, tenant_says=need))


def adviser_says(record: Record, line: str, need: Need | None) -> Change:
    """The adviser's voice about a line; None takes it back."""
    return _spoken(record, _("rådgiverens ord"), line, lambda said: replace(said, adviser_says=need))


def lock_line(record: Record, line: str, *, locked: bool) -> Change:
    """The tenant calls a line essential, or lets go of it again."""
    label = _("linje låst") if locked else _("linje låst op")
    if locked:
        return _spoken(record, label, line, lambda said: replace(said, locked=True, tenant_says=Need.NEED))
    return _spoken(record, label, line, lambda said: replace(said, locked=False))


def month_summary(record: Record, month: Month, library: Library) -> MonthSummary:
    """The month line by line, with the two voices as they count (`ledger.heard`)."""
    return summarise(heard(record.case, record.spending), month, library.chart, library.rules.noise)


def month_proposals(record: Record, month: Month, library: Library, *, average: Average | None = None) -> Proposals:
    """What the month (or an average of months) would put into the budget, and what waits for a yes."""
    return proposals(record.case, record.spending, month, library.chart, average=average)


def put_into_budget(record: Record, month: Month, library: Library, *, chosen: Collection[str] = ()) -> Change:
    """Put the month's amounts on the lines of the budget; typed and irregular lines only where chosen (codes)."""
    case = into_budget(record.case, record.spending, month, library.chart, chosen=chosen)
    return Change(
        label=kept(N_("{month} sat i budgettet"), month=MONTHS[month.number - 1]),
        record=replace(record, case=case),
        said=_("Budgettet har nu tallene fra {months} {year}.").format(
            months=_(MONTHS[month.number - 1]), year=month.year
        ),
    )


def _looked_at(read: StatementRead, library: Library) -> StatementRead:
    """The statement with the moves between its accounts seen as well, where it has several."""
    if not read.accounts:
        return replace(read, sorted_by=library.rules)
    alone = Spending(batches=read.batches(), transactions=read.rows)
    return replace(read, rows=sort_spending(alone, library.rules).transactions)


def _with(record: Record, label: str, spending: Spending, library: Library, *, said: str = "") -> Change:
    return Change(label=label, record=replace(record, spending=sort_spending(spending, library.rules)), said=said)


def _spoken(record: Record, label: str, line: str, say: Callable[[Voice], Voice]) -> Change:
    """Write a word about a line where the month keeps it, and on the budget's rows of the line."""
    before = by_hand.voice(heard(record.case, record.spending), line)
    spending = by_hand.speak(record.spending, say(by_hand.voice(record.spending, line)))
    return Change(label=label, record=replace(record, case=told(record.case, before, say(before)), spending=spending))
