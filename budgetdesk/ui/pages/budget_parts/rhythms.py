"""How often, in as few letters as a column has: the heading says `hver`."""

from __future__ import annotations

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.i18n import N_
from budgetdesk.ui.widgets.choices import Options

RHYTHMS: Options = (
    (Rhythm.MONTHLY, N_("måned")),
    (Rhythm.WEEKLY, N_("uge")),
    (Rhythm.BIWEEKLY, N_("14. dag")),
    (Rhythm.BIMONTHLY, N_("2. måned")),
    (Rhythm.QUARTERLY, N_("kvartal")),
    (Rhythm.HALFYEARLY, N_("halve år")),
    (Rhythm.YEARLY, N_("år")),
    (Rhythm.ELEVEN, N_("11 gange/år")),
    (Rhythm.ONCE, N_("én gang")),
)
