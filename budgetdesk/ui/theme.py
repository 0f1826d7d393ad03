"""Colours, sizes and room: the one place where the look of the window is decided.

White cards on a warm grey, one green accent, amber for "look here", violet for "can be done without". Three type
sizes on a page. Colour is never alone: a word stands in every mark.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from budgetdesk import data_files

TITLE, BODY, SMALL = 22, 14, 12
"""The three type sizes of a page, px."""
LARGE = 34
"""The one figure that is talked about, px."""
GAP, INNER, OUTER = 8, 16, 32
"""Room: between things that belong together, inside a card, around a page (px). Between cards: 20."""
BETWEEN = 20
FAMILY = "BudgetDesk Sans"
"""Bundled; its figures all have the same width, so that columns of kroner stand straight."""


class Look(StrEnum):
    """What the user has chosen under Vis."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Tokens:
    """One set of colours. Text on its ground has a contrast of at least 4.5 to 1 in both sets."""

    ground: str
    card: str
    sunken: str
    text: str
    muted: str
    hairline: str
    edge: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_text: str
    accent_soft: str
    accent_line: str
    amber_soft: str
    amber_line: str
    amber_text: str
    violet_soft: str
    violet_line: str
    violet_text: str
    bar: str
    bar_violet: str
    bar_amber: str
    bar_ground: str
    dark: bool = False


LIGHT = Tokens(
    ground="#f6f5f1",
    card="#ffffff",
    sunken="#faf9f6",
    text="#1c2529",
    muted="#5b666c",
    hairline="#e7e5df",
    edge="#c9cdc9",
    accent="#1d6a4f",
    accent_hover="#175740",
    on_accent="#ffffff",
    accent_text="#175c44",
    accent_soft="#e5f0eb",
    accent_line="#9ac7b3",
    amber_soft="#fdf1da",
    amber_line="#ecc98a",
    amber_text="#7a4a00",
    violet_soft="#f5ecf9",
    violet_line="#d3b1e2",
    violet_text="#70427f",
    bar="#8fbfaa",
    bar_violet="#c7a3d6",
    bar_amber="#e6c474",
    bar_ground="#efeee9",
)
DARK = Tokens(
    ground="#151918",
    card="#1e2423",
    sunken="#191f1e",
    text="#e9eeeb",
    muted="#a6b1ac",
    hairline="#303836",
    edge="#4a5551",
    accent="#3f9f7b",
    accent_hover="#54b48f",
    on_accent="#06140e",
    accent_text="#7fd0b0",
    accent_soft="#1b362b",
    accent_line="#3d7c63",
    amber_soft="#382c12",
    amber_line="#7d6227",
    amber_text="#f3cf85",
    violet_soft="#33253c",
    violet_line="#6f5080",
    violet_text="#dcbcea",
    bar="#4f9a7d",
    bar_violet="#8f6aa1",
    bar_amber="#b08d3c",
    bar_ground="#2b3331",
    dark=True,
)

_active: list[Tokens] = [LIGHT]


def tokens() -> Tokens:
    """The colours now in force: for widgets that paint themselves. Read them while painting, never keep them."""
    return _active[0]


def is_dark(look: Look) -> bool:
    """Whether a choice means dark today; `SYSTEM` asks the desktop."""
    if look is Look.SYSTEM:
        return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return look is Look.DARK


def load_fonts() -> None:
    """Load the bundled faces, so that no letter is a box and every machine shows the same."""
    folder = data_files.path("fonts")
    for file in sorted(folder.glob("*.ttf")) if folder.is_dir() else ():
        QFontDatabase.addApplicationFont(str(file))


def base_font() -> QFont:
    """The font of the window, with a fallback for letters it does not have."""
    font = QFont([FAMILY, "DejaVu Sans"])
    font.setPixelSize(BODY)
    return font


def apply(app: QApplication, look: Look) -> None:
    """Dress the whole program; every window follows at once."""
    chosen = DARK if is_dark(look) else LIGHT
    _active[0] = chosen
    app.setFont(base_font())
    app.setPalette(_palette(chosen))
    app.setStyleSheet(style_sheet(chosen))


def style_sheet(colours: Tokens) -> str:
    """The style sheet of `resources/ui/window.qss` with its names filled in."""
    text = data_files.path("ui", "window.qss").read_text(encoding="utf-8")
    values = {f.name: str(getattr(colours, f.name)) for f in fields(colours)}
    return Template(text).substitute(
        values,
        title=f"{TITLE}px",
        body=f"{BODY}px",
        small=f"{SMALL}px",
        large=f"{LARGE}px",
        icons=data_files.path("icons").as_posix(),
        shade="dark" if colours.dark else "light",
    )


def _palette(colours: Tokens) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.ground,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.card,
        QPalette.ColorRole.AlternateBase: colours.sunken,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.card,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.ToolTipBase: colours.card,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent_text,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    return palette
