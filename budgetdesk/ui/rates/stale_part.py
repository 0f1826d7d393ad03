"""Which cases and papers went stale because of the figures that were entered; each leads to its case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions.rate_effects import StaleCase, counting, stale_cases
from budgetdesk.errors import UserCancelled
from budgetdesk.i18n import N_, _
from budgetdesk.ui import background
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.phrases import count
from budgetdesk.ui.rates import phrases
from budgetdesk.ui.rates.gradual import GradualRows
from budgetdesk.ui.rates.place import RatesPlace
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, button, set_shown

_LOOK_MS = 100
"""How often the window asks how far the thread is."""


@dataclass
class _Way:
    """How far the thread is, and whether it is to stop; written by one side, read by the other."""

    done: int = 0
    of: int = 0
    stopped: bool = False

    def told(self, done: int, of: int) -> None:
        self.done, self.of = done, of


class StaleRow(QWidget):
    """One case: a link, and what changed in it."""

    def __init__(self, found: StaleCase, place: RatesPlace) -> None:
        super().__init__()
        who = found.tenant or _("Uden navn")
        self.link = LinkButton(_("Sag {id}, {who}").format(id=found.id, who=who), partial(place.open_case, found.id))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 10)
        box.setSpacing(3)
        box.addWidget(self.link)
        for change in found.changes:
            box.addWidget(Words(phrases.benefit_change(change)))
        for paper in found.papers:
            box.addWidget(Words(phrases.paper(paper), "small"))


class StalePart(QWidget):
    """A button that looks through all cases, in a thread that can be stopped."""

    def __init__(self, place: RatesPlace) -> None:
        super().__init__()
        self._place = place
        self._way = _Way()
        self._found: dict[str, StaleCase] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._show_way)
        self.begin = button(_("Se alle sager efter"), self.look, role="primary")
        self.stop = button(_("Stop"), self._stop)
        self.said = Announced()
        self.rows: GradualRows[str, StaleRow] = GradualRows(lambda case_id: StaleRow(self._found[case_id], place))
        card = Card(
            _("Sager og papirer"),
            _(
                "Her ses, hvilke sager der regner anderledes med jeres satser, og hvilke papirer der "
                "blev lavet før dem."
            ),
        )
        card.add(row(self.begin, self.stop), self.said, self.rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        set_shown(self.stop, False)

    def refresh(self) -> None:
        """Figures have changed: what was found is old."""
        self._show([])
        self.said.say("")

    def look(self) -> None:
        """Look through the cases."""
        way = self._way = _Way()
        workspace = self._place.workspace
        progress = counting(way.told, lambda: way.stopped)
        self._working(True)
        background.run(self, lambda: stale_cases(workspace, progress), self._done, self._failed)

    def hideEvent(self, event: object) -> None:
        """Whoever leaves does not wait for the rest."""
        self._way.stopped = True
        super().hideEvent(event)  # type: ignore[arg-type]  # Qt's own event

    def _stop(self) -> None:
        self._way.stopped = True

    def _working(self, working: bool) -> None:
        self.begin.setEnabled(not working)
        set_shown(self.stop, working)
        if working:
            self._timer.start()
            self._show_way()
        else:
            self._timer.stop()

    def _show_way(self) -> None:
        self.said.setText(
            _("Ser efter: {done} af {of}").format(done=self._way.done, of=self._way.of)
            if self._way.of
            else _("Ser efter")
        )
        set_shown(self.said, True)

    def _done(self, found: Sequence[StaleCase]) -> None:
        self._working(False)
        self._show(found)
        papers = sum(len(one.papers) for one in found)
        changed = count(len(found), N_("sag"), N_("sager"))
        self.said.say(
            _("{changed} er berørt. {count} noget andet end i dag.").format(
                changed=changed, count=count(papers, N_("papir siger"), N_("papirer siger"))
            )
            if found
            else _("Ingen sager og papirer er ændret af jeres satser.")
        )

    def _failed(self, error: Exception) -> None:
        self._working(False)
        if isinstance(error, UserCancelled):
            self.said.say(_("Stoppet. Listen er ikke lavet færdig."))
        else:
            show_error(self, error)

    def _show(self, found: Sequence[StaleCase]) -> None:
        self.rows.show_items([])
        self._found = {one.id: one for one in found}
        self.rows.show_items(self._found)
