"""The encoder as it is shipped: the same bits whatever stands beside a sentence, spans exact, trees whole, no text too odd."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.pipelines import load_parser
from dragoman.pipelines.encoder.encoder_parser import EncoderParser
from dragoman.pipelines.encoder.network import Network, Seen, WordsAndBlanks
from tests.factory import document
from tests.pipelines.shipped import ENCODERS, weights_of
from tests.pipelines.test_encoder_parts import is_tree

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXTS = {
    language: "\n".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob(f"*.{language}.md"))[:2])
    for language in ENCODERS
}
BLANKS = "\t \xa0\u2009\u202f\u3000\v\f\x85\u2028\u2029\r\n"


@cache
def parser_of(language: str) -> EncoderParser:
    parser = load_parser(language)
    assert isinstance(parser, EncoderParser)
    return parser


@pytest.fixture(params=ENCODERS)
def parser(request: pytest.FixtureRequest) -> EncoderParser:
    return parser_of(request.param)


def parse(parser: EncoderParser, text: str) -> tuple[Sentence, ...]:
    """Every line a paragraph."""
    return parser.parse(text, document(text, language=parser.language).paragraphs)


def windows(language: str) -> list[WordsAndBlanks]:
    """Of one word to some eighty."""
    words = TEXTS[language].split()
    cuts = [0, 1, 3, 8, 20, 45, 45 + 80, 45 + 83, 200]
    return [(words[a:b], [i % 3 > 0 for i in range(b - a)]) for a, b in pairwise(cuts)]


def same(left: Seen, right: Seen) -> bool:
    """To the last bit."""
    pairs = ((getattr(left, field.name), getattr(right, field.name)) for field in fields(Seen))
    return all(a.dtype == b.dtype and np.array_equal(a, b) for a, b in pairs)


# The same bits.


@pytest.mark.parametrize("batch_pieces", [1, 40, 640, 100_000])
@pytest.mark.parametrize("threads", [1, 2])
@pytest.mark.parametrize("language", ENCODERS)
def test_batches_and_threads_change_no_bit(
    language: str, threads: int, batch_pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = parser_of(language).network.see(windows(language))
    monkeypatch.setattr("dragoman.pipelines.encoder.network.BATCH_PIECES", batch_pieces)
    found = _with_threads(language, threads).see(windows(language))
    assert [same(a, b) for a, b in zip(wanted, found, strict=True)] == [True] * len(wanted)


@cache
def _with_threads(language: str, threads: int) -> Network:
    return Network(weights_of(language), threads)


@settings(deadline=None, max_examples=15)
@given(order=st.permutations(range(8)), count=st.integers(1, 8), language=st.sampled_from(ENCODERS))
def test_what_stands_beside_a_window_changes_no_bit(order: list[int], count: int, language: str) -> None:
    some = windows(language)
    found = parser_of(language).network.see([some[i] for i in order[:count]])
    assert all(same(one, _alone(language, i)) for one, i in zip(found, order, strict=False))


@cache
def _alone(language: str, place: int) -> Seen:
    (seen,) = parser_of(language).network.see([windows(language)[place]])
    return seen


def test_a_paragraph_is_read_alone_as_among_others(parser: EncoderParser) -> None:
    text = TEXTS[parser.language]
    paragraphs = document(text, language=parser.language).paragraphs
    together = parser.parse(text, paragraphs)
    alone = [
        replace(sentence, paragraph=index)
        for index, paragraph in enumerate(paragraphs)
        for sentence in parser.parse(text, (paragraph,))
    ]
    assert tuple(alone) == together
    backwards = parser.parse(text, paragraphs[::-1])
    last = len(paragraphs) - 1
    assert sorted((replace(s, paragraph=last - s.paragraph) for s in backwards), key=lambda s: s.span.start) == alone


def test_two_runs_are_one(parser: EncoderParser) -> None:
    text = TEXTS[parser.language]
    fresh = replace(parser, network=Network(weights_of(parser.language)))
    assert parse(parser, text) == parse(parser, text) == parse(fresh, text)


# Sentences and spans.


def check(sentences: tuple[Sentence, ...], text: str) -> None:
    """Every visible character is in one word, words stand in order where they are printed, and every sentence is a tree."""
    tokens = [token for sentence in sentences for token in sentence.tokens]
    assert "".join("".join(token.form.split()) for token in tokens) == "".join(text.split())
    assert all("".join(token.span.of(text).split()) == "".join(token.form.split()) for token in tokens)
    assert all(a.span.end <= b.span.start for a, b in pairwise(tokens))
    assert all(is_tree([token.head + 1 for token in sentence.tokens]) for sentence in sentences)
    assert all((token.relation == "root") == (token.head < 0) for token in tokens)
    assert all(token.form and token.lemma and token.upos and token.relation for token in tokens)


ODD = {
    "a word": "Go",
    "a sign": ".",
    "signs alone": "… ?! — « » ( ) \u2013 * * *",
    "an emoji of several characters": "He wept 👩\u200d👩\u200d👧 and left \u2764\ufe0f.",
    "marks that stand on nothing": "\u0301\u0301 a\u0301\u0301\u0301\u0301 z\u0336\u0336",
    "nothing that is printed": "\u200b\u200d\ufeff\u2060",
    "other scripts": "Президент заявил 北朝鮮は昨年秋 대통령은 الرئيس",
    "right to left": "\u202eabc\u202c שלום",
    "a zero byte": "one\x00two \x07 three",
    "an address": "See http://example.org/" + "path/" * 80 + "?q=1#x now.",
    "a hash": "It is " + "0123456789abcdef" * 40 + ".",
    "one letter without end": "a" * 30_000,
    "a table of figures": "\n".join("\t".join(str(i * j * 997) for j in range(16)) for i in range(12)),
    "hashes without end": " ".join(f"{i * 2654435761 % 2**32:08x}-{i:04x}-{i * 40503 % 65536:04x}" for i in range(90)),
    "every blank": "He" + BLANKS + "left" + BLANKS + BLANKS + "." + BLANKS,
    "lines of a poem": "Roses are red\r\nViolets are blue\r\n\r\nSugar is sweet\r",
    "signs of the network itself": "The [MASK] of [CLS] is [SEP] and [PAD] [UNK].",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_text_is_read_whole(parser: EncoderParser, text: str) -> None:
    check(parser.parse(text, (Paragraph(Span(0, len(text))),)), text)


@settings(deadline=None, max_examples=40)
@given(text=st.text(max_size=60), language=st.sampled_from(ENCODERS))
def test_any_text_is_read_whole(text: str, language: str) -> None:
    check(parser_of(language).parse(text, (Paragraph(Span(0, len(text))),)), text)


@pytest.mark.parametrize("text", ["", " ", BLANKS, "\n\n\n", "\u3000"], ids=ascii)
def test_what_is_blank_is_no_sentence(parser: EncoderParser, text: str) -> None:
    assert parser.parse(text, (Paragraph(Span(0, len(text))),)) == ()
    assert parser.parse(text, ()) == ()


def test_empty_paragraphs_between_others_keep_their_numbers(parser: EncoderParser) -> None:
    text = "Paris. \n Kyiv."
    spans = (Span(0, 0), Span(0, 6), Span(6, 9), Span(9, 14), Span(14, 14))
    sentences = parser.parse(text, tuple(map(Paragraph, spans)))
    assert [(s.paragraph, s.span.of(text)) for s in sentences] == [(1, "Paris."), (3, "Kyiv.")]


def test_a_paragraph_of_five_thousand_words(parser: EncoderParser) -> None:
    sentence = {"en": "The minister sent three ships to the port, officials said. ", "fr": "Le ministre a envoyé trois navires au port, dit-on. "}
    words = sentence[parser.language]
    text = (words * (5_000 // len(words.split()) + 1)).rstrip()
    sentences = parser.parse(text, (Paragraph(Span(0, len(text))),))
    check(sentences, text)
    assert len(sentences) == text.count(words.rstrip())
    assert {s.paragraph for s in sentences} == {0}


def test_a_sentence_longer_than_a_window_is_cut_and_no_word_lost(parser: EncoderParser) -> None:
    text = "It " + "and it " * 400 + "end."
    check(parser.parse(text, (Paragraph(Span(0, len(text))),)), text)


def test_who_parsed_is_on_record(parser: EncoderParser) -> None:
    version = (weights_of(parser.language) / "version.txt").read_text(encoding="utf-8")
    assert parser.name == f"dragoman-encoder-{parser.language}"
    assert f"{parser.version}\n" == version
