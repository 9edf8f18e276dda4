"""Which words of a text name a concept of the lexicon: one walk over the tokens, the longest match wins."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.model.mention import ConceptMention
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.phase import says_only_when
from dragoman.world.concept import concepts, words
from dragoman.world.period import names_day
from dragoman.world.quantity import quantity_words

_PIECES = re.compile(r"[-‐‑'’\s]+")
# "d'obus", "du missile", "des obus" and "de missiles" are one preposition to the lexicon; so are "à", "au" and "aux".
_SAME_WORD = {"d": "de", "du": "de", "des": "de", "au": "à", "aux": "à"}
_REFLEXIVE = frozenset(("se", "s"))
_OBJECT_WITHIN = 9  # words of an object that may stand inside a verb's entry
_CLOSING = frozenset(("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV", "PART"))
_TAGS = {
    "v": frozenset(("VERB", "AUX")),
    "n": frozenset(("NOUN", "PROPN", "X", "SYM")),
    "a": frozenset(("ADJ", "VERB", "NOUN", "ADV")),
}


@dataclass(slots=True)
class _Node:
    """A step of the trie: the next pieces, and (part of speech, concept) of the entries that end here."""

    steps: dict[str, _Node] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)


@lru_cache(maxsize=1 << 16)
def pieces_of(word: str) -> tuple[str, ...]:
    """Case-folded parts of a word between hyphens and apostrophes, prepositions in their plain form.

    >>> pieces_of("Lance-roquettes"), pieces_of("d’")
    (('lance', 'roquettes'), ('de',))
    """
    return tuple(_SAME_WORD.get(part, part) for part in _PIECES.split(word.casefold()) if part)


@cache
def _tries(language: str) -> tuple[_Node, _Node]:
    """Entries as they stand, and those of reflexive verbs without their pronoun: "se retirer" is "s'est retiré" in a text."""
    plain, reflexive = _Node(), _Node()
    for pos, entry, concept in words(language):
        parts = [one for word in entry for one in pieces_of(word)]
        node = plain
        if pos == "v" and len(parts) > 1 and parts[0] in _REFLEXIVE:
            node, parts = reflexive, parts[1:]
        for part in parts:
            node = node.steps.setdefault(part, _Node())
        node.ends.append((pos, concept))
    return plain, reflexive


def _alternatives(token: Token) -> tuple[tuple[str, ...], ...]:
    """The ways a token may be read, as pieces: as printed, and by its lemma."""
    printed, lemma = pieces_of(token.form), pieces_of(token.lemma)
    ways = (printed,) if printed == lemma or not lemma else (printed, lemma)
    if _PLURAL_OF_TYPE.search(token.form):
        ways = (*ways, pieces_of(token.form[:-1]))
    return (*ways, plain) if (plain := _plain_participle(token)) and plain not in ways else ways


_PLURAL_OF_TYPE = re.compile(r"\d[A-Z]?s$")  # "F-16s", "MiG-29s", "S-300s": no lemmatizer knows them
_AGREEMENT = re.compile(r"(?<=[éiu])(?:e|s|es)$")


def _plain_participle(token: Token) -> tuple[str, ...]:
    """A French participle as dictionaries print it in compounds: the "armé" of "hommes armés"; () for any other word."""
    if token.upos not in ("VERB", "ADJ") or "VerbForm=Fin" in token.features or not _AGREEMENT.search(token.form):
        return ()
    return pieces_of(_AGREEMENT.sub("", token.form))


def _walk(tokens: tuple[Token, ...], first: int, top: _Node) -> tuple[int, int, str, str] | None:
    """The longest entry that starts at a token: (last token, head token, part of speech, concept)."""
    best: tuple[int, int, str, str] | None = None
    paths = [top]
    for last in range(first, len(tokens)):
        readings = _alternatives(tokens[last])
        if not readings[0]:  # a lone hyphen between words of a compound
            if last == first:
                return None
            continue
        paths = [node for path in paths for pieces in readings if (node := _step(path, pieces)) is not None]
        if not paths:
            break
        for pos, concept in sorted((end for node in paths for end in node.ends), key=_is_people_adjective):
            head = _head(tokens, first, last)
            if (tokens[head].upos in _TAGS[pos] and not _in_a_name(tokens, first, last, head)) or _title(
                tokens, head, pos
            ):
                best = (last, head, pos, concept)
                break
    return best


def _is_people_adjective(end: tuple[str, str]) -> bool:
    """Whether an entry is an adjective for people: "bombs injured men" is the verb before it is "the injured"."""
    return end[0] == "a" and concepts()[end[1]].kind == "people"


def _step(node: _Node | None, pieces: tuple[str, ...]) -> _Node | None:
    for part in pieces:
        node = node.steps.get(part) if node else None
    return node


def _is_reflexive(sentence: Sentence, index: int) -> bool:
    children = (sentence.tokens[child] for child in sentence.children[index])
    return any(child.upos == "PRON" and pieces_of(child.form)[:1] in (("se",), ("s",)) for child in children)


def _in_a_name(tokens: tuple[Token, ...], first: int, last: int, head: int) -> bool:
    """Whether a single common word is part of somebody's or something's name: the bank of "West Bank" is none."""
    if tokens[head].upos != "PROPN" or first != last or tokens[head].form[:1].islower():
        return False
    beside = [tokens[i] for i in (first - 1, last + 1) if 0 <= i < len(tokens)]
    capitals = sum(token.form[:1].isupper() for token in tokens)
    headline = capitals > len(tokens) / 2
    return not headline and any(one.upos == "PROPN" for one in beside)


def _title(tokens: tuple[Token, ...], index: int, pos: str) -> bool:
    # In a headline in capitals the tagger sees names: "Le Déploiement de Troupes". Nouns are let through there
    # already (PROPN); a participle is often an adjective: "dix soldats tués".
    # "300 dead": an adjective in a noun's place.
    token = tokens[index]
    if pos == "n" and token.upos == "ADJ":
        if token.relation == "amod" and token.head >= 0 and tokens[token.head].upos == "NUM":
            return True
        return base(token.relation) in ("obj", "nsubj", "obl", "nmod", "root", "conj", "appos")
    return pos == "v" and token.upos == "ADJ" and "VerbForm=Part" in token.features


def _head(tokens: tuple[Token, ...], first: int, last: int) -> int:
    """The token of a stretch that hangs from outside it."""
    for index in range(first, last + 1):
        if not first <= tokens[index].head <= last:
            return index
    return first


def _apart(sentence: Sentence, index: int, top: _Node) -> tuple[int, range, str] | None:
    """A verb's entry whose tail stands behind its object, as (verb, tokens of the tail, concept): "pulled its troops out".

    The longest tail within reach of the nearest place it stands at; None where there is none.
    """
    tokens = sentence.tokens
    starts = [
        node for pieces in _alternatives(tokens[index]) if (node := _step(top, pieces)) is not None and node.steps
    ]
    if tokens[index].upos != "VERB" or not starts:
        return None
    for first in range(index + 1, min(index + 2 + _OBJECT_WITHIN, len(tokens))):
        token = tokens[first]
        if first > index + 1 and token.upos in ("ADP", "ADV", "ADJ"):
            paths = starts
            best: tuple[int, range, str] | None = None
            for last in range(first, len(tokens)):
                readings = _alternatives(tokens[last])
                paths = [node for path in paths for pieces in readings if (node := _step(path, pieces)) is not None]
                if not paths:
                    break
                ends = sorted(concept for node in paths for pos, concept in node.ends if pos == "v")
                if ends and _closes(sentence, index, first, last):
                    best = (index, range(first, last + 1), ends[0])
            if best is not None:
                return best
        if token.upos in ("VERB", "AUX", "PUNCT", "SCONJ"):
            return None
    return None


def _closes(sentence: Sentence, verb: int, first: int, last: int) -> bool:
    """Whether words behind an object belong to the verb: "shot two men to death", "called the talks off"; not "off Crete"."""
    tokens = sentence.tokens
    object_between = any(
        base(tokens[child].relation) in ("obj", "nsubj", "obl", "xcomp", "ccomp") and verb < child < first
        for child in sentence.children[verb]
    )
    if all(one.upos == "ADV" for one in tokens[verb + 1 : first]):
        return tokens[last].upos == "ADV" or last > first  # "met surtout en avant"
    if not object_between:
        return False
    if tokens[last].upos in ("NOUN", "PROPN"):
        return tokens[last].head == verb or last + 1 == len(tokens) or tokens[last + 1].upos in _CLOSING
    governs = tokens[last].relation == "case" and tokens[last].head > last
    after = tokens[last + 1].upos if last + 1 < len(tokens) else "PUNCT"
    if after in _CLOSING:
        return True
    return not governs and tokens[last].head == verb and base(tokens[last].relation) in ("compound", "xcomp")


def _opens_a_date(tokens: tuple[Token, ...], match: tuple[int, int, str, str], language: str) -> bool:
    """Whether the preposition that ends a verb's entry is that of a date: who "insisted on Monday that" insists on nothing.

    In "called on Friday for a truce" another preposition says for what.
    """
    last, head = match[:2]
    if last == head or tokens[last].upos != "ADP" or last + 1 == len(tokens):
        return False
    day, after = tokens[last + 1], tokens[last + 2].form if last + 2 < len(tokens) else ""
    whose = day.relation == "nmod:poss"  # "insisted on Monday's withdrawal"
    return names_day(day.form, language) and after != "for" and not whose


def _is_number(tokens: tuple[Token, ...], index: int, language: str) -> bool:
    """Whether a noun only says how many: "une quarantaine de chars" are forty tanks, and no quarantine."""
    if tokens[index].upos != "NOUN" or index + 1 == len(tokens) or pieces_of(tokens[index + 1].form)[:1] != ("de",):
        return False
    return "about" in quantity_words(language).numbers.get(tokens[index].form.casefold(), {})


def find_concepts(sentences: tuple[Sentence, ...], text: str, language: str) -> tuple[ConceptMention, ...]:
    """Mentions of concepts in text order, none overlapping another.

    text: the document's; sentences: of one language, the one whose column of the lexicon is read.
    """
    plain, reflexive = _tries(language)
    found: list[ConceptMention] = []
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        index = 0
        taken: set[int] = set()
        while index < len(tokens):
            if index in taken or _is_number(tokens, index, language):
                index += 1
                continue
            match = None
            if tokens[index].upos == "VERB" and reflexive.steps and _is_reflexive(sentence, index):
                match = _walk(tokens, index, reflexive)
            match = match or _walk(tokens, index, plain)
            if match is not None and _opens_a_date(tokens, match, language):
                match = _walk(tokens[: match[0]], index, plain)
            if (match is None or match[0] == index) and (apart := _apart(sentence, index, plain)) is not None:
                match = (index, index, "v", apart[2])
                taken.update(apart[1])
            if match is None or (match[0] == index and says_only_when(sentence, index, language)):
                index += 1
                continue
            last, head, _, concept = match
            span = Span(tokens[index].span.start, tokens[last].span.end)
            found.append(ConceptMention(quote(span, text), concept, number, index, last, head))
            index = last + 1
    return tuple(found)
