"""STIX 2.1: identities, a relationship or a note for each claim, a report for each document, an opinion for each denial of
what another document says (a denial of what none says is a note).

The ids are UUID version 5 of what an object is about, so that the same ledger gives the same bundle. What STIX has no property
for stands in a property extension of ours on each object.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID, uuid5

from dragoman.export.address import web_address
from dragoman.export.claim_row import claim_row
from dragoman.export.geojson import unplaced
from dragoman.export.heading import heading_of, sureness_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.model.actor import Actor
from dragoman.model.entry import Entry
from dragoman.model.fact import Disagreement
from dragoman.weighing.profile import loss_of, stance_of

Object = dict[str, Any]
_SPACE = UUID("6f0d2c1e-7a4b-5d39-9c58-2f1b7e0a4c66")  # ours; not the one that STIX keeps for cyber-observables
_UNDATED = "1970-01-01T00:00:00.000Z"  # STIX wants a time on each object, and there is none to give
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MATTERS = ("event", "flow", "loss")  # a statement or a judgement relates nobody to anybody


def render_stix(holding: Holding, style: Style) -> Rendered:
    """A bundle of all claims that are in a fact, with their documents and what disagrees."""
    held = counted_claims(holding)
    by_claim = {one.claim.id: _claim_objects(one) for one in held}
    objects: list[Object] = [_tool(), _extension()]
    objects += _identities(held)
    objects += [each for one in by_claim.values() for each in one]
    objects += [_report(one, by_claim) for one in holding.entries]
    objects += _disagreements(holding.weighing.disagreements, {one.claim.id: one for one in held}, by_claim)
    unique = {one["id"]: one for one in objects}
    ordered = [unique[key] for key in sorted(unique)]
    bundle = {"type": "bundle", "id": _id("bundle", *sorted(unique)), "objects": ordered}
    counts: dict[str, int] = {}
    for one in ordered:
        counts[one["type"]] = counts.get(one["type"], 0) + 1
    undated = sum(not _is_day(one.document.published) for one in holding.entries)
    not_held = (
        "status, certainty, bounds, EDTF, precision, grade and quotation as properties of STIX: they are in the extension "
        f"{_id('extension-definition', 'claim')} on each object, and status and certainty begin each relationship_type",
        "times: created, modified and published are the day of printing at 00:00 UTC (1970-01-01 where it is unknown), and no "
        "start_time or stop_time is set, for they would be more exact than the text",
        "STIX's confidence: how surely words were read is not how surely a thing is so",
        *unplaced(holding, len(held)),
        *lost(undated, "documents as reports: their day of printing is not known, and each is a grouping"),
    )
    data = (json.dumps(bundle, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return Rendered(data, counts, not_held)


def _id(kind: str, *about: str) -> str:
    return f"{kind}--{uuid5(_SPACE, chr(31).join((kind, *about)))}"


def _object(kind: str, about: Iterable[str], day: str | None, **fields: Any) -> Object:
    made = f"{day}T00:00:00.000Z" if day and _is_day(day) else _UNDATED
    head = {"type": kind, "spec_version": "2.1", "id": _id(kind, *about), "created": made, "modified": made}
    by = {} if kind == "identity" else {"created_by_ref": _id("identity", "dragoman")}
    return {**head, **by, **{key: one for key, one in fields.items() if one not in (None, "", [], {})}}


def _is_day(published: str | None) -> bool:
    return published is not None and _DAY.fullmatch(published) is not None


def _tool() -> Object:
    return _object("identity", ("dragoman",), None, name="Dragoman", identity_class="system")


def _extension() -> Object:
    return _object(
        "extension-definition", ("claim",), None, name="Dragoman claim", version="1.0.0", extension_types=["property-extension"],
        description="Columns of a claim: see the codebook of the program's tables.",
        schema="Columns of the table `claims`, by name; a column that is not known is left out.",
    )  # fmt: skip


def _identities(held: Iterable[Held]) -> Iterator[Object]:
    for one in held:
        for mention in (*one.claim.actors, *one.claim.recipients):
            yield _identity(mention.actor)
        yield _originator(one)


def _identity(actor: Actor) -> Object:
    wikidata = [{"source_name": "wikidata", "external_id": actor.wikidata_id}] if actor.wikidata_id else None
    known = [f"country {actor.country}" if actor.country else "", f"sector {actor.sector}" if actor.sector else ""]
    return _object(
        "identity", ("actor", actor.name, actor.country or "", actor.sector or ""), None, name=actor.name or "unnamed",
        identity_class="unspecified", description=", ".join(one for one in known if one), external_references=wikidata,
    )  # fmt: skip


def _originator(held: Held) -> Object:
    """Who says so. Somebody without a name of his own is a class of persons, one for each document."""
    link = held.claim.originator
    if link is not None and link.actor is not None:
        return _identity(link.actor)
    name = held.original or "nobody named"
    if link is not None and link.kind in ("publisher", "dataset"):
        return _object("identity", ("publisher", name), None, name=name, identity_class="organization")
    about = ("unnamed", name, held.document.id)
    return _object(
        "identity", about, None, name=name, identity_class="class", description="named no further in the text"
    )


def _details(held: Held) -> Object:
    """Our extension: the row of the claim without what is not known. STIX has neither null nor an empty list."""
    row = {key: list(one) if isinstance(one, tuple) else one for key, one in claim_row(held).items()}
    known = {key: one for key, one in row.items() if one not in (None, "") and (not isinstance(one, list) or any(one))}
    return {_id("extension-definition", "claim"): {"extension_type": "property-extension", **known}}


def _source(held: Held) -> list[Object]:
    document = held.document
    web = web_address(document.url)
    one = {
        "source_name": document.publisher or "document",
        "description": held.claim.evidence.text,
        "external_id": document.id,
    }
    return [{**one, **({"url": web} if web else {})}]


def _claim_objects(held: Held) -> list[Object]:
    """A relationship for each pair of an actor and a recipient; a note where there is none, and for whatever is denied."""
    claim, day = held.claim, held.document.published
    rest: Object = {"extensions": _details(held), "external_references": _source(held)}
    pairs = [(one.actor, other.actor) for one in claim.actors for other in claim.recipients]
    if pairs and claim.matter in _MATTERS and stance_of(claim) == "said":
        return [
            _object(
                "relationship", (claim.id, source["id"], target["id"]), day, relationship_type=_kind(held), source_ref=source["id"],
                target_ref=target["id"], description=f"{heading_of(held)}: “{claim.evidence.text}”", **rest,
            )
            for source, target in ((_identity(one), _identity(other)) for one, other in pairs)
        ]  # fmt: skip
    parties = [_identity(one.actor)["id"] for one in (*claim.actors, *claim.recipients)]
    refs = list(dict.fromkeys([*parties, _originator(held)["id"]]))
    return [
        _object("note", (claim.id,), day, abstract=heading_of(held), content=claim.evidence.text, authors=_authors(held), object_refs=refs, **rest)
    ]  # fmt: skip


def _authors(held: Held) -> list[str]:
    return [held.original] if held.original else []


def _kind(held: Held) -> str:
    """The relationship's type, how sure it is first: "reported-troops-delivered", "reported-probable-aid"."""
    claim = held.claim
    flow = (claim.flow.kind, claim.flow.stage) if claim.flow else ()
    coded = [one for one in (claim.event_type, *flow, loss_of(claim)) if one] or [claim.concept]
    return re.sub("[^a-z0-9]+", "-", "-".join([sureness_of(held), *coded]).casefold()).strip("-")


def _report(entry: Entry, by_claim: dict[str, list[Object]]) -> Object:
    document = entry.document
    refs = [each["id"] for one in entry.claims for each in by_claim.get(one.id, ())] or [_id("identity", "dragoman")]
    name = document.title or document.source_id or document.id
    web = web_address(document.url)
    source = {
        "source_name": document.publisher or "document",
        "external_id": document.id,
        **({"url": web} if web else {}),
    }
    rest: Object = {"name": name, "object_refs": refs, "external_references": [source], "lang": document.language}
    if _is_day(document.published):
        return _object(
            "report", (document.id,), document.published, published=f"{document.published}T00:00:00.000Z", **rest
        )
    told = f"published {document.published}" if document.published else "day of printing not known"
    return _object("grouping", (document.id,), None, context="unspecified", description=told, **rest)


def _disagreements(
    found: Iterable[Disagreement], held: dict[str, Held], by_claim: dict[str, list[Object]]
) -> Iterator[Object]:
    """A denial is the opinion of who denies about what the others say; any other disagreement is a note on both sides."""
    for one in found:
        sides = [held[claim] for claim in (*one.left, *one.right) if claim in held]
        denying = [each for each in sides if stance_of(each.claim) == "denied"]
        denied = [ref["id"] for each in sides if each not in denying for ref in by_claim[each.claim.id]]
        if one.kind == "denial" and denying and denied:
            for each in denying:
                yield _object(
                    "opinion", (each.claim.id, *sorted(denied)), each.document.published, opinion="disagree", object_refs=denied,
                    explanation=each.claim.evidence.text, authors=_authors(each), extensions=_details(each),
                    external_references=_source(each),
                )  # fmt: skip
        elif sides:
            refs = [ref["id"] for each in sides for ref in by_claim[each.claim.id]]
            about = (one.kind, one.cell, *one.left, "against", *one.right)
            yield _object(
                "note", about, None, abstract=f"{one.kind} on {one.cell}", content=one.reason, object_refs=refs
            )
