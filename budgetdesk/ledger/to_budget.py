"""From what was spent in a month to the budget. Typed lines stand unless chosen; nothing here counts a fact twice.

Rent, boligstøtte, debts and the plan are owned elsewhere and never written. A reserve (a yearly bill, clothes, the
dentist) says little about a month and is only proposed. Income is only proposed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.budget.chart import Chart, ChartLine, LineType, Owner
from budgetdesk.dates import Month
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.paths import next_id
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need
from budgetdesk.i18n import MONTHS, N_
from budgetdesk.ledger.averages import Average, spelled
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.spending import Spending
from budgetdesk.ledger.summary import IncomeSeen, LineSummary, by_line, summarise
from budgetdesk.money import ZERO, to_oere


@dataclass(frozen=True, kw_only=True)
class Proposals:
    """What a month offers the budget: what will be written, and what waits for a yes."""

    written: tuple[LineSummary, ...]
    typed: tuple[LineSummary, ...]
    """Lines that somebody has typed an amount on: written only when chosen."""
    reserves: tuple[LineSummary, ...]
    """Irregular lines: written only when chosen."""
    elsewhere: tuple[LineSummary, ...]
    """Rent, debts and the like: their amounts stand on another page."""
    income: tuple[IncomeSeen, ...]


def proposals(
    case: Case, spending: Spending, month: Month, chart: Chart, *, average: Average | None = None
) -> Proposals:
    """Where each line of the month would go; with `average` its lines instead (income stays that of the month)."""
    typed_codes = {expense.line for expense in case.expenses if not expense.from_spending}
    taken_over = {expense.line for expense in case.expenses if expense.from_spending}
    written, typed, reserves, elsewhere = [], [], [], []
    for line in by_line(spending, month, chart) if average is None else average.lines:
        if not _counts(line, chart.lines[line.code]):
            continue
        if chart.lines[line.code].owner is not Owner.BUDGET:
            elsewhere.append(line)
        elif line.code in typed_codes:
            typed.append(line)
        elif chart.lines[line.code].type is LineType.RESERVE and line.code not in taken_over:
            reserves.append(line)
        else:
            written.append(line)
    return Proposals(
        written=tuple(written),
        typed=tuple(typed),
        reserves=tuple(reserves),
        elsewhere=tuple(elsewhere),
        income=summarise(spending, month, chart).income,
    )


def into_budget(
    case: Case,
    spending: Spending,
    month: Month,
    chart: Chart,
    *,
    chosen: Collection[str] = (),
    average: Average | None = None,
) -> Case:
    """The case with the month's amounts on its expense lines, marked as seen and `from_spending`.

    Amounts put in from spending before are replaced (their ids stay); those the month does not have are taken out.
    `chosen` are codes of typed or reserve lines to write as well: they then take the place of what was typed.
    An amount on a weekly line is turned into kr/week (times 12/52, rounded to øre), so that it falls due week by week.
    With `average` the amounts are those of the average, and the note says which months they come from.
    """
    offer = proposals(case, spending, month, chart, average=average)
    seen = _Seen(months=(month,)) if average is None else _Seen(months=average.months)
    lines = [*offer.written, *(line for line in (*offer.typed, *offer.reserves) if line.code in chosen)]
    codes = {line.code for line in lines}
    wanted = {line.code: line for line in lines}
    rows_of = Counter(expense.line for expense in case.expenses)
    kept: list[Expense] = []
    for expense in case.expenses:
        if expense.line in wanted:
            named = expense if rows_of[expense.line] == 1 else replace(expense, label="")
            kept.append(_filled(named, wanted.pop(expense.line), chart, seen))
        elif not expense.from_spending and expense.line not in codes:
            kept.append(expense)
    for line in wanted.values():
        new = Expense(id=next_id((*case.expenses, *kept), "e"), line=line.code)
        kept.append(_filled(new, line, chart, seen))
    return replace(case, expenses=tuple(kept))


def bills_not_seen(case: Case, spending: Spending, month: Month, chart: Chart) -> tuple[ChartLine, ...]:
    """The bills nearly everybody has, of which neither the month nor the budget knows anything: to be asked about."""
    known = {line.code for line in by_line(spending, month, chart)} | {expense.line for expense in case.expenses}
    return tuple(
        line
        for line in chart.lines.values()
        if line.common and line.owner is Owner.BUDGET and line.type is not LineType.VARIABLE and line.code not in known
    )


@dataclass(frozen=True, kw_only=True)
class _Seen:
    """The months that the amounts come from."""

    months: tuple[Month, ...]

    def note(self, amount: Decimal) -> str:
        if len(self.months) == 1:
            month = self.months[0]
            return f"{MONTHS[month.number - 1].capitalize()} {month.year}: {kroner(abs(amount))}"
        return N_("Gennemsnit af {months}: {amount} om måneden").format(
            months=spelled(self.months), amount=kroner(abs(amount))
        )

    def each_time(self, amount: Decimal, rhythm: Rhythm) -> Decimal:
        """What a bill that comes seldom costs each time it comes, kr: from its whole rhythm if the months hold one,
        else all that was seen of it counts as one bill."""
        if rhythm.times_a_year and len(self.months) * rhythm.times_a_year >= 12 and len(self.months) > 1:
            return to_oere(amount * 12 / rhythm.times_a_year)
        return amount * len(self.months)


def _filled(expense: Expense, line: LineSummary, chart: Chart, seen: _Seen) -> Expense:
    amount, rhythm = _per_rhythm(line, chart.lines[line.code], seen)
    same_rhythm = expense.rhythm is rhythm
    return replace(
        expense,
        amount=amount,
        rhythm=rhythm,
        pays_on=expense.pays_on if same_rhythm else "",
        need=_agreed(line, expense),
        tenant_says=line.tenant_says or expense.tenant_says,
        adviser_says=line.adviser_says or expense.adviser_says,
        locked=line.locked or expense.locked,
        evidence=Evidence.SEEN,
        note=seen.note(line.amount),
        from_spending=True,
    )


def _per_rhythm(line: LineSummary, chart_line: ChartLine, seen: _Seen) -> tuple[Decimal, Rhythm]:
    amount = -line.amount if chart_line.minus else line.amount
    if chart_line.type is LineType.RESERVE:
        return seen.each_time(amount, chart_line.rhythm), chart_line.rhythm
    if chart_line.rhythm is Rhythm.WEEKLY:
        return to_oere(amount * 12 / 52), Rhythm.WEEKLY
    return amount, Rhythm.MONTHLY


def _agreed(line: LineSummary, expense: Expense) -> Need | None:
    tenant, adviser = line.tenant_says or expense.tenant_says, line.adviser_says or expense.adviser_says
    return tenant if tenant is adviser else expense.need


def _counts(line: LineSummary, chart_line: ChartLine) -> bool:
    """Money out; on a line of money back (pant), money back."""
    if chart_line.owner is Owner.NONE:
        return False
    return line.amount < ZERO if chart_line.minus else line.amount > ZERO
