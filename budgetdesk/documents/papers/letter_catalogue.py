"""The letters that go with repayment, by name: `brev_henstand`, or `brev_henstand:d1` for one recipient.

Light to import: the window asks for titles and signers before anything is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from budgetdesk.casework.letter_recipients import recipient_of
from budgetdesk.casework.letter_texts import About
from budgetdesk.documents.papers.answers import for_the_tenant
from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.seals.ink import Role
from budgetdesk.household.case import Case, Person
from budgetdesk.household.words import Role as HouseholdRole
from budgetdesk.i18n import N_

TO = ":"
"""Between the name of a letter and the id of its recipient."""


@dataclass(frozen=True)
class LetterEntry:
    """What a list of papers needs to know of a letter, as its text has it (a test holds them together)."""

    title: str
    about: About


LETTERS: Mapping[str, LetterEntry] = {
    "brev_henstand": LetterEntry(N_("Bed om en pause"), About.DEBT),
    "brev_lavere_ydelse": LetterEntry(N_("Tilbyd en lavere ydelse"), About.DEBT),
    "brev_stop_modregning": LetterEntry(N_("Stop modregning eller udlæg"), About.BANK),
    "brev_basal_konto": LetterEntry(N_("Bed om en basal betalingskonto"), About.NEW_BANK),
    "brev_gaeldsstyrelsen": LetterEntry(N_("Skriv til Gældsstyrelsen"), About.PUBLIC),
    "brev_foged_ny_dato": LetterEntry(N_("Bed fogedretten om en ny dato"), About.COURT),
    "brev_udlejer_vent": LetterEntry(N_("Bed udlejer vente på svar"), About.LANDLORD),
    "brev_udlejer_afdrag": LetterEntry(N_("Foreslå udlejer en plan"), About.LANDLORD),
    "brev_foraeldelse": LetterEntry(N_("Indsigelse: kravet er for gammelt"), About.DEBT),
    "brev_gebyr_rente": LetterEntry(N_("Indsigelse: gebyrer og renter"), About.DEBT),
}
"""By name, in the order in which they are offered."""


def is_letter(document: str) -> bool:
    """Whether a document, with or without its recipient, is one of these letters."""
    return split(document)[0] in LETTERS


def split(document: str) -> tuple[str, str]:
    """(`brev_henstand`, `d1`); the recipient is "" where none is named."""
    name, _rest, about = document.partition(TO)
    return name, about


def joined(name: str, about: str) -> str:
    """`brev_henstand:d1`."""
    return f"{name}{TO}{about}" if about else name


def signers(document: str, case: Case) -> tuple[Party, ...]:
    """Who signs this letter."""
    name, about = split(document)
    return tuple(letter_parties(case, recipient_of(case, LETTERS[name].about, about).senders))


def letter_parties(case: Case, senders: Sequence[Person]) -> list[Party]:
    """The one whose debt it is; the guardian for a tenant who has one."""
    signing: list[Party] = []
    for person in senders:
        tenant = person.role is HouseholdRole.TENANT
        signing += for_the_tenant(case) if tenant else [Party(Role.CO_TENANT, person.name)]
    return signing or for_the_tenant(case)
