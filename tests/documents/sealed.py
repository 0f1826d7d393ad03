"""A sealed document to attack, made once: two signatures at the desk, one seal, and the certificate behind it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import document_household as sample

from budgetdesk.documents.papers.budget_pdf import budget_pdf
from budgetdesk.documents.seals import certificate, ink
from budgetdesk.documents.seals.certificate import SealKey
from budgetdesk.documents.seals.ink import Ink, Role
from budgetdesk.documents.seals.seal import seal

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
STROKES = [[(0, 0, 0), (40, 30, 0.1), (90, 5, 0.2)], [(10, 50, 0.5), (80, 48, 0.6)]]


@cache
def key() -> SealKey:
    return certificate.make("Boligrådgivningen Lærkely", start=AT)


def inks() -> tuple[Ink, ...]:
    return (
        ink.drawn(Role.TENANT, "Nadia Skovgaard", STROKES, AT),
        ink.typed(Role.ADVISER, "Karen Mølgaard", AT, confirmed=True),
    )


@cache
def unsealed() -> bytes:
    return budget_pdf(sample.record().case, sample.answers(), on=sample.TODAY, ink=inks())


@cache
def sealed() -> bytes:
    return seal(unsealed(), signer=key(), when=AT, adviser="Karen Mølgaard")


@cache
def hole() -> tuple[int, int]:
    """Where the signature itself lies: the bytes that it does not cover."""
    import re

    found = re.search(rb"/ByteRange \[0 +(\d+) +(\d+) +\d+", sealed())
    assert found
    return int(found[1]), int(found[2])
