"""The encoder behind the parser's door."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import spacy.tokenizer

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.pipelines.blank import with_plain_blanks
from dragoman.pipelines.block import blocks
from dragoman.pipelines.comparison import with_bounded_numbers
from dragoman.pipelines.encoder.heads import Judge
from dragoman.pipelines.encoder.lemma_rule import apply_rule
from dragoman.pipelines.encoder.network import Network, Seen
from dragoman.pipelines.encoder.particle import open_class
from dragoman.pipelines.encoder.tense import (
    PERFECT,
    as_participle,
    of_its_class,
    with_conditional,
    with_future,
    with_past,
)
from dragoman.pipelines.encoder.tree import best_tree
from dragoman.pipelines.encoder.window import Window, Word, closes, windows_of
from dragoman.pipelines.lemma import correct_lemma
from dragoman.pipelines.preposition import with_own_articles, with_own_prepositions

# A sentence opens where the network says so and the word before may close one; without such a mark ("Kim Jong | Un") only
# where the network is sure, as after a heading that runs on. In units of the score, log-odds.
OPENS, OPENS_WITHOUT_MARK = 0.0, 3.0
OPENS_AFTER_STOP = -4.0  # after a full stop that stands alone, before a capital: an abbreviation keeps its stop
STOPS = frozenset((".", "!", "?", "…"))
OPENS_AT_MARK = -5.0  # after a full stop, at a mark that opens a quotation
OPENS_BEHIND_MARK = -9.0  # behind a full stop and the mark that closes a quotation, before a capital
OPENING, CLOSING, EITHER_WAY = frozenset(("«", "“", "„")), frozenset(("»", "”")), '"'


@dataclass(frozen=True, slots=True)
class EncoderParser:
    """An encoder as a `Parser`. tokenizer: spaCy's rules of the language, made by training/tokenizer.py."""

    network: Network
    judge: Judge
    tokenizer: spacy.tokenizer.Tokenizer
    language: str
    name: str
    version: str

    def parse(self, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
        """Sentences of all paragraphs in order."""
        windows = [
            window for index, span in blocks(text, paragraphs) for window in windows_of(self._words(text, span), index)
        ]
        seen = self.network.see([([w.form for w in x.words], [w.blank for w in x.words]) for x in windows])
        return tuple(s for window, one in zip(windows, seen, strict=True) for s in self._sentences(window, one))

    def _words(self, text: str, span: Span) -> list[Word]:
        tokens = list(self.tokenizer(with_plain_blanks(span.of(text))))
        forms = [token.text for token in tokens]
        found: list[Word] = []
        blank = True
        for token, form, pieces in zip(tokens, forms, self.network.pieces.of(forms), strict=True):
            if token.is_space:
                blank = True
                continue
            start = span.start + token.idx
            end = start + len(form)
            found.append(Word(Span(start, end), form, blank, "\n" in text[end : min(end + 2, span.end)], len(pieces)))
            blank = bool(token.whitespace_)
        return found

    def _sentences(self, window: Window, seen: Seen) -> Iterator[Sentence]:
        opens = self.network.column(seen, "opens")[:, 0].tolist()
        cuts = [
            0,
            *(i for i in range(1, len(opens)) if _opens(window.words, i, opens[i])),
            len(opens),
        ]
        heads: list[int] = []
        for begin, end in pairwise(cuts):
            inside = np.concatenate([seen.arcs[begin:end, :1], seen.arcs[begin:end, 1 + begin : 1 + end]], 1)
            heads += [head and head + begin for head in best_tree(inside)]
        tokens = self._tokens(window.words, seen, heads)
        hints = self.judge.hints(seen, cuts)
        for begin, end in pairwise(cuts):
            placed = with_own_prepositions(with_own_articles(tuple(t(begin) for t in tokens[begin:end])))
            placed = with_bounded_numbers(placed, self.language)
            yield sentence_of(placed, window.paragraph, tuple(hints[begin:end]))

    def _tokens(self, words: Sequence[Word], seen: Seen, heads: Sequence[int]) -> list[_Placed]:
        upos, rules = (self.network.best(seen, head) for head in ("upos", "lemma"))
        only_verb = self.network.forms.is_only_verb
        upos = [
            open_class(self.language, word.form, tag, tag == "NOUN" and only_verb(word.form))
            for word, tag in zip(words, upos, strict=True)
        ]
        feats = self.network.features(seen, [word.form for word in words], upos)
        feats = [of_its_class(tag, one) for tag, one in zip(upos, feats, strict=True)]
        relations = self.network.labels(seen, heads)
        lemmas = [
            correct_lemma(self.language, word.form, tag, apply_rule(rule, word.form))
            for word, tag, rule in zip(words, upos, rules, strict=True)
        ]
        if self.language == "fr":
            rows_fr = zip(words, lemmas, feats, strict=True)
            feats = [with_conditional(w.form, lemma, with_future(w.form, lemma, one)) for w, lemma, one in rows_fr]
            joined = zip(heads, relations, lemmas, strict=True)
            perfect = {head for head, label, lemma in joined if label == "aux" and lemma in PERFECT}
            feats = [as_participle(one) if i + 1 in perfect else one for i, one in enumerate(feats)]
        if self.language == "en":
            helped = {head for head, label in zip(heads, relations, strict=True) if label.startswith(("aux", "mark"))}
            led = {head for head, label in zip(heads, relations, strict=True) if label.startswith("nsubj")} - helped
            rows = enumerate(zip(words, lemmas, feats, strict=True))
            feats = [with_past(w.form, lemma, one) if i + 1 in led else one for i, (w, lemma, one) in rows]
        return [
            _Placed(word, lemma, tag, feat, head, label)
            for word, lemma, tag, feat, head, label in zip(words, lemmas, upos, feats, heads, relations, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A token whose head still counts over its window (0 the root)."""

    word: Word
    lemma: str
    upos: str
    features: str
    head: int
    relation: str

    def __call__(self, begin: int) -> Token:
        """The token in the sentence that begins at word `begin` of the window."""
        head = self.head - 1 - begin if self.head else -1
        return Token(self.word.span, self.word.form, self.lemma, self.upos, self.features, head, self.relation)


def _opens(words: Sequence[Word], at: int, score: float) -> bool:
    """Whether a word opens a sentence: as the network scores it, and sooner where the marks before it say so."""
    before, word = words[at - 1], words[at]
    if before.form in STOPS and word.form[0].isupper():
        return score > OPENS_AFTER_STOP
    if before.form in STOPS and _opens_quotation(words, at):
        return score > OPENS_AT_MARK  # "… a-t-il dit. « Elle le paiera »": the network joins what a mark opens
    if at > 1 and words[at - 2].form == "." and _closes_quotation(words, at - 1) and word.form[0].isupper():
        return score > OPENS_BEHIND_MARK  # "« Nous partons. » L'armée a confirmé"
    return score > (OPENS if closes(before) else OPENS_WITHOUT_MARK)


def _opens_quotation(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a mark that opens a quotation of a whole sentence: a capital stands right behind it."""
    form = words[at].form
    opens = form in OPENING or (form == EITHER_WAY and words[at].blank)
    return opens and at + 1 < len(words) and words[at + 1].form[0].isupper()


def _closes_quotation(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a mark that closes a quotation, with a blank behind it."""
    form = words[at].form
    return form in CLOSING or (form == EITHER_WAY and not words[at].blank and words[at + 1].blank)
