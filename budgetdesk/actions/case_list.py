"""The list of cases as somebody wants to see it: which, and in which order. From summaries alone, so it is quick.

How it was chosen is remembered in the store, where nobody else can read it: the name of an organisation or an area can
tell who is helped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from budgetdesk.casework.case_steps import urgency
from budgetdesk.casework.case_summary import CaseSummary

SETTING = "case_list"
_ALPHABET = str.maketrans({"æ": "{a", "ø": "{b", "å": "{c"})
"""The Danish letters come after z, in this order."""


class Status(StrEnum):
    """Which cases."""

    OPEN = "open"
    CLOSED = "closed"
    ALL = "all"


class Order(StrEnum):
    """In which order."""

    URGENT = "urgent"
    CHANGED = "changed"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What the list is narrowed by; an empty word is all."""

    status: Status = Status.OPEN
    type: str = ""
    organisation: str = ""
    area: str = ""
    adviser: str = ""
    without_consent: bool = False
    order: Order = Order.URGENT
    today_folded: bool = False
    """Whether what is due today was folded away."""

    def is_narrow(self) -> bool:
        """Whether anything but the status leaves cases out."""
        return bool(self.type or self.organisation or self.area or self.adviser or self.without_consent)


def listed(cases: Iterable[CaseSummary], chosen: Chosen, *, on: date) -> tuple[CaseSummary, ...]:
    """The cases that were chosen, in the order that was chosen."""
    return tuple(sorted((case for case in cases if holds(case, chosen, on=on)), key=_key(chosen.order, on)))


def holds(case: CaseSummary, chosen: Chosen, *, on: date) -> bool:
    """Whether a case is among the chosen."""
    if chosen.status is not Status.ALL and case.is_open(on) is not (chosen.status is Status.OPEN):
        return False
    if not chosen.is_narrow():
        return True
    about = case.about
    if chosen.type and chosen.type not in about.types:
        return False
    wanted = ((chosen.organisation, about.organisation), (chosen.area, about.area), (chosen.adviser, about.adviser))
    if any(word and word != own for word, own in wanted):
        return False
    return not (chosen.without_consent and case.has_consent(on))


def _key(order: Order, on: date) -> Callable[[CaseSummary], Any]:
    if order is Order.NAME:
        return lambda case: (not case.tenant, case.tenant.casefold().translate(_ALPHABET), case.id)
    if order is Order.NUMBER:
        return lambda case: case.id
    if order is Order.CHANGED:
        return lambda case: -(case.saved_at or case.opened_at).timestamp()
    return lambda case: _pressing(case, on)


def _pressing(case: CaseSummary, on: date) -> tuple[Any, ...]:
    """The nearest day first; a case without one stands last, the newest first."""
    step = case.next_step(on)
    recent = -(case.saved_at or case.opened_at).timestamp()
    return (1, (0, 0, on), recent) if step is None else (0, urgency(step, on), recent)


# remembering


class KeepsSettings(Protocol):
    """What is needed of a workspace."""

    def setting(self, key: str) -> object:
        """A setting as it was saved."""

    def save_setting(self, key: str, value: object) -> None:
        """Save a setting."""


def remembered(workspace: KeepsSettings) -> Chosen:
    """How the list was last chosen; the usual way where nothing is remembered, or nothing that can be read."""
    kept = workspace.setting(SETTING)
    if not isinstance(kept, dict):
        return Chosen()
    usual = asdict(Chosen())
    known = {name: value for name, value in kept.items() if name in usual and type(value) is type(usual[name])}
    try:
        status, order = Status(kept.get("status", Status.OPEN)), Order(kept.get("order", Order.URGENT))
    except ValueError:
        return Chosen()
    return Chosen(**{**known, "status": status, "order": order})


def remember(workspace: KeepsSettings, chosen: Chosen) -> None:
    """Keep how the list was chosen. Raises StoreError."""
    kept = {name: str(value) if isinstance(value, StrEnum) else value for name, value in asdict(chosen).items()}
    workspace.save_setting(SETTING, kept)
