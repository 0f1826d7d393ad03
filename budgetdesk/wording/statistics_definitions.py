"""What each figure of the statistics means, in sentences: whom it is about, which day decides, what counts."""

from __future__ import annotations

from budgetdesk.statistics.definitions import BY_NAME
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.plans import NAME as PLANS

SEVERAL = "En sag kan stå flere steder. Derfor er tallene tilsammen tit større end antallet af sager."
CONSENT = (
    "Ordene kan handle om helbred eller adfærd. Derfor tælles kun sager, hvor lejeren har sagt ja til at blive "
    "talt med."
)
HIDDEN_WHY = (
    f"Et tal fra 1 til {LEAST - 1} vises ikke, for så kunne nogen kendes. Nogle gange skjules et tal mere, så det "
    "første "
    "ikke kan regnes ud."
)
UNKNOWN_WHY = "“Ikke oplyst” er sager, hvor ingen har skrevet svaret. De gættes ikke og fordeles ikke."
DAYS_WHY = "Der tælles efter den dag, noget skete, ikke efter den dag, det blev skrevet ned."
_DAYS = {
    "_began": "Sagen tælles i den periode, hvor forløbet begyndte.",
    "_ended": "Kun forløb, der er slut. De tælles i den periode, hvor de sluttede.",
    "_left": "Kun lejere, der blev sat ud eller flyttede efter en ophævelse. De tælles den dag, de kom ud. "
    "Midlertidige "
    "lejemål under renovering er ikke med.",
    "_threatened": "Kun lejere, der har fået en ophævelse, eller hvor udfaldet af en trussel er noteret. De "
    "tælles den dag, "
    "ophævelsen kom.",
    "_offered": "Kun nye lejere. De tælles den dag, de fik tilbuddet.",
}
_MORE = {
    "types": "Typerne er Københavns, med vores egne for truet af udsættelse og ny lejer.",
    "situations": "Ordene er tabel 13 i Københavns fokusundersøgelse fra 2008.",
    "occasions": "Ordene er tabel 14 i Københavns fokusundersøgelse fra 2008.",
    "causes": "Ordene er tabel 15 i Københavns fokusundersøgelse fra 2008, med vores egne. Kun det, lejeren selv "
    "ved, er noteret.",
    "referred_by": "Ordene er tabel 16 i Københavns fokusundersøgelse fra 2008.",
    "activities": "Ordene er tabel 10 i Københavns fokusundersøgelse fra 2008.",
    "advice": "Ordene er fra bilag 1 i evalueringen af Stop Udsættelser.",
    "help": "Ordene er fra bilag 1 i evalueringen af Stop Udsættelser.",
    "age_groups": "Lejerens alder den dag, forløbet begyndte. Grupperne er fra tabel 11.",
    "children": "Børn i husstanden, som de står i sagen nu.",
    "marital": "Lejerens civilstand, som den står i sagen nu.",
    "education": "Lejerens uddannelse, som den står i sagen nu.",
    "income_base": "Det, lejeren senest lever af.",
    "contact_kinds": "Alle måder, der er talt eller forsøgt talt med lejeren på. Kontakt med andre tæller ikke.",
    "first_contact": "Den første kontakt med lejeren, vi har en dag for.",
    "first_by": "Hvem der tog den første kontakt.",
    "evictions": "Sat ud af fogeden, eller flyttet, efter at udlejer havde ophævet lejemålet.",
    "evicted_house_rules": "Om der også var en sag om husorden.",
    "evicted_reached": "Om nogen fik talt med lejeren.",
    "evicted_outreach": "Om nogen gik hjem til lejeren.",
    "evicted_causes": "Årsagerne i de sager, der endte med, at lejeren kom ud.",
    "evicted_lived": "Hele måneder fra indflytning, til lejeren kom ud.",
    "threat_outcome": "Hvordan det endte. “I gang endnu” er sager uden udfald.",
    "threat_reached": "Om nogen fik talt med lejeren.",
    "threat_meeting": "Om lejeren gerne ville mødes.",
    "threat_covered": "Om hele restancen blev dækket.",
    "offer_kind": "Hvordan den nye lejer fik tilbuddet.",
    "offer_accepted": "Om den nye lejer tog imod rådgivning.",
    "home_after_start": "Hvor lejeren bor et år efter, at forløbet begyndte. Døde og flyttede fra kommunen står "
    "for sig (tabel 17).",
    "home_after_end": "Hvor lejeren bor et år efter, at forløbet sluttede. Døde og flyttede fra kommunen står "
    "for sig (tabel 17).",
    PLANS: "Afdragsordninger, der er slut. De tælles den dag, de sluttede. En sag kan have flere. “Ændret” er "
    "planer, som en "
    "ny plan har afløst. Planer, der løber endnu, er ikke med.",
    "begun": "Sager efter den dag, forløbet begyndte.",
    "ended": "Sager efter den dag, forløbet sluttede.",
    "arrears_found": "Restancen, som den står i sagen, den dag forløbet begyndte.",
    "arrears_removed": "Rater, vi ved er betalt, den dag de blev betalt. Blev hele restancen dækket, tælles "
    "resten den dag, "
    "forløbet sluttede.",
    "benefits_monthly": "Ydelser, der er bevilget i forløbet, i kr. om måneden, den dag svaret kom. Det, der kun "
    "er søgt, er ikke med.",
    "benefits_once": "Ydelser, der er bevilget én gang, fx hjælp efter § 81 a, den dag svaret kom.",
}
SUMS = (
    f"Et beløb vises kun, når mindst {LEAST} sager står bag, og ingen af dem har næsten det hele. Det er rundet "
    "til hele "
    "hundrede kr."
)
_SUMS_OF = ("arrears_found", "arrears_removed", "benefits_monthly", "benefits_once")
PERIODS_WHY = (
    "To udtræk med næsten samme periode kan trækkes fra hinanden. Det kan programmet ikke hindre, når man selv "
    "vælger dagene."
)
OWN_USE = f"Til eget brug. {PERIODS_WHY} Giv derfor kun tal for hele år videre; dem laver “Til andre”."
FOR_OTHERS = (
    "Tal til andre er altid for ét helt kalenderår, der er slut, og for alle sager under ét. Så kan to udtræk "
    "ikke trækkes "
    "fra hinanden. Giv hvert år ud én gang: er der skrevet mere siden, kan forskellen vise, hvem der kom til."
)


def definition(name: str) -> str:
    """What a table or a series counts."""
    one = BY_NAME.get(name)
    parts = [_DAYS[one.day.__name__] if one else "", _MORE[name]]
    if one and one.several:
        parts.append(SEVERAL)
    if one and one.consent:
        parts.append(CONSENT)
    if name in _SUMS_OF:
        parts.append(SUMS)
    return " ".join(part for part in parts if part)
