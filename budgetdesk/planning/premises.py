"""The premises of the verdict: one fixed list, the same for every tenant.

Ability is computed; facts are noted; will to pay is never scored. What the figures answer, nobody overrules: a note
says what people know beside it. Where the figures have no answer yet, the answer that was noted counts.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import Month
from budgetdesk.formats import day, kroner
from budgetdesk.household.case import Case
from budgetdesk.household.words import Evidence, PlanOutcome, Status
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.planning.forlig import accepted
from budgetdesk.planning.moves import counts_here
from budgetdesk.planning.plan import PlanOption, PlanVerdict, Premise
from budgetdesk.planning.policy import Policy, approver, least_per_week

LANDLORD = "udlejer"
"""How a policy names the landlord as the one who approves."""
WAYS = {
    "benefit": N_("Er der søgt om de ydelser, der kan være relevante?"),
    "network": N_("Er familie og venner spurgt?"),
    "bank": N_("Er banken spurgt?"),
    "municipality": N_("Er kommunen spurgt om hjælp?"),
    "sale": N_("Er der set på, om noget kan sælges?"),
}
"""Other ways to be tried before a plan: the ids of `conversation.ways_tried`, and what to ask."""


def premises(
    case: Case, chart: Chart, policy: Policy, *, verdict: PlanVerdict, option: PlanOption, on: date
) -> tuple[Premise, ...]:
    """The list, always complete and in the same order. `answer` None = not known yet."""
    found = (
        _ability(verdict, option),
        _least(case, policy, on),
        _granted(case, verdict),
        _seen(case, chart),
        _earlier(case),
        *(_way(case, key) for key in WAYS),
        _mandate(policy, option),
        _approved(case, policy, option, on),
        _landlord(case, on),
    )
    return tuple(_noted(case, one) for one in found)


def noted(case: Case, key: str) -> str:
    """What was noted at a premise."""
    return next((one.note for one in case.conversation.premises_noted if one.id == key), "")


def _noted(case: Case, premise: Premise) -> Premise:
    said = next((one for one in case.conversation.premises_noted if one.id == premise.key), None)
    if said is None:
        return premise
    note = " ".join(part for part in (premise.note, said.note) if part)
    return replace(premise, note=note, answer=said.answer if premise.answer is None else premise.answer)


def _ability(verdict: PlanVerdict, option: PlanOption) -> Premise:
    """In figures. Of a plan that breaks, how deep the hole gets helps nobody: what is missing a month does."""
    known = {PlanVerdict.HOLDS: True, PlanVerdict.TIGHT: True, PlanVerdict.BREAKS: False}
    left = option.luft_per_month
    if verdict is PlanVerdict.BREAKS:
        note = (
            _("Der mangler {left} om måneden.").format(left=kroner(-left))
            if left < ZERO
            else _("Nogle dage er der ikke penge nok.")
        )
    else:
        lowest = _("Laveste dag {day}: {balance}").format(
            day=day(option.lowest.day), balance=kroner(option.lowest.balance)
        )
        after = _("Tilbage om måneden efter raten: {left}").format(left=kroner(left))
        if left < ZERO:
            after = _("Hver måned går der {left} af det, der står på kontoen.").format(left=kroner(-left))
        note = f"{lowest} {after}"
    title = _("Er der penge til raten, når husleje og regninger er betalt?")
    return Premise(key="ability", title=title, answer=known.get(verdict), note=note if option.instalments else "")


def _least(case: Case, policy: Policy, on: date) -> Premise:
    note = _("Mindst {least_per_week} om ugen. Det står i politik {version}.").format(
        least_per_week=kroner(least_per_week(policy, case, on)), version=policy.version
    )
    return Premise(key="least_to_live_on", title=_("Er der sat nok af til mad og hverdag?"), answer=True, note=note)


def _granted(case: Case, verdict: PlanVerdict) -> Premise:
    left_out = sum(1 for row in case.income if row.status is not Status.GRANTED)
    note = _("Ikke bevilget, ikke regnet med: {left_out}.").format(left_out=left_out) if left_out else ""
    answer = None if verdict is PlanVerdict.HOLDS_IF and left_out else True
    return Premise(
        key="only_granted", title=_("Er der kun regnet med penge, der er bevilget?"), answer=answer, note=note
    )


def _seen(case: Case, chart: Chart) -> Premise:
    """Whether the figures are more than said: seen or copied."""
    rows = [row.evidence for row in case.income]
    rows += [row.evidence for row in case.expenses if counts_here(chart.lines.get(row.line))]
    seen = sum(1 for evidence in rows if evidence in (Evidence.SEEN, Evidence.COPY))
    note = _("{seen} af {count} tal er set eller kopieret.").format(seen=seen, count=len(rows)) if rows else ""
    answer = None if not rows else seen == len(rows)
    return Premise(key="documented", title=_("Er tallene set på papir?"), answer=answer, note=note)


def _earlier(case: Case) -> Premise:
    """Those noted by hand, and those of this case that were kept or broken; one that was changed went on as another."""
    ended = [one.outcome for one in case.former_agreements if one.outcome is not PlanOutcome.CHANGED]
    plans = [*(plan.kept for plan in case.arrears.earlier_plans), *(one is PlanOutcome.KEPT for one in ended)]
    known = [kept for kept in plans if kept is not None]
    answer = None if len(known) < len(plans) or not plans else all(known)
    note = (
        _("{count} tidligere, {sum} holdt.").format(count=len(plans), sum=sum(known))
        if plans
        else _("Ingen tidligere aftaler er skrevet ind.")
    )
    return Premise(key="earlier_plans", title=_("Er tidligere aftaler holdt?"), answer=answer, note=note)


def _way(case: Case, key: str) -> Premise:
    tried = next((way for way in case.conversation.ways_tried if way.id == key), None)
    answer, note = (tried.answer, tried.note) if tried else (None, "")
    if key == "benefit" and answer is None and any(row.status is Status.APPLIED for row in case.income):
        answer, note = True, _("En ydelse er søgt.")
    return Premise(key=key, title=translated(WAYS)[key], answer=answer, note=note)


def months_of(option: PlanOption) -> int:
    """How many months a plan runs, the first and the last included; 0 for none."""
    if not option.instalments:
        return 0
    first, last = Month.of(option.instalments[0].due), Month.of(max(i.due for i in option.instalments))
    return (last.year - first.year) * 12 + last.number - first.number + 1


def _mandate(policy: Policy, option: PlanOption) -> Premise:
    title, months = _("Er planen inden for jeres politik?"), months_of(option)
    if not months:
        return Premise(key="mandate", title=title, answer=None)
    if months > policy.max_months:
        return Premise(
            key="mandate",
            title=title,
            answer=False,
            note=_("Højst {max_months} måneder.").format(max_months=policy.max_months),
        )
    by = approver(policy, months)
    if by is None:
        return Premise(key="mandate", title=title, answer=None, note=_("Politikken siger ikke, hvem der godkender."))
    length = _("1 måned") if months == 1 else _("{months} måneder").format(months=months)
    return Premise(
        key="mandate", title=title, answer=True, note=_("{length} godkendes af {by}.").format(length=length, by=by)
    )


def _approved(case: Case, policy: Policy, option: PlanOption, on: date) -> Premise:
    """Whether somebody has approved the plan; the landlord's yes is an approval where the landlord approves."""
    title, agreement = _("Er planen godkendt?"), case.agreement
    if agreement is not None and agreement.approved_by and (agreement.approved_on or on) <= on:
        when = f" {day(agreement.approved_on)}" if agreement.approved_on else ""
        return Premise(key="approved", title=title, answer=True, note=f"{agreement.approved_by}{when}.")
    by = approver(policy, months_of(option)) if option.instalments else None
    if by == LANDLORD and accepted(case, on):
        return Premise(key="approved", title=title, answer=True, note=_("Af udlejer."))
    return Premise(key="approved", title=title, answer=None, note=_("Venter på {by}.").format(by=by) if by else "")


def _landlord(case: Case, on: date) -> Premise:
    title = _("Har udlejer sagt ja?")
    yes = case.arrears.landlord_accepted
    if yes is None or not accepted(case, on):
        return Premise(
            key="landlord", title=title, answer=None, note=_("Forslag, gælder først når udlejer har sagt ja.")
        )
    return Premise(key="landlord", title=title, answer=True, note=", ".join(part for part in (yes.by, yes.how) if part))
