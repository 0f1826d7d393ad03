"""What the two at the desk have to talk about in a month, one thing at a time, and what an answer changes.

First what the bank's texts cannot say (“Hvad gik pengene til?”), then the ordinary bills together, of which nobody
doubts that they are needed, then the other lines about which nobody has spoken or the two voices differ (“nødvendigt,
eller kan det undværes?”); the largest first, what was kept for later last.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.actions import conversation
from budgetdesk.actions import spending as spoken
from budgetdesk.actions.library import Library
from budgetdesk.actions.spending import Change, month_summary
from budgetdesk.budget.chart import Chart, LineType, Owner
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger import by_hand
from budgetdesk.ledger.asking import Asked, Question
from budgetdesk.ledger.by_hand import Part
from budgetdesk.ledger.sorting import sort_spending, text_key, text_keys
from budgetdesk.ledger.summary import LineSummary, MonthSummary
from budgetdesk.money import ZERO

ASK_GROUP = "ufordelt"
"""The group of the chart for what is not shared out yet: asked about row by row."""
BILLS = "bills"
"""The key of the topic that holds the ordinary bills."""
FEWEST_BILLS = 3
"""Fewer are talked about one by one."""


@dataclass(frozen=True, kw_only=True)
class Topic:
    """One thing to talk about: a question about bank rows, a line with its two voices, or the ordinary bills."""

    key: str
    """Stays the same while it is talked about."""
    amount: Decimal
    """Kr out in the month (negative: money in)."""
    question: Question | None = None
    line: LineSummary | None = None
    bills: tuple[LineSummary, ...] = ()
    """Fixed lines that the chart calls needed and nobody has spoken of: agreed on in one word, or one by one."""
    kept: bool = False
    """True once somebody has said: ask later."""


def topics(record: Record, month: Month, library: Library, *, summary: MonthSummary | None = None) -> tuple[Topic, ...]:
    """Everything still to be talked about in a month; `summary` is that of the month, where it is known already."""
    rows = record.spending.rows.by_id
    found = [
        Topic(
            key=" ".join(question.rows) or question.text,
            amount=question.amount,
            question=question,
            kept=any(rows[row].by_hand and not rows[row].line for row in question.rows if row in rows),
        )
        for question in conversation.month_questions(record, month, library)
        if question.rows
    ]
    summary = summary or month_summary(record, month, library)
    lines = [line for line in summary.lines if _open(line, library.chart)]
    bills = [line for line in lines if _is_ordinary_bill(line, library.chart)]
    if len(bills) >= FEWEST_BILLS:
        lines = [line for line in lines if line not in bills]
        found.append(_together(bills))
    found += map(_about, lines)
    order = sorted(found, key=lambda topic: (topic.kept, topic.question is None, not topic.bills, -abs(topic.amount)))
    return tuple(order)


def one_by_one(topic: Topic) -> tuple[Topic, ...]:
    """The ordinary bills as topics of their own; any other topic is itself."""
    return tuple(map(_about, topic.bills)) or (topic,)


def both_say(record: Record, lines: Collection[str], need: Need) -> Change:
    """Both say the same about lines (codes), as one step; what was locked there is let go of."""
    for line in lines:
        record = spoken.lock_line(record, line, locked=False).record
        record = spoken.tenant_says(record, line, need).record
        record = spoken.adviser_says(record, line, need).record
    return Change(label=_("begges ord"), record=record)


def topic_now(record: Record, month: Month, library: Library, topic: Topic) -> Topic:
    """The same topic as it stands now, after words have been said about it; itself where it is settled."""
    if topic.line is None:
        return topic  # bills stay together while they are talked about
    lines = month_summary(record, month, library).lines
    return next((_about(line) for line in lines if line.code == topic.line.code), topic)


def answer(record: Record, question: Question, line: str, library: Library) -> Change:
    """Put all rows of a question on a line (or kind of income); rules never move them again."""
    known = library.chart.lines.get(line)
    need = known.need if known is not None else Need.NEED
    spending = by_hand.place_rows(record.spending, dict.fromkeys(question.rows, (line, need)))
    return Change(label=_("svar om penge"), record=replace(record, spending=sort_spending(spending, library.rules)))


def keep_for_later(record: Record, question: Question, library: Library) -> Change | None:
    """Keep a question; None where the rows wait on a line of their own already (cash, MobilePay)."""
    if question.kind in (Asked.CASH, Asked.PERSON):
        return None
    spending = sort_spending(by_hand.ask_all_later(record.spending, question.rows), library.rules)
    return Change(label=_("spørgsmål gemt til senere"), record=replace(record, spending=spending))


def split(record: Record, row_id: str, parts: list[tuple[str, Decimal]], library: Library) -> Change:
    """Share a bank row out: (line, kr) each. Raises BadInputError when they are more than the row."""
    lines = library.chart.lines
    made = [Part(amount=amount, line=line, need=lines[line].need, text=lines[line].title) for line, amount in parts]
    return conversation.split_row(record, row_id, made, library)


def rows_like(record: Record, row_id: str, library: Library) -> tuple[str, ...]:
    """The other rows with the same text, which follow a row when it is moved; those placed by a person do not."""
    rows = record.spending.transactions
    here = record.spending.rows.by_id[row_id]
    wanted = text_key(here.text, here.amount, library.rules)
    keys = text_keys(rows, library.rules)
    return tuple(
        row.id for row, key in zip(rows, keys, strict=True) if key == wanted and row.id != row_id and not row.by_hand
    )


def place_this_only(record: Record, row_id: str, line: str, need: Need, library: Library) -> Change:
    """Put one row on a line, and hold the others with the same text where they are."""
    others = [record.spending.rows.by_id[other] for other in rows_like(record, row_id, library)]
    held = {other.id: (other.line, other.need) for other in others}
    spending = by_hand.place_rows(record.spending, {**held, row_id: (line, need)})
    return Change(
        label=_("én postering flyttet"), record=replace(record, spending=sort_spending(spending, library.rules))
    )


def _about(line: LineSummary) -> Topic:
    kept = Need.ASK in (line.tenant_says, line.adviser_says)
    return Topic(key=f"line {line.code}", amount=line.amount, line=line, kept=kept)


def _together(bills: list[LineSummary]) -> Topic:
    largest_first = tuple(sorted(bills, key=lambda line: -line.amount))
    return Topic(key=BILLS, amount=sum((line.amount for line in bills), ZERO), bills=largest_first)


def _is_ordinary_bill(line: LineSummary, chart: Chart) -> bool:
    """A fixed line that is needed, of which nobody has said a word yet."""
    known = chart.lines[line.code]
    unsaid = line.tenant_says is None and line.adviser_says is None
    return unsaid and known.type is LineType.FIXED and known.need is Need.NEED


def _open(line: LineSummary, chart: Chart) -> bool:
    if (
        line.locked
        or line.amount <= ZERO
        or line.group == ASK_GROUP
        or chart.lines[line.code].owner is not Owner.BUDGET
    ):
        return False
    return line.tenant_says is None or line.tenant_says is Need.ASK or line.tenant_says is not line.adviser_says
