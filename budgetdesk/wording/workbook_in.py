"""What a budget that comes back from Excel does to the case, in short sentences."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Evidence, Need
from budgetdesk.i18n import N_, _, ngettext

OFTEN = {
    Rhythm.MONTHLY: N_("hver måned"),
    Rhythm.WEEKLY: N_("hver uge"),
    Rhythm.BIWEEKLY: N_("hver 14. dag"),
    Rhythm.BIMONTHLY: N_("hver 2. måned"),
    Rhythm.QUARTERLY: N_("hvert kvartal"),
    Rhythm.HALFYEARLY: N_("hvert halve år"),
    Rhythm.YEARLY: N_("hvert år"),
    Rhythm.ELEVEN: N_("11 gange om året"),
    Rhythm.ONCE: N_("én gang"),
}
NEEDS = {Need.NEED: N_("nødvendigt"), Need.NICE: N_("kan undværes"), Need.ASK: N_("spørg")}
EVIDENCE = {
    Evidence.SAID: N_("oplyst"),
    Evidence.SEEN: N_("set"),
    Evidence.COPY: N_("kopi"),
    Evidence.MISSING: N_("mangler"),
}
TITLES = {
    "name": N_("navn"),
    "amount": N_("beløb"),
    "rhythm": N_("hvor tit"),
    "need": N_("behov"),
    "evidence": N_("bilag"),
}
NONE_YET = N_("tom")


def value(name: str, said: Any) -> str:
    """One value of a row: `129,50 kr.`, `hvert kvartal`, `kan undværes`, `“HBO”`; `tom` where there is none."""
    if said is None or said == "":
        return _(NONE_YET)
    if isinstance(said, Decimal):
        return formats.kroner(said)
    table: Any = {"rhythm": OFTEN, "need": NEEDS, "evidence": EVIDENCE}.get(name)
    return _(table[said]) if table is not None else f"“{said}”"


def step(name: str, before: Any, after: Any) -> str:
    """`99 kr. → 129,50 kr.`; what is no amount with its title: `behov: spørg → nødvendigt`."""
    told = f"{value(name, before)} → {value(name, after)}"
    return told if name == "amount" else f"{_(TITLES[name])}: {told}"


def row(amount: Decimal | None, rhythm: Rhythm | None, need: Need | None, evidence: Evidence | None) -> str:
    """A whole row: `120 kr. hvert kvartal · nødvendigt · oplyst`."""
    first = " ".join(filter(None, (value("amount", amount), _(OFTEN[rhythm]) if rhythm is not None else "")))
    rest = (
        _(NEEDS[need]) if need is not None else "",
        _(EVIDENCE[evidence]) if evidence is not None else "",
    )
    return " · ".join(filter(None, (first, *rest)))


def headline(changes: int, same: int) -> str:
    """`3 rækker er anderledes end i sagen. 41 er som før.`"""
    many = ngettext(
        "{count} række er anderledes end i sagen.", "{count} rækker er anderledes end i sagen.", changes
    ).format(count=changes)
    rest = ngettext("{count} er som før.", "{count} er som før.", same).format(count=same)
    return f"{many} {rest}" if same else many


def waiting(count: int) -> str:
    """Before anything is taken in: rows that somebody has to choose about."""
    return ngettext(
        "Vælg først ved {count} række, der er ændret begge steder.",
        "Vælg først ved {count} rækker, der er ændret begge steder.",
        count,
    ).format(count=count)


def agree(count: int) -> str:
    """The button: `Ret 3 rækker i budgettet`."""
    if not count:
        return _("Ret budgettet")
    return ngettext("Ret {count} række i budgettet", "Ret {count} rækker i budgettet", count).format(count=count)


def unread(count: int) -> str:
    """`2 rækker kan ikke læses`."""
    return ngettext("{count} række kan ikke læses", "{count} rækker kan ikke læses", count).format(count=count)


def joined(parts: Iterable[str]) -> str:
    """Small things about a row in one line."""
    return " · ".join(part for part in parts if part)
