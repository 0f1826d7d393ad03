"""Every paper, of an ordinary household, of an empty one and of one with far too much, is set well.

The suite tries a few papers that break over pages; `make papers-campaign` all of them.
"""

from __future__ import annotations

from decimal import Decimal

import every_paper
import pytest
from crowded_household import FIVE, LONG
from every_paper import CROWDED, drawn
from paper_layout import faults, sheets
from pdf_reading import one_line
from reportlab.platypus import FrameBreak

from budgetdesk.documents.sheet import page
from budgetdesk.documents.sheet.blocks import box, facts, section, table, text
from budgetdesk.documents.sheet.breaking import Ending
from budgetdesk.documents.sheet.going_on import GoingOn, bullets

CHOSEN = pytest.mark.parametrize(("household", "paper"), every_paper.chosen())


@CHOSEN
def test_nothing_is_cut_lies_on_something_else_or_stands_alone(household: str, paper: str) -> None:
    pdf = drawn(household, paper)

    assert pdf is None or faults(pdf) == []


def squeezed(pdf: bytes) -> str:
    """The text without spaces: a long name is broken where the line ends."""
    return "".join(one_line(pdf).split())


def test_the_longest_names_stand_whole_on_what_is_signed() -> None:
    pdf = drawn(CROWDED, "aftale")

    assert pdf is not None
    for name in (LONG, FIVE):
        assert "".join(name.split()) in squeezed(pdf)


def test_whom_to_call_stands_on_the_first_page_of_the_crowded_budget_written_from_the_right() -> None:
    pdf = drawn(CROWDED, "ar_budget")

    assert pdf is not None
    assert any("Hvem kan du ringe til?" in piece.text for piece in sheets(pdf)[0].told)


@pytest.mark.parametrize("above", [22, 25, 27, 28])
def test_what_ends_a_paper_takes_the_last_things_before_it_along(above: int) -> None:
    tasks = GoingOn("Det gør jeg", [text("En opgave.") for _ in range(above)])
    pdf = story(*[text("En linje.") for _ in range(6)], Ending(tasks, section("Hvem?", *[text("Ring.")] * 6)))

    assert faults(pdf) == []


def test_a_heading_stands_again_over_tasks_that_go_on_but_is_read_aloud_once() -> None:
    pages = sheets(story(GoingOn("Det gør jeg", [text("En opgave.") for _ in range(60)])))

    for sheet in pages[1:]:
        assert any("Det gør jeg (fortsat)" in piece.text for piece in sheet.pieces)
        assert not any("Det gør jeg" in piece.text for piece in sheet.told)


def story(*parts: object) -> bytes:
    made = [one for part in parts for one in (part if isinstance(part, list) else [part])]
    return page.build(lambda: list(made), page.Head(title="Prøve", on=every_paper.ON))


def rows(count: int) -> list[list[str]]:
    return [[str(number), f"Række {number}"] for number in range(count)]


def test_a_long_table_begins_under_its_heading_and_has_its_headings_again() -> None:
    lead = text("Først en tekst.", page.LEAD)
    pages = sheets(story(lead, section("Overskrift", table(["Nr.", "Hvad"], rows(60), [80, 200]))))

    assert any(piece.text.startswith("Overskrift") for piece in pages[0].told)
    assert all(any(piece.text.startswith("Hvad") for piece in sheet.told) for sheet in pages)


@pytest.mark.parametrize("count", [39, 41, 42])
def test_no_row_of_a_table_is_left_alone_at_a_break(count: int) -> None:
    pdf = story(table(["Nr.", "Hvad"], rows(count), [80, 200]), text("Slut."), text("Mere."), text("Og mere."))

    assert faults(pdf) == []


@pytest.mark.parametrize("lines", [42, 44, 45])
def test_no_heading_stands_last_and_no_line_alone_on_the_last_page(lines: int) -> None:
    body = [text("En linje.") for _ in range(lines - 6)]
    pdf = story(*body, *section("Til sidst", text("Den sidste linje.")))

    assert faults(pdf) == []


def test_a_row_a_box_and_a_fact_that_no_page_has_room_for_go_on_on_the_next() -> None:
    long = "ord " * 2500
    pdf = story(
        table(["Nr.", "Hvad"], [["1", "kort"], ["2", long], ["3", "efter"]], [80, 200]),
        box([text(long)]),
        facts([("Navn", long)]),
    )
    read = one_line(pdf)

    assert read.count("ord") == 7500
    assert "efter" in read
    assert not [fault for fault in faults(pdf) if "outside" in fault or "on top" in fault]


def test_the_crowded_household_is_as_crowded_as_it_says() -> None:
    case = every_paper.household(CROWDED).record.case

    assert len(LONG) == 80
    assert len(FIVE.split()) > 5
    assert len(case.persons) == 12
    assert len(case.expenses) == 80
    assert case.agreement is not None
    assert len(case.agreement.instalments) == 24
    assert sum(one.amount for one in case.agreement.instalments) > Decimal(1)


@pytest.mark.parametrize("above", [30, 31, 32])
def test_a_heading_stays_with_a_long_list_of_facts(above: int) -> None:
    lines = [text("En linje.") for _ in range(above)]
    pdf = story(*lines, *section("Fakta", facts([(f"Navn {number}", "ord " * 40) for number in range(20)])))

    assert faults(pdf) == []


@pytest.mark.parametrize(("lines", "alone"), [(2, True), (5, True), (10, False)])
def test_a_short_block_on_a_page_of_its_own_stands_alone_but_not_a_whole_section(lines: int, alone: bool) -> None:
    pdf = story(text("En linje."), FrameBreak(), *section("Set på", *[text("Passer ikke nu.") for _ in range(lines)]))

    assert any("one block alone" in fault for fault in faults(pdf)) is alone


def test_bullets_that_go_on_are_read_as_a_list_under_their_heading_on_each_page() -> None:
    lead = text("Spørg, før du betaler.")
    first, second = sheets(story(bullets("Husk", ["En ting."] * 50, lead=[lead])))

    assert sum("Spørg" in piece.text for piece in (*first.pieces, *second.pieces)) == 1
    for sheet in (first, second):
        assert any(piece.text.startswith("Husk") for piece in sheet.pieces)
        (listed,) = [node for root in sheet.tree for node in root.walk() if node.tag == "L"]
        assert {kid.tag for kid in listed.kids} == {"LI"}


@pytest.mark.parametrize("above", [36, 39, 42])
def test_no_line_of_a_paragraph_stands_alone_at_the_top_of_a_page(above: int) -> None:
    long = text(" ".join(f"ord{number}" for number in range(75)))
    before, after = sheets(
        story(*[text("En linje.", page.CELL) for _ in range(above)], *[long] * 3, *[text("Så.")] * 9)
    )

    on_top = [piece for piece in after.told if piece.text.startswith("ord")]
    assert len(on_top) % 5 != 1
    assert before.told


@pytest.mark.parametrize("paper", ["kontaktpersoner", "so_kontaktpersoner"])
def test_a_long_list_without_a_heading_goes_on_under_the_title_of_the_page(paper: str) -> None:
    pdf = drawn(CROWDED, paper)
    assert pdf is not None
    first, *rest = sheets(pdf)

    assert rest
    for sheet in (first, *rest):
        assert any(piece.text.startswith("Hvem kan du ringe til?") for piece in sheet.pieces)


def test_a_line_of_a_page_written_from_the_right_that_is_told_in_two_rows_goes_over_whole() -> None:
    pdf = drawn(CROWDED, "ar_budget")
    assert pdf is not None
    third = sheets(pdf)[2]

    below = sorted((piece for piece in third.told if piece.left < 80), key=lambda piece: -piece.top)[1:3]
    assert "8." in [piece.text.strip() for piece in below]
