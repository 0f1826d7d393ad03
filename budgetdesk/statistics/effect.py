"""Did evictions fall because of the effort? Rates per 1,000 tenancies, and difference in differences.

The method is that of CFBU's evaluation of social caretakers ("Sociale viceværter", 2017): the fall since the last year
without the effort, less the fall that was under way already, in the areas with the effort; minus the same in areas like
them without it. Fractions throughout, so that nothing is rounded before it is shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _

PER = 1000
FIRST, LAST_BEFORE = -2, 0
"""The years that show what was under way: numbered from the last year without the effort, which is 0."""


@dataclass(frozen=True)
class YearCount:
    """Evictions and tenancies of one group of areas in one year."""

    evictions: int
    tenancies: int

    @property
    def rate(self) -> Fraction:
        """Evictions per 1,000 tenancies."""
        return Fraction(self.evictions * PER, self.tenancies)


Series = Mapping[int, YearCount]
"""Year, counted from the last one without the effort (0), -> its counts."""


@dataclass(frozen=True)
class Effect:
    """What the effort did in one year, beside what would have happened."""

    year: int
    share: Fraction
    """How much further evictions fell than in the areas of comparison, as a share of those in year 0 (0.1 = 10 %)."""
    per_thousand: Fraction
    """The same in evictions per 1,000 tenancies."""


def fall(before: int, after: int) -> Fraction:
    """The change from one count to another as a share of the first; below zero is a fall. Raises BadInputError where
    there was nothing to fall from."""
    if before <= 0:
        raise BadInputError(_("Der er ingen udsættelser i det første år. Så kan der ikke regnes et fald i procent."))
    return Fraction(after - before, before)


def per_cent(share: Fraction) -> int:
    """Whole per cent, halves away from zero, as the reports print it."""
    whole = int(abs(share) * 100 + Fraction(1, 2))
    return whole if share >= 0 else -whole


def together(series: Sequence[Series]) -> Series:
    """Several areas as one. Raises BadInputError where they do not cover the same years."""
    years = [set(one) for one in series]
    if not years or any(one != years[0] for one in years):
        raise BadInputError(_("Områderne har ikke tal for de samme år. Ret årene, eller lad området være ude."))
    return {
        year: YearCount(sum(one[year].evictions for one in series), sum(one[year].tenancies for one in series))
        for year in sorted(years[0])
    }


def effects(effort: Series, control: Series) -> tuple[Effect, ...]:
    """The effect in each year after 0. Raises BadInputError where a year is missing or a count is not to be used."""
    _check(effort, _("indsatsområdet"))
    _check(control, _("kontrolområdet"))
    later = sorted(year for year in set(effort) & set(control) if year > LAST_BEFORE)
    found = []
    for year in later:
        share = -(_beyond(effort, year) - _beyond(control, year))
        found.append(Effect(year, share, share * effort[LAST_BEFORE].rate))
    return tuple(found)


def _beyond(series: Series, year: int) -> Fraction:
    """The change since year 0 as a share, less what the slope of the years before would have given by then."""
    now, before, first = series[year].rate, series[LAST_BEFORE].rate, series[FIRST].rate
    slope = (before - first) / (LAST_BEFORE - FIRST) / first
    return (now - before) / before - slope * year


def _check(series: Series, name: str) -> None:
    for year in (FIRST, LAST_BEFORE):
        if year not in series:
            raise BadInputError(_("Tallene for {name} mangler år {year}. Skriv dem.").format(name=name, year=year))
        if series[year].evictions <= 0:
            raise BadInputError(
                _("I {name} er der ingen udsættelser i år {year}. Så kan faldet ikke sammenlignes.").format(
                    name=name, year=year
                )
            )
    if any(one.tenancies <= 0 or one.evictions < 0 for one in series.values()):
        raise BadInputError(
            _("Tallene for {name} skal være over nul: antal lejemål og udsættelser. Ret dem.").format(name=name)
        )
