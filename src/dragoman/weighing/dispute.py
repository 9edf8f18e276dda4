"""What claims disagree on: contradiction, denial, update and refinement told apart, each with both sides."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.claim import Claim
from dragoman.model.document import Document
from dragoman.model.fact import Descent, Disagreement
from dragoman.model.quantity import Quantity
from dragoman.weighing.compare import block_key, bounds_text, compare, gap_days, loss_of, quantity_of, unit_of
from dragoman.weighing.origin import origin_of

_SAME_TIME_DAYS = 31  # two counts of one side's losses further apart than this are two moments of the war


@dataclass(frozen=True, slots=True)
class Bench:
    """What every comparison of two clusters needs."""

    documents: dict[str, Document]
    descents: tuple[Descent, ...]

    def origins(self, cluster: tuple[Claim, ...]) -> frozenset[str]:
        """Keys of the originators of a cluster."""
        return frozenset(origin_of(claim, self.documents, self.descents).key for claim in cluster)

    def published(self, cluster: tuple[Claim, ...]) -> str:
        """The first date on which a cluster was printed, "" if unknown."""
        dates = [self.documents[c.document_id].published or "" for c in cluster if c.document_id in self.documents]
        return min((one for one in dates if one), default="")


def find_disagreements(clusters: tuple[tuple[Claim, ...], ...], bench: Bench) -> tuple[Disagreement, ...]:
    """Pairs of clusters about one thing that cannot both hold, or of which one replaces or sharpens the other."""
    counts: dict[tuple[str, ...], list[tuple[Claim, ...]]] = {}
    things: dict[tuple[str, ...], list[tuple[Claim, ...]]] = {}
    for cluster in clusters:
        head = cluster[0]
        if head.matter in ("statement", "judgement"):
            continue
        key = block_key(head)
        if quantity_of(head) is not None and (loss_of(head) or head.flow):
            counts.setdefault(_count_key(head, key), []).append(cluster)
        things.setdefault((*key[:1], key[1], *key[3:5]), []).append(cluster)
    found = [one for key in sorted(counts) for one in _of_counts(counts[key], bench)]
    found += [one for key in sorted(things) for one in _denials(things[key])]
    return tuple(found)


def _count_key(claim: Claim, key: tuple[str, ...]) -> tuple[str, ...]:
    # Losses are compared by whose they are: who inflicted them is often left out.
    return (key[1], key[4] or key[3], *key[5:]) if loss_of(claim) else (key[1], *key[3:])


def _of_counts(clusters: list[tuple[Claim, ...]], bench: Bench) -> list[Disagreement]:
    found = []
    for left, one in enumerate(clusters):
        for other in clusters[left + 1 :]:
            first, second = sorted((one, other), key=lambda c: (bench.published(c), c[0].id))
            if (made := _compare_counts(first, second, bench)) is not None:
                found.append(made)
    return found


def _compare_counts(first: tuple[Claim, ...], second: tuple[Claim, ...], bench: Bench) -> Disagreement | None:
    left, right = quantity_of(first[0]), quantity_of(second[0])
    if left is None or right is None or not _same_moment(first[0], second[0], bench):
        return None
    if unit_of(left) != unit_of(right) and not (loss_of(first[0]) and None in (left.unit, right.unit)):
        return None
    if any(one.outcome == "differ" for one in compare(first[0], second[0]) if one.field in ("item", "place")):
        return None
    ids = (tuple(c.id for c in first), tuple(c.id for c in second))
    values = f"{bounds_text(left)} and {bounds_text(right)}"
    if bench.origins(first) & bench.origins(second):
        if bench.published(second) > bench.published(first) and _level(right) > _level(left):
            return Disagreement("update", "quantity", *ids, f"the same originator says more later: {values}")
        return None
    if _inside(left, right) or _inside(right, left):
        return Disagreement("refinement", "quantity", *ids, f"one count lies within the bounds of the other: {values}")
    return Disagreement(
        "contradiction", "quantity", *ids, f"different originators, values that cannot both hold: {values}"
    )


def _same_moment(left: Claim, right: Claim, bench: Bench) -> bool:
    if left.period and right.period and left.period.period.edtf and right.period.period.edtf:
        return gap_days(left.period.period, right.period.period) <= _SAME_TIME_DAYS
    dates = sorted((bench.published((left,)), bench.published((right,))))
    return bool(dates[0]) and dates[0][:7] == dates[1][:7]


def _level(quantity: Quantity) -> float:
    return next((one for one in (quantity.best, quantity.low, quantity.high) if one is not None), 0.0)


def _inside(one: Quantity, other: Quantity) -> bool:
    """Whether one amount lies within bounds that the other leaves open: 600 within "more than 300"; nothing within 4,000."""
    if other.best is not None and other.low is None and other.high is None:
        return False
    low = other.low if other.low is not None else 0.0
    high = other.high if other.high is not None else float("inf")
    return low < high and low <= _level(one) <= high


def _denials(clusters: list[tuple[Claim, ...]]) -> list[Disagreement]:
    """A thing that one side says and another denies."""
    denied = [one for one in clusters if block_key(one[0])[5] == "denied"]
    said = [one for one in clusters if block_key(one[0])[5] == "said"]
    return [
        Disagreement(
            "denial",
            "status",
            tuple(c.id for c in yes),
            tuple(c.id for c in no),
            f"denied by {no[0].factuality.by or 'the text'}",
        )
        for no in denied
        for yes in said
        if not any(one.outcome == "differ" for one in compare(yes[0], no[0]))
    ]
