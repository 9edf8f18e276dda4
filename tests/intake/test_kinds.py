"""Every kind of file that holds documents: what is read in it, with exact spans, and what is said of its source."""

from __future__ import annotations

import base64
import io
from itertools import islice
from pathlib import Path

import pytest
from pypdf import PdfWriter

from dragoman.intake import IntakeOptions, Means, read_inputs
from dragoman.intake.door import Door, DoorLimits
from dragoman.intake.parcel import Parcel, extension_of, kind_of
from dragoman.model.document import Document, Rejected
from tests.intake.made import SENTENCES, docx, item, mail, page, paragraph, pdf, record, rss, warc, zipped
from tests.intake.web import Web, send

PLAIN = " ".join(SENTENCES)


def read(path: Path | str, means: Means | None = None, **options: object) -> list[Document | Rejected]:
    found = list(read_inputs([str(path)], IntakeOptions(**options), means))  # type: ignore[arg-type]
    for one in found:
        if isinstance(one, Document):
            assert all(each.span.of(one.text).strip() for each in one.paragraphs)
            assert one.language == "fr"
    return found


def written(tmp_path: Path, name: str, data: bytes) -> Path:
    (tmp_path / name).write_bytes(data)
    return tmp_path / name


def one(path: Path, **options: object) -> Document:
    (found,) = read(path, **options)
    assert isinstance(found, Document), found
    return found


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(each.kind, each.span.of(document.text)) for each in document.paragraphs]


def test_pdf(tmp_path: Path) -> None:
    first = ["LE QUAI - 2 mai", "Le port rouvre", "La direction des douanes a annoncé mardi la réouver-", "ture de neuf quais, fermés depuis l'hiver dernier, et le",
             "porte-avions y accostera dans deux semaines au plus.", "La liste suivra.", "Un sous-", "Page 1"]
    second = ["LE QUAI - 2 mai", "marin est attendu au nord du bassin, selon les services", "du port. Le sous-marin repartira aussitôt, le porte-", "avions aussi.", "Page 2"]
    third = ["LE QUAI - 2 mai", "• un quai", "• deux grues (neuves)", "Page 3"]
    document = one(written(tmp_path, "a.pdf", pdf([first, second, third], "Rapport")))
    assert (document.title, document.authors, document.published) == ("Rapport", ("Anne Martin",), None)
    assert document.text.splitlines() == [
        "Le port rouvre",
        "La direction des douanes a annoncé mardi la réouverture de neuf quais, fermés depuis l'hiver dernier, et le porte-avions y "
        "accostera dans deux semaines au plus. La liste suivra.",
        "Un sous-marin est attendu au nord du bassin, selon les services du port. Le sous-marin repartira aussitôt, le porte-avions aussi.",
        "• un quai", "• deux grues (neuves)",
    ]  # fmt: skip
    assert kinds(document)[-1] == ("list", "deux grues (neuves)")


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_encrypted_without_a_password_is_read(tmp_path: Path, algorithm: str) -> None:
    writer = PdfWriter(clone_from=io.BytesIO(pdf([[*SENTENCES]])))
    writer.encrypt(user_password="", owner_password="owner", algorithm=algorithm)
    data = io.BytesIO()
    writer.write(data)
    assert one(written(tmp_path, "a.pdf", data.getvalue())).text == one(written(tmp_path, "b.pdf", pdf([[*SENTENCES]]))).text


def test_tabs_in_a_pdf_part_words(tmp_path: Path) -> None:
    document = one(written(tmp_path, "a.pdf", pdf([["Le port\trouvre mardi\tmatin avec neuf quais."]])))
    assert document.text == "Le port rouvre mardi matin avec neuf quais."


def test_docx(tmp_path: Path) -> None:
    body = (
        paragraph("Le port rouvre", "Heading1") + paragraph(SENTENCES[0]) + paragraph("Nous tiendrons.", "IntenseQuote")
        + "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>un quai</w:t></w:r><w:del><w:r><w:delText>trois</w:delText></w:r></w:del></w:p>"
        + f"<w:tbl><w:tr><w:tc>{paragraph('Quais')}</w:tc><w:tc>{paragraph('9')}</w:tc></w:tr></w:tbl>"
    )
    document = one(written(tmp_path, "a.docx", docx(body)))
    assert kinds(document) == [
        ("heading", "Le port rouvre"), ("text", SENTENCES[0]), ("quote", "Nous tiendrons."), ("list", "un quai"), ("table", "| Quais | 9 |"),
    ]  # fmt: skip
    assert (document.title, document.authors, document.published) == ("Le port", ("Anne Martin",), None)


def test_what_word_says_again_for_old_programs_is_read_once(tmp_path: Path) -> None:
    compatible = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    boxes = "".join(
        f'<mc:{name}><w:r><w:txbxContent>{paragraph("Encadré du port.")}</w:txbxContent></w:r></mc:{name}>' for name in ("Choice", "Fallback")
    )
    body = f"<w:p><mc:AlternateContent {compatible}>{boxes}</mc:AlternateContent></w:p>"
    document = one(written(tmp_path, "a.docx", docx(paragraph(SENTENCES[0]) + body + f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>")))
    assert kinds(document) == [("text", SENTENCES[0]), ("text", "Encadré du port."), ("table", "| Encadré du port. |")]


def test_one_bad_part_does_not_refuse_the_letter(tmp_path: Path) -> None:
    part = "--x\r\nContent-Type: text/{}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n"
    bodies = ("plain", base64.b64encode(b"\x00\x01" * 99)), ("html", base64.b64encode(page())), ("html", base64.b64encode(b"%PDF-1.7 no page"))
    data = "From: Le Quai <lettre@quai.example>\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n"
    data += "".join(part.format(kind, body.decode()) for kind, body in bodies) + "--x--\r\n"
    assert SENTENCES[0] in one(written(tmp_path, "a.eml", data.encode())).text


@pytest.mark.parametrize(("html", "plain", "text"), [
    (f"<html><body><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></body></html>", "Version courte.", "\n".join(SENTENCES)),
    (None, PLAIN, f"{PLAIN}\n"), ("<html><body><img src='x'></body></html>", PLAIN, f"{PLAIN}\n"),
])  # fmt: skip
def test_mail(tmp_path: Path, html: str | None, plain: str, text: str) -> None:
    document = one(written(tmp_path, "a.eml", mail(html, plain)))
    assert document.text == text
    assert (document.title, document.publisher, document.published) == ("Le port rouvre", "Le Quai", "2025-12-26")
    assert (document.published_from, document.published_cue) == ("given", "Date of the message")


@pytest.mark.parametrize(("name", "data"), [
    ("a.csv", f"Titre,Texte,Date,Source\r\nUn,\"{PLAIN}\r\n\r\nFin, dit-il.\",2025-12-26,Le Quai\r\n,,,\r\n".encode()),
    ("a.csv", f"\ufeffTitre;Texte;Date;Source\nUn;\"{PLAIN}\r\n\r\nFin, dit-il.\";2025-12-26;Le Quai\n".encode()),
    ("a.tsv", f"Titre\tTexte\tDate\tSource\nUn\t\"{PLAIN}\r\n\r\nFin, dit-il.\"\t2025-12-26\tLe Quai\n".encode("cp1252")),
])  # fmt: skip
def test_tables(tmp_path: Path, name: str, data: bytes) -> None:
    document = one(written(tmp_path, name, data))
    assert document.text == f"{PLAIN}\r\n\r\nFin, dit-il."
    assert (document.title, document.published, document.publisher) == ("Un", "2025-12-26", "Le Quai")
    assert document.source_id == f"{tmp_path / name}:2"


def test_the_last_line_of_a_short_table_tells_its_encoding(tmp_path: Path) -> None:
    data = f"id,text\nr1,{PLAIN.replace(',', ' ')}".replace("’", "'").encode("cp1252")
    assert one(written(tmp_path, "a.csv", data)).text == PLAIN.replace(",", " ").replace("’", "'")


def test_a_table_whose_columns_the_user_names(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", f"corps,titre,text\n{PLAIN.replace(',', ' ')},A,B\n".encode())
    assert one(path, columns=(("text", "Corps"),)).text == PLAIN.replace(",", " ")
    (row,) = read(path, columns=(("text", "absent"),))
    assert isinstance(row, Rejected)
    assert "no column is called 'absent'" in row.reason


def test_a_workbook(tmp_path: Path) -> None:
    from datetime import datetime

    from openpyxl import Workbook

    book = Workbook()
    for row in (["id", "text", "date"], ["r1", PLAIN, datetime(2025, 12, 26)], [None, None, None], ["r2", None, None]):  # noqa: DTZ001
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    first, second = read(tmp_path / "a.xlsx")
    assert isinstance(first, Document)
    assert (first.source_id, first.text, first.published) == ("r1", PLAIN, "2025-12-26")
    assert isinstance(second, Rejected)
    assert "row 4" in second.reason


def test_a_workbook_on_standard_input() -> None:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (["id", "text"], ["r1", PLAIN]):
        book.active.append(row)
    book.save(out)
    (found,) = read("-", Means(stdin=io.BytesIO(out.getvalue())))
    assert isinstance(found, Document), found
    assert (found.source_id, found.text) == ("r1", PLAIN)
    assert kind_of(zipped({"a.xlsx": out.getvalue(), "b.docx": docx(paragraph(PLAIN))}, stored=True)) == ".zip"
    assert kind_of(out.getvalue()[:-30]) == ".zip"


def test_what_fails_while_reading_is_not_the_opening(tmp_path: Path) -> None:
    def full(_sha256: str, _parcel: Parcel) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space left"):
        read(written(tmp_path, "a.zip", zipped({"a.txt": PLAIN.encode()})), Means(keep=full))


def test_a_feed_that_leads_back_to_itself_ends(web: Web) -> None:
    """A feed names an archive, in which lies a feed that names the archive."""
    inner = rss(item(web.url("/a.zip")))
    web.pages |= {"/feed": send(200, inner, {"Content-Type": "application/rss+xml"}), "/a.zip": send(200, zipped({"a.rss": inner}))}
    web.pages["/index"] = send(200, f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{web.url("/a.zip")}</loc></sitemap></sitemapindex>'.encode())
    for path in ("/feed", "/index", "/a.zip"):
        web.asked.clear()
        means = Means(Door(DoorLimits(pause_seconds=0.0, allowed=frozenset({"localhost"}))))
        (row,) = islice(read_inputs([web.url(path)], IntakeOptions(), means), 9)
        assert isinstance(row, Rejected)
        assert "inside 3 others" in row.reason or "behind more than 3" in row.reason
        assert len(web.paths()) <= 3


def test_an_archive(tmp_path: Path) -> None:
    inner = zipped({"c.txt": PLAIN.encode()})
    path = written(tmp_path, "a.zip", zipped({
        "b/page.html": page(), "a.txt": PLAIN.encode(), "inner.zip": inner, "picture.png": b"x", "../../out.txt": PLAIN.encode(),
        "__MACOSX/a.txt": b"x", ".DS_Store": b"x", "rows.jsonl": b'{"id": "r1", "text": "Un train est parti hier soir de la gare du Nord."}\n',
    }))  # fmt: skip
    found = [(row.source_id.replace(f"{path}!", ""), type(row).__name__) for row in read(path)]
    assert found == [
        ("../../out.txt", "Rejected"), ("a.txt", "Document"), ("b/page.html", "Document"), ("inner.zip!c.txt", "Document"),
        ("picture.png", "Rejected"), ("r1", "Document"),
    ]  # fmt: skip


@pytest.mark.parametrize("packed", [True, False])
def test_a_web_archive(tmp_path: Path, packed: bool) -> None:
    data = warc(
        record("https://quai.example/a", page()), record("https://quai.example/a", b"GET / HTTP/1.1", kind="request"),
        record("https://quai.example/b.png", b"\x89PNG", "Content-Type: image/png"), record("https://quai.example/c", b"", status="404 Not Found"),
        record("https://quai.example/d", page(words=PLAIN).decode().encode("cp1252"), "Content-Type: text/html; charset=windows-1252"),
        packed=packed,
    )  # fmt: skip
    path = written(tmp_path, "a.warc.gz" if packed else "a.warc", data)
    first, second, aside = read(path)
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.source_id, first.url) == (f"{path}!https://quai.example/a", "https://quai.example/a")
    assert SENTENCES[0] in first.text
    assert SENTENCES[1] in second.text
    assert isinstance(aside, Rejected)
    assert "2 records in it are no pages and were left aside: 1 image/png, 1 answered 404" in aside.reason


def test_a_feed_without_network(tmp_path: Path) -> None:
    words = f"&lt;p&gt;{SENTENCES[0]}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;p&gt;{SENTENCES[1]}&lt;/p&gt;"
    path = written(tmp_path, "feed.xml", rss(item("https://quai.example/a", words=words), item("https://quai.example/b")))
    first, second = read(path)
    assert isinstance(first, Document)
    assert first.text == "\n".join(SENTENCES)
    assert (first.title, first.publisher, first.url) == ("Le port rouvre", "Le Quai", "https://quai.example/a")
    assert (first.published, first.published_from, first.published_cue) == ("2025-12-26", "given", "date of the feed")
    assert isinstance(second, Rejected)
    assert "network is off" in second.reason


def test_an_address_without_network() -> None:
    (row,) = read("https://quai.example/a")
    assert isinstance(row, Rejected)
    assert "network is off" in row.reason


@pytest.mark.parametrize("data", [page(), PLAIN.encode(), pdf([[*SENTENCES]]), docx(paragraph(PLAIN)), zipped({"a.txt": PLAIN.encode()}),
                                  warc(record("https://quai.example/a", page())), b'{"text": "Un train est parti hier soir de la gare."}\n'])  # fmt: skip
def test_standard_input(data: bytes) -> None:
    (found,) = read("-", Means(stdin=io.BytesIO(data)))
    assert isinstance(found, Document), found
    assert found.source_id.startswith("-")


def test_standard_input_that_is_not_read() -> None:
    (row,) = read("-")
    assert isinstance(row, Rejected)
    (row,) = read("-", Means(stdin=io.BytesIO(b"a" * 11)), max_bytes=10)
    assert isinstance(row, Rejected)
    assert "more than the limit" in row.reason


def test_bytes_received_are_handed_over(tmp_path: Path) -> None:
    kept: dict[str, Parcel] = {}
    path = written(tmp_path, "a.zip", zipped({"a.html": page(), "b.txt": PLAIN.encode()}))
    found = read(path, Means(keep=kept.__setitem__))
    assert [kept[one.bytes_sha256].data for one in found if isinstance(one, Document) and one.bytes_sha256] == [page(), PLAIN.encode()]


def test_kinds_of_bytes() -> None:
    assert extension_of("https://a.example/x.PDF") == ".pdf"
    assert kind_of(b"GIF89a", "image/gif") == ".gif"
    assert kind_of(b"Un train.", "application/octet-stream") == ".txt"
    assert kind_of(b"<?xml version='1.0'?><rss>", "text/xml") == ".xml"
    assert kind_of(b"<?xml version='1.0'?><html><p>a", "text/xml") == ".html"


def test_files_never_open_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, feeds and office files name addresses; with no address on the command line nobody is asked, not even for a name."""

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("a line was opened")

    monkeypatch.setattr("socket.socket.connect", forbidden)
    monkeypatch.setattr("socket.getaddrinfo", forbidden)
    link = '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><img src="http://127.0.0.1:9/a.png">'
    files = {
        "a.html": page(head=link), "b.eml": mail(page(head=link).decode(), PLAIN), "c.pdf": pdf([[*SENTENCES]]), "d.docx": docx(paragraph(PLAIN)),
        "e.warc.gz": warc(record("http://127.0.0.1:9/a", page(head=link))), "f.rss": rss(item("http://127.0.0.1:9/a", words=PLAIN)),
        "g.zip": zipped({"a.html": page(head=link)}), "h.xml": rss(item("http://127.0.0.1:9/b")), "i.csv": f'text\n"{PLAIN}"\n'.encode(),
    }  # fmt: skip
    for name, data in files.items():
        written(tmp_path, name, data)
    found = read(tmp_path)
    assert [type(one).__name__ for one in found] == ["Document"] * 7 + ["Rejected", "Document"]
