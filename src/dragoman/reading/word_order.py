"""What the order of words says against a tree: who stands before a verb acts, and what stands behind the second verb is its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base, sentence_of
from dragoman.reading.passive import is_passive

_CORE = frozenset(("nsubj", "obj", "iobj", "obl"))
_HELPERS = frozenset(("aux", "aux:pass"))
_COUNTS = frozenset(("nummod", "det"))
_WHOM = frozenset(("que", "qu'", "qu’"))  # French alone; never a subject
_BETWEEN = frozenset(("between", "entre"))
_NAMES = frozenset(("NOUN", "PROPN"))


def with_word_order(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The sentences with each subject before its verb, and each object on the verb that it follows."""
    return tuple(_paired(_joined(_agreeing(_turned(_off_helpers(one))))) for one in sentences)


def _off_helpers(sentence: Sentence) -> Sentence:
    """The sentence with subjects and objects on the verb and not on its helper: "trois ont succombé", where nobody "has" anything."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        over = sentence.tokens[token.head] if token.head >= 0 else token
        if base(token.relation) in _CORE and over.relation in _HELPERS and over.head >= 0:
            tokens[index] = replace(token, head=over.head)
    return _with(sentence, tokens)


def _agreeing(sentence: Sentence) -> Sentence:
    """The sentence with each joined verb on one of its own number: "les alliés insistent pour qu'il parte et accentuent leur pression"."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        if token.relation != "conj" or not _is_finite(token) or _has_subject(sentence, index):
            continue
        first = sentence.tokens[token.head]
        above = sentence.tokens[first.head] if first.head >= 0 else None
        if above is None or not _is_finite(first) or not _is_finite(above) or not _has_subject(sentence, token.head):
            continue
        if _number(first) != _number(token) == _number(above):
            tokens[index] = replace(token, head=first.head)
    return _with(sentence, tokens)


def _is_finite(token: Token) -> bool:
    return token.upos == "VERB" and token.has("VerbForm=Fin") and token.has("Person=3") and _number(token) != ""


def _number(token: Token) -> str:
    return next((one for one in ("Sing", "Plur") if token.has(f"Number={one}")), "")


def _has_subject(sentence: Sentence, verb: int) -> bool:
    return any(base(sentence.tokens[child].relation) == "nsubj" for child in sentence.children[verb])


def _turned(sentence: Sentence) -> Sentence:
    """The sentence with a subject where its tree had an object before an active verb and a subject behind it.

    "La police a interpellé un journaliste": no noun stands before a French or an English verb as its object, save one that
    is asked for ("quels chars ont livrés les alliés ?").
    """
    tokens = list(sentence.tokens)
    for verb, token in enumerate(sentence.tokens):
        if token.upos != "VERB" or is_passive(sentence, verb):
            continue
        before = [one for one in sentence.children[verb] if one < verb and _is_noun(sentence, one, "obj")]
        behind = [one for one in sentence.children[verb] if one > verb and _is_noun(sentence, one, "nsubj")]
        subjects = [one for one in sentence.children[verb] if base(sentence.tokens[one].relation) == "nsubj"]
        if (whom := _inverted(sentence, verb, subjects)) is not None:
            tokens[whom[0]] = replace(tokens[whom[0]], relation="obj")
            tokens[whom[1]] = replace(tokens[whom[1]], relation="nsubj")
        if len(before) == 1 and len(behind) == 1 and subjects == behind and not _is_asked(sentence, before[0]):
            tokens[before[0]] = replace(tokens[before[0]], relation="nsubj")
            tokens[behind[0]] = replace(tokens[behind[0]], relation="obj")
    return _with(sentence, tokens)


def _inverted(sentence: Sentence, verb: int, subjects: list[int]) -> tuple[int, int] | None:
    """The "que" and the subject of "les journalistes qu'a arrêtés la police", which a tree reads the other way round."""
    below = sentence.children[verb]
    whom = [one for one in below if one < verb and sentence.tokens[one].form.casefold() in _WHOM]
    behind = [one for one in below if one > verb and _is_noun(sentence, one, "obj")]
    meant = len(whom) == 1 and len(behind) == 1 and sentence.tokens[whom[0]].upos == "PRON" and subjects in ([], whom)
    return (whom[0], behind[0]) if meant else None


def _is_noun(sentence: Sentence, index: int, relation: str) -> bool:
    token = sentence.tokens[index]
    return token.upos in _NAMES and base(token.relation) == relation


def _is_asked(sentence: Sentence, noun: int) -> bool:
    """Whether a noun is asked for or stands in a relative clause: "which tanks", "combien de chars"."""
    below = (sentence.tokens[one] for one in sentence.subtree(noun))
    return any(one.has("PronType=Int") or one.has("PronType=Rel") or one.form.casefold() == "combien" for one in below)


def _joined(sentence: Sentence) -> Sentence:
    """The sentence with the object of the second of two joined verbs on it: "killed six soldiers and wounded nine civilians"."""
    tokens = list(sentence.tokens)
    for noun, verb in _misplaced(sentence):
        for child in sentence.children[noun]:
            if base(tokens[child].relation) == "cc" and child < verb:
                tokens[child] = replace(tokens[child], head=verb)
        tokens[noun] = replace(tokens[noun], head=verb, relation="obj")
    return _with(sentence, tokens)


def _paired(sentence: Sentence) -> Sentence:
    """The sentence with the second of two behind "between" on the first: "les combats entre l'armée et les rebelles"."""
    tokens = list(sentence.tokens)
    for index, token in enumerate(sentence.tokens):
        first = token.head
        if token.form.casefold() not in _BETWEEN or base(token.relation) != "case" or first <= index:
            continue
        joined = [one for one in sentence.children[first] if base(tokens[one].relation) == "conj"]
        ands = [one for one in range(first + 1, len(tokens)) if base(tokens[one].relation) == "cc"]
        second = tokens[ands[0]].head if ands else -1
        stray = second > first and base(tokens[second].relation) == "conj" and tokens[second].head == tokens[first].head
        if not joined and stray and tokens[second].upos in _NAMES and not _parts(sentence, first, ands[0]):
            tokens[second] = replace(tokens[second], head=first)
    return _with(sentence, tokens)


def _parts(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb or a mark stands between two words."""
    return any(one.upos in ("VERB", "AUX", "PUNCT") for one in sentence.tokens[first + 1 : last])


def _with(sentence: Sentence, tokens: list[Token]) -> Sentence:
    changed = tuple(tokens)
    return sentence if changed == sentence.tokens else sentence_of(changed, sentence.paragraph, sentence.hints)


def _misplaced(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Each noun that is joined to the object of a verb across another verb joined to that one, with the latter.

    A numeral or an article between the two tells the verb from an adjective: "met soldiers and wounded civilians" is left alone.
    """
    tokens = sentence.tokens
    for noun, token in enumerate(tokens):
        first = token.head
        if base(token.relation) != "conj" or first < 0 or base(tokens[first].relation) != "obj":
            continue
        over = tokens[first].head
        for verb in range(first + 1, noun):
            joined = base(tokens[verb].relation) == "conj" and tokens[verb].head == over
            own = {base(tokens[child].relation) for child in sentence.children[verb]}
            counted = any(
                verb < child < noun and base(tokens[child].relation) in _COUNTS for child in sentence.children[noun]
            )
            if joined and tokens[verb].upos == "VERB" and not own & {"obj", "nsubj", "aux"} and counted:
                yield noun, verb
                break
