"""Fuzz the parsers: `make fuzz MINUTES=60`. Ends with status 1 and the input when one crashes, hangs or adds up wrong.

Two engines: Hypothesis, which changes good files and makes a failing input small; and atheris (libFuzzer for Python),
which follows the branches of the code, where it is installed (`pip install atheris`; Linux, macOS).
"""

from __future__ import annotations

import argparse
import faulthandler
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "fuzz"), str(ROOT / "tests" / "readers")]
AT_A_TIME = 100
HANGS_AFTER = 60
"""Seconds after which the place where an input hangs is printed."""


def main() -> int:
    """Share the minutes between the parsers, or give them all to one."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=float(os.environ.get("MINUTES", "10")))
    arguments.add_argument("--only", default="", help="name of one parser")
    arguments.add_argument("--engine", choices=("hypothesis", "atheris", "both"), default="both")
    given = arguments.parse_args()
    from fuzz_all import BY_NAME  # noqa: PLC0415 - the path is set above

    names = [given.only] if given.only else list(BY_NAME)
    engines = ["hypothesis", "atheris"] if given.engine == "both" else [given.engine]
    if given.engine == "both" and not _has_atheris():
        print("atheris is not installed: only Hypothesis is used")
        engines = ["hypothesis"]
    seconds = given.minutes * 60 / len(names) / len(engines)
    failed = [f"{engine} {name}" for name in names for engine in engines if not _run(engine, name, seconds)]
    print("failed: " + ", ".join(failed) if failed else "nothing found")
    return 1 if failed else 0


def _has_atheris() -> bool:
    try:
        import atheris  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def _run(engine: str, name: str, seconds: float) -> bool:
    print(f"{name}: {engine}, {seconds:.0f} s", flush=True)
    return _with_hypothesis(name, seconds) if engine == "hypothesis" else _with_atheris(name, seconds)


def _with_hypothesis(name: str, seconds: float) -> bool:
    from fuzz_all import BY_NAME  # noqa: PLC0415
    from fuzz_target import check, inputs  # noqa: PLC0415
    from hypothesis import HealthCheck, given, seed, settings  # noqa: PLC0415
    from hypothesis import strategies as st  # noqa: PLC0415

    target, until, rounds = BY_NAME[name], time.monotonic() + seconds, 0
    seeds = target.seeds()
    while time.monotonic() < until:
        rounds += 1

        @seed(rounds + time.time_ns() % 10**9)
        @settings(max_examples=AT_A_TIME, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(st.data())
        def run(data: st.DataObject) -> None:
            faulthandler.dump_traceback_later(HANGS_AFTER, exit=True)
            check(target, data.draw(inputs(seeds)))
            faulthandler.cancel_dump_traceback_later()

        try:
            run()
        except BaseException as error:
            faulthandler.cancel_dump_traceback_later()
            print(f"{name}: {type(error).__name__}: {error}", *getattr(error, "__notes__", ()), sep="\n")
            return False
    print(f"  about {rounds * AT_A_TIME} inputs")
    return True


def _with_atheris(name: str, seconds: float) -> bool:
    """In a process of its own, because libFuzzer ends the process it runs in."""
    from fuzz_all import BY_NAME  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(BY_NAME[name].seeds()):
            (Path(folder) / f"seed{number}").write_bytes(data)
        code = f"import sys; sys.path[:0] = {sys.path[:3]!r}; import fuzz; fuzz.fuzz_one({name!r})"
        limits = [f"-max_total_time={max(int(seconds), 1)}", f"-timeout={HANGS_AFTER}", "-verbosity=0"]
        done = subprocess.run(
            [sys.executable, "-c", code, folder, *limits, f"-artifact_prefix={ROOT}/fuzz-"],
            env=os.environ | {"PYTHONPATH": str(ROOT / "tools")},
            check=False,
        )
    return done.returncode == 0


def fuzz_one(name: str) -> None:
    """Run libFuzzer on one parser until its time is up."""
    import atheris  # noqa: PLC0415 - an extra

    with atheris.instrument_imports(include=["budgetdesk"]):
        from fuzz_all import BY_NAME  # noqa: PLC0415
        from fuzz_target import check  # noqa: PLC0415

    target = BY_NAME[name]
    atheris.Setup(sys.argv, lambda data: check(target, data))
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
