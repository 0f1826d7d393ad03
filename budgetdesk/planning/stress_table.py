"""The plan under strain: a small table of things that go wrong, the same for everybody, each made to happen.

The sizes are questions, not law: a rent a little higher, boligstøtte a little lower, a bill in the worst month, a pay
day one bank day late, an answer about a benefit six weeks later than hoped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from budgetdesk.dates import ONE_DAY, Month, bank_day_on_or_after
from budgetdesk.household.case import Case
from budgetdesk.household.words import Status
from budgetdesk.i18n import _
from budgetdesk.money import ZERO
from budgetdesk.planning.expected import Expected, expected_moves
from budgetdesk.planning.family import FOR_CHILDREN
from budgetdesk.planning.liquidity import Adjustments, Flow, balances, changed, kroner_of, pay
from budgetdesk.planning.moves import Move, MoveKind
from budgetdesk.planning.options import Question, Tried
from budgetdesk.planning.plan import BreakPoint, DayBalance, StressRow
from budgetdesk.planning.stress import Run

RENT_RISE = Decimal(5)
"""Per cent."""
SUPPORT_LESS = Decimal(500)
BILLS = (Decimal(1500), Decimal(3000))
WEEKS_LATE = 6


def stress_table(
    ask: Question,
    main: Tried,
    points: Sequence[BreakPoint],
    *,
    waits: bool = False,
    expected: Sequence[Expected] = (),
) -> tuple[StressRow, ...]:
    """Every row that can happen to this household. `main` is the plan, on its economy, `points` how much worse each
    thing may get; `waits` where the economy counts money in process as well."""
    flow = replace(main.flow, end=main.end)
    run = Run(flow, balances(flow))
    limits = {point.kind: point for point in points}
    rows = [*_rent(run, limits), *_support(run, limits), *_bills(run), *_pay_day(run, limits), *_benefit(ask, run)]
    return (*rows, *_decision(ask, main, expected)) if waits else tuple(rows)


def _rent(run: Run, limits: dict[str, BreakPoint]) -> Iterator[StressRow]:
    if point := limits.get("rent_rises_percent"):
        yield _row(run, "rent_rises_percent", RENT_RISE, Adjustments(rent_percent=int(RENT_RISE)), limit=point.limit)


def _support(run: Run, limits: dict[str, BreakPoint]) -> Iterator[StressRow]:
    if point := limits.get("boligstoette_falls"):
        support = max(m.oere for m in run.of.moves if m.kind is MoveKind.BOLIGSTOETTE)
        less = min(SUPPORT_LESS, kroner_of(support))
        yield _row(run, "boligstoette_falls", less, Adjustments(boligstoette_less=less), limit=point.limit)


def _bills(run: Run) -> Iterator[StressRow]:
    """The bill comes on the first bank day of the month with the lowest day: nothing in that month is before it."""
    of, days = run.of, run.days
    low = of.start + timedelta(days=min(range(len(days)), key=lambda n: days[n]))
    first = bank_day_on_or_after(max(Month.of(low).first, of.start + ONE_DAY))
    limit = Decimal(int(kroner_of(min(days[of.index(min(first, of.end)) :]))))
    for bill in BILLS:
        yield _row(run, "bill", bill, Adjustments(bill=bill, bill_on=min(first, of.end)), limit=limit)


def _pay_day(run: Run, limits: dict[str, BreakPoint]) -> Iterator[StressRow]:
    """Every wage one bank day late; where there is none, the benefit one lives on."""
    one = Decimal(1)
    if point := limits.get("wage_late"):
        yield _row(run, "wage_late", one, Adjustments(wage_late=1), limit=point.limit, title=_("Lønnen"))
        return
    by_path: dict[str, int] = {}
    for move in run.of.moves:
        if move.kind is MoveKind.BENEFIT and move.path:
            by_path[move.path] = by_path.get(move.path, 0) + move.oere
    if by_path:
        path = max(by_path, key=lambda p: by_path[p])
        later = replace(run.of, moves=tuple(_a_bank_day_later(m) if m.path == path else m for m in run.of.moves))
        yield _told(later, balances(later), "wage_late", one, title=_title(run.of, path))


def _a_bank_day_later(move: Move) -> Move:
    return replace(move, day=bank_day_on_or_after(move.day + ONE_DAY))


def _benefit(ask: Question, run: Run) -> Iterator[StressRow]:
    """The next payment for the children six weeks late: the one that hurts most."""
    ours = {f"income[{row.id}]" for row in ask.case.income if row.kind in FOR_CHILDREN}
    paths = sorted({m.path for m in run.of.moves if m.path in ours})
    weeks = Decimal(WEEKS_LATE)
    late = [
        _row(run, "benefit_late", weeks, Adjustments(late_path=p, late_days=WEEKS_LATE * 7), title=_title(run.of, p))
        for p in paths
    ]
    if late:
        yield min(
            late, key=lambda row: (row.holds, row.breaks_on or run.of.end, row.lowest.balance if row.lowest else 0)
        )


def _decision(ask: Question, main: Tried, expected: Sequence[Expected]) -> Iterator[StressRow]:
    """Money in process comes six weeks later than hoped."""
    weeks = ask.policy.answer_weeks + WEEKS_LATE
    later = replace(ask, case=_decided_later(ask.case), policy=replace(ask.policy, answer_weeks=weeks))
    base = later.economy(with_applied=True)
    more = replace(base, moves=base.moves + expected_moves(expected, later.policy, ask.on, ask.horizon))
    paid = replace(pay(more, main.option.instalments), end=main.end)
    yield _told(paid, balances(paid), "decision_late", Decimal(WEEKS_LATE))


def _decided_later(case: Case) -> Case:
    by = timedelta(weeks=WEEKS_LATE)
    rows = tuple(
        row if row.status is Status.GRANTED or row.start is None else replace(row, start=row.start + by)
        for row in case.income
    )
    return replace(case, income=rows)


def _row(
    run: Run, kind: str, size: Decimal, change: Adjustments, *, limit: Decimal | None = None, title: str = ""
) -> StressRow:
    return _told(run.of, changed(run.of, run.days, change), kind, size, limit=limit, title=title)


def _told(
    of: Flow, days: Sequence[int], kind: str, size: Decimal, *, limit: Decimal | None = None, title: str = ""
) -> StressRow:
    below = next((number for number, balance in enumerate(days) if balance < 0), None)
    low = min(range(len(days)), key=lambda n: days[n])
    return StressRow(
        kind=kind,
        size=size,
        holds=below is None,
        breaks_on=None if below is None else of.start + timedelta(days=below),
        missing=ZERO if below is None else -kroner_of(days[below]),
        limit=limit,
        lowest=DayBalance(of.start + timedelta(days=low), kroner_of(days[low])),
        title=title,
    )


def _title(of: Flow, path: str) -> str:
    return next(move.title for move in of.moves if move.path == path)
