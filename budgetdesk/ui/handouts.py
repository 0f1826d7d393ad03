"""The handout of a course from the menu: without any case, also while none is open."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Protocol

from budgetdesk.actions.workspace import Workspace
from budgetdesk.ui import background
from budgetdesk.ui.main_window import MainWindow


class SessionOf(Protocol):
    """What is needed of a session."""

    window: MainWindow
    workspace: Workspace | None
    today: date


def show_course(session: SessionOf) -> None:
    """Make it in the background and show it; nothing while the store is locked."""
    from budgetdesk.actions.handouts import COURSE, handout  # noqa: PLC0415 - papers are slow to import

    workspace = session.workspace
    if workspace is not None and not workspace.locked:
        show = partial(_show, session.window, COURSE, session.today)
        background.run(session.window, partial(handout, COURSE, session.today, workspace.library), show)


def _show(window: MainWindow, name: str, today: date, pdf: bytes) -> None:
    from budgetdesk.documents.papers.catalogue import document  # noqa: PLC0415 - as above
    from budgetdesk.ui.papers import show_pdf  # noqa: PLC0415

    show_pdf(window, document(name).title, pdf, file_name=f"{name}-{today}.pdf")
