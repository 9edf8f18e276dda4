"""Who says so: source, cue and content of a report, and the quotation marks of a text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.model.actor import Actor
from dragoman.model.span import Quote

LinkKind = Literal["publisher", "agency", "document", "speaker", "dataset"]
Origin = Literal[
    "party", "official", "ministry", "military", "intelligence", "opposing_party", "eyewitness", "imagery",
    "think_tank", "unnamed",
]  # fmt: skip
Speech = Literal["say", "acknowledge", "deny", "plan", "predict", "judge", "doubt"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks. outer: with the marks; inner: without. scare: marks of distance, not of speech."""

    outer: Quote
    inner: Quote
    scare: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """A content that somebody is said to have said.

    source: None where the text leaves it out ("il est question de"). cue: the words that attribute, None for a quotation
    with none. direct: the content is in quotation marks. speech: what the cue does (a denial, a prediction, ...).
    speaker: who the source is, None if unknown; origin: what kind of source. via: a further attribution that this
    one was read in ("Yonhap, citing a lawmaker"), None if there is none.
    """

    source: Quote | None
    cue: Quote | None
    content: Quote
    direct: bool
    speech: Speech
    speaker: Actor | None = None
    origin: Origin | None = None
    via: Attribution | None = None


@dataclass(frozen=True, slots=True)
class AttributionLink:
    """One link of a claim's chain, outermost first: the publisher prints, the originator, the last, says.

    kind "dataset": a set of coded events, whose row the claim is; `quote` names the row. It stands first and answers for what it
    coded, whatever sources it names after it.
    """

    kind: LinkKind
    quote: Quote | None
    text: str
    actor: Actor | None = None
    origin: Origin | None = None
    direct: bool = False
