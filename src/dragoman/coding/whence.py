"""Places beside a transfer that nothing arrives at: the other side of a border, and where something comes from."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import Sentence, base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases, plain_case


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
    """Whether a place only says where another lies that something comes from, or what is passed: "took grain from Pala,
    Mayo-Kebbi", "flew home by way of Pala, Chad".
    """
    sentence, table = case.reading.sentences[argument.sentence], cases(case.reading.document.language)
    node = argument.head
    for _ in range(3):
        if {table.get(case_of(sentence, node)), table.get(_whole_case(sentence, node))} & {"from", "via"}:
            return True
        if base(sentence.tokens[node].relation) not in ("appos", "conj", "flat", "nmod") or case_of(sentence, node):
            return False
        node = sentence.tokens[node].head
    return False


def is_on_market(predication: Predication) -> bool:
    """Whether it is sold to whoever comes: "sur un marché au Mali, des armes ont été vendues" sells the Malian state none."""
    return any(is_a(one.concept or "", "MARKET") for one in predication.arguments if one.role not in ("agent", "theme"))


def is_of_giver(case: Case, predication: Predication, argument: Argument) -> bool:
    """Whether a place only says where the giver is: "supplied by the Kenyan embassy in Rome" goes nowhere by that."""
    sentence = case.reading.sentences[argument.sentence]
    return any(
        one.head != argument.head and argument.head in sentence.subtree(one.head)
        for one in predication.fillers("agent")
        if base(sentence.tokens[one.head].relation) in ("nsubj", "obl") and one.repaired is None
    )


def is_on_the_way(case: Case, argument: Argument) -> bool:
    """Whether a land is only passed through and a relative clause hangs on it: "le gazoduc passant par Oman qui alimente Sanaa"."""
    sentence = case.reading.sentences[argument.sentence]
    over = case.by_trigger.get((argument.sentence, sentence.tokens[argument.head].head))
    passing = over is not None and is_a(over.concept or "", "TRAVEL")
    return passing and (argument.repaired or "") == "relative pronoun"


def _whole_case(sentence: Sentence, node: int) -> str:
    """The preposition of several words that a noun stands behind: "en provenance du Tchad"."""
    forms = [
        sentence.tokens[one].form for one in sentence.children[node] if base(sentence.tokens[one].relation) == "case"
    ]
    if len(forms) > 1:
        return plain_case(" ".join(forms))  # "out of Chad", which a tree may take for two prepositions
    over = sentence.tokens[node].head
    if over < 0:
        return ""
    return plain_case(f"{case_of(sentence, over)} {sentence.tokens[over].form} {case_of(sentence, node)}")
