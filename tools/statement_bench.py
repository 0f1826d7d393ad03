"""A long statement from its bytes to the encrypted store, step by step: `python tools/statement_bench.py [ROWS]`.

Each run is a process of its own, so that its memory is its own. The best of a few runs counts: whatever else the
machine does only makes a run longer. Seconds by the clock, and in brackets the seconds the processors worked.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
RUNS = 5
ROWS = 100_000
STEPS = ("read, proved, sorted", "taken in", "stored encrypted")
PASSPHRASE = "fire ord efter hinanden"  # noqa: S105 - of a store that is gone again in a minute
T = TypeVar("T")


def once(rows: int) -> None:
    """One run in this process: for each step its seconds by clock and processor, then the peak of memory in MB."""
    from budgetdesk.actions import spending as acts  # noqa: PLC0415 - a process that only compares runs stays small
    from budgetdesk.actions.workspace import Workspace  # noqa: PLC0415
    from budgetdesk.casework.record import Record  # noqa: PLC0415
    from budgetdesk.readers.case_file import sample_case  # noqa: PLC0415
    from budgetdesk.storage.keyrings import NO_KEYRING  # noqa: PLC0415
    from tools.bench import DAY, large_statement  # noqa: PLC0415

    seconds: list[float] = []

    def timed(work: Callable[[], T]) -> T:
        began, worked = time.perf_counter(), time.process_time()
        found = work()
        seconds.extend((time.perf_counter() - began, time.process_time() - worked))
        return found

    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        file = profile / "stor.csv"
        file.write_bytes(large_statement(rows))
        create = Workspace.create(profile / "p", passphrase=PASSPHRASE, today=DAY, keyring=NO_KEYRING)
        with create as workspace:
            desk = workspace.new_case(Record(case=sample_case(today=DAY)))
            library = workspace.library
            acts.preview_statement(("lille.csv", large_statement(50)), library, today=DAY)  # what is loaded only once
            read = timed(lambda: acts.preview_statement((file.name, file.read_bytes()), library, today=DAY))
            change = timed(lambda: acts.import_statement(desk.record, read, library))
            timed(lambda: desk.change(change.label, change.record))
            if len(desk.record.spending.transactions) != rows or read.proof.status != "holds":
                raise SystemExit("the statement was not read as it was written")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(*seconds, memory)


def main(rows: int) -> None:
    runs: list[tuple[float, ...]] = []
    for _ in range(RUNS):
        done = subprocess.run(
            [sys.executable, __file__, str(rows), "once"], capture_output=True, text=True, check=True, timeout=600
        )
        runs.append(tuple(float(text) for text in done.stdout.split()))
    runs = [(*run[:-1], sum(run[:-1:2]), sum(run[1:-1:2]), run[-1]) for run in runs]
    *seconds, memory = [min(column) for column in zip(*runs, strict=True)]
    for name, clock, worked in zip((*STEPS, "together"), seconds[::2], seconds[1::2], strict=True):
        print(f"{rows:,} rows {name:<22} {clock:5.2f} s ({worked:.2f})")
    print(f"memory at most {memory:.0f} MB")


if __name__ == "__main__":
    given = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    once(given) if "once" in sys.argv else main(given)
