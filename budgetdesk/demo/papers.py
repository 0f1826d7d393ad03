"""The papers of the demonstration: every document, those that people sign with signatures and seal."""

from __future__ import annotations

import math
from datetime import datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from budgetdesk.actions import access, follow_up, page_shapes, signing, workbook
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.leaving import SUMMARY
from budgetdesk.demo.household import DAY
from budgetdesk.demo.meeting import close_note, sit_down
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.catalogue import BUDGET, DOCUMENTS, RECORD
from budgetdesk.documents.papers.consent_catalogue import joined, paper_of, split
from budgetdesk.documents.seals.ink import Ink, Role, Stroke, drawn, typed
from budgetdesk.documents.tenant.variants import SUFFIX, Variant
from budgetdesk.i18n import translated

SIGNED_AT = datetime.combine(DAY, time(10, 42), ZoneInfo("Europe/Copenhagen"))


FOLLOWED = "opfoelgning"
SHARED_WITH = "c2"
"""The consent in the sample on which a summary is made."""


def make_papers(workspace: Workspace, desk: Desk, folder: Path) -> list[Path]:
    """Every document in `folder`, the budget in every shape and as an Excel file. The tenant signs by hand; the adviser
    types the name and confirms it."""
    files = []
    sit_down(desk)
    papers = {name: one for name, one in translated(DOCUMENTS).items() if name != RECORD}
    for name, document in sorted(papers.items(), key=lambda one: one[0] == FOLLOWED):
        if name == FOLLOWED:  # all is signed: from now on the plan is followed
            desk.change("Følg planen", follow_up.agree(desk.record, DAY))
        files.append(_write(folder / f"{name}.pdf", _paper(workspace, desk, name, signed=document.signed)))
    for name, consent in _consents(desk).items():
        whole = joined(name, consent)
        pdf = _paper(workspace, desk, whole, signed=catalogue.document(whole).signed)
        files.append(_write(folder / f"{name}.pdf", pdf))
    for shape in (Variant.LARGE, Variant.HTML, Variant.TEXT):
        made = page_shapes.shaped(BUDGET, shape, desk.record, desk.overview, desk.library)
        files.append(_write(folder / f"{BUDGET}{SUFFIX[shape]}", made.content))
    files.append(
        _write(folder / f"{BUDGET}{workbook.ENDING}", workbook.content(desk.record, desk.overview, desk.library))
    )
    files.append(_write(folder / "indsigt.pdf", access.paper(workspace, desk.case_id)))
    close_note(Vault(workspace, desk))  # the record comes last, with the note of the meeting in it
    files.append(_write(folder / f"{RECORD}.pdf", signing.unsigned(desk, RECORD)))
    return files


def _paper(workspace: Workspace, desk: Desk, name: str, *, signed: bool) -> bytes:
    if signed:
        return signing.sign(workspace, desk, name, ink=_ink(desk), when=SIGNED_AT).pdf
    return signing.unsigned(desk, name)


def _write(file: Path, content: bytes) -> Path:
    file.write_bytes(content)
    return file


def _consents(desk: Desk) -> dict[str, str]:
    """The papers of consent that the sample has something to say in: name -> the consent."""
    found = desk.record.case.conversation.consents
    return {split(paper_of(one))[0]: one.id for one in found} | {SUMMARY: SHARED_WITH}


def _ink(desk: Desk) -> tuple[Ink, ...]:
    tenant = desk.record.case.tenant
    return (
        drawn(Role.TENANT, tenant.name if tenant else "", _scribble(), SIGNED_AT),
        typed(Role.ADVISER, desk.record.case.info.adviser, SIGNED_AT, confirmed=True),
    )


def _scribble() -> tuple[Stroke, ...]:
    """An invented hand: a loop, a wave that runs out, and a line under it."""
    loop = [(20 + 14 * math.sin(a / 6), 40 - 26 * math.cos(a / 6) + a / 3, a / 60) for a in range(40)]
    wave = [(40 + 3.2 * a, 46 - 13 * math.sin(a / 2.1) * math.exp(-a / 45), 1 + a / 60) for a in range(64)]
    line = [(30 + 3.6 * a, 66 - a / 9, 3 + a / 60) for a in range(56)]
    return tuple(loop), tuple(wave), tuple(line)
