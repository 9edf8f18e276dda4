"""Names of actors that a place's name is part of: "Bank of Moscow" is no place, "the mayor of Moscow" names one."""

from __future__ import annotations

import re

from dragoman.model.mention import ActorMention
from dragoman.model.span import Span
from dragoman.reading.places.phrase import Cues, Hit

_LETTERS = re.compile(r"[^\W\d_]")
_OWNS = re.compile(r"['’]s?\s")


class LongerNames:
    """Spans of actors, asked in text order whether a longer name of theirs covers the name of a place."""

    def __init__(self, actors: tuple[ActorMention, ...], cues: Cues) -> None:
        self._spans = sorted({one.quote.span for one in actors})
        self._next = 0
        self._cues = cues

    def cover(self, span: Span, text: str, hit: Hit) -> bool:
        """Whether the name is a part of somebody's name, "Bank of Moscow", or all of it, "NATO", which is a town too.

        An owner is no part of the name, "Chad's Ministry of Health", nor is what an office is of, "Lyon's mayor". A capital may be
        an actor and a place.
        """
        town = all(entry.kind == "city" and not entry.capital for entry in hit.entries)
        while self._next < len(self._spans) and self._spans[self._next].end <= span.start:
            self._next += 1
        for one in self._spans[self._next : self._next + 4]:
            if one.start > span.start:
                return False
            if one == span and town:
                return True
            if one.covers(span) and one != span and self._is_one_name(one, span, text):
                return True
        return False

    def _is_one_name(self, whole: Span, part: Span, text: str) -> bool:
        # "the governor of Kursk" names a place beside an office; "Central Bank of Russia" is one name.
        before, after = text[whole.start : part.start], text[part.end : whole.end]
        if _OWNS.match(after) or self._holds_office(before, after):
            return False
        words = [word for word in re.split(r"[\s'’-]+", f"{before} {after}") if _LETTERS.match(word)]
        named = [word for word in words if word[0].isupper()]
        return bool(named) and named[0] not in ("The", "Le", "La", "Les")

    def _holds_office(self, before: str, after: str) -> bool:
        """Whether the rest is an office or a public body of the place: "Mayor of Lyon", "Lyon Police", "Trade Minister of Chad"."""
        head, _, joint = before.rstrip().rpartition(" ")
        words = head.lower().split()
        if joint.lower() in self._cues["of"] and words:
            return words[-1] in self._cues["office"] | self._cues["title"] | self._cues["origin"]
        if before.strip():
            return False
        first = after.split()[0].lower() if after.split() else ""
        return first in self._cues["local"] and first not in self._cues["body"]
