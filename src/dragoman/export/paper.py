"""A dossier to read on paper: facts with every sentence behind them, disagreements, documents; as Markdown and as DOCX."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dragoman.dossier.documents import copies_of, loose_lines
from dragoman.export.geojson import unplaced
from dragoman.export.heading import heading_of, support_of
from dragoman.export.holding import Held, Holding, counted_claims
from dragoman.export.rendered import MissingLibrary, Rendered, Style
from dragoman.export.xml_text import NOT_IN_XML, for_xml, one_line
from dragoman.model.fact import Disagreement

BlockKind = Literal["title", "heading", "fact", "text", "quote", "source", "entry"]
_MATTERS = {
    "flow": "What was given", "event": "What was done", "loss": "Losses", "statement": "Statements", "judgement": "Judgements",
}  # fmt: skip
_MADE = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive knows: same input, same bytes
# What CommonMark and GitHub's tables take for markup anywhere in a line, and what they do at the beginning of one. A backslash
# before any of ASCII's punctuation makes it plain.
_MARKUP = re.compile(r"([\\`*_\[\]<>#&|~!$])")
_OPENING = re.compile(r"^(\d{0,9})([-+=.)])")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph. "source" stands under the "quote" that it says the origin of."""

    kind: BlockKind
    text: str


def find_blocks(holding: Holding) -> Iterator[Block]:
    """The paper: facts by matter with all their claims, then what disagrees, the documents, and what could not be read."""
    held = {one.claim.id: one for one in counted_claims(holding)}
    yield Block("title", "Dossier")
    chosen = f" chosen by {holding.chosen}" if holding.chosen else ""
    yield Block("text", f"{len(holding.lines)} facts{chosen}, {len(held)} claims, {len(holding.entries)} documents.")
    yield Block("text", "Each line begins with what its text commits to (asserted, reported, planned, denied, ...). A grade is Admiralty's: "
                "A to F for the source, 1 to 6 for the report; F and 6 cannot be judged.")  # fmt: skip
    for matter, name in _MATTERS.items():
        facts = [one for one in holding.weighing.facts if held[one.head].claim.matter == matter]
        if facts:
            yield Block("heading", f"{name} ({len(facts)})")
        for fact in facts:
            mark = ", disputed" if fact.disputed else ""
            line = held[fact.head]
            yield Block("fact", f"{heading_of(line)} [{line.line.grade if line.line else ''}{mark}]")
            yield Block("text", f"{fact.grade.reason}; {fact.id}")
            for claim in (fact.head, *(one for one in fact.claim_ids if one != fact.head)):
                yield from _quoted(held[claim])
    yield from _disagreements(holding.weighing.disagreements, held)
    yield from _documents(holding)


def _quoted(held: Held) -> Iterator[Block]:
    span = held.claim.evidence.span
    yield Block("quote", held.claim.evidence.text)
    yield Block(
        "source", f"{heading_of(held)}; {support_of(held)}; characters {span.start} to {span.end}; {held.claim.id}"
    )


def _disagreements(found: tuple[Disagreement, ...], held: dict[str, Held]) -> Iterator[Block]:
    if found:
        yield Block("heading", f"What disagrees ({len(found)})")
    for one in found:
        yield Block("fact", f"{one.kind} on {one.cell}: {one.reason}")
        for claim in (*one.left, *one.right):
            if claim in held:
                yield from _quoted(held[claim])
            else:
                yield Block("text", f"{claim}: not among the facts chosen")


def _documents(holding: Holding) -> Iterator[Block]:
    yield Block("heading", f"Documents ({len(holding.entries)})")
    copies, loose = copies_of(holding.weighing.descents), loose_lines(holding.weighing.descents)
    for entry in holding.entries:
        one = entry.document
        line = copies.get(one.id)
        parts = [one.title or one.source_id, one.publisher or "publisher not known", one.published or "date not known",
                 one.url or one.source_id, one.language, one.id]  # fmt: skip
        parts += [f"{line.kind} of {line.document_ids[0]}: {line.reason}"] if line else []
        for each in loose:
            if one.id in each.document_ids:
                parts += [f"beside {', '.join(other for other in each.document_ids if other != one.id)}: {each.reason}"]
        parts += [f"{warning.code}: {warning.detail}" for warning in entry.warnings]
        yield Block("entry", "; ".join(parts))
    if holding.rejected:
        yield Block("heading", f"Could not be read ({len(holding.rejected)})")
        yield from (Block("entry", f"{one.source_id}: {one.reason}") for one in holding.rejected)


def render_markdown(holding: Holding, style: Style) -> Rendered:
    """The paper in CommonMark. Nothing of a page's words is taken for markup."""
    blocks = tuple(find_blocks(holding))
    return Rendered(("\n\n".join(_markdown(one) for one in blocks) + "\n").encode("utf-8"), *_told(holding))


def _told(holding: Holding) -> tuple[dict[str, int], tuple[str, ...]]:
    held = counted_claims(holding)
    counts = {"facts": len(holding.lines), "claims": len(held), "documents": len(holding.entries),
              "disagreements": len(holding.weighing.disagreements)}  # fmt: skip
    not_held = (
        "columns: what a claim says beyond its line (places, contexts, roles, further numbers) is in its sentence alone",
        "the timeline, the map and the network of the page that `dragoman dossier` writes",
        "line breaks and control characters in words",
        NOT_IN_XML,
        *unplaced(holding, len(held)),
    )
    return counts, not_held


def _markdown(block: Block) -> str:
    text = _OPENING.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", _words(block.text)))
    marks = {"title": "# ", "heading": "## ", "fact": "### ", "quote": "> ", "entry": "- "}
    return marks.get(block.kind, "") + text


def _words(text: str) -> str:
    """Words on one line, without what neither XML nor a terminal should be given."""
    return re.sub(" +", " ", re.sub("[\x00-\x1f\x7f]", " ", one_line(for_xml(text)))).strip()


def render_docx(holding: Holding, style: Style) -> Rendered:
    """The paper as a Word document, no field, macro or outside link in it. Raises MissingLibrary without python-docx."""
    try:
        import docx
    except ImportError as error:
        raise MissingLibrary('--format docx needs python-docx: pip install "dragoman[docx]"') from error
    paper = docx.Document()
    made = datetime(*_MADE, tzinfo=UTC).replace(tzinfo=None)
    about = paper.core_properties
    about.author, about.title, about.comments, about.created, about.modified = "Dragoman", "Dossier", "", made, made
    styles = {
        "title": "Title",
        "heading": "Heading 1",
        "fact": "Heading 2",
        "quote": "Intense Quote",
        "entry": "List Bullet",
    }
    for one in find_blocks(holding):
        paper.add_paragraph(_words(one.text), style=styles.get(one.kind, "Normal"))
    out = io.BytesIO()
    paper.save(out)
    return Rendered(_timeless(out.getvalue()), *_told(holding))


def _timeless(data: bytes) -> bytes:
    """The archive with one time for all its members."""
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = ZipInfo(name, _MADE)
            member.compress_type = ZIP_DEFLATED
            member.create_system = 3  # the same on every system
            new.writestr(member, old.read(name))
    return out.getvalue()
