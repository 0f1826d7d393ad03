"""The walk through the kinds of debt: one question at a time, large and calm, one key for each answer.

Keys: J yes, N no, S not now; Enter presses what is in focus, Backspace goes back, Ctrl+Z takes the last answer back.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QVBoxLayout
from shiboken6 import isValid

from budgetdesk.actions import debts
from budgetdesk.actions.debts import Question
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ui import enter, theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import Card, row
from budgetdesk.ui.widgets.words import Points, Words, button, set_shown
from budgetdesk.wording import tenant_screen

_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)
_ANSWERS = {"J": True, "N": False, "1": True, "2": False}
_KEYS = N_("J er ja, N er nej, S er ikke nu. Backspace går tilbage, Ctrl+Z fortryder.")
_SAID = {True: N_("I har svaret ja."), False: N_("I har svaret nej."), None: ""}
DONE = N_("I er igennem")


class DebtWalk(OrderedDialog):
    """Begins at the first kind nobody has answered about."""

    def __init__(self, page: Page) -> None:
        super().__init__(page.window())
        self.setWindowTitle(_("Spørg om al gæld"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        self._page = page
        self._at = self._first()
        self._lay_out()
        self.finished.connect(self._tell_the_tenants_side)
        self._show()

    def _tell_the_tenants_side(self) -> None:
        if isValid(self._page):  # the case may be closed under a talk that is still open
            self._page.place.tell_tenant(None)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every kind, as answered now."""
        return debts.questions(self._page.record)

    @property
    def question(self) -> Question | None:
        """What is asked now; None when all has been."""
        asked = self.questions
        return asked[self._at] if self._at < len(asked) else None

    def answer(self, said: bool) -> None:
        """Yes or no, kept at once; then the next question."""
        asked = self.question
        if asked is None:
            return
        change = debts.answer(self._page.record, asked.guide.kind, said)
        self._page.change(change.label, change.record)
        self.go_on()

    def go_on(self) -> None:
        """The next question; after the last one: what was found. From there: close."""
        if self.question is None:
            self.accept()
            return
        self._at += 1
        self._show()

    def go_back(self) -> None:
        """The question before."""
        self._at = max(0, self._at - 1)
        self._show()

    def take_back(self) -> None:
        """Undo the last answer, and ask again."""
        if self._page.desk.undo() is not None:
            self.go_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key for each answer."""
        key = event.text().upper()
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif event.key() in _BACK:
            self.go_back()
        elif enter.pressed(event):
            return
        elif key in _ANSWERS and self.question is not None:
            self.answer(_ANSWERS[key])
        elif key in ("S", "3") or event.key() == Qt.Key.Key_PageDown:
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _first(self) -> int:
        """Where to begin; from the start where all have been answered."""
        return next((at for at, one in enumerate(self.questions) if one.answer is None), 0)

    def _show(self) -> None:
        asked = self.question
        for each in (self.yes, self.no, self.later):
            set_shown(each, asked is not None)
        set_shown(self.close_button, asked is None)
        set_shown(self.back, self._at > 0)
        if asked is None:
            self._show_end()
            return
        self.count.setText(_("{at} af {count}").format(at=self._at + 1, count=len(self.questions)))
        self.text.say(asked.guide.question)
        self.said.setText(translated(_SAID)[asked.answer])
        self.found.show_points(())
        self.later.setFocus()
        self._page.place.tell_tenant(tenant_screen.plain(asked.guide.question))

    def _show_end(self) -> None:
        found = [one.guide.title for one in self.questions if one.answer]
        open_yet = debts.unanswered(self._page.record)
        self.count.setText(_(DONE))
        self.text.say(_("Skriv nu, hvem der skyldes til, og hvor meget.") if found else _("Der er ingen anden gæld."))
        self.said.setText(_("{open_yet} er ikke besvaret endnu.").format(open_yet=open_yet) if open_yet else "")
        self.found.show_points(found)
        self.close_button.setFocus()
        self._page.place.tell_tenant(None)

    def _lay_out(self) -> None:
        self.count, self.text = Words("", "muted"), Announced("title")
        self.said, self.found = Words("", "muted"), Points()
        self.yes = button(_("Ja"), partial(self.answer, True))
        self.no = button(_("Nej"), partial(self.answer, False))
        self.later = button(_("Ikke nu"), self.go_on, role="quiet")
        self.back = button(_("Forrige"), self.go_back)
        self.close_button = button(_("Luk"), self.accept, role="primary")
        card = Card()
        card.box.setSpacing(theme.INNER)
        card.add(self.count, self.text, self.said, self.found, row(self.yes, self.no, self.later))
        card.box.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(24, 20, 24, 18)
        box.setSpacing(theme.INNER)
        box.addWidget(Words(_("Mange nævner kun den gæld, der trykker. Derfor spørger vi om det hele."), "muted"))
        box.addWidget(card, 1)
        box.addWidget(Words(_(_KEYS), "small"))
        box.addLayout(row(None, self.back, self.close_button))
