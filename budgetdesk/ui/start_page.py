"""The first thing one sees: the cases, a new one, and an invented household to try the program on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions.workspace import CaseSummary
from budgetdesk.ui import phrases, theme
from budgetdesk.ui.frame.rates_banner import RatesBanner
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.words import EmptyState, Words, button


@dataclass(frozen=True, kw_only=True)
class StartActions:
    """What one can do from the start page."""

    new: Callable[[], object]
    open: Callable[[str], object]
    sample: Callable[[], object]
    read_file: Callable[[], object]
    calls: Callable[[], object] | None = None
    """Who to call, across all cases; None where there is no store."""


class StartPage(QScrollArea):
    """Search, and a list that gets shorter as one types."""

    def __init__(self, actions: StartActions) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._actions = actions
        self.rates_banner = RatesBanner()
        self._cases: dict[str, CaseSummary] = {}
        self.search = LineEdit("Søg på nummer, navn eller udlejer")
        self.search.name("Søg i sagerne")
        self.search.edited.connect(self._show_found)
        self.rows: Rows[str, CaseRow] = Rows(lambda case_id: CaseRow(self._cases[case_id], actions.open))
        self.nothing = EmptyState(
            "Der er ingen sager endnu",
            "Begynd med en ny sag. Eller se programmet igennem med en opdigtet lejer først; det tager et minut.",
        )
        self.not_found = Words("Ingen sager passer til det, der er skrevet.", "muted")
        self._lay_out(actions)

    def show_cases(self, cases: Sequence[CaseSummary]) -> None:
        """The newest first."""
        newest = sorted(cases, key=lambda c: c.saved_at or c.opened_at, reverse=True)
        self.rows.show_items([])  # a row may say something else today
        self._cases = {c.id: c for c in newest}
        self._show_found()

    def _show_found(self) -> None:
        asked = self.search.text().strip().casefold()
        found = [c.id for c in self._cases.values() if asked in f"{c.id} {c.tenant} {c.landlord}".casefold()]
        self.rows.show_items(found)
        self.nothing.setVisible(not self._cases)
        self.not_found.setVisible(bool(self._cases) and not found)
        self.search.setVisible(bool(self._cases))
        self.calls.setVisible(bool(self._cases) and self._actions.calls is not None)

    def _lay_out(self, actions: StartActions) -> None:
        column = QWidget()
        column.setMaximumWidth(860)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        box.addWidget(Words("Sager", "title"))
        new = button("Ny sag", self._actions.new, role="primary")
        sample = button("Prøv med eksempel", self._actions.sample, name="Åbn en opdigtet lejer som ny sag")
        read = button("Hent sag fra fil …", self._actions.read_file, name="Hent sag fra fil")
        self.calls = button("Ringeliste …", actions.calls, name="Ringeliste: hvem skal ringes op")
        self.calls.hide()
        box.addLayout(row(new, sample, read, self.calls))
        box.addWidget(self.rates_banner)
        card = Card()
        card.add(self.search, self.rows, self.nothing, self.not_found)
        box.addWidget(card)
        box.addWidget(Words("Alt ligger krypteret på denne computer. Intet sendes ud.", "small"))
        box.addStretch(1)
        body = QWidget()
        body.setObjectName("page_body")
        across = QHBoxLayout(body)
        across.setContentsMargins(theme.OUTER, 48, theme.OUTER, theme.OUTER)
        across.addStretch(1)
        across.addWidget(column, 8)
        across.addStretch(1)
        self.setWidget(body)


class CaseRow(QWidget):
    """One case: number, who, where, when last saved; and the button that opens it."""

    def __init__(self, case: CaseSummary, open_case: Callable[[str], object]) -> None:
        super().__init__()
        who = case.tenant or "Uden navn endnu"
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Words(who, "strong"))
        saved = case.saved_at or case.opened_at
        said = [f"Sag {case.id}", case.landlord, f"gemt {phrases.day(saved.astimezone().date(), year=True)}"]
        names.addWidget(Words(" · ".join(part for part in said if part), "small"))
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 10)
        across.addLayout(names, 1)
        across.addWidget(button("Åbn", lambda: open_case(case.id), name=f"Åbn sag {case.id}, {who}"))
