"""Lines from left and from right: broken first, shaped, put in the order in which they are seen."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.documents.sheet.lettering import apart, lay, one_line, undrawable, width, without_controls

ROOM, SIZE = 200.0, 10.0
ARABIC = "ادفع 1.200 kr. إلى البلدية (kommunen) واتصل على 33 19 32 00 اليوم."


def seen(text: str, *, from_right: bool = True) -> str:
    return "".join(letters for _face, _size, letters in one_line(text, SIZE, from_right=from_right).drawn)


def letters_of(shown: str) -> str:
    """The letters behind the shapes, which Unicode itself tells."""
    return unicodedata.normalize("NFKC", shown)


def test_a_line_from_the_right_begins_at_the_right_with_its_letters_joined():
    shown = seen("بيت جديد")

    assert letters_of(shown)[::-1] == "بيت جديد"
    assert shown != letters_of(shown)  # each letter has the shape of its place
    assert "ﺑ" in shown  # beh at the beginning of a word


def test_amounts_telephone_numbers_and_names_are_read_from_the_left_inside_it():
    shown = seen(ARABIC)

    assert all(part in shown for part in ("1.200 kr.", "33 19 32 00", "kommunen"))
    assert seen("اتصل بـ " + apart("Boligforeningen (Nord) A/S")).startswith("Boligforeningen (Nord) A/S")


def test_brackets_open_towards_what_they_hold():
    assert "(kommunen)" in seen("البلدية (kommunen)")
    assert "(boligstøtte)" in seen("بدل السكن (boligstøtte).")


def test_a_bracket_inside_danish_words_goes_with_them():
    assert "Hjælp (§ 82), Flytning (§ 85)" in seen("لم نسأل عنه بعد: Hjælp (§ 82), Flytning (§ 85).")


def test_what_holds_no_letter_from_the_right_is_read_from_the_left_as_a_whole():
    assert [one.drawn[0][2] for one in lay("Hvor bor han?", ROOM, SIZE, from_right=True)] == ["Hvor bor han?"]


def test_a_list_has_commas_of_its_own_script():
    assert "،" in lay("يناير, أبريل", ROOM, SIZE, from_right=True)[0].read
    assert "," in lay("Kommune, Bank", ROOM, SIZE, from_right=True)[0].read
    assert lay("طعام 720, ورق (papir), بنك", ROOM, SIZE, from_right=True)[0].read.count("،") == 2
    named = lay(f"مع: {apart('Lone, Ib')}; {apart('Bo')}, {apart('Eva')}", ROOM, SIZE, from_right=True)[0].read
    assert named == "مع: Lone, Ib؛ Bo، Eva"  # a comma that was typed stays


def test_quotation_marks_open_towards_what_they_hold_as_arabic_and_urdu_write_them():
    assert "“Sådan er det”" in seen("الورقة “Sådan er det”.")
    assert "“Sådan er det”" in seen("Papiret “Sådan er det” og محمد", from_right=False)


def test_words_from_the_left_keep_their_signs_where_a_line_ends_between_them():
    text = "إعانة (børne- og ungeydelse)"
    firsts = (lay(text, room, SIZE, from_right=True)[0] for room in range(60, 200))
    first = next(one for one in firsts if one.read.endswith("børne-"))

    assert "".join(letters for _face, _size, letters in first.drawn).startswith("børne-")


def test_what_is_read_from_the_right_goes_on_from_the_right_in_the_next_line():
    text = f"متأخرات · {apart('مصلحة الديون (Gæld), اتفاق')}"
    lasts = (lay(text, room, SIZE, from_right=True)[-1] for room in range(60, 200))
    last = next(one for one in lasts if one.read.startswith("(Gæld)"))

    assert "".join(letters for _face, _size, letters in last.drawn).endswith("(Gæld)")


def test_a_day_stays_with_its_month_and_year_in_arabic_script():
    for room in range(60, 200, 5):
        for line in lay("الدفع في موعد أقصاه 1 ديسمبر 2026 أو 30 نوفمبر", room, SIZE, from_right=True)[:-1]:
            assert not line.read.endswith(("1", "30", "ديسمبر"))


def test_the_hamza_above_the_last_letter_of_a_farsi_month_has_a_shape_of_its_own():
    assert "\ufba5" in seen("ژانویه\u0654")
    assert lay("ژانویه\u0654", ROOM, SIZE, from_right=True)[0].read == "ژانویه\u0654"  # copied as it was written


def test_a_paragraph_and_its_number_stay_on_one_line():
    assert all(
        not line.read.endswith("§") for room in range(40, 200, 5) for line in lay("Søg om § 81 a nu", room, SIZE)
    )


def test_the_full_stop_stands_at_the_end_of_reading():
    assert seen("ادفع اليوم.").startswith(".")
    assert seen("Betal i dag.", from_right=False).endswith(".")


def test_a_name_in_arabic_letters_stands_right_inside_a_danish_line():
    shown = seen(f"Budget for {apart('محمد')} (1)", from_right=False)

    assert shown.startswith("Budget for ")
    assert letters_of(shown[len("Budget for ") :]) == "دمحم (1)"


def test_the_order_of_reading_is_kept_for_whoever_copies():
    read = " ".join(line.read for line in lay(ARABIC, ROOM, SIZE, from_right=True))

    assert read.replace("\u00a0", " ") == ARABIC.replace("\u00a0", " ")


def test_a_line_that_is_drawn_as_it_is_read_says_so():
    assert not one_line("Zapłać 1.200 kr.", SIZE).turned
    assert one_line("ادفع", SIZE, from_right=True).turned


@pytest.mark.parametrize("from_right", [False, True])
@given(text=st.text(st.sampled_from("abc æø 12.,()بتشل ی\u2068\u2069"), max_size=80))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(from_right: bool, text: str):
    lines = lay(text, ROOM, SIZE, from_right=from_right)

    assert all(line.width <= ROOM + 0.01 or len(line.read) <= 1 for line in lines)
    read = without_controls("".join(line.read for line in lines)).replace("،", ",")
    assert read.replace(" ", "") == without_controls(text).replace(" ", "")


def test_a_word_without_end_is_broken_between_letters():
    lines = lay("W" * 300, ROOM, SIZE)

    assert len(lines) > 5
    assert "".join(line.read for line in lines) == "W" * 300
    assert width("W" * 300, SIZE) > ROOM


def test_every_letter_of_urdu_farsi_polish_and_ukrainian_has_a_face():
    assert undrawable("ے ہ ۔ ٹ ڈ ڑ ں گ چ پ ژ ک ی ąćęłńóśźż іїєґ’ ğışçöü") == []
    assert undrawable("漢") == ["漢"]
