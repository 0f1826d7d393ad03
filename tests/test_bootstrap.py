"""Setting up: pip from the index the user has chosen, checked by hash; one sentence where something is missing."""

from __future__ import annotations

import hashlib
import importlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).parent.parent / "tools"
CONTENT = b"not really a wheel"


@pytest.fixture
def tool(monkeypatch):
    """A module of tools/ by name, as the set-up imports it."""
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module


@pytest.fixture
def pip_wheel(tool, monkeypatch, tmp_path) -> ModuleType:
    """The fetching of pip, with no setting of this machine's in sight."""
    module = tool("pip_wheel")
    for name in ("INDEX_URL", "EXTRA_INDEX_URL", "CERT", "PROXY", "TRUSTED_HOST", "CONFIG_FILE"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    monkeypatch.setattr(module, "_configuration_files", lambda: [tmp_path / "pip.conf"])
    monkeypatch.setattr(module, "SHA256", hashlib.sha256(CONTENT).hexdigest())
    return module


@pytest.fixture
def index(tmp_path, pip_wheel) -> Path:
    """A package index in a folder, as PEP 503 has it."""
    page = tmp_path / "simple" / "pip"
    page.mkdir(parents=True)
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / pip_wheel.WHEEL).write_bytes(CONTENT)
    link = f'<a href="../../files/{pip_wheel.WHEEL}#sha256=00" data-requires-python="&gt;=3.10">{pip_wheel.WHEEL}</a>'
    (page / "index.html").write_text(f'<html><a href="pip-1.0.tar.gz">old</a>{link}</html>', "utf-8")
    return tmp_path / "simple"


def test_pip_comes_from_the_index_of_the_environment(pip_wheel, index, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())

    assert pip_wheel.download(tmp_path).read_bytes() == CONTENT


def test_pip_comes_from_the_index_of_the_configuration_file(pip_wheel, index, tmp_path):
    (tmp_path / "pip.conf").write_text(f"[global]\nindex-url = {index.as_uri()}/\n", "utf-8")

    assert pip_wheel.download(tmp_path).read_bytes() == CONTENT


def test_another_index_is_asked_when_the_first_does_not_have_it(pip_wheel, index, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", (tmp_path / "empty").as_uri())
    monkeypatch.setenv("PIP_EXTRA_INDEX_URL", index.as_uri())

    assert pip_wheel.download(tmp_path).read_bytes() == CONTENT


def test_a_pip_with_a_wrong_hash_is_never_used(pip_wheel, index, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", index.as_uri())
    monkeypatch.setattr(pip_wheel, "SHA256", "0" * 64)

    with pytest.raises(pip_wheel.NoPipError, match="forkert kontrolsum"):
        pip_wheel.download(tmp_path)
    assert not (tmp_path / pip_wheel.WHEEL).exists()


def test_a_password_in_the_address_is_not_shown(pip_wheel, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", "file://user:hemmelig@localhost/nowhere")

    with pytest.raises(pip_wheel.NoPipError) as error:
        pip_wheel.download(tmp_path)
    assert "hemmelig" not in str(error.value)
    assert "python3-venv" in str(error.value)


def test_missing_system_packages_are_named_in_one_sentence(tool, monkeypatch, capsys):
    packages = tool("system_packages")
    monkeypatch.setattr(packages.sys, "platform", "linux")
    monkeypatch.setattr(packages, "_loads", lambda soname: soname != "libEGL.so.1")
    monkeypatch.setattr(packages, "_apt_get", list)
    monkeypatch.setattr(packages.shutil, "which", lambda tool: "/usr/bin/" + tool)

    assert not packages.ensure(dev=True)
    said = capsys.readouterr().err
    assert said == "Der mangler nogle systempakker. Bed en administrator skrive: apt-get install libegl1\n"


def test_a_missing_tool_of_the_tests_stops_nothing(tool, monkeypatch, capsys):
    packages = tool("system_packages")
    monkeypatch.setattr(packages.sys, "platform", "linux")
    monkeypatch.setattr(packages, "_loads", lambda soname: True)
    monkeypatch.setattr(packages, "_apt_get", list)
    monkeypatch.setattr(packages.shutil, "which", lambda tool: None if tool == "pdfsig" else "/usr/bin/" + tool)

    assert packages.ensure(dev=True)
    assert "poppler-utils" in capsys.readouterr().err
    assert packages.ensure(dev=False)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_screen_is_found_by_its_variable(tool, monkeypatch, variable):
    desk = tool("open_desk")
    monkeypatch.setattr(desk.sys, "platform", "linux")
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not desk.has_screen()

    monkeypatch.setenv(variable, ":0")
    assert desk.has_screen()


def test_an_old_python_is_told_so_in_one_sentence(tmp_path):
    """Stands in for an old Python: the same file, asked for a version nobody has yet."""
    source = (TOOLS / "bootstrap.py").read_text("utf-8").replace("NEEDED = (3, 11)", "NEEDED = (9, 9)")
    (tmp_path / "bootstrap.py").write_text(source, "utf-8")
    done = subprocess.run([sys.executable, tmp_path / "bootstrap.py"], capture_output=True, check=False)

    assert done.returncode == 1
    assert done.stderr.decode().startswith("BudgetDesk skal bruge Python 3.11 eller nyere, men python3 er her 3.")
    assert len(done.stderr.splitlines()) == 1


def test_the_lock_of_the_tests_holds_the_lock_of_the_program():
    """So that `make test` tests what `make run` runs."""
    locks = [(TOOLS.parent / name).read_text("utf-8") for name in ("requirements.lock", "requirements-dev.lock")]
    runtime, dev = ({line for line in lock.splitlines() if "==" in line} for lock in locks)

    assert runtime <= dev
    assert all("--hash=sha256:" in lock for lock in locks)


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_halves_that_are_installed_side_by_side_are_the_whole_lock(tool, lock):
    text = (TOOLS.parent / lock).read_text("utf-8")
    halves = tool("setup_environment").halves(text)
    packages, lines = (
        [[line for line in half.splitlines() if is_kind(line)] for half in halves]
        for is_kind in (lambda line: "==" in line, lambda line: not line.lstrip().startswith("#"))
    )

    assert sorted(lines[0] + lines[1]) == sorted(
        line for line in text.splitlines() if line.strip()[:1] not in ("", "#")
    )
    assert abs(len(packages[0]) - len(packages[1])) <= 1
    assert all(half.startswith(first[0]) for half, first in zip(halves, packages, strict=True)), "hashes come below"
