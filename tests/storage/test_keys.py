"""The key of a store: wrapped, never written plain, and found again by passphrase or keyring, whatever they do."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest
import throwaway
from keyring.backends.fail import Keyring as FailKeyring
from keyring.backends.null import Keyring as NullKeyring
from keyring.errors import InitError, KeyringLocked

from budgetdesk.errors import NoKeyError, StoreError, StoreNotWritableError, WrongKeyError
from budgetdesk.storage import keyrings, keys
from budgetdesk.storage.files import replace_file
from budgetdesk.storage.keyrings import NO_KEYRING, Keyring

PASSPHRASE = "en hel sætning på dansk"


@pytest.fixture(autouse=True)
def real_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a key file may ask for is here as in the program; the stretching is the least that is allowed."""
    monkeypatch.setattr(keys, "LIMITS", throwaway.REAL_LIMITS)
    monkeypatch.setattr(keys, "CHOSEN", {name: least for name, (least, _most) in throwaway.REAL_LIMITS.items()})


class MemoryBackend:
    """A keyring that works, for as long as the test lasts."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Failing(MemoryBackend):
    """A keyring whose every call raises, or does what it is given instead."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class Truncating(MemoryBackend):
    """A keyring that cuts what it is given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:20])


class Hanging(MemoryBackend):
    """A keyring that waits for a prompt nobody sees."""

    def get_password(self, service: str, username: str) -> str | None:
        time.sleep(5)
        return None


def wrapped() -> tuple[bytes, keys.KeyFile]:
    key, file = keys.new_key()
    return key, keys.with_passphrase(file, key, PASSPHRASE)


def test_the_passphrase_gives_the_key_back() -> None:
    key, file = wrapped()

    assert keys.by_passphrase(file, PASSPHRASE) == key
    assert len(key) == 32


def test_a_passphrase_is_stretched_as_hard_as_the_program_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """At least what RFC 9106 (section 4) recommends where memory is short: 64 MiB, three times, four lanes."""
    monkeypatch.setattr(keys, "CHOSEN", throwaway.REAL_CHOSEN)
    key, file = wrapped()
    said = file.passphrase or {}

    assert (said["kdf"], said["memory_kib"], said["iterations"], said["lanes"]) == ("argon2id", 64 * 1024, 3, 4)
    assert keys.by_passphrase(file, PASSPHRASE) == key


def test_two_stores_never_share_a_key() -> None:
    assert keys.new_key()[0] != keys.new_key()[0]


def test_a_composed_and_a_decomposed_letter_are_the_same_passphrase() -> None:
    key, file = keys.new_key()
    file = keys.with_passphrase(file, key, "adgang på å")

    assert keys.by_passphrase(file, "adgang pa\u030a a\u030a") == key


@pytest.mark.parametrize("wrong", ["", "En hel sætning på dansk", PASSPHRASE + " ", "\ud800"])
def test_a_wrong_passphrase_is_refused(wrong: str) -> None:
    with pytest.raises(WrongKeyError, match="Adgangskoden passer ikke"):
        keys.by_passphrase(wrapped()[1], wrong)


def test_a_short_passphrase_is_refused() -> None:
    key, file = keys.new_key()
    with pytest.raises(WrongKeyError, match="for kort"):
        keys.with_passphrase(file, key, "kort")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("memory_kib", 8),
        ("memory_kib", 10**9),
        ("memory_kib", "65536"),
        ("iterations", 1),
        ("iterations", 10**6),
        ("lanes", 0),
        ("kdf", "pbkdf2"),
        ("salt", "????"),
        ("wrapped", ""),
    ],
)
def test_changed_parameters_are_refused_before_anything_is_computed(name: str, value: object) -> None:
    _, file = wrapped()
    changed = replace(file, passphrase={**(file.passphrase or {}), name: value})
    start = time.monotonic()
    with pytest.raises(WrongKeyError):
        keys.by_passphrase(changed, PASSPHRASE)

    assert time.monotonic() - start < 2


def test_parameters_within_the_limits_cannot_be_changed_either() -> None:
    _, file = wrapped()
    changed = replace(file, passphrase={**(file.passphrase or {}), "iterations": 5})
    with pytest.raises(WrongKeyError):
        keys.by_passphrase(changed, PASSPHRASE)


def test_the_key_file_comes_back_and_holds_no_key(tmp_path: Path) -> None:
    key, file = wrapped()
    keys.write(tmp_path, file)
    raw = (tmp_path / keys.FILE).read_bytes()

    assert keys.read(tmp_path) == file
    assert key not in raw
    assert key.hex().encode() not in raw.lower()
    assert PASSPHRASE.encode() not in raw
    assert (tmp_path / keys.FILE).stat().st_mode & 0o077 == 0


def test_no_key_file_is_none(tmp_path: Path) -> None:
    assert keys.read(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff", b'{"format": "budgetdesk/key", "version": 1}'])
def test_a_broken_key_file_says_so(tmp_path: Path, content: bytes) -> None:
    (tmp_path / keys.FILE).write_bytes(content)
    with pytest.raises(StoreError, match="kan ikke læses"):
        keys.read(tmp_path)


def test_a_key_file_of_a_later_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / keys.FILE).write_text(json.dumps({"format": keys.FORMAT, "version": 2}))
    with pytest.raises(StoreError, match="nyere udgave"):
        keys.read(tmp_path)


def test_a_key_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace_file(tmp_path / "f", b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(StoreNotWritableError):
        replace_file(tmp_path / "f", b"new")

    assert [p.name for p in tmp_path.iterdir()] == ["f"]
    assert (tmp_path / "f").read_bytes() == b"old"


def test_a_keyring_that_works_keeps_the_key() -> None:
    key, file = keys.new_key()
    keyring = Keyring(MemoryBackend())

    assert keyring.keep(file.store, key.hex())
    assert keys.find_key(file, passphrase=None, keyring=keyring) == key
    keyring.forget(file.store)
    assert keys.by_keyring(file, keyring) is None


@pytest.mark.parametrize(
    "backend",
    [
        None,
        FailKeyring(),
        NullKeyring(),
        Failing(InitError("Failed to create the collection: Prompt dismissed")),
        Failing(KeyringLocked("locked")),
        Failing(RuntimeError("no backend")),
        Failing(EOFError()),
        Failing(OSError("dbus")),
        Truncating(),
    ],
    ids=lambda backend: type(backend).__name__,
)
def test_a_keyring_that_does_not_work_is_no_keyring(backend: keyrings.Backend | None) -> None:
    key, file = wrapped()
    keyring = Keyring(backend)

    assert not keyring.keep(file.store, key.hex())
    keyring.forget(file.store)
    with pytest.raises(NoKeyError, match="BUDGETDESK_PASSPHRASE"):
        keys.find_key(file, passphrase=None, keyring=keyring)
    assert keys.find_key(file, passphrase=PASSPHRASE, keyring=keyring) == key


def test_a_keyring_that_hangs_is_given_up() -> None:
    start = time.monotonic()

    assert Keyring(Hanging(), timeout=0.05).get("store") is None
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("kept", ["", "garbage", "æøå", "00" * 32, "ab", "1" * 3000])
def test_a_keyring_that_keeps_something_else_is_no_keyring(kept: str) -> None:
    backend = MemoryBackend()
    _, file = wrapped()
    backend.kept[keyrings.SERVICE, file.store] = kept
    with pytest.raises(NoKeyError):
        keys.find_key(file, passphrase=None, keyring=Keyring(backend))


def test_a_keyring_named_by_the_environment_is_never_asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "spy_keyring.py").write_text("raise SystemExit('asked')")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "spy_keyring.Spy")

    keyrings.system_keyring()


def test_the_environment_can_turn_the_keyring_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")

    assert keyrings.system_keyring() is NO_KEYRING
