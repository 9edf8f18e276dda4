"""Rows of sets of coded events to claims, which are the set's and not ours: what each column says, in PLOVER's terms."""

from __future__ import annotations

from dragoman.coding.datasets.code import code_row
from dragoman.coding.datasets.row import BadRow

__all__ = ["BadRow", "code_row"]
