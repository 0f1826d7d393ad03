"""What is said about the papers of a case, in short sentences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk import formats
from budgetdesk.casework.paper_copies import PenCopy
from budgetdesk.i18n import N_, _, ngettext

TITLE = N_("Sagens papirer")
NOTHING = N_("Der er ingen papirer endnu")
NOTHING_HELP = N_("Her kommer papirer, der er underskrevet, skrevet ud eller gemt. De ligger krypteret i sagen.")
TAKE_IN = N_("Tag et underskrevet papir ind")
TAKE_IN_HELP = N_(
    "Vælg filer fra scanneren eller billeder fra telefonen. Koden nederst på hver side siger, hvilket papir det er. "
    "Siderne bliver gemt krypteret i sagen."
)
READING = N_("Læser siderne …")
DELETE_FILES = N_("Filerne ligger stadig, hvor de lå. Skal de slettes?")
CHOOSE_FIRST = N_("Vælg først papiret ved de sider, hvor koden ikke kunne læses. Så kan det hele gemmes.")
NOT_DELETED = N_("Nogle filer kunne ikke slettes: {names}. Slet dem selv.")
NO_PAGES = N_("Der er ingen sider med noget på i filerne. Se, om papiret lå rigtigt, og scan igen.")
CHECKING = N_("Ser på seglet …")


def paper(made_on: date | None, code: str, *, sealed: bool, for_tenant_only: bool) -> str:
    """`Forseglet 20. november 2026 · kode XG0G-4XY9-HA`."""
    what = (
        _("Forseglet, til lejeren selv") if for_tenant_only else _("Forseglet") if sealed else _("Skrevet ud uden segl")
    )
    day = f" {formats.day(made_on)}" if made_on is not None else ""
    return f"{what}{day}" + (_(" · kode {code}").format(code=code) if code else "")


def seal(signed_by: Sequence[str], level: str, *, valid: bool, reason: str) -> str:
    """`Underskrevet af Nadia og Karen. Seglet er i orden (PAdES B-B).`; why, where it is not."""
    if not valid:
        return _("Seglet er ikke i orden. {reason}").format(reason=reason)
    good = _("Seglet er i orden ({level}).").format(level=level)
    if not signed_by:
        return good
    signed = _("Underskrevet af {names}.").format(names=_and(signed_by))
    return f"{signed} {good}"


def copy(one: PenCopy) -> str:
    """`Underskrevet med pen, scannet 20. november 2026 af karen. 2 sider.`"""
    day = formats.day(one.taken_on) if one.taken_on is not None else ""
    if one.by:
        said = _("Underskrevet med pen, scannet {day} af {name}.").format(day=day, name=one.by)
    else:
        said = _("Underskrevet med pen, scannet {day}.").format(day=day)
    return " ".join(part for part in (said, _pages(len(one.pages)), missing(one.missing)) if part)


def missing(pages: Sequence[int]) -> str:
    """`Side 2 mangler.`; "" where all are here."""
    if not pages:
        return ""
    return _("Side {pages} mangler.").format(pages=_and([str(page) for page in pages]))


def found(pages: int, of_pages: int, lacking: Sequence[int], twice: Sequence[int]) -> str:
    """`2 af 2 sider.` and what is wrong with them."""
    here = of_pages - len(lacking)
    parts = [_("{here} af {of_pages} sider.").format(here=here, of_pages=of_pages) if of_pages else _pages(pages)]
    if lacking:
        parts += [missing(lacking), _("Du kan tage den ind senere.")]
    if twice:
        said = _("Side {pages} er der to gange. Den sidste bliver gemt.")
        parts.append(said.format(pages=_and([str(page) for page in twice])))
    return " ".join(parts)


def taken_in(papers: int) -> str:
    """`2 papirer er gemt i sagen.`"""
    said = ngettext("{count} papir er gemt i sagen.", "{count} papirer er gemt i sagen.", papers)
    return said.format(count=papers)


def listed(title: str, made_on: date | None, code: str) -> str:
    """`Aftale om afdrag, 20. november 2026 · XG0G-4XY9-HA`."""
    day = f", {formats.day(made_on)}" if made_on is not None else ""
    return f"{title}{day}" + (f" · {code}" if code else "")


def _pages(count: int) -> str:
    return ngettext("{count} side.", "{count} sider.", count).format(count=count)


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else _("{first} og {last}").format(first=", ".join(words[:-1]), last=words[-1])


def from_scanner(files: int) -> str:
    """`Læs 2 nye fra scanneren`."""
    return _("Læs den nye fra scanneren") if files == 1 else _("Læs {files} nye fra scanneren").format(files=files)
