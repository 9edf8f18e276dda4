"""Files made to do harm: each is a row that says why, soon, in little memory, and nothing is written anywhere."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from dragoman.intake import IntakeOptions, read_inputs
from dragoman.model.document import Document, Rejected
from tests.intake.made import docx, item, mail, page, paragraph, pdf, record, rss, warc, zipped

LAUGHS = "<!DOCTYPE lolz [<!ENTITY a 'ha'>" + "".join(f"<!ENTITY {y} '{f'&{x};' * 10}'>" for x, y in zip("abcdefgh", "bcdefghi", strict=True)) + "]>"
OUTSIDE = "<!DOCTYPE r [<!ENTITY f SYSTEM 'file:///etc/passwd'>]>"
ZEROS = b"0" * 30_000_000
WORDS = b"Un train est parti hier soir de la gare du Nord vers la mer."


def locked() -> bytes:
    data = bytearray(zipped({"a.txt": WORDS}, stored=True))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def nested(depth: int) -> bytes:
    data = zipped({"a.txt": WORDS})
    for _ in range(depth):
        data = zipped({"inner.zip": data}, stored=True)
    return data


def lying() -> bytes:
    """An archive whose member says that it is small."""
    data = bytearray(zipped({"a.txt": b"a" * 5_000_000}))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + at
        data[place : place + 4] = (60).to_bytes(4, "little")
    return bytes(data)


def many() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}.txt", b"")
    return out.getvalue()


def sheet(shared: str) -> bytes:
    return zipped({"xl/workbook.xml": b"<workbook/>", "xl/sharedStrings.xml": shared.encode()})


def pdf_bomb() -> bytes:
    packed = zlib.compress(b"(a) Tj " * 10_000_000, 9)
    whole = pdf([["A"]])
    start, end = whole.index(b"<< /Length"), whole.index(b"endstream")
    return whole[:start] + b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(packed) + packed + b"\n" + whole[end:]


def pdf_aes() -> bytes:
    """A PDF encrypted with AES-256, whose very password is checked with AES; its keys are of zeros."""
    lock = (
        b"/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O <" + b"00" * 48 + b"> /U <" + b"00" * 48 + b"> /OE <" + b"00" * 32
        + b"> /UE <" + b"00" * 32 + b"> /Perms <" + b"00" * 16 + b"> /CF << /StdCF << /CFM /AESV3 /AuthEvent /DocOpen /Length 32 >> >> "
        b"/StmF /StdCF /StrF /StdCF >>"
    )  # fmt: skip
    return pdf([["Un train est parti hier soir."]]).replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock)


def workbook(flipped: int | None = None, stored: bool = False) -> bytes:
    """A workbook of 4000 rows, whole, or with a byte flipped this far into its packed first sheet (in tenths of its length)."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(["id", "text"])
    for number in range(4000):
        sheet.append([f"r{number}", f"Un train est parti hier soir de la gare {number * 7919 % 4001} vers la mer."])
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        data = zipped({one: archive.read(one) for one in archive.namelist()}, stored)
    if flipped is None:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        member = archive.getinfo("xl/worksheets/sheet1.xml")
    at = member.header_offset + 30 + len(member.filename) + member.compress_size * flipped // 10
    return data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]


GZ = warc(record("https://quai.example/a", page()))
CASES: list[tuple[str, str, bytes, str]] = [
    ("an archive that is a bomb", "a.zip", zipped({"a.txt": ZEROS}), "bomb"),
    ("an archive that lies about its member", "a.zip", lying(), "broken in its archive"),
    ("archives in archives", "a.zip", nested(5), "inside 3 others"),
    ("an archive of too many", "a.zip", many(), "10001 members"),
    ("a truncated archive", "a.zip", zipped({"a.txt": WORDS * 99})[:-30], "cannot be read"),
    ("a broken member", "a.zip", zipped({"a.txt": WORDS}, stored=True).replace(b"train", b"trbin", 1), "broken in its archive"),
    ("a locked archive", "a.zip", locked(), "password"),
    ("a path that climbs", "a.zip", zipped({"../../etc/cron.d/a.txt": WORDS}), "out of the archive"),
    ("a path from the root", "a.zip", zipped({"/etc/a.txt": WORDS}), "out of the archive"),
    ("a path of Windows", "a.zip", zipped({"C:\\a.txt": WORDS}), "out of the archive"),
    ("a path that climbs backwards", "a.zip", zipped({"x\\..\\..\\a.txt": WORDS}), "out of the archive"),
    ("no archive", "a.zip", b"PK\x03\x04" + b"\x00" * 99, "cannot be read"),
    ("billion laughs in Word", "a.docx", docx(paragraph("&i;"), LAUGHS), "entities"),
    ("a file pulled into Word", "a.docx", docx(paragraph("&f;"), OUTSIDE), "entities"),
    ("Word nested without end", "a.docx", docx("<w:p>" * 50_000 + "</w:p>" * 50_000), "XML that cannot be read"),
    ("Word that is a bomb", "a.docx", docx(paragraph("a" * 30_000_000)), "bomb"),
    ("Word without words", "a.docx", zipped({"a.xml": b"<a/>"}), "without word/document.xml"),
    ("Word that is no XML", "a.docx", zipped({"word/document.xml": b"<w:document"}), "XML that cannot be read"),
    ("billion laughs in a workbook", "a.xlsx", sheet(f"<?xml version='1.0'?>{LAUGHS}<sst>&i;</sst>"), "entities"),
    ("a workbook of nothing", "a.xlsx", zipped({"a.txt": WORDS}), "cannot be read"),
    ("a workbook broken deep in its sheet", "a.xlsx", workbook(7), "cannot be read"),
    ("a workbook broken in its check sum", "a.xlsx", workbook(7, stored=True), "cannot be read"),
    ("a workbook that is a bomb", "a.xlsx", zipped({"xl/worksheets/sheet1.xml": ZEROS}), "bomb"),
    ("billion laughs in a feed", "a.rss", rss(item("https://a.example/", "&i;"), head=LAUGHS), "entities"),
    ("a file pulled into a feed", "a.xml", rss(item("https://a.example/", "&f;"), head=OUTSIDE), "entities"),
    ("laughs in UTF-16", "a.xml", f"<?xml version='1.0' encoding='UTF-16'?>{LAUGHS}<rss/>".encode("utf-16"), "entities"),
    ("a feed that is none", "a.xml", b"<?xml version='1.0'?><a/>", "no feed"),
    ("a feed that names a file", "a.xml", rss(item("file:///etc/passwd")), "neither an address nor words"),
    ("a sitemap nested without end", "a.xml", b"<urlset>" + b"<a>" * 90_000, "XML that cannot be read"),
    ("a PDF that is a bomb", "a.pdf", pdf_bomb(), "PDF"),
    ("a truncated PDF", "a.pdf", pdf([["Un train est parti hier soir."]])[:200], "PDF"),
    ("a PDF of pictures", "a.pdf", pdf([[], []]), "without words"),
    ("a PDF that leads back to itself", "a.pdf", pdf([["A"]]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), "PDF"),
    ("a PDF encrypted with AES", "a.pdf", pdf_aes(), "locked with a password"),
    ("a PDF of nothing", "a.pdf", b"%PDF-1.7\n" + b"\xff" * 500, "PDF"),
    ("a truncated web archive", "a.warc.gz", GZ[: len(GZ) // 2], "a.warc.gz"),
    ("a web archive of nothing", "a.warc", b"WARC/1.0\r\n\r\n", "a.warc"),
    ("a page that is a bomb in a web archive", "a.warc.gz", warc(record("https://a.example/", ZEROS)), "more than the limit"),
    ("a packed bomb in a web archive", "a.warc", record(
        "https://a.example/", gzip.compress(ZEROS), "Content-Type: text/html\r\nContent-Encoding: gzip"), "more than the limit"),
    ("no web archive", "a.warc.gz", gzip.compress(b"hello " * 99), "breaks off"),
    ("a page without end", "a.html", b"<p>a b</p>" * 550_000, "more than any article"),
    ("a page nested without end", "a.html", b"<div><b>" * 90_000, "no article"),
    ("a page of one endless tag", "a.html", b"<a href='" + b"x" * 4_000_000, "no article"),
    ("a page of endless attributes", "a.html", b"<p " + b"a='b' " * 300_000 + b">x</p>", "no article"),
    ("a page of scripts", "a.html", b"<script>" + b"var a=1;" * 300_000, "no article"),
    ("a message of too many parts", "a.eml", b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n\na\n" * 700, "more than 500 parts"),
    ("a message nested without end", "a.eml", b"Content-Type: message/rfc822\n\n" * 5000, "message"),
    ("a message that says nothing", "a.eml", mail(None, ""), "without words"),
    ("a message in no encoding", "a.eml", b"Content-Type: text/plain; charset=x-\xff\nContent-Transfer-Encoding: base64\n\n!!!!", "message"),
    ("a table of one endless cell", "a.csv", b"text\n\"" + b"a" * 3_000_000, "longer than --max-bytes"),
    ("a table without texts", "a.csv", b"a,b\n1,2\n", "no column of texts"),
    ("a table of endless columns", "a.csv", b"a," * 5000 + b"\n1\n", "more than 1000"),
    ("a table that changes its encoding", "a.csv", b"text\n" + WORDS * 4000 + b"\n\xff\xfe\n", "UTF-8"),
    ("a table of NUL", "a.csv", b"text\n\x00\x00\n", "NUL"),
    ("one endless line", "a.jsonl", b'{"text": "' + b"a" * 3_000_000, "more than 2000000 bytes"),
    ("JSON nested without end", "a.jsonl", b'{"text": ' + b"[" * 500_000, "nesting"),
    ("a text in half of an encoding", "a.txt", b"\xff\xfe" + WORDS + b"a", "utf-16"),
    ("a text of NUL", "a.txt", WORDS + b"\x00", "NUL"),
    ("a gzip under another name", "a.txt", gzip.compress(WORDS), "gzip"),
]  # fmt: skip


@pytest.mark.parametrize(("label", "name", "data", "reason"), CASES, ids=[one[0] for one in CASES])
def test_each_is_a_row(tmp_path: Path, label: str, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    begun = time.monotonic()
    found = list(read_inputs([str(tmp_path / name)], IntakeOptions(max_bytes=2_000_000 if name.endswith((".csv", ".jsonl")) else 20_000_000)))
    rows = [one for one in found if isinstance(one, Rejected)]
    assert any(reason in f"{row.source_id}: {row.reason}" for row in rows), (label, found)
    for row in rows:
        json.dumps([row.source_id, row.reason]).encode()
        assert len(row.reason) < 600
        assert "passwd" not in row.reason or "root:" not in row.reason
    assert time.monotonic() - begun < 20
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("flipped", range(1, 10))
def test_a_damaged_workbook_stops_nothing(tmp_path: Path, flipped: int) -> None:
    (tmp_path / "a.xlsx").write_bytes(workbook(flipped))
    (tmp_path / "b.txt").write_bytes(WORDS)
    *rows, last = read_inputs([str(tmp_path)], IntakeOptions())
    assert isinstance(last, Document)
    assert "a workbook that cannot be read" in next(one.reason for one in rows if isinstance(one, Rejected))


TRICKS: list[tuple[str, str]] = [
    ("direction marks", "Le train \u202e1202\u202c est parti\u2067 hier\u2069 de Paris."),
    ("zero-width marks", "Le tr\u200bain est\u200d parti\ufeff hier de Pa\u00adris."),
    ("letters that look like others", "Le trаin est pаrti hier de Pаris."),
    ("marks on marks", "Le train" + "\u0301" * 500 + " est parti hier de Paris."),
    ("beyond the first plane", "Le train 🚂 est parti 𝐡𝐢𝐞𝐫 de Paris."),
    ("one endless word", "a" * 200_000 + " est parti hier de Paris."),
]


@pytest.mark.parametrize(("label", "text"), TRICKS, ids=[one[0] for one in TRICKS])
@pytest.mark.parametrize("kind", ["txt", "html", "docx"])
def test_tricks_of_letters_stay_under_their_spans(tmp_path: Path, label: str, text: str, kind: str) -> None:
    data = {"txt": text.encode(), "html": page(words=f"{text} {WORDS.decode()}"), "docx": docx(paragraph(text))}[kind]
    (tmp_path / f"a.{kind}").write_bytes(data)
    (found,) = read_inputs([str(tmp_path / f"a.{kind}")], IntakeOptions())
    assert isinstance(found, Document), (label, found)
    assert all(one.span.of(found.text).strip() for one in found.paragraphs)
    if kind == "txt":
        assert found.text == text


MEMORY = """
import sys
from dragoman.intake import IntakeOptions, read_inputs
found = sum(1 for _ in read_inputs(sys.argv[1:], IntakeOptions()))
# not ru_maxrss, which begins with what the process had that started this one
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(found, int(peak.split()[1]) // 1024)
"""


def megabytes(*paths: Path) -> tuple[int, int]:
    """Documents and rows read, and the most memory it took."""
    done = subprocess.run([sys.executable, "-c", MEMORY, *map(str, paths)], capture_output=True, text=True, check=True)
    found, taken = done.stdout.split()
    return int(found), int(taken)


def test_harm_takes_little_memory(tmp_path: Path) -> None:
    paths = []
    for number, (_, name, data, _) in enumerate(CASES):
        (tmp_path / str(number)).mkdir()
        paths.append(tmp_path / str(number) / name)
        paths[-1].write_bytes(data)
    assert megabytes(*paths)[1] < 500


def test_a_web_archive_streams(tmp_path: Path) -> None:
    """Ten times as long a file takes no more memory."""
    picture = record("https://quai.example/p", b"\x00" * 400_000, "Content-Type: image/png")
    block = record("https://quai.example/a", page()) + picture
    (tmp_path / "short.warc").write_bytes(block * 10)
    (tmp_path / "long.warc").write_bytes(block * 150)
    (few, small), (most, large) = megabytes(tmp_path / "short.warc"), megabytes(tmp_path / "long.warc")
    assert (few, most) == (11, 151)
    assert (tmp_path / "long.warc").stat().st_size > 55_000_000
    assert large - small < 25
