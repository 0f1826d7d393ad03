"""“Spørg lejeren”: the rows of a month whose text cannot say what the money went to. To ask is an answer.

Rows that belong together make one question: all cash, all MobilePay to one person, all of one unknown text. A sentence
for the tenant's side of the desk never names a third person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from budgetdesk.dates import Month
from budgetdesk.i18n import _
from budgetdesk.ledger.saying import kroner
from budgetdesk.ledger.shares import shares
from budgetdesk.ledger.sorting import CASH, PERSONS, Rules, name_key, shop_name
from budgetdesk.ledger.spending import Spending, Transaction
from budgetdesk.money import ZERO


class Asked(StrEnum):
    """Why the text cannot say it."""

    CASH = "cash"
    PERSON = "person"
    UNKNOWN = "unknown"
    MONEY_IN = "money_in"


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question to the tenant. `amount` is kr out (negative: money in), what is explained already taken off."""

    kind: Asked
    amount: Decimal
    rows: tuple[str, ...]
    """Ids of the bank rows; the answer places them (`by_hand.place_row`, `split_row`, `ask_later`)."""
    text: str
    """For both sides of the desk: no name of a third person."""
    name: str
    """For the adviser alone: what the bank wrote."""
    lines: tuple[str, ...]
    """Codes of lines to offer first."""


OFFERED = {
    Asked.CASH: ("701", "705", "707", "307", "811", "809"),
    Asked.PERSON: ("915", "708", "806", "807", "811", "307"),
    Asked.UNKNOWN: ("701", "806", "801", "111", "708", "812"),
    Asked.MONEY_IN: ("netvaerk", "logi", "andet", "992"),
}
"""What it turns out to be most often."""


def questions(spending: Spending, month: Month, rules: Rules) -> tuple[Question, ...]:
    """The questions of a month, the largest amount first."""
    rows = spending.rows.by_id
    amounts: dict[tuple[Asked, str], Decimal] = {}
    asked: dict[tuple[Asked, str], list[str]] = {}
    for share in shares(spending, month):
        row = rows.get(share.row)
        if share.line not in ("", CASH, PERSONS) or (row is None and share.line != CASH):
            continue
        key = _key(share.line, row, rules)
        amounts[key] = amounts.get(key, ZERO) + share.amount
        if row is not None and row.id not in asked.setdefault(key, []):
            asked[key].append(row.id)
    made = [_question(kind, amounts[kind, name], [rows[i] for i in ids], rules) for (kind, name), ids in asked.items()]
    return tuple(sorted((q for q in made if q.amount), key=lambda question: (-abs(question.amount), question.rows)))


def _key(line: str, row: Transaction | None, rules: Rules) -> tuple[Asked, str]:
    if line == CASH or row is None:
        return Asked.CASH, ""
    name = name_key(row.text, row.amount, rules)
    if line == PERSONS:
        return Asked.PERSON, name
    return (Asked.MONEY_IN if row.amount > 0 else Asked.UNKNOWN), name


def _question(kind: Asked, amount: Decimal, rows: Iterable[Transaction], rules: Rules) -> Question:
    here = tuple(rows)
    name = shop_name(here[0].text, rules)
    came = _("{amount} er kommet med MobilePay fra en person. Hvad var det for?")
    went = _("{amount} er sendt med MobilePay til en person. Hvad var det for?")
    text = {
        Asked.CASH: _("{amount} er hævet kontant. Hvad gik de til?").format(amount=kroner(amount)),
        Asked.PERSON: (came if amount < 0 else went).format(amount=kroner(abs(amount))),
        Asked.UNKNOWN: _("{amount} er betalt {times}. Hvad var det?").format(
            amount=kroner(amount), times=_times(len(here))
        ),
        Asked.MONEY_IN: _("Der er kommet {amount}. Hvor er de fra?").format(amount=kroner(-amount)),
    }[kind]
    return Question(
        kind=kind, amount=amount, rows=tuple(row.id for row in here), text=text, name=name, lines=OFFERED[kind]
    )


def _times(number: int) -> str:
    return _("på én gang") if number == 1 else _("over {number} gange").format(number=number)
