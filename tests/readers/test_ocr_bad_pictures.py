"""Pictures that must not be opened: each is refused with a sentence, at once, and nothing is written."""

from __future__ import annotations

import io
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfWriter

from budgetdesk.errors import ReceiptError
from budgetdesk.readers.ocr.headers import look_at
from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.ocr.receipts import read_receipt_picture


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        with suppress(ReceiptError):  # loads the libraries: what is timed below is the refusal
            read_receipt_picture(picture("PNG"), reader=one)
        yield one


def seconds_of(reader: Reader) -> float:
    """Processor seconds of the child: another program on the machine does not count."""
    times = psutil.Process(reader.process_id).cpu_times()
    return float(times.user + times.system)


def png(width: int, height: int, rows: bytes = b"") -> bytes:
    """A PNG that says it is this large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def picture(kind: str, size: tuple[int, int] = (300, 400), **how: object) -> bytes:
    target = io.BytesIO()
    Image.new("L", size, 200).save(target, kind, **how)
    return target.getvalue()


def locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 400)
    writer.encrypt("hemmelig", algorithm="AES-256-R5")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def film(frames: int) -> bytes:
    """A GIF of so many pictures, each of one byte of data."""
    start = b"GIF89a" + struct.pack("<HHBBB", 100, 100, 0x80, 0, 0) + b"\0\0\0\xff\xff\xff"
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, 1, 1, 0) + b"\x02\x02\x44\x01\x00"
    return start + frame * frames + b"\x3b"


HEIC = b"\0\0\0\x18ftypheic" + b"\0" * 200
REFUSED = {
    "nothing at all": (b"", "tom"),
    "30,000 x 30,000": (png(30_000, 30_000), "for stort"),
    "a bomb": (png(60_000, 900, zlib.compress(b"\0" * 10_000_000)), "for stort"),
    "the largest size there is": (png(2**31 - 1, 2**31 - 1), "for stort"),
    "PostScript named PNG": (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript"),
    "EPS with a preview": (b"\xc5\xd0\xd3\xc6" + b"\0" * 100, "PostScript"),
    "SVG named PNG": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "tegning"),
    "HEIC": (HEIC, "Mest kompatibel"),
    "a film of 10,000 pictures": (film(10_000), "film"),
    "text": (b"hej " * 100, "ikke et billede"),
    "a cut-off header": (picture("PNG")[:20], "stykker"),
    "a cut-off JPEG header": (picture("JPEG")[:40], "stykker"),
    "no width": (png(0, 500), "tomt"),
    "a dot": (png(1, 1), "for lille"),
    "a program": (b"MZ" + b"\x90" * 500, "ikke et billede"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_must_not_be_opened_is_refused_with_a_sentence_before_it_is_decoded(name):
    data, said = REFUSED[name]
    began = time.monotonic()

    with pytest.raises(ReceiptError, match=said):
        look_at(data)
    assert time.monotonic() - began < 0.5


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"])
def test_a_picture_that_is_cut_off_in_the_middle_is_refused_within_two_seconds(kind, reader):
    whole = picture(kind, (1200, 1800))
    before = seconds_of(reader)

    with pytest.raises(ReceiptError, match="stykker"):
        read_receipt_picture(whole[: len(whole) * 2 // 3], reader=reader)
    assert seconds_of(reader) - before < 2


def test_a_picture_without_print_is_not_read_but_said(reader):
    with pytest.raises(ReceiptError, match="nogen tekst"):
        read_receipt_picture(picture("PNG", (900, 1200)), reader=reader)


def test_a_picture_of_nothing_but_specks_is_not_read_but_said(reader):
    target = io.BytesIO()
    Image.effect_noise((1500, 1500), 90).save(target, "PNG")

    with pytest.raises(ReceiptError, match="nogen tekst"):
        read_receipt_picture(target.getvalue(), reader=reader)


def test_a_locked_pdf_is_refused_with_what_to_do(reader):
    with pytest.raises(ReceiptError, match="adgangskode"):
        read_receipt_picture(locked_pdf(), reader=reader)


def test_a_pdf_of_a_hundred_pages_is_no_receipt(reader):
    writer = PdfWriter()
    for _ in range(100):
        writer.add_blank_page(200, 400)
    target = io.BytesIO()
    writer.write(target)

    with pytest.raises(ReceiptError, match="sider"):
        read_receipt_picture(target.getvalue(), reader=reader)


def test_a_broken_pdf_is_refused(reader):
    with pytest.raises(ReceiptError, match="stykker"):
        read_receipt_picture(b"%PDF-1.7\n" + b"1 0 obj << /Pages 1 0 R >>" * 50, reader=reader)


def test_a_tiff_of_several_pages_is_not_read_by_half():
    target = io.BytesIO()
    page = Image.new("L", (300, 400), 200)
    page.save(target, "TIFF", save_all=True, append_images=[page])

    with pytest.raises(ReceiptError, match="flere sider"):
        look_at(target.getvalue())


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"])
def test_the_size_is_read_from_the_header_of_every_kind(kind):
    header = look_at(picture(kind, (313, 421)))

    assert (header.kind, header.width, header.height) == (kind.lower(), 313, 421)


@given(st.sampled_from(["JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP"]), st.data())
def test_whatever_the_bytes_say_the_header_is_a_size_or_a_sentence(kind, data):
    bytes_ = bytearray(picture(kind, (60, 80)))
    for _ in range(data.draw(st.integers(1, 8))):
        bytes_[data.draw(st.integers(0, min(len(bytes_) - 1, 200)))] = data.draw(st.integers(0, 255))
    bytes_ = bytes_[: data.draw(st.integers(1, len(bytes_)))]

    with suppress(ReceiptError):
        header = look_at(bytes(bytes_))
        assert header.kind == "pdf" or 0 < header.width * header.height <= 60_000_000
