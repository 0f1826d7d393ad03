"""Everything about a person, for that person: a readable paper, and the same as files, in one zip.

| file | what |
|---|---|
| `indsigt.pdf` | readable: facts, papers by title, who looked, purpose, end date, rights |
| `sag.json` | the case file (`budgetdesk/case`), for another program |
| `alt.json` | every field of the case, bank rows and receipts, drafts, steps of the history, the log of look-ups |
| `papirer/`, `billeder/` | the kept PDFs and pictures |

The adviser's own notes come only where the adviser has chosen so. Names of staff are not in the log that is handed out.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from budgetdesk.actions.rights import due_of, retention
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers.access_pdf import Kept, access_pdf
from budgetdesk.household.words import Role
from budgetdesk.i18n import SOURCE_LANGUAGE, speaking, translated
from budgetdesk.readers.case_file import dump_case
from budgetdesk.storage.files import replace_file
from budgetdesk.storage.lookups import Look
from budgetdesk.storage.plain import to_plain
from budgetdesk.wording import retention as words

WHY = "indsigt"
_KINDS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"%PDF": "pdf", b"RIFF": "webp"}
_STAMP = (2026, 1, 1, 0, 0, 0)
"""Every file in the zip has the same time: it says nothing."""


@dataclass(frozen=True, kw_only=True)
class HandedOut:
    """What was written."""

    file: Path
    files: int
    own_notes: int
    """Own notes the case has, with or without them in the zip."""
    third_persons: tuple[str, ...]
    """Whom else it tells about: to be looked at before it is handed out."""


@speaking(SOURCE_LANGUAGE)
def hand_out(workspace: Workspace, case_id: str, target: Path, *, own_notes: bool = False) -> HandedOut:
    """Write everything about the person of a case into a zip (plain: the user has chosen the place). Raises StoreError,
    StoreNotWritableError, DocumentError."""
    desk = workspace.desk(case_id, look=Look.HANDED_OUT, purpose=WHY)
    whole = desk.record
    record = whole if own_notes else _without_own(whole)
    files = {
        "indsigt.pdf": paper(workspace, case_id, own_notes=own_notes),
        "sag.json": dump_case(record.case),
        "alt.json": _everything(workspace, case_id, record, dict(desk.drafts)),
        **_papers(workspace, case_id),
        **_pictures(workspace, case_id),
    }
    replace_file(target, _zipped(files))
    return HandedOut(
        file=target,
        files=len(files),
        own_notes=sum(note.own for note in whole.case.notes),
        third_persons=third_persons(record),
    )


@speaking(SOURCE_LANGUAGE)
def paper(workspace: Workspace, case_id: str, *, own_notes: bool = False) -> bytes:
    """The readable paper alone, as PDF bytes."""
    record = workspace.opened.store.case(case_id).load().record
    return access_pdf(record, _kept(workspace, case_id), on=workspace.today, own_notes=own_notes)


def third_persons(record: Record) -> tuple[str, ...]:
    """The names of everybody else that a case tells about."""
    people = [person.name for person in record.case.persons if person.role is not Role.TENANT]
    around = [person.name for person in record.case.contact_persons]
    return tuple(dict.fromkeys(name for name in (*people, *around) if name))


def _without_own(record: Record) -> Record:
    notes = tuple(note for note in record.case.notes if not note.own)
    return replace(record, case=replace(record.case, notes=notes))


def _kept(workspace: Workspace, case_id: str) -> Kept:
    due, known = due_of(workspace, case_id), retention(workspace)
    purpose = known.purpose(due.case.purpose)
    record = workspace.opened.store.case(case_id).load().record
    return Kept(
        purpose=due.case.purpose or purpose.title,
        legal_basis=due.case.legal_basis or purpose.legal_basis,
        until=due.on,
        papers=[(paper.made_on, paper.title) for paper in workspace.documents(case_id)],
        looks=[
            (look.at.astimezone().date(), translated(words.LOOKS)[look.what.value], look.purpose or purpose.title)
            for look in workspace.look_ups(case_id)
        ],
        rows={"alt.json": len(record.spending.transactions) + len(record.spending.receipts)},
    )


def _everything(workspace: Workspace, case_id: str, record: Record, drafts: dict[str, str]) -> bytes:
    told: dict[str, Any] = {
        "format": "budgetdesk/person",
        "version": 1,
        "on": workspace.today.isoformat(),
        "record": to_plain(record),
        "drafts": drafts,
        "steps": [{"label": step.label, "at": step.at.isoformat()} for step in workspace.history(case_id)],
        "look_ups": [
            {"at": look.at.isoformat(), "what": look.what.value, "purpose": look.purpose}
            for look in workspace.look_ups(case_id)
        ],
        "papers": [
            {"title": one.title, "made_on": one.made_on.isoformat(), "sha256": one.sha256}
            for one in workspace.documents(case_id)
        ],
        "third_persons": list(third_persons(record)),
    }
    return json.dumps(told, ensure_ascii=False, indent=1).encode()


def _papers(workspace: Workspace, case_id: str) -> dict[str, bytes]:
    return {
        f"papirer/{number:02d} {_safe(one.title)}.pdf": workspace.document(one.id)
        for number, one in enumerate(workspace.documents(case_id), 1)
    }


def _pictures(workspace: Workspace, case_id: str) -> dict[str, bytes]:
    ids = workspace.opened.store.pictures(case_id)
    found = {}
    for number, picture_id in enumerate(ids, 1):
        data = workspace.picture(case_id, picture_id)
        kind = next((kind for magic, kind in _KINDS.items() if data.startswith(magic)), "tif")
        found[f"billeder/{number:03d}.{kind}"] = data
    return found


def _safe(title: str) -> str:
    """A title as the name of a file on every system."""
    return re.sub(r"[^\w .()-]", "_", title).strip(" .")[:80] or "papir"


def _zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()
