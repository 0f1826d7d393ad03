"""Pages of a PDF as pictures."""

from __future__ import annotations

import io
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from reportlab.pdfgen.canvas import Canvas

from budgetdesk.documents.printer import preview
from budgetdesk.errors import DocumentError


def paper(pages: int) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(pages):
        canvas.drawString(100, 700, f"Side {number + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_each_page_is_a_picture():
    assert [picture[:4] for picture in preview.pages(paper(3))] == [b"\x89PNG"] * 3


def test_what_is_no_pdf_is_told_in_a_sentence():
    with pytest.raises(DocumentError, match="ikke en hel PDF"):
        preview.pages(b"%PDF-1.7 and no more")


def test_only_one_thread_at_a_time_uses_pdfium_which_cannot_stand_two(monkeypatch: pytest.MonkeyPatch):
    here: set[int] = set()
    met: list[int] = []
    draw = preview._png

    def slow(page: object, dpi: int) -> bytes:
        here.add(threading.get_ident())
        time.sleep(0.02)
        met.append(len(here))
        made = draw(page, dpi)
        here.discard(threading.get_ident())
        return made

    monkeypatch.setattr(preview, "_png", slow)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(preview.pages, [paper(2)] * 4))

    assert max(met) == 1
