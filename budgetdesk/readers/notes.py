"""Read what the page about notes says (`resources/notes.toml`)."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from budgetdesk import data_files
from budgetdesk.casework.child_concern import Calls, Duty, NoteWords
from budgetdesk.errors import BadInputError
from budgetdesk.readers.toml_words import in_words, marked


@in_words
@cache
def load_note_words(path: Path | None = None) -> NoteWords:
    """The words in `path`, or those that ship with the program. Raises BadInputError."""
    file = path or data_files.path("notes.toml")
    try:
        raw = marked(file, tomllib.loads(file.read_text("utf-8")))
        own, child = raw["own"], raw["child"]
        words = {name: tuple(one.casefold() for one in child["words"][name]) for name in ("alone", "concern", "child")}
        return NoteWords(
            own_title=own["title"],
            own_text=tuple(own["text"]),
            own_ended=own["ended"],
            child_title=child["title"],
            child_hint=child["hint"],
            duty=tuple(Duty(**one) for one in child["duty"]),
            calls=Calls(**child["calls"]),
            **words,
        )
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadInputError(f"Ordene i {file.name} kan ikke læses. Ret filen ({error}).") from error
