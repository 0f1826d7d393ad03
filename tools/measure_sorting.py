"""How often the rules for sorting agree with labels by others: `make measure-sorting DATA=FOLDER`.

FOLDER holds `transactions/labelled_texts.csv` (text, amount_as_in_source, post, need_nice) and `products/`
(`rema1000_products_2024.csv`, `itu_grocery_items_with_section.csv`, `category_mapping_proposal.csv`). The files are
read where they lie and never shipped; what is missing is skipped.

Each file is parted in two by a hash of its texts. The rules may be improved by looking at half A; nobody looks at
half B, and `--wrong` prints half A alone. A rule that fits half A only shows itself as a gap between the two.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import re
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from measure_sorting_posts import CLASS_LINES, POST_LINES, SECTION_CLASS

from budgetdesk.ledger.sorting import sort_item, sort_spending, sort_text
from budgetdesk.ledger.spending import Guess, Spending, Transaction
from budgetdesk.readers.rules import load_rules

ROWS, FIRST_DAY = 100_000, date(2023, 1, 1)
NO_LINE = frozenset({"", "990", "991"})
"""Lines that mean: ask the tenant."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One text, what its label says, and what the rules say."""

    text: str
    lines: frozenset[str]
    need: str
    guess_line: str
    guess_need: str
    kroner: Decimal | None

    @property
    def half(self) -> str:
        """A may be looked at, B may not."""
        return "A" if hashlib.sha256(self.text.encode()).digest()[0] % 2 == 0 else "B"

    @property
    def given(self) -> bool:
        return self.guess_line not in NO_LINE

    @property
    def right(self) -> bool:
        return self.guess_line in self.lines

    @property
    def need_wrong(self) -> bool:
        """Need was said where the label says nice, or the other way round."""
        return {self.need, self.guess_need} == {"need", "nice"}


def main() -> int:
    """Measure and print; 1 when nothing could be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--wrong", action="store_true", help="also print what differs in half A")
    given = parser.parse_args()
    tables = {
        "Bank texts": _texts(given.data / "transactions" / "labelled_texts.csv"),
        "Groceries of a chain (names without spaces)": _groceries(given.data / "products"),
        "Items of printed receipts": _items(given.data / "products"),
    }
    for title, judged in tables.items():
        if judged:
            print(f"\n{title}")
            _print_table(judged)
            if given.wrong:
                _print_wrong(judged)
    _print_speed()
    return 0 if any(tables.values()) else 1


def _print_speed() -> None:
    """Time to sort 100,000 rows: of a hundred shops, and with a different number behind each name."""
    rules = load_rules()
    names = [rule.words[0].name for rule in rules.texts][:100]
    for title, number in (("the same texts again", ""), ("a number behind each text", " {}")):
        rows = tuple(
            Transaction(
                id=str(place),
                batch="b",
                date=FIRST_DAY + timedelta(days=place // 100),
                text=names[place % len(names)] + number.format(10_000 + place),
                amount=Decimal(-100),
            )
            for place in range(ROWS)
        )
        start = time.perf_counter()
        sort_spending(Spending(transactions=rows), rules)
        print(f"\n{ROWS:,} rows, {title}: {time.perf_counter() - start:.2f} s", end="")
    print()


def _print_table(judged: list[Judged]) -> None:
    heads = ("given a line", "right of these", "left to ask", "need error, kr", "need asked")
    print(f"{'':8}{'n':>6}" + "".join(f"{head:>16}" for head in heads))
    for title, rows in (
        ("half A", [j for j in judged if j.half == "A"]),
        ("half B", [j for j in judged if j.half == "B"]),
        ("all", judged),
    ):
        given = [row for row in rows if row.given]
        told = [row for row in rows if row.need in ("need", "nice")]
        print(
            f"{title:8}{len(rows):>6}{len(given):>16}{_share(sum(r.right for r in given), len(given)):>16}"
            f"{_share(len(rows) - len(given), len(rows)):>16}{_need_error(told):>16}"
            f"{_share(sum(r.guess_need == 'unclear' for r in told), len(told)):>16}"
        )


def _need_error(told: Iterable[Judged]) -> str:
    """Kroner on which need and nice are swapped, of all kroner whose label says need or nice."""
    weighed = [row for row in told if row.kroner is not None]
    total = sum((abs(row.kroner or 0) for row in weighed), Decimal(0))
    wrong = sum((abs(row.kroner or 0) for row in weighed if row.need_wrong), Decimal(0))
    return f"{wrong / total:.2%}" if total else "-"


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _print_wrong(judged: Iterable[Judged]) -> None:
    for row in judged:
        if row.half == "A" and (row.need_wrong or not row.right):
            label, said = "/".join(sorted(row.lines)), row.guess_line or "-"
            print(f"  {row.text}: {label} {row.need}, we say {said} {row.guess_need}")


def _texts(file: Path) -> list[Judged]:
    rules = load_rules()
    found = []
    for row in _rows(file):
        amount = _amount(row["amount_as_in_source"])
        # A label of income tells the sign where the source has no amount; else a bank row is money out.
        sign = amount if amount is not None else Decimal(1 if row["need_nice"] == "income" else -1)
        guess = sort_text(row["text"], sign, "", rules)
        found.append(_judged(row["text"], POST_LINES[row["post"]], row["need_nice"], guess, amount))
    return found


def _groceries(folder: Path) -> list[Judged]:
    classes = {row["source_value"]: row for row in _rows(folder / "category_mapping_proposal.csv")}
    found = []
    for row in _rows(folder / "rema1000_products_2024.csv"):
        known = classes.get(row["subdepartment_slug"]) or classes.get(row["department_da"].strip('"'))
        if known:
            price = _amount(row["price_dkk_2024"])
            found.append(_item(row["name_squeezed"], known["coarse_class"], known["need_nice_proposal"], price))
    return found


def _items(folder: Path) -> list[Judged]:
    rows = _rows(folder / "itu_grocery_items_with_section.csv")
    known = [(row, SECTION_CLASS[row["receipt_section"]]) for row in rows if row["receipt_section"] in SECTION_CLASS]
    return [_item(row["item"], kind, "", _amount(row["price_dkk"])) for row, kind in known]


def _item(text: str, kind: str, need: str, price: Decimal | None) -> Judged:
    guess = sort_item(text, Decimal(1), load_rules())
    return _judged(text, CLASS_LINES[kind], need.rstrip("?"), guess, price)


def _judged(text: str, lines: frozenset[str], need: str, guess: Guess | None, kroner: Decimal | None) -> Judged:
    return Judged(
        text=text,
        lines=lines,
        need=need,
        guess_line=guess.line if guess else "",
        guess_need=_need(guess) if guess else "unclear",
        kroner=kroner,
    )


def _rows(file: Path) -> list[Mapping[str, str]]:
    if not file.is_file():
        return []
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _amount(text: str) -> Decimal | None:
    plain = text.replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


def _need(guess: Guess) -> str:
    if guess.line == "992":
        return "transfer"
    if guess.line in NO_LINE:
        return "unclear"
    if not guess.line.isdigit():
        return "income"
    return {"need": "need", "nice": "nice", "ask": "unclear"}[guess.need]


if __name__ == "__main__":
    sys.exit(main())
