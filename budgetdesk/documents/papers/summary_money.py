"""The two pieces of a case summary that are figures: the month in groups, and other debts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import facts, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case

# isort: split
from reportlab.lib.units import mm

Told = Mapping[str, Any]
AMOUNT = 40 * mm
HEALTH_GROUP = "helbred"
OF_HEALTH = frozenset({"sygedagpenge", "foertidspension", "seniorpension", "ressourceforloeb", "ledighedsydelse"})
"""Kinds of income that tell of somebody's health."""


def economy(answers: Answers, told: Told, *, health: bool) -> list[Any]:
    """What comes in by kind, what goes out by group, what is left: kr/month. Only what counts. Without a consent about
    health (`health`) nothing in it tells of any: such income is "ydelser", such expenses are among the others."""
    month, titles = answers.month, texts.group_titles()
    came, went = dict[str, Decimal](), dict[str, Decimal]()
    for row in month.income:
        if row.counts:
            name = row.title if health or row.code not in OF_HEALTH else told["benefits"]
            came[name] = came.get(name, Decimal(0)) + row.per_month
    for row in month.expenses:
        if row.counts:
            name = titles.get(row.group, row.group) if health or row.group != HEALTH_GROUP else told["others"]
            went[name] = went.get(name, Decimal(0)) + row.per_month
    rows = [[rich(name), formats.kroner(amount)] for name, amount in came.items()]
    out = [[rich(name), formats.kroner(-amount)] for name, amount in went.items() if amount]
    last = [f"<b>{told['left_over']}</b>", f"<b>{formats.kroner(month.luft)}</b>"]
    listed = table(
        told["groups"], [*rows, *out, last], [page.WIDTH - AMOUNT, AMOUNT], figures=(1,), total=True, dense=True
    )
    return [listed, facts([(told["week"], formats.kroner(month.for_living_per_week))], names=52 * mm)]


def debts(case: Case, _answers: Answers, told: Told) -> list[Any]:
    """Each debt with what is left of it and what is paid a month, as entered."""
    if not case.debts:
        return [text(told["no_debts"])]
    rows = [
        [
            rich(one.creditor) or "–",
            formats.kroner(one.balance) if one.balance is not None else told["unknown"],
            formats.kroner(one.instalment) if one.instalment is not None else "–",
        ]
        for one in case.debts
    ]
    total = sum((one.balance for one in case.debts if one.balance is not None), Decimal(0))
    rows.append([f"<b>{told['debts_total']}</b>", f"<b>{formats.kroner(total)}</b>", ""])
    widths = [page.WIDTH - 2 * AMOUNT, AMOUNT, AMOUNT]
    return [table(told["debt_columns"], rows, widths, figures=(1, 2), total=True, dense=True)]
