"""The tree of tags in a PDF (ISO 32000-1 § 14.7): which piece is what, in the order in which it is read aloud.

The elements are written as they stand in the file: a long paper has thousands, and building each of objects of pypdf
took a tenth of the time of the whole paper.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, IndirectObject, NameObject, NumberObject, PdfObject


@dataclass(frozen=True)
class Link:
    """A place on a page that leads somewhere: a number to call, a page to open. Points from the lower left corner."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    """`tel:+4543551200`, `https://...`."""
    says: str
    """For who cannot see it."""


@dataclass
class Element:
    """A piece of the document and what it is made of: other pieces, or (page, mark) drawn on a page."""

    tag: str
    alt: str = ""
    language: str = ""
    """Where it is another one than that of the document."""
    says: str = ""
    """The letters in the order they are read, where they are drawn in another order or in other shapes
    (ISO 32000-1 § 14.9.4)."""
    columns: int = 1
    """How many columns a cell of a table takes."""
    link: Link | None = None
    kids: list[Element | tuple[int, int]] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This one and all below it, in the order of reading."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


class _Written(PdfObject):
    """An object as it stands in the file."""

    def __init__(self, content: str) -> None:
        self.content = content.encode("ascii")

    def write_to_stream(self, stream: IO[Any], encryption_key: object = None) -> None:
        stream.write(self.content)


def write_tree(writer: PdfWriter, root: Element) -> None:
    """Add the tree to the file, and per page the way back from a mark to its element."""
    pages = [page.indirect_reference for page in writer.pages]
    written = _Tree(writer, [page.idnum for page in pages if page is not None])
    tree = written.write(root)
    numbers = []
    for index, page in enumerate(writer.pages):
        page[NameObject("/StructParents")] = NumberObject(index)
        page[NameObject("/Tabs")] = NameObject("/S")
        owners = " ".join(f"{written.owner[index, mark]} 0 R" for mark in written.marks_of(index))
        numbers += [str(index), _ref(writer._add_object(_Written(f"[ {owners} ]")))]
    for number, (owner, _) in enumerate(written.links, start=len(pages)):
        numbers += [str(number), f"{owner} 0 R"]
    parents = writer._add_object(_Written(f"<<\n/Nums [ {' '.join(numbers)} ]\n>>"))
    writer._objects[tree.idnum - 1] = _Written(
        f"<<\n/Type /StructTreeRoot\n/K [ {tree.idnum + 1} 0 R ]\n/ParentTree {_ref(parents)}\n"
        f"/ParentTreeNextKey {len(pages) + len(written.links)}\n>>"
    )
    writer.root_object[NameObject("/StructTreeRoot")] = tree
    for page_number, places in written.places.items():
        writer.pages[page_number][NameObject("/Annots")] = ArrayObject(places)


class _Tree:
    """Numbers the elements in the order of reading, then writes them."""

    def __init__(self, writer: PdfWriter, pages: list[int]) -> None:
        self.writer = writer
        self.pages = pages
        self.owner: dict[tuple[int, int], int] = {}
        self.number: dict[int, int] = {}
        self.links: list[tuple[int, IndirectObject]] = []
        """The element of each link, and its place on the page."""
        self.places: dict[int, list[IndirectObject]] = {}

    def write(self, root: Element) -> IndirectObject:
        tree = self.writer._add_object(ArrayObject())
        elements = list(root.walk())
        self.number = {id(one): tree.idnum + 1 + at for at, one in enumerate(elements)}
        parent = {id(kid): id(one) for one in elements for kid in one.kids if isinstance(kid, Element)}
        for one in elements:  # before the links: the elements have their numbers already
            above = self.number.get(parent.get(id(one), 0), tree.idnum)
            self.writer._add_object(_Written(self._element(one, above)))
        for one in elements:
            if one.link is not None:
                self._lead(one, one.link)
        return tree

    def _lead(self, element: Element, link: Link) -> None:
        """The place that leads somewhere, and its element's way to it (PDF/UA-1 § 7.18.5)."""
        number, own = len(self.pages) + len(self.links), self.number[id(element)]
        on = f"{self.pages[link.page]} 0 R"
        box = " ".join(f"{edge:.2f}" for edge in link.box)
        facts = (
            f"/Rect [ {box} ]\n/Border [ 0 0 0 ]\n/F 4\n/P {on}\n/Contents {_text(link.says)}\n/StructParent {number}"
        )
        action = f"<< /S /URI /URI {_bytes(link.target)} >>"
        place = self.writer._add_object(_Written(f"<<\n/Type /Annot\n/Subtype /Link\n{facts}\n/A {action}\n>>"))
        self.links.append((own, place))
        self.places.setdefault(link.page, []).append(place)
        written = self.writer._objects[own - 1]
        assert isinstance(written, _Written)  # noqa: S101 - it was written above
        way = f" << /Type /OBJR /Obj {_ref(place)} /Pg {on} >> ]\n>>"
        written.content = written.content.removesuffix(b" ]\n>>") + way.encode()

    def marks_of(self, page: int) -> list[int]:
        """The marks on a page, in their order."""
        return sorted(mark for on_page, mark in self.owner if on_page == page)

    def _element(self, element: Element, above: int) -> str:
        own, page = self.number[id(element)], self._page_of(element)
        more = f"\n/Pg {self.pages[page]} 0 R" if page is not None else ""
        more += f"\n/Alt {_text(element.alt)}" if element.alt else ""
        more += f"\n/Lang {_text(element.language)}" if element.language else ""
        more += f"\n/ActualText {_text(element.says)}" if element.says else ""
        more += _table_facts(element)
        kids = " ".join(self._kid(kid, own, page) for kid in element.kids)
        return f"<<\n/Type /StructElem\n/S /{element.tag}\n/P {above} 0 R{more}\n/K [ {kids} ]\n>>"

    def _page_of(self, element: Element) -> int | None:
        """The page of its first mark: marks on that page need no more than their number."""
        return next((kid[0] for kid in element.kids if not isinstance(kid, Element)), None)

    def _kid(self, kid: Element | tuple[int, int], own: int, page: int | None) -> str:
        if isinstance(kid, Element):
            return f"{self.number[id(kid)]} 0 R"
        self.owner[kid] = own
        on_page, mark = kid
        return str(mark) if on_page == page else f"<< /Type /MCR /Pg {self.pages[on_page]} 0 R /MCID {mark} >>"


def _table_facts(element: Element) -> str:
    """What a cell says of its table."""
    facts = " /Scope /Column" if element.tag == "TH" else ""
    facts += f" /ColSpan {element.columns}" if element.columns > 1 else ""
    return f"\n/A << /O /Table{facts} >>" if facts else ""


def _ref(reference: IndirectObject) -> str:
    return f"{reference.idnum} 0 R"


def _text(text: str) -> str:
    """A text string of a PDF, in any script."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _bytes(text: str) -> str:
    return f"<{text.encode('ascii', 'replace').hex().upper()}>"
