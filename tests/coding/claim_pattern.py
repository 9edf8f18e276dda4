"""Claims in short form, as tests/coding/cases.tsv writes what is expected.

A pattern is words with spaces between; each narrows the claims that it fits, and what it does not name may be anything:

    PRK>RUS           countries of actors and recipients: A+B both of them and no other state, "-" none, "*" anyone
    AID               PLOVER type
    LOSS              a loss
    flow              any transfer
    troops/shipped    kind and stage of a transfer, "*" for any
    =reported         factuality.status
    item:9/-/-        a quantity: role, low/best/high; one number is all three, "*" any
    @2024-10          the period, EDTF
    in:Kursk          the place, by a part of its name
    says:KOR          who says it, the last of the chain, by country
    mode:visit        PLOVER mode
    any               an event, a flow or a loss

"|" stands between alternatives, where PLOVER's manual allows both. Statements and judgements are never meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.model.claim import EVENT_TYPES, FLOW_KINDS, STAGES, Claim
from dragoman.model.factuality import STATUS_ORDER
from dragoman.model.mention import ActorMention

Check = Callable[[Claim], bool]
_TYPES = EVENT_TYPES | {"LOSS", "flow", "any"}
_ROLES = ("item", "money", "killed", "wounded", "killed_or_wounded", "captured", "missing", "arrested", "displaced", "duration", "other")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expected claim, or one that must not be there. words: as the table writes it."""

    words: str
    wanted: bool
    checks: tuple[Check, ...]

    def fits(self, claim: Claim) -> bool:
        """Whether a claim is what the pattern describes."""
        return claim.matter in ("event", "flow", "loss") and all(check(claim) for check in self.checks)


def parse_patterns(expect: str) -> tuple[Pattern, ...]:
    """The patterns of one row. Raises ValueError for a word that is no part of one.

    >>> [(one.words, one.wanted) for one in parse_patterns("PRK>RUS AID ; ! any")]
    [('PRK>RUS AID', True), ('any', False)]
    """
    return tuple(_pattern(part.strip()) for part in expect.split(" ; "))


def _pattern(part: str) -> Pattern:
    wanted = not part.startswith("! ")
    words = part.removeprefix("! ")
    return Pattern(words, wanted, tuple(_check(word) for word in words.split()))


def _check(word: str) -> Check:
    head, colon, rest = word.partition(":")
    if word.startswith("="):
        return _status(word[1:].split("|"))
    if word.startswith("@"):
        return lambda claim: claim.period is not None and claim.period.period.edtf == word[1:]
    if colon and head in _ROLES:
        return _amount(head, rest)
    if colon and head in ("in", "says", "mode"):
        return _named(head, rest)
    if ">" in word:
        return _parties(word.split("|"))
    if "/" in word:
        return _flow(*word.split("/"))
    return _type(word.split("|"))


def _status(names: list[str]) -> Check:
    if not set(names) <= set(STATUS_ORDER):
        raise ValueError(f"no status: {names}")
    return lambda claim: claim.factuality.status in names


def _amount(role: str, bounds: str) -> Check:
    if bounds == "*":
        return lambda claim: any(one.role == role for one in claim.quantities)
    given = bounds.split("/") if "/" in bounds else [bounds] * 3
    expected = tuple(None if one == "-" else float(one) for one in given)

    def holds(claim: Claim) -> bool:
        found = [one.mention.quantity for one in claim.quantities if one.role == role]
        return any((one.low, one.best, one.high) == expected for one in found)

    return holds


def _named(what: str, name: str) -> Check:
    if what == "in":
        names = name.split("|")
        return lambda claim: claim.place is not None and any(one in claim.place.place.name for one in names)
    if what == "mode":
        return lambda claim: claim.mode == name

    def says(claim: Claim) -> bool:
        last = claim.originator
        return last is not None and last.actor is not None and last.actor.country == name

    return says


def _parties(pairs: list[str]) -> Check:
    sides = [tuple(pair.split(">")) for pair in pairs]
    return lambda claim: any(_side(left, claim.actors) and _side(right, claim.recipients) for left, right in sides)


def _side(expected: str, mentions: tuple[ActorMention, ...]) -> bool:
    found = {one.actor.country for one in mentions if one.actor.country}
    return expected == "*" or found == (set() if expected == "-" else set(expected.split("+")))


def _flow(kind: str, stages: str) -> Check:
    names = stages.split("|")
    if kind not in FLOW_KINDS | {"*"} or not set(names) <= STAGES | {"*"}:
        raise ValueError(f"no flow: {kind}/{stages}")
    return lambda claim: (
        claim.flow is not None and kind in ("*", claim.flow.kind) and ("*" in names or claim.flow.stage in names)
    )


def _type(names: list[str]) -> Check:
    if not set(names) <= _TYPES:
        raise ValueError(f"no event type: {names}")
    return lambda claim: any(
        name == "any"
        or claim.event_type == name
        or (name == "LOSS" and claim.matter == "loss")
        or (name == "flow" and claim.flow is not None)
        for name in names
    )
