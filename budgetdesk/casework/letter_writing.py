"""A letter that goes with repayment: its text, the facts of the case, and what somebody has changed, put together.

What is not known becomes a line to write on, and its fact is named in `gaps`. What tells about the economy stands only
where a consent covers it. Warnings are for the adviser and stand on no paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from budgetdesk.casework.clock import letter_in_force
from budgetdesk.casework.letter_consent import consent_for
from budgetdesk.casework.letter_edits import OWN, Edits
from budgetdesk.casework.letter_facts import LetterRoom, fields_of
from budgetdesk.casework.letter_guard import acknowledging
from budgetdesk.casework.letter_paths import path_of
from budgetdesk.casework.letter_recipients import Recipient, recipient_of
from budgetdesk.casework.letter_texts import BY_HAND, FIELD, LetterSource, LetterText, Piece
from budgetdesk.formats import day
from budgetdesk.household.case import Case, Consent, Person
from budgetdesk.household.words import Letter

TO, REFERENCE, SUBJECT = "to", "reference", "subject"
HEAD = (TO, REFERENCE, SUBJECT)
_TOWN = re.compile(r"(?:[A-Z]+-)?\d{3}")
"""How a town with its number begins, here and abroad: `2650 Hvidovre`, `SE-211 20 Malmö`."""
_TWO_STOPS = re.compile(r"(\d\u00a0kr\.)\.")
"""An amount at the end of a sentence carries its full stop already."""
LAST = 3
"""So many paragraphs stay below one's own: who does not acknowledge what, the answer, and who helps."""
ADDRESS_PROTECTED = "Adressen er beskyttet, så den står ikke på brevet. Skriv, hvordan svaret kan nå lejeren."
SAYS_YES = "I brevet står nu: “{words}”. Det kan anerkende kravet. Ret det, før brevet bliver skrevet under."


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of the letter as it stands, and as the facts alone would give it."""

    id: str
    text: str
    facts: str
    changed: bool = False
    stale: bool = False
    """Changed by hand, and the facts give another text since."""
    economy: bool = False


@dataclass(frozen=True, kw_only=True)
class WrittenLetter:
    """A letter ready to be read, changed, printed and signed."""

    key: str
    title: str
    objection: bool
    recipient: Recipient
    to: Part
    reference: Part
    subject: Part
    parts: tuple[Part, ...]
    enclosures: tuple[str, ...]
    dated: date
    senders: tuple[Person, ...]
    sender_address: str
    chosen: tuple[str, ...]
    consent: str
    """What must be agreed to before the economy may be told; "" where the letter tells nothing of it."""
    consent_given: bool
    gaps: tuple[str, ...]
    """Paths of the facts that are missing; a line to write on stands in their place."""
    warnings: tuple[str, ...]
    sources: tuple[LetterSource, ...]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What is printed: the parts that were not emptied."""
        return tuple(part.text.strip() for part in self.parts if part.text.strip())

    @property
    def recipient_name(self) -> str:
        """The first line of the address as it stands; "" where nobody is named."""
        name = self.to.text.strip().partition("\n")[0].strip()
        return "" if name.startswith(BY_HAND) else name


def write(text: LetterText, case: Case, about: str, *, room: LetterRoom, edits: Edits | None = None) -> WrittenLetter:
    """The letter to one recipient (`about`: its id; "" = the likeliest)."""
    changes = edits if edits is not None else Edits()
    to = recipient_of(case, text.about, about)
    known = fields_of(case, to, room, working_days=text.working_days)
    head = _head(text, to, known, changes)
    name = head[TO].text.strip().partition("\n")[0].strip()
    consent = consent_for(case, text.consent, name, room.on) if text.consent else None
    given = consent is not None
    known |= {"consent": "ja" if consent else "", "consented_on": _given_on(consent)}
    wanted = _Wanted(known, letter_in_force(case), _chosen(text, changes), given)
    shown = [piece for piece in text.paragraphs if wanted.belongs(piece)]
    parts = _parts(shown, known, changes)
    enclosures = [piece for piece in text.enclosures if wanted.belongs(piece)]
    return WrittenLetter(
        key=text.key,
        title=text.title,
        objection=text.objection,
        recipient=to,
        to=head[TO],
        reference=head[REFERENCE],
        subject=head[SUBJECT],
        parts=parts,
        enclosures=tuple(_put(piece.text, known) for piece in enclosures),
        dated=room.on,
        senders=to.senders,
        sender_address="" if case.info.protected_address else case.tenancy.address,
        chosen=wanted.chosen,
        consent=text.consent,
        consent_given=given,
        gaps=_gaps(text, [*shown, *enclosures], to, known, head),
        warnings=_warnings(text, wanted, known, parts, case),
        sources=text.sources,
    )


@dataclass(frozen=True)
class _Wanted:
    known: Mapping[str, str]
    letter: Letter
    chosen: tuple[str, ...]
    consent: bool

    def belongs(self, piece: Piece) -> bool:
        """Whether a piece stands in this letter."""
        if piece.economy and not self.consent:
            return False
        if piece.choice and piece.choice not in self.chosen:
            return False
        if piece.letters and self.letter not in piece.letters:
            return False
        return all(self.known[n] for n in piece.needs) and not any(self.known[n] for n in piece.unless)


def _chosen(text: LetterText, edits: Edits) -> tuple[str, ...]:
    known = {choice.key for choice in text.choices}
    if edits.chosen is not None:
        return tuple(key for key in edits.chosen if key in known)
    return tuple(choice.key for choice in text.choices if choice.usual)


def _head(text: LetterText, to: Recipient, known: Mapping[str, str], edits: Edits) -> dict[str, Part]:
    name = " ".join(to.name.split())
    address = "\n".join(line for line in (name or BY_HAND, *address_lines(to.address)) if line)
    facts = {TO: address, REFERENCE: to.reference, SUBJECT: _put(text.subject, known)}
    return {name: _part(name, fact, edits) for name, fact in facts.items()}


def address_lines(address: str) -> list[str]:
    """`Torvet 1, 2. sal, 2650 Hvidovre` or lines as they were typed, one below the other. Only before a town with its
    number does a new line stand for the comma; anything else keeps what was typed."""
    lines = [line.strip() for line in address.splitlines() if line.strip()]
    if len(lines) != 1:
        return lines
    street, _comma, town = lines[0].rpartition(", ")
    return [street, town] if street and _TOWN.match(town) else lines


def _parts(shown: list[Piece], known: Mapping[str, str], edits: Edits) -> tuple[Part, ...]:
    made = [_part(piece.id, _put(piece.text, known), edits, economy=piece.economy) for piece in shown]
    own = _part(OWN, "", edits)
    at = max(0, len(made) - LAST)
    return (*made[:at], own, *made[at:]) if own.changed else tuple(made)


def _part(name: str, fact: str, edits: Edits, *, economy: bool = False) -> Part:
    changed = edits.parts.get(name)
    if changed is None or changed.text == fact:
        return Part(id=name, text=fact, facts=fact, economy=economy)
    stale = changed.was != fact
    return Part(id=name, text=changed.text, facts=fact, changed=True, stale=stale, economy=economy)


def _gaps(
    text: LetterText, shown: Iterable[Piece], to: Recipient, known: Mapping[str, str], head: Mapping[str, Part]
) -> tuple[str, ...]:
    """The facts that are missing: those of the address first, then in the order of the text."""
    wanted = [] if head[TO].changed else ["recipient", "address_of_recipient"]
    wanted += [] if head[REFERENCE].text.strip() else ["reference"]
    wanted += [] if head[SUBJECT].changed else FIELD.findall(text.subject)
    wanted += [name for piece in shown for name in FIELD.findall(piece.text)]
    missing = [name for name in wanted if not known.get(name) and not (name == "address_of_recipient" and to.address)]
    paths = (path_of(name, to) for name in ["sender", "address", *missing] if not known.get(name))
    return tuple(dict.fromkeys(path for path in paths if path))


def _warnings(
    text: LetterText, wanted: _Wanted, known: Mapping[str, str], parts: tuple[Part, ...], case: Case
) -> tuple[str, ...]:
    told = [_put(piece.text, known) for piece in text.warnings if wanted.belongs(piece)]
    if case.info.protected_address:
        told.insert(0, ADDRESS_PROTECTED)
    said = [words for part in parts if part.changed for words in acknowledging(part.text)]
    return (*(SAYS_YES.format(words=words) for words in said), *told)


def _given_on(consent: Consent | None) -> str:
    return f"den {day(consent.given)}" if consent is not None and consent.given else ""


def _put(text: str, known: Mapping[str, str]) -> str:
    filled = FIELD.sub(lambda match: known.get(match[1]) or BY_HAND, text)
    return _TWO_STOPS.sub(r"\1", filled)
