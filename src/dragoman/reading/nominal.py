"""Nouns that report: "the claim that …", "l’information selon laquelle …", "denials of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.model.tree import base
from dragoman.reading.finding import Finding
from dragoman.reading.marks import trim_back
from dragoman.reading.reporting import STOPS, Clause, is_noun_for_words, noun_phrase
from dragoman.reading.upshot import upshot_of
from dragoman.world.concept import names_people
from dragoman.world.speech import fold

_MAX_SAID_OF = 4  # tokens of what a noun for words is said to be: "est clair :", "is as simple as ever:"


def find_nominal_reports(clause: Clause) -> Iterator[Finding]:
    """Nouns that report: "the claim that …", "l’information selon laquelle …", "denials of …"."""
    tokens = clause.sentence.tokens
    for index, token in enumerate(tokens):
        if token.upos != "NOUN" and not is_noun_for_words(clause, index):
            continue
        word = clause.words.reporting.get(("noun", token.lemma.lower())) or clause.words.forms.get(
            ("noun", clause.forms[index])
        )
        if word is None or (word.speech == "plan" and upshot_of(clause, index) is not None):
            continue  # "kept its promise to deliver": what it tells is the delivery
        told = _told_of_it(clause, index, word.takes)
        if told is None and _is_called(clause, index):
            continue
        start = told if told is not None else _noun_content(clause, index, word.takes)
        if start is None:
            continue
        end = _noun_content_end(clause, index, start) if told is None else _clause_end(clause, start)
        source = _noun_source(clause, index) or (_holder(clause, index) if told is not None else None)
        if source is None and word.speech not in ("say", "acknowledge", "deny"):
            continue  # "little hope that it lasts", "the idea that": nobody in the text holds it
        content = clause.span(start, end)
        if (
            source is not None and source.start < content.start < source.end
        ):  # "l'annonce par Ankara | du | retrait de ses troupes"
            source = Span(source.start, tokens[start - 1].span.start)
            source = Span(source.start, trim_back(clause.text, source.start, source.end))
        yield Finding(source, token.span, content, word.speech)


def _noun_content(clause: Clause, index: int, takes: frozenset[str]) -> int | None:
    tokens, forms = clause.sentence.tokens, clause.forms
    if index + 2 >= len(tokens):
        return None
    if (
        "that" in takes
        and clause.words.is_word(forms[index + 1], "that")
        and tokens[index + 1].upos in ("SCONJ", "PRON")
    ):
        # "the claim that it made" is a relative clause: its verb has what "that" stands for
        return index + 2 if tokens[index + 1].relation in ("mark", "dep", "advmod") else None
    is_phrase = forms[index + 1] in clause.words.cues and clause.words.is_word(forms[index + 2], "relative")
    if is_phrase and index + 3 < len(tokens):
        return index + 3
    children = [i for i in clause.sentence.children[index] if i > index]
    for child in children:
        if "that" in takes and tokens[child].relation == "acl" and (mark := _mark(clause, child)) is not None:
            return mark + 1  # "a belief among the crews that the port will close"
    # "l'annonce par Ankara du retrait": some trees hang what is said on whoever says it
    below = [i for child in children if _is_by(clause, child) for i in clause.sentence.children[child] if i > child]
    for child in (*children, *below):
        if tokens[child].relation in ("nmod", "acl", "obl") and not _is_by(clause, child):
            return _phrase_start(clause, child, takes)
    return None


def _is_by(clause: Clause, child: int) -> bool:
    """Whether a phrase is led by "by", and says whose the words are."""
    return any(i < child and clause.words.is_word(clause.forms[i], "by") for i in clause.sentence.children[child])


def _is_called(clause: Clause, index: int) -> bool:
    """Whether a verb says what a noun for words is: "a qualifié ces accusations de mensonges" accuses nobody of lies."""
    token, verb = clause.sentence.tokens[index], clause.sentence.tokens[index].head
    if token.relation not in ("obj", "nsubj:pass") or verb < 0:
        return False
    word = clause.words.reporting.get(("verb", fold(clause.sentence.tokens[verb].lemma)))
    return word is not None and {"predicate", "+de"} <= word.takes


def _mark(clause: Clause, verb: int) -> int | None:
    """The plain "that" of a clause, None if it has none."""
    return next(
        (
            i
            for i in clause.sentence.children[verb]
            if i < verb
            and clause.sentence.tokens[i].relation == "mark"
            and clause.words.is_word(clause.forms[i], "that")
        ),
        None,
    )


def _told_of_it(clause: Clause, index: int, takes: frozenset[str]) -> int | None:
    """First token of what is said where a noun for it is the subject: "Her fear is that …", "Son message est clair : …"."""
    tokens, forms = clause.sentence.tokens, clause.forms
    if "that" not in takes or base(tokens[index].relation) not in ("nsubj", "root", "dislocated"):
        return None
    span = noun_phrase(clause, index)
    at = next((i for i in range(index + 1, len(tokens)) if tokens[i].span.start >= span.end), len(tokens))
    if at + 2 >= len(tokens) or not clause.words.is_word(fold(tokens[at].lemma), "passive"):
        return None
    at += 1
    first = at
    while (
        at + 1 < len(tokens) and at - first < _MAX_SAID_OF and tokens[at].upos in ("ADJ", "ADV", "DET", "NOUN", "ADP")
    ):
        at += 1
    if tokens[at].form == ":" and at > first:
        return at + 1
    is_that = clause.words.is_word(forms[at], "that") and tokens[at].upos == "SCONJ"
    return at + 1 if is_that and all(tokens[i].upos == "ADV" for i in range(first, at)) else None


def _clause_end(clause: Clause, start: int) -> int:
    last = len(clause.sentence.tokens) - 1
    while (
        last > start
        and clause.sentence.tokens[last].upos == "PUNCT"
        and clause.sentence.tokens[last].form not in '”»")'
    ):
        last -= 1
    return last


def _holder(clause: Clause, index: int) -> Span | None:
    """Whose it is, behind "of": "the view of the ministry is that …"."""
    tokens = clause.sentence.tokens
    for child in clause.sentence.children[index]:
        cases = (clause.forms[i] for i in clause.sentence.children[child] if i < child)
        is_of = tokens[child].relation == "nmod" and any(clause.words.is_word(form, "of") for form in cases)
        is_somebody = tokens[child].upos == "PROPN" or names_people(tokens[child].lemma, clause.words.language)
        if child > index and is_of and (is_somebody or clause.words.origins.get(clause.forms[child])):
            return noun_phrase(clause, child)
    return None


def _phrase_start(clause: Clause, child: int, takes: frozenset[str]) -> int | None:
    for at in clause.sentence.children[child]:
        form = clause.forms[at]
        # "the declarations of 2001", "a report of the NGO": neither is what is said
        is_thing = clause.sentence.tokens[child].upos not in ("PROPN", "NUM")
        is_of = "of" in takes and is_thing and clause.words.is_word(form, "of")
        is_infinitive = "to" in takes and clause.words.is_word(form, "to")
        if at < child and (is_of or "+" + form in takes):
            return at + 1
        if at < child and is_infinitive and "VerbForm=Inf" in clause.sentence.tokens[child].features:
            return at + 1
    return None


def _noun_content_end(clause: Clause, index: int, start: int) -> int:
    """The end of the noun's clause: of its subtree, or the next comma where the tree attaches little to it."""
    tokens = clause.sentence.tokens
    last = max(clause.sentence.subtree(index))
    if last < start + 1:
        last = start
        while last + 1 < len(tokens) and tokens[last + 1].form not in STOPS:
            last += 1
    while last > start and tokens[last].upos in ("PUNCT", "CCONJ") and tokens[last].form not in '”»"':
        last -= 1
    return last


def _noun_source(clause: Clause, index: int) -> Span | None:
    """Whose report it is: "Kyiv’s claim", "a statement by the ministry", "their denial"."""
    tokens = clause.sentence.tokens
    for child in clause.sentence.children[index]:
        if tokens[child].relation in ("nmod:poss", "det:poss") and child < index:
            return noun_phrase(clause, child)
        cases = (clause.forms[i] for i in clause.sentence.children[child])
        if tokens[child].relation in ("nmod", "obl", "obl:agent", "amod") and any(
            clause.words.is_word(f, "by") or clause.words.is_word(f, "among") for f in cases
        ):
            return noun_phrase(clause, child)
    verb = tokens[index].head
    if tokens[index].relation == "obj" and verb >= 0 and not _rejects(clause, verb):
        subject = clause.child(verb, frozenset(("nsubj",)))
        return noun_phrase(clause, subject) if subject is not None else None
    return None


def _rejects(clause: Clause, verb: int) -> bool:
    """ "Peru rejected the accusation that it hid gas", "welcomed plans to leave", "heard rumours that": who judges or only hears words
    never said them, and what stirs them says nothing.
    """
    lemma = fold(clause.sentence.tokens[verb].lemma)
    word = clause.words.reporting.get(("verb", lemma))
    is_judged = (
        word is not None and word.speech in ("deny", "judge", "doubt") and not clause.words.is_word(lemma, "utters")
    )
    return is_judged or clause.words.is_word(lemma, "meets")
