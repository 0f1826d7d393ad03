"""The shop on a receipt: a chain that the rules know, otherwise the first line of the head that can be a name.

A figure that is part of a shop's name or address (`REMA 1000`, `Lyngbyvej 120`) is no amount (`without_names_figures`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from budgetdesk.ledger.sorting import Rules
from budgetdesk.ledger.words import fold
from budgetdesk.readers.receipt_lines_rows import Row, tidy
from budgetdesk.readers.receipt_lines_words import ReceiptWords, Role, looks

HEAD = 8
"""Lines among which the name of a shop is looked for first."""
_SHORTEST = 4
"""Letters a chain's name must have to be found among other words."""
_LONGEST_NAME = 60
_SHOP_LINES = ("5", "7")
"""Groups of the chart whose rules name shops."""


@dataclass(frozen=True)
class Chains:
    """Known chains: their words as an engine may have misread them -> the name as it is written."""

    names: Mapping[tuple[str, ...], str]
    longest: int
    numbered: Mapping[str, str]
    """Names that end with a number, their letters run together -> the name: `Rema 1000`, `Coop 365`."""

    @classmethod
    def of(cls, rules: Rules) -> Chains:
        """The shops of the rules for sorting: every name without a wildcard on a line for expenses."""
        plain: dict[tuple[str, ...], str] = {}
        for rule in rules.texts:
            if rule.line.startswith(_SHOP_LINES) and not rule.whole:
                for word in rule.words:
                    if "[a-z]*" not in word.regex and looks(word.name):
                        _prefer(plain, _solid(looks(word.name)), word.name)
        with_number = sorted((name for name in plain.values() if re.search(r"[^\W\d_].*\d$", name)), key=len)
        numbered = {_run(looks(name)): name for name in with_number}  # `Rema 1000` rather than `Rema1000`
        return cls(plain, max(map(len, plain), default=0), numbered)

    def find(self, text: str) -> str:
        """The name of the chain that a line has, the longest; "" when none."""
        at_end = self.number_at_end(text)
        if at_end:
            return at_end
        words = _solid(looks(text))
        for count in range(min(self.longest, len(words)), 0, -1):
            for start in range(len(words) - count + 1):
                name = self.names.get(words[start : start + count])
                if name and (count == len(words) or len("".join(words[start : start + count])) >= _SHORTEST):
                    return name
        return ""

    def number_at_end(self, text: str) -> str:
        """The chain whose name, number and all, is what a line ends with, also as `REMA 10,00`; "" when none."""
        words = looks(text)
        tails = (_run(words[start:]) for start in range(len(words)))
        return next((self.numbered[tail] for tail in tails if tail in self.numbered), "")


def without_names_figures(rows: Sequence[Row], chains: Chains, words: ReceiptWords) -> list[Row]:
    """The rows, where no figure that belongs to a shop's name, or to an address in the head, counts as an amount."""
    freed = [_free(row) if chains.number_at_end(row.printed) else row for row in rows]
    head = _head(freed)
    known = any(chains.find(row.printed) for row in head)
    named = None if known else next((place for place, row in enumerate(head) if _can_be_a_name(row, words)), None)
    for place, row in enumerate(head):
        # A lost comma makes `Ost 1295` of an item, too: its neighbour below is an item, that of a heading is not.
        heads = place == named and any(not (below.maybe and below.role is Role.ITEM) for below in head[place + 1 :][:1])
        if row.maybe and (heads or _is_address(row.printed, looks(row.printed), words.streets)):
            freed[place] = _free(row)
    return freed


def _free(row: Row) -> Row:
    sure = row.all_amounts if row.amount is None else row.all_amounts[:-1]
    return replace(row, text=tidy(row.printed), amount=None, all_amounts=sure, maybe=())


def _run(words: Iterable[str]) -> str:
    """Words without the gaps between them, figures as the letters they are mistaken for."""
    return "".join(words).translate(str.maketrans("01358", "olssb"))


def find_shop(
    rows: Sequence[Row], chains: Chains, words: ReceiptWords, *, items: Collection[int] = ()
) -> tuple[str, tuple[int, ...]]:
    """The shop and its line; ("", ()) when nothing can be one. `items`: lines that are something else."""
    head = [row for row in _head(rows) if row.number not in items]
    for row in head:
        name = chains.find(row.printed)
        if name:
            return _as_printed(row, name), (row.number,)
    for row in head:
        if _can_be_a_name(row, words):
            return tidy(row.printed)[:_LONGEST_NAME], (row.number,)
    for row in rows:
        name = chains.find(row.printed) if row.amount is None and re.search(r"(?i)www|\.dk|tak", row.printed) else ""
        if name:
            return name, (row.number,)
    return "", ()


def _prefer(names: dict[tuple[str, ...], str], words: tuple[str, ...], name: str) -> None:
    """Of two spellings the one with Danish letters: `Føtex`, not `Foetex`."""
    if words not in names or (re.search("[æøå]", name.casefold()) and not re.search("[æøå]", names[words].casefold())):
        names[words] = name


def _solid(words: tuple[str, ...]) -> tuple[str, ...]:
    """Figures as the letters they are mistaken for: `REMA IOOO` is `Rema 1000`."""
    return tuple(word.translate(str.maketrans("0158", "olsb")) for word in words)


def _head(rows: Sequence[Row]) -> list[Row]:
    """The lines above the first price, at most eight."""
    priced = next((n for n, row in enumerate(rows) if row.amount is not None), len(rows))
    return list(rows[: min(priced, HEAD)])


def _as_printed(row: Row, name: str) -> str:
    """The line as printed when the name is whole in it and little else, such as `Netto Hvidovre`."""
    printed = tidy(row.printed)
    plain = row.role is not Role.NOISE and len(printed) <= len(name) + 24 and not re.search(r"\d{4}|[:/@]", printed)
    return printed if plain and fold(name) in fold(printed) else name


def _can_be_a_name(row: Row, words: ReceiptWords) -> bool:
    if row.role is not Role.ITEM or row.pays or not row.has_name:
        return False
    printed = row.printed
    letters = sum(c.isalpha() for c in printed)
    solid = letters >= 3 and letters * 2 >= len(printed.replace(" ", ""))
    return solid and not _is_address(printed, looks(printed), words.streets) and not re.search(r"@|www|\.dk", printed)


def _is_address(text: str, found: Iterable[str], streets: frozenset[str]) -> bool:
    """A street with a number, or a postal code with a town."""
    if re.match(r"\s*(?:dk-?)?\d{4}\s+\D", text.casefold()):
        return True
    ends = any(word.endswith(tuple(street for street in streets if len(street) > 2)) for word in found)
    return ends and re.search(r"\d", text) is not None
