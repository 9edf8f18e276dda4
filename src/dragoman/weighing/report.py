"""A cluster of claims as disagreements are looked for in it: its number, its sources, its days, and whom it may disagree with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.quantity import Quantity
from dragoman.weighing.block import Key
from dragoman.weighing.profile import Profile, bounds_text, kind_of, loss_of, sides_of, stance_of, unit_of
from dragoman.weighing.window import Window
from dragoman.world.quantity import currencies

# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 14 to 62 days, and 31 to 124 for denials, change nothing there.
SAME_TIME_DAYS = 31  # two counts of one side's losses further apart than this are two moments of the war
_DENIAL_DAYS = 62  # a denial answers what was said within weeks; what was denied once may be admitted a year later
PEOPLE = frozenset(
    ("troops", "engineers", "labour", "advisers-training")
)  # kinds of flow that one count may hold together


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """One cluster. number: of its first claim that has one. origins: keys of its originators; heads: of its lines of copies.

    printed: first day on which one of its claims may have been printed. keys: groups in which it is compared with others.
    """

    members: tuple[Profile, ...]
    number: Quantity | None
    origins: frozenset[str]
    heads: frozenset[str]
    printed: int
    keys: tuple[Key, ...]

    @property
    def first(self) -> Profile:
        """The claim that says most."""
        return self.members[0]

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of its claims, in the order of the cluster."""
        return tuple(one.claim.id for one in self.members)

    @property
    def local(self) -> bool:
        """Whether it is of one place smaller than a state."""
        return any(one.place is not None and one.place.where_prec <= 5 for one in self.members)


def report_of(members: tuple[Profile, ...]) -> Report:
    """What is compared of a cluster."""
    number = next((one.quantity for one in members if one.quantity is not None), None)
    printed = min((one.printed[0] for one in members if one.printed), default=0)
    value = number if number is not None and number.state == "value" else None
    return Report(
        members, value, frozenset(one.origin.key for one in members), frozenset(one.head for one in members),
        printed, tuple(sorted(set(_keys(members, value)))),
    )  # fmt: skip


def _keys(members: tuple[Profile, ...], number: Quantity | None) -> Iterator[Key]:
    claim = members[0].claim
    if claim.matter in ("statement", "judgement"):
        return
    if len({bounds_text(one.quantity) for one in members}) > 1 or len({day_of(one) for one in members} - {""}) > 1:
        yield ("within", min(one.claim.id for one in members))
    sides, kind = sides_of(claim), kind_of(claim)
    if any(sides):
        what = (claim.matter, kind.partition("/")[0])
        names = (
            ("denial", "denied") if stance_of(claim) == "denied" else ("denial",)
        )  # "denied": that there is one to meet
        yield from ((one, *what, *sides, stretch) for stretch in _stretches(members, _DENIAL_DAYS) for one in names)
    if number is None and claim.matter == "event":
        dated = (one.window.months() for one in members if one.window)
        yield from (("dated", *members[0].block, month) for months in dated for month in months)
    if number is not None and stance_of(claim) != "denied" and (claim.flow or loss_of(claim)):
        yield from _count_keys(members, number, kind, sides)


def _count_keys(members: tuple[Profile, ...], number: Quantity, kind: str, sides: tuple[str, str]) -> Iterator[Key]:
    claim = members[0].claim
    family = "toll" if loss_of(claim) else "people" if claim.flow and claim.flow.kind in PEOPLE else kind
    if claim.flow and number.unit in currencies():
        family = "money"  # "$80 million of shells, bringing all aid to $200 million": sums meet, whatever they buy
    world = members[0].block[-1]
    # A toll of nobody in particular meets another only at one place, in a copy, or in one text ("the police count five dead, the
    # hospital nine"): "five dead" is every day's news.
    wheres = ("",) if any(sides) else tuple({one.place.name for one in members if one.place})
    wheres += tuple({name for one in members for name in (one.head, one.claim.document_id)}) if not any(sides) else ()
    yield from (("count", family, world, *sides, where, month) for where in wheres for month in _moments(members))
    told = ("",) if any(sides) else tuple({one.claim.document_id for one in members})
    for where in told:  # of nobody in particular, a toll goes on in one text alone
        counted = (members[0].item, "" if loss_of(claim) else unit_of(number) or "")
        sources = {one.origin.key for one in members if one.origin.named}
        yield from (("series", kind, world, *sides, where, *counted, source) for source in sources)


def day_of(one: Profile) -> str:
    """The exact day that a claim states, "" if it states none."""
    return one.window.text if one.window is not None and one.window.stated and one.window.days == 1 else ""


def _stretches(members: tuple[Profile, ...], days: int) -> Iterator[str]:
    for one in members:
        if one.printed:
            yield from (str(number) for number in range(one.printed[0] // days, one.printed[1] // days + 2))


def _moments(members: tuple[Profile, ...]) -> Iterator[str]:
    """Months in which a count may meet another: those it states and the one after, else that of its printing."""
    for one in members:
        if one.window is not None and one.window.stated:
            yield from one.window.months(SAME_TIME_DAYS)
        if one.printed is not None:
            yield from Window(*one.printed, True, "").months()
