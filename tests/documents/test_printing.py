"""Papers on printers' paper: in true size where they fit, evenly smaller where not, never cut; in memory only."""

from __future__ import annotations

import io
import sys
from datetime import date
from typing import Any

import numpy
import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import look
from budgetdesk.actions.printing import HOUSE_PAGE, laid
from budgetdesk.actions.sample import sample_record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.printer import printing
from budgetdesk.documents.printer.picture_pdf import from_pictures
from budgetdesk.documents.printer.print_layout import Box, Measured, PageMeasure, Sheet, lay, letters_on
from budgetdesk.documents.printer.printing import Printed
from budgetdesk.errors import DocumentError

DAY = date(2026, 11, 20)
A4 = Sheet.with_margins(210, 297, 4.2, 4.2, 4.2, 4.2)
PORTABLE = Sheet.with_margins(210, 297, 6, 15, 6, 15)
A5 = Sheet.with_margins(148, 210, 5, 5, 5, 10)
SHEETS = {"A4": A4, "portable A4": PORTABLE, "A5": A5, "thermal": Sheet.with_margins(112, 300, 4, 0, 4, 0)}
DPI = 150


@pytest.fixture(scope="module")
def agreement() -> bytes:
    library = load_library()
    record = sample_record(library, today=DAY)
    return catalogue.make("aftale", record, look(record, DAY, library), on=DAY)


@pytest.fixture(scope="module")
def measured(agreement: bytes) -> Measured:
    return printing.measure(agreement)


def sheets_of(made: bytes) -> list[Any]:
    """Each sheet as grey dots, 150 to the inch, by a program that is not ours."""
    document = pypdfium2.PdfDocument(made)
    shown = [document[at].render(scale=DPI / 72, grayscale=True).to_numpy() for at in range(len(document))]
    return [one.reshape(one.shape[:2]).astype(int) for one in shown]


def edges_of(dots: Any) -> list[float]:
    """How far the ink reaches, mm: top, bottom, left, right."""
    dark = dots < 160
    found = [numpy.flatnonzero(dark.any(axis=axis)) / DPI * 25.4 for axis in (1, 0)]
    return [float(each) for one in found for each in (one[0], one[-1])]


def test_on_a_sheet_of_its_own_size_a_paper_keeps_its_true_size_and_place(agreement: bytes, measured: Measured) -> None:
    sides = lay(measured, A4)
    printed = sheets_of(printing.print_file([Printed(agreement, sides)], A4, dpi=150, grey=True))
    stored = sheets_of(agreement)

    assert {side.scale for side in sides} == {1.0}
    for ours, theirs in zip(printed, stored, strict=True):
        assert edges_of(ours) == pytest.approx(edges_of(theirs), abs=0.35)


@pytest.mark.parametrize(("name", "halves"), [("portable A4", False), ("A5", False), ("A5", True), ("thermal", False)])
def test_nothing_is_cut_and_everything_lies_where_the_printer_can_print(
    agreement: bytes, measured: Measured, name: str, halves: bool
) -> None:
    sheet = SHEETS[name]
    sides = lay(measured, sheet, halves=halves)
    printed = sheets_of(printing.print_file([Printed(agreement, sides)], sheet, dpi=150, grey=True))
    room = Box(
        left=sheet.room.left - 0.2,
        top=sheet.room.top - 0.2,
        right=sheet.room.right + 0.2,
        bottom=sheet.room.bottom + 0.2,
    )
    wanted = sum(int((255 - one).sum()) for one in sheets_of(agreement))
    inked = sum(int((255 - one).sum()) for one in printed)

    assert inked == pytest.approx(wanted * sides[0].scale ** 2, rel=0.05)
    for dots in printed:
        top, bottom, left, right = edges_of(dots)
        assert room.holds(Box(left=left, top=top, right=right, bottom=bottom))


def test_all_pages_of_a_paper_get_the_same_scale(measured: Measured) -> None:
    assert len({side.scale for side in lay(measured, A5)}) == 1
    assert len({side.scale for side in lay(measured, A5, halves=True)}) == 1


def test_two_small_sheets_are_turned_and_make_the_letters_readable(measured: Measured) -> None:
    one, two = lay(measured, A5), lay(measured, A5, halves=True)

    assert letters_on(measured, one) < printing.least_letters() < letters_on(measured, two)
    assert len(two) == 2 * len(one)
    assert all(side.turned for side in two)


def test_a_page_is_divided_between_two_lines_and_never_through_one(agreement: bytes, measured: Measured) -> None:
    for upper, lower in zip(*[iter(lay(measured, A5, halves=True))] * 2, strict=True):
        below = printing.draw(agreement, upper, dpi=200, grey=True)
        dots = numpy.frombuffer(below.data, numpy.uint8).reshape(below.height, below.width)

        assert upper.part.bottom <= lower.part.top
        assert dots[:, :1].min() > 200  # turned to the right, the lower edge of the part lies to the left


def test_pages_are_chosen_by_their_numbers(measured: Measured) -> None:
    assert [side.page for side in lay(measured, A4, [2])] == [2]
    assert [side.page for side in lay(measured, A4)] == [1, 2]
    assert lay(measured, A4, [9]) == ()


def test_the_resolution_is_the_printers_own_or_a_whole_part_of_it() -> None:
    assert printing.drawing_dpi(300, grey=True) == 300
    assert printing.drawing_dpi(1200, grey=True) == 600
    assert printing.drawing_dpi(1200, grey=False) == 400


def test_grey_is_grey_and_colour_is_colour(agreement: bytes, measured: Measured) -> None:
    side = lay(measured, A4)[0]
    grey, colour = printing.draw(agreement, side, dpi=60, grey=True), printing.draw(agreement, side, dpi=60)

    assert len(grey.data) == grey.width * grey.height
    assert len(colour.data) == 3 * colour.width * colour.height
    picture = Image.frombytes("RGB", (colour.width, colour.height), colour.data)
    assert any(abs(r - b) > 10 for r, _, b in picture.get_flattened_data())


def test_printing_opens_no_file_and_no_connection(agreement: bytes, measured: Measured) -> None:
    printing.print_file(
        [Printed(agreement, lay(measured, A5))], A5, dpi=72, grey=True
    )  # what is imported once is imported now
    seen: list[str] = []
    listening = True

    def heard(event: str, _args: object) -> None:
        if listening and event.startswith(("open", "socket", "tempfile", "subprocess", "os.")):
            seen.append(event)

    sys.addaudithook(heard)
    printing.print_file([Printed(agreement, lay(printing.measure(agreement), A5, halves=True))], A5, dpi=72, grey=False)
    listening = False

    assert seen == []


def test_printing_can_be_stopped_between_two_sheets(agreement: bytes, measured: Measured) -> None:
    def stop(done: int, _of: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        printing.print_file([Printed(agreement, lay(measured, A4))], A4, dpi=72, grey=True, told=stop)


def test_a_copy_costs_no_second_drawing(agreement: bytes, measured: Measured) -> None:
    once = printing.print_file([Printed(agreement, lay(measured, A4))], A4, dpi=100, grey=True)
    thrice = printing.print_file([Printed(agreement, lay(measured, A4) * 3)], A4, dpi=100, grey=True)

    assert len(sheets_of(thrice)) == 6
    assert len(thrice) < len(once) + 5000


def test_on_both_sides_each_paper_begins_on_a_sheet_of_its_own(agreement: bytes, measured: Measured) -> None:
    one_page, two_pages = Printed(agreement, lay(measured, A4, [1])), Printed(agreement, lay(measured, A4))
    made = printing.print_file([one_page, two_pages], A4, dpi=50, grey=True, duplex=True)
    inked = [bool((sheet < 128).any()) for sheet in sheets_of(made)]

    assert inked == [True, False, True, True]


SIZES = st.floats(20, 400)
EDGES = st.floats(0, 9)


@settings(max_examples=25)
@given(
    st.builds(Sheet.with_margins, SIZES, SIZES, EDGES, EDGES, EDGES, EDGES),
    st.lists(
        st.tuples(st.floats(0, 100), st.floats(0, 140), st.floats(1, 110), st.floats(1, 157)), min_size=1, max_size=4
    ),
    st.booleans(),
)
def test_whatever_the_sheet_everything_lies_within_its_room_and_nothing_grows(
    sheet: Sheet, inks: list[tuple[float, float, float, float]], halves: bool
) -> None:
    pages = tuple(
        PageMeasure(
            number=at,
            ink=Box(left=left, top=top, right=left + wide, bottom=top + high),
            gaps=((top + high * 0.4, top + high * 0.5),),
        )
        for at, (left, top, wide, high) in enumerate(inks, 1)
    )
    sides = lay(Measured(pages=pages, letters=10), sheet, halves=halves)

    assert all(sheet.room.holds(side.on_sheet) for side in sides)
    assert all(0 < side.scale <= 1 for side in sides)
    assert {side.page for side in sides} == {page.number for page in pages}


def test_the_pages_of_a_scanned_copy_become_one_file(agreement: bytes) -> None:
    jpegs = []
    for size in ((300, 400), (500, 200)):
        out = io.BytesIO()
        Image.new("RGB", size, (40, 60, 160)).save(out, "JPEG")
        jpegs.append(out.getvalue())
    made = sheets_of(from_pictures(jpegs))

    assert [edges_of(sheet)[3] - edges_of(sheet)[2] for sheet in made] == pytest.approx([200, 200], abs=1.5)
    assert [edges_of(sheet)[1] - edges_of(sheet)[0] for sheet in made] == pytest.approx([267, 80], abs=1.5)
    with pytest.raises(DocumentError):
        from_pictures([b"\xff\xd8\xff nothing"])


def test_the_page_that_sheets_are_judged_by_is_a_page_of_ours(measured: Measured) -> None:
    ours, measured_ink = HOUSE_PAGE.pages[0].ink, measured.pages[0].ink

    for side in ("left", "top", "right", "bottom"):
        assert getattr(ours, side) == pytest.approx(getattr(measured_ink, side), abs=0.5)
    assert laid(HOUSE_PAGE, A5).scale == pytest.approx(lay(measured, A5)[0].scale, abs=0.01)
    assert laid(HOUSE_PAGE, A5).too_small
    assert not laid(HOUSE_PAGE, A5, halves=True).too_small
    assert not laid(HOUSE_PAGE, PORTABLE).too_small
