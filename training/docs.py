"""Turns trees into spaCy documents: several sentences each, as a paragraph of news has."""

from collections.abc import Iterable
from random import Random

from spacy.tokens import Doc
from spacy.vocab import Vocab

from training.conllu import Sentence

MAX_SENTENCES = 8  # a paragraph of news rarely has more
MAX_TOKENS = 160


def as_doc(sentences: Iterable[Sentence], vocab: Vocab) -> Doc:
    """One reference document over the sentences, with a blank between them."""
    words: list[str] = []
    spaces: list[bool] = []
    pos: list[str] = []
    morphs: list[str] = []
    lemmas: list[str] = []
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    for sentence in sentences:
        base = len(words)
        for place, token in enumerate(sentence.tokens):
            last = place == len(sentence.tokens) - 1
            words.append(token.form)
            spaces.append(last or token.space_after)
            pos.append(token.upos)
            morphs.append("|".join(f"{n}={v}" for n, v in token.feats))
            lemmas.append(token.lemma)
            heads.append(base + token.head)
            deps.append("ROOT" if token.head == place else token.deprel)
            starts.append(place == 0)
    if spaces:
        spaces[-1] = False
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        pos=pos,
        morphs=morphs,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
        sent_starts=starts,
    )


def paragraphs(sentences: list[Sentence], chance: Random) -> list[list[Sentence]]:
    """Runs of neighbouring sentences, cut where a paragraph opens and else by chance."""
    groups: list[list[Sentence]] = []
    room = 0
    for sentence in sentences:
        size = sum(len(s.tokens) for s in groups[-1]) if groups else 0
        if not groups or sentence.opens or room == 0 or size + len(sentence.tokens) > MAX_TOKENS:
            groups.append([])
            room = chance.choice((1, 1, 2, 3, 4, 5, 6, MAX_SENTENCES))
        groups[-1].append(sentence)
        room -= 1
    return groups
