"""RIS, BibTeX, Markdown and DOCX, read back by rispy, bibtexparser, markdown-it and python-docx."""

from __future__ import annotations

import io
import re
from typing import Any
from zipfile import ZipFile

import bibtexparser
import docx
import markdown_it
import pytest
import rispy

from dragoman.export.formats import find_format
from dragoman.export.heading import heading_of
from dragoman.export.holding import Holding, counted_claims, held_claims
from dragoman.export.paper import find_blocks
from dragoman.export.rendered import Rendered, Style
from tests.export import stock

WHOLE, HOSTILE = stock.whole(), stock.hostile()
BOTH = pytest.mark.parametrize("holding", [WHOLE, HOSTILE], ids=["whole", "hostile"])


def render(name: str, holding: Holding) -> Rendered:
    found = find_format(name)
    assert found is not None
    return found.render(holding, Style())


def flat(text: str) -> str:
    """Words without white space or control characters, for no format here keeps those."""
    return re.sub(r"[\s\x00-\x1f\x7f\ufffd]+", "", text)


@BOTH
def test_ris_has_a_reference_for_each_document_and_a_note_for_each_claim(holding: Holding) -> None:
    found = {one["id"]: one for one in rispy.loads(render("ris", holding).data.decode("utf-8"))}
    assert list(found) == [one.document.id for one in holding.entries]
    for entry in holding.entries:
        one = found[entry.document.id]
        assert one["type_of_reference"] == "NEWS"
        assert flat(one["title"]) == flat(entry.document.title or entry.document.source_id)
        assert len(one["notes"]) == 1 + len(entry.claims)
    for held in held_claims(holding):
        (note,) = [one for one in found[held.document.id]["notes"] if one.startswith(held.claim.id)]
        assert flat(held.claim.evidence.text) in flat(note)
        assert f"{held.claim.id}: {held.claim.factuality.status}" in note
        assert "grade" in note


def test_ris_dates_are_as_exact_as_they_are_known() -> None:
    found = {one["id"]: one for one in rispy.loads(render("ris", WHOLE).data.decode("utf-8"))}
    for entry in WHOLE.entries:
        one, published = found[entry.document.id], entry.document.published
        assert one.get("date") == (None if published is None else published.replace("-", "/") + "/" * (4 - len(published.split("-"))))
    assert any("EDTF" in one for one in render("ris", WHOLE).not_held)


@BOTH
def test_bibtex_has_an_entry_for_each_document(holding: Holding) -> None:
    found = bibtexparser.loads(render("bibtex", holding).data.decode("utf-8"), bibtexparser.bparser.BibTexParser(common_strings=True)).entries
    assert len(found) == len(holding.entries)
    for one, entry in zip(found, holding.entries, strict=True):
        assert one["ID"].endswith(entry.document.id.removeprefix("sha256:")[:12])
        assert one["note"].endswith(entry.document.id)
        assert all(claim.id in one["annote"] for claim in entry.claims)
        assert ("month" in one) == (entry.document.published is not None)
        for name, value in one.items():
            assert name == "url" or not re.search(r"(?<!\\)[&%$#_^~]", value), (name, value)


def opened(data: bytes) -> list[tuple[str, str]]:
    """Style and words of each paragraph of a Word document."""
    return [(one.style.name, one.text) for one in docx.Document(io.BytesIO(data)).paragraphs if one.style]


@BOTH
def test_docx_has_every_sentence_and_neither_link_nor_field(holding: Holding) -> None:
    data = render("docx", holding).data
    read = opened(data)
    assert [flat(text) for _, text in read] == [flat(one.text) for one in find_blocks(holding)]
    quotes = {flat(text) for style, text in read if style == "Intense Quote"}
    assert quotes == {flat(one.claim.evidence.text) for one in counted_claims(holding)}
    parts = ZipFile(io.BytesIO(data))
    assert {one.date_time for one in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert not re.search(rb"TargetMode=.External|<w:hyperlink[ >]|<w:instrText|<w:fldSimple", b"".join(parts.read(one) for one in parts.namelist()))


@BOTH
def test_markdown_words_are_words_and_no_markup(holding: Holding) -> None:
    tokens = markdown_it.MarkdownIt("commonmark").parse(render("markdown", holding).data.decode("utf-8"))
    inline: list[Any] = [one for one in tokens if one.type == "inline"]
    kinds = {child.type for one in inline for child in one.children}
    assert kinds <= {"text", "text_special"}
    assert {one.type for one in tokens} <= {
        "inline", "heading_open", "heading_close", "paragraph_open", "paragraph_close", "blockquote_open", "blockquote_close",
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close",
    }  # fmt: skip
    read = [flat("".join(child.content for child in one.children)) for one in inline]
    assert read == [flat(one.text) for one in find_blocks(holding)]


def test_a_fact_on_paper_begins_with_its_status_and_ends_with_its_grade() -> None:
    blocks = list(find_blocks(WHOLE))
    facts = [one.text for one in blocks if one.kind == "fact"]
    for one in WHOLE.weighing.facts:
        head = next(held for held in counted_claims(WHOLE) if held.claim.id == one.head)
        grade = f"[{one.grade.source}{one.grade.report}{', disputed' if one.disputed else ''}]"
        assert f"{heading_of(head)} {grade}" in facts
    assert [one.text for one in blocks if one.kind == "heading"][-2:] == ["Documents (4)", "Could not be read (1)"]
