"""Make `.venv` and put the locked packages and the program itself into it. Quick when nothing has changed.

What is installed is written down in a stamp inside `.venv`: the hash of the lock file and of `pyproject.toml`, the
place of the checkout and the Python. As long as the stamp holds, nothing is done.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pip_wheel
import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}


def main(*, dev: bool) -> int:
    """Set up the runtime, or with `dev` also what the tests need. Returns the exit status."""
    if not system_packages.ensure(dev=dev):
        return 1
    name = "dev" if dev else "runtime"
    if _is_done(name):
        return 0
    started = time.monotonic()
    try:
        is_new = _make_venv()
        _install(LOCKS[name], side_by_side=is_new)
    except pip_wheel.NoPipError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(f"Opsætningen gik i stå (status {error.returncode}). Grunden står ovenfor. Prøv igen.", file=sys.stderr)
        return 1
    for stamped in LOCKS if dev else ["runtime"]:
        _stamp_file(stamped).write_text(_stamp(stamped), "utf-8")
    print(f"BudgetDesk er sat op på {time.monotonic() - started:.0f} sekunder.", flush=True)
    return 0


def _is_done(name: str) -> bool:
    file = _stamp_file(name)
    return PYTHON.exists() and file.exists() and file.read_text("utf-8") == _stamp(name)


def _stamp_file(name: str) -> Path:
    return VENV / f".budgetdesk-{name}"


def _stamp(name: str) -> str:
    content = b"".join((ROOT / file).read_bytes() for file in (LOCKS[name], "pyproject.toml"))
    return f"{hashlib.sha256(content).hexdigest()} {PYTHON.resolve()} {ROOT}\n"


def _make_venv() -> bool:
    """A working `.venv` with pip in it; one that works is kept, whoever made it. Returns whether it is new."""
    is_new = not _runs("-c", "import sys; sys.exit(sys.version_info < (3, 11))")
    if is_new:
        print("Laver det virtuelle miljø i .venv ...", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)], check=True)
    if not _runs("-m", "pip", "--version"):
        _fetch_pip()
    return is_new


def _fetch_pip() -> None:
    try:
        wheel = pip_wheel.download(VENV)
    except pip_wheel.NoPipError:
        if find_spec("ensurepip") is None:
            raise
        subprocess.run([str(PYTHON), "-m", "ensurepip"], check=True, stdout=subprocess.DEVNULL)
        return
    # A wheel is a zip file, and Python can run the pip inside it.
    _pip("install", "--no-index", "--no-deps", str(wheel), program=[str(wheel / "pip")])
    wheel.unlink()


def _runs(*arguments: str) -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), *arguments], check=False, capture_output=True).returncode == 0


def _install(lock: str, *, side_by_side: bool) -> None:
    print("Henter Python-pakkerne. Første gang tager det et par minutter ...", flush=True)
    # Python compiles what it imports, when it does: pip would compile a thousand modules that nobody uses.
    options = ["--no-compile", "--require-hashes", "--only-binary=:all:"]
    if side_by_side:
        _install_halves((ROOT / lock).read_text("utf-8"), options)
    # Quick when all is there, and tells if something is missing that another package needs.
    _pip("install", *options, "-r", str(ROOT / lock))
    _pip("install", "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))


def _install_halves(lock: str, options: list[str]) -> None:
    """Half of the packages of a lock file in each of two processes: pip reads for long what versions there are of each.

    Only where nothing is installed yet, for a pip that removes an older version may meet the other.
    """
    with tempfile.TemporaryDirectory(dir=VENV) as folder, ThreadPoolExecutor() as together:
        files = [Path(folder) / f"{number}.txt" for number in (1, 2)]
        for file, half in zip(files, halves(lock), strict=True):
            file.write_text(half, "utf-8")
        # What a package needs may be in the other half: looked for when both are there.
        list(together.map(lambda file: _pip("install", "--no-deps", *options, "-r", str(file)), files))


def halves(lock: str) -> tuple[str, str]:
    """Every second package of a lock file, with the hashes below it, and the others."""
    packages = re.findall(r"^[^\s#].*(?:\n[ \t]+.*)*$", lock, re.MULTILINE)
    return "\n".join(packages[::2]), "\n".join(packages[1::2])


def _pip(command: str, *arguments: str, program: list[str] | None = None) -> None:
    """pip with the user's own index, proxy and certificates, but nothing that leads it away from `.venv`."""
    misleading = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_HASHES", "PYTHONPATH", "PYTHONHOME"}
    environment = {key: value for key, value in os.environ.items() if key not in misleading}
    environment |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    start = [str(PYTHON), *(program or ["-m", "pip"])]
    subprocess.run([*start, command, "--quiet", "--no-input", *arguments], check=True, env=environment, cwd=ROOT)
