"""Still in a home of their own a year later: the measure that the old target of 95 % was set for.

As Københavns Kommune counts it ("Det boligsociale beredskab", 2008, table 17): the dead count as not kept, and those
who moved away, of whose home nothing is known, are shown both ways.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from budgetdesk.household.words import HomeStatus
from budgetdesk.statistics import hiding


@dataclass(frozen=True)
class Kept:
    """How many were asked about, and where they lived."""

    asked: int
    own_home: int
    dead: int
    moved_away: int
    hidden: bool = False
    """Whether the table of the same homes hides one of them, which could be worked out from these numbers."""

    @property
    def may_be_shown(self) -> bool:
        """Whether no number here is about few: each is 0 or at least `hiding.LEAST`."""
        if self.hidden:
            return False
        parts = (self.own_home, self.dead, self.moved_away, self.asked - self.own_home - self.dead - self.moved_away)
        return all(hiding.of(part) is not None for part in parts)

    @property
    def share(self) -> Fraction | None:
        """The share in a home of their own; None where nobody was asked about."""
        return Fraction(self.own_home, self.asked) if self.asked else None

    @property
    def share_with_moved(self) -> Fraction | None:
        """The same with those who moved away counted as kept."""
        return Fraction(self.own_home + self.moved_away, self.asked) if self.asked else None


def kept(homes: Iterable[HomeStatus | None]) -> Kept:
    """Where people lived when asked again. Those nobody has asked about, or found, are not counted."""
    asked = [home for home in homes if home not in (None, HomeStatus.UNKNOWN)]
    return Kept(
        len(asked), asked.count(HomeStatus.OWN_HOME), asked.count(HomeStatus.DEAD), asked.count(HomeStatus.MOVED_AWAY)
    )
