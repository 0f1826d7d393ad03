"""What other people's labels mean on our chart: their posts and classes -> the lines that mean the same."""

from __future__ import annotations


def _lines(*codes: str) -> frozenset[str]:
    return frozenset(codes)


POST_LINES = {
    "loen": _lines("loen"),
    "su": _lines("su"),
    "dagpenge": _lines("dagpenge"),
    "rente_indtaegt": _lines("andet"),
    "husleje": _lines("101"),
    "boliglaan": _lines("914", "916", "917", "923"),
    "el": _lines("106"),
    "vand": _lines("105"),
    "vand_varme": _lines("104", "105"),
    "mobil": _lines("501"),
    "internet": _lines("502"),
    "fagforening": _lines("205", "206"),
    "forsikring": _lines("201", "202", "204"),
    "vaegtafgift": _lines("604", "609"),
    "skat": _lines("912", "913"),
    "dagligvarer": _lines("701"),
    "kiosk_bager": _lines("705", "708"),
    "restaurant_takeaway": _lines("708"),
    "bar": _lines("706", "708"),
    "kollektiv_transport": _lines("601", "602"),
    "parkering": _lines("607"),
    "taxi": _lines("607"),
    "braendstof": _lines("603"),
    "broafgift": _lines("603", "607"),
    "tv_streaming": _lines("503", "504"),
    "software": _lines("505"),
    "fitness": _lines("805"),
    "apotek": _lines("401", "405"),
    "personlig_pleje": _lines("703", "804"),
    "have_planter": _lines("806"),
    "shopping_andet": _lines("703", "801", "806"),
    "bolig_indretning": _lines("111"),
    "boeger": _lines("806"),
    "toej": _lines("801", "802"),
    "elektronik": _lines("806", "111"),
    "rejser": _lines("808"),
    "vaskeri": _lines("110"),
    "fritid": _lines("805", "806"),
    "opsparing": _lines("992", "902"),
    "egen_konto": _lines("992"),
    "mobilepay_person": _lines("991"),
    "ukendt": _lines("", "990", "991"),
    "bankgebyr": _lines("916"),
}
"""One person's posts for bank texts."""

CLASS_LINES = {
    "broed": _lines("701"),
    "mejeri_aeg_ost": _lines("701"),
    "koed_fisk": _lines("701"),
    "frugt_groent": _lines("701"),
    "kolonial": _lines("701"),
    "faerdigmad": _lines("701", "708"),
    "kaffe_te": _lines("701"),
    "slik_kage_is": _lines("705"),
    "sodavand_juice": _lines("705", "701"),
    "alkohol": _lines("706"),
    "tobak": _lines("707"),
    "baby": _lines("304"),
    "kaeledyr": _lines("810"),
    "rengoering_papir": _lines("702"),
    "personlig_pleje": _lines("703"),
    "sundhed": _lines("405"),
    "toej": _lines("801", "802"),
    "elektronik": _lines("806", "111"),
    "bolig": _lines("111", "806", "807"),
    "fritid_legetoej": _lines("806"),
    "andet": _lines(""),
}
"""A proposal of coarse classes for groceries."""

SECTION_CLASS = {
    "BOLIG": "bolig",
    "DRIKKEVARER": "sodavand_juice",
    "FRUGT & GRØNT": "frugt_groent",
    "MEJERI": "mejeri_aeg_ost",
    "PERSONLIG PLEJE": "personlig_pleje",
    "PLANTER/BLOMSTER": "bolig",
    "SLAGTER": "koed_fisk",
}
"""Headings on printed receipts whose goods all belong to one class."""
