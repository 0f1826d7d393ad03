"""Opens the windows of the statistics from the menu; nothing while the store is locked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from budgetdesk.actions.workspace import Workspace
from budgetdesk.ui.main_window import MainWindow


class SessionOf(Protocol):
    """What is needed of a session."""

    window: MainWindow
    workspace: Workspace | None
    open_case: Callable[..., Any]


def open_statistics(session: SessionOf) -> None:
    """The adviser's own figures; what was typed in an open case is saved first."""
    from budgetdesk.ui.statistics.window import StatisticsWindow  # noqa: PLC0415 - not before it is wanted

    workspace = _unlocked(session)
    if workspace is not None:
        StatisticsWindow(session.window, workspace, session.open_case).open()


def open_leaders(session: SessionOf) -> None:
    """For leaders and evaluators: areas and years, effect, cost and saving."""
    from budgetdesk.ui.statistics.leaders import LeadersWindow  # noqa: PLC0415 - as above

    workspace = _unlocked(session)
    if workspace is not None:
        LeadersWindow(session.window, workspace).open()


def _unlocked(session: SessionOf) -> Workspace | None:
    workspace = session.workspace
    if workspace is None or workspace.locked:
        return None
    if session.window.case_view is not None:
        session.window.case_view.binder.flush()
    return workspace
