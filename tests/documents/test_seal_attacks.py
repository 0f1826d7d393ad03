"""Whatever a forger does to a sealed file, the answer is that it was changed or is not valid."""

from __future__ import annotations

import os
import random
import re
import subprocess
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
import seal_attacks
import seal_forgeries
from forgery import ATTACKS
from pdf_reading import needs_nss, run
from sealed import AT, hole, key, sealed, unsealed

from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify

BUILT = (seal_attacks, seal_forgeries)
"""Importing them is what builds the attacks."""
FLIPS = int(os.environ.get("BUDGETDESK_FLIPS", "30"))
GOOD = int(os.environ.get("BUDGETDESK_GOOD_SEALS", "3"))
"""How many changed bytes and how many good files are tried; `make attacks` tries a thousand and a hundred."""


def test_there_are_more_than_forty_attacks_and_the_file_they_start_from_is_good() -> None:
    assert len(ATTACKS) > 40
    assert verify(sealed(), roots=[key().root]).trusted


@cache
def attack(name: str) -> bytes:
    return ATTACKS[name]()


@pytest.mark.parametrize("name", list(ATTACKS))
def test_the_attack_is_told(name: str) -> None:
    pdf = attack(name)
    answer = verify(pdf, roots=[key().root])

    assert pdf != sealed()
    assert not answer.valid, answer
    assert answer.reasons
    assert not answer.ink


def test_a_file_sealed_anew_by_a_forger_of_the_same_name_is_whole_but_a_stranger() -> None:
    forged = seal(unsealed(), signer=certificate.make("Boligrådgivningen Lærkely", start=AT), when=AT)
    answer = verify(forged, roots=[key().root])

    assert not answer.trusted
    assert "kender ikke udstederen" in " ".join(answer.reasons)


def test_any_byte_changed_anywhere_is_told() -> None:
    """Also in the gap that holds the signature, and in its padding."""
    chance = random.Random(20261120)  # noqa: S311 - to be the same every time, not to be secret
    start, end = hole()
    places = [chance.randrange(len(sealed())) for _ in range(FLIPS)]
    places += [chance.randrange(start, end) for _ in range(FLIPS // 3)]
    for at in places:
        changed = bytearray(sealed())
        changed[at] ^= chance.randrange(1, 256)
        answer = verify(bytes(changed), roots=[key().root])
        assert not (answer.valid and answer.trusted), at


@needs_nss
def test_poppler_and_we_agree_on_every_good_file(tmp_path: Path) -> None:
    store, root = f"sql:{tmp_path / 'nss'}", tmp_path / "root.pem"
    (tmp_path / "nss").mkdir()
    root.write_bytes(certificate.root_pem(key()))
    run("certutil", "-N", "-d", store, "--empty-password")
    run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-i", root)
    for number in range(GOOD):
        pdf = seal(unsealed(), signer=key(), when=AT + timedelta(minutes=number), adviser=f"Rådgiver {number}")
        file = tmp_path / "a.pdf"
        file.write_bytes(pdf)
        told = run("pdfsig", "-nssdir", store, file)
        assert verify(pdf, roots=[key().root]).trusted
        assert "Signature is Valid" in told
        assert "Certificate is Trusted" in told
        assert "Total document signed" in told
        checked = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stdout + checked.stderr


def test_each_attack_changes_something_else() -> None:
    made = {name: attack(name) for name in ATTACKS}

    assert len({re.sub(rb"\s", b"", pdf) for pdf in made.values()}) >= len(made) - 2
