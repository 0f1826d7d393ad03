"""What each figure of the statistics means, in sentences: whom it is about, which day decides, what counts."""

from __future__ import annotations

from budgetdesk.i18n import N_, _, translated
from budgetdesk.statistics.definitions import BY_NAME
from budgetdesk.statistics.hiding import LEAST
from budgetdesk.statistics.plans import NAME as PLANS

SEVERAL = N_("En sag kan stå flere steder. Derfor er tallene tilsammen tit større end antallet af sager.")
CONSENT = N_(
    "Ordene kan handle om helbred eller adfærd. Derfor tælles kun sager, hvor lejeren har "
    "sagt ja til at blive talt med."
)
HIDDEN_WHY = N_(
    "Et tal fra 1 til {least} vises ikke, for så kunne nogen kendes. Nogle gange skjules et tal mere, så det første "
    "ikke kan regnes ud."
)
UNKNOWN_WHY = N_("“Ikke oplyst” er sager, hvor ingen har skrevet svaret. De gættes ikke og fordeles ikke.")
DAYS_WHY = N_("Der tælles efter den dag, noget skete, ikke efter den dag, det blev skrevet ned.")
_DAYS = {
    "_began": N_("Sagen tælles i den periode, hvor forløbet begyndte."),
    "_ended": N_("Kun forløb, der er slut. De tælles i den periode, hvor de sluttede."),
    "_left": N_(
        "Kun lejere, der blev sat ud eller flyttede efter en ophævelse. De tælles den dag, de kom ud. Midlertidige "
        "lejemål under renovering er ikke med."
    ),
    "_threatened": N_(
        "Kun lejere, der har fået en ophævelse, eller hvor udfaldet af en trussel er noteret. De tælles den dag, "
        "ophævelsen kom."
    ),
    "_offered": N_("Kun nye lejere. De tælles den dag, de fik tilbuddet."),
}
_MORE = {
    "types": N_("Typerne er Københavns, med vores egne for truet af udsættelse og ny lejer."),
    "situations": N_("Ordene er tabel 13 i Københavns fokusundersøgelse fra 2008."),
    "occasions": N_("Ordene er tabel 14 i Københavns fokusundersøgelse fra 2008."),
    "causes": N_(
        "Ordene er tabel 15 i Københavns fokusundersøgelse fra 2008, med vores egne. Kun det, lejeren selv "
        "ved, er noteret."
    ),
    "referred_by": N_("Ordene er tabel 16 i Københavns fokusundersøgelse fra 2008."),
    "activities": N_("Ordene er tabel 10 i Københavns fokusundersøgelse fra 2008."),
    "advice": N_("Ordene er fra bilag 1 i evalueringen af Stop Udsættelser."),
    "help": N_("Ordene er fra bilag 1 i evalueringen af Stop Udsættelser."),
    "age_groups": N_("Lejerens alder den dag, forløbet begyndte. Grupperne er fra tabel 11."),
    "children": N_("Børn i husstanden, som de står i sagen nu."),
    "marital": N_("Lejerens civilstand, som den står i sagen nu."),
    "education": N_("Lejerens uddannelse, som den står i sagen nu."),
    "income_base": N_("Det, lejeren senest lever af."),
    "contact_kinds": N_("Alle måder, der er talt eller forsøgt talt med lejeren på. Kontakt med andre tæller ikke."),
    "first_contact": N_("Den første kontakt med lejeren, vi har en dag for."),
    "first_by": N_("Hvem der tog den første kontakt."),
    "evictions": N_("Sat ud af fogeden, eller flyttet, efter at udlejer havde ophævet lejemålet."),
    "evicted_house_rules": N_("Om der også var en sag om husorden."),
    "evicted_reached": N_("Om nogen fik talt med lejeren."),
    "evicted_outreach": N_("Om nogen gik hjem til lejeren."),
    "evicted_causes": N_("Årsagerne i de sager, der endte med, at lejeren kom ud."),
    "evicted_lived": N_("Hele måneder fra indflytning, til lejeren kom ud."),
    "threat_outcome": N_("Hvordan det endte. “I gang endnu” er sager uden udfald."),
    "threat_reached": N_("Om nogen fik talt med lejeren."),
    "threat_meeting": N_("Om lejeren gerne ville mødes."),
    "threat_covered": N_("Om hele restancen blev dækket."),
    "offer_kind": N_("Hvordan den nye lejer fik tilbuddet."),
    "offer_accepted": N_("Om den nye lejer tog imod rådgivning."),
    "home_after_start": N_(
        "Hvor lejeren bor et år efter, at forløbet begyndte. Døde og flyttede fra kommunen står for sig (tabel 17)."
    ),
    "home_after_end": N_(
        "Hvor lejeren bor et år efter, at forløbet sluttede. Døde og flyttede fra kommunen står for sig (tabel 17)."
    ),
    PLANS: N_(
        "Afdragsordninger, der er slut. De tælles den dag, de sluttede. En sag kan have flere. “Ændret” er planer, som "
        "en ny plan har afløst. Planer, der løber endnu, er ikke med."
    ),
    "begun": N_("Sager efter den dag, forløbet begyndte."),
    "ended": N_("Sager efter den dag, forløbet sluttede."),
    "arrears_found": N_("Restancen, som den står i sagen, den dag forløbet begyndte."),
    "arrears_removed": N_(
        "Rater, vi ved er betalt, den dag de blev betalt. Blev hele restancen dækket, tælles resten den dag, forløbet "
        "sluttede."
    ),
    "benefits_monthly": N_(
        "Ydelser, der er bevilget i forløbet, i kr. om måneden, den dag svaret kom. Det, der kun er søgt, er ikke med."
    ),
    "benefits_once": N_("Ydelser, der er bevilget én gang, fx hjælp efter § 81 a, den dag svaret kom."),
}
SUMS = N_(
    "Et beløb vises kun, når mindst {least} sager står bag, og ingen af dem har næsten det hele. Det er rundet til "
    "hele hundrede kr."
)
_SUMS_OF = ("arrears_found", "arrears_removed", "benefits_monthly", "benefits_once")
PERIODS_WHY = N_(
    "To udtræk med næsten samme periode kan trækkes fra hinanden. Det kan programmet ikke "
    "hindre, når man selv vælger dagene."
)
OWN_USE = N_("Til eget brug. {periods_why} Giv derfor kun tal for hele år videre; dem laver “Til andre”.")
FOR_OTHERS = N_(
    "Tal til andre er altid for ét helt kalenderår, der er slut, og for alle sager under ét. "
    "Så kan to udtræk ikke trækkes fra hinanden. Giv hvert år ud én gang: er der skrevet "
    "mere siden, kan forskellen vise, hvem der kom til."
)


def hidden_why() -> str:
    """Why a small number is not shown."""
    return _(HIDDEN_WHY).format(least=LEAST - 1)


def own_use() -> str:
    """Why numbers of days that one chooses oneself stay in the house."""
    return _(OWN_USE).format(periods_why=_(PERIODS_WHY))


def definition(name: str) -> str:
    """What a table or a series counts."""
    one = BY_NAME.get(name)
    parts = [translated(_DAYS)[one.day.__name__] if one else "", translated(_MORE)[name]]
    if one and one.several:
        parts.append(_(SEVERAL))
    if one and one.consent:
        parts.append(_(CONSENT))
    if name in _SUMS_OF:
        parts.append(_(SUMS).format(least=LEAST))
    return " ".join(part for part in parts if part)
