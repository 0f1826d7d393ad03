"""What the benefits' handout says about how to apply, and which papers to find: its texts, for translators.

A way to apply is translated sentence by sentence, and a paper as it stands in the list (with a capital), so that what
is said to several adults is left out of both languages alike (`papers_to_bring`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from budgetdesk.benefits import (
    aeldrecheck,
    beboerindskud,
    boerne_og_ungeydelse,
    boernebidrag,
    boernetilskud,
    boligstoette,
    feriepenge,
    foertidspension,
    folkepension,
    friplads,
    helbredstillaeg,
    huslejehjaelp_2026,
    kontanthjaelp,
    paragraf_34,
    paragraf_34_texts,
    paragraf_81,
    paragraf_82,
    paragraf_82_a,
    paragraf_85,
    personligt_tillaeg,
    rescue,
    skattetjek,
    varmetillaeg,
)
from budgetdesk.benefits.catalogue import CATALOGUE
from budgetdesk.documents.papers.papers_to_bring import sentences, with_capital
from budgetdesk.documents.sheet import texts

_RULES = (
    boligstoette, huslejehjaelp_2026, rescue, paragraf_81, kontanthjaelp, boernetilskud, boerne_og_ungeydelse,
    boernebidrag, friplads, feriepenge, skattetjek, paragraf_34, paragraf_34_texts, paragraf_82, paragraf_82_a,
    paragraf_85, beboerindskud, folkepension, foertidspension, aeldrecheck, varmetillaeg, helbredstillaeg,
    personligt_tillaeg,
)  # fmt: skip
_WAYS = ("HOW_TO_APPLY", "HOW_TO_CLAIM", "MORE_TO_APPLY")
_PAPERS = ("DOCUMENTS", "CLAIM_DOCUMENTS", "MORE_DOCUMENTS")
_QUESTIONS = ("family", "home", "pension", "special")
"""The files of `resources/questions`."""
NOT_RELEVANT = (
    "Boligstøtte giver ikke noget i dag: boligudgiften er for lav. Regn igen, hvis huslejen stiger.",
    "Boligstøtte giver ikke noget i dag: indkomsten er for høj til boligen. Regn igen, hvis den falder.",
    "Boligstøtte kræver en bolig med eget køkken.",
    "Børne- og ungeydelse gives til børn under 18 år. I har ikke nogen, der giver ydelsen i dag.",
    "Børnebidrag er ikke relevant i dag. Er en forælder død eller ukendt, så se børnetilskud.",
    "Børnetilskud giver ikke noget i dag: {why}",
    "I er to om at forsørge, og intet andet giver tilskud.",
    "I har ikke børn under 18 år på adressen.",
    "Der er ingen restance, så § 81 a er ikke relevant i dag.",
    "Der ligger ingen feriepenge, der ikke er hævet.",
    "Folkepension er ikke relevant endnu: alderen er ikke nået.",
    "Førtidspension er ikke relevant: den gives kun til voksne under folkepensionsalderen.",
    "Helbredstillæg er ikke relevant nu: der er ingen egen udgift.",
    "Helbredstillæg er ikke relevant. § 82 og § 82 a er for dem, der ikke har den slags pension.",
    "Helbredstillæg gives ikke: formuen er over grænsen.",
    "Helbredstillæg gives ikke: indkomsten er for høj.",
    "Kommunens huslejehjælp er slut. Hvad der kom i stedet, ved vi ikke. Spørg kommunen.",
    "Kommunens huslejehjælp fandtes ikke endnu på den dag.",
    "Kontanthjælp giver ikke noget i dag: indtægten er højere end hjælpen.",
    "Lån til beboerindskud gives kun til en ny bolig. I har sagt, at I ikke skal flytte.",
    "Personligt tillæg er ikke relevant. Se på §§ 81-85 i stedet.",
    "Personligt tillæg gives ikke: indkomsten er for høj.",
    "Tilskud til tandpleje er ikke relevant: det kræver kontanthjælp.",
    "Tilskud til tandpleje giver ikke noget: udgiften er ikke over årets egenbetaling.",
    "Udsættelsen er sket. Tal med kommunen om husvildeboligen og § 85 i stedet.",
    "Varmetillæg er ikke relevant: det kræver folkepension eller førtidspension fra før 2003.",
    "Varmetillæg giver ikke noget: varmeudgiften er under egenbetalingen.",
    "Varmetillæg gives ikke: indkomsten er for høj.",
    "§ 34 er ophævet. Fik I for lidt i ældre måneder, kan et krav være relevant: se månederne.",
    "§ 34 er ophævet. § 81 og § 81 a kan være relevante i stedet.",
    "§ 34 giver ikke noget: boligudgiften er under grænsen.",
    "§ 34 giver ikke noget: formuen er over grænsen.",
    "§ 34 giver ikke noget: indtægten er over loftet for tidligere indtægt.",
    "§ 34 gælder ikke for folkepension, førtidspension, efterløn og SU.",
    "§ 82 er ikke relevant nu: der er ikke brug for en behandling.",
    "§ 85 er ikke relevant nu: I skal ikke flytte.",
    "Ældrecheck er først relevant fra næste år: folkepensionen er kommet efter 1. januar.",
    "Ældrecheck er ikke relevant i år: den kræver folkepension den 1. januar.",
    "Ældrecheck gives ikke: formuen er over grænsen.",
    "Ældrecheck gives ikke: indkomsten er for høj.",
    "Økonomisk friplads er ikke relevant i dag: ingen børn i dagtilbud, SFO eller klub.",
    "Økonomisk friplads giver ikke noget i dag: indkomsten er over grænsen. Regn igen, hvis den falder.",
    "Økonomisk friplads sparer ikke noget: pladsen står som gratis.",
)
"""Why a benefit does not fit, as the rules say it; a test holds that they still do. The page says the title before
it, so a translation need not."""


def ways() -> tuple[str, ...]:
    """Every sentence about how to apply, each once, in Danish."""
    found = [text for told in _held(_WAYS) for text in _texts(told)]
    return tuple(dict.fromkeys(sentence for text in found for sentence in sentences(text)))


def papers_to_find(alone: Any) -> tuple[str, ...]:
    """Every paper as the list has it, also as it is said to one adult; `alone` are the pairs to replace and to drop."""
    found = [text for told in _held(_PAPERS) for text in told]
    for old, new in alone["replace"]:
        found += [text.replace(old, new) for text in found if old in text]
    return tuple(dict.fromkeys(with_capital(text) for text in found))


def who_decides() -> tuple[str, ...]:
    """Whom each benefit is applied for at, each once."""
    return tuple(dict.fromkeys(texts.danish("guides", f"{one.name}.toml")["decided_by"] for one in CATALOGUE))


def questions() -> tuple[str, ...]:
    """What a tenant can be asked to find out, each once."""
    files = (texts.danish("questions", f"{name}.toml") for name in _QUESTIONS)
    return tuple(dict.fromkeys(one["ask"] for file in files for one in file.values()))


def _held(names: tuple[str, ...]) -> list[Any]:
    return [getattr(rule, name) for rule in _RULES for name in names if hasattr(rule, name)]


def _texts(told: Any) -> tuple[str, ...]:
    return tuple(told.values()) if isinstance(told, Mapping) else (told,)
