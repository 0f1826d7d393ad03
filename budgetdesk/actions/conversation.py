"""The conversation about a month: what comes again, what is asked, what has to give, which average goes in.

Questions change nothing and answer with values; a Change goes to `Desk.change`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from budgetdesk.actions.library import Library
from budgetdesk.actions.spending import Change
from budgetdesk.budget.month import MonthBudget, month_of
from budgetdesk.budget.what_gives import Alternative, what_gives
from budgetdesk.casework.record import Record
from budgetdesk.dates import Month
from budgetdesk.household.case import Todo
from budgetdesk.household.paths import next_id
from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import _, source_of
from budgetdesk.ledger import by_hand
from budgetdesk.ledger.against import MonthCompared, against_budget
from budgetdesk.ledger.agreed import agree
from budgetdesk.ledger.asking import Question, questions
from budgetdesk.ledger.averages import Average, averages
from budgetdesk.ledger.by_hand import Part
from budgetdesk.ledger.giving import can_give
from budgetdesk.ledger.heard import heard
from budgetdesk.ledger.missing_bills import Bill, BillQuestion, missing_bills, set_aside_for
from budgetdesk.ledger.regular import Regular, regular_payments
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.sorting import sort_spending
from budgetdesk.ledger.spending import Spending
from budgetdesk.ledger.subscriptions import Subscription, subscriptions
from budgetdesk.ledger.to_budget import into_budget
from budgetdesk.money import ZERO
from budgetdesk.planning.plan import PlanTest

SHARE_OF_NEED = Decimal("0.10")
"""How much of a line that is needed may shrink, until the organisation's policy says otherwise."""


def month_questions(record: Record, month: Month, library: Library) -> tuple[Question, ...]:
    """“Spørg lejeren”: what the texts of a month cannot say, the largest amount first."""
    return questions(record.spending, month, library.rules)


def split_row(record: Record, row_id: str, parts: Sequence[Part], library: Library) -> Change:
    """Put one bank row on several lines; no parts put it together again. Raises BadInputError."""
    return _sorted(record, _("postering delt"), by_hand.split_row(record.spending, row_id, parts), library)


def ask_later(record: Record, row_id: str, library: Library) -> Change:
    """Keep a row as a question that nobody can answer today."""
    return _sorted(record, _("postering gemt som spørgsmål"), by_hand.ask_later(record.spending, row_id), library)


def regular(record: Record, library: Library) -> tuple[Regular, ...]:
    """Payments that come again, the next one due first; those that stopped come last."""
    return regular_payments(record.spending, library.rules)


def running_subscriptions(record: Record, library: Library) -> tuple[Subscription, ...]:
    """The regular payments that are subscriptions known by name."""
    return subscriptions(regular(record, library), library.services)


def bills_to_ask_about(record: Record, library: Library) -> tuple[BillQuestion, ...]:
    """The yearly and quarterly bills nobody has told about."""
    return missing_bills(record.case, record.spending, library.chart, library.bills, regular(record, library))


def answer_bill(
    record: Record,
    bill: Bill,
    amount: Decimal,
    library: Library,
    *,
    rhythm: Rhythm | None = None,
    months: Collection[int] = (),
) -> Change:
    """Make a bill a reserve, kr each time it comes; 0 kr: the household has no such bill."""
    case = set_aside_for(record.case, bill, library.chart, amount, rhythm=rhythm, months=months)
    title = library.chart.lines[bill.line].title
    said = (
        _("{title} bliver sat til side måned for måned.").format(title=title)
        if amount
        else _("{title}: ingen regning.").format(title=title)
    )
    return Change(label=_("regning, der kommer sjældent"), record=replace(record, case=case), said=said)


def ways_to_find(
    record: Record,
    library: Library,
    *,
    on: date,
    missing: Decimal | None = None,
    share_of_need: Decimal = SHARE_OF_NEED,
) -> tuple[Alternative, ...]:
    """What has to give. `missing` kr/month; without it what the budget is short of (the luft below 0)."""
    # What both sides have said counts, whether it was said about the month or in the budget.
    budget = month_of(record.case, library.chart, on=on)
    short = max(ZERO, -budget.luft) if missing is None else missing
    locked = {voice.id for voice in heard(record.case, record.spending).voices if voice.locked}
    rows = [replace(row, locked=row.locked or row.code in locked) for row in budget.expenses]
    giving = can_give(rows, running_subscriptions(record, library), library.chart, on=on)
    return what_gives(short, giving, share_of_need=share_of_need)


def missing_each_month(plan: PlanTest | None, month: MonthBudget) -> tuple[Decimal, str]:
    """How much is missing, kr/month, and the words for where the figure is from: the plan, else the budget."""
    if plan is not None and plan.missing_per_month:
        return plan.missing_per_month, _("Der mangler om måneden til aftalen, kr.")
    if month.luft < ZERO:
        return -month.luft, _("Der mangler om måneden i budgettet, kr.")
    return ZERO, _("Hvor meget skal findes om måneden? kr.")


def agree_on(record: Record, alternative: Alternative, *, on: date, steps: bool = False) -> Change:
    """Write the chosen way on the rows of the budget, each from the day its money is free: one step. A row that is
    locked in the meantime stands. `steps`: who must end what also becomes a next step."""
    locked = {voice.id for voice in heard(record.case, record.spending).voices if voice.locked}
    made = tuple(change for change in alternative.changes if change.of.code not in locked)
    case = agree(record.case, replace(alternative, changes=made), on=on)
    todos = case.conversation.next_steps
    for change in made if steps else ():
        if change.of.who:
            todos = (*todos, _todo(todos, f"{source_of(change.of.title)}: {source_of(change.of.who)}", on))
    case = replace(case, conversation=replace(case.conversation, next_steps=todos))
    given = sum((change.gives for change in made), ZERO)
    return Change(
        label=_("aftalte ændringer"),
        record=replace(record, case=case),
        said=_("Aftalt: {given} om måneden.").format(given=kroner(given)),
    )


def step_for(record: Record, subscription: Subscription, *, on: date) -> Change:
    """Make a next step of a subscription: who must do what, today."""
    todos = record.case.conversation.next_steps
    what = f"{subscription.regular.name}: {source_of(subscription.service.who)}"
    case = replace(
        record.case, conversation=replace(record.case.conversation, next_steps=(*todos, _todo(todos, what, on)))
    )
    return Change(
        label=_("nyt skridt"), record=replace(record, case=case), said=_("Det står nu på siden Næste skridt.")
    )


def _todo(todos: tuple[Todo, ...], what: str, on: date) -> Todo:
    return Todo(id=next_id(todos, "n"), who="Lejer", what=what, by=on)


def month_averages(record: Record, library: Library) -> tuple[Average, ...]:
    """1, 3, 6 and 12 months, each shown before one is chosen; () when no month is covered."""
    return averages(heard(record.case, record.spending), library.chart, library.rules.noise)


def averages_to_offer(record: Record, library: Library) -> tuple[Average, ...]:
    """The averages worth choosing beside a month: of more than one covered month, each of different months."""
    found: list[Average] = []
    for average in month_averages(record, library):
        if len(average.months) > 1 and all(average.months != other.months for other in found):
            found.append(average)
    return tuple(found)


def put_average_into_budget(
    record: Record, average: Average, library: Library, *, chosen: Collection[str] = ()
) -> Change:
    """Put a chosen average on the lines of the budget; typed and irregular lines only where chosen (codes)."""
    month = average.months[-1]
    case = into_budget(record.case, record.spending, month, library.chart, chosen=chosen, average=average)
    return Change(label=_("gennemsnit sat i budgettet"), record=replace(record, case=case), said=average.text)


def month_against_budget(record: Record, month: Month, library: Library, *, on: date) -> MonthCompared:
    """A month that was, line by line against the budget."""
    return against_budget(record.case, record.spending, month, library.chart, on=on)


def _sorted(record: Record, label: str, spending: Spending, library: Library) -> Change:
    return Change(label=label, record=replace(record, spending=sort_spending(spending, library.rules)))
