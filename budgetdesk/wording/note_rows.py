"""Sentences of a note about the rows of the case: incomes, bills, what was said about them, debts, accounts, arrears.

Few changes get a sentence each, the largest first; many of one kind share one sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from budgetdesk.casework.note_changes import Change
from budgetdesk.formats import kroner
from budgetdesk.formats import month as month_name
from budgetdesk.household.case import ArrearsRow, BankAccount, Expense, Income
from budgetdesk.household.debt import Debt
from budgetdesk.household.words import ArrearsKind, Evidence, Need, Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.wording.note_words import (
    EVIDENCE,
    NEEDS,
    Sentence,
    Told,
    before,
    capital,
    every,
    expense_title,
    income_title,
    money,
    of_day,
    some_of,
    stop,
)

EACH = 3
"""So many changes of one kind have a sentence each; more share one."""
_PROVEN = {Evidence.SEEN: "er set", Evidence.COPY: "er set, og der er taget kopi"}
_STATUS = {Status.GRANTED: "bevilget", Status.APPLIED: "søgt", Status.HOPED: "håbet på"}
_ARREARS = {
    ArrearsKind.RENT: "husleje",
    ArrearsKind.HEATING: "varme",
    ArrearsKind.FEE: "gebyr",
    ArrearsKind.COSTS: "omkostninger",
}
Titled = Callable[[Any, Told], str]
SUMMED = {
    "came": "{count} {things} er skrevet på: {names}.",
    "seen": "Set på papir: {names}.",
    "gone": "{count} {things} er taget ud: {names}.",
    "right": "{count} {things} er rettet: {names}.",
}


def income_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What has happened to the rows of income."""
    return _rows(found, told, income_title, ("indtægt", "indtægter"))


def expense_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What has happened to the bills and the everyday costs."""
    return _rows(found, told, expense_title, ("udgift", "udgifter"))


def _rows(found: Sequence[Change], told: Told, title: Titled, things: tuple[str, str]) -> list[Sentence]:
    said: list[Sentence] = []
    for kind in ("seen", "came", "right", "gone"):
        of_kind = sorted((one for one in found if _kind(one) == kind), key=lambda one: _order(one, told, title))
        if len(of_kind) > EACH:
            names = some_of([_named(one, told, title) for one in of_kind])
            text = SUMMED[kind].format(count=len(of_kind), things=things[1], names=names)
            said.append(_shared(of_kind, kind, text))
        else:
            said += [_alone(one, _sentence(one, told, title)) for one in of_kind]
    return said


def _kind(one: Change) -> str:
    if one.was is None:
        return "came"
    if one.now is None:
        return "gone"
    return "seen" if _raised(one) else "right"


def _raised(one: Change) -> bool:
    """Whether a paper was seen for it now."""
    return one.was is not None and one.was.evidence != one.now.evidence and one.now.evidence in _PROVEN


def _order(one: Change, told: Told, title: Titled) -> tuple[Decimal, str, str]:
    row = one.now if one.now is not None else one.was
    return (-abs((row.amount or ZERO) * row.rhythm.times_a_year), title(row, told), one.path)


def _named(one: Change, told: Told, title: Titled) -> str:
    """`El (612 kr. hver måned, før 550 kr.)`."""
    row = one.now if one.now is not None else one.was
    changed = one.was is not None and one.now is not None and one.was.amount != one.now.amount
    was = f", før {money(one.was.amount)}" if changed else ""
    return f"{title(row, told)} ({every(row.amount, row.rhythm)}{was})"


def _sentence(one: Change, told: Told, title: Titled) -> str:
    kind = _kind(one)
    row = one.now if one.now is not None else one.was
    name, sum_of = title(row, told), every(row.amount, row.rhythm)
    if kind == "came":
        return f"{name} er skrevet på: {sum_of}, {EVIDENCE[row.evidence]}{_granted(row)}."
    if kind == "gone":
        return f"{name} er taget ud{before(sum_of)}."
    lead = f"{name} {_PROVEN[row.evidence]}" if kind == "seen" else f"{name} er rettet"
    if one.was.status != row.status if isinstance(row, Income) else False:
        lead = f"{lead} til {_STATUS[row.status]}"
    return stop(f"{lead}: {sum_of}{before(_was(one, told, title))}")


def _was(one: Change, told: Told, title: Titled) -> str:
    """What it said before, as far as it is another: `oplyst 550 kr.`"""
    was, now, parts = one.was, one.now, []
    if title(was, told) != title(now, told):
        parts.append(title(was, told))
    if was.evidence != now.evidence:
        parts.append(EVIDENCE[was.evidence])
    if was.rhythm != now.rhythm:
        parts.append(every(was.amount, was.rhythm))
    elif was.amount != now.amount:
        parts.append(money(was.amount))
    return " ".join(parts)


def _granted(row: Income | Expense) -> str:
    if isinstance(row, Income) and row.status is not Status.GRANTED:
        return f", {_STATUS[row.status]}"
    return ""


def choice_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What was said about bills: needed, can be spared, locked."""
    ordered = sorted(found, key=lambda one: (not one.now.locked, *_order(one, told, expense_title)))
    said = [_alone(one, _choice(one.now, one.was, told), "choice") for one in ordered if one.now.locked]
    rest = [one for one in ordered if not one.now.locked]
    agreed = [one for one in rest if _agreed_nice(one.now)]
    if len(agreed) > EACH:
        names = some_of([_named(one, told, expense_title) for one in agreed])
        said.append(_shared(agreed, "nice", f"Vi er enige om, at dette kan undværes: {names}."))
        rest = [one for one in rest if one not in agreed]
    return said + [_alone(one, _choice(one.now, one.was, told), "choice") for one in rest]


def _agreed_nice(row: Expense) -> bool:
    return row.tenant_says is Need.NICE and row.adviser_says is Need.NICE


def _choice(row: Expense, was: Expense | None, told: Told) -> str:
    name = f"{expense_title(row, told)} ({every(row.amount, row.rhythm)})"
    if row.locked:
        return f"{name} er nødvendigt, siger {told.tenant}. Det står fast."
    freed = " Det står ikke længere fast." if was is not None and was.locked else ""
    tenant, adviser = row.tenant_says, row.adviser_says
    if tenant is not None and tenant == adviser:
        return f"{name}: vi siger begge {NEEDS[tenant]}.{freed}"
    voices = [f"{who} siger {NEEDS[one]}" for who, one in ((told.tenant, tenant), ("rådgiveren", adviser)) if one]
    if voices:
        return f"{name}: {', '.join(voices)}.{freed}"
    need = f": {NEEDS[row.need]}" if row.need is not None else ": der er ikke sagt noget om den nu"
    return f"{name}{'' if freed else need}.{freed}"


def debt_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Debts that were told of, changed or taken out, the largest first."""
    ordered = sorted(found, key=lambda one: (-abs(_debt_of(one).balance or ZERO), one.path))
    return [_alone(one, _debt(one, told)) for one in ordered]


def _debt_of(one: Change) -> Debt:
    debt: Debt = one.now if one.now is not None else one.was
    return debt


def _debt(one: Change, told: Told) -> str:
    debt = _debt_of(one)
    name = debt.creditor.strip() or debt.collector.strip() or _("en kreditor")
    pays = f", afdrag {every(debt.instalment, debt.rhythm)}" if debt.instalment else ""
    if one.was is None:
        return stop(f"Gæld til {name}: {money(debt.balance)}{pays}")
    if one.now is None:
        return f"Gælden til {name} er taget ud{before(money(debt.balance))}."
    was = []
    if one.was.balance != debt.balance:
        was.append(money(one.was.balance))
    if (one.was.instalment, one.was.rhythm) != (debt.instalment, debt.rhythm):
        was.append(f"afdrag {every(one.was.instalment, one.was.rhythm)}" if one.was.instalment else "intet afdrag")
    return stop(f"Gælden til {name} er rettet: {money(debt.balance)}{pays}{before(', '.join(was))}")


def bank_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Balances, and what the household owns."""
    return [_alone(one, _bank(one)) for one in found]


def _bank(one: Change) -> str:
    account = one.now if one.now is not None else one.was
    if not isinstance(account, BankAccount):
        name = "Opsparing og formue" if one.path.endswith(".net") else _("Penge, der kan bruges")
        return stop(f"{name}: {money(one.now)}{before(money(one.was) if one.was else '')}")
    name = account.name.strip() or "kontoen"
    if one.now is None:
        return f"{capital(name)} er taget ud."
    was = money(one.was.balance) if one.was is not None and one.was.balance != account.balance else ""
    return stop(f"Saldoen på {name} er {money(account.balance)}{of_day(account.on)}{before(was)}")


def arrears_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """The arrears as one sentence: what they come to, and which rows are others than before."""
    if not found:
        return []
    was, now = told.before.case.arrears.total, told.case.arrears.total
    rows = [one for one in found if "rows[" in one.path]
    lead = f"Restancen er {kroner(now)}"
    if was != now:
        lead += before(kroner(was)) if was else ""
    names = some_of([_arrears_row(one) for one in rows])
    stated = of_day(told.case.arrears.stated_on) if any(one.path.endswith("stated_on") for one in found) else ""
    said = f"{lead}, efter udlejers opgørelse{stated}" if stated else lead
    return [_shared(found, "arrears", stop(f"{said}: {names}" if names else said))]


def _arrears_row(one: Change) -> str:
    row: ArrearsRow = one.now if one.now is not None else one.was
    named = f"{_ARREARS[row.kind]} for {month_name(row.month)}" if row.month is not None else _ARREARS[row.kind]
    if one.now is None:
        return f"{named} er taget ud"
    changed = one.was is not None and one.was.amount != row.amount
    arrived = f", påkrav{of_day(row.paakrav_arrived)}" if row.paakrav_arrived is not None else ""
    return f"{named} {money(row.amount)}{f', før {money(one.was.amount)}' if changed else ''}{arrived}"


def _alone(one: Change, text: str, also: str = "") -> Sentence:
    return Sentence(key=f"{also or 'fact'}:{one.path}", heading=one.topic.heading, text=text, sources=one.sources)


def _shared(found: Iterable[Change], key: str, text: str) -> Sentence:
    changes = list(found)
    topic = changes[0].topic
    sources = tuple(sorted(source for one in changes for source in one.sources))
    return Sentence(key=f"{topic.name.lower()}:{key}", heading=topic.heading, text=text, sources=sources)


alone, shared = _alone, _shared
