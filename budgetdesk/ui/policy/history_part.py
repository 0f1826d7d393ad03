"""Every policy that has been in use here: when, by whom, what changed; each can be taken back into use."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from budgetdesk import formats
from budgetdesk.actions import policies
from budgetdesk.actions.library import Library, PolicyUse
from budgetdesk.i18n import _
from budgetdesk.ui.widgets.cards import Card, Rows
from budgetdesk.ui.widgets.words import Chip, EmptyState, Points, Words, button, set_shown
from budgetdesk.wording import policy as words


class HistoryPart(QWidget):
    """The newest first, the program's example last. `use` takes a version back into use."""

    def __init__(self, use: Callable[[str], object]) -> None:
        super().__init__()
        self._use = use
        self.rows: Rows[int, _Version] = Rows(partial(_Version, use))
        self.none = EmptyState(_("I har ikke gemt jeres egen politik endnu"), _(words.STANDARD))
        self.standard = button(_("Brug programmets eksempel igen"), role="quiet")
        card = Card(
            _("Tidligere politikker"), _("Ingen af dem bliver slettet. En aftale husker den, den er lavet efter.")
        )
        card.add(self.none, self.rows)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(card)
        box.addWidget(self.standard)
        self._shipped = ""
        self.standard.clicked.connect(lambda _checked: self._use(self._shipped))

    def show_library(self, library: Library) -> None:
        """Show what has been in use."""
        uses, self._shipped = library.policy_uses, library.shipped_policy.version
        set_shown(self.none, not uses)
        set_shown(self.standard, library.policy != library.shipped_policy)
        self.rows.show_items(range(len(uses) - 1, -1, -1))
        for number, made in self.rows.rows.items():
            before = uses[number - 1].policy if number else library.shipped_policy
            made.show_use(uses[number], policies.changes(before, uses[number].policy), now=number == len(uses) - 1)


class _Version(QWidget):
    def __init__(self, use: Callable[[str], object], number: int) -> None:
        super().__init__()
        self._version = ""
        self.title, self.by, self.changes, self.now = Words("", "strong"), Words("", "small"), Points(), Chip()
        self.use = button(_("Brug den igen"), lambda: use(self._version))
        left = QVBoxLayout()
        left.setSpacing(3)
        for thing in (self.title, self.by, self.changes):
            left.addWidget(thing)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 10, 0, 10)
        across.addLayout(left, 1)
        across.addWidget(self.now)
        across.addWidget(self.use)

    def show_use(self, use: PolicyUse, changes: tuple[str, ...], *, now: bool) -> None:
        """Show one use of a policy, and what it changed."""
        self._version = use.policy.version
        self.title.setText(_("Politik {version}").format(version=use.policy.version))
        note = f" {use.note}." if use.note else ""
        self.by.setText(
            _("Taget i brug {on} af {by}.{note}").format(on=formats.day(use.on), by=use.by or _("ukendt"), note=note)
        )
        self.changes.show_points(changes)
        self.now.show_word(_("gælder nu"), "accent")
        set_shown(self.now, now)
        set_shown(self.use, not now)
        self.use.setAccessibleName(_("Brug politik {version} igen").format(version=use.policy.version))
