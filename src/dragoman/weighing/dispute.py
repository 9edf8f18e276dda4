"""What claims disagree on: contradiction, denial, update and refinement told apart, each with both sides."""

from __future__ import annotations

from dragoman.model.claim import Claim
from dragoman.model.fact import Disagreement
from dragoman.model.quantity import Quantity
from dragoman.weighing.compare import block_key, bounds_text, compare, gap_days, loss_of, quantity_of, unit_of
from dragoman.weighing.origin import Bench

_SAME_TIME_DAYS = 31  # two counts of one side's losses further apart than this are two moments of the war


def find_disagreements(clusters: tuple[tuple[Claim, ...], ...], bench: Bench) -> tuple[Disagreement, ...]:
    """Pairs of clusters about one thing that cannot both hold, or of which one replaces or sharpens the other."""
    counts: dict[tuple[str, ...], list[tuple[Claim, ...]]] = {}
    things: dict[tuple[str, ...], list[tuple[Claim, ...]]] = {}
    for cluster in clusters:
        head = cluster[0]
        if head.matter in ("statement", "judgement"):
            continue
        key = block_key(head)
        if _number(cluster) is not None and (loss_of(head) or head.flow):
            counts.setdefault(_count_key(head, key), []).append(cluster)
        things.setdefault((*key[:1], key[1], *key[3:5], key[6]), []).append(cluster)
    found = [one for key in sorted(counts) for one in _of_counts(counts[key], bench)]
    found += [one for key in sorted(things) for one in _denials(things[key], bench)]
    return tuple(found)


def _count_key(claim: Claim, key: tuple[str, ...]) -> tuple[str, ...]:
    # Losses are compared by whose they are: who inflicted them is often left out.
    return (key[1], key[4] or key[3], *key[5:]) if loss_of(claim) else (key[1], *key[3:])


def _is_local(cluster: tuple[Claim, ...]) -> bool:
    """Whether a toll is of one place smaller than a state."""
    return any(claim.place is not None and claim.place.place.where_prec <= 5 for claim in cluster)


def _number(cluster: tuple[Claim, ...]) -> Quantity | None:
    """The number of a cluster: of its first claim that has one."""
    return next((one for claim in cluster if (one := quantity_of(claim)) is not None), None)


def _of_counts(clusters: list[tuple[Claim, ...]], bench: Bench) -> list[Disagreement]:
    found = []
    for left, one in enumerate(clusters):
        for other in clusters[left + 1 :]:
            first, second = sorted((one, other), key=lambda c: (bench.published(c), c[0].id))
            if (made := _compare_counts(first, second, bench)) is not None:
                found.append(made)
    return found


def _compare_counts(first: tuple[Claim, ...], second: tuple[Claim, ...], bench: Bench) -> Disagreement | None:
    left, right = _number(first), _number(second)
    if left is None or right is None:
        return None
    if not any(_same_moment(one, other, bench) for one in first for other in second):
        return None
    if unit_of(left) != unit_of(right) and not (loss_of(first[0]) and None in (left.unit, right.unit)):
        return None
    if any(one.outcome == "differ" for one in compare(first[0], second[0]) if one.field in ("item", "place")):
        return None
    if _is_local(first) != _is_local(second):
        return None  # nine dead in one mission in Kursk, and 2,000 since the war began: different scopes
    if (left.low, left.best, left.high) == (right.low, right.best, right.high):
        return None
    ids = (tuple(c.id for c in first), tuple(c.id for c in second))
    values = f"{bounds_text(left)} and {bounds_text(right)}"
    if bench.origins(first) & bench.origins(second):
        if bench.published(second) > bench.published(first):
            change = "more" if _level(right) > _level(left) else "less"
            return Disagreement("update", "quantity", *ids, f"the same originator says {change} later: {values}")
        return None
    if _inside(left, right) or _inside(right, left):
        return Disagreement("refinement", "quantity", *ids, f"one count lies within the bounds of the other: {values}")
    return Disagreement(
        "contradiction", "quantity", *ids, f"different originators, values that cannot both hold: {values}"
    )


def _same_moment(left: Claim, right: Claim, bench: Bench) -> bool:
    if left.period and right.period and left.period.period.edtf and right.period.period.edtf:
        one, other = left.period.period, right.period.period
        exact = (one.date_prec or 5) <= 2 and (other.date_prec or 5) <= 2
        return gap_days(one, other) <= (0 if exact else _SAME_TIME_DAYS)
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


def _denials(clusters: list[tuple[Claim, ...]], bench: Bench) -> list[Disagreement]:
    """A thing that one says and another denies, or says did not happen; what the same mouth says of it is no denial of itself."""
    against = [one for one in clusters if block_key(one[0])[5] == "denied"]
    said = [one for one in clusters if block_key(one[0])[5] == "said"]
    return [
        Disagreement("denial", "status", tuple(c.id for c in yes), tuple(c.id for c in no), _denied_by(no[0]))
        for no in against
        for yes in said
        if not bench.origins(yes) & bench.origins(no)
        and not any(one.outcome == "differ" for one in compare(yes[0], no[0]))
    ]


def _denied_by(claim: Claim) -> str:
    if claim.factuality.status != "denied":
        return "another says that it did not happen"
    return f"denied by {claim.factuality.by}" if claim.factuality.by else "denied"
