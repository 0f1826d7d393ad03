"""The look: readable in both sets of colours, and nothing in the style sheet left unfilled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from budgetdesk.ui import theme

PAIRS = [
    ("text", "card"),
    ("text", "ground"),
    ("muted", "card"),
    ("muted", "ground"),
    ("muted", "bar_ground"),
    ("accent_text", "card"),
    ("accent_text", "accent_soft"),
    ("text", "accent_soft"),
    ("muted", "accent_soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    ("amber_text", "card"),
    ("amber_text", "amber_soft"),
    ("text", "amber_soft"),
    ("muted", "amber_soft"),
    ("violet_text", "violet_soft"),
]
SETS = [pytest.param(theme.LIGHT, id="light"), pytest.param(theme.DARK, id="dark")]


def luminance(name: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    colour = QColor(name)
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", SETS)
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read_on_its_ground(colours: theme.Tokens, text: str, ground: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= 4.5


@pytest.mark.parametrize("colours", SETS)
def test_the_focus_is_seen(colours: theme.Tokens) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1 for what shows where the keyboard is."""
    assert contrast(colours.accent, colours.card) >= 3


@pytest.mark.parametrize("colours", SETS)
def test_every_name_in_the_style_sheet_is_filled_and_every_picture_is_there(colours: theme.Tokens) -> None:
    sheet = theme.style_sheet(colours)

    assert "$" not in sheet.split("*/", 1)[1]
    for picture in re.findall(r'url\("([^"]+)"\)', sheet):
        assert Path(picture).is_file(), picture


def test_changing_the_look_changes_every_open_window(qapp: QApplication) -> None:
    theme.apply(qapp, theme.Look.DARK)
    assert theme.tokens().dark
    theme.apply(qapp, theme.Look.LIGHT)

    assert not theme.tokens().dark
    assert qapp.palette().window().color() == QColor(theme.LIGHT.ground)
