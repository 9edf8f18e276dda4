"""Claims that say one thing become one cluster, in the same way whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.model.fact import Verdict
from dragoman.weighing.apart import are_apart
from dragoman.weighing.block import Key, block_keys
from dragoman.weighing.compare import compare, reason_of, tie
from dragoman.weighing.profile import Profile, are_two_rows, set_of
from dragoman.weighing.ruling import Ruling
from dragoman.weighing.union import Union


@dataclass(slots=True, eq=False)
class _Group:
    """A cluster while it grows. members: all of them; looks: one of each look, for what is compared is compared once.

    shelf: the set of coded events that its first member is a row of, "" where that was read in a text.
    """

    number: int
    shelf: str = ""
    members: list[Profile] = field(default_factory=list)
    looks: dict[tuple[object, ...], Profile] = field(default_factory=dict)

    def take(self, one: Profile) -> None:
        self.members.append(one)
        self.looks.setdefault(_look(one), one)


def _look(one: Profile) -> tuple[object, ...]:
    return (
        one.item,
        one.quantity,
        one.window,
        one.place,
        one.persons,
        one.origin.key,
        one.printed,
        one.words,
        one.head,
        one.claim.concept,
        one.content,
        (one.claim.document_id, one.claim.trigger.span, one.claim.item.quote.span) if one.claim.item else None,
    )


@dataclass(frozen=True, slots=True)
class Clusters:
    """Clusters, the member that says most first, and the rule's verdict for each join, with what was compared."""

    groups: tuple[tuple[Profile, ...], ...]
    joins: tuple[Verdict, ...]


def cluster(profiles: Iterable[Profile], ruling: Ruling) -> Clusters:
    """Clusters of claims. Rejected claims are in no cluster, and are not deleted.

    Claims that say most come first, those of texts before rows of coded events. Each joins the cluster that it is held to most strongly, if there is one such: a
    vague claim that fits two shipments equally belongs to neither. What a person ruled apart never joins; what a person
    ruled one brings its whole clusters together at the end.
    """
    near: dict[tuple[str, Key], dict[int, _Group]] = {}
    made: list[_Group] = []
    joins: list[Verdict] = []
    ordered = sorted((p for p in profiles if p.claim.id not in ruling.rejected), key=_order)
    shelves = sorted({"", *map(set_of, ordered)})
    for one in ordered:
        keys = _keys(one)
        looked = [(shelf, key) for shelf in shelves if shelf != set_of(one) or not shelf for key in keys]
        looked += [(set_of(one), keys[0])] if one.row is not None else []
        chosen, other = _choose(
            one, {number: group for key in looked for number, group in near.get(key, {}).items()}, ruling
        )
        if chosen is None:
            chosen = _Group(len(made), set_of(one))
            made.append(chosen)
        elif other is not None:
            joins.append(Verdict(other.claim.id, one.claim.id, "same", "rule:identity", None, reason_of(other, one)))
        chosen.take(one)
        for key in keys:
            near.setdefault((chosen.shelf, key), {})[chosen.number] = chosen
    return Clusters(tuple(_united(made, ruling)), tuple(joins))


def _keys(one: Profile) -> tuple[Key, ...]:
    """Keys under which a claim is found; the first of a row is its own name, under which a newer release of it finds it.

    No other row of its set is looked for: there may be thousands, and none is the same event.
    """
    keys = block_keys(one)
    return keys if one.row is None else (("row", one.row, *one.block), *keys)


def _united(groups: list[_Group], ruling: Ruling) -> Iterator[tuple[Profile, ...]]:
    """Groups brought together where a person ruled a member of one the same as a member of another."""
    place = {member.claim.id: group.number for group in groups for member in group.members}
    union = Union(group.number for group in groups)
    for claim, others in ruling.same.items():
        for other in others:
            if claim in place and other in place:
                union.join(place[claim], place[other])
    for numbers in union.sets():
        yield tuple(sorted((one for number in numbers for one in groups[number].members), key=_order))


def _order(one: Profile) -> tuple[bool, int, str, str, int, str]:
    """What a text says before a row of a set of coded events, of each what says most first."""
    claim = one.claim
    says = sum(1 for part in (claim.period, claim.place, claim.counted, claim.item) if part)
    printed = f"{one.printed[0]:08d}" if one.printed else "9"
    return (one.row is not None, -says, printed, claim.document_id, claim.trigger.span.start, claim.id)


def _choose(one: Profile, groups: Mapping[int, _Group], ruling: Ruling) -> tuple[_Group | None, Profile | None]:
    """The group that holds a claim most strongly and the member that holds it there; None if none does, or two as strongly."""
    apart = ruling.different_from(one.claim.id)
    best, chosen, tied = 0, None, False
    for group in groups.values():
        if apart and any(member.claim.id in apart for member in group.members):
            continue
        found = _hold(one, group)
        if found is None or found[0] < best:
            continue
        tied = found[0] == best
        best, chosen = found[0], (group, found[1])
    return chosen if chosen is not None and not tied else (None, None)


def _hold(one: Profile, group: _Group) -> tuple[int, Profile] | None:
    """How strongly a group holds a claim, by which member; None if any of it differs or none holds."""
    best: tuple[int, Profile] | None = None
    for member in group.looks.values():
        if are_two_rows(one, member):
            return None
        strength = tie(one, member)
        if strength is None:
            if are_apart(one, member) or any(part.outcome == "differ" for part in compare(one, member)):
                return None
        elif best is None or strength > best[0]:
            best = (strength, member)
    return best
