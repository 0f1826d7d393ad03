"""What happens now, as sentences for the tenant: what was agreed at the desk, or else what follows from the facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.benefits.assessment import Verdict
from budgetdesk.benefits.findings import worth_applying
from budgetdesk.casework.clock import is_terminated, letter_in_force
from budgetdesk.dates import bank_day_on_or_before
from budgetdesk.documents.papers.answers import Answers, landlord
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.agreement import Instalment
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.words import Letter
from budgetdesk.planning.follow_up import Stage
from budgetdesk.planning.owed import owed_now
from budgetdesk.planning.plan import PlanVerdict, Standing

RESCUE = "paragraf_81_a"


def for_tenant(
    case: Case, answers: Answers, *, with_letter: bool = True, typed: Callable[[str], str] = rich
) -> list[str]:
    """Sentences as markup, the most pressing first. Never empty. `with_letter`: begin with the last day to pay. `typed`
    makes markup of what somebody typed."""
    words = texts.load("budget")["next"]
    meeting = court_meeting(case, answers.on)
    court = [words["court"].format(day=formats.weekday_and_day(meeting))] if meeting else []
    found = [*court, *_letter(case, answers, words, typed)] if with_letter else []
    found += _agreed(case, answers.on, words, typed)
    if not case.conversation.next_steps:
        found += _derived(case, answers, words, typed)
    return found or [words["none"]]


def last_day_to_pay(case: Case, answers: Answers) -> date | None:
    """The bank day on which the money must leave at the latest; None without a påkrav, or after the ophævelse.

    It may have passed. The same day as on the page Akut.
    """
    clock = answers.clock
    if clock is None or clock.pay_by is None or is_terminated(case):
        return None
    return bank_day_on_or_before(clock.pay_by.day)


def next_instalment(case: Case, answers: Answers) -> Instalment | None:
    """What is paid next of a plan the landlord has said yes to, less what was paid of it already; None while it is a
    proposal. The same as the paper about how the plan goes tells."""
    plan = answers.plan
    if plan is None or plan.standing is not Standing.ACCEPTED:
        return None
    progress = answers.watched.progress if answers.watched else None
    if progress is not None and progress.stage is Stage.PAID:
        return None
    if progress is not None and progress.stage is Stage.RUNNING:
        ahead = (one for one in progress.instalments if one.left and one.expected.due >= answers.on)
        return next((Instalment(due=one.expected.due, amount=one.left) for one in ahead), None)
    chosen = case.agreement.instalments if case.agreement and case.agreement.instalments else plan.instalments
    return next((one for one in chosen if one.due >= answers.on), None)


def court_meeting(case: Case, on: date) -> date | None:
    """The meeting in the bailiff's court, while it is still to come."""
    meeting = case.arrears.court_meeting
    return meeting if meeting and meeting >= on else None


def _letter(case: Case, answers: Answers, words: Any, typed: Callable[[str], str]) -> list[str]:
    following, last = next_instalment(case, answers), last_day_to_pay(case, answers)
    known = {"landlord": typed(landlord(case)), "amount": formats.kroner(owed_now(case))}
    if following:
        known["amount"] = formats.kroner(following.amount)
        return [words["instalment"].format(day=formats.weekday_and_day(following.due), **known)]
    if is_terminated(case):
        return [words["terminated"].format(**known)]
    if last is None or not owed_now(case):
        return []
    if last < answers.on:
        return [words["passed"].format(**known)]
    return [words["pay"].format(day=formats.weekday_and_day(last), **known)]


def _agreed(case: Case, on: date, words: Any, typed: Callable[[str], str]) -> list[str]:
    left = [step for step in case.conversation.next_steps if not step.done]
    return [_todo(step, on, words, typed) for step in sorted(left, key=lambda step: step.by or date.max)]


def _todo(step: Todo, on: date, words: Any, typed: Callable[[str], str]) -> str:
    """A day that has passed is not asked for again: what is left is urgent. Where nobody is named, nobody is told."""
    told = words["todo"] if step.by is None else words["todo_by" if step.by >= on else "todo_soon"]
    if not step.who:
        told = _NAMED.sub("", told)
    day = formats.day(step.by) if step.by else ""
    return str(told.format(who=typed(step.who), what=typed(step.what).rstrip("."), day=day))


_NAMED = re.compile(r"^(<b>)?\{who\}:(</b>)? ")
"""Who does it, as it begins the sentence in every language."""


def _derived(case: Case, answers: Answers, words: Any, typed: Callable[[str], str]) -> list[str]:
    found = []
    if any(a.benefit == RESCUE and a.verdict is Verdict.UNKNOWN for a in answers.assessments) and _in_danger(case):
        found.append(words["rescue"])
    plan = answers.plan
    if plan and plan.instalments and plan.standing is Standing.PROPOSAL and plan.verdict is not PlanVerdict.BREAKS:
        found.append(words["call"].format(landlord=typed(landlord(case))))
    found += [words["benefit"].format(title=typed(a.title)) for a in worth_applying(answers.assessments, case)]
    if answers.month.luft < 0:
        found.append(words["short"])
    if case.tenancy.rent_per_month:
        found.append(words["rent"].format(day=case.tenancy.rent_due_day))
    return found


def _in_danger(case: Case) -> bool:
    return letter_in_force(case) in (Letter.PAAKRAV, Letter.OPHAEVELSE, Letter.FOGED)
