"""“Sådan regner andre” as a table: one row for each line of the budget, one column for each who counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from budgetdesk.budget.lens_lines import How, LensLine
from budgetdesk.budget.month import Lens
from budgetdesk.formats import kroner
from budgetdesk.i18n import N_, _, translated

NOT_THEIRS = "–"
LEFT = N_("Tilbage")
_SHORT = {"lejer": N_("Jeres budget"), "gaeldssanering": N_("Skifteretten"), "gaeldsstyrelsen": N_("Gældsstyrelsen")}
"""Headings that fit over a narrow column."""
_SAID = {
    How.IN_AMOUNT: N_("i deres beløb"),
    How.IF: N_("måske"),
    How.NOT: N_("nej"),
    How.ACCOUNT: N_("barnets regnskab"),
}


@dataclass(frozen=True)
class Cell:
    """What stands in the table, and what is said about it beside it."""

    text: str
    why: str = ""


@dataclass(frozen=True)
class LensTable:
    """The headings, and the rows: the title of the line, then a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


def lens_table(lenses: Sequence[Lens]) -> LensTable:
    """The lenses that have lines, beside each other. The last row is what each says is left."""
    shown = [lens for lens in lenses if lens.lines]
    by_key = [{_key(line): line for line in lens.lines} for lens in shown]
    titles = {_key(line): line.title for lens in shown for line in _in_order(lens)}
    order = sorted(titles, key=lambda key: (key[0] == "", 0))
    rows = [(titles[key], tuple(_cell(lines.get(key), lens) for lines, lens in zip(by_key, shown, strict=True)))
            for key in order]  # fmt: skip
    if rows:
        rows.append((_(LEFT), tuple(_left(lens) for lens in shown)))
    return LensTable(tuple(translated(_SHORT).get(lens.key, lens.title) for lens in shown), tuple(rows))


def _in_order(lens: Lens) -> Sequence[LensLine]:
    return sorted(lens.lines, key=lambda line: not line.income)


def _key(line: LensLine) -> tuple[str, str]:
    return (line.path, "" if line.path else line.title)


def _cell(line: LensLine | None, lens: Lens) -> Cell:
    if line is None:
        return Cell(NOT_THEIRS)
    if line.how in (How.COUNTED, How.PART):
        amount = kroner(line.counted if line.income else -line.counted, oere=False)
        return Cell(amount, _said(lens, line, _("tæller med")))
    return Cell(translated(_SAID)[line.how], _said(lens, line, translated(_VERB)[line.how]))


_VERB = {
    How.IN_AMOUNT: N_("tæller ikke for sig"),
    How.IF: N_("tæller måske"),
    How.NOT: N_("tæller ikke"),
    How.ACCOUNT: N_("tæller hos barnet"),
}


def _said(lens: Lens, line: LensLine, how: str) -> str:
    return f"{lens.title}: {line.title} {how}.{f' {line.why}' if line.why else ''}"


def _left(lens: Lens) -> Cell:
    if lens.amount_per_month is None:
        return Cell(_("kendes ikke"), f"{lens.title}: {lens.text}")
    mark = " (vejledende)" if lens.vejledende else ""
    return Cell(kroner(lens.amount_per_month, oere=False), f"{lens.title}{mark}: {lens.text}")
