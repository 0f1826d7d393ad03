"""Writes statements in the layouts that are data, each from its own description of what the bank's file looks like.

Nothing here is read from `resources/banks/`: the two descriptions check each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from statement_writers import Row, balances, danish


def plain(amount: Decimal) -> str:
    return f"{amount:.2f}"


def comma(amount: Decimal) -> str:
    return danish(amount, thousands=False)


def dotted(amount: Decimal) -> str:
    return danish(amount, thousands=True)


def short(amount: Decimal) -> str:
    """As SDC: `-135,5`, `-1840`."""
    text = comma(amount)
    return text.removesuffix(",00") if text.endswith(",00") else text.removesuffix("0")


def american(amount: Decimal) -> str:
    return f"{amount:,.2f}"


def spaced(amount: Decimal) -> str:
    return dotted(amount).replace(".", "\u202f")


def led(amount: Decimal) -> str:
    """A space in front of positive amounts, as BEC and Nykredit."""
    return comma(amount) if amount < 0 else f" {comma(amount)}"


def led_dot(amount: Decimal) -> str:
    return plain(amount) if amount < 0 else f" {plain(amount)}"


def signed(amount: Decimal) -> str:
    return f"{amount:+.2f}"


@dataclass(frozen=True)
class Shape:
    """One layout: header ("" = none), how a row is written from day, text, amount and balance, and the encoding."""

    header: str
    row: str
    day: str = "%d-%m-%Y"
    amount: Callable[[Decimal], str] = comma
    encoding: str = "cp1252"
    newest_first: bool = False
    before: str = ""
    after: str = ""
    balance: bool = True

    def write(self, opening: Decimal, rows: list[Row]) -> bytes:
        lines = [self._line(row, b) for row, b in zip(rows, balances(opening, rows), strict=True)]
        body = reversed(lines) if self.newest_first else lines
        text = "\r\n".join(filter(None, [self.before, self.header, *body, self.after])) + "\r\n"
        return text.encode(self.encoding)

    def _line(self, row: Row, balance: Decimal | None) -> str:
        return self.row.format(
            day=f"{row.day:{self.day}}",
            text=row.text,
            amount=self.amount(row.amount),
            balance=self.amount(balance or Decimal(0)),
            sign="-" if row.amount < 0 else "+",
            abs=plain(abs(row.amount)),
        )


_NYKREDIT = (
    '"Exportkonto";"Afsenderkonto";"Modtagerkonto";"Dato";"Tekst";"Beløb";"Saldo";"Indbetaler";'
    '"Supp. tekst til modtager";"Tekst til modtager";"Betalingsident";"End2end";"Gebyrer(Swift)";"Gebyr valuta";'
    '"Kontohaver";"Kreditorreference";"Modtagernavn";"Modtaget beløb";"Modtaget valuta";"NEMkonto ID";'
    '"Overført beløb";"Overført valuta";"Ovf.type";"Samlepost";"Swift/BIC";"Valørdato";"Valuta";"Vekselkurs";'
)
_NYKREDIT_ROW = (
    '"54700001234567";"";"";{day};"{text}";{amount};{balance};"";"Terminal .: 19155471";"";"";"";;;"";"";"";;"";"";'
    ' 5.00;"DKK";"Hævet";;;{day};"DKK";;'
)
_SDC = (
    "Kontonr.;Dato;Valørdato;Beløb;Valuta;Oprindeligt beløb;Oprindelig valuta;Mod-konto;Tekst;Ekstern reference;"
    "Bankens reference;Samlepost;Betalt fra/til;Kortart;Betaler-id;"
    + ";".join([f"Navn-adresse {n}" for n in range(1, 6)] + [f"Advis {n}" for n in range(1, 42)])
)
_UNITEL = (
    '"NDEADKKKXXX","2999","9999940560","DKK","Kunde","","{day}","{day}","{amount}","{sign}","{abs}","","68","","{text}"'
    + ',""' * 20
    + ',"{balance}","+","1.00"'
)
_BANKDATA = (
    '"ED010103000003","5","{day}","{amount}","2","080790002010094","{day}","{balance}","{text}"'
    + ',""' * 12
    + ',"DKK"'
    + ',""' * 40
)

SHAPES = {
    "jyske_bank english": Shape(
        "Date;Text;Amount;Balance;Reconciled;AccountNumber;AccountName;MainCategory;Category;Comment",
        "{day};{text};{amount};{balance};No;70801234567;Lønkonto;Mad;Dagligvarer;",
        day="%d.%m.%Y",
        amount=american,
        encoding="utf-8-sig",
        newest_first=True,
    ),
    "jyske_bank danish": Shape(
        "Dato;Tekst;Beløb;Saldo;Afstemt;Kontonummer;Kontonavn;Hovedkategori;Kategori;Kommentar",
        "{day};{text};{amount};{balance};Nej;70801234567;Lønkonto;Mad;Dagligvarer;",
        day="%d.%m.%Y",
        amount=dotted,
        encoding="utf-8-sig",
    ),
    "jyske_bank_visa": Shape(
        "Dato,,Tekst,,Beløb,Saldo,Kommentar,Afstemt,Flag,Konto",
        '{day},,"{text}",,"{amount}","{balance}",,nej,,Visa',
    ),
    "sydbank_2007": Shape(
        "Dato;Valør;Tekst;Beløb;Saldo;Afstemt", "{day};{day};{text};{amount};{balance};nej", day="%d.%m.%Y"
    ),
    "sydbank": Shape(
        "Dato;Tekst;Beløb;Saldo;Hovedkategori;Underkategori",
        "{day};{text};{amount};{balance};Mad;Dagligvarer",
        day="%d.%m.%Y",
        amount=dotted,
        encoding="utf-8-sig",
    ),
    "nykredit": Shape(_NYKREDIT, _NYKREDIT_ROW, amount=led),
    "nykredit with a dot": Shape(_NYKREDIT, _NYKREDIT_ROW, amount=led_dot),
    "spar_nord": Shape('"Dato";"Tekst";"Beløb";"Saldo";"Betalingsident"', '"{day}";"{text}";"{amount}";"{balance}";""'),
    "laan_og_spar": Shape(
        "Dato;Tekst;Beløb;Saldo",
        "{day};{text};{amount};{balance}",
        before="Kontoudskrift\r\nKonto: 0400 1234567890\r\n\r\nPeriode: 01-01-2025 - 20-11-2026",
    ),
    "bec_private": Shape("", "{day};{text};{amount};{balance}"),
    "bec_business": Shape(
        '"Dato";"Tekst";"Beløb";"Saldo";"Valørdato";"Type";"Adviseringer";',
        '{day};"{text}";{amount};{balance};"{day}";',
        amount=led,
    ),
    "portalbank": Shape("", "Konto;{day};{text};{amount};{balance}"),
    "sdc_business": Shape(
        _SDC, "0400 4010393855;{day};{day};{amount};DKK;{amount};DKK;;{text}" + ";" * 52, amount=short, balance=False
    ),
    "bankdata_v3": Shape(
        "",
        _BANKDATA,
        day="%Y%m%d",
        before='"ED000000000003","20130128","125352"',
        after='"ED999999999999","20130128","125352","11","48574,25"',
    ),
    "danske_bank_cmkv": Shape(
        "",
        '"CMKV",9906141048,9906140001,1111111111,{day},{day},{amount},"{text}",{balance}',
        day="%d%m%y",
        amount=signed,
    ),
    "danske_bank_cmkxksx": Shape(
        "",
        '"CMKXKSX",0901060939,0901060016,1111111111,{day},{day},"DKK",{amount},"",,"{text}","",+0.00,{balance}","x","y"',
        day="%d%m%y",
        amount=signed,
    ),
    "nordea_unitel_v3": Shape("", _UNITEL, day="%Y%m%d", amount=plain),
    "lunar_2026": Shape(
        "Date,Time,Title,Amount,Balance,Transaction ID",
        '{day},12:30,"{text}","{amount}","{balance}",abc-1',
        day="%Y-%m-%d",
        amount=spaced,
        encoding="utf-8",
    ),
    "lunar": Shape(
        "Date,Text,Amount,Balance",
        '{day},"{text}","{amount}","{balance}"',
        day="%Y-%m-%d",
        amount=dotted,
        encoding="utf-8",
    ),
    "lunar with a dot": Shape(
        "Date,Text,Amount,Balance", "{day},{text},{amount},{balance}", day="%Y-%m-%d", amount=plain, encoding="utf-8"
    ),
    "lunar_currency": Shape(
        "Date,Text,Amount,Currency", '{day},"{text}",{amount},DKK', day="%Y-%m-%d", amount=plain, balance=False
    ),
    "revolut": Shape(
        "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance",
        "CARD_PAYMENT,Current,{day} 10:00:00,{day} 11:00:00,{text},{amount},0.00,DKK,COMPLETED,{balance}",
        day="%Y-%m-%d",
        amount=plain,
        encoding="utf-8",
    ),
    "revolut in a language not seen": Shape(
        "Typ,Produkt,Startdatum,Slutdatum,Beskrivning,Belopp,Avgift,Valuta,Läge,Kontosaldo",
        "X,Y,{day} 10:00:00,{day} 11:00:00,{text},{amount},0.00,DKK,KLAR,{balance}",
        day="%Y-%m-%d",
        amount=plain,
        encoding="utf-8",
    ),
    "mobilepay_myshop": Shape(
        "Event;Currency;Amount;Date and time;Customer name;MP-number;Comment;TransactionID;Payment point;"
        "MyShop-Number;Date;Time",
        "Payment;DKK;{amount};{day}T23:21:26.087+02:00;{text};xxxx 9636;;148E;SWC;93932;{day};23.21.26",
        day="%Y-%m-%d",
        encoding="utf-8",
        balance=False,
    ),
    "spiir": Shape(
        "Date;Amount;Description;OriginalDescription;MainCategoryName;CategoryName;AccountId;AccountName;Comment;"
        "Extraordinary;Tags;Id;Currency",
        "{day};{amount};{text};DANKORT;Mad;Dagligvarer;a1;Lønkonto;;No;;tx;DKK",
        encoding="utf-8-sig",
        balance=False,
    ),
}
"""Format, and what is special -> how the bank writes it."""
