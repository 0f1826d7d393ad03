"""Who is to sign a document. Apart from how it is drawn, because ReportLab is slow to import."""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.documents.seals.ink import Role


@dataclass(frozen=True)
class Party:
    """Somebody who is to sign."""

    role: Role
    name: str
