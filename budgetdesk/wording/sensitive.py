"""Where a sensitive fact stands, in words an adviser finds again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from budgetdesk.budget.chart import Chart
from budgetdesk.household.case import Case

_ITEM = re.compile(r"case\.(\w+)\[([^\]]*)\](?:\.(\w+))?")
_SINGLE: Mapping[str, str] = {
    "case.conversation.note": "noten på Sag",
    "case.circumstances.treatment_needed": "Ydelser, behandling",
    "case.circumstances.dental_cost": "Ydelser, tandlæge",
    "case.circumstances.health_cost": "Ydelser, udgifter til helbred",
}
MOST = 4


def places(paths: Iterable[str], case: Case, chart: Chart) -> str:
    """`Budget, tandlæge; en note i journalen, og 2 steder til`"""
    named = list(dict.fromkeys(_place(path, case, chart) for path in paths))
    more = len(named) - MOST
    rest = f", og {more} {'sted' if more == 1 else 'steder'} til" if more > 0 else ""
    return "; ".join(named[:MOST]) + rest


def _place(path: str, case: Case, chart: Chart) -> str:
    found = _ITEM.match(path)
    if found is None:
        return _SINGLE.get(path, "i sagen")
    kind, key, field = found.groups()
    if kind == "persons":
        name = next((one.name.split()[0] for one in case.persons if one.id == key and one.name.strip()), "en person")
        return f"Sag, {name}" + (", CPR-nummer" if field == "cpr" else "")
    if kind == "expenses":
        line = next((one.line for one in case.expenses if one.id == key), "")
        return f"Budget, {_of(chart.lines.get(line))}"
    if kind == "income":
        word = next((one.kind for one in case.income if one.id == key), "")
        return f"Budget, {_of(chart.incomes.get(word))}"
    if kind == "debts":
        creditor = next((one.creditor for one in case.debts if one.id == key), "") or "en kreditor"
        return f"Gæld, {creditor}" + (" (noten)" if field == "note" else "")
    return "en note i journalen" if kind == "notes" else "en kontakt i journalen"


def _of(entry: object) -> str:
    title = str(getattr(entry, "title", "") or "en post")
    return title[:1].lower() + title[1:]
