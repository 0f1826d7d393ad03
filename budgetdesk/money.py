"""Money: Decimal kroner. Reading what people type, named rounding rules, dividing without losing an øre."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from budgetdesk.errors import BadAmountError
from budgetdesk.i18n import _

ZERO = Decimal(0)
OERE = Decimal("0.01")
KRONE = Decimal(1)
LARGEST = Decimal(100_000_000)
"""No household has more: a larger amount is a slip of the finger (kr)."""
LONGEST_SHOWN = 40
"""Letters of a wrong amount that are repeated to the one who wrote it."""

_SPACES = dict.fromkeys(map(ord, " \u00a0\u202f\u2009'"), None)
_DANISH = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?")
_ENGLISH = re.compile(r"[+-]?\d{1,3}(,\d{3})*\.\d{1,2}|[+-]?\d{1,3}(,\d{3}){2,}")


def parse_amount(text: str) -> Decimal:
    """Read an amount of kroner as Danes write it: `1.234,50`, `1234,5`, `1.000`, `-75`, `75 kr.`, `kr. 75`.

    A dot is only ever a thousands separator, a comma only ever the decimal comma; anything that could mean two
    amounts is refused. Raises BadAmountError.
    """
    shown = shortened(text.strip())
    plain = re.sub(r"(?i)^(kr\.?|dkk)\s*|\s*(kr\.?|dkk)$", "", text.strip()).translate(_SPACES).replace("\u2212", "-")
    plain = re.sub(r",-+$", "", plain)
    if not plain or not any(c.isdigit() for c in plain):
        raise BadAmountError(_("Beløbet “{shown}” kan ikke læses. Skriv et tal, fx 1.234,50.").format(shown=shown))
    match = _DANISH.fullmatch(plain)
    if match is None:
        if _ENGLISH.fullmatch(plain):
            raise BadAmountError(
                _("Beløbet “{shown}” har punktum og komma på engelsk. Skriv det på dansk, fx 1.234,50.").format(
                    shown=shown
                )
            )
        raise BadAmountError(
            _("Beløbet “{shown}” kan ikke læses. Skriv det på dansk, fx 1.234,50.").format(shown=shown)
        )
    sign, whole, oere = match.groups()
    # Not rounded before it is known to be small: beyond 28 digits Decimal refuses to.
    amount = Decimal(f"{sign}{whole.replace('.', '')}.{oere or 0}")
    if abs(amount) > LARGEST:
        raise BadAmountError(
            _("Beløbet “{shown}” er for stort til en husholdning. Er der et nul for meget?").format(shown=shown)
        )
    return amount.quantize(OERE)


def shortened(text: str) -> str:
    """What was typed or read, as a sentence about it shows it."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def to_oere(amount: Decimal) -> Decimal:
    """Round to whole øre, half an øre away from zero (the everyday rule; no paragraph)."""
    return amount.quantize(OERE, ROUND_HALF_UP)


def to_krone(amount: Decimal) -> Decimal:
    """Round to whole kroner, 50 øre away from zero (the everyday rule; for display and comparison)."""
    return amount.quantize(KRONE, ROUND_HALF_UP)


def divide(total: Decimal, parts: int) -> tuple[Decimal, ...]:
    """Divide kroner into `parts` amounts of whole øre that add up to `total` exactly.

    All but the last are equal and rounded down to whole øre; the last carries what is over.
    Raises ValueError when `parts` is below 1 or `total` is not in whole øre.
    """
    if parts < 1:
        raise ValueError("parts must be at least 1")
    oere = total.scaleb(2)
    if oere != oere.to_integral_value():
        raise ValueError(f"{total} kr is not a whole number of øre")
    each = Decimal(int(oere) // parts).scaleb(-2)
    return (*([each] * (parts - 1)), total - each * (parts - 1))
