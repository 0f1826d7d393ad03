"""The loan for beboerindskud: the income limit, and what the loan costs when the free years are over.

Law:  Boligstøtteloven §§ 54-56.
Spec: docs/benefits/beboerindskud.md
"""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.benefits.figures import HUNDRED, Figures
from budgetdesk.money import ZERO, to_oere

LAW = "beboerindskud"
"""The file of figures: resources/rates/beboerindskud.toml."""
MONTHS = 12


def income_limit(children: int, figures: Figures, *, room: bool = False) -> Decimal:
    """The highest yearly income of the household at which the municipality must lend, kr/year (§ 56).

    Each child up to four raises it. Raises NoRateError for a year whose limit is not known.
    """
    base = figures.take("graense_vaerelse" if room else "graense_lejlighed")
    counting = min(children, int(figures.compare("boern_hoejst")))
    return base + counting * figures.take("graense_pr_barn") if counting else base


def instalment(loan: Decimal, rate: Decimal, years: int) -> Decimal:
    """What a loan costs when it is paid back in equal months, kr/month, whole øre (half away from zero).

    `rate` is per cent a year, charged by the month. An illustration: how the municipality divides it is not known.
    """
    if loan <= ZERO:
        return ZERO
    count, monthly = years * MONTHS, rate / HUNDRED / MONTHS
    if not monthly:
        return to_oere(loan / count)
    return to_oere(loan * monthly / (1 - (1 + monthly) ** -count))
