"""Signatures made at the desk."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.documents.papers.parties import Party
from budgetdesk.documents.papers.signatures import placed
from budgetdesk.documents.seals import ink
from budgetdesk.documents.seals.ink import MOST_POINTS, InkKind, Role
from budgetdesk.errors import DocumentError

AT = datetime(2026, 11, 20, 14, 5, tzinfo=UTC)
numbers = st.floats(-1e5, 1e5)
strokes = st.lists(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=30), min_size=1, max_size=8)


def test_an_empty_field_is_no_signature() -> None:
    with pytest.raises(DocumentError, match="Feltet til underskriften er tomt"):
        ink.drawn(Role.TENANT, "Nadia", [[]], AT)
    with pytest.raises(DocumentError, match="tomt"):
        ink.drawn(Role.TENANT, "Nadia", [[(1, 1, 0)]], AT)


def test_a_typed_name_needs_an_express_confirmation_and_a_name() -> None:
    with pytest.raises(DocumentError, match="Jeg bekræfter"):
        ink.typed(Role.TENANT, "Nadia", AT, confirmed=False)
    with pytest.raises(DocumentError, match="mangler et navn"):
        ink.typed(Role.TENANT, " \u200b ", AT, confirmed=True)


def test_a_typed_name_is_called_that() -> None:
    assert ink.typed(Role.TENANT, "Nadia", AT, confirmed=True).kind.label == "Skrevet navn, bekræftet på skærmen"


@given(strokes, st.floats(10, 300), st.floats(10, 100))
def test_the_strokes_stay_inside_their_box(drawn: list[list[tuple[float, float, float]]], w: float, h: float) -> None:
    kept = tuple(tuple(stroke) for stroke in drawn)
    for line in ink.fitted(kept, w, h):
        assert all(-0.01 <= x <= w + 0.01 and -0.01 <= y <= h + 0.01 for x, y in line)


@given(strokes)
def test_proportions_are_kept(drawn: list[list[tuple[float, float, float]]]) -> None:
    kept = tuple(tuple(stroke) for stroke in drawn)
    before = [(x, y) for stroke in kept for x, y, _ in stroke]
    after = [point for line in ink.fitted(kept, 200, 50) for point in line]
    wide, high = spread(before)
    if wide > 1 and high > 1:
        assert spread(after)[0] / spread(after)[1] == pytest.approx(wide / high, rel=1e-3)


def spread(points: list[tuple[float, float]]) -> tuple[float, float]:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(xs) - min(xs), max(ys) - min(ys)


def test_a_hand_that_never_lifts_does_not_make_a_huge_file() -> None:
    stroke = tuple((float(i % 300), float(i % 70), 0.0) for i in range(MOST_POINTS * 10))

    assert sum(map(len, ink.fitted((stroke,), 200, 50))) <= MOST_POINTS + 1


def test_the_list_of_signatures_comes_back_as_it_was_without_strokes() -> None:
    made = (
        ink.drawn(Role.TENANT, "Nadia Ærø", [[(0, 0, 0), (1, 1, 1)]], AT),
        ink.typed(Role.ADVISER, "Karen Mølgaard", AT, confirmed=True),
    )
    back = ink.from_json(ink.to_json(made))

    assert [(i.role, i.name, i.kind, i.at, i.strokes) for i in back] == [
        (Role.TENANT, "Nadia Ærø", InkKind.DRAWN, AT, ()),
        (Role.ADVISER, "Karen Mølgaard", InkKind.TYPED, AT, ()),
    ]


def test_two_with_the_same_role_each_get_their_own_signature() -> None:
    parties = [Party(Role.CO_TENANT, "Omar"), Party(Role.CO_TENANT, "Ida")]
    inks = [ink.typed(Role.CO_TENANT, name, AT, confirmed=True) for name in ("Omar", "Ida", "En tredje")]

    assert [one.name for one in placed(parties, inks)] == ["Omar", "Ida"]
