"""Every painter is closed where it is opened: Qt's own promise to itself, which Python keeps only if one says so."""

from __future__ import annotations

import ast
from pathlib import Path

from budgetdesk.ui import theme

UI = Path(theme.__file__).parent


def test_every_painter_is_closed_where_it_is_opened() -> None:
    """A painter that lives on in a frame somebody else holds (a debugger, a traceback) ends the program."""
    loose = []
    for file in UI.rglob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        opened = {id(item.context_expr) for node in ast.walk(tree) if isinstance(node, ast.With) for item in node.items}
        loose += [
            f"{file.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "QPainter"
            and id(node) not in opened
        ]
    assert loose == []
