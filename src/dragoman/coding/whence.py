"""Places beside a transfer that nothing arrives at: the other side of a border, and where something comes from."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.predication import Argument
from dragoman.reading.slot import base, case_of
from dragoman.world.syntax import cases


def is_by_border(case: Case, argument: Argument) -> bool:
    """Whether a place only says which border is meant: "all along its border with Libya"."""
    tokens, node = case.reading.sentences[argument.sentence].tokens, argument.head
    for _ in range(3):
        node = tokens[node].head
        if node < 0:
            return False
        if any(one.concept == "BORDER" for one in case.index.concepts.at(argument.sentence, node)):
            return True
    return False


def is_whence(case: Case, argument: Argument) -> bool:
    """Whether a place only says where another lies that something comes from: "took grain from Pala, Mayo-Kebbi"."""
    sentence, table = case.reading.sentences[argument.sentence], cases(case.reading.document.language)
    node = argument.head
    for _ in range(3):
        if table.get(case_of(sentence, node)) == "from":
            return True
        if base(sentence.tokens[node].relation) not in ("appos", "conj", "flat", "nmod") or case_of(sentence, node):
            return False
        node = sentence.tokens[node].head
    return False
