"""A quotation that changes within its article: two forms of what looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import LCSseq

from dragoman.model.attribution import Attribution
from dragoman.model.document import DocumentWarning
from dragoman.model.reading import Reading
from dragoman.reading.stem import stems_in

_SHARED_STEMS = 3  # content words that two forms of one quotation share at least
_SHARED_SHARE = 0.5  # of the shorter form; below it two remarks on one subject would pass for one
_MUCH_LONGER = 3  # times the content words of the shorter form, beyond which a subject in common is likelier
_SHARED_BY_EXCERPT = 0.75  # of a form so much shorter
_RUN = 3  # words in a row, of which two at least have so many letters:
_LETTERS = 4
_SAME_ORDER = (
    0.5  # of the words of the shorter of two quotations that stand in one order in both: else a subject alone is shared
)
_FEWEST = 5  # words that two direct quotations have in one order at least
_NEARLY, _LONG_RUN = 0.6, 6  # a share, and how many words of it, that make one quotation of two whatever the words are
_LONGEST = 60  # words; a whole speech shares words with everything


def find_altered(reading: Reading) -> Iterator[DocumentWarning]:
    """Two forms of what looks like one quotation: many words in common, and not the same."""
    forms = [(one, stems_in(reading.sentences, one.content.span)) for one in reading.attributions if _is_words(one)]
    for left, (one, stems) in enumerate(forms):
        for other, more in forms[left + 1 :]:
            shared, shorter, longer = stems & more, *sorted((len(stems), len(more)))
            needed = _SHARED_SHARE if longer <= _MUCH_LONGER * shorter else _SHARED_BY_EXCERPT
            is_near = one.direct and other.direct and _in_one_order(one, other, _NEARLY) >= _LONG_RUN
            if not is_near and (len(shared) < _SHARED_STEMS or len(shared) < needed * shorter):
                continue
            if not (one.direct or other.direct) or one.content.span.overlaps(other.content.span):
                continue
            if not _may_be_one_mouth(one, other) or not (_shares_run(one, other) or (one.direct and other.direct)):
                continue
            if _in_one_order(one, other, _SAME_ORDER) < (_FEWEST if one.direct and other.direct else 1):
                continue
            if any(same_words(a, b) for a in _wordings(reading, one) for b in _wordings(reading, other)):
                continue
            detail = f"two forms of one quotation: {one.content.text!r} and {other.content.text!r}"
            yield DocumentWarning("quotation_varies", other.content, detail)


def _wordings(reading: Reading, attribution: Attribution) -> tuple[str, ...]:
    """What is said, and of what is partly in quotation marks the quoted words alone: "“a calm transition” needs banks"."""
    content = attribution.content
    inner = (one.inner for one in reading.quotations if content.span.covers(one.inner.span))
    return (content.text, *(one.text for one in inner if len(one.text.split()) > _SHARED_STEMS))


def _in_one_order(left: Attribution, right: Attribution, share: float) -> int:
    """How many words of the shorter stand in the longer, in its order; 0 if they are less than a share of it."""
    one, other = (re.findall(r"\w+", side.content.text.casefold()) for side in (left, right))
    common = LCSseq.similarity(one, other)
    if max(len(one), len(other)) > _MUCH_LONGER * min(len(one), len(other)) and not _shares_run(left, right):
        return 0  # a long text has most words of a short one somewhere
    return common if common >= share * min(len(one), len(other)) else 0


def _may_be_one_mouth(left: Attribution, right: Attribution) -> bool:
    """Whether nothing tells two speakers apart: two named people who use like words say two things, "she" may be either."""
    one, other = _names(left), _names(right)
    return not one or not other or bool(one & other)


def _names(attribution: Attribution) -> frozenset[str]:
    """The words with capitals of who says it, but for the article or the pronoun that opens a sentence."""
    words = re.findall(r"\w+", attribution.source.text if attribution.source else "")
    return frozenset(word.casefold() for word in words if word[:1].isupper() and len(word) >= _LETTERS)


def _shares_run(left: Attribution, right: Attribution) -> bool:
    """Whether a quotation and a report in other words still have words in a row in common: else the report only sums it up."""
    one, other = (re.findall(r"\w+", side.content.text) for side in (left, right))
    known = {_run(one, at) for at in range(len(one) - _RUN + 1)}
    shared = (run for at in range(len(other) - _RUN + 1) if (run := _run(other, at)) in known)
    # "not seen since" and a long name are anybody's
    return any(sum(len(word) >= _LETTERS and word.islower() for word in run) > 1 for run in shared)


def _run(words: list[str], at: int) -> tuple[str, ...]:
    """Words in a row; names keep their capitals, the first word of a text does not."""
    return tuple(word.lower() if number == 0 else word for number, word in enumerate(words[at : at + _RUN], at))


def _is_words(attribution: Attribution) -> bool:
    is_speech = attribution.speech in ("say", "acknowledge", "judge")
    return is_speech and len(attribution.content.text.split()) <= _LONGEST


def same_words(left: str, right: str) -> bool:
    """Whether one of two texts holds the other, marks and capitals aside.

    >>> same_words("A kept promise.", "it is a kept promise")
    True
    """
    one, other = (" ".join(re.findall(r"\w+", text.casefold())) for text in (left, right))
    return one in other or other in one
