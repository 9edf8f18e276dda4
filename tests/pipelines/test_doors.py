"""The parser's door: ours (both), an installed one by name, Stanza's documents; spans exact, sentences whole, no download."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.pipelines import SHIPPED, NoParser, load_parser
from dragoman.pipelines.encoder.encoder_parser import EncoderParser
from dragoman.pipelines.spacy_parser import SpacyParser
from dragoman.pipelines.stanza_parser import StanzaParser
from tests.factory import document
from tests.pipelines.shipped import ENCODERS

FAST = pytest.mark.parametrize("fast", [False, True], ids=["encoder", "fast"])


@FAST
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le 3 mai, « le\xa0Nord\xa0» a livré 10\u202f000 obus.\nMoscou s’est tu."),
        ("en", "Seoul’s agency said 3,000 men had left.\n“They are gone,” it added."),
    ],
    ids=["fr", "en"],
)
def test_every_token_stands_where_it_is_printed(language: str, text: str, fast: bool) -> None:
    one = document(text, language=language)
    sentences = load_parser(language, fast=fast).parse(text, one.paragraphs)
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert all(
        token.span.of(text) == token.form.replace(" ", "\xa0") or token.span.of(text) == token.form for token in tokens
    )
    assert {sentence.paragraph for sentence in sentences} == {0, 1}
    assert "".join(token.form for token in tokens) == "".join(text.split())


@FAST
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Kim Jong Un a adressé un message à Vladimir Poutine"),
        ("en", "Kim Jong Un has sent a message to Vladimir Putin"),
    ],
    ids=["fr", "en"],
)
def test_a_sentence_is_not_cut_inside(language: str, text: str, fast: bool) -> None:
    (sentence,) = load_parser(language, fast=fast).parse(text, (Paragraph(Span(0, len(text))),))
    assert sentence.span == Span(0, len(text))


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("fr", "Le maire a parlé. « Le port est fermé », a-t-il dit. « Il rouvrira. »", 3),
        ("fr", "Le maire a parlé. «Le port est fermé», a-t-il dit. «Il rouvrira.»", 3),
        ("fr", "« Le port est fermé. » La mairie a confirmé.", 2),
        ("fr", 'Le maire a parlé. "Le port est fermé", a-t-il dit.', 2),
        ("en", "The mayor spoke. “The port is closed,” he said. “It will reopen.” The navy agreed.", 4),
        ("fr", "Le maire M. « Baba » Traoré a parlé.", 1),
        ("fr", "Le maire dit : « Le port est fermé. »", 1),
    ],
)
def test_a_quotation_mark_behind_a_stop_opens_a_sentence(language: str, text: str, number: int) -> None:
    assert len(load_parser(language).parse(text, (Paragraph(Span(0, len(text))),))) == number


@FAST
@pytest.mark.parametrize("language", SHIPPED)
def test_one_blank_paragraph_is_no_sentence(language: str, fast: bool) -> None:
    assert load_parser(language, fast=fast).parse(" \xa0 ", (Paragraph(Span(0, 3)),)) == ()


@pytest.mark.parametrize("language", SHIPPED)
def test_the_encoder_reads_where_it_is_shipped(language: str) -> None:
    kind = EncoderParser if language in ENCODERS else SpacyParser
    assert isinstance(load_parser(language), kind)
    assert isinstance(load_parser(language, fast=True), SpacyParser)
    assert load_parser(language) is load_parser(language, None, False)


@pytest.mark.parametrize("language", SHIPPED)
def test_both_cut_words_at_the_same_places(language: str) -> None:
    text = {
        "fr": "L’armée a-t-elle livré 10\u202f000 obus ? Oui, dit-on (M. Petit)…",
        "en": "They don’t say it’s John’s; U.S. troops—10,000 of them.",
    }
    whole = (Paragraph(Span(0, len(text[language]))),)
    slow, fast = (load_parser(language, fast=fast).parse(text[language], whole) for fast in (False, True))
    assert [t.span for s in slow for t in s.tokens] == [t.span for s in fast for t in s.tokens]


@FAST
@pytest.mark.parametrize(("language", "name"), [("de", None), ("fr", "no_such_pipeline"), ("fr", "stanza")])
def test_what_is_not_installed_is_refused_in_words(language: str, name: str | None, fast: bool) -> None:
    with pytest.raises(NoParser, match=r"install|shipped"):
        load_parser(language, name, fast)


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
