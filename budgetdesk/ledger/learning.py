"""What a correction may teach the program for all cases: the name of a shop or a firm, never that of a person.

A text is learned only when something in it shows that a shop or a firm is behind it (a card, Betalingsservice, A/S),
and nothing in it can point at a person: no MobilePay, no transfer, no first name, no name of the household, no number.
What is kept is the name without any number, the line, and need or nice: no day, no amount, no case.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from budgetdesk.household.case import Case
from budgetdesk.household.words import Need
from budgetdesk.i18n import _
from budgetdesk.ledger.sorting import CASH, NOT_KNOWN, PERSONS, LearnedRule, Rules, name_key, shop_name, sort_text
from budgetdesk.ledger.spending import Transaction
from budgetdesk.ledger.transfers import OWN_TRANSFERS
from budgetdesk.ledger.words import fold

LEAST_LETTERS = 4
NEVER = frozenset({"", CASH, PERSONS, OWN_TRANSFERS})
_MOVED = re.compile(
    r"(?<![a-z])(mob[a-z]*[ .]?pay|mobp|vipps|[a-z]*overfoer[a-z]*|overf|til|fra|konto|kontant[a-z]*|haevning|gave)"
    r"(?![a-z])"
)
_FIRM = re.compile(r"(?<![a-z])(a/s|aps|i/s|p/s|k/s|amba|a\.m\.b\.a|ivs)(?![a-z])|\.(dk|com|net|org|eu)(?![a-z])")
_MAIL = re.compile(r"\S@\S+\.[a-z]{2,}")
_SAYS_NOTHING = frozenset(
    {
        "betaling",
        "betalinger",
        "faktura",
        "regning",
        "koeb",
        "nota",
        "dankort",
        "visa",
        "kort",
        "mastercard",
        "kortkoeb",
        "bs",
        "betalingsservice",
        "butik",
        "shop",
        "firma",
        "aps",
        "dk",
        "com",
        "www",
        "abonnement",
        "rate",
        "afdrag",
        "indbetaling",
        "udbetaling",
        "giro",
        "fik",
        "girokort",
        "kunde",
        "kundenr",
        "aftale",
    }
)


@dataclass(frozen=True, kw_only=True)
class Lesson:
    """What a correction would teach, or nothing; and a Danish sentence that says so before anybody says yes."""

    rule: LearnedRule | None
    said: str


def lesson(row: Transaction, rules: Rules, household: Collection[str] = ()) -> Lesson:
    """What a row that a person has placed would teach all cases. `household` are folded names (`household_names`)."""
    why_not = _why_not(row, rules, frozenset(household))
    if why_not:
        return Lesson(rule=None, said=_("{why_not} Rettelsen gælder kun i denne sag.").format(why_not=why_not))
    name = _without_numbers(shop_name(row.text, rules))
    key = name_key(name, row.amount, rules)
    rule = LearnedRule(key=key, name=name, line=row.line, need=row.need)
    return Lesson(
        rule=rule,
        said=_("Alle sager: “{name}” kommer på den samme linje. Der gemmes kun navnet og linjen.").format(name=name),
    )


def household_names(case: Case) -> frozenset[str]:
    """Every word of every person's name in a case, folded; words of one letter tell nothing."""
    words = (word for person in case.persons for word in re.findall(r"[a-z]+", fold(person.name)))
    return frozenset(word for word in words if len(word) > 1)


def learn(learned: Sequence[LearnedRule], rule: LearnedRule) -> tuple[LearnedRule, ...]:
    """The rules with one more; it takes the place of an older one for the same name."""
    return (*(old for old in learned if old.key != rule.key), rule)


def forget(learned: Sequence[LearnedRule], key: str) -> tuple[LearnedRule, ...]:
    """The rules without one."""
    return tuple(rule for rule in learned if rule.key != key)


def taught(rules: Rules, learned: Sequence[LearnedRule]) -> Rules:
    """The shipped rules, and what the organisation has learned before them."""
    return replace(rules, learned=tuple(learned))


def to_json(learned: Iterable[LearnedRule]) -> list[dict[str, str]]:
    """As plain values for the store or a file."""
    return [{"key": rule.key, "name": rule.name, "line": rule.line, "need": rule.need.value} for rule in learned]


def from_json(value: object) -> tuple[LearnedRule, ...]:
    """What `to_json` wrote. An entry that is not a rule is left out: sorting goes on without it."""
    entries = value if isinstance(value, list) else []
    return tuple(rule for entry in entries if (rule := _rule(entry)) is not None)


def _rule(entry: object) -> LearnedRule | None:
    if not isinstance(entry, dict) or {*entry} != {"key", "name", "line", "need"}:
        return None
    if not all(isinstance(part, str) for part in entry.values()):
        return None
    if not re.fullmatch(r"(in|out)( [a-z]+)+", entry["key"]) or entry["need"] not in set(Need):
        return None
    return LearnedRule(key=entry["key"], name=entry["name"], line=entry["line"], need=Need(entry["need"]))


def _why_not(row: Transaction, rules: Rules, household: frozenset[str]) -> str:
    folded = fold(row.text)
    words = re.findall(r"[a-z]+", fold(shop_name(row.text, rules)))
    telling = [word for word in words if word not in _SAYS_NOTHING]
    if not row.by_hand:
        return _("Sæt først posteringen på en linje.")
    if row.line in NEVER or _MOVED.search(folded) or _MAIL.search(row.text):
        return _("Kontanter, MobilePay og overførsler læres ikke, for teksten kan pege på en person.")
    if household.intersection(words) or rules.names.person_in(row.text) or _has_surname(words, rules):
        return _("Der kan stå navnet på en person i teksten.")
    if sum(map(len, telling)) < LEAST_LETTERS:
        return _("Teksten siger for lidt til at kende den igen.")
    if not _shows_a_shop(row, rules):
        return _("Teksten kan være navnet på en person.")
    return ""


def _has_surname(words: Iterable[str], rules: Rules) -> bool:
    endings = rules.names.surname_endings
    return bool(endings) and any(len(word) > LEAST_LETTERS and word.endswith(endings) for word in words)


def _shows_a_shop(row: Transaction, rules: Rules) -> bool:
    """A card or Betalingsservice before the name, a firm's letters behind it, or a name that the rules know."""
    stripped = row.text.strip(" *-–:.,/")
    bare = rules.noise.strip(stripped)
    before = stripped.casefold().split()[:1] != bare.casefold().split()[:1]
    known = sort_text(row.text, row.amount, "", replace(rules, learned=()))
    return before or _FIRM.search(fold(row.text)) is not None or (known is not NOT_KNOWN and bool(known.line))


def _without_numbers(name: str) -> str:
    return " ".join(word for word in name.split() if not any(letter.isdigit() for letter in word)).strip(" *-–:.,/")
