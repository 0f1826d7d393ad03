"""*Fire kuverter*: for the tenant. Labels to cut out with the week's money, its days and what it is for. Not signed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.chart import LineType
from budgetdesk.budget.envelopes import WEEKS, Envelope, Envelopes, four_weeks, living_frame, monthly
from budgetdesk.budget.month import WEEKS_A_MONTH
from budgetdesk.budget.month_row import MonthRow
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.for_home import call_lines
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, side_by_side, steps, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.household.case import Case
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.money import ZERO
from budgetdesk.planning.pay_plan import pays_of
from budgetdesk.planning.plan import Standing
from budgetdesk.planning.rows import has_own_day

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

Typed = Callable[[str], str]
MOST_GROUPS = 3
"""Named on a label; of the others only how many there are."""
MONTHLY = timedelta(days=20)
"""Pay days that lie further apart come once a month."""
PADDING = 10.0
"""Inside a label, points."""
SELDOM = frozenset(one for one in Rhythm if 0 < one.times_a_year < Rhythm.ELEVEN.times_a_year)
"""Income that does not come every month: it must be kept, or there is not enough in the other months."""
LINES = 3
"""On a label, to write what is left."""
WEEK = ParagraphStyle("week", parent=page.H2, spaceBefore=0, spaceAfter=0)
WEEK.tag = "H2"
AMOUNT = ParagraphStyle("amount of a week", parent=page.BIG, fontSize=22, leading=28)


@dataclass(frozen=True)
class Label:
    """One label, in words of ours (`what` may hold typed text)."""

    name: str
    days: str
    amount: str
    what: str


@dataclass(frozen=True)
class Living:
    """The envelopes, and what is drawn from the account although it belongs to the everyday."""

    made: Envelopes | None
    """None without pay days, or with nothing to live on."""
    drawn: tuple[MonthRow, ...]
    short: bool = False
    """Whether there is nothing to live on."""


def envelopes_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The sheet: always four labels, filled in where the amount is known."""
    del ink
    words, living = texts.load("kuverter"), living_of(case, answers)

    def story() -> list[Any]:
        shown = [_label(one, words["label"]) for one in labels(answers, living, words)]
        reckoned = how_reckoned(answers, living, words["sum"])
        if reckoned:
            shown.append([text(words["sum"]["heading"], WEEK), *(text(one) for one in reckoned)])
        cut = [*[True] * (len(shown) - bool(reckoned)), *[False] * bool(reckoned)]
        return [
            text(words["title"], page.H1),
            text(lead(living, words), page.LEAD),
            *(_cut_out(shown[at : at + 2], cut[at : at + 2]) for at in range(0, len(shown), 2)),
            _below(case, answers, words),
        ]

    return page.build(story, head(case, words["title"], on=on))


def living_of(case: Case, answers: Answers) -> Living:
    """The money from the next pay day to the one after it."""
    drawn = tuple(row for row in answers.month.expenses if _is_drawn(row, case))
    frame = living_frame(answers.month) - sum((row.per_month for row in drawn), ZERO)
    known = bool(answers.month.income_per_month or answers.month.expenses_per_month)
    if frame <= 0:
        return Living(None, drawn, short=known)
    pays = pays_of(case, answers.ahead) if answers.ahead is not None else ()
    days = pays[0].days if pays else ()
    if len(days) < 2:
        return Living(None, drawn)
    if days[1] - days[0] < MONTHLY:
        return Living(four_weeks(frame / WEEKS_A_MONTH, days[0]), drawn)
    return Living(monthly(frame, days[0], days[1]), drawn)


def _is_drawn(row: MonthRow, case: Case) -> bool:
    """Everyday money that leaves the account by itself on a day of its own."""
    if not row.counts or row.type is not LineType.VARIABLE or not row.per_month:
        return False
    expense = next((one for one in case.expenses if row.path == f"expenses[{one.id}].amount"), None)
    return expense is not None and has_own_day(expense)


def lead(living: Living, words: Any) -> str:
    if living.made is not None:
        return str(words["lead"].format(day=day(living.made.weeks[0].first)))
    return str(words["nothing" if living.short else "blank_lead"])


def labels(answers: Answers, living: Living, words: Any) -> list[Label]:
    """The four, and a fifth for the days after the fourth week."""
    told, what = words["label"], _what(answers, living, words["label"])
    if living.made is None:
        names = [told["week"].format(number=number) for number in range(1, WEEKS + 1)]
        return [Label(name, told["blank_days"], told["blank_amount"], what) for name in names]
    made = [
        Label(told["week"].format(number=number), _days(one, told), formats.kroner(one.amount), what)
        for number, one in enumerate(living.made.weeks, 1)
    ]
    rest = living.made.rest
    return [*made, *([Label(told["rest"], _days(rest, told), formats.kroner(rest.amount), what)] if rest else [])]


def _what(answers: Answers, living: Living, told: Any) -> str:
    """The groups of the budget that the envelopes pay for."""
    titles = texts.group_titles()
    amounts: dict[str, Decimal] = {}
    for row in answers.month.expenses:
        if row.counts and row.type is LineType.VARIABLE and row not in living.drawn:
            amounts[row.group] = amounts.get(row.group, ZERO) + row.per_month
    groups = [one for one in amounts if amounts[one] > 0 and one not in told["not_named"]]
    named = [titles.get(one, one).lower() for one in sorted(groups, key=lambda one: -amounts[one])[:MOST_GROUPS]]
    left = len(groups) - len(named)
    if not named:
        return str(told["to_usual"])
    return texts.listed(named) if not left else f"{', '.join(named)} {told['others'].format(count=left)}"


def _days(one: Envelope, told: Any) -> str:
    if one.days == 1:
        return str(told["one_day"].format(first=day(one.first)))
    return str(told["days"].format(first=day(one.first), last=day(one.last)))


def day(value: date) -> str:
    """`30. november`."""
    return formats.day(value).rsplit(" ", 1)[0]


def _cut_out(pair: Sequence[list[Any]], cut: Sequence[bool]) -> Grid:
    """Two things beside each other; round a label the lines along which to cut."""
    width = page.WIDTH / 2
    style: list[Any] = [
        ("LEFTPADDING", (0, 0), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), 7),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 8),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    style += [("BOX", (at, 0), (at, 0), 0.9, page.QUIET, None, (4, 3)) for at, is_label in enumerate(cut) if is_label]
    return Grid([[*pair, *[""] * (2 - len(pair))]], colWidths=[width, width], style=style, hAlign="LEFT")


def _label(one: Label, told: Any) -> list[Any]:
    width = page.WIDTH / 2 - 2 * PADDING
    lines = [[text(told["left"], page.CELL_QUIET), "", text(told["left_amount"], page.CELL_QUIET), ""]] * LINES
    style = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (2, 0), (2, -1), 6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LINEBELOW", (1, 0), (1, -1), 0.6, page.QUIET),
        ("LINEBELOW", (3, 0), (3, -1), 0.6, page.QUIET),
    ]
    widths = [11 * mm, width / 2 - 16 * mm, 18 * mm, width / 2 - 13 * mm]
    return [
        text(one.name, WEEK),
        text(one.days, page.CELL),
        text(one.amount, AMOUNT),
        text(told["to"].format(what=rich(one.what)), page.CELL),
        text(told["not"], page.CELL_QUIET),
        Grid(lines, colWidths=widths, rowHeights=[7.2 * mm] * LINES, style=style, hAlign="LEFT"),
    ]


def _below(case: Case, answers: Answers, words: Any) -> Grid:
    empty = [text(words["empty"]["heading"], page.H2), *steps(words["empty"]["lines"], style=page.CELL, mark="•")]
    over = [text(words["over"]["heading"], page.H2), *(text(one, page.CELL) for one in words["over"]["lines"])]
    half = page.WIDTH / 2
    called = " ".join(call_lines(case, answers, words["call"]))
    call = [text(words["call"]["heading"], page.H2), text(called, page.CELL)]
    made = side_by_side([empty, [*over, *call]], [half, half])
    made.spaceBefore = 8
    return made


def how_reckoned(answers: Answers, living: Living, words: Any, typed: Typed = rich) -> list[str]:
    """How the amounts come about, in sentences, as markup. Nothing where nothing is reckoned."""
    made = living.made
    if made is None:
        return []
    last = (made.rest or made.weeks[-1]).last
    known = {"frame": formats.kroner(made.frame), "week": formats.kroner(made.weeks[0].amount)}
    said = [words["weeks"].format(first=day(made.weeks[0].first), last=day(last), **known)]
    said += _over(made, words)
    if living.drawn:
        named = [f"{typed(row.title)} {formats.kroner(row.per_month)}".removesuffix(".") for row in living.drawn]
        said.append(words["own_day"].format(rows=texts.listed(named)))
    if any(row.counts and row.rhythm in SELDOM for row in answers.month.income):
        said.append(words["seldom"])
    plan = answers.plan
    if plan is not None and plan.instalments and plan.standing is Standing.PROPOSAL:
        said.append(words["plan"])
    return said


def _over(made: Envelopes, words: Any) -> list[str]:
    """What is beyond the four weeks."""
    if made.rest is None:
        return [words["kept"].format(kept=formats.kroner(made.kept))] if made.kept > Decimal(1) else []
    rest, days = formats.kroner(made.rest.amount), made.rest.days
    key = "rest_one" if days == 1 else "rest_long" if days >= _A_WEEK else "rest"
    return [words[key].format(rest=rest, days=days)]


_A_WEEK = 7
