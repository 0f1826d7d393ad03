"""Fill in a new year of one law from the official notice: the old figures listed, empty fields beside them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from budgetdesk.actions import rate_drafts, rate_year, rates
from budgetdesk.benefits.rate_changes import Change, change
from budgetdesk.benefits.rate_edits import RateEdit
from budgetdesk.benefits.rates import Confidence
from budgetdesk.errors import BadInputError, RateEntryError, StoreError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.phrases import count
from budgetdesk.ui.rates.fields import WIDTHS, FigureRow
from budgetdesk.ui.rates.gradual import GradualRows
from budgetdesk.ui.rates.place import RatesPlace
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, form_grid, row
from budgetdesk.ui.widgets.choices import Choice, ListChoice, Tick
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.table import table_head
from budgetdesk.ui.widgets.words import EmptyState, Words, button, set_shown

KINDS = ((Confidence.PRIMARY, N_("Lov eller myndighed")), (Confidence.SECONDARY, N_("En anden god kilde")))
TITLES = (N_("Sats"), N_("Før"), N_("Ny"), N_("Ændring"))


class EnterPart(QWidget):
    """Law, days and source above; a row per figure below."""

    def __init__(self, place: RatesPlace) -> None:
        super().__init__()
        self._place = place
        self._keys: dict[str, rate_year.YearRow] = {}
        self._kept: Mapping[str, str] = {}
        workspace = place.workspace
        start, end = rate_year.next_period(workspace.library.shipped_rates, workspace.today)
        self.law = ListChoice(self._laws(start))
        self.law.list.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.start, self.end = DateEdit(workspace.today), DateEdit(workspace.today)
        self.source = LineEdit(_("fx Vejledning om satser for 2027, nr. og navn"))
        self.link = LineEdit(_("fx retsinformation.dk"))
        self.source_day = DateEdit(workspace.today)
        self.kind = Choice(translated(KINDS))
        self.all = Tick(_("Vis også de satser, programmet kender"))
        self.rows: GradualRows[str, FigureRow] = GradualRows(self._row, self._show_drafts)
        self.head = table_head(translated(TITLES), WIDTHS)
        self.head.findChildren(Words)[1].setAlignment(Qt.AlignmentFlag.AlignRight)
        self.nothing = EmptyState(
            _("Her mangler der ikke noget"), _("Programmet kender alle lovens satser på dagen. Vælg en anden lov.")
        )
        self.said = Announced()
        self.save = button(_("Gem til kontrol"), self.enter, role="primary")
        self._lay_out()
        self.law.show_value(rate_year.laws_to_renew(workspace.library, start)[0].key)
        self.start.show_value(start)
        self.end.show_value(end)
        self.kind.show_value(Confidence.PRIMARY)
        self._show_source()
        self.show_rows()

    def refresh(self) -> None:
        """Figures have been entered or confirmed elsewhere."""
        start = self._start()
        if start is not None:
            self.law.set_options(self._laws(start))
        self.rows.show_items([])
        self.show_rows()

    def show_rows(self) -> None:
        """The figures of the law that is chosen, from the day that is chosen."""
        start = self._start()
        library, law = self._place.workspace.library, self.law.value()
        found = [] if start is None else rate_year.year_rows(library, law, start, all_figures=bool(self.all.value()))
        self._keys = {} if start is None else {rate_drafts.draft_key(law, r.series.name, start): r for r in found}
        self._kept = rate_drafts.drafts(self._place.workspace)
        self.rows.show_items(self._keys)
        for shown in (self.head, self.save):
            set_shown(shown, bool(self._keys))
        set_shown(self.nothing, not self._keys and start is not None)

    def _show_drafts(self) -> None:
        """What was typed before, in the rows that are there."""
        for key, made in self.rows.rows.items():
            if key in self._kept and not made.touched:
                made.show_draft(self._kept[key])

    def enter(self) -> None:
        """Take in what was typed. What is refused is said at its field, and nothing is taken in."""
        self.said.say("")
        self.rows.show_all()
        if not self._place.name():
            self._place.ask_name(_("Skriv dit navn først, så det kan ses, hvem der har set satserne i kilden."))
            return
        drafts = self._drafts()
        if drafts is None:
            return
        if not drafts:
            self.said.say(_("Der er ikke skrevet nogen nye satser endnu."))
            return
        try:
            refused = rates.enter(self._place.workspace, list(drafts.values()))
        except StoreError as full:
            show_error(self, full)
            return
        for key, draft in drafts.items():
            if (error := refused.get((draft.law, draft.series))) is not None:
                self._refuse(error, self.rows.rows[key])
        if not refused:
            rate_drafts.forget_drafts(self._place.workspace, drafts)
            self._place.changed()
            entered = count(len(drafts), N_("sats er gemt. Den"), N_("satser er gemt. De"))
            self.said.say(_("{entered} gælder, når en anden har kontrolleret i kilden.").format(entered=entered))

    def _drafts(self) -> dict[str, RateEdit] | None:
        """The figures that were typed; None when something cannot be read, which is then said."""
        start, end, about = self._read(self.start), self._read(self.end), self._read(self.source_day)
        if any(field.problem.text() for field in (self.start, self.end, self.source_day)):
            return None
        found: dict[str, RateEdit] = {}
        for key, made in self.rows.rows.items():
            figure = self._read(made.field) if made.touched else None
            if made.field.problem.text():
                made.field.setFocus()
                return None
            if figure is not None:
                found[key] = self._draft(made, figure, start, end, about)
        return found

    def _draft(self, made: FigureRow, figure: Decimal, start: date, end: date, about: date | None) -> RateEdit:
        return RateEdit(
            law=made.row.law,
            series=made.row.series.name,
            value=figure,
            start=start,
            end=end,
            source=self.source.value(),
            link=self.link.value(),
            source_day=about,
            confidence=self.kind.value() or Confidence.SECONDARY,
            entered_by=self._place.name(),
            entered_on=self._place.workspace.today,
        )

    def _read(self, field: Editor) -> Any:
        """What stands in a field; None, and a sentence at it, where that cannot be read."""
        try:
            found = field.value()
        except BadInputError as error:
            field.say_problem(str(error))
            return None
        needed = field in (self.start, self.end) and found is None
        field.say_problem(_("Skriv dagen.") if needed else "")
        return found

    def _refuse(self, error: RateEntryError, made: FigureRow) -> None:
        fields: dict[str, Editor] = {"start": self.start, "end": self.end, "source": self.source}
        if error.field == "entered_by":
            self._place.ask_name(str(error))
            return
        field = fields.get(error.field, made.field)
        field.say_problem(str(error))
        field.setFocus()

    def _row(self, key: str) -> FigureRow:
        made = FigureRow(self._keys[key], self._change)
        made.field.left.connect(self._keep)
        made.moved.connect(lambda down: self._move(key, down=down))
        return made

    def _change(self, row: rate_year.YearRow, value: Decimal) -> Change:
        start, end = self._start(), self._read(self.end)
        first = start or self._place.workspace.today
        return change(row.series, value, first, end if isinstance(end, date) else first)

    def _move(self, key: str, *, down: bool) -> None:
        order = list(self.rows.rows)
        at = order.index(key) + (1 if down else -1)
        self._keep()
        if 0 <= at < len(order):
            self.rows.rows[order[at]].field.setFocus()
        elif down:
            self.save.setFocus()

    def _keep(self) -> None:
        """What is typed is safe at once."""
        if self._place.workspace.locked:
            return
        texts = {key: made.field.text() for key, made in self.rows.rows.items() if made.touched}
        about = {"source": self.source.text(), "link": self.link.text(), "source_day": self.source_day.text()}
        try:
            rate_drafts.keep_drafts(self._place.workspace, {**texts, **about})
        except StoreError as error:
            show_error(self, error)

    def _show_source(self) -> None:
        kept = rate_drafts.drafts(self._place.workspace)
        for key, field in (("source", self.source), ("link", self.link), ("source_day", self.source_day)):
            field.show_text(kept.get(key, ""))
            field.left.connect(self._keep)

    def _days_changed(self) -> None:
        start = self._start()
        if start is not None:
            self.end.show_value(date(start.year, 12, 31))
            self.law.set_options(self._laws(start))
        self._law_changed()

    def _law_changed(self) -> None:
        self._keep()
        self.said.say("")
        self.rows.show_items([])
        self.show_rows()

    def _start(self) -> date | None:
        found = self._read(self.start)
        return found if isinstance(found, date) else None

    def _laws(self, start: date) -> list[tuple[str, str]]:
        found = rate_year.laws_to_renew(self._place.workspace.library, start)
        return [
            (
                law.key,
                _("{title} ({lacking} mangler)").format(title=law.title, lacking=law.lacking)
                if law.lacking
                else law.title,
            )
            for law in found
        ]

    def _lay_out(self) -> None:
        about = Card(_("Hvad og hvorfra"))
        about.add(
            Labelled(_("Lov"), self.law),
            form_grid(
                [
                    Labelled(_("Gælder fra"), self.start),
                    Labelled(_("Gælder til og med"), self.end),
                    Labelled(_("Kildens dato"), self.source_day),
                ],
                across=3,
                least=150,
            ),
            Labelled(_("Kilde"), self.source),
            form_grid([Labelled(_("Adresse på nettet"), self.link), Labelled(_("Hvad er kilden?"), self.kind)]),
        )
        figures = Card(_("Satserne"), _("Skriv de nye satser af efter kilden. Enter og pil ned går til den næste."))
        figures.add(self.all, self.head, self.rows, self.nothing, row(self.save), self.said)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        for card in (about, figures):
            box.addWidget(card)
        for field in (self.start, self.end, self.source, self.source_day):
            field.edited.connect(partial(field.say_problem, ""))
        self.law.edited.connect(self._law_changed)
        self.all.edited.connect(self._law_changed)
        self.start.left.connect(self._days_changed)
