"""The closed lists that cases are counted by."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from budgetdesk.errors import BadInputError
from budgetdesk.household.course import Course
from budgetdesk.readers.categories import load_categories
from budgetdesk.statistics.categories import LISTS

SHIPPED = Path(__file__).parents[2] / "resources" / "categories.toml"


def test_every_list_about_a_course_is_a_fact_of_the_course() -> None:
    about = {"more_types" if name == "types" else name for name in LISTS} - {"sides"}

    assert about <= {field.name for field in fields(Course)}


def test_the_tables_of_copenhagen_are_there_word_by_word() -> None:
    lists = load_categories().lists

    # Fokusundersøgelse 2008: tables 13, 14, 16 and 10 have so many rows; 15 and the types have ours beside theirs.
    assert [len(lists[name]) for name in ("situations", "occasions", "activities")] == [6, 7, 9]
    assert len(lists["referred_by"]) == 11
    assert {"indslusning", "fastholdelse", "fastholdelse_til_genhusning", "saerbolig", "bekymring"} <= set(
        lists["types"]
    )


@pytest.mark.parametrize(
    ("age", "group"), [(0, "0-24"), (24, "0-24"), (25, "25-34"), (74, "65-74"), (75, "75+"), (103, "75+")]
)
def test_an_age_falls_into_the_group_of_table_11(age: int, group: str) -> None:
    assert load_categories().age_group(age) == group


def test_a_word_that_is_no_longer_listed_is_shown_as_it_stands() -> None:
    assert load_categories().title("causes", "noget_gammelt") == "noget_gammelt"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[causes]", "[grunde]", "grunde"),
        ('stoej = "Støj"', 'stoej = ""', "situations.stoej"),
        ('stoej = "Støj"', 'stoej = "Huslejen er ikke betalt"', "samme titel"),
        ("from = [0, 25,", "from = [25, 0,", "age_groups"),
    ],
)
def test_a_list_that_does_not_fit_is_refused_naming_the_place(tmp_path: Path, old: str, new: str, told: str) -> None:
    text = SHIPPED.read_text("utf-8")
    assert old in text
    file = tmp_path / "categories.toml"
    file.write_text(text.replace(old, new), "utf-8")

    with pytest.raises(BadInputError, match=told):
        load_categories(file)
