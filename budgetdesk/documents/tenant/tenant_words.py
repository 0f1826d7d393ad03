"""Which texts stand on which tenant's page: what has to be translated, read and approved before it is printed.

A text is its Danish words. Where they change, it is another text, and nobody has read its translation yet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.casework import rescue_help, rescue_money
from budgetdesk.documents.papers import benefit_words, benefits_pdf
from budgetdesk.documents.sheet import texts
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording import curve, eviction, rescue
from budgetdesk.wording.one_or_several import as_one

FRAME = "to_sprog"
"""The words around the two languages: `resources/texts/to_sprog.toml`."""
LANGUAGES: Mapping[str, str] = {
    "ar": N_("Arabisk"),
    "en": N_("Engelsk"),
    "fa": N_("Farsi"),
    "pl": N_("Polsk"),
    "so": N_("Somali"),
    "tr": N_("Tyrkisk"),
    "uk": N_("Ukrainsk"),
    "ur": N_("Urdu"),
}
"""The languages that a tenant's page is offered in, by their Danish names."""

_BUDGET = ("budget",)
_NEXT = ("budget.next", "budget.call")
_CALL = ("opgaver.call",)
_FILES: Mapping[str, tuple[str, ...]] = {
    "budget": _BUDGET,
    "naeste_skridt": ("naeste_skridt", *_NEXT),
    "opgaver": ("opgaver",),
    "kontaktpersoner": ("kontaktpersoner",),
    "ydelser": ("ydelser",),
    "forventninger": ("forventninger",),
    "oplysning": ("oplysning",),
    "opfoelgning": ("opfoelgning",),
    "redning": ("redning",),
    "aaret": ("aaret", *_CALL),
    "kuverter": ("kuverter", *_CALL),
    "budgetkonto": ("budgetkonto", *_CALL),
    "indkoeb": ("indkoeb", *_CALL),
}
"""The words of each page: a file of `resources/texts`, or a table of it."""
_OTHER_PAPERS = frozenset(
    {
        "budget.out.alt", "budget.out.count", "budget.out.others", "budget.out.legend_need", "budget.out.legend_nice",
        "budget.out.legend_ask", "budget.in.others", "budget.proof.accounts", "naeste_skridt.signing",
        "naeste_skridt.clock.after", "ydelser.part", "ydelser.facts", "ydelser.values", "ydelser.alone",
        "ydelser.vejledende", "redning.landlord", "redning.help.key",
        "aaret.picture.caption", "aaret.picture.alt", "aaret.picture.month",
        "kuverter.label.blank_amount", "kuverter.label.left", "kuverter.label.left_amount", "kuverter.label.not_named",
        "kuverter.label.one_day", "indkoeb.shop", "indkoeb.eaten", "indkoeb.meals.columns",
        "indkoeb.advice.lines.source",
        "aaret.used.lines", "aaret.table.short",
    }
)  # fmt: skip
"""Words of these files that no tenant's page says."""
_CHART = frozenset({"budget", "naeste_skridt", "aaret", "kuverter", "budgetkonto", "indkoeb"})
"""The pages on which rows of the budget are named."""
TO_FIND = (
    "Husleje pr. måned",
    "Boligstøtten, der er trukket i huslejen",
    "Indtægter",
    "{title}: det, der bliver udbetalt",
    "{title}: beløbet",
    "Udgifter",
    "Hvad der skyldes i husleje",
    "Et beløb i restancen",
    "Saldo på kontoen i dag",
    "Saldo i dag på {name}",
    "Dagen, brevet kom",
    "Værgens navn",
    "Boligstøtte i dag (0, hvis ingen)",
    "Boligens areal",
    "Er varmen med i huslejen?",
    "{income_title} før skat",
    "{expense_title}: beløbet",
    "{name}: hvem der skyldes til",
    "Gæld, {name}: beløbet",
    "Ny saldo på {name}",
    "Udlejerens navn",
    "Lejerens adresse",
    "Udlejers betalings-id",
    "Bilag: {title} (medbringes)",
    "Bilag: {expense_title}",
    "{bill} (medbringes)",
    "Indtægt",
    "Udgift",
    "Gæld",
    "Seneste varmeregning",
    "Seneste vandregning",
    "Seneste elregning",
    "Seneste gasregning",
    "Opkrævning for institution",
    "Kommune",
)
"""What a tenant can be asked to find, as `casework.missing_rules` says it; a test holds that it still does."""
_INSTALMENTS = frozenset({"aaret", "budgetkonto"})
"""The pages on which what is paid off the arrears stands among the bills."""
_BENEFITS = frozenset({"budget", "naeste_skridt", "ydelser", "redning"})


@cache
def texts_of(page: str) -> tuple[str, ...]:
    """Every Danish text of a page that is the program's own, in the order of the page, each once."""
    found = [*_walk(FRAME), texts.AND]
    for source in _FILES.get(page, ()):
        found += _walk(source)
    if page in _CHART:
        found += _chart()
    if page in _BENEFITS:
        found += [one.title for one in CATALOGUE]
    if page == "naeste_skridt":
        found += TO_FIND
    if page == "ydelser":
        found += [*translated(benefits_pdf.AMOUNTS), *_benefits()]
    if page == "oplysning":
        found += [one["title"] for one in texts.danish("consents.toml")["sensitive"] if one["kind"] != "cpr"]
    if page in _INSTALMENTS:
        found.append(curve.INSTALMENT)
    if page == "redning":
        found += [*rescue.said_to_tenants(), *_clock()]
    return tuple(dict.fromkeys(map(str, found)))


@cache
def all_texts() -> tuple[str, ...]:
    """Every text of every page, each once."""
    return tuple(dict.fromkeys(text for page in _FILES for text in texts_of(page)))


def pages_with(text: str) -> tuple[str, ...]:
    """The pages on which a text stands."""
    return _pages().get(text, ())


@cache
def _pages() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for page in _FILES:
        for text in texts_of(page):
            found[text] = (*found.get(text, ()), page)
    return found


PAGES = tuple(_FILES)
"""The documents that are offered in two languages."""


def _walk(source: str) -> list[str]:
    file, *tables = source.split(".")
    words: Any = texts.danish("texts", f"{file}.toml")
    for table in tables:
        words = words[table]
    return list(_strings(words, source))


def _strings(words: Any, path: str) -> Iterator[str]:
    if path in _OTHER_PAPERS:
        return
    if isinstance(words, str):
        yield words
    elif isinstance(words, Mapping):
        for key, value in words.items():
            if key != "key":
                yield from _strings(value, f"{path}.{key}")
    elif isinstance(words, list):
        for one in words:
            yield from _strings(one, path)


def _chart() -> list[str]:
    chart = texts.danish("chart.toml")
    return [
        *chart["groups"].values(),
        *(line["title"] for line in chart["lines"].values()),
        *(income["title"] for income in chart["incomes"].values()),
    ]


def _benefits() -> list[str]:
    told = texts.danish("texts", "ydelser.toml")["alone"]
    said = [
        *benefit_words.ways(),
        *benefit_words.papers_to_find(told),
        *benefit_words.who_decides(),
        *benefit_words.questions(),
        *benefit_words.NOT_RELEVANT,
    ]
    return [*said, *map(as_one, said)]


def _clock() -> list[str]:
    fixed = (
        *translated(eviction.TITLES).values(),
        *translated(eviction.EARLIEST).values(),
        *translated(eviction.BASIS).values(),
    )
    helps = (
        _(rescue_money.ACCOUNTS),
        _(rescue_money.NETWORK),
        _(rescue_help.OLD_SUPPORT),
        _(rescue_help.PLAN_TITLE),
        _(rescue_money.NEXT),
    )
    return [
        *helps,
        "Feriepenge",
        "Overskydende skat",
        *fixed,
        _(eviction.IN_PRACTICE),
        _(eviction.SAME_MONTH),
        _(eviction.TWO_MONTHS),
    ]
