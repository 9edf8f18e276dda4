"""Scores a pipeline from raw text against a treebank, as the CoNLL 2018 shared task did.

Words are aligned by their place in the text without white space. Each measure counts the words (or sentences) that are
right over those that the pipeline made and those that the treebank has, and gives the harmonic mean, F1, in percent.
Relations are compared without subtypes. Gold multiword tokens are merged before scoring where the language's pipeline
merges them: in French always ("du" is one word), in English where their words do not spell the token.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.conllu import Sentence
from training.corpus import read_sentences

MEASURES = ("tokens", "sentences", "upos", "feats", "lemma", "uas", "las")


@dataclass(frozen=True, slots=True)
class Word:
    """A word to compare. `span` and `head_span` count visible characters of the whole text; a root's head is None."""

    span: tuple[int, int]
    upos: str
    feats: str
    lemma: str
    head_span: tuple[int, int] | None
    relation: str
    opens_sentence: bool


@dataclass(frozen=True, slots=True)
class Scores:
    """F1 in percent for each of MEASURES, and the right, made and wanted words of each relation.

    seconds: processor time of parsing; with one thread, what one core would take alone.
    """

    f1: dict[str, float]
    words: int
    seconds: float
    by_relation: dict[str, tuple[int, int, int]]


def universal(relation: str) -> str:
    """A relation without its subtype; spaCy writes the root as ROOT.

    >>> universal("acl:relcl"), universal("ROOT")
    ('acl', 'root')
    """
    return relation.split(":", 1)[0].lower()


def gold_words(sentences: Iterable[Sentence]) -> list[Word]:
    """Words of the treebank, placed in the text that all its sentences make."""
    words: list[Word] = []
    place = 0
    for sentence in sentences:
        spans = []
        for token in sentence.tokens:
            size = len("".join(token.form.split()))
            spans.append((place, place + size))
            place += size
        for i, token in enumerate(sentence.tokens):
            root = token.head == i
            words.append(
                Word(
                    spans[i],
                    token.upos,
                    "|".join(f"{n}={v}" for n, v in token.feats),
                    token.lemma,
                    None if root else spans[token.head],
                    "root" if root else universal(token.deprel),
                    i == 0,
                )
            )
    return words


def system_words(docs: Iterable[Any], lemma_of: Callable[[Any], str]) -> list[Word]:
    """Words of parsed documents, placed in the text that all of them make; white-space tokens are no words."""
    words: list[Word] = []
    place = 0
    for doc in docs:
        spans = {}
        for token in doc:
            size = len("".join(token.text.split()))
            spans[token.i] = (place, place + size)
            place += size
        opens = True
        for token in doc:
            opens = opens or bool(token.is_sent_start)
            if token.is_space:
                continue
            root = token.head.i == token.i
            words.append(
                Word(
                    spans[token.i],
                    token.pos_,
                    str(token.morph),
                    lemma_of(token),
                    None if root else spans[token.head.i],
                    "root" if root else universal(token.dep_),
                    opens,
                )
            )
            opens = False
    return words


def sentence_spans(words: Sequence[Word]) -> set[tuple[int, int]]:
    """First and last place of each sentence."""
    starts = [w.span[0] for w in words if w.opens_sentence]
    ends = [*starts[1:], words[-1].span[1]] if words else []
    return set(zip(starts, ends, strict=True))


def f1(right: int, made: int, wanted: int) -> float:
    """Harmonic mean of right/made and right/wanted, in percent.

    >>> f1(3, 4, 4)
    75.0
    """
    return 200.0 * right / (made + wanted) if made + wanted else 0.0


def compare(gold: Sequence[Word], system: Sequence[Word], seconds: float = 0.0) -> Scores:
    """All measures of one text. Words that do not span the same characters are wrong in every measure."""
    found = {w.span: w for w in system}
    pairs = [(g, found[g.span]) for g in gold if g.span in found]
    right = {
        "tokens": len(pairs),
        "upos": sum(g.upos == s.upos for g, s in pairs),
        "feats": sum(g.feats == s.feats for g, s in pairs),
        "lemma": sum(g.lemma in ("_", "", s.lemma) for g, s in pairs),
        "uas": sum(g.head_span == s.head_span for g, s in pairs),
        "las": sum(g.head_span == s.head_span and g.relation == s.relation for g, s in pairs),
    }
    values = {name: f1(count, len(system), len(gold)) for name, count in right.items()}
    gold_sentences, system_sentences = sentence_spans(gold), sentence_spans(system)
    values["sentences"] = f1(len(gold_sentences & system_sentences), len(system_sentences), len(gold_sentences))
    return Scores({m: values[m] for m in MEASURES}, len(gold), seconds, relation_counts(gold, system, pairs))


def relation_counts(
    gold: Sequence[Word], system: Sequence[Word], pairs: Sequence[tuple[Word, Word]]
) -> dict[str, tuple[int, int, int]]:
    """For each relation: right (head and label), made by the pipeline, wanted by the treebank."""
    counts = {w.relation: [0, 0, 0] for w in (*gold, *system)}
    for word in system:
        counts[word.relation][1] += 1
    for word in gold:
        counts[word.relation][2] += 1
    for g, s in pairs:
        counts[g.relation][0] += g.relation == s.relation and g.head_span == s.head_span
    return {name: (a, b, c) for name, (a, b, c) in sorted(counts.items())}


def raw_paragraphs(sentences: Sequence[Sentence]) -> list[str]:
    """The treebank's text, cut where it says that a paragraph opens; a treebank that never says so is one text."""
    texts: list[str] = []
    for sentence in sentences:
        if not texts or sentence.opens:
            texts.append("")
        texts[-1] += sentence.text + (" " if sentence.tokens[-1].space_after else "")
    return [t.rstrip(" ") for t in texts]


def score_treebank(
    nlp: Any, path: Path, language: str, lemma_of: Callable[[Any], str] = lambda token: str(token.lemma_)
) -> Scores:
    """Parse the raw text of a treebank file and compare. `nlp` needs a spaCy pipeline's `pipe` and tokens, no more."""
    sentences = read_sentences(path, language)
    texts = raw_paragraphs(sentences)
    begin = time.process_time()
    docs = list(nlp.pipe(texts))
    seconds = time.process_time() - begin
    return compare(gold_words(sentences), system_words(docs, lemma_of), seconds)
