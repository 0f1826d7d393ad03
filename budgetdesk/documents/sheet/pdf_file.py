"""The file itself (ISO 32000-1 § 7.5): numbered objects, where each of them begins, and which of them is the first.

What ReportLab has drawn and what is said of it to readers go into one file at once. Reading ReportLab's own file with
a second library, to write it again with the tags in it, took a fifth of the time of a paper.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Mapping
from itertools import accumulate

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


_EFFORT = 3
"""Half the time of the usual 6, for a tenth more bytes of the pages; most of a file are its faces."""


class PdfFile:
    """Objects, numbered from 1 in the order in which they come."""

    def __init__(self) -> None:
        self._objects: list[bytes] = []

    @property
    def next(self) -> int:
        """The number of the object that comes next."""
        return len(self._objects) + 1

    def add(self, content: bytes = b"") -> int:
        """An object, and its number. Without content a place is kept for `put`."""
        self._objects.append(content)
        return len(self._objects)

    def put(self, number: int, content: bytes) -> None:
        """The content of an object whose place was kept."""
        self._objects[number - 1] = content

    def stream(self, content: bytes, entries: str = "", *, packed: bool = True) -> int:
        """A stream, and its number. XMP stays unpacked, so that programs which know no PDF find it."""
        data, how = (zlib.compress(content, _EFFORT), "/Filter /FlateDecode\n") if packed else (content, "")
        return self.add(f"<<\n{entries}{how}/Length {len(data)}\n>>\nstream\n".encode() + data + b"\nendstream")

    def written(self, root: int, info: int) -> bytes:
        """The bytes of the file. The same objects give the same bytes, its identity included."""
        parts = [_HEAD]
        parts += [b"%d 0 obj\n%b\nendobj\n" % one for one in enumerate(self._objects, start=1)]
        *starts, end = accumulate(map(len, parts))
        table = "".join(f"{start:010d} 00000 n \n" for start in starts)
        body = b"".join(parts)
        own = hashlib.sha256(body).hexdigest()[:32]
        count = self.next
        tail = (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<<\n/Size {count}\n/Root {root} 0 R\n"
            f"/Info {info} 0 R\n/ID [ <{own}> <{own}> ]\n>>\nstartxref\n{end}\n%%EOF\n"
        )
        return body + tail.encode()


def text(said: str) -> str:
    """A text string, in any script."""
    return f"<FEFF{said.encode('utf-16-be', 'replace').hex().upper()}>"


def plain_bytes(said: str) -> str:
    """A string of bytes, such as an address."""
    return f"<{said.encode('ascii', 'replace').hex().upper()}>"


def dictionary(entries: Mapping[str, str]) -> bytes:
    """`/Name value` per line; an entry without a value is left out."""
    told = "\n".join(f"/{name} {value}" for name, value in entries.items() if value)
    return f"<<\n{told}\n>>".encode()


def reference(number: int) -> str:
    """`3 0 R`; "" for 0, which is no object."""
    return f"{number} 0 R" if number else ""


def references(numbers: Iterable[int]) -> str:
    """`[ 3 0 R 4 0 R ]`."""
    return f"[ {' '.join([f'{one} 0 R' for one in numbers])} ]"
