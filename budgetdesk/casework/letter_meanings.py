"""Which letter means what, and what still stops it: by right, and what only by the landlord's goodwill.

Law: almenlejeloven § 90 (almen), lejeloven § 182 (private). A rykker starts no clock. Once the ophævelse has arrived
there is no right to cure by paying; the landlord may withdraw it. Nothing here is a promise.
"""

from __future__ import annotations

from dataclasses import dataclass

from budgetdesk.household.words import Letter
from budgetdesk.i18n import N_


@dataclass(frozen=True)
class Meaning:
    """What a letter is. Danish sentences."""

    title: str
    meaning: tuple[str, ...]
    by_right: tuple[str, ...]
    by_goodwill: tuple[str, ...]


_BEFORE = (
    N_("Betal hele beløbet inden fristen. Så kan udlejer ikke ophæve på grund af den restance."),
    N_("Er fristen gået, men er der ikke kommet en ophævelse, så betal alt med det samme. Det gælder stadig."),
)
_ONLY_LANDLORD = (
    N_("En afdragsordning eller en udsættelse gælder først, når udlejer har sagt ja. Få det på skrift."),
    N_("En ansøgning til kommunen flytter ikke fristen. Bed udlejer om at vente på svaret."),
)
_CHECK = (
    N_(
        "Se på påkravet. Kom det for tidligt? Var beløbet forkert? Stod der ikke, at lejemålet "
        "kan blive ophævet? Så kan ophævelsen være ugyldig. Få brevene set efter i dag."
    ),
)
_AFTER = (
    N_("Udlejer kan vælge at trække ophævelsen tilbage. Nogle gør det, når alt er betalt, også omkostninger."),
    N_("Ring i dag. Spørg, hvad det kræver, og få svaret på skrift. Udlejer har ikke pligt til at sige ja."),
)
MEANINGS = {
    Letter.NONE: Meaning(
        N_("Intet brev er skrevet ind"),
        (N_("Se efter i Digital Post og postkassen. Skriv, hvilket brev det er, og hvilken dag det kom."),),
        (N_("Betal hele restancen. Så er der ikke noget at sende påkrav om."),),
        (N_("En afdragsordning gælder først, når udlejer har sagt ja. Få det på skrift."),),
    ),
    Letter.RYKKER: Meaning(
        N_("En rykker"),
        (
            N_("En rykker starter ingen frist. Lejemålet kan ikke ophæves på en rykker."),
            N_("Det næste brev kan være et påkrav. Ring til udlejer, før det kommer."),
        ),
        (N_("Betal hele restancen. Så er der ikke noget at sende påkrav om."),),
        (N_("En afdragsordning eller en udsættelse gælder først, når udlejer har sagt ja. Få det på skrift."),),
    ),
    Letter.PAAKRAV: Meaning(
        N_("Et påkrav: fristen løber"),
        (
            N_("Et påkrav starter en frist på 14 dage fra den dag, det kom frem."),
            N_("Bliver der ikke betalt inden fristen, kan udlejer ophæve lejemålet."),
        ),
        _BEFORE,
        _ONLY_LANDLORD,
    ),
    Letter.OPHAEVELSE: Meaning(
        N_("En ophævelse"),
        (
            N_("Udlejer har ophævet lejemålet. Det er ikke en opsigelse med varsel."),
            N_("Når ophævelsen er kommet frem, giver betaling ikke længere ret til at blive."),
        ),
        _CHECK,
        _AFTER,
    ),
    Letter.FOGED: Meaning(
        N_("Et brev fra fogedretten"),
        (
            N_("Fogedretten holder et møde om, hvorvidt lejeren skal flytte. Mød altid op, og tag alle breve med."),
            N_("Fogedretten ser på, om påkrav og ophævelse er i orden. Den giver ikke afdrag på boligen."),
        ),
        _CHECK,
        _AFTER,
    ),
}
