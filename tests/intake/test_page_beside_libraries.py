"""Our text and date of a page beside those of trafilatura and htmldate: the same, or the difference is named here and wanted."""

from __future__ import annotations

import re

import htmldate
import pytest
import trafilatura

from dragoman.intake.imprint import Received, document_of
from dragoman.intake.page import parse_page

FIRST = "La direction des douanes a annoncé mardi la réouverture de neuf quais, fermés depuis l’hiver dernier."
SECOND = "La liste complète n’a pas encore été publiée par les services du port, selon un porte-parole."
LAST = "Un dernier paragraphe, assez long pour que personne ne le prenne pour un pied de page, ferme cet article."

# label, head, body of the article, what the library keeps and we do not, our date, theirs
PAGES: list[tuple[str, str, str, str, str | None, str | None]] = [
    ("plain", "", "", "", None, None),
    ("Open Graph", '<meta property="article:published_time" content="2025-03-07T10:00:00Z">', "", "", "2025-03-07", "2025-03-07"),
    ("Dublin Core", '<meta name="dcterms.created" content="2025-03-07">', "", "", "2025-03-07", "2025-03-07"),
    ("JSON-LD", '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-03-06T08:00:00+01:00"}</script>', "", "",
     "2025-03-06", "2025-03-06"),
    ("time", "", '<time datetime="2024-10-23T08:00:00Z" pubdate>23 octobre</time>', "", "2024-10-23", "2024-10-23"),
    ("words marked as a date", "", "<p class='date'>Publié le 7 mai 2021</p>", "", "2021-05-07", "2021-05-07"),
    ("list and quotation", "", "<ul><li>Les camions passent de nuit.</li></ul><blockquote><p>Nous tiendrons les délais.</p></blockquote>", "", None, None),
    ("menu and foot", "", "", "", None, None),
    # Wanted: a month is a month, and not the day of it that happens to be today; a pointer to another story is not of this one.
    ("a month", '<meta name="date" content="2019-05">', "", "", "2019-05", "2019-05-"),
    ("a pointer", "", "<p>Lire aussi : Le port ferme à nouveau ses quais pour travaux</p>", "Lire aussi : Le port ferme à nouveau ses quais pour travaux", None, None),
]  # fmt: skip


def whole(head: str, body: str) -> str:
    return (
        f"<!doctype html><html lang='fr'><head><title>Le port rouvre</title>{head}</head><body><nav><a href='/'>Accueil</a></nav>"
        f"<article><h1>Le port rouvre</h1><p>{FIRST}</p>{body}<p>{SECOND}</p><p>{LAST}</p></article><footer>© Le Quai</footer></body></html>"
    )


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


@pytest.mark.parametrize(("label", "head", "body", "less", "ours", "theirs"), PAGES, ids=[one[0] for one in PAGES])
def test_the_same_or_better(label: str, head: str, body: str, less: str, ours: str | None, theirs: str | None) -> None:
    page = whole(head, body)
    text, paragraphs, imprint = parse_page(page)
    kept = trafilatura.extract(page, include_comments=False) or ""
    assert words(text) == words(kept.replace(less, "") if less else kept), label
    assert imprint.published == ours
    found = htmldate.find_date(page, original_date=True, extensive_search=False)
    assert found == theirs or (found and theirs and theirs.endswith("-") and found.startswith(theirs))
    document = document_of(text, paragraphs, imprint, Received("a", "sha256:0"))
    assert "\n".join(one.span.of(document.text) for one in document.paragraphs) == document.text
