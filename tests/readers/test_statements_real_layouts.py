"""The layouts of files that were really exported, measured where those files are at hand; they are not ours to ship.

Set BUDGETDESK_BANK_SAMPLES to the folder that has them.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from budgetdesk.errors import StatementError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.statements import read_statement

ROOT = Path(__file__).parents[2]
SAMPLES = Path(os.environ.get("BUDGETDESK_BANK_SAMPLES", ROOT.parent / "shared" / "data" / "bank_formats" / "samples"))
TODAY = date(2026, 11, 20)
READ = {
    "danske_bank_6col_cp1252.csv": ("danske_bank_6", 3, 0, []),
    "danske_bank_6col_utf8.csv": ("danske_bank_6", 5, 0, []),
    "danske_bank_8col_cp1252.csv": ("danske_bank_8", 8, 1, []),
    "danske_bank_8col_malformed_cp1252.csv": ("danske_bank_8", 5, 0, [3, 5, 6]),
    "nordea_dk_2022_no_trailing_utf8.csv": ("nordea_2022", 7, 0, []),
    "nordea_dk_2022_utf8bom.csv": ("nordea_2022", 4, 1, []),
}
"""File -> layout, rows, pending rows, lines with a problem."""


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the folder of real exports is not here")
    return path


@pytest.mark.parametrize("name", READ)
def test_a_real_export_is_read_whole(name):
    found = read_statement(sample(name), today=TODAY)

    assert (found.format, len(found.rows), len(found.pending), [p.row for p in found.problems]) == READ[name]


def test_a_real_excerpt_with_gaps_does_not_pass_for_whole():
    """These excerpts leave rows out, so their proof must fail."""
    found = read_statement(sample("nordea_dk_2022_no_trailing_utf8.csv"), today=TODAY)

    assert found.proof.status is ProofStatus.FAILS
    assert found.proof.gaps == ("Mellem 29. og 30. august mangler 93.830,28 kr. (en udbetaling).",)


def test_every_other_bank_gets_a_sentence():
    sample("danske_bank_6col_cp1252.csv")
    for path in sorted(SAMPLES.iterdir()):
        if path.name not in READ:
            with pytest.raises(StatementError, match=path.name):
                read_statement(path, today=TODAY)
