"""The texts that go with § 34: what the municipality looked at, what came instead, and how to claim past months."""

from __future__ import annotations

from budgetdesk.benefits.assessment import Step

REPEALED = Step(
    "Særlig støtte er ophævet: for kontanthjælp den 1. juli 2025 og for andre i løbet af 2026, medmindre kommunen "
    "har en løbende overgangssag",
    "Lov nr. 1655 af 30.12.2024; lov nr. 1750 af 29.12.2025",
)
INSTEAD = Step(
    "I stedet: boligstøtte, § 81, § 81 a, flytning efter § 85 og kommunens huslejetilskud i 2026",
    "Lov om aktiv socialpolitik; serviceloven",
)
CHECKLIST = tuple(
    Step(text, paragraph)
    for text, paragraph in (
        ("Skete der en ændring, som satte indtægten ned, fx sygdom, ledighed eller skilsmisse?", "§ 11"),
        ("Var den likvide formue under grænsen?", "§ 14"),
        ("Var boligudgiften efter boligstøtte over årets eget grænsebeløb?", "§ 34, stk. 2; BEK 1975/2020 § 3"),
        ("Fandtes der ingen rimelig og billigere bolig?", "§ 34, stk. 2; BEK 1975/2020 § 5, stk. 2"),
        ("Havde I ikke selv sat boligudgiften op, fx ved at flytte?", "BEK 1975/2020 § 5, stk. 3"),
        ("Levede I af andet end folkepension, førtidspension, efterløn og SU?", "§ 34"),
    )
)
FACTS_NOT_IN_CASE = (
    "Nettoindtægten i måneden før ændringen. Støtten har et loft efter den.",
    "Nettoindtægten, hvis I kun fik hjælp fra kommunen.",
    "Om der har været hjælp i tre måneder i træk. Så gælder også et loft efter dagpenge.",
    "Om kommunen fandt en rimelig og billigere bolig.",
)
CLAIM_NOTES = (
    "Huslejen og udgifterne i de gamle måneder. Der er regnet med dem, der står i sagen i dag.",
    "Nettoindtægten, hvis I kun fik hjælp fra kommunen. Er indtægten højere, er beløbet lavere.",
    "Om kommunen fandt en rimelig og billigere bolig.",
    "Loftet efter dagpenge, når der var hjælp i tre måneder i træk.",
)
HOW_TO_APPLY = "Bed kommunen om en skriftlig beregning for hver måned, med årets eget grænsebeløb."
HOW_TO_CLAIM = (
    "Skriv til kommunen og bed om: genoptagelse, en vurdering efter retssikkerhedsloven § 5 og forvaltningsloven § 7, "
    "en skriftlig beregning for hver måned, eventuelle renter og klagevejledning."
)
CLAIM_DOCUMENTS = (
    "lejekontrakt og huslejeopkrævninger for månederne",
    "breve om boligstøtte",
    "a conto-regninger og årsopgørelser for el, vand og varme",
    "lønsedler for tre måneder før ændringen",
    "kommunens gamle afgørelser",
)
