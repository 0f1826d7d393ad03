"""Words of the result card: the names of its lines, its values, and what it leaves out."""

from __future__ import annotations

from budgetdesk.formats import kroner, number
from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.categories import Categories
from budgetdesk.statistics.result_card import Line, ResultCard, Shape, Value
from budgetdesk.wording.income_bases import BASE_WORDS
from budgetdesk.wording.statistics import NOT_KNOWN, word

SECTIONS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (N_("Forløbet"), (Line.BEGAN, Line.LENGTH, Line.TYPES, Line.REFERRED_BY)),
    (N_("Hvem"), (Line.AGE, Line.CHILDREN, Line.INCOME_BASE)),
    (N_("Det gjorde vi"), (Line.CONTACTS, Line.MINUTES, Line.ADVICE, Line.HELP)),
    (N_("Restance og penge"), (Line.ARREARS, Line.REMOVED, Line.MONTHLY, Line.ONCE, Line.PLAN, Line.COVERED)),
    (N_("Sådan gik det"), (Line.THREAT, Line.AFTER_START, Line.AFTER_END)),
)
"""Heading -> the lines below it."""
TITLES = {
    Line.BEGAN: N_("Begyndte"),
    Line.LENGTH: N_("Varede, måneder"),
    Line.TYPES: N_("Sagens type"),
    Line.REFERRED_BY: N_("Hvem henviste"),
    Line.AGE: N_("Alder"),
    Line.CHILDREN: N_("Børn i hjemmet"),
    Line.INCOME_BASE: N_("Lever af"),
    Line.CONTACTS: N_("Kontaktformer"),
    Line.MINUTES: N_("Tid på kontakt"),
    Line.ADVICE: N_("Rådgivning om"),
    Line.HELP: N_("Praktisk hjælp"),
    Line.ARREARS: N_("Restance ved start"),
    Line.REMOVED: N_("Betalt af på restancen"),
    Line.MONTHLY: N_("Nye ydelser om måneden"),
    Line.ONCE: N_("Ydelser, der kommer én gang"),
    Line.PLAN: N_("Afdragsordning"),
    Line.COVERED: N_("Restancen er dækket"),
    Line.THREAT: N_("Truslen mod boligen"),
    Line.AFTER_START: N_("Et år efter start"),
    Line.AFTER_END: N_("Et år efter slut"),
}
PLANS = {"running": N_("løber"), "kept": N_("holdt"), "broken": N_("ikke holdt")}
ANSWERS = {"yes": N_("ja"), "no": N_("nej")}
_TABLES = {
    Line.CONTACTS: "contact_kinds",
    Line.THREAT: "threat_outcome",
    Line.AFTER_START: "home_after_start",
    Line.AFTER_END: "home_after_end",
}
LEFT_OUT = (
    N_("Her står ingen navne, adresser, numre, dage eller noter."),
    N_("Årsager og sygdom står kun i statistikken, hvor mange er lagt sammen."),
)
NO_YES = N_("Kladde: lejeren har ikke sagt ja til, at kortet gives videre.")
SAID_NO = N_("Lejeren har sagt nej til at blive talt med. Kortet kan ikke laves.")


def said(value: Value, categories: Categories) -> str:
    """The value as it stands on the card; that it is not known is said, never guessed."""
    if not value.known:
        return _(NOT_KNOWN)
    if value.number is not None:
        return (
            _("ca. {number}").format(number=kroner(value.number))
            if value.shape is Shape.KRONER
            else _time(int(value.number))
        )
    if value.line is Line.PLAN:
        return translated(PLANS).get(value.words[0], value.words[0])
    if value.shape is Shape.ANSWER:
        return _(ANSWERS[value.words[0]])
    if value.shape is Shape.QUARTER:
        year, _rest, quarter = value.words[0].partition(" K")
        return _("{quarter}. kvartal {year}").format(quarter=quarter, year=year)
    if value.line is Line.CHILDREN and value.words == ("0",):
        return _("ingen")
    if value.shape is Shape.STEP:
        return value.words[0].replace("+", _(" eller flere")) if value.line is not Line.AGE else _age(value.words[0])
    return ", ".join(_named(value.line, one, categories) for one in value.words)


def sections(card: ResultCard, categories: Categories) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Heading -> name and value of each line."""
    return tuple(
        (heading, tuple((translated(TITLES)[line], said(card.value(line), categories)) for line in lines))
        for heading, lines in translated(SECTIONS)
    )


def row(card: ResultCard, categories: Categories) -> dict[str, str | int]:
    """One row of the table: name of the column -> text, or whole kr and minutes as numbers; "" where not known."""
    found: dict[str, str | int] = {}
    for _heading, lines in SECTIONS:
        for line in lines:
            value = card.value(line)
            if value.number is not None:
                found[column(line)] = int(value.number)
            else:
                found[column(line)] = said(value, categories) if value.known else ""
    return found


def column(line: Line) -> str:
    """The name of a column, with its unit where it holds numbers."""
    units = {Line.MINUTES: _("minutter")} | dict.fromkeys((Line.ARREARS, Line.REMOVED, Line.MONTHLY, Line.ONCE), "kr.")
    return f"{translated(TITLES)[line]} ({units[line]})" if line in units else translated(TITLES)[line]


def _named(line: Line, key: str, categories: Categories) -> str:
    if line is Line.INCOME_BASE:
        return translated(BASE_WORDS).get(key, key).lower()
    return word(_TABLES.get(line, line.value), key, categories)


def _age(step: str) -> str:
    first, _rest, last = step.partition("-")
    if step.endswith("+"):
        return _("{step} år eller ældre").format(step=step[:-1])
    return _("højst {last} år").format(last=last) if first == "0" else _("{step} år").format(step=step)


def _time(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    parts = [f"{number(hours)} t."] if hours else []
    return _("ca. {value}").format(
        value=" ".join([*parts, *([_("{rest} min.").format(rest=rest)] if rest else [])]) or _("0 min.")
    )
