"""Days that stand in an impossible order, and CPR numbers that do not fit: a sentence at the field, never a block."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from budgetdesk.errors import BadInputError
from budgetdesk.formats import day as in_words
from budgetdesk.household.case import Arrears, Case
from budgetdesk.household.cpr import born_of, parse_cpr, passes_modulus_11
from budgetdesk.i18n import N_, _, translated

NEW_TENANT = "ny_lejer"
"""The type of a case that begins before moving in."""
Said = Iterator[tuple[str, str]]

_NOT_AHEAD = {
    "began": N_("Forløbet begynder ude i fremtiden. Skriv den dag, I talte sammen første gang."),
    "ended": N_("Forløbet slutter ude i fremtiden. Skriv dagen, når det er sket."),
    "offered_on": N_("Tilbuddet ligger ude i fremtiden. Skriv dagen, når det er givet."),
    "left_on": N_("Fraflytningen ligger ude i fremtiden. Skriv dagen, når det er sket."),
}


def is_new_tenant(case: Case) -> bool:
    """Whether the case is about a tenant who has not moved in yet, or just did."""
    return NEW_TENANT in (case.info.type, *case.course.more_types)


def course_doubts(case: Case, day: date) -> Said:
    """The path of each fact that can hardly be true on `day`, and the sentence."""
    yield from _numbers(case)
    yield from _course(case, day)
    yield from _before_birth(case)
    yield from _letters(case.arrears, case.tenancy.moved_in)
    for contact in case.contacts:
        if contact.on and contact.on > day:
            path = f"contacts[{contact.id}].on"
            yield path, _("Kontakten ligger ude i fremtiden. Skriv den som en opgave, og notér den, når den er sket.")
        if contact.on and contact.next_on and contact.next_on < contact.on:
            yield f"contacts[{contact.id}].next_on", _("Næste skridt ligger før kontakten. Ret en af dagene.")


def _numbers(case: Case) -> Said:
    seen: dict[str, str] = {}
    for person in case.persons:
        if not person.cpr:
            continue
        path = f"persons[{person.id}].cpr"
        try:
            cpr = parse_cpr(person.cpr)
        except BadInputError as error:
            yield path, str(error)
            continue
        born = born_of(cpr)
        if cpr in seen:
            yield (
                path,
                _("{seen} har det samme CPR-nummer. Ret det ene.").format(seen=seen[cpr] or _("En anden her i sagen")),
            )
        elif born is not None and person.born is not None and born != person.born:
            yield (
                path,
                _("CPR-nummeret siger, at fødselsdagen er {in_words}. Ret nummeret eller fødselsdagen.").format(
                    in_words=in_words(born)
                ),
            )
        elif not passes_modulus_11(cpr):
            yield path, _(MODULUS_NOTE)
        seen[cpr] = person.name


MODULUS_NOTE = N_(
    "Nummeret består ikke den gamle kontrol (modulus 11). Det gør nyere numre ikke altid, så "
    "det er taget imod. Læs det igennem en gang til."
)


def _course(case: Case, day: date) -> Said:
    course = case.course
    for name, sentence in translated(_NOT_AHEAD).items():
        found: date | None = getattr(course, name)
        if found is not None and found > day:
            yield f"course.{name}", sentence
    if course.began and course.ended and course.ended < course.began:
        yield "course.ended", _("Forløbet slutter, før det begynder. Ret en af dagene.")
    moved_in = case.tenancy.moved_in
    if course.left_on and moved_in and course.left_on < moved_in:
        yield (
            "course.left_on",
            _("Fraflytningen ligger før indflytningen {in_words}. Ret en af dagene.").format(
                in_words=in_words(moved_in)
            ),
        )
    if course.arrears_at_leaving is not None and course.arrears_at_leaving < 0:
        yield "course.arrears_at_leaving", _("Beløbet er under 0. Skriv det uden minus.")


def _before_birth(case: Case) -> Said:
    tenant = case.tenant
    if tenant is None or tenant.born is None:
        return
    days = {
        "course.began": case.course.began,
        "course.offered_on": case.course.offered_on,
        "tenancy.moved_in": case.tenancy.moved_in,
        **{f"contacts[{contact.id}].on": contact.on for contact in case.contacts},
    }
    for path, found in days.items():
        if found is not None and found < tenant.born:
            yield (
                path,
                _("Dagen ligger før lejerens fødselsdag {in_words}. Ret en af dagene.").format(
                    in_words=in_words(tenant.born)
                ),
            )


def _letters(arrears: Arrears, moved_in: date | None) -> Said:
    """Påkrav, ophævelse, the meeting in court and the eviction come in this order."""
    demands = [row.paakrav_arrived for row in arrears.rows if row.paakrav_arrived]
    steps = (
        (_("påkravet"), "", min(demands, default=None)),
        (_("ophævelsen"), "arrears.ophaevelse_arrived", arrears.ophaevelse_arrived),
        (_("mødet i fogedretten"), "arrears.court_meeting", arrears.court_meeting),
        (_("udsættelsen"), "arrears.eviction", arrears.eviction),
    )
    known = [(what, path, found) for what, path, found in steps if found is not None]
    for (earlier, _rest, first), (what, path, second) in pairwise(known):
        if second < first:
            yield (
                path,
                _("{what} ligger før {earlier}. Ret en af dagene.").format(what=what.capitalize(), earlier=earlier),
            )
    if arrears.letter_arrived and moved_in and arrears.letter_arrived < moved_in:
        yield (
            "arrears.letter_arrived",
            _("Brevet kom før indflytningen {in_words}. Ret en af dagene.").format(in_words=in_words(moved_in)),
        )
