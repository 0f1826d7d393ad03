"""What was spent over 1, 3, 6 and 12 months, each shown before one is chosen.

Only months that the statements cover wholly take part. A month that is not covered is named, and never counted as a
month of zero: the average of six months of which four are covered is the average of these four.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.budget.chart import Chart
from budgetdesk.dates import Month
from budgetdesk.i18n import MONTHS, _
from budgetdesk.ledger.spending import Spending
from budgetdesk.ledger.summary import LineSummary, by_line, whole_months
from budgetdesk.ledger.words import Noise
from budgetdesk.money import ZERO, to_oere

SPANS = (1, 3, 6, 12)


@dataclass(frozen=True, kw_only=True)
class Average:
    """The ordinary month over a span. Amounts are kr/month in whole øre."""

    span: int
    """How many months were asked for."""
    months: tuple[Month, ...]
    """The whole months that take part, oldest first."""
    not_covered: tuple[Month, ...]
    """Months of the span that no statement covers wholly."""
    lines: tuple[LineSummary, ...]
    """As in a month; `amount` is the average, `count`, `items` and `rows` are those of all the months."""
    spent: Decimal
    """The sum of the lines."""

    @property
    def usable(self) -> bool:
        """False when not one month of the span is covered."""
        return bool(self.months)

    @property
    def text(self) -> str:
        """`Gennemsnit af august–oktober 2026. September 2026 er ikke dækket og tæller ikke med.`"""
        if not self.months:
            return _("Ingen måned er dækket af et helt kontoudtog.")
        said = (
            _("Gennemsnit af {spelled}.").format(spelled=spelled(self.months))
            if len(self.months) > 1
            else f"{spelled(self.months)}."
        )
        if not self.not_covered:
            return _large(said)
        left_out = _("Ikke dækket, og derfor ikke talt med: {months}.").format(months=spelled(self.not_covered))
        return _large(f"{said} {left_out}")


def averages(spending: Spending, chart: Chart, noise: Noise | None = None) -> tuple[Average, ...]:
    """One average per span, counted back from the newest whole month; () when there is none."""
    whole = whole_months(spending)
    if not whole:
        return ()
    lines = {month: by_line(spending, month, chart, noise) for month in whole[-max(SPANS) :]}
    return tuple(_average(span, whole[-1], lines, chart) for span in SPANS)


def average_of(spending: Spending, span: int, chart: Chart, noise: Noise | None = None) -> Average | None:
    """The average of one span; None when no month is covered."""
    return next((average for average in averages(spending, chart, noise) if average.span == span), None)


def spelled(months: Sequence[Month]) -> str:
    """`oktober 2026`, `august–oktober 2026`, `august og oktober 2026`, `november 2025 – oktober 2026`."""
    runs: list[list[Month]] = []
    for month in months:
        if runs and runs[-1][-1].plus(1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return " og ".join(", ".join(map(_run, runs)).rsplit(", ", 1))


def _run(run: Sequence[Month]) -> str:
    first, last = run[0], run[-1]
    if first == last:
        return _name(first)
    if first.year == last.year:
        return f"{MONTHS[first.number - 1]}–{_name(last)}"
    return f"{_name(first)} – {_name(last)}"


def _name(month: Month) -> str:
    return f"{MONTHS[month.number - 1]} {month.year}"


def _large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _average(span: int, newest: Month, lines: dict[Month, tuple[LineSummary, ...]], chart: Chart) -> Average:
    wanted = [newest.plus(-back) for back in reversed(range(span))]
    covered = tuple(month for month in wanted if month in lines)
    parts: dict[str, list[LineSummary]] = {}
    for month in covered:
        for line in lines[month]:
            parts.setdefault(line.code, []).append(line)
    together = tuple(_together(parts[code], len(covered)) for code in chart.lines if code in parts)
    return Average(
        span=span,
        months=covered,
        not_covered=tuple(month for month in wanted if month not in lines),
        lines=together,
        spent=sum((line.amount for line in together), ZERO),
    )


def _together(parts: Sequence[LineSummary], months: int) -> LineSummary:
    """A line over several months; a covered month without the line counts as zero, because it is known to be."""
    return replace(
        parts[-1],
        amount=to_oere(sum((part.amount for part in parts), ZERO) / months),
        count=sum(part.count for part in parts),
        items=sum(part.items for part in parts),
        shops=tuple(dict.fromkeys(shop for part in reversed(parts) for shop in part.shops))[:3],
        rows=tuple(row for part in parts for row in part.rows),
    )
