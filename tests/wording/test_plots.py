"""Pictures of numbers: a true zero, nothing hidden drawn as a number, texts that stand free of each other."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from budgetdesk.readers.evaluations import load_evaluations
from budgetdesk.wording import effect as words
from budgetdesk.wording.plots import Box, Label, Plot, Strand, Stroke, height_of, layout, lines_across

LETTER = 12.0


def measure(text: str) -> float:
    return len(text) * 6.5


def plot(*values: float | None, kind: str = "columns") -> Plot:
    texts = tuple("" if not value else f"{value:.0f}" for value in values)
    strand = Strand(name="Sager", values=values, texts=texts)
    labels = tuple(f"m{n}" for n in range(len(values)))
    return Plot(title="", caption="", spoken="", labels=labels, strands=(strand,), kind=kind)  # type: ignore[arg-type]  # one of the kinds


def boxes(made: Plot, width: float = 600) -> list[Box]:
    return [shape for shape in layout(made, width, LETTER, measure) if isinstance(shape, Box)]


numbers = st.lists(st.none() | st.integers(0, 100_000).map(float), min_size=1, max_size=24)


@settings(max_examples=100)
@given(numbers, st.integers(300, 1200))
def test_columns_stand_on_zero_and_are_as_high_as_their_numbers(values: list[float | None], width: int) -> None:
    made = plot(*values)
    seen = [box for box in boxes(made, width) if box.fill != "hidden"]
    shown = [value for value in values if value]
    zero = next(
        shape for shape in layout(made, width, LETTER, measure) if isinstance(shape, Stroke) and shape.role == "axis"
    )

    assert len(seen) == len(shown)
    for box, value in zip(seen, shown, strict=True):
        assert box.y + box.height == pytest.approx(zero.points[0][1])
        assert box.height / seen[0].height == pytest.approx(value / shown[0], rel=1e-6)


@given(numbers)
def test_a_hidden_number_is_hatched_over_the_whole_height_and_never_a_column_of_no_height(
    values: list[float | None],
) -> None:
    hatched = [box for box in boxes(plot(*values)) if box.fill == "hidden"]

    assert len(hatched) == values.count(None)
    assert len({box.height for box in hatched}) <= 1
    assert all(box.height > LETTER for box in hatched)


@settings(max_examples=100)
@given(numbers, st.integers(300, 1200), st.sampled_from(["columns", "bars", "lines", "steps"]))
def test_everything_is_inside_the_picture(values: list[float | None], width: int, kind: str) -> None:
    made = plot(*values, kind=kind)
    high = height_of(made, LETTER)
    for shape in layout(made, width, LETTER, measure):
        if isinstance(shape, Box):
            assert shape.x >= 0
            assert shape.y >= 0
            assert shape.x + shape.width <= width + 1
            assert shape.y + shape.height <= high + 1
        if isinstance(shape, Label):
            assert LETTER * 0.5 <= shape.y <= high


@settings(max_examples=100)
@given(st.integers(1, 24), st.integers(300, 1200))
def test_names_along_the_axis_do_not_touch(number: int, width: int) -> None:
    made = plot(*[5.0] * number)
    labels = [
        shape for shape in layout(made, width, LETTER, measure) if isinstance(shape, Label) and shape.text[0] == "m"
    ]
    ends = [(label.x - measure(label.text) / 2, label.x + measure(label.text) / 2) for label in labels]

    assert all(one[1] < other[0] for one, other in pairwise(ends))


@given(st.floats(0.1, 1e7), st.floats(-1e6, 0))
def test_the_lines_across_begin_at_zero_and_reach_over_every_number(high: float, low: float) -> None:
    lines = lines_across(high, low)

    assert 0 in lines
    assert lines[0] <= low
    assert lines[-1] >= high
    assert len(lines) <= 9


def test_two_lines_are_named_at_their_ends_and_told_apart_without_colour() -> None:
    reports = load_evaluations()
    shapes = layout(words.rates_plot(reports.effort, reports.control), 700, LETTER, measure)
    names = {shape.text: shape for shape in shapes if isinstance(shape, Label) and shape.strong}

    assert set(names) == {"Indsats", "Sammenligning"}
    assert abs(names["Indsats"].y - names["Sammenligning"].y) >= LETTER
    assert {shape.role for shape in shapes if isinstance(shape, Stroke)} == {"axis", "grid", "first", "second"}


def test_the_waterfall_goes_down_from_the_cost_to_what_is_left() -> None:
    reports = load_evaluations()
    cost, saved, left = boxes(words.waterfall(reports.savings[1], "2 år efter"))

    assert saved.y == pytest.approx(cost.y)
    assert saved.y + saved.height == pytest.approx(left.y)
    assert left.y + left.height == pytest.approx(cost.y + cost.height)


def test_a_picture_says_all_it_shows_to_who_cannot_see_it() -> None:
    reports = load_evaluations()
    said = words.rates_plot(reports.effort, reports.control).spoken

    assert "Indsats: 2 år før 11,3, 1 år før 14,9, sidste år før 10,3, 1 år efter 8,6, 2 år efter 5,4." in said
    assert "Sammenligning: 2 år før 6,3" in said
