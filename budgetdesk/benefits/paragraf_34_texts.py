"""The texts that go with § 34: what the municipality looked at, what came instead, and how to claim past months."""

from __future__ import annotations

from budgetdesk.benefits.assessment import Step
from budgetdesk.i18n import N_

REPEALED = Step(
    N_(
        "Særlig støtte er ophævet: for kontanthjælp den 1. juli 2025 og for andre i løbet af "
        "2026, medmindre kommunen har en løbende overgangssag"
    ),
    "Lov nr. 1655 af 30.12.2024; lov nr. 1750 af 29.12.2025",
)
INSTEAD = Step(
    N_("I stedet: boligstøtte, § 81, § 81 a, flytning efter § 85 og kommunens huslejetilskud i 2026"),
    "Lov om aktiv socialpolitik; serviceloven",
)
CHECKLIST = tuple(
    Step(text, paragraph)
    for text, paragraph in (
        (N_("Skete der en ændring, som satte indtægten ned, fx sygdom, ledighed eller skilsmisse?"), "§ 11"),
        (N_("Var den likvide formue under grænsen?"), "§ 14"),
        (N_("Var boligudgiften efter boligstøtte over årets eget grænsebeløb?"), "§ 34, stk. 2; BEK 1975/2020 § 3"),
        (N_("Fandtes der ingen rimelig og billigere bolig?"), "§ 34, stk. 2; BEK 1975/2020 § 5, stk. 2"),
        (N_("Havde I ikke selv sat boligudgiften op, fx ved at flytte?"), "BEK 1975/2020 § 5, stk. 3"),
        (N_("Levede I af andet end folkepension, førtidspension, efterløn og SU?"), "§ 34"),
    )
)
FACTS_NOT_IN_CASE = (
    N_("Nettoindtægten i måneden før ændringen. Støtten har et loft efter den."),
    N_("Nettoindtægten, hvis I kun fik hjælp fra kommunen."),
    N_("Om der har været hjælp i tre måneder i træk. Så gælder også et loft efter dagpenge."),
    N_("Om kommunen fandt en rimelig og billigere bolig."),
)
CLAIM_NOTES = (
    N_("Huslejen og udgifterne i de gamle måneder. Der er regnet med dem, der står i sagen i dag."),
    N_("Nettoindtægten, hvis I kun fik hjælp fra kommunen. Er indtægten højere, er beløbet lavere."),
    N_("Om kommunen fandt en rimelig og billigere bolig."),
    N_("Loftet efter dagpenge, når der var hjælp i tre måneder i træk."),
)
HOW_TO_APPLY = N_("Bed kommunen om regnestykket på skrift for hver måned. Hvert år har sin egen grænse.")
HOW_TO_CLAIM = N_(
    "Skriv til kommunen. Bed dem om at tage sagen op igen (genoptagelse). Bed dem om at se på den efter "
    "retssikkerhedsloven § 5 og forvaltningsloven § 7. Bed om et regnestykke på skrift for hver måned. Bed også "
    "om renter, hvis der er nogen, og om at få at vide, hvordan man klager."
)
CLAIM_DOCUMENTS = (
    N_("lejekontrakt og huslejeopkrævninger for månederne"),
    N_("breve om boligstøtte"),
    N_("a conto-regninger og årsopgørelser for el, vand og varme"),
    N_("lønsedler for tre måneder før ændringen"),
    N_("kommunens gamle afgørelser"),
)
