"""Words of the result card: the names of its lines, its values, and what it leaves out."""

from __future__ import annotations

from budgetdesk.formats import kroner, number
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.result_card import Line, ResultCard, Shape, Value
from budgetdesk.wording.income_bases import BASE_WORDS
from budgetdesk.wording.statistics import NOT_KNOWN, word

SECTIONS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    ("Forløbet", (Line.BEGAN, Line.LENGTH, Line.TYPES, Line.REFERRED_BY)),
    ("Hvem", (Line.AGE, Line.CHILDREN, Line.INCOME_BASE)),
    ("Det gjorde vi", (Line.CONTACTS, Line.MINUTES, Line.ADVICE, Line.HELP)),
    ("Restance og penge", (Line.ARREARS, Line.REMOVED, Line.MONTHLY, Line.ONCE, Line.PLAN, Line.COVERED)),
    ("Sådan gik det", (Line.THREAT, Line.AFTER_START, Line.AFTER_END)),
)
"""Heading -> the lines below it."""
TITLES = {
    Line.BEGAN: "Begyndte",
    Line.LENGTH: "Varede, måneder",
    Line.TYPES: "Sagens type",
    Line.REFERRED_BY: "Hvem henviste",
    Line.AGE: "Alder",
    Line.CHILDREN: "Børn i hjemmet",
    Line.INCOME_BASE: "Lever af",
    Line.CONTACTS: "Kontaktformer",
    Line.MINUTES: "Tid på kontakt",
    Line.ADVICE: "Rådgivning om",
    Line.HELP: "Praktisk hjælp",
    Line.ARREARS: "Restance ved start",
    Line.REMOVED: "Betalt af på restancen",
    Line.MONTHLY: "Nye ydelser om måneden",
    Line.ONCE: "Ydelser, der kommer én gang",
    Line.PLAN: "Afdragsordning",
    Line.COVERED: "Restancen er dækket",
    Line.THREAT: "Truslen mod boligen",
    Line.AFTER_START: "Et år efter start",
    Line.AFTER_END: "Et år efter slut",
}
PLANS = {"running": "løber", "kept": "holdt", "broken": "ikke holdt"}
ANSWERS = {"yes": "ja", "no": "nej"}
_TABLES = {
    Line.CONTACTS: "contact_kinds",
    Line.THREAT: "threat_outcome",
    Line.AFTER_START: "home_after_start",
    Line.AFTER_END: "home_after_end",
}
LEFT_OUT = (
    "Her står ingen navne, adresser, numre, dage eller noter.",
    "Årsager og sygdom står kun i statistikken, hvor mange er lagt sammen.",
)
NO_YES = "Kladde: lejeren har ikke sagt ja til, at kortet gives videre."
SAID_NO = "Lejeren har sagt nej til at blive talt med. Kortet kan ikke laves."


def said(value: Value, categories: Categories) -> str:
    """The value as it stands on the card; that it is not known is said, never guessed."""
    if not value.known:
        return NOT_KNOWN
    if value.number is not None:
        return f"ca. {kroner(value.number)}" if value.shape is Shape.KRONER else _time(int(value.number))
    if value.line is Line.PLAN:
        return PLANS.get(value.words[0], value.words[0])
    if value.shape is Shape.ANSWER:
        return ANSWERS[value.words[0]]
    if value.shape is Shape.QUARTER:
        year, _, quarter = value.words[0].partition(" K")
        return f"{quarter}. kvartal {year}"
    if value.line is Line.CHILDREN and value.words == ("0",):
        return "ingen"
    if value.shape is Shape.STEP:
        return value.words[0].replace("+", " eller flere") if value.line is not Line.AGE else _age(value.words[0])
    return ", ".join(_named(value.line, one, categories) for one in value.words)


def sections(card: ResultCard, categories: Categories) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Heading -> name and value of each line."""
    return tuple(
        (heading, tuple((TITLES[line], said(card.value(line), categories)) for line in lines))
        for heading, lines in SECTIONS
    )


def row(card: ResultCard, categories: Categories) -> dict[str, str | int]:
    """One row of the table: name of the column -> text, or whole kr and minutes as numbers; "" where not known."""
    found: dict[str, str | int] = {}
    for _, lines in SECTIONS:
        for line in lines:
            value = card.value(line)
            if value.number is not None:
                found[column(line)] = int(value.number)
            else:
                found[column(line)] = said(value, categories) if value.known else ""
    return found


def column(line: Line) -> str:
    """The name of a column, with its unit where it holds numbers."""
    units = {Line.MINUTES: "minutter"} | dict.fromkeys((Line.ARREARS, Line.REMOVED, Line.MONTHLY, Line.ONCE), "kr.")
    return f"{TITLES[line]} ({units[line]})" if line in units else TITLES[line]


def _named(line: Line, key: str, categories: Categories) -> str:
    if line is Line.INCOME_BASE:
        return BASE_WORDS.get(key, key).lower()
    return word(_TABLES.get(line, line.value), key, categories)


def _age(step: str) -> str:
    first, _, last = step.partition("-")
    if step.endswith("+"):
        return f"{step[:-1]} år eller ældre"
    return f"højst {last} år" if first == "0" else f"{step} år"


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{number(hours)} t."] if hours else []
    return f"ca. {' '.join([*parts, *([f'{rest} min.'] if rest else [])]) or '0 min.'}"
