"""Verbs with two subjects, of which grammar lets one stand: the other names it, says when, or belongs to the clause reported.

"Kenya closed its ports, officials said": whoever says so is the subject of saying, and Kenya that of closing.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Sentence, Token, base
from dragoman.reading.bare_noun import (
    children_of,
    has_subject,
    is_adverbial,
    opening,
    tells_time,
    wants_subject,
    with_tokens,
)

_NAMES = frozenset(("NOUN", "PROPN", "NUM"))
_CLAUSES = ("ccomp", "parataxis", "advcl")
_NOT_FINITE = ("VerbForm=Inf", "VerbForm=Ger")
_MARKS = frozenset(("'", '"', "«", "“", "‘"))
_OVER = frozenset(("root", "ccomp", "parataxis", "advcl"))
_TO_WHOM = frozenset(("lui", "leur"))


def with_one_subject(sentences: tuple[Sentence, ...], language: str) -> tuple[Sentence, ...]:
    """The sentences with each second subject before a verb where it belongs."""
    return tuple(_sorted(_shared_out(_nearest(one)), language) for one in sentences)


def _nearest(sentence: Sentence) -> Sentence:
    """The sentence with a subject on the verb that it stands before, and not on one behind that: "Sept marins sont morts et cinq ont été blessés"."""
    tokens = list(sentence.tokens)
    for noun, token in enumerate(sentence.tokens):
        last = sentence.subtree(noun)[-1]
        if base(token.relation) != "nsubj" or token.upos not in _NAMES or token.head <= last + 1:
            continue
        verbs = (one for one in range(last + 1, token.head) if opening(sentence, one) == last + 1)
        verb = next((one for one in verbs if wants_subject(sentence, one)), None)
        if verb is None or has_subject(sentence, verb) or base(sentence.tokens[verb].relation) not in _OVER:
            continue
        passive = any(tokens[one].relation == "aux:pass" for one in sentence.children[verb])
        tokens[noun] = replace(token, head=verb, relation="nsubj:pass" if passive else "nsubj")
    return with_tokens(sentence, tokens)


def _subjects(sentence: Sentence, verb: int) -> list[int]:
    found = [one for one in sentence.children[verb] if sentence.tokens[one].relation in ("nsubj", "nsubj:pass")]
    return found if len(found) > 1 and found[1] < verb else []


def _shared_out(sentence: Sentence) -> Sentence:
    """The sentence with the first subject on the clause that it opens: "Kenya closed its ports, officials said"."""
    tokens = list(sentence.tokens)
    for verb in range(len(tokens)):
        if not (subjects := _subjects(sentence, verb)):
            continue
        first, last = subjects[0], sentence.subtree(subjects[0])[-1]
        for clause in children_of(sentence, verb, *_CLAUSES):
            opens = (
                sentence.subtree(clause)[0] == last + 1 and tokens[last + 1].upos != "PUNCT" and clause < subjects[1]
            )
            if opens and not has_subject(sentence, clause) and _tells(sentence, clause):
                passive = any(tokens[one].relation == "aux:pass" for one in sentence.children[clause])
                tokens[first] = replace(tokens[first], head=clause, relation="nsubj:pass" if passive else "nsubj")
                break
    return with_tokens(sentence, tokens)


def _tells(sentence: Sentence, clause: int) -> bool:
    """Whether the head of a clause is a verb that may be finite, with nothing that opens a clause of its own."""
    token = sentence.tokens[clause]
    finite = not any(token.has(one) for one in _NOT_FINITE) and not (
        token.has("VerbForm=Part") and token.has("Tense=Pres")
    )
    return token.upos == "VERB" and finite and not children_of(sentence, clause, "mark")


def _sorted(sentence: Sentence, language: str) -> Sentence:
    tokens = list(sentence.tokens)
    for verb in range(len(tokens)):
        subjects = _subjects(sentence, verb)
        if len(subjects) != 2:
            continue
        first, second = subjects
        if (whom := _to_whom(sentence, second, verb)) is not None:
            tokens[second] = replace(tokens[second], relation=whom)
        elif _is_part_of(sentence, first, second):
            tokens[second] = replace(tokens[second], head=first, relation="acl:relcl")
        elif _is_topic(sentence, first):
            tokens[first] = replace(tokens[first], relation="dislocated")
        elif (when := _time(sentence, verb, first, second, language)) is not None:
            tokens[when] = replace(tokens[when], relation="obl")
        elif not is_adverbial(tokens[first], language) and _stand_together(sentence, first, second):
            _name(tokens, first, second, language)
    return with_tokens(sentence, tokens)


def _to_whom(sentence: Sentence, second: int, verb: int) -> str | None:
    """The relation of a "lui" that stands with its verb behind the subject: "L'assassin lui a porté neuf coups"."""
    meant = sentence.tokens[second].form.casefold() in _TO_WHOM and opening(sentence, verb) <= second
    return "iobj" if meant else None


def _is_part_of(sentence: Sentence, first: int, second: int) -> bool:
    """Whether a second subject is only some of the first: "60 camions, dont plusieurs avec du blé, ont quitté Oran"."""
    tokens = sentence.tokens
    opens = next((one for one in sentence.subtree(second) if tokens[one].upos != "PUNCT"), second)
    return first < opens - 1 and tokens[opens].form.casefold() == "dont" and tokens[opens - 1].form == ","


def _is_topic(sentence: Sentence, noun: int) -> bool:
    """Whether a colon and no quotation stands behind a noun: "Pakistan : un séisme frappe le Nord"."""
    last = sentence.subtree(noun)[-1]
    ahead = range(max(last, noun + 1), min(last + 2, len(sentence.tokens) - 1))
    colon = next((one for one in ahead if sentence.tokens[one].form == ":"), None)
    return (
        colon is not None and sentence.tokens[colon + 1].form not in _MARKS
    )  # "Minister hammers bank chief: 'You should resign'"


def _time(sentence: Sentence, verb: int, first: int, second: int, language: str) -> int | None:
    """The one of two subjects that says when: "Ces dernières années, les récoltes ont été vendues"; "this week is ours" has no other."""
    times = [one for one in (first, second) if tells_time(sentence.tokens[one], language)]
    if len(times) != 1 or children_of(sentence, verb, "cop") or children_of(sentence, times[0], "case", "conj"):
        return None
    return times[0] if sentence.tokens[times[0]].upos in _NAMES else None


def _stand_together(sentence: Sentence, first: int, second: int) -> bool:
    """Whether two nouns follow each other with nothing between: "teacher John Doe", "7 militiamen"."""
    tokens, words = sentence.tokens, sentence.subtree(first)
    if second == first + 1 and tokens[first].upos == tokens[second].upos == "NOUN":
        return words[-1] == first  # "the rebel forces", whichever of the two has the article
    if (
        tokens[first].upos not in _NAMES
        or tokens[second].upos not in _NAMES
        or children_of(sentence, second, "det", "case")
    ):
        return False
    if tokens[second - 1].form == ",":  # "Le ministre, Jean Duval a", but not "Pour les malades, Paris a"
        alone = not any(tokens[one].upos == "VERB" or tokens[one].form == ":" for one in words)
        if not (alone and tokens[first].has("Number=Sing") and children_of(sentence, first, "det")):
            return False
    return sentence.subtree(second)[0] == words[-1] + 1


def _name(tokens: list[Token], first: int, second: int, language: str) -> None:
    """Hang a name behind a noun on it, and an English name or a number before a noun on that."""
    if tokens[second].upos == "PROPN":
        relation = "flat" if tokens[first].upos == "PROPN" else "appos"
        tokens[second] = replace(tokens[second], head=first, relation=relation)
    elif (
        language == "en"
        and tokens[second].upos == "NOUN"
        and all(one.head == second for one in tokens[first + 1 : second])
    ):
        relation = "nummod" if tokens[first].upos == "NUM" else "compound"
        tokens[first] = replace(tokens[first], head=second, relation=relation)
