"""Where a command finds the encrypted store, and how it is unlocked in a terminal."""

from __future__ import annotations

import getpass
import sys
from datetime import date

from budgetdesk.actions.workspace import ProfileState, Workspace, profile_state
from budgetdesk.errors import NoKeyError
from budgetdesk.i18n import _
from budgetdesk.settings import profile_folder


def open_workspace(today: date) -> Workspace:
    """Open the store, or make it at first use.

    The key comes from BUDGETDESK_PASSPHRASE or the keyring; where neither has it and somebody sits at the terminal,
    the passphrase is asked for. Raises the StoreError leaves.
    """
    folder = profile_folder()
    begin = Workspace.open if profile_state(folder) is ProfileState.MADE else Workspace.create
    try:
        return begin(folder, today=today)
    except NoKeyError:
        if not sys.stdin.isatty():
            raise
        return begin(folder, today=today, passphrase=getpass.getpass(_("Adgangskode: ")))
