"""The papers about one consent, by name: `samtykke:s1`. Light to import: the window asks for titles first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from budgetdesk.casework import leaving
from budgetdesk.casework.consents import find
from budgetdesk.documents.papers.answers import for_the_tenant
from budgetdesk.documents.papers.parties import Party
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case, Consent
from budgetdesk.household.words import ConsentKind
from budgetdesk.i18n import N_, _, translated

OF = ":"
"""Between the name of a paper and the id of its consent."""


@dataclass(frozen=True)
class ConsentPaper:
    """What a list of papers needs to know of one."""

    title: str
    signed: bool
    kinds: tuple[ConsentKind, ...]
    """For which consents it is made."""


CONSENT_PAPERS: Mapping[str, ConsentPaper] = {
    leaving.CONSENT: ConsentPaper(N_("Samtykke"), True, (ConsentKind.SAMTYKKE,)),
    leaving.POWER: ConsentPaper(N_("Fuldmagt"), True, (ConsentKind.FULDMAGT,)),
    leaving.COMPANION: ConsentPaper(N_("Bisidder"), True, (ConsentKind.BISIDDER,)),
    leaving.REPRESENTATIVE: ConsentPaper(N_("Partsrepræsentant"), True, (ConsentKind.PARTSREPRAESENTANT,)),
    leaving.TAKEN_BACK: ConsentPaper(N_("Samtykke trukket tilbage"), False, tuple(ConsentKind)),
    leaving.SUMMARY: ConsentPaper(N_("Resume af sagen"), False, (ConsentKind.SAMTYKKE, ConsentKind.PARTSREPRAESENTANT)),
}
"""By name, in the order in which they are offered."""


def is_consent_paper(document: str) -> bool:
    """Whether a document, with or without its consent, is one of these papers."""
    return split(document)[0] in CONSENT_PAPERS


def split(document: str) -> tuple[str, str]:
    """(`samtykke`, `s1`); the id is "" where none is named."""
    name, _rest, consent = document.partition(OF)
    return name, consent


def joined(name: str, consent: str) -> str:
    """`samtykke:s1`."""
    return f"{name}{OF}{consent}" if consent else name


def paper_of(consent: Consent) -> str:
    """The paper by which a consent of this kind is given: `fuldmagt:s2`."""
    name = next(name for name, paper in CONSENT_PAPERS.items() if consent.kind in paper.kinds)
    return joined(name, consent.id)


def consent_of(document: str, case: Case) -> Consent:
    """The consent a paper is about; where none is named, the last of its kind. Raises DocumentError."""
    name, wanted = split(document)
    paper = translated(CONSENT_PAPERS)[name]
    fitting = [one for one in case.conversation.consents if one.kind in paper.kinds]
    found = find(case, wanted) if wanted else (fitting[-1] if fitting else None)
    if found is None or found.kind not in paper.kinds:
        raise DocumentError(
            _("{title}: der er intet at skrive om endnu. Skriv det først på siden Samtykker.").format(title=paper.title)
        )
    return found


def title_of(document: str, case: Case) -> str:
    """`Samtykke: Hvidovre Kommune`; never more of a person's name than the paper itself has."""
    title = translated(CONSENT_PAPERS)[split(document)[0]].title
    try:
        who = consent_of(document, case).recipient.strip()
    except DocumentError:
        return title
    return f"{title}: {who}" if who else title


def signers(case: Case) -> tuple[Party, ...]:
    """The tenant, or the guardian."""
    return tuple(for_the_tenant(case))
