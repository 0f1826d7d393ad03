"""How sure an effect is: 95 % intervals for differences in differences of rates per 1,000 tenancies.

Evictions are few and come by chance: each count is taken as a Poisson number, the counts as independent of each other,
the tenancies as known. The variance of a rate is then rate squared over count, and that of a function of rates follows
by its derivatives (the delta method). A count of 0 is given the variance of 1, so that nothing looks certain. Docs:
"Statistics". Floats, because an interval is a matter of chance and not of øre.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import sqrt

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.statistics.effect import FIRST, LAST_BEFORE, PER, Effect, Series, YearCount, effects

NORMAL_95 = 1.959964
"""So many standard errors to either side hold 95 %."""


@dataclass(frozen=True, kw_only=True)
class Interval:
    """A number and the two ends between which it lies with 95 % certainty, if the assumptions hold."""

    value: float
    low: float
    high: float

    @property
    def tells(self) -> bool:
        """Whether all of it lies on one side of zero: that is no mere chance."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One year: the effect by the report's method, and the plain difference of differences, with their intervals."""

    year: int
    effect: Effect | None
    """None where the years before the effort are not known: then nothing is said of what was under way."""
    share: Interval | None
    plain: Interval
    """How many fewer evictions per 1,000 tenancies there are than the areas of comparison lead one to expect, held
    against the last year before the effort alone."""

    @property
    def prevented(self) -> Fraction:
        """Evictions prevented per 1,000 tenancies: by the report's method, else by the plain difference."""
        return self.effect.per_thousand if self.effect else Fraction(self.plain.value)


def judged(effort: Series, control: Series) -> tuple[Judged, ...]:
    """Every year after 0 that both have. Raises BadInputError where year 0 is missing or a count is not to be used."""
    _check(effort, _("indsatsområdet"))
    _check(control, _("kontrolområdet"))
    later = sorted(year for year in set(effort) & set(control) if year > LAST_BEFORE)
    by_year = {one.year: one for one in _effects(effort, control)}
    return tuple(
        Judged(
            year=year,
            effect=by_year.get(year),
            share=_share(by_year[year], effort, control) if year in by_year else None,
            plain=_plain(effort, control, year),
        )
        for year in later
    )


def _effects(effort: Series, control: Series) -> tuple[Effect, ...]:
    """The report's effects; none where the years that show what was under way cannot be used."""
    usable = all(
        FIRST in one and one[FIRST].evictions > 0 and one[LAST_BEFORE].evictions > 0 for one in (effort, control)
    )
    return effects(effort, control) if usable else ()


def _plain(effort: Series, control: Series, year: int) -> Interval:
    """The fall since year 0 in the areas with the effort, less that in the areas of comparison."""
    value = (effort[LAST_BEFORE].rate - effort[year].rate) - (control[LAST_BEFORE].rate - control[year].rate)
    parts = [_variance(one[at]) for one in (effort, control) for at in (LAST_BEFORE, year)]
    return _around(value, sum(parts))


def _share(effect: Effect, effort: Series, control: Series) -> Interval:
    variance = sum(
        float(by) ** 2 * _variance(one[at])
        for one in (effort, control)
        for at, by in _derivatives(one, effect.year).items()
    )
    return _around(effect.share, variance)


def _derivatives(series: Series, year: int) -> Mapping[int, Fraction]:
    """By how much the change beyond what was under way moves with each of the three rates it is made of."""
    now, before, first = series[year].rate, series[LAST_BEFORE].rate, series[FIRST].rate
    span = LAST_BEFORE - FIRST
    return {
        year: 1 / before,
        LAST_BEFORE: -now / before**2 - Fraction(year, span) / first,
        FIRST: Fraction(year, span) * before / first**2,
    }


def _variance(count: YearCount) -> float:
    """Of a rate per 1,000 tenancies."""
    return max(count.evictions, 1) * (PER / count.tenancies) ** 2


def _around(value: Fraction, variance: float) -> Interval:
    reach = NORMAL_95 * sqrt(variance)
    return Interval(value=float(value), low=float(value) - reach, high=float(value) + reach)


def _check(series: Series, name: str) -> None:
    if LAST_BEFORE not in series:
        raise BadInputError(_("Tallene for {name} mangler det sidste år før indsatsen. Skriv dem.").format(name=name))
    if any(one.tenancies <= 0 or one.evictions < 0 for one in series.values()):
        raise BadInputError(
            _("Tallene for {name} skal være over nul: antal lejemål og udsættelser. Ret dem.").format(name=name)
        )
