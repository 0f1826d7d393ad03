"""Which of thousands of words may stand in a text: by the first letters of each word's needle.

A text has some twenty pieces of three letters. Only the words whose needle begins with one of them are looked at, so
that a text costs the same whether there are five hundred words or five thousand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from budgetdesk.ledger.words import Word

GRAM = 3
"""Letters in a piece. Needles that are shorter stand under their own length."""

Entry = tuple[int, int, Word]
"""Number of the rule, number of the word in it, the word."""

_NUMBER = re.compile(r"[0-9]+")
_TO_ZERO = str.maketrans("123456789", "000000000")
_BYTES_TO_ZERO = bytes.maketrans(b"123456789", b"000000000")
LONG_NUMBER = 6
"""A number of so many digits or more may be an account (`#` in a word)."""


@dataclass(frozen=True)
class WordIndex:
    """The words of many rules, ready to be asked which of them a text may hold."""

    by_gram: dict[str, tuple[Entry, ...]]
    lengths: tuple[int, ...]
    numbers: frozenset[str] = field(repr=False)
    """Numbers that are part of a name, such as the 1000 of Rema 1000."""

    @classmethod
    def of(cls, rules: Iterable[Iterable[Word]]) -> WordIndex:
        grams: dict[str, list[Entry]] = {}
        numbers: set[str] = set()
        for rule_number, words in enumerate(rules):
            for word_number, word in enumerate(words):
                grams.setdefault(word.needle[:GRAM], []).append((rule_number, word_number, word))
                numbers.update(_NUMBER.findall(word.name))
        lengths = sorted({len(gram) for gram in grams})
        return cls({gram: tuple(found) for gram, found in grams.items()}, tuple(lengths), frozenset(numbers))

    def near(self, folded: str) -> Iterator[Entry]:
        """The words whose needle stands in the text; whether they match is for the word itself to say."""
        for length in self.lengths:
            for gram in {folded[at : at + length] for at in range(len(folded) - length + 1)}:
                for entry in self.by_gram.get(gram, ()):
                    if entry[2].needle in folded:
                        yield entry

    def alike(self, text: str) -> str:
        """One spelling for texts that no rule can tell apart: numbers that are no part of a name become zeros.

        The number of a shop, of a receipt or a day differs from row to row; what is bought does not.
        """
        if not self.names_a_number.search(text):
            return text.translate(_TO_ZERO)
        zeros = self.zeros
        return _NUMBER.sub(lambda match: zeros[match[0]], text)

    def all_alike(self, texts: Iterable[str]) -> dict[str, str]:
        """Text -> `alike(text)`, for all texts of a statement at once, at a tenth of the price."""
        each = list(dict.fromkeys(texts))
        together = "\n".join(each)
        zeros = together.encode("utf-8", "surrogatepass").translate(_BYTES_TO_ZERO).decode("utf-8", "surrogatepass")
        lines = zeros.split("\n")
        if len(lines) != len(each):  # a text with lines of its own
            return {text: self.alike(text) for text in each}
        found = dict(zip(each, lines, strict=True))
        ends = list(accumulate(len(text) + 1 for text in each))
        for match in self.names_a_number.finditer(together):
            text = each[bisect_right(ends, match.start())]
            found[text] = self.alike(text)
        return found

    @cached_property
    def names_a_number(self) -> re.Pattern[str]:
        """Finds a number that is part of a name; most texts have none, and are then done at once."""
        return re.compile(rf"(?<![0-9])(?:{'|'.join(sorted(self.numbers)) or '(?!)'})(?![0-9])")

    @cached_property
    def zeros(self) -> _Zeros:
        """Number -> what stands for it: itself where it is part of a name, else zeros."""
        return _Zeros({number: number for number in self.numbers})


class _Zeros(dict[str, str]):
    """Remembers each number of a file, since this is asked several times per row."""

    def __missing__(self, number: str) -> str:
        zeros = self[number] = "0" * min(len(number), LONG_NUMBER)
        return zeros
