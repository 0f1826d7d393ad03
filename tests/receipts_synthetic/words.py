"""Invented shops and item texts. No word list of the program is used: what is measured must not be known to it."""

from __future__ import annotations

from random import Random

SHOPS = (
    "HAVNENS KØBMAND", "TORVETS MAD", "SPISEKAMMERET", "BÆLTETS LAVPRIS", "GRØNDALS MARKED", "DAGLI' 24", "MØLLE MAD",
    "ØSTERPORT KIOSK", "FJORDENS FRISKE", "KÆLDERENS VARER", "LILLE TORV", "SØNDERMARKEN",
)  # fmt: skip
STREETS = (
    "Ærøgade", "Strandhøjen", "Gl. Mølleåvej", "Kirkebakken", "Sønder Allé", "Havnepladsen",
    "Ravnsbjergvej", "Ågårdsstien"
)  # fmt: skip
TOWNS = (
    "8700 Horsens",
    "5700 Svendborg",
    "3000 Helsingør",
    "6800 Varde",
    "9800 Hjørring",
    "4800 Nykøbing F",
    "2650 Hvidovre",
)
KINDS = (
    "SMØRREBRØD", "HVEDEKIKS", "SOLBÆRSAFT", "RÅSYLT", "KÆRNEMÆLK", "FUGLEFRØ", "LÅNEBOG", "TØJKLEMMER", "BRUNKAGER",
    "DESSERTOST", "KNÆKBRØD", "TYTTEBÆR", "FÅREKØD", "SILD I KARRY", "STEGEPOSER", "SMÅKAGER",
    "HØNSESALAT", "KALVELEVER",
    "RABARBER", "BLOMKÅL", "ÆBLEGRØD", "NØDDEMIX", "STØVSUGERPOSE", "LAMPEOLIE", "VARMEDUNK", "HÅRELASTIK", "FLØDEIS",
    "KRYDDERSILD", "SPRØDE LØG", "OVNPOMFRITTER", "SKOLEHÆFTE", "GAVEPAPIR", "BAGEPULVER", "SENNEPSGLAS", "TORSKEROGN",
    "DILDSPIDSER", "KOKOSMEL", "BOGHVEDE", "ROSENKÅL", "SUPPEHORN", "HYLDEBLOMST", "FISKEBOLLER",
    "LIMFARVE", "CYKELLAPPER",
    "MANDELSPÅNER", "FERSKENSKIVER", "STÆNGELSELLERI", "JORDSKOKKER", "KVARK", "TERIYAKISAUCE",
    "WOKGRØNT", "ZWIEBELMIX",
)  # fmt: skip
MAKERS = (
    "",
    "",
    "",
    "SKOVLY ",
    "BØGH ",
    "VESTERÅ ",
    "ØKO ",
    "GL. DANSK ",
    "MAMMAS ",
    "NORDLY ",
    "FRU HØJ ",
    "X-TRA FIN ",
)
SIZES = ("", "", "", " 250G", " 500 G", " 1KG", " 2 STK", " 33CL", " 0,75L", " 6 PK", " STR. M", " 12%", " 100 ML")
DISCOUNTS = ("RABAT", "TILBUD", "MIX RABAT", "MEDLEMSRABAT", "KAMPAGNE RABAT")
SECTIONS = ("* KØLEVARER *", "* BRØD & KAGER *", "* TØRVARER *", "* TIL HUSET *")


def item_text(draw: Random) -> str:
    """One invented item, in capitals or as in a sentence, at most 24 letters."""
    text = draw.choice(MAKERS) + draw.choice(KINDS) + draw.choice(SIZES)
    return text[:24].strip()
