"""Words of the call list that a landlord's list gives: why this one now, what it rests on, and what is not known."""

from __future__ import annotations

from datetime import date

from budgetdesk.casework.arrears_match import How
from budgetdesk.casework.arrears_people import ListPerson, Since
from budgetdesk.casework.arrears_rules import CallOrder, Chance, Explained, Group, Then
from budgetdesk.casework.list_calls import ListCall, ListCalls
from budgetdesk.formats import day, kroner, number, weekday_and_day
from budgetdesk.i18n import N_, _, ngettext, translated

NO_NAME = N_("Uden navn på listen")
THEN = {
    Then.DAYS: N_("den nærmeste dag"),
    Then.CHILDREN: N_("børn i hjemmet"),
    Then.FIRST_TIME: N_("første gang på listen"),
    Then.SMALL: N_("en restance, der kan nås"),
    Then.GROWN: N_("en restance, der er vokset"),
    Then.OWED: N_("den mindste restance"),
}
HOW = {
    How.CHOSEN: N_("I har sagt, hvem det er"),
    How.CPR: N_("fundet på CPR"),
    How.REFERENCE: N_("fundet på nummeret"),
    How.WHO_AND_WHERE: N_("fundet på navn og adresse"),
    How.DOUBT: N_("ligner en sag"),
    How.OTHER: N_("I har sagt, at det er en anden"),
    How.NOBODY: N_("ingen sag"),
}


def who(one: ListPerson) -> str:
    """The name as the list has it."""
    return one.name or _(NO_NAME)


def owed(one: ListPerson) -> str:
    """`7.935 kr. (før 7.600 kr.)`, and how it went since the last list."""
    said = _("Skylder {owed}").format(owed=kroner(one.owed))
    if one.since is Since.GROWN and one.before is not None:
        return _("{said} Det var {before} sidst.").format(said=said, before=kroner(one.before))
    if one.since is Since.SHRUNK and one.before is not None:
        return _("{said} Det var {before} sidst, så noget er betalt.").format(said=said, before=kroner(one.before))
    return f"{said}{translated(_SINCE).get(one.since, '')}"


_SINCE = {
    Since.RETURNED: N_(" Kommet igen: stod ikke på den sidste liste."),
    Since.SAME: N_(" Det samme som sidst."),
    Since.FIRST: N_(" Ny på listen."),
}


def reason(call: ListCall, on: date) -> str:
    """Why now, with the day it is about."""
    told = translated(_REASONS)[call.group]
    if call.day is None:
        return translated(_NO_DAY).get(call.group, told.split(" {")[0].rstrip(":,") + ".")
    about = _("Efter listens dage: ") if call.estimate else ""
    said = told.format(day=weekday_and_day(call.day))
    return f"{about}{said[0].lower()}{said[1:]}" if about else said


_REASONS = {
    Group.PAY_BY: N_("Sidste dag at betale er {day}."),
    Group.COURT: N_("Næste dag i fogedretten er {day}."),
    Group.TERMINATED: N_("Ophævelsen kom {day}."),
    Group.DEADLINE_OVER: N_("Fristen var {day}."),
    Group.PAAKRAV_MAY_COME: N_("Påkravet har kunnet sendes siden {day}."),
    Group.LATE: N_("Påkravet kan tidligst sendes {day}."),
    Group.NO_DAY: N_("Listen siger ikke, hvor gammel restancen er."),
    Group.PLAN: N_("Der løber en aftale."),
}
_NO_DAY = {
    Group.TERMINATED: N_("Lejemålet er ophævet."),
    Group.NO_DAY: _REASONS[Group.NO_DAY],
    Group.PLAN: N_("Der løber en aftale. Den følges på ringelisten."),
}


def chances(call: ListCall, order: CallOrder) -> tuple[str, ...]:
    """`børn i hjemmet`, `første gang` ..."""
    return tuple(order.chances[chance].title for chance in call.chances)


def about(call: ListCall, on: date) -> str:
    """Number, home, telephone, and whether somebody was in contact."""
    one = call.person
    tried = _("sidst kontakt {tried}").format(tried=day(call.tried)) if call.tried else ""
    case = _("Sag {case_id}, {how}").format(case_id=one.case_id, how=translated(HOW)[one.how]) if one.case_id else ""
    return " · ".join(part for part in (case, one.reference, one.address, call.phone, tried) if part)


def headline(found: ListCalls) -> str:
    """How many owe something, and how it went since the last list."""
    if not found.in_all:
        return _("Ingen på listen skylder noget.")
    said = (
        _("{in_all} skylder noget.").format(in_all=number(found.in_all)) if found.in_all > 1 else _("1 skylder noget.")
    )
    parts = [
        f"{number(count)} {word}"
        for since, word in (
            (Since.FIRST, ngettext("er ny", "er nye", found.since.get(Since.FIRST) or 0)),
            (Since.RETURNED, _("er kommet igen")),
            (Since.GROWN, _("er vokset")),
            (Since.SHRUNK, _("er faldet")),
        )
        if (count := found.since.get(since, 0))
    ]
    if found.gone:
        parts.append(_("{count} står der ikke mere").format(count=number(len(found.gone))))
    return _("{said} Siden sidst: {listed}.").format(said=said, listed=_listed(parts)) if parts else said


def gone_said() -> str:
    """What it may mean that somebody is no longer there."""
    return _("De kan have betalt, være flyttet eller stå hos en advokat. Spørg udlejer, før I regner med noget.")


def group_title(group: Group, order: CallOrder, count: int) -> str:
    """`Fristen løber (3)`."""
    return f"{order.groups[group].title} ({number(count)})"


def order_said(order: CallOrder) -> tuple[str, ...]:
    """The whole order in words, with why and where from: nothing of it is hidden."""
    groups = [_explained(one) for one in order.groups.values()]
    within = _listed([translated(THEN)[word] for word in order.then], last=_("og til sidst"))
    chances = [f"“{one.title}”: {_after(one)}" for one in order.chances.values()]
    return (
        _("Først kommer grupperne, i den orden, de står her."),
        *groups,
        _("Inden for en gruppe kommer først {within}. Er alt ens, afgør nummeret det.").format(within=within),
        *chances,
        _("Ingen får point, og ingen bliver bedømt. Ordenen er den samme for alle."),
    )


def chance_why(chance: Chance, order: CallOrder) -> str:
    """Why it counts, and where that comes from."""
    return _after(order.chances[chance])


def _explained(one: Explained) -> str:
    return f"{one.title}. {_after(one)}"


def _after(one: Explained) -> str:
    return f"{one.why} ({one.source})" if one.source else one.why


def _listed(parts: list[str], last: str = "og") -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}"
