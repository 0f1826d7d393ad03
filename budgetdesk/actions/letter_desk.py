"""One letter on the desk while it is being written: what is typed, what is kept, and back again. No Qt in it.

Nothing typed is lost: `keep` writes it into the drafts of the case. The receiver's address and number of the case are
facts where the case has room for them, so that the next letter has them too; everything else is text of this letter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from budgetdesk.actions import letters
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import Overview, in_danish
from budgetdesk.casework.letter_edits import Edits, draft_path, to_text, with_part
from budgetdesk.casework.letter_recipients import Recipient
from budgetdesk.casework.letter_texts import LetterText
from budgetdesk.casework.letter_writing import REFERENCE, TO, WrittenLetter, address_lines
from budgetdesk.documents.papers.letter_catalogue import joined, split
from budgetdesk.household import paths
from budgetdesk.i18n import _

MOST_STEPS_BACK = 100


class LetterDesk:
    """Which letter, to whom, and how far it has come."""

    def __init__(self, desk: Desk, overview: Overview, document: str) -> None:
        self.desk = desk
        self._overview = in_danish(desk.record, overview, desk.library)
        self._before: list[tuple[str, Edits]] = []
        self._at = ""
        self.document = ""
        self.edits = Edits()
        self.turn_to(document)

    # which letter

    def turn_to(self, document: str) -> None:
        """Turn to a letter, with or without its recipient. Raises DocumentError for a name that is none."""
        self.document = letters.whole_name(self.desk.record.case, document)
        self.edits = letters.edits_of(self.document, self.desk.drafts)
        self._before.clear()
        self._at = ""

    def turn_to_recipient(self, about: str) -> None:
        """The same letter to somebody else."""
        self.turn_to(joined(split(self.document)[0], about))

    @property
    def text(self) -> LetterText:
        """What the letter is for everybody."""
        return letters.text_of(self.document)

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """To whom it can go."""
        return letters.offered(self.desk.record.case, split(self.document)[0])

    @property
    def title(self) -> str:
        """`Bed om en pause: Klarna`."""
        return letters.title_of(self.desk.record.case, self.document)

    def written(self) -> WrittenLetter:
        """The letter as it stands, with what is typed and not kept yet."""
        drafts = {draft_path(self.document): to_text(self.edits)}
        return letters.written(self.document, self.desk.record, self._overview, self.desk.library, drafts)

    def maker(self) -> Callable[[], bytes]:
        """Makes the paper of the letter as it stands now, in any thread."""
        return partial(letters.drawn, self.document, self.desk.record, self._overview, self.written())

    # writing

    def write(self, part: str, text: str, facts: str) -> None:
        """A part as it was typed; `facts` is what the case gives. One visit to a part is one step back."""
        nobody = part == TO and not text.strip()
        edits = with_part(self.edits, part, facts if nobody else text, facts)
        if edits == self.edits:
            return
        if self._at != part:
            self._remember(part)
        self.edits = edits

    def choose(self, key: str, wanted: bool) -> None:
        """Ask for something more, or less."""
        chosen = [one for one in self.written().chosen if one != key]
        order = [choice.key for choice in self.text.choices]
        self._remember("")
        self.edits = replace(self.edits, chosen=tuple(sorted([*chosen, *([key] if wanted else [])], key=order.index)))

    def from_facts(self, part: str = "") -> None:
        """A part, or the whole letter, as the facts give it. Can be taken back."""
        self._remember("")
        kept = {name: one for name, one in self.edits.parts.items() if part and name != part}
        self.edits = Edits(parts=kept, chosen=self.edits.chosen if part else None)

    def step_back(self) -> bool:
        """Take back the last thing done to this letter; False where there is none."""
        if not self._before:
            return False
        self._at, self.edits = self._before.pop()
        self._at = ""
        return True

    def keep(self) -> None:
        """Keep everything typed. Raises StoreError; what is typed is then still here."""
        self._keep_as_facts()
        letters.keep_edits(self.desk, self.document, self.edits)

    def agree(self, *, written_down: bool) -> None:
        """The tenant agrees to share what this letter tells with its receiver: one step of the case."""
        self.keep()
        told = self.written()
        months = self.desk.library.policy.consent_months
        record = letters.with_consent(
            self.desk.record, told, on=self.desk.today, written_down=written_down, months=months
        )
        self.desk.change(f"Samtykke: {told.recipient_name}", record)

    def _remember(self, part: str) -> None:
        self._at = part
        self._before = [*self._before, (part, self.edits)][-MOST_STEPS_BACK:]

    def _keep_as_facts(self) -> None:
        """The number of the case, and the address below the name, where the case has a place for them."""
        told = self.written()
        to, record, parts = told.recipient, self.desk.record, dict(self.edits.parts)
        name, _rest, address = told.to.text.strip().partition("\n")
        if to.reference_path and REFERENCE in parts:
            record = paths.put(record, to.reference_path, told.reference.text.strip())
            del parts[REFERENCE]
        if to.address_path and TO in parts and name.strip() == to.name:
            lines = address_lines(address)
            record = paths.put(record, to.address_path, ("\n" if len(lines) > 2 else ", ").join(lines))
            del parts[TO]
        if record is not self.desk.record:
            self.desk.change(_("Modtager af brev"), record, merge=f"letter {self.document}")
            self.edits = replace(self.edits, parts=parts)
