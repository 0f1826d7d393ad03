"""The words by which cases are counted: closed lists, read from `resources/categories.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LISTS = (
    "types",
    "situations",
    "occasions",
    "causes",
    "referred_by",
    "activities",
    "advice",
    "help",
    "education",
    "sides",
)
"""The names of the lists. Those about a course are fields of `household.course.Course` of the same name."""


@dataclass(frozen=True)
class Categories:
    """Every list: its words and their Danish titles, in the order in which they are shown."""

    lists: Mapping[str, Mapping[str, str]]
    age_from: tuple[int, ...]
    """The first age of each group, the youngest first."""

    def title(self, name: str, word: str) -> str:
        """The title of a word; the word itself where the list no longer has it, so that nothing is lost."""
        return self.lists[name].get(word, word)

    def age_group(self, age: int) -> str:
        """`25-34`, `75+`: the group of an age in years."""
        starts = [start for start in self.age_from if start <= age] or [self.age_from[0]]
        after = self.age_from[len(starts) :]
        return f"{starts[-1]}-{after[0] - 1}" if after else f"{starts[-1]}+"
