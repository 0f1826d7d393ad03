"""What stays on one line: a day and its month in every language of the pages (in Arabic script any word after it, and a
year), a § and its number, a telephone number."""

from __future__ import annotations

import re

_MONTHS = "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_OTHER_MONTHS = "|".join(
    (
        "January|February|March|April|May|June|July|August|September|October|November|December",
        "Janaayo|Febraayo|Maarso|Abriil|Maayo|Juun|Luulyo|Agosto|Sebtembar|Oktoobar|Noofeembar|Diseembar",
        "Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık",
        "stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia",
        "січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня",
    )
)
"""Without a stop behind the day: English, Somali, Turkish, Polish, Ukrainian."""
_HELD = re.compile(  # it begins with the space itself: most texts are passed over quickly
    rf" (?:(?<=\d\. )(?=(?:{_MONTHS})\b)|(?<=§ )(?=\d)|(?<=§ \d\d )(?=[a-d]\b)|(?<=\bstk\. )(?=\d)"
    r"|(?<=\bnr\. )(?=\d)|(?<=\b\d\d )(?=\d\d\b)|(?<=[\u0620-\u06d3] )(?=20\d\d\b)"
    rf"|(?:(?<=\b\d )|(?<=\b\d\d ))(?=[\u0620-\u06d3]|(?:{_OTHER_MONTHS})\b))"
)


def held(said: str) -> str:
    """The same text with spaces that do not break where its pieces belong together."""
    return _HELD.sub("\u00a0", said)
