"""Subscriptions: which regular payment is one, who must do what to end it, and from which day the money is free.

What is known of each service is data: `resources/subscriptions.toml`, read by `budgetdesk.readers.subscriptions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from budgetdesk.dates import Month
from budgetdesk.formats import day
from budgetdesk.i18n import _
from budgetdesk.ledger.next_due import later
from budgetdesk.ledger.regular import Regular
from budgetdesk.ledger.words import Word, fold

THIRTY_DAYS = timedelta(days=30)


class Ends(StrEnum):
    """When an agreement ends after notice."""

    PERIOD_END = "period_end"
    MONTH_END_AFTER_MONTH = "month_end_after_month"
    TELE = "tele"
    MONTH_END_AFTER_30_DAYS = "month_end_after_30_days"
    ASK = "ask"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A rule of notice with its source, and how sure we are (`primary`, `secondary`, `derived`, `unverified`)."""

    ends: Ends
    text: str
    source: str
    confidence: str

    @property
    def sure(self) -> bool:
        """False where the company must be asked: the day is then the latest the law allows."""
        return self.ends is not Ends.ASK and self.confidence in ("primary", "secondary")


@dataclass(frozen=True, kw_only=True)
class Service:
    """One kind of subscription."""

    title: str
    words: tuple[Word, ...]
    line: str
    notice: Notice
    who: str
    """Who must do what, in a Danish sentence."""


@dataclass(frozen=True, kw_only=True)
class Subscription:
    """A regular payment that somebody can end."""

    regular: Regular
    service: Service

    def free_from(self, on: date) -> date:
        """The first due day that falls after the agreement has ended, when notice is given on a day."""
        return free_from(self.regular, self.service.notice, on)

    def said(self, on: date) -> str:
        """“Pengene er fri fra ...”, with how sure it is."""
        free = day(self.free_from(on))
        if self.service.notice.sure:
            return _("Opsiges det i dag, er pengene fri fra {free}.").format(free=free)
        return _("Opsiges det i dag, er pengene senest fri fra {free}. Spørg selskabet om varslet.").format(free=free)


def subscriptions(regular: Iterable[Regular], services: Iterable[Service]) -> tuple[Subscription, ...]:
    """The running payments out that are subscriptions known by name, in the order given."""
    known = tuple(services)
    found = []
    for payment in regular:
        service = None if payment.money_in or payment.stopped else service_of(payment.name, known)
        if service is not None:
            found.append(Subscription(regular=payment, service=service))
    return tuple(found)


def service_of(name: str, services: Iterable[Service]) -> Service | None:
    """The service whose name is the longest in the text."""
    folded = fold(name)
    best: tuple[int, Service] | None = None
    for service in services:
        length = max(word.length_in(folded) for word in service.words)
        if length and (best is None or length > best[0]):
            best = length, service
    return best[1] if best else None


def free_from(regular: Regular, notice: Notice, on: date) -> date:
    """The first due day on or after the day on which the agreement has ended.

    A payment due on the day of the notice itself is taken as already on its way.
    """
    due = regular.next_due
    while due <= on:
        due = later(due, regular.rhythm, 1)
    if notice.ends is Ends.PERIOD_END:
        return due
    last = last_day(notice, on)
    while due <= last:
        due = later(due, regular.rhythm, 1)
    return due


def last_day(notice: Notice, on: date) -> date:
    """The last day an agreement runs when notice is given on a day; the day itself where only the period counts."""
    if notice.ends is Ends.PERIOD_END:
        return on
    if notice.ends is Ends.TELE:
        return Month.of(on).plus(1).day(on.day)
    if notice.ends is Ends.MONTH_END_AFTER_30_DAYS:
        return Month.of(on + THIRTY_DAYS).last
    return Month.of(Month.of(on).plus(1).day(on.day)).last
