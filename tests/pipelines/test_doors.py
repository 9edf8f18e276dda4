"""The parser's door: ours, an installed one by name, Stanza's documents; spans exact, sentences whole, nothing downloaded."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.pipelines import NoParser, load_parser
from dragoman.pipelines.stanza_parser import StanzaParser
from tests.factory import document


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 3 mai, « le\xa0Nord\xa0» a livré 10\u202f000 obus.\nMoscou s’est tu."),
        ("en", "Seoul’s agency said 3,000 men had left.\n“They are gone,” it added."),
    ],
)
def test_every_token_stands_where_it_is_printed(language: str, text: str) -> None:
    one = document(text, language=language)
    sentences = load_parser(language).parse(text, one.paragraphs)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(token.span.of(text) == token.form.replace(" ", "\xa0") or token.span.of(text) == token.form for token in tokens)
    assert {sentence.paragraph for sentence in sentences} == {0, 1}
    assert "".join(token.form for token in tokens) == "".join(text.split())


def test_a_sentence_is_not_cut_inside() -> None:
    text = "Kim Jong Un a adressé un message à Vladimir Poutine"
    (sentence,) = load_parser("fr").parse(text, (Paragraph(Span(0, len(text))),))
    assert sentence.span == Span(0, len(text))


def test_one_blank_paragraph_is_no_sentence() -> None:
    assert load_parser("fr").parse(" \xa0 ", (Paragraph(Span(0, 3)),)) == ()


@pytest.mark.parametrize(("language", "name"), [("de", None), ("fr", "no_such_pipeline"), ("fr", "stanza")])
def test_what_is_not_installed_is_refused_in_words(language: str, name: str | None) -> None:
    with pytest.raises(NoParser, match=r"install|shipped"):
        load_parser(language, name)


def word(number: int, text: str, upos: str, head: int, deprel: str) -> SimpleNamespace:
    return SimpleNamespace(id=number, text=text, lemma=text, upos=upos, head=head, deprel=deprel, feats=None)


def test_stanza_keeps_a_multiword_token_whole() -> None:
    text = "Moscou sort du pacte"
    # as stanza gives it: "du" is one token of two words
    words = [
        word(1, "Moscou", "PROPN", 2, "nsubj"), word(2, "sort", "VERB", 0, "root"), word(3, "de", "ADP", 5, "case"),
        word(4, "le", "DET", 5, "det"), word(5, "pacte", "NOUN", 2, "obl"),
    ]  # fmt: skip
    groups = [("Moscou", 0, words[:1]), ("sort", 7, words[1:2]), ("du", 12, words[2:4]), ("pacte", 15, words[4:])]
    tokens = [SimpleNamespace(text=t, start_char=s, end_char=s + len(t), words=w) for t, s, w in groups]
    made = SimpleNamespace(sentences=[SimpleNamespace(tokens=tokens)])
    parser = StanzaParser(lambda _: made, "fr", "0")
    (sentence,) = parser.parse(text, (Paragraph(Span(0, len(text))),))
    assert [(t.form, t.head, t.relation) for t in sentence.tokens] == [
        ("Moscou", 1, "nsubj"), ("sort", -1, "root"), ("du", 3, "case"), ("pacte", 1, "obl"),
    ]  # fmt: skip
    assert all(t.span.of(text) == t.form for t in sentence.tokens)
