"""Who: a state, or someone or something that acts for one or beside one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who can act.

    country: ISO 3166-1 alpha-3, or PLOVER's "IGO" and the like for those above states, None if not known.
    sector: PLOVER's (GOV, MIL, SPY, LEG, JRN, CVL, ...), None if not known. wikidata_id: "Q…" or None.
    """

    name: str
    country: str | None
    sector: str | None
    wikidata_id: str | None = None
