"""What must not be opened: a sentence within two seconds, by `budgetdesk read` and by the window's taking in alike."""

from __future__ import annotations

import io
import json
import struct
import time
import zipfile
import zlib
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from budgetdesk.__main__ import main
from budgetdesk.actions.equal_treatment import _as_text
from budgetdesk.actions.library import load_library
from budgetdesk.errors import BadInputError
from budgetdesk.readers.ocr.receipts import read_receipt_picture
from budgetdesk.ui.pages.forbrug import incoming
from budgetdesk.ui.pages.forbrug.incoming import PictureFile

TODAY = date(2026, 11, 20)
SECONDS = 2.0
SLACK = 3.0
"""Other tests run beside this one."""


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int, rows: int) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    data = zlib.compress(bytes(rows * (width // 8 + 1)), 9)
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _locked_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("hemmelig", algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _eps_as_png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (60, 60), 200).save(out, "EPS")
    return out.getvalue()


def _zip_bomb_xlsx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr("xl/workbook.xml", "<workbook/>")
        with book.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(60):
                sheet.write(bytes(4 * 1024 * 1024))
    return out.getvalue()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">'
    + "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1 if n > 1 else str()};" * 10}">' for n in range(1, 10))
    + ']><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
    "<BkToCstmrStmt>&lol9;</BkToCstmrStmt></Document>"
)
ROW = '"01.10.2026";"Netto";"{amount}";"1,00";"Udført";"Nej"\r\n'
HEAD = '"Dato";"Tekst";"Beløb";"Saldo";"Status";"Afstemt"\r\n'


@cache
def bad(name: str) -> bytes:
    """One file that nobody means well with."""
    return {
        "bombe.png": lambda: _png(20_000, 20_000, 20_000),
        "stor.png": lambda: _png(30_000, 30_000, 1),
        "laast.pdf": _locked_pdf,
        "eps.png": _eps_as_png,
        "bombe.xlsx": _zip_bomb_xlsx,
        "tal.csv": lambda: (HEAD + ROW.format(amount=f"-{'9' * 10**6},00")).encode("cp1252"),
        "tal.json": lambda: (
            b'{"format": "budgetdesk/receipt", "shop": "x", "total": ' + b"9" * 10**6 + b', "lines": []}'
        ),
        "grin.xml": LAUGHS.encode,
    }[name]()


NAMES = ["bombe.png", "stor.png", "laast.pdf", "eps.png", "bombe.xlsx", "tal.csv", "tal.json", "grin.xml"]
TOLD = {"tal.csv"}
"""Read with a problem of its own for the row; the others are refused."""


@pytest.mark.parametrize("name", NAMES)
def test_the_command_line_refuses_it_with_a_sentence_within_two_seconds(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_bytes(bad(name))
    began = time.perf_counter()
    status = main(["read", str(file), "--json"])
    took = time.perf_counter() - began
    answer = json.loads(capsys.readouterr().out)

    if name in TOLD:
        assert answer["rows"] == []
        said = answer["problems"][0]["text"]
    else:
        assert status == 1
        said = answer["error"]
    assert 20 < len(said) < 400
    assert said.endswith(".")
    assert "Traceback" not in said
    assert took < SECONDS + SLACK, took
    assert [path.name for path in tmp_path.iterdir()] == [name], "nothing was written"


@pytest.mark.parametrize("name", NAMES)
def test_the_window_refuses_it_with_a_sentence_within_two_seconds(name: str) -> None:
    began = time.perf_counter()
    said = ""
    try:
        read = incoming.read((name, bad(name)), _library(), TODAY)
        if isinstance(read, PictureFile):
            read_receipt_picture(read.data, today=TODAY)
        elif name in TOLD:
            said = read.problems[0].text  # type: ignore[union-attr]
    except BadInputError as error:
        said = str(error)
    took = time.perf_counter() - began

    assert 20 < len(said) < 400, said
    assert took < SECONDS + SLACK, took


@cache
def _library():  # type: ignore[no-untyped-def]  # a test's own
    return load_library()


def test_bidi_tricks_in_the_name_of_a_shop_are_taken_away() -> None:
    entry = {"format": "budgetdesk/receipt", "shop": "Net\u202eto\u2066 A/S\u0000", "total": "10.00", "lines": []}
    read = incoming.read(("bon.json", json.dumps(entry).encode()), _library(), TODAY)

    assert read.receipts[0].shop == "Netto A/S"  # type: ignore[union-attr]


@pytest.mark.parametrize("trick", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+45 12 34 56 78", "-2+3"])
def test_a_formula_in_a_text_is_a_text(trick: str) -> None:
    row = f'"01.10.2026";"{trick}";"-10,00";"90,00";"Udført";"Nej"\r\n'
    read = incoming.read(("udtog.csv", (HEAD + row).encode("cp1252")), _library(), TODAY)

    assert [(r.text, r.amount) for r in read.rows] == [(trick, -10)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+45 12", "'+45 12"),
        ("-10,50", "-10,50"),
        ("Politik 3", "Politik 3"),
    ],
)
def test_a_cell_that_looks_like_a_formula_is_never_written_to_a_table(cell: str, written: str) -> None:
    assert _as_text(cell) == written
