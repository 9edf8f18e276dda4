"""The network of parties: nodes on an ellipse, in a fixed order, joined by curves from the one who acts."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, log2, pi, sin

from dragoman.dossier.fact_rows import NetworkEdge
from dragoman.dossier.shown import Party

XY = tuple[float, float]
WIDTH, HEIGHT, LOW = 960.0, 520.0, 270.0
# More than this cannot be read; the table below the drawing has all of them.
MAX_NODES = 11
NODE = 15.0


@dataclass(frozen=True, slots=True)
class Node:
    """A party on the drawing. side: 1 or 2 for the pair asked for, 0 for others."""

    party: Party
    x: float
    y: float
    radius: float
    side: int


@dataclass(frozen=True, slots=True)
class Link:
    """An edge as a path. tone: "words" or "deeds", and "with" or "against", by most of its facts."""

    edge: NetworkEdge
    path: str
    width: float
    tone: tuple[str, str]
    label: XY
    head: str


@dataclass(frozen=True, slots=True)
class NetworkDrawing:
    """A drawing 960 pixels wide, less high for two parties. left_out: parties that are in the table alone."""

    height: float
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    left_out: int


def draw_network(edges: tuple[NetworkEdge, ...], pair: tuple[str, str] | None) -> NetworkDrawing | None:
    """Draw the parties with most facts; the pair asked for left and right. None without an edge."""
    weight: dict[Party, int] = {}
    for edge in edges:
        for party in {edge.sender, edge.receiver}:
            weight[party] = weight.get(party, 0) + edge.facts
    if not weight:
        return None
    pinned = {country: side for side, country in enumerate(pair or (), 1)}
    ranked = sorted(weight, key=lambda one: (one.country not in pinned or bool(one.name), -weight[one], one))
    places = dict(zip(ranked[:MAX_NODES], _places(min(len(ranked), MAX_NODES)), strict=True))
    if len(pinned) == 2 and len(ranked) > 1 and ranked[0].country == (pair or ("", ""))[1]:
        first, second = ranked[0], ranked[1]
        places[first], places[second] = places[second], places[first]
    nodes = tuple(
        Node(one, x, y, NODE + 3 * log2(1 + weight[one]), 0 if one.name else pinned.get(one.country, 0))
        for one, (x, y) in places.items()
    )
    by_party = {one.party: one for one in nodes}
    links = tuple(
        _link(edge, by_party[edge.sender], by_party[edge.receiver])
        for edge in edges
        if edge.sender in by_party and edge.receiver in by_party and edge.sender != edge.receiver
    )
    return NetworkDrawing(height_of(len(nodes)), nodes, links, len(ranked) - len(nodes))


def height_of(count: int) -> float:
    """How high a drawing of so many parties is."""
    return HEIGHT if count > 2 else LOW


def _places(count: int) -> list[XY]:
    """The first at the left, the second at the right, the others above and below by turns."""
    height = height_of(count)
    middle_x, middle_y, wide, high = WIDTH / 2, height / 2, WIDTH * 0.36, height * 0.37
    found = [(middle_x - wide, middle_y), (middle_x + wide, middle_y)][:count]
    rest = count - len(found)
    above, below = (rest + 1) // 2, rest // 2
    for index in range(rest):
        row, many = index // 2, above if index % 2 == 0 else below
        angle = pi * (row + 1) / (many + 1)
        sign = -1 if index % 2 == 0 else 1
        found.append((middle_x - wide * 0.95 * cos(angle), middle_y + sign * high * (0.35 + 0.65 * sin(angle))))
    return found


def _link(edge: NetworkEdge, start: Node, end: Node) -> Link:
    dx, dy = end.x - start.x, end.y - start.y
    length = hypot(dx, dy) or 1.0
    # Each direction bends to its own left, so that there and back are two curves; what is mutual runs straight.
    bend = 0.0 if edge.mutual else 0.16 * length
    control = ((start.x + end.x) / 2 + bend * dy / length, (start.y + end.y) / 2 - bend * dx / length)
    first = _towards((start.x, start.y), control, start.radius + 2)
    last = _towards((end.x, end.y), control, end.radius + (4 if edge.mutual else 9))
    width = min(1.2 + 1.1 * log2(1 + edge.facts), 7.0)
    path = f"M{first[0]:.1f} {first[1]:.1f}Q{control[0]:.1f} {control[1]:.1f} {last[0]:.1f} {last[1]:.1f}"
    label = ((first[0] + 2 * control[0] + last[0]) / 4, (first[1] + 2 * control[1] + last[1]) / 4)
    head = "" if edge.mutual else _head(control, last, 7 + width)
    return Link(edge, path, width, tone_of(edge), label, head)


def _towards(start: XY, end: XY, distance: float) -> XY:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (start[0] + (end[0] - start[0]) * distance / length, start[1] + (end[1] - start[1]) * distance / length)


def _head(control: XY, tip: XY, size: float) -> str:
    """An arrow head as polygon points. Drawn, not a marker: markers take their colour from no style sheet."""
    length = hypot(tip[0] - control[0], tip[1] - control[1]) or 1.0
    ux, uy = (tip[0] - control[0]) / length, (tip[1] - control[1]) / length
    front = (tip[0] + ux * 6, tip[1] + uy * 6)
    back = (front[0] - ux * size, front[1] - uy * size)
    wing = size * 0.5
    corners = (front, (back[0] - uy * wing, back[1] + ux * wing), (back[0] + uy * wing, back[1] - ux * wing))
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in corners)


def tone_of(edge: NetworkEdge) -> tuple[str, str]:
    """Words or deeds, with or against: by which there are more facts; deeds and conflict win a tie."""
    said, done, blamed, fought = edge.quads
    return (
        "deeds" if done + fought >= said + blamed else "words",
        "against" if blamed + fought >= said + done and any(edge.quads) else "with",
    )
