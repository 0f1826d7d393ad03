"""The tree of tags in a PDF (ISO 32000-1 § 14.7): which piece is what, in the order in which it is read aloud.

The elements are written as they stand in the file: a long paper has thousands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from budgetdesk.documents.sheet.pdf_file import PdfFile, dictionary, plain_bytes, reference, references, text


@dataclass(frozen=True)
class Link:
    """A place on a page that leads somewhere: a number to call, a page to open. Points from the lower left corner."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    """`tel:+4543551200`, `https://...`."""
    says: str
    """For who cannot see it."""


@dataclass(slots=True)
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

    number: int = 0
    """Of its object in the file, once the tree is added to one; and of the element it belongs to."""
    above: int = 0

    def walk(self) -> list[Element]:
        """This one and all below it, in the order of reading."""
        found: list[Element] = []
        waiting = [self]
        while waiting:
            one = waiting.pop()
            found.append(one)
            if one.kids:
                waiting += [kid for kid in reversed(one.kids) if kid.__class__ is Element]
        return found


@dataclass(frozen=True)
class Tree:
    """What the rest of the file has to know of the tree."""

    number: int
    places: Mapping[int, list[int]]
    """Page -> the objects of the places on it that lead somewhere."""


def add_tree(file: PdfFile, root: Element, pages: Sequence[int]) -> Tree:
    """Add the tree to the file, and per page the way back from a mark to its element. `pages`: their objects."""
    number = file.add()
    elements = root.walk()
    for own, one in enumerate(elements, start=file.next):
        one.number = own
    root.above = number
    links = [one for one in elements if one.link is not None]
    first_link = file.next + len(elements)
    ways = {one.number: first_link + at for at, one in enumerate(links)}
    owners: list[dict[int, int]] = [{} for _page in pages]
    for one in elements:
        file.add(_element(one, owners, pages, ways))
    places: dict[int, list[int]] = {}
    for at, one in enumerate(links):
        assert one.link is not None  # noqa: S101 - chosen for it above
        places.setdefault(one.link.page, []).append(file.add(_place(one.link, pages, len(pages) + at)))
    back = [file.add(references([marks[mark] for mark in sorted(marks)]).encode()) for marks in owners]
    back += [one.number for one in links]
    parents = file.add(f"<<\n/Nums [ {' '.join(f'{at} {one} 0 R' for at, one in enumerate(back))} ]\n>>".encode())
    entries = {
        "Type": "/StructTreeRoot",
        "K": references([root.number]),
        "ParentTree": reference(parents),
        "ParentTreeNextKey": str(len(back)),
    }
    file.put(number, dictionary(entries))
    return Tree(number, places)


def _element(one: Element, owners: list[dict[int, int]], pages: Sequence[int], ways: Mapping[int, int]) -> bytes:
    """One piece. Of marks on the page of its first mark the number is enough."""
    own, page, told = one.number, -1, []
    for kid in one.kids:
        if isinstance(kid, Element):
            kid.above = own
            told.append(f"{kid.number} 0 R")
            continue
        on, mark = kid
        owners[on][mark] = own
        page = on if page < 0 else page
        told.append(str(mark) if on == page else f"<< /Type /MCR /Pg {pages[on]} 0 R /MCID {mark} >>")
    more = f"\n/Pg {pages[page]} 0 R" if page >= 0 else ""
    if one.link is not None:  # its way to the place on the page (PDF/UA-1 § 7.18.5)
        told.append(f"<< /Type /OBJR /Obj {ways[own]} 0 R /Pg {pages[one.link.page]} 0 R >>")
    if one.alt or one.language or one.says or one.columns > 1 or one.tag == "TH":
        more += _more(one)
    kids = " ".join(told)
    return f"<<\n/Type /StructElem\n/S /{one.tag}\n/P {one.above} 0 R{more}\n/K [ {kids} ]\n>>".encode()


def _more(one: Element) -> str:
    """What is said of a piece beside its text, and what a cell says of its table."""
    more = f"\n/Alt {text(one.alt)}" if one.alt else ""
    more += f"\n/Lang {text(one.language)}" if one.language else ""
    more += f"\n/ActualText {text(one.says)}" if one.says else ""
    facts = " /Scope /Column" if one.tag == "TH" else ""
    facts += f" /ColSpan {one.columns}" if one.columns > 1 else ""
    return f"{more}\n/A << /O /Table{facts} >>" if facts else more


def _place(link: Link, pages: Sequence[int], number: int) -> bytes:
    """The place that leads somewhere; `number`: its own in the tree of parents."""
    entries = {
        "Type": "/Annot",
        "Subtype": "/Link",
        "Rect": f"[ {' '.join(f'{edge:.2f}' for edge in link.box)} ]",
        "Border": "[ 0 0 0 ]",
        "F": "4",
        "P": reference(pages[link.page]),
        "Contents": text(link.says),
        "StructParent": str(number),
        "A": f"<< /S /URI /URI {plain_bytes(link.target)} >>",
    }
    return dictionary(entries)
