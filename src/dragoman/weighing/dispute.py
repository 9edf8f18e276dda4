"""What claims disagree on, told apart by kind, each with both sides. Nothing is resolved here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from itertools import combinations, pairwise

from dragoman.model.fact import Disagreement
from dragoman.weighing.block import Key
from dragoman.weighing.compare import SPECIFIC, items, people, places
from dragoman.weighing.count import are_misprints, comparable, compare_counts, made, values
from dragoman.weighing.order import went_before
from dragoman.weighing.profile import Profile, are_two_rows, level_of, loss_of, set_of, stance_of
from dragoman.weighing.report import PEOPLE, Report
from dragoman.weighing.window import gap_days
from dragoman.weighing.within import within

# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 91 to 366 days of plans,
# 732 of totals and 1 to 7 of slips change nothing there; 183 of totals lose 1 of 46 disagreements.
_PLAN_DAYS = 183  # an amount sent or promised half a year later is another one; a toll goes on for years
_TOTAL_DAYS = 366  # a stock is counted again within the year, or from a new start
_SLIP_DAYS = 3  # a date that two prints of one dispatch give so far apart is one of them mistaken; further is another


def find_disagreements(reports: Iterable[Report]) -> tuple[Disagreement, ...]:
    """Pairs of clusters that differ about one thing, in the order of the groups in which they meet."""
    groups = grouped(reports)
    return tuple(found for key in sorted(groups) for found in disagreements_of(key, groups[key]))


def grouped(reports: Iterable[Report]) -> dict[Key, list[Report]]:
    """Reports by the groups in which they meet others."""
    groups: dict[Key, list[Report]] = {}
    for one in reports:
        for key in one.keys:
            groups.setdefault(key, []).append(one)
    return groups


def disagreements_of(key: Key, group: list[Report], about: Set[Report] | None = None) -> tuple[Disagreement, ...]:
    """Disagreements that one group of reports holds. Two reports that meet in several groups are compared in the first.

    about: only pairs with one of these, None for all. A series is always compared whole: each report with the next.
    """
    if key[0] == "within":
        return tuple(found for one in group if about is None or one in about for found in within(one))
    if len(group) < 2 or key[0] == "denied":
        return ()
    group = sorted(group, key=_in_time)
    if key[0] == "series":
        return tuple(
            found
            for one, other in map(_as_told, pairwise(group))
            if not are_two_rows(one.first, other.first) and (found := _update(one, other)) is not None
        )
    compare = {"count": compare_counts, "denial": _denial, "dated": _slip}[key[0]]
    return tuple(
        found
        for one, other in _pairs(group)
        if (about is None or one in about or other in about)
        and _first_shared(key, one, other)
        and (found := compare(one, other)) is not None
    )


def _pairs(group: list[Report]) -> Iterator[tuple[Report, Report]]:
    """Pairs of reports to compare, each in the order of the group. Rows of one set of coded events, of which it may bring thousands, are not
    compared with one another: the set tells its events apart itself.
    """
    sets: dict[str, list[int]] = {}
    for number, one in enumerate(group):
        sets.setdefault(set_of(one.first), []).append(number)
    if sets.keys() == {""}:
        yield from combinations(group, 2)
        return
    found = set(combinations(sets.get("", ()), 2))
    found.update(
        (min(a, b), max(a, b)) for left, right in combinations(sets, 2) for a in sets[left] for b in sets[right]
    )
    yield from ((group[one], group[other]) for one, other in sorted(found))


def _in_time(one: Report) -> tuple[int, int, str]:
    window = one.first.window
    return (one.printed, window.end or 0 if window else 0, one.first.claim.id)


def _first_shared(key: Key, one: Report, other: Report) -> bool:
    return key == next(found for found in one.keys if found[0] == key[0] and found in other.keys)


def _update(first: Report, second: Report) -> Disagreement | None:
    """A later count by the same originator."""
    left, right = first.number, second.number
    if left is None or right is None or (left.low, left.best, left.high) == (right.low, right.best, right.high):
        return None
    if not comparable(first, second) or _two_moments(first, second) or not _later(first, second):
        return None
    if are_misprints(first, second):
        return None
    # "Three wounded", and "six wounded" a week later, by one paper: two accidents, unless the place is one.
    if min(level_of(left), level_of(right)) < SPECIFIC and places(first.first.place, second.first.place) != "agree":
        return None
    change = "more" if level_of(right) > level_of(left) else "less"
    return made("update", first, second, f"the same originator says {change} later: {values(first, second)}")


def _as_told(pair: tuple[Report, Report]) -> tuple[Report, Report]:
    """Two reports of one text with what it goes back to first: "4,000 by now, says the mayor, who had said 3,000 in May"."""
    first, second = pair
    return (second, first) if went_before(second.first, first.first) else pair


def _later(first: Report, second: Report) -> bool:
    if second.printed > first.printed or went_before(first.first, second.first):
        return True
    one, other = first.first.window, second.first.window
    return bool(one and other and (one.stated or other.stated) and (other.end or 0) > (one.end or 0))


def _documents(report: Report) -> set[str]:
    return {one.claim.document_id for one in report.members}


def _two_moments(first: Report, second: Report) -> bool:
    """Whether two counts by one mouth are of two things: two attacks, or two amounts of a flow.

    What one document gives side by side without two dates ("5,000 to rebuild and 1,000 for mines") is two things; but a toll that it
    gives of some time ago is an earlier one ("now counts 2,000; its April figure was 600").
    """
    one, other = first.first.window, second.first.window
    dated = bool(one and other and one.stated and (other.stated or _grew_since(first, second)))
    if first.first.claim.flow is not None:
        return not _counted_on(first, second)
    if went_before(first.first, second.first):
        return False
    if _documents(first) & _documents(second) and not dated:
        return True
    if one is None or other is None or not dated or gap_days(one, other) == 0:
        return False
    return first.local and second.local


def _grew_since(first: Report, second: Report) -> bool:
    """Whether the first is a toll of days that were over when the second, which states none, was counted, and the second is higher."""
    one, other = first.first.window, second.first.window
    if one is None or other is None or first.number is None or second.number is None or not loss_of(first.first.claim):
        return False
    return gap_days(one, other) > 0 and level_of(first.number) < level_of(second.number)


def _counted_on(first: Report, second: Report) -> bool:
    """Whether an amount that was sent is counted again, and is more by now: containers since the start, soldiers since autumn.

    Money and promises are not counted on: a second package beside a first is another one. Nor are two amounts each of its own
    days, nor people half a year later.
    """
    left, right, flow = first.number, second.number, first.first.claim.flow
    if left is None or right is None or flow is None or flow.kind == "money" or "promised" in first.first.block[1]:
        return False
    if not SPECIFIC <= level_of(left) < level_of(right):
        return False
    people = flow.kind in PEOPLE
    one, other = first.first.window, second.first.window
    dated = bool(one and other and one.stated and other.stated and one.narrow and other.narrow and gap_days(one, other))
    shared = bool(_documents(first) & _documents(second))
    if people and (dated or shared):
        return False
    return second.printed - first.printed <= (_PLAN_DAYS if people else _TOTAL_DAYS) and (dated or not shared)


def _denial(first: Report, second: Report) -> Disagreement | None:
    """A thing that one says and another denies, or says did not happen; what one mouth says of it is no denial of itself."""
    no = [one for one in (first, second) if stance_of(one.first.claim) == "denied"]
    if len(no) != 1 or first.origins & second.origins:
        return None
    yes = second if no[0] is first else first
    if yes.first.block[-1] != no[0].first.block[-1] or yes.first.block[1] != no[0].first.block[1]:
        return None
    if "differ" in _fields(yes.first, no[0].first):
        return None
    return Disagreement("denial", "status", yes.ids, no[0].ids, _denied_by(no[0].first))


def _fields(one: Profile, other: Profile) -> tuple[str, ...]:
    apart = (
        one.window and other.window and one.window.stated and other.window.stated and gap_days(one.window, other.window)
    )
    return (items(one.item, other.item), places(one.place, other.place), people(one, other), "differ" if apart else "")


def _denied_by(one: Profile) -> str:
    if one.claim.factuality.status != "denied":
        return "another says that it did not happen"
    return f"denied by {one.claim.factuality.by}" if one.claim.factuality.by else "denied"


def _slip(first: Report, second: Report) -> Disagreement | None:
    """One event that prints of one line of descent date to different days."""
    one, other = first.first, second.first
    if one.window is None or other.window is None or not (one.window.stated and other.window.stated):
        return None
    gap = gap_days(one.window, other.window)
    if not 0 < gap <= _SLIP_DAYS or max(one.window.days, other.window.days) > 1:
        return None
    if not first.heads & second.heads or _documents(first) & _documents(second):
        return None
    if "differ" in (items(one.item, other.item), people(one, other)):
        return None
    reason = f"prints of one dispatch give it different days: {one.window.text} and {other.window.text}"
    return Disagreement("error", "period", first.ids, second.ids, reason)
