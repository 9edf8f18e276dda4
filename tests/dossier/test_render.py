"""The page as text: the same bytes each time, nothing from outside, nothing from a document let through as markup."""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from dragoman.dossier.change import with_changes
from dragoman.dossier.change_words import change_words
from dragoman.dossier.display import Display, state_names
from dragoman.dossier.fact_rows import NetworkEdge
from dragoman.dossier.map_drawing import draw_map
from dragoman.dossier.network_drawing import MAX_NODES, draw_network
from dragoman.dossier.render import render_html, render_json
from dragoman.dossier.shown import Party, Source
from dragoman.dossier.views import build_dossier
from dragoman.dossier.wording import word
from dragoman.model.document import DocumentWarning, Rejected
from dragoman.model.entry import Entry
from dragoman.model.fact import Weighing
from dragoman.weighing.change import find_changes
from dragoman.world.land import load_land

sys.path.insert(0, str(Path(__file__).parent))
import pile

DOSSIER = build_dossier(pile.ENTRIES, pile.WEIGHING, pile.REJECTED, pile.PAIR, "2025-12-26")
PAGES = {language: render_html(DOSSIER, language) for language in ("en", "fr")}
HOSTILE = '</script><img src=x onerror="alert(1)">&<b>'


class Page(HTMLParser):
    """Collects tags with their attributes, and the text outside scripts and styles."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]


def hostile_page() -> str:
    note = pile.Note(pile.note("x.html", f"{HOSTILE}\n\nThe ministry {HOSTILE} said so.", publisher=HOSTILE))
    sentence = f"The ministry {HOSTILE} said so."
    claim = note.claim(
        sentence, HOSTILE, event_type="ACCUSE", matter="event", reasons=(HOSTILE,), concept="X",
        actors=(note.actor("ministry", dataclasses.replace(pile.RUS, name=HOSTILE, country=None)),),
        attribution=note.printed(HOSTILE), factuality=pile.told("denied", HOSTILE),
    )  # fmt: skip
    document = dataclasses.replace(note.document, url="javascript:alert(1)")
    entry = Entry(document, (claim,), (DocumentWarning("filler", claim.trigger, HOSTILE),))
    return render_html(build_dossier((entry,), Weighing((pile.fact(claim),), (), (), ()), (Rejected(HOSTILE, "intake", HOSTILE),)))


def test_same_input_same_bytes() -> None:
    again = build_dossier(pile.ENTRIES, pile.WEIGHING, pile.REJECTED, pile.PAIR, "2025-12-26")
    assert render_html(again, "fr") == PAGES["fr"]
    assert render_json(again) == render_json(DOSSIER)


def test_the_day_is_printed_only_if_given() -> None:
    assert "26 December 2025" in PAGES["en"].split("<h1>")[0]
    undated = render_html(build_dossier(pile.ENTRIES, pile.WEIGHING, pile.REJECTED, pile.PAIR))
    assert "26 December" not in undated.split("<h1>")[0]


def test_a_document_cannot_bring_markup() -> None:
    html = hostile_page()
    page = Page(html)
    assert page.all("img") == []
    assert len(page.all("script")) == html.count("</script>") == 1
    assert not any(name.startswith("on") for _, attributes in page.tags for name in attributes)
    assert not any("javascript:" in (one.get("href") or "") for one in page.all("a"))
    assert any(HOSTILE in text for text in page.text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_page_asks_for_nothing(language: str) -> None:
    page = Page(PAGES[language])
    assert not page.all("link")
    assert not any("src" in attributes or "srcset" in attributes or "style" in attributes for _, attributes in page.tags)
    assert not re.search(r"@import|url\(", PAGES[language])
    policy = next(one for one in page.all("meta") if one.get("http-equiv"))["content"]
    assert policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_ids_are_unique_and_links_lead_somewhere() -> None:
    page = Page(PAGES["en"])
    ids = [attributes["id"] for _, attributes in page.tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {(one.get("href") or "")[1:] for one in page.all("a") if (one.get("href") or "").startswith("#")}
    assert targets <= set(ids)
    cells = [one for one in page.all("a") if "ev" in (one.get("class") or "").split()]
    assert len(cells) > 40
    assert all(f"e{number}" in ids for one in cells for number in (one["data-e"] or "").split())


def test_every_fact_has_an_address() -> None:
    ids = {attributes.get("id") for _, attributes in Page(PAGES["en"]).tags}
    assert {one.id for one in pile.FACTS} <= ids


def test_quotations_keep_their_language() -> None:
    page = Page(PAGES["en"])
    assert {one.get("lang") for one in page.all("blockquote")} == {"en", "fr"}
    assert page.all("html")[0]["lang"] == "en"
    assert Page(PAGES["fr"]).all("html")[0]["lang"] == "fr"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["North Korea → Russia", "≥\xa010,000", "thousands (≥\xa02,000)", "by 13 January 2025", "North Korea and Russia"]),
        ("fr", ["Corée du Nord → Russie", "≥\xa010\u202f000", "des milliers (≥\xa02\u202f000)", "Corée du Nord et Russie"]),
    ],
)
def test_words_on_the_page(language: str, words: list[str]) -> None:
    text = "".join(Page(PAGES[language]).text)
    assert [one for one in words if one not in text] == []


def test_what_is_not_so_says_so_in_words() -> None:
    page = Page(PAGES["en"])
    text = " ".join("".join(page.text).split())
    assert "pledged planned" in text
    assert text.count("denied") >= 3


def test_an_empty_dossier_is_a_page() -> None:
    html = render_html(build_dossier((), Weighing((), (), (), ())))
    assert "No transfer was found." in html


def test_a_flow_without_an_amount_leads_the_headline() -> None:
    claim = dataclasses.replace(pile.SHELLS, quantities=())
    dossier = build_dossier((Entry(pile.WIRE.document, (claim,), ()),), Weighing((pile.fact(claim),), (), (), ()))
    assert "munitions (delivered)" in "".join(Page(render_html(dossier)).text)


def test_json_holds_the_rows() -> None:
    rows = json.loads(render_json(DOSSIER))
    assert rows["headline"]["facts"] == 7
    assert rows["support"][0]["rows"][0]["quantities"][0]["value"]["quantity"]["low"] == 10_000


def test_the_map_shows_its_points_and_says_which_it_leaves_out() -> None:
    drawing = draw_map(DOSSIER.points, load_land())
    assert drawing is not None
    assert {one.point.place.value.name for one in drawing.marks} == {"Kursk", "Kursk Oblast", "Pyongyang", "Russia"}
    assert all(0 <= one.x <= 960 and 0 <= one.y <= 540 for one in drawing.marks)
    kursk, pyongyang = (next(m for m in drawing.marks if m.point.place.value.name == name) for name in ("Kursk", "Pyongyang"))
    assert kursk.x < pyongyang.x
    assert {"RUS", "PRK", "CHN"} <= {one.country for one in drawing.outlines}
    place = dataclasses.replace(pile.KURSK, latitude=None, longitude=None)
    lost = dataclasses.replace(DOSSIER.points[0], place=dataclasses.replace(DOSSIER.points[0].place, value=place))
    assert draw_map((lost,), load_land()) is None


def test_a_map_across_the_date_line_stays_small() -> None:
    def at(longitude: float) -> object:
        place = dataclasses.replace(pile.KURSK, longitude=longitude, latitude=52.0)
        return dataclasses.replace(DOSSIER.points[0], place=dataclasses.replace(DOSSIER.points[0].place, value=place))

    drawing = draw_map((at(179.0), at(-179.0)), load_land())  # type: ignore[arg-type]
    assert drawing is not None
    assert abs(drawing.marks[0].x - drawing.marks[1].x) < 200


def test_a_crowded_network_says_whom_it_leaves_out() -> None:
    hub = Party("RUS", "")
    edges = tuple(NetworkEdge(hub, Party("", f"body {i:02}"), False, 1, (0, 1, 0, 0), ()) for i in range(20))
    drawing = draw_network(edges, None)
    assert drawing is not None
    assert len(drawing.nodes) == MAX_NODES
    assert drawing.left_out == 21 - MAX_NODES


@pytest.mark.parametrize("pair", [("PRK", "RUS"), ("RUS", "PRK")])
def test_the_pair_stands_left_and_right(pair: tuple[str, str]) -> None:
    drawing = draw_network(DOSSIER.edges, pair)
    assert drawing is not None
    first, second = (next(one for one in drawing.nodes if one.party.country == code) for code in pair)
    assert first.x < second.x


def test_what_changed_is_marked_beside_its_row_in_the_words_of_the_page() -> None:
    facts = pile.WEIGHING.facts
    changes = find_changes(facts[1:], facts)
    assert [one.kind for one in changes] == ["added"]
    dossier = with_changes(DOSSIER, changes, pile.ENTRIES)
    assert dossier.changes is not None
    assert [one.fact_id for one in dossier.changes] == [facts[0].id]
    for language, said in (("en", "added"), ("fr", "ajouté")):
        assert f'<a class="changed" href="#changes">{said}</a>' in render_html(dossier, language)
        assert '<a class="changed"' not in PAGES[language]


def test_a_withdrawn_fact_keeps_its_sentence() -> None:
    facts = pile.WEIGHING.facts
    changes = find_changes(facts, facts[1:])
    assert [one.kind for one in changes] == ["withdrawn"]
    dossier = with_changes(DOSSIER, changes, pile.ENTRIES)
    assert dossier.changes is not None
    (row,) = dossier.changes
    assert (row.fact_id, len(row.sentences) > 0) == (None, True)
    assert row.sentences[0].value.text in render_html(dossier)


def test_what_is_not_between_the_two_is_said_below_what_is() -> None:
    for pair, near in ((None, True), (pile.PAIR, True), (("FRA", "UKR"), False)):
        dossier = build_dossier(pile.ENTRIES, pile.WEIGHING, (), pair)
        assert {one.near for one in dossier.disagreements} == {near}
        assert (render_html(dossier).count("Not between the two") == 1) is not near
    mixed = dataclasses.replace(DOSSIER, disagreements=(*DOSSIER.disagreements, dataclasses.replace(DOSSIER.disagreements[0], near=False)))
    page = render_html(mixed, "fr")
    assert page.count("Pas entre les deux") == 1
    assert page.index("Pas entre les deux") > page.index('class="versus"')


@pytest.mark.parametrize(
    ("what", "french"),
    [
        ("1 claim less", "1 affirmation de moins"),
        ("joined from 3 facts", "réuni à partir de 3 faits"),
        ("now disputed", "désormais contesté"),
        ("status reported → denied", "si c’est vrai : rapporté → démenti"),
        ("quantity 9 → 12", "combien : 9 → 12"),
        ("stage delivered", "étape : livré"),
        ("source KCNA", "qui le dit : KCNA"),
        ("something unheard of", "something unheard of"),
    ],
)
def test_a_change_is_said_in_the_words_of_the_page(what: str, french: str) -> None:
    assert re.sub(r"\s", " ", change_words(what, word("fr"))) == french
    assert change_words("1 claim less", word("en")) == "1 claim less"


def test_a_source_says_once_whose_it_is() -> None:
    display, french = (Display(word(one), {}, state_names(one)) for one in ("en", "fr"))
    ministry = Source("Ministry of Defence of Greece", "GRC", "ministry", ())
    assert display.source(ministry) == "Ministry of Defence of Greece"
    assert french.source(ministry) == "Ministry of Defence of Greece (Grèce)"
    assert display.source(Source("Nikos Dendias", "GRC", "ministry", ())) == "Nikos Dendias (Greece)"


def test_sources_of_one_side_stand_apart() -> None:
    page = render_html(build_dossier(pile.ENTRIES, pile.WEIGHING))
    assert '<span class="line">' in page
    assert '</span><span class="line">' not in page
