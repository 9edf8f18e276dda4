"""Files of every kind, made here: the smallest that are whole."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib

SENTENCES = (
    "La direction des douanes a annoncé mardi la réouverture de neuf quais, fermés depuis l’hiver dernier.",
    "La liste complète n’a pas encore été publiée par les services du port.",
)


def page(title: str = "Le port rouvre", head: str = "", words: str = " ".join(SENTENCES)) -> bytes:
    return f"<!doctype html><html lang='fr'><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1><p>{words}</p></article></body></html>".encode()


def zipped(members: dict[str, bytes], stored: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 1, 1, 0, 0, 0)), data, archive.compression)
    return out.getvalue()


def pdf(pages: list[list[str]], title: str | None = None) -> bytes:
    """A PDF that prints lines in Latin-1, 14 points apart."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        drawn = b"BT /F1 11 Tf 50 780 Td 14 TL " + b" ".join(
            b"(" + line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*" for line in lines
        ) + b" ET"
        packed = zlib.compress(drawn)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents %d 0 R >>" % len(objects))
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % one for one in kids))
    trailer = b""
    if title:
        objects.append(b"<< /Title (%s) /Author (Anne Martin) /CreationDate (D:20250102) >>" % title.encode("cp1252"))
        trailer = b" /Info %d 0 R" % len(objects)
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, trailer, len(out))


_WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, declared: str = "") -> bytes:
    core = '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Le port</dc:title><dc:creator>Anne Martin</dc:creator></cp:coreProperties>'
    document = f'<?xml version="1.0" encoding="UTF-8"?>{declared}<w:document {_WORD}><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document.encode(), "docProps/core.xml": core.encode()})


def paragraph(words: str, style: str = "") -> str:
    marked = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{marked}<w:r><w:t>{words}</w:t></w:r></w:p>"


def record(uri: str, body: bytes, headers: str = "Content-Type: text/html; charset=utf-8", status: str = "200 OK", kind: str = "response") -> bytes:
    block = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2025-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype={kind}\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def warc(*records: bytes, packed: bool = True) -> bytes:
    return b"".join(gzip.compress(one) if packed else one for one in records)


def rss(*items: str, title: str = "Le Quai", head: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0"><channel><title>{title}</title><language>fr</language>{"".join(items)}</channel></rss>'.encode()


def item(link: str, title: str = "Le port rouvre", words: str = "", date: str = "Fri, 26 Dec 2025 10:00:00 +0100") -> str:
    return f"<item><title>{title}</title><link>{link}</link><pubDate>{date}</pubDate><description>{words}</description></item>"


def mail(html: str | None, plain: str | None) -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "Le Quai <lettre@quai.example>", "Le port rouvre", "Fri, 26 Dec 2025 10:00:00 +0100"
    message.set_content(plain or "")
    if html:
        message.add_alternative(html, subtype="html")
    return message.as_bytes()
