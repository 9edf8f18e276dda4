"""Nouns that report: "the claim that …", "l’information selon laquelle …", "denials of …"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import STOPS, Clause, noun_phrase
from dragoman.reading.upshot import upshot_of
from dragoman.world.speech import fold


def find_nominal_reports(clause: Clause) -> Iterator[Finding]:
    """Nouns that report: "the claim that …", "l’information selon laquelle …", "denials of …"."""
    tokens = clause.sentence.tokens
    for index, token in enumerate(tokens):
        if token.upos != "NOUN":
            continue
        word = clause.words.reporting.get(("noun", token.lemma.lower())) or clause.words.forms.get(
            ("noun", clause.forms[index])
        )
        if word is None or (word.speech == "plan" and upshot_of(clause, index) is not None):
            continue  # "kept its promise to deliver": what it tells is the delivery
        start = _noun_content(clause, index, word.takes)
        if start is None:
            continue
        end = _noun_content_end(clause, index, start)
        source = _noun_source(clause, index)
        if source is None and word.speech not in ("say", "acknowledge", "deny"):
            continue  # "little hope that it lasts", "the idea that": nobody in the text holds it
        yield Finding(source, token.span, clause.span(start, end), word.speech)


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
    for child in clause.sentence.children[index]:
        if child > index and tokens[child].relation in ("nmod", "acl", "obl"):
            return _phrase_start(clause, child, takes)
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
            clause.words.is_word(f, "by") for f in cases
        ):
            return noun_phrase(clause, child)
    verb = tokens[index].head
    if tokens[index].relation == "obj" and verb >= 0 and not _rejects(clause, verb):
        subject = clause.child(verb, frozenset(("nsubj",)))
        return noun_phrase(clause, subject) if subject is not None else None
    return None


def _rejects(clause: Clause, verb: int) -> bool:
    """ "Peru rejected the accusation that it hid gas": who turns words down never said them."""
    word = clause.words.reporting.get(("verb", fold(clause.sentence.tokens[verb].lemma)))
    return word is not None and word.speech == "deny"
