"""The answer: the last day to pay and why, what stops it, and the papers of the first hour."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.documents.catalogue import DOCUMENTS
from budgetdesk.household import paths
from budgetdesk.household.case import Todo
from budgetdesk.ui import phrases
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row, two_lines
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.fields import DateEdit, LineEdit
from budgetdesk.ui.widgets.table import TableRow, table_head
from budgetdesk.ui.widgets.words import Words, button

_PAPERS = (
    ("akut_opkald", "Ring til udlejer", "Læs op fra arket, og skriv svarene ned."),
    ("ansoegning_81", "Søg kommunen om hjælp", "§ 81 og § 81 a. Aflever i dag, og gem kvitteringen."),
    ("brev_udlejer", "Skriv til udlejer", "Bed om ro på sagen, og om svar på skrift."),
    ("naeste_skridt", "Stop her med næste skridt", "Én side at skrive under på. I fortsætter en anden dag."),
)
_TODO_TITLES = ("Hvem", "Hvad", "Senest", "Gjort", "")
_TODO_WIDTHS = (150, -1, 130, 60, 70)


class ClockCard(Card):
    """The last day to pay, large; and the reasons."""

    def __init__(self) -> None:
        super().__init__("", "", "amber")
        self.caption = Words("", "small")
        self.day = Words("", "figure")
        self.why = Words()
        self.rest = Words("", "muted")
        self.add(self.caption, self.day, self.why, self.rest)

    def refresh(self, overview: Overview) -> None:
        clock = overview.clock
        last = clock.pay_by if clock else None
        self.set_tone("amber" if last else "")
        if clock is None or last is None:
            self._without_last_day(overview)
            return
        self.caption.setText("Sidste dag at betale" + (" (vejledende)" if last.vejledende else ""))
        self.day.setText(phrases.weekday(last.day).capitalize())
        self.why.setText(last.why)
        after = [clock.earliest_ophaevelse.why] if clock.earliest_ophaevelse else []
        self.rest.setText("\n".join([*after, *clock.warnings]))
        self.rest.setVisible(bool(after or clock.warnings))

    def _without_last_day(self, overview: Overview) -> None:
        clock = overview.clock
        self.caption.setText("Sidste dag at betale")
        self.day.setText("Ingen frist endnu")
        self.why.setText("Vælg brevet, og skriv dagen, det kom. Så regner programmet fristen ud.")
        said = f"{clock.earliest_paakrav.why} Det er {phrases.weekday(clock.earliest_paakrav.day)}." if clock else ""
        self.rest.setText(said)
        self.rest.setVisible(bool(said))


class PapersCard(Card):
    """What to do now, each with its paper."""

    def __init__(self, page: Page) -> None:
        super().__init__("Gør det nu")
        self._page = page
        for number, (name, title, sentence) in enumerate(_PAPERS):
            if number:
                self.line()
            self.add(_PaperRow(title, sentence, partial(self._show, name), DOCUMENTS[name].title))

    def _show(self, name: str) -> None:
        self._page.place.binder.flush()
        show_paper(self._page, self._page.desk, name)


class _PaperRow(QWidget):
    def __init__(self, title: str, sentence: str, show: partial[None], paper: str) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 4, 0, 4)
        across.setSpacing(12)
        across.addLayout(two_lines(title, sentence), 1)
        across.addWidget(button("Vis papiret", show, name=f"Vis papiret: {paper}"))


class StepsCard(Card):
    """Who does what, by when: the page Næste skridt is made of it."""

    def __init__(self, page: Page) -> None:
        super().__init__("Hvem gør hvad, og hvornår?", "Det kommer på siden Næste skridt.")
        self._page = page
        self.rows: Rows[str, TableRow] = Rows(self._row)
        self.head = table_head(_TODO_TITLES, _TODO_WIDTHS)
        self.add_button = button("Tilføj skridt", self._add)
        self.add(self.head, self.rows, row(self.add_button))
        page.place.binder.anchor("case.conversation.next_steps", self.add_button)

    def refresh(self) -> None:
        steps = self._page.record.case.conversation.next_steps
        self.head.setVisible(bool(steps))
        self.rows.show_items(step.id for step in steps)

    def _row(self, step_id: str) -> TableRow:
        page, path = self._page, f"case.conversation.next_steps[{step_id}]"
        done = Tick("")
        page.place.binder.bind_with(
            f"{path}.done",
            done,
            "Gjort",
            lambda record: paths.get(record, f"{path}.done") is not None,
            lambda record, value: paths.put(record, f"{path}.done", page.desk.today if value else None),
        )
        cells = [
            page.bind(f"{path}.who", LineEdit("Hvem"), "Hvem der gør det"),
            page.bind(f"{path}.what", LineEdit("Hvad"), "Hvad der skal gøres"),
            page.bind(f"{path}.by", DateEdit(page.desk.today), "Senest"),
            done,
            button("Fjern", lambda: self._remove(path), role="quiet", name="Fjern skridtet"),
        ]
        return TableRow(cells, _TODO_WIDTHS)

    def _add(self) -> None:
        record = self._page.record
        steps = record.case.conversation.next_steps
        new = Todo(id=paths.next_id(steps, "n"))
        self._page.change("Tilføj skridt", paths.add(record, "case.conversation.next_steps", new))
        self.rows.rows[new.id].cells[0].setFocus()

    def _remove(self, path: str) -> None:
        self._page.change("Fjern skridt", paths.remove(self._page.record, path))
