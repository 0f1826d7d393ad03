"""Without the library that talks to cards, the rest of the program is as before."""

from __future__ import annotations

import sys

import pytest

from budgetdesk.documents.seals import token_key
from budgetdesk.errors import SealError


def test_without_the_library_it_is_said_what_to_ask_for(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pkcs11", None)

    with pytest.raises(SealError, match=r"budgetdesk\[pkcs11\]"):
        token_key.certificates("modul.so")
