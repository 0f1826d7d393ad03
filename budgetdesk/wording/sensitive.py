"""Where a sensitive fact stands, in words an adviser finds again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from budgetdesk.budget.chart import Chart
from budgetdesk.household.case import Case
from budgetdesk.i18n import N_, _, ngettext, translated

_ITEM = re.compile(r"case\.(\w+)\[([^\]]*)\](?:\.(\w+))?")
_SINGLE: Mapping[str, str] = {
    "case.conversation.note": N_("noten på Sag"),
    "case.circumstances.treatment_needed": N_("Ydelser, behandling"),
    "case.circumstances.dental_cost": N_("Ydelser, tandlæge"),
    "case.circumstances.health_cost": N_("Ydelser, udgifter til helbred"),
}
MOST = 4


def places(paths: Iterable[str], case: Case, chart: Chart) -> str:
    """`Budget, tandlæge; en note i journalen, og 2 steder til`"""
    named = list(dict.fromkeys(_place(path, case, chart) for path in paths))
    more = len(named) - MOST
    rest = ngettext(", og {more} sted til", ", og {more} steder til", more).format(more=more) if more > 0 else ""
    return "; ".join(named[:MOST]) + rest


def _place(path: str, case: Case, chart: Chart) -> str:
    found = _ITEM.match(path)
    if found is None:
        return translated(_SINGLE).get(path, _("i sagen"))
    kind, key, field = found.groups()
    if kind == "persons":
        name = next((one.name.split()[0] for one in case.persons if one.id == key and one.name.strip()), _("en person"))
        return _("Sag, {name}").format(name=name) + (_(", CPR-nummer") if field == "cpr" else "")
    if kind == "expenses":
        line = next((one.line for one in case.expenses if one.id == key), "")
        return _("Budget, {of}").format(of=_of(chart.lines.get(line)))
    if kind == "income":
        word = next((one.kind for one in case.income if one.id == key), "")
        return _("Budget, {of}").format(of=_of(chart.incomes.get(word)))
    if kind == "debts":
        creditor = next((one.creditor for one in case.debts if one.id == key), "") or _("en kreditor")
        return _("Gæld, {creditor}").format(creditor=creditor) + (" (noten)" if field == "note" else "")
    return _("en note i journalen") if kind == "notes" else _("en kontakt i journalen")


def _of(entry: object) -> str:
    title = str(getattr(entry, "title", "") or _("en post"))
    return title[:1].lower() + title[1:]
