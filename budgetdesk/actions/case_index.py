"""An index of the words of many cases, in memory: which cases have all the words that were typed, and where.

A word counts by how well it fits: the same word, the beginning of one, one with a slip of the finger, a piece of one.
Every word of every case is looked at in one go (`rapidfuzz`, `numpy`), so a search of ten thousand cases takes a few
thousandths of a second whatever is typed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from budgetdesk.actions.case_words import FIELDS, Field, asked_words, words_of
from budgetdesk.casework.case_summary import CaseSummary

Scores = NDArray[np.float32]
SAME = 1.0
BEGINNING, OF_NUMBER, WHOLE = 0.9, 0.8, 0.08
"""The beginning of a word or a number, and how much more the nearer it is to the whole of it."""
SLIP, BEGUN_WITH_SLIP, EACH_MORE = 0.8, 0.7, 0.15
PIECE = 0.6
SHORTEST_PIECE, SHORTEST_OF_NUMBER = 3, 4
SLIPS = ((4, 0), (7, 1))
"""Words shorter than so many letters may have so many slips; longer ones have `MOST_SLIPS`."""
MOST_SLIPS = 2
LONG_NUMBER = 8
"""A telephone or CPR number may have one wrong figure or two that changed places; shorter numbers none."""
WEIGHTS = {
    Field.NUMBER: 1.0,
    Field.NAME: 1.0,
    Field.CPR: 1.0,
    Field.PHONE: 0.98,
    Field.OTHER: 0.95,
    Field.ADDRESS: 0.9,
    Field.LANDLORD: 0.7,
}

_NO_WORD = ("?", Field.NUMBER)
"""Stands with every case, and nobody can type it: so that each has a word."""


@dataclass(frozen=True)
class Found:
    """A case that has all the words: how well they fit (0-1), and where each of them stands."""

    id: str
    score: float
    fields: tuple[Field, ...]


class _Some:
    """Some of the words, and which they are."""

    def __init__(self, words: Sequence[str], places: Sequence[int] | NDArray[np.int64]) -> None:
        self.places = np.array(places, np.int64)
        self.words = list(words) if len(words) == len(places) else [words[place] for place in self.places]


class CaseIndex:
    """The words of so many cases. Not changed once made."""

    def __init__(self, cases: Sequence[CaseSummary]) -> None:
        self.ids = [case.id for case in cases]
        numbered: dict[str, int] = {}
        tokens: list[int] = []
        fields: list[int] = []
        starts: list[int] = []
        places = {field: place for place, field in enumerate(FIELDS)}
        for case in cases:
            starts.append(len(tokens))
            for word, field in (*words_of(case), _NO_WORD):
                tokens.append(numbered.setdefault(word, len(numbered)))
                fields.append(places[field])
        self._words = list(numbered)
        self._tokens, self._fields = np.array(tokens, np.int64), np.array(fields, np.int64)
        self._starts = np.array(starts, np.int64)
        self._weights = np.array([WEIGHTS[field] for field in FIELDS], np.float32)[self._fields]
        lengths = np.array([len(word) for word in self._words], np.int64)
        self._lengths = lengths
        self._text = "\n" + "\n".join(self._words) + "\n"
        self._begins = np.concatenate(([1], 1 + np.cumsum(lengths + 1)[:-1])) if numbered else lengths
        self._spelt = _Some(self._words, [place for place, word in enumerate(self._words) if not word.isdigit()])
        of_person = np.isin(self._fields, [places[Field.CPR], places[Field.PHONE]])
        long = {int(place) for place in self._tokens[of_person] if lengths[place] >= LONG_NUMBER}
        self._numbers = _Some(self._words, sorted(long))

    def find(self, asked: str, most: int) -> list[Found]:
        """The cases that have all the words of `asked`, the best first, at most so many."""
        if not self.ids or not self._words:
            return []
        best: Scores = np.zeros(len(self.ids), np.float32)
        by_way: list[tuple[Scores, list[Scores]]] = []
        fit = cache(self._fit)
        for way in asked_words(asked):
            fits = [fit(word, place == len(way) - 1) for place, word in enumerate(way)]
            scores = self._of_cases(fits)
            by_way.append((scores, fits))
            best = np.maximum(best, scores)
        order = np.argsort(-best, kind="stable")[:most]
        return [self._found(int(place), by_way) for place in order if best[place] > 0]

    def _of_cases(self, fits: Sequence[Scores]) -> Scores:
        """How well each case fits: the mean of its best places for the words; 0 where a word is nowhere in it."""
        each = [np.maximum.reduceat(fit, self._starts) for fit in fits]
        together = np.stack(each)
        mean: Scores = together.mean(axis=0, dtype=np.float32)
        whole: Scores = np.where(together.min(axis=0) > 0, mean, np.float32(0))
        return whole

    def _found(self, place: int, by_way: Sequence[tuple[Scores, list[Scores]]]) -> Found:
        scores, fits = max(by_way, key=lambda one: float(one[0][place]))
        begin = int(self._starts[place])
        end = int(self._starts[place + 1]) if place + 1 < len(self._starts) else len(self._tokens)
        at = [begin + int(np.argmax(fit[begin:end])) for fit in fits]
        fields = tuple(dict.fromkeys(FIELDS[int(self._fields[one])] for one in at))
        return Found(self.ids[place], float(scores[place]), fields)

    def _fit(self, word: str, last: bool) -> Scores:
        """How well a typed word fits each word of each case, weighed by where that stands."""
        scores = np.zeros(len(self._words), np.float32)
        if len(word) >= (SHORTEST_OF_NUMBER if word.isdigit() else SHORTEST_PIECE):
            self._raise(scores, self._holding(word), PIECE)
        if not word.isdigit():
            self._slips(scores, word, begun=last)
        elif len(word) >= LONG_NUMBER:
            self._near(scores, word, self._numbers, 1, SLIP)
        begun = self._holding("\n" + word)
        scores[begun] = (OF_NUMBER if word.isdigit() else BEGINNING) + WHOLE * len(word) / self._lengths[begun]
        scores[self._holding(f"\n{word}\n")] = SAME
        fit: Scores = scores[self._tokens] * self._weights
        return fit

    def _raise(self, scores: Scores, places: Any, to: float) -> None:
        scores[places] = np.maximum(scores[places], to)

    def _slips(self, scores: Scores, word: str, *, begun: bool) -> None:
        """Letters left out, too many, wrong or changed about; in the last word also while it is being typed."""
        most = next((slips for below, slips in SLIPS if len(word) < below), MOST_SLIPS)
        if not most:
            return
        if begun:
            cut = [each[: len(word)] for each in self._spelt.words]
            self._near(scores, word, _Some(cut, self._spelt.places), most, BEGUN_WITH_SLIP)
        self._near(scores, word, self._spelt, most, SLIP)

    def _near(self, scores: Scores, word: str, among: _Some, most: int, worth: float) -> None:
        if not among.words:
            return
        away = cdist([word], among.words, scorer=OSA.distance, score_cutoff=most, dtype=np.int32)[0]
        for slips in range(1, most + 1):
            self._raise(scores, among.places[away == slips], worth - EACH_MORE * (slips - 1))

    def _holding(self, piece: str) -> NDArray[np.int64]:
        """The words that hold a piece; a line break in it is the edge of a word."""
        found, at = [], self._text.find(piece)
        while at >= 0:
            found.append(at)
            at = self._text.find(piece, at + 1)
        first = np.array(found, np.int64) + (piece[0] == "\n")
        places: NDArray[np.int64] = np.searchsorted(self._begins, first, side="right") - 1
        return places
