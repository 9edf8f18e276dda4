"""Receivers that a tree joins to what they receive: in "promised Kenya 12 helicopters" no noun is called "Kenya 12 helicopters".

A name right behind a verb of giving, with a counted noun right behind it, is the receiver, and the noun what is given: a number
parts two names as no compound and no apposition does. So is a French name behind "à": in "livrera à Lima des avions" nobody
speaks of the planes' Lima.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, base, sentence_of
from dragoman.reading.passive import is_passive
from dragoman.reading.slot import case_of
from dragoman.world.speech import fold, load_speech
from dragoman.world.syntax import cases, double_object

_JOINED = frozenset(("compound", "flat", "appos", "nmod", "conj", "dep"))
_OF_A_NAME = frozenset(("compound", "flat", "det", "amod", "goeswith"))


def with_receivers(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with a receiver and an object where a tree has one noun of the two."""
    verbs = double_object(language)
    if language == "fr":
        return tuple(_freed(one, verbs) for one in sentences)
    return tuple(_parted(one, verbs) for one in sentences) if verbs else sentences


def _freed(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    """A sentence in which what is given to a name behind "à" is the verb's object and hangs no longer on the name."""
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        if token.upos != "VERB" or token.lemma not in verbs or is_passive(sentence, verb):
            continue
        below = sentence.children[verb]
        if any(base(sentence.tokens[one].relation) in ("obj", "ccomp", "xcomp") for one in below):
            continue
        for name in below:
            thing = _behind_receiver(sentence, name)
            if thing is not None:
                tokens[thing] = replace(tokens[thing], head=verb, relation="obj")
                article = tokens[name + 1]
                if base(article.relation) == "case":  # "des" is an article here
                    tokens[name + 1] = replace(article, relation="det")
                break
    changed = any(new is not old for new, old in zip(tokens, sentence.tokens, strict=True))
    return sentence_of(tuple(tokens), sentence.paragraph, sentence.hints) if changed else sentence


def _behind_receiver(sentence: Sentence, name: int) -> int | None:
    """The noun joined to a name behind "à" that begins with a number or an article right behind it."""
    tokens = sentence.tokens
    if tokens[name].upos != "PROPN" or base(tokens[name].relation) not in ("obl", "iobj") or name + 1 >= len(tokens):
        return None
    led = cases("fr").get(case_of(sentence, name)) == "to"
    opens = tokens[name + 1]
    is_article = load_speech("fr").is_word(fold(opens.form), "article")
    if not led or not (opens.upos == "NUM" or is_article) or opens.head == name:
        return None
    thing = opens.head
    joined = thing > name and tokens[thing].head == name and base(tokens[thing].relation) in _JOINED
    return thing if joined else None


def _parted(sentence: Sentence, verbs: frozenset[str]) -> Sentence:
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        if token.upos != "VERB" or token.lemma not in verbs or is_passive(sentence, verb):
            continue
        found = _joined_behind(sentence, verb) or _two_objects(sentence, verb)
        if found is not None:
            name, thing = found
            tokens[name] = replace(tokens[name], head=verb, relation="iobj")
            tokens[thing] = replace(tokens[thing], head=verb, relation="obj")
    changed = any(new is not old for new, old in zip(tokens, sentence.tokens, strict=True))
    return sentence_of(tuple(tokens), sentence.paragraph, sentence.hints) if changed else sentence


def _joined_behind(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """The last word of a name right behind a verb and the counted noun right behind that, where the tree joins the two."""
    tokens = sentence.tokens
    number = next((i for i in range(verb + 1, len(tokens)) if tokens[i].upos in ("NUM", "SYM")), None)
    if number is None or number < verb + 2 or tokens[number - 1].upos != "PROPN":
        return None
    name = number - 1
    if any(base(tokens[i].relation) not in _OF_A_NAME for i in range(verb + 1, name)):
        return None
    thing = _counted(sentence, number)
    if thing is None:
        return None
    if tokens[name].head == thing and base(tokens[name].relation) in _JOINED and tokens[thing].head == verb:
        return name, thing
    if tokens[thing].head == name and base(tokens[thing].relation) in _JOINED and tokens[name].head == verb:
        return name, thing
    return None


def _two_objects(sentence: Sentence, verb: int) -> tuple[int, int] | None:
    """A name and the noun phrase right behind it, where the tree has both for objects: "awarded France a contract"."""
    objects = [i for i in sentence.children[verb] if base(sentence.tokens[i].relation) == "obj"]
    if len(objects) != 2 or sentence.tokens[objects[0]].upos != "PROPN":
        return None
    name, thing = objects
    first, second = sentence.subtree(name), sentence.subtree(thing)
    return (name, thing) if first[0] == verb + 1 and second[0] == first[-1] + 1 else None


def _counted(sentence: Sentence, number: int) -> int | None:
    """The noun that a number counts, over a "million" between; a sign of money counts itself."""
    tokens = sentence.tokens
    if tokens[number].upos == "SYM":
        return number
    noun = tokens[number].head
    while noun > number and tokens[noun].upos == "NUM" and tokens[noun].head > noun:
        noun = tokens[noun].head
    return noun if noun > number and tokens[noun].upos == "NOUN" else None
