"""Are like households treated alike? One coarse row per case without names, in groups, and what differs within each.

Nothing is judged here: a difference is a question to be asked, and there may be a good answer.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanVerdict

APPLIED = "approved"
"""The premise that is compared by who approved, not by its answer."""


@dataclass(frozen=True, kw_only=True)
class Bands:
    """How coarse the rows are, and what counts as a difference (`resources/report.toml`)."""

    income_steps: tuple[int, ...]
    """Kr/month."""
    arrears_steps: tuple[int, ...]
    """Kr."""
    children_steps: tuple[int, ...]
    least_group: int
    living_step: int
    """Kr/week."""
    months_apart: int


@dataclass(frozen=True, order=True)
class Likeness:
    """What makes two households alike: adults (1, or 2 for more), and the steps of children, income and arrears."""

    adults: int
    children: int
    income: int
    arrears: int


@dataclass(frozen=True, kw_only=True)
class Treated:
    """How one case was treated. No name, no number, no exact figure."""

    like: Likeness
    verdict: PlanVerdict
    accepted: bool
    chosen: bool
    """Whether a plan was chosen; otherwise it is the program's proposal."""
    months: int
    living_per_person: Decimal
    """Least to live on, kr/week and person, in steps."""
    answers: tuple[tuple[str, bool | None], ...]
    """The premises by their keys."""
    approved_by: str = ""
    """The policy's word for who approved; "" = nobody yet."""
    policy_version: str = ""


@dataclass(frozen=True)
class Difference:
    """Something that is not the same in a group: `verdict`, `months`, `living`, `premise`, `approval` or `policy`."""

    kind: str
    of: str = ""
    """The key of the premise."""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Group:
    """Like households; `like` is None for the rest, too few to be shown apart and not compared."""

    like: Likeness | None
    rows: tuple[Treated, ...]
    differences: tuple[Difference, ...] = ()


def likeness(bands: Bands, *, adults: int, children: int, income: Decimal, arrears: Decimal) -> Likeness:
    """The steps a household stands on. Income is kr/month, arrears kr."""
    return Likeness(
        min(max(adults, 1), 2),
        bisect_right(bands.children_steps, children),
        bisect_right(bands.income_steps, income),
        bisect_right(bands.arrears_steps, arrears),
    )


def in_steps(amount: Decimal, step: int) -> Decimal:
    """An amount to the nearest step."""
    return (amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step if step else amount


def groups(rows: Iterable[Treated], bands: Bands) -> tuple[Group, ...]:
    """Like households together, in the order of their steps; those of small groups together at the end."""
    by_likeness: dict[Likeness, list[Treated]] = {}
    for row in rows:
        by_likeness.setdefault(row.like, []).append(row)
    found, rest = [], []
    for like in sorted(by_likeness):
        members = by_likeness[like]
        if len(members) < bands.least_group:
            rest += members
        else:
            found.append(Group(like=like, rows=_sorted(members), differences=differences(members, bands)))
    return (*found, Group(like=None, rows=_sorted(rest))) if rest else tuple(found)


def differences(rows: Sequence[Treated], bands: Bands) -> tuple[Difference, ...]:
    """What is not the same for like households."""
    found = []
    holds = {row.verdict is not PlanVerdict.BREAKS for row in rows if row.months}
    if len(holds) > 1:
        found.append(Difference("verdict"))
    months = [row.months for row in rows if row.months]
    if months and max(months) - min(months) > bands.months_apart:
        found.append(Difference("months", values=(str(min(months)), str(max(months)))))
    living = sorted({row.living_per_person for row in rows if row.living_per_person > ZERO})
    if living and living[-1] - living[0] > bands.living_step:
        found.append(Difference("living", values=(str(living[0]), str(living[-1]))))
    found += [Difference("premise", key) for key in _unequal(rows)]
    approvals = sorted({row.approved_by for row in rows if row.approved_by})
    if len(approvals) > 1:
        found.append(Difference("approval", values=tuple(approvals)))
    policies = sorted({row.policy_version for row in rows if row.policy_version})
    if len(policies) > 1:
        found.append(Difference("policy", values=tuple(policies)))
    return tuple(found)


def _unequal(rows: Sequence[Treated]) -> list[str]:
    """Premises that were answered for some of the households and not for others."""
    keys = dict.fromkeys(key for row in rows for key, _ in row.answers)
    answers = [dict(row.answers) for row in rows]
    return [key for key in keys if key != APPLIED and len({one.get(key) is None for one in answers}) > 1]


def _sorted(rows: Iterable[Treated]) -> tuple[Treated, ...]:
    """In an order that says nothing about when or where the cases came in."""
    return tuple(
        sorted(rows, key=lambda row: (row.verdict.value, row.months, row.living_per_person, row.approved_by, str(row)))
    )
