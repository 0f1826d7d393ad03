"""Attacks on what the seal covers: wrapping, universal forgery, the signature's own shell, and the file around it."""

from __future__ import annotations

import io
import re

from forgery import (
    PAID,
    appended,
    attack,
    byte_range,
    numbers,
    shell,
    stream,
    swapped,
    with_byte_range,
    with_contents,
    with_shell,
    written,
)
from pypdf import PdfWriter
from sealed import AT, hole, sealed, unsealed

from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.seal import seal

# Wrapping: the signature covers something else than what is shown


def _moved(middle: bytes) -> bytes:
    """What lies behind the signature is moved further down; new text stands where it was, and the range says so."""
    start, end = hole()
    tail = sealed()[end:]
    head = sealed()[:end]
    now = byte_range()
    said = b"0 %d %d %d" % (start, len(head) + len(middle), len(tail))
    new = (b"/ByteRange [" + said).ljust(len(now) - 1) + b"]"
    return head.replace(now, new, 1) + middle + tail


@attack
def the_second_part_is_moved_down_and_text_put_between() -> bytes:
    return _moved(b"\n%d 0 obj\n%s\nendobj\n" % (numbers()["contents"], stream(PAID)))


@attack
def the_gap_is_made_larger_and_filled() -> bytes:
    return _moved(b" " * 400)


@attack
def the_range_ends_before_the_file_does() -> bytes:
    start, end = hole()
    return with_byte_range(b"0 %d %d %d" % (start, end, len(sealed()) - end - 20))


@attack
def the_range_does_not_begin_with_the_file() -> bytes:
    start, end = hole()
    return with_byte_range(b"9 %d %d %d" % (start - 9, end, len(sealed()) - end))


@attack
def the_range_is_empty() -> bytes:
    return with_byte_range(b"0 0 0 0")


@attack
def the_range_is_negative() -> bytes:
    start, end = hole()
    return with_byte_range(b"0 -%d %d 9" % (start % 1000, end))


@attack
def the_range_has_three_numbers() -> bytes:
    start, end = hole()
    return with_byte_range(b"0 %d %d" % (start, end))


@attack
def the_parts_overlap() -> bytes:
    start, _ = hole()
    return with_byte_range(b"0 %d 50 %d" % (start, len(sealed()) - 50))


@attack
def there_are_two_ranges() -> bytes:
    now = byte_range()
    return sealed().replace(now, now + b"/ByteRange [0 10 20 30]", 1)


@attack
def something_stands_before_the_file() -> bytes:
    return b"%PDF-1.4\n% noget andet\n" + sealed()


@attack
def another_pdf_stands_behind() -> bytes:
    return sealed() + b"\n" + unsealed()


# Universal forgery: nothing is left to check


@attack
def the_signature_is_all_zeros() -> bytes:
    return with_contents(b"")


@attack
def the_signature_is_one_byte() -> bytes:
    return with_contents(b"30")


@attack
def the_signature_is_taken_out_of_its_object() -> bytes:
    start, end = hole()
    return sealed()[:start] + b"null" + b" " * (end - start - 4) + sealed()[end:]


@attack
def the_key_of_the_signature_is_renamed() -> bytes:
    return swapped(b"/Contents <", b"/Kontents <")


@attack
def the_key_of_the_range_is_renamed() -> bytes:
    return swapped(b"/ByteRange", b"/BiteRange")


@attack
def the_field_has_lost_its_signature() -> bytes:
    return appended({numbers()["field"]: re.sub(rb"/V \d+ 0 R", b"", written(numbers()["field"]))})


@attack
def the_signature_comes_from_another_document() -> bytes:
    from sealed import key

    blank = io.BytesIO()
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(blank)
    other = seal(blank.getvalue(), signer=key(), when=AT)
    found = re.search(rb"/Contents <([0-9a-fA-F]+)>", other)
    assert found
    return with_contents(found[1])


@attack
def the_kind_of_signature_is_another() -> bytes:
    return swapped(b"/ETSI.CAdES.detached", b"/adbe.x509.rsa_sha10"[:20].ljust(20))


@attack
def only_a_picture_of_the_seal_is_left() -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(clone_from=io.BytesIO(sealed()))
    del writer.root_object["/AcroForm"]
    writer.write(out)
    return out.getvalue()


# The signature's own shell


@attack
def the_padding_holds_a_message() -> bytes:
    _, end = hole()
    return sealed()[: end - 21] + b"DEADBEEFDEADBEEF0000" + sealed()[end - 1 :]


@attack
def the_hex_is_written_in_mixed_letters() -> bytes:
    start, _ = hole()
    found = re.search(rb"[a-fA-F]", sealed()[start:])
    assert found
    at = start + found.start()
    return sealed()[:at] + sealed()[at : at + 1].swapcase() + sealed()[at + 1 :]


@attack
def there_is_room_between_the_hex() -> bytes:
    _, end = hole()
    return sealed()[: end - 9] + b"   \n    " + sealed()[end - 1 :]


@attack
def an_attribute_that_nobody_signed_is_put_in() -> bytes:
    from asn1crypto import cms, core

    info = cms.ContentInfo.load(shell())
    signer = info["content"]["signer_infos"][0]
    signer["unsigned_attrs"] = cms.CMSAttributes(
        [cms.CMSAttribute({"type": "1.2.3.4.5", "values": [core.OctetString(b"alt er betalt")]})]
    )
    return with_shell(info.dump(force=True))


@attack
def a_time_that_no_server_gave_is_put_in() -> bytes:
    from asn1crypto import cms

    info = cms.ContentInfo.load(shell())
    signer = info["content"]["signer_infos"][0]
    token = cms.CMSAttribute(
        {
            "type": "signature_time_stamp_token",
            "values": [cms.ContentInfo({"content_type": "data", "content": b"i gaar"})],
        }
    )
    signer["unsigned_attrs"] = cms.CMSAttributes([token])
    return with_shell(info.dump(force=True))


@attack
def the_signed_attributes_are_taken_out() -> bytes:
    from asn1crypto import cms

    info = cms.ContentInfo.load(shell())
    signer = info["content"]["signer_infos"][0]
    del signer["signed_attrs"]
    return with_shell(info.dump(force=True))


@attack
def the_signed_digest_is_another() -> bytes:
    from asn1crypto import cms, core

    info = cms.ContentInfo.load(shell())
    for one in info["content"]["signer_infos"][0]["signed_attrs"]:
        if one["type"].native == "message_digest":
            one["values"][0] = core.OctetString(b"\x11" * 32)
    return with_shell(info.dump(force=True))


@attack
def the_signer_stands_there_twice() -> bytes:
    from asn1crypto import cms

    info = cms.ContentInfo.load(shell())
    info["content"]["signer_infos"].append(info["content"]["signer_infos"][0].copy())
    return with_shell(info.dump(force=True))


@attack
def the_certificate_is_another_with_the_same_name() -> bytes:
    from asn1crypto import cms, x509
    from cryptography.hazmat.primitives.serialization import Encoding

    forger = certificate.make("Boligrådgivningen Lærkely", start=AT)
    info = cms.ContentInfo.load(shell())
    other = x509.Certificate.load(forger.certificate.public_bytes(Encoding.DER))
    info["content"]["certificates"] = cms.CertificateSet([cms.CertificateChoices("certificate", other)])
    return with_shell(info.dump(force=True))


@attack
def the_content_is_laid_into_the_signature() -> bytes:
    from asn1crypto import cms, core

    info = cms.ContentInfo.load(shell())
    info["content"]["encap_content_info"]["content"] = core.OctetString(b"alt er betalt")
    return with_shell(info.dump(force=True))


@attack
def the_algorithm_is_a_weaker_one() -> bytes:
    from asn1crypto import algos, cms

    info = cms.ContentInfo.load(shell())
    weak = algos.DigestAlgorithm({"algorithm": "sha1"})
    info["content"]["digest_algorithms"][0] = weak
    info["content"]["signer_infos"][0]["digest_algorithm"] = weak
    return with_shell(info.dump(force=True))


@attack
def the_length_of_the_shell_is_not_the_shortest() -> bytes:
    content = shell()
    assert content[1] == 0x82
    return with_shell(content[:1] + b"\x83\x00" + content[2:])


# The file around it


@attack
def the_sealed_file_is_only_an_attachment() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_attachment("aftale.pdf", sealed())
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@attack
def the_file_is_written_anew_by_another_program() -> bytes:
    out = io.BytesIO()
    PdfWriter(clone_from=io.BytesIO(sealed())).write(out)
    return out.getvalue()


@attack
def the_end_is_cut_off_and_a_new_one_put_there() -> bytes:
    return sealed()[:-200] + b"\nstartxref\n9\n%%EOF\n"


@attack
def the_version_in_the_head_is_another() -> bytes:
    return swapped(sealed()[:8], b"%PDF-1.3" if sealed()[:8] != b"%PDF-1.3" else b"%PDF-1.4")


@attack
def a_name_in_the_file_is_another() -> bytes:
    return swapped(b"/MediaBox [", b"/MediaBux [") if b"/MediaBox [" in sealed() else swapped(b"/Parent", b"/Perent")
