"""How often, in as few letters as a column has: the heading says `hver`."""

from __future__ import annotations

from budgetdesk.household.rhythm import Rhythm
from budgetdesk.ui.widgets.choices import Options

RHYTHMS: Options = (
    (Rhythm.MONTHLY, "måned"),
    (Rhythm.WEEKLY, "uge"),
    (Rhythm.BIWEEKLY, "14. dag"),
    (Rhythm.BIMONTHLY, "2. måned"),
    (Rhythm.QUARTERLY, "kvartal"),
    (Rhythm.HALFYEARLY, "halve år"),
    (Rhythm.YEARLY, "år"),
    (Rhythm.ELEVEN, "11 gange/år"),
    (Rhythm.ONCE, "én gang"),
)
