"""Payments that come again: how often, when next, how much, what became dearer, and what has stopped.

Rows with the same name and way are looked at together, and where one name takes several amounts (two subscriptions at
one firm) amount by amount. A rhythm is found when the days between the rows fit it. Banks move a payment to a bank day,
so a monthly payment may come some days early or late (`SLACK`). Nothing is regular on one row alone: then the chart and
the list of subscriptions say what is usual, and the confidence is low.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from budgetdesk.formats import day
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.next_due import STEP_DAYS, later, next_due, weekdays_meant
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.sorting import CASH, PERSONS, Rules, name_key, shop_name
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS
from budgetdesk.money import ZERO, to_oere

SLACK = {
    Rhythm.WEEKLY: 0,
    Rhythm.BIWEEKLY: 0,
    Rhythm.MONTHLY: 5,
    Rhythm.BIMONTHLY: 7,
    Rhythm.QUARTERLY: 10,
    Rhythm.HALFYEARLY: 14,
    Rhythm.YEARLY: 20,
}
"""Days a payment may come early or late; in weeks none, once holidays are put back (`weekdays_meant`)."""

LEAST_ROWS = {
    Rhythm.WEEKLY: 4,
    Rhythm.BIWEEKLY: 4,
    Rhythm.MONTHLY: 3,
    Rhythm.BIMONTHLY: 3,
    Rhythm.QUARTERLY: 2,
    Rhythm.HALFYEARLY: 2,
    Rhythm.YEARLY: 2,
}
"""Rows it takes to believe in a rhythm when the amounts differ; two are enough when they are the same."""

SAME = Decimal("0.01")
"""Amounts that differ by less than this share are the same amount."""
ALIKE = Decimal("0.35")
"""Amounts of one bill (electricity) may differ by this share from their middle."""
STOP_AFTER = {rhythm: slack + 8 for rhythm, slack in SLACK.items()}
"""Days after the expected day before a payment counts as stopped."""
MONTHS_DIFFER = 4
"""Days by which a month, or a year, may be shorter or longer than the usual one."""
LOOK_BACK = timedelta(days=800)
"""Rows older than two years and a bit tell nothing about what comes next."""
NOT_BILLS = frozenset({CASH, PERSONS, OWN_TRANSFERS})


@dataclass(frozen=True, kw_only=True)
class Regular:
    """One payment that comes again. Amounts are kr, positive for money out and for money in alike (`money_in`)."""

    key: str
    """Stays the same from month to month: the folded name, and the amount where one name has several."""
    name: str
    line: str
    need: Need
    rhythm: Rhythm
    amount: Decimal
    """What is expected next time."""
    varies: bool
    """True for a bill whose amount differs from time to time; `amount` is then the middle of the latest year."""
    last: date
    next_due: date
    """The first expected day after `last`, moved to a bank day."""
    confidence: Decimal
    rows: tuple[str, ...]
    money_in: bool = False
    before: Decimal | None = None
    """The amount before it became dearer (or cheaper); None = it has not changed."""
    changed_on: date | None = None
    stopped: bool = False
    """True when it should have come and has not, as far as the statements reach."""

    @property
    def dearer(self) -> Decimal:
        """How much dearer it has become, kr each time; 0 when it has not, or became cheaper."""
        return ZERO if self.before is None else max(ZERO, self.amount - self.before)

    @property
    def why(self) -> str:
        """A Danish sentence: how it was found."""
        said = _("Set {count} gange, sidst {last}: {amount}").format(
            count=len(self.rows), last=day(self.last), amount=kroner(self.amount)
        )
        if self.before is not None and self.changed_on is not None:
            said += _(" Før {changed_on} var det {before}").format(
                changed_on=day(self.changed_on), before=kroner(self.before)
            )
        return said


def regular_payments(spending: Spending, rules: Rules, *, until: date | None = None) -> tuple[Regular, ...]:
    """Every payment that comes again, the next one due first. `until` is the last day the statements reach (else the
    day of the last row): what should have come before it and has not, has stopped."""
    booked = [row for row in spending.transactions if not row.pending and row.amount and row.line not in NOT_BILLS]
    reach = until or max((row.date for row in booked), default=None)
    if reach is None:
        return ()
    recent = [row for row in booked if row.date >= reach - LOOK_BACK]
    found = [
        regular
        for key, rows in _by_name(recent, rules).items()
        for regular in _of_name(key, sorted(rows, key=lambda row: row.date), rules, reach)
    ]
    return tuple(sorted(found, key=lambda regular: (regular.stopped, regular.next_due, regular.key)))


def rhythm_of(days: Sequence[date]) -> tuple[Rhythm, int] | None:
    """The rhythm that all gaps between the days fit, and how many payments are missing in between.

    One payment in five may be missing, where at least four are there. Days in order, all different.
    """
    for rhythm in STEP_DAYS:
        left_out = _left_out(days, rhythm)
        if left_out is None:
            continue
        if left_out == 0 or (len(days) >= 4 and left_out * 5 <= len(days) + left_out):
            return rhythm, left_out
    return None


def _left_out(days: Sequence[date], rhythm: Rhythm) -> int | None:
    """How many payments are missing between the days; None when one gap does not fit the rhythm."""
    left_out = 0
    for first, second in pairwise(weekdays_meant(days) if STEP_DAYS[rhythm] else days):
        steps = _steps(rhythm, first, second)
        if steps is None:
            return None
        left_out += steps - 1
    return left_out if len(days) > 1 else None


def _steps(rhythm: Rhythm, first: date, second: date) -> int | None:
    """How many steps of the rhythm lie between two days; None when they do not fit it."""
    between, slack, usual = (second - first).days, SLACK[rhythm], 365 / rhythm.times_a_year
    if not usual - slack - MONTHS_DIFFER <= between <= 2 * usual + slack + MONTHS_DIFFER:
        return None
    for steps in (1, 2):
        if abs(later(first, rhythm, steps) - second) <= timedelta(days=slack):
            return steps
    return None


def _by_name(rows: Iterable[Transaction], rules: Rules) -> Mapping[str, list[Transaction]]:
    keys: dict[tuple[str, bool], str] = {}
    found: dict[str, list[Transaction]] = {}
    for row in rows:
        way = (rules.text_index.alike(row.text), row.amount > 0)
        if way not in keys:
            keys[way] = name_key(row.text, row.amount, rules)
        found.setdefault(keys[way], []).append(row)
    return {key: here for key, here in found.items() if len(here) > 1}


def _of_name(key: str, rows: list[Transaction], rules: Rules, reach: date) -> list[Regular]:
    together = _regular(key, rows, rules, reach)
    if together is not None:
        return [together]
    found = []
    for same in _by_amount(rows):
        part = _regular(f"{key} {abs(same[-1].amount)}", same, rules, reach) if len(same) > 1 else None
        if part is not None:
            found.append(part)
    return found


def _by_amount(rows: Iterable[Transaction]) -> list[list[Transaction]]:
    """Rows whose amounts are the same, each group in order of day; the groups in order of amount."""
    groups: list[list[Transaction]] = []
    for row in sorted(rows, key=lambda row: (abs(row.amount), row.date)):
        if groups and abs(row.amount) - abs(groups[-1][0].amount) <= SAME * abs(groups[-1][0].amount):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [sorted(group, key=lambda row: row.date) for group in groups]


def _regular(key: str, rows: Sequence[Transaction], rules: Rules, reach: date) -> Regular | None:
    days = [row.date for row in rows]
    if len(set(days)) < len(days):
        return None
    fit = rhythm_of(days)
    if fit is None:
        return None
    rhythm, missing = fit
    amounts = [abs(row.amount) for row in rows]
    change = _change(amounts)
    constant = change is not None or _same(amounts)
    if not constant and (len(rows) < LEAST_ROWS[rhythm] or not _alike(amounts) or rhythm in _SHORT):
        return None
    due = next_due(days, rhythm)
    latest = amounts[-1] if constant else _middle(amounts, rhythm)
    return Regular(
        key=key,
        name=_without_numbers(shop_name(rows[-1].text, rules)),
        line=rows[-1].line,
        need=rows[-1].need,
        rhythm=rhythm,
        amount=latest,
        varies=not constant,
        last=days[-1],
        next_due=due,
        confidence=_confidence(len(rows), missing, constant=constant),
        rows=tuple(row.id for row in rows),
        money_in=rows[-1].amount > 0,
        before=amounts[change - 1] if change else None,
        changed_on=days[change] if change else None,
        stopped=reach > due + timedelta(days=STOP_AFTER[rhythm]),
    )


_SHORT = frozenset({Rhythm.WEEKLY, Rhythm.BIWEEKLY})
"""Shopping once a week is a habit, not a bill: a short rhythm needs the same amount each time."""


def _same(amounts: Sequence[Decimal]) -> bool:
    return max(amounts) - min(amounts) <= SAME * min(amounts)


def _alike(amounts: Sequence[Decimal]) -> bool:
    middle = sorted(amounts)[len(amounts) // 2]
    return all(abs(amount - middle) <= ALIKE * middle for amount in amounts)


def _change(amounts: Sequence[Decimal]) -> int | None:
    """Where a constant amount became another constant amount: the place of the first new one. Two rows tell none."""
    for place in range(1, len(amounts)):
        before, after = amounts[:place], amounts[place:]
        if (
            len(amounts) > 2
            and _same(before)
            and _same(after)
            and not _same(amounts)
            and _alike((before[-1], after[0]))
        ):
            return place
    return None


def _middle(amounts: Sequence[Decimal], rhythm: Rhythm) -> Decimal:
    latest = amounts[-rhythm.times_a_year :]
    return to_oere(sum(latest, ZERO) / len(latest))


def _confidence(rows: int, missing: int, *, constant: bool) -> Decimal:
    """More rows are surer, a changing amount and a missing payment less sure: 0.55 for two rows, at most 0.95."""
    sure = min(Decimal("0.95"), Decimal("0.35") + Decimal("0.1") * rows)
    return sure - (ZERO if constant else Decimal("0.1")) - Decimal("0.1") * min(missing, 1)


def _without_numbers(name: str) -> str:
    return " ".join(word for word in name.split() if not any(letter.isdigit() for letter in word)) or name
