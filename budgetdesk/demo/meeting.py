"""The meeting of the demonstration: it began with what the tenant had said on the telephone, and its note is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from budgetdesk.actions import notes
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.notes import Closing
from budgetdesk.actions.signing import Vault
from budgetdesk.casework.meeting import Meeting, PaperMade, Scene, without_notes
from budgetdesk.demo.household import DAY
from budgetdesk.household.case import Case, Conversation, Wealth
from budgetdesk.household.words import ContactKind

BEGAN = datetime.combine(DAY, time(8, 5), UTC)


def sit_down(desk: Desk) -> None:
    """The meeting begins as the case stood after the call: who, where, and what is behind."""
    desk.keep_meeting(Meeting(begun_on=DAY, begun_at=BEGAN, start=Scene(case=_after_the_call(desk.record.case))))


def _after_the_call(case: Case) -> Case:
    known = replace(without_notes(case), income=(), expenses=(), debts=(), bank=(), wealth=Wealth())
    earlier = tuple(one for one in case.contacts if one.on is not None and one.on < DAY)
    return replace(known, conversation=Conversation(), applications=(), agreement=None, contacts=earlier)


def close_note(vault: Vault) -> None:
    """The note of the meeting, as it wrote itself, closed by the adviser."""
    desk = vault.desk
    papers = tuple(PaperMade(id=str(one.id), title=one.title) for one in vault.papers())
    wrote = notes.writing(desk, desk.overview, papers)
    if wrote is not None and wrote.text:
        by = desk.record.case.info.adviser
        closing = Closing(title=notes.title_of(DAY), on=DAY, by=by, kind=ContactKind.MEETING)
        notes.close_meeting(desk, closing, wrote.text, desk.overview, papers)
