"""Words in a letter that may acknowledge a claim: said to the adviser before anybody signs.

A written acknowledgement of a claim and its size may give it ten years (forældelsesloven § 5); any acknowledgement may
let the time begin anew (§ 15). The list is of words, not of meanings: it asks a person to look, it decides nothing.
"""

from __future__ import annotations

import re

_SAYS_YES = (
    r"jeg skylder\b",
    r"\bskylder (?:jer|dem|dig|banken)\b",
    r"\bvi skylder\b",
    r"\bmin gæld til\b",
    r"\bmin (?:skyld|restgæld)\b",
    r"\bjeg (?:anerkender|erkender|vedkender)(?! ikke)\b",
    r"\bvi (?:anerkender|erkender|vedkender)(?! ikke)\b",
    r"\bkravet er (?:rigtigt|korrekt)\b",
    r"\bbeløbet er (?:rigtigt|korrekt)\b",
    r"\bjeg vil (?:gerne )?betale (?:min gæld|det hele|beløbet|kravet)\b",
)
_UNLESS = re.compile(r"(?:siger jeg ikke|ikke en anerkendelse)[^.]*$", re.IGNORECASE)
_FOUND = re.compile("|".join(_SAYS_YES), re.IGNORECASE)


def acknowledging(text: str) -> tuple[str, ...]:
    """The words that may say yes to a claim, as they stand; none where a sentence denies it."""
    found = []
    for sentence in re.split(r"(?<=[.!?])\s+", text):
        for match in _FOUND.finditer(sentence):
            if not _UNLESS.search(sentence[: match.start()]):
                found.append(match[0])
    return tuple(found)
