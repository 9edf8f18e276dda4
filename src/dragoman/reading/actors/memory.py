"""What a document has said of actors so far: which states, which persons, who did what in the sentence before."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.actor import Actor


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, or the holder of an office, as the document knows them. offices: keys of the office table; of: whose."""

    actor: Actor
    gender: str
    offices: tuple[str, ...]
    of: str | None
    is_person: bool


@dataclass(slots=True)
class Memory:
    """Filled in text order while a document is read.

    whole: weight of each state over the whole document, to fall back on. weights, latest: of each state so far, and the
    word it was last named at. holders: by role, everyone said to have it. people: persons in order. by_name: whoever
    was last named so. leading: by state and office, the person last named. subjects: persons that a sentence says
    something of, by its index.
    """

    whole: dict[str, int]
    weights: dict[str, int] = field(default_factory=dict)
    latest: dict[str, int] = field(default_factory=dict)
    holders: dict[str, list[Someone]] = field(default_factory=dict)
    people: list[tuple[int, Someone]] = field(default_factory=list)
    by_name: dict[str, Someone] = field(default_factory=dict)
    leading: dict[tuple[str, str], Someone] = field(default_factory=dict)
    subjects: dict[int, list[Someone]] = field(default_factory=dict)

    def name_country(self, iso3: str, word: int, weight: int) -> None:
        """Note that a state was named at a word."""
        self.weights[iso3] = self.weights.get(iso3, 0) + weight
        self.latest[iso3] = word

    def parties(self) -> tuple[str, ...]:
        """The two states most named so far, the later named first among equals; of the whole document if there are not two.

        () if a third is named as often as the second: which two are meant, the text does not say.
        """
        weights = self.weights if len([one for one in self.weights.values() if one > 0]) >= 2 else self.whole
        ranked = sorted(weights, key=lambda one: (-weights[one], -self.latest.get(one, 0), one))
        if len(ranked) < 2 or weights[ranked[1]] <= 0:
            return ()
        # "Britain says North Korea lost men, South Korea doubts it. Both leaders agreed": whose leaders they are, is open.
        torn = len(ranked) > 2 and weights[ranked[2]] == weights[ranked[1]]
        return () if torn else (ranked[0], ranked[1])

    def meet(self, word: int, someone: Someone, role: str | None) -> None:
        """Note somebody met at a word, with the role they were called by."""
        self.people.append((word, someone))
        self.by_name[someone.actor.name] = someone
        if someone.is_person and someone.of is not None:
            self.leading |= {(someone.of, office): someone for office in someone.offices}
        for key in dict.fromkeys((role, *someone.offices)):
            known = self.holders.setdefault(key or "", [])
            if someone not in known:
                known.append(someone)

    def only_holder(self, role: str, stands_for: tuple[str, ...]) -> Someone | None:
        """The one whom a bare office can mean: None if nobody, or more than one, was called so."""
        known: list[Someone] = []
        for key in (role, *stands_for):
            known.extend(one for one in self.holders.get(key, ()) if one not in known)
        return known[0] if len({one.actor.name for one in known}) == 1 else None
