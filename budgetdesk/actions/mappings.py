"""The layouts of statements that somebody has shown the program: kept in the store, used for the next file alike."""

from __future__ import annotations

from typing import Protocol

from budgetdesk.errors import StatementError
from budgetdesk.readers.mapping import Mapping, from_json, to_json

KEY = "statement_layouts"
MOST = 200
"""So many layouts are remembered; the oldest goes first."""


class Settings(Protocol):
    """Where settings are kept: `Workspace`, or `MemorySettings`. Both raise StoreError."""

    def setting(self, key: str) -> object:
        """A setting as it was saved; None when it never was."""

    def save_setting(self, key: str, value: object) -> None:
        """Save a setting."""


class MemorySettings:
    """Settings of a case that lies in no store: for tests."""

    def __init__(self) -> None:
        self._kept: dict[str, object] = {}

    def setting(self, key: str) -> object:
        return self._kept.get(key)

    def save_setting(self, key: str, value: object) -> None:
        self._kept[key] = value


def kept_mappings(settings: Settings) -> tuple[Mapping, ...]:
    """Every layout that is remembered, the newest first; one that is broken is passed over."""
    kept = settings.setting(KEY)
    found = []
    for text in kept if isinstance(kept, list) else ():
        try:
            found.append(from_json(str(text)))
        except StatementError:
            continue
    return tuple(found)


def keep_mapping(settings: Settings, mapping: Mapping) -> None:
    """Remember a layout in the place of one with the same columns."""
    others = [each for each in kept_mappings(settings) if each.fingerprint != mapping.fingerprint]
    settings.save_setting(KEY, [to_json(each) for each in (mapping, *others)[:MOST]])
