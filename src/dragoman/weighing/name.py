"""Names as printed to the name of whom they mean: "KCNA", "la KCNA" and "Korean Central News Agency" are one source."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.world.actor import LANGUAGES, fold
from dragoman.world.actor_names import actor_names, find_match

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("the", "le", "la", "les", "l"))  # "l" of "l'AFP"
_SURE = (
    "organisation",
    "person",
    "surname",
)  # a state or a seat that speaks is an office, and the reading has resolved those
_WITH_ARTICLE = ("organisation", "person")  # a surname alone takes no article: "the Martins" are not Martin


@lru_cache(maxsize=65536)
def known_name(words: str) -> str:
    """The name that the tables have for words that name one organisation or person, else the words themselves, folded.

    >>> known_name("KCNA")
    'korean central news agency'
    >>> known_name("  A lawmaker ")
    'a lawmaker'
    >>> known_name("Jill Biden")
    'jill biden'
    """
    folded = tuple(fold(one) for one in _WORD.findall(words))
    joined = (False, *(True for _ in folded[1:]))
    for start in (0, 1) if folded and folded[0] in _ARTICLES else (0,):  # "le NIS", "the NIS"
        kinds = _SURE if start == 0 else _WITH_ARTICLE
        for language in LANGUAGES if len(folded) > start else ():
            for match in find_match(actor_names(language), folded, joined, start):
                sure = {one.key for one in match.entries if one.kind in kinds}
                if match.last == len(folded) - 1 and len(sure) == 1:
                    return fold(sure.pop())
    return " ".join(folded)
