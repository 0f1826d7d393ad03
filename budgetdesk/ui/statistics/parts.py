"""The two parts of the statistics window: all tables, and all pictures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.found import Statistics
from budgetdesk.statistics.plans import NAME as PLANS_TABLE
from budgetdesk.ui import theme
from budgetdesk.ui.statistics.table_card import OpenCases, TableCard
from budgetdesk.ui.widgets.cards import Card, Rows, columns
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.plot import PlotView
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, set_shown
from budgetdesk.wording import statistics as words
from budgetdesk.wording import statistics_definitions as meanings
from budgetdesk.wording.plots import Plot
from budgetdesk.wording.statistics_plots import plots

PLANS = N_("Planer")
NOTHING = N_("Ingen tal at vise for den periode")
NOTHING_WHY = N_("Vælg en anden periode. Små tal vises ikke, så ingen kan kendes på dem.")


class TablesPart(QWidget):
    """Every table in its section, two beside each other where there is room."""

    def __init__(self, open_cases: OpenCases) -> None:
        super().__init__()
        self.cards: dict[str, TableCard] = {}
        self._sections: dict[str, tuple[Words, QWidget]] = {}
        self._names: dict[str, tuple[str, ...]] = {**dict(translated(words.SECTIONS)), _(PLANS): (PLANS_TABLE,)}
        self.nothing = EmptyState(_(NOTHING), _(NOTHING_WHY))
        self.homes = Points(_("Har de et hjem et år efter?"))
        self.left_out = Points(_("Ikke talt med"))
        self.rules = Points(_("Sådan tælles der"))
        self.rules.show_points(
            (_(meanings.DAYS_WHY), _(meanings.UNKNOWN_WHY), meanings.hidden_why(), _(meanings.SEVERAL))
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(self.nothing)
        for title, names in self._names.items():
            heading = Words(title, "section")
            cards = [self._card(name, open_cases) for name in names]
            body = _two_columns(cards)
            self._sections[title] = (heading, body)
            box.addWidget(heading)
            box.addWidget(body)
        about = Card()
        about.add(self.homes, self.left_out, self.rules)
        box.addWidget(about)
        box.addStretch(1)

    def show_statistics(self, found: Statistics) -> None:
        """Show other figures. What nobody stands in is not shown."""
        tables = {**found.tables, found.plans.name: found.plans}
        for name, card in self.cards.items():
            seen = words.may_be_read(tables[name])
            if seen:
                card.show_table(tables[name], found.categories)
            set_shown(card, seen)
        for title, (heading, body) in self._sections.items():
            seen = any(words.may_be_read(tables[name]) for name in self._names[title])
            set_shown(heading, seen)
            set_shown(body, seen)
        set_shown(self.nothing, not any(map(words.may_be_read, tables.values())))
        kept = (("start", found.kept_after_start), (_("slut"), found.kept_after_end))
        said = ((name, words.still_at_home(one)) for name, one in kept)
        self.homes.show_points(
            [
                _("Talt fra {name}: {sentence}").format(name=name, sentence=sentence)
                for name, sentence in said
                if sentence
            ]
        )
        self.left_out.show_points(words.left_out(tables.values()))

    def _card(self, name: str, open_cases: OpenCases) -> TableCard:
        card = TableCard(name, open_cases)
        self.cards[name] = card
        return card


def _two_columns(cards: Sequence[QWidget]) -> QWidget:
    """Every other card to the left, the rest to the right; under each other where it is narrow."""
    sides = []
    for side in (cards[::2], cards[1::2]):
        holder = QWidget()
        box = QVBoxLayout(holder)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        for card in side:
            box.addWidget(card)
        box.addStretch(1)
        holder.setMinimumWidth(340)
        sides.append(holder)
    return columns(*sides)


class PlotsPart(QWidget):
    """The pictures under each other, each with its numbers one key away."""

    def __init__(self) -> None:
        super().__init__()
        self.plots: dict[str, Plot] = {}
        self.nothing = EmptyState(_(NOTHING), _(NOTHING_WHY))
        self.rows: Rows[str, PlotCard] = Rows(PlotCard, space=theme.BETWEEN, lines=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.nothing)
        box.addWidget(self.rows)
        box.addStretch(1)

    def show_statistics(self, found: Statistics) -> None:
        """Show other figures."""
        self.show_plots([plot for plot in plots(found.series, found.plans) if plot.tells])

    def show_plots(self, made: Sequence[Plot]) -> None:
        """Show other pictures."""
        self.plots = {plot.title: plot for plot in made}
        set_shown(self.nothing, not made)
        self.rows.show_items(list(self.plots))
        for title, card in self.rows.rows.items():
            card.show_plot(self.plots[title])


class PlotCard(Card):
    """One picture, and its numbers as a table."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._opened = False
        self._plot: Plot | None = None
        self.view = PlotView()
        self.fold = FoldButton(_("Vis tallene"), self._toggle)
        self.fold.setAccessibleName(_("{title}: vis tallene").format(title=title))
        self.fold.show_opened(False)
        self.table: FigureTable | None = None
        self.add(self.view, self.fold)

    def show_plot(self, plot: Plot) -> None:
        """Show another picture."""
        self._plot = plot
        self.set_heading(plot.title, plot.caption)
        self.view.show_plot(plot)
        set_shown(self.fold, bool(plot.table))
        self._fill()

    def _toggle(self) -> None:
        self._opened = not self._opened
        self.fold.show_opened(self._opened)
        self._fill()

    def _fill(self) -> None:
        """The table is made when it is first wanted; another picture may have other columns."""
        if self.table is not None:
            self.box.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
            self.table = None
        if self._opened and self._plot is not None and self._plot.table:
            heading, *rows = self._plot.table
            self.table = FigureTable((heading[0], *(f">{name}" for name in heading[1:])), total=True)
            self.table.show_rows(rows)
            self.add(self.table)
