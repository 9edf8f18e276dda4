"""spaCy behind the parser's door: our own pipelines, or an official one that the user has installed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.model.tree import Sentence, Token, sentence_of
from dragoman.pipelines.blank import with_plain_blanks
from dragoman.pipelines.block import blocks
from dragoman.pipelines.comparison import with_bounded_numbers
from dragoman.pipelines.lemma import correct_lemma
from dragoman.pipelines.preposition import with_own_articles, with_own_prepositions

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
_FINAL = frozenset('.!?…:;»”")]’')  # what may close a sentence, with what may stand behind the mark


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
        parts = tuple(blocks(text, paragraphs))
        texts = (with_plain_blanks(text[span.start : span.end]) for _, span in parts)
        docs = self.nlp.pipe(texts, batch_size=64)
        found: list[Sentence] = []
        for (index, span), doc in zip(parts, docs, strict=True):
            mending = self.language if self.mends_lemmas else None
            found.extend(_sentences(doc, span.of(text), _Place(span.start, index, mending)))
        return tuple(found)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands: its offset in the text, its paragraph, and the language whose lemmas are mended, if any."""

    offset: int
    paragraph: int
    mending: str | None


def _sentences(doc: spacy.tokens.Doc, source: str, place: _Place) -> Iterator[Sentence]:
    """Sentences of a block. source: its text as printed, with its line ends."""
    held: list[spacy.tokens.Token] = []
    for sent in doc.sents:
        held += (token for token in sent if not token.is_space)
        if held and (_ends(held[-1], source) or sent.end == len(doc)):
            yield _sentence(held, place)
            held = []
    if held:
        yield _sentence(held, place)


def _ends(token: spacy.tokens.Token, source: str) -> bool:
    """Whether a sentence may end here: after a final mark, or where the line ends. The parser cuts "Kim Jong | Un" in two."""
    if token.text[-1] in _FINAL or token.i + 1 == len(token.doc):
        return True
    after = token.idx + len(token)
    return "\n" in source[after : after + 2]


def _sentence(words: list[spacy.tokens.Token], place: _Place) -> Sentence:
    index_of = {token.i: index for index, token in enumerate(words)}
    tokens = [_token(token, index_of, place) for token in words]
    roots = [index for index, token in enumerate(tokens) if token.head < 0]
    for index in roots[1:]:  # two halves that were cut apart hang together again
        tokens[index] = replace(tokens[index], head=roots[0], relation="parataxis")
    return sentence_of(
        with_bounded_numbers(with_own_prepositions(with_own_articles(tuple(tokens))), place.mending or ""),
        place.paragraph,
    )


def _token(token: spacy.tokens.Token, index_of: dict[int, int], place: _Place) -> Token:
    head = token.head
    while head.is_space and head.head.i != head.i:  # spaCy makes a new Token each time: compare places
        head = head.head
    governed = head.i != token.i and head.i in index_of
    start = place.offset + token.idx
    lemma = token.lemma_ or token.lower_
    if place.mending:
        lemma = correct_lemma(place.mending, token.text, token.pos_, token.lemma_)
    return Token(
        span=Span(start, start + len(token)),
        form=token.text,
        lemma=lemma,
        upos=token.pos_ or "X",
        features=str(token.morph),
        head=index_of[head.i] if governed else -1,
        relation=_CLEAR_TO_UD.get(token.dep_, token.dep_),
    )
