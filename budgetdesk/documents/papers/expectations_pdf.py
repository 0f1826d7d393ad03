"""Two pages for the tenant to keep: how we work together, and what is written down about them. Nobody signs them.

The second is the information of databeskyttelsesforordningen art. 13. What the organisation has not told is a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.consents import in_force, of_kind
from budgetdesk.casework.house import Expectation, worded
from budgetdesk.documents.papers.answers import Answers
from budgetdesk.documents.papers.head import head
from budgetdesk.documents.seals.ink import Ink
from budgetdesk.documents.sheet import page, texts
from budgetdesk.documents.sheet.blocks import Grid, facts, gap, section, side_by_side, steps, text
from budgetdesk.documents.sheet.fonts import rich
from budgetdesk.documents.sheet.links import linked
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.household.case import Case
from budgetdesk.household.words import ConsentKind
from budgetdesk.wording import consents as words

# isort: split
from reportlab.lib.units import mm

BLANK = "________________________"
NAMES = 44 * mm


def expectations_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """*Sådan arbejder vi sammen*: six short parts, as the organisation says them, and the day they were talked over."""
    told = texts.load("forventninger")
    parts = worded(program_parts(told["parts"]), answers.house)
    talked = case.conversation.expectations_on
    done = told["ticked"].format(day=formats.day(talked)) if talked else f"{told['not_ticked']} {BLANK}"

    def story() -> list[Any]:
        body: list[Any] = [text(told["title"], page.H1), text(told["lead"], page.LEAD)]
        body += [_pair(list(parts[at : at + 2])) for at in range(0, len(parts), 2)]
        body += [gap(6), text(done, page.KEY), text(told["sign_off"], page.CELL_QUIET)]
        if plain(case.info.adviser):
            phone = plain(answers.house.phone) or BLANK
            body.append(text(told["phone"].format(adviser=rich(case.info.adviser), phone=rich(phone))))
        return body

    return page.build(story, head(case, told["title"], on=on))


def program_parts(parts: Sequence[Any]) -> tuple[Expectation, ...]:
    """The parts as the program says them."""
    return tuple(Expectation(part["key"], part["heading"], tuple(part["lines"])) for part in parts)


def _pair(parts: list[Expectation]) -> Grid:
    half = page.WIDTH / 2
    cells: list[Any] = [
        [text(part.heading, page.H2), *steps([rich(line) for line in part.lines], style=page.KEY, mark="•")]
        for part in parts
    ]
    made = side_by_side([*cells, *[""] * (2 - len(cells))], [half, half])
    made.spaceAfter = 12
    return made


def information_pdf(case: Case, answers: Answers, *, on: date, ink: Sequence[Ink] = ()) -> bytes:
    """*Det skriver vi op om dig*: who is responsible, what, why, to whom, how long, and what the tenant can do."""
    told = texts.load("oplysning")

    def story() -> list[Any]:
        return [
            text(told["title"], page.H1),
            text(told["lead"], page.LEAD),
            *_who(case, answers, told["who"]),
            *_what(answers, told["what"]),
            *_why(case, answers, told["why"]),
            *_who_gets(case, on, told["who_gets"]),
            *_how_long(case, answers, told["long"]),
            *_rights(told["rights"]),
            *_given(case, told),
        ]

    return page.build(story, head(case, told["title"], on=on))


def _who(case: Case, answers: Answers, told: Any) -> list[Any]:
    house = answers.house
    rows = [
        (told["name"], plain(house.name) or plain(case.info.organisation) or BLANK),
        (told["cvr"], house.cvr),
        (told["address"], house.address or BLANK),
        (told["phone"], house.phone or BLANK),
        (told["email"], house.email),
        (told["dpo"], house.dpo),
    ]
    return section(told["heading"], facts([row for row in rows if plain(row[1])], names=NAMES, address=house.email))


def _what(answers: Answers, told: Any) -> list[Any]:
    kinds = words.listed([found.what.title.lower() for found in answers.sensitive if found.what.kind != "cpr"])
    more = [text(told["sensitive"].format(kinds=rich(kinds)))] if kinds else []
    return section(told["heading"], steps(told["lines"], mark="•"), gap(3), *more, text(told["source"]))


def _why(case: Case, answers: Answers, told: Any) -> list[Any]:
    course = case.course
    rows = [
        (told["purpose"], plain(course.purpose) or told["purpose_usual"]),
        (told["basis"], plain(course.legal_basis) or plain(answers.house.basis) or BLANK),
    ]
    return section(told["heading"], facts(rows, names=NAMES))


def _who_gets(case: Case, on: date, told: Any) -> list[Any]:
    consents = of_kind(case.conversation.consents, ConsentKind.SAMTYKKE)
    names = list(dict.fromkeys(words.name_of(one, case) for one in consents if in_force(one, on)))
    said = told["some"].format(names=rich(words.listed(names))) if names else told["none"]
    given = list(dict.fromkeys(one.recipient for one in case.conversation.shared if plain(one.recipient)))
    more = [text(told["shared"].format(names=rich(words.listed(given))))] if given else []
    return section(told["heading"], text(said), *more)


def _how_long(case: Case, answers: Answers, told: Any) -> list[Any]:
    until = case.course.keep_until
    said = [text(told["until"].format(day=formats.day(until)))] if until else []
    kept = facts([(told["kept"], answers.house.kept or BLANK)], names=NAMES)
    return section(told["heading"], *said, *([] if until and not plain(answers.house.kept) else [kept]))


def _rights(told: Any) -> list[Any]:
    complain = text(linked(told["complain"]))
    law = text(told["law"], page.SMALL)
    return section(told["heading"], steps(told["lines"], mark="•"), gap(3), complain, law)


def _given(case: Case, told: Any) -> list[Any]:
    on = case.conversation.informed_on
    return [text(told["given"].format(day=formats.day(on)), page.CELL_QUIET)] if on else []
