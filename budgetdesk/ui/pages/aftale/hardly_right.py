"""A sentence at a field about what can be read and can hardly be right."""

from __future__ import annotations

from budgetdesk.ui.widgets.editor import Editor

_SAID = "hardly_right"


def say(editor: Editor, sentence: str) -> None:
    """Show it, or take it away again. What cannot be read at all is said by the field itself, and stays."""
    if sentence or editor.property(_SAID):
        editor.setProperty(_SAID, bool(sentence))
        editor.say_problem(sentence)
