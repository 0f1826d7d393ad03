"""What stands on the paper: invented purchases in several shops' layouts, with the truth beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from receipts_synthetic import words


@dataclass
class Paper:
    """Printed lines (text, size: 1 or 2) and what is true of them. Amounts in øre."""

    shop: str
    date: str
    lines: list[tuple[str, int]] = field(default_factory=list)
    items: list[tuple[str, int]] = field(default_factory=list)
    """As they count: a discount is taken off the item above it."""
    total: int = 0


@dataclass(frozen=True)
class Layout:
    """How one till prints."""

    width: int = 42
    comma: str = ","
    capital: bool = True
    total: str = "TOTAL"
    quantity: str = "below"
    """"below" = `2 x 10,50` on a line under the text, "before" = on the item's own line, "above" = over it."""
    discount: str = "trailing"
    """"trailing" = 7,95-, "leading" = -7,95."""
    currency: str = ""
    after: str = ""
    """What follows an item's price, such as a VAT letter."""
    sections: bool = False
    subtotal: bool = False
    big_total: bool = False
    rule: str = "-"
    date: str = "{d:02}.{m:02}.{y} {hour:02}:{minute:02}"
    date_on_top: bool = False


LAYOUTS = (
    Layout(),
    Layout(width=40, total="AT BETALE", discount="leading", subtotal=True, rule="="),
    Layout(width=48, capital=False, total="Total", currency="DKK", quantity="before", big_total=True, date_on_top=True),
    Layout(width=32, total="I ALT", after=" A", rule="", date="{d:02}-{m:02}-{y} {hour:02}:{minute:02}"),
    Layout(
        width=42, total="TOTAL DKK", sections=True, quantity="above", date="{y}-{m:02}-{d:02}  {hour:02}.{minute:02}"
    ),
    Layout(width=36, capital=False, total="Beløb i alt", discount="leading", comma=".", date="{d:02}/{m:02}/{y}"),
    Layout(width=40, total="SUM", subtotal=True, big_total=True, discount="trailing", rule="*"),
    Layout(width=44, capital=False, total="At betale", discount="leading", quantity="before", currency="kr."),
)


def paper(draw: Random) -> Paper:
    """One invented receipt."""
    layout = draw.choice(LAYOUTS)
    when = {
        "d": draw.randint(1, 28),
        "m": draw.randint(1, 12),
        "y": 2026,
        "hour": draw.randint(8, 21),
        "minute": draw.randint(0, 59),
    }
    made = Paper(shop=draw.choice(words.SHOPS), date=f"{when['y']}-{when['m']:02}-{when['d']:02}")
    _head(made, layout, layout.date.format(**when), draw)
    for number in range(draw.choice((2, 3, 4, 5, 6, 8, 10, 12, 15, 18, 22))):
        if layout.sections and number % 4 == 0:
            made.lines.append((words.SECTIONS[number // 4 % len(words.SECTIONS)], 1))
        _item(made, layout, draw)
    _foot(made, layout, layout.date.format(**when), draw)
    return made


def kroner(oere: int, layout: Layout) -> str:
    """As the till prints it, without a sign."""
    whole, rest = divmod(abs(oere), 100)
    grouped = f"{whole:,}".replace(",", "" if layout.comma == "." else ".")
    return f"{grouped}{layout.comma}{rest:02}"


def _head(made: Paper, layout: Layout, when: str, draw: Random) -> None:
    street = f"{draw.choice(words.STREETS)} {draw.randint(1, 190)}"
    big = draw.random() < 0.4
    made.lines.append((made.shop.center(layout.width // (2 if big else 1)).rstrip(), 2 if big else 1))
    for text in (street, draw.choice(words.TOWNS), f"CVR {draw.randint(10_000_000, 39_999_999)}"):
        made.lines.append((text.center(layout.width).rstrip(), 1))
    if draw.random() < 0.5:
        made.lines.append(
            (
                f"TLF. {draw.randint(20, 99)} {draw.randint(10, 99)} 12 {draw.randint(10, 99)}".center(
                    layout.width
                ).rstrip(),
                1,
            )
        )
    made.lines.append(("", 1))
    if layout.date_on_top:
        made.lines += [(_spread(when, f"Bon {draw.randint(100, 9999)}", layout), 1), ("", 1)]


def _price(draw: Random) -> int:
    whole = draw.choice(
        (draw.randint(3, 30), draw.randint(8, 60), draw.randint(20, 150), draw.randint(100, 1400))
        if draw.random() < 0.5
        else (draw.randint(5, 45),)
    )
    return whole * 100 + draw.choice((0, 0, 50, 75, 95, 95, 95, 25))


def _item(made: Paper, layout: Layout, draw: Random) -> None:
    text = words.item_text(draw)[: layout.width - 16]
    shown = text if layout.capital else text.capitalize()
    price = _price(draw)
    chance = draw.random()
    if chance < 0.14:
        price = _several(made, layout, shown, price, draw)
    elif chance < 0.22:
        price = _weighed(made, layout, shown, draw)
    else:
        _row(made, layout, shown, price)
    chance = draw.random()
    if chance < 0.13 and price > 1000:
        off = min(price - 100, draw.choice((300, 500, 795, 1000, 1250)))
        word = draw.choice(words.DISCOUNTS)
        _row(made, layout, word if layout.capital else word.capitalize(), -off)
        price -= off
    made.items.append((shown, price))
    made.total += price
    if 0.13 <= chance < 0.19:
        pant = draw.choice((100, 150, 300))
        name = draw.choice(("PANT A", "PANT B", "PANT C", "FLASKEPANT"))
        _row(made, layout, name if layout.capital else name.capitalize(), pant)
        made.items.append((name if layout.capital else name.capitalize(), pant))
        made.total += pant


def _several(made: Paper, layout: Layout, shown: str, each: int, draw: Random) -> int:
    pieces = draw.choice((2, 2, 3, 4, 6))
    many = f"{pieces} x {kroner(each, layout)}"
    if layout.quantity == "before":
        _row(made, layout, f"{pieces} x {shown}"[: layout.width - 14], pieces * each)
    elif layout.quantity == "above":
        made.lines.append((f"  {many}", 1))
        _row(made, layout, shown, pieces * each)
    else:
        made.lines.append((shown, 1))
        _row(made, layout, f"  {many}", pieces * each)
    return pieces * each


def _weighed(made: Paper, layout: Layout, shown: str, draw: Random) -> int:
    grams, per_kilo = draw.randint(80, 2400), draw.randint(12, 160) * 100 + draw.choice((0, 95))
    price = round(grams * per_kilo / 1000)
    weight = f"{grams // 1000}{layout.comma}{grams % 1000:03} kg x {kroner(per_kilo, layout)}"
    made.lines.append((shown, 1))
    _row(made, layout, f"  {weight}", price)
    return price


def _row(made: Paper, layout: Layout, text: str, oere: int, size: int = 1) -> None:
    amount = kroner(oere, layout)
    if oere < 0:
        amount = f"{amount}-" if layout.discount == "trailing" else f"-{amount}"
    elif layout.discount == "trailing":
        amount = f"{amount} "
    made.lines.append((_spread(text, amount + layout.after, layout, size), size))


def _spread(left: str, right: str, layout: Layout, size: int = 1) -> str:
    width = layout.width // size
    return f"{left}{' ' * max(1, width - len(left) - len(right))}{right}".rstrip()


def _foot(made: Paper, layout: Layout, when: str, draw: Random) -> None:
    total = kroner(made.total, layout)
    tail = f" {layout.currency}" if layout.currency else ""
    if layout.rule:
        made.lines.append((layout.rule * layout.width, 1))
    if layout.subtotal:
        made.lines.append((_spread("SUBTOTAL", f"{total} ", layout), 1))
    size = 2 if layout.big_total and len(total) + len(layout.total) < layout.width // 2 - 5 else 1
    made.lines.append((_spread(layout.total, total + (tail if size == 1 else ""), layout, size), size))
    if layout.rule:
        made.lines.append((layout.rule * layout.width, 1))
    _payment(made, layout, draw)
    moms = kroner(round(made.total / 5), layout)
    made.lines.append((_spread(draw.choice(("MOMS UDGØR", "HERAF MOMS", "Moms 25%")), moms, layout), 1))
    made.lines.append(("", 1))
    if not layout.date_on_top:
        made.lines.append((when.center(layout.width).rstrip(), 1))
    made.lines.append(
        (draw.choice(("TAK FOR BESØGET", "Velkommen igen", "Ombytning inden 14 dage")).center(layout.width).rstrip(), 1)
    )


def _payment(made: Paper, layout: Layout, draw: Random) -> None:
    total = kroner(made.total, layout)
    if draw.random() < 0.15:
        rounded = (made.total + 25) // 50 * 50
        given = -(-rounded // 10_000) * 10_000
        if rounded != made.total:
            sign = "-" if rounded < made.total else ""
            made.lines.append((_spread("ØREAFRUNDING", sign + kroner(rounded - made.total, layout), layout), 1))
        made.lines.append((_spread("KONTANT", kroner(given, layout), layout), 1))
        made.lines.append((_spread("RETUR", kroner(given - rounded, layout), layout), 1))
        return
    made.lines.append(
        (
            _spread(
                draw.choice(("DANKORT", "VISA/DANKORT", "BETALINGSKORT", "MOBILEPAY", "Mastercard")), total, layout
            ),
            1,
        )
    )
    if draw.random() < 0.5:
        made.lines.append((f"XXXX XXXX XXXX {draw.randint(1000, 9999)}", 1))
