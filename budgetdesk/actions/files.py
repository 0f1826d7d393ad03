"""Files that the user asks for by name: a paper, a case file. They lie open where the user has chosen."""

from __future__ import annotations

from pathlib import Path

from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import dump_case
from budgetdesk.storage.files import replace_file

__all__ = ["export_case", "replace_file"]


def export_case(record: Record, target: Path) -> None:
    """Write a case file; a crash leaves the old file or the new one. Raises StoreNotWritableError."""
    replace_file(target, dump_case(record.case))
