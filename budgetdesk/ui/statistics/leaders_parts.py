"""What leaders see: did evictions fall by the effort, what does it cost and save, and how the reports reckon."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions.evaluation import Evaluation
from budgetdesk.i18n import N_, _, translated
from budgetdesk.money import ZERO
from budgetdesk.statistics.interval import judged
from budgetdesk.statistics.reports import Evaluations
from budgetdesk.statistics.savings import to_thousands
from budgetdesk.ui import theme
from budgetdesk.ui.statistics.parts import PlotCard
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.figures import FigureTable
from budgetdesk.ui.widgets.words import EmptyState, Points, Words, set_shown
from budgetdesk.wording import effect as words
from budgetdesk.wording.plots import Plot

NOTHING = N_("Der er ikke tal nok endnu")


class EffectPart(QWidget):
    """The two lines, what the difference is, and what has to hold."""

    def __init__(self) -> None:
        super().__init__()
        self.nothing = EmptyState(_(NOTHING), "")
        self.why = Words("", "muted")
        self.plot = PlotCard(_(words.RATES))
        self.said = Points()
        self.table = FigureTable(tuple(f">{name}" if name else "" for name in translated(words.JUDGED)))
        self.left_out = Words("", "muted")
        self.assumptions = Points(_("Det bygger på"))
        self.assumptions.show_points(translated(words.ASSUMPTIONS))
        self.card = Card(_("Forskel i forskelle"), _("Positive tal betyder færre udsættelser end ventet."))
        self.card.add(self.said, self.table, self.left_out, self.assumptions)
        _lay_out(self, self.nothing, self.why, self.plot, self.card)
        self.say("")

    def say(self, why: str) -> None:
        """Nothing can be reckoned, and why."""
        self.why.setText(why)
        for part, seen in ((self.nothing, True), (self.why, bool(why)), (self.plot, False), (self.card, False)):
            set_shown(part, seen)

    def show_evaluation(self, found: Evaluation) -> None:
        """Show what follows from the numbers."""
        for part, seen in ((self.nothing, False), (self.why, False), (self.plot, True), (self.card, True)):
            set_shown(part, seen)
        self.plot.show_plot(words.rates_plot(found.effort, found.control))
        said = [sentence for one in found.judged for sentence in words.judged(one)]
        self.said.show_points(said or [_("Der er ingen år med indsatsen, som alle områder har tal for.")])
        self.table.show_rows(list(words.judged_rows(found.judged)))
        years = ", ".join(map(words.year, found.left_out))
        self.left_out.setText(
            _("Ikke alle områder har tal for: {years}. De år er ikke med.").format(years=years) if years else ""
        )
        set_shown(self.left_out, bool(years))


class SavingPart(QWidget):
    """Cost and saving, year by year."""

    def __init__(self, *fields: QWidget) -> None:
        super().__init__()
        self.said = Points()
        self.missing = Words(_("Skriv begge beløb, og tal for områderne, så bliver gevinsten regnet ud."), "muted")
        self._plots: dict[str, Plot] = {}
        self.rows: Rows[str, PlotCard] = Rows(PlotCard, space=theme.BETWEEN, lines=False)
        card = Card(
            _("Pris og gevinst"), _("Om året pr. 1.000 lejemål. Kommunens tab kendes ikke. Derfor regnes baglæns.")
        )
        card.add(*fields, self.missing, self.said)
        _lay_out(self, card, self.rows)

    def show_evaluation(self, found: Evaluation | None) -> None:
        """Show what follows from the numbers; None where they cannot be used."""
        savings = dict(found.savings or {}) if found else {}
        said = [one for at, saving in savings.items() for one in words.savings(saving, words.year(at).capitalize())]
        made = [words.waterfall(one, words.year(at)) for at, one in savings.items() if one.prevented > 0]
        self._plots = {plot.title: plot for plot in made}
        set_shown(self.missing, not savings)
        self.said.show_points(said)
        self.rows.show_items(list(self._plots))
        for title, plot_card in self.rows.rows.items():
            plot_card.show_plot(self._plots[title])


class ReportsPart(QWidget):
    """The tables of the published evaluations, reckoned anew from their own counts."""

    def __init__(self, reports: Evaluations) -> None:
        super().__init__()
        falls = Card(_("Stop Udsættelser"), _("SBi 2015:10. Faldet i udsættelser, regnet ud af rapportens egne tal."))
        table = FigureTable(("", _(">Før"), ">Efter", _(">Fald her"), _(">Fald i rapporten")))
        table.show_rows(
            [
                (
                    _("{name}, {first_year} til {last_year}").format(
                        name=one.name, first_year=one.first_year, last_year=one.last_year
                    ),
                    str(one.before),
                    str(one.after),
                    formats.percent(words.decimals(float(one.reckoned), 0)),
                    formats.percent(words.decimals(float(one.printed), 0)),
                )
                for one in reports.falls
            ]
        )
        falls.add(table)
        rates = PlotCard(_(words.RATES))
        rates.show_plot(words.rates_plot(reports.effort, reports.control))
        _lay_out(self, falls, rates, _effects(reports), _costs(reports), *_waterfalls(reports))


def _effects(reports: Evaluations) -> Card:
    card = Card(_("Sociale viceværter"), _("CFBU, 2017. Faldet ud over tendensen, minus det samme i kontrolområderne."))
    table = FigureTable(tuple(f">{name}" if name else "" for name in translated(words.JUDGED)))
    table.show_rows(list(words.judged_rows(judged(reports.effort, reports.control))))
    printed = _(
        "Rapporten skriver 2 og 23 procentpoint, og 0,2 og 2,4 udsættelser pr. 1.000. Intervallet har vi regnet."
    )
    per = ", ".join(f"{words.year(one.year)}: {words.text(one.per_thousand)}" for one in reports.effects)
    card.add(
        table, Words(_("Udsættelser forebygget pr. 1.000 lejemål. {per}.").format(per=per)), Words(printed, "muted")
    )
    return card


def _costs(reports: Evaluations) -> Card:
    card = Card(
        _("Hvad koster det, og hvad sparer det?"), _("CFBU, 2017. Kr. om året pr. 1.000 lejemål, i hele tusinder.")
    )
    first, second = reports.savings
    each = second.to_break_even_each
    rows = [
        (_("Udlejers tab ved én udsættelse, snit af fem bud"), reports.loss, reports.printed_loss),
        (_("Udlejer sparer, 1 år efter"), first.saved, reports.printed_saved[0]),
        (_("Udlejer sparer, 2 år efter"), second.saved, reports.printed_saved[1]),
        (_("Andre skal spare i alt, 2 år efter"), second.to_break_even, reports.printed_to_break_even),
        (_("Andre skal spare for hver udsættelse"), each, reports.printed_to_break_even_each),
    ]
    table = FigureTable(("", _(">Regnet her"), _(">I rapporten")))
    table.show_rows(
        [
            (name, formats.kroner(to_thousands(reckoned or ZERO), oere=False), formats.kroner(printed, oere=False))
            for name, reckoned, printed in rows
        ]
    )
    note = _(
        "Rapporten runder antallet af forebyggede udsættelser til én decimal, før den ganger. Det gør vi også. "
        "Første års 13.000 kr. kommer ikke ud af dens egne tal: 0,2 gange 54.000 er 10.800."
    )
    card.add(table, Words(note, "muted"))
    return card


def _waterfalls(reports: Evaluations) -> list[PlotCard]:
    cards = []
    for one, saving in zip(reports.effects, reports.savings, strict=True):
        plot = words.waterfall(saving, words.year(one.year))
        card = PlotCard(plot.title)
        card.show_plot(plot)
        cards.append(card)
    return cards


def _lay_out(part: QWidget, *things: QWidget) -> None:
    box = QVBoxLayout(part)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.BETWEEN)
    for thing in things:
        box.addWidget(thing)
    box.addStretch(1)
