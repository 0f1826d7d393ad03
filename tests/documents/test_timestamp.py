"""A server's time on a seal: it is put in later, changes nothing else, and a false one is refused."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
import time_server
from cryptography.hazmat.primitives.serialization import Encoding
from pdf_reading import needs_poppler, needs_qpdf, run
from sealed import hole, sealed, unsealed

from budgetdesk.documents.seals import timestamp
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import SealError, TimeServerError


@cache
def stamped() -> bytes:
    return timestamp.add(sealed(), time_server.stamper())


def test_the_seal_becomes_one_with_a_time_and_stays_unbroken():
    found = verify(stamped())

    assert (verify(sealed()).level, found.level) == ("PAdES B-B", "PAdES B-T")
    assert found.valid
    assert not found.changed_after_signing
    assert (timestamp.is_stamped(sealed()), timestamp.is_stamped(stamped())) == (False, True)


def test_nothing_outside_the_room_for_the_signature_is_touched():
    start, after = hole()

    assert len(stamped()) == len(sealed())
    assert stamped()[:start] == sealed()[:start]
    assert stamped()[after:] == sealed()[after:]
    assert timestamp.sealed_part(stamped()) == timestamp.sealed_part(sealed())


def test_a_second_stamp_changes_nothing():
    assert timestamp.add(stamped(), time_server.stamper()) == stamped()


def test_over_the_net_only_a_hash_is_sent():
    with time_server.running() as (url, asked):
        found = timestamp.add(sealed(), timestamp.server(url))

    assert verify(found).level == "PAdES B-T"
    assert all(len(question) < 120 for question in asked)
    assert not any("Lærkely".encode() in question or b"Nadia" in question for question in asked)


@pytest.mark.parametrize("answer", [b"", b"<html>", b"\x30\x03\x02\x01\x00"])
def test_a_server_that_talks_nonsense_is_told_and_the_seal_stands(answer: bytes):
    with time_server.running(answer=answer) as (url, _), pytest.raises(TimeServerError, match="gav intet"):
        timestamp.add(sealed(), timestamp.server(url), host="127.0.0.1")


def test_a_server_that_is_not_there_is_told():
    with pytest.raises(TimeServerError, match="når der er net"):
        timestamp.add(sealed(), timestamp.server("http://127.0.0.1:9/"), host="127.0.0.1")


def test_the_time_of_another_signature_is_refused():
    class Other:
        async def async_timestamp(self, digest: bytes, hash_name: str):
            return await time_server.stamper().async_timestamp(bytes(32), hash_name)

    with pytest.raises(TimeServerError, match="ikke hører til"):
        timestamp.add(sealed(), Other())


@pytest.mark.parametrize("url", ["", "tid.example.dk", "file:///etc/passwd", "ftp://tid.example.dk", "https://"])
def test_what_is_no_address_is_told(url: str):
    with pytest.raises(TimeServerError, match="ikke en tidsstempelserver"):
        timestamp.server(url)


def test_only_an_unbroken_seal_gets_a_time():
    broken = bytearray(sealed())
    broken[len(broken) // 3] ^= 1

    for file in (unsealed(), bytes(broken), b"%PDF-1.7"):
        with pytest.raises(SealError, match="intet ubrudt segl"):
            timestamp.add(file, time_server.stamper())


def test_a_stamp_that_was_tampered_with_breaks_the_seal():
    start, _ = hole()
    changed = bytearray(stamped())
    place = changed.index(b"0", start + 4000)
    changed[place : place + 1] = b"1"

    assert not verify(bytes(changed)).valid


@needs_poppler
@needs_qpdf
def test_other_programs_find_the_file_in_order(tmp_path: Path):
    file = tmp_path / "a.pdf"
    file.write_bytes(stamped())

    assert "Signature is Valid" in run("pdfsig", "-nocert", file)
    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl is not installed")
def test_openssl_finds_that_the_stamp_is_about_this_signature(tmp_path: Path):
    shell, _, _ = timestamp._shell(stamped())
    signer = shell["content"]["signer_infos"][0]
    (token,) = signer["unsigned_attrs"][0]["values"]
    (tmp_path / "signature").write_bytes(signer["signature"].native)
    (tmp_path / "token").write_bytes(token.dump())
    (tmp_path / "root").write_bytes(time_server.authority()[1].public_bytes(Encoding.PEM))

    said = run(
        *("openssl", "ts", "-verify", "-data", tmp_path / "signature", "-in", tmp_path / "token", "-token_in"),
        *("-CAfile", tmp_path / "root"),
    )

    assert "Verification: OK" in said
