"""Where a text contradicts itself: a weekday and its date, a past after its own day, an admission, one unit and several, a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from dragoman.coding.arithmetic import find_wrong_sums
from dragoman.coding.in_charge import find_changed_ministries
from dragoman.coding.no_such_day import find_impossible_days
from dragoman.coding.self_check import countries_in, find_words, sentence_at, words_of
from dragoman.coding.titled import find_changed_names
from dragoman.model.claim import Claim
from dragoman.model.document import DocumentWarning
from dragoman.model.edtf import days_of
from dragoman.model.reading import Reading
from dragoman.model.span import Quote, Span, hull, quote
from dragoman.model.tree import Sentence
from dragoman.world.speech import fold
from dragoman.world.table import read_table

_SLACK = timedelta(days=1)  # it is tomorrow already elsewhere
_NEAR = timedelta(days=45)  # a date without a year this close to the day of print is of the year of print
_BESIDE = 14  # characters around a date in which its weekday stands: "Saturday (27 April)"
_FEWEST = 2  # of a thing: single ships are sent again and again
_MOST_DAYS = 2  # the day of the deed and the day it was told
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f]\d{3})*(?:[.,]\d+)?")


def find_contradictions(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """What a text says against itself, each with the words of the second side."""
    yield from _weekdays(reading)
    yield from _after_print(reading, claims)
    yield from _admissions(reading)
    yield from _one_and_several(reading)
    yield from _counts(reading, claims)
    yield from _dates(claims)
    yield from _headline(reading)
    yield from find_wrong_sums(reading)
    yield from find_impossible_days(reading)
    yield from find_changed_names(reading)
    yield from find_changed_ministries(reading)


def _weekday_names(language: str) -> dict[str, int]:
    rows = read_table("periods/calendar.tsv")
    return {
        form: int(row["value"])
        for row in rows
        if row["category"] == "WDAY"
        for form in (row.get(language) or "").split("|")
        if form
    }


def _weekdays(reading: Reading) -> Iterator[DocumentWarning]:
    """ "Saturday 27 April" of a year in which that was a Sunday."""
    names, text = _weekday_names(reading.document.language), reading.document.text
    for mention in reading.periods:
        day = mention.period.earliest
        if day is None or day != mention.period.latest or not re.search(r"\d", mention.quote.text):
            continue
        if re.search(r"\d{4}", mention.quote.text) is None and not _is_near(reading, day):
            continue
        span = Span(max(0, mention.quote.span.start - _BESIDE), mention.quote.span.end)
        beside = fold(span.of(text))
        found = [(m, names[m.group()]) for m in re.finditer(r"[^\W\d_]+", beside) if m.group() in names]
        if not found or re.search(r"[.;!?–]\s", beside[found[-1][0].end() :]):
            continue
        match, weekday = found[-1]
        if day.isoweekday() != weekday and _is_joined(beside[match.end() :]):
            words = quote(Span(span.start + match.start(), mention.quote.span.end), text)
            detail = f"{day.isoformat()} was a {day:%A}"
            yield DocumentWarning("self_contradiction", words, detail)


def _is_joined(between: str) -> bool:
    """Whether a weekday belongs to the date behind it: nothing but marks and small words stand between."""
    if "\n" in between:
        return False  # a heading that ends in a weekday, above a date line
    return re.match(r"^\W{0,3}(?:le |the )?\d|^\W{0,3}(?:[^\W\d_]+\.? )\d", between) is not None


def _is_near(reading: Reading, day: date) -> bool:
    printed = _printed(reading)
    return printed is not None and abs(day - printed) <= _NEAR and day.year == printed.year


def _printed(reading: Reading) -> date | None:
    """The day of print, None unless it is known to the day from outside the text."""
    document = reading.document
    if document.published is None or document.published_from == "text":
        return None
    first, last = days_of(document.published)
    return first if first == last else None


def _after_print(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """A thing told as past and dated after the day of print."""
    printed = _printed(reading)
    if printed is None:
        return
    for claim in claims:
        stance, when = claim.factuality, claim.period
        is_told = stance.time == "past" and stance.polarity == "positive" and stance.certainty == "certain"
        if when is None or not is_told or stance.status not in ("asserted", "reported", "acknowledged"):
            continue
        exact = when.period.date_prec == 1 and when.anchor == "printed"
        is_ahead = any(True for _ in find_words(claim.evidence.text, reading.document.language, "ahead"))
        if exact and not is_ahead and when.period.earliest is not None and when.period.earliest > printed + _SLACK:
            detail = f"told as past on {when.period.earliest.isoformat()}, in a text of {printed.isoformat()}"
            yield DocumentWarning("self_contradiction", when.quote, detail)


def _admissions(reading: Reading) -> Iterator[DocumentWarning]:
    """A thing that a state confirmed "indirectly" in one sentence and "officially" in another."""
    indirect = tuple(_confirmed(reading, "indirect"))
    plain = tuple(_confirmed(reading, "open"))
    for number, words in indirect:
        here = _around(reading, number)
        for other, against in plain:
            if other == number or not here[0] & countries_in(reading, reading.sentences[other]):
                continue
            if here[1] & _things(reading, reading.sentences[other]):
                detail = f"elsewhere the text has the same {against.text!r}"
                yield DocumentWarning("self_contradiction", words, detail)
                break


def _confirmed(reading: Reading, how: str) -> Iterator[tuple[int, Quote]]:
    """Sentences with a word of confirming and how it was done, with both words."""
    document = reading.document
    confirm = words_of(document.language, "confirm")
    manner = words_of(document.language, "indirect" if how == "indirect" else "open")
    for number, sentence in enumerate(reading.sentences):
        for index, token in enumerate(sentence.tokens):
            if token.lemma.lower() not in confirm:
                continue
            for child in sentence.children[index]:
                beside = sentence.tokens[child]
                if beside.lemma.lower() in manner or beside.form.lower() in manner:
                    yield number, quote(hull((token.span, beside.span)), document.text)


def _around(reading: Reading, number: int) -> tuple[frozenset[str], frozenset[str]]:
    """Countries and things of a sentence and the one before it: "this information" is what that one says."""
    near = reading.sentences[max(0, number - 1) : number + 1]
    countries = frozenset[str]().union(*(countries_in(reading, one) for one in near))
    return countries, frozenset[str]().union(*(_things(reading, one) for one in near))


def _things(reading: Reading, sentence: Sentence) -> frozenset[str]:
    return frozenset(one.concept for one in reading.concepts if sentence.span.covers(one.quote.span))


def _one_and_several(reading: Reading) -> Iterator[DocumentWarning]:
    """ "A regiment … for ninety nights" and "regiments, ninety nights": one body of troops in one place, several in another."""
    formation = words_of(reading.document.language, "formation")
    single: dict[tuple[str, str], str] = {}
    several: list[tuple[tuple[str, str], Quote]] = []
    for sentence in reading.sentences:
        for anchor in sorted(_durations(reading, sentence) | _days(reading, sentence)):
            for token in sentence.tokens:
                lemma = token.lemma.lower()
                if token.upos != "NOUN" or lemma not in formation:
                    continue
                if token.has("Number=Plur") or token.form.lower() in (f"{lemma}s", f"{lemma}x"):
                    several.append(((lemma, anchor), quote(token.span, reading.document.text)))
                elif token.has("Number=Sing"):
                    single.setdefault((lemma, anchor), sentence.span.of(reading.document.text))
    for key, words in several:
        if key in single:
            detail = f"several here, one in {single[key]!r}, both of {_anchor_words(key[1])}"
            yield DocumentWarning("self_contradiction", words, detail)


def _anchor_words(anchor: str) -> str:
    """What two sentences have in common, for a reader: "120 days", "2025-05-02"."""
    duration = re.fullmatch(r"P(\d+)([DWM])", anchor)
    units = {"D": "days", "W": "weeks", "M": "months"}
    return f"{duration[1]} {units[duration[2]]}" if duration else anchor.split()[0]


def _days(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """The one printed day of a sentence, with the verb that it dates; none of a sentence of several days."""
    periods = [one.period for one in reading.periods if sentence.span.covers(one.quote.span)]
    days = {one.edtf for one in periods if one.earliest is not None and one.earliest == one.latest and one.edtf}
    verbs = {token.lemma.lower() for token in sentence.tokens if token.upos == "VERB"}
    return frozenset(f"{day} {verb}" for day in days for verb in verbs) if len(days) <= _MOST_DAYS else frozenset()


def _durations(reading: Reading, sentence: Sentence) -> frozenset[str]:
    """Exact durations of a sentence, as TimeML values."""
    values = (one.period.timex_value or "" for one in reading.periods if sentence.span.covers(one.quote.span))
    return frozenset(value for value in values if re.fullmatch(r"P\d+[DWM]", value))


def _counts(reading: Reading, claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """Two exact counts of one loss, by the same mouth, of the same people, for the same day; none that is said to be revised."""
    seen: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        if claim.matter != "loss" or not claim.counted or claim.period is None or claim.period.period.edtf is None:
            continue
        counted = claim.counted[0]
        exact = counted.mention.quantity
        if exact.best is None or exact.low != exact.high or not _is_told(claim) or _is_revised(reading, claim):
            continue
        says = claim.attribution[-1] if claim.attribution else None
        sides = tuple(sorted(one.actor.country or one.actor.name for one in claim.recipients))
        is_known = bool(sides) or (says is not None and says.kind == "speaker")
        key = (counted.role, exact.unit, claim.period.period.edtf, fold(says.text) if says else "", claim.concept)
        first = next((one for one in seen.get(key, ()) if _are_of_one(one, claim)), None)
        seen.setdefault(key, []).append(claim)
        if first is None or not is_known:
            continue
        other = first.quantities[0].mention
        if other.quantity.best != exact.best:
            detail = f"of the same the text has {other.quote.text!r} in {first.evidence.text!r}"
            yield DocumentWarning("self_contradiction", counted.mention.quote, detail)


def _is_told(claim: Claim) -> bool:
    return (
        claim.factuality.status in ("asserted", "reported", "acknowledged") and claim.factuality.polarity == "positive"
    )


def _is_revised(reading: Reading, claim: Claim) -> bool:
    """Whether a count is one of several that its own sentence tells apart: "first said 12", "15 others", "a revu à 30"."""
    words = re.findall(r"[^\W\d_]+", fold(claim.evidence.text))
    return any(word in words_of(reading.document.language, "revised") for word in words)


def _are_of_one(first: Claim, second: Claim) -> bool:
    """Whether two counts can be of the same people in the same place: what both name agrees."""
    sides = [{one.actor.country or one.actor.name for one in claim.recipients} for claim in (first, second)]
    places = [claim.place.place.name if claim.place else None for claim in (first, second)]
    return sides[0] == sides[1] and (None in places or places[0] == places[1])


def _dates(claims: tuple[Claim, ...]) -> Iterator[DocumentWarning]:
    """One transfer of one exact number between the same two, on two printed days."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        when, counted = claim.period, next((one for one in claim.quantities if one.role == "item"), None)
        if claim.matter != "flow" or claim.flow is None or when is None or counted is None or not _is_told(claim):
            continue
        exact, day = counted.mention.quantity, when.period.earliest
        is_day = day is not None and day == when.period.latest and when.anchor == "printed"
        if not is_day or exact.best is None or exact.best < _FEWEST or exact.low != exact.high:
            continue
        sides = tuple(
            tuple(sorted(one.actor.country or "" for one in side)) for side in (claim.actors, claim.recipients)
        )
        key = (claim.concept, claim.flow.kind, exact.best, exact.unit, sides, claim.attribution[-1:])
        first = seen.setdefault(key, claim)
        if all(sides) and first.period is not None and first.period.period.earliest != day:
            detail = f"the same is dated {first.period.period.earliest} in {first.evidence.text!r}"
            yield DocumentWarning("self_contradiction", when.quote, detail)


def _headline(reading: Reading) -> Iterator[DocumentWarning]:
    """A number of the title that the text gives only with a bound: "supplies 40%" over "as much as 40 percent"."""
    document = reading.document
    title = document.title or ""
    if not title or title in document.text:
        return
    bounds = words_of(document.language, "bound")
    for found in _NUMBER.finditer(title):
        value = float(re.sub(r"[.,\u00a0\u202f](?=\d{3}\b)", "", found.group()).replace(",", "."))
        before = fold(title[: found.start()]).replace("’", "’ ").split()
        if before and (before[-1] in bounds or before[-1].rstrip("’") + "’" in bounds):
            continue
        same = [one for one in reading.quantities if value in (one.quantity.low, one.quantity.best, one.quantity.high)
                or (one.quantity.low == value + 1 and one.quantity.best is None)]  # fmt: skip
        if not same or any(one.quantity.best is not None for one in same):
            continue  # "about 40" in a headline's "40" rounds, and claims no more
        first = same[0]
        if sentence_at(reading, first.quote.span) is not None and first.quantity.unit not in (None, "year"):
            detail = f"the title says {found.group()!r} without the bound: {title!r}"
            yield DocumentWarning("self_contradiction", first.quote, detail)
