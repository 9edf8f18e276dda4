"""Files as the programs of the day make them: newsletters that are one table, live pages, reports with notes, sheets of numbers."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook

from dragoman.intake import IntakeOptions, Means, read_inputs
from dragoman.intake.mail import parse_mail
from dragoman.intake.page import parse_page
from dragoman.intake.parcel import kind_of
from dragoman.intake.pdf_lines import Line, are_apart
from dragoman.intake.placeholder import printed
from dragoman.intake.published import published_edtf
from dragoman.model.document import Document, Rejected
from tests.intake import made
from tests.intake.made import SENTENCES

OFFER = "Les services du port ont publié vendredi la liste des grues qui seront vendues à Oslo avant la fin du mois."
LETTER = f"""<html><body><table width=600><tr><td><a href=#>Voir dans le navigateur</a></td></tr><tr><td><h1>La lettre</h1><p>{SENTENCES[0]}</p>
<blockquote><p>« Nous tiendrons. »</p></blockquote><h2>Les grues</h2><p>{OFFER}</p><ul><li>neuf quais</li><li>deux grues</li></ul>
<table><tr><th>Quai</th><th>Grues</th></tr><tr><td>Nord</td><td>2</td></tr></table></td></tr>
<tr><td><p>Vous recevez ce message parce que vous êtes abonné. <a href=#>Se désabonner</a></p></td></tr></table></body></html>"""


def read(path: Path, **options: object) -> list[Document | Rejected]:
    return list(read_inputs([str(path)], IntakeOptions(**options)))  # type: ignore[arg-type]


def kinds(text: str, paragraphs: object) -> list[tuple[str, str]]:
    return [(one.kind, one.span.of(text)) for one in paragraphs]  # type: ignore[attr-defined]


def test_a_newsletter_is_no_table() -> None:
    """Letters are laid out with tables: heads, quotations and lists in them are what they are, a table of facts stays one."""
    text, paragraphs, imprint = parse_mail(made.mail(LETTER, None), 10_000_000)
    assert kinds(text, paragraphs) == [
        ("heading", "La lettre"), ("text", SENTENCES[0]), ("quote", "« Nous tiendrons. »"), ("heading", "Les grues"), ("text", OFFER),
        ("list", "neuf quais"), ("list", "deux grues"), ("table", "| Quai | Grues |"), ("table", "| Nord | 2 |")]  # fmt: skip
    assert imprint.published == "2025-12-26"


@pytest.mark.parametrize("story", ["<article><h2>{}</h2><p>{}</p></article>", "<div class=post><h2>{}</h2><p>{}</p></div>"])
def test_a_letter_has_all_its_stories(story: str) -> None:
    stories = (("Les quais", SENTENCES[0]), ("La liste", SENTENCES[1]), ("Les grues", OFFER))
    unseen = "<div style='display:none'>Dans ce numéro : des quais, des grues et la mer, comme tous les vendredis</div>"
    text, paragraphs, _ = parse_mail(made.mail(f"<html><body>{unseen}{''.join(story.format(*one) for one in stories)}</body></html>", None), 10_000_000)
    assert kinds(text, paragraphs) == [one for head, words in stories for one in (("heading", head), ("text", words))]


def test_a_letter_of_a_column_keeps_its_words() -> None:
    """Its heads may come as text: where a page has few paragraphs, trafilatura's second guess is at words alone."""
    story = "<table><tr><td><h2>Le port</h2></td></tr><tr><td>{}</td></tr></table>"
    text, paragraphs, _ = parse_mail(made.mail(f"<html><body>{''.join(story.format(one) for one in (*SENTENCES[:2], OFFER))}</body></html>", None), 10_000_000)
    assert [one for one in text.split("\n") if one != "Le port"] == [*SENTENCES[:2], OFFER]
    assert "table" not in {one.kind for one in paragraphs}


def test_cells_of_one_paragraph_are_a_table() -> None:
    """As word processors write them."""
    rows = "".join(f"<tr><td><p>{name}</p></td><td><p>{count} grues neuves</p></td></tr>" for name, count in (("Nord", 2), ("Sud", 3)))
    text, paragraphs, _ = parse_page(f"<html><body><article><p>{SENTENCES[0]}</p><table>{rows}</table><p>{OFFER}</p></article></body></html>")
    assert ("table", "| Nord | 2 grues neuves |") in kinds(text, paragraphs)


def test_a_list_in_a_cell_leaves_a_table_of_facts() -> None:
    rows = "<tr><th>Pertes</th><td><ul><li>neuf morts</li><li>deux blessés</li></ul></td></tr><tr><th>Lieu</th><td>Rouen<br>Oslo</td></tr>"
    words = "".join(f"<p>{one}</p>" for one in (*SENTENCES, OFFER))
    text, paragraphs, _ = parse_page(f"<html><body><article><h1>Le port</h1>{words}<table>{rows}</table>{words}</article></body></html>")
    assert [one for kind, one in kinds(text, paragraphs) if kind == "table"] == ["| Pertes | neuf morts; deux blessés |", "| Lieu | Rouen Oslo |"]


def test_two_broken_lines_part_paragraphs() -> None:
    """In pages that have no other; one is a line of an address."""
    text, _, _ = parse_page(f"<html><body><article><h1>Le port</h1><p>{SENTENCES[0]}<br> <br/>{OFFER}<br>{SENTENCES[1]}</p></article></body></html>")
    assert text.split("\n") == ["Le port", SENTENCES[0], f"{OFFER} {SENTENCES[1]}"]


def passing_on(words: str) -> bytes:
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = "Le Quai <lettre@quai.example>", "Le port rouvre", "Fri, 26 Dec 2025 10:00:00 +0100"
    inner.set_content(" ".join(SENTENCES))
    outer = EmailMessage()
    outer["From"], outer["Subject"], outer["Date"] = "Ola <ola@nord.example>", "TR : à lire", "Sat, 27 Dec 2025 10:00:00 +0100"
    outer.set_content(words)
    outer.add_attachment(inner)
    return outer.as_bytes()


@pytest.mark.parametrize(("words", "title", "publisher", "published"), [
    ("voir ci-joint", "Le port rouvre", "Le Quai", "2025-12-26"),
    (OFFER, "TR : à lire", "Ola", "2025-12-27"),
])  # fmt: skip
def test_a_message_that_passes_another_on(words: str, title: str, publisher: str, published: str) -> None:
    """The words of a paper are not those of whoever sent them on."""
    text, _, imprint = parse_mail(passing_on(words), 10_000_000)
    assert (imprint.title, imprint.publisher, imprint.published) == (title, publisher, published)
    assert (SENTENCES[0] in text) == (words != OFFER)


def test_an_amp_page_without_its_advertising() -> None:
    page = f"""<!doctype html><html amp lang=fr><head><title>Le port</title></head><body><amp-sidebar><ul><li>Accueil</li></ul></amp-sidebar><article><h1>Le port</h1>
    <p>{SENTENCES[0]}</p><amp-ad type=x><p>Achetez maintenant une grue à moitié prix</p></amp-ad> <p>{OFFER}</p></article></body></html>"""
    text, _, _ = parse_page(page)
    assert text.split("\n") == ["Le port", SENTENCES[0], OFFER]


LIVE = """<script type="application/ld+json">{"@type": "LiveBlogPosting", "datePublished": "2025-06-13", "author": [{"name": "Ingrid Holm"}, "Ola Nord"],
"publisher": {"@type": "Organization", "name": "Le Quai"}}</script>"""


def test_a_live_page_has_all_its_entries() -> None:
    entries = "".join(f"<div class=post><time datetime=2025-06-13T{hour}:00>{hour} h</time><h2>{head}</h2><p>{words}</p></div>"
                      for hour, head, words in (("14", "Les grues", OFFER), ("12", "Les quais", SENTENCES[0]), ("10", "La liste", SENTENCES[1])))  # fmt: skip
    text, paragraphs, imprint = parse_page(f"<html><head>{LIVE}</head><body><main><article><h1>En direct</h1><p>Tout ce qui se dit.</p>{entries}</article></main></body></html>")
    assert kinds(text, paragraphs) == [
        ("heading", "En direct"), ("text", "Tout ce qui se dit."), ("heading", "Les grues"), ("text", OFFER), ("heading", "Les quais"), ("text", SENTENCES[0]),
        ("heading", "La liste"), ("text", SENTENCES[1])]  # fmt: skip
    assert (imprint.publisher, imprint.authors) == ("Le Quai", ("Ingrid Holm", "Ola Nord"))


def test_notes_of_a_report_follow_its_text(tmp_path: Path) -> None:
    data = made.docx(f'<w:p><w:r><w:t>{SENTENCES[0]}</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>' + made.paragraph(SENTENCES[1]))
    rule = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    note = f'<w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {OFFER}</w:t></w:r></w:p></w:footnote>'
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/footnotes.xml", f'<w:footnotes {made._WORD}>{rule}{note}</w:footnotes>')
        archive.writestr("word/comments.xml", f'<w:comments {made._WORD}><w:comment w:id="1">{made.paragraph("À vérifier !")}</w:comment></w:comments>')
    (tmp_path / "a.docx").write_bytes(out.getvalue())
    (one,) = read(tmp_path / "a.docx")
    assert isinstance(one, Document)
    assert one.text.split("\n") == [SENTENCES[0], SENTENCES[1], OFFER]


@pytest.mark.parametrize("words", ["untitled", "(anonymous)", "python-docx", "Microsoft Word - Rapport final.docx", " "])
def test_what_a_program_wrote_is_no_author(words: str) -> None:
    assert printed(words) is None


def test_the_head_of_two_pages_is_no_text(tmp_path: Path) -> None:
    """Of a file of two pages too; a line of a sentence that stands on both stays."""
    head = ["Bulletin du port", "No 7, juin 2025"]
    first = [*head, *SENTENCES, "Page 1 sur 2"]
    second = [*head, "La liste suivra vendredi, ont dit mardi les services du port, qui n'ont", "pas dit combien de grues seront vendues.", "Page 2 sur 2"]
    (tmp_path / "a.pdf").write_bytes(made.pdf([first, second]))
    (one,) = read(tmp_path / "a.pdf")
    assert isinstance(one, Document)
    assert "Bulletin" not in one.text
    assert "Page" not in one.text
    assert "combien de grues" in one.text


def test_days_of_a_workbook_that_stand_as_numbers(tmp_path: Path) -> None:
    """45822 days after the workbook's first day; four digits are a year, and in a table of text a number stays a number."""
    book = Workbook()
    for row in (("Corps", "Jour"), (SENTENCES[0], 45822), (SENTENCES[1], date(2025, 6, 13)), (OFFER, 2025)):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(tmp_path / "a.xlsx")
    columns = (("text", "Corps"), ("date", "Jour"))
    assert [one.published for one in read(tmp_path / "a.xlsx", columns=columns) if isinstance(one, Document)] == ["2025-06-14", "2025-06-13", "2025"]
    (tmp_path / "a.csv").write_text(f"Corps;Jour\n{OFFER};45822\n", encoding="utf-8")
    assert [one.published for one in read(tmp_path / "a.csv", columns=columns) if isinstance(one, Document)] == [None]


def test_a_cover_page_is_no_sheet_of_texts(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(("Revue de presse", None))  # type: ignore[union-attr]
    texts = book.create_sheet("textes")
    texts.append(("Titre", "Texte"))
    texts.append(("Les grues", OFFER))
    book.save(tmp_path / "a.xlsx")
    (one,) = read(tmp_path / "a.xlsx")
    assert isinstance(one, Document)
    assert (one.title, one.text) == ("Les grues", OFFER)


@pytest.mark.parametrize(("given", "expect"), [
    ("13 June 2025", "2025-06-13"), ("Friday, June 13, 2025", "2025-06-13"), ("vendredi 13 juin 2025", "2025-06-13"), ("1er août 2025", "2025-08-01"),
    ("13-Jun-2025", "2025-06-13"), ("June 2025", "2025-06"), ("31 June 2025", None), ("13 soon 2025", None), ("May I 2025", None), ("13 June 25", None),
])  # fmt: skip
def test_days_in_words(given: str, expect: str | None) -> None:
    assert published_edtf(given) == expect


def test_the_feed_names_its_own_story(tmp_path: Path) -> None:
    """A heading within is not the title; too few words are said to be few."""
    words = f"&lt;p&gt;{SENTENCES[0]}&lt;/p&gt;&lt;h2&gt;Les grues&lt;/h2&gt;&lt;p&gt;{OFFER}&lt;/p&gt;"
    (tmp_path / "a.rss").write_bytes(made.rss(made.item("https://quai.example/a", "Le port &amp; la mer", words), made.item("https://quai.example/b", words="Bref.")))
    first, second = read(tmp_path / "a.rss")
    assert isinstance(first, Document)
    assert isinstance(second, Rejected)
    assert first.title == "Le port & la mer"
    assert second.reason == "the feed's own words of it are 1, and the network is off here"


def test_an_index_of_sitemaps_without_network_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text('<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>https://quai.example/1.xml</loc></sitemap></sitemapindex>', encoding="utf-8")
    (one,) = read(tmp_path / "a.xml")
    assert isinstance(one, Rejected)
    assert "an index of 1 sitemaps, and the network is off here" in one.reason


def test_a_web_archive_says_what_it_cannot_unpack(tmp_path: Path) -> None:
    packed = "Content-Type: text/html\r\nContent-Encoding: br"
    (tmp_path / "a.warc").write_bytes(made.warc(
        made.record("https://quai.example/a", b"\x8b\x10\x80\x00\xff\xfe\x03", packed), made.record("https://quai.example/b", made.page(), packed),
        made.record("https://quai.example/c", b"", kind="revisit"), packed=False))  # fmt: skip
    refused, page, aside = read(tmp_path / "a.warc")
    assert isinstance(refused, Rejected)
    assert "packed as 'br', which is not unpacked here" in refused.reason
    assert isinstance(page, Document)  # the archive had unpacked it already
    assert isinstance(aside, Rejected)
    assert "1 unchanged since an earlier visit" in aside.reason


FULL = "La direction des douanes a annoncé mardi que neuf quais, fermés depuis"


def test_paragraphs_of_a_pdf_stand_apart(tmp_path: Path) -> None:
    """A full line before a gap ends its paragraph; at the head of another page the paragraph goes on."""
    lines = [[FULL, "l'hiver dernier, seront rouverts avant la fin du mois dans le port de Rouen.", "", FULL.replace("neuf", "deux"), "l'hiver dernier, seront vendus avec"],
             ["leurs grues, et que rien n'en sera gardé, selon les services du port de Rouen."]]  # fmt: skip
    (tmp_path / "a.pdf").write_bytes(made.pdf(lines))
    (one,) = read(tmp_path / "a.pdf")
    assert isinstance(one, Document)
    assert [paragraph.split()[6:9] for paragraph in one.text.split("\n")] == [["mardi", "que", "neuf"], ["mardi", "que", "deux"]]
    assert one.text.endswith("seront vendus avec leurs grues, et que rien n'en sera gardé, selon les services du port de Rouen.")


def test_a_heading_in_larger_letters_is_no_part_of_the_text() -> None:
    text, heading, note = Line("Le port", 700, 10), Line("Deux grues", 688, 14), Line("1", 691, 6)
    assert are_apart(text, heading, 12)
    assert not are_apart(heading, Line("neuves", 671, 14), 12)  # large letters stand wider
    assert are_apart(text, note, 12)
    assert not are_apart(text, Line("rouvre", None, None), 12)
    assert not are_apart(Line("au pied", 50, 10), Line("en tête", 780, 10), 12)


def test_words_are_spelled_as_they_are_read() -> None:
    """Marks for the eye alone would make of "Rus\u00adsie" a word that nobody knows. Those that are spelling stay."""
    page = f"<html><body><article><h1>La Rus&shy;sie</h1><p>La Rus&shy;sie a ren&#8203;du les o&#xFB03;ces du port. {SENTENCES[0]} \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645</p></article></body></html>"
    text, _, imprint = parse_page(page)
    assert text.startswith("La Russie\nLa Russie a rendu les offices du port.")
    assert "\u200c" in text
    assert imprint.title == "La Russie"


def test_what_a_browser_saved_with_a_page_is_no_document(tmp_path: Path) -> None:
    """In a folder and in an archive; a folder of that name without its page is one like any other."""
    files = {"Port.html": made.page(), "Port_files/cadre.html": made.page("Publicité"), "Port_files/a.css": b"x{}", "Mer_files/a.html": made.page("La mer")}
    for name, data in files.items():
        (tmp_path / "pages" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "pages" / name).write_bytes(data)
    (tmp_path / "a.zip").write_bytes(made.zipped({f"pages/{name}": data for name, data in files.items()}))
    for place in (tmp_path / "pages", tmp_path / "a.zip"):
        assert [one.title for one in read(place) if isinstance(one, Document)] == ["La mer", "Le port rouvre"]
        assert not [one for one in read(place) if isinstance(one, Rejected)]


def snapshot() -> bytes:
    page = EmailMessage()
    page.set_content(made.page().decode(), subtype="html", cte="quoted-printable")
    page["Content-Location"] = "https://quai.example/port"
    whole = EmailMessage()
    whole["From"], whole["Subject"], whole["Date"] = "<Saved by Blink>", "Le port rouvre | Le Quai", "Thu, 26 Nov 2026 18:07:18 GMT"
    whole["Snapshot-Content-Location"] = "https://quai.example/port"
    whole.make_related()
    whole.attach(page)
    return whole.as_bytes()


def test_a_page_that_a_browser_saved_in_one_file(tmp_path: Path) -> None:
    """The day of saving is none of publication, and the browser no publisher."""
    (tmp_path / "a.mhtml").write_bytes(snapshot())
    (one,) = read(tmp_path / "a.mhtml")
    assert isinstance(one, Document)
    assert (one.title, one.publisher, one.url, one.published) == ("Le port rouvre", None, "https://quai.example/port", None)
    (tmp_path / "b.mht").write_bytes(made.mail(None, "Rien ici."))
    (refused,) = read(tmp_path / "b.mht")
    assert isinstance(refused, Rejected)
    assert refused.reason == "a saved page without a page in it; save it as .html"


@pytest.mark.parametrize(("data", "kind"), [
    (made.mail(None, SENTENCES[0]), ".eml"), (snapshot(), ".mhtml"), (made.page().decode().encode("utf-16"), ".html"),
    ("From: nous\nÀ lire : rien\n".encode(), ".txt"), (SENTENCES[0].encode("utf-16"), ".txt"),
])  # fmt: skip
def test_kinds_of_what_comes_without_a_name(data: bytes, kind: str) -> None:
    assert kind_of(data) == kind


def test_who_names_columns_gives_a_table_on_standard_input() -> None:
    data = f"Corps;Jour\n{OFFER};13 juin 2025\n".encode()
    (one,) = read_inputs(["-"], IntakeOptions(columns=(("text", "Corps"), ("date", "Jour"))), Means(stdin=io.BytesIO(data)))
    assert isinstance(one, Document)
    assert (one.text, one.published) == (OFFER, "2025-06-13")
