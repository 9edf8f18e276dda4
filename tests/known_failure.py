"""Rows of a table of cases as parameters; those that fail for a known reason are strict xfails: mending one turns the suite red."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest


def parameters(rows: Sequence[Sequence[Any]], names: Sequence[str], known: Mapping[str, str]) -> list[Any]:
    """names: the id of each row. known: the ids of rows that fail, each with its cause; every one must be a row's."""
    assert set(known) <= set(names), sorted(set(known) - set(names))
    return [
        pytest.param(*row, id=name, marks=[pytest.mark.xfail(strict=True, reason=known[name])] if name in known else [])
        for row, name in zip(rows, names, strict=True)
    ]
