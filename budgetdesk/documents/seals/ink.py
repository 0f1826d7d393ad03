"""Signatures made at the desk: strokes by hand, or a typed name that was expressly confirmed.

In law both are simple electronic signatures (eIDAS art. 3 no. 10, art. 25(1)). Only the picture of a hand-made
signature goes into the document: its speed could be biometric, so the times of the strokes are not kept there.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import DocumentError
from budgetdesk.i18n import N_, _

Stroke = tuple[tuple[float, float, float], ...]
"""Points (x, y, t): any unit, y downwards, t in seconds since the first point."""

ATTACHMENT = "budgetdesk-underskrifter.json"
MOST_POINTS = 20_000
"""More points than a hand makes; the rest are left out."""


class Role(StrEnum):
    """Who signs."""

    TENANT = "lejer"
    CO_TENANT = "medlejer"
    GUARDIAN = "vaerge"
    ADVISER = "raadgiver"
    LANDLORD = "udlejer"

    @property
    def label(self) -> str:
        """As it stands under the line."""
        return _(_LABELS[self])


_LABELS = {
    Role.TENANT: N_("Lejer"),
    Role.CO_TENANT: N_("Medlejer"),
    Role.GUARDIAN: N_("Værge"),
    Role.ADVISER: N_("Rådgiver"),
    Role.LANDLORD: N_("Udlejer"),
}


class InkKind(StrEnum):
    """By hand on the screen, or typed and confirmed."""

    DRAWN = "drawn"
    TYPED = "typed"

    @property
    def label(self) -> str:
        """What the document calls it."""
        return "Skrevet med hånden på skærmen" if self is InkKind.DRAWN else "Skrevet navn, bekræftet på skærmen"


@dataclass(frozen=True, kw_only=True)
class Ink:
    """One signature. Make it with `drawn` or `typed`, which check it."""

    role: Role
    name: str
    kind: InkKind
    at: datetime
    strokes: tuple[Stroke, ...] = ()


def drawn(role: Role, name: str, strokes: Iterable[Sequence[Sequence[float]]], at: datetime) -> Ink:
    """A signature by hand. Raises DocumentError when there is no name or nothing was drawn."""
    kept = tuple(
        tuple((float(x), float(y), float(t)) for x, y, t in stroke if math.isfinite(x) and math.isfinite(y))
        for stroke in strokes
    )
    kept = tuple(stroke for stroke in kept if stroke)
    if sum(map(len, kept)) < 2:
        raise DocumentError(
            _("Feltet til underskriften er tomt. Skriv under i feltet, eller skriv navnet på tastaturet.")
        )
    return Ink(role=role, name=_checked_name(name), kind=InkKind.DRAWN, at=at, strokes=kept)


def typed(role: Role, name: str, at: datetime, *, confirmed: bool) -> Ink:
    """A typed name. Raises DocumentError when there is no name, or when it was not expressly confirmed."""
    if not confirmed:
        raise DocumentError(_("Et skrevet navn gælder først, når der er sat kryds ved “Jeg bekræfter”."))
    return Ink(role=role, name=_checked_name(name), kind=InkKind.TYPED, at=at)


def _checked_name(name: str) -> str:
    checked = plain(name)
    if not checked:
        raise DocumentError(_("Underskriften mangler et navn. Skriv navnet på den, der skriver under."))
    return checked


def fitted(strokes: tuple[Stroke, ...], width: float, height: float) -> list[list[tuple[float, float]]]:
    """The strokes as lines inside a box (points, y upwards), centred, proportions kept, never enlarged beyond it."""
    points = [point for stroke in strokes for point in stroke]
    if not points:
        return []
    every = math.ceil(len(points) / MOST_POINTS)
    left, top = min(p[0] for p in points), min(p[1] for p in points)
    wide, high = max(p[0] for p in points) - left, max(p[1] for p in points) - top
    scale = min(width / max(wide, 1e-6), height / max(high, 1e-6)) if wide or high else 1.0
    x0, y0 = (width - wide * scale) / 2, (height - high * scale) / 2
    return [
        [(x0 + (x - left) * scale, height - y0 - (y - top) * scale) for x, y, _rest in (*stroke[:-1:every], stroke[-1])]
        for stroke in strokes
    ]


def to_json(inks: Sequence[Ink]) -> bytes:
    """The list of signatures as it lies in the PDF, under the seal: who, as what, how and when."""
    rows = [{"name": i.name, "role": i.role, "kind": i.kind, "at": i.at.isoformat(timespec="seconds")} for i in inks]
    return json.dumps({"format": "budgetdesk/ink", "version": 1, "ink": rows}, ensure_ascii=False, indent=1).encode()


def from_json(content: bytes) -> tuple[Ink, ...]:
    """Read that list back, without the strokes. Raises ValueError when it is not one."""
    try:
        read: dict[str, Any] = json.loads(content)
        if read["format"] != "budgetdesk/ink":
            raise ValueError("not a list of signatures")
        return tuple(
            Ink(
                role=Role(row["role"]),
                name=plain(row["name"]),
                kind=InkKind(row["kind"]),
                at=datetime.fromisoformat(row["at"]),
            )
            for row in read["ink"]
        )
    except (KeyError, TypeError, AttributeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError("not a list of signatures") from error
