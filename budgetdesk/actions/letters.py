"""The letters that go with repayment: written from the facts, changed by hand, kept, and made into a paper.

What is typed lies among the drafts of the case (encrypted, nothing is lost), one per letter and recipient. A consent is
a fact: one step, which can be undone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from budgetdesk.actions.desk import Desk
from budgetdesk.actions.library import Library
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.casework import consents, letter_consent, letter_edits
from budgetdesk.casework.letter_edits import Edits
from budgetdesk.casework.letter_facts import LetterRoom
from budgetdesk.casework.letter_recipients import Recipient, recipient_of, recipients
from budgetdesk.casework.letter_texts import LetterText, LetterTexts
from budgetdesk.casework.letter_writing import WrittenLetter, write
from budgetdesk.casework.record import Record
from budgetdesk.documents.papers import catalogue
from budgetdesk.documents.papers.letter_catalogue import is_letter, joined, split
from budgetdesk.errors import DocumentError
from budgetdesk.household.case import Case
from budgetdesk.i18n import SOURCE_LANGUAGE, _, speaking
from budgetdesk.money import ZERO
from budgetdesk.readers.repayment_letters import load_repayment_letters
from budgetdesk.wording.consents import note_of_yes

_DEBT = re.compile(r"(?:case\.)?debts\[([^\]]*)\]")


def texts() -> LetterTexts:
    """Every letter there is, in order."""
    return load_repayment_letters()


def text_of(document: str) -> LetterText:
    """The text of a letter by its name, with or without its recipient. Raises DocumentError."""
    name, _rest = split(document)
    found = texts().get(name)
    if found is None:
        raise DocumentError(
            _("Brevet “{name}” findes ikke. Vælg et af: {texts}.").format(name=name, texts=", ".join(texts()))
        )
    return found


def offered(case: Case, name: str) -> tuple[Recipient, ...]:
    """To whom this letter can go."""
    return recipients(case, text_of(name).about)


def whole_name(case: Case, document: str) -> str:
    """The name with its recipient, also where none was named: `brev_henstand` as `brev_henstand:d1`."""
    name, about = split(document)
    return joined(name, recipient_of(case, text_of(name).about, about).id)


def title_of(case: Case, document: str) -> str:
    """`Bed om en pause: Klarna`."""
    name, about = split(document)
    text = text_of(name)
    return f"{text.title}: {recipient_of(case, text.about, about).label}"


@speaking(SOURCE_LANGUAGE)
def written(
    document: str, record: Record, overview: Overview, library: Library, drafts: Mapping[str, str] | None = None
) -> WrittenLetter:
    """The letter as it stands: the facts, and what was changed. Raises DocumentError for a name that is none."""
    text = text_of(document)
    whole = whole_name(record.case, document)
    edits = edits_of(whole, drafts or {})
    return write(text, record.case, split(whole)[1], room=room_of(overview, library), edits=edits)


def letter_for(
    document: str, record: Record, overview: Overview, library: Library, drafts: Mapping[str, str]
) -> WrittenLetter | None:
    """As `written`, for any document: None for one that is no letter."""
    return written(document, record, overview, library, drafts) if is_letter(document) else None


def paper(
    document: str,
    record: Record,
    overview: Overview,
    library: Library,
    drafts: Mapping[str, str] | None = None,
    **more: Any,
) -> bytes:
    """A document as PDF bytes, a letter with what was changed in it. Raises DocumentError."""
    overview = in_danish(record, overview, library)
    letter = letter_for(document, record, overview, library, drafts or {})
    with speaking(SOURCE_LANGUAGE):
        return catalogue.make(document, record, overview, on=overview.on, letter=letter, **more)


@speaking(SOURCE_LANGUAGE)
def drawn(document: str, record: Record, overview: Overview, letter: WrittenLetter) -> bytes:
    """A letter that is written, as PDF bytes to sign with a pen."""
    return catalogue.make(document, record, overview, on=letter.dated, letter=letter)


def room_of(overview: Overview, library: Library) -> LetterRoom:
    """What the letters draw on beside the case."""
    return LetterRoom(
        on=overview.on,
        month=overview.month,
        plan=overview.plan,
        rates=library.rates,
        offers=_offers(overview),
        limits=_limits(overview),
    )


def edits_of(document: str, drafts: Mapping[str, str]) -> Edits:
    """What was changed in a letter."""
    return letter_edits.from_text(drafts.get(letter_edits.draft_path(document), ""))


def keep_edits(desk: Desk, document: str, edits: Edits) -> None:
    """Keep what was changed, at once; a letter as the facts give it has no draft. Raises StoreError."""
    path = letter_edits.draft_path(whole_name(desk.record.case, document))
    if edits.empty:
        desk.clear_draft(path)
    else:
        desk.set_draft(path, letter_edits.to_text(edits))


@speaking(SOURCE_LANGUAGE)
def with_consent(
    record: Record, letter: WrittenLetter, *, on: date, written_down: bool, months: int = consents.MONTHS
) -> Record:
    """The tenant agrees to share what this letter tells with its receiver, for so long as the policy says. An oral yes
    is written into the record, with who heard it."""
    how = letter_consent.WRITTEN if written_down else letter_consent.ORAL
    heard_by = record.case.info.adviser
    after = letter_consent.with_consent(
        record, letter.consent, letter.recipient_name, on=on, how=how, months=months, heard_by=heard_by
    )
    if written_down:
        return after
    sentence = note_of_yes(consents.newest(after), after.case)
    return consents.noted_yes(after, on=on, heard_by=heard_by, sentence=sentence)


def _offers(overview: Overview) -> dict[str, Decimal]:
    """What each creditor is offered, kr/month, by the id of the debt; what is nothing is no offer."""
    offers = overview.waterfall.offers if overview.waterfall is not None else ()
    named = ((_DEBT.match(offer.path), offer.amount) for offer in offers)
    return {debt[1]: amount for debt, amount in named if debt is not None and amount > ZERO}


def _limits(overview: Overview) -> dict[str, date]:
    """The last day on which each claim can be made, as far as the facts say: the later one where it is in doubt."""
    rows = overview.debts.rows if overview.debts is not None else ()
    latest = {row.debt.id: row.limitation.latest or row.limitation.last_day for row in rows}
    return {debt: day for debt, day in latest.items() if day is not None}
