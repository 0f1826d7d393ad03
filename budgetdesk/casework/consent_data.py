"""What `resources/consents.toml` says: what is usually asked for, and on what sensitive facts may rest. Values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from budgetdesk.benefits.rates import Confidence
from budgetdesk.household.words import ConsentParty, ShareTopic


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """What one usually asks the tenant to say yes to for one kind of recipient. To be changed for each tenant."""

    purpose: str = ""
    covers: tuple[ShareTopic, ...] = ()
    both_ways: bool = False


@dataclass(frozen=True, kw_only=True)
class Sensitive:
    """One kind of fact that must rest on a basis of its own."""

    kind: str
    title: str
    law: str
    bases: tuple[str, ...]
    words: tuple[str, ...] = ()
    """Beginnings of words in free notes that may give it away, small letters."""


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What a sensitive fact may rest on."""

    key: str
    title: str
    source: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class ConsentData:
    """All of it."""

    suggestions: Mapping[ConsentParty, Suggestion] = field(default_factory=dict)
    sensitive: tuple[Sensitive, ...] = ()
    bases: Mapping[str, Basis] = field(default_factory=dict)
