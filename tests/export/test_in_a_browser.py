"""What a browser makes of the exports that one opens: Markdown as a page, JSON and XML as its own parsers read them, a check as a page."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown_it
import pytest

pytest.importorskip("playwright", reason="playwright is not installed: no export was opened in a browser")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

from dragoman.dossier.check_page import render_check_page
from dragoman.export.formats import find_format
from dragoman.export.holding import Holding, counted_claims
from dragoman.export.rendered import Rendered, Style
from dragoman.weighing.check import check_all
from tests.export import stock

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: no export was opened in a browser")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
HOLDINGS = {"whole": stock.whole(), "hostile": stock.hostile()}
BOTH = pytest.mark.parametrize("holding", list(HOLDINGS.values()), ids=list(HOLDINGS))


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Page]:
    """A page that fails the test on any error, dialogue, or request beyond the file that is opened."""
    context = browser.new_context(reduced_motion="reduce")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    opened.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "about:", "data:")) else None)
    yield opened
    context.close()
    assert wrong == []


def render(name: str, holding: Holding) -> Rendered:
    found = find_format(name)
    assert found is not None
    return found.render(holding, Style(version="1"))


def flat(text: str) -> str:
    """Words as one compares them: without white space and what no reader sees."""
    return "".join(one for one in text if one.isprintable() and not one.isspace() and one not in "\u200b\u202e\u202c\ufffd")  # what controls become


@BOTH
def test_markdown_as_a_page(page: Page, holding: Holding, tmp_path: Path) -> None:
    """As the usual renderers show it, with the HTML that they let through: every sentence is to be read, and nothing of it does anything."""
    words = markdown_it.MarkdownIt("commonmark", {"html": True}).enable("table").render(render("markdown", holding).data.decode("utf-8"))
    (tmp_path / "d.html").write_text(f"<!doctype html><meta charset=utf-8><title>d</title><body>{words}</body>", encoding="utf-8")
    page.goto((tmp_path / "d.html").as_uri())
    shown = flat(page.inner_text("body"))
    for held in counted_claims(holding):
        assert flat(held.claim.evidence.text) in shown, held.claim.id
    assert page.locator("h1").count() == 1
    assert page.locator("blockquote").count() >= len(holding.weighing.facts)
    made = set(page.evaluate("[...document.body.querySelectorAll('*')].map((one) => one.localName)"))
    assert made <= {"h1", "h2", "h3", "h4", "p", "blockquote", "ul", "li"}


@BOTH
@pytest.mark.parametrize("name", ["geojson", "stix", "jsonld", "jsonl", "ftm"])
def test_json_is_read_alike(page: Page, name: str, holding: Holding) -> None:
    data = render(name, holding).data.decode("utf-8")
    for one in data.splitlines() if name in ("jsonl", "ftm") else [data]:
        assert page.evaluate("(text) => JSON.parse(text)", one) == json.loads(one)


@BOTH
@pytest.mark.parametrize(("name", "tag"), [("kml", "Placemark"), ("graphml", "edge")])
def test_xml_is_well_formed(page: Page, name: str, tag: str, holding: Holding) -> None:
    found = page.evaluate(
        "([text, tag]) => { const read = new DOMParser().parseFromString(text, 'application/xml');"
        " return [read.querySelectorAll('parsererror').length, read.getElementsByTagName(tag).length] }",
        [render(name, holding).data.decode("utf-8"), tag],
    )
    assert found[0] == 0
    if holding is HOLDINGS["whole"]:
        assert found[1] > 0


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@BOTH
def test_a_check_as_a_page(page: Page, language: str, scheme: Any, holding: Holding, tmp_path: Path) -> None:
    checked = check_all(holding.entries[:4], holding.entries[4:], ())
    file = tmp_path / "check.html"
    file.write_text(render_check_page(checked, language), encoding="utf-8")
    page.emulate_media(color_scheme=scheme)
    page.goto(file.as_uri())
    shown = flat(page.inner_text("body"))
    for article in checked:
        for finding in article.findings:
            assert flat(finding.claim.trigger.text) in shown
    assert page.evaluate("document.documentElement.lang") == language
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
