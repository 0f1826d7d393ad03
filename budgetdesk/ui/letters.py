"""The way to a letter from anywhere: `open_letter(page, "brev_henstand", "d1")`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from budgetdesk.actions.desk import Desk
from budgetdesk.documents.papers.letter_catalogue import LETTERS, joined
from budgetdesk.i18n import translated
from budgetdesk.ui.binding import Binder

if TYPE_CHECKING:
    from budgetdesk.ui.dialogs.letter import LetterDialog


class _Place(Protocol):
    @property
    def desk(self) -> Desk: ...
    @property
    def binder(self) -> Binder: ...
    @property
    def go(self) -> Callable[[str, str], None]: ...


class _Page(Protocol):
    """What a page has that a letter needs."""

    @property
    def place(self) -> _Place: ...
    def window(self) -> QWidget: ...


def open_letter(page: _Page, name: str = "", about: str = "") -> LetterDialog:
    """Open the window Brev over the window of a page. `name`: which letter (the first one without it), `about`: whose
    debt, account or case it is about, by its id (the likeliest without it)."""
    from budgetdesk.ui.dialogs.letter import LetterDialog  # noqa: PLC0415 - made when it is first wanted

    place = page.place
    place.binder.flush()
    dialog = LetterDialog(page.window(), place.desk, place.go, joined(name or next(iter(translated(LETTERS))), about))
    dialog.open()
    return dialog
