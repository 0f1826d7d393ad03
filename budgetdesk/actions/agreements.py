"""What is agreed beside the instalments: form, account, ophævelse, approval, the days of looking again, and wordings.

Each function returns a new Record, for `Desk.change`: one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from budgetdesk.actions.plans import instalments
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.agreement import Agreement, Clause
from budgetdesk.i18n import _
from budgetdesk.planning import wordings
from budgetdesk.planning.forlig import is_forlig, refusals
from budgetdesk.planning.owed import owed_at_agreement
from budgetdesk.planning.policy import Policy
from budgetdesk.readers.wordings import load_wordings
from budgetdesk.wording.agreement import Line, follow_up_days, parts


@dataclass(frozen=True)
class Said:
    """A sentence about one fact, at its field."""

    path: str
    text: str


def agreement_of(record: Record) -> Agreement:
    """What is agreed; an empty one where nothing is."""
    return record.case.agreement or Agreement()


def with_part(record: Record, **changes: Any) -> Record:
    """The record with parts of the agreement changed; one of which nothing is known is no agreement."""
    changed = replace(agreement_of(record), **changes)
    return replace(record, case=replace(record.case, agreement=None if changed == Agreement() else changed))


def lines(record: Record, policy: Policy, on: date) -> tuple[Line, ...]:
    """The wordings that the agreement has on paper, filled in."""
    found = parts(record.case, policy, load_wordings(), total=owed_at_agreement(record.case), on=on)
    return found.lines


def wording_to_edit(record: Record, policy: Policy, key: str) -> str:
    """One wording as it counts, its fields still open."""
    return wordings.said(load_wordings()[key], policy.wordings, agreement_of(record).clauses).text


def fields_of(key: str) -> tuple[str, ...]:
    """The fields that a wording may have."""
    return load_wordings()[key].fields


def reword(record: Record, policy: Policy, key: str, text: str) -> Record:
    """Other words for this agreement alone; the general ones are no change. Raises BadInputError with a sentence."""
    wording = load_wordings()[key]
    try:
        clean = wordings.checked(wording, text)
    except ValueError as error:
        raise BadInputError(str(error)) from error
    others = tuple(clause for clause in agreement_of(record).clauses if clause.id != key)
    general = wordings.said(wording, policy.wordings, ()).text
    return with_part(record, clauses=others if clean == general else (*others, Clause(id=key, text=clean)))


def general_words(record: Record, key: str) -> Record:
    """The general words again."""
    return with_part(record, clauses=tuple(clause for clause in agreement_of(record).clauses if clause.id != key))


def suggested_days(record: Record, policy: Policy, on: date) -> tuple[date, ...]:
    """The days the policy asks for, counted from when the agreement was made."""
    return follow_up_days(policy, replace(agreement_of(record), follow_up=()), on)


def with_day(record: Record, number: int, day: date | None) -> Record:
    """Another day of looking at it together; an empty one is left out."""
    days = list(agreement_of(record).follow_up)
    days[number : number + 1] = [] if day is None else [day]
    return with_part(record, follow_up=tuple(sorted(set(days))))


def with_one_more_day(record: Record, policy: Policy, on: date) -> Record:
    """One day more: three months after the last, or the policy's first."""
    suggested = suggested_days(record, policy, on)
    days = agreement_of(record).follow_up
    new = next((day for day in suggested if day not in days), None)
    if new is None:
        last = max(days, default=on)
        new = follow_up_days(replace(policy, follow_up_months=(3,)), Agreement(made_on=last), last)[0]
    return with_part(record, follow_up=tuple(sorted({*days, new})))


def says(record: Record, policy: Policy, on: date) -> tuple[Said, ...]:
    """What can hardly be right in the agreement on `on`, each at its field."""
    return tuple(_said(record, policy, on))


def _said(record: Record, policy: Policy, on: date) -> Iterator[Said]:
    agreement, yes = agreement_of(record), record.case.arrears.landlord_accepted
    if yes is not None and yes.on is not None and yes.on > on:
        text = _("Dagen ligger ude i fremtiden. Udlejers ja tæller først, når det er givet. Ret dagen.")
        yield Said("case.arrears.landlord_accepted.on", text)
    if agreement.approved_on is not None and agreement.approved_on > on:
        yield Said("case.agreement.approved_on", _("Godkendelsen ligger ude i fremtiden. Ret dagen."))
    if agreement.approved_on is not None and not agreement.approved_by:
        yield Said("case.agreement.approved_by", _("Skriv, hvem der har godkendt planen."))
    if agreement.made_on is not None and agreement.made_on > on:
        yield Said("case.agreement.made_on", _("Aftalen er først lavet i fremtiden. Ret dagen."))
    for number, day in enumerate(agreement.follow_up):
        if day < (agreement.made_on or on):
            yield Said(f"case.agreement.follow_up.{number}", _("Dagen er gået, før aftalen begynder. Ret den."))
    if is_forlig(record.case):
        for refusal in refusals(record.case, policy, instalments(record), on):
            yield Said("case.agreement.form", refusal.text)
