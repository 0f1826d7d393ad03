"""Which words of the TOML files under `resources/` are shown in the window, and so are translated.

A reader hands what it has read to `marked`; the words are then known to `i18n.translated`, and keys, sources and words
that are only compared stay what they are. `make messages` collects the same words for the catalogues. Letters,
agreements and the texts of papers are not here: they are Danish, whatever the window speaks.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from pathlib import Path
from typing import IO, Any, ParamSpec, TypeVar

from budgetdesk import data_files
from budgetdesk.i18n import Marked, translated

P = ParamSpec("P")
R = TypeVar("R")

EVERYTHING = frozenset({"*"})
_LISTS = frozenset({"documents", "pitfalls", "looks_wrong", "cannot_see"})
_GUIDE = frozenset({"title", "decided_by", "how_to_apply", "follow_up", "label"}) | _LISTS
_BESIDE = ("warnings", "restarts", "too_old", "soon_too_old")
"""What a letter's file says to the adviser; the letter itself is Danish."""
WORDS: Mapping[str, frozenset[str]] = {
    "arrears_list.toml": frozenset({"title", "why", "purpose"}),
    "categories.toml": EVERYTHING,
    "chart.toml": frozenset({"title", "help", "groups/*"}),
    "consents.toml": frozenset({"title"}),
    "contact/method.toml": frozenset({"title", "hint", "text", "numbers"}),
    "debts/": frozenset({"title", "text", "reason", "ask_where", "question", "todo"}),
    "evaluations.toml": frozenset({"name"}),
    "guides/": _GUIDE,
    "letters/": frozenset({"purpose", "then", "choices/title", *(f"{part}/text" for part in _BESIDE)}),
    "missing_bills.toml": frozenset({"question", "where"}),
    "notes.toml": frozenset({"title", "text", "ended", "hint", "calls/*"}),
    "questions/": frozenset({"ask", "help"}),
    "rates/": frozenset({"name", "why"}),
    "retention.toml": frozenset({"title", "legal_basis"}),
    "rules/": frozenset({"why"}),
    "subscriptions.toml": frozenset({"title", "who", "text"}),
}
"""File, or folder with a stroke, under `resources/` -> the keys whose texts are words; `table/*` is all of a table and
`table/key` a key of that table only."""


def marked(file: Path, read: dict[str, Any]) -> dict[str, Any]:
    """What was read from a file, its words marked. A file that is not the program's own is known by its name."""
    keys = keys_of(file)
    made: dict[str, Any] = _marked(read, keys, "", "") if keys else read
    return made


def in_words(load: Callable[P, R]) -> Callable[P, R]:
    """For a reader that keeps what it has read: what it gives is in the language that is spoken. Above `@cache`."""

    @wraps(load)
    def spoken(*args: P.args, **kwargs: P.kwargs) -> R:
        return translated(load(*args, **kwargs))

    return spoken


def keys_of(file: Path) -> frozenset[str]:
    """The keys of a file whose texts are words; none for a file that has none."""
    root = data_files.path()
    place = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    return WORDS.get(place) or WORDS.get(f"{place.partition('/')[0]}/", frozenset())


def texts_of(file: Path) -> tuple[str, ...]:
    """Every word of a file, once, as it stands."""
    read = marked(file, tomllib.loads(file.read_text("utf-8")))
    return tuple(dict.fromkeys(text for text in _texts(read) if any(letter.isalpha() for letter in text)))


def babel_texts(
    fileobj: IO[bytes], keywords: object, comment_tags: object, options: object
) -> list[tuple[int, str, str, list[str]]]:
    """The words of a file, the way Babel asks for them (`tool.babel` in pyproject.toml)."""
    return [(1, "_", text, []) for text in texts_of(Path(fileobj.name))]


def _marked(thing: Any, keys: frozenset[str], key: str, table: str) -> Any:
    if isinstance(thing, dict):
        return {name: _marked(value, keys, name, key) for name, value in thing.items()}
    if isinstance(thing, list):
        return [_marked(value, keys, key, table) for value in thing]
    if isinstance(thing, str) and (keys is EVERYTHING or key in keys or {f"{table}/*", f"{table}/{key}"} & keys):
        return Marked(thing)
    return thing


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, dict):
        for value in thing.values():
            yield from _texts(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _texts(value)
    elif isinstance(thing, Marked):
        yield str.__str__(thing)
