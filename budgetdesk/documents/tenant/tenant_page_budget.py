"""The budget as a tenant's page: in, out, left, where the money goes and comes from, and what happens now."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.month import MonthBudget, MonthRow
from budgetdesk.documents.papers.budget_words import figures, first_steps, week_told
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.figures import whole
from budgetdesk.documents.sheet.pictograms import OF_GROUP
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import Asked, Figure, Line, Part, TenantPage, Typed, bare, line, say
from budgetdesk.documents.tenant.tenant_page_steps import call_as_budget
from budgetdesk.household.words import Evidence
from budgetdesk.ledger.covered import evidence, last_month
from budgetdesk.ledger.spending import Spending
from budgetdesk.money import ZERO


def budget_page(asked: Asked) -> TenantPage:
    """As the document `budget`; amounts are kr/month in whole kroner."""
    words, month, tenant = texts.load("budget"), asked.answers.month, asked.record.case.tenant
    name = asked.typed(tenant.name) if tenant and plain(tenant.name) else ""
    said, others = first_steps(asked.record.case, asked.answers, words, typed=asked.markup)
    steps = tuple(line(bare(one)) for one in said)
    return TenantPage(
        name="budget",
        title=say(words["title"], name=name) if name else words["nobody"],
        lead=words["lead"],
        figures=tuple(Figure(label, amount) for label, amount in figures(month, words)),
        parts=(
            Part("", _week(month, words)),
            # Before the details, which go on over the pages of the large print and of two languages.
            Part(words["next"]["heading"], steps, pictogram="calendar", ordered=True, call_follows=not others),
            Part("", (line(others),) if others else (), call_follows=bool(others)),
            Part(words["out"]["heading"], _out(month, words, asked.typed)),
            Part(words["in"]["heading"], _in(month, words, asked.typed)),
            Part("", _proof(month, words["proof"], asked)),
        ),
        call=call_as_budget(asked),
    )


def _out(month: MonthBudget, words: Any, typed: Typed) -> tuple[Line, ...]:
    titles = texts.group_titles()
    found: dict[str, list[MonthRow]] = {group: [] for group in titles}
    for row in month.expenses:
        if row.counts and row.per_month:
            found.setdefault(row.group, []).append(row)
    lines = [
        line(
            titles.get(group, group.capitalize()),
            amount=whole(sum((row.per_month for row in rows), ZERO)),
            note=" · ".join(f"{one.label} {one.amount}" for one in _details(rows, typed)),
            details=_details(rows, typed),
            pictogram=OF_GROUP.get(group, ""),
        )
        for group, rows in found.items()
        if rows
    ]
    return tuple(lines) or (line(words["empty"]),)


def _details(rows: Sequence[MonthRow], typed: Typed) -> tuple[Figure, ...]:
    """`Husleje`, `7.600`: without `kr.`, which stands behind the sum of them."""
    return tuple(Figure(typed(row.title), formats.amount(row.per_month, oere=False)) for row in rows)


def _in(month: MonthBudget, words: Any, typed: Typed) -> tuple[Line, ...]:
    counted = [row for row in month.income if row.counts and row.per_month]
    waiting = [typed(row.title) for row in month.income if not row.counts]
    lines = [line(typed(row.title), amount=whole(row.per_month)) for row in counted] or [line(words["empty"])]
    if waiting:
        lines.append(line(say(words["in"]["waiting"], rows=texts.listed(waiting))))
    return tuple(lines)


def _week(month: MonthBudget, words: Any) -> tuple[Line, ...]:
    told = week_told(month, words)
    return (line(bare(told), pictogram="food"),) if told else ()


def _proof(month: MonthBudget, words: Any, asked: Asked) -> tuple[Line, ...]:
    """How much is seen on paper, and what the bank statements cover."""
    rows = [row for row in (*month.income, *month.expenses) if row.counts and row.amount]
    missing = sum(row.evidence is Evidence.MISSING for row in rows)
    said = sum(row.evidence is Evidence.SAID for row in rows)
    told = []
    if rows:
        told.append(words["text"].format(seen=len(rows) - said - missing, said=said))
    if missing:
        told.append(words["missing"].format(missing=missing))
    return tuple(line(one) for one in (*told, *_statements(asked.record.spending, words, asked.typed)))


def _statements(spending: Spending | None, words: Any, typed: Typed) -> list[str]:
    month = last_month(spending) if spending is not None else None
    if spending is None or month is None:
        return []
    covered = evidence(spending, month)
    heading = [words["statement"].format(month=formats.month(month))] if covered else []
    return [*heading, *map(typed, covered)]
