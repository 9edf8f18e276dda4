"""XML from strangers: no entities, no files, no network, no depth without end."""

from __future__ import annotations

import re
from typing import Any

from dragoman.intake.options import UnreadableDocument

_DECLARED = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]{0,2000}\[)", re.IGNORECASE)
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")


def refuse_entities(data: bytes) -> None:
    """Raise UnreadableDocument for XML that declares entities of its own: feeds and office files never do, bombs always do."""
    shown = data.replace(b"\x00", b"") if data.startswith(_UTF16) else data
    if _DECLARED.search(shown):
        raise UnreadableDocument("XML that declares entities of its own, as a trap does; it is not read")


def parse_xml(data: bytes) -> Any:
    """The root of an XML document. Raises UnreadableDocument for what is none, declares entities, or nests without end."""
    from lxml import etree

    refuse_entities(data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(f"XML that cannot be read: {str(error)[:120]}") from error
