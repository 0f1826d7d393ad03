"""*Budget*: one page whatever happens, and the right figures on it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import document_household as sample
import pytest
from document_household import D, row
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_reading import one_line, page_texts

from budgetdesk import formats
from budgetdesk.documents.papers.budget_pdf import bars as bars_of
from budgetdesk.documents.papers.budget_pdf import budget_pdf
from budgetdesk.documents.seals import ink
from budgetdesk.documents.seals.ink import Role
from budgetdesk.documents.sheet import bars
from budgetdesk.household.case import Conversation, Todo
from budgetdesk.household.words import Need

GROUPS = ["bolig", "forsikring", "boern", "helbred", "tele", "transport", "mad", "personligt", "opsparing", "gaeld"]
AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
STROKES = [[(0, 0, 0), (40, 30, 0.1), (90, 5, 0.2)], [(10, 50, 0.5), (80, 48, 0.6)]]


def page_of(**changes: object) -> bytes:
    return budget_pdf(sample.record().case, sample.answers(**changes), on=sample.TODAY)


def many(count: int, title: str = "En udgift med et langt navn") -> tuple[sample.MonthRow, ...]:
    return tuple(
        row(str(i), f"{title} nummer {i}", GROUPS[i % len(GROUPS)], str(50 + i), list(Need)[i % 3])
        for i in range(count)
    )


def inks() -> list[ink.Ink]:
    return [
        ink.drawn(Role.TENANT, "Nadia Skovgaard", STROKES, AT),
        ink.typed(Role.ADVISER, "Karen Mølgaard", AT, confirmed=True),
    ]


@pytest.mark.parametrize("count", [0, 1, 25, 40, 80, 200])
@pytest.mark.parametrize("signed", [False, True])
def test_it_stays_one_page_with_any_number_of_rows(count: int, signed: bool) -> None:
    answers = sample.answers(month=sample.month(many(count)))
    pdf = budget_pdf(sample.record().case, answers, on=sample.TODAY, ink=inks() if signed else ())

    assert len(page_texts(pdf)) == 1


def test_with_twenty_five_rows_each_has_its_name_and_amount() -> None:
    text = one_line(page_of())

    for wanted in sample.SAMPLE_ROWS:
        assert wanted.title in text


def test_with_eighty_rows_the_groups_have_their_sums_and_say_how_many_rows_they_are() -> None:
    month = sample.month(many(80))
    text = one_line(page_of(month=month)).partition("Her går pengene hen")[2]

    for bar in bars_of(month, 0, "", "{count} poster"):
        told = text.partition(bar.title)[2][:110]
        assert formats.kroner(bar.amount, oere=False).replace("\u00a0", " ") in told
        assert " · 8 poster" in told or re.search(r"og [67] til", told)


def test_a_very_long_name_and_long_steps_stay_on_one_page() -> None:
    todos = tuple(
        Todo(id=f"t{i}", who="Boligrådgivningen i Nordvestsjælland", what="Ring til alle " * 12, by=date(2026, 12, i))
        for i in range(1, 9)
    )
    case = sample.record(
        conversation=Conversation(next_steps=todos),
        persons=(sample.Person(id="p1", role=sample.Role.TENANT, name="Anna-Sofie Charlotte " * 6),),
    ).case
    pdf = budget_pdf(case, sample.answers(month=sample.month(many(80))), on=sample.TODAY, ink=inks())

    assert len(page_texts(pdf)) == 1


def test_two_who_rent_and_eighty_rows_still_make_one_page() -> None:
    partner = sample.Person(id="p9", role=sample.Role.PARTNER, name="Muhammad Abdirahman Yusuf Hassan-Østergaard")
    case = sample.record(persons=(*sample.record().case.persons, partner)).case
    pdf = budget_pdf(case, sample.answers(month=sample.month(many(80))), on=sample.TODAY, ink=inks())

    assert len(page_texts(pdf)) == 1
    assert "Medlejer" in one_line(pdf)


def test_in_out_and_left_are_the_months_figures() -> None:
    text = one_line(page_of())

    assert "Penge ind 19.494 kr. Penge ud 16.773 kr. Tilbage 2.721 kr. Til at leve for pr. uge 985 kr." in text


def test_when_money_is_short_it_says_how_much_is_missing_without_a_minus() -> None:
    short = replace(sample.month(), income_per_month=D("15573"), luft=D("-1200"))
    text = one_line(page_of(month=short))

    assert "Der mangler 1.200 kr." in text
    assert "Vi finder en vej sammen" in text


def test_it_says_the_last_day_to_pay_and_counts_no_days_down() -> None:
    text = one_line(page_of())

    assert "senest tirsdag den 1. december 2026" in text
    assert "11 dage" not in text


def test_after_an_ophaevelse_it_no_longer_says_that_paying_stops_it() -> None:
    arrears = replace(sample.record().case.arrears, ophaevelse_arrived=date(2026, 11, 19))
    pdf = budget_pdf(sample.record(arrears=arrears).case, sample.answers(), on=sample.TODAY)

    assert "ikke grund til at ophæve" not in one_line(pdf)


def test_money_that_does_not_count_is_named_and_not_added() -> None:
    text = one_line(page_of())

    assert "Tæller ikke med endnu: Boligstøtte (søgt)" in text


def test_what_the_tenant_has_locked_is_not_shown_as_something_to_do_without() -> None:
    locked = row("705", "Slik", "mad", "200", Need.NICE, locked=True)
    month = sample.month((locked,))

    assert bars_of(month, 9, "", "")[0].parts == ((Need.NEED, D(200)), (Need.ASK, D(0)), (Need.NICE, D(0)))
    assert "kan undværes" not in one_line(page_of(month=month))


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(st.sampled_from(GROUPS), st.decimals(-500, 9000, places=2), st.sampled_from(list(Need))), max_size=90
    )
)
def test_the_bars_add_up_to_what_goes_out(rows: list[tuple[str, Decimal, Need]]) -> None:
    month = sample.month(tuple(row(str(i), "Ting", g, str(a), n) for i, (g, a, n) in enumerate(rows)))
    made = bars_of(month, 4, "og {count} til", "{count} poster")

    assert sum((bar.amount for bar in made), D(0)) == month.expenses_per_month
    assert all(sum((a for _, a in bar.parts), D(0)) == bar.amount for bar in made)


def test_the_kinds_of_need_differ_in_pattern_not_only_in_shade() -> None:
    from budgetdesk.documents.sheet.tagging import TagCanvas

    drawn = []
    for need in Need:
        canvas = TagCanvas("x", pageCompression=0)
        bars.draw_part(canvas, need, 0, 50)
        drawn.append("\n".join(canvas._code))

    assert len(set(drawn)) == 3


def test_signed_on_the_screen_it_says_what_kind_of_signature_it_is_and_is_not() -> None:
    text = one_line(budget_pdf(sample.record().case, sample.answers(), on=sample.TODAY, ink=inks()))

    assert "Skrevet med hånden på skærmen 20. november 2026 kl. 14.05" in text
    assert "Skrevet navn, bekræftet på skærmen 20. november 2026 kl. 14.05" in text
    assert "simpel elektronisk underskrift" in text
    assert "ikke lavet med MitID" in text
    assert "Dato og underskrift" not in text


def test_the_copy_for_the_pen_has_a_line_for_each() -> None:
    assert one_line(page_of()).count("Dato og underskrift") == 2
