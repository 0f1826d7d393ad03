"""Sealing with a card: the choice is kept, the PIN is not, and nothing is half sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
import soft_card
from soft_card import AT, MODULE, PIN

from budgetdesk.actions import sealing, token_seals
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.documents.seals.certificate import SealKey, TokenKey
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import PinError, WrongKeyError
from budgetdesk.storage.keyrings import NO_KEYRING

pytestmark = pytest.mark.skipif(bool(soft_card.MISSING), reason=soft_card.MISSING or "a card is there")
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("card") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture(scope="module")
def paper(store: Workspace) -> bytes:
    return unsigned(store.desk(store.new_case(sample_record(store.library, today=DAY)).case_id), "aftale")


@pytest.fixture
def workspace(store: Workspace) -> Iterator[Workspace]:
    """With a card that seals."""
    soft_card.card()
    sealing.use_token(store, key("segl"), PIN, at=AT)
    yield store
    token_seals.leave(store)


def key(label: str) -> SealKey:
    return next(
        one for one in token_seals.found(MODULE) if isinstance(one.key, TokenKey) and one.key.label == label
    )  # fmt: skip


def test_the_chosen_card_seals_and_its_seals_are_known(workspace: Workspace, paper: bytes):
    pdf = sealing.seal(workspace, paper, when=AT)
    told = verify(pdf, roots=sealing.known_roots(workspace.folder))

    assert (told.valid, told.trusted, told.signers[0].organisation) == (True, True, "Boligråd segl")


def test_the_pin_is_not_saved_and_the_choice_is_read_back_whole(workspace: Workspace):
    again = sealing.present_key(workspace)

    assert again is not None
    assert (again, again.chain, again.own) == (key("segl"), (), False)
    assert PIN not in str(workspace.setting("seal_token"))


def test_without_a_pin_nothing_is_sealed_until_the_right_one_is_given(workspace: Workspace, paper: bytes):
    workspace.card_pin = None
    assert token_seals.pin_wanted(workspace)
    with pytest.raises(PinError, match="Skriv kortets PIN-kode"):
        sealing.seal(workspace, paper, when=AT)
    with pytest.raises(PinError, match="forkert"):
        token_seals.give_pin(workspace, "999999", at=AT)
    assert token_seals.pin_wanted(workspace)
    token_seals.give_pin(workspace, PIN, at=AT)
    assert not token_seals.pin_wanted(workspace)
    assert verify(sealing.seal(workspace, paper, when=AT)).valid


def test_a_pin_that_the_card_refuses_is_forgotten_and_never_tried_twice(workspace: Workspace, paper: bytes):
    workspace.card_pin = "999999"
    with pytest.raises(PinError, match="forkert"):
        sealing.seal(workspace, paper, when=AT)
    assert token_seals.pin_wanted(workspace)


def test_a_certificate_that_has_run_out_since_seals_nothing_more(workspace: Workspace, paper: bytes):
    with pytest.raises(WrongKeyError, match="udløb"):
        sealing.seal(workspace, paper, when=AT + timedelta(days=800))


def test_one_that_cannot_seal_leaves_the_choice_as_it_was(workspace: Workspace):
    with pytest.raises(WrongKeyError):
        sealing.use_token(workspace, key("gammel"), PIN, at=AT)
    assert sealing.present_key(workspace) == key("segl")


def test_a_key_of_our_own_takes_over_from_the_card(workspace: Workspace, paper: bytes):
    sealing.use_own(workspace, organisation="Boligrådet", when=AT)

    assert not token_seals.pin_wanted(workspace)
    assert verify(sealing.seal(workspace, paper, when=AT)).signers[0].organisation == "Boligrådet"


def test_the_pin_is_forgotten_with_the_key_of_the_store(tmp_path: Path):
    with Workspace.create(tmp_path / "p", passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        made.card_pin = PIN
        made.lock()
        assert made.card_pin is None


def test_a_setting_that_is_damaged_is_told(workspace: Workspace):
    workspace.save_setting("seal_token", {"module": MODULE})
    with pytest.raises(WrongKeyError, match="Vælg kortet igen"):
        sealing.present_key(workspace)


def test_two_cards_of_one_name_are_told_apart_by_their_number(workspace: Workspace):
    chosen = key("segl")
    assert isinstance(chosen.key, TokenKey)
    other = replace(chosen, key=replace(chosen.key, serial="00"))

    with pytest.raises(Exception, match="sidder ikke i læseren"):
        sealing.use_token(workspace, other, PIN, at=AT)
