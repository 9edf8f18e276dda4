"""What the claims of one fact do not say alike: they can all be true, and are shown side by side all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from dragoman.model.fact import Disagreement
from dragoman.model.quantity import Quantity
from dragoman.weighing.compare import amounts
from dragoman.weighing.profile import Profile, bounds_text, bounds_words
from dragoman.weighing.report import Report, day_of


def within(report: Report) -> Iterator[Disagreement]:
    """Numbers of which one lies inside the bounds of another, and days that prints of one message give differently."""
    numbers = _by(report, lambda one: bounds_text(one.quantity))
    for (left, some), (right, others) in combinations(numbers, 2):
        one, other = some[0].quantity, others[0].quantity
        if amounts(one, other) == "silent" or _is_sharpened(one, other):
            reason = f"one count lies within the bounds of the other: {bounds_words(left)} and {bounds_words(right)}"
            yield Disagreement("refinement", "quantity", _ids(some), _ids(others), reason)
    for (left, some), (right, others) in combinations(_by(report, day_of), 2):
        reason = f"prints of one dispatch give it different days: {left} and {right}"
        yield Disagreement("error", "period", _ids(some), _ids(others), reason)


def _is_sharpened(one: Quantity | None, other: Quantity | None) -> bool:
    """Whether one says exactly what the other leaves open: "nine died", of "at least nine"."""
    if one is None or other is None or one.state != "value" or other.state != "value":
        return False
    exact = [quantity.best is not None and quantity.low == quantity.best == quantity.high for quantity in (one, other)]
    bound = [quantity.best is None for quantity in (one, other)]
    return exact == [not left for left in bound] and exact[0] != exact[1]


def _by(report: Report, said: Callable[[Profile], str]) -> list[tuple[str, list[Profile]]]:
    """Claims by what they say of something, the earliest printed first; those that do not say it are left out."""
    found: dict[str, list[Profile]] = {}
    for one in sorted(report.members, key=lambda one: (one.printed or (0, 0), one.claim.id)):
        if said(one):
            found.setdefault(said(one), []).append(one)
    return list(found.items())


def _ids(some: list[Profile]) -> tuple[str, ...]:
    return tuple(one.claim.id for one in some)
