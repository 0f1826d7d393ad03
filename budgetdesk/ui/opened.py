"""The cases that were opened since the store was unlocked, and where each was left: several are open at once, as
folders on a desk are. Nothing of it is kept on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Left:
    """Where a case was left: the page, how far it was scrolled (px), and the fact whose field had the keyboard."""

    case_id: str
    page: str = ""
    scrolled: int = 0
    path: str = ""


class OpenedCases:
    """The one on the desk first, then the others, the latest first."""

    def __init__(self) -> None:
        self._left: dict[str, Left] = {}

    def take(self, case_id: str) -> None:
        """A case is on the desk now."""
        self._left = {case_id: self._left.get(case_id, Left(case_id)), **self._without(case_id)}

    def leave(self, case_id: str, *, page: str, scrolled: int, path: str) -> None:
        """Remember where a case was left."""
        if case_id in self._left:
            self._left[case_id] = replace(self._left[case_id], page=page, scrolled=scrolled, path=path)

    def put_away(self, case_id: str) -> None:
        """Close one: it is not switched to any more."""
        self._left = self._without(case_id)

    def clear(self) -> None:
        """Put all away, as when the store is locked for good."""
        self._left = {}

    def place_of(self, case_id: str) -> Left | None:
        """Where a case was left; None where it was not open."""
        return self._left.get(case_id)

    def numbers(self) -> tuple[str, ...]:
        """All that are open, the one on the desk first."""
        return tuple(self._left)

    def after(self, case_id: str, *, forward: bool = True) -> str:
        """The one to switch to: the others in turn, in a fixed order; "" where there is none."""
        turn = sorted(self._left)
        others = [number for number in turn if number != case_id]
        if not others:
            return ""
        if case_id not in turn:
            return self.numbers()[0]
        return turn[(turn.index(case_id) + (1 if forward else -1)) % len(turn)]

    def _without(self, case_id: str) -> dict[str, Left]:
        return {number: left for number, left in self._left.items() if number != case_id}
