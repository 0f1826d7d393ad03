"""Politik: the organisation's own rules for plans and agreements, version by version. Over the window, case or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from budgetdesk import formats
from budgetdesk.actions import policies
from budgetdesk.actions.workspace import Workspace
from budgetdesk.errors import BudgetDeskError
from budgetdesk.i18n import N_, _, translated
from budgetdesk.planning.policy import Policy
from budgetdesk.ui import theme
from budgetdesk.ui.dialogs.base import SmallDialog
from budgetdesk.ui.keyed_dialog import KeyedDialog
from budgetdesk.ui.messages import show_error, show_note
from budgetdesk.ui.policy.history_part import HistoryPart
from budgetdesk.ui.policy.values_part import ValuesPart
from budgetdesk.ui.policy.wordings_part import WordingsPart
from budgetdesk.ui.widgets.announced import Announced
from budgetdesk.ui.widgets.cards import row
from budgetdesk.ui.widgets.choices import Choice
from budgetdesk.ui.widgets.fields import LineEdit
from budgetdesk.ui.widgets.form import Labelled
from budgetdesk.ui.widgets.scrolling import scrolled_part
from budgetdesk.ui.widgets.words import Points, Words, button
from budgetdesk.wording import policy as words

PARTS = (("values", N_("Reglerne")), ("wordings", N_("Ordene i aftalen")), ("history", N_("Tidligere politikker")))
_FILES = N_("Politik (*.toml)")
WIDTH, HEIGHT = 1080, 760
KEPT = N_("Aftaler, der er lavet, bliver ikke ændret. De husker den politik, de er lavet efter.")
NEEDS_NAME = N_("Skriv dit navn først, så andre kan se, hvem der har ændret politikken.")


class PolicyWindow(KeyedDialog):
    """`changed` is told when another policy counts."""

    def __init__(self, parent: QWidget, workspace: Workspace, *, changed: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Politik"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace, self._told = workspace, changed
        self._as_it_was: dict[str, str] = {}
        self.name = LineEdit(_("For- og efternavn"), width=260)
        self.name.edited.connect(lambda: self.name.say_problem(""))
        self.counts = Words("", "muted")
        self.said = Announced("strong", tone="accent")
        self.values = ValuesPart(self._keep)
        self.wordings = WordingsPart(self._keep)
        self.history = HistoryPart(self.go_back)
        self.tabs = Choice(translated(PARTS), role="tab")
        self.tabs.name(_("Del"))
        self.tabs.edited.connect(lambda: self.show_part(self.tabs.value()))
        self.stack = QStackedWidget()
        self.save = button(_("Gem som ny politik …"), self.ask_to_save, role="primary")
        self._lay_out()
        room = parent.window().size()
        self.resize(min(WIDTH, room.width() - 40), min(HEIGHT, room.height() - 40))
        self._show(policies.drafts(workspace))
        self.show_part("values")

    def show_part(self, key: str) -> None:
        """Show one of the three parts."""
        self.tabs.show_value(key)
        self.stack.setCurrentIndex([part for part, _title in PARTS].index(key))
        self.save.setEnabled(key != "history")

    def ask_to_save(self) -> SmallDialog | None:
        """Show what would change, and ask; what does not fit is said at its field."""
        self.said.say("")
        policy = self._typed_policy()
        if policy is None:
            return None
        changes = policies.changes(self._workspace.library.policy, policy)
        if not changes:
            self.said.say(_("Der er ikke ændret noget."))
            return None
        return self._confirm(_("Gem som ny politik?"), changes, lambda: self._saved(policy))

    def go_back(self, version: str) -> SmallDialog | None:
        """Show what an earlier version would change, and ask."""
        policy = policies.policy_of(self._workspace.library, version)
        if policy is None or not self._named():
            return None
        changes = policies.changes(self._workspace.library.policy, policy)
        return self._confirm(
            _("Brug politik {version} igen?").format(version=version), changes, lambda: self._went_back(version)
        )

    def export_file(self) -> None:
        """Write the policy that counts to a file for another organisation."""
        version = self._workspace.library.policy.version
        name, _rest = QFileDialog.getSaveFileName(
            self, _("Gem politikken som fil"), f"politik_{version}.toml", _(_FILES)
        )
        if name:
            self._try(lambda: self._exported(Path(name)))

    def import_file(self) -> None:
        """Read a policy from a file, and show what it would change."""
        if self._named():
            name, _rest = QFileDialog.getOpenFileName(self, _("Hent politik fra fil"), "", _(_FILES))
            if name:
                self._try(lambda: self.show_import(Path(name)))

    def show_import(self, source: Path) -> SmallDialog | None:
        """What a file would change. Raises PolicyError, naming the key."""
        policy = policies.read_file(self._workspace, source)
        changes = policies.changes(self._workspace.library.policy, policy)
        if policy == self._workspace.library.policy:
            show_note(self, _("Det er den samme politik"), _("Filen siger det, der gælder allerede."))
            return None
        return self._confirm(
            _("Brug politik {version}?").format(version=policy.version), changes, lambda: self._imported(source)
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """What is typed is kept until next time."""
        self._keep()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """As `closeEvent`, for Esc and the button."""
        self._keep()
        super().done(result)

    def _typed_policy(self) -> Policy | None:
        if not self._named():
            return None
        values = self.values.values()
        if values is None:
            self.show_part("values")
            return None
        found = policies.draft(self._workspace.library.policy, {**values, "wordings": self.wordings.clauses()})
        self.values.say(found.problems)
        if found.policy is None:
            self.show_part("values")
        return found.policy

    def _named(self) -> bool:
        self.name.say_problem("" if self.name.value() else _(NEEDS_NAME))
        if not self.name.value():
            self.name.setFocus()
        return bool(self.name.value())

    def _confirm(self, title: str, changes: Sequence[str], do: Callable[[], object]) -> SmallDialog:
        def go() -> None:
            dialog.accept()
            self._try(do)

        dialog = SmallDialog(self, title, _("Tag i brug"), go)
        dialog.widen(620)
        listed = Points(_("Det ændrer sig:"))
        listed.show_points(list(changes) or [_("Kun versionen.")])
        dialog.add(listed, Words(_(KEPT)))
        dialog.open()
        return dialog

    def _saved(self, policy: Policy) -> None:
        self._taken(policies.save(self._workspace, policy, by=self.name.value()))

    def _went_back(self, version: str) -> None:
        self._taken(policies.go_back(self._workspace, version, by=self.name.value()))

    def _imported(self, source: Path) -> None:
        self._taken(policies.import_policy(self._workspace, source, by=self.name.value()))

    def _taken(self, policy: Policy) -> None:
        policies.keep_drafts(self._workspace, {})
        self._show({})
        self.said.say(_("Politik {version} gælder fra nu af.").format(version=policy.version))
        self._told()

    def _exported(self, target: Path) -> None:
        policies.export_policy(self._workspace, target)
        show_note(self, _("Filen er gemt"), _("Andre kan hente den i Rediger, Politik."))

    def _show(self, drafts: dict[str, str]) -> None:
        library = self._workspace.library
        self.values.show_policy(library.policy)
        self.wordings.show_words(library.policy.wordings, {})
        self._as_it_was = {**self.values.texts(), **self.wordings.texts()}
        self.values.show_drafts(drafts)
        self.wordings.show_words(library.policy.wordings, drafts)
        self.history.show_library(library)
        last = library.policy_uses[-1] if library.policy_uses else None
        by = _(", taget i brug {on} af {by}").format(on=formats.day(last.on), by=last.by) if last else ""
        standard = policies.is_standard(library)
        told = (
            _(words.STANDARD)
            if standard
            else _("Det er politik {version}{by}, der gælder.").format(version=library.policy.version, by=by)
        )
        self.counts.setText(f"{told} {library.policy_problem}".strip())

    def _keep(self) -> None:
        """What is typed is safe at once; a locked store takes nothing."""
        if self._workspace.locked:
            return
        now = {**self.values.texts(), **self.wordings.texts()}
        changed = {key: text for key, text in now.items() if self._as_it_was.get(key) != text}
        self._try(lambda: policies.keep_drafts(self._workspace, changed))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except BudgetDeskError as error:
            show_error(self, error)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.BETWEEN)
        titles = QVBoxLayout()
        titles.setSpacing(2)
        titles.addWidget(Words(_("Politik"), "title"))
        titles.addWidget(self.counts)
        titles.addStretch(1)
        top.addLayout(titles, 1)
        top.addWidget(Labelled(_("Dit navn"), self.name), 0, Qt.AlignmentFlag.AlignTop)
        box = QVBoxLayout(self)
        box.setContentsMargins(28, 22, 28, 18)
        box.setSpacing(theme.INNER)
        box.addLayout(top)
        box.addWidget(self.tabs)
        for part in (self.values, self.wordings, self.history):
            self.stack.addWidget(scrolled_part(part))
        box.addWidget(self.stack, 1)
        box.addWidget(self.said)
        export = button(_("Gem som fil …"), self.export_file, name=_("Gem politikken som fil"))
        fetch = button(_("Hent fra fil …"), self.import_file, name=_("Hent politik fra fil"))
        box.addLayout(row(self.save, export, fetch, None, button(_("Luk"), self.accept)))
