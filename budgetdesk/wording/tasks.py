"""Sentences about tasks: what a proposal is about, whose a task is, and by when. Short: tenants read them too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from budgetdesk.casework.case_steps import StepKind
from budgetdesk.casework.tasks import Party, Proposal, party
from budgetdesk.formats import kroner, weekday
from budgetdesk.household.case import Case, Todo
from budgetdesk.wording import contacts
from budgetdesk.wording.contacts import KINDS, at
from budgetdesk.wording.days import days_until, near_day
from budgetdesk.wording.readability import EASY, lix

WHOSE = {Party.TENANT: "Lejeren", Party.ADVISER: "Rådgiver", Party.BOTH: "I sammen", Party.OTHER: "En anden"}
ALONE = {
    Party.TENANT: "Det gør du",
    Party.ADVISER: "Det gør jeg",
    Party.BOTH: "Det gør vi sammen",
    Party.OTHER: "Det gør andre",
}
"""Headings of the tenant's page."""
_STEPS = {
    StepKind.EVICTION: "Dagen for udsættelsen. Ring til kommunen og en jurist i dag.",
    StepKind.COURT_MEETING: "Mød op i fogedretten. Tag breve og kvitteringer med.",
    StepKind.PAY_BY: "Betal hele restancen{amount}. Gem kvitteringen.",
    StepKind.INSTALMENT: "Betal raten til udlejer.",
    StepKind.RENT: "Betal huslejen.",
    StepKind.LOOK: "Se sammen på, hvordan det går med aftalen.",
    StepKind.ANSWER: "Er der kommet svar på ansøgningen om {what}?",
    StepKind.CHECK: "Opfølgning efter {what}: bor du der, og kom pengene?",
}
_FROM = {
    StepKind.CONTACT: "Noteret ved kontakten",
    StepKind.INSTALMENT: "Aftalen",
    StepKind.RENT: "Aftalen",
    StepKind.LOOK: "Aftalen",
    StepKind.ANSWER: "Ansøgningen",
    StepKind.CHECK: "Opfølgning",
}


def what(proposal: Proposal, case: Case, titles: dict[str, str]) -> str:
    """What is to be done. `titles`: what the benefits are called, by name."""
    if proposal.rescue is not None:
        return f"{proposal.rescue.title}: kan være relevant. Søg."
    if proposal.consent is not None:
        to = proposal.consent.recipient
        return (
            f"Samtykket til {to} løber ud. Spørg, om det skal fornyes." if to else "Et samtykke løber ud. Spørg igen."
        )
    if proposal.person is not None:
        name = proposal.person.name or proposal.person.organisation or "kontaktpersonen"
        return f"Se efter, om nummeret til {name} stadig passer."
    if proposal.attempt is not None and proposal.attempt.kind is not None:
        return f"Prøv at få fat i lejeren: {KINDS[proposal.attempt.kind].lower()}."
    return _of_step(proposal, case, titles)


def _of_step(proposal: Proposal, case: Case, titles: dict[str, str]) -> str:
    step = proposal.step
    if step is None:
        return ""
    if step.kind is StepKind.CONTACT:
        return step.what or "Tag kontakt igen."
    known = titles.get(step.what, step.what)
    if step.kind is StepKind.CHECK:
        known = f"{step.what} måned" if step.what == "1" else f"{step.what} måneder"
    amount = f" på {kroner(case.arrears.total)}" if case.arrears.total else ""
    said = _STEPS[step.kind].format(what=known[:1].lower() + known[1:], amount=amount)
    return said.replace("kr..", "kr.")


def where_from(proposal: Proposal) -> str:
    """Which source knows it, in a word or two."""
    if proposal.rescue is not None:
        return "Redningstidslinjen: sidste dag at søge"
    if proposal.consent is not None:
        return "Samtykker"
    if proposal.person is not None:
        return "Personer"
    if proposal.attempt is not None:
        return "Metoden for kontakt"
    return _FROM.get(proposal.step.kind, "Fristerne") if proposal.step is not None else ""


def by_when(day: date | None, on: date, time: str = "") -> str:
    """`i dag`, `i morgen kl. 10.00`, `torsdag den 26. november`; how late where it has passed."""
    if day is None:
        return "uden dag"
    away = (day - on).days
    if away < 0:
        return f"skulle være gjort {near_day(day, day)}, {days_until(away)}"
    near = days_until(away) if away <= 1 else f"{weekday(day)} den {near_day(day, on)}"
    return f"{near}{at(time)}"


def told(todo: Todo, on: date, case: Case) -> str:
    """`Lejeren · senest torsdag den 26. november`, or when it was done."""
    if todo.done is not None:
        return f"{whose(todo.who, case)} · gjort {contacts.past_day(todo.done, on)}"
    when = by_when(todo.by, on, todo.time)
    latest = "" if todo.by is None or todo.by < on or todo.meeting or (todo.by - on).days <= 1 else "senest "
    kind = "møde " if todo.meeting else ""
    return f"{whose(todo.who, case)} · {kind}{latest}{when}"


def whose(who: str, case: Case) -> str:
    """`Lejeren`, `Rådgiver`, `I sammen`, or the name that was written."""
    found = party(who, case)
    return who if found is Party.OTHER else WHOSE[found]


def readable(todos: Sequence[Todo]) -> str:
    """That the tasks are hard to read on the tenant's page, where they are; "" else. Names are as long as they are."""
    texts = (f"{todo.what.strip().rstrip('.')}." for todo in todos if todo.what.strip())
    found = round(lix(" ".join(_NAME.sub("x", text) for text in texts)))
    if found <= EASY:
        return ""
    return f"Opgaverne på siden til lejeren har LIX {found}. Korte ord og korte sætninger er lettere at læse."


_NAME = re.compile(r"(?<=[^.!?:] )[A-ZÆØÅ]\w+")
"""A word with a capital that begins no sentence."""
