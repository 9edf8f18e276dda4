"""How a sentence came to its claims, step by step: which rules fired, which nearly did, and why nothing was said where nothing was.

It asks the functions that code, one by one, so that an explanation cannot tell another story than the claims.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.coding.build import outcomes_of
from dragoman.coding.case import Case
from dragoman.coding.content import NO_CONTENT, Content, content_of
from dragoman.coding.draft import Silence
from dragoman.coding.items import transfers_of
from dragoman.coding.itself import find_asides
from dragoman.coding.match import Tried, try_rules
from dragoman.coding.party import Parties
from dragoman.coding.sides import done_between, handed_between, sides_of
from dragoman.coding.toll import role_of
from dragoman.model.claim import Claim
from dragoman.model.predication import Predication
from dragoman.model.span import Span

Thing = tuple[Span, str, Span | None]
_MAX_NEAR = 6  # rules shown that nearly fired: a general verb has forty


@dataclass(frozen=True, slots=True)
class Attempt:
    """The rules put to a predication for one thing. theme: its concept, None for the deed alone. fired: None if no rule holds."""

    theme: str | None
    fired: Tried | None
    nearly: tuple[Tried, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one predication. silences: why it says no more than its claims, () if nothing was refused."""

    predication: Predication
    parties: Parties
    attempts: tuple[Attempt, ...]
    claims: tuple[Claim, ...]
    silences: tuple[str, ...]


def steps_of(case: Case, sentence: int, claims: Sequence[Claim]) -> tuple[Step, ...]:
    """Each predication of a sentence that has a concept, with what became of it.

    claims: those of the document as it was coded; of what the rules build here only these are shown as claims.
    """
    asides = find_asides(case.reading.sentences, case.text, case.reading.document.language)
    aside = next((one for one in asides if one.sentence == sentence), None)
    if aside is not None:
        why = f"the sentence speaks of the text itself: {aside.words.text!r}"
        return tuple(Step(one, Parties((), ()), (), (), (why,)) for one in case.in_sentence(sentence))
    coded = {_thing(one): one for one in claims}
    return tuple(_step(case, one, coded) for one in case.in_sentence(sentence))


def _thing(claim: Claim) -> Thing:
    """What a claim is about, whatever type it was given in the end."""
    return claim.trigger.span, claim.matter, claim.item.quote.span if claim.item else None


def _step(case: Case, predication: Predication, coded: dict[Thing, Claim]) -> Step:
    outcomes = tuple(outcomes_of(case, predication))
    built = [one for one in outcomes if isinstance(one, Claim)]
    silences = tuple(one.why for one in outcomes if isinstance(one, Silence))
    if any(_thing(one) not in coded for one in built):
        silences += ("left out: a transfer further on in the sentence says the same",)
    parties, attempts = _put_to_rules(case, predication, any(one.matter == "flow" for one in built))
    return Step(
        predication, parties, attempts, tuple(coded[_thing(one)] for one in built if _thing(one) in coded), silences
    )


def _put_to_rules(case: Case, predication: Predication, handed_over: bool) -> tuple[Parties, tuple[Attempt, ...]]:
    """The sides that the rules were shown, and what became of them: once for each thing, and for the deed where nothing was handed over."""
    sides = sides_of(case, predication)
    themes = {one.concept if one else None: one for one in transfers_of(case, predication, role_of(case, predication))}
    shown = {theme: handed_between(case, predication, one, sides) for theme, one in themes.items()}
    attempts = [_attempt(predication, theme, parties) for theme, parties in shown.items()]
    if not handed_over:
        done = done_between(case, predication, sides)
        attempts.append(_attempt(predication, None, done, content_of(case, predication)))
        return next(iter(shown.values()), done), tuple(attempts)
    return next(iter(shown.values()), sides), tuple(attempts)


def _attempt(predication: Predication, theme: str | None, parties: Parties, content: Content = NO_CONTENT) -> Attempt:
    tried = try_rules(predication, theme, parties, content)
    fired = tried[-1] if tried and not tried[-1].failed else None
    nearly = tuple(one for one in tried if len(one.failed) == 1 and _is_near(one, fired))
    return Attempt(theme, fired, nearly[:_MAX_NEAR])


def _is_near(tried: Tried, fired: Tried | None) -> bool:
    """Whether one word more would have made it fire: a rule for quite another thing than the one named is not near."""
    (failed,) = tried.failed
    role, _, wanted = failed.removeprefix("!").partition(":")
    about_sides = role in ("foreign", "domestic") or wanted in ("state", "any", "none")
    return about_sides or len(tried.rule.when) > 1 or fired is None
