"""Names of actors in a text, before anything is made of them: one pass over the words, the longest name first."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.actors.part import is_part
from dragoman.reading.actors.words import Words
from dragoman.world.actor_grammar import Ambiguity, Grammar, ambiguities
from dragoman.world.actor_names import Entry, Kind, Node, find_match, organisations
from dragoman.world.office import persons

_ORDER: dict[str, int] = {
    kind: place
    for place, kind in enumerate((
        "nothing", "person", "state", "organisation", "epithet", "anaphor", "seat", "role", "nationality", "people", "surname",
    ))
}  # fmt: skip
_PREPOSITION = 4  # letters: "en", "into"
_CONTRACTED = frozenset(("au", "du"))


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the tables in the text. first, last: indices of words. inner: the state inside "ministre russe de …"."""

    first: int
    last: int
    kind: Kind
    key: str
    inner: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A document laid out for reading its actors: words, the small words of its language, and the names found."""

    words: Words
    grammar: Grammar
    hits: tuple[Hit, ...]
    starting: dict[int, Hit]
    ending: dict[int, Hit]


def find_hits(words: Words, root: Node, grammar: Grammar) -> Page:
    """Find the names of a document; no two share a word."""
    vocabulary = frozenset(words.folded)
    found: list[Hit] = []
    place = 0
    while place < len(words):
        hit = _hit_at(words, root, place) if words.folded[place] in root.next else None
        if hit is None or _is_cut_short(words, root, hit):
            place += 1
            continue
        place = hit.last + 1
        if (
            hit.kind != "nothing"
            and not _is_other(words, hit, grammar, vocabulary)
            and not is_part(words, hit, grammar)
        ):
            found.append(hit)
    starting, ending = {one.first: one for one in found}, {one.last: one for one in found}
    return Page(words, grammar, tuple(found), starting, ending)


def _is_cut_short(words: Words, root: Node, hit: Hit) -> bool:
    """Whether "the North" is the beginning of "the North Korean leader"."""
    if hit.kind != "anaphor" or hit.last + 1 >= len(words):
        return False
    inner = _hit_at(words, root, hit.last)
    return inner is not None and inner.last > hit.last


def _hit_at(words: Words, root: Node, start: int) -> Hit | None:
    for match in find_match(root, words.folded, words.joined, start):
        fitting = [one for one in match.entries if _is_written(words, one, start, match.last)]
        if fitting:
            entry = min(fitting, key=lambda one: _ORDER[one.kind])
            # "attribue au Monde": the preposition is no part of the newspaper's name.
            first = start + 1 if entry.kind == "organisation" and words.folded[start] in _CONTRACTED else start
            return Hit(first, match.last, entry.kind, entry.key, match.inner)
    return None


def _is_written(words: Words, entry: Entry, first: int, last: int) -> bool:
    """Whether a name is printed as a name must be: "US" is no "us", "Turkey" no "turkey"."""
    if entry.last_capital and not words.capital(last):
        return False
    if entry.case == "any":
        return True
    if entry.case == "capital":
        return not words.form(first)[0].islower()  # Hangul and Chinese have no capitals
    printed = words.text[words.starts[first] : words.ends[last]]
    return not any(one.islower() for one in printed) and not _is_shouted(words, first)


def _is_shouted(words: Words, index: int) -> bool:
    """Whether a sentence is all in capitals, so that "WHO" may be the pronoun."""
    # "WHO WILL PAY FOR IT?" is a headline and not about the World Health Organization.
    if len(words.form(index)) > 3:
        return False
    span = words.sentences[words.sentence[index]].span
    printed = span.of(words.text)
    return len(printed) > 12 and printed.isupper()


def _is_other(words: Words, hit: Hit, grammar: Grammar, vocabulary: frozenset[str]) -> bool:
    """Whether a name is somebody else's here: "Jordan Peterson", "Ivanka Trump", "anti-Russian"."""
    if hit.kind == "surname":
        ambiguity = ambiguities().get((words.folded[hit.first], persons()[hit.key].country))
        unlikely = ambiguity is not None and bool(ambiguity.needs) and not ambiguity.needs & vocabulary
        return unlikely or _is_other_surname(words, hit, grammar)
    if hit.kind in ("nationality", "people"):
        return (
            _is_language(words, hit, grammar)
            or _has_prefix(words, hit, grammar)
            or (hit.first == hit.last and _is_family_name(words, hit.first) and not _has_noun(words, hit))
        )
    if hit.kind not in ("state", "seat", "organisation") or hit.first != hit.last:
        return False
    if hit.kind != "organisation" and (_is_family_name(words, hit.first) or _is_given_name(words, hit.first)):
        return True
    country = hit.key if hit.kind != "organisation" else organisations()[hit.key].country or ""
    ambiguity = ambiguities().get((words.folded[hit.first], country))
    return ambiguity is not None and _is_ambiguous(words, hit, ambiguity, vocabulary, grammar)


def _is_courted(words: Words, first: int, grammar: Grammar) -> bool:
    """Whether a courtesy stands before a name: "Mr Holland"."""
    return first > 0 and words.joined[first] and grammar.has("courtesy", words.folded[first - 1])


def _is_ambiguous(words: Words, hit: Hit, ambiguity: Ambiguity, vocabulary: frozenset[str], grammar: Grammar) -> bool:
    against, needs = len(ambiguity.against & vocabulary), len(ambiguity.needs & vocabulary)
    if against and against >= needs:
        return True
    kind = ambiguity.person_name
    if kind in ("first", "both") and _goes_on(words, hit):
        return True
    return kind in ("last", "both") and (_is_family_name(words, hit.first) or _is_courted(words, hit.first, grammar))


def _goes_on(words: Words, hit: Hit) -> bool:
    """Whether the next word goes on a name: "Jordan Peterson", "Trump Tower", but not "Israel Defence Minister"."""
    after = hit.last + 1
    if after >= len(words) or not words.spaced(after) or not words.capital(after):
        return False
    here, there = words.token[hit.last], words.token[after]
    token = words.token_of(after)
    return token.upos == "PROPN" and (token.head == here or words.token_of(hit.last).head == there)


def _is_family_name(words: Words, first: int) -> bool:
    before = first - 1
    if before < 0 or not words.spaced(first) or not words.capital(before):
        return False
    flat = words.token_of(first).relation.startswith("flat") or words.token_of(before).relation.startswith("flat")
    return flat and words.token_of(before).upos == "PROPN"


def _is_given_name(words: Words, first: int) -> bool:
    """Whether the tree hangs a family name on a state's: "Ireland Baldwin" is nobody's land."""
    after = first + 1
    if after >= len(words) or not words.spaced(after) or not words.capital(after):
        return False
    token = words.token_of(after)
    return token.upos == "PROPN" and token.relation.startswith("flat") and token.head == words.token[first]


def _is_other_surname(words: Words, hit: Hit, grammar: Grammar) -> bool:
    """Whether a surname is part of somebody else's name: only the tables' own full names are this person."""
    person = persons()[hit.key]
    before = hit.first - 1
    if _goes_on(words, hit):
        return True
    if before >= 0 and words.spaced(hit.first) and words.capital(before) and len(words.form(before)) > 1:
        known = grammar.has("courtesy", words.folded[before])
        own = any(words.folded[before] in name.lower().split() for name in person.names)
        if not known and not own and words.token_of(before).upos == "PROPN" and not words.first_of_sentence(before):
            return words.token_of(hit.first).relation.startswith(("flat", "compound"))
    return False


def _has_noun(words: Words, hit: Hit) -> bool:
    """Whether a nationality has a noun behind it, so that "Ruth Irish" is a man and "Communist Cuban troops" are not."""
    after = hit.last + 1
    return after < len(words) and words.spaced(after) and words.token_of(after).upos in ("NOUN", "PROPN", "ADJ")


def _is_language(words: Words, hit: Hit, grammar: Grammar) -> bool:
    """Whether a nationality names a language: "in Russian", "en russe", but not "in Russian territory"."""
    before = hit.first - 1
    if before > 0 and words.joined[hit.first] and grammar.has("definite", words.folded[before]):
        before -= 1  # "apprendre le japonais", but not "dans le Russe": a verb, no preposition
        if len(words.folded[before]) <= _PREPOSITION:
            return False
    if before < 0 or not words.joined[before + 1] or not grammar.has("language_before", words.folded[before]):
        return False
    after = hit.last + 1
    return after >= len(words) or not words.spaced(after) or words.token_of(after).upos not in ("NOUN", "PROPN", "ADJ")


def _has_prefix(words: Words, hit: Hit, grammar: Grammar) -> bool:
    """Whether a prefix turns a nationality round: "anti-Russian", "pro-russe"."""
    before = hit.first - 1
    return before >= 0 and words.hyphened(hit.first) and grammar.has("prefix_not", words.folded[before])
