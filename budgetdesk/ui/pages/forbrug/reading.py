"""A pile of pictures is read: file by file, with what became of each, and a stop at any time.

Nothing is written while it reads. What was read is then taken in as one step, with the case held still meanwhile; files
that could not be read stand with one sentence each until the user has seen them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QProgressBar, QVBoxLayout, QWidget

from budgetdesk.actions.receipt_pile import File, Pile, read_pile
from budgetdesk.errors import ReceiptError
from budgetdesk.i18n import N_, _
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.ocr.pool import PoolAnswer
from budgetdesk.ui import background, phrases, theme
from budgetdesk.ui.keyed_dialog import OrderedDialog
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.picture import to_keep
from budgetdesk.ui.widgets.words import Words, button, set_shown

Reads = Callable[..., Pile]


class ReadingDialog(OrderedDialog):
    """`done(pile)` is called once, with what was read; not when the user has closed it."""

    def __init__(
        self,
        files: Sequence[File],
        today: date,
        done: Callable[[Pile], object],
        parent: QWidget,
        *,
        reads: Reads = read_pile,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Læser kvitteringer"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 440)
        self._files = list(files)
        self._done = done
        self._pile: Pile | None = None
        self._stop = threading.Event()
        self._lay_out()
        told = partial(background.tell, self)
        work = partial(
            reads,
            self._files,
            today=today,
            told=lambda answer: told(partial(self._told, answer)),
            stop=self._stop,
        )
        background.run(self, work, self._was_read, self._failed)
        self.finished.connect(lambda _result: self._stop.set())

    def stop(self) -> None:
        """Read no more; what was read so far may still be taken in."""
        self._stop.set()
        self.stop_button.setEnabled(False)
        self.said.setText(_("Stopper ..."))

    def go_on(self) -> None:
        """Take in what was read."""
        pile = self._pile
        self.accept()
        if pile is not None and (pile.read or pile.by_hand):
            self._done(pile)

    def type_them(self) -> None:
        """Take in what was read, and type the others beside their pictures."""
        self.type_button.setEnabled(False)
        background.run(self, partial(_showable, self._not_read()), self._will_be_typed)

    def _will_be_typed(self, pictures: tuple[File, ...]) -> None:
        if self._pile is not None:
            self._pile = replace(self._pile, by_hand=pictures)
        self.go_on()

    def _not_read(self) -> list[File]:
        answers = self._pile.answers if self._pile is not None else ()
        return [self._files[answer.number] for answer in answers if answer.read is None]

    def _told(self, answer: PoolAnswer) -> None:
        self.bar.setValue(answer.done)
        self.said.setText(_("{done} af {of} er læst.").format(done=answer.done, of=answer.of))
        item = self.list.item(answer.number)
        item.setText(f"{answer.name}\n{_what(answer)}")
        self.list.scrollToItem(item)

    def _was_read(self, pile: Pile) -> None:
        self._pile = pile
        whole = len(pile.answers) == len(self._files)
        if whole and not pile.problems:
            self.go_on()
            return
        self._show_end(pile, whole=whole)

    def _show_end(self, pile: Pile, *, whole: bool) -> None:
        number = len(pile.read)
        read = phrases.count(number, N_("kvittering er læst"), N_("kvitteringer er læst"))
        left = phrases.count(len(pile.problems), N_("fil kunne ikke læses"), N_("filer kunne ikke læses"))
        stopped = "" if whole else _("Stoppet. ")
        self.said.setText(f"{stopped}{read}.{f' {left}.' if pile.problems else ''}")
        known = {answer.number for answer in pile.answers}
        for place in range(len(self._files)):
            if place not in known:
                self.list.item(place).setText(_("{files}\nikke læst").format(files=self._files[place][0]))
        set_shown(self.bar, False)
        set_shown(self.stop_button, False)
        set_shown(self.go_button, bool(number))
        self.go_button.setText(_("Tag den med") if number == 1 else _("Tag de {number} med").format(number=number))
        self.go_button.setAccessibleName(self.go_button.text())
        self.close_button.setText(_("Luk"))
        (self.go_button if number else self.close_button).setFocus()
        background.run(self, partial(_showable, self._not_read()), self._offer_typing)

    def _offer_typing(self, pictures: tuple[File, ...]) -> None:
        """Where a picture can be seen, somebody can type from it."""
        number = len(pictures)
        set_shown(self.type_button, bool(number))
        words = (
            _("Skriv den af efter billedet")
            if number == 1
            else _("Skriv {number} af efter billedet").format(number=number)
        )
        self.type_button.setText(words)
        self.type_button.setAccessibleName(words)
        if number and self.go_button.isHidden():
            self.type_button.setFocus()

    def _failed(self, error: Exception) -> None:
        self.reject()
        show_error(self.parent(), error)

    def _lay_out(self) -> None:
        self.said = Words(_("Gør klar til at læse ..."), "strong")
        self.bar = QProgressBar()
        self.bar.setRange(0, len(self._files))
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Så mange kvitteringer er læst"))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("Filerne"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for name, _rest in self._files:
            self.list.addItem(QListWidgetItem(f"{name}\nventer"))
        self.stop_button = button(_("Stop"), self.stop)
        self.close_button = button(_("Fortryd"), self.reject)
        self.go_button = button(_("Tag dem med"), self.go_on, role="primary")
        self.go_button.setDefault(True)
        self.go_button.hide()
        self.type_button = button("", self.type_them)
        self.type_button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(20, 18, 20, theme.INNER)
        box.setSpacing(10)
        box.addWidget(self.said)
        box.addWidget(self.bar)
        box.addWidget(self.list, 1)
        box.addWidget(Words(_("Kun denne computer læser billederne. De bliver ikke sendt nogen steder hen."), "small"))
        box.addLayout(row(None, self.close_button, self.stop_button, self.type_button, self.go_button))


def _showable(files: Sequence[File]) -> tuple[File, ...]:
    """The files that are pictures a window can show, as they are kept; in a thread."""
    found = []
    for name, data in files:
        try:
            shown = look_at(data).kind != "pdf"
        except ReceiptError:
            shown = False  # refused before it was opened: a bomb, or no picture at all
        kept = to_keep(data) if shown else b""
        if kept:
            found.append((name, kept))
    return tuple(found)


def _what(answer: PoolAnswer) -> str:
    if answer.read is None:
        return answer.problem
    receipt = answer.read.receipt
    total = "" if receipt.total is None else f", {phrases.kroner_and_oere(receipt.total)}"
    word = _("stemmer") if receipt.sure else _("skal ses efter")
    shop = receipt.shop or _("Ukendt butik")
    return f"{shop}{total}: {word}"
