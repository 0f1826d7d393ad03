"""How a benefit is applied for: where, how long it takes, which papers, and what to watch out for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions import benefit_answers
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.guide import Guide
from budgetdesk.casework.record import Record
from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.papers import show_paper
from budgetdesk.ui.widgets.cards import Card, Rows, row
from budgetdesk.ui.widgets.choices import Tick
from budgetdesk.ui.widgets.words import Points, Words, button
from budgetdesk.wording import benefit_page as words
from budgetdesk.wording.one_or_several import said_to

_BOX = 28
"""Room for the box, px."""
_HAVE = "case.circumstances.documents_have"


class HowToApply(Card):
    """What the general knowledge says, with the household's own papers ticked off."""

    def __init__(self, page: Page, guide: Guide) -> None:
        super().__init__(said_to(_("Sådan søger I"), page.record.case))
        self._guide = guide
        self.how, self.link = Words(), Words(guide.link, "muted")
        self.time = Words(words.usual_time(guide), "muted")
        self.decided = Words(words.decided_by(guide), "muted")
        self.papers = Papers(page)
        self.pitfalls = Points(_("Pas på"))
        paper = partial(show_paper, page, page.desk, f"ansoegning_hjaelp_{guide.benefit}")
        self.helper = button(
            _("Lav hjælp til skemaet"), paper, name=_("Lav hjælp til skemaet: {title}").format(title=guide.title)
        )
        self.add(self.how, self.link, self.time, self.decided, self.papers, self.pitfalls, row(self.helper, None))
        self.pitfalls.show_points(guide.pitfalls)
        for part in (self.link, self.time):
            part.setVisible(bool(part.text()))

    def show_assessment(self, one: Assessment) -> None:
        """The rule's own words go before the general ones."""
        self.how.setText(one.how_to_apply or self._guide.how_to_apply)
        self.papers.show_papers(one.documents_needed or self._guide.documents)


class Papers(QWidget):
    """The papers to bring; a tick says that one lies on the desk."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.ticks: Rows[str, PaperTick] = Rows(self._tick, lines=False)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 8)
        box.setSpacing(4)
        box.addWidget(Words(_("Tag med. Sæt hak ved det, der ligger på bordet"), "section"))
        box.addWidget(self.ticks)

    def show_papers(self, names: Sequence[str]) -> None:
        """Show the papers; hidden where there are none."""
        self.setVisible(bool(names))
        self.ticks.show_items(dict.fromkeys(names))

    def _tick(self, name: str) -> PaperTick:
        made = PaperTick(f"{name[:1].upper()}{name[1:]}")

        def put(record: Record, value: object) -> Record:
            return benefit_answers.with_document(record, name, have=bool(value))

        self._page.place.binder.bind_with(
            f"{_HAVE}#{name}",
            made.tick,
            _("Ligger på bordet: {name}").format(name=name),
            lambda record: benefit_answers.has_document(record, name),
            put,
        )
        return made


class PaperTick(QWidget):
    """A box to tick with a name that wraps; a click on the name ticks, too."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tick = Tick("")
        self.tick.setFixedWidth(_BOX)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        across.addWidget(self.tick, 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(Words(name), 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.tick.tick.click()
