"""Looks for text that anybody could read in files, however it is written."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote


def looks_of(text: str) -> set[bytes]:
    """Every way in which the text could stand in a file, in small letters."""
    raw = {text.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be", "latin-1", "utf-32-le")}
    utf8 = text.encode()
    shifted = {base64.b64encode(b"x" * n + utf8)[4 * (n > 0) : -4] for n in range(3)}
    return {look.lower() for look in raw | {quote(text).encode(), utf8.hex().encode()} | shifted if len(look) > 5}


def found_in(planted: Iterable[str], *folders: Path) -> list[str]:
    """The files in which anything planted can be read; also in their names."""
    looks = {look for text in planted for look in looks_of(text)}
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return [str(f) for f in files if any(look in (f.read_bytes() + os.fsencode(f)).lower() for look in looks)]
