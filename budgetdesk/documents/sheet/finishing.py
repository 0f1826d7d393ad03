"""A drawn paper as a file: pages and faces from ReportLab, with tags, language, metadata and attached files (PDF/A-2a,
PDF/UA-1).

Everything is written once. The same input gives the same bytes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from budgetdesk.documents.sheet import check_code, fonts
from budgetdesk.documents.sheet.outline import add_outline
from budgetdesk.documents.sheet.pdf_file import PdfFile, dictionary, reference, references, text
from budgetdesk.documents.sheet.structure import add_tree
from budgetdesk.documents.sheet.tagging import TagCanvas

PRODUCER = "BudgetDesk"


def finish(drawn: TagCanvas, *, title: str, author: str, on: date, attached: Mapping[str, bytes]) -> bytes:
    """What is drawn as a tagged PDF with language, title, day, check code, list of contents and attached files."""
    file = PdfFile()
    pages = _add_drawn(file, drawn._doc)
    tree = add_tree(file, drawn.root, pages.numbers)
    for number, content in pages.told(tree.places):
        file.put(number, content)
    profile = file.stream(_srgb(), "/N 3\n")
    xmp = _xmp(title, author, on, part=3 if attached else 2)
    files = _add_attached(file, attached, on)
    catalog = {
        "Type": "/Catalog",
        "Pages": reference(pages.holder),
        "Lang": text("da-DK"),
        "MarkInfo": "<< /Marked true >>",
        "ViewerPreferences": "<< /DisplayDocTitle true /PrintScaling /None >>",
        "StructTreeRoot": reference(tree.number),
        "Outlines": reference(add_outline(file, drawn.headings, pages.numbers)),
        "OutputIntents": f"[ << /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /Info (sRGB) "
        f"/DestOutputProfile {reference(profile)} >> ]",
        "Metadata": reference(file.stream(xmp, "/Type /Metadata\n/Subtype /XML\n", packed=False)),
        **files,
    }
    root = file.add(dictionary(catalog))
    return file.written(root, _add_description(file, title, author, on, drawn.check_code))


@dataclass(frozen=True)
class _Pages:
    """The numbers of the pages, of what holds them, and what each of them is."""

    numbers: Sequence[int]
    holder: int
    entries: Sequence[Mapping[str, str]]

    def told(self, places: Mapping[int, list[int]]) -> Iterator[tuple[int, bytes]]:
        """Each page with what leads somewhere from it."""
        for at, (number, entries) in enumerate(zip(self.numbers, self.entries, strict=True)):
            there = {"Annots": references(places[at])} if at in places else {}
            yield number, dictionary({**entries, **there})


def _add_drawn(file: PdfFile, document: Any) -> _Pages:
    """What ReportLab has, under the numbers that it has given. It finds some objects only while it writes others."""
    for face in document.delayedFonts:
        face.addObjects(document)
    holder = _number(document, document.Reference(document.Pages))
    sheets = document.Pages.pages
    resources = [_resources(document, sheet) for sheet in sheets]
    while (name := document.numberToId.get(file.next)) is not None:
        thing = document.idToObject[name]
        if name.startswith(_TOLD):
            thing.content = _letters_told(name.removeprefix(_TOLD), thing.content)
        file.add(b"" if isinstance(thing, pdfdoc.PDFPage) else _as_written(thing, document))
    entries = [
        {
            "Type": "/Page",
            "Parent": reference(holder),
            "MediaBox": f"[ 0 0 {sheet.pagewidth:.4f} {sheet.pageheight:.4f} ]",
            "Resources": has,
            "Contents": reference(file.stream(sheet.stream.encode())),
            "StructParents": str(at),
            "Tabs": "/S",
        }
        for at, (sheet, has) in enumerate(zip(sheets, resources, strict=True))
    ]
    return _Pages([_number(document, document.Reference(sheet)) for sheet in sheets], holder, entries)


def _number(document: Any, known: Any) -> int:
    return int(document.idToObjectNumberAndVersion[known.name][0])


def _resources(document: Any, sheet: Any) -> str:
    """What a page draws with: the faces, and rarely more."""
    sheet.check_format(document)
    return str(sheet.Resources.format(document).decode())


def _as_written(thing: Any, document: Any) -> bytes:
    """An object as ReportLab writes it; the end of a stream on a line of its own (ISO 19005-2 § 6.1.7.1)."""
    told: bytes = pdfdoc.format(thing, document, toplevel=1)
    return told.removesuffix(b"endstream\n") + b"\nendstream" if told.endswith(b"endstream\n") else told


_TOLD = "toUnicodeCMap:"
"""How ReportLab calls what tells the letters of a face."""
_SHAPE = re.compile(r"<(F[BCDE][0-9A-F]{2})>")
_FAR = re.compile(r"<([0-9A-F]{5,6})>")


def _letters_told(face: str, told: str) -> str:
    """Let the faces tell letters to whoever copies or searches: the Arabic ones not the shapes that letters take in a
    word, and letters beyond the first 65,536 (𝔸, 😀) as two halves, where ReportLab writes a number that nobody reads.

    Lam with alef stays one sign: readers that put a line back into the order of reading would turn the two round.
    """
    if not any(name in face for name in (*fonts.WHEN_USED, fonts.SPARE)):
        return told
    return _FAR.sub(_halves, _SHAPE.sub(_letter, told))


def _halves(far: re.Match[str]) -> str:
    return f"<{chr(int(far[1], 16)).encode('utf-16-be').hex().upper()}>"


def _letter(shape: re.Match[str]) -> str:
    letter = unicodedata.normalize("NFKC", chr(int(shape[1], 16)))
    return f"<{ord(letter):04X}>" if len(letter) == 1 else shape[0]


@cache
def _srgb() -> bytes:
    from PIL import ImageCms  # noqa: PLC0415 - slow to import, and needed once

    # The profile carries the moment it was made (ICC.1 § 7.2.8): blank it, so that the same input gives the same bytes.
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes([7, 208, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    return bytes(profile)


def _xmp(title: str, author: str, on: date, *, part: int) -> bytes:
    """`part`: of PDF/A (ISO 19005); only the third allows other files inside."""
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>da-DK</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{on}T12:00:00Z</xmp:CreateDate><xmp:ModifyDate>{on}T12:00:00Z</xmp:ModifyDate>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool><pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>""".encode()


def _add_description(file: PdfFile, title: str, author: str, on: date, code: str) -> int:
    """The file's own description (ISO 32000-1 § 14.3.3), and its number."""
    moment = f"(D:{on:%Y%m%d}120000Z)"
    entries = {
        "Title": text(title),
        "Author": text(author),
        "Producer": text(PRODUCER),
        "Creator": text(PRODUCER),
        "CreationDate": moment,
        "ModDate": moment,
        check_code.KEY.removeprefix("/"): text(code),
    }
    return file.add(dictionary(entries))


def _add_attached(file: PdfFile, attached: Mapping[str, bytes], on: date) -> Mapping[str, str]:
    """Files inside the PDF (ISO 32000-1 § 7.11.4): what the catalogue of the file says of them."""
    if not attached:
        return {}
    found: list[tuple[str, int]] = []
    for name, content in sorted(attached.items()):
        told = f"/Size {len(content)} /ModDate (D:{on:%Y%m%d}120000Z)"
        data = file.stream(content, f"/Type /EmbeddedFile\n/Subtype /application#2Fjson\n/Params << {told} >>\n")
        entries = {
            "Type": "/Filespec",
            "F": text(name),
            "UF": text(name),
            "AFRelationship": "/Data",
            "EF": f"<< /F {reference(data)} >>",
        }
        found.append((name, file.add(dictionary(entries))))
    names = " ".join(f"{text(name)} {reference(number)}" for name, number in found)
    return {
        "Names": f"<< /EmbeddedFiles << /Names [ {names} ] >> >>",
        "AF": references(number for _name, number in found),
    }
