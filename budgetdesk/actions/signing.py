"""From the facts on the desk to a signed page: the document with its signatures, sealed once, kept in the store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from budgetdesk.actions import sealing
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents import catalogue
from budgetdesk.documents.ink import Ink
from budgetdesk.errors import SealError


@dataclass(frozen=True, kw_only=True)
class Signed:
    """One sealed document as it lies in the store."""

    id: int
    title: str
    file_name: str
    """What to call the file outside: kind, case number and day; never a person's name."""
    pdf: bytes


def sign(workspace: Workspace, desk: Desk, document: str, *, ink: Sequence[Ink], when: datetime) -> Signed:
    """Make the document with its signatures, seal it and keep it. `when` is aware.

    Raises SealError without a signature, and DocumentError; nothing is then kept.
    """
    if not ink:
        raise SealError("Der er ingen underskrift endnu. Skriv under, før dokumentet bliver forseglet.")
    info = desk.record.case.info
    pdf = catalogue.make(document, desk.record, desk.overview, on=desk.today, ink=ink)
    sealed = sealing.seal(workspace, pdf, when=when, adviser=info.adviser, organisation=info.organisation)
    title = catalogue.DOCUMENTS[document].title
    kept = workspace.save_document(desk.case_id, kind=document, title=title, pdf=sealed, sealed=True)
    return Signed(id=kept, title=title, file_name=file_name(document, desk.case_id, desk.today), pdf=sealed)


@dataclass(frozen=True, kw_only=True)
class KeptPaper:
    """One signed paper of a case, without its bytes."""

    id: int
    title: str
    made_on: date
    file_name: str


@dataclass(frozen=True)
class Vault:
    """The papers of one open case: sign, list and read them. What the window holds instead of the whole store."""

    workspace: Workspace
    desk: Desk

    def sign(self, document: str, *, ink: Sequence[Ink], when: datetime) -> Signed:
        """As `sign`."""
        return sign(self.workspace, self.desk, document, ink=ink, when=when)

    def papers(self) -> tuple[KeptPaper, ...]:
        """The signed papers of the case, the oldest first."""
        return tuple(
            KeptPaper(
                id=kept.id,
                title=kept.title,
                made_on=kept.made_on,
                file_name=file_name(kept.kind, self.desk.case_id, kept.made_on),
            )
            for kept in self.workspace.documents(self.desk.case_id)
            if kept.sealed
        )

    def read(self, paper_id: int) -> bytes:
        """The bytes of a kept paper."""
        return self.workspace.document(paper_id)


def unsigned(desk: Desk, document: str) -> bytes:
    """The copy to sign with a pen. Raises DocumentError."""
    return catalogue.make(document, desk.record, desk.overview, on=desk.today)


def file_name(document: str, case_id: str, day: date) -> str:
    """`aftale_2026-0001_2026-11-20.pdf`: no name of a person in the name of a file."""
    return f"{document}_{case_id}_{day.isoformat()}.pdf"
