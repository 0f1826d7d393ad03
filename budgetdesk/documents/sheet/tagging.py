"""Tags in a PDF: what is a heading, a paragraph, a table, a picture, so that a screen reader can read it aloud.

ReportLab draws pages but knows no tags. `TagCanvas` notes each piece as it is drawn (marked content, ISO 32000-1
§ 14.6); `finish` writes the tree of them, the language and the metadata (§ 14.7-14.9) into the finished file.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)
from reportlab.pdfbase.pdfmetrics import getFont, getRegisteredFontNames
from reportlab.pdfgen import canvas

from budgetdesk.documents.sheet import check_code, fonts, links
from budgetdesk.documents.sheet.outline import Heading, write_outline
from budgetdesk.documents.sheet.structure import Element, Link, write_tree

PRODUCER = "BudgetDesk"


class TagCanvas(canvas.Canvas):  # type: ignore[misc]  # reportlab has no types
    """A canvas that notes what each mark on the page is."""

    def __init__(self, *args: Any, **options: Any) -> None:
        fonts.register()
        super().__init__(*args, **options)
        self.root = Element("Document")
        self._open = [self.root]
        self._marks = 0
        self.pages_done = 0
        self._later: dict[str, Callable[[TagCanvas, str], None]] = {}
        self._printed: list[bytes] = []
        self.check_code = ""
        self.headings: list[Heading] = []

    def later(self, draw: Callable[[TagCanvas, str], None]) -> None:
        """Leave a place on this page for what is only known when all pages are there; `draw` gets the check code."""
        name = f"later{len(self._later)}"
        self._later[name] = draw
        self.doForm(name)

    def begin(self, tag: str, alt: str = "", *, language: str = "", says: str = "", columns: int = 1) -> None:
        """Open a piece; what is drawn until `end` belongs to it. `columns`: of a cell."""
        element = Element(tag, alt, language, says, columns)
        self._open[-1].kids.append(element)
        self._open.append(element)

    def end(self) -> None:
        self._open.pop()

    def heading(self, level: int, said: str, top: float) -> None:
        """Note a heading for the list of contents; `top` as drawn here."""
        self.headings.append(Heading(level, said, self.pages_done, self.absolutePosition(0, top)[1]))

    def lead(self, width: float, height: float, target: str, says: str) -> None:
        """What is drawn for the piece that is open leads to `target` (`tel:`, `https:`)."""
        left, bottom = self.absolutePosition(0, 0)
        right, top = self.absolutePosition(width, height)
        self._open[-1].link = Link(self.pages_done, (left, bottom, right, top), target, says)

    def linkURL(self, url: str, rect: tuple[float, float, float, float], relative: int = 0, **_how: Any) -> None:
        """An address within a paragraph: a link of its own in the tree, with its place on the page. ReportLab's own way
        makes a place that no tag knows."""
        if not url.startswith(links.FOLLOWED):
            return
        left, bottom, right, top = rect
        if relative:
            (left, bottom), (right, top) = self.absolutePosition(left, bottom), self.absolutePosition(right, top)
        said = url.partition(":")[2].lstrip("/")
        place = Link(self.pages_done, (left, bottom, right, top), url, said)
        self._open[-1].kids.append(Element("Link", link=place))

    def mark(self) -> None:
        """Begin drawing for the piece that is open."""
        self._code.append(f"/{self._open[-1].tag} <</MCID {self._marks}>> BDC")
        self._open[-1].kids.append((self.pages_done, self._marks))
        self._marks += 1

    def artifact(self) -> None:
        """Begin drawing something that nobody should read aloud: lines, page numbers, bars."""
        self._code.append("/Artifact BMC")

    def unmark(self) -> None:
        self._code.append("EMC")

    def showPage(self) -> None:
        self._printed.append("\n".join(self._code).encode())
        super().showPage()
        self.pages_done += 1
        self._marks = 0

    def save(self) -> None:
        """Draw what was left for later, then finish the file."""
        if self._code:
            self.showPage()
        self.check_code = check_code.code_of([*self._printed, *self._letters()])
        for name, draw in self._later.items():
            self.beginForm(name)
            draw(self, self.check_code)
            self.endForm()
        super().save()

    def _letters(self) -> Iterator[bytes]:
        """Which letters the numbers on the pages stand for: each file has its own selection of a face."""
        for name in fonts.EMBEDDED:
            state = getFont(name).state.get(self._doc)
            yield f"{name}: {state.subsets if state else ''}".encode()
        known = getRegisteredFontNames()
        for name in fonts.WHEN_USED:
            if name in known and (state := getFont(name).state.get(self._doc)):
                yield f"{name}: {state.subsets}".encode()


def finish(
    pdf: bytes,
    root: Element,
    *,
    title: str,
    author: str,
    on: date,
    attached: Mapping[str, bytes],
    code: str = "",
    headings: Sequence[Heading] = (),
) -> bytes:
    """The drawn pages as a tagged PDF with language, title, day, check code, list of contents and attached files. Same
    input, same bytes."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf)))
    writer.pdf_header = "%PDF-1.7"
    _letters_told(writer)
    write_tree(writer, root)
    write_outline(writer, headings)
    catalog = writer.root_object
    catalog[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
    catalog[NameObject("/Lang")] = TextStringObject("da-DK")
    catalog[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True), NameObject("/PrintScaling"): NameObject("/None")}
    )
    catalog[NameObject("/OutputIntents")] = ArrayObject([_output_intent(writer)])
    catalog[NameObject("/Metadata")] = writer._add_object(_xmp(title, author, on, part=3 if attached else 2))
    if attached:
        _attach(writer, attached, on)
    moment = f"D:{on:%Y%m%d}120000Z"
    made = {"/Producer": PRODUCER, "/Creator": PRODUCER, "/CreationDate": moment, "/ModDate": moment}
    writer.metadata = {"/Title": title, "/Author": author} | made | {check_code.KEY: code}
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_SHAPE = re.compile(r"<(F[BCDE][0-9A-F]{2})>")
_FAR = re.compile(r"<([0-9A-F]{5,6})>")


def _letters_told(writer: PdfWriter) -> None:
    """Let the faces tell letters to whoever copies or searches: the Arabic ones not the shapes that letters take in a
    word, and letters beyond the first 65,536 (𝔸, 😀) as two halves, where ReportLab writes a number that nobody reads.

    Lam with alef stays one sign: readers that put a line back into the order of reading would turn the two round.
    """
    seen: set[int] = set()
    wanted = (*fonts.WHEN_USED, fonts.SPARE)
    for sheet in writer.pages:
        for reference in sheet["/Resources"].get("/Font", {}).values():  # type: ignore[attr-defined]
            face = reference.get_object()
            if id(face) in seen or not any(name in str(face.get("/BaseFont")) for name in wanted):
                continue
            seen.add(id(face))
            told = face["/ToUnicode"].get_object()
            told.set_data(_FAR.sub(_halves, _SHAPE.sub(_letter, told.get_data().decode())).encode())


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


def _output_intent(writer: PdfWriter) -> DictionaryObject:
    profile = StreamObject()
    profile.set_data(_srgb())
    profile[NameObject("/N")] = NumberObject(3)
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): TextStringObject("sRGB"),
            NameObject("/Info"): TextStringObject("sRGB"),
            NameObject("/DestOutputProfile"): writer._add_object(profile.flate_encode()),
        }
    )


def _xmp(title: str, author: str, on: date, *, part: int) -> StreamObject:
    """`part`: of PDF/A (ISO 19005); only the third allows other files inside."""
    text = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
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
<?xpacket end="w"?>"""
    stream = StreamObject()
    stream.set_data(text.encode())
    stream[NameObject("/Type")] = NameObject("/Metadata")
    stream[NameObject("/Subtype")] = NameObject("/XML")
    return stream


def _attach(writer: PdfWriter, attached: Mapping[str, bytes], on: date) -> None:
    """Files inside the PDF (ISO 32000-1 § 7.11.4). pypdf's own way writes no day and no relationship."""
    names: list[Any] = []
    files: Sequence[IndirectObject] = []
    for name, content in sorted(attached.items()):
        data = StreamObject()
        data.set_data(content)
        data[NameObject("/Type")] = NameObject("/EmbeddedFile")
        data[NameObject("/Subtype")] = NameObject("/application#2Fjson")
        data[NameObject("/Params")] = DictionaryObject(
            {
                NameObject("/Size"): NumberObject(len(content)),
                NameObject("/ModDate"): TextStringObject(f"D:{on:%Y%m%d}120000Z"),
            }
        )
        file = DictionaryObject({NameObject("/F"): writer._add_object(data)})
        spec = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Filespec"),
                NameObject("/F"): TextStringObject(name),
                NameObject("/UF"): TextStringObject(name),
                NameObject("/AFRelationship"): NameObject("/Data"),
                NameObject("/EF"): file,
            }
        )
        reference = writer._add_object(spec)
        names += [TextStringObject(name), reference]
        files = [*files, reference]
    tree = DictionaryObject({NameObject("/Names"): ArrayObject(names)})
    catalog = writer.root_object
    catalog[NameObject("/Names")] = DictionaryObject({NameObject("/EmbeddedFiles"): writer._add_object(tree)})
    catalog[NameObject("/AF")] = ArrayObject(files)
