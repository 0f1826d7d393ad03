"""What the user has chosen about the program itself, and the folder in which everything of theirs lies.

Nothing about tenants or advisers belongs here: the file is plain JSON, everything personal is in the encrypted store.
"""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import platformdirs

from budgetdesk.errors import SettingsError, StoreNotWritableError
from budgetdesk.i18n import N_, _, translated

FILE = "settings.json"
HOME = "BUDGETDESK_HOME"
"""The environment variable that names another profile folder."""

_CHOICES: dict[str, frozenset[str]] = {
    "language": frozenset({"da", "en"}),
    "look": frozenset({"system", "light", "dark"}),
}
_RANGES = {
    "text_size": range(80, 201),
    "lock_after": range(1, 121),
    "window_width": range(1, 100_001),
    "window_height": range(1, 100_001),
}
_NAMES = {str: N_("en tekst"), int: N_("et helt tal"), bool: N_("true eller false")}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """The choices, with the values a new profile starts with. Change one with `dataclasses.replace`."""

    language: str = "da"
    """The language of the window: `da` or `en`."""
    look: str = "system"
    """Colours: as the `system`, `light` or `dark`."""
    text_size: int = 100
    """Size of all text in the window, per cent (80-200)."""
    lock_after: int = 10
    """Minutes without a key or a click until the store is locked (1-120)."""
    use_keyring: bool = True
    """Keep the key in the keyring of the system, where there is one; otherwise the passphrase is asked for."""
    window_width: int = 1280
    """How wide the window was when it was last closed, px."""
    window_height: int = 800
    """How high it was, px."""
    window_maximized: bool = False
    """Whether it filled the screen."""
    tenant_screen: str = ""
    """The screen of the tenant's side of the desk, by the system's name for it; "" while none was chosen."""
    last_page: str = ""
    """The page last seen: where a case is opened again."""


def profile_folder() -> Path:
    """The folder of settings and store, made later: `BUDGETDESK_HOME`, else where the system keeps programs' data."""
    chosen = os.environ.get(HOME)
    if chosen:
        return Path(chosen).expanduser()
    return platformdirs.user_data_path("budgetdesk", appauthor=False)


def load(folder: Path) -> Settings:
    """The settings in a folder; the defaults where there are none yet. Raises SettingsError, naming what is wrong."""
    file = folder / FILE
    try:
        raw = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError) as error:
        raise _error(file, _("kan ikke læses")) from error
    if not isinstance(raw, dict):
        raise _error(file, _("skal være et JSON-objekt"))
    unknown = sorted(raw.keys() - {field.name for field in fields(Settings)})
    if unknown:
        raise _error(file, _("har en indstilling, vi ikke kender: “{unknown}”").format(unknown="”, “".join(unknown)))
    for name, value in raw.items():
        _check(file, name, value)
    return Settings(**raw)


def save(settings: Settings, folder: Path) -> None:
    """Write the settings so that a crash leaves the old file or the new one. Raises StoreNotWritableError."""
    file = folder / FILE
    beside: Path | None = None
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(prefix=f".{FILE}.", dir=folder)
        beside = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            json.dump(asdict(settings), stream, ensure_ascii=False, indent=2)
            stream.write("\n")
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
    except OSError as error:
        if beside is not None:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
        raise StoreNotWritableError(
            _(
                "Indstillingerne kan ikke gemmes i “{file}”. Se efter plads på disken og skriveadgang, og prøv igen."
            ).format(file=file)
        ) from error


def _check(file: Path, name: str, value: Any) -> None:
    kind = type(getattr(Settings(), name))
    if type(value) is not kind:  # bool is an int to isinstance
        raise _error(
            file,
            _("har “{name}” som {dumps}; det skal være {names}").format(
                name=name, dumps=json.dumps(value, ensure_ascii=False), names=translated(_NAMES)[kind]
            ),
        )
    if name in _CHOICES and value not in _CHOICES[name]:
        raise _error(
            file,
            _("har “{name}” som “{value}”; det skal være et af {sorted}").format(
                name=name, value=value, sorted=", ".join(sorted(_CHOICES[name]))
            ),
        )
    if name in _RANGES and value not in _RANGES[name]:
        least, most = _RANGES[name][0], _RANGES[name][-1]
        raise _error(
            file,
            _("har “{name}” som {value}; det skal ligge mellem {least} og {most}").format(
                name=name, value=value, least=least, most=most
            ),
        )


def _error(file: Path, what: str) -> SettingsError:
    return SettingsError(
        _("Indstillingerne i “{file}” {what}. Ret filen, eller slet den for at begynde forfra.").format(
            file=file, what=what
        )
    )
