"""Web pages: paragraphs with their kinds, and what a page says of itself; no date more exact than it prints."""

from __future__ import annotations

import pytest

from dragoman.intake.aside import is_aside
from dragoman.intake.options import UnreadableDocument
from dragoman.intake.page import parse_page

BODY = """
<nav><a href="/">Accueil</a> <a href="/monde">Monde</a></nav>
<article>
<h1>Le port rouvre ses quais</h1>
<p>La direction des douanes a annoncé mardi   la réouverture <b>de neuf</b> quais,<br>fermés depuis l’hiver dernier. La liste
complète n’a pas encore été publiée par les services.</p>
<h2>Ce qui change</h2>
<ul><li>Les camions passent de nuit.</li><li>Les trains attendent <a href="/x">au dépôt</a>.</li></ul>
<blockquote><p>Nous tiendrons les délais, a promis le capitaine du port devant la presse.</p></blockquote>
<table><tr><th>Type</th><th>Nombre</th></tr><tr><td>Camions</td><td>12</td></tr></table>
<p>Un dernier paragraphe, assez long pour que personne ne le prenne pour un pied de page, ferme cet article.</p>
</article>
<footer>© 2019 Le Quai</footer>"""
HEAD = """<title>Le port rouvre ses quais | Le Quai</title><meta property="og:site_name" content="Le Quai">
<meta name="author" content="Anne Martin"><link rel="canonical" href="https://quai.example/port">"""


def page(head: str = "", body: str = BODY) -> str:
    return f'<!doctype html><html lang="fr"><head>{head}</head><body>{body}</body></html>'


def test_kinds_and_spans() -> None:
    text, paragraphs, _ = parse_page(page(HEAD))
    found = [(one.kind, one.span.of(text)) for one in paragraphs]
    assert ("heading", "Ce qui change") in found
    assert ("list", "Les trains attendent au dépôt.") in found
    assert ("quote", "Nous tiendrons les délais, a promis le capitaine du port devant la presse.") in found
    assert ("table", "| Type | Nombre |") in found
    assert ("table", "| Camions | 12 |") in found
    first = next(words for kind, words in found if kind == "text")
    assert first.startswith("La direction des douanes a annoncé mardi la réouverture de neuf quais, fermés depuis")
    assert "\n".join(words for _, words in found) == text
    assert "Accueil" not in text
    assert "2019" not in text


def test_what_a_page_says_of_itself() -> None:
    _, _, imprint = parse_page(page(HEAD + '<meta property="article:published_time" content="2025-12-26T10:00:00+01:00">'))
    assert (imprint.title, imprint.publisher, imprint.url) == ("Le port rouvre ses quais", "Le Quai", "https://quai.example/port")
    assert imprint.authors == ("Anne Martin",)
    assert (imprint.published, imprint.published_from) == ("2025-12-26", "page")
    assert imprint.hint == "fr"


def test_a_page_without_authors_was_looked_at() -> None:
    assert parse_page(page())[2].authors == ()


DATES: list[tuple[str, str, str, str | None]] = [
    ("a day", '<meta property="article:published_time" content="2025-03-07">', "", "2025-03-07"),
    ("a month stays a month", '<meta name="date" content="2019-05">', "", "2019-05"),
    ("a copyright line is no date", "", "", None),
    ("a year is no day", '<meta name="date" content="2019">', "", None),
    ("a day in words", "", '<p class="date">Publié le 7 mai 2021</p>', "2021-05-07"),
    ("time element", "", '<time datetime="2024-10-23T08:00:00Z" pubdate>mercredi</time>', "2024-10-23"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "head", "extra", "expect"), DATES, ids=[one[0] for one in DATES])
def test_dates_are_as_exact_as_printed(label: str, head: str, extra: str, expect: str | None) -> None:
    assert parse_page(page(head, BODY.replace("<article>", f"<article>{extra}")))[2].published == expect, label


PUBLISHED = '<meta property="article:published_time" content="2025-03-07T23:50:00-05:00">'
JSON = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "BreadcrumbList", "datePublished": "2001-01-01"}, {"@type": ["NewsArticle"], "datePublished": "2025-03-06",
  "dateModified": "2025-03-09T08:00:00Z", "comment": {"@type": "Comment", "datePublished": "2025-04-01"}}]}</script>"""
CUES: list[tuple[str, str, str, tuple[str | None, ...]]] = [
    ("meta", PUBLISHED, "", ("2025-03-07", "meta article:published_time", None, None)),
    ("JSON-LD of the article alone", JSON, "", ("2025-03-06", "JSON-LD datePublished", "2025-03-09", "JSON-LD dateModified")),
    ("meta before JSON-LD", PUBLISHED + JSON, "", ("2025-03-07", "meta article:published_time", "2025-03-09", "JSON-LD dateModified")),
    ("the surer name first", '<meta name="date" content="2025-05">' + PUBLISHED, "", ("2025-03-07", "meta article:published_time", None, None)),
    ("time", "", '<time class="published" datetime="2024-10-23">x</time><time class="updated" datetime="2024-10-24">y</time>',
     ("2024-10-23", "time published", "2024-10-24", "time updated")),
    ("changed, and never said when published", '<meta property="article:modified_time" content="2025-03-09">', "",
     (None, None, "2025-03-09", "meta article:modified_time")),
    ("a time without marks", '<meta property="og:regDate" content="20210820030646">', "", ("2021-08-20", "meta og:regdate", None, None)),
    ("words of one digit", "", '<p class="date">Publié le 2021-5-7 à midi</p>', ("2021-05-07", "words of the page", None, None)),
    ("words", "", '<p class="date">Publié le 7 mai 2021</p>', ("2021-05-07", "words of the page", None, None)),
    ("nothing", "", "", (None, None, None, None)),
    ("broken JSON-LD", '<script type="application/ld+json">{"@type": "NewsArticle", </script>', "", (None, None, None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("label", "head", "extra", "expect"), CUES, ids=[one[0] for one in CUES])
def test_dates_name_what_said_so(label: str, head: str, extra: str, expect: tuple[str | None, ...]) -> None:
    found = parse_page(page(head, BODY.replace("<article>", f"<article>{extra}")))[2]
    assert (found.published, found.published_cue, found.updated, found.updated_cue) == expect, label


ASIDES = ["Lire aussi : Le port ferme", "À lire aussi", "LIRE AUSSI | Un autre port", "Advertisement", "Publicité", "Related: Ports",
          "La suite après cette publicité", "Share this article", "→ Voir aussi : la vidéo"]  # fmt: skip
NO_ASIDES = ["Lire aussi bien que lui demande du temps.", "Related parties signed the accord.", "Read more books, he said.",
             "La publicité est interdite.", "Share prices fell on Monday.", "Watch towers were built.", "Lire aussi : " + "a" * 300]  # fmt: skip


@pytest.mark.parametrize("words", ASIDES)
def test_asides_are_left_out(words: str) -> None:
    assert is_aside(words)
    assert words not in parse_page(page(HEAD, BODY.replace("<h2>", f"<p>{words}</p><h2>")))[0]


@pytest.mark.parametrize("words", NO_ASIDES)
def test_what_only_looks_like_an_aside_stays(words: str) -> None:
    assert not is_aside(words)


def test_pictures_inside_a_saved_page_are_no_text() -> None:
    picture = f'<img src="data:image/png;base64,{"A" * 6_000_000}">'
    assert parse_page(page(HEAD, BODY.replace("<h2>", f"{picture}<h2>")))[0] == parse_page(page(HEAD))[0]


def test_a_page_without_end_is_refused() -> None:
    with pytest.raises(UnreadableDocument, match="more than any article"):
        parse_page("<p>a b</p>" * 500_001)


@pytest.mark.parametrize("html", ["<html></html>", "<p></p>", "<script>var a = 1;</script>", "<div>" * 20000])
def test_no_article(html: str) -> None:
    with pytest.raises(UnreadableDocument, match="no article"):
        parse_page(html)
