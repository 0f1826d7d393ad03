"""Reading PDFs with programs that are not ours: pdfium, and poppler's and qpdf's tools where they are installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pypdfium2
import pytest

needs_poppler = pytest.mark.skipif(not shutil.which("pdfsig"), reason="poppler-utils is not installed")
needs_nss = pytest.mark.skipif(
    not (shutil.which("pdfsig") and shutil.which("certutil")), reason="poppler-utils or libnss3-tools is missing"
)
needs_qpdf = pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, lines as pdfium finds them."""
    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for number in range(len(document)):
        page = document[number]
        lines = page.get_textpage().get_text_bounded().replace("\r", "").split("\n")
        texts.append("\n".join(line.rstrip() for line in lines))
    document.close()
    return texts


def without_code(text: str) -> str:
    """The check code follows from all that is drawn, so it tells nothing that the text does not."""
    return re.sub(r"Kode [0-9A-Y]{4}-[0-9A-Y]{4}-[0-9A-Y]{2}", "Kode XXXX-XXXX-XX", text)


def one_line(pdf: bytes) -> str:
    """All text of all pages with single spaces, to search in."""
    return " ".join(" ".join(page_texts(pdf)).split())


def run(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout + done.stderr
