"""Sentences about tasks: what a proposal is about, whose a task is, and by when. Short: tenants read them too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from budgetdesk.casework.case_steps import StepKind
from budgetdesk.casework.tasks import Party, Proposal, party
from budgetdesk.formats import kroner, weekday
from budgetdesk.household.case import Case, Todo
from budgetdesk.i18n import N_, _, translated
from budgetdesk.wording import contacts
from budgetdesk.wording.contacts import KINDS, at
from budgetdesk.wording.days import days_until, near_day
from budgetdesk.wording.readability import EASY, lix

WHOSE = {
    Party.TENANT: N_("Lejeren"),
    Party.ADVISER: N_("Rådgiver"),
    Party.BOTH: N_("I sammen"),
    Party.OTHER: N_("En anden"),
}
ALONE = {
    Party.TENANT: N_("Det gør du"),
    Party.ADVISER: N_("Det gør jeg"),
    Party.BOTH: N_("Det gør vi sammen"),
    Party.OTHER: N_("Det gør andre"),
}
"""Headings of the tenant's page."""
_STEPS = {
    StepKind.EVICTION: N_("Dagen for udsættelsen. Ring til kommunen og en jurist i dag."),
    StepKind.COURT_MEETING: N_("Mød op i fogedretten. Tag breve og kvitteringer med."),
    StepKind.PAY_BY: N_("Betal hele restancen{amount}. Gem kvitteringen."),
    StepKind.INSTALMENT: N_("Betal raten til udlejer."),
    StepKind.RENT: N_("Betal huslejen."),
    StepKind.LOOK: N_("Se sammen på, hvordan det går med aftalen."),
    StepKind.ANSWER: N_("Er der kommet svar på ansøgningen om {what}?"),
    StepKind.CHECK: N_("Opfølgning efter {what}: bor du der, og kom pengene?"),
}
_FROM = {
    StepKind.CONTACT: N_("Noteret ved kontakten"),
    StepKind.INSTALMENT: N_("Aftalen"),
    StepKind.RENT: N_("Aftalen"),
    StepKind.LOOK: N_("Aftalen"),
    StepKind.ANSWER: N_("Ansøgningen"),
    StepKind.CHECK: N_("Opfølgning"),
}


def what(proposal: Proposal, case: Case, titles: dict[str, str]) -> str:
    """What is to be done. `titles`: what the benefits are called, by name."""
    if proposal.rescue is not None:
        return _("{title}: kan være relevant. Søg.").format(title=proposal.rescue.title)
    if proposal.consent is not None:
        to = proposal.consent.recipient
        return (
            _("Samtykket til {to} løber ud. Spørg, om det skal fornyes.").format(to=to)
            if to
            else _("Et samtykke løber ud. Spørg igen.")
        )
    if proposal.person is not None:
        name = proposal.person.name or proposal.person.organisation or _("kontaktpersonen")
        return _("Se efter, om nummeret til {name} stadig passer.").format(name=name)
    if proposal.attempt is not None and proposal.attempt.kind is not None:
        return _("Prøv at få fat i lejeren: {kinds}.").format(kinds=translated(KINDS)[proposal.attempt.kind].lower())
    return _of_step(proposal, case, titles)


def _of_step(proposal: Proposal, case: Case, titles: dict[str, str]) -> str:
    step = proposal.step
    if step is None:
        return ""
    if step.kind is StepKind.CONTACT:
        return step.what or _("Tag kontakt igen.")
    known = titles.get(step.what, step.what)
    if step.kind is StepKind.CHECK:
        known = (
            _("{what} måned").format(what=step.what) if step.what == "1" else _("{what} måneder").format(what=step.what)
        )
    amount = _(" på {total}").format(total=kroner(case.arrears.total)) if case.arrears.total else ""
    said = translated(_STEPS)[step.kind].format(what=known[:1].lower() + known[1:], amount=amount)
    return said.replace("kr..", "kr.")


def where_from(proposal: Proposal) -> str:
    """Which source knows it, in a word or two."""
    if proposal.rescue is not None:
        return _("Redningstidslinjen: sidste dag at søge")
    if proposal.consent is not None:
        return _("Samtykker")
    if proposal.person is not None:
        return _("Personer")
    if proposal.attempt is not None:
        return _("Metoden for kontakt")
    return translated(_FROM).get(proposal.step.kind, _("Fristerne")) if proposal.step is not None else ""


def by_when(day: date | None, on: date, time: str = "") -> str:
    """`i dag`, `i morgen kl. 10.00`, `torsdag den 26. november`; how late where it has passed."""
    if day is None:
        return _("uden dag")
    away = (day - on).days
    if away < 0:
        return _("skulle være gjort {near_day}, {days_until}").format(
            near_day=near_day(day, day), days_until=days_until(away)
        )
    near = (
        days_until(away)
        if away <= 1
        else _("{day} den {near_day}").format(day=weekday(day), near_day=near_day(day, on))
    )
    return f"{near}{at(time)}"


def told(todo: Todo, on: date, case: Case) -> str:
    """`Lejeren · senest torsdag den 26. november`, or when it was done."""
    if todo.done is not None:
        return _("{whose} · gjort {past_day}").format(
            whose=whose(todo.who, case), past_day=contacts.past_day(todo.done, on)
        )
    when = by_when(todo.by, on, todo.time)
    latest = "" if todo.by is None or todo.by < on or todo.meeting or (todo.by - on).days <= 1 else _("senest ")
    kind = _("møde ") if todo.meeting else ""
    return f"{whose(todo.who, case)} · {kind}{latest}{when}"


def whose(who: str, case: Case) -> str:
    """`Lejeren`, `Rådgiver`, `I sammen`, or the name that was written."""
    found = party(who, case)
    return who if found is Party.OTHER else translated(WHOSE)[found]


def readable(todos: Sequence[Todo]) -> str:
    """That the tasks are hard to read on the tenant's page, where they are; "" else, and for a few words. Names are as
    long as they are."""
    text = " ".join(f"{_NAME.sub('x', todo.what.strip().rstrip('.'))}." for todo in todos if todo.what.strip())
    found = round(lix(text))
    if found <= EASY or len(text.split()) < ENOUGH:
        return ""
    return _(
        "Opgaverne på siden til lejeren har LIX {figure}. Korte ord og korte sætninger er lettere at læse."
    ).format(figure=found)


ENOUGH = 10
"""Of fewer words LIX tells nothing: `Find lønsedlen` has 52."""
_NAME = re.compile(r"(?<=[^.!?:] )[A-ZÆØÅ]\w+")
"""A word with a capital that begins no sentence."""
