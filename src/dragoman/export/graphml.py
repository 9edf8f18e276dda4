"""GraphML: actors as nodes; each claim an edge from who acts to who receives, with all that the claim says."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree

from dragoman.export.claim_row import claim_row
from dragoman.export.geojson import unplaced, unsaid_disagreements
from dragoman.export.heading import heading_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.table import Column, Value, codebook, joined
from dragoman.export.xml_text import NOT_IN_XML, for_xml
from dragoman.model.actor import Actor

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"text": "string", "list": "string", "integer": "long", "number": "double", "boolean": "boolean"}
Pair = tuple[str, str, bool]
_EDGE = (
    Column("claims", "label", "text", "The claim in one line, its status first."),
    Column("claims", "mutual", "boolean", "They act with one another."),
)
_NODE = ("name", "country", "sector", "wikidata_id")


def render_graphml(holding: Holding, style: Style) -> Rendered:
    """A directed multigraph. An edge for each pair of an actor and a recipient of a claim, or of two actors that act together."""
    held = counted_claims(holding)
    edges = [(pair, one) for one in held for pair in pairs_of(one)]
    nodes = {node_id(one): one for held_one in held for one in actors_of(held_one)}
    root = _graph(nodes, edges)
    ElementTree.indent(root, " ")
    data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    alone = len(held) - len({one.claim.id for _, one in edges})
    not_held = (
        "claims of several parties as one: such a claim is an edge for each pair, all with its claim_id",
        "lists apart: they are words with semicolons between them",
        NOT_IN_XML,
        *unplaced(holding, len(held)),
        *lost(alone, "claims with fewer than two parties: they have no edge"),
        *unsaid_disagreements(holding),
    )
    return Rendered(data, {"nodes": len(nodes), "edges": len(edges)}, not_held)


def _graph(nodes: dict[str, Actor], edges: list[tuple[Pair, Held]]) -> ElementTree.Element:
    """The document: which attributes there are, then nodes by id, then edges in order of the claims."""
    columns = tuple(one for one in codebook() if one.table == "claims")
    root = ElementTree.Element("graphml", {"xmlns": NAMESPACE})
    for name in _NODE:
        ElementTree.SubElement(
            root, "key", {"id": f"n_{name}", "for": "node", "attr.name": name, "attr.type": "string"}
        )
    for key in (*columns, *_EDGE):
        ElementTree.SubElement(
            root, "key", {"id": f"e_{key.name}", "for": "edge", "attr.name": key.name, "attr.type": _TYPES[key.kind]}
        )
    graph = ElementTree.SubElement(root, "graph", {"id": "dragoman", "edgedefault": "directed"})
    for key_, actor in sorted(nodes.items()):
        node = ElementTree.SubElement(graph, "node", {"id": for_xml(key_)})
        for name in _NODE:
            _data(node, f"n_{name}", getattr(actor, name))
    for number, ((source, target, mutual), one) in enumerate(edges):
        edge = ElementTree.SubElement(
            graph, "edge", {"id": f"e{number}", "source": for_xml(source), "target": for_xml(target)}
        )
        for name, value in claim_row(one).items():
            _data(edge, f"e_{name}", joined(value))
        _data(edge, "e_label", heading_of(one))
        _data(edge, "e_mutual", mutual)
    return root


def actors_of(held: Held) -> Iterator[Actor]:
    """All parties of a claim."""
    return (one.actor for one in (*held.claim.actors, *held.claim.recipients))


def node_id(actor: Actor) -> str:
    """A state's government is the state's node; anyone else has one of his own."""
    return f"{actor.country or ''}:{actor.sector or ''}:{actor.name}"


def pairs_of(held: Held) -> Iterator[Pair]:
    """Who acts on whom; True where they act with one another: a meeting has no recipient, and its direction means nothing."""
    actors = sorted({node_id(one.actor) for one in held.claim.actors})
    recipients = sorted({node_id(one.actor) for one in held.claim.recipients})
    if recipients:
        yield from ((one, other, False) for one in actors for other in recipients)
    else:
        yield from ((one, other, True) for at, one in enumerate(actors) for other in actors[at + 1 :])


def _data(parent: ElementTree.Element, key: str, value: Value) -> None:
    """A value; GraphML knows no null, and what is not known has no element."""
    if value is None or value == "":
        return
    text = ("true" if value else "false") if isinstance(value, bool) else str(value)
    ElementTree.SubElement(parent, "data", {"key": key}).text = for_xml(text)
