"""What happens now, as sentences for the tenant: what was agreed at the desk, or else what follows from the facts."""

from __future__ import annotations

from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.documents import texts
from budgetdesk.documents.answers import Answers, landlord
from budgetdesk.documents.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.planning.plan import PlanVerdict, Standing


def for_tenant(case: Case, answers: Answers, *, with_letter: bool = True) -> list[str]:
    """Sentences as markup, the most pressing first. Never empty. `with_letter`: begin with the last day to pay."""
    words = texts.load("budget")["next"]
    found = [*(_letter(case, answers, words) if with_letter else []), *_agreed(case, words)]
    if not case.conversation.next_steps:
        found += _derived(case, answers, words)
    return found or [words["none"]]


def _letter(case: Case, answers: Answers, words: Any) -> list[str]:
    clock = answers.clock
    if clock is None or clock.pay_by is None or case.arrears.ophaevelse_arrived or not case.arrears.total:
        return []
    if clock.pay_by.day < answers.on:
        return []
    told = words["pay"].format(
        amount=formats.kroner(case.arrears.total),
        landlord=rich(landlord(case)),
        day=formats.weekday_and_day(clock.pay_by.day),
    )
    return [told]


def _agreed(case: Case, words: Any) -> list[str]:
    left = [step for step in case.conversation.next_steps if not step.done]
    return [
        words["todo_by" if step.by else "todo"].format(
            who=rich(step.who) or "I", what=rich(step.what), day=formats.day(step.by) if step.by else ""
        )
        for step in sorted(left, key=lambda step: (step.by is None, step.by))
    ]


def _derived(case: Case, answers: Answers, words: Any) -> list[str]:
    found = []
    plan = answers.plan
    if plan and plan.instalments and plan.standing is Standing.PROPOSAL and plan.verdict is not PlanVerdict.BREAKS:
        found.append(words["call"].format(landlord=rich(landlord(case))))
    found += [
        words["benefit"].format(title=rich(a.title)) for a in answers.assessments if a.verdict is Verdict.YES
    ]  # fmt: skip
    if answers.month.luft < 0:
        found.append(words["short"])
    if case.tenancy.rent_per_month:
        found.append(words["rent"].format(day=case.tenancy.rent_due_day))
    return found
