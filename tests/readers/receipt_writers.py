"""Writes receipts as tills print them, in several layouts, from items that are known: what is read must be these."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from budgetdesk.readers.receipt_text import TextLine

D = Decimal
NOTHING = D(0)


@dataclass(frozen=True, kw_only=True)
class Bought:
    """One item: `each` kr, so many, so much off, and a deposit."""

    text: str
    each: Decimal
    count: int = 1
    grams: int = 0
    off: Decimal = NOTHING
    pant: Decimal = NOTHING

    @property
    def price(self) -> Decimal:
        """Before the discount."""
        if self.grams:
            return (self.each * self.grams / 1000).quantize(D("0.01"), "ROUND_HALF_UP")
        return self.each * self.count

    def expected(self) -> list[tuple[str, Decimal]]:
        item = (self.text, self.price - self.off)
        return [item, ("PANT", self.pant)] if self.pant else [item]


@dataclass(frozen=True, kw_only=True)
class Till:
    """How one till prints."""

    width: int = 40
    comma: str = ","
    minus: str = "{}-"
    many: str = "below"
    """"below" its name, "in" the line, "price_below" = the price alone on the next line."""
    total: str = "TOTAL"
    paid: str = "DANKORT"
    before: str = ""
    """What stands before an amount."""
    tax_letter: str = ""
    subtotal: bool = False


TILLS = (
    Till(),
    Till(comma=".", minus="-{}", total="AT BETALE", paid="MobilePay"),
    Till(many="in", total="I ALT", tax_letter=" B", subtotal=True),
    Till(many="price_below", total="Total DKK", paid="KONTANT"),
    Till(width=30, total="I A L T", minus="-{}", paid="VISA/DANKORT XXXX XXXX XXXX 4321", before="kr "),
)


def kroner(amount: Decimal, till: Till) -> str:
    text = f"{abs(amount):.2f}".replace(".", till.comma)
    return till.before + (till.minus.format(text) if amount < 0 else text)


def write(
    items: list[Bought], till: Till, *, head: tuple[str, ...] = ("Netto Hvidovre", "11.10.2026 14:32")
) -> list[str]:
    total = sum((item.price - item.off + item.pant for item in items), D(0))
    lines = [*head, ""]
    for item in items:
        lines += _item(item, till)
    lines.append("-" * till.width)
    if till.subtotal:
        lines.append(_row("SUBTOTAL", total, till))
    return [*lines, _row(till.total, total, till), _row(till.paid, total, till), _row("Heraf moms", _tax(total), till)]


def _tax(total: Decimal) -> Decimal:
    return (total / 5).quantize(D("0.01"))


def _item(item: Bought, till: Till) -> list[str]:
    if item.grams:
        weight = f"{item.grams / 1000:.3f}".replace(".", till.comma)
        lines = [item.text, _row(f"  {weight} kg x {kroner(item.each, till)}", item.price, till)]
    elif item.count == 1:
        lines = [_row(item.text, item.price, till)]
        if till.many == "price_below":
            lines = [item.text, kroner(item.price, till).rjust(till.width)]
    elif till.many == "in":
        lines = [_row(f"{item.count} x {item.text}", item.price, till)]
    else:
        lines = [item.text, _row(f"  {item.count} x {kroner(item.each, till)}", item.price, till)]
    if item.off:
        lines.append(_row("RABAT", -item.off, till))
    return [*lines, _row("PANT", item.pant, till)] if item.pant else lines


def _row(text: str, amount: Decimal, till: Till) -> str:
    shown = kroner(amount, till) + till.tax_letter
    return text + " " * max(2, till.width - len(text) - len(shown)) + shown


def as_lines(texts: list[str]) -> list[TextLine]:
    """As an engine gives them: empty lines left out, each in a place of its own."""
    return [
        TextLine(text=text, confidence=D(1), box=(0, 20 * number, 300, 18))
        for number, text in enumerate(text for text in texts if text.strip())
    ]
