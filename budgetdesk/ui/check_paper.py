"""Is a signed PDF as it was sealed? The answer of `budgetdesk verify`, in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from budgetdesk.errors import DocumentError
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_note

if TYPE_CHECKING:
    from budgetdesk.documents.verify import Verification


def check_paper(owner: QWidget, folder: Path, today: date) -> None:
    """Let the user choose a PDF, ours or somebody else's, and say what its seal says. `folder`: the profile, whose own
    seal is known."""
    name, _ = QFileDialog.getOpenFileName(owner, "Kontrollér en underskrevet PDF", "", "PDF (*.pdf)")
    if name:
        file = Path(name)
        background.run(owner, lambda: _checked(file, folder, today), lambda answer: _say(owner, file, answer))


def _checked(file: Path, folder: Path, today: date) -> Verification:
    from budgetdesk.actions.sealing import known_roots  # noqa: PLC0415 - slow to import, and seldom needed
    from budgetdesk.documents.verify import verify  # noqa: PLC0415

    try:
        pdf = file.read_bytes()
    except OSError as error:
        raise DocumentError(f"Filen “{file.name}” kan ikke læses. Se, om den findes, og om du må læse den.") from error
    return verify(pdf, roots=known_roots(folder), on=today)


def _say(owner: QWidget, file: Path, answer: Verification) -> None:
    good = "er i orden" if answer.valid else "er ikke i orden"
    show_note(owner, f"Filen {good}", "\n\n".join([f"“{file.name}” {good}.", *answer.reasons]))
