"""Reports without a verb of saying: "according to", "reportedly", "the claim that", and a name before a colon."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.model.tree import base
from dragoman.reading.finding import Finding
from dragoman.reading.reporting import STOPS, Clause
from dragoman.world.speech import Cue

_MAX_SOURCE = 14  # tokens of a source behind "according to"
_MAX_ESTIMATE = 6  # tokens from "by" to "estimates"


def find_cues(clause: Clause, reports: tuple[Finding, ...]) -> Iterator[Finding]:
    """Phrases that attribute: "according to X", "selon X", "relayed by X", "citing X", "reportedly".

    reports: what verbs of the sentence report, so that a cited source is tied to the report that cites it.
    """
    for index, form in enumerate(clause.forms):
        for cue in clause.words.cues.get(form, ()):
            last = index + len(cue.words) - 1
            if clause.forms[index : last + 1] == cue.words:
                found = _read(clause, cue, index, last, reports)
                if found is not None:
                    yield found
                break
        if clause.words.is_word(form, "by"):
            yield from _by_estimate(clause, index)
    yield from _published(clause, reports)


def _published(clause: Clause, reports: tuple[Finding, ...]) -> Iterator[Finding]:
    """ "In a message published on Saturday by KCNA, Kim said": who carries what is said in a writing that opens the sentence."""
    tokens, words = clause.sentence.tokens, clause.words
    comma = next((i for i, token in enumerate(tokens) if token.form == ","), 0)
    if not comma or tokens[0].upos != "ADP":
        return
    verb = next((i for i in range(2, comma) if words.is_word(clause.forms[i], "published")), None)
    if verb is None or not any(words.is_word(clause.forms[i], "document") for i in range(1, verb)):
        return
    by = next((i for i in range(verb + 1, comma - 1) if words.is_word(clause.forms[i], "by")), None)
    said = next((one for one in reports if one.cue is not None and one.cue.start > tokens[comma].span.start), None)
    if (
        by is None
        or said is None
        or any(tokens[i].upos in ("NOUN", "VERB") for i in range(verb + 1, by) if not _is_day(clause, i))
    ):
        return
    if any(clause.forms[verb : by + 1] == cue.words for cue in words.cues.get(clause.forms[verb], ())):
        return  # "carried by": a phrase of the table
    content = Span(tokens[comma + 1].span.start, max(said.content.end, said.cue.end if said.cue else 0))
    yield Finding(clause.span(by + 1, comma - 1), clause.span(verb, by), content, "say")


def _is_day(clause: Clause, index: int) -> bool:
    return clause.words.is_word(clause.forms[index], "time")


def _by_estimate(clause: Clause, index: int) -> Iterator[Finding]:
    """ "By US estimates, 600 have arrived": a count that somebody made, named by whose it is."""
    tokens = clause.sentence.tokens
    for at in range(index + 1, min(index + _MAX_ESTIMATE, len(tokens))):
        if clause.words.is_word(clause.forms[at], "estimate") and at > index + 1:
            source, cue = clause.span(index + 1, at), clause.span(index, index)
            content = _beside(clause, Span(cue.start, source.end), index, at)
            if content is not None:
                yield Finding(source, cue, content, "say", aside=Span(cue.start, source.end))
            return
        if tokens[at].upos not in ("ADJ", "PROPN", "NOUN", "DET", "PART", "PRON", "PUNCT"):
            return


def _read(clause: Clause, cue: Cue, first: int, last: int, reports: tuple[Finding, ...]) -> Finding | None:
    words = clause.span(first, last)
    if cue.side == "none":
        aside = _part_behind(clause, first, last) if len(cue.words) == 1 else None
        if aside is not None:
            return Finding(None, words, aside, cue.speech)
        content = (
            _whole(clause, words) if last < len(clause.forms) - 1 and len(cue.words) == 1 else _after(clause, last)
        )
        return Finding(None, words, content or _whole(clause, words), cue.speech)
    start = first if cue.side == "self" else last + 1
    stop = _source_end(clause, last + 1, named=cue.side == "self")
    if stop is None or clause.words.is_word(clause.forms[last + 1], "relative"):
        return None  # "informations selon lesquelles": the noun is the cue
    if _is_manner(clause, last + 1, stop) or _is_rate(clause, last):
        return None
    carrier = _carrier(clause, last + 1, stop)
    stop = stop if carrier is None else carrier[0] - 1
    source = clause.span(start, stop)
    if cue.side == "citing":
        return _cited(clause, words, source, reports, cue)
    stop = _past_participle(clause, stop)
    aside = Span(words.start, clause.sentence.tokens[stop].span.end)
    is_of_relative = first > 0 and clause.words.is_word(clause.forms[first - 1], "relative")
    content = _rest_of_clause(clause, stop) if is_of_relative else _beside(clause, aside, first, stop)
    if cue.side == "via" and content is not None and content.start == aside.start and content.end > aside.end:
        content = Span(aside.end, content.end)
    if content is None:
        return None
    outer = None if carrier is None else Finding(None, clause.span(*carrier), content, "say")
    return Finding(source, words, content, cue.speech, cites=outer, aside=aside)


def _part_behind(clause: Clause, first: int, last: int) -> Span | None:
    """What alone is told by an adverb that a comma cuts off: "They fired on the town, reportedly | killing three".

    Of a part without a verb it tells the whole: "They met, reportedly in Oslo" has a place that the claim of the meeting takes.
    """
    tokens = clause.sentence.tokens
    if first < 3 or tokens[first - 1].form not in (",", "–", "—", "(") or last + 1 >= len(tokens):
        return None
    end = next((i for i in range(last + 1, len(tokens)) if tokens[i].form in STOPS), len(tokens))
    is_whole = any("VerbForm=Fin" in token.features for token in tokens[last + 1 :])
    is_told = any("VerbForm=Fin" in token.features for token in tokens[:first])
    has_verb = any(token.upos == "VERB" for token in tokens[last + 1 : end])
    return clause.span(last + 1, end - 1) if has_verb and is_told and not is_whole else None


def _carrier(clause: Clause, first: int, stop: int) -> tuple[int, int] | None:
    """Tokens of the cue of whoever carries a source's words, None if none does: "selon l'exploitant | cité par | Interfax"."""
    for at in range(first + 1, stop + 1):
        for cue in clause.words.cues.get(clause.forms[at], ()):
            if cue.side == "via" and clause.forms[at : at + len(cue.words)] == cue.words:
                return at, at + len(cue.words) - 1
    return None


def _rest_of_clause(clause: Clause, stop: int) -> Span | None:
    """What is said in a relative clause: "who according to his lawyer | never gave the order |, will stand trial"."""
    tokens = clause.sentence.tokens
    comma = next((i for i in range(stop + 2, len(tokens)) if tokens[i].form == ","), len(tokens) - 1)
    return clause.span(stop + 1, comma - 1) if comma > stop + 1 else None


def _past_participle(clause: Clause, stop: int) -> int:
    """The token before the comma that closes an aside on the source, no part of what it says: ", publié jeudi,", ", dont il est le chef,"."""
    tokens = clause.sentence.tokens
    if stop + 2 >= len(tokens) or tokens[stop + 1].form != ",":
        return stop
    is_relative = clause.words.is_word(clause.forms[stop + 2], "relative")
    if not is_relative and "VerbForm=Part" not in tokens[stop + 2].features:
        return stop
    ahead = range(stop + 3, min(stop + _MAX_SOURCE, len(tokens)))
    verb = next((i for i in ahead if "VerbForm=Fin" in tokens[i].features), None) if is_relative else stop + 2
    return next((i - 1 for i in ahead if tokens[i].form == "," and verb is not None and i > verb), stop)


def _is_manner(clause: Clause, first: int, last: int) -> bool:
    """ "According to the rules", "selon un calendrier": how a thing is done, and nobody who says so."""
    nouns = [i for i in range(first, last + 1) if clause.sentence.tokens[i].upos in ("NOUN", "PROPN")]
    return bool(nouns) and clause.words.is_word(clause.forms[nouns[0]], "manner")


def _is_rate(clause: Clause, index: int) -> bool:
    """ "10 tonnes per day", "per-share profits": a bare noun behind such a word is what is counted by, and no source."""
    tokens = clause.sentence.tokens
    if not clause.words.is_word(clause.forms[index], "rate"):
        return False
    return tokens[index + 1].upos not in ("DET", "PROPN", "PRON") or tokens[index + 1].form[0] in "-‐"


def find_cue_tokens(clause: Clause) -> frozenset[int]:
    """Tokens of phrases that attribute with a source behind them: no verb among them reports by itself ("relayed by")."""
    found: set[int] = set()
    for index, form in enumerate(clause.forms):
        for cue in clause.words.cues.get(form, ()):
            if cue.side != "none" and clause.forms[index : index + len(cue.words)] == cue.words:
                found.update(range(index, index + len(cue.words)))
    return frozenset(found)


def _source_end(clause: Clause, index: int, named: bool) -> int | None:
    """Last token of the source that starts at `index`: before a stop, a verb or a word that opens a clause.

    named: whether the words before it have named somebody already, as "de source" has.
    """
    tokens = clause.sentence.tokens
    is_person = index < len(tokens) and clause.words.is_word(clause.forms[index], "person")
    if is_person and tokens[index].relation not in ("nmod:poss", "det"):
        return index  # "contraire selon eux aux règles"
    at = index
    while at < len(tokens) and at - index < _MAX_SOURCE:
        token = tokens[at]
        is_name = token.form == "." or (token.upos == "PUNCT" and token.form in ("-", "‐", "'", "’"))
        if (token.form in STOPS or token.upos == "PUNCT") and not (is_name and at + 1 < len(tokens)):
            break
        is_finite = token.upos in ("VERB", "AUX") and "VerbForm=Part" not in token.features
        named = named or token.upos in ("NOUN", "PROPN", "PRON")
        if (
            at > index
            and named
            and (
                is_finite
                or token.upos == "SCONJ"
                or clause.words.is_word(clause.forms[at], "relative")
                or _is_denying(clause, at)
            )
        ):
            break
        at += 1
    last = at - 1
    while last > index and tokens[last].upos in ("PUNCT", "CCONJ", "ADP", "DET"):
        last -= 1
    return last if last >= index else None


def _is_denying(clause: Clause, index: int) -> bool:
    """Whether a word begins a verb that is denied: "selon son avocat | n'a pas tiré"."""
    operator = clause.words.operators.get(clause.forms[index])
    return operator is not None and operator.kind in ("negation", "particle")


def _whole(clause: Clause, cue: Span) -> Span:
    """The sentence, without a cue that stands at one of its ends."""
    span = clause.sentence.span
    if cue.start == span.start:
        return Span(cue.end, span.end)
    return span


def _after(clause: Clause, last: int) -> Span | None:
    end = clause.sentence.span.end
    start = clause.sentence.tokens[last].span.end
    return Span(start, end) if end - start > 1 else None


def _beside(clause: Clause, phrase: Span, first: int, last: int) -> Span | None:
    """What is said beside a phrase: all behind it if it opens the sentence, else all before it that holds a verb."""
    span, tokens = clause.sentence.span, clause.sentence.tokens
    before = any(t.upos in ("VERB", "AUX") for t in tokens[:first])
    behind = any(t.upos in ("VERB", "AUX") for t in tokens[last + 1 :])
    if last + 2 < len(tokens) and clause.words.is_word(clause.forms[last + 1], "that"):
        return Span(tokens[last + 1].span.end, span.end)  # "on apprend de source policière | que le suspect est arrêté"
    if before and behind and _opens_clause(clause, first):
        return Span(phrase.end, span.end)
    if before and not behind and (start := _last_that(clause, first)) is not None:
        return Span(tokens[start].span.end, phrase.start)
    if before or (first > 1 and not behind):
        return Span(span.start, phrase.start)
    if behind and first > 0:
        opening = tokens[0].upos in ("CCONJ", "ADV", "PUNCT") and first <= 2
        return Span(phrase.end, span.end) if opening else span
    return Span(phrase.end, span.end) if span.end - phrase.end > 2 else None


def _opens_clause(clause: Clause, first: int) -> bool:
    """Whether a phrase stands first in a clause of its own: "said that 40 came and that, by US estimates, 12 died"."""
    at = first - 1
    while at > 0 and clause.sentence.tokens[at].form == ",":
        at -= 1
    that = clause.words.is_word(clause.forms[at], "that")
    return at > 0 and that and clause.sentence.tokens[at - 1].upos == "CCONJ"


def _last_that(clause: Clause, first: int) -> int | None:
    """The "that" of the last of several clauses told, which a phrase behind it belongs to: "and that 12 died, according to Oslo"."""
    tokens = clause.sentence.tokens
    joined = (
        i for i in range(first - 1, 0, -1) if tokens[i - 1].upos == "CCONJ" and base(tokens[i].relation) == "mark"
    )
    return next((i for i in joined if clause.words.is_word(clause.forms[i], "that")), None)


def _cited(clause: Clause, words: Span, source: Span, reports: tuple[Finding, ...], cue: Cue) -> Finding | None:
    """ "Yonhap reported that …, citing a lawmaker": the same content, from the lawmaker, read in Yonhap's report."""
    carriers = [one for one in reports if one.cue is not None and one.cue.end <= words.start]
    if carriers:
        outer = carriers[-1]
        content = outer.content
        if content.start < words.start < content.end:
            content = Span(content.start, words.start)
        return Finding(source, words, content, cue.speech, cites=outer, aside=Span(words.start, source.end))
    later = next((one for one in reports if one.cue is not None and one.cue.start >= source.end), None)
    if later is not None:  # "Yonhap, citing two lawmakers, reported that …"
        return Finding(source, words, later.content, cue.speech, cites=later)
    content = Span(clause.sentence.span.start, words.start)
    if not any(t.upos in ("VERB", "AUX") and t.span.end <= words.start for t in clause.sentence.tokens):
        return None
    return Finding(source, words, content, cue.speech, aside=Span(words.start, source.end))
