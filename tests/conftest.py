"""What every test gets: a profile of its own, no keyring, no screen, a fixed day, examples that can be repeated, and
stores that are quick to make (`throwaway`)."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

import keyring
import pytest
import throwaway
from hypothesis import HealthCheck, settings
from keyring.backends.null import Keyring as NoKeyring

settings.register_profile(
    "ci",
    max_examples=25,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
# `make laws`
settings.register_profile("search", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


DEAREST = (
    "journey/test_demo.py",
    "journey/test_adviser_month.py",
    "ui/test_layout.py",
    "journey/",
    "ui/",
    "readers/test_ocr_reading.py",
    "storage/",
)
"""Begun first, so that not one worker is left with them at the end while the others have nothing to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the dearest files first; within a file the order stays."""
    here = Path(__file__).parent

    def turn(item: pytest.Item) -> int:
        name = item.path.relative_to(here).as_posix() if item.path.is_relative_to(here) else ""
        return next((number for number, start in enumerate(DEAREST) if name.startswith(start)), len(DEAREST))

    items.sort(key=turn)


def pytest_collection_finish() -> None:
    """What was imported and collected stays until the end: Python never searches it for cycles again."""
    gc.collect()
    gc.freeze()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """With `--durations`, also which files are dear: seconds by the clock, their fixtures included."""
    if config.getoption("durations") is None:
        return
    seconds: Counter[str] = Counter()
    for told in (one for kind in terminalreporter.stats.values() for one in kind):
        if isinstance(told, pytest.TestReport):
            seconds[told.location[0]] += told.duration
    terminalreporter.section("dearest files")
    for file, took in seconds.most_common(config.getoption("durations") or None):
        terminalreporter.write_line(f"{took:8.2f}s {file}")


_number = count(1)


@pytest.fixture(autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile folder of the test's own: nothing of the user's is ever read or written. It is not there until
    somebody needs it, as most tests do not."""
    folder = tmp_path_factory.getbasetemp() / f"budgetdesk-home-{next(_number)}"
    monkeypatch.setenv("BUDGETDESK_HOME", str(folder))
    monkeypatch.delenv("BUDGETDESK_PASSPHRASE", raising=False)
    return folder


@pytest.fixture(scope="session", autouse=True)
def throwaway_stores() -> Iterator[None]:
    """Stores of tests are made quickly; whoever asks how real ones are made uses the originals in `throwaway`."""
    with pytest.MonkeyPatch.context() as patch:
        throwaway.cheap_keys(patch.setattr)
        throwaway.copied_tables(patch.setattr)
        throwaway.shared_words(patch.setattr)
        yield


@pytest.fixture(autouse=True)
def no_keyring() -> None:
    """The user's keyring is never touched."""
    keyring.set_keyring(NoKeyring())


@pytest.fixture
def today() -> date:
    """The day on which all tests take place."""
    return date(2026, 11, 20)
