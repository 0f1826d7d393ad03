"""Which libraries of the system Qt needs, and which tools the tests need; installs them where it may (Debian, Ubuntu).

Qt's wheel brings Qt itself, but not the libraries of the desktop below it. Windows and macOS have them already.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys

ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
GOING_ON = " Prøverne kører, men dem, der bruger det, springes over."
TEST_TOOLS = {
    "pdfsig": "poppler-utils",
    "qpdf": "qpdf",
    "certutil": "libnss3-tools",
    "git": "git",
    "softhsm2-util": "softhsm2",
}


def ensure(*, dev: bool) -> bool:
    """Install what is missing, or say in one sentence what to install. False when the program cannot start without it.

    A missing test tool is said but stops nothing: the tests that need it are then skipped by name.
    """
    missing = _missing(dev=dev)
    if not missing:
        return True
    may_install = _apt_get()
    if may_install:
        print(f"Installerer {' '.join(missing.values())} ...", flush=True)
        _install(may_install, sorted(set(missing.values())))
        missing = _missing(dev=dev)
    stops = any(".so." in name for name in missing)
    if missing:
        print(_sentence(missing) + ("" if stops else GOING_ON), file=sys.stderr, flush=True)
    return not stops


def _missing(*, dev: bool) -> dict[str, str]:
    """Soname or command -> Debian package, of what is not there."""
    if not sys.platform.startswith("linux"):
        return {}
    libraries = ALWAYS | (X11 if os.environ.get("DISPLAY") else {}) | (WAYLAND if _on_wayland() else {})
    missing = {soname: package for soname, package in libraries.items() if not _loads(soname)}
    if dev:
        missing |= {tool: package for tool, package in TEST_TOOLS.items() if shutil.which(tool) is None}
    return missing


def _on_wayland() -> bool:
    return bool(os.environ.get("WAYLAND_DISPLAY"))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _apt_get() -> list[str]:
    """The start of a command that may install packages without a question; empty when there is none."""
    if shutil.which("apt-get") is None:
        return []
    if os.geteuid() == 0:
        return ["apt-get"]
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0
    ):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return []


def _install(apt_get: list[str], packages: list[str]) -> None:
    install = [*apt_get, "install", "-y", "-q", "--no-install-recommends", *packages]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run(install, check=False, capture_output=True, env=environment).returncode == 0:
        return
    # The lists of packages may be old or absent, as on a fresh machine.
    subprocess.run([*apt_get, "update", "-q"], check=False, capture_output=True, env=environment)
    done = subprocess.run(install, check=False, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        print((done.stderr or done.stdout).strip(), file=sys.stderr)


def _sentence(missing: dict[str, str]) -> str:
    packages = " ".join(sorted(set(missing.values())))
    if shutil.which("apt-get"):
        return f"Der mangler nogle systempakker. Bed en administrator skrive: apt-get install {packages}"
    names = " ".join(sorted(missing))
    return f"Der mangler dele af systemet: {names} (på Debian hedder pakkerne {packages}). Installer dem og prøv igen."
