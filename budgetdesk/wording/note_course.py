"""Sentences of a note about the course: letters, contact, the home and who lives there, what is done, who does what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from budgetdesk.casework.note_changes import Change
from budgetdesk.formats import day, number
from budgetdesk.household.case import Person, Todo
from budgetdesk.household.circumstances import Application
from budgetdesk.household.course import Check, Contact, ContactPerson
from budgetdesk.household.words import EvictionKind, Heating, Letter, Marital, PaidTo, Role, ThreatOutcome
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording.note_rows import EACH, alone, shared
from budgetdesk.wording.note_words import (
    CONTACT_OUTCOMES,
    CONTACTS,
    LETTERS,
    ROLES,
    Sentence,
    Told,
    before,
    capital,
    first_name,
    joined,
    of_day,
    plain,
    some_of,
    stop,
    word,
)

_HOME = {
    "landlord": "Udlejer er {now}",
    "address": "Adressen er {now}",
    "municipality": "Kommunen er {now}",
    "rent_per_month": "Huslejen er {now} pr. måned før boligstøtte",
    "area_m2": "Boligen er på {now}",
    "heating": "Varmen er {now}",
    "moved_in": "Indflytningen var den {now}",
    "deposit": "Indskuddet er {now}",
    "boligstoette.amount": "Boligstøtten er {now} pr. måned",
    "boligstoette.paid_to": "Boligstøtten går til {now}",
}
_SHORT = {
    "landlord": "udlejer {now}",
    "address": "adressen {now}",
    "municipality": "{now} Kommune",
    "area_m2": "areal {now}",
    "heating": "varmen {now}",
    "moved_in": "indflyttet {now}",
    "deposit": "indskud {now}",
    "boligstoette.paid_to": "boligstøtten går til {now}",
}
_WORDS: dict[Any, str] = {
    Heating.SEPARATE: N_("for sig selv"),
    Heating.IN_RENT: N_("med i huslejen"),
    PaidTo.LANDLORD: "udlejer",
    PaidTo.TENANT: "lejeren selv",
    Marital.SINGLE: "enlig",
    Marital.COHABITING: "samlevende",
    Marital.MARRIED: "gift",
    ThreatOutcome.WITHDRAWN: "sagen er trukket tilbage",
    ThreatOutcome.PLAN: "en aftale om afdrag",
    ThreatOutcome.MOVED: "lejeren er flyttet",
    ThreatOutcome.EVICTED: "lejeren er sat ud",
    ThreatOutcome.RUNNING: "sagen løber",
    EvictionKind.BAILIFF: "af fogeden",
    EvictionKind.MOVED_AFTER_OPHAEVELSE: N_("flyttet efter ophævelse"),
}


def home_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What is known about the home: rent and boligstøtte first; what nobody had written before shares a sentence."""
    order = list(_HOME)
    ordered = sorted(found, key=lambda one: order.index(_name(one)))
    new = [one for one in ordered if one.was is None or one.was == ""]
    fresh = [one for one in new if not one.path.endswith(("rent_per_month", "boligstoette.amount"))]
    if len(fresh) <= EACH:
        return [alone(one, _home(one)) for one in ordered]
    known = [
        _SHORT[name].format(now=_of_home(name, one.now)) for name, one in zip(map(_name, fresh), fresh, strict=True)
    ]
    whole = shared(fresh, "new", stop(f"Om boligen er skrevet: {', '.join(known)}"))
    return [*(alone(one, _home(one)) for one in ordered if one not in fresh), whole]


def _name(one: Change) -> str:
    return one.path.removeprefix("case.tenancy.")


def _home(one: Change) -> str:
    name = _name(one)
    now, was = _of_home(name, one.now), _of_home(name, one.was)
    if not now:
        return f"{capital(_HOME[name].split(' er ')[0])} er taget ud{before(was)}."
    return stop(f"{_HOME[name].format(now=now)}{before(was)}")


def _of_home(name: str, value: Any) -> str:
    if name == "area_m2":
        return f"{number(value)} m²" if value is not None else ""
    return translated(_WORDS).get(value, plain(value))


def household_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Who lives there, and what has changed for them."""
    came = [one for one in found if "persons[" in one.path and one.was is None]
    rest = [one for one in found if one not in came]
    said = [alone(one, _person(one) if "persons[" in one.path else _circumstance(one, told)) for one in rest]
    if len(came) > 1:
        named = some_of([_named(one.now) for one in came])
        return [shared(came, "came", f"Skrevet ind i boligen: {named}."), *said]
    return [*(alone(one, _person(one)) for one in came), *said]


def _named(person: Person) -> str:
    """`Alma (barn, født 3. juni 2018)`."""
    name = first_name(person.name)
    return f"{name} ({_about(person)})" if name else _about(person)


def _person(one: Change) -> str:
    person: Person = one.now if one.now is not None else one.was
    name = first_name(person.name) or capital(ROLES[person.role])
    if one.now is None:
        return f"{name} ({ROLES[person.role]}) er taget ud."
    return f"{name} er {'skrevet ind' if one.was is None else 'rettet'}: {_about(person)}."


def _about(person: Person) -> str:
    parts = [ROLES[person.role]]
    if person.born is not None:
        parts.append(f"født {day(person.born)}")
    if person.marital is not None and person.role in (Role.TENANT, Role.PARTNER):
        parts.append(translated(_WORDS)[person.marital])
    if not person.lives_at_home:
        parts.append("bor ikke hjemme")
    return ", ".join(parts)


_CIRCUMSTANCES = {
    "changed": "Der er sket noget nyt i {tenant}s situation: {now}",
    "changed_on": "Det skete den {now}",
    "single_expense": "Der er en regning, de ikke selv kan klare: {now}",
    "moving": "{tenant} skal flytte: {now}",
    "new_rent": "Huslejen i den nye bolig er {now} pr. måned",
}


def _circumstance(one: Change, told: Told) -> str:
    name = one.path.rsplit(".", 1)[-1]
    now = plain(one.now) or _("ikke oplyst")
    return stop(capital(_CIRCUMSTANCES[name].format(tenant=told.tenant, now=now)) + before(plain(one.was)))


_LETTERS = {
    "ophaevelse_arrived": ("Ophævelsen kom den {now}", "Ophævelsens dag er taget ud"),
    "court_meeting": ("Mødet i fogedretten er den {now}", "Mødet i fogedretten er taget ud"),
    "eviction": ("Udsættelsen er sat til den {now}", "Dagen for udsættelse er taget ud"),
    "municipality_notified": ("Kommunen fik besked den {now}", "Beskeden til kommunen er taget ud"),
}


def letter_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """The landlord's and the court's letters, and their days."""
    said = []
    held = [one for one in found if one.path.rsplit(".", 1)[-1] in ("letter", "letter_arrived")]
    if held:
        arrears, was = told.case.arrears, told.before.case.arrears
        earlier = f"{LETTERS[was.letter]}{of_day(was.letter_arrived)}" if was.letter is not Letter.NONE else ""
        lead = f"{told.tenant} har fået {LETTERS[arrears.letter]}{of_day(arrears.letter_arrived)}"
        if arrears.letter is Letter.NONE:
            lead = "Der ligger ikke længere et brev"
        said.append(shared(held, "letter", stop(capital(lead) + before(earlier))))
    for one in found:
        name = one.path.rsplit(".", 1)[-1]
        if name in _LETTERS:
            text = _LETTERS[name][0].format(now=plain(one.now)) if one.now is not None else _LETTERS[name][1]
            said.append(alone(one, stop(text + before(plain(one.was)))))
    return said


def contact_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Who was reached, and how."""
    return [alone(one, _contact(one, told)) for one in sorted(found, key=_contact_order)]


def _contact_order(one: Change) -> tuple[str, str, str]:
    contact: Contact = one.now if one.now is not None else one.was
    return (contact.on.isoformat() if contact.on else "", contact.time, one.path)


def _contact(one: Change, told: Told) -> str:
    contact: Contact = one.now if one.now is not None else one.was
    kind = translated(CONTACTS)[contact.kind] if contact.kind is not None else _("Kontakt")
    clock = _(" kl. {time}").format(time=contact.time) if contact.time else ""
    lead = f"{kind} med {_with_whom(contact, told)}{of_day(contact.on)}{clock}"
    if one.now is None:
        return f"{lead} er taget ud."
    outcome = translated(CONTACT_OUTCOMES)[contact.outcome] if contact.outcome is not None else ""
    minutes = _("{minutes} minutter").format(minutes=contact.minutes) if contact.minutes else ""
    return stop(", ".join(part for part in (lead, outcome, minutes) if part))


def _with_whom(contact: Contact, told: Told) -> str:
    if not contact.with_whom:
        return told.tenant
    people = (*told.case.contact_persons, *told.before.case.contact_persons)
    found = next((one for one in people if one.id == contact.with_whom), None)
    return _called(found) if found is not None else "en kontaktperson"


def _called(person: ContactPerson) -> str:
    return ", ".join(part for part in (person.name.strip(), person.organisation.strip()) if part) or "en kontaktperson"


def people_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Contact persons who came, went or have another name."""
    said = []
    for one in found:
        person: ContactPerson = one.now if one.now is not None else one.was
        verb = "Ny kontaktperson" if one.was is None else "Kontaktperson rettet"
        text = f"{capital(_called(person))} er ikke længere kontaktperson." if one.now is None else ""
        said.append(alone(one, text or stop(f"{verb}: {_called(person)}")))
    return said


_LISTS = {
    "more_types": "types",
    "situations": "situations",
    "occasions": "occasions",
    "causes": "causes",
    "referred_by": "referred_by",
    "activities": "activities",
    "advice": "advice",
    "help": "help",
}
_COURSE = {
    "type": "Sagens art er {now}",
    "more_types": "Sagen handler også om {now}",
    "situations": "Boligsituationen: {now}",
    "occasions": "Anledningen: {now}",
    "causes": "Det, der ligger bag: {now}",
    "referred_by": "Henvist fra: {now}",
    "activities": "Det arbejder vi med: {now}",
    "advice": "Vi har rådgivet om: {now}",
    "help": "Vi har hjulpet med: {now}",
    "began": "Forløbet begyndte den {now}",
    "ended": "Forløbet er afsluttet den {now}",
    "outcome": "Udfaldet er {now}",
    "eviction": "Udsættelsen: {now}",
    "left_on": "Lejeren flyttede den {now}",
}


def course_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """What the case is about, and what was done, in the words by which cases are counted."""
    return [alone(one, _course(one, told)) for one in found]


def _course(one: Change, told: Told) -> str:
    name = one.path.rsplit(".", 1)[-1]
    now, was = _course_words(name, one.now, told), _course_words(name, one.was, told)
    if not now:
        return f"Taget ud: {was or name}."
    return stop(_COURSE[name].format(now=now) + ("" if name == "type" else before(was)))


def _course_words(name: str, value: Any, told: Told) -> str:
    if isinstance(value, tuple):
        return joined(word(told, _LISTS[name], one).lower() for one in sorted(value))
    if name == "type":
        return word(told, "types", str(value)).lower()
    return translated(_WORDS).get(value, plain(value))


def task_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Who does what by when, the nearest day first."""
    return [alone(one, _task(one)) for one in sorted(found, key=_task_order)]


def _task_order(one: Change) -> tuple[bool, str, str]:
    todo: Todo = one.now if one.now is not None else one.was
    return (todo.done is not None, todo.by.isoformat() if todo.by else "9999", one.path)


def _task(one: Change) -> str:
    todo: Todo = one.now if one.now is not None else one.was
    what = todo.what.strip() or _("en opgave")
    who = todo.who.strip()
    if one.now is None:
        return stop(f"Ikke længere en opgave: {what}{f' ({who})' if who else ''}")
    if todo.done is not None:
        return stop(f"Gjort{of_day(todo.done)}: {what}{f' ({who})' if who else ''}")
    by = f", senest {day(todo.by)}" if todo.by is not None else ""
    moved = one.was is not None and one.was.by is not None and one.was.by != todo.by
    lead = f"{who}: {what[:1].lower()}{what[1:]}" if who else capital(what)
    return stop(f"{lead}{by}{before(day(one.was.by)) if moved else ''}")


def again_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """When to try, ask or look again."""
    return [alone(one, _again(one, told), "again") for one in found]


def _again(one: Change, told: Told) -> str:
    if isinstance(one.now, Contact):
        contact = one.now
        clock = f" kl. {contact.next_time}" if contact.next_time else ""
        what = contact.next_step.strip() or "prøv igen"
        return stop(f"Næste skridt: {what}{of_day(contact.next_on)}{clock}")
    if isinstance(one.now, Application):
        name = told.names.benefits.get(one.now.id, capital(one.now.id))
        return stop(f"Spørg til svaret på {name}{of_day(one.now.ask_again)}")
    days = joined(day(each) for each in sorted(one.now or ()))
    return stop(f"Vi ser på aftalen igen {days}") if days else "De aftalte dage for at se på aftalen er taget ud."


def check_sentences(found: Sequence[Change], told: Told) -> list[Sentence]:
    """Follow-ups that were done or set."""
    said = []
    for one in found:
        check: Check = one.now if one.now is not None else one.was
        after = f"Opfølgning efter {check.months} måneder" if check.months else _("Opfølgning")
        state = f" er gjort{of_day(check.done)}" if check.done is not None else " er sat på"
        said.append(alone(one, stop(f"{after}{' er taget ud' if one.now is None else state}")))
    return said
