"""POLECAT's 40 columns, tab-separated: an event record for each claim that PLOVER has a type for and that is told as done."""

from __future__ import annotations

from dataclasses import replace

from dragoman.export.comma import safe
from dragoman.export.geojson import unplaced
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.xml_text import one_line
from dragoman.model.mention import ActorMention

# Order and wording of the header of the weekly files, doi:10.7910/DVN/AJGVIT.
COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID", "Recipient Name",
    "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title", "Recipient Name Raw",
    "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID",
    "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations",
    "Language", "Version",
)  # fmt: skip
QUADS = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_NUMBERS = ("Latitude", "Longitude")  # "-3.7" is no formula
DONE = ("asserted", "reported", "acknowledged")  # POLECAT has no column for the rest, which would read as done


def render_polecat(holding: Holding, style: Style) -> Rendered:
    """Claims with an event type that the text tells as done, a row each, and a table that leads from each to its sentence beside it."""
    held = counted_claims(holding)
    typed = [one for one in held if one.claim.event_type]
    told = [one for one in typed if is_told_as_done(one)]
    lines = ["\t".join(COLUMNS), *("\t".join(_row(one, style)) for one in told)]
    plain = replace(style, verbatim=True)
    marked = sum(
        cell != printed
        for one in told
        for made in (_row, _evidence)
        for cell, printed in zip(made(one, style), made(one, plain), strict=True)
    )
    undated = sum(not _day(one) for one in told)
    not_held = (
        "who says so, hedges and certainty, bounds of numbers, losses, grade, and disagreement; "
        "the file .evidence.tsv beside it has quotation, address, originator, status and grade by Event ID",
        "Intensity, COW codes, titles of persons, District, Feature Type and the story's lists: the program does not code them",
        *unplaced(holding, len(held)),
        *lost(len(held) - len(typed), "claims without an event type (flows, losses and statements alone)"),
        *lost(
            len(typed) - len(told),
            "claims that are planned, predicted, possible, conditional, denied or negated: a row here reads as done",
        ),
        *lost(
            marked, "cells as printed: an apostrophe stands before them, so that no spreadsheet runs them (--verbatim)"
        ),
        *lost(undated, "days of events: the text gives no single day, and Event Date is empty"),
    )
    evidence = ["\t".join(_EVIDENCE), *("\t".join(_evidence(one, style)) for one in told)]
    beside = {".evidence.tsv": ("\n".join(evidence) + "\n").encode("utf-8")}
    return Rendered(("\n".join(lines) + "\n").encode("utf-8"), {"events": len(told)}, not_held, beside)


def is_told_as_done(held: Held) -> bool:
    """Whether the text says that it is so, by whoever; a claim of the future or under a hedge is not."""
    stance = held.claim.factuality
    return stance.status in DONE and stance.polarity == "positive" and stance.certainty in ("certain", "unknown")


def _row(held: Held, style: Style) -> list[str]:
    claim, document = held.claim, held.document
    place = claim.place.place if claim.place else None
    exact = place is not None and place.where_prec <= 2
    cells = {
        "Event ID": claim.id, "Event Date": _day(held), "Event Type": claim.event_type, "Event Mode": claim.mode,
        "Quad Code": QUADS.get(claim.quad or 0), "Contexts": "; ".join(claim.contexts), **_side("Actor", claim.actors),
        **_side("Recipient", claim.recipients), "Placename": place.name if place else None,
        "City": place.name if place and exact else None, "Province": place.admin1 if place else None,
        "Country": place.country if place else None, "Latitude": _degrees(place.latitude if place else None),
        "Longitude": _degrees(place.longitude if place else None), "GeoNames ID": place.geonames_id if place else None,
        "Raw Placename": claim.place.quote.text if claim.place else None, "Source": document.publisher,
        "Publication Date": document.published, "Language": document.language, "Version": f"dragoman {style.version}",
    }  # fmt: skip
    return [_cell(cells.get(name), style.verbatim or name in _NUMBERS) for name in COLUMNS]


def _cell(value: object, verbatim: bool) -> str:
    """A cell on one line; words that a spreadsheet would run begin with an apostrophe, unless verbatim."""
    words = "" if value is None else one_line(str(value))
    return words if verbatim else safe(words)


def _side(side: str, mentions: tuple[ActorMention, ...]) -> dict[str, str | None]:
    sectors = [one.actor.sector for one in mentions if one.actor.sector]
    return {
        f"{side} Name": "; ".join(one.actor.name for one in mentions),
        f"{side} Country": "; ".join(one.actor.country or "" for one in mentions),
        f"Primary {side} Sector": sectors[0] if sectors else None, f"{side} Sectors": "; ".join(sectors),
        f"{side} Name Raw": "; ".join(one.quote.text for one in mentions),
        f"Wikipedia {side} ID": None,
    }  # fmt: skip


def _day(held: Held) -> str:
    """The day of the event, only where the text gives one day: a month is not its first day."""
    period = held.claim.period.period if held.claim.period else None
    if period is None or period.earliest is None or period.earliest != period.latest or period.date_prec != 1:
        return ""
    return period.earliest.isoformat()


def _degrees(value: float | None) -> str | None:
    return None if value is None else f"{value:.15g}"


_EVIDENCE = (
    "Event ID",
    "Fact",
    "Grade",
    "Status",
    "Originator",
    "EDTF",
    "where_prec",
    "Address",
    "Document",
    "Start",
    "End",
    "Quotation",
)


def _evidence(held: Held, style: Style) -> list[str]:
    claim = held.claim
    cells = (
        claim.id, held.fact.id if held.fact else "", held.line.grade if held.line else "", claim.factuality.status, held.original,
        claim.period.period.edtf if claim.period else "", claim.place.place.where_prec if claim.place else "", held.document.url,
        claim.document_id, claim.evidence.span.start, claim.evidence.span.end, claim.evidence.text,
    )  # fmt: skip
    return [_cell(one, style.verbatim) for one in cells]
