"""Line by line: what somebody else counts of a household's budget, and the difference in sentences. Pure; kr/month.

counted    in full
part       only what is above a limit
account    in the child's own account: what the child costs beyond the money that comes for it
in_amount  not by itself: their amount to live on has to cover it
if         only on a condition; not in their sum
not        not at all
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from budgetdesk.budget.chart import LineType
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.formats import kroner
from budgetdesk.i18n import _
from budgetdesk.money import ZERO

MOST_SENTENCES = 5
"""So many single lines are told; the table has them all."""


class How(StrEnum):
    """How a line counts with somebody else."""

    COUNTED = "counted"
    PART = "part"
    ACCOUNT = "account"
    IN_AMOUNT = "in_amount"
    IF = "if"
    NOT = "not"


@dataclass(frozen=True, kw_only=True)
class LineRules:
    """What one of the others counts, by the codes of the chart."""

    title: str
    name: str
    """How it is called in a sentence."""
    source: str
    how: Mapping[str, How]
    why: Mapping[str, str] = field(default_factory=dict)
    otherwise: How = How.IN_AMOUNT
    otherwise_why: str = ""

    def of(self, code: str) -> tuple[How, str]:
        """How a line counts, and why."""
        how = self.how.get(code, self.otherwise)
        return how, self.why.get(code) or (self.otherwise_why if how in (self.otherwise, How.IN_AMOUNT) else "")


@dataclass(frozen=True, kw_only=True)
class LensLine:
    """One line of the budget as somebody else counts it."""

    path: str
    """The fact it comes from; "" for what they add themselves."""
    code: str
    title: str
    income: bool
    own: Decimal | None
    """In the tenant's own budget, kr/month; None for what they add."""
    counted: Decimal
    """In theirs, kr/month."""
    how: How
    why: str = ""


def expense_lines(rows: Iterable[MonthRow], rules: LineRules, *, limit: Decimal = ZERO) -> tuple[LensLine, ...]:
    """Every expense that counts in the tenant's budget. `limit` is taken off the lines of `part` together."""
    left = limit
    made = []
    for row in rows:
        if not row.counts or row.per_month == ZERO:
            continue
        how, why = rules.of(row.code)
        counted = row.per_month if how is How.COUNTED else ZERO
        if how is How.PART:
            covered = min(left, row.per_month)
            left -= covered
            counted = row.per_month - covered
            why = _("Kun det, der er over {limit} om måneden.").format(limit=kroner(limit))
        elif how is How.ACCOUNT:
            why = _("Regnes i barnets eget regnskab.")
        made.append(_line(row, counted, how, why, income=False))
    return tuple(made)


def income_lines(rows: Iterable[MonthRow], in_account: frozenset[str]) -> tuple[LensLine, ...]:
    """Every income that counts; the money of `in_account` goes into the children's accounts."""
    made = []
    for row in rows:
        if row.counts:
            child = row.code in in_account
            how, why = (How.ACCOUNT, _("Regnes i barnets eget regnskab.")) if child else (How.COUNTED, "")
            made.append(_line(row, ZERO if child else row.per_month, how, why, income=True))
    return tuple(made)


def added(title: str, amount: Decimal, why: str) -> LensLine:
    """An expense that stands in no tenant's budget, such as their amount to live on."""
    return LensLine(path="", code="", title=title, income=False, own=None, counted=amount, how=How.COUNTED, why=why)


def left_over(lines: Iterable[LensLine]) -> Decimal:
    """What is left by their count, kr/month."""
    return sum((line.counted if line.income else -line.counted for line in lines), ZERO)


def everyday(lines: Iterable[LensLine]) -> Decimal:
    """What the tenant spends on that which their amount to live on has to cover, kr/month."""
    return sum((line.own or ZERO for line in lines if line.how is How.IN_AMOUNT), ZERO)


def differences(lines: Iterable[LensLine], name: str, fixed: frozenset[str], amount: Decimal | None) -> tuple[str, ...]:
    """Where their count is another than the tenant's, in sentences: their amount beside what is spent, then the
    largest fixed bills that they do not count. `fixed` are the paths of fixed costs."""
    whole = tuple(lines)
    told = []
    spent = everyday(whole)
    if amount is not None and spent:
        told.append(
            _("{name} regner med {kr} om måneden at leve for. I bruger {kr_2} på det samme.").format(
                name=name, kr=_kr(amount), kr_2=_kr(spent)
            )
        )
    missed = [
        line for line in whole
        if not line.income and line.own is not None and line.own > line.counted and line.how is not How.ACCOUNT
        and (line.path in fixed or line.how in (How.NOT, How.IF))
    ]  # fmt: skip
    missed.sort(key=lambda line: line.counted - (line.own or ZERO))
    told += [_missed(line, name) for line in missed[:MOST_SENTENCES]]
    if len(missed) > MOST_SENTENCES:
        rest = sum(((line.own or ZERO) - line.counted for line in missed[MOST_SENTENCES:]), ZERO)
        told.append(
            _("{name} tæller heller ikke {kr} til {others}.").format(
                name=name, kr=_kr(rest), others=_others(len(missed) - MOST_SENTENCES)
            )
        )
    return tuple(told)


def _others(many: int) -> str:
    return _("en linje mere") if many == 1 else _("{many} andre linjer").format(many=many)


def fixed_paths(rows: Iterable[MonthRow]) -> frozenset[str]:
    """The fixed bills."""
    return frozenset(row.path for row in rows if row.type is LineType.FIXED)


def _missed(line: LensLine, name: str) -> str:
    amount = (line.own or ZERO) - line.counted
    said = (
        _("{name} tæller måske {kr} til {within}.")
        if line.how is How.IF
        else _("{name} tæller ikke {kr} til {within}.")
    )
    told = said.format(name=name, kr=_kr(amount), within=_within(line.title))
    return f"{told} {line.why}" if line.why and line.how is not How.NOT else told


def _within(title: str) -> str:
    """A title inside a sentence: names and short forms keep their capitals."""
    first = title.split(maxsplit=1)[0].rstrip(",:") if title.split() else ""
    plain = first[1:].islower() and first not in _NAMES
    return title[:1].lower() + title[1:] if plain else title


_NAMES = frozenset({"Gældsstyrelsen", "Klarna"})


def _line(row: MonthRow, counted: Decimal, how: How, why: str, *, income: bool) -> LensLine:
    return LensLine(
        path=row.path,
        code=row.code,
        title=row.title,
        income=income,
        own=row.per_month,
        counted=counted,
        how=how,
        why=why,
    )


def _kr(amount: Decimal) -> str:
    return kroner(amount, oere=False)
