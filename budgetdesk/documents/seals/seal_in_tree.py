"""The seal's field in the tree of tags, where a screen reader finds it (PDF/UA-1, ISO 14289-1 § 7.18.4).

It is written in the same update as the seal, before it is set: afterwards nothing may change.
"""

from __future__ import annotations

from typing import Any


def add_to_tree(writer: Any, says: str) -> None:
    """Make the field that was added last a form of the document, with `says` for who cannot see it.

    `writer` is pyHanko's. A file without tags stays without.
    """
    from pyhanko.pdf_utils.generic import (  # noqa: PLC0415 - slow to import
        ArrayObject,
        DictionaryObject,
        NameObject,
        NumberObject,
        TextStringObject,
    )

    if "/StructTreeRoot" not in writer.root:
        return
    tree = writer.root["/StructTreeRoot"]
    if "/ParentTree" not in tree or "/Nums" not in tree["/ParentTree"]:
        return
    field = writer.root["/AcroForm"]["/Fields"].raw_get(-1)
    widget, number = field.get_object(), int(tree["/ParentTreeNextKey"])
    document = tree["/K"][0]
    way = DictionaryObject({NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): field})
    form = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/StructElem"),
            NameObject("/S"): NameObject("/Form"),
            NameObject("/P"): tree["/K"].raw_get(0),
            NameObject("/Pg"): widget.raw_get("/P"),
            NameObject("/Alt"): TextStringObject(says),
            NameObject("/K"): ArrayObject([way]),
        }
    )
    element = writer.add_object(form)
    document["/K"].append(element)
    tree["/ParentTree"]["/Nums"].extend([NumberObject(number), element])
    tree[NameObject("/ParentTreeNextKey")] = NumberObject(number + 1)
    widget[NameObject("/StructParent")] = NumberObject(number)
    for changed in (document, document["/K"], tree, tree["/ParentTree"], tree["/ParentTree"]["/Nums"]):
        writer.update_container(changed)
