"""All parsers that are fuzzed. `make fuzz MINUTES=60` shares the time between them; the suite takes a short sample."""

from __future__ import annotations

import sys
from pathlib import Path

READERS = Path(__file__).parent.parent / "readers"
if str(READERS) not in sys.path:
    sys.path.append(str(READERS))  # the writers of good files stand there

import fuzz_receipts  # noqa: E402 - needs the path above
import fuzz_statements  # noqa: E402
from fuzz_target import Target  # noqa: E402

TARGETS: list[Target] = [*fuzz_statements.TARGETS, *fuzz_receipts.TARGETS]
BY_NAME = {target.name: target for target in TARGETS}
