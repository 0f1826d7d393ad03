"""The dialogs about papers that are opened from the page Underskriv: printing, the list, and what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from budgetdesk.i18n import N_, _
from budgetdesk.ui.messages import show_note
from budgetdesk.ui.pages.base import Page

if TYPE_CHECKING:
    from budgetdesk.ui.dialogs.case_papers import CasePapersDialog
    from budgetdesk.ui.dialogs.pen_copies import TakeInDialog
    from budgetdesk.ui.dialogs.print_meeting import MeetingPrintDialog

NO_VAULT = N_("Sagen ligger ikke i et låst lager, så der er ingen papirer gemt.")


def open_meeting_print(page: Page, *, shown: str = "") -> MeetingPrintDialog:
    """Which papers are printed, for whom, and where."""
    from budgetdesk.ui.dialogs.print_meeting import MeetingPrintDialog  # noqa: PLC0415 - seldom wanted

    page.place.binder.flush()
    dialog = MeetingPrintDialog(page.window(), page.desk, page.place.vault, shown=shown)
    dialog.open()
    return dialog


def open_case_papers(page: Page) -> CasePapersDialog | None:
    """All papers of the case; None, and a note, where the case lies in no store."""
    from budgetdesk.ui.dialogs.case_papers import CasePapersDialog  # noqa: PLC0415 - seldom wanted

    vault = page.place.vault
    if vault is None:
        show_note(page, _("Sagens papirer"), _(NO_VAULT))
        return None
    page.place.binder.flush()
    dialog = CasePapersDialog(page.window(), vault.workspace, page.desk, page.change)
    dialog.open()
    return dialog


def open_take_in(page: Page) -> TakeInDialog | None:
    """Take a paper in that was signed with a pen; None, and a note, where the case lies in no store."""
    from budgetdesk.ui.dialogs.pen_copies import TakeInDialog  # noqa: PLC0415 - seldom wanted

    vault = page.place.vault
    if vault is None:
        show_note(page, _("Tag et underskrevet papir ind"), _(NO_VAULT))
        return None
    page.place.binder.flush()
    dialog = TakeInDialog(page.window(), vault.workspace, page.desk, page.change)
    dialog.open()
    return dialog
