"""The text layer of a PDF as words with their places. It is taken out in a process of its own with little memory and
time, so that whatever the file does to the library happens where neither the store nor the key is.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from budgetdesk.errors import StatementError
from budgetdesk.i18n import N_, _
from budgetdesk.readers.banks.content import HOW

_SECONDS, _SECONDS_PER_MB = 1.8, 15.0
"""A bomb is small and takes long; an honest file takes about two seconds per MB of text."""
_BEGIN = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from budgetdesk.readers import pdf_child; "
    "pdf_child.main()"
)
_PROBLEMS = {
    "encrypted": N_("PDF’en “{name}” er låst med en adgangskode. Gem den uden kode, og vælg den igen."),
    "pages": N_("PDF’en “{name}” har for mange sider til et kontoudtog. Hent en kortere periode."),
    "signs": N_("PDF’en “{name}” har for meget tekst til et kontoudtog. Hent en kortere periode."),
    "picture": N_("PDF’en “{name}” har ingen tekst, kun billeder. {how}"),
    "slow": N_("PDF’en “{name}” er for tung at læse. {how}"),
}
_BROKEN = N_("PDF’en “{name}” er gået i stykker og kan ikke læses. {how}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its left and right edge and its base line, in points from the page's lower left corner."""

    text: str
    x0: float
    x1: float
    y: float


@dataclass(frozen=True)
class TextLine:
    """The words of one line, from left to right, on a page (the first is 1)."""

    page: int
    y: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def text_lines(data: bytes, name: str) -> tuple[TextLine, ...]:
    """All lines of the file, page by page from the top. Raises StatementError."""
    answer = _asked(data) or "picture"
    if isinstance(answer, str):
        raise StatementError(_(_PROBLEMS.get(answer, _BROKEN)).format(name=name, how=_(HOW)))
    return tuple(TextLine(page, y, tuple(Word(*word) for word in words)) for page, y, words in answer)


def _asked(data: bytes) -> list[tuple[int, float, list[tuple[str, float, float, float]]]] | str:
    """The lines, or what is wrong with the file, as the child process answers."""
    paths = json.dumps([path or os.getcwd() for path in sys.path])
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter
            [sys.executable, "-B", "-c", _BEGIN, paths],
            input=data,
            capture_output=True,
            timeout=_SECONDS + _SECONDS_PER_MB * len(data) / 1_000_000,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        return "slow"
    except (OSError, ValueError):
        return "broken"
    lines: list[tuple[int, float, list[tuple[str, float, float, float]]]] | str = answer
    return lines
