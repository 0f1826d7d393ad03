"""The texts that go with kontanthjælp: what the municipality looks at, documents, and what we cannot see."""

from __future__ import annotations

from budgetdesk.benefits.assessment import Step
from budgetdesk.i18n import N_

CHECKLIST = tuple(
    Step(text, paragraph)
    for text, paragraph in (
        (N_("Er der sket en ændring, fx sygdom, ledighed eller skilsmisse?"), "§ 11"),
        (N_("Er der ingen andre, der kan forsørge, fx en ægtefælle?"), "§§ 2 og 11"),
        (N_("Er formuen under grænsen?"), "§ 14"),
        (N_("Har hver lovligt opholdt sig i Danmark i ni af de sidste ti år?"), "§§ 11 og 16-20"),
        (N_("Har hver haft fuldtidsarbejde i to et halvt år af de sidste ti?"), "§§ 11 og 16-20"),
        (N_("Er der børn under 18 år at forsørge?"), "§§ 16-20"),
    )
)
HOW_TO_APPLY = N_(
    "Søg hos kommunen på borger.dk samme dag, som pengene mangler. Hjælpen gælder som regel fra den dag, du "
    "søger. Er tallet forkert, så bed om regnestykket på skrift. Du kan klage i fire uger."
)
DOCUMENTS = (
    N_("kontoudtog for tre måneder"),
    "lejekontrakt",
    N_("ægtefællens lønsedler"),
    N_("seneste udbetalingsbrev fra kommunen"),
)
NOTES = (
    N_("Om der er trukket for sanktion, restskat eller anden gæld."),
    N_("Midlertidigt tilpasningstillæg for unge under 30. Betingelserne er ikke fundet."),
    N_("Om en ægtefælles indtægt er trukket fra. Ægtefæller skal forsørge hinanden."),
)
FRITID_NOTE = N_("Om fritidstillægget er brugt og dokumenteret. Udokumenterede penge kan kræves tilbage.")
PARENT_NOTE = N_("Satsen for unge under 30, der bor hos en forælder. Den er ikke fundet.")
WEALTH_NOTE = N_("Om formuen må bruges først. Den er højere end det, kommunen ser bort fra.")
FAMILY_NOTE = N_("Om faste beløb fra familien sænker hjælpen (Ankestyrelsen 104-16).")
BEFORE_NOTE = N_("Kontanthjælpsloftet og sanktioner, som gjaldt på den dag.")
