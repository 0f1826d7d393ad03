"""What stays on one line: a day and its month (in Arabic script any word after it, and a year), a § and its number, a
telephone number."""

from __future__ import annotations

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_HELD = re.compile(
    rf"(?<=\d\.) (?=(?:{_MONTHS})\b)|(?<=§) (?=\d)|(?<=§ \d\d) (?=[a-d]\b)|(?<=\bstk\.) (?=\d)|(?<=\bnr\.) (?=\d)"
    r"|(?<=\b\d\d) (?=\d\d\b)|(?<=\b\d) (?=[\u0620-\u06d3])|(?<=\b\d\d) (?=[\u0620-\u06d3])"
    r"|(?<=[\u0620-\u06d3]) (?=20\d\d\b)"
)


def held(said: str) -> str:
    """The same text with spaces that do not break where its pieces belong together."""
    return _HELD.sub("\u00a0", said)
