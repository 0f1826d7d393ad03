"""What may stand behind a seal that allows no change: what long-term validation needs (DSS), and nothing else.

EN 319 142-1. pyHanko's own judgement also lets new metadata and loose bytes through; here the title and all else
that is shown must be the same, and there must be a DSS that explains the addition.
"""

from __future__ import annotations

import re
from typing import Any

_FREE_IN_CATALOG = {"/DSS", "/Extensions"}
_FREE_IN_INFO = {"/ModDate", "/Producer"}


def only_long_term(reader: Any, signature: Any, status: Any) -> bool:
    """Whether nothing but a DSS was added behind the newest signature. `status` is pyHanko's answer about it."""
    signed = signature.signed_revision
    if not status.docmdp_ok or status.coverage.name != "ENTIRE_REVISION" or signed + 1 >= reader.xrefs.total_revisions:
        return False
    before, now = reader.get_historical_root(signed), reader.root
    keys = (set(before) | set(now)) - _FREE_IN_CATALOG
    if "/DSS" not in now or any(_raw(before, key) != _raw(now, key) for key in keys):
        return False
    return _old_objects_untouched(reader, signed) and _same_title(reader, signed)


def _raw(holder: Any, key: str) -> Any:
    return holder.raw_get(key) if key in holder else None


def _old_objects_untouched(reader: Any, signed: int) -> bool:
    """Whether later revisions rewrote nothing but the catalog, the information and the metadata."""
    free = {reader.root_ref}
    for held in (_raw(reader.trailer, "/Info"), _raw(reader.root, "/Metadata")):
        if held is not None and hasattr(held, "reference"):
            free.add(held.reference)
    later = range(signed + 1, reader.xrefs.total_revisions)
    touched = set().union(*(reader.xrefs.explicit_refs_in_revision(revision) for revision in later)) - free
    return all(reader.xrefs.get_introducing_revision(ref) > signed for ref in touched)


def _same_title(reader: Any, signed: int) -> bool:
    """Whether title, author and all else about the document still say the same."""
    old = reader.get_historical_resolver(signed)
    info, metadata = _raw(reader.trailer, "/Info"), _raw(reader.root, "/Metadata")
    return _info(old, info) == _info(reader, info) and _xmp_title(old, metadata) == _xmp_title(reader, metadata)


def _info(document: Any, held: Any) -> dict[str, str]:
    info = document.get_object(held.reference) if held is not None else {}
    return {key: str(info[key]) for key in info if key not in _FREE_IN_INFO}


def _xmp_title(document: Any, held: Any) -> str:
    """The title in the metadata, without the marks around it."""
    data = document.get_object(held.reference).data if held is not None else b""
    found = re.search(rb"<dc:title>(.*?)</dc:title>", data, re.DOTALL)
    return re.sub(r"(<[^>]*>|\s)+", " ", found[1].decode("utf-8", "replace")).strip() if found else ""
