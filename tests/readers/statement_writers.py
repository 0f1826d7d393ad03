"""Writes statements as the banks do, from rows: the other way round than the program, and with code of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st


@dataclass(frozen=True)
class Row:
    day: date
    text: str
    amount: Decimal
    pending: bool = False


def danish(amount: Decimal, *, thousands: bool) -> str:
    sign, whole = ("-" if amount < 0 else ""), f"{abs(amount):.2f}"
    kroner, oere = whole.split(".")
    if thousands:
        groups = []
        while kroner:
            groups.insert(0, kroner[-3:])
            kroner = kroner[:-3]
        kroner = ".".join(groups)
    return f"{sign}{kroner},{oere}"


def balances(opening: Decimal, rows: list[Row]) -> list[Decimal | None]:
    found, balance = [], opening
    for row in rows:
        balance += 0 if row.pending else row.amount
        found.append(None if row.pending else balance)
    return found


def danske(opening: Decimal, rows: list[Row], *, columns: int = 8, newest_first: bool = False, sep: str = ";") -> str:
    def line(cells: list[str]) -> str:
        return sep.join('"' + cell.replace('"', '""') + '"' for cell in cells)

    head = ["Dato", "Tekst", "Beløb", "Saldo", "Status", "Afstemt"]
    extra = ["Kategori", "Underkategori"]
    body = []
    for row, balance in zip(rows, balances(opening, rows), strict=True):
        cells = [
            f"{row.day:%d.%m.%Y}",
            row.text,
            danish(row.amount, thousands=True),
            "" if balance is None else danish(balance, thousands=True),
            "Venter" if row.pending else "Udført",
            "Nej",
        ]
        body.append([cells[0], "Kat  ", "Sub  ", *cells[1:]] if columns == 8 else cells)
    head = [head[0], *extra, *head[1:]] if columns == 8 else head
    ordered = reversed(body) if newest_first else body
    return "\r\n".join(line(cells) for cells in [head, *ordered]) + "\r\n"


def nordea_2022(opening: Decimal, rows: list[Row], *, newest_first: bool = True, trailing: bool = True) -> str:
    end = ";" if trailing else ""
    lines = []
    for row, balance in zip(rows, balances(opening, rows), strict=True):
        day = "Reserveret" if row.pending else f"{row.day:%Y/%m/%d}"
        saldo = "" if balance is None else danish(balance, thousands=False)
        accounts = "2012345678;" if row.amount < 0 else ";2012345678"
        lines.append(f"{day};{danish(row.amount, thousands=False)};{accounts};;{row.text};{saldo};DKK;{end}")
    ordered = reversed(lines) if newest_first else lines
    head = f"Bogføringsdato;Beløb;Afsender;Modtager;Navn;Beskrivelse;Saldo;Valuta;Afstemt{end}"
    return "\n".join([head, *ordered]) + "\n"


def nordea_before_2022(opening: Decimal, rows: list[Row], *, newest_first: bool = True) -> str:
    lines = []
    for row, balance in zip(rows, balances(opening, rows), strict=True):
        text = f'"{row.text}"' if ";" in row.text else row.text
        amount, saldo = (danish(a, thousands=False).removesuffix(",00") for a in (row.amount, balance or Decimal(0)))
        lines.append(f"{row.day:%d-%m-%Y};{text};{row.day:%d-%m-%Y};{amount};{saldo}")
    ordered = reversed(lines) if newest_first else lines
    return "\n".join(["Bogført;Tekst;Rentedato;Beløb;Saldo", *ordered]) + "\n"


WRITERS = {
    "danske_bank_8": lambda o, r: danske(o, r).encode("cp1252"),
    "danske_bank_8 newest first, utf-8": lambda o, r: danske(o, r, newest_first=True).encode("utf-8"),
    "danske_bank_8 comma": lambda o, r: danske(o, r, sep=",").encode("cp1252"),
    "danske_bank_6": lambda o, r: danske(o, r, columns=6).encode("utf-8-sig"),
    "danske_bank_6 newest first": lambda o, r: danske(o, r, columns=6, newest_first=True).encode("cp1252"),
    "nordea_2022": lambda o, r: nordea_2022(o, r).encode("utf-8-sig"),
    "nordea_2022 without trailing": lambda o, r: nordea_2022(o, r, trailing=False).encode("utf-8"),
    "nordea_2022 oldest first": lambda o, r: nordea_2022(o, r, newest_first=False).encode("cp1252"),
}
"""Name of the format, and what is special -> writer."""

AMOUNTS = st.decimals(Decimal("-250000"), Decimal("250000"), places=2).filter(bool)
_LETTERS = st.sampled_from("abcdefghijklmnoprstuvyzæøåÆØÅÉ0123456789 &*/.-'")
TEXTS = st.text(_LETTERS, min_size=1, max_size=28).map(lambda t: " ".join(("x" + t).split()))


@st.composite
def statements(draw, *, smallest: int = 1, pending: bool = True) -> tuple[Decimal, list[Row]]:
    """An opening balance and rows in order of day, the pending ones last."""
    days = draw(st.lists(st.dates(date(2025, 1, 1), date(2026, 11, 20)), min_size=smallest, max_size=12).map(sorted))
    rows = [Row(day, draw(TEXTS), draw(AMOUNTS)) for day in days]
    if pending and draw(st.booleans()):
        rows.append(Row(days[-1], draw(TEXTS), draw(AMOUNTS), pending=True))
    return draw(AMOUNTS), rows
