"""Scores any `Parser` of the package from raw text, with the measures of `training/evaluate.py`."""

import time
from collections.abc import Iterable
from pathlib import Path

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence
from dragoman.reading.parser import Parser
from training.corpus import read_sentences
from training.evaluate import Scores, Word, compare, gold_words, raw_paragraphs, universal


def parsed_words(sentences: Iterable[Sentence], before: list[int]) -> list[Word]:
    """Words placed in the text without white space. before: visible characters that stand before each of the text's."""
    words: list[Word] = []
    for sentence in sentences:
        spans = [(before[t.span.start], before[t.span.end]) for t in sentence.tokens]
        for place, token in enumerate(sentence.tokens):
            root = token.head < 0
            words.append(
                Word(
                    spans[place],
                    token.upos,
                    token.features,
                    token.lemma,
                    None if root else spans[token.head],
                    "root" if root else universal(token.relation),
                    place == 0,
                )
            )
    return words


def score_parser(parser: Parser, path: Path, language: str) -> Scores:
    """Parse the raw text of a treebank file, a block a paragraph, and compare. Seconds are of processor time."""
    gold = read_sentences(path, language)
    blocks = raw_paragraphs(gold)
    text = "\n\n".join(blocks)
    paragraphs, start = [], 0
    for block in blocks:
        paragraphs.append(Paragraph(Span(start, start + len(block)), "text"))
        start += len(block) + 2
    begin = time.process_time()
    sentences = parser.parse(text, tuple(paragraphs))
    seconds = time.process_time() - begin
    before = [0]
    for letter in text:
        before.append(before[-1] + (not letter.isspace()))
    return compare(gold_words(gold), parsed_words(sentences, before), seconds)
