"""One open case: header, steps, pages, footer. Knows where everything stands; computes nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from budgetdesk.actions import notes
from budgetdesk.actions.desk import Desk, LongChange
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, glance, look
from budgetdesk.actions.signing import Vault
from budgetdesk.casework.record import Record
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import _
from budgetdesk.ui import background, tab_order, theme
from budgetdesk.ui.around import CasesAround
from budgetdesk.ui.binding import Binder, full
from budgetdesk.ui.frame.footer import Footer
from budgetdesk.ui.frame.header import Header
from budgetdesk.ui.frame.missing_list import MissingButton, MissingList
from budgetdesk.ui.frame.rates_banner import RatesBanner
from budgetdesk.ui.frame.steps import Steps
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.pages import PAGES
from budgetdesk.ui.pages.base import Page, Place
from budgetdesk.ui.pages.forbrug.apart import MANY_ROWS, Under, do_apart
from budgetdesk.ui.pages.journal.notes import papers_of
from budgetdesk.ui.widgets.words import set_look
from budgetdesk.wording.tenant_screen import Screen

FOUND_MS = 1600
"""How long a field that was jumped to stays marked."""
REFINE_MS = 60
"""How long after a change the slow figures are begun."""
WIDE_SIDE, NARROW_SIDE, COMPACT_BELOW = 232, 72, 1000
SHORT_FOOT_BELOW = 1150


class CaseView(QWidget):
    """The window's middle while a case is open."""

    page_shown = Signal(str)
    """The key of the page that is now seen."""
    tenant_changed = Signal()
    """What the tenant's side of the desk shows may be another (`tenant_screen`)."""

    def __init__(
        self,
        desk: Desk,
        *,
        palette: Callable[[], object],
        vault: Vault | None = None,
        around: CasesAround | None = None,
        day_is_fixed: bool = False,
        tenant_window: Callable[[], object] | None = None,
        page: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`page`: the key of the one to begin with, or else the first; `parent`: where the case will stand."""
        super().__init__(parent)
        self.desk = desk
        self.binder = Binder(desk, self, preview=self._glance)
        self._overview = self._shown = desk.overview
        self._looking = self._long_undone = False
        self._refine = QTimer(self, singleShot=True, interval=REFINE_MS)
        self._refine.timeout.connect(self._look)
        self.place = self._place_of(vault, around)
        notes.arrive(desk, papers_of(self.place))
        self._asked: Screen | None = None
        self.rates_banner = RatesBanner()
        self.header = Header()
        self.steps = Steps(PAGES, self.show_page)
        self.missing = MissingList(self.go)
        self.footer = Footer(undo=self.undo, palette=palette, tenant_window=tenant_window)
        self.side = QFrame()
        self.missing_button = MissingButton(self.go)
        self.stack = QStackedWidget()
        self.stack.setObjectName("pages")
        self.pages: dict[str, Page] = {}
        self._stale: set[str] = set()
        self.current = ""
        self._to_focus: Page | None = None
        self._lay_out()
        self.footer.show_day(desk.today, fixed=day_is_fixed)
        self._stop = desk.listen(self._changed)
        self._begin(page)

    def _begin(self, page: str) -> None:
        """The page to begin with, and what stands around it: all of it follows from the case as it was opened."""
        self.binder.previewed.connect(self._show_overview)
        self.footer.show_rates(self.desk.library, self.desk.today)
        self.show_page(page if page in self.steps.buttons else PAGES[0].key)
        self._show_saved()
        self._show_around(self._overview)

    def _place_of(self, vault: Vault | None, around: CasesAround | None) -> Place:
        """What the pages are given."""
        return Place(
            desk=self.desk,
            binder=self.binder,
            go=self.go,
            vault=vault,
            around=around,
            look_again=self._mark_steps,
            tell_tenant=self._tell_tenant,
        )

    def close_case(self) -> None:
        """Save what is not saved, and let go of the desk."""
        self.binder.close()
        self.desk.close()
        self._stop()

    # going places

    def show_page(self, key: str) -> None:
        """Show a page; what was being typed is saved first."""
        self.binder.flush()
        page = self.page(key)
        self.current = key
        self.stack.setCurrentWidget(page)
        self.steps.show_current(key)
        if key in self._stale:
            self._stale.discard(key)
            page.follow(self._overview)
        # Rows made just now can take the focus only once they are shown.
        self._to_focus = page
        QTimer.singleShot(0, page, partial(self._focus, page))
        self.page_shown.emit(key)
        self._tell_tenant(None)

    def _focus(self, page: Page) -> None:
        """The keyboard goes to the first field, unless `go` has already put it into another."""
        if page is self._to_focus:
            self._to_focus = None
            tab_order.focus_first(page)

    def page(self, key: str) -> Page:
        """The page, made at first use."""
        if key not in self.pages:
            made = next(p for p in PAGES if p.key == key)(self.place, self.stack)
            self.pages[key] = made
            self.stack.addWidget(made)
            self._stale.add(key)
        return self.pages[key]

    def build_all(self) -> None:
        """Make every page: for pictures, and for the command palette, which knows all fields."""
        for page in PAGES:
            self.page(page.key)

    def go(self, key: str, path: str = "") -> None:
        """Show a page and put the focus in the field of the fact at `path`, marked for a moment.

        Where the page has no such field, another page may: the fact is what counts.
        """
        self.show_page(key)
        page = self.pages[key]
        page.reveal(full(path))
        target = self.binder.find(path, page) if path else None
        if target is None and path:
            page, target = self._elsewhere(path, page)
            self.show_page(page.key)
        if target is None:
            return
        self._to_focus = None
        page.ensureWidgetVisible(target, 40, 120)
        target.setFocus()
        focus = target.focusProxy() or target
        set_look(focus, found="yes")
        QTimer.singleShot(FOUND_MS, focus, lambda: set_look(focus, found=""))

    def _elsewhere(self, path: str, otherwise: Page) -> tuple[Page, QWidget | None]:
        self.build_all()
        target = self.binder.find(path)
        page = next((p for p in self.pages.values() if target is not None and p.isAncestorOf(target)), otherwise)
        return page, target

    def next_part(self, *, forward: bool = True) -> None:
        """Put the keyboard in the next part of the window: steps, page, what is missing, foot."""
        ends = [self.missing, self.missing_button, self.footer, self.rates_banner]
        parts: list[QWidget] = [self.steps, self.stack, *ends]
        here = QApplication.focusWidget()
        at = next((i for i, part in enumerate(parts) if here is not None and _holds(part, here)), 0)
        for step in range(1, len(parts)):
            part = parts[(at + (step if forward else -step)) % len(parts)]
            if part.isVisible():
                tab_order.focus_first(part)
                found = QApplication.focusWidget()
                if found is not None and _holds(part, found):
                    return

    # the tenant's side of the desk

    def tenant_screen(self) -> Screen:
        """What it shows now: the question that is asked, else the picture of the page."""
        if self._asked is not None:
            return self._asked
        return self.pages[self.current].for_tenant(self._shown)

    def _tell_tenant(self, screen: Screen | None) -> None:
        self._asked = screen
        self.tenant_changed.emit()

    def take_library(self, library: Library) -> None:
        """Count with other figures of the law from now on: everything is computed anew."""
        self.binder.flush()
        self.desk.take_library(library)
        self.footer.show_rates(library, self.desk.today)
        self.footer.set_compact(self.width() < SHORT_FOOT_BELOW)

    # taking back

    def undo(self) -> None:
        """Take back the last step; text that cannot be read goes first."""
        if self.binder.forget_draft():
            return
        self.binder.flush()
        if len(self.desk.record.spending.transactions) > MANY_ROWS and _of_statement(self.desk.can_undo):
            self._long_undone = True
            self._apart(_("Kontoudtoget bliver taget tilbage."), LongChange.undo)
        else:
            self._try(self.desk.undo)

    def redo(self) -> None:
        self.binder.flush()
        if self._long_undone and _of_statement(self.desk.can_redo):
            self._apart(_("Kontoudtoget bliver lagt ind igen."), LongChange.redo)
        else:
            self._try(self.desk.redo)

    def _apart(self, said: str, step: Callable[[LongChange], None]) -> None:
        """A step with tens of thousands of rows is made in a thread."""

        page = self.pages[self.current]

        def work(under: Under) -> Callable[[], object]:
            under.saving()
            step(under.change)
            return page.foresee(under.change.after)

        do_apart(page, said, work, lambda _turn: None, ready=lambda turn: turn())

    def _try(self, step: Callable[[], object]) -> None:
        try:
            step()
        except BudgetDeskError as error:
            show_error(self, error)

    # following the desk

    def _changed(self) -> None:
        """The quick figures at once; the slow ones (benefits, plan, letters) follow from a thread."""
        self._show_saved()
        self._take(self._glance(self.desk.record))
        self._refine.start()

    def _show_saved(self) -> None:
        self.header.show_record(self.desk.record, self._overview)
        self.footer.show_saved(self.desk.saved_at, self.desk.can_undo)

    def _glance(self, record: Record) -> Overview:
        return glance(self._overview, record, self.desk.today, self.desk.library)

    def _look(self) -> None:
        if self._looking:
            self._refine.start()
            return
        self._looking = True
        record, today, library = self.desk.record, self.desk.today, self.desk.library
        background.run(self, lambda: look(record, today, library), partial(self._looked, record), self._not_looked)

    def _looked(self, record: Record, overview: Overview) -> None:
        self._looking = False
        if record is self.desk.record:
            self.desk.keep_overview(record, overview)
            self._take(overview)

    def _not_looked(self, error: Exception) -> None:
        self._looking = False
        show_error(self, error)

    def _take(self, overview: Overview) -> None:
        self._overview = overview
        self._stale = {key for key in self.pages if key != self.current}
        if self.binder.is_typing():
            self.binder.show_preview()  # what came from the thread knows nothing of what is being typed
        else:
            self._show_overview(overview)

    def _show_overview(self, overview: Overview) -> None:
        self._shown = overview
        self._show_around(overview)
        self.pages[self.current].follow(overview)
        self.tenant_changed.emit()

    def _show_around(self, overview: Overview) -> None:
        """What stands around the pages."""
        self.header.show_overview(self.desk.record, overview)
        self.missing.show_missing(overview.missing)
        self.missing_button.show_missing(overview.missing)
        self._mark_steps()

    def _mark_steps(self) -> None:
        for page in PAGES:
            self.steps.show_state(page.key, page.mark(self.place, self.desk.record, self._shown))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is narrow (150 % on a small screen) the steps are numbers, and what is missing a menu."""
        super().resizeEvent(event)
        compact = self.width() < COMPACT_BELOW
        self.side.setFixedWidth(NARROW_SIDE if compact else WIDE_SIDE)
        self.steps.set_compact(compact)
        self.missing.setVisible(not compact)
        self.missing_button.setVisible(compact)
        self.footer.set_compact(self.width() < SHORT_FOOT_BELOW)

    def _lay_out(self) -> None:
        side = self.side
        side.setObjectName("side")
        side.setFixedWidth(WIDE_SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(12, theme.INNER, 12, 12)
        column.setSpacing(theme.INNER)
        column.addWidget(self.steps)
        column.addStretch(1)
        column.addWidget(self.missing)
        column.addWidget(self.missing_button, 0, Qt.AlignmentFlag.AlignHCenter)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(side)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.rates_banner)
        beside.addWidget(self.stack, 1)
        middle.addLayout(beside, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addLayout(middle, 1)
        whole.addWidget(self.footer)


def _of_statement(label: str | None) -> bool:
    """Whether a step moves all rows of a file."""
    return label is not None and label.startswith("kontoudtog")


def _holds(part: QWidget, widget: QWidget) -> bool:
    return widget is part or part.isAncestorOf(widget)
