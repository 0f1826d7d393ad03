"""Erasing a case: which tables hold something of it, and how each is rid of it."""

from __future__ import annotations

APART = ("cases", "settings", "erasures", "tallies")
"""Tables without a case's foreign key. Every other table loses its rows with the case."""
