"""What leaders type: evictions and tenancies per area and year, which areas had the effort, and since when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.statistics.effect import Series, YearCount, together


@dataclass(frozen=True, kw_only=True)
class AreaYear:
    """One row: an area in a calendar year."""

    area: str
    year: int
    evictions: int
    tenancies: int
    effort: bool = True
    """Whether the area had the effort; otherwise it is one of comparison."""
    last_before: int = 0
    """The last calendar year without the effort; areas of comparison have that of the area they are compared with."""


def aligned(rows: Sequence[AreaYear]) -> tuple[Series, Series]:
    """Areas with the effort and areas of comparison, each as one, years counted from the last one without the effort.
    Only years that every area has are used. Raises BadInputError, naming the row, where a row cannot be used."""
    _check(rows)
    return _group(rows, effort=True), _group(rows, effort=False)


def years_left_out(rows: Sequence[AreaYear]) -> tuple[int, ...]:
    """Years, counted from the last one without the effort, that some areas have and others do not."""
    by_area = [_years(rows, name, effort) for name, effort in _areas(rows)]
    if not by_area:
        return ()
    every = set[int]().union(*(set(one) for one in by_area))
    return tuple(sorted(year for year in every if any(year not in one for one in by_area)))


def _group(rows: Sequence[AreaYear], *, effort: bool) -> Series:
    named = [area for area in _areas(rows) if area[1] is effort]
    if not named:
        missing = _("har haft indsatsen") if effort else _("kan sammenlignes med")
        raise BadInputError(_("Der er ingen områder, der {missing}. Skriv mindst ét.").format(missing=missing))
    without = set(years_left_out(rows))
    series = [_years(rows, name, is_effort) for name, is_effort in named]
    return together([{year: one for year, one in area.items() if year not in without} for area in series])


def _areas(rows: Sequence[AreaYear]) -> list[tuple[str, bool]]:
    return list(dict.fromkeys((row.area, row.effort) for row in rows))


def _years(rows: Sequence[AreaYear], area: str, effort: bool) -> dict[int, YearCount]:
    return {
        row.year - row.last_before: YearCount(row.evictions, row.tenancies)
        for row in rows
        if (row.area, row.effort) == (area, effort)
    }


def _check(rows: Sequence[AreaYear]) -> None:
    seen = set()
    for row in rows:
        where = f"{row.area}, {row.year}" if row.area else f"{row.year}"
        if not row.area:
            raise BadInputError(_("Rækken for {where} mangler områdets navn. Skriv det.").format(where=where))
        if row.tenancies <= 0 or row.evictions < 0:
            raise BadInputError(
                _("{where}: antal lejemål skal være over nul, og udsættelser mindst nul. Ret rækken.").format(
                    where=where
                )
            )
        if row.evictions > row.tenancies:
            raise BadInputError(
                _("{where}: der er flere udsættelser end lejemål. Er tallene byttet om?").format(where=where)
            )
        if (row.area, row.effort, row.year) in seen:
            raise BadInputError(_("{where} står to gange. Fjern den ene række.").format(where=where))
        seen.add((row.area, row.effort, row.year))
    for name, effort in _areas(rows):
        if len({row.last_before for row in rows if (row.area, row.effort) == (name, effort)}) > 1:
            raise BadInputError(
                _("{name} har to forskellige år som det sidste før indsatsen. Vælg ét.").format(name=name)
            )
