"""The conversation: one thing at a time, in large quiet figures; two voices answer by keys.

Keys: 1-4 the tenant, 5-6 both at once, 7-9 the adviser, Enter goes on, Backspace goes back. The next thing comes by
itself where all has been said: what both say, and the number of a line where it is asked what money went to. K shows
the receipts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from budgetdesk import formats
from budgetdesk.actions import talk
from budgetdesk.actions.pictured import Pictured, pictured
from budgetdesk.actions.receipt_pile import Pictures
from budgetdesk.actions.spending import Change
from budgetdesk.actions.talk import Topic
from budgetdesk.dates import Month
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _
from budgetdesk.ui import enter, phrases, theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.pages.forbrug.pictures import PicturesDialog
from budgetdesk.ui.pages.forbrug.rows import places
from budgetdesk.ui.pages.forbrug.split import SplitDialog
from budgetdesk.ui.pages.forbrug.talk_answers import Bills, Lines, Voices
from budgetdesk.ui.pages.forbrug.voices import said_by_adviser, said_by_tenant
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.fitting import resize_within
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.search_list import SearchList
from budgetdesk.ui.widgets.words import Words, button, set_shown
from budgetdesk.wording import spending as wording
from budgetdesk.wording import tenant_screen
from budgetdesk.wording.tenant_screen import Screen

_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)
_KEYS = N_("Tallene svarer. Enter går videre, Backspace går tilbage.")
_ON = (Qt.Key.Key_PageDown,)


class TalkDialog(OrderedDialog):
    """Goes through the topics of a month. `do` saves a change as one step; `into_budget` is what comes after;
    `pictures` are those of the receipts."""

    def __init__(
        self,
        page: Page,
        month: Month,
        do: Callable[[Change], object],
        into_budget: Callable[[], object],
        pictures: Pictures,
    ) -> None:
        super().__init__(page)
        self.setWindowTitle(_("Tal om pengene"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        resize_within(self, 760, 560)
        self._page, self._month, self._do, self._into_budget = page, month, do, into_budget
        self.topics = list(talk.topics(page.record, month, page.desk.library))
        self._pictures = pictures
        self._at = 0
        self._lay_out()
        self.finished.connect(lambda _result: page.place.tell_tenant(None))
        self._show()

    # where we are

    @property
    def topic(self) -> Topic | None:
        """What is talked about now; None when all has been."""
        return self.topics[self._at] if self._at < len(self.topics) else None

    def go_on(self) -> None:
        """The next thing; after the last one: what was reached. From there: into the budget."""
        if self.topic is None:
            self.accept()
            self._into_budget()
            return
        self._at += 1
        self._show()

    def go_back(self) -> None:
        """The thing before."""
        self._at = max(0, self._at - 1)
        self._show()

    # answers

    def tenant(self, answer: object) -> None:
        """The tenant's word about the line."""
        self._said(partial(said_by_tenant, answer=answer))

    def adviser(self, answer: Need | None) -> None:
        """The adviser's word about the line; nothing is said beside what the tenant has locked."""
        topic = self.topic
        if topic is not None and topic.line is not None and not topic.line.locked:
            self._said(partial(said_by_adviser, answer=answer))

    def both(self, need: Need) -> None:
        """One word of both about the line, or about all the bills; then on."""
        topic = self.topic
        if topic is None or topic.question is not None:
            return
        lines = [line.code for line in (topic.line, *topic.bills) if line is not None]
        self._do(talk.both_say(self._page.record, lines, need))
        self.topics[self._at] = talk.topic_now(self._page.record, self._month, self._page.desk.library, topic)
        self.go_on()

    def one_by_one(self) -> None:
        """Talk about each of the bills."""
        topic = self.topic
        if topic is not None:
            self.topics[self._at : self._at + 1] = talk.one_by_one(topic)
            self._show()

    def place(self, line: str) -> None:
        """The money of the question went to a line."""
        topic = self.topic
        if topic is not None and topic.question is not None:
            self._do(talk.answer(self._page.record, topic.question, line, self._page.desk.library))
            self.go_on()

    def other_line(self) -> SearchList | None:
        """Pick any line by typing."""
        topic = self.topic
        if topic is None or topic.question is None:
            return None
        things = places(self._page.desk.library.chart, money_in=topic.amount < 0)
        made = SearchList(_("Hvad gik pengene til?"), things, self.place, self, hint=_("Fx mad, medicin, el"))
        made.open()
        return made

    def split(self) -> SplitDialog | None:
        """Share one row out on several lines."""
        topic = self.topic
        if topic is None or topic.question is None or not _one_row_out(topic):
            return None
        made = SplitDialog(self._page.desk, topic.question.rows[0], self._split, self)
        made.open()
        return made

    def see_receipts(self) -> PicturesDialog | None:
        """The pictures of the receipts behind what is talked about; then back to it."""
        topic, found = self.topic, self._receipts()
        if topic is None or not found:
            return None
        title = topic.line.title if topic.line is not None else _("Det, vi taler om")
        made = PicturesDialog(title, found, self._pictures, self, partial(self._tell_receipt, title))
        made.finished.connect(lambda _result: self._tell_topic())
        made.open()
        return made

    def later(self) -> None:
        """Nobody knows today."""
        topic = self.topic
        if topic is None or topic.question is None:
            return
        change = talk.keep_for_later(self._page.record, topic.question, self._page.desk.library)
        if change is not None:
            self._do(change)
        self.go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Numbers answer; Enter presses what is in focus."""
        if enter.pressed(event):
            return
        if event.key() in _BACK:
            self.go_back()
        elif event.key() in _ON:
            self.go_on()
        elif not self._answered(event.text().upper()):
            super().keyPressEvent(event)

    def _answered(self, key: str) -> bool:
        topic = self.topic
        if topic is None or not key:
            return False
        if key == "K":
            self.see_receipts()
            return True
        shown = self.answers.currentWidget()
        return isinstance(shown, Voices | Lines | Bills) and shown.press(key)

    def _said(self, say: Callable[..., Change]) -> None:
        topic = self.topic
        if topic is None or topic.line is None:
            return
        self._do(say(self._page.record, topic.line.code))
        self.topics[self._at] = talk.topic_now(self._page.record, self._month, self._page.desk.library, topic)
        self._show()

    def _split(self, change: Change) -> None:
        self._do(change)
        self.go_on()

    # what is seen

    def _show(self) -> None:
        topic = self.topic
        self.back.setVisible(self._at > 0)
        self.next.setText(_("Læg måneden i budgettet ...") if topic is None else _("Næste"))
        set_shown(self.close_button, topic is None)
        self.next.setAccessibleName(self.next.text())
        if topic is None:
            self._show_end()
        else:
            self._show_topic(topic)
        self.next.setFocus()

    def _show_topic(self, topic: Topic) -> None:
        kept = _(", gemt til senere") if topic.kept else ""
        self.count.setText(_("{at} af {count}{kept}").format(at=self._at + 1, count=len(self.topics), kept=kept))
        self.figure.setText(phrases.kroner(abs(topic.amount)))
        self.question.say(wording.topic(topic.question, topic.line))
        self.quiet.setText(_quiet(topic))
        if topic.question is not None:
            self.lines.show_question(topic.question, self._page.desk.library.chart, can_split=_one_row_out(topic))
            self.answers.setCurrentWidget(self.lines)
        elif topic.line is not None:
            self.voices.show_line(topic.line)
            self.answers.setCurrentWidget(self.voices)
        else:
            self.bills.show_bills(topic.bills)
            self.answers.setCurrentWidget(self.bills)
        self.answers.show()
        self._show_way_to_receipts()
        self._tell_topic()

    def _receipts(self) -> tuple[Pictured, ...]:
        topic = self.topic
        if topic is None:
            return ()
        lines = [line.code for line in (topic.line, *topic.bills) if line is not None]
        rows = topic.question.rows if topic.question is not None else ()
        return pictured(self._page.record, self._month, lines=lines, rows=rows)

    def _show_way_to_receipts(self) -> None:
        number = len(self._receipts())
        set_shown(self.see, bool(number))
        self.see.setText(f"K  {wording.see_receipts(number)}")
        self.see.setAccessibleName(wording.see_receipts(number))

    def _tell_topic(self) -> None:
        if self.topic is not None:
            self._page.place.tell_tenant(_for_tenant(self.topic, self._month))

    def _tell_receipt(self, title: str, one: Pictured) -> None:
        self._page.place.tell_tenant(tenant_screen.receipt(title, one.receipt.date, one.items, one.amount))

    def _show_end(self) -> None:
        left = talk.topics(self._page.record, self._month, self._page.desk.library)
        self.count.setText("")
        self.figure.setText(_("I er igennem") if self.topics else _("Alt er talt igennem"))
        self.question.say(wording.talked_through(len(left)))
        self.quiet.setText("")
        set_shown(self.see, False)
        self.answers.hide()
        self._page.place.tell_tenant(None)

    def _lay_out(self) -> None:
        self.count = Words("", "muted")
        self.figure = Words("", "big")
        self.question = Announced("title")
        self.quiet = Words("", "muted")
        self.voices = Voices(self.tenant, self.adviser, self.both)
        self.bills = Bills(partial(self.both, Need.NEED), self.one_by_one)
        self.lines = Lines(self.place, self.other_line, self.split, self.later)
        self.answers = QStackedWidget()
        self.answers.addWidget(self.voices)
        self.answers.addWidget(self.lines)
        self.answers.addWidget(self.bills)
        self.see = LinkButton("", self.see_receipts, small=True)
        self.see.hide()
        self.back = button(_("Forrige"), self.go_back)
        self.next = button(_("Næste"), self.go_on, role="primary")
        self.close_button = button(_("Luk"), self.accept)
        card = Card()
        card.box.setSpacing(theme.GAP)
        card.add(self.count, self.figure, self.question, self.quiet, row(self.see, None), self.answers)
        card.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Pengene i {split}").format(split=formats.month(self._month).split()[0]), "section"))
        box.addWidget(card, 1)
        box.addLayout(row(Words(_(_KEYS), "small", wrap=False), None, self.back, self.close_button, self.next))


def _quiet(topic: Topic) -> str:
    if topic.question is not None:
        return topic.question.name
    if topic.line is None:
        return wording.ordinary_bills(len(topic.bills))
    return wording.purchases(topic.line) + wording.apart(topic.line)


def _for_tenant(topic: Topic, month: Month) -> Screen:
    if topic.bills:
        return tenant_screen.bills(topic.bills, month)
    return tenant_screen.topic(topic.question, topic.line, month)


def _one_row_out(topic: Topic) -> bool:
    return topic.question is not None and len(topic.question.rows) == 1 and topic.amount > 0
