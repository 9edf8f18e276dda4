"""Bytes to text: UTF-8 first, a byte order mark, then the likeliest of the encodings that news is kept in."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from dragoman.intake.language import language_of
from dragoman.intake.options import UnreadableDocument

# First bytes of formats that are no text, with what to try. Source: the formats' own specifications.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture; read the text off it with an OCR program and save that as .txt"),
    (b"\xff\xd8\xff", "a JPEG picture; read the text off it with an OCR program and save that as .txt"),
    (b"GIF8", "a GIF picture; save the text that goes with it as .txt"),
    (b"%PDF-", "a PDF under another name; call it .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office document under another name; call it .zip, .docx or .xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document; save it as .docx, .xlsx or .txt"),
    (b"{\\rtf", "rich text; save it as .txt"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"BZh", "compressed with bzip2; unpack it first"),
    (b"\xfd7zXZ\x00", "compressed with xz; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"SQLite format 3\x00", "a database; export its texts as a .jsonl corpus"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What news is kept in when it is not UTF-8; a wider net finds Turkish DOS in short French.
_CANDIDATES = [
    "cp1252", "iso8859_15", "cp1250", "iso8859_2", "cp1251", "koi8_r", "koi8_u", "iso8859_5", "cp949", "gb18030", "big5",
    "shift_jis", "euc_jp", "cp1253", "cp1254", "cp1255", "cp1256",
]  # fmt: skip
_LATIN = frozenset({"cp1252", "latin_1", "iso8859_15", "cp1250", "iso8859_2", "cp1254"})
_LATIN_LANGUAGES: tuple[tuple[str, frozenset[str]], ...] = (
    ("cp1252", frozenset({"en", "fr", "de", "es", "it", "pt", "nl", "da", "sv", "no", "fi"})),
    ("cp1250", frozenset({"pl", "cs", "sk", "hu", "ro", "sr"})),
    ("cp1254", frozenset({"tr"})),
)
_SIGN_IN_WORD = re.compile(r"[^\W\d_][\u00a1-\u00a9\u00ab-\u00b6\u00b8\u00b9\u00bb-\u00bf][^\W\d_]")
_CONTEXT = 2000  # characters on either side; a language is told from a few hundred
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROL_SHARE = 0.01  # of all characters; a text has none, a picture read as Latin-1 has one in ten
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9_-]{2,40})""", re.IGNORECASE)
_HEAD = 4096  # bytes of a page in which it declares its encoding (HTML standard: 1024)


def decode(data: bytes, is_page: bool = False, charset: str | None = None) -> str:
    """The text of some bytes, without a byte order mark.

    is_page: whether a charset declared in HTML counts; charset: what came with the bytes says of them. Raises UnreadableDocument for what is empty or no text, naming
    what it looks like.
    """
    if not data.strip():
        raise UnreadableDocument("empty: no text in it")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableDocument(f"not a text but {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], encoding))
    if b"\x00" in data:
        raise UnreadableDocument("not a text: it holds NUL bytes; if it is UTF-16 without a mark, save it as UTF-8")
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_guessed(data, _known(charset) or (_declared(data) if is_page else None)))


def encoding_of(sample: bytes, is_whole: bool = False) -> str:
    """The encoding of a text that may be too long to be held, told from its beginning, without the line that breaks off there.

    is_whole: whether nothing follows. Raises UnreadableDocument for no text.
    """
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")
    whole = sample if is_whole else sample.rpartition(b"\n")[0] or sample
    decode(whole)
    try:
        whole.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError:
        best = from_bytes(whole, cp_isolation=_CANDIDATES).best()
        found = best.encoding if best is not None else "utf-8"
        return (_latin_of(whole) or found) if found in _LATIN else found


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _HEAD)
    return _known(match[1].decode("ascii")) if match else None


def _known(name: str | None) -> str | None:
    """An encoding of text by Python's name, None for one that is not known; "base64" and its like turn bytes into no text."""
    try:
        found = codecs.lookup(name) if name else None
    except (LookupError, ValueError):
        return None
    return found.name if found is not None and found._is_text_encoding else None


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            f"its mark says {encoding}, but byte {error.start} is not; save it as UTF-8"
        ) from error


def _guessed(data: bytes, declared: str | None) -> str:
    if declared is not None and declared != "utf-8":
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None:
        raise UnreadableDocument("neither UTF-8 nor another encoding that is known here; save it as UTF-8")
    encoding = _latin_of(data) if best.encoding in _LATIN else best.encoding
    return _strictly(data, encoding or best.encoding)


def _latin_of(data: bytes) -> str | None:
    """Which of the Western, Central European and Turkish encodings gives words of one of its own languages.

    They share most bytes, so that counting letters alone reads "blessés à Kiev" as "blessés ŕ Kiev". Western if none does.
    """
    readable: list[str] = []
    for encoding, languages in _LATIN_LANGUAGES:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _SIGN_IN_WORD.search(text):  # "przekaza³a"
            continue
        readable.append(encoding)
        if language_of(_letters_around(text)) in languages:
            return encoding
    return readable[0] if readable else None


def _letters_around(text: str) -> str:
    """The stretch of a text in which its first letters beyond ASCII stand: what tells the encodings apart."""
    first = next((index for index, one in enumerate(text) if not one.isascii()), 0)
    return text[max(0, first - _CONTEXT) : first + _CONTEXT]


def _checked(text: str) -> str:
    """The text, if it reads as one. Raises UnreadableDocument for control characters, as of a picture read as Latin-1."""
    if not text.strip():
        raise UnreadableDocument("empty: only white space in it")
    if "\x00" in text or len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableDocument("not a text: it is full of control characters; save it as UTF-8 text")
    return text
