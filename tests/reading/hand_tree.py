"""Sentences with trees made by hand, so that no parser's error decides a test."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.model.document import Document, Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from tests import factory

_TENSES = {"Past": "Tense=Past|VerbForm=Fin", "Pres": "Tense=Pres|VerbForm=Fin", "Part": "Tense=Past|VerbForm=Part"}
_FEATURES = _TENSES | {"Inf": "VerbForm=Inf", "Ger": "Tense=Pres|VerbForm=Part", "Rel": "PronType=Rel"}


def tree(rows: str) -> tuple[Sentence, str]:
    """A sentence and its text from "form/lemma/UPOS/relation/head[/features]" words.

    head counts from 0, -1 is the root; "=" for a lemma is the form itself; features as CoNLL-U writes them, or short:
    Past, Pres, Part, Inf, Ger, Rel. A word stands after a space unless the form before it ends in an apostrophe.
    """
    tokens: list[Token] = []
    text = ""
    for word in rows.split():
        form, lemma, upos, relation, head, *rest = word.split("/")
        text += " " if text and not text.endswith(("’", "'")) else ""
        features = _FEATURES.get(rest[0], rest[0]) if rest else ""
        span = Span(len(text), len(text) + len(form))
        tokens.append(Token(span, form, form if lemma == "=" else lemma, upos, features, int(head), relation))
        text += form
    return sentence_of(tuple(tokens), 0), text


@dataclass(frozen=True)
class HandParser:
    """A parser that answers with one sentence made by hand."""

    language: str
    sentence: Sentence
    name: str = "by-hand"
    version: str = "0"

    def parse(self, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
        return (self.sentence,)


def document_of(rows: str, language: str) -> tuple[Document, HandParser]:
    """A document of one sentence, and the parser that knows its tree."""
    sentence, text = tree(rows)
    return factory.document(text, language=language), HandParser(language, sentence)
