"""The figures of the law that one answer uses: looked up on one day, remembered with their days and sources."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from budgetdesk.benefits.rates import Confidence, Rates, RateUsed

HUNDRED = Decimal(100)


class Figures:
    """Looks figures up on one day, and remembers which were used and which of them the answer rests on.

    A figure that was only compared with, such as a ceiling that is not reached, is shown with the answer but does not
    make it vejledende. Looking up raises NoRateError when we have no figure for the day.
    """

    def __init__(self, rates: Rates, law: str, day: date) -> None:
        self._rates = rates
        self._law = law
        self._day = day
        self._used: dict[tuple[str, str], RateUsed] = {}
        self._rests_on: set[tuple[str, str]] = set()

    def take(self, name: str, *, law: str = "") -> Decimal:
        """The figure `name`, on which the answer rests."""
        value = self.compare(name, law=law)
        self.rest_on(name, law=law)
        return value

    def take_share(self, name: str, *, law: str = "") -> Decimal:
        """A figure in per cent as a share: 60 per cent is 0.60."""
        return self.take(name, law=law) / HUNDRED

    def compare(self, name: str, *, law: str = "") -> Decimal:
        """The figure `name`, with which something is only compared."""
        key = (law or self._law, name)
        if key not in self._used:
            self._used[key] = self._rates[key[0]].on(name, self._day)
        return self._used[key].value

    def rest_on(self, name: str, *, law: str = "") -> None:
        """Say that the answer rests on a figure that was compared with: the ceiling was reached."""
        self._rests_on.add((law or self._law, name))

    def on_the_side(self) -> Figures:
        """Figures for the same law and day, for a sum beside the answer: what it uses is not shown with the answer."""
        side = Figures(self._rates, self._law, self._day)
        side._used = dict(self._used)
        return side

    def add(self, other: Figures) -> None:
        """Take over what another has used."""
        self._used |= other._used
        self._rests_on |= other._rests_on

    @property
    def used(self) -> tuple[RateUsed, ...]:
        """Every figure looked up, in the order of first use."""
        return tuple(self._used.values())

    @property
    def vejledende(self) -> bool:
        """True where the answer rests on a figure that was not read in the law or with an authority."""
        return any(self._used[key].confidence is not Confidence.PRIMARY for key in self._rests_on)


def number(value: Decimal) -> str:
    """A plain number as Danes write it: `22,5`."""
    return f"{value.normalize():f}".replace(".", ",")
