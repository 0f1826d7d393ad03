"""What may be told to whom: the one place that decides, for every paper that leaves the room.

Without the tenant's consent the landlord may be told what the landlord is a party to: the tenancy, the arrears, the
agreement on them and whether it is kept (BL & Finansrådet, Guidelines for økonomisk rådgivning). Everything else about
the household, and everything to everybody else, needs a consent: for this recipient, given, not run out, not taken back
(databeskyttelsesforordningen art. 4(11), 6(1)(a) and 7), that covers this piece. A consent without pieces, as they were
taken down once, lets the landlord know *that* help was applied for and when the answer usually comes, nothing more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.consents import flat, in_force, same_name
from budgetdesk.casework.rescue import Rescue
from budgetdesk.casework.rescue_lines import State
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.words import ConsentKind, ConsentParty, ShareTopic
from budgetdesk.i18n import _

LANDLORD = "udlejer"
FREE: Mapping[ConsentParty, frozenset[ShareTopic]] = {
    ConsentParty.LANDLORD: frozenset({ShareTopic.HOME, ShareTopic.ARREARS, ShareTopic.AGREEMENT})
}
"""What may be told without a consent."""
NEVER: Mapping[ConsentParty, frozenset[ShareTopic]] = {
    ConsentParty.LANDLORD: frozenset({ShareTopic.HEALTH, ShareTopic.CPR}),
    ConsentParty.STATISTICS: frozenset(ShareTopic) - {ShareTopic.COUNTED},
}
"""What no consent opens: the recipient needs it for nothing (art. 5(1)(c))."""
_BARE = frozenset({ShareTopic.HELP_AWAITED})
"""What a consent to share with the landlord says yes to where it names no pieces."""


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Whether some pieces may be told to somebody on a day."""

    party: ConsentParty
    recipient: str
    asked: frozenset[ShareTopic]
    free: frozenset[ShareTopic]
    """Those that need no consent."""
    covered: frozenset[ShareTopic]
    """Those that a consent covers."""
    consents: tuple[Consent, ...] = ()
    """The consents that cover them."""

    @property
    def missing(self) -> tuple[ShareTopic, ...]:
        """What may not be told, in the order of `ShareTopic`."""
        left = self.asked - self.free - self.covered
        return tuple(topic for topic in ShareTopic if topic in left)

    @property
    def allowed(self) -> bool:
        return not self.missing

    @property
    def closed(self) -> tuple[ShareTopic, ...]:
        """What no consent opens to this recipient."""
        return tuple(topic for topic in self.missing if topic in NEVER.get(self.party, ()))


def may_share(
    case: Case, party: ConsentParty, topics: Iterable[ShareTopic], on: date, *, recipient: str = "", purpose: str = ""
) -> Decision:
    """Whether these pieces may be told to this recipient on this day. With a `purpose` only a consent for that
    purpose counts."""
    asked = frozenset(topics)
    free = asked & FREE.get(party, frozenset())
    name = recipient or named(case, party)
    carrying, covered = [], frozenset[ShareTopic]()
    for consent in case.conversation.consents:
        if not in_force(consent, on) or not _for(consent, case, party, name):
            continue
        if purpose and not same_name(consent.purpose, purpose):
            continue
        more = asked & topics_of(consent, case) - NEVER.get(party, frozenset())
        if more - free:
            carrying.append(consent)
            covered |= more
    return Decision(
        party=party, recipient=name, asked=asked, free=free, covered=covered - free, consents=tuple(carrying)
    )


def topics_of(consent: Consent, case: Case) -> frozenset[ShareTopic]:
    """The pieces that a consent covers."""
    if consent.covers:
        return frozenset(ShareTopic(word) for word in consent.covers if word in tuple(ShareTopic))
    bare = consent.kind is ConsentKind.SAMTYKKE and party_of(consent, case) is ConsentParty.LANDLORD
    return _BARE if bare else frozenset()


def party_of(consent: Consent, case: Case) -> ConsentParty:
    """What kind of body a consent is for: as it was said, else by the recipient's name."""
    return consent.party or party_named(consent.recipient, case)


def party_named(recipient: str, case: Case) -> ConsentParty:
    """What kind of body somebody is, as far as the name and the case tell."""
    name = flat(recipient)
    if is_landlord(recipient, case):
        return ConsentParty.LANDLORD
    if name == "udk" or "udbetaling danmark" in name:
        return ConsentParty.UDBETALING_DANMARK
    if "kommune" in name:
        return ConsentParty.MUNICIPALITY
    if "foged" in name or name.startswith("retten"):
        return ConsentParty.COURT
    if any(same_name(name, known) for debt in case.debts for known in (debt.creditor, debt.collector)):
        return ConsentParty.CREDITOR
    if "bank" in name or "sparekasse" in name:
        return ConsentParty.BANK
    return ConsentParty.OTHER


def named(case: Case, party: ConsentParty) -> str:
    """The recipient's name where the case knows it; "" where there may be several."""
    if party is ConsentParty.LANDLORD:
        return case.tenancy.landlord
    if party is ConsentParty.MUNICIPALITY and case.tenancy.municipality.strip():
        return _("{bare_municipality} Kommune").format(bare_municipality=_bare_municipality(case.tenancy.municipality))
    if party is ConsentParty.UDBETALING_DANMARK:
        return "Udbetaling Danmark"
    if party is ConsentParty.COURT:
        return case.arrears.court
    return ""


def is_landlord(recipient: str, case: Case) -> bool:
    """Whether a name is the landlord's, or the word for one."""
    name, landlord = flat(recipient), flat(case.tenancy.landlord)
    return bool(name) and (LANDLORD in name or (bool(landlord) and (name in landlord or landlord in name)))


def _for(consent: Consent, case: Case, party: ConsentParty, recipient: str) -> bool:
    """Whether a consent is to this recipient. There is one landlord and one Udbetaling Danmark; of the others there are
    many, so the name has to be the same."""
    if party_of(consent, case) is not party:
        return False
    if party in (ConsentParty.UDBETALING_DANMARK, ConsentParty.STATISTICS):
        return True
    if party is ConsentParty.LANDLORD:
        return not consent.recipient.strip() or is_landlord(consent.recipient, case)
    if party is ConsentParty.MUNICIPALITY:
        return same_name(_bare_municipality(consent.recipient), _bare_municipality(recipient))
    return same_name(consent.recipient, recipient)


def _bare_municipality(name: str) -> str:
    words = name.split()
    return " ".join(words[:-1] if words and flat(words[-1]) in ("kommune", "kommunen") else words)


# the landlord


def landlord_may_know(case: Case, on: date) -> bool:
    """Whether the landlord may be told *that* help was applied for, and when the answer usually comes."""
    return may_share(case, ConsentParty.LANDLORD, [ShareTopic.HELP_AWAITED], on).allowed


def answer_expected(case: Case, rescue: Rescue, on: date) -> date | None:
    """The day on which the last answer to what was applied for usually comes; None without consent, or where nothing
    has been applied for."""
    if not landlord_may_know(case, on):
        return None
    waiting = [line.last for line in rescue.lines if line.state is State.ASKED and line.last is not None]
    return max(waiting, default=None)
