"""The questions of one benefit as fields: what the answer waits for first, what is answered below a fold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.actions.overview import Overview
from budgetdesk.benefits.assessment import Assessment
from budgetdesk.benefits.guide import Guide
from budgetdesk.i18n import _
from budgetdesk.readers.guides import load_questions
from budgetdesk.ui import theme
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.fact_list import FactList
from budgetdesk.ui.pages.ydelser.answer_fields import answer_field
from budgetdesk.ui.pages.ydelser.fold_room import settle_soon
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fold import FoldButton
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, set_shown
from budgetdesk.wording.benefit_questions import Asked, to_ask
from budgetdesk.wording.one_or_several import said_to

_EDGE = 4
"""Room between a question, its field and its help, px."""


class QuestionsCard(Card):
    """Made anew for each benefit: which questions stand open is settled then, so that none moves while one answers."""

    def __init__(self, page: Page, guide: Guide, one: Assessment) -> None:
        super().__init__(_("Det vil vi gerne vide"))
        self._page = page
        asked = to_ask(guide, one, page.record.case, load_questions())
        self._known = {each.path for each in (*asked.open, *asked.answered)}
        self.parts: list[QuestionPart] = []
        self.others = FactList(page, "")
        self._answered = asked.answered
        self._overview: Overview | None = None
        self.more = FoldButton(self._more_text(), self._toggle)
        self.room = QWidget()
        self._room_box = _stack(self.room)
        self.room.hide()
        if not asked.open:
            self.set_heading(said_to(_("Jeres svar"), page.record.case))
        opened = QWidget()
        box = _stack(opened)
        self._put(box, asked.open)
        self.add(opened, self.others, self.more, self.room)
        set_shown(opened, bool(asked.open))
        set_shown(self.more, bool(asked.answered))

    def show_assessment(self, one: Assessment, overview: Overview) -> None:
        """Doubts at their fields, and links to what is missing elsewhere."""
        self._overview = overview
        elsewhere = [path for path in one.missing_facts if path not in self._known]
        self.others.show_facts(elsewhere, overview)
        self._show_doubts()
        set_shown(self, bool(self.parts or elsewhere or self._answered))

    def reveal(self, path: str) -> bool:
        """Unfold what hides the field of a fact; False where it is not asked for here."""
        if any(each.path == path for each in self._answered) and self.room.isHidden():
            self._toggle()
        return path in self._known

    def _show_doubts(self) -> None:
        if self._overview is not None:
            doubts = {doubt.path: doubt.text for doubt in self._overview.doubts}
            for part in self.parts:
                part.show_doubt(doubts.get(part.path, ""))

    def _toggle(self) -> None:
        if self._room_box.count() == 0:
            self._put(self._room_box, self._answered)
        opening = self.room.isHidden()
        self.room.setVisible(opening)
        self.more.show_opened(opening)
        self._show_doubts()
        settle_soon(self.room)

    def _more_text(self) -> str:
        return _("Se og ret det, der er regnet med ({count})").format(count=len(self._answered))

    def _put(self, box: QVBoxLayout, asked: Sequence[Asked]) -> None:
        for each in asked:
            part = QuestionPart(self._page, each)
            self.parts.append(part)
            box.addWidget(part)


class QuestionPart(QWidget):
    """One question, its field with the unit behind it, where to find the answer, and a doubt about it."""

    def __init__(self, page: Page, asked: Asked) -> None:
        super().__init__()
        self.path = asked.path
        self.doubt = Words("", "problem")
        self.doubt.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(_EDGE)
        if asked.page:
            link = LinkButton(asked.question.ask, partial(page.place.go, asked.page, f"case.{asked.path}"))
            box.addLayout(row(link))
        else:
            self._field(page, asked, box)
        if asked.question.help:
            box.addWidget(Words(asked.question.help, "small"))
        box.addWidget(self.doubt)

    def show_doubt(self, text: str) -> None:
        """A sentence about an answer that can hardly be true; "" takes it away."""
        self.doubt.setText(text)
        set_shown(self.doubt, bool(text))

    def _field(self, page: Page, asked: Asked, box: QVBoxLayout) -> None:
        answer = answer_field(page, asked.path, asked.question, asked.name)
        title = Words(asked.name)
        title.setBuddy(answer.editor)
        box.addWidget(title)
        across = QHBoxLayout()
        across.setSpacing(theme.GAP)
        if isinstance(answer.editor, Choice):
            across.addWidget(answer.editor, 1)
        else:
            across.addWidget(answer.editor)
            across.addWidget(Words(answer.unit, "muted", wrap=False))
            across.addStretch(1)
        box.addLayout(across)


def _stack(holder: QWidget) -> QVBoxLayout:
    box = QVBoxLayout(holder)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(theme.INNER)
    return box
