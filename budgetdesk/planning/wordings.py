"""The wordings of an agreement as values: the program's own, those of the organisation, and those of one agreement.

The last said counts: what was changed for one agreement, else what the organisation's policy says, else the program's.
Words that the law asks for, or that warn the tenant, are `fixed`: nobody changes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from budgetdesk.household.agreement import Clause
from budgetdesk.household.words import AgreementForm
from budgetdesk.i18n import _

LONGEST = 1000
"""Characters of one wording: more does not fit a page that somebody reads."""


@dataclass(frozen=True, kw_only=True)
class Wording:
    """One wording of the program."""

    key: str
    title: str
    text: str
    """With {fields} that the case fills in, and **words** that stand out."""
    point: int
    """Which of the fourteen points of a complete agreement it belongs to."""
    forms: tuple[AgreementForm, ...] = ()
    """Only in these forms; () = in all."""
    fields: tuple[str, ...] = ()
    must: tuple[str, ...] = ()
    """Fields that a changed text must still have."""
    readers: tuple[str, ...] = ()
    """Who must have read it before it is used without a mark."""
    read_by: str = ""
    """Who has; "" = nobody yet."""
    fixed: bool = False


Wordings = Mapping[str, Wording]


class Whose(StrEnum):
    """Who has worded it."""

    PROGRAM = "program"
    POLICY = "policy"
    AGREEMENT = "agreement"


@dataclass(frozen=True)
class Said:
    """A wording as it counts: whose it is, and its text with the fields still open."""

    whose: Whose
    text: str


def said(wording: Wording, policy: Iterable[Clause], agreement: Iterable[Clause]) -> Said:
    """The last word about one wording. Changes to a fixed one, and empty ones, count nothing."""
    for whose, changed in ((Whose.AGREEMENT, agreement), (Whose.POLICY, policy)):
        found = next((clause.text.strip() for clause in changed if clause.id == wording.key), "")
        if found and not wording.fixed:
            return Said(whose, found)
    return Said(Whose.PROGRAM, wording.text)


def checked(wording: Wording, text: str) -> str:
    """A changed text, without room around it. Raises ValueError with a Danish sentence for the user."""
    clean = " ".join(text.split())
    if wording.fixed:
        raise ValueError(_("Teksten kan ikke ændres. Den beskytter lejeren, eller loven kræver den."))
    if not clean:
        raise ValueError(_("Skriv en tekst, eller brug programmets igen."))
    if len(clean) > LONGEST:
        raise ValueError(_("Teksten er for lang. Højst {longest} tegn.").format(longest=LONGEST))
    used = re.findall(r"\{([^{}]*)\}", clean)
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", clean)):
        raise ValueError(_("Der mangler en krøllet parentes. Ret teksten."))
    if unknown := [name for name in used if name not in wording.fields]:
        known = ", ".join(f"{{{name}}}" for name in wording.fields) or "ingen"
        raise ValueError(
            _("Feltet {{{unknown}}} findes ikke her. Brug {known}.").format(unknown=unknown[0], known=known)
        )
    if lost := [name for name in wording.must if name not in used]:
        raise ValueError(_("Teksten skal have feltet {{{lost}}} med.").format(lost=lost[0]))
    return clean


def filled(text: str, facts: Mapping[str, str]) -> str:
    """A text with its fields filled in; a field that is not known stays empty."""
    return re.sub(r"\{([^{}]*)\}", lambda match: facts.get(match.group(1), ""), text)


def plain(text: str) -> str:
    """A text without the marks of words that stand out."""
    return text.replace("**", "")
