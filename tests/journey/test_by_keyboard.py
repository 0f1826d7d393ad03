"""The whole conversation by keys alone: from the first start to a sealed page, and nothing personal left behind.

One household is taken through once; each test looks at one thing that came of it.
"""

from __future__ import annotations

import logging
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import household_by_keys as by_keys
import pytest
from keyboard import CTRL, Key, Keyboard, seen
from plain_text import found_in, looks_of
from program import DAY, PASSPHRASE, choose_passphrase, end, sit_down, start
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.documents.seals.ink import InkKind
from budgetdesk.documents.seals.verify import verify
from budgetdesk.household.words import Letter


@dataclass
class Conversation:
    """What was seen on the way, and what is left on the disk."""

    profile: Path
    temporary: Path
    pdf: Path
    seen: dict[str, str]
    record: Record
    kept: int
    proposed: list[str]
    pressed: int
    log: str


@pytest.fixture(scope="module")
def conversation(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Conversation]:
    """First start, new case, seven pages, a sealed agreement; the program is closed again."""
    folder = tmp_path_factory.mktemp("samtale")
    profile, temporary, out = folder / "profil", folder / "tmp", folder / "usb"
    for made in (temporary, out):
        made.mkdir()
    said = _Log()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tempfile, "tempdir", str(temporary))
        for name in ("TMPDIR", "SQLITE_TMPDIR", "TEMP", "TMP"):
            patch.setenv(name, str(temporary))
        logging.getLogger().addHandler(said)
        qtbot = QtBot(request)
        kb = sit_down(qtbot, patch)
        session = start(qtbot, profile)
        choose_passphrase(kb)
        pages = _talk_through(kb, out / "aftale.pdf")
        view = session.window.case_view
        assert view is not None
        record, case_id = view.desk.record, view.desk.case_id
        assert session.workspace is not None
        kept = len(session.workspace.documents(case_id))
        end(session)
        logging.getLogger().removeHandler(said)
        yield Conversation(
            profile, temporary, out / "aftale.pdf", pages, record, kept, kb.proposed, kb.pressed, "".join(said.lines)
        )


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _talk_through(kb: Keyboard, pdf: Path) -> dict[str, str]:
    pages = {}
    by_keys.new_case(kb)
    by_keys.letter(kb)
    by_keys.money(kb)
    pages["akut"] = seen()
    for step in (by_keys.household, by_keys.tenancy, by_keys.arrears, by_keys.talk, by_keys.budget):
        step(kb)
    pages["budget"] = seen()
    by_keys.fetch_statement(kb)
    pages["preview"] = seen()
    by_keys.take_in(kb)
    pages["forbrug"] = seen()
    by_keys.undo_the_statement(kb)
    pages["undone"] = seen()
    by_keys.fetch_statement(kb)
    by_keys.take_in(kb)
    by_keys.type_receipt(kb)
    pages["receipt"] = seen()
    by_keys.close_dialog(kb)
    by_keys.put_into_budget(kb)
    kb.page(by_keys.YDELSER)
    kb.rest()
    pages["ydelser"] = seen()
    by_keys.debts(kb)
    pages["gaeld"] = seen()
    by_keys.choose_plan(kb)
    pages["aftale"] = seen()
    by_keys.sign_the_agreement(kb)
    by_keys.save_pdf(kb, pdf)
    pages["underskriv"] = seen()
    return pages


def test_akut_says_the_last_day_to_pay(conversation: Conversation) -> None:
    assert "Tirsdag den 1. december" in conversation.seen["akut"]
    assert conversation.record.case.arrears.letter is Letter.PAAKRAV


def test_the_statement_is_shown_with_its_proof_before_it_is_taken_in(conversation: Conversation) -> None:
    assert "stemmer" in conversation.seen["preview"]
    assert "Det gik pengene til" in conversation.seen["forbrug"]


def test_one_press_takes_the_statement_out_again(conversation: Conversation) -> None:
    assert "Der er ikke hentet noget kontoudtog endnu" in conversation.seen["undone"]
    assert len(conversation.record.spending.batches) == 1


def test_a_typed_receipt_that_does_not_add_up_is_kept_with_its_rest(conversation: Conversation) -> None:
    receipt = conversation.record.spending.receipts[0]

    assert "Gemt: Netto" in conversation.seen["receipt"]
    assert (receipt.total, receipt.rest) == (100, Decimal("53.50"))


def test_the_month_stands_in_the_budget(conversation: Conversation) -> None:
    assert sum(expense.from_spending for expense in conversation.record.case.expenses) > 10


def test_ydelser_answers_boligstoette_with_an_amount(conversation: Conversation) -> None:
    assert "Boligstøtte" in conversation.seen["ydelser"]
    assert "kan være relevant" in conversation.seen["ydelser"].casefold()


def test_every_kind_of_debt_is_asked_about_with_one_key_each(conversation: Conversation) -> None:
    case = conversation.record.case

    assert len(case.conversation.debts_asked) == 19
    assert [(d.kind, d.creditor, d.balance) for d in case.debts] == [("kreditkort", "Kortbanken", Decimal(2000))]
    assert "I har talt om alle slags gæld" in conversation.seen["gaeld"]


def test_the_chosen_plan_pays_all_that_is_owed(conversation: Conversation) -> None:
    agreement = conversation.record.case.agreement

    assert agreement is not None
    assert sum(i.amount for i in agreement.instalments) == conversation.record.case.arrears.total == 7935
    assert "Forslag, gælder først når udlejer har sagt ja" in conversation.seen["aftale"]


def test_the_sealed_agreement_is_valid_for_pdfsig_and_for_us(conversation: Conversation) -> None:
    said = _pdfsig(conversation.pdf)
    answer = verify(conversation.pdf.read_bytes())

    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert answer.valid
    assert answer.level == "PAdES B-B"


def test_both_have_signed_with_a_typed_name_that_the_page_calls_so(conversation: Conversation) -> None:
    ink = verify(conversation.pdf.read_bytes()).ink

    assert [(i.name, i.kind) for i in ink] == [(by_keys.NAME, InkKind.TYPED), (by_keys.ADVISER, InkKind.TYPED)]


@pytest.mark.parametrize("where", [0.1, 0.5, 0.9])
def test_one_changed_byte_is_told_by_both(conversation: Conversation, tmp_path: Path, where: float) -> None:
    """A byte of what is sealed. One in the room for the signature itself only ours tells (`test_seal`)."""
    pdf = bytearray(conversation.pdf.read_bytes())
    sealed = re.search(rb"/ByteRange \[0 +(\d+) +(\d+) +\d+", pdf)
    assert sealed
    covered = [*range(int(sealed[1])), *range(int(sealed[2]), len(pdf))]
    pdf[covered[int(len(covered) * where)]] ^= 1
    changed = tmp_path / "aendret.pdf"
    changed.write_bytes(pdf)

    assert "Signature is Valid" not in _pdfsig(changed)
    answer = verify(bytes(pdf))
    assert not answer.valid
    assert answer.reasons


def test_the_signed_page_stays_in_the_case(conversation: Conversation) -> None:
    assert conversation.kept == 2  # the agreement, and the tenant's annex beside it
    assert "Forseglet og gemt i sagen: Aftale om afdrag" in conversation.seen["underskriv"]


def test_nothing_personal_can_be_read_in_profile_or_temporary_files(conversation: Conversation) -> None:
    assert any(file.name == "budgetdesk.db" for file in conversation.profile.iterdir())
    assert found_in(PLANTED, conversation.profile, conversation.temporary) == []


def test_no_paper_is_left_in_the_temporary_folder(conversation: Conversation) -> None:
    assert [file.name for file in conversation.temporary.rglob("*") if file.is_file()] == []


def test_nothing_personal_stands_in_the_log(conversation: Conversation) -> None:
    log = conversation.log.encode().lower()

    assert not [text for text in PLANTED for look in looks_of(text) if look in log]


def test_the_name_that_is_proposed_for_the_file_names_nobody(conversation: Conversation) -> None:
    assert conversation.proposed == ["aftale_2026-0001_2026-11-20.pdf"]


def test_the_keys_of_the_whole_conversation_are_within_reason(conversation: Conversation) -> None:
    """About half an hour of talk: not much more than is written, and a few keys to get around."""
    assert conversation.pressed < 1500


def test_the_case_is_there_again_after_the_program_was_closed(conversation: Conversation) -> None:
    with Workspace.open(conversation.profile, passphrase=PASSPHRASE, today=DAY) as workspace:
        assert workspace.desk("2026-0001").record == conversation.record
        assert workspace.check() == ()


def test_the_way_back_is_one_key_for_each_step(session: object, kb: Keyboard) -> None:
    by_keys.new_case(kb)
    by_keys.letter(kb)
    for _ in range(12):
        kb.press(Key.Key_Z, CTRL)
    kb.rest()

    assert "Ingen frist endnu" in seen()


PLANTED = (by_keys.NAME, by_keys.CPR, by_keys.CPR.replace("-", ""), "Zebulon", "Kvistgård")


def _pdfsig(file: Path) -> str:
    return subprocess.run(["pdfsig", str(file)], capture_output=True, text=True, check=False).stdout
