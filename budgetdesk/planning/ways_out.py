"""Ways out when a plan does not hold, or only just: first the help that costs nothing, last what is dear to people.

What the tenant has locked is never named. Only suggestions; nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from budgetdesk.budget.chart import Chart
from budgetdesk.budget.income_rows import paid_out
from budgetdesk.formats import day as day_text
from budgetdesk.formats import kroner
from budgetdesk.household.case import Case, Expense
from budgetdesk.household.rhythm import Rhythm, per_month
from budgetdesk.household.words import Letter, Need, Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.expected import Expected, waiting
from budgetdesk.planning.plan import WayOut
from budgetdesk.planning.rows import counts_here, rule_of


def ways_out(case: Case, chart: Chart, expected: Sequence[Expected] = ()) -> tuple[WayOut, ...]:
    """Danish sentences, in the order in which to try them, each with what it is about."""
    return (*_help(case, chart, expected), *_once(case, chart), *_postponed(case), *_spared(case, chart))


def _help(case: Case, chart: Chart, expected: Sequence[Expected]) -> Iterator[WayOut]:
    for what in waiting(case, chart, expected):
        yield WayOut("benefit", _("Kan være relevant, søg eller følg op: {what}.").format(what=what))
    if case.arrears.letter not in (Letter.NONE, Letter.RYKKER):
        text = _("Hjælp til restancen efter aktivlovens § 81 og § 81 a kan være relevant. Søg i dag.")
        yield WayOut("rescue", text)


def _once(case: Case, chart: Chart) -> Iterator[WayOut]:
    """Granted one-off money with a day: nobody promises it to the landlord unasked, but it is worth a question."""
    for row in case.income:
        line = chart.incomes.get(row.kind)
        rule = rule_of(row.pays_on, line.pays_on if line else "")
        day, amount = (rule.anchor if rule else None) or row.start, paid_out(row)
        if row.rhythm is Rhythm.ONCE and row.status is Status.GRANTED and day and amount:
            title = line.title if line else row.kind
            text = _("{title}, {amount}, kommer {day_text}. Spørg, om noget af det må gå til restancen.").format(
                title=title, amount=kroner(amount), day_text=day_text(day)
            )
            yield WayOut("one_off", text, f"case.income[{row.id}].amount")


def _postponed(case: Case) -> Iterator[WayOut]:
    debts = [d for d in case.debts if d.instalment and not d.deducted_from_income and not d.priority]
    total = sum((per_month(d.instalment, d.rhythm) for d in debts if d.instalment), ZERO)
    if total:
        text = _("Spørg om pause med anden gæld: {total} om måneden.").format(total=kroner(total))
        yield WayOut("pause", text, f"case.debts[{debts[0].id}].instalment")


def _spared(case: Case, chart: Chart) -> Iterator[WayOut]:
    rows = [(row, amount) for row in case.expenses if (amount := _amount(row, chart)) and not row.locked]
    both = [pair for pair in rows if pair[0].tenant_says is Need.NICE and pair[0].adviser_says is Need.NICE]
    asked = [
        pair
        for pair in rows
        if pair[0].adviser_says is Need.NICE and pair[0].tenant_says is not Need.NEED and pair not in both
    ]
    if both:
        yield WayOut(
            "spared", _("Kan undværes, siger I begge: {listed}.").format(listed=_listed(both, chart)), _path(both)
        )
    if asked:
        yield WayOut("talk", _("Tal om: {listed}.").format(listed=_listed(asked, chart)), _path(asked))


def _path(rows: list[tuple[Expense, Decimal]]) -> str:
    """The dearest of the rows."""
    return f"case.expenses[{max(rows, key=lambda pair: pair[1])[0].id}].amount"


def _amount(row: Expense, chart: Chart) -> Decimal | None:
    line = chart.lines.get(row.line)
    if row.amount is None or not counts_here(line) or (line and line.minus):
        return None
    return per_month(row.amount, row.rhythm) or None


def _listed(rows: list[tuple[Expense, Decimal]], chart: Chart) -> str:
    rows = sorted(rows, key=lambda pair: -pair[1])
    names = [f"{_title(row, chart)} {kroner(amount)}" for row, amount in rows]
    total = sum((amount for _rest, amount in rows), ZERO)
    return ", ".join(names) + (
        _(", i alt {total} om måneden").format(total=kroner(total)) if len(names) > 1 else _(" om måneden")
    )


def _title(row: Expense, chart: Chart) -> str:
    line = chart.lines.get(row.line)
    return row.label or (line.title if line else row.line)
