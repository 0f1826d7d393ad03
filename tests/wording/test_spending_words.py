"""The sentences about statements and a month of spending."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from budgetdesk.ledger.batches import AddReport
from budgetdesk.ledger.spending import Proof, ProofStatus
from budgetdesk.wording import spending


def _proof(status: ProofStatus) -> Proof:
    return Proof(status=status, start=date(2026, 10, 1), end=date(2026, 10, 31))


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), "1.–31. oktober"),
        (date(2026, 10, 5), date(2026, 10, 5), "5. oktober"),
        (date(2026, 9, 28), date(2026, 10, 3), "28. september – 3. oktober"),
        (date(2025, 12, 28), date(2026, 1, 3), "28. december 2025 – 3. januar 2026"),
        (None, None, ""),
    ],
)
def test_a_period_is_as_short_as_it_can_be(start: date | None, end: date | None, said: str) -> None:
    assert spending.period(start, end) == said


def test_the_proof_says_for_which_days_the_balance_agrees() -> None:
    assert spending.proof(_proof(ProofStatus.HOLDS)) == "Saldoen stemmer: 1.–31. oktober."
    assert spending.proof(_proof(ProofStatus.FAILS)).startswith("Saldoen stemmer ikke")
    assert "ikke kontrolleres" in spending.proof(_proof(ProofStatus.NOT_POSSIBLE))


@pytest.mark.parametrize(
    ("added", "known", "said"),
    [
        (70, 0, "70 nye posteringer."),
        (1, 3, "1 ny postering. 3 er her allerede og tæller kun én gang."),
        (0, 70, "Alle posteringer er her allerede. Der kommer intet nyt."),
    ],
)
def test_overlap_is_told_before_anything_is_taken_in(added: int, known: int, said: str) -> None:
    assert spending.overlap(AddReport(batch="b1", added=added, known=known, text="")) == said


def test_a_receipt_that_does_not_add_up_says_so_and_ends_in_one_full_stop() -> None:
    assert spending.rest(Decimal(0)) == ""
    assert spending.rest(Decimal("71.95")) == "Der mangler 71,95\u00a0kr., som bliver stående som ikke fordelt."
    assert "mere end bonen" in spending.rest(Decimal("-3"))
