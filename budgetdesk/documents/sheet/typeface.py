"""A face as ReportLab knows it, which tells quicker how wide a text is and how its letters are numbered in a file.

ReportLab asks a face thousands of times for a paper, and looks up each letter by a line of Python of its own. What is
told here is the same, to the last bit.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase.ttfonts import TTFont


class _Widths(dict[str, float]):
    """Letter -> its width in a thousandth of the size."""

    def __init__(self, face: Any) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, letter: str) -> float:
        wide: float = self._face.charWidths.get(ord(letter), self._face.defaultWidth)
        self[letter] = wide
        return wide


class Typeface(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A TrueType face."""

    def __init__(self, name: str, file: str) -> None:
        super().__init__(name, file)
        self._widths = _Widths(self.face)

    def stringWidth(self, text: str, size: float, encoding: str = "") -> float:
        """Points."""
        return 0.001 * size * sum(map(self._widths.__getitem__, text))

    def splitString(self, text: str, doc: Any, encoding: str = "") -> list[tuple[int, bytes]]:
        """The letters as `doc` numbers them, by selection. The first has those that come first, so nearly all."""
        state = self.state.get(doc)
        if state is not None and text:
            known = state.assignments
            try:
                return [(0, bytes(map(known.__getitem__, map(ord, text.replace("\u00a0", " ")))))]
            except (KeyError, ValueError):  # a letter that comes for the first time, or one of another selection
                pass
        found: list[tuple[int, bytes]] = super().splitString(text, doc)
        return found
