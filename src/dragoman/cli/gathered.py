"""Options of a command as one record: a function of eight parameters says less than one of four."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any


def gathered(kind: type, name: str = "asked") -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A decorator that gives a command those of its options that are fields of a dataclass as one record of it, its argument `name`."""
    wanted = [one.name for one in fields(kind)]

    def wrap(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def given(**options: Any) -> Any:
            record = kind(**{one: options.pop(one) for one in wanted})
            return command(**{name: record}, **options)

        return given

    return wrap
