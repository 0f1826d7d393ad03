"""What is still missing, below the steps: each a link to its field."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from budgetdesk.casework.missing import Missing
from budgetdesk.i18n import N_, _
from budgetdesk.ui import phrases
from budgetdesk.ui.widgets.links import LinkButton
from budgetdesk.ui.widgets.words import Words, hairline, set_look

_SIDE = 12


class MissingButton(QPushButton):
    """The same list as a menu, where there is no room for it."""

    def __init__(self, go: Callable[[str, str], None]) -> None:
        super().__init__()
        self._go = go
        self.setProperty("role", "chip")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))
        self.hide()

    def show_missing(self, missing: Sequence[Missing]) -> None:
        self.setText(str(len(missing)) if missing else "✓")
        set_look(self, tone="amber" if missing else "accent")
        said = phrases.count(len(missing), N_("oplysning mangler"), N_("oplysninger mangler"))
        self.setAccessibleName(said)
        self.setToolTip(_("Mangler endnu: {said}").format(said=said))
        self.menu().clear()
        for each in missing:
            self.menu().addAction(each.text, partial(self._go, each.page, each.path))


class MissingList(QWidget):
    """The list; the most important first, the rest by scrolling."""

    def __init__(self, go: Callable[[str, str], None]) -> None:
        super().__init__()
        self._go = go
        self._shown: tuple[Missing, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._heading = Words(_("Mangler endnu"), "small", wrap=False)
        self._body = QWidget()
        self._body.setObjectName("missing_body")
        self._links = QVBoxLayout(self._body)
        self._links.setContentsMargins(0, 0, 6, 0)
        self._links.setSpacing(1)
        scroll = QScrollArea()
        scroll.setObjectName("missing")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._body)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(7)
        box.addWidget(hairline())
        inner = QVBoxLayout()
        inner.setContentsMargins(_SIDE, 2, 0, 0)
        inner.setSpacing(5)
        inner.addWidget(self._heading)
        inner.addWidget(scroll, 1)
        box.addLayout(inner, 1)

    def sizeHint(self) -> QSize:
        """As high as the list, so that a short one stands at the foot."""
        width = max(self.width() - 2 * _SIDE - 18, 120)
        links = sum(link.heightForWidth(width) + 1 for link in self.links() if not link.isHidden())
        return QSize(super().sizeHint().width(), self._heading.sizeHint().height() + links + 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), min(self.sizeHint().height(), 110))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def links(self) -> list[LinkButton]:
        return self._body.findChildren(LinkButton)

    def show_missing(self, missing: Sequence[Missing]) -> None:
        """Links for what is missing; rebuilt only when the list has changed, so that the focus stays."""
        wanted = tuple(sorted(missing, key=lambda m: not m.blocking))
        self._heading.setText(
            _("Mangler endnu ({count})").format(count=len(wanted)) if wanted else _("Der mangler ikke noget")
        )
        if wanted == self._shown and self._links.count():
            return
        self._shown = wanted
        while item := self._links.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in wanted:
            link = LinkButton(each.text, partial(self._go, each.page, each.path), small=True)
            link.setAccessibleName(_("Mangler: {text}").format(text=each.text))
            self._links.addWidget(link)
        self._links.addStretch(1)
        self.updateGeometry()
        self.setAccessibleName(phrases.count(len(wanted), N_("oplysning mangler"), N_("oplysninger mangler")))
