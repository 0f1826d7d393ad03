"""Words in bank texts and on receipts: one spelling for matching, the bank's own noise taken off, whole words only.

`fold` makes one spelling of many: `FØTEX`, `Foetex` and `F@TEX` are all `foetex`. `Word` finds a name as whole words:
`irma` is not in `firma`, and `spar` is not in `opsparing`. A `*` in a word stands for any letters (`apotek*`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

LONGEST_PREFIX = 3
"""Words in the longest prefix, such as `nordea pay køb`."""

LONGEST_NAME = 4
"""Words in the name of a person, as banks print it."""

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "ß": "ss"})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Small letters a-z only, æ as ae, ø as oe, å as aa; `@` between letters is an ø that a terminal destroyed."""
    small = text.casefold()
    if "@" in small:
        small = re.sub(r"(?<=\w)@(?=\w)", "ø", small)
    small = small.translate(_LETTERS)
    if small.isascii():
        return small
    plain = unicodedata.normalize("NFKD", small)
    return "".join(c for c in plain if not unicodedata.combining(c))


@dataclass(frozen=True)
class Word:
    """A name to look for, as it is written for people, and the pattern that finds it in a folded text.

    `*` stands for any letters, `#` for a number of six digits or more. `needle` is a piece that must be there: nearly
    all words are ruled out by it, at a hundredth of the price of the pattern.
    """

    name: str
    needle: str = field(compare=False, repr=False)
    regex: str = field(compare=False, repr=False)

    @classmethod
    def of(cls, name: str) -> Word:
        parts = re.findall(r"[a-z0-9*#]+", fold(name))
        needle = max(re.findall(r"[a-z0-9]+", " ".join(parts)), key=len, default="")
        if not needle:
            raise ValueError(f"no letters in {name!r}")
        body = "[^a-z0-9]*".join(_body(part) for part in parts)
        before = "" if parts[0].startswith("*") else _edge(parts[0][0], "<!")
        after = "" if parts[-1].endswith("*") else _edge(parts[-1][-1], "!")
        return cls(name.replace("*", "").replace("#", "").strip(), needle, before + body + after)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return re.compile(self.regex)

    def length_in(self, folded: str) -> int:
        """How many characters of the text the longest match takes; 0 = not there."""
        if self.needle not in folded:
            return 0
        return max((len(match[0]) for match in self.pattern.finditer(folded)), default=0)

    def is_all_of(self, folded: str) -> bool:
        """True when the text is this word and nothing else."""
        return self.needle in folded and self.pattern.fullmatch(folded) is not None


def _body(part: str) -> str:
    return part.replace("*", "[a-z]*").replace("#", "[0-9]{6,}")


def _edge(character: str, look: str) -> str:
    return f"(?{look}[a-z])" if character.isalpha() else f"(?{look}[0-9])"


@dataclass(frozen=True)
class Noise:
    """What banks put before and after the name of a shop."""

    prefixes: frozenset[str]
    """Folded."""
    suffix_markers: frozenset[str]
    """Folded words that begin a reference, such as `nota 4521`."""
    countries: frozenset[str]

    def strip(self, text: str) -> str:
        """The text without noise, as written; the text itself where nothing would be left."""
        bare = self._strip_front(text)
        bare = self._strip_back(bare)
        return bare or text.strip()

    def _strip_front(self, text: str) -> str:
        while True:
            rest = self._without_a_prefix(text.strip(" *-–:.,/"))
            if rest == text:
                return text
            text = rest

    def _without_a_prefix(self, text: str) -> str:
        words = text.split()
        for count in range(min(LONGEST_PREFIX, len(words) - 1), 0, -1):
            if fold(" ".join(words[:count])).rstrip(".:*") in self.prefixes:
                return " ".join(words[count:])
        return text

    def _strip_back(self, text: str) -> str:
        words = text.split()
        while len(words) > 1 and self._is_tail(words[-1]):
            words.pop()
        return " ".join(words).rstrip(" *-–:.,/\\")

    def _is_tail(self, word: str) -> bool:
        plain = fold(word).strip(".,:*/-")
        if plain in self.suffix_markers or plain in self.countries or not plain:
            return True
        return re.fullmatch(r"[0-9./:-]{3,}|[a-z]?[0-9]{3,}[a-z0-9]*", plain) is not None


@dataclass(frozen=True)
class Names:
    """What tells the name of a person from the name of a shop."""

    first: frozenset[str] = frozenset()
    """First names, folded."""
    surname_endings: tuple[str, ...] = ()

    def person_in(self, text: str) -> bool:
        """True when a first name stands anywhere in the text."""
        words = re.findall(r"[a-z]+", fold(text))
        return any(word in self.first for word in words)

    def is_a_person(self, text: str) -> bool:
        """True when the text is a name and nothing else: a first name, then at most three words more."""
        words = re.findall(r"[a-z]+", fold(text))
        return bool(words) and len(words) <= LONGEST_NAME and words[0] in self.first
