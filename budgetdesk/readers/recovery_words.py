"""The check words of a recovery key (`resources/recovery_words.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache

from budgetdesk import data_files


@cache
def recovery_words() -> tuple[str, ...]:
    """The words, in their order."""
    return tuple(tomllib.loads(data_files.path("recovery_words.toml").read_text("utf-8"))["words"])
