"""The pictures of the statistics: what happened month by month, and how plans went. Each says in words what it is."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.household.words import PlanOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.series import Point, Series
from budgetdesk.statistics.tables import Table
from budgetdesk.wording import statistics as words
from budgetdesk.wording.plots import Fill, Plot, Strand

HATCHED = N_("Skraveret: skjult, fordi der er for få.")
_FILLS: dict[str, Fill] = {PlanOutcome.KEPT: "solid", PlanOutcome.CHANGED: "empty", PlanOutcome.BROKEN: "empty"}


def plots(series: dict[str, Series], plans: Table) -> tuple[Plot, ...]:
    """Every picture that has something to show."""
    made = (
        months(_("Forløb over tid"), (series["begun"], series["ended"])),
        months(_("Restance fundet og fjernet"), (series["arrears_found"], series["arrears_removed"])),
        months(_("Ydelser fundet hver måned"), (series["benefits_monthly"],)),
        months(_("Hjælp, der blev betalt én gang"), (series["benefits_once"],)),
        plans_plot(plans),
    )
    return tuple(plot for plot in made if not plot.is_empty)


def months(title: str, series: Sequence[Series]) -> Plot:
    """Series above each other, on the same scale and the same months."""
    points = series[0].points
    strands = tuple(
        Strand(
            name=translated(words.SERIES)[one.name],
            values=tuple(_value(one, point) for point in one.points),
            texts=tuple(_text(one, point) for point in one.points),
            shorts=tuple(_short(point) for point in one.points) if one.money else (),
        )
        for one in series
    )
    hidden = any(point.cases is None for one in series for point in one.points)
    unit = _("Kr.") if series[0].money else _("Antal sager.")
    if series[0].name == "benefits_monthly":
        unit = _("Kr. om måneden, som er bevilget.")
    return Plot(
        title=title,
        caption=" ".join(part for part in (unit, _period(points), _(HATCHED) if hidden else "") if part),
        spoken=" ".join(spoken(one) for one in series),
        labels=_labels(points),
        strands=strands,
        table=(
            ("", *(strand.name for strand in strands)),
            *(
                (words.when(point.when), *(amount(one, one.points[at]) for one in series))
                for at, point in enumerate(points)
            ),
            (_("i alt"), *(whole(one) for one in series)),
        ),
    )


def plans_plot(table: Table) -> Plot:
    """Plans kept, changed and broken, as bars."""
    names = {row.word: words.word(table.name, row.word) for row in table.rows}
    rows = [(names[row.word], words.number(row.cases)) for row in table.rows]
    hidden = any(row.cases is None for row in table.rows)
    return Plot(
        title=_("Planer, der blev holdt"),
        caption=" ".join(part for part in (_("Antal planer, der er slut."), _(HATCHED) if hidden else "") if part),
        spoken=_("Planer, der er slut: {name}.").format(name=", ".join((f"{name} {cell}" for name, cell in rows))),
        labels=tuple(name for name, _rest in rows),
        strands=(
            Strand(
                name=_(words.PLANS),
                values=tuple(None if row.cases is None else float(row.cases) for row in table.rows),
                texts=tuple(_("skjult") if row.cases is None else words.number(row.cases) for row in table.rows),
                fills=tuple(_FILLS.get(row.word, "empty") for row in table.rows),
            ),
        ),
        kind="bars",
        table=(("", _("Planer")), *rows, (_("i alt"), words.number(table.cases))),
    )


def amount(series: Series, point: Point) -> str:
    """A cell of the table of a series: `12`, `12.300 kr.`, or that it is hidden."""
    if point.cases is None:
        return _(words.HIDDEN)
    return formats.kroner(point.kroner, oere=False) if point.kroner is not None else words.number(point.cases)


def whole(series: Series) -> str:
    """All months together."""
    if series.money:
        return _(words.HIDDEN) if series.kroner is None else formats.kroner(series.kroner, oere=False)
    return words.number(series.cases)


def spoken(series: Series) -> str:
    """All of a series in words, for who cannot see it."""
    said = ", ".join(f"{words.when(point.when)} {amount(series, point)}" for point in series.points)
    return _("{series}: {said}. I alt {whole}.").format(
        series=translated(words.SERIES)[series.name], said=said, whole=whole(series)
    )


def _value(series: Series, point: Point) -> float | None:
    if point.cases is None:
        return None
    return float(point.kroner) if series.money and point.kroner is not None else float(point.cases)


def _text(series: Series, point: Point) -> str:
    """The number over a column; nothing over one of no height."""
    if not point.cases:
        return ""
    return formats.amount(point.kroner or Decimal(0), oere=False) if series.money else words.number(point.cases)


def _short(point: Point) -> str:
    """`378 t.`: whole thousands of kr."""
    return f"{formats.amount((point.kroner or Decimal(0)) / 1000, oere=False)} t." if point.cases else ""


def _labels(points: Sequence[Point]) -> tuple[str, ...]:
    """Short names; the year stands at the first month and at every January."""
    return tuple(
        words.when(point.when, short=True)
        if point.when.is_year or (place and point.when.first.month > 1)
        else f"{words.when(point.when, short=True)} {point.when.first.year}"
        for place, point in enumerate(points)
    )


def _period(points: Sequence[Point]) -> str:
    if not points:
        return ""
    first, last = words.when(points[0].when), words.when(points[-1].when)
    return (
        f"{first[0].upper()}{first[1:]}."
        if first == last
        else _("{first}{first_2} til {last}.").format(first=first[0].upper(), first_2=first[1:], last=last)
    )
