"""Letters, postcards and short texts to the tenant: offered, filled, held against what others may read, made, noted."""

from __future__ import annotations

from datetime import date

from budgetdesk.actions import contacts
from budgetdesk.actions.overview import Overview
from budgetdesk.casework.contact_texts import OPEN, ContactText, FilledText, Telling, fill, telling
from budgetdesk.casework.record import Record
from budgetdesk.errors import BadInputError
from budgetdesk.household.words import ContactKind
from budgetdesk.i18n import SOURCE_LANGUAGE, speaking
from budgetdesk.readers.contact_texts import load_contact_texts, load_open_words
from budgetdesk.wording import contact_texts as words

PRINTED = frozenset({ContactKind.LETTER, ContactKind.POSTCARD})


def offered(kind: ContactKind | None = None) -> tuple[ContactText, ...]:
    """All texts; those of a kind first."""
    texts = load_contact_texts().values()
    return tuple(sorted(texts, key=lambda one: one.kind is not kind)) if kind else tuple(texts)


@speaking(SOURCE_LANGUAGE)
def filled(key: str, record: Record, overview: Overview) -> FilledText:
    """One text with the facts of the case."""
    return fill(load_contact_texts()[key], record.case, overview.house, overview.on)


def told(text: str, subject: str, kind: ContactKind) -> Telling:
    """What others must not read in it."""
    return telling(f"{subject}\n{text}", kind, load_open_words())


@speaking(SOURCE_LANGUAGE)
def paper(filled_text: FilledText, subject: str, text: str, overview: Overview) -> bytes:
    """The letter or the postcard as PDF. Raises BadInputError where something stands in it that must not, and
    DocumentError where it does not fit."""
    from budgetdesk.documents.papers.contact_letter_pdf import (  # noqa: PLC0415 - ReportLab is slow to import
        contact_letter_pdf,
        postcard_pdf,
    )

    must_not_tell(text, subject, filled_text.of.kind)
    make = postcard_pdf if filled_text.of.kind is ContactKind.POSTCARD else contact_letter_pdf
    return make(subject, text, on=overview.on, organisation=overview.house.name)


def must_not_tell(text: str, subject: str, kind: ContactKind) -> None:
    """Raises BadInputError, naming what must go, before anything leaves the program."""
    found = told(text, subject, kind)
    if found:
        raise BadInputError(words.refused(found, is_open=kind in OPEN))


def sent(record: Record, filled_text: FilledText, on: date) -> Record:
    """Note that it was sent on a day: a try, like any other."""
    return contacts.note_try(record, filled_text.of.kind, None, on, note=filled_text.of.title.partition(": ")[2])
