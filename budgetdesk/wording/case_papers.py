"""What is said about the papers of a case, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk import formats
from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.i18n import _

TITLE = "Sagens papirer"
NOTHING = "Der er ingen papirer endnu"
NOTHING_HELP = "Her kommer papirer, der er underskrevet, skrevet ud eller gemt. De ligger krypteret i sagen."
TAKE_IN = "Tag et underskrevet papir ind"
TAKE_IN_HELP = (
    "Vælg filer fra scanneren eller billeder fra telefonen. Koden nederst på hver side siger, hvilket papir det er. "
    "Siderne bliver gemt krypteret i sagen."
)
READING = "Læser siderne …"
DELETE_FILES = "Siderne ligger nu i sagen. Filerne ligger stadig, hvor de lå. Skal de slettes?"
NOT_DELETED = "Nogle filer kunne ikke slettes: {names}. Slet dem selv."
FOREIGN = "Et papir, der ikke er lavet her"
NO_PAGES = "Der er ingen sider med noget på i filerne. Se, om papiret lå rigtigt, og scan igen."
CHECKING = "Ser på seglet …"


def paper(made_on: date | None, code: str, *, sealed: bool, for_tenant_only: bool) -> str:
    """`Forseglet 20. november 2026 · kode XG0G-4XY9-HA`."""
    what = "Forseglet, til lejeren selv" if for_tenant_only else "Forseglet" if sealed else "Skrevet ud uden segl"
    day = f" {formats.day(made_on)}" if made_on is not None else ""
    return f"{what}{day}" + (f" · kode {code}" if code else "")


def seal(signed_by: Sequence[str], level: str, *, valid: bool, reason: str) -> str:
    """`Underskrevet af Nadia og Karen. Seglet er i orden (PAdES B-B).`; why, where it is not."""
    who = f"Underskrevet af {_and(signed_by)}. " if signed_by else ""
    if not valid:
        return f"Seglet er ikke i orden. {reason}"
    return f"{who}Seglet er i orden ({level})."


def copy(one: PenCopy) -> str:
    """`Underskrevet med pen, scannet 20. november 2026 af karen. 2 sider.`"""
    day = f" {formats.day(one.taken_on)}" if one.taken_on is not None else ""
    by = f" af {one.by}" if one.by else ""
    many = "1 side" if len(one.pages) == 1 else f"{len(one.pages)} sider"
    return " ".join(part for part in (f"Underskrevet med pen, scannet{day}{by}. {many}.", missing(one.missing)) if part)


def missing(pages: Sequence[int]) -> str:
    """`Side 2 mangler.`; "" where all are here."""
    if not pages:
        return ""
    return f"Side {_and([str(page) for page in pages])} mangler."


def found(pages: int, of_pages: int, lacking: Sequence[int], twice: Sequence[int]) -> str:
    """`2 af 2 sider.` and what is wrong with them."""
    here = of_pages - len(lacking) if of_pages else pages
    parts = [f"{here} af {of_pages} sider." if of_pages else f"{pages} sider." if pages != 1 else "1 side."]
    if lacking:
        parts.append(f"{missing(lacking)} Du kan tage den ind senere.")
    if twice:
        parts.append(f"Side {_and([str(page) for page in twice])} er der to gange. Den sidste bliver gemt.")
    return " ".join(parts)


def taken_in(papers: int) -> str:
    """`2 papirer er gemt i sagen.`"""
    return "Papiret er gemt i sagen." if papers == 1 else f"{papers} papirer er gemt i sagen."


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} og {words[-1]}"


def listed(title: str, made_on: date | None, code: str) -> str:
    """`Aftale om afdrag, 20. november 2026 · XG0G-4XY9-HA`."""
    day = f", {formats.day(made_on)}" if made_on is not None else ""
    return f"{title}{day}" + (f" · {code}" if code else "")


def from_scanner(files: int) -> str:
    """`Læs 2 nye fra scanneren`."""
    return _("Læs den nye fra scanneren") if files == 1 else _("Læs {files} nye fra scanneren").format(files=files)
