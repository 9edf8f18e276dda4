"""What a text says of itself and gets wrong: its words, the minutes it takes, the points it promises, that it alone has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from dragoman.coding.itself import find_asides
from dragoman.coding.self_check import find_words, words_of
from dragoman.model.attribution import Attribution
from dragoman.model.document import Document, DocumentWarning, Paragraph
from dragoman.model.reading import Reading
from dragoman.model.span import Span, quote
from dragoman.world.quantity import quantity_words

_WORD_COUNT_SLACK = 0.1  # a count within a tenth of the real one is no false claim: words are counted in many ways
# Words read in a minute, 100 to 500: adults read news silently at 175 to 300 (Brysbaert 2019), and sites round up.
_SLOW, _FAST = 100, 500
_TITLE = 120  # characters of a title at most
_NUMBERED = re.compile(r"\s*(\d{1,2})[.)°]\s")
_FEWEST_WORDS = 50  # a smaller count is of a quotation or a motto, not of an article
_FEWEST_POINTS = 2  # of a kind: one numbered paragraph is no list


def find_self_claims(reading: Reading) -> Iterator[DocumentWarning]:
    """False claims of a text about itself."""
    yield from _word_count(reading)
    yield from _reading_time(reading)
    yield from _promised_points(reading)
    yield from _promised_list(reading)
    yield from _exclusive(reading)


def _word_count(reading: Reading) -> Iterator[DocumentWarning]:
    """A text that counts its own words and is wrong. Words: runs of visible characters."""
    text, language = reading.document.text, reading.document.language
    about = {aside.sentence for aside in find_asides(reading.sentences, text, language)}
    actual = len(text.split())
    told: list[Span] = []
    for mention in reading.quantities:
        unit, quantity = mention.quantity.unit, mention.quantity
        if unit not in words_of(language, "word"):
            continue
        sentence = next((i for i, s in enumerate(reading.sentences) if s.span.covers(mention.quote.span)), None)
        claimed = quantity.best or quantity.low or quantity.high or 0
        low, high = quantity.low or quantity.best or 0, quantity.high or quantity.best or float("inf")
        wrong = actual < low * (1 - _WORD_COUNT_SLACK) or actual > high * (1 + _WORD_COUNT_SLACK)
        if sentence in about and wrong:
            detail = f"claims {claimed:g} words; the text has {actual}"
            told.append(mention.quote.span)
            yield DocumentWarning("word_count_claim", mention.quote, detail)
    for found in _counted(language).finditer(text) if words_of(language, "piece") else ():
        claimed = int(re.sub(r"\D", "", next(one for one in found.groups() if one)))
        is_wrong = abs(claimed - actual) > actual * _WORD_COUNT_SLACK and claimed >= _FEWEST_WORDS
        if is_wrong and not any(span.overlaps(Span(*found.span())) for span in told):
            detail = f"claims {claimed} words; the text has {actual}"
            yield DocumentWarning("word_count_claim", quote(Span(*found.span()), text), detail)


@cache
def _counted(language: str) -> re.Pattern[str]:
    """What finds "this 1,500-word report" and "cet article de 800 mots": a count of the text's own words."""
    pieces, this, word, of, about = (
        "|".join(one.replace("’", "['’]") for one in sorted(words_of(language, role)))
        for role in ("piece", "this", "word", "of", "roughly")
    )
    number = r"(\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+|\d{2,5})"
    before = rf"(?:{this})[- ](?:\w+[- ]){{0,2}}?{number}[- ](?:{word})s?[- ](?:\w+[- ]){{0,2}}?(?:{pieces})\b"
    behind = rf"(?:(?:{this})[- ](?:\w+[- ]){{0,2}}?(?:{pieces})\b[^.\n]{{0,30}}?|(?:^|\()\s*(?:{pieces}) (?:(?:{of}) ?)?(?:{about})? ?)\b{number}[- \u00a0](?:{word})s?\b"
    alone = rf"\((?:(?:{about}) ?)?{number}[- \u00a0](?:{word})s?\)"
    return re.compile(rf"(?im)(?:\b{before}|{behind}|{alone})")


def _reading_time(reading: Reading) -> Iterator[DocumentWarning]:
    text, language = reading.document.text, reading.document.language
    actual = len(text.split())
    for found in _minutes(language).finditer(text) if words_of(language, "reading") else ():
        minutes = int(found.group(1) or found.group(2))
        if minutes > 1 + actual / _SLOW or minutes < actual / _FAST - 1:
            detail = f"claims {minutes} minutes of reading; the text has {actual} words"
            yield DocumentWarning("self_claim", quote(Span(*found.span()), text), detail)


@cache
def _minutes(language: str) -> re.Pattern[str]:
    """What finds "reading time: about 4 min" and "4-minute read", from the table's words for reading and for a guess."""
    reading, about = (
        "|".join(
            re.escape(one).replace("’", "['’]")
            for one in sorted(words_of(language, role), key=lambda word: (-len(word), word))
        )
        for role in ("reading", "roughly")
    )
    return re.compile(
        rf"(?i)(?:{reading})\s?:?\s{{0,3}}(?:{about})?\s?(\d{{1,3}})\s?min(?:ute)?s?\b|(\d{{1,3}})[ -]min(?:ute)?s? (?:{reading})\b"
    )


def _promised_points(reading: Reading) -> Iterator[DocumentWarning]:
    """ "Five reasons why …" over a list of three. Without a list or numbered paragraphs nothing can be counted."""
    document = reading.document
    title = document.title or _first_line(document)
    promised = _promise(title, document.language)
    if promised is None:
        return
    numbered = _highest_number(document)
    lists = len(_listed(document))
    counts = [count for count in ((numbered,) if numbered >= _FEWEST_POINTS else (lists,)) if count >= _FEWEST_POINTS]
    if counts and promised not in counts:
        listed = " or ".join(str(count) for count in counts)
        yield DocumentWarning("self_claim", None, f"the title {title!r} promises {promised}; the text lists {listed}")


def _highest_number(document: Document) -> int:
    """The last of the numbers that paragraphs open with, counted up from 1: of "1. …", "2. …", "3. …" three."""
    last = 0
    for one in document.paragraphs:
        found = _NUMBERED.match(document.text, max(0, document.text.rfind("\n", 0, one.span.start) + 1))
        last += found is not None and int(found.group(1)) == last + 1
    return last


def _listed(document: Document) -> list[Paragraph]:
    """Lines of lists, but for those of other articles: "See also: …"."""
    found, is_other = [], False
    for one in document.paragraphs:
        if one.kind == "list" and not is_other:
            found.append(one)
        elif one.kind != "list":
            is_other = any(True for _ in find_words(one.span.of(document.text), document.language, "see_also"))
    return found


def _promised_list(reading: Reading) -> Iterator[DocumentWarning]:
    """ "See also: our three reports from Lima" over two lines of a list."""
    document = reading.document
    for number, paragraph in enumerate(document.paragraphs[:-1]):
        line = paragraph.span.of(document.text).strip()
        opens = line.endswith(":") or any(True for _ in find_words(line, document.language, "see_also"))
        if paragraph.kind == "list" or len(line) > _TITLE or not opens:
            continue
        promised = _promise(line, document.language)
        below = list(takewhile(lambda one: one.kind == "list", document.paragraphs[number + 1 :]))
        if promised is not None and len(below) >= _FEWEST_POINTS and len(below) != promised:
            detail = f"promises {promised}; the list below has {len(below)}"
            yield DocumentWarning("self_claim", quote(paragraph.span, document.text), detail)


def _first_line(document: Document) -> str:
    """The first line of a text that came without a title, where it looks like one: short, and without a stop."""
    first = document.paragraphs[0].span.of(document.text).strip() if document.paragraphs else ""
    return first if len(first) <= _TITLE and not first.endswith((".", ":", ";")) else ""


def _promise(title: str, language: str) -> int | None:
    points = words_of(language, "point")
    words = re.findall(r"\w+", title.lower())
    for at, word in enumerate(words):
        spelt = quantity_words(language).numbers.get(word, {}).get("count")
        value = int(word) if word.isdecimal() and len(word) <= 2 else int(spelt) if spelt is not None else None
        if value is not None and value >= _FEWEST_POINTS and any(near in points for near in words[at + 1 : at + 3]):
            return value
    return None


def _is_newsroom(one: Attribution, document: Document) -> bool:
    """Whether a source is a paper or an agency with a name that is not the publisher's: "Reuters", "the agency Belga"."""
    publisher, source = (document.publisher or "").casefold(), one.source.text if one.source else ""
    if one.speaker is not None and one.speaker.sector == "JRN":
        return one.speaker.name.casefold() != publisher
    is_press = any(
        re.search(r"[^\W\d_a-zà-öø-ÿ]", source[found.end :])
        for found in find_words(source, document.language, "newsroom")
    )
    return is_press and not (publisher and publisher in source.casefold())


def _exclusive(reading: Reading) -> Iterator[DocumentWarning]:
    """ "Exclusive", over a text that owes what it says to other media, by its own words."""
    document = reading.document
    words = words_of(document.language, "exclusive")
    heads = [(document.title or "", None), *((one.span.of(document.text), one.span) for one in document.paragraphs[:2])]
    others = [
        one.source
        for one in reading.attributions
        if one.source is not None and _is_newsroom(one, document)
    ]  # fmt: skip
    for head, span in heads:
        if others and any(re.match(rf"\W*{re.escape(word)}\b\s*[:!–—|-]", head, re.IGNORECASE) for word in words):
            detail = f"calls itself exclusive, and rests on {others[0].text!r}"
            yield DocumentWarning("self_claim", quote(span, document.text) if span else None, detail)
            return
