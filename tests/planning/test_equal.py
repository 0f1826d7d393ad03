"""Are like households treated alike? Coarse groups, nobody shown apart, differences told as questions."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from budgetdesk.errors import BadInputError
from budgetdesk.planning.equal import Likeness, Treated, differences, groups, in_steps, likeness
from budgetdesk.planning.plan import PlanVerdict
from budgetdesk.readers.report_bands import load_bands, read_bands
from budgetdesk.wording import equal as words

BANDS = load_bands()
LIKE = likeness(BANDS, adults=1, children=2, income=Decimal(21_500), arrears=Decimal(7935))
ROW = Treated(
    like=LIKE,
    verdict=PlanVerdict.HOLDS,
    accepted=True,
    chosen=True,
    months=8,
    living_per_person=Decimal(350),
    answers=(("bank", True), ("sale", None)),
    approved_by="udlejer",
    policy_version="v1",
)


def kinds(*rows: Treated) -> list[str]:
    return [one.kind for one in differences(rows, BANDS)]


def test_a_household_is_told_in_coarse_words():
    assert words.household(LIKE, BANDS).replace("\u00a0", " ") == (
        "Én voksen, 1-2 børn. Indtægt 20.000-25.000 kr. Restance 5.000-10.000 kr."
    )
    ends = likeness(BANDS, adults=3, children=5, income=Decimal(99_999), arrears=Decimal(1))
    assert words.household(ends, BANDS).replace("\u00a0", " ") == (
        "To voksne eller flere, 3 børn eller flere. Indtægt 40.000 kr. eller mere. Restance under 5.000 kr."
    )


def test_the_steps_begin_at_their_figure():
    below = likeness(BANDS, adults=1, children=0, income=Decimal("9999.99"), arrears=Decimal("4999.99"))
    at = likeness(BANDS, adults=1, children=1, income=Decimal(10_000), arrears=Decimal(5_000))

    assert (below.income, below.arrears, below.children) == (0, 0, 0)
    assert (at.income, at.arrears, at.children) == (1, 1, 1)


def test_what_is_alike_asks_nothing():
    assert kinds(ROW, ROW, replace(ROW, months=11, living_per_person=Decimal(400))) == []


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({"verdict": PlanVerdict.BREAKS}, "verdict"),
        ({"months": 12}, "months"),
        ({"living_per_person": Decimal(450)}, "living"),
        ({"answers": (("bank", None), ("sale", None))}, "premise"),
        ({"approved_by": "lederen"}, "approval"),
        ({"policy_version": "v2"}, "policy"),
    ],
)
def test_each_difference_is_told(changed: dict[str, object], kind: str):
    assert kinds(ROW, ROW, replace(ROW, **changed)) == [kind]


def test_a_no_is_as_much_an_answer_as_a_yes():
    assert kinds(ROW, replace(ROW, answers=(("bank", False), ("sale", None)))) == []


def test_a_household_that_few_are_like_is_not_shown_apart():
    other = replace(ROW, like=replace(LIKE, adults=2), verdict=PlanVerdict.BREAKS)
    found = groups([ROW, ROW, ROW, other, other], BANDS)

    assert [(group.like, len(group.rows)) for group in found] == [(LIKE, 3), (None, 2)]
    assert found[1].differences == ()


ROWS = st.lists(
    st.builds(
        replace,
        st.just(ROW),
        like=st.builds(Likeness, st.integers(1, 2), st.integers(0, 2), st.integers(0, 2), st.integers(0, 1)),
        months=st.integers(0, 12),
        verdict=st.sampled_from(PlanVerdict),
    ),
    max_size=40,
)


@given(ROWS, st.randoms())
def test_every_case_is_there_once_in_groups_of_enough_whatever_the_order(rows: list[Treated], random: object):
    found = groups(rows, BANDS)
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # random.Random

    assert sum(len(group.rows) for group in found) == len(rows)
    assert all(len(group.rows) >= BANDS.least_group for group in found if group.like is not None)
    assert groups(shuffled, BANDS) == found


@given(st.decimals(min_value=0, max_value=5000, places=2))
def test_least_to_live_on_is_shown_in_steps(amount: Decimal):
    shown = in_steps(amount, BANDS.living_step)

    assert shown % BANDS.living_step == 0
    assert abs(shown - amount) <= Decimal(BANDS.living_step) / 2


@pytest.mark.parametrize(
    "wrong", [{"least_group": 0}, {"income_steps": [2, 1]}, {"navn": 1}, {"months_apart": "3"}, {"arrears_steps": None}]
)
def test_bands_that_cannot_be_are_named(wrong: dict[str, object]):
    good = {
        "income_steps": [1],
        "arrears_steps": [1],
        "children_steps": [1],
        "least_group": 3,
        "living_step": 50,
        "months_apart": 3,
    }
    with pytest.raises(BadInputError, match=next(iter(wrong))):
        read_bands({**good, **wrong})
