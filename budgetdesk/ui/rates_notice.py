"""The banner about figures of the law, and the way to them: from the list of cases and from every page of a case."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from budgetdesk.actions import rate_notice
from budgetdesk.actions.workspace import Workspace
from budgetdesk.ui.frame.rates_banner import RatesBanner
from budgetdesk.ui.main_window import MainWindow


def show_notice(window: MainWindow, workspace: Workspace) -> None:
    """Say on whatever is shown that figures have expired or soon will; nothing where all is well, or closed today."""
    banners = window.findChildren(RatesBanner)
    found = rate_notice.notice_to_show(workspace) if banners else None
    if found is None:
        sentence = ""
    else:
        from budgetdesk.ui.rates import phrases  # noqa: PLC0415 - seldom needed, and the window comes first

        sentence = phrases.notice(found, workspace.library.rates)
    for banner in banners:
        banner.show_notice(
            sentence,
            expired=found is not None and found.expired,
            open_rates=window.show_rates,
            close=partial(_close, window, workspace),
        )


def show_rates(window: MainWindow, workspace: Workspace, open_case: Callable[[str], object]) -> None:
    """The window of figures over this one. A change is counted with at once, also in the case that is open."""
    from budgetdesk.ui.rates.window import RatesWindow  # noqa: PLC0415 - seldom needed, and the window comes first

    RatesWindow(window, workspace, changed=partial(_changed, window, workspace), open_case=open_case).open()


def show_policy(window: MainWindow, workspace: Workspace) -> None:
    """The window of the policy over this one. Another policy counts at once, also in the case that is open."""
    from budgetdesk.ui.policy.window import PolicyWindow  # noqa: PLC0415 - seldom needed, and the window comes first

    PolicyWindow(window, workspace, changed=partial(_changed, window, workspace)).open()


def show_house(window: MainWindow, workspace: Workspace) -> None:
    """Who the organisation is and its own words, over this window. They count at once, also in the open case."""
    from budgetdesk.ui.dialogs.house import HouseDialog  # noqa: PLC0415 - as above

    HouseDialog(window, workspace, partial(_changed, window, workspace)).open()


def show_seal(window: MainWindow, workspace: Workspace) -> None:
    """Which certificate seals, and who gives papers their time."""
    from budgetdesk.actions.desk import utc_clock  # noqa: PLC0415 - as above
    from budgetdesk.ui.dialogs.seal_settings import SealDialog  # noqa: PLC0415

    organisation = workspace.library.house.name or workspace.library.policy.organisation
    SealDialog(window, workspace, utc_clock(), organisation).open()


def _close(window: MainWindow, workspace: Workspace) -> None:
    rate_notice.close_for_today(workspace)
    show_notice(window, workspace)


def _changed(window: MainWindow, workspace: Workspace) -> None:
    if window.case_view is not None:
        window.case_view.take_library(workspace.library)
    show_notice(window, workspace)
