"""The letters of a PDF in the order they were drawn, read from its bytes: no reader's idea of lines or directions.

Each face says in its ToUnicode table (ISO 32000-1 § 9.10.3) which letter a code stands for.
"""

from __future__ import annotations

import io
import re
from typing import Any

from pypdf import PdfReader

_SHOW = re.compile(rb"/(\S+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\) Tj|(\bT\*|\bTm\b|/Artifact BMC|\bEMC\b)", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CHAR = re.compile(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGE = re.compile(r"<([0-9A-Fa-f]+)>\s*<[0-9A-Fa-f]+>\s*\[([^\]]*)\]")
_PLAIN = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def drawn_text(pdf: bytes) -> str:
    """All letters of all pages but what is drawn at their edges, a space where a line ends."""
    reader = PdfReader(io.BytesIO(pdf))
    faces: dict[int, dict[int, str]] = {}
    return "\f".join(_page(page, faces) for page in reader.pages)


def _page(page: Any, faces: dict[int, dict[int, str]]) -> str:
    fonts = page["/Resources"].get("/Font", {})
    letters: dict[str, dict[int, str]] = {}
    for name, reference in fonts.items():
        face = reference.get_object()
        if "/ToUnicode" in face:
            letters[name] = faces.setdefault(id(face), {}) or faces[id(face)]
            letters[name].update(_letters(face["/ToUnicode"].get_object().get_data().decode("latin-1")))
    now: dict[int, str] = {}
    told, aloud = [], True
    for face_name, shown, moved in _SHOW.findall(page.get_contents().get_data()):
        aloud = moved != b"/Artifact BMC" if moved in (b"/Artifact BMC", b"EMC") else aloud
        if face_name:
            now = letters.get("/" + face_name.decode(), {})
        elif shown and aloud:
            told.append("".join(now.get(code, chr(code)) for code in _ESCAPE.sub(_plain, shown)))
        elif moved:
            told.append(" ")
    return "".join(told)


def _plain(escaped: re.Match[bytes]) -> bytes:
    said = escaped[1]
    return bytes([int(said, 8) & 255]) if said[:1].isdigit() else _PLAIN.get(said, said)


def _letters(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, listed in _RANGE.findall(part):
            for at, letter in enumerate(re.findall(r"<([0-9A-Fa-f]+)>", listed)):
                found[int(first, 16) + at] = _letter(letter)
    for part in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found.update({int(code, 16): _letter(letter) for code, letter in _CHAR.findall(part)})
    return found


def _letter(coded: str) -> str:
    """The letters of one code: UTF-16, so an even number of bytes."""
    return bytes.fromhex(coded if len(coded) % 4 == 0 else coded.zfill(len(coded) + 1)).decode("utf-16-be", "replace")
