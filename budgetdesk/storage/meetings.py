"""How a case stood when a meeting began, beside its facts: no step of the journal, and in no case file."""

from __future__ import annotations

import json

from sqlalchemy import Connection, delete, insert, select

from budgetdesk.casework.meeting import Edit, Meeting, Scene
from budgetdesk.storage.plain import from_plain, to_plain
from budgetdesk.storage.tables import meetings


def load(connection: Connection, case_id: str) -> Meeting | None:
    """The meeting of a case that is not written down yet; None where there is none."""
    row = connection.execute(select(meetings).where(meetings.c.case_id == case_id)).first()
    if row is None:
        return None
    return Meeting(
        begun_on=row.begun_on,
        begun_at=row.begun_at,
        start=from_plain(Scene, json.loads(row.start)),
        edits=tuple(from_plain(Edit, one) for one in json.loads(row.edits)),
    )


def keep(connection: Connection, case_id: str, meeting: Meeting | None) -> None:
    """Keep a meeting, or forget it (None)."""
    connection.execute(delete(meetings).where(meetings.c.case_id == case_id))
    if meeting is not None:
        kept = {
            "case_id": case_id,
            "begun_on": meeting.begun_on,
            "begun_at": meeting.begun_at,
            "start": json.dumps(to_plain(meeting.start), ensure_ascii=False),
            "edits": json.dumps(to_plain(meeting.edits), ensure_ascii=False),
        }
        connection.execute(insert(meetings).values(kept))
