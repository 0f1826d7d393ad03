"""Whatever is handed in for checking, there is an answer in words and never a crash."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sealed import key, sealed, unsealed

from budgetdesk.documents.printer import preview
from budgetdesk.documents.seals.verify import LARGEST, verify
from budgetdesk.errors import DocumentError


def answered(pdf: bytes) -> None:
    answer = verify(pdf, roots=[key().root])

    assert not answer.valid
    assert answer.reasons
    assert all(reason.endswith(".") for reason in answer.reasons)


@settings(max_examples=60)
@given(st.binary(max_size=4000), st.booleans())
def test_junk_gets_an_answer(junk: bytes, dressed: bool) -> None:
    answered(b"%PDF-1.7\n" + junk + b"\nstartxref\n9\n%%EOF\n" if dressed else junk)


@settings(max_examples=60)
@given(st.randoms(use_true_random=False))
def test_a_sealed_file_with_pieces_cut_doubled_or_overwritten_gets_an_answer(chance: random.Random) -> None:
    pdf = bytearray(sealed())
    for _ in range(chance.randint(1, 4)):
        start = chance.randrange(len(pdf))
        end = min(len(pdf), start + chance.randint(1, 3000))
        kind = chance.choice(["cut", "double", "noise"])
        if kind == "cut":
            del pdf[start:end]
        elif kind == "double":
            pdf[end:end] = pdf[start:end]
        else:
            pdf[start:end] = chance.randbytes(end - start)
    if bytes(pdf) != sealed():
        answered(bytes(pdf))


END = b"\nstartxref\n9\n%%EOF"
LOOP = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/AcroForm 3 0 R>>endobj\n"
    b"3 0 obj<</SigFlags 3/Fields[3 0 R]/Kids[3 0 R]>>endobj\n"
    b"xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 4>>\nstartxref\n0\n%%EOF"
)
HOSTILE = {
    "fields that hold themselves": LOOP,
    "a table of contents that points at itself": b"%PDF-1.4\nxref\n0 0\ntrailer<</Prev 9/Size 1/Root 1 0 R>>" + END,
    "very deep nesting": b"%PDF-1.4\n1 0 obj" + b"[" * 20000 + b"]" * 20000 + b"endobj" + END,
    "a claim of a signature": b"%PDF-1.4\n/ByteRange [0 10 20 30]/Contents <00>\n%%EOF",
    "a huge number": b"%PDF-1.4\nstartxref\n" + b"9" * 5000 + b"\n%%EOF",
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_files_made_to_break_readers_get_an_answer_in_time(name: str) -> None:
    begun = time.monotonic()
    answered(HOSTILE[name])

    assert time.monotonic() - begun < 10


def test_a_file_of_more_than_fifty_megabytes_is_not_read() -> None:
    huge = b"%PDF-1.7" + b"\0" * LARGEST
    begun = time.monotonic()
    answer = verify(huge)

    assert "50 MB" in answer.reasons[0]
    assert time.monotonic() - begun < 2


def test_a_list_of_signatures_that_is_not_one_is_no_list() -> None:
    from budgetdesk.documents.seals.ink import from_json

    for junk in (b"", b"[]", b"null", b"{}", b'{"format":"budgetdesk/ink","ink":[{}]}', b"\xff", b"[" * 5000):
        with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
            from_json(junk)


def test_pages_are_shown_as_pictures_and_junk_is_refused() -> None:
    pictures = preview.pages(unsealed(), dpi=40)

    assert len(pictures) == 1
    assert pictures[0].startswith(b"\x89PNG")
    with pytest.raises(DocumentError, match="kan ikke vises"):
        preview.pages(b"junk")
