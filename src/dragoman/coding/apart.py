"""States that a sentence names and keeps out of its transfer: a rival, where something comes from, whose the thing is already."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.whence import is_whence
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.span import Span
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import cases

_GIVEN_TOGETHER = (
    "SEND",
    "SHIP",
    "DELIVER",
    "DONATE",
    "LEND",
)  # "shares intelligence with Ukraine" gives it to Ukraine
_AT_ODDS = ("HOSTILE_ACT", "RIVALRY", "THREATEN_GROUP", "ACCUSE_GROUP", "SANCTION_GROUP", "REJECT_GROUP")


def is_destination(case: Case, predication: Predication, mention: ActorMention) -> bool:
    """Whether a state named beside a thing may be given it: not one whose thing it is or from where it comes, and no make
    of it ("Milan missiles").
    """
    sentence = case.reading.sentences[predication.sentence]
    tokens = [i for i, token in enumerate(sentence.tokens) if mention.quote.span.covers(token.span)]
    acts = any(one.quote.span.overlaps(mention.quote.span) for one in case.index.actors.inside(predication.sentence))
    if not acts and not any(case_of(sentence, token) for token in tokens):
        return False
    return not stands_apart(case, predication, mention.actor.country, receives=True)


def _is_its_own(case: Case, predication: Predication, country: str | None) -> bool:
    sentence = case.reading.sentences[predication.sentence]
    words = (
        token
        for argument in predication.fillers("theme")
        if argument.concept is None or concepts()[argument.concept].kind == "thing"  # Chadian officers may go to Chad
        for token in (argument.head, *sentence.children[argument.head])
        if token == argument.head or base(sentence.tokens[token].relation) in ("amod", "compound")
    )
    return any(
        one.actor.country == country for word in words for one in case.index.actors.at(predication.sentence, word)
    )


def stands_apart(case: Case, predication: Predication, country: str | None, receives: bool) -> bool:
    """Whether the words of a transfer keep a state out of it, so that it is not its other side.

    receives: whether the state would be the one that is given. "Chad buys jets amid tensions with Niger" buys from nobody
    named; "shipped out of Chad" goes elsewhere; French aid is given by France, whoever hands it out.
    """
    if receives and _is_its_own(case, predication, country):
        return True
    named = [one.quote.span for one in case.index.actors.inside(predication.sentence) if one.actor.country == country]
    named += [one.quote.span for one in case.index.places.inside(predication.sentence) if one.place.country == country]
    if any(_is_beside(predication, span) for span in named):
        return True
    return bool(named) and all(
        _is_at_odds(case, predication, span)
        or (_is_from(case, predication, span) if receives else _is_for(case, predication, span))
        for span in named
    )


def _is_at_odds(case: Case, predication: Predication, span: Span) -> bool:
    return any(
        any(is_a(other.concept or "", name) for name in _AT_ODDS)
        and any(argument.quote.span.overlaps(span) for argument in other.arguments)
        for other in case.in_sentence(predication.sentence)
        if other is not predication
    )


def _is_beside(predication: Predication, span: Span) -> bool:
    """Whether a state only takes part on the giver's side: "will deliver 14 tanks with Denmark"."""
    gives = any(is_a(predication.concept or "", name) for name in _GIVEN_TOGETHER)
    return gives and any(one.quote.span.covers(span) for one in predication.fillers("partner"))


def _is_for(case: Case, predication: Predication, span: Span) -> bool:
    """Whether a state is only whom it is got for: "bought vaccines for Chad"."""
    sentence, table = case.reading.sentences[predication.sentence], cases(case.reading.document.language)
    tokens = (index for index, token in enumerate(sentence.tokens) if span.covers(token.span))
    return any(table.get(case_of(sentence, index)) == "for" for index in tokens)


def _is_from(case: Case, predication: Predication, span: Span) -> bool:
    tokens = case.reading.sentences[predication.sentence].tokens
    return any(
        is_whence(case, Argument("place", predication.trigger, predication.sentence, index))
        for index, token in enumerate(tokens)
        if span.covers(token.span)
    )
