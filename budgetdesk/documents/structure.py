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
    parents = writer._add_object(_Written(f"<<\n/Nums [ {' '.join(numbers)} ]\n>>"))
    writer._objects[tree.idnum - 1] = _Written(
        f"<<\n/Type /StructTreeRoot\n/K [ {tree.idnum + 1} 0 R ]\n/ParentTree {_ref(parents)}\n"
        f"/ParentTreeNextKey {len(pages)}\n>>"
    )
    writer.root_object[NameObject("/StructTreeRoot")] = tree


class _Tree:
    """Numbers the elements in the order of reading, then writes them."""

    def __init__(self, writer: PdfWriter, pages: list[int]) -> None:
        self.writer = writer
        self.pages = pages
        self.owner: dict[tuple[int, int], int] = {}
        self.number: dict[int, int] = {}

    def write(self, root: Element) -> IndirectObject:
        tree = self.writer._add_object(ArrayObject())
        elements = list(root.walk())
        self.number = {id(one): tree.idnum + 1 + at for at, one in enumerate(elements)}
        parent = {id(kid): id(one) for one in elements for kid in one.kids if isinstance(kid, Element)}
        for one in elements:
            above = self.number.get(parent.get(id(one), 0), tree.idnum)
            self.writer._add_object(_Written(self._element(one, above)))
        return tree

    def marks_of(self, page: int) -> list[int]:
        """The marks on a page, in their order."""
        return sorted(mark for on_page, mark in self.owner if on_page == page)

    def _element(self, element: Element, above: int) -> str:
        own, page = self.number[id(element)], self._page_of(element)
        more = f"\n/Pg {self.pages[page]} 0 R" if page is not None else ""
        more += f"\n/Alt {_text(element.alt)}" if element.alt else ""
        more += f"\n/Lang {_text(element.language)}" if element.language else ""
        more += f"\n/ActualText {_text(element.says)}" if element.says else ""
        more += "\n/A << /O /Table /Scope /Column >>" if element.tag == "TH" else ""
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


def _ref(reference: IndirectObject) -> str:
    return f"{reference.idnum} 0 R"


def _text(text: str) -> str:
    """A text string of a PDF, in any script."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
