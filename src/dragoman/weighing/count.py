"""Two counts beside each other: contradiction, refinement, part, scope or a reporting error."""

from __future__ import annotations

import re
from functools import cache

from dragoman.model.fact import Disagreement, DisagreementKind
from dragoman.model.quantity import Quantity
from dragoman.weighing.compare import SPECIFIC, is_telling, items, places
from dragoman.weighing.order import went_before
from dragoman.weighing.profile import Profile, bounds_text, bounds_words, kind_of, level_of, loss_of, unit_of
from dragoman.weighing.report import SAME_TIME_DAYS, Report
from dragoman.weighing.window import gap_days
from dragoman.world.concept import concepts
from dragoman.world.quantity import currencies
from dragoman.world.table import read_table

# Copies that differ later than that have caught up with the news: an update, not a mistake.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 0 to 3 days changes nothing there.
_ONE_PRINT_DAYS = 1
# Two counts of one thing are seldom further apart than this many times; further, the smaller is of a part of it.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 5 to 50 change nothing there.
_ONE_SIZE = 20
_ONE_DAY = 7  # days of a time short enough that a side loses men at one spot in it, as printed: a day, "last week"
_WHOLES = {
    "killed": "killed_or_wounded",
    "wounded": "killed_or_wounded",
}  # the count on the right holds that on the left


def compare_counts(first: Report, second: Report) -> Disagreement | None:
    """What two counts of one side's losses, or of one flow, have against each other; the earlier first. None if nothing."""
    left, right = first.number, second.number
    if left is None or right is None:
        return None
    same_kind = kind_of(first.first.claim) == kind_of(second.first.claim)
    if (comparable(first, second) if same_kind else _are_sums(first, second)) and _is_part(first, second):
        return made("part", first, second, f"one is said to be a share of the other: {values(first, second)}")
    if not _may_meet(first, second):
        return None
    equal = (left.low, left.best, left.high) == (right.low, right.best, right.high)
    if not same_kind:
        return _across_kinds(first, second, equal)
    if equal or not comparable(first, second):
        return None
    if are_misprints(first, second):
        return made("error", first, second, f"prints of one dispatch differ: {values(first, second)}")
    if (
        _of_one_line(first, second)
        and second.printed - first.printed > _ONE_PRINT_DAYS
        and level_of(left) < level_of(right)
    ):
        return made("update", first, second, f"a later print of one line counts more: {values(first, second)}")
    if first.origins & second.origins:
        return None  # the same mouth: later it is an update, which its series finds
    if _inside(left, right) or _inside(right, left):
        return made(
            "refinement", first, second, f"one count lies within the bounds of the other: {values(first, second)}"
        )
    if not _sure_to_be_one(first, second) or _grown(first, second):
        return None
    return made(
        "contradiction", first, second, f"different originators, values that cannot both hold: {values(first, second)}"
    )


def are_misprints(first: Report, second: Report) -> bool:
    """Whether two numbers stand in prints of one dispatch, of one day or the next: one of them is a slip, and nobody says more by now."""
    return _copies(first, second) and abs(first.printed - second.printed) <= _ONE_PRINT_DAYS


def made(kind: DisagreementKind, first: Report, second: Report, reason: str) -> Disagreement:
    """A disagreement on a number."""
    return Disagreement(kind, "quantity", first.ids, second.ids, reason)


def values(first: Report, second: Report) -> str:
    """Both numbers, for a reason."""
    return " and ".join(bounds_words(bounds_text(one.number)) for one in (first, second))


def comparable(first: Report, second: Report) -> bool:
    """Whether two numbers count one sort of thing, of one place or both of a whole state."""
    left, right = first.number, second.number
    if left is None or right is None:
        return False
    people = loss_of(first.first.claim) or all(_is_of_people(one) for one in (first, second))
    loose = people and None in (left.unit, right.unit)
    if unit_of(left) != unit_of(right) and not loose:
        return False
    if "differ" in (items(first.first.item, second.first.item), places(first.first.place, second.first.place)):
        return False
    # Nine dead in one mission in Kursk, and 2,000 since the war began: different scopes of place, and no quarrel.
    return not loss_of(first.first.claim) or first.local == second.local


def _are_sums(first: Report, second: Report) -> bool:
    """Whether both are sums in one currency, at one step, whatever they buy: "$80 million of shells, bringing aid to $200 million"."""
    units = [one.number.unit for one in (first, second) if one.number is not None]
    steps = [kind_of(one.first.claim).partition("/")[2] for one in (first, second)]
    return units[0] in currencies() and units[0] == units[-1] and steps[0] == steps[1] != ""


def _is_of_people(report: Report) -> bool:
    """Whether what is counted is people by what is sent: "puts at 15,000 the soldiers sent" has its unit beside its number."""
    item = report.first.item
    return item in concepts() and concepts()[item].kind == "people"


def _across_kinds(first: Report, second: Report, equal: bool) -> Disagreement | None:
    kinds = [loss_of(one.first.claim) or kind_of(one.first.claim) for one in (first, second)]
    if loss_of(first.first.claim):
        if _WHOLES.get(kinds[0]) != kinds[1] and _WHOLES.get(kinds[1]) != kinds[0]:
            return None
        if first.local != second.local:
            return None
        # "6,000 casualties", the ministry says; "6,000 dead", a page makes of it.
        if equal and (first.origins & second.origins or _copies(first, second)):
            return made("error", first, second, f"one number is counted as {_said(kinds[0])} and as {_said(kinds[1])}")
        if _is_overfull(first, second):
            return made("contradiction", first, second, f"a part counts more than the whole: {values(first, second)}")
        return made("scope", first, second, f"{_said(kinds[0])} against {_said(kinds[1])}: {values(first, second)}")
    steps = [one.partition("/")[2] for one in kinds]
    # Any contingent may stand beside any crew of workers; one mouth, or one number for both, is what invites the mistake.
    # "Thousands" of each is no one number.
    number = first.number
    one_number = equal and number is not None and (number.best is not None or is_telling(level_of(number)))
    if steps[0] != steps[1] or not (one_number or first.origins & second.origins):
        return None
    sorts = [one.partition("/")[0] for one in kinds]
    return made("scope", first, second, f"{sorts[0]} against {sorts[1]}: {values(first, second)}")


def _is_overfull(first: Report, second: Report) -> bool:
    """Whether more are counted killed than killed and wounded together, of one time that both state: no scope makes both true.

    Undated, the larger count may be the later one.
    """
    part, whole = (first, second) if loss_of(first.first.claim) in _WHOLES else (second, first)
    one, other = part.first.window, whole.first.window
    if part.number is None or whole.number is None or one is None or other is None:
        return False
    most = whole.number.high if whole.number.high is not None else whole.number.best
    least = part.number.low if part.number.low is not None else part.number.best
    if most is None or least is None or least <= most:
        return False
    return one.stated and other.stated and (one.start, one.end) == (other.start, other.end)


def _said(loss: str) -> str:
    return loss.replace("_", " ")


def _may_meet(first: Report, second: Report) -> bool:
    meet = _one_shipment if first.first.claim.flow else _one_moment
    return any(meet(one, other) for one in first.members for other in second.members)


def _one_shipment(left: Profile, right: Profile) -> bool:
    """Whether two amounts of a flow are of one stretch of time: both dated to it, or neither dated and printed in the same weeks."""
    one, other = left.window, right.window
    dated = [
        bool(window and window.stated and window.narrow) for window in (one, other)
    ]  # "since 2022" dates no shipment
    if all(dated) and one and other:
        return gap_days(one, other) == 0
    return not any(dated) and _printed_near(left, right)


def _one_moment(left: Profile, right: Profile) -> bool:
    """Whether two tolls are of one moment: of two days each, the same; of longer times, within a month of each other.

    A toll without a date is of the weeks in which it is printed: "2,000 by now, 600 in April", printed in September.
    """
    one, other = left.window, right.window
    if one is None or other is None:
        return False
    exact = one.stated and other.stated and max(one.days, other.days) <= 7
    return gap_days(one, other) <= (0 if exact else SAME_TIME_DAYS)


def _printed_near(left: Profile, right: Profile) -> bool:
    if left.printed is None or right.printed is None:
        return False
    return left.printed[0] - right.printed[1] <= SAME_TIME_DAYS and right.printed[0] - left.printed[1] <= SAME_TIME_DAYS


def _copies(first: Report, second: Report) -> bool:
    """Whether prints of one line of descent, in the same words but for the number, say the two."""
    return any(
        one.head == other.head and one.claim.document_id != other.claim.document_id and one.trigger == other.trigger
        for one in first.members
        for other in second.members
    )


def _of_one_line(first: Report, second: Report) -> bool:
    """Whether two prints of one line of copies say them, and no document says both."""
    documents = [{one.claim.document_id for one in report.members} for report in (first, second)]
    return bool(first.heads & second.heads) and not documents[0] & documents[1]


def _sure_to_be_one(first: Report, second: Report) -> bool:
    """Whether two numbers that differ are of one thing: small ones without a place and a day may be two attacks.

    One attack of a month, and the month's whole toll, are not one: "one officer dead", "400 dead in January".
    """
    levels = [level_of(one.number) for one in (first, second) if one.number is not None]
    if max(levels) >= SPECIFIC and min(levels) * _ONE_SIZE >= max(levels):
        return True
    one, other = first.first, second.first
    dated = (
        one.window
        and other.window
        and one.window.stated
        and other.window.stated
        and gap_days(one.window, other.window) == 0
        and max(one.window.days, other.window.days) <= _ONE_DAY
    )
    return bool(dated) or (places(one.place, other.place) == "agree" and first.local)


def _grown(first: Report, second: Report) -> bool:
    """Whether the second is a later toll and a higher one: tolls grow, and that two sources caught two moments is no quarrel."""
    one, other = first.first.window, second.first.window
    if not loss_of(first.first.claim):
        return False
    levels = [level_of(report.number) for report in (first, second) if report.number is not None]
    if went_before(first.first, second.first) or went_before(second.first, first.first):
        return (levels[0] < levels[1]) == went_before(first.first, second.first)
    if not (one and other and one.stated and other.stated) or gap_days(one, other) == 0:
        return False
    return (levels[0] < levels[1]) == ((one.end or 0) < (other.end or 0))


def _inside(one: Quantity, other: Quantity) -> bool:
    """Whether one amount lies within bounds that the other leaves open: 600 within "more than 300"; nothing within 4,000."""
    if other.best is not None and other.low is None and other.high is None:
        return False
    low = other.low if other.low is not None else 0.0
    high = other.high if other.high is not None else float("inf")
    return low < high and low <= level_of(one) <= high


def _is_part(first: Report, second: Report) -> bool:
    """Whether a sentence says that one of the two numbers is a share of the other: "12,000, of whom 1,500 are there"."""
    shared = [
        (one, other)
        for one in first.members
        for other in second.members
        if one.claim.document_id == other.claim.document_id and one.words == other.words
    ]
    return any(_part_words().search(one.words) for one, _ in shared)


@cache
def _part_words() -> re.Pattern[str]:
    phrases = sorted({row["phrase"] for row in read_table("part_of.tsv", "dragoman.weighing")}, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(one) for one in phrases) + r")\b")
