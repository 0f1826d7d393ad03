"""Fetch pip itself, where Python comes without it (Debian without python3-venv): one fixed version, checked by hash.

Asks the package index that pip is set up to use: `PIP_INDEX_URL` and the like in the environment, then pip's own
configuration files, then pypi.org. Certificates, proxy and trusted hosts are honoured the same way.
"""

from __future__ import annotations

import base64
import configparser
import hashlib
import os
import ssl
import sys
import urllib.error
import urllib.request
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit, urlunsplit

WHEEL = "pip-26.3-py3-none-any.whl"
SHA256 = "f3b60b20ffaadd4415ed7957212a38ac63fa4c5fa375bd0f4a797777940fad13"
DEFAULT_INDEX = "https://pypi.org/simple"
TIMEOUT = 60
"""Seconds."""


class NoPipError(Exception):
    """pip could not be fetched; the text is a sentence for the user."""


def download(folder: Path) -> Path:
    """The wheel of pip in `folder`, checked. Raises NoPipError."""
    reasons = []
    for index in [_setting("index-url") or DEFAULT_INDEX, *_setting("extra-index-url").split()]:
        try:
            content = _fetch_from(index)
        except (OSError, ValueError, LookupError) as error:
            reasons.append(f"{_without_password(index)}: {error}")
            continue
        if hashlib.sha256(content).hexdigest() != SHA256:
            reasons.append(f"{_without_password(index)}: {WHEEL} har en forkert kontrolsum")
            continue
        file = folder / WHEEL
        file.write_bytes(content)
        return file
    raise NoPipError(
        "pip kunne ikke hentes. Er der net? Er det en anden pakkekilde end pypi.org, så sæt PIP_INDEX_URL "
        f"(og PIP_CERT), eller installer pakken python3-venv. ({'; '.join(reasons)})"
    )


def _fetch_from(index: str) -> bytes:
    page_url = index.rstrip("/") + "/pip/"
    if page_url.startswith("file:"):
        page_url += "index.html"
    links = _Links()
    links.feed(_read(page_url).decode("utf-8", "replace"))
    for link in links.found:
        url = urldefrag(urljoin(page_url, link)).url
        if unquote(urlsplit(url).path).endswith("/" + WHEEL):
            return _read(url)
    raise LookupError(f"{WHEEL} findes ikke der")


class _Links(HTMLParser):
    """The addresses on a page of a package index (PEP 503)."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value for name, value in attrs if tag == "a" and name == "href" and value]


def _read(url: str) -> bytes:
    parts = urlsplit(url)
    request = urllib.request.Request(_without_password(url), headers={"Accept": "text/html, */*"})  # noqa: S310 - the user's own index
    if parts.username:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        request.add_header("Authorization", "Basic " + base64.b64encode(pair.encode()).decode())
    proxy = _setting("proxy")
    opener = urllib.request.build_opener(
        urllib.request.HTTPSHandler(context=_certificates(parts.netloc.rpartition("@")[2])),
        urllib.request.ProxyHandler({"http": proxy, "https": proxy} if proxy else None),
    )
    with opener.open(request, timeout=TIMEOUT) as answer:
        content: bytes = answer.read()
        return content


def _certificates(host: str) -> ssl.SSLContext:
    bundle = next(filter(None, (_setting("cert"), *map(os.environ.get, ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")))), "")
    folder = bundle if Path(bundle).is_dir() else None
    context = ssl.create_default_context(cafile=None if folder else bundle or None, capath=folder if bundle else None)
    if {host, host.partition(":")[0]} & set(_setting("trusted-host").split()):
        # The user has told pip to trust this host; what comes is checked by its hash all the same.
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _setting(name: str) -> str:
    """A setting of pip: from the environment, else from the last configuration file that has it."""
    value = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if value is not None:
        return value
    found = ""
    for file in _configuration_files():
        parser = configparser.RawConfigParser()
        try:
            parser.read(file, "utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("global", "install"):
            found = parser.get(section, name, fallback=found)
    return found.strip()


def _configuration_files() -> list[Path]:
    """Where pip looks, least important first (pip documentation, "Configuration")."""
    only = os.environ.get("PIP_CONFIG_FILE")
    if only == os.devnull:
        return []
    home = Path.home()
    if os.name == "nt":
        files = [Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "pip" / "pip.ini", home / "pip" / "pip.ini"]
        files.append(Path(os.environ.get("APPDATA", home)) / "pip" / "pip.ini")
    elif sys.platform == "darwin":
        support = Path("Library/Application Support/pip/pip.conf")
        files = ["/" / support, home / ".pip" / "pip.conf", home / ".config/pip/pip.conf", home / support]
    else:
        shared = os.environ.get("XDG_CONFIG_DIRS", "/etc/xdg").split(":")
        files = [Path(folder) / "pip" / "pip.conf" for folder in reversed(shared)] + [Path("/etc/pip.conf")]
        files.append(home / ".pip" / "pip.conf")
        files.append(Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip" / "pip.conf")
    return [*files, *([Path(only)] if only else [])]
