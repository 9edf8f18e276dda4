"""What is wrong with an article beside others: text that they share, claims stronger than the text they rest on, altered quotations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.model.claim import Claim
from dragoman.model.document import Document, DocumentWarning
from dragoman.model.entry import Entry
from dragoman.model.fact import Descent
from dragoman.model.quantity import Quantity
from dragoman.model.span import Quote, Span, quote
from dragoman.weighing.origin import COPYING, Bench, head_of, origin_of
from dragoman.weighing.print_mark import SHINGLE, words_of
from dragoman.weighing.profile import countries, quantity_of, stance_of, unit_of

_WORD = re.compile(r"\w+")
_STEM, _LETTERS = 5, 4  # letters compared of a word, and letters from which a word carries content
_SHARED_STEMS, _SHARED_SHARE = 3, 0.5  # as in coding/altered_quotation.py
# How sure a text is of a thing, by its status; what is not listed is said to be so.
_SURENESS = {"possible": 0, "conditional": 0, "predicted": 1, "planned": 1}
_SURE = 2
_POSITIVE = frozenset(("asserted", "reported", "acknowledged", "planned", "predicted"))


def find_beside(
    entry: Entry, others: tuple[Entry, ...], descents: tuple[Descent, ...], bench: Bench
) -> tuple[DocumentWarning, ...]:
    """Warnings about an article that other documents give rise to, in text order."""
    line = next((one for one in descents if one.kind in COPYING and entry.document.id in one.document_ids), None)
    by_id = {one.document.id: one for one in others}
    found: list[DocumentWarning] = []
    if line is not None:
        kin = [by_id[key] for key in line.document_ids if key in by_id]
        found.extend(_shared(entry.document, line, [one.document for one in kin]))
        head = head_of(entry.document.id, bench)
        if head in by_id:
            found.extend(_overclaims(entry, by_id[head]))
    found.extend(_altered(entry, others, bench, frozenset(line.document_ids if line else ())))
    return tuple(sorted(set(found), key=lambda one: (one.quote.span.start if one.quote else -1, one.code, one.detail)))


def _shared(document: Document, line: Descent, kin: list[Document]) -> Iterator[DocumentWarning]:
    """The longest passage that a document shares with its kin, and which of them is the likely origin."""
    head = line.document_ids[0]
    origin = "this text is the likely origin" if head == document.id else "the likely origin is {}"
    for other in kin:
        if document.id != head and other.id != head:
            continue
        span = _longest_run(document.text, other.text)
        if span is not None:
            name = other.publisher or other.title or other.source_id
            told = origin.format(name)
            detail = f"also printed by {name} ({other.published or 'no date'}); {told}; they {line.reason}"
            yield DocumentWarning("shared_text", quote(span, document.text), detail)


def _longest_run(text: str, other: str) -> Span | None:
    words = list(_WORD.finditer(text))
    known = {tuple(run) for run in _runs(words_of(other))}
    shared = [tuple(run) in known for run in _runs([one.group().casefold() for one in words])]
    best: tuple[int, int] = (0, 0)
    start = 0
    for at, is_shared in enumerate((*shared, False)):
        if not is_shared:
            best = max(best, (at - start, -start))
            start = at + 1
    if best[0] == 0:
        return None
    return Span(words[-best[1]].start(), words[-best[1] + best[0] + SHINGLE - 2].end())


def _runs(words: list[str]) -> Iterator[list[str]]:
    return (words[at : at + SHINGLE] for at in range(len(words) - SHINGLE + 1))


def _overclaims(entry: Entry, source: Entry) -> Iterator[DocumentWarning]:
    """Claims of a copy that are stronger than those of the text it comes from."""
    for claim in entry.claims:
        rivals = [one for one in source.claims if _is_about_same(claim, one)]
        if not rivals or any(_excess(claim, one) is None for one in rivals):
            continue
        first = rivals[0]
        name = source.document.publisher or source.document.title or source.document.source_id
        detail = f"{_excess(claim, first)}; {name} has {first.evidence.text!r}"
        yield DocumentWarning("overclaim", claim.evidence, detail)


def _is_about_same(left: Claim, right: Claim) -> bool:
    if left.matter not in ("event", "flow", "loss") or left.matter != right.matter:
        return False
    if stance_of(left) != stance_of(right):
        return False
    sides = [
        tuple(tuple(name.casefold() for name in countries(one, side)) for side in ("actors", "recipients"))
        for one in (left, right)
    ]
    if left.concept == right.concept and sides[0] == sides[1]:
        return True
    return (
        left.matter == "loss"
        and _are_one_count(left, right)
        and all(not one or not two or one == two for one, two in zip(*sides, strict=True))
    )


def _are_one_count(left: Claim, right: Claim) -> bool:
    """Whether two losses have one number, whatever they make of it: "14 dead" of "14 dead and wounded"."""
    mine, theirs = quantity_of(left), quantity_of(right)
    if mine is None or theirs is None or mine.best is None or unit_of(mine) != unit_of(theirs):
        return False
    return mine.best > 1 and (mine.low, mine.best, mine.high) == (theirs.low, theirs.best, theirs.high)


def _excess(claim: Claim, source: Claim) -> str | None:
    """In what a claim says more than its source, None where it does not."""
    sure, surer = (_SURENESS.get(one.factuality.status, _SURE) for one in (source, claim))
    if surer > sure and claim.factuality.status in _POSITIVE:
        if surer < _SURE:
            return f"said to be {claim.factuality.status}, where the source has it as {source.factuality.status}"
        return f"said to be so, where the source has it as {source.factuality.status}"
    mine, theirs = quantity_of(claim), quantity_of(source)
    if mine is not None and theirs is not None and unit_of(mine) == unit_of(theirs):
        if _is_exact(mine) and not _is_exact(theirs) and mine.best in (theirs.low, theirs.high, theirs.best):
            return "an exact number, where the source gives a bound"
        roles = (claim.counted[0].role, source.counted[0].role)
        if roles == ("killed", "killed_or_wounded") and mine.best == theirs.best:
            return "counted as killed, where the source counts killed and wounded"
    speakers = [any(link.kind != "publisher" for link in one.attribution) for one in (claim, source)]
    if speakers == [False, True] and claim.factuality.status == "asserted":
        return "said as a fact, where the source names who says it"
    return None


def _is_exact(quantity: Quantity) -> bool:
    return quantity.best is not None and quantity.low == quantity.best == quantity.high


def _altered(entry: Entry, others: tuple[Entry, ...], bench: Bench, kin: frozenset[str]) -> Iterator[DocumentWarning]:
    """A direct quotation that another document gives in other words, by the same mouth.

    kin: documents of one line with this one, in which "the minister" is who the other names.
    """
    spoken = _spoken(entry, bench)
    for other in others:
        if other.document.language != entry.document.language or not spoken:
            continue
        is_kin = other.document.id in kin
        for theirs, key, is_called in _spoken(other, bench):
            for mine, own, is_named in spoken:
                is_one = own == key != "" or (is_kin and not (is_called and is_named))
                if is_one and _is_variant(mine.text, theirs.text):
                    name = other.document.publisher or other.document.title or other.document.source_id
                    yield DocumentWarning("quotation_varies", mine, f"{name} has it as {theirs.text!r}")


def _spoken(entry: Entry, bench: Bench) -> list[tuple[Quote, str, bool]]:
    """Direct quotations of an article with the key of the mouth they come from, "" for nobody's, and whether it has a name there."""
    quoted = (one for one in entry.claims if any(link.direct for link in one.attribution))
    found = [(one.content, origin_of(one, bench), _is_called(one)) for one in quoted if one.content is not None]
    return [(words, origin.key if origin.named else "", is_called) for words, origin, is_called in found]


def _is_called(claim: Claim) -> bool:
    """Whether who says it has a name there: "the minister" has none."""
    return any(
        any(letter.isupper() for letter in link.text[1:]) for link in claim.attribution if link.kind != "publisher"
    )


def _is_variant(left: str, right: str) -> bool:
    one, other = _stems(left), _stems(right)
    shared = one & other
    if len(shared) < _SHARED_STEMS or len(shared) < _SHARED_SHARE * min(len(one), len(other)):
        return False
    first, second = (" ".join(_WORD.findall(text.casefold())) for text in (left, right))
    return first not in second and second not in first


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if len(word) >= _LETTERS)
