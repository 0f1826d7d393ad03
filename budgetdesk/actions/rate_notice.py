"""The banner: which figures have expired, or soon will, and until when the user does not want to hear of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from budgetdesk.actions.library import Library
from budgetdesk.actions.rates import RateStore
from budgetdesk.benefits.rate_edits import Standing
from budgetdesk.benefits.rates import Ending, coming_to_end, expired

SETTING = "rates_notice_closed_on"
NOTICE_DAYS = 30
"""How long before the last day the quiet note comes."""


@dataclass(frozen=True, kw_only=True)
class RateNotice:
    """Figures whose time is up (`expired`) or nearly up: which laws, and the last day of the longest expired."""

    expired: bool
    last_day: date
    laws: tuple[str, ...]
    figures: int
    waiting: int = 0
    """How many entered figures wait for a second person."""


def notice(library: Library, today: date) -> RateNotice | None:
    """What to say on the day; None while everything is known for another month."""
    if gone := expired(library.rates, today):
        return _notice(gone, library, is_expired=True)
    soon = coming_to_end(library.rates, today, within=NOTICE_DAYS)
    return _notice(soon, library, is_expired=False) if soon else None


def notice_to_show(workspace: RateStore) -> RateNotice | None:
    """As `notice`, unless the user has closed it today."""
    closed = workspace.setting(SETTING) == workspace.today.isoformat()
    return None if closed else notice(workspace.library, workspace.today)


def close_for_today(workspace: RateStore) -> None:
    """Do not show the notice again today."""
    workspace.save_setting(SETTING, workspace.today.isoformat())


def _notice(endings: Sequence[Ending], library: Library, *, is_expired: bool) -> RateNotice:
    most_first = sorted(endings, key=lambda ending: -len(ending.series))
    return RateNotice(
        expired=is_expired,
        last_day=endings[0].last_day,
        laws=tuple(dict.fromkeys(ending.law for ending in most_first)),
        figures=sum(len(ending.series) for ending in endings),
        waiting=sum(edit.standing is Standing.WAITING for edit in library.rate_edits),
    )
