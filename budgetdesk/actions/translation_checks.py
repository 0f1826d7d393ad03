"""What a machine can see of a translation: nothing to fill in is lost, numbers and addresses are the same, every letter
can be printed. Whether it is right, only somebody who speaks the language can tell."""

from __future__ import annotations

import re
from collections import Counter

from budgetdesk.i18n import _

FIELD = re.compile(r"{(\w*)}")
_BRACES = re.compile(r"[{}]")
_KEPT = re.compile(r"[\w.]+@[\w.]+|\d[\d .]*\d")
"""Addresses of mail, telephone numbers, amounts, paragraphs."""
LONGEST = 1000


def problem_with(danish: str, text: str) -> str:
    """What is wrong with a translation, as a Danish sentence; "" where nothing is seen."""
    if not text.strip():
        return _("Der står ingen oversættelse. Skriv den, eller lad den, der var, stå.")
    if len(text) > LONGEST:
        return _("Oversættelsen er for lang. Skriv højst {count} tegn.").format(count=LONGEST)
    return _fields(danish, text) or _numbers(danish, text) or _letters(text)


def _fields(danish: str, text: str) -> str:
    wanted, found = Counter(FIELD.findall(danish)), Counter(FIELD.findall(text))
    lost, more = wanted - found, found - wanted
    if lost:
        told = _("Feltet {field} mangler. Det skal stå i oversættelsen, præcis som i den danske tekst.")
        return told.format(field=_braced(lost))
    if more:
        return _("Feltet {field} står ikke i den danske tekst. Fjern det.").format(field=_braced(more))
    if _BRACES.search(FIELD.sub("", text)):
        return _("Der står en tuborgklamme for meget. Felter skal stå præcis som i den danske tekst.")
    return ""


def _braced(fields: Counter[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(fields))


def _numbers(danish: str, text: str) -> str:
    wanted, found = (Counter(map(_bare, _KEPT.findall(one))) for one in (danish, text))
    if lost := wanted - found:
        told = _("“{number}” mangler. Tal og adresser skal stå, som de står på dansk.")
        return told.format(number=next(iter(lost)))
    return ""


def _bare(number: str) -> str:
    return number.strip(" .")


def _letters(text: str) -> str:
    from budgetdesk.documents.sheet.lettering import undrawable  # noqa: PLC0415 - ReportLab is slow to import

    strange = undrawable(FIELD.sub("", text))
    told = _("Tegnet “{letter}” kan ikke trykkes. Skriv det på en anden måde.")
    return told.format(letter=strange[0]) if strange else ""
