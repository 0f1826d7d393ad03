"""The texts that go with kontanthjælp: what the municipality looks at, documents, and what we cannot see."""

from __future__ import annotations

from budgetdesk.benefits.assessment import Step

CHECKLIST = tuple(
    Step(text, paragraph)
    for text, paragraph in (
        ("Er der sket en ændring, fx sygdom, ledighed eller skilsmisse?", "§ 11"),
        ("Er der ingen andre, der kan forsørge, fx en ægtefælle?", "§§ 2 og 11"),
        ("Er formuen under grænsen?", "§ 14"),
        ("Har hver lovligt opholdt sig i Danmark i ni af de sidste ti år?", "§§ 11 og 16-20"),
        ("Har hver haft fuldtidsarbejde i to et halvt år af de sidste ti?", "§§ 11 og 16-20"),
        ("Er der børn under 18 år at forsørge?", "§§ 16-20"),
    )
)
HOW_TO_APPLY = (
    "Søg hos kommunen på borger.dk samme dag, som pengene mangler. Hjælpen gælder normalt fra ansøgningen. "
    "Er beløbet forkert: bed om en skriftlig beregning. Klagefristen er fire uger."
)
DOCUMENTS = (
    "kontoudtog for tre måneder",
    "lejekontrakt",
    "ægtefællens lønsedler",
    "seneste udbetalingsbrev fra kommunen",
)
NOTES = (
    "Om der er trukket for sanktion, restskat eller anden gæld.",
    "Midlertidigt tilpasningstillæg for unge under 30. Betingelserne er ikke fundet.",
    "Om en ægtefælles indtægt er trukket fra. Ægtefæller skal forsørge hinanden.",
)
FRITID_NOTE = "Om fritidstillægget er brugt og dokumenteret. Udokumenterede penge kan kræves tilbage."
PARENT_NOTE = "Satsen for unge under 30, der bor hos en forælder. Den er ikke fundet."
WEALTH_NOTE = "Om formuen må bruges først. Den er højere end det, kommunen ser bort fra."
FAMILY_NOTE = "Om faste beløb fra familien sænker hjælpen (Ankestyrelsen 104-16)."
BEFORE_NOTE = "Kontanthjælpsloftet og sanktioner, som gjaldt på den dag."
