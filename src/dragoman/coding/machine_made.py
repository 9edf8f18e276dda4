"""What gives away that a text was put together by a program: leftovers, names of nobody, sections that only restate their title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from dragoman.coding.itself import find_asides
from dragoman.coding.self_check import Role, find_words, words_of
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.reading import Reading
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence
from dragoman.reading.stem import CONTENT, stems_in
from dragoman.world.speech import fold

_MARKUP = re.compile(
    r"\*\*[^*\n]{2,80}\*\*|^#{1,4} \S|\{\{[^}\n]{1,60}\}\}|</?(?:p|div|h[1-6]|strong|br)\b[^>\n]{0,80}>", re.M
)
_BRACKET = re.compile(r"\[[^\]\n]{1,80}\]")
_NOTE = 160  # characters of a line that does nothing but say how the text was made
_KINDS = CONTENT - {"ADV"}  # an adverb restates nothing
_FEWEST_STEMS = 3  # content words of a heading that can be restated: a shorter one names a subject
_ADDED = 1  # content words that a sentence may add and still say nothing new
_LONG = 80  # characters from which a paragraph printed twice is no refrain


def find_tells(reading: Reading) -> Iterator[DocumentWarning]:
    """Signs of a generator or of an editor's haste, each with its words."""
    yield from _asides(reading)
    yield from _leftovers(reading.document)
    yield from _notes(reading)
    yield from _stock_phrases(reading)
    yield from _nobody(reading)
    yield from _restated(reading)
    yield from _printed_twice(reading.document)


def _asides(reading: Reading) -> Iterator[DocumentWarning]:
    document = reading.document
    for aside in find_asides(reading.sentences, document.text, document.language):
        if aside.code == "generator_note":
            yield DocumentWarning("generator_note", aside.words, "a note by whoever generated the text")
        elif aside.code == "filler":
            yield DocumentWarning("filler", aside.words, "a stock phrase that reports nothing")


def _leftovers(document: Document) -> Iterator[DocumentWarning]:
    folded = fold(document.text)
    if len(folded) == len(document.text):  # lower case may change a length ("İ"): places would shift
        for word in sorted(words_of(document.language, "leftover")):
            edge = r"(?<!\w)" if word[:1].isalnum() else ""  # "it was an air strike" holds "as an ai"
            found_at = re.search(
                f"{edge}{re.escape(word)}" + (r"(?!\w)" if word[-1:].isalnum() and edge else ""), folded
            )
            if found_at is not None:
                at = found_at.start()
                closed = _BRACKET.match(document.text, at) if word.startswith("[") else None
                words = quote(Span(at, closed.end() if closed else at + len(word)), document.text)
                yield DocumentWarning("generator_note", words, "words that a program leaves in a text")
    found = _MARKUP.search(document.text)
    if found:
        words = quote(Span(*found.span()), document.text)
        yield DocumentWarning("generator_note", words, "marks of a page's source, printed as text")


def _notes(reading: Reading) -> Iterator[DocumentWarning]:
    """Lines that say how the text was made: "Written with the help of ChatGPT", "(Article of 800 words, short paragraphs.)"."""
    document, language = reading.document, reading.document.language
    spans = [*(one.span for one in document.paragraphs), *(one.span for one in reading.sentences)]
    lines = dict.fromkeys(one for one in spans if one.end - one.start <= _NOTE)
    for span in lines:
        line = span.of(document.text)
        made = next(find_words(line, language, "made"), None)
        is_made = made is not None and any(True for _ in find_words(line[made.end :], language, "engine"))
        is_counted = re.search(r"\d", line) is not None and any(True for _ in find_words(line, language, "word_count"))
        is_aside = is_counted and re.fullmatch(r"[(\[*].*[)\]*]\W*", line) is not None
        if (is_made and made is not None and re.fullmatch(r"\W*", line[: made.start])) or is_aside:
            yield DocumentWarning("generator_note", quote(span, document.text), "a note on how the text was made")


def _stock_phrases(reading: Reading) -> Iterator[DocumentWarning]:
    """Phrases that promise more or only close, beside which a sentence may still report something."""
    document = reading.document
    roles: tuple[Role, ...] = ("stock", "stock_opening")
    for role in roles:
        for span in find_words(document.text, document.language, role):
            opens = role == "stock" or any(one.span.start == span.start for one in document.paragraphs)
            if opens and not any(one.inner.span.covers(span) for one in reading.quotations):
                yield DocumentWarning("filler", quote(span, document.text), "a stock phrase that reports nothing")


def _nobody(reading: Reading) -> Iterator[DocumentWarning]:
    """A source with the name that samples give to anybody."""
    document = reading.document
    folded = fold(document.text)
    if len(folded) != len(document.text):
        return
    for name in sorted(words_of(document.language, "placeholder")):
        found = re.search(rf"\b{re.escape(name)}\b", folded)
        if found:
            words = quote(Span(*found.span()), document.text)
            detail = f"{words.text!r} is the name that samples give to anybody: nothing shows who this is"
            yield DocumentWarning("vague_source", words, detail)


def _restated(reading: Reading) -> Iterator[DocumentWarning]:
    """A section whose first sentence says its heading over again and no more."""
    document = reading.document
    by_paragraph: dict[int, list[Sentence]] = {}
    for sentence in reading.sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
    for number, paragraph in enumerate(document.paragraphs[:-1]):
        if paragraph.kind != "heading" or number not in by_paragraph or number + 1 not in by_paragraph:
            continue
        first = by_paragraph[number + 1][0]
        heading = frozenset[str]().union(*(_stems(one) for one in by_paragraph[number]))
        said = _stems(first)
        if len(heading) >= _FEWEST_STEMS and heading <= said and len(said) <= len(heading) + _ADDED:
            title = paragraph.span.of(document.text)
            detail = f"says its heading {title!r} over again"
            yield DocumentWarning("filler", quote(first.span, document.text), detail)


def _stems(sentence: Sentence) -> frozenset[str]:
    return stems_in((sentence,), sentence.span, _KINDS)


def _printed_twice(document: Document) -> Iterator[DocumentWarning]:
    texts = [one.span.of(document.text).strip() for one in document.paragraphs]
    count = Counter(text for text in texts if len(text) >= _LONG)
    seen: set[str] = set()
    for one, text in zip(document.paragraphs, texts, strict=True):
        if count[text] > 1 and text in seen:
            yield DocumentWarning("filler", quote(one.span, document.text), "a paragraph printed a second time")
        seen.add(text)
