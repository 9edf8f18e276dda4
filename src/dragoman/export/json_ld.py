"""JSON-LD 1.1: claims as schema.org Claim and PROV entities, quoted from documents and attributed to who says so."""

from __future__ import annotations

import json
import re
from typing import Any

from dragoman.export.claim_row import claim_row
from dragoman.export.geojson import unplaced
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style
from dragoman.model.entry import Entry
from dragoman.model.fact import Disagreement, Fact
from dragoman.model.identity import identify

Node = dict[str, Any]
# All of it is here: a reader opens no address for it. `dragoman:` names the columns of the codebook.
CONTEXT: Node = {
    "schema": "https://schema.org/", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dragoman": "urn:dragoman:term:",
}  # fmt: skip
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_TOLD = (
    "claim_id",
    "fact_id",
    "document_id",
    "quotation",
    "url",
    "title",
    "publisher",
    "published",
    "language",
    "coder",
)


def render_json_ld(holding: Holding, style: Style) -> Rendered:
    """A graph of documents, claims, facts, disagreements, who says what, and what read it."""
    held = counted_claims(holding)
    nodes = [_software(style), *(_document(one) for one in holding.entries)]
    agents = {_speaker(one): one.original for one in held if one.original}
    agents |= {
        _agent(one.document.publisher): one.document.publisher for one in holding.entries if one.document.publisher
    }
    nodes += [{"@id": key, "@type": "prov:Agent", "schema:name": name} for key, name in sorted(agents.items())]
    coders = sorted({one.claim.coder for one in held})
    nodes += [_activity(one) for one in coders]
    nodes += [_claim(one) for one in held]
    lines = {one.id: one for one in holding.lines}
    nodes += [_fact(one, lines[one.id].status) for one in holding.weighing.facts]
    nodes += [_disagreement(one) for one in holding.weighing.disagreements]
    body = {"@context": CONTEXT, "@graph": nodes}
    counts = {"documents": len(holding.entries), "claims": len(held), "facts": len(holding.weighing.facts),
              "disagreements": len(holding.weighing.disagreements), "agents": len(agents)}  # fmt: skip
    not_held = (
        "dates that are no single day as xsd:date: they are words, EDTF",
        "the documents' texts, and decisions of persons with their reasons (--format jsonl holds them)",
        *unplaced(holding, len(held)),
    )
    data = json.dumps(body, ensure_ascii=False, allow_nan=False, indent=1) + "\n"
    return Rendered(data.encode("utf-8"), counts, not_held)


def iri(identifier: str) -> str:
    """The name of a thing by its id. A document's id is a hash alone.

    >>> iri("claim:1d12"), iri("sha256:ab")
    ('urn:dragoman:claim:1d12', 'urn:dragoman:document:sha256:ab')
    """
    return f"urn:dragoman:{'document:' if identifier.startswith('sha256:') else ''}{identifier}"


def _agent(name: str) -> str:
    return iri(identify("agent", name=name))


def _speaker(held: Held) -> str:
    """Who says so. Somebody without a name of his own ("a source") is one agent in each document, and nobody elsewhere."""
    link = held.claim.originator
    if link is None or link.actor is not None or link.kind == "publisher":
        return _agent(held.original)
    return iri(identify("agent", name=held.original, document=held.document.id))


def _software(style: Style) -> Node:
    return {
        "@id": "urn:dragoman:software",
        "@type": "prov:SoftwareAgent",
        "schema:name": "Dragoman",
        "schema:version": style.version,
    }


def _activity(coder: str) -> Node:
    return {
        "@id": iri(identify("coder", name=coder)), "@type": "prov:Activity", "schema:name": coder,
        "prov:wasAssociatedWith": {"@id": "urn:dragoman:software"},
    }  # fmt: skip


def _known(node: Node) -> Node:
    return {key: one for key, one in node.items() if one not in (None, "", [], ())}


def _date(edtf: str | None) -> str | Node | None:
    return {"@value": edtf, "@type": "xsd:date"} if edtf and _DAY.fullmatch(edtf) else edtf


def _document(entry: Entry) -> Node:
    document = entry.document
    kind = "schema:DataFeedItem" if document.dataset else "schema:NewsArticle"
    return _known({
        "@id": iri(document.id), "@type": [kind, "prov:Entity"], "schema:headline": document.title,
        "schema:url": document.url, "schema:datePublished": _date(document.published), "schema:inLanguage": document.language,
        "schema:author": list(document.authors or ()), "schema:identifier": document.id,
        "schema:publisher": {"@id": _agent(document.publisher)} if document.publisher else None,
        "dragoman:published_from": document.published_from, "dragoman:published_cue": document.published_cue,
        "dragoman:updated": document.updated, "dragoman:dataset": document.dataset, "dragoman:source_id": document.source_id,
    })  # fmt: skip


def _claim(held: Held) -> Node:
    row = {
        f"dragoman:{key}": {"@list": list(one)} if isinstance(one, tuple) and one else one
        for key, one in claim_row(held).items()
        if key not in _TOLD
    }
    said = {"@id": _speaker(held)} if held.original else None
    return _known({
        "@id": iri(held.claim.id), "@type": ["schema:Claim", "prov:Entity"], "schema:text": held.claim.evidence.text,
        "schema:author": said, "schema:appearance": {"@id": iri(held.document.id)}, "schema:identifier": held.claim.id,
        "prov:wasQuotedFrom": {"@id": iri(held.document.id)}, "prov:wasAttributedTo": said,
        "prov:wasGeneratedBy": {"@id": iri(identify("coder", name=held.claim.coder))}, **row,
    })  # fmt: skip


def _fact(fact: Fact, status: str) -> Node:
    grade = fact.grade
    return _known({
        "@id": iri(fact.id), "@type": ["dragoman:Fact", "prov:Collection"], "schema:identifier": fact.id,
        "prov:hadMember": [{"@id": iri(one)} for one in fact.claim_ids], "dragoman:head": {"@id": iri(fact.head)},
        "dragoman:status": status, "dragoman:grade": f"{grade.source}{grade.report}", "dragoman:evidence": grade.evidence,
        "dragoman:agreement": grade.agreement, "dragoman:documents": grade.documents, "dragoman:originators": grade.originators,
        "dragoman:disputed": fact.disputed,
    })  # fmt: skip


def _disagreement(one: Disagreement) -> Node:
    key = identify("disagreement", of=one.kind, cell=one.cell, left=list(one.left), right=list(one.right))
    return {
        "@id": iri(key), "@type": "dragoman:Disagreement", "dragoman:kind": one.kind, "dragoman:cell": one.cell,
        "dragoman:left": [{"@id": iri(claim)} for claim in one.left], "dragoman:right": [{"@id": iri(claim)} for claim in one.right],
        "dragoman:reason": one.reason,
    }  # fmt: skip
