"""Attacks that add something behind the seal: incremental saving, shadow documents, attacks on certified documents."""

from __future__ import annotations

import io
import re

from forgery import (
    PAID,
    appended,
    attack,
    by_pypdf,
    numbers,
    stream,
    swapped,
    written,
)
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject
from sealed import AT, sealed, unsealed

from budgetdesk.documents.seals import certificate
from budgetdesk.documents.seals.seal import seal

# Incremental saving: something is added behind the seal


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

    from budgetdesk.documents.seals.seal import _key

    forger = certificate.make("Boligrådgivningen Lærkely", start=AT)
    writer = IncrementalPdfFileWriter(io.BytesIO(sealed()), strict=False)
    with _key(forger) as key_of_the_forger:
        signer = signers.PdfSigner(
            signers.PdfSignatureMetadata(field_name="Mere", md_algorithm="sha256"),
            signer=key_of_the_forger,
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
