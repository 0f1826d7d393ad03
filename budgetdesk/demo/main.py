"""`budgetdesk demo --out DIR`: the main job on an invented household, without a screen and without a keyring.

The store is thrown away afterwards; its key is random and lives only as long as the demonstration.
"""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from budgetdesk.actions.signing import Vault
from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli.main import read_arguments
from budgetdesk.cli.output import DONE, NOT_GOOD, Output
from budgetdesk.demo.household import DAY, take_in
from budgetdesk.demo.neighbours import take_in_neighbours
from budgetdesk.demo.papers import make_papers
from budgetdesk.demo.pictures import make_pictures
from budgetdesk.demo.receipts import take_in_pile
from budgetdesk.errors import BudgetDeskError, DocumentError
from budgetdesk.formats import day
from budgetdesk.i18n import _


def main(arguments: Sequence[str]) -> int:
    """Run the demonstration. Returns the exit status."""
    args = read_arguments(arguments, datetime.now(UTC).astimezone().date())
    output = Output(as_json=args.json)
    try:
        files, said = demonstrate(args.out)
    except BudgetDeskError as error:
        output.problem(str(error))
        return NOT_GOOD
    output.answer({"on": DAY, "files": [str(file) for file in files]}, _said(files, args.out, said))
    return DONE


def demonstrate(out: Path) -> tuple[list[Path], str]:
    """Statement and receipts in; budget, benefits, plan, sealed PDFs and pictures out; and a sentence about the
    receipts. Raises BudgetDeskError."""
    _make_folder(out)
    # The folder of the store may hold open files on Windows until the very end: then the system clears it up later.
    with tempfile.TemporaryDirectory(prefix="budgetdesk-", ignore_cleanup_errors=True) as folder:
        passphrase = secrets.token_urlsafe(32)
        with Workspace.create(Path(folder) / "lager", passphrase=passphrase, today=DAY, remember=False) as workspace:
            desk = take_in(workspace)
            said = take_in_pile(workspace, desk)
            papers = make_papers(workspace, desk, out)
            take_in_neighbours(workspace)
            return papers + make_pictures(Vault(workspace, desk), out / "vindue"), said


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DocumentError(_("Mappen {out} kan ikke laves. Vælg en anden mappe.").format(out=out)) from error


def _said(files: Sequence[Path], out: Path, receipts: str) -> str:
    pictures = sum(file.suffix == ".png" for file in files)
    lines = [_("Dagen er {day}. Alt er opfundet.").format(day=day(DAY))]
    lines += [f"  {receipts}"] if receipts else []
    lines += [f"  {file}" for file in files if file.suffix != ".png"]
    lines.append(_("  {count} billeder af vinduet i {folder}").format(count=pictures, folder=out / "vindue"))
    return "\n".join(lines)
