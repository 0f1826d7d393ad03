"""Ties a field to a fact: follows every keystroke, saves as one goes, and finds the field again by the fact's path.

    binder.bind("case.tenancy.area_m2", NumberEdit(what="Arealet"), "Areal")

While one types, the header follows within 30 ms (`Desk.preview`). What is typed is saved when the field is left, half a
second after the last keystroke, and at the latest 0.9 s after the first one that is not saved: so a crash costs at most
a second. One visit to a field is one step of undo. Text that cannot be read is kept as a draft, with the sentence that
says why, and is there again after a restart.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError, BudgetDeskError
from budgetdesk.household import paths
from budgetdesk.ui.messages import show_error
from budgetdesk.ui.widgets.editor import Editor

PREVIEW_MS, QUIET_MS, LATEST_MS = 30, 500, 900
_LISTS = ("case.", "spending.")

Get = Callable[[Record], Any]
Put = Callable[[Record, Any], Record]


def full(path: str) -> str:
    """The path on Record: facts of the case may be named without `case.`, as in the case file."""
    return path if path.startswith(_LISTS) else f"case.{path}"


@dataclass(eq=False)
class Binding:
    """One field and its fact."""

    path: str
    label: str
    editor: Editor
    get: Get
    put: Put
    dirty: bool = False
    visit: int = 0
    told: bool = field(default=False)
    """Whether the user has left the field with what cannot be read, and the sentence stands under it."""


class Binder(QObject):
    """All bound fields of one open case."""

    previewed = Signal(object)
    """The Overview as it would be with what is being typed."""

    def __init__(
        self, desk: Desk, parent: QObject | None = None, *, preview: Callable[[Record], Overview] | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._look = preview or desk.preview
        self._bindings: list[Binding] = []
        self._anchors: dict[str, QWidget] = {}
        self._also: list[tuple[QWidget, Callable[[], object]]] = []
        self._session = secrets.token_hex(3)
        self._preview = self._timer(PREVIEW_MS, self.show_preview)
        self._quiet = self._timer(QUIET_MS, self.flush)
        self._latest = self._timer(LATEST_MS, self.flush)
        self._stop = desk.listen(self._show_all)

    def close(self) -> None:
        """Save what is not saved, and stop listening."""
        self.flush()
        self._stop()

    # tying

    def bind(self, path: str, editor: Editor, label: str) -> Editor:
        """Tie `editor` to the fact at `path` (see `household.paths`); `label` names the step in undo."""
        whole = full(path)
        return self.bind_with(
            whole, editor, label, lambda r: paths.get(r, whole), lambda r, value: paths.put(r, whole, value)
        )

    def bind_with(self, path: str, editor: Editor, label: str, get: Get, put: Put) -> Editor:
        """As `bind`, for a field that is not one fact alone: `get` and `put` say how."""
        binding = Binding(full(path), label, editor, get, put)
        self._bindings.append(binding)
        if not editor.accessibleName():
            editor.name(label)
        editor.edited.connect(lambda: self._edited(binding))
        editor.left.connect(lambda: self._left(binding))
        self._show(binding)
        return editor

    def anchor(self, path: str, widget: QWidget) -> None:
        """Where to go for a path that has no field of its own, such as an empty list: usually its "add" button."""
        self._anchors[full(path)] = widget

    # finding

    def find(self, path: str, inside: QWidget | None = None) -> QWidget | None:
        """The field for a path (its nearest anchor, or a field of the same part); on the page `inside` if given."""
        wanted = full(path)
        fields = [(b.path, b.editor) for b in self._alive()]
        anchors = [(p, w) for p, w in self._anchors.items() if isValid(w)]
        here = [(p, w) for p, w in [*fields, *anchors] if inside is None or inside.isAncestorOf(w)]
        exact = [w for p, w in here if p == wanted]
        if exact:
            return exact[0]
        related = [(len(p), w) for p, w in here if wanted.startswith((p + ".", p + "[")) or p.startswith(wanted)]
        return max(related, key=lambda pair: pair[0])[1] if related else None

    def fields(self) -> list[tuple[str, str, QWidget]]:
        """(path, label, field) of everything that can be typed: for the command palette."""
        return [(b.path, b.label, b.editor) for b in self._alive()]

    def editors(self, inside: QWidget) -> list[tuple[str, Editor]]:
        """(path, field) of everything that is bound on a page."""
        return [(b.path, b.editor) for b in self._alive() if inside.isAncestorOf(b.editor)]

    # typing

    def flush(self) -> None:
        """Save everything typed that is not saved yet."""
        self._quiet.stop()
        self._latest.stop()
        for binding in self._alive():
            if binding.dirty:
                self._save(binding)
        for owner, keep in self._also:
            if isValid(owner):
                keep()

    def also_keep(self, owner: QWidget, keep: Callable[[], object]) -> None:
        """Call `keep` whenever what is typed is saved, as long as `owner` lives: for what is typed and is no fact."""
        self._also.append((owner, keep))

    def is_typing(self) -> bool:
        """Whether something typed is not saved yet."""
        return any(binding.dirty for binding in self._alive())

    def forget_draft(self) -> bool:
        """If the field in focus holds text that cannot be read, show the saved fact again. True if there was one."""
        focus = QApplication.focusWidget()
        for binding in self._alive():
            if binding.path in self._desk.drafts and focus is not None and binding.editor.isAncestorOf(focus):
                binding.dirty = False
                self._desk.clear_draft(binding.path)
                self._show(binding)
                return True
        return False

    def _edited(self, binding: Binding) -> None:
        binding.dirty = True
        if binding.told:
            self._say(binding)
        self._preview.start()
        self._quiet.start()
        if not self._latest.isActive():
            self._latest.start()

    def _left(self, binding: Binding) -> None:
        binding.told = True
        if binding.dirty:
            self._save(binding)
        else:
            self._show(binding)
        binding.visit += 1

    def _save(self, binding: Binding) -> None:
        binding.dirty = False
        try:
            value = binding.editor.value()
            self._desk.clear_draft(binding.path)
            merge = f"{binding.path}#{self._session}{binding.visit}"
            self._desk.change(binding.label, binding.put(self._desk.record, value), merge=merge)
        except BadInputError:
            self._keep_draft(binding)
        except KeyError:
            return  # the row has been removed meanwhile: there is nothing to save it in
        except BudgetDeskError as error:
            binding.dirty = True
            show_error(binding.editor, error)
            return
        self._show(binding)

    def _keep_draft(self, binding: Binding) -> None:
        try:
            self._desk.set_draft(binding.path, binding.editor.text())
        except BudgetDeskError as error:
            binding.dirty = True
            show_error(binding.editor, error)

    # showing

    def _show_all(self) -> None:
        for binding in self._alive():
            self._show(binding)

    def _show(self, binding: Binding) -> None:
        """Let the field say what is saved; leave alone what is just being typed."""
        if binding.dirty:
            return
        draft = self._desk.drafts.get(binding.path)
        try:
            saved = binding.get(self._desk.record)
        except KeyError:
            return
        if draft is not None:
            binding.told = binding.told or not _has_focus(binding.editor)
            binding.editor.show_text(draft)
        elif not (_has_focus(binding.editor) and _reads(binding.editor, saved)):
            binding.editor.show_value(saved)
        self._say(binding)

    def _say(self, binding: Binding) -> None:
        try:
            binding.editor.value()
            sentence = ""
        except BadInputError as error:
            sentence = str(error) if binding.told else ""
        binding.editor.say_problem(sentence)
        binding.told = bool(sentence)

    def show_preview(self) -> None:
        """Send the figures as they would be with what is being typed."""
        record = self._desk.record
        for binding in self._alive():
            if binding.dirty:
                try:
                    record = binding.put(record, binding.editor.value())
                except (BadInputError, KeyError):
                    continue
        self.previewed.emit(self._look(record))

    def _alive(self) -> list[Binding]:
        self._bindings = [b for b in self._bindings if isValid(b.editor)]
        return list(self._bindings)

    def _timer(self, milliseconds: int, action: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(action)
        return timer


def _has_focus(editor: Editor) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and editor.isAncestorOf(focus)


def _reads(editor: Editor, saved: Any) -> bool:
    try:
        return bool(editor.value() == saved)
    except BadInputError:
        return False
