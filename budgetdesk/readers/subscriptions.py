"""Reads `resources/subscriptions.toml`, and refuses what it does not understand, by name."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from budgetdesk import data_files
from budgetdesk.errors import RatesFileError
from budgetdesk.ledger.subscriptions import Ends, Notice, Service
from budgetdesk.ledger.words import Word
from budgetdesk.readers.toml_words import in_words, marked

_SERVICE = frozenset({"title", "names", "line", "notice", "who"})
_NOTICE = frozenset({"text", "source", "confidence"})
CONFIDENCES = frozenset({"primary", "secondary", "derived", "unverified"})


@in_words
@cache
def load_subscriptions() -> tuple[Service, ...]:
    """The services that ship with the program. Raises RatesFileError."""
    return read_subscriptions(data_files.path("subscriptions.toml"))


def read_subscriptions(file: Path) -> tuple[Service, ...]:
    """All services of a file, in its order. Raises RatesFileError."""
    try:
        data = marked(file, tomllib.loads(file.read_text("utf-8")))
    except (OSError, ValueError) as error:
        raise RatesFileError(f"{file.name}: filen kan ikke læses ({error}). Ret filen.") from error
    _check(data, frozenset({"notices", "subscription"}), file.name)
    notices = {key: _notice(key, entry, file.name) for key, entry in data["notices"].items()}
    return tuple(_service(entry, notices, file.name) for entry in data["subscription"])


def _notice(key: str, entry: Mapping[str, Any], file: str) -> Notice:
    _check(entry, _NOTICE, f"{file}: notices.{key}")
    if key not in set(Ends) or entry["confidence"] not in CONFIDENCES:
        raise RatesFileError(f"{file}: varslet “{key}” eller dets confidence kendes ikke. Ret filen.")
    return Notice(ends=Ends(key), text=entry["text"], source=entry["source"], confidence=entry["confidence"])


def _service(entry: Mapping[str, Any], notices: Mapping[str, Notice], file: str) -> Service:
    where = f"{file}: {entry.get('title', 'uden titel')}"
    _check(entry, _SERVICE, where)
    if entry["notice"] not in notices or not entry["names"]:
        raise RatesFileError(f"{where}: notice kendes ikke, eller names er tom. Ret filen.")
    return Service(
        title=entry["title"],
        words=tuple(Word.of(name) for name in entry["names"]),
        line=entry["line"],
        notice=notices[entry["notice"]],
        who=entry["who"],
    )


def _check(entry: Mapping[str, Any], keys: frozenset[str], where: str) -> None:
    if entry.keys() != keys:
        wrong = ", ".join(sorted(entry.keys() ^ keys))
        raise RatesFileError(f"{where}: disse nøgler mangler eller kendes ikke: {wrong}. Ret filen.")
