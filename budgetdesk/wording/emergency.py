"""The page Akut in words: headline, what is owed, who does what, and a letter as plain text."""

from __future__ import annotations

from budgetdesk.casework.emergency import Emergency
from budgetdesk.casework.letters import BLANK, FilledLetter
from budgetdesk.formats import day, kroner
from budgetdesk.household.case import Todo
from budgetdesk.i18n import N_, _, retold
from budgetdesk.money import ZERO
from budgetdesk.wording import deadlines
from budgetdesk.wording.days import days_until, near_day

SIGN_HERE = N_("Underskrift: ______________________________")


def headline(answer: Emergency) -> str:
    """What the letter is, and the days left where a deadline runs and can still be met by right."""
    if answer.last_day is None:
        return answer.title
    if answer.last_day < answer.on:
        return _("{title}. Sidste dag var {near_day}").format(
            title=answer.title, near_day=near_day(answer.last_day, answer.on)
        )
    return f"{answer.title}. {deadlines.headline(answer.clock, answer.on)}"


def owed(answer: Emergency) -> tuple[tuple[str, str], ...]:
    """Rows of what is owed: text and amount, the total last."""
    rows = [
        (row.title[:1].upper() + row.title[1:], kroner(row.amount) if row.amount is not None else _("mangler"))
        for row in answer.owed
    ]
    paid = sum((row.amount for row in answer.owed if row.amount is not None), ZERO) - answer.total
    since = [(_("Betalt siden"), kroner(-paid))] if paid > ZERO else []
    return (*rows, *since, (_("I alt"), kroner(answer.total))) if rows else ()


def fee(answer: Emergency) -> str:
    """The fee that may come on top; "" where it is among the rows already or not known."""
    if answer.fee is None:
        return ""
    return _("Udlejer kan lægge et påkravsgebyr på {value} oveni ({paragraph}). Spørg.").format(
        value=kroner(answer.fee.value), paragraph=answer.fee.paragraph
    )


def todo(step: Todo, answer_day: Emergency) -> str:
    """`I dag: Rådgiver og lejer. Ring til udlejer ...`"""
    return todo_line(step, (step.by - answer_day.on).days if step.by else None)


def todo_line(step: Todo, days: int | None) -> str:
    """One step with its day told from today; `days` None = no day is set."""
    when = _("Når der er tid") if days is None else days_until(days)
    if step.by and days is not None and abs(days) > 1:
        when = _("Senest {by}").format(by=day(step.by))
    return f"{when[:1].upper()}{when[1:]}: {retold(step.who)}. {retold(step.what)}"


def as_text(letter: FilledLetter) -> str:
    """The letter as plain text, to copy into a mail; the call script as numbered points."""
    if not letter.signed:
        points = (f"{number}. {text}" for number, text in enumerate(letter.paragraphs, 1))
        return "\n\n".join([letter.title, *points])
    head = [letter.sender, letter.sender_address, "", letter.to, "", day(letter.dated), "", letter.subject, ""]
    return "\n".join([*head, "\n\n".join(letter.paragraphs), "", _("Venlig hilsen"), "", _(SIGN_HERE), letter.sender])


def has_blanks(letter: FilledLetter) -> bool:
    """Whether something must be written in by hand before it is sent."""
    return any(BLANK in text for text in (letter.to, letter.subject, letter.sender, *letter.paragraphs))
