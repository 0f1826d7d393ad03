"""Pictures of receipts: encrypted with their case, found by undo and redo, forgotten when nobody names them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import typist

from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.errors import StoreError
from budgetdesk.household import paths
from budgetdesk.ledger.spending import Box, PaidBy, Receipt, ReceiptItem
from budgetdesk.storage.case_store import Database
from budgetdesk.storage.keyrings import NO_KEYRING
from budgetdesk.storage.pictures import LARGEST_PICTURE, kept_pictures
from budgetdesk.storage.store import Store

AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
JPEG = b"\xff\xd8\xff\xe0" + b"kvittering fra Netto" * 40
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))


@pytest.fixture
def store(database: Database) -> Store:
    made = Store(database)
    made.add_case("2026-0001", Record(), year=2026, at=AT)
    return made


def with_receipt(record: Record, picture: str) -> Record:
    item = ReceiptItem(id="r1-1", text="Mælk", amount=Decimal(12), boxes=(Box(left=1, top=2, width=30, height=4),))
    receipt = Receipt(
        id="r1", shop="Netto", date=None, total=Decimal(12), items=(item,), picture=picture,
        paid_by=PaidBy.CARD, card="1234", off_bank=Decimal("2.50"), also=("t2",), refused=("t3",), doubts=("Se her.",),
    )  # fmt: skip
    return paths.put(record, "spending.receipts", (receipt,))


def ids(store: Store, case_id: str = "2026-0001") -> tuple[str, ...]:
    with store.database.transaction() as connection:
        return kept_pictures(connection, case_id)


def test_a_picture_comes_back_byte_by_byte(store: Store) -> None:
    assert [store.picture("2026-0001", store.keep_picture("2026-0001", data)) for data in (JPEG, PNG)] == [JPEG, PNG]


def test_the_same_picture_is_kept_once(store: Store) -> None:
    assert store.keep_picture("2026-0001", JPEG) == store.keep_picture("2026-0001", JPEG)
    assert len(ids(store)) == 1


def test_a_picture_belongs_to_one_case(store: Store) -> None:
    store.add_case("2026-0002", Record(), year=2026, at=AT)
    picture = store.keep_picture("2026-0001", JPEG)

    with pytest.raises(StoreError, match="findes ikke"):
        store.picture("2026-0002", picture)


def test_pictures_go_with_their_case(store: Store) -> None:
    store.keep_picture("2026-0001", JPEG)
    store.erase_case("2026-0001", secret=bytes(32), on=date(2026, 11, 20))

    assert ids(store) == ()


@pytest.mark.parametrize(
    "data", [b"", b"MZ\x90", b"GIF89a" * 20, b"%!PS-Adobe", b"\xff\xd8\xff" + bytes(LARGEST_PICTURE)]
)
def test_what_is_no_picture_or_too_large_is_refused_with_a_sentence(store: Store, data: bytes) -> None:
    with pytest.raises(StoreError, match=r"kan ikke gemmes.*\."):
        store.keep_picture("2026-0001", data)
    assert ids(store) == ()


def test_a_receipt_comes_back_with_its_picture_places_and_payment(store: Store) -> None:
    keeper = store.case("2026-0001")
    before = keeper.load().record
    after = with_receipt(before, store.keep_picture("2026-0001", JPEG))
    keeper.change("kvittering læst ind", before, after, merge="", at=AT)

    assert keeper.load().record.spending.receipts == after.spending.receipts


def test_a_picture_stays_while_undo_and_redo_can_bring_its_receipt_back(store: Store) -> None:
    keeper = store.case("2026-0001")
    before = keeper.load().record
    picture = store.keep_picture("2026-0001", JPEG)
    kept = keeper.change("kvittering læst ind", before, with_receipt(before, picture), merge="", at=AT)
    kept = keeper.undo(kept.record, at=AT)

    assert store.forget_unused_pictures() == 0
    assert keeper.redo(kept.record, at=AT).record.spending.receipts[0].picture == picture


def test_a_picture_is_forgotten_with_the_last_step_that_names_it(store: Store) -> None:
    keeper = store.case("2026-0001")
    before = keeper.load().record
    kept = keeper.change("a", before, with_receipt(before, store.keep_picture("2026-0001", JPEG)), merge="", at=AT)
    kept = keeper.undo(kept.record, at=AT)
    keeper.change("b", kept.record, paths.put(kept.record, "case.conversation.note", "noget andet"), merge="", at=AT)

    assert (store.forget_unused_pictures(), ids(store)) == (1, ())


def test_a_picture_that_no_receipt_took_is_gone_after_closing(tmp_path: Path) -> None:
    how = {"passphrase": typist.PASSPHRASE, "today": typist.TODAY, "keyring": NO_KEYRING}
    with Workspace.create(tmp_path / "sager", **how) as workspace:
        desk = workspace.new_case()
        used = workspace.keep_picture(desk.case_id, JPEG)
        unused = workspace.keep_picture(desk.case_id, PNG)
        desk.change("kvittering læst ind", with_receipt(desk.record, used))
    raw = b"".join(file.read_bytes() for file in (tmp_path / "sager").iterdir())
    with Workspace.open(tmp_path / "sager", **how) as workspace:
        assert workspace.picture(desk.case_id, used) == JPEG
        with pytest.raises(StoreError):
            workspace.picture(desk.case_id, unused)

    assert b"kvittering fra Netto" not in raw


def test_the_journal_names_the_picture_and_does_not_hold_it(store: Store) -> None:
    keeper = store.case("2026-0001")
    before = keeper.load().record
    after = with_receipt(before, store.keep_picture("2026-0001", JPEG))
    keeper.change("a", before, after, merge="", at=AT)

    touched = [t.after for t in keeper.history()[0].difference.touched]
    assert touched == [replace(after.spending.receipts[0])]
