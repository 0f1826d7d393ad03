"""Where a page in two languages breaks, and how its two sides stand beside each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import paper_layout
import pytest
from pdf_reading import page_texts

from budgetdesk.documents.sheet.lettering import lay
from budgetdesk.documents.sheet.page import Head
from budgetdesk.documents.tenant.tenant_page import Call, Part, TenantPage, line, numbered
from budgetdesk.documents.tenant.two_languages_pdf import Both, Frame, _pieces, two_languages_pdf

FRAME = Frame("Den danske tekst gælder.", "Navne står, som de er skrevet.")


def drawn(danish: TenantPage, other: TenantPage | None = None, language: str = "so") -> bytes:
    both = Both(language, numbered(danish), numbered(other or danish), FRAME, FRAME)
    return two_languages_pdf(both, Head(title="Siden", on=date(2026, 11, 20)))


def page_of(*parts: Part, call: Call | None = None) -> TenantPage:
    return TenantPage("budget", "Siden", "Vi har lavet den sammen.", parts=parts, call=call)


def test_an_amount_stands_below_on_both_sides_where_one_has_no_room_for_it_beside():
    wide, narrow = "2.532 kr. om måneden, vejledende", "2.532 kr."

    pdf = drawn(
        page_of(Part("Ind", (line("Løn", amount=wide),))), page_of(Part("Gal", (line("Mushahar", amount=narrow),)))
    )

    told = {piece.text.strip(): round(piece.bottom) for piece in paper_layout.sheets(pdf)[0].told}
    assert abs(told[wide] - told[narrow]) <= 2
    assert told[narrow] < told["Mushahar"] - 10


def test_what_a_long_line_is_about_never_stands_alone_at_the_foot_of_a_page():
    details = " · ".join(f"En udgift med et langt navn, nummer {number}" for number in range(40))
    long = (line("Bolig", note=details), line("Børn"), line("Helbred"))

    for above in (27, 30):
        told = page_texts(drawn(page_of(Part("Ud", (*(line("Vand"),) * above, *long)))))

        (where,) = [page for page in told if "Bolig" in page]
        assert "nummer 0" in where


def test_a_long_line_is_cut_between_the_things_it_tells():
    cut = list(_pieces(" · ".join(f"En udgift, nummer {number}" for number in range(40))))

    assert len(cut) > 1
    assert all(piece.startswith("En udgift") for piece in cut)


def test_lines_that_end_a_part_go_on_under_its_heading():
    lines = tuple(line(f"Find papir {number}", tick=True) for number in range(60))

    first, second, *_rest = page_texts(drawn(page_of(Part("Til næste gang", (line("Tag det med:"),)), Part("", lines))))

    assert "Til næste gang" in first
    assert second.count("Til næste gang") == 2  # on both sides


def test_no_line_of_a_part_without_a_heading_stands_alone_on_the_last_page():
    lines = (line("Et navn " + "og mere om det " * 20),) * 13

    *_before, last = page_texts(drawn(page_of(Part("", lines))))

    assert last.count("Et navn") == 2 * 2  # on both sides


def test_whom_to_call_stands_on_the_first_page_even_with_a_very_long_name():
    now = Part(
        "Det sker nu", tuple(line("Ring til boligforeningen om en aftale. " * 6) for _ in range(3)), call_follows=True
    )
    out = Part("Her går pengene hen", tuple(line("Vand", amount="100 kr.") for _ in range(9)))
    made = replace(
        page_of(now, out, call=Call("Hvem kan du ringe til?", ("Ring til Karen på 12 34 56 78.",) * 14)),
        title="Budget for " + "Wolfeschlegel" * 7,
    )

    first, second = page_texts(drawn(made))

    assert first.count("Ring til Karen") == 2 * 14  # on both sides
    assert "Her går pengene hen" in second


@pytest.mark.parametrize("day", ["1 December", "23 Noofeembar", "1 Aralık", "1 grudnia", "13 грудня", "1. december"])
def test_a_day_and_its_month_stand_on_one_line_in_every_language(day: str):
    for before in range(30, 60):
        lines = [one.read.replace("\u00a0", " ") for one in lay(f"{'x' * before} {day} 2026", 230, 10.3)]

        assert any(day in one for one in lines)
