"""Which one fact would narrow the doubt most: found by trying the ends of how each missing fact could turn out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from budgetdesk.benefits.assessment import Assessment, Mode, Verdict
from budgetdesk.benefits.catalogue import assess_all
from budgetdesk.benefits.fact_ends import possible
from budgetdesk.benefits.rates import Rates
from budgetdesk.household.case import Case
from budgetdesk.money import ZERO, to_oere

ENDLESS = Decimal(2_000)
"""An answer without an upper end is taken to be so wide (kr/month), so that it weighs as much as an ordinary doubt."""
MOST_FACTS = 12
"""So many facts are tried at most: more questions than this are not asked in one conversation."""


@dataclass(frozen=True)
class Narrowing:
    """A fact, and how wide the doubt is before and, on average, after it is known (kr/month)."""

    path: str
    benefits: tuple[str, ...]
    """The benefits whose answer it would narrow."""
    before: Decimal
    after: Decimal


def narrowing(
    case: Case, day: date, rates: Rates, doubtful: Sequence[Assessment], *, mode: Mode = Mode.OFFICIAL
) -> Narrowing | None:
    """The fact that narrows the answers together most; None where no single fact does."""
    before = _width(doubtful)
    best: tuple[Decimal, int, str] | None = None
    for rest, place, path in _most_promising_first(doubtful):
        if best is not None and rest > best[0]:
            break  # even if this fact settled all that it concerns, more doubt would be left
        after = _when_known(case, day, rates, doubtful, path, mode)
        if after is not None and after < before:
            best = min(best or (after, place, path), (after, place, path))
    if best is None:
        return None
    after, _, path = best
    names = tuple(one.benefit for one in doubtful if path in one.missing_facts)
    return Narrowing(path, names, to_oere(before), to_oere(after))


def _most_promising_first(doubtful: Sequence[Assessment]) -> list[tuple[Decimal, int, str]]:
    """How wide the doubt would still be at the very least with each fact known, its place among them, and its path."""
    return sorted((_rest(doubtful, path), place, path) for place, path in enumerate(_facts(doubtful)[:MOST_FACTS]))


def _rest(doubtful: Sequence[Assessment], path: str) -> Decimal:
    """How wide the doubt is about what does not hang on this fact."""
    return _width([one for one in doubtful if path not in one.missing_facts])


def _facts(doubtful: Sequence[Assessment]) -> list[str]:
    """Every missing fact once, the first of each benefit first."""
    longest = max((len(one.missing_facts) for one in doubtful), default=0)
    ranked = [one.missing_facts[n] for n in range(longest) for one in doubtful if n < len(one.missing_facts)]
    return list(dict.fromkeys(ranked))


def _when_known(
    case: Case, day: date, rates: Rates, doubtful: Sequence[Assessment], path: str, mode: Mode
) -> Decimal | None:
    """How wide the doubt still is, on average over the ways the fact could turn out."""
    ways = possible(case, path, day)
    if not ways:
        return None
    asked = [one.benefit for one in doubtful if path in one.missing_facts]
    widths = [_width(assess_all(way, day, rates, mode=mode, only=asked)) for way in ways]
    return _rest(doubtful, path) + sum(widths, ZERO) / len(widths)


def _width(answers: Sequence[Assessment]) -> Decimal:
    unknown = [one for one in answers if one.verdict is Verdict.UNKNOWN]
    return sum((ENDLESS if one.highest is None else one.highest - (one.lowest or ZERO) for one in unknown), ZERO)
