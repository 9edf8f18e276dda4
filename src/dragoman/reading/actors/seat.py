"""Capitals and palaces: whether "Moscow" is the government or the place."""

from __future__ import annotations

import re

from dragoman.model.tree import Sentence, base
from dragoman.reading.actors.hit import Hit, Page

# "PYONGYANG, June 27 (KCNA) --" and "MOSCOU (AFP) —": where a dispatch was filed. Bounded, so that it cannot run away.
_DATELINE = re.compile(r"\s{0,2}(?:,\s[^\n(]{1,24})?\s?(?:\([^()\n]{2,40}\)\s{0,2}(?:--|[-—–]|:)?|--|[—–])")
_STEPS = 3


def is_place(page: Page, hit: Hit) -> bool:
    """Whether a seat of government is plainly a place here: "in Moscow", "à Moscou", "from Moscow to Kazan", a dateline.

    "Moscow denies", "relations with Moscow", "livrer des obus à Moscou" are not: there the seat acts or receives.
    """
    words, grammar = page.words, page.grammar
    if words.first_of_sentence(hit.first) and _DATELINE.match(words.text, words.ends[hit.last]):
        return True
    if _goes_on(page, hit) or _is_reached(page, hit):
        return True
    if not grammar.has("palace", words.folded[hit.last]) and (_is_described(page, hit) or _is_citys_own(page, hit)):
        return True
    before = hit.first - 1
    if before >= 0 and words.joined[hit.first] and grammar.has("article", words.folded[before]):
        before -= 1
    if before < 0 or words.sentence[before] != words.sentence[hit.first] or not words.joined[before + 1]:
        return False
    word = words.folded[before]
    if grammar.has("to", word) or word in ("au", "aux"):
        return not _is_given_to(page, hit)
    if grammar.has("place_before", word):
        return True
    if grammar.has("bound_for", word):
        return any(grammar.has("motion", one) for one in _governors(page, hit)[:1])
    if grammar.has("of", word) and before and grammar.has("city_noun", words.folded[before - 1]):
        return True
    return grammar.has("from", word) and _is_left(page, hit)


def _is_described(page: Page, hit: Hit) -> bool:
    """Whether a city is spoken of as a city: "historic Dublin", "an Oslo woman", "Paris is the centre", "Quito as the capital"."""
    words, grammar = page.words, page.grammar
    sentence = words.sentences[words.sentence[hit.first]]
    here = words.token[hit.last]
    token = sentence.tokens[here]
    relation = base(token.relation)
    head = sentence.tokens[token.head] if token.head >= 0 else None
    children = sentence.children[here]
    if any(
        sentence.tokens[one].relation == "amod"
        and one < here
        and not _is_of_government(page, sentence.tokens[one].lemma)
        for one in children
    ):
        return True
    if any(sentence.tokens[one].relation.startswith("cop") for one in children):
        return True
    if (
        relation == "nsubj"
        and head is not None
        and head.upos in ("NOUN", "PROPN")
        and _has_copula(sentence, token.head)
    ):
        return True
    after = [words.folded[index] for index in range(hit.last + 1, min(hit.last + 4, len(words)))]
    if after and grammar.has("as", after[0]) and any(grammar.has("city_noun", one) for one in after[1:]):
        return True
    named = head is not None and relation == "compound" and grammar.country_first and hit.last + 1 not in page.starting
    return named and head is not None and head.upos == "NOUN" and not grammar.has("policy_noun", head.lemma.lower())


def _is_of_government(page: Page, lemma: str) -> bool:
    return page.grammar.has("of_government", lemma.lower())


def _has_copula(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[one].relation.startswith("cop") for one in sentence.children[head])


def _is_citys_own(page: Page, hit: Hit) -> bool:
    """Whether the noun over a city has it as its town: "la maire centriste de Vilnius", "parts of London", a person of Paris."""
    words, grammar = page.words, page.grammar
    before = hit.first - 1
    if before < 0 or not words.joined[hit.first] or not grammar.has("of", words.folded[before]):
        return False
    sentence = words.sentences[words.sentence[hit.first]]
    token = sentence.tokens[words.token[hit.last]]
    if token.head < 0 or base(token.relation) not in ("nmod", "obl"):
        return False
    head = sentence.tokens[token.head]
    return head.upos == "PROPN" or grammar.has("city_noun", head.lemma.lower())


def _goes_on(page: Page, hit: Hit) -> bool:
    """Whether the words after make a place of it: "Moscow region", "Moscow, Russia", "Kyiv Oblast"."""
    words, after = page.words, hit.last + 1
    if after >= len(words) or words.sentence[after] != words.sentence[hit.last]:
        return False
    if words.spaced(after) and page.grammar.has("city_next", words.folded[after]):
        return True
    if words.spaced(after) and words.capital(after) and _bears(page, hit, after):
        return True
    # "Bratislava en Slovaquie"
    if page.grammar.has("place_before", words.folded[after]) and words.spaced(after):
        inner = page.starting.get(after + 1)
        return inner is not None and inner.kind == "state" and inner.key == hit.key
    follower = page.starting.get(after)
    return (
        follower is not None
        and follower.kind == "state"
        and follower.key == hit.key
        and words.between(after).strip() == ","
    )


def _bears(page: Page, hit: Hit, after: int) -> bool:
    """Whether a proper name goes on behind a city: "Dublin Harbour Choir", but not "White House Press Secretary"."""
    words = page.words
    if not page.grammar.country_first or after in page.starting or page.grammar.has("palace", words.folded[hit.last]):
        return False
    bound = base(words.token_of(hit.last).relation) in ("compound", "amod", "nmod", "flat")
    return bound and words.token_of(after).upos in ("PROPN", "NOUN")


def _is_reached(page: Page, hit: Hit) -> bool:
    """Whether somebody goes to or leaves the seat, or does to it what is done to a city: "quitte Moscou", "shelled Kyiv"."""
    relations = {base(page.words.token_of(index).relation) for index in range(hit.first, hit.last + 1)}
    over = _governors(page, hit)[:1] if relations & {"obj", "xcomp"} else []
    return any(page.grammar.has("motion", one) or page.grammar.has("done_to_city", one) for one in over)


def _is_given_to(page: Page, hit: Hit) -> bool:
    """Whether something is given or said to the seat, by the verbs and nouns that govern it."""
    lemmas = _governors(page, hit)
    grammar = page.grammar
    if lemmas and grammar.has("held_at", lemmas[0]):
        return False  # "le discours prononcé à Prague", "flights to London"
    if grammar.country_first:
        return not any(grammar.has("motion", one) for one in lemmas[:2])
    return any(grammar.has("giving", one) for one in lemmas)


def _is_left(page: Page, hit: Hit) -> bool:
    """Whether the seat is where somebody or something leaves: "flew from Moscow", "from Moscow to Kazan"."""
    words = page.words
    for index in range(hit.last + 1, min(hit.last + 3, len(words) - 1)):
        if words.joined[index] and page.grammar.has("both_ends", words.folded[index]) and words.capital(index + 1):
            return True
    return any(page.grammar.has("motion", one) for one in _governors(page, hit)[:1])


def _governors(page: Page, hit: Hit) -> list[str]:
    """Lemmas of the words that govern a name, nearest first."""
    sentence = page.words.sentences[page.words.sentence[hit.first]]
    here = page.words.token[hit.first]
    inside = {page.words.token[index] for index in range(hit.first, hit.last + 1)}
    lemmas: list[str] = []
    for _ in range(_STEPS + len(inside)):
        here = sentence.tokens[here].head
        if here < 0 or len(lemmas) == _STEPS:
            break
        if here not in inside:
            lemmas.append(sentence.tokens[here].lemma.lower())
    return lemmas
