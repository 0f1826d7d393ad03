"""Tools to change a sealed PDF: another revision behind it, other bytes in it, another signature in its gap."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from functools import cache

from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject
from sealed import hole, sealed

Attack = Callable[[], bytes]
PAID = b"BT /F1 18 Tf 72 400 Td (Alt er betalt) Tj ET"
"""What the forger would like to see on the page."""

ATTACKS: dict[str, Attack] = {}
"""Name -> the attacked file, which must be told as changed or not valid."""


def attack(make: Attack) -> Attack:
    ATTACKS[make.__name__] = cache(make)
    return make


@cache
def numbers() -> dict[str, int]:
    """Numbers of the objects in the sealed file: catalog, first page and its contents, the field and the signature."""
    reader = PdfReader(io.BytesIO(sealed()))
    page = reader.pages[0]
    form = reader.trailer["/Root"]["/AcroForm"]
    field = form["/Fields"][0]
    widget = field.get_object()
    contents = page.raw_get("/Contents")
    first = contents[0] if isinstance(contents, ArrayObject) else contents
    return {
        "root": reader.trailer.raw_get("/Root").idnum,
        "page": page.indirect_reference.idnum,
        "pages": reader.trailer["/Root"].raw_get("/Pages").idnum,
        "contents": first.idnum,
        "field": field.idnum,
        "signature": widget.raw_get("/V").idnum,
        "picture": widget["/AP"].raw_get("/N").idnum,
        "size": int(reader.trailer["/Size"]),
    }


def written(number: int, pdf: bytes | None = None) -> bytes:
    """The text of one object of the sealed file, as it stands there last."""
    found = re.findall(rb"(?:^|\n|\r)%d 0 obj\s*(.*?)\s*endobj" % number, pdf or sealed(), re.DOTALL)
    return bytes(found[-1])


def appended(objects: Mapping[int, bytes], *, root: int | None = None, pdf: bytes | None = None) -> bytes:
    """The file with one more revision: these objects, by a table of contents of the old kind."""
    old = pdf or sealed()
    out = bytearray(old if old.endswith(b"\n") else old + b"\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    before = int(re.findall(rb"startxref\s+(\d+)", old)[-1])
    table = len(out)
    out += b"xref\n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max([numbers()["size"], *(number + 1 for number in objects)])
    out += b"trailer\n<</Size %d/Root %d 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root or numbers()["root"],
        before,
        table,
    )
    return bytes(out)


def stream(body: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(body), extra, body)


def by_pypdf(change: Callable[[PdfWriter], object], pdf: bytes | None = None) -> bytes:
    out = io.BytesIO()
    writer = PdfWriter(io.BytesIO(pdf or sealed()), incremental=True)
    change(writer)
    writer.write(out)
    return out.getvalue()


def swapped(old: bytes, new: bytes, pdf: bytes | None = None) -> bytes:
    """One piece of text for another of the same length."""
    source = pdf or sealed()
    assert source.count(old) >= 1, old
    assert len(old) == len(new)
    return source.replace(old, new, 1)


def byte_range() -> bytes:
    found = re.search(rb"/ByteRange \[[^\]]*\]", sealed())
    assert found
    return found[0]


def with_byte_range(values: bytes) -> bytes:
    """Another /ByteRange in the place of ours, padded to the same length."""
    now = byte_range()
    return swapped(now, (b"/ByteRange [" + values).ljust(len(now) - 1) + b"]")


def with_contents(hexadecimal: bytes) -> bytes:
    """Another signature in the gap, padded with zeros to the same length."""
    start, end = hole()
    room = end - start - 2
    return sealed()[:start] + b"<" + hexadecimal.ljust(room, b"0")[:room] + b">" + sealed()[end:]


def shell() -> bytes:
    """The signature itself, without its padding."""
    from asn1crypto import cms

    start, end = hole()
    return bytes(cms.ContentInfo.load(bytes.fromhex(sealed()[start + 1 : end - 1].decode())).dump())


def with_shell(content: bytes) -> bytes:
    return with_contents(content.hex().encode())
