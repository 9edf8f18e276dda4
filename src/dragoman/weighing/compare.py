"""Whether two claims can be one fact: each field compared, with what was compared and why."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf
from typing import Literal

from dragoman.model.place import Place
from dragoman.model.quantity import Quantity
from dragoman.weighing.admission import is_one_admission
from dragoman.weighing.apart import are_apart, are_unlike, is_one_entry
from dragoman.weighing.profile import Profile, are_two_rows, bounds_text, bounds_words, level_of, unit_of
from dragoman.weighing.window import Window, gap_days, share_day
from dragoman.world.concept import is_a

Outcome = Literal["agree", "differ", "silent"]

# Days between two printings within which two undated reports of one kind between the same states are one piece of news.
# Longer joins the next meeting or the next shipment to this one: weekly talks are seven days apart.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 1 to 7 days changes nothing there.
ONE_NEWS_DAYS = 3
# Two undated claims printed further apart are one fact only by a number that is hardly met twice.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 7 days costs 0.02 of F1 on pairs, 62 changes nothing.
NEAR_DAYS = 31
# Three digits: two tolls of nine are two tolls, two of 4,700 are one.
# Measured on ../shared/articles/relations, coded and as read (tests/weighing), 2026-11-26: 10 changes nothing, 1,000 loses 3 of 46 disagreements.
SPECIFIC = 100


@dataclass(frozen=True, slots=True)
class Comparison:
    """One field of two claims. silent: at least one of them does not say, or they say too little of each other."""

    field: str
    outcome: Outcome
    left: str
    right: str


def compare(left: Profile, right: Profile) -> tuple[Comparison, ...]:
    """All fields of two claims of one block that identity rests on, with both values."""
    quantities = tuple(bounds_words(bounds_text(one.quantity)) for one in (left, right))
    windows = (left.window, right.window)
    periods = tuple(one.text if one and one.stated else "" for one in windows)
    return (
        Comparison("item", items(left.item, right.item), left.item, right.item),
        Comparison("quantity", numbers_of(left, right), quantities[0], quantities[1]),
        Comparison("period", periods_of(left, right), periods[0], periods[1]),
        Comparison("place", places_of(left, right), *(one.name if one else "" for one in (left.place, right.place))),
        Comparison("persons", people(left, right), *("+".join(sorted(one.persons)) for one in (left, right))),
        Comparison("row", "differ" if are_two_rows(left, right) else "silent", left.row or "", right.row or ""),
    )  # fmt: skip


def items(one: str, other: str) -> Outcome:
    """Two things transferred: one must be a kind of the other."""
    if not one or not other:
        return "silent"
    return "agree" if one == other or is_a(one, other) or is_a(other, one) else "differ"


def amounts(left: Quantity | None, right: Quantity | None) -> Outcome:
    """Two amounts: one and the same, two that cannot both hold, or two that say too little of each other.

    "More than 11,000" and "about 15,000" can both be true of one contingent and of two: that is silence, not agreement.
    "As much as 40 per cent" and "40 per cent" are one figure, rounded by the second.
    """
    if left is None or right is None or left.state != "value" or right.state != "value":
        return "silent"
    if left.unit != right.unit and unit_of(left) and unit_of(right) and unit_of(left) != unit_of(right):
        return "differ"
    if left.best is not None and right.best is not None:
        return "agree" if left.best == right.best else "differ"
    if (left.low, left.best, left.high) == (right.low, right.best, right.high):
        return "agree"
    low = max(left.low or 0, right.low or 0)
    high = min(left.high if left.high is not None else inf, right.high if right.high is not None else inf)
    best = left.best if left.best is not None else right.best
    if low > high or (best is not None and not low <= best <= high):
        return "differ"
    return "agree" if best is not None and level_of(left) == level_of(right) else "silent"


def periods_of(left: Profile, right: Profile) -> Outcome:
    """Two times that the texts state. A day beside the next is silence where one mouth, or a dispatch on the same persons, said both.

    Time zones and late prints move the day of a message by one; two attacks on two days are two.
    """
    one, other = left.window, right.window
    if one is None or other is None or not one.stated or not other.stated:
        return "silent"
    if share_day(one, other):
        return "agree" if one.narrow and other.narrow else "silent"
    if gap_days(one, other) > 1 or max(one.days, other.days) > 1 or left.claim.event_type == "ASSAULT":
        return "differ"
    same_mouth = left.origin.named and left.origin.key == right.origin.key
    same_persons = left.claim.matter == "event" and bool(left.persons & right.persons)
    return "silent" if same_mouth or same_persons else "differ"


def places(one: Place | None, other: Place | None) -> Outcome:
    """Two places: one name, one region, or one of them the whole state."""
    if one is None or other is None:
        return "silent"
    if one.name == other.name or (one.geonames_id is not None and one.geonames_id == other.geonames_id):
        return "agree"
    if 6 in (one.where_prec, other.where_prec):
        return "silent" if one.country == other.country else "differ"
    return (
        "agree" if one.admin1 is not None and (one.admin1, one.country) == (other.admin1, other.country) else "differ"
    )


def places_of(left: Profile, right: Profile) -> Outcome:
    """Two places of two claims. Where states act together, the name of one of them as a whole is no other place than a city.

    "The minister of Freedonia and her counterpart met", and "they met in Sylvania's capital": Freedonia is named for the minister.
    A whole state is no place of what is sent: it is one of the two, or whoever tells of it.
    """
    found = places(left.place, right.place)
    if left.claim.flow is not None and any(
        one.place is not None and one.place.where_prec == 6 for one in (left, right)
    ):
        return "agree" if found == "agree" else "silent"  # who sends and who receives is compared already
    states = left.block[2].split("+")
    if found != "differ" or len(states) < 2 or left.block[3]:
        return found
    named = [one.place for one in (left, right) if one.place and one.place.where_prec == 6]
    return "silent" if len(named) == 1 and named[0].country in states else found


def people(left: Profile, right: Profile) -> Outcome:
    """Known persons on the sides: ministers who met are not the presidents who met."""
    if not left.persons or not right.persons:
        return "silent"
    return "agree" if left.persons & right.persons else "differ"


def tie(left: Profile, right: Profile) -> int | None:
    """How strongly two claims of one block are held together, None if they are not.

    Nothing may differ, and something besides kind and parties must agree. 5: the same words, or copies of one text;
    4: number, and time or place; 3: a number hardly met twice or of the same weeks, or days that meet; 2: a longer time,
    a place in the same weeks, or one source within days; 1: undated news of the same days.
    Two rows of one set of coded events never are: it tells its events apart itself.
    """
    if are_two_rows(left, right):
        return None
    number, time = numbers_of(left, right), periods_of(left, right)
    place, persons = places_of(left, right), people(left, right)
    if "differ" in (items(left.item, right.item), number, time, place, persons) or are_apart(left, right):
        return None
    if (left.words == right.words and _is_one_word(left, right)) or _is_copied(left, right):
        return 5
    if number == "agree" and (time == "agree" or place == "agree"):
        return 4
    if is_one_admission(left, right):
        return 3
    elsewhere = left.claim.document_id != right.claim.document_id
    if elsewhere and not left.known_sides:
        return None  # "five dead", of nobody and nowhere, in two papers are two accidents
    apart = printed_apart(left, right)
    if number == "agree" and _is_one_count(left, right, apart):
        return 3
    if time == "agree" and _days_meet(left, right):
        return 3
    # Two states talk every month: a season that both talks fall into makes them one only where the persons are.
    if time == "agree" and (left.block[1] != "CONSULT" or persons == "agree"):
        return 2
    # What one state did in a week it may have done twice; what two did together, or one to another, is met less often, as is
    # what one known person did: "the president dismissed his generals", in two papers of two days.
    met_once = left.known_sides > 1 or persons == "agree"
    if persons != "agree" and (are_unlike(left, right) or _is_next_story(left, right)):
        return None  # "the visit in June" and the talks of today, in one report; talks in one issue of a paper, and in the next
    return _weak(left, right, place == "agree", apart) if met_once or not elsewhere else None


def numbers_of(left: Profile, right: Profile) -> Outcome:
    """Two numbers. In one document, two that are not the same are of two things or of two moments of one."""
    found = amounts(left.quantity, right.quantity)
    both = left.quantity is not None and right.quantity is not None
    if found == "silent" and both and left.claim.document_id == right.claim.document_id:
        return "differ"
    return found


def _is_one_word(left: Profile, right: Profile) -> bool:
    """Whether two claims of one sentence rest on one word of it or one entry of a list, or one saying holds the other."""
    saying = left.claim.matter in ("statement", "judgement")
    return left.trigger == right.trigger or saying or is_one_entry(left, right)


def _is_copied(left: Profile, right: Profile) -> bool:
    return (
        left.head == right.head and left.claim.document_id != right.claim.document_id and left.trigger == right.trigger
    )


def _is_one_count(left: Profile, right: Profile, apart: float) -> bool:
    """Whether an equal number is one count: of the same weeks, of one source, or of figures that are hardly met twice."""
    if apart <= NEAR_DAYS or (left.origin.named and left.origin.key == right.origin.key):
        return True
    one, other = left.window, right.window
    if (
        one
        and other
        and one.stated != other.stated
        and share_day(one, other)
        and max(one.days, other.days) <= NEAR_DAYS
    ):
        return True  # "300 dead", printed in January; "by January it counted 300", printed in April
    return left.quantity is not None and is_telling(level_of(left.quantity))


def is_telling(level: float) -> bool:
    """Whether a number is hardly met twice. A round one is counted of many things and times.

    >>> is_telling(4700), is_telling(4000), is_telling(47)
    (True, False, False)
    """
    return level >= SPECIFIC and len(f"{level:.15g}".replace(".", "").strip("0")) > 1


def _weak(left: Profile, right: Profile, place: bool, apart: float) -> int | None:
    if place and apart <= (NEAR_DAYS if left.claim.flow else 7):
        return 2
    if left.origin.named and left.origin.key == right.origin.key and apart <= ONE_NEWS_DAYS:
        return 2
    return 1 if _one_news(left, right, apart) else None


def _is_next_story(left: Profile, right: Profile) -> bool:
    """Whether one publisher tells them on two days, not both from one named speaker: who tells a thing again names it, or its day."""
    papers = [{link.text for link in one.claim.attribution if link.kind == "publisher"} for one in (left, right)]
    if not papers[0] & papers[1] or left.printed is None or left.printed == right.printed:
        return False
    own = left.own_voice and right.own_voice
    return own or not (left.origin.named and left.origin.key == right.origin.key)


def _days_meet(left: Profile, right: Profile) -> bool:
    return max(one.window.days if one.window else inf for one in (left, right)) <= 7


def _one_news(left: Profile, right: Profile, apart: float) -> bool:
    """Undated news printed within days of each other, or a dated event within the week before an undated report of it."""
    one, other = left.window, right.window
    if one is None or other is None:
        return False
    if one.stated == other.stated:  # undated both, or a message of one day and the next, as `periods_of` let pass
        return apart <= ONE_NEWS_DAYS and (not one.stated or max(one.days, other.days) == 1)
    stated = one if one.stated else other
    return stated.days <= 7 and share_day(one, other) and apart <= 7


def printed_apart(left: Profile, right: Profile) -> float:
    """Days between the printings of two claims, infinity if one is not known."""
    if left.printed is None or right.printed is None:
        return inf
    windows = (Window(*left.printed, True, ""), Window(*right.printed, True, ""))
    return gap_days(*windows)


def reason_of(left: Profile, right: Profile) -> str:
    """Why two claims are one fact: each field that both say, with both values."""
    held = [
        f"{one.field} {one.left or '–'} and {one.right or '–'} {one.outcome}"
        for one in compare(left, right)
        if one.left or one.right
    ]
    by = {5: "same sentence, or copies of one text", 1: "printed within days of each other"}.get(tie(left, right) or 0)
    return "same kind and parties; " + "; ".join([*held, *([by] if by else [])])
