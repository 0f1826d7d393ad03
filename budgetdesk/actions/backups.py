"""Backups: to a folder or a USB stick, by hand or by the plan of the organisation; putting one back; the recovery key.

All of it may take time: call it in a thread. `progress(done, of)` is told how far it is, and stops the work by False.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BackupError, BadInputError
from budgetdesk.i18n import _
from budgetdesk.readers.recovery_words import recovery_words
from budgetdesk.storage import backup, backup_file, restoring
from budgetdesk.storage.backup import Keeping
from budgetdesk.storage.backup_file import SUFFIX, BackupInfo, Progress, no_progress
from budgetdesk.storage.recovery import check_numbers
from budgetdesk.storage.restoring import ASIDE, Restored, Secret

__all__ = [
    "ASIDE", "SUFFIX", "BackupInfo", "BackupPlan", "Every", "Lost", "Progress", "Restored", "Secret", "back_up",
    "back_up_if_due", "backup_plan", "check_words", "in_folder", "is_due", "look", "lost_by", "make_recovery_key",
    "newest", "require_unlocked", "restore", "save_backup_plan", "words_of",
]  # fmt: skip

SETTING = "backups"


class Every(StrEnum):
    """How often the program makes a backup by itself."""

    NEVER = "never"
    DAY = "day"
    WEEK = "week"


_BETWEEN = {Every.DAY: timedelta(hours=20), Every.WEEK: timedelta(days=6, hours=12)}
"""A little less than a day and a week: who begins at eight one day and at half past seven the next has one a day."""


@dataclass(frozen=True, kw_only=True)
class BackupPlan:
    """Where backups go, how often, and how many are kept."""

    folder: str = ""
    every: Every = Every.NEVER
    daily: int = 7
    weekly: int = 4


@dataclass(frozen=True, kw_only=True)
class Lost:
    """What a store has that a backup has not."""

    new_cases: int
    changed_cases: int


def backup_plan(workspace: Workspace) -> BackupPlan:
    """The plan that was saved; no folder and never where none was."""
    kept = workspace.setting(SETTING)
    if not isinstance(kept, dict):
        return BackupPlan()
    known: dict[str, Any] = {}
    if isinstance(kept.get("folder"), str):
        known["folder"] = kept["folder"]
    if kept.get("every") in tuple(Every):
        known["every"] = Every(kept["every"])
    known |= {name: kept[name] for name in ("daily", "weekly") if type(kept.get(name)) is int and 0 < kept[name] < 100}
    return BackupPlan(**known)


def save_backup_plan(workspace: Workspace, plan: BackupPlan) -> None:
    """Save the plan. Raises BadInputError where the folder cannot hold a backup."""
    if plan.every is not Every.NEVER:
        require_folder(workspace, plan.folder)
    kept = {"folder": plan.folder, "every": plan.every.value, "daily": plan.daily, "weekly": plan.weekly}
    workspace.save_setting(SETTING, kept)


def require_folder(workspace: Workspace, folder: str) -> None:
    """Raises BadInputError unless the folder is one that can hold backups: there, and not that of the store itself."""
    if not folder:
        raise BadInputError(_("Vælg først den mappe, sikkerhedskopierne skal ligge i, gerne på en USB-nøgle."))
    path = Path(folder)
    if not path.is_dir():
        raise BadInputError(
            _("Mappen “{folder}” findes ikke lige nu. Sæt USB-nøglen i, eller vælg en anden mappe.").format(
                folder=folder
            )
        )
    if path.resolve() == workspace.folder.resolve():
        raise BadInputError(_("Vælg en anden mappe end den, sagerne selv ligger i. Ellers forsvinder de sammen."))


def back_up(workspace: Workspace, folder: Path, progress: Progress = no_progress) -> BackupInfo:
    """Write a verified backup into a folder, and remove the oldest by the plan. Raises BadInputError, the StoreError
    leaves and UserCancelled; nothing is then left behind."""
    require_folder(workspace, str(folder))
    info = workspace.opened.back_up(folder, at=workspace.now(), progress=progress)
    plan = backup_plan(workspace)
    backup.thin(folder, workspace.opened.store_id, Keeping(daily=plan.daily, weekly=plan.weekly))
    return info


def newest(workspace: Workspace) -> BackupInfo | None:
    """The newest backup of this store in the folder of the plan; None where there is none, or no such folder now."""
    folder = backup_plan(workspace).folder
    found = backup.in_folder(Path(folder), workspace.opened.store_id) if folder else ()
    return found[0] if found else None


def is_due(workspace: Workspace) -> bool:
    """Whether the plan wants a backup now. A folder that is not there just now is none."""
    plan = backup_plan(workspace)
    if plan.every is Every.NEVER or not Path(plan.folder).is_dir():
        return False
    last = newest(workspace)
    return last is None or workspace.now() - last.made_at >= _BETWEEN[plan.every]


def back_up_if_due(workspace: Workspace) -> BackupInfo | None:
    """Make the backup that the plan wants, if it wants one now. Raises as `back_up`."""
    return back_up(workspace, Path(backup_plan(workspace).folder)) if is_due(workspace) else None


def in_folder(folder: Path) -> tuple[BackupInfo, ...]:
    """All backups in a folder, the newest first."""
    return backup.in_folder(folder)


def look(file: Path) -> BackupInfo:
    """What a backup says about itself. Raises BackupError."""
    return backup_file.look(file)


def lost_by(workspace: Workspace, info: BackupInfo) -> Lost:
    """What would be lost by going back to a backup: cases made and cases changed since. Raises BackupError
    where it is a backup of another store."""
    if info.key_file.store != workspace.opened.store_id:
        raise BackupError(_("Kopien er fra et andet lager. Alle sager, der er her nu, bliver lagt til side."))
    cases = (*workspace.cases(), *workspace.cases(binned=True))
    new = [case for case in cases if case.opened_at > info.made_at]
    changed = [case for case in cases if case not in new and case.saved_at and case.saved_at > info.made_at]
    return Lost(new_cases=len(new), changed_cases=len(changed))


def require_unlocked(info: BackupInfo, secret: Secret, folder: Path) -> None:
    """Raises WrongKeyError unless a backup opens by the secret, and BackupError where its label is not ours."""
    restoring.unlock(info, secret, folder)


def restore(
    folder: Path, info: BackupInfo, secret: Secret, *, now: datetime, today: date, progress: Progress = no_progress
) -> Restored:
    """Put a backup in the place of the store in a profile folder; the store must be locked. Cases erased since are
    erased again. Raises WrongKeyError, BackupError, the other StoreError leaves and UserCancelled; the store is then
    as it was."""
    return restoring.restore(folder, info, secret, at=now, today=today, progress=progress)


# the recovery key


def make_recovery_key(workspace: Workspace) -> str:
    """Make a recovery key and return it as it is to be printed; it is not kept anywhere. An older one no longer opens
    this store (but the backups from its time)."""
    return workspace.opened.make_recovery()


def words_of(printed: str) -> tuple[str, ...]:
    """The check words that stand on the paper of a recovery key. Raises WrongKeyError where it is mistyped."""
    return _words(check_numbers(printed))


def check_words(workspace: Workspace) -> tuple[str, ...]:
    """The check words of the recovery key that opens this store; none where there is no key."""
    kept = workspace.opened.recovery
    return _words(kept["words"]) if kept and isinstance(kept.get("words"), list) else ()


def _words(numbers: Any) -> tuple[str, ...]:
    words = recovery_words()
    return tuple(words[number % len(words)] for number in numbers)
