"""A holding to give out: the pile of tests/dossier, as a ledger would hold it; and one that is hostile to every format."""

from __future__ import annotations

from dataclasses import replace

from dragoman.dossier.fact_line import line_of
from dragoman.export.holding import Holding
from dragoman.model.entry import Entry
from dragoman.weighing.origin import imprints_of
from dragoman.weighing.weigh import weigh
from tests import factory
from tests.dossier import pile

# What a page may print and a reader's program may stumble over: formulas, markup, controls, a right-to-left mark, an emoji.
HOSTILE = (
    '=HYPERLINK("http://evil.example","pay")', "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tleading tab", "<b>&amp;</b> ]]> --",
    "bell \x07 and vertical \x0b tab", "\u202eevil\u202c \u200b zero", "rocket \U0001f680; semi;colon", 'quote "x", comma',
    "{curly} \\slash % $ _ # | pipe `tick` *star* [link](x)", "_x0041_ escape",
    "1. first", "2) second", "- entry", "=== line", "> said", "    indented", "# heading", "| a | b |", "~~~ fence", "http://a.example/<b>",
)  # fmt: skip


def holding_of(entries: tuple[Entry, ...], weighing: object = None, **given: object) -> Holding:
    """All of these entries, as a ledger holds them."""
    ordered = tuple(sorted(entries, key=lambda one: one.document.id))
    claims = {claim.id: claim for one in ordered for claim in one.claims}
    documents = tuple(one.document for one in ordered)
    found = weighing or weigh(documents, tuple(claims.values()))
    imprints = imprints_of(documents)
    lines = tuple(line_of(one, claims, imprints, {}) for one in found.facts)  # type: ignore[attr-defined]
    coders = {one.id: "test" for one in documents}
    fields = {"decided": {}, "verdicts": (), "rejected": (), **given}
    return Holding(ordered, claims, coders, found, lines, **fields)  # type: ignore[arg-type]


def whole() -> Holding:
    """The pile."""
    return holding_of(pile.ENTRIES, rejected=pile.REJECTED)


def hostile() -> Holding:
    """A document for each hostile string: in its title, its publisher, its address and its words."""
    entries = []
    for number, words in enumerate(HOSTILE):
        text = f"{words}\nNorth Korea sent troops to Russia."
        plain = factory.document(text, publisher=words, published=f"2025-01-{number + 1:02}")
        document = replace(plain, title=words, url=f"https://example.org/{number}?q=<&>", source_id=words)
        claim = factory.claim(document, evidence=text, flow=("troops", "delivered"), when="2025", who=[words])
        entries.append(Entry(document, (claim,), ()))
    return holding_of(tuple(entries))
