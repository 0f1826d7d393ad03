"""Proposals for "Næste skridt": the page one can sign when the meeting stops half-way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.findings import worth_applying, worth_showing
from budgetdesk.casework.emergency import Emergency
from budgetdesk.casework.emergency_steps import ADVISER, BOTH, TENANT
from budgetdesk.casework.missing import Missing
from budgetdesk.casework.record import Record
from budgetdesk.household.case import Case, Todo
from budgetdesk.household.paths import next_id
from budgetdesk.household.words import Letter
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking
from budgetdesk.planning.plan import PlanTest, PlanVerdict, Standing

WEEK = timedelta(days=7)
MONTH = timedelta(days=30)
MOST_MISSING = 5
MOST_OPEN = 3
"""So many benefits that cannot be told yet stand on the page; the others stand on the page Ydelser."""
Step = tuple[str, str, date | None]


@speaking(SOURCE_LANGUAGE)
def next_steps(
    record: Record,
    *,
    on: date,
    emergency: Emergency | None = None,
    plan: PlanTest | None = None,
    assessments: Sequence[Assessment] = (),
    missing: Sequence[Missing] = (),
) -> tuple[Todo, ...]:
    """What to propose, by day, in the words that the case keeps: what it is made of is to be in Danish too. Steps that
    are on the page already are left out. The two at the desk choose."""
    agreed = record.case.conversation.next_steps
    known = {todo.what for todo in agreed}
    steps = [
        *_urgent(emergency),
        *_plan(plan, on),
        *_apply(assessments, record.case, on),
        *_bring(missing, on),
        *_meet(on),
    ]
    chosen = list(agreed)
    for who, what, by in steps:
        if what not in known:
            known.add(what)
            chosen.append(Todo(id=next_id(tuple(chosen), "n"), who=who, what=what, by=by))
    return tuple(sorted(chosen[len(agreed) :], key=lambda todo: todo.by or date.max))


def _urgent(emergency: Emergency | None) -> Iterator[Step]:
    if emergency is not None and emergency.letter is not Letter.NONE:
        for todo in emergency.todos:
            yield todo.who, todo.what, todo.by


def _plan(plan: PlanTest | None, on: date) -> Iterator[Step]:
    if plan is None or not plan.instalments or plan.verdict is PlanVerdict.BREAKS:
        return
    if plan.standing is Standing.PROPOSAL:
        yield ADVISER, _("Send forslaget om afdrag til udlejer, og bed om et skriftligt ja."), on
    last = plan.instalments[-1].due
    follow = min(on + MONTH, last)
    yield ADVISER, _("Følg op på planen: er raten og den løbende husleje betalt?"), follow


def _apply(assessments: Sequence[Assessment], case: Case, on: date) -> Iterator[Step]:
    """What to apply for, and of the open answers those that money or a fact of the household points to."""
    found = {answer.benefit for answer in worth_applying(assessments, case)}
    open_yet = 0
    for assessment in worth_showing(assessments, case):
        if assessment.benefit in found:
            yield BOTH, _("{title} kan være relevant. Søg.").format(title=assessment.title), on + WEEK
        elif assessment.missing_facts and open_yet < MOST_OPEN:
            open_yet += 1
            yield (
                BOTH,
                _("{title}: find det, der mangler, før vi kan sige mere.").format(title=assessment.title),
                on + WEEK,
            )


def _bring(missing: Sequence[Missing], on: date) -> Iterator[Step]:
    for fact in [m for m in missing if m.page != "underskriv"][:MOST_MISSING]:
        yield (
            TENANT,
            _("Find til næste gang: {text}{text_2}.").format(
                text=fact.text[:1].lower(), text_2=fact.text[1:].removesuffix(".")
            ),
            on + WEEK,
        )


def _meet(on: date) -> Iterator[Step]:
    yield BOTH, _("Mødes igen og se på budgettet."), on + 2 * WEEK
