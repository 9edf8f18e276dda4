"""Every kind of input, good and bad: documents in order of input, and a row with a reason for what cannot be read."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from dragoman.intake import IntakeOptions, read_inputs
from dragoman.intake.encoding import decode
from dragoman.intake.language import language_of
from dragoman.intake.published import published_edtf
from dragoman.model.document import Document, Rejected

LINE = "Le ministère a livré neuf conteneurs au port, près de l’été."
PAGE = f"<html lang='fr'><body><article><h1>Titre</h1><p>{LINE} La liste complète n’a pas encore été publiée par les services.</p></article></body></html>"


def read(*paths: Path | str, **options: object) -> list[Document | Rejected]:
    return list(read_inputs([str(path) for path in paths], IntakeOptions(**options)))  # type: ignore[arg-type]


def one(path: Path | str, **options: object) -> Document:
    (found,) = read(path, **options)
    assert isinstance(found, Document), found
    return found


def refused(path: Path | str, **options: object) -> Rejected:
    (found,) = read(path, **options)
    assert isinstance(found, Rejected), found
    assert found.stage == "intake"
    return found


def test_plain_text_is_unchanged(tmp_path: Path) -> None:
    content = f"\n  {LINE}\r\n\r\nFin.\n\n"
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode())
    document = one(path)
    assert document.text == content
    assert [p.span.of(content) for p in document.paragraphs] == [LINE, "Fin."]
    assert (document.source_id, document.language, document.authors) == (str(path), "fr", None)
    assert document.bytes_sha256 == f"sha256:{hashlib.sha256(content.encode()).hexdigest()}"
    assert (document.published, document.published_from, document.title) == (None, None, None)


def test_a_file_without_extension_is_text(tmp_path: Path) -> None:
    (tmp_path / "NOTE").write_text(LINE, encoding="utf-8")
    assert one(tmp_path / "NOTE").text == LINE


def test_markdown_with_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        f'---\ntitle: "Neuf conteneurs"\npublisher: Le Quai\npublished: 2025-12-26T10:00:00Z\nlang: fr-FR\n'
        f"source: https://quai.example/1\nauthors: [Anne Martin, 'Li Wei']\nmood: calm\n---\n\n# Un titre\n\n{LINE}\n",
        encoding="utf-8",
    )
    document = one(path)
    assert document.text == f"\n# Un titre\n\n{LINE}\n"
    assert (document.title, document.publisher, document.url) == ("Neuf conteneurs", "Le Quai", "https://quai.example/1")
    assert (document.published, document.published_from, document.language) == ("2025-12-26", "given", "fr")
    assert document.authors == ("Anne Martin", "Li Wei")
    assert [(p.kind, p.span.of(document.text)) for p in document.paragraphs] == [("heading", "Un titre"), ("text", LINE)]


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Un titre\n\n{LINE}\n", encoding="utf-8")
    document = one(path)
    assert (document.text, document.title, document.authors) == (f"# Un titre\n\n{LINE}\n", "Un titre", ())


@pytest.mark.parametrize("content", [f"---\n{LINE}\n", f"---\n{LINE}\n---\nFin.\n", "---\n---\nFin de la page.\n"])
def test_a_rule_is_no_front_matter(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(content, encoding="utf-8")
    assert one(path).text == content


def test_front_matter_with_items_and_nonsense_date(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(f"---\r\nauthor:\r\n  - Anne Martin\r\n  - Li Wei\r\ndate: soon\r\n---\r\n{LINE}".encode())
    document = one(path)
    assert (document.authors, document.published, document.text) == (("Anne Martin", "Li Wei"), None, LINE)


def test_page(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    document = one(path)
    assert LINE in document.text
    assert document.authors == ()
    assert all(p.span.of(document.text).strip() for p in document.paragraphs)


def test_page_in_its_declared_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(PAGE.replace("<body>", "<head><meta charset='windows-1252'></head><body>").encode("cp1252"))
    assert LINE in one(path).text


BAD_FILES: list[tuple[str, str, bytes, str]] = [
    ("empty", "a.txt", b"", "empty"),
    ("only white space", "a.txt", b" \n\t\xc2\xa0\n", "empty"),
    ("only marks", "a.txt", b"---\n***\n", "no words"),
    ("only a byte order mark", "a.txt", b"\xef\xbb\xbf", "empty"),
    ("PNG", "a.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
    ("JPEG", "a.html", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "JPEG"),
    ("PDF under another name", "a.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    ("a PDF of nothing", "a.pdf", b"%PDF-1.7\n", "PDF that cannot be read"),
    ("an office document of nothing", "a.docx", b"PK\x03\x04", "archive that cannot be read"),
    ("a picture by its name", "a.jpeg", b"\xff\xd8\xff", "unsupported: .jpeg"),
    ("gzip under another name", "a.txt", b"\x1f\x8b\x08\x00", "gzip"),
    ("NUL bytes", "a.txt", b"abc\x00def", "NUL"),
    ("control characters", "a.txt", bytes(range(1, 9)) * 40 + b"abc", "control characters"),
    ("broken UTF-16", "a.txt", b"\xff\xfea\x00b", "utf-16"),
    ("a page without an article", "a.html", b"<html><body><script>1</script></body></html>", "no article"),
    ("front matter alone", "a.md", b"---\ntitle: A\n---\n", "no words"),
    ("over the limit", "a.txt", b"a" * 2001, "more than the limit of 2000"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "content", "reason"), BAD_FILES, ids=[bad[0] for bad in BAD_FILES])
def test_bad_files_are_rows(tmp_path: Path, label: str, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    row = refused(path, max_bytes=2000)
    assert reason in row.reason, label
    assert row.source_id == str(path)


def test_bad_paths_are_rows(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "missing.txt").reason
    assert "no such file" in refused(tmp_path / "missing.jsonl").reason
    assert "cannot be opened" in refused("nul\x00.txt").reason
    assert "cannot be opened" in refused("a" * 5000 + ".txt").reason
    assert "not a regular file" in refused("/dev/null").reason
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in refused(tmp_path / "pipe.txt").reason
    odd = refused(str(tmp_path / "caf\udce9.csv"))
    assert odd.source_id.encode("utf-8").endswith(b"caf\\udce9.csv")


def test_a_large_text_is_read_under_a_raised_limit(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"{LINE}\n" * 10, encoding="utf-8")
    size = path.stat().st_size
    assert str(size) in refused(path, max_bytes=size - 1).reason
    assert len(one(path, max_bytes=size).paragraphs) == 10


def test_folders_are_walked_in_one_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/README.md", "c.JSONL", ".hidden/x.txt", ".x.txt", "a/data.json", "a/NOTE", "d.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"id": "row", "text": LINE}) if name == "c.JSONL" else PAGE if name == "d.htm" else LINE, encoding="utf-8")
    (tmp_path / "e").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    rows = read(tmp_path)
    shown = [(row.source_id.replace(f"{tmp_path}/", ""), type(row).__name__) for row in rows]
    assert shown == [
        ("a/NOTE", "Rejected"), ("a/README.md", "Document"), ("a/data.json", "Rejected"), ("a/z.txt", "Document"),
        ("b.txt", "Document"), ("row", "Document"), ("d.htm", "Document"), ("link", "Rejected"),
    ]  # fmt: skip
    assert "unsupported" in next(row.reason for row in rows if isinstance(row, Rejected))


def test_an_empty_folder_is_a_row(tmp_path: Path) -> None:
    assert "no file" in refused(tmp_path).reason


def test_order_of_input_is_kept(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("Bonjour à tous.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Bonsoir à tous.", encoding="utf-8")
    rows = read(tmp_path / "b.txt", tmp_path / "none.txt", tmp_path / "a.txt", tmp_path / "b.txt")
    assert [Path(row.source_id).name for row in rows] == ["b.txt", "none.txt", "a.txt", "b.txt"]


def corpus(tmp_path: Path, *lines: bytes) -> Path:
    path = tmp_path / "c.jsonl"
    path.write_bytes(b"\n".join(lines))
    return path


def row(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_rows_of_a_corpus(tmp_path: Path) -> None:
    text = f"  {LINE}\r\n\n"
    path = corpus(
        tmp_path,
        b"\xef\xbb\xbf"
        + row(id="r1", text=text, lang="fr", dct="19980227", title=" T ", publisher="P", url="u", author=["A", " ", 3]),
        b"",
        row(id=7, text=LINE, date="2025-12-26T10:00:00Z", author="B"),
        row(text=LINE, lang="not a code", date="nonsense", published="2025-12"),
    )
    first, second, third = (found for found in read(path) if isinstance(found, Document))
    assert first.text == text
    assert (first.source_id, first.language, first.published) == ("r1", "fr", "1998-02-27")
    assert (first.title, first.publisher, first.url, first.authors) == ("T", "P", "u", ("A",))
    assert [p.span.of(text) for p in first.paragraphs] == [LINE]
    assert (second.source_id, second.published, second.published_from) == ("7", "2025-12-26", "given")
    assert second.authors == ("B",)
    assert (third.source_id, third.language, third.published) == (f"{path}:4", "fr", "2025-12")
    assert third.authors == ()


BAD_ROWS: list[tuple[str, bytes, str]] = [
    ("no JSON", b'{"id": "x", "text": ', "not JSON"),
    ("no object", b"[1, 2]", "not a JSON object but list"),
    ("no text", b'{"id": "x"}', "no text"),
    ("text of another type", b'{"id": "x", "text": 3}', "no text"),
    ("empty text", b'{"id": "x", "text": " \\n"}', "empty"),
    ("text of marks", b'{"id": "x", "text": "---"}', "no words"),
    ("lone surrogate", b'{"id": "x", "text": "a \\ud800 b"}', "half a character"),
    ("lone surrogate in a title", b'{"id": "x", "text": "a", "title": "\\udfff"}', "half a character"),
    ("lone surrogate in an id", b'{"id": "\\udfff", "text": "a b"}', "half a character"),
    ("lone surrogate in an author", b'{"id": "x", "text": "a b", "author": ["\\udfff"]}', "half a character"),
    ("NUL", b'{"id": "x", "text": "a\\u0000b"}', "NUL"),
    ("not UTF-8", b'{"id": "x", "text": "\xe9t\xe9"}', "not UTF-8"),
    ("nested without end", b"[" * 100_000, "nesting"),
    ("a number without end", b'{"n": ' + b"9" * 5000 + b"}", "number"),
    ("over the limit", b'{"id": "x", "text": "' + b"a" * 200_000 + b'"}', "more than 150000 bytes"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "line", "reason"), BAD_ROWS, ids=[bad[0] for bad in BAD_ROWS])
def test_bad_rows_are_rows_and_the_rest_goes_on(tmp_path: Path, label: str, line: bytes, reason: str) -> None:
    good = row(id="good", text=LINE)
    first, bad, last = read(corpus(tmp_path, good, line, good), max_bytes=150_000)
    assert isinstance(first, Document), label
    assert isinstance(last, Document), label
    assert isinstance(bad, Rejected), label
    assert reason in bad.reason
    assert "line 2" in bad.reason
    bad.source_id.encode("utf-8")
    bad.reason.encode("utf-8")


def test_an_empty_corpus_is_a_row(tmp_path: Path) -> None:
    assert "no row" in refused(corpus(tmp_path, b"", b" ")).reason


def test_the_language_option_overrules(tmp_path: Path) -> None:
    path = corpus(tmp_path, row(id="a", text=LINE, lang="fr"))
    assert one(path, language="es").language == "es"
    with pytest.raises(ValueError, match="language"):
        IntakeOptions(language="français")
    with pytest.raises(ValueError, match="max_bytes"):
        IntakeOptions(max_bytes=0)


def test_one_input_read_twice_is_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(LINE, encoding="utf-8")
    (tmp_path / "b.html").write_text(PAGE, encoding="utf-8")
    assert read(tmp_path) == read(tmp_path)


ENCODED: list[tuple[str, str]] = [
    (LINE, "utf-8"), (LINE, "utf-8-sig"), (LINE, "utf-16"), (LINE, "cp1252"), ("Des blessés à Kiev.", "latin-1"),
    ("Россия поставила нефть, сообщили в министерстве.", "cp1251"), ("Україна заявила про нові поставки.", "cp1251"),
    ("북한군이 러시아에 파병됐다고 밝혔다.", "cp949"),
    ("Rząd w Warszawie zapowiedział kolejne dostawy, a minister podziękował żołnierzom za służbę na granicy.", "cp1250"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


LANGUAGES = [
    (LINE, "fr"), ("Nine soldiers of an engineer regiment died there.", "en"), ("Россия поставила нефть соседней стране.", "ru"),
    ("Україна заявила про нові поставки зброї.", "uk"), ("북한군이 러시아에 파병됐다고 밝혔다.", "ko"),
    ("El ministro anunció nuevas entregas de armas.", "es"), ("Die Regierung hat neue Lieferungen angekündigt.", "de"),
    ("Il governo ha annunciato nuove consegne di armi.", "it"), ("首相は新しい支援を発表した。", "ja"), ("12 345", "en"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expect"), LANGUAGES)
def test_languages(text: str, expect: str) -> None:
    assert language_of(text) == expect


def test_short_or_odd_texts_still_have_a_language() -> None:
    assert all(len(language_of(text)) == 2 for text in ("", "?", "x", "🚂", "\u0301"))
    assert language_of("Bravo", "pt-BR") == "pt"


PUBLISHED: list[tuple[object, str | None]] = [
    ("2025-12-26", "2025-12-26"), ("2025-12-26T10:00:00Z", "2025-12-26"), ("2025-12-26 10:00", "2025-12-26"),
    ("20251226", "2025-12-26"), (20251226, "2025-12-26"), ("2025-12", "2025-12"), ("2025-21", "2025-21"), ("2025", "2025"),
    ("26/12/2025", "2025-12-26"), ("12/26/2025", "2025-12-26"), ("05.05.2025", "2025-05-05"),
    ("Fri, 26 Dec 2025 10:00:00 +0100", "2025-12-26"),
    ("03/04/2025", None), ("2025-13-01", None), ("2025-02-30", None), ("2025-13", None), ("soon", None), ("", None), (None, None),
    (True, None), (3.5, None), ("9999", None), ("2025-12-26" * 20, None), ("٢٠٢٥-١٢-٢٦", None), ("2025-12-261", None), ("Fri,", None),
]  # fmt: skip


@pytest.mark.parametrize(("given", "expect"), PUBLISHED, ids=[str(given)[:30] for given, _ in PUBLISHED])
def test_dates_beside_a_text(given: object, expect: str | None) -> None:
    assert published_edtf(given) == expect
