"""The folder that a scanner writes to: what is new in it is offered, and never taken by itself.

The folder and what has been seen in it lie in the store, encrypted: a path may hold a person's name.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from budgetdesk.actions.mappings import Settings

KEY = "scan_folder"
SEEN = "scan_folder_seen"
KINDS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".pdf"})
MOST = 200
"""So many files are looked at; a folder with more is not one that a scanner writes to."""


def scan_folder(settings: Settings) -> Path | None:
    """The folder that was chosen; None where none is."""
    kept = settings.setting(KEY)
    return Path(kept) if isinstance(kept, str) and kept else None


def choose_scan_folder(settings: Settings, folder: Path | None) -> None:
    """Keep another folder, or none. What lies in it now counts as seen: only what comes later is offered."""
    settings.save_setting(KEY, str(folder) if folder is not None else None)
    settings.save_setting(SEEN, [])
    if folder is not None:
        mark_seen(settings, _files(folder))


def new_scans(settings: Settings) -> tuple[Path, ...]:
    """The files that have come since, by name; a folder that cannot be read has none. For a thread: a folder on a
    network may take its time. Raises StoreError."""
    folder = scan_folder(settings)
    if folder is None:
        return ()
    seen = _seen(settings)
    return tuple(file for file in _files(folder) if _mark(file) not in seen)


def mark_seen(settings: Settings, files: Iterable[Path]) -> None:
    """These files are not offered again. Raises StoreError."""
    kept = [*_seen(settings), *(_mark(file) for file in files)]
    settings.save_setting(SEEN, list(dict.fromkeys(kept))[-5 * MOST :])


def _seen(settings: Settings) -> list[str]:
    kept = settings.setting(SEEN)
    return [_hashed(str(each)) for each in kept] if isinstance(kept, list) else []


def _files(folder: Path) -> tuple[Path, ...]:
    try:
        found = sorted(file for file in folder.iterdir() if file.suffix.lower() in KINDS and file.is_file())
    except OSError:
        return ()
    return tuple(found[-MOST:])


def _mark(file: Path) -> str:
    """By what a file is known again, hashed: its name may be that of a person, and it outlives the case. Name, size and
    time, because a scanner may write the same name again."""
    try:
        known = file.stat()
    except OSError:
        return _hashed(f"{file.name}|")
    return _hashed(f"{file.name}|{known.st_size}|{known.st_mtime_ns}")


def _hashed(mark: str) -> str:
    """A mark that was kept before they were hashed is hashed now."""
    return sha256(mark.encode("utf-8", "surrogatepass")).hexdigest() if "|" in mark else mark
