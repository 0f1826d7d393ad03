"""The rescue time line: the days of the clock along the top, one bar per help, and where each is done.

Dates, never a countdown: the tenant looks on. Nothing here is computed; `overview.rescue` has it all.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.casework.rescue import Chance, Rescue, RescueLine
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import theme
from budgetdesk.ui.pages.akut.clock_strip import ClockStrip
from budgetdesk.ui.pages.akut.strips import HelpStrip
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.links import LinkButton, set_link
from budgetdesk.ui.widgets.words import Points, Tone, Words, button, set_shown
from budgetdesk.wording import eviction as clock_words
from budgetdesk.wording import rescue as words
from budgetdesk.wording.rescue_frame import Mark

LEFT, RIGHT = 214, 236
"""Widths of what stands beside the picture, px."""
NARROW = 780
"""Below this width of the card what stands to the right goes under what stands to the left (px)."""
_TONES: dict[Chance, Tone] = {
    Chance.IN_TIME: "accent",
    Chance.IF_APPLIED: "accent",
    Chance.TOO_LATE: "amber",
    Chance.UNKNOWN: "",
}
KEY = N_("Streg: der ventes. Felt: her kommer pengene normalt. Prikker: ingen kender dagen. Stiplet: et skøn.")


class TimelineCard(Card):
    """The picture and its words. Empty while nothing is behind."""

    def __init__(self, page: Page) -> None:
        super().__init__(_(words.HEADING))
        self._page = page
        self._shown: Rescue | None = None
        self._narrow = False
        self.clock = ClockStrip(_("Dagene i sagen. Brug venstre og højre pil"))
        self.clock.pointed.connect(self._tell_step)
        self.step = Words("", "muted")
        self.to_letter = LinkButton(_("Skriv dagen fra brevet"), self._go_to_letter, small=True)
        self._letter_path = ""
        self.head = _Beside(QWidget(), self.clock, QWidget())
        self.rows: Rows[str, HelpRow] = Rows(self._row)
        self.key_line = Words(_(KEY), "small")
        self.fold = FoldButton(_("Det skal udlejer og kommunen"), self._fold)
        self.duties = Points()
        self.papers = QWidget()
        self.papers.setLayout(
            row(
                button(
                    _("Vis papiret til lejeren"),
                    partial(self._paper, "redning"),
                    name=_("Vis redningstidslinjen til lejeren"),
                ),
                button(
                    _("Vis papiret til udlejer"),
                    partial(self._paper, "redning_udlejer"),
                    name=_("Vis redningstidslinjen til udlejer"),
                ),
            )
        )
        self.add(self.step, row(self.to_letter), self.head, self.rows, self.key_line)
        self.add(self.papers, self.fold, self.duties)

    def refresh(self, overview: Overview) -> None:
        rescue = overview.rescue
        if rescue is self._shown and rescue is not None:
            return
        self._shown = rescue
        alive = rescue is not None and rescue.target is not None
        self.set_heading(_(words.HEADING), words.heading(rescue) if rescue else words.empty(self._page.record.case))
        for part in (self.head, self.step, self.rows, self.key_line, self.papers):
            set_shown(part, alive)
        set_shown(self.fold, rescue is not None)
        self.duties.show_points(self._duties() if self.fold.opened else ())
        if rescue is None or not alive:
            set_shown(self.to_letter, False)
            return
        self.clock.show_rescue(rescue)
        self.rows.show_items(line.key for line in rescue.lines)
        for line in rescue.lines:
            self.rows.rows[line.key].show_line(line, rescue)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words to the right go under those to the left where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            for beside in (self.head, *self.rows.rows.values()):
                beside.set_narrow(narrow)

    def _row(self, key: str) -> HelpRow:
        made = HelpRow(self._page)
        made.set_narrow(self._narrow)
        return made

    def _tell_step(self, mark: Mark | None) -> None:
        rescue = self._shown
        if mark is None or rescue is None:
            return
        step = mark.step
        title, when = clock_words.title(step), clock_words.days(step, rescue.on)
        told = f"{title}: {when} ({translated(clock_words.BASIS)[step.basis]}). {step.why}"
        self.step.setText(told)
        self.clock.say(told)
        self._letter_path = step.path
        set_shown(self.to_letter, bool(step.path))

    def _go_to_letter(self) -> None:
        self._page.place.go("sag" if "letter_arrived" not in self._letter_path else "akut", self._letter_path)

    def _fold(self) -> None:
        self.fold.show_opened(not self.fold.opened)
        self.duties.show_points(self._duties() if self.fold.opened else ())

    def _duties(self) -> tuple[str, ...]:
        rescue = self._shown
        if rescue is None:
            return ()
        fee = words.court_fee(rescue)
        return (*(words.duty(one, rescue.on) for one in rescue.duties), *([fee] if fee else []))

    def _paper(self, name: str) -> None:
        self._page.place.binder.flush()
        show_paper(self._page, self._page.desk, name)


class _Beside(QWidget):
    """Words, a strip that takes the room, and more words; the last go under the first where it is narrow."""

    def __init__(self, left: QWidget, strip: QWidget, right: QWidget) -> None:
        super().__init__()
        self._left, self._strip, self._right = left, strip, right
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.INNER)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        left.setFixedWidth(LEFT)
        right.setFixedWidth(RIGHT)
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._left, self._strip, self._right):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._left, 0, 0, Qt.AlignmentFlag(0) if not narrow else top)
        self._grid.addWidget(self._strip, 0, 1, 2 if narrow else 1, 1)
        self._right.setFixedWidth(LEFT if narrow else RIGHT)
        self._grid.addWidget(self._right, 1 if narrow else 0, 0 if narrow else 2)


class HelpRow(_Beside):
    """One help: its name as a link, its bar, and whether it is there in time."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._to = ("", "")
        self.link = LinkButton("", self._go)
        self.facts = Words("", "small")
        self.chance = Words("", "strong")
        self.advice = Words("", "small")
        self.strip = HelpStrip()
        super().__init__(_stack(self.link, self.facts), self.strip, _stack(self.chance, self.advice))

    def show_line(self, line: RescueLine, rescue: Rescue) -> None:
        self._to = (line.page, line.path)
        set_link(self.link, line.title.replace("§ 81 a", "§\u00a081\u00a0a"))
        self.link.setAccessibleName(words.spoken(line, rescue))
        told = words.facts(line, rescue.on)
        self.facts.setText(told)
        set_shown(self.facts, bool(told))
        self.chance.setText(words.chance(line, rescue))
        self.chance.set_tone(_TONES[line.chance])
        self.advice.setText(words.advice(line))
        self.strip.setToolTip(words.source(line))
        self.strip.show_line(line, rescue)

    def _go(self) -> None:
        self._page.place.go(*self._to)


def _stack(*parts: QWidget) -> QWidget:
    holder = QWidget()
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 7, 0, 7)
    box.setSpacing(1)
    box.addStretch(1)
    for part in parts:
        box.addWidget(part)
    box.addStretch(1)
    return holder
