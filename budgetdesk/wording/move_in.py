"""The sum before moving in, in words for tenant and adviser."""

from __future__ import annotations

from decimal import Decimal

from budgetdesk.benefits.assessment import Verdict
from budgetdesk.casework.move_in import MoveIn
from budgetdesk.formats import day, kroner
from budgetdesk.i18n import N_, _
from budgetdesk.money import ZERO

UNKNOWN = N_("mangler")


def month_rows(found: MoveIn) -> list[tuple[str, str]]:
    """What the home costs each month."""
    rows = [(_("Husleje"), _amount(found.rent))]
    if found.granted:
        rows.append((_("Boligstøtte, bevilget"), _less(found.boligstoette)))
    elif found.boligstoette is not None:
        rows.append((_("Boligstøtte, vejledende"), _less(found.boligstoette)))
    if found.rent is not None and found.boligstoette:
        rows.append((_("Boligen koster"), _amount(found.rent - found.boligstoette)))
    return rows


def at_once_rows(found: MoveIn) -> list[tuple[str, str]]:
    """What must be paid around moving in."""
    rows = [(_("Indskud"), _amount(found.deposit)), (_("Første måneds husleje"), _amount(found.rent))]
    if found.moving_cost is not None:
        rows.append((_("Flytning"), _amount(found.moving_cost)))
    return [*rows, (_("I alt på én gang"), _amount(found.at_once))]


def left(found: MoveIn) -> str:
    """What is left each month, in one or two sentences."""
    if found.luft is None or found.rent is None:
        return _("Skriv husleje, indtægter og udgifter. Så ser I, hvad der bliver tilbage.")
    said = _("Der er {luft} tilbage pr. måned").format(luft=_luft(found.luft))
    if found.luft_with is None:
        return f"{said}."
    return _("{said} uden boligstøtte, og {luft}, hvis den bliver bevilget.").format(
        said=said, luft=_luft(found.luft_with)
    )


def advice(found: MoveIn) -> list[str]:
    """What to do before moving in, one short sentence each."""
    said = []
    if found.apply_by is not None:
        said.append(
            _("Søg boligstøtte senest {apply_by}. Så kan den gælde fra den første dag.").format(
                apply_by=day(found.apply_by)
            )
        )
    elif found.moved_in is None:
        said.append(_("Skriv dagen for indflytning. Så står her, hvornår boligstøtten skal søges."))
    if found.loan in (Verdict.YES, Verdict.UNKNOWN):
        said.append(_("Lån til indskuddet kan være relevant. Søg kommunen, før I flytter ind."))
    if found.luft is not None and (found.luft_with or found.luft) < ZERO:
        said.append(_("Boligen ser ud til at være for dyr. Tal om en billigere, før I skriver under."))
    return said


def _luft(amount: Decimal) -> str:
    return kroner(amount, oere=False)


def _amount(amount: Decimal | None) -> str:
    return _(UNKNOWN) if amount is None else kroner(amount)


def _less(amount: Decimal | None) -> str:
    return _(UNKNOWN) if amount is None else kroner(-amount)
