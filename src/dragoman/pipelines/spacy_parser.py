"""spaCy behind the parser's door: our own pipelines, or an official one that the user has installed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.pipelines.lemma import correct_lemma

if TYPE_CHECKING:
    import spacy.language
    import spacy.tokens

# spaCy's own English and German labels are not UD (https://spacy.io/models, "dep" of en_core_web_*): ClearNLP's
# names are mapped to the nearest universal relation. A label that is UD already is left as it is.
_CLEAR_TO_UD = {
    "ROOT": "root", "agent": "obl:agent", "attr": "xcomp", "auxpass": "aux:pass", "dative": "iobj", "dobj": "obj",
    "intj": "discourse", "meta": "dep", "neg": "advmod", "npadvmod": "obl", "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass", "oprd": "xcomp", "pcomp": "advcl", "poss": "nmod:poss", "preconj": "cc:preconj",
    "predet": "det:predet", "prep": "case", "prt": "compound:prt", "quantmod": "advmod", "relcl": "acl:relcl",
    "acomp": "xcomp",
}  # fmt: skip
_MAX_CHARS = 20_000  # a paragraph longer than this is cut at white space: the parser's memory grows with its length


@dataclass(frozen=True, slots=True)
class SpacyParser:
    """A spaCy pipeline as a `Parser`. mends_lemmas: whether its lemmas are checked against our lexicon, as ours are."""

    nlp: spacy.language.Language
    language: str
    name: str
    version: str
    mends_lemmas: bool = False

    def parse(self, text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Sentence, ...]:
        """Sentences of all paragraphs in order."""
        blocks = tuple(_blocks(text, paragraphs))
        docs = self.nlp.pipe((text[span.start : span.end] for _, span in blocks), batch_size=64)
        found: list[Sentence] = []
        for (index, span), doc in zip(blocks, docs, strict=True):
            found.extend(_sentences(doc, span.start, index, self.language if self.mends_lemmas else None))
        return tuple(found)


def _blocks(text: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, Span]]:
    for index, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        while end - start > _MAX_CHARS:
            cut = max(text.rfind(" ", start, start + _MAX_CHARS), text.rfind("\n", start, start + _MAX_CHARS))
            cut = cut if cut > start else start + _MAX_CHARS
            yield index, Span(start, cut)
            start = cut
        yield index, Span(start, end)


def _sentences(doc: spacy.tokens.Doc, offset: int, paragraph: int, mending: str | None) -> Iterator[Sentence]:
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        if not words:
            continue
        place = {token.i: index for index, token in enumerate(words)}
        tokens = tuple(_token(token, place, offset, mending) for token in words)
        yield sentence_of(tokens, paragraph)


def _token(token: spacy.tokens.Token, place: dict[int, int], offset: int, mending: str | None) -> Token:
    head = token.head
    while head.is_space and head.head.i != head.i:  # spaCy makes a new Token each time: compare places
        head = head.head
    governed = head.i != token.i and head.i in place
    start = offset + token.idx
    return Token(
        span=Span(start, start + len(token)),
        form=token.text,
        lemma=correct_lemma(mending, token.text, token.pos_, token.lemma_) if mending else token.lemma_ or token.lower_,
        upos=token.pos_ or "X",
        features=str(token.morph),
        head=place[head.i] if governed else -1,
        relation=_CLEAR_TO_UD.get(token.dep_, token.dep_),
    )
