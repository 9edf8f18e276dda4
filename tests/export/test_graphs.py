"""STIX and JSON-LD, read back by the OASIS parser and validator and by rdflib."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest
import rdflib
import stix2
import stix2validator
from rdflib.namespace import PROV, RDF

from dragoman.export.claim_row import claim_row
from dragoman.export.formats import find_format
from dragoman.export.holding import Holding, counted_claims
from dragoman.export.json_ld import iri
from dragoman.export.rendered import Rendered, Style
from dragoman.model.entry import Entry
from dragoman.model.factuality import Factuality
from dragoman.weighing.profile import stance_of
from tests import factory
from tests.export import stock

WHOLE, HOSTILE = stock.whole(), stock.hostile()
SDO = rdflib.Namespace("https://schema.org/")
TERM = rdflib.Namespace("urn:dragoman:term:")
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # by rdflib of itself


def render(name: str, holding: Holding = WHOLE) -> Rendered:
    found = find_format(name)
    assert found is not None
    return found.render(holding, Style(version="1"))


def bundle(holding: Holding = WHOLE) -> list[Any]:
    return list(stix2.parse(render("stix", holding).data.decode("utf-8")).objects)


def details(one: Any) -> dict[str, Any]:
    """Our extension on an object."""
    (found,) = one.extensions.values()
    return dict(found)


@pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_stix_holds_to_its_specification(holding: Holding) -> None:
    done = render("stix", holding)
    result = stix2validator.validate_string(done.data.decode("utf-8"), stix2validator.ValidationOptions(version="2.1"))
    assert result.is_valid, [str(one) for one in result.errors or ()]
    objects = bundle(holding)
    assert len(objects) == sum(done.counts.values())
    ids = {one.id for one in objects}
    assert len(ids) == len(objects)
    for one in objects:
        refs = {*one.get("object_refs", ()), *(one[key] for key in ("source_ref", "target_ref", "created_by_ref") if key in one)}
        assert refs <= ids, one.id


def test_each_claim_is_there_with_its_sentence_and_status() -> None:
    rows = {one.claim.id: one for one in counted_claims(WHOLE)}
    seen = set()
    for one in bundle():
        if one.type not in ("relationship", "note", "opinion") or "extensions" not in one:
            continue
        told = details(one)
        claim = rows[told["claim_id"]].claim
        seen.add(claim.id)
        assert told["quotation"] == claim.evidence.text
        assert (told["status"], told["certainty"]) == (claim.factuality.status, claim.factuality.certainty)
        assert told["grade"]
        if one.type == "relationship":
            assert one.relationship_type.startswith(f"{claim.factuality.status}-")
            assert stance_of(claim) == "said"
            assert not {"start_time", "stop_time", "confidence"} & set(one)
    assert seen == set(rows)


def test_a_denial_is_an_opinion_and_never_a_relationship() -> None:
    objects = {one.id: one for one in bundle()}
    opinions = [one for one in objects.values() if one.type == "opinion"]
    denials = [one for one in WHOLE.weighing.disagreements if one.kind == "denial"]
    assert len(opinions) == len(denials) == 1
    (one,) = opinions
    assert one.opinion == "disagree"
    assert "denied" in one.explanation
    against = {details(objects[ref])["claim_id"] for ref in one.object_refs}
    assert against <= {*denials[0].left, *denials[0].right}
    assert details(one)["claim_id"] not in against


def test_a_document_without_a_day_is_no_report() -> None:
    (dated, *_) = [one for one in WHOLE.entries if one.document.published == "2025-05-01"]
    vague = replace(dated, document=replace(dated.document, published="2025-05"))
    for entry, kind in ((dated, "report"), (vague, "grouping")):
        objects = bundle(stock.holding_of(tuple(entry if one is dated else one for one in WHOLE.entries), WHOLE.weighing))
        (found,) = [one for one in objects if one.type in ("report", "grouping") and one.external_references[0].external_id == dated.document.id]
        assert found.type == kind


def test_a_relationship_says_how_sure_it_is() -> None:
    document = factory.document("North Korea probably sent troops to Russia.")
    stance = Factuality("reported", None, "positive", "probable", "past")
    holding = stock.holding_of((Entry(document, (factory.claim(document, flow=("troops", "delivered"), factuality=stance),), ()),))
    (found,) = [one for one in bundle(holding) if one.type == "relationship"]
    assert found.relationship_type == "reported-probable-troops-delivered"


def graph(holding: Holding = WHOLE) -> rdflib.Graph:
    return rdflib.Graph().parse(data=render("jsonld", holding).data.decode("utf-8"), format="json-ld")


@pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])
def test_json_ld_names_each_claim_its_words_its_document_and_who_says_it(holding: Holding) -> None:
    found = graph(holding)
    claims = set(found.subjects(RDF.type, SDO.Claim))
    assert claims == {rdflib.URIRef(iri(one.claim.id)) for one in counted_claims(holding)}
    for one in counted_claims(holding):
        node = rdflib.URIRef(iri(one.claim.id))
        assert str(found.value(node, SDO.text)) == one.claim.evidence.text
        assert found.value(node, PROV.wasQuotedFrom) == found.value(node, SDO.appearance) == rdflib.URIRef(iri(one.document.id))
        assert str(found.value(found.value(node, PROV.wasAttributedTo), SDO.name)) == one.original
        assert str(found.value(node, TERM.status)) == one.claim.factuality.status
        assert str(found.value(node, TERM.certainty)) == one.claim.factuality.certainty
        assert found.value(node, TERM.grade) is not None
        row = claim_row(one)
        sectors = found.value(node, TERM.actor_sectors)
        assert [str(each) for each in found.items(sectors)] == list(row["actor_sectors"]) if row["actor_sectors"] else sectors is None  # type: ignore[arg-type]
    members = {member for fact in found.subjects(RDF.type, TERM.Fact) for member in found.objects(fact, PROV.hadMember)}
    assert members == claims


def test_json_ld_takes_two_unnamed_sources_for_two() -> None:
    entries = []
    for number, who in enumerate([["Kim Yong"], ["Kim Yong"], *[[factory.speaker("a source", origin="unnamed")]] * 2]):
        document = factory.document(f"North Korea met Russia {number} times.", publisher=f"Paper {number}")
        entries.append(Entry(document, (factory.claim(document, who=who), factory.claim(document, who=who, concept="SAY")), ()))
    found = graph(stock.holding_of(tuple(entries)))
    agents: dict[str, set[Any]] = {}
    for said in set(found.objects(None, PROV.wasAttributedTo)):
        agents.setdefault(str(found.value(said, SDO.name)), set()).add(said)
    assert {name: len(some) for name, some in agents.items()} == {"Kim Yong": 1, "a source": 2}


def test_json_ld_types_a_day_and_nothing_wider_as_a_date() -> None:
    dates = list(graph().objects(None, SDO.datePublished))
    assert dates
    for one in dates:
        assert (one.datatype == rdflib.XSD.date) == bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(one)))  # type: ignore[attr-defined]


def test_json_ld_opens_no_address() -> None:
    assert isinstance(json.loads(render("jsonld").data)["@context"], dict)
