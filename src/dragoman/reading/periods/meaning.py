"""What a time expression means before anyone knows the day it was printed: small records, one kind of thought each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["since", "from", "until", "before", "after"]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Any of the kinds below."""


@dataclass(frozen=True, slots=True)
class Calendar(Meaning):
    """A place in the calendar as printed; what is not printed is None.

    season: EDTF 21 to 24. part: ("Q", 3), ("H", 1). feast: rule of the table. decade: 1990; century: 20 for the twentieth.
    turn: -1 last, 0 this, 1 next ("last December"), None where nothing is said. customary: a weekday with its article ("le dimanche"). fiscal: a year that need not start in January.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    part: tuple[str, int] | None = None
    feast: str | None = None
    decade: int | None = None
    century: int | None = None
    turn: int | None = None
    customary: bool = False


@dataclass(frozen=True, slots=True)
class Unit(Meaning):
    """A calendar unit counted from the reference: last week is (W, -1). story: counted from the date told last."""

    unit: str
    count: int
    story: bool = False


@dataclass(frozen=True, slots=True)
class Length(Meaning):
    """An amount of time. count: None for "several"; mod: TimeML's modifier. more: further parts ("two hours and 30 minutes")."""

    unit: str
    count: float | None
    mod: str | None = None
    more: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Shift(Meaning):
    """A length before (-1) or after (1) something. base: None is the reference. story: the date told last. cue: the text must speak of the future."""

    length: Length
    sign: int
    base: Meaning | None = None
    story: bool = False
    needs_future: bool = False


@dataclass(frozen=True, slots=True)
class Window(Meaning):
    """The last (-1) or next (1) so many units. rolling: up to the reference day itself, not whole units before it.

    story: beside the date told last ("les trois jours suivants").
    """

    length: Length
    sign: int
    rolling: bool = False
    story: bool = False


@dataclass(frozen=True, slots=True)
class Part(Meaning):
    """The start, middle or end third of something; so_far, rest: what of it lies before or after the reference."""

    part: str
    of: Meaning
    sooner: bool = False


@dataclass(frozen=True, slots=True)
class Nth(Meaning):
    """The n-th unit or weekday in something, -1 the last. span: how many units ("the first nine months of 1997")."""

    n: int
    unit: str
    of: Meaning
    weekday: int | None = None
    span: int = 1


@dataclass(frozen=True, slots=True)
class InYear(Meaning):
    """A date in a year that is counted: "May of next year"."""

    date: Calendar
    of: Meaning


@dataclass(frozen=True, slots=True)
class Beside(Meaning):
    """A date as near as its turn says to the date told last: "the following Monday" 1, "ce lundi-là" 0."""

    date: Calendar


@dataclass(frozen=True, slots=True)
class Range(Meaning):
    """From the first to the last."""

    first: Meaning
    last: Meaning


@dataclass(frozen=True, slots=True)
class Open(Meaning):
    """Since (what is past), from (what may be to come), until, before or after something."""

    side: Side
    of: Meaning


@dataclass(frozen=True, slots=True)
class Timed(Meaning):
    """A time of day. part: TimeML's MO, MI, AF, EV, NI; clock: "HH:MM". of: the day, None if not printed."""

    of: Meaning | None
    part: str | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Recurring(Meaning):
    """Every so often. value: TimeML's."""

    value: str


@dataclass(frozen=True, slots=True)
class Vague(Meaning):
    """PRESENT_REF, PAST_REF or FUTURE_REF."""

    value: str
