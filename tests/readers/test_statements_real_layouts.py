"""The layouts of files that were really exported, measured where those files are at hand; they are not ours to ship.

Set BUDGETDESK_BANK_SAMPLES to the folder that has them.
"""

from __future__ import annotations

import os
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from budgetdesk.errors import StatementError
from budgetdesk.ledger.spending import ProofStatus
from budgetdesk.readers.statements import read_statement

ROOT = Path(__file__).parents[2]
SAMPLES = Path(os.environ.get("BUDGETDESK_BANK_SAMPLES", ROOT.parent / "shared" / "data" / "bank_formats" / "samples"))
TODAY = date(2026, 11, 20)
READ = {
    "bankdata_v3_business_cp1252.csv": ("bankdata_v3", 2, 0, [], "8968.00"),
    "bec_business_7col_cp1252.csv": ("bec_business", 5, 0, [], "14.00"),
    "danske_bank_6col_cp1252.csv": ("danske_bank_6", 3, 0, [], "29158.20"),
    "danske_bank_6col_utf8.csv": ("danske_bank_6", 5, 0, [], "-207355.00"),
    "danske_bank_8col_cp1252.csv": ("danske_bank_8", 8, 1, [], "36592.14"),
    "danske_bank_8col_malformed_cp1252.csv": ("danske_bank_8", 5, 0, [3, 5, 6], "-180.00"),
    "danske_cmkv_business_cp1252.csv": ("danske_bank_cmkv", 4, 0, [], "12411.10"),
    "danske_cmkxksx_business_cp1252.csv": ("danske_bank_cmkxksx", 3, 0, [], "191.83"),
    "enable_banking_psd2.json": ("psd2", 3, 0, [], "31503.50"),
    "lunar_dkk_variantB_utf8.csv": ("lunar_currency", 3, 0, [], "-463.50"),
    "mobilepay_myshop_business_utf8.csv": ("mobilepay_myshop", 2, 0, [], "1150.00"),
    "n26_de_bank2ynab_MIT.csv": ("n26", 1, 0, [1], "-59.99"),
    "nordea_dk_2022_no_trailing_utf8.csv": ("nordea_2022", 7, 0, [], "40630.69"),
    "nordea_dk_2022_utf8bom.csv": ("nordea_2022", 4, 1, [], "6850.05"),
    "spiir_advanced_export_subset_utf8.csv": ("spiir", 2, 0, [], "-400.50"),
    "sydbank_6col_cp1252.csv": ("sydbank_2007", 1, 0, [], "-130.00"),
}
"""File -> layout, rows, pending rows, lines with a problem, sum of all rows (kr), added up by hand from the file."""


def sample(name: str) -> Path:
    path = SAMPLES / name
    if not path.exists():
        pytest.skip("the folder of real exports is not here")
    return path


@pytest.mark.parametrize("name", READ)
def test_a_real_export_is_read_whole(name):
    found = read_statement(sample(name), today=TODAY)

    problems, total = [p.row for p in found.problems], sum((row.amount for row in found.rows), Decimal(0))
    assert (found.format, len(found.rows), len(found.pending), problems, str(total)) == READ[name]


def test_a_real_excerpt_with_gaps_does_not_pass_for_whole():
    """These excerpts leave rows out, so their proof must fail."""
    found = read_statement(sample("nordea_dk_2022_no_trailing_utf8.csv"), today=TODAY)

    assert found.proof.status is ProofStatus.FAILS
    assert found.proof.gaps == ("Mellem 29. og 30. august mangler 93.830,28 kr. (en udbetaling).",)


def test_a_header_with_no_row_below_it_is_known_and_says_so():
    sample("HEADER_ONLY_spar_nord.csv")
    headers = sorted(SAMPLES.glob("HEADER_ONLY_*"))
    for path in headers:
        with pytest.raises(StatementError, match="ingen posteringer"):
            read_statement(path, today=TODAY)

    assert len(headers) == 5


def test_every_file_in_the_folder_has_been_measured():
    sample("danske_bank_6col_cp1252.csv")

    assert {p.name for p in SAMPLES.iterdir() if not p.name.startswith("HEADER_ONLY")} == READ.keys()
