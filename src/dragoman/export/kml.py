"""KML 2.2: a placemark for each claim whose place has a point, a folder for each precision."""

from __future__ import annotations

from xml.etree import ElementTree

from dragoman.export.claim_row import claim_row
from dragoman.export.geojson import STANDS_FOR, point_of, unplaced, unsaid_disagreements
from dragoman.export.heading import heading_of, support_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import Rendered, Style, lost
from dragoman.export.table import joined
from dragoman.export.xml_text import NOT_IN_XML, for_xml

NAMESPACE = "http://www.opengis.net/kml/2.2"


def render_kml(holding: Holding, style: Style) -> Rendered:
    """Claims with a point. A folder says what its points stand for, so that a country can be hidden and does not read as a town."""
    held = counted_claims(holding)
    placed = [one for one in held if point_of(one)]
    root = ElementTree.Element("kml", {"xmlns": NAMESPACE})
    document = _add(root, "Document")
    _add(document, "name", "Dragoman")
    for precision, words in STANDS_FOR.items():
        here = [one for one in placed if one.claim.place and one.claim.place.place.where_prec == precision]
        if here:
            folder = _add(document, "Folder")
            _add(folder, "name", f"{words} (where_prec {precision})")
            for one in here:
                _placemark(folder, one, words)
    ElementTree.indent(root, " ")
    data = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
    not_held = (
        "areas: a region or a country is one point, in a folder that says so",
        "times as the text has them: a TimeSpan has the first and last possible day, and the property period_edtf the value",
        NOT_IN_XML,
        *unplaced(holding, len(held)),
        *lost(len(held) - len(placed), "claims: their text names no place, or one without a point"),
        *unsaid_disagreements(holding),
    )
    return Rendered(data, {"placemarks": len(placed)}, not_held)


def _placemark(folder: ElementTree.Element, held: Held, words: str) -> None:
    mark = _add(folder, "Placemark")
    _add(mark, "name", heading_of(held))
    place = held.claim.place.place.name if held.claim.place else ""
    _add(mark, "description", f"“{held.claim.evidence.text}”\n{support_of(held)}\n{place}: {words}")
    period = held.claim.period.period if held.claim.period else None
    if period and (period.earliest or period.latest):
        span = _add(mark, "TimeSpan")
        for name, day in (("begin", period.earliest), ("end", period.latest)):
            if day:
                _add(span, name, day.isoformat())
    extended = _add(mark, "ExtendedData")
    for name, value in claim_row(held).items():
        flat = joined(value)
        if flat is not None and flat != "":
            entry = ElementTree.SubElement(extended, "Data", {"name": name})
            _add(entry, "value", ("true" if flat else "false") if isinstance(flat, bool) else str(flat))
    point = point_of(held)
    if point:
        _add(_add(mark, "Point"), "coordinates", f"{point[0]:.15g},{point[1]:.15g}")


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    one = ElementTree.SubElement(parent, name)
    one.text = None if text is None else for_xml(text)
    return one
