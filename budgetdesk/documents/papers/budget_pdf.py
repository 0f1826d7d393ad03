"""*Budget*: one page for the tenant, in plain words, with a picture of where the money goes.

It always stays one page: with many rows the groups lose their details, then the next steps get fewer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.budget.month import MonthBudget, MonthRow
from budgetdesk.documents.papers import signatures
from budgetdesk.documents.papers.answers import Answers, parties
from budgetdesk.documents.papers.budget_words import call_lines, figures, first_steps, week_told
from budgetdesk.documents.papers.for_home import big_figures
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.bars import BESIDE, Bar, BarFlowable, Pictured, Sample
from budgetdesk.documents.sheet.blocks import Grid, Rows, gap, side_by_side, steps, text
from budgetdesk.documents.sheet.figures import whole
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.pictograms import OF_GROUP
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.household.words import Evidence, Need
from budgetdesk.ledger.covered import evidence, last_month
from budgetdesk.ledger.spending import Spending
from budgetdesk.money import ZERO

# isort: split
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

_LONGEST_PROOF = 220
"""Signs that are told of one account's statements."""
_NEEDS = (Need.NEED, Need.ASK, Need.NICE)


@dataclass(frozen=True)
class _Room:
    """How much is told: rows named per group, rows of income, next steps, letters of a name, accounts."""

    details: int
    incomes: int
    steps: int
    letters: int
    accounts: int = 4


_ROOMS = (
    _Room(99, 12, 3, 60),
    _Room(6, 12, 3, 48),
    _Room(4, 8, 3, 40),
    _Room(3, 6, 3, 32),
    _Room(2, 6, 3, 32),
    _Room(1, 6, 3, 32),
    _Room(0, 6, 3, 32),
    _Room(0, 5, 3, 28, 2),
    _Room(0, 4, 2, 24, 2),
    _Room(0, 3, 1, 24, 1),
)


def budget_pdf(
    case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = (), spending: Spending | None = None
) -> bytes:
    """The tenant's page, always exactly one. Amounts are kr/month rounded to whole kroner. `spending`: whose
    statements are the evidence.

    Raises DocumentError when not even the shortest form fits.
    """
    words = texts.load("budget")
    name = case.tenant.name if case.tenant else ""
    title = words["title"].format(name=plain(name)) if plain(name) else words["nobody"]
    edge = head(case, title, on=on, signing=parties(case), ink=ink)
    proved = _statements(spending)
    stories = [_story(case, answers, words, room, ink, proved) for room in _ROOMS]
    return page.build_fitting(stories, edge)


def _story(
    case: Case, answers: Answers, words: Any, room: _Room, ink: Sequence[Ink], proved: tuple[str, Sequence[str]]
) -> page.Story:
    name = case.tenant.name if case.tenant else ""
    title = words["title"].format(name=rich(_cut(name, room.letters))) if plain(name) else words["nobody"]

    def story() -> list[Any]:
        signing = texts.load("underskrift")
        return [
            text(title, page.H1),
            text(words["lead"], page.LEAD),
            _figures(answers.month, words),
            *_week(answers.month, words),
            *_out(answers.month, words["out"], room),
            *_in(answers.month, words["in"], room),
            *_next(case, answers, words, room),
            *_call(case, answers, words, room),
            *_proof(answers.month, words["proof"]),
            *_covered(*proved, words["proof"], room),
            gap(3),
            *signatures.block(parties(case), ink, kind_of_signature=signing["kind"]),
        ]

    return story


def _figures(month: MonthBudget, words: Any) -> Grid:
    return big_figures(figures(month, words), last=18, after=0)


def _week(month: MonthBudget, words: Any) -> list[Any]:
    told = week_told(month, words)
    return [text(told, _SAID)] if told else []


def bars(month: MonthBudget, details: int, others: str, count: str) -> list[Bar]:
    """The groups in the order of a budget, with the names and amounts of up to `details` rows each."""
    titles = texts.group_titles()
    found: dict[str, list[MonthRow]] = {group: [] for group in titles}
    for row in month.expenses:
        if row.counts and row.per_month:
            found.setdefault(row.group, []).append(row)
    made = []
    for group, rows in found.items():
        if rows:
            total = sum((row.per_month for row in rows), ZERO)
            made.append(
                Bar(
                    title=titles.get(group, group.capitalize()),
                    picture=OF_GROUP.get(group, ""),
                    amount=total,
                    parts=_parts(rows),
                    detail=_detail(rows, details, others) if details else "",
                    count="" if details or len(rows) < 2 else f" · {count.format(count=len(rows))}",
                )
            )
    return made


def _parts(rows: Sequence[MonthRow]) -> tuple[tuple[Need, Decimal], ...]:
    # What the tenant has locked is shown as necessary: no verdict of ours stands beside it.
    needs = [(Need.NEED if row.locked else row.need, row.per_month) for row in rows]
    return tuple((need, sum((a for n, a in needs if n is need), ZERO)) for need in _NEEDS)


def _detail(rows: Sequence[MonthRow], details: int, others: str) -> str:
    by_size = sorted(rows, key=lambda row: -abs(row.per_month))
    kept = [row for row in rows if row in by_size[:details]]
    names = [f"{rich(_cut(row.title, 60))} {formats.amount(row.per_month, oere=False)}" for row in kept]
    names += [others.format(count=len(rows) - len(kept))] if len(kept) < len(rows) else []
    return " · ".join(names)


def _out(month: MonthBudget, words: Any, room: _Room) -> list[Any]:
    groups = bars(month, room.details, words["others"], words["count"])
    if not groups:
        return [text(words["heading"], page.H2), text(texts.load("budget")["empty"])]
    largest = max(bar.amount for bar in groups)
    bar_width = 66 * mm
    rows: list[list[Any]] = []
    style: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    for bar in groups:
        at = len(rows)
        rows.append(
            [
                Pictured(f"<b>{bar.title}</b>{bar.count}", _GROUP, bar.picture),
                BarFlowable(bar.parts, largest, bar_width),
                text(whole(bar.amount), page.FIGURE_BOLD),
            ]
        )
        if bar.detail:
            rows.append([text(bar.detail, _BELOW), "", ""])
            style.append(("SPAN", (0, at + 1), (-1, at + 1)))
        last = len(rows) - 1
        style += [
            ("TOPPADDING", (0, at), (-1, at), 1.8),
            ("TOPPADDING", (1, at), (1, at), 4.2),
            ("BOTTOMPADDING", (0, last), (-1, last), 2.4),
            ("LINEBELOW", (0, last), (-1, last), 0.4, page.LINE),
        ]
    figure = 26 * mm
    widths = [page.WIDTH - bar_width - 10 - figure, bar_width + 10, figure]
    return [
        _heading_with_legend(words, groups),
        Rows(rows, colWidths=widths, style=style, hAlign="LEFT"),
    ]


_SAID = ParagraphStyle("said of a week", parent=page.BODY, spaceBefore=2, spaceAfter=0)
_CALL = ParagraphStyle("whom to call", parent=page.BODY, spaceBefore=3, spaceAfter=2)
_GROUP = ParagraphStyle("group", parent=page.CELL, leftIndent=BESIDE)
_DETAIL = ParagraphStyle("detail", parent=page.SMALL, fontSize=8, leading=10, spaceAfter=0)
_BELOW = ParagraphStyle("below a group", parent=_DETAIL, leftIndent=BESIDE)


def _heading_with_legend(words: Any, groups: Sequence[Bar]) -> Grid:
    used = [need for need in _NEEDS if any(amount > 0 for bar in groups for n, amount in bar.parts if n is need)]
    names = {Need.NEED: words["legend_need"], Need.NICE: words["legend_nice"], Need.ASK: words["legend_ask"]}
    legend: list[Any] = []
    for need in used:
        legend += [Sample(need), text(names[need], _DETAIL)]
    key = Grid(
        [legend],
        colWidths=[20, 66] * len(used),
        style=[
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ],
        hAlign="RIGHT",
    )  # fmt: skip
    room = 86 * len(used)
    made = side_by_side([text(words["heading"], _NO_SPACE), key], [page.WIDTH - room, room], gap=0)
    made.spaceBefore, made.spaceAfter = 11, 2
    return made


_NO_SPACE = ParagraphStyle("h2 in a row", parent=page.H2, spaceBefore=0)
_NO_SPACE.tag = "H2"


def _in(month: MonthBudget, words: Any, room: _Room) -> list[Any]:
    counted = [row for row in month.income if row.counts and row.per_month]
    waiting = [row for row in month.income if not row.counts]
    shown = counted if len(counted) <= room.incomes else counted[: room.incomes - 1]
    parts = [f"{rich(_cut(row.title, room.letters))} <b>{whole(row.per_month)}</b>" for row in shown]
    parts += [words["others"].format(count=len(counted) - len(shown))] if len(shown) < len(counted) else []
    lines = [text(words["heading"], page.H2), text(" · ".join(parts) if parts else texts.load("budget")["empty"])]
    if waiting:
        names = texts.listed([rich(_cut(row.title, room.letters)) for row in waiting[: room.incomes]])
        lines.append(text(words["waiting"].format(rows=names), page.SMALL))
    return lines


def _next(case: Case, answers: Answers, words: Any, room: _Room) -> list[Any]:
    said, others = first_steps(case, answers, words, room.steps)
    return [text(words["next"]["heading"], page.H2), *steps(said), *([text(others, page.SMALL)] if others else [])]


def _call(case: Case, answers: Answers, words: Any, room: _Room) -> list[Any]:
    """Whom to call: always there, however much there is to tell."""
    said = call_lines(case, answers, words, lambda typed: rich(_cut(typed, room.letters)))
    return [text(f"<b>{words['call']['heading']}</b> {' '.join(said)}", _CALL)]


def _statements(spending: Spending | None) -> tuple[str, Sequence[str]]:
    """The month of the bank statements, and what they cover of it, account by account; "" without any."""
    month = last_month(spending) if spending is not None else None
    if spending is None or month is None:
        return "", ()
    return formats.month(month), [_cut(said, _LONGEST_PROOF) for said in evidence(spending, month)]


def _proof(month: MonthBudget, words: Any) -> list[Any]:
    rows = [row for row in (*month.income, *month.expenses) if row.counts and row.amount]
    missing = sum(row.evidence is Evidence.MISSING for row in rows)
    said = sum(row.evidence is Evidence.SAID for row in rows)
    if not rows:
        return []
    told = words["text"].format(seen=len(rows) - said - missing, said=said)
    return [text(told + (" " + words["missing"].format(missing=missing) if missing else ""), page.SMALL)]


def _covered(month: str, accounts: Sequence[str], words: Any, room: _Room) -> list[Any]:
    """`Kontoudtog, marts 2026. Lønkonto: dækker 1.-31. marts, hele måneden. Saldoen stemmer.`"""
    if not accounts:
        return []
    left = len(accounts) - room.accounts
    others = [words["accounts"].format(count=left)] if left > 0 else []
    told = " ".join([words["statement"].format(month=month), *map(rich, accounts[: room.accounts]), *others])
    return [text(told, page.SMALL)]


def _cut(name: str, letters: int) -> str:
    shown = plain(name)
    return shown if len(shown) <= letters else shown[: letters - 1].rstrip() + "…"
