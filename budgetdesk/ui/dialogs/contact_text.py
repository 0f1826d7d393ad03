"""A letter, a postcard or a short text to the tenant: chosen, changed, held against what others may read, sent."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from budgetdesk.actions import contact_texts as texts
from budgetdesk.actions.desk import Desk
from budgetdesk.casework.contact_texts import OPEN, FilledText
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.household.words import ContactKind
from budgetdesk.i18n import _, retold
from budgetdesk.ui import background, theme
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.papers import show_pdf
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import ListChoice
from budgetdesk.ui.widgets.fields import LineEdit, TextEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import InlineError, Words, button, set_shown
from budgetdesk.wording import contact_texts as words

DRAFT = "contact_text."
"""Before the key of a text: what was typed in it, kept as a draft of the case."""

WIDTH, HEIGHT = 720, 640
LINES, FEW_LINES, ROOMY = 13, 6, 700
"""Lines of the text at once, and fewer in a window that is lower than `ROOMY` px."""


class Asking(Protocol):
    """What is needed of the page that opens the window."""

    @property
    def desk(self) -> Desk: ...
    @property
    def record(self) -> Record: ...
    def change(self, label: str, record: Record) -> None: ...
    def window(self) -> QWidget: ...


def open_contact_text(page: Asking, kind: ContactKind | None = None, key: str = "") -> ContactTextDialog:
    """Open the window with the texts of a kind first, or on the text with this key."""
    dialog = ContactTextDialog(page, kind)
    if key:
        dialog.choose(key)
    dialog.open()
    return dialog


class ContactTextDialog(KeyedDialog):
    """One text at a time; what is typed stays with the case until it is sent."""

    def __init__(self, page: Asking, kind: ContactKind | None) -> None:
        super().__init__(page.window())
        self.setWindowTitle(_("Skriv til lejeren"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = page
        self._filled: FilledText | None = None
        found = texts.offered(kind)
        self.which = ListChoice([(one.key, one.title) for one in found])
        self.purpose = Words("", "muted")
        self.subject, self.area = LineEdit(), TextEdit(lines=LINES if page.window().height() > ROOMY else FEW_LINES)
        self.subject_row, self.area_row = Labelled(_("Overskrift"), self.subject), Labelled(_("Teksten"), self.area)
        self.problem, self.gaps, self.readable = InlineError(), Words("", "small"), Words("", "small")
        self.said = Announced("small")
        self.show_paper = button(_("Vis papiret …"), self._show_paper, role="primary")
        self.copy = button(_("Kopiér teksten"), self._copy, role="primary")
        self.note = button(_("Notér som sendt i dag"), self._note)
        self.fresh = button(
            _("Hent teksten igen"), self._fresh, role="quiet", name=_("Smid rettelserne væk, og hent teksten igen")
        )
        self.which.edited.connect(self._choose)
        for field in (self.subject, self.area):
            field.edited.connect(self._typed)
        self._lay_out()
        self.which.show_value(found[0].key)
        self._choose()

    @property
    def kind(self) -> ContactKind:
        """How the chosen text goes."""
        return self._filled.of.kind if self._filled is not None else ContactKind.LETTER

    def choose(self, key: str) -> None:
        """Show the text with this key."""
        self.which.show_value(key)
        self._choose()

    def _choose(self) -> None:
        key = self.which.value()
        self._filled = texts.filled(key, self._page.record, self._page.desk.overview)
        kept = self._page.desk.drafts.get(f"{DRAFT}{key}")
        subject, _rest, text = (
            kept.partition("\n") if kept is not None else (self._filled.subject, "", self._filled.text)
        )
        self.subject.show_value(subject)
        self.area.show_value(text)
        self.purpose.setText(retold(self._filled.of.purpose))
        printed = self.kind in texts.PRINTED
        set_shown(self.subject_row, bool(self._filled.of.subject))
        set_shown(self.show_paper, printed)
        set_shown(self.copy, not printed)
        self.said.say("")
        self._check()

    def _typed(self) -> None:
        if self._filled is not None:
            self._page.desk.set_draft(f"{DRAFT}{self._filled.of.key}", f"{self.subject.value()}\n{self.area.text()}")
        self._check()

    def _check(self) -> None:
        """What must not stand there, what is missing, and how it reads. The way out is closed until it may leave."""
        text, subject = self.area.text(), self.subject.value()
        found = texts.told(text, subject, self.kind)
        self.problem.say(words.refused(found, is_open=self.kind in OPEN) if found else "")
        gaps = self._filled.gaps if self._filled is not None and "____" in text else ()
        said = words.missing(gaps)
        self.gaps.setText(said)
        set_shown(self.gaps, bool(said))
        self.readable.setText(words.readable(text, is_sms=self.kind is ContactKind.SMS))
        for each in (self.show_paper, self.copy, self.note):
            each.setEnabled(not found)

    def _fresh(self) -> None:
        if self._filled is not None:
            self._page.desk.clear_draft(f"{DRAFT}{self._filled.of.key}")
            self._choose()

    def _copy(self) -> None:
        try:
            texts.must_not_tell(self.area.text(), self.subject.value(), self.kind)
        except BudgetDeskError as error:
            self.problem.say(str(error))
            return
        QGuiApplication.clipboard().setText(self.area.text())
        self.said.say(_("Kopieret. Sæt den ind i din telefon eller mail."))

    def _show_paper(self) -> None:
        if self._filled is None:
            return
        made = partial(texts.paper, self._filled, self.subject.value(), self.area.text(), self._page.desk.overview)
        name = f"{self._filled.of.key}-{self._page.desk.today}.pdf"
        title = self._filled.of.title
        background.run(self, made, lambda pdf: show_pdf(self, title, pdf, file_name=name), self._failed)

    def _note(self) -> None:
        page, filled = self._page, self._filled
        if filled is None:
            return
        page.change(_("Notér kontakt"), texts.sent(page.record, filled, page.desk.today))
        page.desk.clear_draft(f"{DRAFT}{filled.of.key}")
        self.accept()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, BudgetDeskError):
            raise error
        self.problem.say(str(error))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 24, 28, 20)
        box.setSpacing(theme.GAP)
        box.addWidget(Words(_("Skriv til lejeren"), "title"))
        box.addWidget(Labelled(_("Hvad"), self.which))
        for part in (self.purpose, self.subject_row, self.area_row, self.problem, self.gaps, self.readable, self.said):
            box.addWidget(part)
        box.addLayout(row(self.show_paper, self.copy, self.note, self.fresh, None, button(_("Luk"), self.reject)))
        room = (self.parentWidget() or self).size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
