"""Sentences about the people around a case: who is there, who is missing, whose number is old, who may be told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from budgetdesk.casework.stakeholders import Known, Stakeholder
from budgetdesk.formats import month
from budgetdesk.household.course import ContactPerson
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.contacts import past_day

WHY = {
    "public_debt": N_("Der er gæld til det offentlige."),
    "private_debt": N_("Der er kreditorer i sagen."),
    "collector": N_("Gæld er sendt til inkasso."),
    "court": N_("Sagen er på vej til fogedretten."),
    "udbetaling_danmark": N_("Der kommer penge herfra."),
    "bank": N_("Her er konto eller lån."),
    "jobcenter": N_("Indtægten hænger sammen med jobcentret."),
    "network": N_("Nogen i netværket hjælper."),
}
NOBODY = N_("Ingen skrevet op")
NO_CONSENT = N_("Intet samtykke i kraft")


def headline(found: Sequence[Stakeholder], titles: dict[str, str]) -> str:
    """`Fire er skrevet op. Det kan være godt at kende en hos: Kommunen og Fogedretten.`"""
    people = sum(len(one.people) for one in found)
    missing = [titles.get(one.side.key, one.side.key) for one in found if one.missing]
    said = _("Ingen er skrevet op endnu.") if not people else _("{people} er skrevet op.").format(people=people)
    if not missing:
        return said
    return _("{said} Det kan være godt at kende en hos: {listed}.").format(said=said, listed=_listed(missing))


def about(one: Stakeholder) -> str:
    """Why it belongs, what it is called, and whether something may be told there."""
    parts = [one.name, translated(WHY).get(one.why, ""), consent(one), one.side.warning]
    return " · ".join(part.rstrip(".") for part in parts if part)


def consent(one: Stakeholder) -> str:
    """`Samtykke i kraft til 1. maj 2027`, or that there is none."""
    if not one.consents:
        return _(NO_CONSENT)
    until = [consent.until for consent in one.consents if consent.until is not None]
    return (
        _("Samtykke i kraft til {past_day}").format(past_day=past_day(max(until), date.min))
        if until
        else _("Samtykke i kraft")
    )


def in_map(one: Stakeholder) -> str:
    """The second line of a node: the first person, how many more, and whether a consent is in force."""
    if not one.people:
        return _("ingen endnu") if one.belongs else ""
    first = one.people[0].person
    name = first.name or first.organisation or _("uden navn")
    more = f" +{len(one.people) - 1}" if len(one.people) > 1 else ""
    return (_("{name}{more} · samtykke") if one.consents else _("{name}{more}")).format(name=name, more=more)


def person(one: ContactPerson) -> str:
    """`Mette Holm, Lærkely`; the role where there is one."""
    parts = [one.name or _("Uden navn endnu"), one.role, one.organisation]
    return ", ".join(part for part in parts if part)


def reached(known: Known, on: date) -> str:
    """`43 55 12 12 · mette@example.dk · tjekket 3. november`, or that the number is old."""
    one = known.person
    return " · ".join(part for part in (one.phone, one.email, checked(known, on), one.note) if part)


def checked(known: Known, on: date) -> str:
    """When the number was last checked; an old one says so."""
    day = known.person.checked_on
    if day is None:
        return _("ikke tjekket") if known.stale else ""
    return (
        _("sidst tjekket i {day}: se efter, om det passer").format(day=month(day))
        if known.stale
        else _("tjekket {past_day}").format(past_day=past_day(day, on))
    )


def as_text(found: Sequence[Stakeholder], titles: dict[str, str]) -> str:
    """The whole map for a screen reader."""
    parts = [f"{titles.get(one.side.key, one.side.key)}: {in_map(one)}" for one in found if one.there]
    return ". ".join(parts)


def _listed(words: Sequence[str]) -> str:
    return _(" og ").join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
