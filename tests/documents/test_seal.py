"""The seal: poppler calls it valid, one byte changed and both tell, something added and ours tells."""

from __future__ import annotations

import io
import logging
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pypdfium2
import pytest
from pdf_reading import needs_nss, needs_qpdf, one_line, run
from pypdf import PdfReader, PdfWriter
from sealed import AT, STROKES, hole, inks, key, sealed, unsealed

from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.ink import ATTACHMENT
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify
from budgetdesk.documents.sheet import page
from budgetdesk.errors import SealError

TRUSTED = "Certificate is Trusted"
STEP = 1 if os.environ.get("BUDGETDESK_FLIPS") else 7
"""Which of the changed bytes are tried; `make attacks` tries all."""


@pytest.fixture
def pdfsig(tmp_path: Path) -> object:
    """Asks poppler about a PDF, with our root installed."""
    store, root = f"sql:{tmp_path / 'nss'}", tmp_path / "root.pem"
    (tmp_path / "nss").mkdir()
    root.write_bytes(certificate.root_pem(key()))
    run("certutil", "-N", "-d", store, "--empty-password")
    run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,C,C", "-i", root)

    def ask(pdf: bytes) -> str:
        file = tmp_path / "a.pdf"
        file.write_bytes(pdf)
        return run("pdfsig", "-nssdir", store, file)

    return ask


def flipped(at: int, bit: int = 1) -> bytes:
    changed = bytearray(sealed())
    changed[at] ^= bit
    return bytes(changed)


@needs_nss
def test_poppler_calls_the_seal_valid_and_trusted(pdfsig) -> None:  # type: ignore[no-untyped-def]
    told = pdfsig(sealed())

    assert "Signature is Valid" in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told
    assert TRUSTED in told


def test_we_call_it_valid_and_say_who_and_when() -> None:
    answer = verify(sealed(), roots=[key().root])

    assert answer.valid
    assert answer.trusted
    assert not answer.changed_after_signing
    assert answer.level == "PAdES B-B"
    assert answer.signers[0].organisation == "Boligrådgivningen Lærkely"
    assert answer.signers[0].at == AT
    assert answer.reasons == (
        "Filen er ikke ændret, siden den blev forseglet af Boligrådgivningen Lærkely den 20. november 2026.",
    )


def test_the_signatures_made_at_the_desk_are_read_back_from_under_the_seal() -> None:
    found = verify(sealed()).ink

    assert [(one.name, one.role, one.kind, one.at) for one in found] == [
        (one.name, one.role, one.kind, one.at) for one in inks()
    ]


@needs_nss
@pytest.mark.parametrize("part", range(12))
def test_one_byte_changed_and_both_tell(pdfsig, part: int) -> None:  # type: ignore[no-untyped-def]
    start, end = hole()
    covered = [*range(20, start), *range(end, len(sealed()) - 40)]
    changed = flipped(covered[part * len(covered) // 12 + 7])
    answer = verify(changed, roots=[key().root])

    assert not answer.valid
    assert answer.reasons
    # Where the change breaks the file's own table of contents, poppler finds no signature at all: that tells too.
    assert "Signature is Valid" not in pdfsig(changed)


def test_a_byte_changed_inside_the_signature_or_its_padding_is_told_too() -> None:
    start, end = hole()
    places = [*range(start, start + 400, 9), *range(start + 400, end, 97), end - 2, end - 1]
    flips = [(at, bit) for at in places for bit in (0x01, 0x20)]
    for at, bit in flips[::STEP]:
        answer = verify(flipped(at, bit), roots=[key().root])
        assert not (answer.valid and answer.trusted), (at - start, bit)


@needs_nss
def test_something_added_after_the_seal_is_told_where_poppler_says_valid(pdfsig) -> None:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    writer = PdfWriter(io.BytesIO(sealed()), incremental=True)
    writer.pages[0].rotate(180)
    writer.write(out)
    answer = verify(out.getvalue(), roots=[key().root])

    assert out.getvalue().startswith(sealed())
    assert "Signature is Valid" in pdfsig(out.getvalue())
    assert not answer.valid
    assert answer.changed_after_signing
    assert "føjet noget til filen" in answer.reasons[0]


def test_even_new_metadata_after_the_seal_is_told() -> None:
    out = io.BytesIO()
    writer = PdfWriter(io.BytesIO(sealed()), incremental=True)
    writer.add_metadata({"/Title": "Noget andet"})
    writer.write(out)

    assert not verify(out.getvalue()).valid


def test_what_long_term_validation_adds_is_allowed_and_nothing_beside_it() -> None:
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.sign.validation.dss import DocumentSecurityStore

    kept = io.BytesIO(sealed())
    certificate_in_store = x509.Certificate.load(key().certificate.public_bytes(Encoding.DER))
    DocumentSecurityStore.add_dss(kept, sig_contents=None, certs=[certificate_in_store])
    answer = verify(kept.getvalue(), roots=[key().root])

    assert kept.getvalue() != sealed()
    assert answer.valid
    assert not answer.changed_after_signing

    out = io.BytesIO()
    writer = PdfWriter(io.BytesIO(kept.getvalue()), incremental=True)
    writer.add_metadata({"/Title": "Noget andet"})
    writer.write(out)
    assert not verify(out.getvalue(), roots=[key().root]).valid


@pytest.mark.parametrize("tail", [b"\n", b" ", b"\n%%EOF\n", b"\n% en note\n%%EOF\n"])
def test_loose_bytes_after_the_seal_are_told(tail: bytes) -> None:
    answer = verify(sealed() + tail)

    assert not answer.valid
    assert answer.changed_after_signing


def test_a_file_cut_short_is_told() -> None:
    answer = verify(sealed()[:-300])

    assert not answer.valid
    assert "slutningen mangler" in answer.reasons[0]


def test_a_file_that_is_not_a_pdf_is_told() -> None:
    assert verify("Kære Nadia".encode()).reasons == ("Filen er ikke en PDF. Vælg en PDF-fil.",)
    assert not verify(b"").valid


def test_a_pdf_without_a_seal_is_not_valid_and_its_ink_is_not_believed() -> None:
    answer = verify(unsealed())

    assert not answer.valid
    assert answer.ink == ()
    assert "intet segl" in answer.reasons[0]


def test_a_seal_by_somebody_we_do_not_know_is_unbroken_but_not_trusted() -> None:
    other = certificate.make("En Anden", start=AT)
    answer = verify(seal(unsealed(), signer=other, when=AT), roots=[key().root])

    assert answer.valid
    assert not answer.trusted
    assert "kender ikke udstederen “En Anden”" in answer.reasons[1]


def test_a_forger_with_the_same_name_is_not_trusted() -> None:
    forger = certificate.make("Boligrådgivningen Lærkely", start=AT)

    assert not verify(seal(unsealed(), signer=forger, when=AT), roots=[key().root]).trusted


def test_a_seal_set_when_the_certificate_did_not_apply_is_not_valid() -> None:
    late = seal(unsealed(), signer=key(), when=AT + timedelta(days=365 * 30))
    answer = verify(late, roots=[key().root])

    assert not answer.valid
    assert "gjaldt ikke den dag" in answer.reasons[0]


def test_a_certificate_that_has_expired_since_is_mentioned() -> None:
    answer = verify(sealed(), roots=[key().root], on=(AT + timedelta(days=365 * 30)).date())

    assert answer.valid
    assert "udløb" in answer.reasons[-1]


def test_the_seal_allows_no_later_change() -> None:
    catalog = PdfReader(io.BytesIO(sealed())).trailer["/Root"]
    reference = catalog["/Perms"]["/DocMDP"]["/Reference"][0]

    assert reference["/TransformMethod"] == "/DocMDP"
    assert reference["/TransformParams"]["/P"] == 1


def test_a_sealed_file_is_not_sealed_twice() -> None:
    with pytest.raises(SealError, match="allerede et segl"):
        seal(sealed(), signer=key(), when=AT)


@pytest.mark.parametrize("junk", [b"", b"hej", b"%PDF-1.7\n%%EOF", b"%PDF-1.7 " + b"<<" * 5000, "the beginning of one"])
def test_what_is_not_a_whole_pdf_is_not_sealed(junk: bytes | str) -> None:
    with pytest.raises(SealError, match="PDF"):
        seal(junk if isinstance(junk, bytes) else sealed()[:2000], signer=key(), when=AT)


def test_the_seal_keeps_every_byte_of_the_document() -> None:
    assert sealed().startswith(unsealed())


@needs_qpdf
def test_qpdf_finds_nothing_wrong_with_the_sealed_file(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(sealed())

    assert "No syntax or stream encoding errors found" in run("qpdf", "--check", file)


def test_the_picture_of_the_seal_names_organisation_adviser_and_time() -> None:
    document = pypdfium2.PdfDocument(sealed())
    document.init_forms()
    form = PdfReader(io.BytesIO(sealed())).trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()
    assert [float(edge) for edge in form["/Rect"]] == [round(edge) for edge in page.SEAL_BOX]
    from budgetdesk.documents.seals.seal import appearance

    picture = one_line(appearance("Boligrådgivningen Lærkely", AT, "Karen Mølgaard"))
    assert "Forseglet af Boligrådgivningen Lærkely" in picture
    assert "20. november 2026 kl. 14.05. Retter nogen i filen bagefter, kan det ses. Karen Mølgaard" in picture
    document.close()


def test_sealing_and_checking_open_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)

    assert verify(seal(unsealed(), signer=key(), when=AT), roots=[key().root]).valid


def test_nothing_is_logged_about_certificates_we_do_not_know(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        verify(sealed())

    assert [record for record in caplog.records if record.name.startswith("pyhanko")] == []


def test_the_attachment_lists_the_signatures_and_keeps_no_strokes() -> None:
    attached = PdfReader(io.BytesIO(sealed())).attachments[ATTACHMENT][0]

    assert b"Nadia Skovgaard" in attached
    assert str(STROKES[0][1][0]).encode() not in attached


def test_the_key_is_kept_encrypted_and_opens_only_with_its_passphrase() -> None:
    from budgetdesk.errors import WrongKeyError

    stored = certificate.to_bytes(key(), b"hemmelig")
    opened = certificate.from_bytes(stored, b"hemmelig")

    assert "Lærkely".encode() not in stored or b"PRIVATE" not in stored
    assert opened.certificate == key().certificate
    assert verify(seal(unsealed(), signer=opened, when=AT), roots=[key().root]).trusted
    with pytest.raises(WrongKeyError, match="kan ikke åbnes"):
        certificate.from_bytes(stored, b"forkert")
    with pytest.raises(WrongKeyError):
        certificate.from_bytes(b"junk", b"hemmelig")
    with pytest.raises(SealError, match="uden en adgangskode"):
        certificate.to_bytes(key(), b"")


def test_a_certificate_bears_a_name_of_any_length_and_letters() -> None:
    made = certificate.make("Å" * 200, start=datetime(2026, 11, 20, tzinfo=UTC))

    assert verify(seal(unsealed(), signer=made, when=AT)).signers[0].organisation == "Å" * 32


def test_the_key_shows_nothing_of_itself() -> None:
    assert repr(key()) == "SealKey('Boligrådgivningen Lærkely')"
