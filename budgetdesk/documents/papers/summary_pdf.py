"""*Resume af sagen* for another organisation: one or two pages, with what one consent covers and nothing else.

To whom, what for and on which consent stand at the top; what was left out is said at the end. No notes, no papers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.clock import paakrav_arrived
from budgetdesk.casework.consents import in_force
from budgetdesk.casework.letters import children_text, rows_text
from budgetdesk.casework.sharing import FREE, NEVER, party_of, topics_of
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.consent_catalogue import consent_of
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.papers.letters import written_by_hand
from budgetdesk.documents.papers.summary_money import debts, economy
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import box, facts, section, table, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.errors import ConsentNeededError
from budgetdesk.household.case import Case, Consent, Todo
from budgetdesk.household.words import Outcome, ShareTopic
from budgetdesk.planning.plan import Standing
from budgetdesk.wording import consents as words

# isort: split
from reportlab.lib.units import mm

from budgetdesk.i18n import N_, _

T = ShareTopic
Told = Mapping[str, Any]
NOT_IN_FORCE = N_(
    "Resumeet kan ikke laves: lejeren har ikke sagt ja, eller samtykket er slut. Spørg lejeren, og skriv det på siden "
    "Samtykker."
)
NAMES = 44 * mm


def summary_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = (), document: str = "") -> bytes:
    """The summary for the recipient of one consent (`sagsresume:s1`). Raises ConsentNeededError where that consent is
    not in force on the day, and DocumentError where there is none."""
    consent = consent_of(document, case)
    if not in_force(consent, on):
        raise ConsentNeededError(_(NOT_IN_FORCE))
    told = texts.load("samtykke")["sagsresume"]
    topics = told_topics(case, consent)

    def story() -> list[Any]:
        body: list[Any] = [text(told["title"], page.H1), *_top(case, answers, consent, told)]
        for topic in topics:
            body += section(told["headings"][topic], *_part(topic, case, answers, told, health=T.HEALTH in topics))
        return [*body, *_left_out(case, consent, topics, told)]

    return page.build(story, head(case, told["title"], on=on))


def told_topics(case: Case, consent: Consent) -> tuple[ShareTopic, ...]:
    """The pieces the summary holds: what the consent covers, and what this recipient may know anyway."""
    party = party_of(consent, case)
    may = (topics_of(consent, case) | FREE.get(party, frozenset())) - NEVER.get(party, frozenset())
    if T.HELP in may:
        may -= {T.HELP_AWAITED}
    return tuple(topic for topic in _PARTS if topic in may)


def _part(topic: ShareTopic, case: Case, answers: Answers, told: Told, *, health: bool) -> list[Any]:
    if topic is T.ECONOMY:
        return economy(answers, told["words"], health=health)
    return _PARTS[topic](case, answers, told["words"]) or [text(told["none"])]


def _top(case: Case, answers: Answers, consent: Consent, told: Told) -> list[Any]:
    who = rich(words.name_of(consent, case))
    adviser = ", ".join(one for one in (case.info.adviser, answers.house.name or case.info.organisation) if plain(one))
    lead = told["lead" if adviser else "lead_bare"].format(recipient=who, adviser=rich(adviser))
    until = f"Det gælder til {formats.day(consent.until)}." if consent.until else ""
    given = told["given"].format(how=words.how_given(consent).removesuffix("."), until=until).strip()
    rows = [(told["purpose"], consent.purpose), (told["basis"], given)]
    return [text(lead, page.LEAD), box([facts(rows, width=page.WIDTH - 20, names=30 * mm), text(told["use"])])]


def _left_out(case: Case, consent: Consent, topics: Sequence[ShareTopic], told: Told) -> list[Any]:
    inside = {*topics, T.HELP_AWAITED} if T.HELP in topics else set(topics)
    left = [topic for topic in _PARTS if topic not in inside]
    said = told["left"].format(topics=words.tells(left)) if left else told["left_none"]
    owed = [text(told["not_sure"], page.SMALL)] if T.ARREARS in topics or T.DEBTS in topics else []
    return [*section(told["left_heading"], text(said), text(told["notes"])), *owed]


def _rows(rows: Sequence[tuple[str, str]]) -> list[Any]:
    known = [(name, fact) for name, fact in rows if plain(fact)]
    return [facts(known, names=NAMES)] if known else []


def _home(case: Case, _answers: Answers, told: Told) -> list[Any]:
    tenancy = case.tenancy
    address = told["protected"] if case.info.protected_address else tenancy.address
    return _rows(
        [
            (told["tenant"], case.tenant.name if case.tenant else ""),
            (told["address"], address),
            (told["landlord"], tenancy.landlord),
            (told["rent"], formats.kroner(tenancy.rent_per_month) if tenancy.rent_per_month else ""),
            (told["moved_in"], formats.day(tenancy.moved_in) if tenancy.moved_in else ""),
        ]
    )


def _contact(case: Case, _answers: Answers, told: Told) -> list[Any]:
    return _rows([(told["phone"], case.tenant.phone if case.tenant else "")])


def _family(case: Case, answers: Answers, told: Told) -> list[Any]:
    adults = sum(1 for one in case.adults if one.lives_at_home)
    return _rows([(told["adults"], str(adults) if adults else ""), (told["children"], children_text(case, answers.on))])


def _arrears(case: Case, _answers: Answers, told: Told) -> list[Any]:
    arrears = case.arrears
    days = [
        (told["letter"], paakrav_arrived(case)),
        (told["ophaevelse"], arrears.ophaevelse_arrived),
        (told["court"], arrears.court_meeting),
        (told["eviction"], arrears.eviction),
    ]
    return _rows(
        [
            (told["total"], formats.kroner(arrears.total) if arrears.total else ""),
            (told["owed"], rows_text(arrears.rows)),
            (told["reference"], arrears.payment_reference),
            *((name, formats.day(on) if on else "") for name, on in days),
        ]
    )


def _agreement(case: Case, answers: Answers, told: Told) -> list[Any]:
    plan, seen = answers.plan, answers.watched
    chosen = case.agreement.instalments if case.agreement else ()
    if plan is None or not chosen:
        return [text(told["no_plan"])]
    first, last = chosen[0], chosen[-1]
    total = sum((one.amount for one in chosen), Decimal(0))
    said = told["instalments"].format(
        count=len(chosen), first=formats.day(first.due), last=formats.day(last.due), total=formats.kroner(total)
    )
    parts: list[Any] = [text(said)]
    if plan.standing is Standing.PROPOSAL:
        parts.append(text(told["proposal"]))
    elif seen is not None and seen.progress is not None:
        parts += _rows([(told["paid"], formats.kroner(seen.progress.paid))])
    return parts


def _cause(_case: Case, _answers: Answers, told: Told) -> list[Any]:
    """Nobody's words but the tenant's: a line to write on."""
    return [text(told["by_hand"]), written_by_hand(["", ""], label_width=8)]


def _awaited(case: Case, _answers: Answers, told: Told) -> list[Any]:
    """That help was applied for; neither which nor how much."""
    waiting = [one for one in case.applications if one.applied_on and one.outcome is Outcome.WAITING]
    if not waiting:
        return [text(told["not_applied"])]
    days = [one.ask_again for one in waiting if one.ask_again]
    return [text(told["awaited"].format(day=formats.day(max(days))) if days else told["awaited_no_day"])]


def _help(case: Case, answers: Answers, told: Told) -> list[Any]:
    rows = []
    for one in case.applications:
        if one.applied_on is None:
            continue
        guide = answers.guides.get(one.id)
        granted = told["granted"].format(amount=formats.kroner(one.granted)) if one.granted is not None else ""
        answer = {Outcome.WAITING: told["waiting"], Outcome.REFUSED: told["refused"]}.get(one.outcome, granted or "ja")
        rows.append([rich(guide.title if guide else one.id), formats.day(one.applied_on), answer])
    if not rows:
        return [text(told["not_applied"])]
    return [table(told["help_columns"], rows, [page.WIDTH - 90 * mm, 45 * mm, 45 * mm])]


def _health(case: Case, _answers: Answers, told: Told) -> list[Any]:
    cost = case.circumstances.health_cost
    return _rows([(told["health"], f"{formats.kroner(cost)} om året" if cost else "")])


def _cpr(case: Case, _answers: Answers, told: Told) -> list[Any]:
    return _rows([(told["tenant"], case.tenant.cpr if case.tenant else "")])


def _course(case: Case, _answers: Answers, told: Told) -> list[Any]:
    opened = case.course.began or case.info.opened
    last = max((one.on for one in case.contacts if one.on), default=None)
    days = [(told["opened"], opened), (told["last_contact"], last)]
    rows = [[rich(one.who), rich(one.what), formats.day(one.by) if one.by else ""] for one in _left(case)]
    listed = [table(told["steps_columns"], rows, [40 * mm, page.WIDTH - 80 * mm, 40 * mm])] if rows else []
    return [*_rows([(name, formats.day(on) if on else "") for name, on in days]), *listed]


def _left(case: Case) -> list[Todo]:
    return [one for one in case.conversation.next_steps if one.done is None]


_PARTS: Mapping[ShareTopic, Callable[[Case, Answers, Told], list[Any]]] = {
    T.HOME: _home,
    T.CONTACT: _contact,
    T.FAMILY: _family,
    T.ARREARS: _arrears,
    T.AGREEMENT: _agreement,
    T.CAUSE: _cause,
    T.HELP_AWAITED: _awaited,
    T.HELP: _help,
    T.ECONOMY: lambda _case, answers, told: economy(answers, told, health=False),
    T.DEBTS: debts,
    T.HEALTH: _health,
    T.CPR: _cpr,
    T.COURSE: _course,
}
"""How each piece is told, in the order in which one reads them."""
