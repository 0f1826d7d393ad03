"""Is this paper ours, and unchanged? The seal is checked, and the case's own copy is found by the code on the pages.

The seal alone says that a file is as it was sealed; the copy in the case says that it is this case's paper, byte for
byte. The code leads from a paper copy, where no seal can be checked, to the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from budgetdesk import formats
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import SealError
from budgetdesk.i18n import N_, _

if TYPE_CHECKING:
    from budgetdesk.actions.workspace import Workspace
    from budgetdesk.documents.seals.verify import Verification
    from budgetdesk.storage.store import DocumentSummary

SAME = N_("Filen er nøjagtig den, der ligger i sag {case} fra den {day}.")
OTHER = N_(
    "I sag {case} ligger et papir med den samme kode fra den {day}, men filen er ikke den samme. Brug det i sagen."
)
NOT_HERE = N_("Der ligger intet papir med koden {code} i en sag her.")
LOCKED = N_("Lås op for sagerne for at se, om papiret ligger i en af dem.")


@dataclass(frozen=True, kw_only=True)
class CheckedPaper:
    """What is known of a file: what its seal says, and which kept papers have its code."""

    seal: Verification
    code: str
    """"" where the file is none of our papers."""
    kept: tuple[DocumentSummary, ...] = ()
    same: bool = False
    """True where one of them is this file: byte for byte, but for a time stamp that came later."""
    sentences: tuple[str, ...] = ()


def check_file(pdf: bytes, folder: Path, today: date, workspace: Workspace | None = None) -> CheckedPaper:
    """Check a file; `workspace` is None while the store is locked, and then no case is looked into."""
    from budgetdesk.actions.sealing import known_roots  # noqa: PLC0415 - slow to import, and seldom needed
    from budgetdesk.documents.seals.verify import verify  # noqa: PLC0415

    seal, code = verify(pdf, roots=known_roots(folder), on=today), check_code.of(pdf)
    if not code or workspace is None or workspace.locked:
        return CheckedPaper(seal=seal, code=code, sentences=(*seal.reasons, *((_(LOCKED),) if code else ())))
    kept = workspace.papers_with_code(code)
    found = next((one for one in kept if _is_same(pdf, one, workspace)), None)
    shown = found or (kept[-1] if kept else None)
    if shown is None:
        said = _(NOT_HERE).format(code=code)
    else:
        said = (_(SAME) if found else _(OTHER)).format(case=shown.case_id, day=formats.day(shown.made_on))
    return CheckedPaper(seal=seal, code=code, kept=kept, same=found is not None, sentences=(*seal.reasons, said))


def _is_same(pdf: bytes, kept: DocumentSummary, workspace: Workspace) -> bool:
    """A copy handed out before its time stamp came is the same paper: the stamp lies where nothing is sealed."""
    if kept.sha256 == sha256(pdf).hexdigest():
        return True
    from budgetdesk.documents.seals import timestamp  # noqa: PLC0415 - slow to import

    try:
        return kept.sealed and timestamp.sealed_part(pdf) == timestamp.sealed_part(workspace.document(kept.id))
    except SealError:
        return False
