"""What a file of figures would bring, value by value, before anything is taken in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.rate_files import Coming, PreviewRow
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.phrases import count
from budgetdesk.ui.rates import phrases
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import Words

WIDTH = 760
_ORDER = (Coming.REFUSED, Coming.CHANGED, Coming.NEW, Coming.SAME)


class ImportDialog(SmallDialog):
    """Shows the rows; `take` takes in what is new and changed."""

    def __init__(self, parent: QWidget, rows: Sequence[PreviewRow], take: Callable[[], object]) -> None:
        super().__init__(parent, _("Hent satser fra fil"), _("Hent"), self._go)
        self._take = take
        self.widen(WIDTH)
        self.said = Words(summary(rows))
        self.table = FigureTable((".", _("Sats"), _(">Værdi"), _("Dage")), stretch=(0, 4, 0, 3))
        self.table.show_rows([_cells(row) for row in sorted(rows, key=lambda row: _ORDER.index(row.coming))])
        self.add(self.said, self.table)
        self.agree.setEnabled(any(row.coming in (Coming.NEW, Coming.CHANGED) for row in rows))

    def _go(self) -> None:
        self.accept()
        self._take()


def summary(rows: Sequence[PreviewRow]) -> str:
    """How many of each kind, and which of them count at once."""
    numbers = {kind: sum(row.coming is kind for row in rows) for kind in Coming}
    coming = [row for row in rows if row.coming in (Coming.NEW, Coming.CHANGED)]
    both = sum(row.counts for row in coming)
    said = _("{numbers} nye, {numbers_2} ændrede, {numbers_3} som her, {numbers_4} afvist.").format(
        numbers=numbers[Coming.NEW],
        numbers_2=numbers[Coming.CHANGED],
        numbers_3=numbers[Coming.SAME],
        numbers_4=numbers[Coming.REFUSED],
    )
    if both:
        named = count(both, N_("bærer"), N_("bærer"))
        said += _(" {named} navnene på to, der har set satsen i kilden, og gælder med det samme.").format(named=named)
    if len(coming) > both:
        said += _(" {count} på, at en her kontrollerer i kilden.").format(
            count=count(len(coming) - both, N_("venter"), N_("venter"))
        )
    return said


def _cells(row: PreviewRow) -> tuple[str, ...]:
    name = phrases.title(row.series) if row.series is not None else f"{row.law}: {row.name}"
    if row.coming is Coming.REFUSED:
        return translated(phrases.COMING)[row.coming], f"{name}. {row.why}", phrases.preview_value(row), ""
    days = phrases.days(row.edit.start, row.edit.end) if row.edit is not None else ""
    names = (
        row.edit.entered_by + (_(" og {confirmed_by}").format(confirmed_by=row.edit.confirmed_by) if row.counts else "")
        if row.edit
        else ""
    )
    return (
        translated(phrases.COMING)[row.coming],
        name,
        phrases.preview_value(row),
        f"{days}, {names}" if names else days,
    )
