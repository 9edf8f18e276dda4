"""Givers whose verb is left out: "la Suède a livré 12 camions, et l'Irlande, 9" has a second giver, and no receiver, in Ireland.

Gapping as Ross names it (1970): the second clause keeps its subject and its number, and takes up verb and thing from the first.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.actors_at import actors_on, unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties
from dragoman.model.mention import ActorMention, QuantityMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence
from dragoman.world.table import read_table

_BREAKS = (",", ";")
_ENDS = (".", ";", ",", "»", "”", '"')


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause without its verb. first, name, number: tokens in the verb's sentence, first of them the clause's own first."""

    first: int
    name: int
    number: int


def gaps_of(case: Case, predication: Predication) -> tuple[Gap, ...]:
    """The clauses behind a gift that name a giver and a number alone."""
    if not predication.concept or frame_of(predication.concept) != "give" or not predication.fillers("agent"):
        return ()
    if not any(one.concept for one in predication.fillers("theme")):
        return ()
    sentence = case.reading.sentences[predication.sentence]
    found = (_gap_at(case, predication, index) for index in range(predication.head + 2, len(sentence.tokens) - 1))
    return tuple(one for one in found if one is not None)


def without_gaps(case: Case, predication: Predication) -> Predication:
    """The predication without what stands in such clauses; as it was, if it has none."""
    gaps = gaps_of(case, predication) or _of_things(case, predication)
    if not gaps:
        return predication
    inside = {token for gap in gaps for token in range(gap.first, gap.number + 1)}
    tokens = case.reading.sentences[predication.sentence].tokens
    end = tokens[gaps[0].first - 1].span.end
    kept = tuple(
        _cut(case, one, end)
        for one in predication.arguments
        if (one.sentence != predication.sentence or one.head not in inside)
    )
    return replace(predication, arguments=kept)


def gives_itself(case: Case, predication: Predication, receivers: tuple[ActorMention, ...]) -> bool:
    """Whether all that a sentence seems to give to is the giver of such a clause: "France gave fuel, and Italy spare parts"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    gaps = _of_things(case, predication) if receivers else ()
    return bool(gaps) and all(one.quote.span.overlaps(tokens[gaps[0].name].span) for one in receivers)


def _of_things(case: Case, predication: Predication) -> tuple[Gap, ...]:
    """The last clause behind a gift to nobody named, if it has a giver and things of its own: "France gave fuel, and Italy spare parts".

    Such a name receives nothing; in "gave Chad fuel, and Mali spare parts" it does. What it gives is told by no claim.
    """
    sentence = case.reading.sentences[predication.sentence]
    tokens, joining = sentence.tokens, _joining(case.reading.document.language)
    if not predication.concept or frame_of(predication.concept) != "give" or not predication.fillers("agent"):
        return ()
    for name in range(predication.head + 3, len(tokens) - 1):
        opened = tokens[name - 1].form.casefold() in joining and tokens[name - 2].form in _BREAKS
        if not opened or not _states(case, predication.sentence, name):
            continue
        end = next((one for one in range(name + 1, len(tokens)) if tokens[one].form in _ENDS), len(tokens))
        between = any(
            one.sentence == predication.sentence and one.head < name for one in predication.fillers("recipient")
        )
        if between or end == name + 1 or any(one.upos not in _OF_THINGS for one in tokens[name + 1 : end]):
            return ()
        return (Gap(name - 1, name, end - 1),)
    return ()


_OF_THINGS = frozenset(("NOUN", "ADJ", "NUM", "SYM", "DET"))


def givers_left_out(
    case: Case, predication: Predication, parties: Parties
) -> tuple[tuple[Parties, QuantityMention], ...]:
    """The sides of each such gift, with its number: given to the same as the first."""
    found: list[tuple[Parties, QuantityMention]] = []
    for gap in gaps_of(case, predication):
        givers = _states(case, predication.sentence, gap.name)
        numbers = case.index.quantities.at(predication.sentence, gap.number)
        if givers and numbers:
            why = f"{givers[0].quote.text!r} gives as well: its verb {predication.trigger.text!r} is left out"
            found.append((replace(parties, actors=givers, inferred=(*parties.inferred, why)), numbers[0]))
    return tuple(found)


def _gap_at(case: Case, predication: Predication, name: int) -> Gap | None:
    """The clause whose giver is named by a token: a break, perhaps "and", the name, perhaps a comma, a number, and an end."""
    sentence, language = case.reading.sentences[predication.sentence], case.reading.document.language
    if sentence.tokens[name].upos != "PROPN" or not _states(case, predication.sentence, name):
        return None
    number = name + 2 if sentence.tokens[name + 1].form == "," else name + 1
    if number >= len(sentence.tokens) or sentence.tokens[number].upos != "NUM":
        return None
    if not _is_end(sentence, number + 1, language):
        return None
    first = name
    joining = _joining(language)
    while first and (sentence.tokens[first - 1].upos == "DET" or sentence.tokens[first - 1].form.casefold() in joining):
        first -= 1
    joined = any(sentence.tokens[one].form.casefold() in joining for one in range(first, name))
    broken = first > 0 and sentence.tokens[first - 1].form in _BREAKS
    if not broken and not (
        joined and number == name + 1
    ):  # "et la Norvège 9"; "à la Lettonie et la Norvège, 9" may be anything
        return None
    return Gap(first, name, number)


def _is_end(sentence: Sentence, index: int, language: str) -> bool:
    if index >= len(sentence.tokens):
        return True
    form = sentence.tokens[index].form
    return form in _ENDS or _joining(language).get(form, False)


@cache
def _joining(language: str) -> dict[str, bool]:
    """Words that join a clause without its verb, and whether one of them may stand behind it."""
    rows = read_table("rules/gapping.tsv", "dragoman.coding")
    return {row["word"]: row["ends"] == "yes" for row in rows if row["language"] == language}


def _states(case: Case, number: int, token: int) -> tuple[ActorMention, ...]:
    return unique(tuple(one for one in actors_on(case, number, token) if is_state(one)))


def _cut(case: Case, argument: Argument, end: int) -> Argument:
    """An argument without the clause that the tree hung on it: "447 generators, and Poland, 440"."""
    span = argument.quote.span
    if argument.quote.span.end <= end or span.start >= end:
        return argument
    words = case.text[span.start : end].rstrip(" ,;")
    return replace(argument, quote=quote(Span(span.start, span.start + len(words)), case.text))
