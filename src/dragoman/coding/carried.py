"""What somebody goes on saying: the clause behind a semicolon, "in it", "he" after a dispatch, the text under "released this statement:"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.self_check import sentence_at
from dragoman.model.attribution import Attribution
from dragoman.model.reading import Reading
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence, base
from dragoman.reading.called import Names
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.reading.speaker import Speakers
from dragoman.world.speech import fold, load_speech

_TOP = 3  # paragraphs at the head of a text in which "released the following statement:" brings all that follows
_MARKS = '“”«»"‘’„'
_BLOCK = ">"  # how plain text prints a block quotation
_TRAILERS = ("-0-", "###", "***", "ends", "- ends -")  # lines that close a statement as printed


def find_carried(reading: Reading) -> tuple[Attribution, ...]:
    """Contents that the words of an earlier report still reach, as attributions to whoever spoke there, in order.

    Their words are the text's own: nobody is quoted. What is carried makes a claim no surer: it is reported where it was asserted.
    """
    found: list[Attribution] = []
    before: list[Attribution] = []  # what is told in the sentence before, carried there or said there
    by_number = _by_sentence(reading)
    for number, sentence in enumerate(reading.sentences):
        own = by_number.get(number, [])
        named = [one for one in own if one.source is not None]
        here = list(_behind_semicolon(reading, sentence, own))
        if number and reading.sentences[number - 1].paragraph == sentence.paragraph:
            here.extend(_taken_up(reading, sentence, before))
        proclaimed = _proclaimed(reading, sentence, named)
        before = [*named, *here]
        found.extend(here if proclaimed is None else (*here, proclaimed))
    return tuple(found)


def _by_sentence(reading: Reading) -> dict[int, list[Attribution]]:
    """Attributions by the sentence in which their content ends."""
    found: dict[int, list[Attribution]] = {}
    for one in reading.attributions:
        last = one.content.span.end - 1
        number = sentence_at(reading, Span(last, last + 1))
        if number is not None:
            found.setdefault(number, []).append(one)
    return found


def _continued(reading: Reading, one: Attribution, span: Span) -> Attribution:
    return replace(one, cue=None, content=quote(span, reading.document.text), direct=False, speech="say")


def _behind_semicolon(reading: Reading, sentence: Sentence, own: list[Attribution]) -> Iterator[Attribution]:
    """ "The agency said that the treaty is ratified; the senate had voted on Monday": one sentence is one report."""
    text = reading.document.text
    for one in own:
        behind = text[one.content.span.end : sentence.span.end]
        if (
            one.source is None
            or one.speech != "say"
            or one.direct
            or not behind.lstrip(" \u00a0\u202f").startswith(";")
        ):
            continue
        start = one.content.span.end + behind.index(";") + 1
        rest = Span(
            start + len(text[start : sentence.span.end]) - len(text[start : sentence.span.end].lstrip()),
            sentence.span.end,
        )
        is_told = any(other.cue is not None and rest.overlaps(other.cue.span) for other in own)
        if rest.start < rest.end and not is_told:
            yield _continued(reading, one, rest)


def _taken_up(reading: Reading, sentence: Sentence, told: list[Attribution]) -> Iterator[Attribution]:
    """The sentence after a report, where its first words point back into it: "In the letter she …", "He …" after a dispatch."""
    document = reading.document
    clause = Clause(sentence, document.text, load_speech(document.language))
    points = _points_to_document(clause)
    goes_on = _goes_on(clause)
    notes = not any(token.upos in ("VERB", "AUX") for token in sentence.tokens)
    for one in told:
        if notes and one.cue is not None and one.cue.text == ":" and one.speech == "say" and not one.direct:
            yield _continued(
                reading, one, sentence.span
            )  # "Customs: trade rose 4%. Exports $3 billion, imports $2 billion."
            continue
        is_press = one.speaker is not None and one.speaker.sector == "JRN"
        if one.speech == "say" and not one.direct and (points or (goes_on and is_press)):
            yield _continued(reading, one, sentence.span)


def _points_to_document(clause: Clause) -> bool:
    """Whether a sentence opens with "in it", "in the message", "dans cette lettre"."""
    forms, words = clause.forms, clause.words
    if len(forms) < 3 or clause.sentence.tokens[0].upos != "ADP":
        return False
    if words.is_word(forms[1], "person"):
        return not words.is_word(forms[1], "human")
    return words.is_word(forms[1], "possessive") and words.is_word(forms[2], "document")


def _goes_on(clause: Clause) -> bool:
    """Whether a sentence is about the one whom the sentence before was about: "he" or "she" is its subject."""
    root = clause.sentence.root
    subject = next(
        (i for i in clause.sentence.children[root] if base(clause.sentence.tokens[i].relation) == "nsubj"), None
    )
    is_pronoun = subject is not None and clause.sentence.tokens[subject].upos == "PRON"
    return is_pronoun and clause.words.is_word(clause.forms[subject or 0], "he")


def _proclaimed(reading: Reading, sentence: Sentence, own: list[Attribution]) -> Attribution | None:
    """ "Released the following statement:" and a text without marks: the paragraphs under it, all of them if it stands at the top."""
    document = reading.document
    paragraph = document.paragraphs[sentence.paragraph]
    closes = document.text[sentence.span.start : paragraph.span.end].rstrip()
    if not closes.endswith(":") or len(closes) > sentence.span.end - sentence.span.start + 2:
        return None
    content = _under(reading, sentence.paragraph)
    if content is None:
        return None
    if own:
        return _continued(reading, own[-1], content)
    clause = Clause(sentence, document.text, load_speech(document.language))
    verb = sentence.root
    word = clause.words.forms.get(("verb", clause.forms[verb]))
    subject, thing = (clause.child(verb, frozenset(one)) for one in (("nsubj", "nsubj:pass"), ("obj",)))
    speaks = (word is not None and "quote" in word.takes) or (
        any(
            at is not None and clause.words.is_word(clause.forms[at], "document") for at in (thing, subject)
        )  # "issued this statement:", "the statement reads:"
    )
    if not speaks or subject is None:
        return None
    source = quote(noun_phrase(clause, subject), document.text)
    by_place = tuple(sorted(reading.actors, key=lambda one: one.quote.span))
    speakers = Speakers(by_place, clause.words, (), Names(reading.sentences))
    return speakers.name(Attribution(source, None, quote(content, document.text), False, "say"))


def _under(reading: Reading, number: int) -> Span | None:
    """The paragraphs under an introduction: a list, the next one, or from the top of a text all up to its trailer."""
    document = reading.document
    below = document.paragraphs[number + 1 :]
    if not below or below[0].span.of(document.text).lstrip()[:1] in _MARKS:
        return None
    kind = below[0].kind
    last = below[0]
    is_block = below[0].span.of(document.text).startswith(_BLOCK)
    for one in below[1:]:
        words = one.span.of(document.text).strip().casefold()
        is_end = one.kind == "heading" or words.startswith(_TRAILERS) or (is_block and not words.startswith(_BLOCK))
        if is_end or (one.kind != kind if kind == "list" else number >= _TOP):
            break
        last = one
    return Span(below[0].span.start, last.span.end)


def is_document(text: str, language: str) -> bool:
    """Whether a source is a writing by its noun: "the message", "un rapport"."""
    words, last = load_speech(language), fold(text).replace("’", "’ ").split()
    return any(words.is_word(word, "document") for word in last[:3])
