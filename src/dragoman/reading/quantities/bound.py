"""Low, best and high of an amount, as the contract's rules say."""

from __future__ import annotations

from dragoman.model.quantity import Quantity
from dragoman.reading.quantities.amount import Amount
from dragoman.reading.quantities.numeral import Numeral
from dragoman.world.quantity import Sense, Unit

# Units that come in fractions: "more than 2 percent" is not low 3.
_CONTINUOUS = frozenset({"measure"})


def bounds_of(amount: Amount, unit: Unit | None, after: Sense | None = None) -> Quantity:
    """The quantity of an amount. unit: what it counts; after: a hedge behind the noun ("or more").

    >>> from dragoman.reading.quantities.numeral import Numeral
    >>> bounds_of(Amount(0, 3, Numeral(2, 3, 6000), "more"), Unit("soldier", "person")).low
    6001
    """
    continuous = unit is not None and unit.kind in _CONTINUOUS
    name = unit.name if unit else None
    value = _worth(amount.numeral, continuous)
    sense = amount.sense or after
    if amount.high is not None:
        high = _plain(_worth(amount.high, continuous))
        return Quantity(None if sense == "most" else _plain(value), None, high, name)
    if amount.numeral.sort == "vague":
        return Quantity(_plain(value), None, None, name)
    step = 0.0 if continuous or value != int(value) else 1.0
    best = _plain(value)
    if sense is None:
        exact = best if amount.numeral.sort == "exact" else None
        return Quantity(exact, best, exact, name, "none" if value == 0 else "value")
    by_sense: dict[Sense, tuple[float | None, float | None, float | None]] = {
        "more": (_plain(value + step), None, None),
        "least": (best, None, None),
        "about": (None, best, None),
        "nearly": (None, best, best),
        "most": (None, None, best),
        "less": (None, None, _plain(value - step)),
    }
    low, middle, high_end = by_sense[sense]
    return Quantity(low, middle, high_end, name)


def _worth(numeral: Numeral, continuous: bool) -> float:
    """The value, its doubtful separator decided by what is counted: there are no 12.5 soldiers."""
    return numeral.value if numeral.whole is None or continuous else numeral.whole


def _plain(value: float) -> float:
    """A whole number without a fraction, so that it is written 9 and not 9.0."""
    return int(value) if value == int(value) else value
