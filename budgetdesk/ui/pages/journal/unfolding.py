"""A line of a list in the record: what it says, its buttons, and its fields, which are made when "Ret" opens them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk.i18n import _
from budgetdesk.ui.pages.base import Page
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Words, button, set_shown


class Line(QWidget):
    """A line (a strong one, if not said otherwise), a quiet one, and buttons to the right."""

    def __init__(self, role: str = "strong") -> None:
        super().__init__()
        self.title, self.told = Words("", role), Words("", "small")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.told)
        self.across = QHBoxLayout()
        self.across.setSpacing(8)
        self.across.addLayout(texts, 1)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 8, 0, 8)
        self.box.addLayout(self.across)

    def put(self, *buttons: QWidget) -> None:
        """Buttons or a mark, from the left."""
        for each in buttons:
            self.across.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)


class UnfoldingLine(Line):
    """ "Ret" opens the fields and closes them; what is being typed is saved before they close."""

    def __init__(self, page: Page, fact: str, role: str = "strong") -> None:
        super().__init__(role)
        self._page, self._fact = page, fact
        self.edit = button(_("Ret"), self._turn, role="quiet")
        self.fields: QWidget | None = None

    def open(self) -> None:
        """Unfold the fields."""
        if self.fields is None:
            self.fields = self.make_fields()
            self.box.addWidget(self.fields)
        set_shown(self.fields, True)
        self.edit.setText(_("Luk"))

    def make_fields(self) -> QWidget:
        """The fields, made once."""
        raise NotImplementedError

    def field(self, label: str, name: str, editor: Editor) -> Labelled:
        """A field of the fact that the line is about."""
        made = Labelled(label, editor)
        self._page.place.binder.bind(f"{self._fact}.{name}", editor, label)
        return made

    def _turn(self) -> None:
        if self.fields is not None and not self.fields.isHidden():
            self._page.place.binder.flush()
            set_shown(self.fields, False)
            self.edit.setText(_("Ret"))
            return
        self.open()
