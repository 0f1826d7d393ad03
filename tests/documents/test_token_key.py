"""A seal whose key lies on a card: it seals like any other, and what is wrong with the card is said."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import soft_card
from sealed import unsealed
from soft_card import AT, MODULE, PIN

from budgetdesk.documents.seals import certificate, token_key
from budgetdesk.documents.seals.certificate import SealKey, TokenKey
from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify
from budgetdesk.errors import PinError, SealError, WrongKeyError

pytestmark = pytest.mark.skipif(bool(soft_card.MISSING), reason=soft_card.MISSING or "a card is there")


@pytest.fixture(scope="module")
def found() -> dict[str, SealKey]:
    soft_card.card()
    return {place(one).label: one for one in token_key.certificates(MODULE)}


def place(key: SealKey) -> TokenKey:
    assert isinstance(key.key, TokenKey)
    return key.key


def with_pin(key: SealKey, pin: str = PIN) -> SealKey:
    return replace(key, key=replace(place(key), pin=pin))


def check(key: SealKey, pin: str = PIN) -> None:
    token_key.check(key, replace(place(key), pin=pin), at=AT)


def test_the_certificates_are_listed_without_a_pin_and_issuers_are_left_out(found: dict[str, SealKey]):
    assert set(found) == {"segl", "ec", "gammel", "andet", "tom", "fremmed"}
    assert (found["segl"].organisation, found["segl"].own, found["segl"].root) == (
        "Boligråd segl",
        False,
        soft_card.root(),
    )


@pytest.mark.parametrize("label", ["segl", "ec"], ids=["RSA", "EC"])
def test_a_card_seals_and_the_seal_leads_back_to_who_issued_it(found: dict[str, SealKey], label: str):
    check(found[label])
    pdf = seal(unsealed(), signer=with_pin(found[label]), when=AT)

    assert verify(pdf, roots=[soft_card.root()]).trusted
    assert verify(pdf).valid
    assert not verify(pdf).trusted


@pytest.mark.parametrize(
    ("label", "pin", "error", "said"),
    [
        ("segl", "", PinError, "Skriv kortets PIN-kode"),
        ("segl", "999999", PinError, "PIN-koden er forkert. Kortet bliver låst"),
        ("segl", "1", PinError, "PIN-koden er forkert"),
        ("gammel", PIN, WrongKeyError, "udløb den 10. november 2026"),
        ("andet", PIN, WrongKeyError, "må ikke bruges til at underskrive"),
        ("tom", PIN, SealError, "ingen nøgle til certifikatet"),
        ("fremmed", PIN, WrongKeyError, "passer ikke til certifikatet"),
    ],
)
def test_what_is_wrong_is_said(found: dict[str, SealKey], label: str, pin: str, error: type[Exception], said: str):
    with pytest.raises(error, match=said):
        check(found[label], pin)


def test_a_seal_with_a_wrong_pin_is_not_called_a_damaged_file(found: dict[str, SealKey]):
    with pytest.raises(PinError, match="PIN-koden er forkert"):
        seal(unsealed(), signer=with_pin(found["segl"], "999999"), when=AT)


@pytest.mark.parametrize(
    ("fault", "error", "said"),
    [
        ("DeviceRemoved", SealError, "taget ud, før seglet var færdigt. Intet er forseglet"),
        ("GeneralError", SealError, re.escape("svarer ikke, som det skal (GeneralError). Intet er forseglet")),
        ("PinLocked", PinError, "PIN-kode er låst. Brug kortets PUK-kode"),
        ("PinExpired", PinError, "ny PIN-kode"),
    ],
)
def test_a_card_that_fails_in_the_middle_seals_nothing(
    found: dict[str, SealKey], monkeypatch: pytest.MonkeyPatch, fault: str, error: type[Exception], said: str
):
    import pkcs11
    from pyhanko.sign.pkcs11 import PKCS11Signer

    async def fails(*_given: object, dry_run: bool = False) -> bytes:
        if dry_run:
            return bytes(512)
        raise getattr(pkcs11, fault)

    with monkeypatch.context() as broken:
        broken.setattr(PKCS11Signer, "async_sign_raw", fails)
        with pytest.raises(error, match=said):
            seal(unsealed(), signer=with_pin(found["segl"]), when=AT)
    check(found["segl"])


def test_another_card_is_asked_for_by_name_and_gets_no_pin(found: dict[str, SealKey]):
    other = replace(place(found["segl"]), token="Det gamle kort", pin="999999")

    with pytest.raises(SealError, match="“Det gamle kort” sidder ikke i læseren"):
        token_key.check(found["segl"], other, at=AT)


def test_an_empty_reader_and_an_empty_card_are_told(found: dict[str, SealKey], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(token_key, "_cards", lambda _module: [])
    with pytest.raises(SealError, match="ikke noget kort i læseren"):
        token_key.certificates(MODULE)
    monkeypatch.setattr(token_key, "_cards", lambda _module: [object()])
    monkeypatch.setattr(token_key, "_on", lambda _module, _card: [])
    with pytest.raises(SealError, match="intet certifikat på kortet"):
        token_key.certificates(MODULE)


@pytest.mark.parametrize("content", [None, b"ikke et bibliotek"], ids=["missing", "no library"])
def test_a_file_that_is_no_module_is_told(tmp_path: Path, content: bytes | None):
    file = tmp_path / "modul.so"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(SealError, match=r"modul.so.* kan ikke bruges"):
        token_key.certificates(str(file))


def test_a_key_on_a_card_is_not_saved_and_its_pin_is_not_shown(found: dict[str, SealKey]):
    with pytest.raises(SealError, match="kan ikke gemmes i programmet"):
        certificate.to_bytes(found["segl"], b"hemmelig")
    assert PIN not in repr(place(with_pin(found["segl"])))
