"""What tells two claims apart that agree in all they say: how they are told, side by side in one text or on unlike occasions."""

from __future__ import annotations

from functools import cache

from dragoman.weighing.admission import is_one_admission
from dragoman.weighing.order import is_next_deed
from dragoman.weighing.profile import Profile
from dragoman.world.table import read_table

_ONE_NEWS = frozenset(("meeting", "visit"))


def are_apart(left: Profile, right: Profile) -> bool:
    """Whether two claims of one block are two things for how they are told."""
    return (
        _are_listed(left, right)
        or _is_sequel(left, right)
        or _are_two_occasions(left, right)
        or _are_two_sayings(left, right)
    )


def is_one_entry(left: Profile, right: Profile) -> bool:
    """Whether both are read from one entry of a list, each by a word of it: "two Kestrel patrol boats", by the name and by the boats."""
    one, other = left.claim.item, right.claim.item
    if one is None or other is None or left.claim.document_id != right.claim.document_id:
        return False
    return one.quote.span == other.quote.span and _is_entry(left) and _is_entry(right)


def in_one_sentence(left: Profile, right: Profile) -> bool:
    """Whether one document says both in one sentence."""
    return left.claim.document_id == right.claim.document_id and left.words == right.words


def _are_listed(left: Profile, right: Profile) -> bool:
    """Whether one document lists them: one verb with two objects, or entries of a list, each named by the thing alone.

    "It sent rifles, pistols and ammunition", "- 40 helmets; - helmets and boots for a second brigade": whoever lists two things
    means two, be one a kind of the other, or a share of it.
    """
    one, other = left.claim.item, right.claim.item
    if one is None or other is None or left.claim.document_id != right.claim.document_id:
        return False
    if left.claim.trigger.span == right.claim.trigger.span:
        return one.quote.span != other.quote.span
    return (_is_entry(left) or _is_entry(right)) and one.quote.span != other.quote.span


def _is_sequel(left: Profile, right: Profile) -> bool:
    """Whether one document tells one flow as the next after the other: "they came by rail", "they travelled onward to the coast"."""
    if left.claim.flow is None or right.claim.flow is None or left.claim.document_id != right.claim.document_id:
        return False
    first, second = sorted((left, right), key=lambda one: one.claim.trigger.span.start)
    return first.words != second.words and is_next_deed(second) and not is_next_deed(first)


def _is_entry(one: Profile) -> bool:
    """Whether a claim's deed is read from the thing itself, as in a list under "the package includes:"."""
    if one.claim.item is None:
        return False
    thing, deed = one.claim.item.quote.span, one.claim.trigger.span
    return thing.start <= deed.start and deed.end <= thing.end


def _are_two_occasions(left: Profile, right: Profile) -> bool:
    """Whether states consult in two ways. "On a visit to the capital, she met her counterpart" names two; two papers may mean one."""
    return are_unlike(left, right) and (
        in_one_sentence(left, right) or not {occasion_of(left), occasion_of(right)} <= _ONE_NEWS
    )


def are_unlike(left: Profile, right: Profile) -> bool:
    """Whether two claims are of two sorts of consultation; False where the sort of one is not known."""
    return "" not in (occasion_of(left), occasion_of(right)) and occasion_of(left) != occasion_of(right)


def occasion_of(one: Profile) -> str:
    """How states consult in a claim: meeting, visit, call, message, ...; "" for all else."""
    return _occasions().get(one.claim.concept, "") if one.block[1] == "CONSULT" else ""


def _are_two_sayings(left: Profile, right: Profile) -> bool:
    """Whether two claims of what one mouth said are two: unless in the same words, or one holds the other in one sentence.

    "We express support for open seas" is a saying of support for open seas, read once by each of its words.
    """
    if left.content == right.content or is_one_admission(left, right):
        return False
    few, many = sorted((left.content, right.content), key=len)
    return not (in_one_sentence(left, right) and few in many)


@cache
def _occasions() -> dict[str, str]:
    """Concepts of consultation to the occasion that each is."""
    return {row["concept"]: row["occasion"] for row in read_table("occasion.tsv", "dragoman.weighing")}
