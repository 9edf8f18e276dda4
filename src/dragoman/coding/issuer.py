"""Whom a document itself speaks for: its publisher, an office or not, and the agency that its dateline or last line names."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.model.actor import Actor
from dragoman.model.attribution import AttributionLink, Origin
from dragoman.model.reading import Reading
from dragoman.model.span import Span, quote
from dragoman.reading.dateline import dateline
from dragoman.world.actor import LANGUAGES, actor_for_country, fold, name_of
from dragoman.world.actor_names import actor_names, find_match, organisations

_WORD = re.compile(r"\w+")
_ARTICLES = frozenset(("the", "le", "la", "les", "l"))
_CREDIT = re.compile(
    r"\((?:(?:avec|with)\s)?(?P<brackets>[^()\n]{2,40})\)\s*$|(?:^|\n)\s*(?:avec|with|par|by|source\s?:)?\s*(?P<line>[^\n().,]{2,30})\s*$",
    re.IGNORECASE,
)
_TAIL = 60  # characters at the end of a text in which "(AFP)" or "avec AFP" signs it
_ORIGINS: dict[str, Origin] = {"GOV": "official", "MIL": "military", "SPY": "intelligence", "EDU": "think_tank"}


def issuers_of(reading: Reading) -> tuple[AttributionLink, ...]:
    """The links that stand before every claim of a document, outermost first: publisher, then agency; () if neither is known.

    A publisher that is an office ("The White House") is the actor it is; a paper or an agency only prints.
    """
    document = reading.document
    links: list[AttributionLink] = []
    if document.publisher:
        actor = named(document.publisher)
        office = actor if actor is not None and actor.sector != "JRN" else None
        links.append(
            AttributionLink(
                "publisher", None, document.publisher, office, _ORIGINS.get(office.sector or "") if office else None
            )
        )
    span = agency_span(reading)
    agency = named(span.of(document.text)) if span is not None else None
    if (
        span is not None
        and agency is not None
        and agency != (named(document.publisher) if document.publisher else None)
    ):
        words = quote(span, document.text)
        links.append(AttributionLink("agency", words, words.text, agency))
    return tuple(links)


def agency_span(reading: Reading) -> Span | None:
    """The words that name the agency whose dispatch a text is: "(AFP)" in its dateline or at its end. None for no dispatch."""
    text = reading.document.text
    spans = [dateline(text, one.span.start)[1] for one in reading.document.paragraphs[:2]]
    found = _CREDIT.search(text, max(0, len(text) - _TAIL))
    if found is not None:
        spans.append(Span(*found.span("brackets" if found["brackets"] else "line")))
    return next((one for one in spans if one is not None and _is_press(one.of(text))), None)


def _is_press(words: str) -> bool:
    actor = named(words)
    return actor is not None and actor.sector == "JRN"


@lru_cache(maxsize=4096)
def named(words: str) -> Actor | None:
    """The organisation, or the government behind the seat, that words name whole and in capitals; None for any other.

    >>> actor = named("The White House")
    >>> (actor.name, actor.sector) if actor else None
    ('Government of the United States', 'GOV')
    """
    printed = _WORD.findall(words)
    folded = tuple(fold(one) for one in printed)
    joined = (False, *(True for _ in folded[1:]))
    starts = (0, 1) if folded and folded[0] in _ARTICLES else (0,)
    for start in starts:
        for language in LANGUAGES if len(folded) > start and printed[start][:1].isupper() else ():
            for match in find_match(actor_names(language), folded, joined, start):
                if match.last != len(folded) - 1:
                    continue
                for one in match.entries:
                    if one.kind == "organisation":
                        return organisations()[one.key]
                    if one.kind == "seat":
                        state = actor_for_country(one.key)
                        return Actor(f"Government of {name_of(state.country)}", state.country, "GOV")
    return None
