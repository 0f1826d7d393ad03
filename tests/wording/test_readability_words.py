"""LIX as Björnsson defined it, and the words for it."""

from __future__ import annotations

import pytest

from budgetdesk.household.case import Todo
from budgetdesk.wording.readability import lix, told
from budgetdesk.wording.tasks import readable


def test_lix_is_words_per_sentence_and_the_share_of_long_words() -> None:
    # 8 words, 1 sentence, 3 words of more than six letters.
    assert lix("Udlejer siger, at huslejen skal betales i dag.") == pytest.approx(8 + 100 * 3 / 8)
    assert lix("Ring i dag. Spørg om alt.") == pytest.approx(3)


def test_an_abbreviation_ends_no_sentence() -> None:
    assert lix("Det er 500 kr. om ugen.") == pytest.approx(5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("7.600", ""),
        ("Ring i dag.", "LIX 3, let at læse"),
        ("Forvaltningsmyndigheden konstaterer omstændighederne.", "LIX 103, meget svær at læse"),
    ],
)
def test_the_figure_is_told_in_a_word(text: str, words: str) -> None:
    assert told(text) == words


def test_tasks_are_not_called_hard_to_read_for_the_names_in_them() -> None:
    named = Todo(id="t1", what="Ringe til Boligforeningen Lærkely om en aftale")
    hard = Todo(id="t2", what="Fremsende dokumentation vedrørende boligstøtteberegning")
    short = Todo(id="t3", what="Find lønsedlen")

    assert readable([named]) == ""
    assert readable([]) == readable([short]) == ""
    assert readable([named, hard]).startswith("Opgaverne på siden til lejeren har LIX ")
