"""Numbers that a comparison bounds: "plus d'un million de barils" is so many barrels, and no "plus" of a million."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.tree import Token
from dragoman.world.syntax import number_nouns

# Adverbs of degree before "de" and a number; the number is the head of the group (Grevisse & Goosse, Le bon usage, on "plus de",
# "moins de" and "près de"; the French treebanks of Universal Dependencies hang the adverb on it).
_DEGREES = frozenset(("plus", "moins", "près"))


def with_bounded_numbers(tokens: tuple[Token, ...], language: str) -> tuple[Token, ...]:
    """The tokens of a sentence, a French number under "plus de" or "moins de" put where the tree had put the adverb.

    The treebanks do both, and with them the parsers: in "a livré plus d'un million de barils" the object is "plus", or "million", or neither.
    """
    if language != "fr":
        return tokens
    found = list(tokens)
    for at, token in enumerate(tokens[:-2]):
        if token.lemma.casefold() in _DEGREES and tokens[at + 1].lemma.casefold() in ("de", "d'", "d’"):
            counted = tokens[at + 1].head
            if counted > at and tokens[counted].head in (at, token.head) and _is_counted(tokens, at + 2, counted):
                _swap(found, at, counted)
    return tuple(found)


def _is_counted(tokens: tuple[Token, ...], first: int, counted: int) -> bool:
    """Whether the noun is a number, or what stands between "de" and it is one."""
    return tokens[counted].lemma.casefold() in number_nouns("fr") or any(
        token.upos == "NUM" for token in tokens[first : counted + 1]
    )


def _swap(found: list[Token], degree: int, counted: int) -> None:
    """Give the number the place of the adverb, and hang the adverb with all that hung on it on the number.

    An adverb of a verb, or of a noun beside one, stands before its object: "a promis à l'Ukraine plus d'un milliard".
    """
    above = found[degree]
    head, relation = above.head, above.relation
    if relation == "advmod" and head >= 0:
        relation = "obj"
        if found[head].upos not in ("VERB", "AUX") and found[head].head >= 0:
            head = found[head].head
    found[counted] = replace(found[counted], head=head, relation=relation)
    for i, token in enumerate(found):
        if token.head == degree and i != counted:
            found[i] = replace(token, head=counted)
    found[degree] = replace(above, head=counted, relation="advmod")
    found[degree + 1] = replace(found[degree + 1], head=degree, relation="fixed")
