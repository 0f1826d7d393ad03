"""The result of one course on one page for those who pay for the work: categories and rounded figures, nothing else.

No name, no number, no address, no day, no area, no note, and none of the words that may tell about health or conduct.
Whoever knows the tenant may still guess: the card is given on only with the tenant's yes. Amounts are kr.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from budgetdesk.household.words import HomeStatus, PlanOutcome
from budgetdesk.money import ZERO
from budgetdesk.statistics.amounts import Amount
from budgetdesk.statistics.counted import Counted

MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, kw_only=True)
class Coarse:
    """How coarse the figures are (`resources/result_card.toml`)."""

    arrears_step: int
    money_step: int
    minutes_step: int
    children_steps: tuple[int, ...]
    months_steps: tuple[int, ...]


class Line(StrEnum):
    """What stands on the card, in order: also the columns of the table."""

    BEGAN = "began"
    LENGTH = "length"
    TYPES = "types"
    REFERRED_BY = "referred_by"
    AGE = "age"
    CHILDREN = "children"
    INCOME_BASE = "income_base"
    CONTACTS = "contacts"
    MINUTES = "minutes"
    ADVICE = "advice"
    HELP = "help"
    ARREARS = "arrears"
    REMOVED = "removed"
    MONTHLY = "monthly"
    ONCE = "once"
    PLAN = "plan"
    THREAT = "threat"
    COVERED = "covered"
    AFTER_START = "after_start"
    AFTER_END = "after_end"


class Shape(StrEnum):
    """How a value is written."""

    WORDS = "words"
    """Keys of a closed list."""
    KRONER = "kroner"
    MINUTES = "minutes"
    STEP = "step"
    """A step such as `3-5`."""
    QUARTER = "quarter"
    ANSWER = "answer"


@dataclass(frozen=True, kw_only=True)
class Value:
    """One line of the card. Empty `words` and no `number`: not known."""

    line: Line
    shape: Shape
    words: tuple[str, ...] = ()
    number: Decimal | None = None

    @property
    def known(self) -> bool:
        return bool(self.words) or self.number is not None


@dataclass(frozen=True, kw_only=True)
class ResultCard:
    """The card, and whether the tenant has said that it may be given on."""

    values: tuple[Value, ...]
    may_be_given: bool | None

    def value(self, line: Line) -> Value:
        """One line."""
        return next(one for one in self.values if one.line is line)


def result_card(case: Counted, coarse: Coarse, *, age_groups: Sequence[int]) -> ResultCard:
    """The card of one course. `age_groups`: the first age of each group."""
    return ResultCard(values=tuple(_values(case, coarse, age_groups)), may_be_given=case.may_be_counted)


def _values(case: Counted, coarse: Coarse, ages: Sequence[int]) -> Iterator[Value]:
    yield _quarter(Line.BEGAN, case.began)
    yield _step(Line.LENGTH, _months(case.began, case.ended), coarse.months_steps)
    yield _words(Line.TYPES, case.words.get("types", ()))
    yield _words(Line.REFERRED_BY, case.words.get("referred_by", ()))
    yield _step(Line.AGE, case.who.age, [age for age in ages if age])
    yield _step(Line.CHILDREN, case.who.children, coarse.children_steps)
    yield _words(Line.INCOME_BASE, (case.who.income_base,) if case.who.income_base else ())
    yield _words(Line.CONTACTS, case.reaching.kinds)
    yield _rounded(Line.MINUTES, Decimal(case.reaching.minutes) or None, coarse.minutes_step, Shape.MINUTES)
    yield _words(Line.ADVICE, case.words.get("advice", ()))
    yield _words(Line.HELP, case.words.get("help", ()))
    money = case.money
    for line, amounts, step in (
        (Line.ARREARS, money.found, coarse.arrears_step),
        (Line.REMOVED, money.removed, coarse.arrears_step),
        (Line.MONTHLY, money.monthly, coarse.money_step),
        (Line.ONCE, money.once, coarse.money_step),
    ):
        yield _rounded(line, _sum(amounts), step, Shape.KRONER)
    yield _words(Line.PLAN, _plan(case))
    yield _words(Line.THREAT, (case.threat.outcome,) if case.threat.outcome else ())
    yield _answer(Line.COVERED, case.threat.arrears_covered)
    yield _home(Line.AFTER_START, case.a_year_after_start)
    yield _home(Line.AFTER_END, case.a_year_after_end)


def _words(line: Line, words: Sequence[str]) -> Value:
    return Value(line=line, shape=Shape.WORDS, words=tuple(str(word) for word in words))


def _answer(line: Line, said: bool | None) -> Value:
    words = () if said is None else ("yes" if said else "no",)
    return Value(line=line, shape=Shape.ANSWER, words=words)


def _home(line: Line, home: HomeStatus | None) -> Value:
    return _words(line, (home,) if home and home is not HomeStatus.UNKNOWN else ())


def _quarter(line: Line, day: date | None) -> Value:
    """`2026 K4`: a day would say who it is."""
    words = (f"{day.year} K{(day.month - 1) // MONTHS_IN_QUARTER + 1}",) if day else ()
    return Value(line=line, shape=Shape.QUARTER, words=words)


def _step(line: Line, number: int | None, steps: Sequence[int]) -> Value:
    """The step a number falls in: `0`, `1-2`, `3+`."""
    return Value(line=line, shape=Shape.STEP, words=() if number is None else (_in_step(number, steps),))


def _in_step(number: int, steps: Sequence[int]) -> str:
    first = max((start for start in steps if start <= number), default=0)
    after = min((start for start in steps if start > number), default=None)
    if after is None:
        return f"{first}+"
    return str(first) if after - first == 1 else f"{first}-{after - 1}"


def _rounded(line: Line, number: Decimal | None, step: int, shape: Shape) -> Value:
    """To the nearest step; what is there is never shown as nothing."""
    if number is None:
        return Value(line=line, shape=shape)
    near = (number / step).to_integral_value(ROUND_HALF_UP) * step
    return Value(line=line, shape=shape, number=max(near, Decimal(step)) if number > ZERO else ZERO)


def _sum(amounts: Sequence[Amount]) -> Decimal | None:
    return sum((one.kroner for one in amounts), ZERO) if amounts else None


def _months(start: date | None, end: date | None) -> int | None:
    if start is None or end is None or end < start:
        return None
    return (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)


def _plan(case: Counted) -> tuple[str, ...]:
    if case.plan_running:
        return ("running",)
    ended = [outcome for outcome in case.plans if outcome is not PlanOutcome.CHANGED]
    return (str(ended[-1]),) if ended else ()
