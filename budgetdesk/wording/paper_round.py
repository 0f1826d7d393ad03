"""What a sheet that is typed in does to the budget, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from budgetdesk import formats
from budgetdesk.i18n import N_, _
from budgetdesk.planning.expected import EVERY as OFTEN

__all__ = ["OFTEN", "ask", "count", "step"]


AS_NOW = N_("Budgettet, som det er nu")
WHICH = N_("Koden står nederst på arket. Du kan også scanne den i feltet nedenfor.")
NO_SUCH_SHEET = N_("Koden {code} hører ikke til et ark i denne sag. Se efter på arket, eller vælg ét på listen.")


def sheet(made_on: date, code: str) -> str:
    """`Ark fra 20. november 2026 · XG0G-4XY9-HA`."""
    return _("Ark fra {made_on} · {code}").format(made_on=formats.day(made_on), code=code)


def step(before: Decimal | None, after: Decimal | None, *, gone: bool, removed: bool) -> str:
    """`548 kr. → 600 kr.`; `som før`; what is gone is taken away, or stands at 0 (`removed` False)."""
    was = _("tom") if before is None else formats.kroner(before)
    if gone:
        left = _("væk") if removed else formats.kroner(Decimal(0))
        return f"{was} → {left}"
    if before == after or after is None:
        return _("{was}, som før").format(was=was)
    return f"{was} → {formats.kroner(after)}"


def count(changed: int, same: int) -> str:
    """`2 beløb bliver ændret. 1 er som før.`"""
    if not changed:
        return _("Intet bliver ændret.") if same else ""
    many = _("{changed} beløb bliver ændret. Nye beløb står som oplyst.").format(changed=changed)
    return _("{many} {same} er som før.").format(many=many, same=same) if same else many


def ask(titles: Sequence[str]) -> str:
    """Before rows are taken away."""
    return _("Er det rigtigt, at det her er slut: {titles}? Tryk igen for ja, eller tag linjen tilbage.").format(
        titles=", ".join(titles)
    )
