"""The process that decodes pictures: little memory, no files, no threads of its own. Ends when its parent does.

Whatever a picture does to a decoder happens here, where neither the store nor the key is.
"""

from __future__ import annotations

import os
import sys
import warnings
from typing import IO, Any

from budgetdesk.readers.ocr import wire

MEMORY = 3 * 1024**3
"""Bytes of address space; both engines together use about half a gigabyte of it for real."""


def main() -> None:
    """Answer requests from standard input on standard output until it is closed."""
    for name in ("OMP_THREAD_LIMIT", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ[name] = "1"  # one thread: the same picture gives the same text
    answers = _private_output()
    _limit()
    warnings.simplefilter("ignore")
    while True:
        try:
            request, data = wire.receive(sys.stdin.buffer)
        except (EOFError, ValueError):
            return
        header, picture = _answer(request, data)
        wire.send(answers, header, picture)


def _private_output() -> IO[bytes]:
    """Standard output for us alone: what a library prints must not end up between two answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return answers


def _limit() -> None:
    """Memory, files and core dumps, where the system can; the parent watches the memory where it cannot."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on Windows

    for what, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue  # macOS knows some limits and refuses them


def _answer(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        if request["engine"] == "papers":
            return _papers(request, data)
        from budgetdesk.readers.ocr import job  # noqa: PLC0415 - the libraries may be missing

        read = job.read(data, request["kind"], request["engine"], request["attempt"])
    except ImportError:
        return {"problem": "no_engine"}, b""
    except MemoryError:
        return {"problem": "memory"}, b""
    except Exception as error:
        return {"problem": _kind_of(error)}, b""
    return {"engine": read.engine, "lines": [[line.text, line.confidence, line.box] for line in read]}, read.picture


def _papers(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    """The pages of a scanned paper: what the code on each says, and their pictures one after the other."""
    from budgetdesk.readers.ocr import papers  # noqa: PLC0415 - the libraries may be missing

    found = papers.read(data, request["kind"], request["ours"])
    return {"pages": [[page.said, len(page.picture)] for page in found]}, b"".join(page.picture for page in found)


def _kind_of(error: Exception) -> str:
    if type(error).__name__ == "PdfRefusedError":
        return str(error.args[0])
    if type(error).__name__ == "NothingPrintedError":
        return "nothing"
    return "memory" if "nsufficient memory" in str(error) or "bad_alloc" in str(error) else "broken"
