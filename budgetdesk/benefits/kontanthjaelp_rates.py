"""Which rate and which supplements of kontanthjælp go with one adult since 1 July 2025: sure ones, and possible ones.

Law:  Lov om aktiv socialpolitik §§ 16-20 (lov nr. 1655 af 30.12.2024).
Spec: docs/benefits/kontanthjaelp.md
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from budgetdesk.benefits.figures import Figures
from budgetdesk.i18n import N_, translated

LAW = "kontanthjaelp"
"""The file of figures: resources/rates/kontanthjaelp.toml."""
RATES = {
    "kontanthjaelp_mindstesats": "mindstesats",
    "kontanthjaelp_grundsats": "grundsats",
    "kontanthjaelp_forhoejet": "forhoejet",
}
"""The figure of each base of income."""
NAMES = {"mindstesats": "mindstesats", "grundsats": "grundsats", "forhoejet": N_("forhøjet sats")}
SUPPLEMENTS = {
    "boernetillaeg": N_("Børnetillæg, ét uanset antal børn"),
    "enlig_forsoerger": N_("Tillæg til enlig forsørger"),
    "enlig_ikke_forsoerger": N_("Tillæg til enlig ikke-forsørger"),
    "ungetillaeg_lavt": N_("Særligt ungetillæg, lav sats"),
    "ungetillaeg_hoejt": N_("Særligt ungetillæg, høj sats"),
    "fritidstillaeg": N_("Fritidstillæg for børn"),
}


@dataclass(frozen=True, kw_only=True)
class Recipient:
    """What the rates ask about one adult. `None`: not known yet."""

    rate: str
    """`mindstesats`, `grundsats` or `forhoejet`."""
    age: int | None = None
    single: bool | None = None
    """Enlig as for børnetilskud; asked, never inferred from the address."""
    provider: bool = False
    """Provides for a child under 18, at home or elsewhere."""
    children_at_home: int = 0
    aktivitetsparat: bool | None = None
    opholdskrav: bool | None = None
    beskaeftigelseskrav: bool | None = None
    lives_with_parent: bool | None = None


@dataclass(frozen=True)
class Supplement:
    """One supplement that goes with a recipient, kr/month before tax; `missing` is the fact that would settle it."""

    name: str
    amount: Decimal
    sure: bool
    missing: str = ""

    @property
    def title(self) -> str:
        return translated(SUPPLEMENTS)[self.name]


def supplements(who: Recipient, figures: Figures) -> tuple[Supplement, ...]:
    """The supplements that go with the rate, sure or possible. Raises NoRateError before 1 July 2025."""
    found = [*_for_children(who, figures), *_for_singles(who, figures), *_for_the_young(who, figures)]
    return tuple(found)


def _for_children(who: Recipient, figures: Figures) -> list[Supplement]:
    found = []
    if who.provider:
        found.append(Supplement("boernetillaeg", figures.compare("boernetillaeg"), sure=True))
    count = min(who.children_at_home, int(figures.compare("fritidstillaeg_boern")))
    if count:
        found.append(Supplement("fritidstillaeg", count * figures.compare("fritidstillaeg"), sure=False))
    return found


def _for_singles(who: Recipient, figures: Figures) -> list[Supplement]:
    """Single providers on the two lower rates, single people without children on the two higher ones."""
    if who.single is False:
        return []
    missing = "" if who.single else "marital"
    if who.children_at_home and who.rate in ("mindstesats", "grundsats"):
        return [Supplement("enlig_forsoerger", figures.compare("enlig_forsoerger"), bool(who.single), missing)]
    if not who.provider and who.rate in ("grundsats", "forhoejet"):
        name = "enlig_ikke_forsoerger"
        return [Supplement(name, figures.compare(name), bool(who.single), missing)]
    return []


def _for_the_young(who: Recipient, figures: Figures) -> list[Supplement]:
    """Aktivitetsparat under 30 on grundsats."""
    young = who.age is None or who.age < figures.compare("alder_forhoejet")
    if who.rate != "grundsats" or not young or who.aktivitetsparat is False:
        return []
    older = who.age is not None and who.age >= figures.compare("alder_unge")
    name = "ungetillaeg_hoejt" if older or who.provider else "ungetillaeg_lavt"
    sure = bool(who.aktivitetsparat) and who.age is not None
    missing = "" if sure else "born" if who.age is None else "adult.aktivitetsparat"
    return [Supplement(name, figures.compare(name), sure, missing)]


def higher_rate(who: Recipient, figures: Figures) -> str:
    """A rate above the one that is paid and that the facts point to; empty where they do not.

    Grundsats asks for nine of ten years in Denmark; forhøjet sats for work, too, or for an age of 30 and both demands.
    """
    if who.opholdskrav is not True or who.rate == "forhoejet":
        return ""
    if who.age is not None and who.age >= figures.compare("alder_unge") and who.beskaeftigelseskrav:
        return "forhoejet"
    return "grundsats" if who.rate == "mindstesats" else ""


@dataclass(frozen=True)
class Most:
    """The most one adult could get, kr/month before tax, and the income up to which something is left."""

    help: Decimal
    income: Decimal


def most_of(who: Recipient, figures: Figures) -> Most:
    """The best of the three rates for one adult, with every supplement that is sure or possible.

    Income up to the disregard leaves the help as it is, so the end of it is the help and the disregard.
    """
    totals, ends = [], []
    for rate in NAMES:
        whole = sum((each.amount for each in supplements(replace(who, rate=rate), figures)), figures.take(rate))
        totals.append(whole)
        ends.append(whole + figures.take(disregard(rate)))
    return Most(max(totals), max(ends))


def disregard(rate: str) -> str:
    """The figure of the wage that does not lower the help."""
    return "fribeloeb_forhoejet" if rate == "forhoejet" else "fribeloeb_lavt"
