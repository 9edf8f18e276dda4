"""The page in a browser: no request, every cell by keyboard, readable with axe, on a desk and on a phone, light and dark."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("playwright", reason="playwright is not installed: the page was not opened in a browser")
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from dragoman.dossier.render import render_html
from dragoman.dossier.views import build_dossier

sys.path.insert(0, str(Path(__file__).parent))
import pile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="no chromium on this machine: keyboard, axe and network checks of the dossier were NOT run"
)
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
SIZES = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("dossier")
    dossier = build_dossier(pile.ENTRIES, pile.WEIGHING, pile.REJECTED, pile.PAIR, "2025-12-26")
    paths = {}
    for language in ("en", "fr"):
        paths[language] = folder / f"dossier.{language}.html"
        paths[language].write_text(render_html(dossier, language), encoding="utf-8", newline="\n")
    return paths


@pytest.fixture
def page(browser: Browser, pages: dict[str, Path]) -> Iterator[Page]:
    """The English page at desk width; fails the test on any error of the script or request beyond the file."""
    context = browser.new_context(viewport=SIZES["desk"], reduced_motion="reduce")
    opened = context.new_page()
    wrong: list[str] = []
    asked: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("request", lambda request: asked.append(request.url))
    opened.goto(pages["en"].as_uri())
    yield opened
    context.close()
    assert wrong == []
    assert [one for one in asked if not one.startswith(pages["en"].as_uri())] == []


def row(page: Page, fact: int) -> str:
    return f'[id="{pile.FACTS[fact].id}"]'


def test_tab_enter_and_escape(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('#support a.ev.figure')"):
            break
    assert page.evaluate("document.activeElement.textContent") == "≥\xa010,000"
    page.keyboard.press("Enter")
    panel = page.locator("#panel")
    assert panel.is_visible()
    assert page.evaluate("document.activeElement.id") == "panel"
    assert "".join(panel.locator("mark").all_text_contents()) == pile.SENT_EN.evidence.text
    assert panel.locator(".own").all_text_contents() == ["at least 10,000 ", "soldiers"]
    assert "Seoul counts the dead" in panel.inner_text()
    assert "The Wire · 30 April 2025 · English" in panel.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "panel-close"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.textContent") == "≥\xa010,000"


def test_space_opens_and_all_sentences_show(page: Page) -> None:
    page.locator(f"{row(page, 1)} a.kind").focus()
    page.keyboard.press("Space")
    assert page.locator("#panel article").count() == 2
    assert page.locator("#panel blockquote").nth(1).get_attribute("lang") == "fr"
    page.locator("#panel-close").click()
    assert not page.locator("#panel").is_visible()


def test_a_denial_says_who_denies(page: Page) -> None:
    page.locator(f"{row(page, 2)} a.st-denied").click()
    text = page.locator("#panel").inner_text()
    assert "denied" in text
    assert "by Russia" in text
    assert page.locator("#panel .own").all_text_contents() == ["denied"]


def test_arrows_walk_the_cells(page: Page) -> None:
    page.locator(f"{row(page, 1)} a.figure").first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == "thousands (≥\xa02,000)"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("document.activeElement.textContent.trim()") == "soldiers"


def test_every_cell_opens_its_sentence(page: Page) -> None:
    """All of them, not a sample: each opens at least one sentence, and the words of the cell where it has any."""
    bare = page.evaluate(
        """() => [...document.querySelectorAll("main a.ev")].filter((cell) => {
            cell.click();
            return !document.querySelector("#panel mark") || document.getElementById("panel").hidden;
        }).map((cell) => cell.outerHTML)"""
    )
    assert bare == []


def test_a_link_to_a_fact_opens_it(page: Page, pages: dict[str, Path]) -> None:
    page.goto(f"{pages['en'].as_uri()}#{pile.FACTS[0].id}")
    assert page.locator("#panel").is_visible()
    assert "traité" in page.locator("#panel").inner_text()


def test_filters(page: Page) -> None:
    page.locator("#f-status").select_option("planned")
    assert page.locator("#support tbody tr:visible").count() == 1
    assert page.locator("#f-count").inner_text().endswith("rows")
    page.get_by_role("button", name="Show all").click()
    page.locator("#f-text").fill("SYSTEMES de defense")
    assert page.locator("#support tbody tr:visible").count() == 1, "accents and capitals do not matter"
    page.get_by_role("button", name="Show all").click()
    page.wait_for_timeout(50)
    assert page.locator("#support tbody tr:visible").count() == 3


def test_without_a_script_the_cells_lead_to_the_sentences(browser: Browser, pages: dict[str, Path]) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=SIZES["desk"])
    page = context.new_page()
    page.goto(pages["en"].as_uri())
    assert not page.locator("#filters").is_visible()
    page.locator("#support a.figure").first.click()
    assert page.url.split("#")[1].startswith("e")
    assert page.locator(f"[id='{page.url.split('#')[1]}'] mark").first.is_visible()
    context.close()


def test_no_sideways_scrolling_on_a_phone(browser: Browser, pages: dict[str, Path]) -> None:
    context = browser.new_context(viewport=SIZES["phone"])
    page = context.new_page()
    page.goto(pages["fr"].as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


# Every pair of language, scheme and size is met; all eight together would meet nothing more and take twice as long.
@pytest.mark.parametrize(
    ("language", "scheme", "size"),
    [("en", "light", "desk"), ("en", "dark", "phone"), ("fr", "dark", "desk"), ("fr", "light", "phone")],
)
def test_axe(browser: Browser, pages: dict[str, Path], tmp_path: Path, language: str, scheme: str, size: str) -> None:
    context = browser.new_context(viewport=SIZES[size], color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(pages[language].as_uri())
    page.screenshot(path=tmp_path / f"{language}-{scheme}-{size}.png", full_page=True)
    found = serious(page)
    page.locator("#support a.figure").first.click()
    page.screenshot(path=tmp_path / f"{language}-{scheme}-{size}-panel.png")
    assert found == []
    assert serious(page, "#panel") == [], "with the panel open"
    context.close()


def serious(page: Page, within: str | None = None) -> list[str]:
    """Serious and critical violations, each with the elements it is on."""
    violations = Axe().run(page, context=within).response["violations"]
    return [
        f"{one['id']}: {node['html'][:200]} {node.get('failureSummary', '')[:200]}"
        for one in violations
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:5]
    ]
