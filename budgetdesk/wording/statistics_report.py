"""The statistics as they are written to paper and tables: the same words and numbers, whatever the file is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.hiding import Shown
from budgetdesk.statistics.plans import NAME as PLANS
from budgetdesk.statistics.series import Series
from budgetdesk.statistics.tables import Selection, Table
from budgetdesk.wording import statistics as words
from budgetdesk.wording import statistics_definitions as meanings
from budgetdesk.wording.plots import Plot
from budgetdesk.wording.statistics_plots import plots

TITLE = N_("Statistik")
NOTHING = N_("Der er ingen tal at vise for den periode.")
BY_MONTH = N_("Over tid")
Cell = int | Decimal | str
"""A number, or a text such as that the number is hidden."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One table with its words: the headings, the rows, and what it counts."""

    section: str
    name: str
    title: str
    heading: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    definition: str
    total: bool = True
    """Whether the last rows are about the whole table, not a word of it."""


@dataclass(frozen=True, kw_only=True)
class Content:
    """Everything that a file says."""

    title: str
    organisation: str
    on: date
    facts: tuple[tuple[str, str], ...]
    """Period, organisation, area: name and value."""
    note: str
    """Who may have it, and why."""
    sheets: tuple[Sheet, ...]
    plots: tuple[Plot, ...]
    said: tuple[str, ...]
    """Whether the tenants have a home a year later."""
    left_out: tuple[str, ...]
    rules: tuple[str, ...]
    """How it is counted."""
    for_others: bool
    rules_title: str = N_("Sådan tælles der")


def content(found: Statistics, *, organisation: str, for_others: bool) -> Content:
    """What a file says. Tables nobody stands in are left out."""
    tables, selection = found.tables, found.selection
    sheets = [
        sheet_of(section, tables[name], found.categories)
        for section, names in translated(words.SECTIONS)
        for name in names
        if words.may_be_read(tables[name])
    ]
    if words.may_be_read(found.plans):
        sheets.append(sheet_of(_("Planer"), found.plans, found.categories))
    sheets += [by_month(one) for one in found.series.values() if any(point.cases for point in one.points)]
    homes = (found.kept_after_start, found.kept_after_end)
    said = (
        (_("Talt fra {name}: {sentence}").format(name=name, sentence=sentence) if sentence else "")
        for name, sentence in zip(("start", "slut"), map(words.still_at_home, homes), strict=True)
    )
    return Content(
        title=_("{title} for {year}").format(title=_(TITLE), year=selection.first.year)
        if for_others and selection.first
        else _(TITLE),
        organisation=organisation,
        on=found.on,
        facts=facts(selection),
        note=_(meanings.FOR_OTHERS) if for_others else meanings.own_use(),
        sheets=tuple(sheets),
        plots=tuple(_without_table(plot) for plot in plots(found.series, found.plans) if plot.tells),
        said=tuple(sentence for sentence in said if sentence),
        left_out=words.left_out([*tables.values(), found.plans]),
        rules=(_(meanings.DAYS_WHY), _(meanings.UNKNOWN_WHY), meanings.hidden_why(), _(meanings.SEVERAL)),
        for_others=for_others,
    )


def facts(selection: Selection) -> tuple[tuple[str, str], ...]:
    """What was asked about."""
    return (
        (_("Periode"), words.period(selection.first, selection.last)),
        (_("Organisation"), selection.organisation or _("Alle")),
        (_("Område"), selection.area or _("Alle")),
    )


def sheet_of(section: str, table: Table, categories: Categories) -> Sheet:
    """One table as words and numbers."""
    unit = _("Planer") if table.name == PLANS else _("Sager")
    return Sheet(
        section=section,
        name=table.name,
        title=words.title(table.name),
        heading=("", unit),
        rows=tuple((title, _cell(cell)) for title, cell in words.cells(table, categories)),
        definition=meanings.definition(table.name),
    )


def by_month(series: Series) -> Sheet:
    """One series as words and numbers."""
    rows: list[tuple[Cell, ...]] = []
    for point in series.points:
        cells = [_(words.HIDDEN) if point.cases is None else point.cases]
        if series.money:
            cells.append(_(words.HIDDEN) if point.kroner is None else int(point.kroner))
        rows.append((words.when(point.when), *cells))
    whole: list[Cell] = [_(words.HIDDEN) if series.cases is None else series.cases]
    if series.money:
        whole.append(_(words.HIDDEN) if series.kroner is None else int(series.kroner))
    return Sheet(
        section=_(BY_MONTH),
        name=series.name,
        title=translated(words.SERIES)[series.name],
        heading=("", _("Sager"), _("Kr.")) if series.money else ("", _("Sager")),
        rows=(*rows, (_("i alt"), *whole)),
        definition=meanings.definition(series.name),
    )


def text_of(cell: Cell) -> str:
    """A cell on paper: `1.250`."""
    return cell if isinstance(cell, str) else formats.number(cell)


def _cell(cell: Shown) -> Cell:
    return _(words.HIDDEN) if cell is None else cell


def _without_table(plot: Plot) -> Plot:
    """The numbers stand in a table of their own already."""
    return replace(plot, table=())
