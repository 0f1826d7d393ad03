"""One household taken through the whole conversation by keys alone, as two people at the desk would."""

from __future__ import annotations

from pathlib import Path

from keyboard import Key, Keyboard, said, seen

from budgetdesk import data_files

NAME = "Zebulon Kvistgård-Æbeløe"
CPR = "120489-9995"
ADVISER = "Karen Mølgaard"
AKUT, SAG, BUDGET, FORBRUG, YDELSER, GAELD, AFTALE, UNDERSKRIV = range(1, 9)
STATEMENT = data_files.path("sample", "danske_bank_oktober.csv")


def new_case(kb: Keyboard) -> None:
    kb.push("Ny sag")
    kb.rest()


def letter(kb: Keyboard) -> None:
    """A påkrav came on 17 November: which letter, how much, which day."""
    assert said(kb.here()).startswith("Hvilket brev")
    kb.press(Key.Key_Right, times=2)
    kb.write("Hvad skyldes der i alt?", "7.600")
    kb.write("Hvornår kom brevet?", "17.11.2026")
    kb.rest()


def money(kb: Keyboard) -> None:
    kb.push("Tilføj konto")
    kb.type("4.180,25")
    kb.push("Børn")
    kb.rest()


def household(kb: Keyboard) -> None:
    kb.page(SAG)
    kb.tab_to("Tilføj lejer")
    kb.space()
    kb.type(NAME)
    kb.write("Fødselsdag", "12.4.1989")
    kb.push("Mere om")
    kb.tab_to("Civilstand")
    kb.space()
    kb.pick("Lever af", "Løn")
    kb.write("CPR-nummer", CPR)
    for name, born in (("Alma", "3.6.2018"), ("Noah", "14.9.2021")):
        kb.push("Tilføj barn")
        kb.type(f"{name} Kvistgård-Æbeløe")
        kb.write("Fødselsdag", born)
        kb.push("Mere om")
        kb.tab_to("Forældremyndighed")
        kb.space()
    kb.rest()


def tenancy(kb: Keyboard) -> None:
    kb.write("Adresse", "Lærkevej 12, 3. tv, 2650 Hvidovre")
    kb.write("Kommune", "Hvidovre")
    kb.write("Udlejer", "Boligforeningen Lærkely")
    kb.write("Husleje pr. måned, før boligstøtte", "7.600")
    kb.tab_to("Er huslejen, lejeren kender")
    kb.press(Key.Key_Left, times=2)
    kb.write("Boligstøtte i dag", "0")
    kb.write("Areal i m²", "84")
    kb.tab_to("Varme betales")
    kb.space()
    kb.rest()


def arrears(kb: Keyboard) -> None:
    kb.push("Tilføj post")
    kb.type("335")
    kb.pick("Hvad restancen er for", "Påkrav", back=True)
    kb.rest()


def talk(kb: Keyboard) -> None:
    kb.push("Talt igennem i dag")
    kb.tab_to("Kan lejeren selv skrive under?")
    kb.press(Key.Key_Left, times=2)
    kb.write("Rådgiver", ADVISER)
    kb.write("Organisation", "Boligrådgivningen Lærkely")
    kb.push("Samtykker …")
    kb.rest()
    kb.push("Spørg om lov: Udlejer")
    kb.wait(lambda: said(kb.here()).startswith("Lejeren siger ja"))
    kb.type("j")
    kb.rest()


def budget(kb: Keyboard) -> None:
    """A few bills, from one amount to the next by Enter, and what comes in."""
    kb.page(BUDGET)
    kb.write("El, beløb", "548")
    kb.enter()
    assert said(kb.here()) == "Indboforsikring, beløb"
    kb.fill("310")
    kb.write("Dagligvarer: mad, beløb", "1.150")
    kb.page(BUDGET)
    kb.press(Key.Key_Right)
    income(kb, "løn", "19.800")
    income(kb, "børne- og ungeydelse", "7.596")
    income(kb, "børnetilskud", "5.256")
    kb.rest()


def income(kb: Keyboard, kind: str, amount: str) -> None:
    kb.push("Tilføj indtægt")
    kb.wait(lambda: said(kb.here()) == "Tilføj indtægt" and kb.in_dialog())
    kb.type(kind)
    kb.enter()
    kb.wait(lambda: said(kb.here()) == "Indtægt, beløb")
    kb.fill(amount)


def fetch_statement(kb: Keyboard, file: Path = STATEMENT) -> None:
    kb.page(FORBRUG)
    kb.give_file(file)
    kb.go_to("Hent kontoudtog")
    kb.space()
    kb.wait(lambda: kb.in_dialog() and "Hvad kalder I kontoen?" in seen())


def take_in(kb: Keyboard) -> None:
    kb.enter()
    kb.wait(lambda: not kb.in_dialog())
    kb.rest()


def type_receipt(kb: Keyboard) -> None:
    kb.push("Skriv en kvittering")
    kb.wait(lambda: kb.in_dialog() and "Varerne." in seen())
    for text in ("Netto", "14.10.2026", "100,00", "Mælk", "24,50", "Rugbrød", "22,00"):
        kb.type(text)
        kb.enter()
    kb.enter()
    kb.enter()
    kb.rest()


def close_dialog(kb: Keyboard) -> None:
    kb.press(Key.Key_Escape)
    kb.wait(lambda: not kb.in_dialog())
    kb.rest()


def undo_the_statement(kb: Keyboard) -> None:
    kb.push("Fortryd hentning: Danske Bank")
    kb.rest()


def put_into_budget(kb: Keyboard) -> None:
    kb.push("Læg i budgettet")
    kb.wait(lambda: kb.in_dialog() and "Luft pr. måned:" in seen())
    kb.enter()
    kb.wait(lambda: not kb.in_dialog())
    kb.rest()


def debts(kb: Keyboard) -> None:
    """Every kind is asked about with one key each: a card for the shops, and nothing else."""
    kb.page(GAELD)
    kb.push("Spørg om al gæld")
    kb.wait(lambda: kb.in_dialog() and "1 af 19" in seen())
    while "I er igennem" not in seen():
        kb.press(Key.Key_J if "kreditkort" in seen() else Key.Key_N)
    kb.enter()
    kb.wait(lambda: not kb.in_dialog())
    kb.rest()
    kb.wait(lambda: said(kb.here()) == "Hvem skyldes der til?")
    kb.type("Kortbanken")
    kb.write("Restgæld", "2.000")
    kb.rest()


def choose_plan(kb: Keyboard) -> None:
    kb.page(AFTALE)
    kb.rest()
    kb.push("Vælg")
    kb.rest()


def sign_the_agreement(kb: Keyboard) -> None:
    """Aftale om afdrag, both names typed and confirmed, sealed."""
    kb.page(UNDERSKRIV)
    kb.go_to("Hvad skriver I under på?")
    kb.press(Key.Key_Right)
    kb.rest()
    put_names(kb, (NAME, ADVISER))


def put_names(kb: Keyboard, names: tuple[str, ...]) -> None:
    """Everybody types their name and confirms it; then the paper is sealed."""
    for name in names:
        kb.tab_to(f"{name} skriver under")
        kb.press(Key.Key_Right)
        kb.tab()
        kb.type(name)
        kb.tab_to("Jeg bekræfter")
        kb.space()
    kb.push("Forsegl og gem")
    kb.wait(lambda: kb.in_dialog() and "Gem som PDF" in seen(), timeout=60_000)


def save_pdf(kb: Keyboard, file: Path) -> None:
    kb.give_file(file)
    kb.push("Gem som PDF")
    kb.wait(file.exists)
    close_dialog(kb)
