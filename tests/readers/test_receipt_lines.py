"""The language of Danish receipts: what every printed word does to the sum."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from receipt_writers import as_lines

from budgetdesk.ledger.spending import Box, PaidBy
from budgetdesk.readers.receipt_lines import ReadReceipt, receipt_from_lines
from budgetdesk.readers.receipt_lines_kept import kept_receipt
from budgetdesk.readers.receipt_lines_letters import mend

D = Decimal
TODAY = date(2026, 11, 20)
HEAD = "Netto Hvidovre\n11.10.2026 14:32\n"


def read(body: str, *, head: str = HEAD) -> ReadReceipt:
    return receipt_from_lines(as_lines((head + body).split("\n")), today=TODAY)


def items(body: str) -> list[tuple[str, str]]:
    return [(item.text, str(item.amount)) for item in read(body).items]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("LETMÆLK\n  2 x 12,95   25,90\nTOTAL 25,90", [("LETMÆLK", "25.90")]),
        ("LETMÆLK  25,90\n  2 x 12,95\nTOTAL 25,90", [("LETMÆLK", "25.90")]),
        ("  2 x 12,95\nLETMÆLK  25,90\nTOTAL 25,90", [("LETMÆLK", "25.90")]),
        ("BOLLER 3 stk à 7,00  21,00\nTOTAL 21,00", [("BOLLER", "21.00")]),
        ("BANANER\n0,482 kg x 29,95 kr/kg  14,44\nTOTAL 14,44", [("BANANER", "14.44")]),
        ("GAVEPAPIR 0,75\n  2 x 12,00  24,00\nTOTAL 24,00", [("GAVEPAPIR 0,75", "24.00")]),
        ("PIZZA  45,00\nRABAT  10,00-\nTOTAL 35,00", [("PIZZA", "35.00")]),
        ("PIZZA  45,00\nRABAT  -10,00\nTOTAL 35,00", [("PIZZA", "35.00")]),
        ("PIZZA  45,00\nRABAT  10,00\nTOTAL 35,00", [("PIZZA", "35.00")]),
        ("COLA  20,00\nPANT  3,00\nRABAT 5,00-\nTOTAL 18,00", [("COLA", "15.00"), ("PANT", "3.00")]),
        ("PANTENE SHAMPOO  40,00\nRABAT 5,00-\nTOTAL 35,00", [("PANTENE SHAMPOO", "35.00")]),
        ("SAFT  20,00\nFLASKERETUR  6,00-\nTOTAL 14,00", [("SAFT", "20.00"), ("FLASKERETUR", "-6.00")]),
        ("SAFT  50,00\nRETUR SOKKER  20,00\nTOTAL 30,00", [("SAFT", "50.00"), ("RETUR SOKKER", "-20.00")]),
        ("* BRØD *\nBRØD  22,50\nTOTAL 22,50", [("BRØD", "22.50")]),
        ("VASKEPULVER COLOR\n  49,95\nTOTAL 49,95", [("VASKEPULVER COLOR", "49.95")]),
        ("COLGATE TOTAL  19,95\nTOTAL 19,95", [("COLGATE TOTAL", "19.95")]),
        ("OST  30,00\nSUBTOTAL 30,00\nRABAT 5,00-\nTOTAL 25,00", [("OST", "25.00")]),
        ("OST  30,00\nDu har sparet 5,00\nTOTAL 30,00", [("OST", "30.00")]),
        ("OST  30,04\nØreafrunding  0,04-\nAT BETALE 30,00", [("OST", "30.04"), ("Øreafrunding", "-0.04")]),
        ("OST  1.030,50\nTOTAL kr. 1.030,50", [("OST", "1030.50")]),
        ("OST  1 030,50\nTOTAL 1 030,50", [("OST", "1030.50")]),
        ("OST  30,-\nTOTAL 30 kr.", [("OST", "30.00")]),
        ("2 x WASA SPORT  30,00\nTOTAL 30,00", [("WASA SPORT", "30.00")]),
        ("VAT OG VATPINDE  12,95\nTOTAL 12,95\nVAT 25% 2,59", [("VAT OG VATPINDE", "12.95")]),
        ("5701234567890 OST  30,00\nTOTAL 30,00", [("OST", "30.00")]),
    ],
)
def test_the_items_are_what_was_bought_at_what_it_cost(body, expected):
    assert items(body) == expected
    assert read(body).adds_up


@pytest.mark.parametrize(
    "foot",
    [
        "TOTAL 60,00",
        "T O T A L 60,00",
        "T0TAL 60,00",
        "AT BETALE DKK 60,00",
        "I ALT 2 varer 60,00",
        "SUM 60,00",
        "TOTAL\n60,00",
        "DANKORT 60,00",
        "TOTAL 6O,0O",
        "TOTAL 80,00\nVISA 60,00\nMOMS 12,00",
        "SUBTOTAL 60,00\nMOMS UDGØR 12,00\nKONTANT 100,00\nBYTTEPENGE 40,00",
    ],
)
def test_the_total_is_the_amount_for_which_most_speaks(foot):
    assert read(f"OST  40,00\nMÆLK  20,00\n{foot}").total == D("60.00")


def test_a_receipt_torn_off_below_its_subtotal_shows_where_the_total_was_read():
    receipt = read("OST  40,00\nMÆLK  20,00\nSUBTOTAL  60,00")

    assert (receipt.total, receipt.total_lines) == (D("60.00"), (4,))


def test_a_total_whose_label_cannot_be_read_shows_where_it_stands():
    receipt = read("OST  40,00\nMÆLK  20,00\n----\nSUO TBALT  60,00")

    assert (receipt.total, receipt.total_lines, receipt.adds_up) == (D("60.00"), (5,), True)


def test_a_figure_with_letters_in_it_counts_only_when_the_sum_says_so():
    right, wrong = read("OST  1O,95\nMÆLK 20,00\nTOTAL 30,95"), read("OST  1O,95\nMÆLK 20,00\nTOTAL 50,00")

    assert ([i.amount for i in right.items], right.adds_up) == ([D("10.95"), D("20.00")], True)
    assert ([i.amount for i in wrong.items], wrong.rest) == ([D("20.00")], D("30.00"))
    assert "Prisen på “OST” kan ikke læses sikkert." in wrong.doubts


@pytest.mark.parametrize("foot", ["MOMS 16,00", "VISA 80,00", "KONTANT 100,00\nBYTTEPENGE 20,00"])
def test_of_two_totals_the_one_that_was_paid_or_taxed_is_taken(foot):
    assert read(f"OST  10,00\nTOTAL 80,00\nTOTAL 60,00\n{foot}").total == D("80.00")


def test_where_two_repairs_would_do_neither_is_made():
    receipt = read("OST  1O,00\nMÆLK  1O,00\nKAFFE  20,00\nTOTAL 30,00")

    assert ([item.text for item in receipt.items], receipt.rest) == (["KAFFE"], D("10.00"))


def test_lines_that_do_not_add_up_are_kept_and_told():
    receipt = read("OST  40,00\nMÆLK  20,00\nTOTAL 65,25\nVISA 65,25")

    assert (len(receipt.items), receipt.total, receipt.rest, receipt.adds_up) == (2, D("65.25"), D("5.25"), False)
    assert receipt.doubts == ("Linjerne giver 60,00\u00a0kr., men der står 65,25\u00a0kr. i alt.",)


def test_one_digit_that_would_make_it_right_is_pointed_at():
    receipt = read("OST  41,00\nMÆLK  22,50\nTOTAL 69,50\nVISA 69,50")

    assert receipt.doubts[1] == "Det passer, hvis “OST” er 47,00\u00a0kr. og ikke 41,00\u00a0kr."


@pytest.mark.parametrize(
    ("foot", "by", "card"),
    [
        ("DANKORT 60,00\nXXXX XXXX XXXX 1234", PaidBy.CARD, "1234"),
        ("MobilePay 60,00", PaidBy.MOBILEPAY, ""),
        ("Betalt med MobilePay", PaidBy.MOBILEPAY, ""),
        ("KONTANT 100,00\nBYTTEPENGE 40,00", PaidBy.CASH, ""),
        ("GAVEKORT 60,00", PaidBy.VOUCHER, ""),
        ("************9876", PaidBy.CARD, "9876"),
        ("Tak for besøget", PaidBy.UNKNOWN, ""),
    ],
)
def test_how_it_was_paid(foot, by, card):
    receipt = read(f"OST  60,00\nTOTAL 60,00\n{foot}")

    assert (receipt.payment, receipt.card) == (by, card)


def test_a_receipt_paid_in_two_ways_knows_what_the_bank_will_show():
    receipt = read("OST  60,00\nTOTAL 60,00\nDANKORT 45,00\nKONTANT 15,00")
    kept = kept_receipt(receipt)

    assert [(paid.by, paid.amount) for paid in receipt.payments] == [(PaidBy.CARD, D(45)), (PaidBy.CASH, D(15))]
    assert (kept.paid_by, kept.off_bank, kept.on_bank) == (PaidBy.CARD, D(15), D(45))


@pytest.mark.parametrize(
    "printed",
    ["11.10.2026 14:32", "11-10-26", "Dato: 11/10/2026", "2026-10-11", "11. okt. 2026", "11-1O-2026", "l1.10.26 14.32"],
)
def test_a_day_in_danish_forms_and_as_engines_break_it(printed):
    receipt = read("OST  60,00\nTOTAL 60,00", head=f"Netto\n{printed}\n")

    assert (receipt.date, receipt.doubts) == (date(2026, 10, 11), ())


@pytest.mark.parametrize(
    ("printed", "says"),
    [("11.10.2062", "fremtiden"), ("11.10.2006", "langt tilbage"), ("31.02.2026", "ikke læses"), ("", "ikke læses")],
)
def test_a_day_that_cannot_be_is_doubted_and_not_taken(printed, says):
    receipt = read("OST  60,00\nTOTAL 60,00", head=f"Netto\n{printed}\n")

    assert receipt.date is None
    assert says in receipt.doubts[0]


@pytest.mark.parametrize(
    ("head", "shop"),
    [
        ("Netto Hvidovre\nStorgade 3", "Netto Hvidovre"),
        ("** REMA IOOO **\nValby", "Rema 1000"),
        ("F0TEX", "Føtex"),
        ("Velkommen til\nKVICKLY", "KVICKLY"),
        ("Storgade 12\n2650 Hvidovre\nCVR 12345678\nSlagter Bo", "Slagter Bo"),
        ("Kvittering\nCafé Luna\nTlf. 12 34 56 78", "Café Luna"),
    ],
)
def test_the_shop_is_a_chain_we_know_or_the_first_line_that_can_be_a_name(head, shop):
    assert read("OST  60,00\nTOTAL 60,00", head=f"{head}\n").shop == shop


@pytest.mark.parametrize(
    ("head", "shop"),
    [
        ("REMA 1000\nStorgade 3, 2650 Hvidovre", "Rema 1000"),
        ("REMA 10,00", "Rema 1000"),
        ("REMA 10.00", "Rema 1000"),
        ("REMA 1OOO\nValby", "Rema 1000"),
        ("COOP 365", "COOP 365"),
        ("Lyngbyvej 1000\nREMA 1000", "Rema 1000"),
        ("Hos Olsen\nLyngbyvej 1000", "Hos Olsen"),
        ("Bageren 1000\nTlf. 12 34 56 78", "Bageren 1000"),
        ("Bageren\nTlf. 12 34 56 78\nTak, fordi du valgte REMA 1000", "Rema 1000"),
    ],
)
def test_a_number_in_the_name_of_the_shop_or_in_its_address_is_no_amount(head, shop):
    right, short = (
        read(f"OST  40,00\nMÆLK  20,00\nTOTAL {total}\nVISA {total}", head=f"{head}\n11.10.2026\n")
        for total in ("60,00", "70,00")
    )

    assert (right.shop, right.sure) == (shop, True)
    assert [item.text for item in short.items] == ["OST", "MÆLK"]
    assert (short.shop, short.rest, short.adds_up) == (shop, D("10.00"), False)


def test_an_item_that_names_the_shop_keeps_its_price():
    assert items("POSE REMA 1000  4,00\nREMA 1000 OST  40,00\nTOTAL 44,00") == [
        ("POSE REMA 1000", "4.00"),
        ("REMA 1000 OST", "40.00"),
    ]


def test_a_lost_comma_in_the_first_item_is_still_mended_by_the_sum():
    assert items("OST  1295\nMÆLK  20,00\nTOTAL 32,95") == [("OST", "12.95"), ("MÆLK", "20.00")]


@pytest.mark.parametrize(
    ("lost", "mended"),
    [
        ("PISKEFL0DE 38%", "PISKEFLØDE 38%"),
        ("SKUMMETMELK", "SKUMMETMÆLK"),
        ("R0DE AEBLER", "RØDE ÆBLER"),
        ("Rugbrod", "Rugbrød"),
        ("OKO SMOR", "ØKO SMØR"),
        ("TORV FOR DIG", "TORV FOR DIG"),
        ("X-TRA LAND", "X-TRA LAND"),
        ("COCA COLA 0,5L", "COCA COLA 0,5L"),
        ("FÅREKØD Ø,75L", "FÅREKØD 0,75L"),
        ("MEL 5ØØ G", "MEL 500 G"),
    ],
)
def test_lost_danish_letters_are_put_back_where_one_repair_fits(lost, mended):
    assert mend(lost) == mended


def test_every_item_knows_its_place_in_the_picture():
    lines = as_lines((HEAD + "OST  60,00\nRABAT 10,00-\nTOTAL 50,00").split("\n"))
    kept = kept_receipt(receipt_from_lines(lines, today=TODAY), lines, picture="p1")

    assert kept.items[0].boxes == (
        Box(left=0, top=40, width=300, height=18),
        Box(left=0, top=60, width=300, height=18),
    )
    assert kept.picture == "p1"


def test_the_same_lines_get_the_same_id():
    lines = as_lines((HEAD + "OST  60,00\nTOTAL 60,00").split("\n"))

    assert kept_receipt(receipt_from_lines(lines), lines) == kept_receipt(receipt_from_lines(lines), lines)


def test_a_card_slip_is_a_total_without_items():
    receipt = read("Dankort\nBELØB DKK 123,45\nGODKENDT")

    assert (receipt.total, receipt.items) == (D("123.45"), ())
    assert receipt.doubts == ("Der er ingen varelinjer at læse, kun totalen.",)


def test_letters_that_turn_text_around_are_taken_out():
    assert read("\u202eOST\u202c  60,00\nTOTAL 60,00").items[0].text == "OST"
