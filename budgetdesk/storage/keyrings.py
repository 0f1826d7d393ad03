"""The operating system's keyring: a convenience, never a wall against programs of the same user.

Only the keyrings named here are used. `PYTHON_KEYRING_BACKEND` may turn them off (the null backend) but never name
another, and `keyringrc.cfg`, which can load any code, is not read. Whatever a keyring does wrong (missing, locked,
refused, silent, slow, garbage) means "no key there", never a crash and never a plain-text fall-back.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from importlib import import_module
from queue import Empty, Queue
from threading import Thread
from typing import Any, Protocol

log = logging.getLogger(__name__)

SERVICE = "BudgetDesk"
TIMEOUT_SECONDS = 30.0
ALLOWED = (
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.kwallet", "DBusKeyring"),
    ("keyring.backends.libsecret", "Keyring"),
)
OFF = ("keyring.backends.null.Keyring", "keyring.backends.fail.Keyring")


class Backend(Protocol):
    """The part of `keyring.backend.KeyringBackend` that is used."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class Keyring:
    """Keeps one short text per store, where the system has a keyring that works."""

    def __init__(self, backend: Backend | None, *, timeout: float = TIMEOUT_SECONDS) -> None:
        self._backend = backend
        self._timeout = timeout

    def get(self, store: str) -> str | None:
        """What is kept for a store; None when nothing is, or when the keyring does not answer."""
        found = self._ask(lambda backend: backend.get_password(SERVICE, store))
        return found if isinstance(found, str) else None

    def keep(self, store: str, secret: str) -> bool:
        """Keep a text, and read it back: some keyrings take it in silence and forget it. True when it is there."""
        self._ask(lambda backend: backend.set_password(SERVICE, store, secret))
        return self.get(store) == secret

    def forget(self, store: str) -> None:
        """Remove what is kept, if anything."""
        self._ask(lambda backend: backend.delete_password(SERVICE, store))

    def _ask(self, work: Callable[[Backend], Any]) -> Any:
        backend = self._backend
        if backend is None:
            return None
        answer: Queue[Any] = Queue()

        def run() -> None:
            try:
                answer.put(work(backend))
            except Exception as error:
                log.info("keyring did not answer: %s", type(error).__name__)
                answer.put(None)

        # A locked keyring may wait for a prompt that nobody sees: it gets a thread, and a limit.
        Thread(target=run, daemon=True, name="keyring").start()
        try:
            return answer.get(timeout=self._timeout)
        except Empty:
            log.info("keyring did not answer in time")
            return None


NO_KEYRING = Keyring(None)
"""For machines without one, and for throw-away stores."""


def system_keyring() -> Keyring:
    """The keyring of this machine, or one that keeps nothing."""
    if os.environ.get("PYTHON_KEYRING_BACKEND") in OFF:
        return NO_KEYRING
    for module, name in ALLOWED:
        try:
            backend = getattr(import_module(module), name)
            if backend.viable:
                return Keyring(backend())
        except Exception as error:
            log.info("keyring %s cannot be used: %s", module, type(error).__name__)
    return NO_KEYRING
