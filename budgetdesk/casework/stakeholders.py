"""Who is around a case: who is there, who is missing, and who may be told something.

The eight of the guideline (BL and Finansrådet) and those that practice names besides; which belong to a case follows
from its facts. The list is data (`resources/contact/sides.toml`). A person who is missing is a hint, never a duty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.clock import letter_in_force
from budgetdesk.casework.consents import in_force
from budgetdesk.casework.contact_method import Methods, is_stale
from budgetdesk.casework.letter_recipients import COLLECTED
from budgetdesk.casework.sharing import party_of
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.course import ContactPerson
from budgetdesk.household.words import ConsentKind, ConsentParty, Letter
from budgetdesk.i18n import _

_FROM_COURT = (Letter.OPHAEVELSE, Letter.FOGED)
_OF_UDK = frozenset(
    {"folkepension", "foertidspension", "boernetilskud", "boerneydelse", "barselsdagpenge", "seniorpension"}
)
_OF_JOBCENTER = frozenset(
    {"kontanthjaelp_mindstesats", "kontanthjaelp_grundsats", "kontanthjaelp_forhoejet", "sygedagpenge",
     "ledighedsydelse", "ressourceforloeb", "dagpenge"}
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Side:
    """One body: whether the guideline names it, when it belongs to a case, and for whom a consent to it counts."""

    key: str
    guideline: bool = False
    always: bool = False
    when: tuple[str, ...] = ()
    party: ConsentParty = ConsentParty.OTHER
    called: tuple[str, ...] = ()
    warning: str = ""


Sides = Mapping[str, Side]
"""By key, in the order of the file."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """One contact person, and whether the number is old."""

    person: ContactPerson
    stale: bool


@dataclass(frozen=True, kw_only=True)
class Stakeholder:
    """One body in a case."""

    side: Side
    people: tuple[Known, ...]
    belongs: bool
    """Whether a fact of the case makes somebody there worth knowing."""
    why: str = ""
    """Which fact: a key of `wording.people.WHY`; "" where it always belongs, or does not."""
    name: str = ""
    """What the case itself calls it, such as the landlord's name."""
    consents: tuple[Consent, ...] = ()
    """The consents in force that let something be told there."""

    @property
    def missing(self) -> bool:
        """Whether somebody there would be worth knowing, and nobody is written down."""
        return self.belongs and not self.people

    @property
    def there(self) -> bool:
        return self.belongs or bool(self.people)


def stakeholders(case: Case, sides: Sides, methods: Methods, on: date) -> tuple[Stakeholder, ...]:
    """Every body of the list, in its order. A person of a side that the list does not know stands under the last."""
    facts = _facts(case)
    last = list(sides)[-1]
    by_side: dict[str, list[Known]] = {key: [] for key in sides}
    for person in case.contact_persons:
        side = person.side if person.side in by_side else last
        by_side[side].append(Known(person=person, stale=_is_old(person, methods, on)))
    return tuple(
        Stakeholder(
            side=side,
            people=tuple(by_side[key]),
            belongs=side.always or any(word in facts for word in side.when),
            why=next((word for word in side.when if word in facts), ""),
            name=_name(case, key),
            consents=_consents(case, side, by_side[key], on),
        )
        for key, side in sides.items()
    )


def stale_people(case: Case, methods: Methods, on: date) -> tuple[ContactPerson, ...]:
    """Those whose number was last checked too long ago, or never; the oldest first."""
    old = [one for one in case.contact_persons if _is_old(one, methods, on)]
    return tuple(sorted(old, key=lambda one: one.checked_on or date.min))


def _is_old(person: ContactPerson, methods: Methods, on: date) -> bool:
    """Where neither a number nor an address is written down there is nothing to check."""
    return bool(person.phone or person.email) and is_stale(person.checked_on, methods, on)


def _consents(case: Case, side: Side, people: list[Known], on: date) -> tuple[Consent, ...]:
    """Consents to share, for this kind of body, or that name a person there."""
    ids = {known.person.id for known in people}
    named = {text.casefold() for known in people for text in (known.person.name, known.person.organisation) if text}
    found = []
    for consent in case.conversation.consents:
        if consent.kind is not ConsentKind.SAMTYKKE or not in_force(consent, on):
            continue
        party = party_of(consent, case)
        to_person = consent.contact in ids or consent.recipient.casefold() in named
        if to_person or (party is side.party and party is not ConsentParty.OTHER and _same_body(side, consent)):
            found.append(consent)
    return tuple(found)


def _same_body(side: Side, consent: Consent) -> bool:
    """Creditors, courts and municipalities are many: a consent for one is shown at the first of its kind only where
    its recipient is not named as another."""
    if side.party is not ConsentParty.CREDITOR:
        return True
    collected = "skat" in consent.recipient.casefold() or "gældsstyrelsen" in consent.recipient.casefold()
    return collected == (side.key == "gaeldsstyrelsen")


def _facts(case: Case) -> frozenset[str]:
    """Which facts of the file the case has."""
    kinds = {row.kind for row in case.income}
    bases = {base.base for person in case.persons for base in person.income_base}
    lives_on = kinds | bases
    private = [debt for debt in case.debts if debt.kind not in COLLECTED]
    known = {
        "public_debt": any(debt.kind in COLLECTED for debt in case.debts),
        "private_debt": bool(private),
        "collector": any(debt.collector for debt in private),
        "court": letter_in_force(case) in _FROM_COURT or case.arrears.court_meeting is not None,
        "estate": False,
        "udbetaling_danmark": case.tenancy.boligstoette.amount is not None
        or case.tenancy.boligstoette.applied_on is not None
        or bool(_OF_UDK & lives_on),
        "bank": bool(case.bank) or any(debt.kind in ("banklaan", "overtraek") for debt in case.debts),
        "jobcenter": bool(_OF_JOBCENTER & lives_on),
        "network": "netvaerk" in kinds,
    }
    return frozenset(word for word, there in known.items() if there)


def _name(case: Case, key: str) -> str:
    """What the case itself calls a body."""
    if key == "udlejer":
        return case.tenancy.landlord
    if key == "kommune" and case.tenancy.municipality:
        town = case.tenancy.municipality
        return town if "kommune" in town.casefold() else _("{town} Kommune").format(town=town)
    if key == "fogedret":
        return case.arrears.court
    if key == "kreditor":
        names = [debt.creditor for debt in case.debts if debt.kind not in COLLECTED and debt.creditor]
        return names[0] if len(set(names)) == 1 else ""
    return ""
