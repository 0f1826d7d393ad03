"""The small pictures: every one drawn as Qt draws its file, black on white, and with the licence beside it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from reportlab.pdfgen.canvas import Canvas

from budgetdesk import data_files
from budgetdesk.documents.sheet import pictograms

SIZE = 96


def by_us() -> dict[str, Image.Image]:
    """Each picture on a page of its own, as pdfium renders it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(SIZE, SIZE))
    for name in pictograms.PICTOGRAMS:
        pictograms.draw(canvas, name, 0, 0, SIZE)
        canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(out.getvalue())
    found = {name: document[at].render(scale=1).to_pil().convert("L") for at, name in enumerate(pictograms.PICTOGRAMS)}
    document.close()
    return found


def by_qt(name: str) -> Image.Image:
    file = data_files.path("icons", "pictograms", f"{name}.svg").read_text("utf-8").replace("currentColor", "#000000")
    picture = QImage(SIZE, SIZE, QImage.Format.Format_Grayscale8)
    picture.fill(255)
    with QPainter(picture) as painter:
        QSvgRenderer(QByteArray(file.encode())).render(painter)
    return Image.frombytes("L", (SIZE, SIZE), bytes(picture.constBits()), "raw", "L", picture.bytesPerLine())


def test_every_picture_looks_as_qt_draws_its_file() -> None:
    for name, ours in by_us().items():
        theirs = by_qt(name)
        # The edge of a line may be a shade off; two pixels from it nothing may differ.
        missing = ImageChops.subtract(ours.filter(ImageFilter.MinFilter(3)), theirs)
        extra = ImageChops.subtract(theirs.filter(ImageFilter.MinFilter(3)), ours)

        assert max(missing.tobytes()) < 160, name
        assert max(extra.tobytes()) < 160, name
        assert min(ours.tobytes()) == 0, name


def test_every_picture_has_its_file_and_no_file_is_left_over() -> None:
    files = {file.stem for file in data_files.path("icons", "pictograms").glob("*.svg")}

    assert files == set(pictograms.PICTOGRAMS)
    assert "MIT License" in data_files.path("icons", "pictograms", "LICENSE").read_text("utf-8")


def test_a_picture_is_silent_and_in_the_colour_of_the_text() -> None:
    assert 'aria-hidden="true"' in pictograms.svg("home")
    assert pictograms.svg("home").count("<path") == len(pictograms.outlines("home")) == 3


def test_another_name_is_no_picture() -> None:
    with pytest.raises(KeyError):
        pictograms.outlines("../home")
