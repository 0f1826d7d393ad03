"""What forgers do to a sealed PDF, each built on our own sealed document.

The families are those of the published attacks: incremental saving, signature wrapping, universal forgery, shadow
documents, attacks on certified documents, and the signature's own shell. Every builder gives a whole file.
"""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache

from forgery import (
    appended,
    by_pypdf,
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
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject
from sealed import AT, hole, sealed, unsealed

from budgetdesk.documents import certificate
from budgetdesk.documents.seal import seal

Attack = Callable[[], bytes]
ATTACKS: dict[str, Attack] = {}
"""Name -> the attacked file, which must be told as changed or not valid."""


def attack(make: Attack) -> Attack:
    ATTACKS[make.__name__] = cache(make)
    return make


# Incremental saving: something is added behind the seal

PAID = b"BT /F1 18 Tf 72 400 Td (Alt er betalt) Tj ET"


@attack
def a_page_is_drawn_anew_behind_the_seal() -> bytes:
    return appended({numbers()["contents"]: stream(PAID)})


@attack
def a_page_object_points_at_other_contents() -> bytes:
    new = numbers()["size"]
    body = re.sub(rb"/Contents (\[[^\]]*\]|\d+ 0 R)", b"/Contents %d 0 R" % new, written(numbers()["page"]))
    return appended({new: stream(PAID), numbers()["page"]: body})


@attack
def a_page_is_added() -> bytes:
    return by_pypdf(lambda writer: writer.add_blank_page(595, 842))


@attack
def a_page_is_taken_away() -> bytes:
    n = numbers()
    return appended({n["pages"]: b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % n["page"]})


@attack
def a_page_is_turned() -> bytes:
    return by_pypdf(lambda writer: writer.pages[0].rotate(90))


@attack
def a_note_is_laid_over_the_page() -> bytes:
    note = FreeText(text="Alt er betalt", rect=(50, 550, 300, 600))
    return by_pypdf(lambda writer: writer.add_annotation(0, note))


@attack
def the_catalog_is_written_again_with_an_action() -> bytes:
    body = written(numbers()["root"])
    return appended({numbers()["root"]: body[:-2] + b"/OpenAction<</S/URI/URI(http://example.dk)>>>>"})


@attack
def another_catalog_takes_over() -> bytes:
    new = numbers()["size"]
    return appended({new: written(numbers()["root"])}, root=new)


@attack
def the_form_is_emptied_so_that_no_seal_is_found() -> bytes:
    body = re.sub(rb"/AcroForm (\d+ 0 R|<<.*?>>)", b"", written(numbers()["root"]), flags=re.DOTALL)
    return appended({numbers()["root"]: body})


@attack
def the_permissions_of_the_seal_are_taken_out_of_the_catalog() -> bytes:
    body = re.sub(rb"/Perms\s*(\d+ 0 R|<<.*?>>)", b"", written(numbers()["root"]), flags=re.DOTALL)
    return appended({numbers()["root"]: body})


@attack
def the_picture_of_the_seal_is_drawn_anew() -> bytes:
    return appended({numbers()["picture"]: stream(PAID, b"/Type/XObject/Subtype/Form/BBox[0 0 200 40]")})


@attack
def an_empty_revision_is_added() -> bytes:
    return appended({})


@attack
def an_object_nobody_uses_is_added() -> bytes:
    return appended({numbers()["size"]: b"(en note)"})


@attack
def a_revision_is_added_without_a_table_of_contents() -> bytes:
    return sealed() + b"\n%d 0 obj\n%s\nendobj\n%%%%EOF\n" % (numbers()["contents"], stream(PAID))


@attack
def a_revision_is_added_with_a_table_kept_as_a_stream() -> bytes:
    n, old = numbers(), sealed()
    place = len(old)
    body = b"%d 0 obj\n%s\nendobj\n" % (n["contents"], stream(PAID))
    table = place + len(body)
    rows = b"\x01" + place.to_bytes(4, "big") + b"\0" + b"\x01" + table.to_bytes(4, "big") + b"\0"
    before = int(re.findall(rb"startxref\s+(\d+)", old)[-1])
    extra = b"/Type/XRef/W[1 4 1]/Index[%d 1 %d 1]/Size %d/Root %d 0 R/Prev %d" % (
        n["contents"],
        n["size"],
        n["size"] + 1,
        n["root"],
        before,
    )
    return old + body + b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (n["size"], stream(rows, extra), table)


@attack
def the_title_is_another() -> bytes:
    return by_pypdf(lambda writer: writer.add_metadata({"/Title": "Kvittering"}))


@attack
def a_file_is_attached() -> bytes:
    return by_pypdf(lambda writer: writer.add_attachment("kvittering.txt", b"Alt er betalt"))


@attack
def a_store_of_certificates_hides_a_new_page() -> bytes:
    from asn1crypto import x509
    from cryptography.hazmat.primitives.serialization import Encoding
    from pyhanko.sign.validation.dss import DocumentSecurityStore
    from sealed import key

    kept = io.BytesIO(sealed())
    held = x509.Certificate.load(key().certificate.public_bytes(Encoding.DER))
    DocumentSecurityStore.add_dss(kept, sig_contents=None, certs=[held])
    return by_pypdf(lambda writer: writer.pages[0].rotate(180), kept.getvalue())


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
    return with_byte_range(b"0 %d %d %d" % (start, start - 50, len(sealed()) - start + 50))


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


# Shadow documents: made ready before the seal, switched after it


def _prepared() -> tuple[bytes, int]:
    """A document sealed with a second, unseen page content in it, and that content's number."""
    from sealed import key

    writer = PdfWriter(clone_from=io.BytesIO(unsealed()))
    hidden = StreamObject()
    hidden.set_data(PAID)
    place = writer._add_object(hidden)  # the library offers no public way to add an object nobody uses
    writer.root_object[NameObject("/Skygge")] = place
    out = io.BytesIO()
    writer.write(out)
    return seal(out.getvalue(), signer=key(), when=AT), place.idnum


@attack
def hidden_contents_are_switched_on() -> bytes:
    pdf, hidden = _prepared()
    reader = PdfReader(io.BytesIO(pdf))
    page = reader.pages[0].indirect_reference
    assert page is not None
    changed = DictionaryObject(reader.pages[0])
    changed[NameObject("/Contents")] = IndirectObject(hidden, 0, reader)
    body = io.BytesIO()
    changed.write_to_stream(body)
    return appended({page.idnum: body.getvalue()}, root=reader.trailer.raw_get("/Root").idnum, pdf=pdf)


@attack
def only_the_table_of_contents_is_switched() -> bytes:
    pdf, hidden = _prepared()
    reader = PdfReader(io.BytesIO(pdf))
    contents = reader.pages[0].raw_get("/Contents")
    shown = (contents[0] if isinstance(contents, ArrayObject) else contents).idnum
    place = [m.start() for m in re.finditer(rb"(?<=\n)%d 0 obj" % hidden, pdf)][-1]
    table = len(pdf)
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    root, size = reader.trailer.raw_get("/Root").idnum, int(reader.trailer["/Size"])
    return pdf + b"xref\n%d 1\n%010d 00000 n \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        shown,
        place,
        size,
        root,
        before,
        table,
    )


@attack
def an_object_is_called_free() -> bytes:
    before = int(re.findall(rb"startxref\s+(\d+)", sealed())[-1])
    table, n = len(sealed()), numbers()
    return (
        sealed()
        + b"xref\n%d 1\n0000000000 65535 f \ntrailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            n["contents"],
            n["size"],
            n["root"],
            before,
            table,
        )
    )


# Certified documents: additions that other readers allow


@attack
def a_second_signature_is_set_on_top() -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign import fields, signers

    from budgetdesk.documents.seal import _key

    forger = certificate.make("Boligrådgivningen Lærkely", start=AT)
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed()), strict=False)
    signer = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name="Mere", md_algorithm="sha256"),
        signer=_key(forger),
        new_field_spec=fields.SigFieldSpec("Mere", on_page=0, box=(50, 500, 400, 650)),
    )
    out = io.BytesIO()
    try:
        signer.sign_pdf(writer, output=out)
    except Exception:  # where the library itself refuses, the form is written by hand
        n = numbers()
        field = b"<</FT/Sig/Type/Annot/Subtype/Widget/T(Mere)/Rect[50 500 400 650]>>"
        return appended({n["size"]: field, n["root"]: written(n["root"])})
    return out.getvalue()


@attack
def the_seal_is_made_to_allow_notes() -> bytes:
    return swapped(b"/P 1", b"/P 3")


@attack
def a_field_to_fill_in_is_added_over_the_text() -> bytes:
    n = numbers()
    look = stream(PAID, b"/Type/XObject/Subtype/Form/BBox[0 0 300 40]")
    field = b"<</FT/Tx/Type/Annot/Subtype/Widget/T(sum)/V(0)/Rect[50 500 350 540]/AP<</N %d 0 R>>>>" % (n["size"] + 1)
    body = written(n["page"])
    notes = b"/Annots[%d 0 R %d 0 R]" % (n["field"], n["size"])
    body = re.sub(rb"/Annots\s*(\[[^\]]*\]|\d+ 0 R)", notes, body) if b"/Annots" in body else body[:-2] + notes + b">>"
    return appended({n["size"]: field, n["size"] + 1: look, n["page"]: body})


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
