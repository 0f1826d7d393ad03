"""The two voices about a line: a mark each, with a menu. What the tenant locks stands."""

from __future__ import annotations

from typing import Any

from budgetdesk.actions import spending as actions
from budgetdesk.actions.spending import Change
from budgetdesk.casework.record import Record
from budgetdesk.household.words import Need
from budgetdesk.i18n import N_, _, translated
from budgetdesk.ledger import by_hand
from budgetdesk.ledger.summary import LineSummary
from budgetdesk.ui import answers
from budgetdesk.ui.widgets.choices import ChipChoice, Options

LOCK, UNLOCK = "lock", "unlock"
NOT_SAID = N_("vælg")
_BACK = (None, N_("tag det tilbage"))


class VoiceChip(ChipChoice):
    """What one of the two says; `vælg` while nothing is said."""

    def __init__(self, *extra: tuple[Any, str]) -> None:
        options: Options = (*translated(answers.NEEDS), *extra, translated(_BACK))
        super().__init__(options, answers.NEED_TONES, none=_(NOT_SAID))
        self._words = dict(translated(answers.NEEDS))


def tenant_chip() -> VoiceChip:
    """The tenant's mark; it also locks and lets go."""
    return VoiceChip((LOCK, _("nødvendigt, og lås det")), (UNLOCK, _("lås op")))


def said_by_tenant(record: Record, line: str, answer: Any) -> Change:
    """The change that the tenant's answer leads to, as one step. Saying anything else than the lock lets go of it."""
    if answer == LOCK:
        return actions.lock_line(record, line, locked=True)
    free = actions.lock_line(record, line, locked=False)
    return free if answer == UNLOCK else actions.tenant_says(free.record, line, answer)


def said_by_adviser(record: Record, line: str, answer: Need | None) -> Change:
    """The change that the adviser's answer leads to."""
    return actions.adviser_says(record, line, answer)


def from_budget(record: Record, line: LineSummary) -> bool:
    """Whether one of the words shown was not said here, but on the budget's rows of the line."""
    said = by_hand.voice(record.spending, line.code)
    return (line.tenant_says, line.adviser_says, line.locked) != (said.tenant_says, said.adviser_says, said.locked)
