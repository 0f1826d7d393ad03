"""Papers that are mostly text: next steps, the call script, the letter to the landlord."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.documents import page, signatures, texts
from budgetdesk.documents.answers import Answers, landlord, parties
from budgetdesk.documents.blocks import Grid, box, gap, section, steps, table, text
from budgetdesk.documents.fonts import plain, rich
from budgetdesk.documents.ink import ATTACHMENT, Ink, Role, to_json
from budgetdesk.documents.next_step_texts import for_tenant
from budgetdesk.documents.signatures import Party
from budgetdesk.household.case import Case, Instalment, Todo
from budgetdesk.household.words import Letter
from budgetdesk.planning.plan import PlanVerdict

# isort: split
from reportlab.lib.units import mm

HAND = 11 * mm
"""Room for a line written by hand."""


def head(case: Case, title: str, on: date, ink: Sequence[Ink]) -> page.Head:
    """The edge of the page for a paper of this case."""
    return page.Head(
        title=title,
        on=on,
        case_number=case.info.number,
        organisation=case.info.organisation,
        adviser=case.info.adviser,
        attached={ATTACHMENT: to_json(ink)} if ink else {},
    )


def tenant_name(case: Case) -> str:
    return case.tenant.name if case.tenant else ""


def next_steps_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """*Næste skridt*: who does what by when, what is still missing, and the day that matters."""
    words = texts.load("naeste_skridt")
    name = tenant_name(case)
    title = words["title_for"] if plain(name) else words["title"]
    kind = texts.load("underskrift")["kind"]

    def story() -> list[Any]:
        return [
            text(title.format(name=rich(name)), page.H1),
            text(words["lead"], page.LEAD),
            *_last_day(case, answers, words["clock"]),
            *_todos(case.conversation.next_steps, words["steps"]),
            *_follows(case, answers, words["steps"]),
            *_missing(answers, words["missing"]),
            *section(words["signing"]["heading"], signatures.block(parties(case), ink, kind_of_signature=kind)),
        ]

    return page.build(story, head(case, title.format(name=plain(name)), on, ink))


def _last_day(case: Case, answers: Answers, words: Any) -> list[Any]:
    clock = answers.clock
    if clock is None or clock.pay_by is None or case.arrears.ophaevelse_arrived:
        return []
    if clock.pay_by.day < answers.on:
        return [box([text(words["heading"], page.CELL_QUIET), text(words["after"], page.BANNER)])]
    told = words["text"] if case.arrears.total else words["no_amount"]
    told = told.format(
        amount=formats.kroner(case.arrears.total),
        landlord=rich(landlord(case)),
        day=formats.weekday_and_day(clock.pay_by.day),
    )
    return [box([text(words["heading"], page.CELL_QUIET), text(told, page.LEAD)])]


def _todos(todos: Sequence[Todo], words: Any) -> list[Any]:
    left = sorted((one for one in todos if not one.done), key=lambda one: one.by or date.max)
    rows = [[rich(one.who), rich(one.what), formats.day(one.by) if one.by else ""] for one in left]
    widths = [38 * mm, page.WIDTH - 76 * mm, 38 * mm]
    return section(words["heading"], table(words["columns"], rows, widths)) if rows else []


def _follows(case: Case, answers: Answers, words: Any) -> list[Any]:
    """Without anything agreed: what follows from the facts, and room to write by hand."""
    if any(not one.done for one in case.conversation.next_steps):
        return []
    lines = written_by_hand(["1.", "2.", "3."], label_width=8 * mm)
    return section(words["heading"], steps(for_tenant(case, answers, with_letter=False), mark="•"), lines)


def _missing(answers: Answers, words: Any) -> list[Any]:
    rows = [rich(one.text) for one in answers.missing]
    return section(words["heading"], text(words["lead"]), steps(rows, mark="•")) if rows else []


def call_script_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The script for the call to the landlord: what to say, what to ask, and room for the answers. Not signed."""
    words = texts.load("akut_opkald")
    title = words["title"]

    def story() -> list[Any]:
        return [
            text(title.format(landlord=rich(landlord(case))), page.H1),
            text(words["lead"] + _number(case), page.LEAD),
            _remember(answers, words["clock"]),
            *section(words["say"]["heading"], steps(_say(case, words["say"]), mark="•")),
            *section(words["ask"]["heading"], steps(_ask(case, answers, words["ask"]))),
            *section(
                words["answer"]["heading"],
                written_by_hand(words["answer"]["rows"]),
                text(words["answer"]["note"], page.SMALL),
            ),
        ]

    return page.build(story, head(case, title.format(landlord=plain(landlord(case))), on, ink))


def _number(case: Case) -> str:
    return f" Telefon {rich(case.tenancy.landlord_phone)}." if case.tenancy.landlord_phone else ""


def _remember(answers: Answers, words: Any) -> Any:
    clock = answers.clock
    day = clock.pay_by.day if clock and clock.pay_by else None
    told = words["text"].format(day=formats.weekday_and_day(day)) if day else words["none"]
    return box([text(words["heading"], page.CELL_QUIET), text(told, page.LEAD)])


def _say(case: Case, words: Any) -> list[str]:
    name, address = rich(tenant_name(case)) or "…", rich(case.tenancy.address) or "…"
    rows = [row.format(name=name, address=address) for row in words["rows"]]
    if case.info.adviser:
        organisation = rich(case.info.organisation) or "rådgivningen"
        rows.append(words["adviser"].format(adviser=rich(case.info.adviser), organisation=organisation))
    return rows


def _ask(case: Case, answers: Answers, words: Any) -> list[str]:
    total = case.arrears.total
    amount = f"<b>{formats.kroner(total)}</b>".rstrip(".") if total else words["amount_unknown"]
    plan = proposed(case, answers)
    proposal = words["proposal_unknown"]
    if plan:
        proposal = words["proposal"].format(
            count=len(plan), amount=formats.kroner(plan[0].amount), day=formats.day(plan[0].due)
        )
    return [_one_stop(row.format(amount=amount, proposal=proposal)) for row in words["rows"]]


def _one_stop(sentence: str) -> str:
    """`kr.` at the end of a sentence carries its full stop already."""
    return sentence.replace("kr..", "kr.").replace("kr.</b>.", "kr.</b>")


def proposed(case: Case, answers: Answers) -> tuple[Instalment, ...]:
    """The instalments to propose: the chosen ones, or those found that do not break."""
    if case.agreement and case.agreement.instalments:
        return case.agreement.instalments
    plan = answers.plan
    return plan.instalments if plan and plan.verdict is not PlanVerdict.BREAKS else ()


def written_by_hand(labels: Sequence[str], *, label_width: float = 62 * mm) -> Grid:
    """Questions with a line each to write on."""
    style = [
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LINEBELOW", (1, 0), (1, -1), 0.6, page.QUIET),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    rows = [[text(label, page.CELL_QUIET), ""] for label in labels]
    widths = [label_width, page.WIDTH - label_width]
    return Grid(rows, colWidths=widths, rowHeights=[HAND] * len(rows), style=style, hAlign="LEFT", spaceAfter=8)


def landlord_letter_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """The letter to the landlord: what is owed, the proposal, and the wish for a written pause. The tenant signs."""
    words = texts.load("brev_udlejer")
    name, address = tenant_name(case), case.tenancy.address
    title = words["title"].format(landlord=plain(landlord(case)))
    subject = words["subject"].format(address=rich(address)) if plain(address) else words["subject_none"]
    kind = texts.load("underskrift")["kind"]

    def story() -> list[Any]:
        return [
            *address_block([name, *split_address(address)], [landlord(case)], case, on),
            text(subject, page.H1_LETTER),
            text(words["greeting"].format(landlord=rich(landlord(case)))),
            *_letter_body(case, answers, words),
            gap(4),
            text(words["closing"]),
            gap(6),
            *signatures.block([Party(Role.TENANT, name)], ink, kind_of_signature=kind),
        ]

    return page.build(story, head(case, title, on, ink))


def address_block(sender: Sequence[str], receiver: Sequence[str], case: Case, on: date) -> list[Any]:
    """Sender to the right, receiver to the left where the window of an envelope is, and the day."""
    style = [("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0)]
    place = [
        text("<br/>".join(rich(row) for row in rows if plain(row)) or " ", page.CELL) for rows in (receiver, sender)
    ]
    block = Grid([place], colWidths=[page.WIDTH - 60 * mm, 60 * mm], style=style, hAlign="LEFT")
    return [gap(18), block, gap(14), text(formats.day(on), page.CELL_QUIET), gap(6)]


def split_address(address: str) -> list[str]:
    """`Lærkevej 12, 3. tv, 2650 Hvidovre` as two lines."""
    street, comma, town = address.rpartition(", ")
    return [street, town] if comma else [address]


def _letter_body(case: Case, answers: Answers, words: Any) -> list[Any]:
    arrears = case.arrears
    owed = words["owed"].format(amount=formats.kroner(arrears.total)) if arrears.total else words["owed_unknown"]
    told = [_one_stop(owed)]
    if arrears.ophaevelse_arrived:
        told.append(words["ophaevelse"].format(day=formats.day(arrears.ophaevelse_arrived)))
    elif day := paakrav_day(case):
        told.append(words["paakrav"].format(day=formats.day(day)))
    body: list[Any] = [text(" ".join(told))]
    plan = proposed(case, answers)
    if plan:
        rows = [[formats.weekday_and_day(one.due), formats.kroner(one.amount)] for one in plan]
        body += [text(words["plan"]), table(words["columns"], rows, [80 * mm, 35 * mm], figures=[1])]
    else:
        body.append(text(words["no_plan"]))
    body += [text(words["pause"]), text(words["applied"]), text(words["account"])]
    if case.info.adviser:
        organisation = rich(case.info.organisation) or "rådgivningen"
        body.append(text(words["adviser"].format(adviser=rich(case.info.adviser), organisation=organisation)))
    return body


def paakrav_day(case: Case) -> date | None:
    """The day the latest påkrav arrived, as far as known."""
    days = [row.paakrav_arrived for row in case.arrears.rows if row.paakrav_arrived]
    if case.arrears.letter is Letter.PAAKRAV and case.arrears.letter_arrived:
        days.append(case.arrears.letter_arrived)
    return max(days, default=None)
