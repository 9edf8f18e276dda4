"""Who says "we" and whose ally is meant: states that a word stands for by who speaks of it."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case, is_state
from dragoman.coding.chain import attributions_of
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument
from dragoman.model.tree import base
from dragoman.world.actor import actor_for_country, states
from dragoman.world.table import read_table

_OF_STATE = ("GOV", "MIL")


def we_of_state(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """The state whose minister, president or general says "we" in a quotation: "We have sent tanks", the Chadian president said."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    if token.upos != "PRON" or not (token.has("Person=1") and token.has("Number=Plur")):
        return ()
    said = [one for one in attributions_of(token.span, case.said) if one.direct and one.speaker is not None]
    speaker = said[-1].speaker if said else None
    if speaker is None or speaker.sector not in _OF_STATE or speaker.country not in states():
        return ()
    mention = ActorMention(
        argument.quote, actor_for_country(speaker.country or ""), f"{speaker.name} says it of their own"
    )
    return (mention,) if is_state(mention) else ()


def without_relatives(case: Case, argument: Argument, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The actors of a phrase without the one whose friend or member it names: "this ally of Chad" is not Chad, "a NATO
    member" is not NATO.
    """
    sentence, words = case.reading.sentences[argument.sentence], _relatives(case.reading.document.language)
    beside = (one for one in sentence.children[argument.head] if base(sentence.tokens[one].relation) == "compound")
    lemmas = (sentence.tokens[one].lemma.casefold() for one in (argument.head, *beside))
    of = {words[lemma] for lemma in lemmas if lemma in words}
    if "any" in of:
        return ()
    return tuple(one for one in found if one.actor.country != "IGO") if of else found


def ally_in_pair(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """The other of the two states that a text is about, for "son allié", "its ally": of one of them it is the other."""
    pair = {one.actor.country: one for one in case.pair}
    sentence = case.reading.sentences[argument.sentence]
    token = sentence.tokens[argument.head]
    if len(pair) != 2 or not token.has("Number=Sing"):
        return ()
    beside = [sentence.tokens[i] for i in sentence.children[argument.head]]
    owned = any(one.has("Poss=Yes") and not (one.has("Person=1") or one.has("Person=2")) for one in beside)
    if (
        not owned
        or token.lemma.casefold() not in _friends(case.reading.document.language)
        or case.index.actors.at(argument.sentence, argument.head)
    ):
        return ()
    before = [
        one for one in case.index.actors.inside(argument.sentence) if one.quote.span.end <= argument.quote.span.start
    ]
    owners = [one.actor.country for one in before if one.actor.country in pair]
    others = [one for country, one in pair.items() if owners and country != owners[-1]]
    why = f"an ally of {owners[-1]}, in a text about two states" if owners else ""
    return (ActorMention(argument.quote, others[0].actor, why),) if len(others) == 1 else ()


@cache
def _relatives(language: str) -> dict[str, str]:
    rows = read_table("rules/relatives.tsv", "dragoman.coding")
    return {row["noun"]: row["of"] for row in rows if row["language"] == language}


@cache
def _friends(language: str) -> frozenset[str]:
    rows = read_table("rules/relatives.tsv", "dragoman.coding")
    return frozenset(row["noun"] for row in rows if row["language"] == language and row["friend"] == "yes")
