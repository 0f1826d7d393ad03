"""What a paper says, as it is being drawn: for the figure that tells how hard it is to read.

    with listening() as said:
        pdf = make("budget", ...)
    lix(prose(said))

Only this thread listens, and only within the block: drawing is the same with it and without.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_HEARD: ContextVar[list[str] | None] = ContextVar("heard", default=None)


@contextmanager
def listening() -> Iterator[list[str]]:
    """The texts of the paper that is drawn in the block, one for each paragraph and cell, without markup."""
    heard: list[str] = []
    token = _HEARD.set(heard)
    try:
        yield heard
    finally:
        _HEARD.reset(token)


def begin() -> None:
    """The pages are set from the start: what was heard before was a try."""
    heard = _HEARD.get()
    if heard is not None:
        heard.clear()


def hear(markup: str) -> None:
    """A paragraph, as markup."""
    heard = _HEARD.get()
    if heard is not None:
        said = re.sub(r"<[^>]+>", "", markup.replace("<br/>", " "))
        heard.append(html.unescape(said))
