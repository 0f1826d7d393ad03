"""The wheel: everything the program needs is inside, and it runs away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program as pip installs it, beside the libraries that are there already."""
    folder = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--target", str(folder)]
    _run(sys.executable, "-m", "pip", "install", "--quiet", *options, str(wheel), cwd=folder)
    return folder


def _run(*command: str, cwd: Path, **environment: str) -> str:
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PIP_REQUIRE_HASHES")}
    done = subprocess.run(command, cwd=cwd, env=kept | environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def test_all_resources_are_inside(wheel):
    tracked = _run("git", "ls-files", "-z", "resources", cwd=ROOT).split("\0")
    inside = set(zipfile.ZipFile(wheel).namelist())

    assert {f"budgetdesk/{name}" for name in tracked if name and (ROOT / name).exists()} - inside == set()
    assert not [name for name in inside if name.startswith(("resources/", "tests/", "tools/"))]


def test_licences_go_with_it(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for name in ("licenses/LICENSE", "licenses/THIRD_PARTY_NOTICES.md", "resources/fonts/OFL.txt"):
        assert [n for n in names if n.endswith(name)], name


def test_the_installed_program_finds_its_own_resources(installed, tmp_path):
    code = "from budgetdesk import data_files as r; print(r.path('chart.toml'), r.path('chart.toml').is_file())"
    said = _run(sys.executable, "-c", code, cwd=tmp_path, PYTHONPATH=str(installed))

    assert said == f"{installed / 'budgetdesk' / 'resources' / 'chart.toml'} True"


def test_the_installed_command_answers(installed, tmp_path):
    command = installed / ("Scripts/budgetdesk.exe" if os.name == "nt" else "bin/budgetdesk")
    arguments = ["deadlines", "--rent-due", "2026-11-01", "--paakrav-arrived", "2026-11-17"]
    said = _run(sys.executable, str(command), *arguments, cwd=tmp_path, PYTHONPATH=str(installed), PYTHONUTF8="1")

    assert "1. december 2026" in said.replace("\u00a0", " ")


def test_every_package_that_is_fetched_is_credited():
    notices = (ROOT / "THIRD_PARTY_NOTICES.md").read_text("utf-8")
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    names = [line.partition("==")[0] for line in lock.splitlines() if line[:1].isalpha()]

    assert [name for name in names if f"| {name} |" not in notices] == []
