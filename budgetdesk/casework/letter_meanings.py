"""Which letter means what, and what still stops it: by right, and what only by the landlord's goodwill.

Law: almenlejeloven § 90 (almen), lejeloven § 182 (private). A rykker starts no clock. Once the ophævelse has arrived
there is no right to cure by paying; the landlord may withdraw it. Nothing here is a promise.
"""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.household.words import Letter


@dataclass(frozen=True)
class Meaning:
    """What a letter is. Danish sentences."""

    title: str
    meaning: tuple[str, ...]
    by_right: tuple[str, ...]
    by_goodwill: tuple[str, ...]


_BEFORE = (
    "Betal hele beløbet inden fristen. Så kan udlejer ikke ophæve på grund af den restance.",
    "Er fristen gået, men er der ikke kommet en ophævelse, så betal alt med det samme. Det gælder stadig.",
)
_ONLY_LANDLORD = (
    "En afdragsordning eller en udsættelse gælder først, når udlejer har sagt ja. Få det på skrift.",
    "En ansøgning til kommunen flytter ikke fristen. Bed udlejer om at vente på svaret.",
)
_CHECK = (
    "Se på påkravet. Kom det for tidligt? Var beløbet forkert? Stod der ikke, at lejemålet kan blive ophævet? "
    "Så kan ophævelsen være ugyldig. Få brevene set efter i dag.",
)
_AFTER = (
    "Udlejer kan vælge at trække ophævelsen tilbage. Nogle gør det, når alt er betalt, også omkostninger.",
    "Ring i dag. Spørg, hvad det kræver, og få svaret på skrift. Udlejer har ikke pligt til at sige ja.",
)
MEANINGS = {
    Letter.NONE: Meaning(
        "Intet brev er skrevet ind",
        ("Se efter i Digital Post og postkassen. Skriv, hvilket brev det er, og hvilken dag det kom.",),
        ("Betal hele restancen. Så er der ikke noget at sende påkrav om.",),
        ("En afdragsordning gælder først, når udlejer har sagt ja. Få det på skrift.",),
    ),
    Letter.RYKKER: Meaning(
        "En rykker",
        (
            "En rykker starter ingen frist. Lejemålet kan ikke ophæves på en rykker.",
            "Det næste brev kan være et påkrav. Ring til udlejer, før det kommer.",
        ),
        ("Betal hele restancen. Så er der ikke noget at sende påkrav om.",),
        ("En afdragsordning eller en udsættelse gælder først, når udlejer har sagt ja. Få det på skrift.",),
    ),
    Letter.PAAKRAV: Meaning(
        "Et påkrav: fristen løber",
        (
            "Et påkrav starter en frist på 14 dage fra den dag, det kom frem.",
            "Bliver der ikke betalt inden fristen, kan udlejer ophæve lejemålet.",
        ),
        _BEFORE,
        _ONLY_LANDLORD,
    ),
    Letter.OPHAEVELSE: Meaning(
        "En ophævelse",
        (
            "Udlejer har ophævet lejemålet. Det er ikke en opsigelse med varsel.",
            "Når ophævelsen er kommet frem, giver betaling ikke længere ret til at blive.",
        ),
        _CHECK,
        _AFTER,
    ),
    Letter.FOGED: Meaning(
        "Et brev fra fogedretten",
        (
            "Fogedretten holder et møde om, hvorvidt lejeren skal flytte. Mød altid op, og tag alle breve med.",
            "Fogedretten ser på, om påkrav og ophævelse er i orden. Den giver ikke afdrag på boligen.",
        ),
        _CHECK,
        _AFTER,
    ),
}
