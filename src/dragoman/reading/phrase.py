"""The words of a noun phrase: from its first to its last token, without the clauses and the preposition that are not its own."""

from __future__ import annotations

from dragoman.model.tree import Sentence, base

_CLAUSES = frozenset(("acl", "parataxis", "advcl"))
_BESIDE = frozenset(("case", "mark", "cc", "punct", "conj", "appos", "cop", "aux", "nsubj", "obj"))  # of the head alone


def phrase(sentence: Sentence, head: int) -> tuple[int, int]:
    """First and last token of the phrase a noun heads, without clauses that tell another story and without its preposition."""
    tokens = sentence.tokens
    kept, stack = [head], [head]
    while stack:
        index = stack.pop()
        for child in sentence.children[index]:
            relation = base(tokens[child].relation)
            if relation in _CLAUSES or (index == head and relation in _BESIDE):
                continue
            kept.append(child)
            stack.append(child)
    first, last = min(kept), max(kept)
    while first < head and (tokens[first].upos == "PUNCT" or base(tokens[first].relation) == "case"):
        first += 1
    while last > head and tokens[last].upos == "PUNCT":
        last -= 1
    return first, last
