"""What a month's money went to, line by line, with the two voices: the page “Hvad gik pengene til?”."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import ONE_DAY, Month
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.batches import account_of
from budgetdesk.ledger.by_hand import SPLIT, voice
from budgetdesk.ledger.proof import covers_month
from budgetdesk.ledger.shares import Share, cash_receipts, counted, is_income, rows_of, shares
from budgetdesk.ledger.sorting import PERSONS
from budgetdesk.ledger.spending import Proof, ProofStatus, Spending, Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS
from budgetdesk.ledger.words import Noise, fold
from budgetdesk.money import ZERO

SHOWN_SHOPS = 3
QUIET_DAYS = timedelta(days=5)
"""So many days without a row may lie between two statements whose balances are not known."""
SURE_IT_IS_A_SHOP = Decimal("0.75")
_MOBILE = re.compile(r"mob[a-z]*[ .]?pay|mobp")


@dataclass(frozen=True, kw_only=True)
class LineSummary:
    """One line of the chart in one month. `amount` is kr out; 102 and 709 (money back) are negative."""

    code: str
    title: str
    group: str
    amount: Decimal
    count: int
    """How many purchases: bank rows, and receipts paid in cash."""
    items: int
    """How many items of receipts are in it."""
    shops: tuple[str, ...]
    """The shops with most purchases, at most three. Never the names of persons."""
    need: Need
    tenant_says: Need | None
    adviser_says: Need | None
    locked: bool
    rows: tuple[str, ...]
    """Ids of the bank rows."""
    nice_apart: Decimal = ZERO
    """Kr of single items that were called nice on a line that is not: a cola on a receipt of food."""
    need_apart: Decimal = ZERO
    """Kr of single items that were called needed on a line that is not."""

    @property
    def can_go(self) -> Decimal:
        """Kr a month that can be done without: the line less what of it is needed, or its items that are nice."""
        if self.locked:
            return ZERO
        return self.amount - self.need_apart if self.both_say_nice else self.nice_apart

    @property
    def both_say_nice(self) -> bool:
        """“Begge siger: kan undværes”, and the tenant has not locked it."""
        return not self.locked and self.tenant_says is Need.NICE and self.adviser_says is Need.NICE


@dataclass(frozen=True, kw_only=True)
class IncomeSeen:
    """One kind of income as the bank rows of a month show it, kr in."""

    kind: str
    title: str
    amount: Decimal
    rows: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class MonthSummary:
    """One month in figures, kr. `spent` is every line, `unsorted` included."""

    month: Month
    lines: tuple[LineSummary, ...]
    income: tuple[IncomeSeen, ...]
    spent: Decimal
    received: Decimal
    unsorted: Decimal
    """Kr out on rows and items that no line has yet; money in that no line has counts against it."""
    unsorted_rows: tuple[str, ...]
    pending: tuple[str, ...]
    """Ids of pending rows: shown, not counted."""
    own_transfers: tuple[str, ...]
    receipts: int
    receipts_without_row: tuple[str, ...]
    both_say_nice: Decimal
    """What both say can be done without, kr a month."""
    covers_month: bool
    """True when at least one account has rows from its first to its last bank day (a second account may rest)."""
    proof: ProofStatus


def by_line(spending: Spending, month: Month, chart: Chart, noise: Noise | None = None) -> tuple[LineSummary, ...]:
    """What was spent on each line, in the order of the chart; money not yet sorted is not here."""
    parts: dict[str, list[Share]] = {}
    for share in shares(spending, month):
        parts.setdefault(share.line, []).append(share)
    rows = {row.id: row for row in rows_of(spending, month)}
    return tuple(_line(code, parts[code], rows, spending, chart, noise) for code in chart.lines if code in parts)


def summarise(spending: Spending, month: Month, chart: Chart, noise: Noise | None = None) -> MonthSummary:
    """Everything the page shows about one month. `noise` (from the rules) tidies the names of shops."""
    lines = by_line(spending, month, chart, noise)
    all_shares = shares(spending, month)
    lost = [share for share in all_shares if share.line not in chart.lines]
    rows = counted(spending, month)
    in_month = rows_of(spending, month)
    income = _income(rows, chart)
    split = {receipt.id for receipt in spending.receipts if receipt.source == SPLIT}
    return MonthSummary(
        month=month,
        lines=lines,
        income=income,
        spent=sum((share.amount for share in all_shares), ZERO),
        received=sum((seen.amount for seen in income), ZERO),
        unsorted=sum((share.amount for share in lost), ZERO),
        unsorted_rows=_unique(share.row for share in lost if share.row),
        pending=tuple(row.id for row in in_month if row.pending),
        own_transfers=tuple(row.id for row in in_month if row.line == OWN_TRANSFERS and not row.pending),
        receipts=len({share.receipt for share in all_shares if share.receipt and share.receipt not in split}),
        receipts_without_row=tuple(receipt.id for receipt in cash_receipts(spending, month)),
        both_say_nice=sum((line.can_go for line in lines), ZERO),
        covers_month=month in whole_months(spending),
        proof=_proof(batch_proofs(spending, rows)),
    )


def months(spending: Spending) -> tuple[Month, ...]:
    """The months that have bank rows or receipts, oldest first."""
    return tuple(sorted({*spending.rows.by_month, *(Month.of(r.date) for r in spending.receipts if r.date)}))


def whole_months(spending: Spending) -> tuple[Month, ...]:
    """The months that the statements cover wholly, oldest first."""
    batches = spending.rows.batches_of
    accounts = account_of(spending)
    covered = {account: stretches(spending, account, accounts) for account in set(accounts.values())}
    return tuple(
        month
        for month in batches
        if any(
            covers_month(start, end, month)
            for account in {accounts[batch] for batch in batches[month]}
            for start, end in covered[account]
        )
    )


def batch_proofs(spending: Spending, rows: Iterable[Transaction]) -> tuple[Proof, ...]:
    """The proofs of the batches that these rows came with."""
    wanted = {row.batch for row in rows}
    return tuple(batch.proof for batch in spending.batches if batch.id in wanted)


def _line(
    code: str,
    parts: Sequence[Share],
    rows: dict[str, Transaction],
    spending: Spending,
    chart: Chart,
    noise: Noise | None,
) -> LineSummary:
    said, line = voice(spending, code), chart.lines[code]
    own = _unique(share.row for share in parts if share.row)
    cash = {share.receipt for share in parts if share.receipt and not share.row}
    agreed = said.tenant_says if said.locked or said.tenant_says is said.adviser_says else None
    return LineSummary(
        code=code,
        title=line.title,
        group=line.group,
        amount=sum((share.amount for share in parts), ZERO),
        count=len(own) + len(cash),
        items=sum(1 for share in parts if share.item),
        shops=_shops([rows[row_id].text for row_id in own if not _may_name_a_person(rows[row_id])], noise),
        need=agreed or line.need,
        tenant_says=said.tenant_says,
        adviser_says=said.adviser_says,
        locked=said.locked,
        rows=own,
        nice_apart=_apart(parts, line.need, Need.NICE),
        need_apart=_apart(parts, line.need, Need.NEED),
    )


def _apart(parts: Sequence[Share], usual: Need, said: Need) -> Decimal:
    """Kr of the items about which a person has said something else than what is usual for their line."""
    if said is usual:
        return ZERO
    return sum((share.amount for share in parts if share.said and share.need is said), ZERO)


def _may_name_a_person(row: Transaction) -> bool:
    """A MobilePay text that no rule knows as a shop may be somebody's name."""
    mobile = _MOBILE.search(fold(row.text)) is not None
    return row.line == PERSONS or (mobile and (row.by_hand or row.confidence < SURE_IT_IS_A_SHOP))


def _shops(texts: Iterable[str], noise: Noise | None) -> tuple[str, ...]:
    names = Counter((noise.strip(text) if noise else text) for text in texts if text)
    ranked = sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(name for name, _ in ranked[:SHOWN_SHOPS])


def _income(rows: Iterable[Transaction], chart: Chart) -> tuple[IncomeSeen, ...]:
    found: dict[str, list[Transaction]] = {}
    for row in rows:
        if is_income(row):
            found.setdefault(row.line, []).append(row)
    return tuple(
        IncomeSeen(
            kind=kind,
            title=_income_title(kind, chart),
            amount=sum((row.amount for row in found[kind]), ZERO),
            rows=tuple(row.id for row in found[kind]),
        )
        for kind in found
    )


def _income_title(kind: str, chart: Chart) -> str:
    if kind in chart.incomes:
        return chart.incomes[kind].title
    return _("Boligstøtte") if kind.isdigit() else kind


def stretches(spending: Spending, account: str, accounts: Mapping[str, str]) -> list[tuple[date, date]]:
    """The days that the batches of one account cover without a gap, put together.

    Two batches join when they overlap or follow each other, when the one opens with the balance the other closed
    with, and, where balances cannot tell, when at most a few days lie between (banks print days with rows alone).
    """
    proofs = [b.proof for b in spending.batches if accounts[b.id] == account and b.proof.start and b.proof.end]
    found: list[tuple[date, date]] = []
    closing: Decimal | None = None
    for proof in sorted(proofs, key=lambda proof: (proof.start or date.min, proof.end or date.min)):
        start, end = proof.start or date.min, proof.end or date.min
        if found and _joins(found[-1][1], closing, start, proof.opening):
            longer = end >= found[-1][1]
            found[-1] = found[-1][0], max(found[-1][1], end)
            closing = proof.closing if longer else closing
        else:
            found.append((start, end))
            closing = proof.closing
    return found


def _joins(end: date, closing: Decimal | None, start: date, opening: Decimal | None) -> bool:
    if start <= end + ONE_DAY:
        return True
    if closing is not None and opening is not None:
        return closing == opening
    return start <= end + QUIET_DAYS


def _proof(proofs: Sequence[Proof]) -> ProofStatus:
    statuses = {proof.status for proof in proofs}
    if ProofStatus.FAILS in statuses:
        return ProofStatus.FAILS
    return ProofStatus.HOLDS if statuses == {ProofStatus.HOLDS} else ProofStatus.NOT_POSSIBLE


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
