"""Which paper goes to whom, and what it tells: every paper that leaves the room is held against `sharing.may_share`.

A paper that stays with the tenant asks nobody. A letter that the tenant signs is the tenant's own word: it may tell
more, and the name under it is the yes; sent by somebody else it needs a consent like any other. A paper that nobody
has said anything about here stays with the tenant and counts as telling everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from budgetdesk.casework import sharing
from budgetdesk.casework.consents import find
from budgetdesk.casework.letter_writing import WrittenLetter
from budgetdesk.casework.sensitive import tells_of_health
from budgetdesk.casework.sharing import Decision
from budgetdesk.household.case import Case
from budgetdesk.household.words import ConsentParty, ShareTopic

T, P = ShareTopic, ConsentParty
_LANDLORD_KNOWS = frozenset({T.HOME, T.ARREARS, T.AGREEMENT})
_MONEY = frozenset({T.HOME, T.FAMILY, T.ECONOMY, T.DEBTS, T.HELP})


@dataclass(frozen=True, kw_only=True)
class Leaving:
    """One paper: to whom it goes (None: it stays with the tenant), and which pieces it tells."""

    to: ConsentParty | None = None
    recipient: str = ""
    topics: frozenset[ShareTopic] = frozenset(ShareTopic)
    own_word: bool = False
    """The tenant signs it, or says it: the tenant may tell what the tenant wants to."""
    purpose: str = ""
    """Only a consent for this purpose carries it; "" = any."""


SUMMARY = "sagsresume"
CONSENT, POWER, COMPANION, REPRESENTATIVE, TAKEN_BACK = (
    "samtykke",
    "fuldmagt",
    "bisidder",
    "partsrepraesentant",
    "samtykke_tilbage",
)
ABOUT_CONSENT = (CONSENT, POWER, COMPANION, REPRESENTATIVE, TAKEN_BACK)
"""Papers about one consent, named with its id: `samtykke:s1`. The tenant signs them; they tell what is agreed."""

PAPERS: Mapping[str, Leaving] = {
    "budget": Leaving(topics=_MONEY | {T.ARREARS}),
    "budget_ark": Leaving(topics=_MONEY),
    "aaret": Leaving(topics=_MONEY | {T.ARREARS, T.AGREEMENT}),
    "budgetkonto": Leaving(topics=_MONEY | {T.ARREARS, T.AGREEMENT}),
    "indkoeb": Leaving(topics=frozenset({T.ECONOMY})),
    "kuverter": Leaving(topics=frozenset({T.ECONOMY, T.AGREEMENT})),
    "aftale": Leaving(to=P.LANDLORD, topics=_LANDLORD_KNOWS),
    "aftale_bilag": Leaving(topics=frozenset({T.AGREEMENT, T.ARREARS, T.ECONOMY, T.DEBTS, T.HELP})),
    "opfoelgning": Leaving(topics=frozenset({T.ARREARS, T.AGREEMENT})),
    "naeste_skridt": Leaving(topics=frozenset({T.HOME, T.ARREARS, T.AGREEMENT, T.HELP, T.ECONOMY, T.COURSE})),
    "opgaver": Leaving(topics=frozenset({T.HOME, T.ARREARS, T.AGREEMENT, T.HELP, T.ECONOMY, T.COURSE})),
    "kontaktpersoner": Leaving(topics=frozenset({T.COURSE})),
    "akut_opkald": Leaving(to=P.LANDLORD, topics=_LANDLORD_KNOWS | {T.HELP}, own_word=True),
    "brev_udlejer": Leaving(to=P.LANDLORD, topics=_LANDLORD_KNOWS | {T.CONTACT, T.HELP, T.FAMILY}, own_word=True),
    "ansoegning_81": Leaving(
        to=P.MUNICIPALITY,
        topics=frozenset({T.HOME, T.ARREARS, T.CONTACT, T.FAMILY, T.CAUSE, T.ECONOMY, T.HELP}),
        own_word=True,
    ),
    "redning": Leaving(topics=frozenset({T.HOME, T.ARREARS, T.AGREEMENT, T.HELP})),
    "redning_udlejer": Leaving(to=P.LANDLORD, topics=_LANDLORD_KNOWS),
    "udlejer_ark": Leaving(to=P.LANDLORD, topics=_LANDLORD_KNOWS),
    "ydelser": Leaving(topics=frozenset({T.HELP, T.ECONOMY, T.FAMILY})),
    "gaeldsoversigt": Leaving(topics=frozenset({T.ARREARS, T.DEBTS, T.ECONOMY})),
    "ansoegning_hjaelp": Leaving(topics=_MONEY),
    "beregninger": Leaving(topics=_MONEY),
    "forventninger": Leaving(topics=frozenset()),
    "oplysning": Leaving(topics=frozenset()),
    "kursus": Leaving(topics=frozenset()),
    "journal": Leaving(),
    **{name: Leaving(topics=frozenset(), own_word=True) for name in ABOUT_CONSENT},
}
"""What each paper tells, by its name."""

LINE_BY_LINE = ("budget", "budget_ark", "budgetkonto", "aaret", "ydelser", "ansoegning_hjaelp", "beregninger")
"""Papers that show the single lines behind the figures: medicine, dentist, sickness benefit."""

_LETTERS: Mapping[str, frozenset[ShareTopic]] = {
    "brev_udlejer_vent": _LANDLORD_KNOWS | {T.HELP, T.FAMILY},
    "brev_udlejer_afdrag": _LANDLORD_KNOWS,
    "brev_lavere_ydelse": frozenset({T.HOME, T.FAMILY}),
    "brev_stop_modregning": frozenset({T.HOME, T.FAMILY}),
}
"""Letters that go with repayment: what they tell beside name, address and the receiver's own claim."""


def leaving(document: str, case: Case, on: date, *, letter: WrittenLetter | None = None) -> Leaving:
    """To whom a paper goes and what it tells, as the case stands. `letter`: a letter that goes with repayment."""
    name, _, about = document.partition(":")
    if letter is not None:
        return _letter(letter, case)
    if name == SUMMARY:
        return _summary(about, case)
    found = PAPERS.get(name) or PAPERS.get("ansoegning_hjaelp" if name.startswith("ansoegning_hjaelp") else "")
    if found is None:
        return Leaving()
    if name.startswith(LINE_BY_LINE) and tells_of_health(case):
        found = replace(found, topics=found.topics | {T.HEALTH})
    if name == "redning_udlejer" and sharing.landlord_may_know(case, on):
        found = replace(found, topics=found.topics | {T.HELP_AWAITED})
    return replace(found, recipient=sharing.named(case, found.to)) if found.to else found


def _letter(letter: WrittenLetter, case: Case) -> Leaving:
    told = _LETTERS.get(letter.key, frozenset({T.HOME})) | {T.CONTACT}
    if any(part.economy for part in letter.parts):
        told |= {T.ECONOMY}
    party = sharing.party_named(letter.recipient_name, case)
    if party is P.OTHER and letter.recipient.debt is not None:
        party = P.CREDITOR
    return Leaving(to=party, recipient=letter.recipient_name, topics=told, own_word=True, purpose=letter.consent)


def _summary(about: str, case: Case) -> Leaving:
    """The summary holds only what its consent covers; where that is none (any more) it tells too much."""
    consent = find(case, about)
    if consent is None:
        return Leaving(to=P.OTHER, topics=frozenset({T.HOME}))
    party = sharing.party_of(consent, case)
    topics = sharing.topics_of(consent, case) - sharing.NEVER.get(party, frozenset())
    return Leaving(
        to=party,
        recipient=consent.recipient,
        topics=topics or frozenset({T.CPR}),
        purpose=consent.purpose,
    )


def gate(leaves: Leaving, case: Case, on: date) -> Decision | None:
    """The decision about a paper that goes to somebody; None for one that stays with the tenant."""
    if leaves.to is None:
        return None
    return sharing.may_share(case, leaves.to, leaves.topics, on, recipient=leaves.recipient, purpose=leaves.purpose)


def stopped(leaves: Leaving, case: Case, on: date) -> Decision | None:
    """The decision, where the paper may not leave: it tells more than is agreed, and is not the tenant's own word."""
    decision = gate(leaves, case, on)
    return decision if decision is not None and not decision.allowed and not leaves.own_word else None


def given_to(leaves: Leaving, case: Case, on: date, *, party: ConsentParty, recipient: str) -> Decision:
    """Whether this paper, whoever it is made for, may be given to somebody on a day: as anybody's word but the
    tenant's."""
    return sharing.may_share(case, party, leaves.topics, on, recipient=recipient)
