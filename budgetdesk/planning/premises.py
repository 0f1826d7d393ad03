"""The premises of the verdict: one fixed list, the same for every tenant.

Ability is computed; facts are noted; will to pay is never scored.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import Month
from budgetdesk.formats import kroner
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case
from budgetdesk.household.words import Evidence, Status
from budgetdesk.planning.moves import counts_here
from budgetdesk.planning.plan import PlanVerdict, Premise
from budgetdesk.planning.policy import Policy, approver, least_per_week

WAYS = {
    "benefit": "Er ydelser søgt?",
    "network": "Er familie og venner spurgt?",
    "bank": "Er banken spurgt?",
    "municipality": "Er kommunen spurgt om hjælp?",
    "sale": "Er der noget, der kan sælges?",
}
"""Other ways to be tried before a plan: the ids of `conversation.ways_tried`, and what to ask."""


def premises(
    case: Case,
    chart: Chart,
    policy: Policy,
    *,
    verdict: PlanVerdict,
    instalments: Sequence[Instalment],
    on: date,
) -> tuple[Premise, ...]:
    """The list, always complete and in the same order. `answer` None = not known yet."""
    return (
        _ability(verdict),
        _least(case, policy, on),
        _granted(case, verdict),
        _seen(case, chart),
        _earlier(case),
        *(_way(case, key) for key in WAYS),
        _mandate(policy, instalments),
        _landlord(case),
    )


def _ability(verdict: PlanVerdict) -> Premise:
    known = {PlanVerdict.HOLDS: True, PlanVerdict.TIGHT: True, PlanVerdict.BREAKS: False}
    note = "Holder, men en dag kommer tæt på nul." if verdict is PlanVerdict.TIGHT else ""
    title = "Kan økonomien bære raten ved siden af huslejen?"
    return Premise(key="ability", title=title, answer=known.get(verdict), note=note)


def _least(case: Case, policy: Policy, on: date) -> Premise:
    note = f"Mindst {kroner(least_per_week(policy, case, on))} om ugen, efter politik {policy.version}."
    return Premise(
        key="least_to_live_on", title="Er der sat mindst det aftalte af til at leve for?", answer=True, note=note
    )


def _granted(case: Case, verdict: PlanVerdict) -> Premise:
    left_out = sum(1 for row in case.income if row.status is not Status.GRANTED)
    note = f"Ikke bevilget, ikke regnet med: {left_out}." if left_out else ""
    answer = None if verdict is PlanVerdict.HOLDS_IF and left_out else True
    return Premise(key="only_granted", title="Bæres planen kun af bevilgede penge?", answer=answer, note=note)


def _seen(case: Case, chart: Chart) -> Premise:
    """Whether the figures are more than said: seen or copied."""
    rows = [row.evidence for row in case.income]
    rows += [row.evidence for row in case.expenses if counts_here(chart.lines.get(row.line))]
    seen = sum(1 for evidence in rows if evidence in (Evidence.SEEN, Evidence.COPY))
    note = f"{seen} af {len(rows)} linjer er set eller kopi." if rows else ""
    answer = None if not rows else seen == len(rows)
    return Premise(key="documented", title="Er indtægter og udgifter set på papir?", answer=answer, note=note)


def _earlier(case: Case) -> Premise:
    plans = case.arrears.earlier_plans
    known = [plan.kept for plan in plans if plan.kept is not None]
    answer = None if len(known) < len(plans) or not plans else all(known)
    note = f"{len(plans)} tidligere, {sum(known)} overholdt." if plans else "Ingen tidligere aftaler er skrevet ind."
    return Premise(key="earlier_plans", title="Er tidligere aftaler overholdt?", answer=answer, note=note)


def _way(case: Case, key: str) -> Premise:
    tried = next((way for way in case.conversation.ways_tried if way.id == key), None)
    answer, note = (tried.answer, tried.note) if tried else (None, "")
    if key == "benefit" and answer is None and any(row.status is Status.APPLIED for row in case.income):
        answer, note = True, "En ydelse er søgt."
    return Premise(key=key, title=WAYS[key], answer=answer, note=note)


def _mandate(policy: Policy, instalments: Sequence[Instalment]) -> Premise:
    title = "Er planen inden for politikken, og hvem godkender den?"
    if not instalments:
        return Premise(key="mandate", title=title, answer=None)
    first, last = Month.of(instalments[0].due), Month.of(max(i.due for i in instalments))
    months = (last.year - first.year) * 12 + last.number - first.number + 1
    by = approver(policy, months)
    if months > policy.max_months:
        return Premise(key="mandate", title=title, answer=False, note=f"Loftet er {policy.max_months} måneder.")
    if by is None:
        return Premise(key="mandate", title=title, answer=None, note="Politikken siger ikke, hvem der godkender.")
    return Premise(key="mandate", title=title, answer=True, note=f"{months} måneder godkendes af {by}.")


def _landlord(case: Case) -> Premise:
    title = "Har udlejer sagt ja?"
    yes = case.arrears.landlord_accepted
    if yes is None or not (yes.by or yes.on):
        return Premise(key="landlord", title=title, answer=None, note="Forslag, gælder først når udlejer har sagt ja.")
    return Premise(key="landlord", title=title, answer=True, note=", ".join(part for part in (yes.by, yes.how) if part))
