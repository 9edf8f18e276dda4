"""One admission told in other words: a state owns up to a thing once, and papers of two languages say so each in its own way."""

from __future__ import annotations

from functools import cache

from dragoman.weighing.print_mark import words_of
from dragoman.weighing.profile import Profile
from dragoman.weighing.window import share_day
from dragoman.world.actor import LANGUAGES
from dragoman.world.concept import concepts, is_a, words

_THINGS = ("thing", "people")


def is_one_admission(left: Profile, right: Profile) -> bool:
    """Whether two claims of what one mouth admitted are of one time and one sort of thing: the sending of soldiers, the loss of a ship.

    What is said otherwise is said again and again, and its words alone tell sayings apart. "Confirmed in April that it had sent
    troops" and, of a day of that April, "a reconnu la présence de ses soldats" are one admission.
    """
    if not (is_admission(left) and is_admission(right)) or left.window is None or right.window is None:
        return False
    if not (left.window.narrow and right.window.narrow and share_day(left.window, right.window)):
        return False
    one, other = things_in(_admitted(left)), things_in(_admitted(right))
    return any(is_a(a, b) or is_a(b, a) for a in one for b in other)


def is_admission(one: Profile) -> bool:
    """Whether a claim is a saying by which its speaker owns up to something."""
    return one.claim.matter == "statement" and one.claim.factuality.status == "acknowledged"


def _admitted(one: Profile) -> str:
    """What a claim says was admitted, with the object that its verb may have before it: "n'a reconnu ses pertes qu'au printemps"."""
    claim = one.claim
    start, end = claim.trigger.span.end, claim.content.span.end if claim.content else 0
    first = claim.evidence.span.start
    return claim.evidence.text[start - first : end - first] if first <= start < end else one.content


def things_in(content: str) -> frozenset[str]:
    """Concepts of the things and people that folded words name, in any language of the tables.

    >>> sorted(things_in("its soldiers and a ferry")) == sorted(things_in("ses soldats et un ferry"))
    True
    """
    known = _nouns()
    found = (known.get(form) for word in words_of(content) for form in (word, word.removesuffix("s")))
    return frozenset(one for one in found if one is not None)


@cache
def _nouns() -> dict[str, str]:
    """Nouns of one word for a thing or for people to their concept."""
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for part, entry, concept in words(language):
            if part == "n" and len(entry) == 1 and concepts()[concept].kind in _THINGS:
                found.setdefault(entry[0], concept)
    return found
