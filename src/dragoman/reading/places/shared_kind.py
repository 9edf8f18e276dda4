"""Names that share one word of kind: in "Dale, Grady and Noble counties" each is a county's."""

from __future__ import annotations

from dragoman.model.tree import Token
from dragoman.reading.places.phrase import Cues, Hit, word_of
from dragoman.world.place import Gazetteer

_LONGEST = 4  # words of one name: "St. John the Baptist"


def shared_hits(tokens: tuple[Token, ...], text: str, gazetteer: Gazetteer, cues: Cues) -> dict[int, Hit]:
    """Names of a list completed by the word after it, by their first token; a list ends at what is no such name."""
    kinds = dict(one.split("=") for one in sorted(cues.get("shared", ())))
    found: dict[int, Hit] = {}
    for index, token in enumerate(tokens):
        kind = kinds.get(token.form.lower())
        last = index - 1
        some: list[Hit] = []
        while kind and last >= 0:
            hit = _completed(last, tokens, text, gazetteer, kind)
            if hit is None:
                break
            some.append(hit)
            last = hit.first - 1
            while last >= 0 and word_of(tokens[last]) in cues["join"]:
                last -= 1
        if len(some) > 1:
            found.update({hit.first: hit for hit in some})
    return found


def _completed(last: int, tokens: tuple[Token, ...], text: str, gazetteer: Gazetteer, kind: str) -> Hit | None:
    """The longest name that ends at a token and is a region's with the word of kind."""
    for first in range(max(0, last - _LONGEST + 1), last + 1):
        if not all(token.form[0].isupper() or token.form == "." for token in tokens[first : last + 1]):
            continue
        name = text[tokens[first].span.start : tokens[last].span.end]
        both = (*gazetteer.find(f"{name} {kind}"), *gazetteer.find(name))
        entries = tuple(one for one in dict.fromkeys(both) if one.kind == "region")
        if entries:
            return Hit(first, last, f"{name} {kind}", entries)
    return None
