"""How often the rules for sorting agree with one person's labels: `python tools/measure_sorting.py LABELLED.csv`.

The file has the columns text, amount_as_in_source, post, need_nice. It is read where it lies and never shipped.
Prints the share of right lines and right needs with n, and with `--wrong` the rows that differ.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from budgetdesk.ledger.sorting import sort_text
from budgetdesk.ledger.spending import Guess
from budgetdesk.readers.rules import load_rules

LINES = {
    "loen": {"loen"},
    "su": {"su"},
    "dagpenge": {"dagpenge"},
    "rente_indtaegt": {"andet"},
    "husleje": {"101"},
    "boliglaan": {"914", "916", "917", "923"},
    "el": {"106"},
    "vand": {"105"},
    "vand_varme": {"104", "105"},
    "mobil": {"501"},
    "internet": {"502"},
    "fagforening": {"205", "206"},
    "forsikring": {"201", "202", "204"},
    "vaegtafgift": {"604", "609"},
    "skat": {"912", "913"},
    "dagligvarer": {"701"},
    "kiosk_bager": {"705", "708"},
    "restaurant_takeaway": {"708"},
    "bar": {"706", "708"},
    "kollektiv_transport": {"601", "602"},
    "parkering": {"607"},
    "taxi": {"607"},
    "braendstof": {"603"},
    "broafgift": {"603", "607"},
    "tv_streaming": {"503", "504"},
    "software": {"505"},
    "fitness": {"805"},
    "apotek": {"401", "405"},
    "personlig_pleje": {"703", "804"},
    "have_planter": {"806"},
    "shopping_andet": {"703", "801", "806"},
    "bolig_indretning": {"111"},
    "boeger": {"806"},
    "toej": {"801", "802"},
    "elektronik": {"806", "111"},
    "rejser": {"808"},
    "vaskeri": {"110"},
    "fritid": {"805", "806"},
    "opsparing": {"992", "902"},
    "egen_konto": {"992"},
    "mobilepay_person": {"991"},
    "ukendt": {"", "990", "991"},
    "bankgebyr": {"916"},
}
"""One person's posts -> the lines of our chart that mean the same."""


def main() -> int:
    """Measure and print; 0 when the file could be read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--wrong", action="store_true", help="also print the rows that differ")
    given = parser.parse_args()
    with given.file.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rules = load_rules()
    lines = needs = asks = 0
    for row in rows:
        guess = sort_text(row["text"], _amount(row["amount_as_in_source"], row["need_nice"]), "", rules)
        right_line = guess.line in LINES[row["post"]]
        right_need = _need(guess) == row["need_nice"]
        lines, needs = lines + right_line, needs + right_need
        asks += not right_need and _need(guess) == "unclear"
        if given.wrong and not (right_line and right_need):
            wrong = " ".join(w for w, right in (("line", right_line), ("need", right_need)) if not right)
            print(f"{wrong}: {row['text']}: {row['post']}/{row['need_nice']}, we say {guess.line}/{guess.need}")
    n = len(rows)
    print(
        f"line {lines}/{n} = {lines / n:.1%}; need {needs}/{n} = {needs / n:.1%} (asked instead of answering: {asks})"
    )
    return 0


def _amount(text: str, need: str) -> Decimal | None:
    plain = text.replace(",", ".")
    if re.fullmatch(r"-?\d+(\.\d+)?", plain):
        return Decimal(plain)
    return Decimal(1) if need == "income" else None


def _need(guess: Guess) -> str:
    if guess.line == "992":
        return "transfer"
    if guess.line in ("990", "991"):
        return "unclear"
    if guess.line and not guess.line.isdigit():
        return "income"
    return {"need": "need", "nice": "nice", "ask": "unclear"}[guess.need]


if __name__ == "__main__":
    sys.exit(main())
