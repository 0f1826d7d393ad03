"""Where a bank row or an item of a receipt belongs: by rules, each guess with a reason. What a person has said stands.

The surest rule that finds a whole word in the text wins; of equally sure ones the longest word; then the first in the
files. The rules are data: `resources/rules/`, read by `budgetdesk.readers.rules`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from budgetdesk.household.words import Need
from budgetdesk.ledger.spending import Guess, ReceiptItem, Spending, Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS, own_transfers
from budgetdesk.ledger.words import Noise, Word, fold

CASH, PERSONS = "990", "991"
AS_SAID_BEFORE = Decimal("0.90")
TRANSFER_SEEN = Decimal("0.95")
NOT_KNOWN = Guess(
    line="", need=Need.ASK, confidence=Decimal(0), why="Vi kender ikke teksten. Spørg, hvad pengene gik til."
)


class Sign(StrEnum):
    """Which rows a rule may speak about: money out, money in, or both."""

    OUT = "out"
    IN = "in"
    ANY = "any"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule. `why` is a Danish sentence in which `{name}` stands for the word that was found."""

    words: tuple[Word, ...]
    line: str
    need: Need
    confidence: Decimal
    why: str
    sign: Sign = Sign.ANY
    whole: bool = False
    """True for a short word that means this only when it is the whole text, such as `SU`."""

    def speaks_of(self, amount: Decimal | None) -> bool:
        return self.sign is Sign.ANY or not amount or (amount > 0) == (self.sign is Sign.IN)


@dataclass(frozen=True, kw_only=True)
class HintRule:
    """What the bank's own category means to us."""

    words: tuple[Word, ...]
    line: str
    need: Need
    confidence: Decimal
    sign: Sign = Sign.ANY


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All rules, in the order of the files."""

    texts: tuple[Rule, ...]
    """For bank rows."""
    products: tuple[Rule, ...]
    """For items of receipts."""
    hints: tuple[HintRule, ...]
    noise: Noise


def sort_text(text: str, amount: Decimal | None, hint: str, rules: Rules) -> Guess:
    """Where a bank row belongs. `hint` is the bank's own category, heard only when no rule knows the text."""
    return _best(text, amount, rules.texts, rules.noise) or _by_hint(hint, amount, rules) or NOT_KNOWN


def sort_item(text: str, amount: Decimal | None, rules: Rules) -> Guess | None:
    """Where an item of a receipt belongs; None when no rule knows it (it then stays with its shop).

    An item's amount counts as money out when positive.
    """
    return _best(text, None if amount is None else -amount, rules.products, rules.noise)


def sort_spending(spending: Spending, rules: Rules) -> Spending:
    """Every row and item sorted anew, but for those a person has placed. Sorting twice changes nothing more."""
    transfers = own_transfers(spending)
    said = _said_by_hand(spending.transactions, rules)
    guesses = _Guesses(rules)
    rows = tuple(row if row.by_hand else _sorted_row(row, transfers, said, guesses) for row in spending.transactions)
    receipts = tuple(replace(r, items=tuple(_sorted_item(item, rules) for item in r.items)) for r in spending.receipts)
    return replace(spending, transactions=rows, receipts=receipts)


def shop_name(text: str, rules: Rules) -> str:
    """The name in a bank text as a person would say it: the bank's own words in front and behind are taken off."""
    return rules.noise.strip(text)


@dataclass
class _Guesses:
    """The guesses of one sorting: the same shop is looked up once."""

    rules: Rules
    seen: dict[tuple[str, bool, str], Guess] = field(default_factory=dict)

    def of(self, row: Transaction) -> Guess:
        key = (row.text, row.amount > 0, row.hint)
        if key not in self.seen:
            self.seen[key] = sort_text(row.text, row.amount, row.hint, self.rules)
        return self.seen[key]


def _sorted_row(
    row: Transaction, transfers: Mapping[str, str], said: Mapping[str, tuple[str, Need]], guesses: _Guesses
) -> Transaction:
    if row.id in transfers:
        guess = Guess(line=OWN_TRANSFERS, need=Need.NEED, confidence=TRANSFER_SEEN, why=transfers[row.id])
    elif said and (key := _key(row, guesses.rules)) in said:
        line, need = said[key]
        guess = Guess(line=line, need=need, confidence=AS_SAID_BEFORE, why="I har selv sat den samme tekst her før.")
    else:
        guess = guesses.of(row)
    return replace(row, line=guess.line, need=guess.need, confidence=guess.confidence, why=guess.why)


def _sorted_item(item: ReceiptItem, rules: Rules) -> ReceiptItem:
    if item.by_hand:
        return item
    guess = sort_item(item.text, item.amount, rules)
    if guess is None:
        return replace(item, line="", need=Need.ASK, why="Vi kender ikke varen. Den følger butikken.")
    return replace(item, line=guess.line, need=guess.need, why=guess.why)


def _said_by_hand(rows: Iterable[Transaction], rules: Rules) -> dict[str, tuple[str, Need]]:
    """What people said about a text the last time. Of two answers for one text none is carried on."""
    said: dict[str, tuple[str, Need]] = {}
    torn: set[str] = set()
    for row in rows:
        if row.by_hand and row.line and row.text:
            key = _key(row, rules)
            if said.setdefault(key, (row.line, row.need)) != (row.line, row.need):
                torn.add(key)
    return {key: answer for key, answer in said.items() if key not in torn}


def _key(row: Transaction, rules: Rules) -> str:
    way = "in" if row.amount > 0 else "out"
    return f"{way} {fold(shop_name(row.text, rules))}"


def _best(text: str, amount: Decimal | None, rules: Iterable[Rule], noise: Noise) -> Guess | None:
    folded, bare = fold(text), fold(noise.strip(text))
    best: tuple[tuple[Decimal, int], Rule, Word] | None = None
    for rule in rules:
        if not rule.speaks_of(amount):
            continue
        found = _longest(rule, folded, bare)
        if found and (best is None or (rule.confidence, found[0]) > best[0]):
            best = (rule.confidence, found[0]), rule, found[1]
    if best is None:
        return None
    (confidence, _), rule, word = best
    why = rule.why.replace("{name}", word.name)
    return Guess(line=rule.line, need=rule.need, confidence=confidence, why=why[:1].upper() + why[1:])


def _longest(rule: Rule, folded: str, bare: str) -> tuple[int, Word] | None:
    # The needle is looked for here rather than in Word: this line runs a thousand times per text.
    near = [word for word in rule.words if word.needle in folded]
    if rule.whole:
        found = [(len(bare), word) for word in near if word.is_all_of(bare)]
    else:
        found = [(length, word) for word in near if (length := word.length_in(folded))]
    return max(found, key=lambda pair: pair[0], default=None)


def _by_hint(hint: str, amount: Decimal | None, rules: Rules) -> Guess | None:
    folded = fold(hint)
    for rule in rules.hints:
        if rule.sign is not Sign.ANY and amount and (amount > 0) != (rule.sign is Sign.IN):
            continue
        for word in rule.words:
            if word.length_in(folded):
                why = f"Banken kalder det “{word.name}”."
                return Guess(line=rule.line, need=rule.need, confidence=rule.confidence, why=why)
    return None
