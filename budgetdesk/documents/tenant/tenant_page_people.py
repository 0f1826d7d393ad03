"""The pages about who does what, and whom to ask: contact persons, how we work together, what is written down."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from budgetdesk import formats
from budgetdesk.casework.consents import in_force, of_kind
from budgetdesk.casework.house import worded
from budgetdesk.documents.papers.answers import SHORT_BLANK
from budgetdesk.documents.papers.expectations_pdf import program_parts
from budgetdesk.documents.papers.people_pdf import lines_to_write, rows_of
from budgetdesk.documents.sheet import texts
from budgetdesk.documents.sheet.plain import plain
from budgetdesk.documents.tenant.tenant_page import BLANK, Asked, Column, Line, Part, TenantPage, line, say
from budgetdesk.documents.tenant.tenant_page_steps import by_hand
from budgetdesk.household.words import ConsentKind
from budgetdesk.wording import consents as consent_words


def people_page(asked: Asked) -> TenantPage:
    """As the document `kontaktpersoner`."""
    words, case = texts.load("kontaktpersoner"), asked.record.case
    columns = tuple(map(Column, words["columns"], ("note", "text", "phone")))
    ours = (words["me"], words["landlord"])
    rows = tuple(
        line(
            asked.typed(name) or "–",
            note=who if who in ours else asked.typed(who) or "–",
            phone=asked.typed(phone) if plain(phone) else SHORT_BLANK,
        )
        for who, name, phone in rows_of(case, asked.answers, words)
    )
    lines = lines_to_write(case, words)
    room = (line(words["none"]), *by_hand(lines)) if lines else ()
    return TenantPage(
        name="kontaktpersoner",
        title=words["title"],
        lead=words["lead"],
        parts=(
            Part("", rows, pictogram="call", columns=columns),
            Part("", room),
            Part(words["help"]["heading"], (line(words["help"]["text"]),)),
        ),
    )


def expectations_page(asked: Asked) -> TenantPage:
    """As the document `forventninger`."""
    words, case = texts.load("forventninger"), asked.record.case
    parts = worded(program_parts(words["parts"]), asked.answers.house)
    talked = case.conversation.expectations_on
    ending = [
        line(say(words["ticked"], day=formats.day(talked))) if talked else line(words["not_ticked"], blank=True),
        line(words["sign_off"]),
    ]
    if plain(case.info.adviser):
        phone = plain(asked.answers.house.phone)
        told = say(words["phone"], adviser=asked.typed(case.info.adviser), phone=asked.typed(phone) or BLANK)
        ending.append(line(told, phone=phone, pictogram="call"))
    own = [
        Part(
            asked.typed(part.heading) if part.own else part.heading,
            tuple(line(asked.typed(one) if part.own else one) for one in part.lines),
        )
        for part in parts
    ]
    return TenantPage("forventninger", words["title"], words["lead"], parts=(*own, Part("", tuple(ending))))


def information_page(asked: Asked) -> TenantPage:
    """As the document `oplysning`."""
    words = texts.load("oplysning")
    on = asked.record.case.conversation.informed_on
    return TenantPage(
        name="oplysning",
        title=words["title"],
        lead=words["lead"],
        parts=(
            Part(words["who"]["heading"], _who(asked, words["who"])),
            Part(words["what"]["heading"], _what(asked, words["what"])),
            Part(words["why"]["heading"], _why(asked, words["why"])),
            Part(words["who_gets"]["heading"], _who_gets(asked, words["who_gets"])),
            Part(words["long"]["heading"], _how_long(asked, words["long"])),
            Part(words["rights"]["heading"], _rights(words["rights"])),
            Part("", (line(say(words["given"], day=formats.day(on))),) if on else ()),
        ),
    )


def _fact(name: str, fact: str) -> Line:
    """A name of ours and what was typed for it; a line to write on where nothing was."""
    return line(name, note=fact, blank=not fact)


def _facts(rows: Iterable[tuple[str, str, bool]], asked: Asked) -> tuple[Line, ...]:
    """Of (name, typed fact, whether it is left out where it is empty)."""
    return tuple(_fact(name, asked.typed(fact)) for name, fact, spare in rows if plain(fact) or not spare)


def _who(asked: Asked, words: Any) -> tuple[Line, ...]:
    house = asked.answers.house
    rows = (
        (words["name"], plain(house.name) or asked.record.case.info.organisation, False),
        (words["cvr"], house.cvr, True),
        (words["address"], house.address, False),
        (words["phone"], house.phone, False),
        (words["email"], house.email, True),
        (words["dpo"], house.dpo, True),
    )
    return _facts(rows, asked)


def _what(asked: Asked, words: Any) -> tuple[Line, ...]:
    found = [one.what.title.lower() for one in asked.answers.sensitive if one.what.kind != "cpr"]
    kinds = consent_words.listed(found)
    more = [say(words["sensitive"], kinds=kinds)] if kinds else []
    return tuple(map(line, (*words["lines"], *more, words["source"])))


def _why(asked: Asked, words: Any) -> tuple[Line, ...]:
    course, house = asked.record.case.course, asked.answers.house
    purpose = asked.typed(course.purpose) if plain(course.purpose) else words["purpose_usual"]
    return (
        _fact(words["purpose"], purpose),
        *_facts([(words["basis"], plain(course.legal_basis) or house.basis, False)], asked),
    )


def _who_gets(asked: Asked, words: Any) -> tuple[Line, ...]:
    case, on = asked.record.case, asked.on
    consents = of_kind(case.conversation.consents, ConsentKind.SAMTYKKE)
    agreed = dict.fromkeys(consent_words.name_of(one, case) for one in consents if in_force(one, on))
    names = [asked.typed(one) for one in agreed]
    given = dict.fromkeys(one.recipient for one in case.conversation.shared if plain(one.recipient))
    told = [say(words["some"], names=consent_words.listed(names)) if names else words["none"]]
    if given:
        told.append(say(words["shared"], names=consent_words.listed([asked.typed(one) for one in given])))
    return tuple(map(line, told))


def _how_long(asked: Asked, words: Any) -> tuple[Line, ...]:
    until, kept = asked.record.case.course.keep_until, asked.answers.house.kept
    said = (line(say(words["until"], day=formats.day(until))),) if until else ()
    return (*said, *_facts([(words["kept"], kept, bool(until))], asked))


def _rights(words: Any) -> tuple[Line, ...]:
    return tuple(map(line, (*words["lines"], words["complain"], words["law"])))
