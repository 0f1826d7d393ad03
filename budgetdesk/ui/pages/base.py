"""The base of every page: heading, room, fields that are bound, and how to be told that something changed.

A page is one class in one file under `ui/pages/`, listed in `PAGES`:

    class BudgetPage(Page):
        key, step = "budget", "Budget"
        title = "Budget"
        subtitle = "Skriv beløbet, som det står på regningen."

        def build(self) -> None:
            card = self.card("Bolig")
            card.add(self.field("Areal", "case.tenancy.area_m2", NumberEdit(what="Arealet")))

        def refresh(self, overview: Overview) -> None:
            ...  # show figures; called after every change, and on every keystroke while the page is seen
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import Overview
from budgetdesk.actions.signing import Vault
from budgetdesk.casework.record import Record
from budgetdesk.i18n import translated
from budgetdesk.ui import theme
from budgetdesk.ui.around import CasesAround
from budgetdesk.ui.binding import Binder
from budgetdesk.ui.widgets.cards import Card
from budgetdesk.ui.widgets.editor import Editor
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.words import Tone, Words
from budgetdesk.wording.tenant_screen import Screen, of_page

NARROW = 820
"""Below this width (px) a page keeps smaller margins."""


@dataclass(frozen=True, kw_only=True)
class Place:
    """What a page may use of the window around it."""

    desk: Desk
    binder: Binder
    go: Callable[[str, str], None]
    """go(page key, path): show a page and put the focus in the field of a fact ("" for the page alone)."""
    vault: Vault | None = None
    """The signed papers of the case; None where the case lies in no store (a test)."""
    around: CasesAround | None = None
    """The other cases of the store; None where the case lies in none (a test)."""
    look_again: Callable[[], object] = lambda: None
    """Ask every page anew how its step looks: something was kept that is no fact."""
    tell_tenant: Callable[[Screen | None], object] = lambda _screen: None
    """Show a question on the tenant's side of the desk; None: the page's own picture again."""


@dataclass(frozen=True)
class StepState:
    """How a step looks in the list to the left: done or not, and a word beside it."""

    done: bool = False
    badge: str = ""


@dataclass(frozen=True)
class Command:
    """Something a page can do from anywhere: it stands in the menu and in Ctrl+K, and shows the page first."""

    text: str
    act: str
    """The name of the page's method."""
    keys: str = ""


class Page(QScrollArea):
    """One step of the conversation."""

    key: ClassVar[str] = ""
    """As in `Missing.page`."""
    step: ClassVar[str] = ""
    """The word in the list of steps."""
    title: ClassVar[str] = ""
    subtitle: ClassVar[str] = ""
    commands: ClassVar[tuple[Command, ...]] = ()
    """What it can do from anywhere; they stand in a menu with the word of the step."""
    tells_doubts: ClassVar[bool] = False
    """Whether what can hardly be true stands as a sentence at its field; some pages have their own way."""
    widest: ClassVar[int] = 1400
    """Lines longer than this are hard to follow with the eye (px)."""

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        """`parent`: where the page will stand. One that moves there when it is made is dressed and laid out twice."""
        super().__init__(parent)
        self.place = place
        self._doubts: dict[str, str] = {}
        self.setObjectName("page")
        self.setAccessibleName(translated(self.step))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.heading = Words(self.title, "title")
        self.quiet = Words(self.subtitle, "subtitle")
        self.box = self._lay_out()
        self.quiet.setVisible(bool(self.subtitle))
        self.build()
        self.box.addStretch(1)
        self._body.hide()  # until it is filled: rows that are made in sight are laid out one by one

    # for the page to write

    def build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def reveal(self, path: str) -> None:
        """Unfold what hides the field of a fact; asked before the window goes there."""

    def refresh(self, overview: Overview) -> None:
        """Show what follows from the facts. Must be quick (below 10 ms): it runs on every keystroke."""

    def foresee(self, record: Record) -> Callable[[], object]:
        """In any thread, so without touching a widget: find out what takes long to say of a record that is coming.
        What is handed back is called in the window's thread just before the page follows."""
        del record
        return lambda: None

    @classmethod
    def state(cls, record: Record, overview: Overview) -> StepState:
        """How the step looks in the list; asked also before the page is built."""
        return StepState(done=not any(m.page == cls.key for m in overview.missing))

    @classmethod
    def mark(cls, place: Place, record: Record, overview: Overview) -> StepState:
        """As `state`, for a page whose step also depends on what lies in the case."""
        return cls.state(record, overview)

    def for_tenant(self, overview: Overview) -> Screen:
        """What the tenant's side of the desk shows while the page is seen."""
        accepted = self.record.case.arrears.landlord_accepted is not None
        return of_page(self.key, overview.month, overview.plan, accepted=accepted)

    def doubts(self, overview: Overview) -> dict[str, str]:
        """The path of a fact that can hardly be true, and the sentence for its field."""
        return {f"case.{doubt.path}": doubt.text for doubt in overview.doubts}

    def say_doubts(self) -> None:
        """Put the sentences at the fields there are now; more may have been unfolded since."""
        for path, editor in self.place.binder.editors(self):
            editor.say_doubt(self._doubts.get(path, ""))

    def follow(self, overview: Overview) -> None:
        """Show an overview: the one way in for the window, and for a page that has itself turned to another part."""
        self.refresh(overview)
        if self.tells_doubts:
            self._doubts = self.doubts(overview)
            self.say_doubts()
        if self._body.isHidden():
            self._body.show()

    # for the page to use

    @property
    def desk(self) -> Desk:
        return self.place.desk

    @property
    def record(self) -> Record:
        return self.place.desk.record

    def change(self, label: str, record: Record) -> None:
        """Save a new record as one step of undo; first whatever is being typed."""
        self.place.binder.flush()
        self.place.desk.change(label, record)

    def set_title(self, title: str, subtitle: str = "") -> None:
        self.heading.setText(title)
        self.quiet.setText(subtitle)
        self.quiet.setVisible(bool(subtitle))

    def add(self, *things: QWidget | QLayout) -> None:
        """Put cards and rows of cards under each other."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.box.addWidget(thing)
            else:
                self.box.addLayout(thing)

    def card(self, heading: str = "", quiet: str = "", tone: Tone = "") -> Card:
        """A new card at the end of the page."""
        made = Card(heading, quiet, tone)
        self.add(made)
        return made

    def field(self, label: str, path: str, editor: Editor, help_text: str = "") -> Labelled:
        """A bound field with its label above. The label also names the step in undo and in the command palette."""
        made = Labelled(label, editor, help_text)
        self.place.binder.bind(path, editor, label)
        return made

    def bind(self, path: str, editor: Editor, label: str) -> Editor:
        """A bound field without a label above, for rows of a table; `label` is what a screen reader says."""
        return self.place.binder.bind(path, editor, label)

    def sizeHint(self) -> QSize:
        """The page takes what room there is. Qt would lay out all that stands on it, before it is filled, to find out
        how much it would like."""
        return QSize(640, 480)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Less room around the page where there is little in it."""
        super().resizeEvent(event)
        side = theme.INNER if self.width() < NARROW else theme.OUTER
        self._across.setContentsMargins(side, 24, side, theme.OUTER)

    def _lay_out(self) -> QVBoxLayout:
        body = self._body = QWidget()
        body.setObjectName("page_body")
        across = QHBoxLayout(body)
        self._across = across
        across.setContentsMargins(theme.OUTER, 24, theme.OUTER, theme.OUTER)
        column = QWidget()
        column.setMaximumWidth(self.widest)
        across.setSpacing(0)
        across.addWidget(column, 1)
        across.addStretch(0)
        box = QVBoxLayout(column)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.BETWEEN)
        top = QVBoxLayout()
        top.setSpacing(3)
        top.addWidget(self.heading)
        top.addWidget(self.quiet)
        box.addLayout(top)
        self.setWidget(body)
        return box
