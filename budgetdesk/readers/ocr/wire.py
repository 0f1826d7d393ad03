"""How parent and child speak: two lengths, a piece of JSON, and bytes. No pickle: what comes back is never run."""

from __future__ import annotations

import json
import struct
from typing import IO, Any

_LENGTHS = struct.Struct(">II")
MOST = 64 * 1024 * 1024
"""Bytes of one message."""


def send(target: IO[bytes], header: dict[str, Any], blob: bytes = b"") -> None:
    """Write one message. Raises OSError when the other end is gone."""
    text = json.dumps(header).encode()
    target.write(_LENGTHS.pack(len(text), len(blob)) + text + blob)
    target.flush()


def receive(source: IO[bytes]) -> tuple[dict[str, Any], bytes]:
    """Read one message. Raises EOFError when the other end is gone, ValueError when it is not a message."""
    text_length, blob_length = _LENGTHS.unpack(_exactly(source, _LENGTHS.size))
    if text_length + blob_length > MOST:
        raise ValueError("too long")
    header = json.loads(_exactly(source, text_length))
    if not isinstance(header, dict):
        raise ValueError("not a message")
    return header, _exactly(source, blob_length)


def _exactly(source: IO[bytes], length: int) -> bytes:
    got = source.read(length)
    if len(got) < length:
        raise EOFError
    return got
