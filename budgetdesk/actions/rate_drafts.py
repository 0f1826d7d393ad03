"""What was typed for new figures and not taken in yet: kept in the store, so that a crash cannot take it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from budgetdesk.actions.rates import RateStore

SETTING = "rate_drafts"


def draft_key(law: str, series: str, start: date) -> str:
    """The name of one field."""
    return f"{law}.{series}@{start.isoformat()}"


def drafts(workspace: RateStore) -> Mapping[str, str]:
    """Name of a field -> the text in it."""
    kept = workspace.setting(SETTING)
    return {str(key): str(text) for key, text in kept.items()} if isinstance(kept, dict) else {}


def keep_drafts(workspace: RateStore, texts: Mapping[str, str]) -> None:
    """Keep the texts of some fields; an empty one is forgotten."""
    before = drafts(workspace)
    after = {key: text for key, text in {**before, **texts}.items() if text.strip()}
    if after != before:
        workspace.save_setting(SETTING, after or None)


def forget_drafts(workspace: RateStore, keys: Iterable[str]) -> None:
    """The figures were taken in."""
    keep_drafts(workspace, dict.fromkeys(keys, ""))
