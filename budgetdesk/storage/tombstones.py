"""Which cases were erased, in a form that tells nobody who they were: so that an old backup cannot bring them back.

`budgetdesk.erased` lies in the profile and beside the backups, never inside one. It holds one mark for an erased case:
a keyed hash (HMAC-SHA256 under the key of the store) over its number and the moment it was made, and the day of the
erasure. A number that is used again has another mark.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from budgetdesk.errors import StoreError
from budgetdesk.i18n import _
from budgetdesk.storage.files import replace_file

FILE = "budgetdesk.erased"
FORMAT = "budgetdesk/erased"
VERSION = 1
PURPOSE = "erased"
"""The purpose of the secret (`keys.secret_for`) under which marks are made."""
_MARK = re.compile(r"[0-9a-f]{64}")

Marks = Mapping[str, date]
"""Mark -> the day of the erasure."""


def mark(secret: bytes, number: str, opened_at: datetime) -> str:
    """The mark of one case under the store's secret for it."""
    what = f"{number}\n{opened_at.astimezone(UTC).isoformat()}"
    return hmac.new(secret, what.encode(), sha256).hexdigest()


def read(folder: Path) -> dict[str, date]:
    """The marks in a folder; none where there is no file. Raises StoreError when it cannot be understood: whoever
    restores must not go on without them."""
    try:
        data = json.loads((folder / FILE).read_bytes())
        if data["format"] != FORMAT or data["version"] != VERSION:
            raise ValueError("another format")
        found = {one: date.fromisoformat(day) for one, day in data["erased"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise _unreadable(folder) from error
    if not all(_MARK.fullmatch(one) for one in found):
        raise _unreadable(folder)
    return found


def add(folder: Path, marks: Marks) -> None:
    """Let the file of a folder hold these marks as well. Raises StoreError, StoreNotWritableError."""
    present = read(folder)
    wanted = {**marks, **present}
    if wanted != present:
        told = {one: wanted[one].isoformat() for one in sorted(wanted)}
        data = {"format": FORMAT, "version": VERSION, "erased": told}
        replace_file(folder / FILE, json.dumps(data, indent=1).encode())


def _unreadable(folder: Path) -> StoreError:
    return StoreError(
        _(
            "Filen “{folder}” kan ikke læses. Den siger, hvilke sager der er slettet. Hent den fra "
            "en anden kopi, før du går videre."
        ).format(folder=folder / FILE)
    )
