"""What a sum is only the price of: "medicine worth $2 million" is medicine, "a $30 million ship" is a ship, and no money changes hands."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.rule import flow_kind
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import Sentence
from dragoman.world.concept import concepts
from dragoman.world.table import read_table

_WHY = "what the sum behind it is the worth of"


def without_prices(case: Case, predication: Predication) -> Predication:
    """The predication with what is priced in place of its price; a price whose thing no word of the lexicon names is left out."""
    if not any(_is_sum(one) for one in predication.fillers("theme")):
        return predication
    kept: list[Argument] = []
    for one in predication.arguments:
        if one.role != "theme" or not _is_sum(one):
            kept.append(one)
        elif (word := _word_of_worth(case, one)) is not None:
            kept += _worth_that(case, one, word, predication)
        elif not _is_price_of(one, predication) and not _is_before_a_name(case, one):
            kept.append(one)
    return replace(predication, arguments=tuple(kept))


def _is_sum(argument: Argument) -> bool:
    return argument.concept is not None and flow_kind(argument.concept) == "money"


def _is_price_of(price: Argument, predication: Predication) -> bool:
    """Whether a sum stands inside the words of another thing that is handed over: "the $30 million Nafanua"."""
    return any(
        one is not price
        and one.quote.span != price.quote.span
        and one.quote.span.covers(price.quote.span)
        and one.quote.span.end > price.quote.span.end
        and not _is_sum(one)
        for one in predication.fillers("theme")
    )


def _is_before_a_name(case: Case, price: Argument) -> bool:
    """Whether a sum stands right before a name that the tree tore from it: "the $30 million Nafanua was given to Samoa"."""
    sentence = case.reading.sentences[price.sentence]
    last = max((one for one in sentence.subtree(price.head) if _counts(sentence, one)), default=price.head)
    if last + 1 >= len(sentence.tokens) or sentence.tokens[last + 1].upos != "PROPN":
        return False
    at = (price.sentence, last + 1)
    return not case.index.periods.at(*at) and not case.index.actors.at(*at) and not case.index.places.at(*at)


def _word_of_worth(case: Case, price: Argument) -> int | None:
    """The word "worth" right before or behind a sum ("$2 million worth of aid"); None if there is none."""
    sentence = case.reading.sentences[price.sentence]
    words = _words(case.reading.document.language)
    begin = min((one for one in sentence.subtree(price.head) if _counts(sentence, one)), default=price.head)
    before = [one for one in range(max(begin - 2, 0), begin + 1) if sentence.tokens[one].form.casefold() in words]
    last = max((one for one in sentence.subtree(price.head) if _counts(sentence, one)), default=price.head)
    behind = [one for one in range(last + 1, min(last + 2, len(sentence.tokens))) if _is_worth(sentence, one, words)]
    found = before or behind
    return found[-1] if found else None


def _is_worth(sentence: Sentence, index: int, words: frozenset[str]) -> bool:
    return sentence.tokens[index].form.casefold() in words


def _counts(sentence: Sentence, index: int) -> bool:
    return sentence.tokens[index].upos in ("NUM", "SYM")


def _worth_that(case: Case, price: Argument, word: int, predication: Predication) -> list[Argument]:
    """The thing named right before "worth", where no other argument is that thing already."""
    named = [
        one
        for one in case.index.concepts.at(price.sentence, word - 1)
        if concepts()[one.concept].kind == "thing" and flow_kind(one.concept) not in (None, "money")
    ]
    taken = {(one.sentence, one.head) for one in predication.arguments}
    if not named or (price.sentence, word - 1) in taken:
        return []
    return [replace(price, quote=named[0].quote, head=word - 1, concept=named[0].concept, repaired=_WHY)]


@cache
def _words(language: str) -> frozenset[str]:
    rows = read_table("rules/worth_words.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)
