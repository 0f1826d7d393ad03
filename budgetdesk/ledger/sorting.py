"""Where a bank row or an item of a receipt belongs: by rules, each guess with a reason. What a person has said stands.

The surest rule that finds a whole word in the text wins; of equally sure ones the longest word; then the first in the
files. The rules are data: `resources/rules/`, read by `budgetdesk.readers.rules`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Protocol

from budgetdesk.household.words import Need
from budgetdesk.i18n import N_
from budgetdesk.ledger.batches import account_of
from budgetdesk.ledger.spending import Guess, ReceiptItem, Spending, Transaction, bank_rows
from budgetdesk.ledger.transfers import OWN_TRANSFERS, own_transfers
from budgetdesk.ledger.word_index import WordIndex
from budgetdesk.ledger.words import Names, Noise, Word, fold

CASH, PERSONS = "990", "991"
AS_SAID_BEFORE = Decimal("0.90")
TRANSFER_SEEN = Decimal("0.95")
LEARNED = Decimal("0.92")
NOT_KNOWN = Guess(
    line="", need=Need.ASK, confidence=Decimal(0), why=N_("Vi kender ikke teksten. Spørg, hvad pengene gik til.")
)

TO_A_PERSON = Guess(
    line=PERSONS,
    need=Need.ASK,
    confidence=Decimal("0.95"),
    why=N_("Det ligner MobilePay til en person. Spørg, hvad pengene gik til."),
)
_NOTHING = Decimal(0)
_DIGIT = re.compile("[0-9]")
_MOBILE = re.compile(r"(?<![a-z])(mobile?[ .]?pay|mob[ .]?pay|mobp|vipps)(?![a-z])")


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
class LearnedRule:
    """One correction kept for all cases. It holds the name of a shop or a firm, never of a person."""

    key: str
    """As `name_key` makes it."""
    name: str
    """For people, as it stood in the text."""
    line: str
    need: Need

    @property
    def why(self) -> str:
        return N_("{name}: I har selv sat den her i en anden sag.").format(name=self.name)


@dataclass(frozen=True, kw_only=True)
class Rules:
    """All rules, in the order of the files."""

    texts: tuple[Rule, ...]
    """For bank rows."""
    products: tuple[Rule, ...]
    """For items of receipts."""
    hints: tuple[HintRule, ...]
    noise: Noise
    names: Names = field(default_factory=Names)
    learned: tuple[LearnedRule, ...] = ()
    """What the organisation has taught its program, for all cases."""

    @cached_property
    def text_index(self) -> WordIndex:
        """The words for bank rows, compiled once."""
        return WordIndex.of(rule.words for rule in self.texts)

    @cached_property
    def product_index(self) -> WordIndex:
        """The words for items of receipts, compiled once."""
        return WordIndex.of(rule.words for rule in self.products)

    @cached_property
    def learned_answers(self) -> Mapping[str, Guess]:
        """What was learned, by the key of the text."""
        return {
            rule.key: Guess(line=rule.line, need=rule.need, confidence=LEARNED, why=rule.why) for rule in self.learned
        }


def sort_text(text: str, amount: Decimal | None, hint: str, rules: Rules) -> Guess:
    """Where a bank row belongs. `hint` is the bank's own category, heard only when no rule knows the text."""
    if _to_a_person(text, rules):
        return TO_A_PERSON
    taught = rules.learned_answers.get(name_key(text, amount, rules)) if rules.learned else None
    return (
        taught
        or _best(text, amount, rules.texts, rules.text_index, rules.noise)
        or _by_hint(hint, amount, rules)
        or NOT_KNOWN
    )


def sort_item(text: str, amount: Decimal | None, rules: Rules) -> Guess | None:
    """Where an item of a receipt belongs; None when no rule knows it (it then stays with its shop).

    An item's amount counts as money out when positive.
    """
    return _best(text, None if amount is None else -amount, rules.products, rules.product_index, rules.noise)


class Described(Protocol):
    """What the rules look at in a row."""

    @property
    def text(self) -> str: ...
    @property
    def amount(self) -> Decimal: ...
    @property
    def hint(self) -> str: ...


def guesses(rows: Sequence[Described], rules: Rules) -> list[Guess]:
    """Where each row belongs by the rules alone, before anybody has said anything."""
    return list(map(_Guesses(rows, rules).of, rows))


def sort_spending(spending: Spending, rules: Rules) -> Spending:
    """Every row and item sorted anew, but for those a person has placed. Sorting twice changes nothing more."""
    transfers = own_transfers(spending) if _several_accounts(spending) else {}
    said = _said_by_hand(spending.transactions, rules)
    rows = spending.transactions
    known = _Guesses(rows, rules)
    if transfers or said:
        given = [None if row.by_hand else _guess(row, transfers, said, known) for row in rows]
    else:
        given = [None if row.by_hand else known.of(row) for row in rows]
    return sort_receipts(replace(spending, transactions=_placed(rows, given)), rules)


def sort_receipts(spending: Spending, rules: Rules) -> Spending:
    """Every item sorted anew, but for those a person has placed; the rows stay where they are."""
    receipts = tuple(replace(r, items=tuple(_sorted_item(item, rules) for item in r.items)) for r in spending.receipts)
    return replace(spending, receipts=receipts)


def _several_accounts(spending: Spending) -> bool:
    accounts = account_of(spending)
    return len({accounts.get(batch) for batch in {row.batch for row in spending.transactions}}) > 1


def shop_name(text: str, rules: Rules) -> str:
    """The name in a bank text as a person would say it: the bank's own words in front and behind are taken off."""
    return rules.noise.strip(text)


class _Guesses:
    """The guesses of one sorting: the same shop is looked up once, whatever numbers stand behind its name."""

    def __init__(self, rows: Iterable[Described], rules: Rules) -> None:
        self.rules = rules
        self._alike = rules.text_index.all_alike(row.text for row in rows)
        self._names: dict[str, str] = {}
        self._known: dict[tuple[str, str, bool, bool], Guess] = {}

    def of(self, row: Described) -> Guess:
        amount = row.amount
        key = self._alike[row.text], row.hint, amount > _NOTHING, amount < _NOTHING
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = sort_text(row.text, amount, row.hint, self.rules)
        return found

    def text_key(self, row: Described) -> str:
        """As `text_key`: texts that differ in nothing but numbers that are taken off are looked at once."""
        alike = self._alike[row.text]
        name = self._names.get(alike)
        if name is None:
            name = _folded_name(alike, self.rules)
            name = self._names[alike] = "" if _DIGIT.search(name) else name
        return f"{_way(row.amount)} {name or _folded_name(row.text, self.rules)}"


def _guess(
    row: Transaction, transfers: Mapping[str, str], said: Mapping[str, tuple[str, Need]], known: _Guesses
) -> Guess:
    if row.id in transfers:
        return Guess(line=OWN_TRANSFERS, need=Need.NEED, confidence=TRANSFER_SEEN, why=transfers[row.id])
    if said and (key := known.text_key(row)) in said:
        line, need = said[key]
        return Guess(line=line, need=need, confidence=AS_SAID_BEFORE, why=N_("I har selv sat den samme tekst her før."))
    return known.of(row)


def _placed(rows: Sequence[Transaction], given: Sequence[Guess | None]) -> tuple[Transaction, ...]:
    """The rows where the guesses say; those without one, and those that stand there already, as they are."""
    placed, moved = list(rows), []
    for at, (row, guess) in enumerate(zip(rows, given, strict=True)):
        if guess is not None and (
            row.why != guess.why
            or row.line != guess.line
            or row.need is not guess.need
            or row.confidence != guess.confidence
        ):
            moved.append(at)
    facts = ((placed[at], given[at]) for at in moved)
    made = bank_rows(
        (
            r.id,
            r.batch,
            r.date,
            r.text,
            r.amount,
            r.balance,
            r.pending,
            r.hint,
            g.line,
            g.need,
            g.confidence,
            g.why,
            r.by_hand,
        )
        for r, g in facts
        if g is not None
    )
    for at, row in zip(moved, made, strict=True):
        placed[at] = row
    return tuple(placed)


def _sorted_item(item: ReceiptItem, rules: Rules) -> ReceiptItem:
    if item.by_hand:
        return item
    guess = sort_item(item.text, item.amount, rules)
    if guess is None:
        return replace(item, line="", need=Need.ASK, why=N_("Vi kender ikke varen. Den følger butikken."))
    return replace(item, line=guess.line, need=guess.need, why=guess.why)


def _said_by_hand(rows: Iterable[Transaction], rules: Rules) -> dict[str, tuple[str, Need]]:
    """What people said about a text the last time. Of two answers for one text none is carried on."""
    said: dict[str, tuple[str, Need]] = {}
    torn: set[str] = set()
    for row in rows:
        if row.by_hand and row.line and row.text:
            key = text_key(row.text, row.amount, rules)
            if said.setdefault(key, (row.line, row.need)) != (row.line, row.need):
                torn.add(key)
    return {key: answer for key, answer in said.items() if key not in torn}


def text_key(text: str, amount: Decimal | None, rules: Rules) -> str:
    """What makes two texts the same: the way the money goes, and the name without the bank's words and numbers."""
    return f"{_way(amount)} {_folded_name(text, rules)}"


def text_keys(rows: Sequence[Described], rules: Rules) -> list[str]:
    """`text_key` of each of many rows."""
    return list(map(_Guesses(rows, rules).text_key, rows))


def _way(amount: Decimal | None) -> str:
    return "in" if amount and amount > 0 else "out"


def _folded_name(text: str, rules: Rules) -> str:
    return fold(shop_name(text, rules))


def _to_a_person(text: str, rules: Rules) -> bool:
    return _MOBILE.search(fold(text)) is not None and rules.names.is_a_person(shop_name(text, rules))


def name_key(text: str, amount: Decimal | None, rules: Rules) -> str:
    """As `text_key`, and without any number: all shops of a chain, all bills of a firm."""
    return " ".join([_way(amount), *re.findall(r"[a-z]+", fold(shop_name(text, rules)))])


def _best(text: str, amount: Decimal | None, rules: Sequence[Rule], index: WordIndex, noise: Noise) -> Guess | None:
    folded = fold(text)
    near = ((rules[number], -number, -place, word) for number, place, word in index.near(folded))
    speaking = [entry for entry in near if entry[0].speaks_of(amount)]
    bare = fold(noise.strip(text)) if any(entry[0].whole for entry in speaking) else ""
    found = [
        ((rule.confidence, length, number, place), rule, word)
        for rule, number, place, word in speaking
        if (length := _length(rule, word, folded, bare))
    ]
    if not found:
        return None
    (confidence, *_), rule, word = max(found, key=lambda entry: entry[0])
    why = rule.why.replace("{name}", word.name)
    return Guess(line=rule.line, need=rule.need, confidence=confidence, why=why[:1].upper() + why[1:])


def _length(rule: Rule, word: Word, folded: str, bare: str) -> int:
    if rule.whole:
        return len(bare) if word.is_all_of(bare) else 0
    return word.length_in(folded)


def _by_hint(hint: str, amount: Decimal | None, rules: Rules) -> Guess | None:
    folded = fold(hint)
    for rule in rules.hints:
        if rule.sign is not Sign.ANY and amount and (amount > 0) != (rule.sign is Sign.IN):
            continue
        for word in rule.words:
            if word.length_in(folded):
                why = N_("Banken kalder det “{name}”.").format(name=word.name)
                return Guess(line=rule.line, need=rule.need, confidence=rule.confidence, why=why)
    return None
