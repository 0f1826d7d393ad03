"""The organisation itself, as its papers name it, and its own words where it has changed the program's. Values.

The law asks that a tenant is told who is responsible, how to reach them, why, on what basis and for how long
(databeskyttelsesforordningen art. 13). What nobody has filled in is a line on paper, and said in the window.
"""

from __future__ import annotations

from dataclasses import dataclass

TEXT_FIELDS = ("name", "cvr", "address", "phone", "email", "dpo", "basis", "kept")
NEEDED = ("name", "address", "phone", "basis", "kept")
"""Without these the page to the tenant is not whole."""
LONGEST = 600
"""Characters of one own text: more does not fit a page that somebody reads."""


@dataclass(frozen=True, kw_only=True)
class House:
    """The organisation's own data, and its own words by the key of the program's."""

    name: str = ""
    cvr: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    dpo: str = ""
    """Databeskyttelsesrådgiver: name and how to reach; "" where there is none."""
    basis: str = ""
    """On what the work rests, in one sentence."""
    kept: str = ""
    """How long a case is kept, in one sentence."""
    words: tuple[tuple[str, str], ...] = ()
    """(key of a part of the expectations, its lines): instead of the program's."""

    def own(self, key: str) -> str:
        """The organisation's own words for a part; "" = the program's."""
        return dict(self.words).get(key, "")


@dataclass(frozen=True)
class Expectation:
    """One part of the talk about expectations: a heading and a few short lines."""

    key: str
    heading: str
    lines: tuple[str, ...]
    own: bool = False
    """True where the organisation has worded it."""


def missing(house: House) -> tuple[str, ...]:
    """The fields that the page to the tenant still needs."""
    return tuple(name for name in NEEDED if not getattr(house, name).strip())


def worded(parts: tuple[Expectation, ...], house: House) -> tuple[Expectation, ...]:
    """The parts as this organisation says them."""
    return tuple(_worded(part, house.own(part.key)) for part in parts)


def _worded(part: Expectation, own: str) -> Expectation:
    lines = tuple(line.strip() for line in own.splitlines() if line.strip())
    return Expectation(part.key, part.heading, lines, own=True) if lines else part
