"""LIX (Björnsson 1968): words per sentence plus the share of words of more than six letters, in per cent."""

from __future__ import annotations

import re

PLAIN = 30
"""Texts for tenants are at most this hard (25-34 is "easy": children's books and weeklies)."""


def lix(text: str) -> float:
    bare = re.sub(r"<[^>]+>", "", text)
    bare = re.sub(r"\{[^}]+\}", "Ord", bare)
    bare = re.sub(r"\b(kr|kl|nr|stk|jf|pr|ca|fx)\.", r"\1", bare)
    words = re.findall(r"[^\W\d_]+", bare)
    sentences = len(re.findall(r"[.!?:](?=\s|$)", bare)) or 1
    long = sum(len(word) > 6 for word in words)
    return len(words) / sentences + 100 * long / max(len(words), 1)
