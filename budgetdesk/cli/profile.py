"""Where a command finds the encrypted store, how it is unlocked in a terminal, and how a card's PIN is asked for."""

from __future__ import annotations

import getpass
import sys
from datetime import date

from budgetdesk.actions.workspace import ProfileState, Workspace, profile_state
from budgetdesk.errors import NoKeyError, PinError, UserCancelled
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
        return begin(folder, today=today, passphrase=hidden(_("Adgangskode: ")))


def card_pin() -> str:
    """The PIN of the card that seals: asked for, or the first line of standard input where nobody sits at a terminal.

    Raises PinError where there is none, UserCancelled.
    """
    pin = hidden(_("Kortets PIN-kode: ")) if sys.stdin.isatty() else sys.stdin.readline().strip()
    if not pin:
        raise PinError(_("Kortets PIN-kode mangler. Skriv den i en terminal, eller send den som første linje ind."))
    return pin


def hidden(prompt: str) -> str:
    """What somebody types without its being shown. Raises UserCancelled where they stop instead."""
    try:
        return getpass.getpass(prompt)
    except (EOFError, KeyboardInterrupt) as stopped:
        raise UserCancelled from stopped
