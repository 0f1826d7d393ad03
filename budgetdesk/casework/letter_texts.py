"""The letters that go with repayment, as data: paragraphs with named fields, and when each belongs.

The texts lie in `resources/letters/repayment/*.toml` and are read by `budgetdesk.readers.repayment_letters`; here are
only their shapes, and the names of the fields they may use.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from budgetdesk.benefits.rates import Confidence
from budgetdesk.household.words import Letter

FIELD = re.compile(r"\{(\w+)\}")
BY_HAND = "________"
"""In a text: what only a person can tell. It becomes lines to write on."""


class About(StrEnum):
    """Whom a letter is for."""

    DEBT = "debt"
    BANK = "bank"
    NEW_BANK = "new_bank"
    PUBLIC = "public"
    COURT = "court"
    LANDLORD = "landlord"


@dataclass(frozen=True, kw_only=True)
class Piece:
    """One paragraph, enclosure or warning: shown only with, or only without, some facts, for some letters in hand, or
    where it was chosen. `economy`: it tells about the household's money, so it needs a consent."""

    id: str
    text: str
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    choice: str = ""
    economy: bool = False


@dataclass(frozen=True)
class LetterChoice:
    """One thing that a letter can ask for; `usual`: chosen where nobody has said."""

    key: str
    title: str
    usual: bool = False


@dataclass(frozen=True)
class LetterSource:
    """What a letter rests on, and how sure that is."""

    text: str
    confidence: Confidence


@dataclass(frozen=True, kw_only=True)
class LetterText:
    """One letter as it is written for everybody."""

    key: str
    title: str
    """In lists and on the file: `Bed om en pause`."""
    purpose: str
    """When the adviser should think of it."""
    about: About
    subject: str
    paragraphs: tuple[Piece, ...]
    sources: tuple[LetterSource, ...]
    objection: bool = False
    """True where the letter disputes a claim: nothing in it may acknowledge it."""
    consent: str = ""
    """What the tenant agrees to share, as it stands among the consents; "" where nothing of the economy is told."""
    working_days: int = 0
    """How many working days the law gives the receiver; 0 where it gives none."""
    choices: tuple[LetterChoice, ...] = ()
    enclosures: tuple[Piece, ...] = ()
    warnings: tuple[Piece, ...] = ()
    """For the adviser: what must be thought of before this is signed."""
    then: tuple[str, ...] = ()
    """For the adviser: what to do when it is signed."""


LetterTexts = Mapping[str, LetterText]
"""By name, in the order in which they are offered."""

FIELDS = frozenset(
    {
        # who writes
        "sender", "phone", "address", "children", "adviser", "organisation", "partner", "guardian", "interpreter",
        # to whom, about what
        "recipient", "reference", "creditor", "landlord", "own_banks", "public_debt", "private_debt",
        "instalment", "offer", "offer_full", "consent", "consented_on",
        # days
        "answer_by", "pause_until", "bank_answers_by",
        # a claim that may be too old
        "due_since", "limited_on", "limitation_ahead", "limitation_unknown", "acknowledged_on",
        "three_years", "ten_years", "public_claim", "basis_unknown",
        # fees and interest
        "reminders", "reminder_fees", "collection_fees", "late_rate", "late_from",
        "fee_each", "fees_at_most", "fees_over", "fee_collection", "lawful_rate", "days_between",
        # the month, kr
        "income", "fixed", "living", "left", "short",
        # money that is protected
        "help", "pension", "child_benefit", "boligstoette",
        # the home
        "rent", "rows", "last_day", "plan", "plan_holds", "agreed_plan", "opponent", "waiting", "answer_expected",
        "answer_unknown", "wait_until", "court_meeting", "court_held", "terminated",
    }
)  # fmt: skip
"""Every field a text may use. A field is a text, "" where it is not known; `needs` and `unless` ask only that."""
