"""The front matter of Markdown files. Their text, which spans index, is what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.intake.imprint import Imprint
from dragoman.intake.language import language_code
from dragoman.intake.published import published_edtf

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_ENTRY = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)")
_KEYS = {
    "title": "title", "publisher": "publisher", "published": "published", "date": "published", "language": "language",
    "lang": "language", "url": "url", "source": "url", "author": "author", "authors": "author",
}  # fmt: skip
_MAX_CHARS = 20_000  # a front matter longer than this is a text between two rules


@dataclass(slots=True)
class _Entries:
    values: dict[str, list[str]] = field(default_factory=dict)

    def first(self, key: str) -> str | None:
        return next(iter(self.values.get(key, ())), None)


def split_front_matter(content: str) -> tuple[str, Imprint]:
    """The text of a Markdown file and what its front matter says.

    Front matter is a block of "key: value" lines between "---" and "---" at the very start; a list of authors may be
    "[A, B]" or lines "- A". Keys: title, publisher, published or date, language or lang, url or source, author or authors;
    others are left aside. The text is what follows it, every character as it stands; without one, all of the content.

    >>> split_front_matter("---\\ntitle: A\\nlang: fr\\n---\\nB.")[0]
    'B.'
    """
    opening = _FENCE.match(content)
    closing = _CLOSE.search(content, opening.end(), opening.end() + _MAX_CHARS) if opening else None
    entries = _entries(content[opening.end() : closing.start()]) if opening and closing else None
    if entries is None or closing is None:
        return content, Imprint(authors=())
    return content[closing.end() :], Imprint(
        title=entries.first("title"),
        publisher=entries.first("publisher"),
        url=entries.first("url"),
        authors=tuple(entries.values.get("author", ())),
        published=published_edtf(entries.first("published")),
        language=language_code(entries.first("language")),
    )


def _entries(block: str) -> _Entries | None:
    """The entries of a front matter; None if a line is neither entry, item, comment nor empty: then it is a text."""
    found = _Entries()
    key: str | None = None
    known = False
    for line in block.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if entry := _ENTRY.fullmatch(line.rstrip()):
            key = _KEYS.get(entry[1].lower())
            known = True
            if key and (values := _values(entry[2], key == "author")):
                found.values.setdefault(key, []).extend(values)
        elif item := _ITEM.fullmatch(line.rstrip()):
            if key and (values := _values(item[1], False)):
                found.values.setdefault(key, []).extend(values)
        elif not line[0].isspace():
            return None
    return found if known else None


def _values(printed: str, several: bool) -> list[str]:
    printed = printed.strip()
    if printed.startswith("[") and printed.endswith("]"):
        pieces = printed[1:-1].split(",")
    else:
        pieces = [printed]
    unquoted = [_unquoted(piece.strip()) for piece in pieces]
    return [one for one in unquoted if one and one not in ("null", "~")][: None if several else 1]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value
