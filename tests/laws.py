"""How many examples a law of nature is tried on: a few in the suite, many in `make laws`.

    @settings(max_examples=examples(8))

Laws that say no number of their own get that of the profile in `conftest.py`.
"""

from __future__ import annotations

import os

TIMES = int(os.environ.get("BUDGETDESK_LAWS", "1"))
"""How many times as many as in the suite."""


def examples(few: int) -> int:
    """`few` in the suite."""
    return few * TIMES
