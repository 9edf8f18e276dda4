"""Amounts that a verb tells with a noun behind it: "Kiev fait état de 40 morts", "the ministry gave a toll of 40 dead"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.span import Span
from dragoman.model.tree import base
from dragoman.reading.finding import Finding
from dragoman.reading.inserted import QUOTE_ENDS
from dragoman.reading.reporting import Clause, Participle, Report
from dragoman.reading.source import find_source, proper_source
from dragoman.world.speech import AmountVerb, ReportingWord, fold

_TO_NOUN = 7  # tokens between the verb and its noun: "donne donc un premier bilan", "avance, pour sa part, un bilan"
_TO_LINK = 3  # tokens from a bare noun to "de": "fait état mardi soir de"
_TO_NUMBER = 8  # tokens between a noun for a count and its number: "a toll for the whole war of at least 40"
_TO_COUNTED = 4  # tokens between a verb and its number: "compte désormais au moins 40 morts"
_PASSED_OVER = frozenset(("ADV", "ADJ", "DET", "ADP", "NUM", "PRON"))
_HELPERS = frozenset(("aux", "aux:pass"))
_OWN_SHARE = frozenset(("part", "côté", "tour", "turn", "side"))  # "pour sa part", "de son côté", "for its part"


def find_told_amounts(clause: Clause) -> Iterator[Finding]:
    """Each amount that somebody tells in this way: source, cue (the verb with a noun that says nothing by itself), content."""
    tokens = clause.sentence.tokens
    for index, token in enumerate(tokens):
        if token.upos not in ("VERB", "AUX") or token.relation in _HELPERS or "VerbForm=Inf" in token.features:
            continue
        rows = clause.words.amounts.get(fold(token.lemma)) or clause.words.amounts.get(clause.forms[index]) or ()
        found = next((one for one in (_told(clause, index, row) for row in rows) if one is not None), None)
        if found is not None:
            yield found


def _told(clause: Clause, verb: int, row: AmountVerb) -> Finding | None:
    span = _cue_and_content(clause, verb, row)
    if span is None:
        return None
    cue_end, first = span
    start = verb
    tokens = clause.sentence.tokens
    while (
        start > 0 and tokens[start - 1].head == verb and base(tokens[start - 1].relation) in ("aux", "advmod", "expl")
    ):
        start -= 1
    negated = any(
        (small := clause.words.operators.get(clause.forms[child])) is not None and small.kind == "negation"
        for child in clause.sentence.children[verb]
    )
    word = ReportingWord(fold(tokens[verb].lemma), "verb", row.speech, frozenset(("object",)))
    passive = any(tokens[child].relation == "aux:pass" for child in clause.sentence.children[verb])
    participle: Participle | None = (
        "present" if "Tense=Pres" in tokens[verb].features and "VerbForm=Part" in tokens[verb].features else None
    )
    source = find_source(clause, Report(verb, word, start, cue_end, passive, negated, participle), inserted=False)
    source = proper_source(clause, source) if source is not None else None
    if negated or source is None or source.end > tokens[verb].span.start or _is_deed(clause, source):
        return None
    return Finding(source, clause.span(start, cue_end), clause.span(first, _end(clause, first)), row.speech)


def _is_deed(clause: Clause, source: Span) -> bool:
    """Whether what would give an amount is itself an event: "L'attaque porte le bilan à 40 morts" tells nothing by the attack."""
    inside = [i for i, token in enumerate(clause.sentence.tokens) if source.covers(token.span)]
    head = next((i for i in inside if clause.sentence.tokens[i].head not in inside), None)
    if head is None or clause.sentence.tokens[head].upos != "NOUN":
        return False
    lemma = fold(clause.sentence.tokens[head].lemma)
    if clause.words.origins.get(clause.forms[head]) or clause.words.is_word(clause.forms[head], "document"):
        return False
    return clause.words.is_deed(lemma) and not clause.words.is_word(clause.forms[head], "estimate")


def _cue_and_content(clause: Clause, verb: int, row: AmountVerb) -> tuple[int, int] | None:
    """Last token of the cue and first of what is told, None if the verb stands without what its row wants."""
    tokens = clause.sentence.tokens
    if row.noun == "number":
        ahead = range(verb + 1, min(verb + 1 + _TO_COUNTED, len(tokens)))
        number = next((i for i in ahead if tokens[i].upos == "NUM"), None)
        if number is None or not all(tokens[i].upos in _PASSED_OVER for i in range(verb + 1, number)):
            return None
        return verb, verb + 1
    noun = _noun(clause, verb, row)
    if noun is None or noun + 1 >= len(tokens):
        return None
    if row.noun == "estimate":
        return (verb, verb + 1) if _is_followed_by_number(clause, noun, row) else None
    led = next(
        (i for i in range(noun + 1, min(noun + 1 + _TO_LINK, len(tokens) - 1)) if clause.forms[i] in row.links), None
    )
    # "faisait état mardi soir de 40 morts": a time alone may stand between
    if led is None or (led > noun + 1 and not clause.words.is_word(clause.forms[noun + 1], "time")):
        return None
    return led, led + 1


def _is_followed_by_number(clause: Clause, noun: int, row: AmountVerb) -> bool:
    """Whether a count has its number: "a toll of 40"; a number or a total only where it is put at one: "the number as 40".

    "Gave a total of 18 tanks" gives tanks.
    """
    tokens = clause.sentence.tokens
    ahead = range(noun + 1, min(noun + 1 + _TO_NUMBER, len(tokens)))
    stop = next((i for i in ahead if tokens[i].upos in ("VERB", "AUX", "PUNCT")), ahead.stop)
    number = next((i for i in range(noun + 1, stop) if tokens[i].upos == "NUM"), None)
    if number is None or clause.words.is_word(clause.forms[noun], "estimate"):
        return number is not None
    return any(clause.forms[i] in row.links for i in range(noun + 1, number))


def _noun(clause: Clause, verb: int, row: AmountVerb) -> int | None:
    """The noun of a row behind its verb, with nothing but small words between."""
    tokens = clause.sentence.tokens
    for index in range(verb + 1, min(verb + 2 + _TO_NOUN, len(tokens))):
        form = clause.forms[index]
        if form == row.noun or (row.noun == "estimate" and _is_count(clause, form)):
            return index
        is_compound = row.noun == "estimate" and tokens[index].relation == "compound"  # "a death toll"
        own = clause.forms[index] in _OWN_SHARE and tokens[index - 1].has("Poss=Yes")
        if tokens[index].upos not in _PASSED_OVER and tokens[index].form != "," and not is_compound and not own:
            return None
    return None


def _is_count(clause: Clause, form: str) -> bool:
    """Whether a noun is a count: "toll", or the "number" of those it counts."""
    return clause.words.is_word(form, "estimate") or clause.words.is_word(form, "figures")


def _end(clause: Clause, first: int) -> int:
    """Last token of what is told: before a semicolon or the full stop."""
    tokens = clause.sentence.tokens
    last = next((i - 1 for i in range(first, len(tokens)) if tokens[i].form == ";"), len(tokens) - 1)
    while last > first and tokens[last].upos in ("PUNCT", "CCONJ") and tokens[last].form not in QUOTE_ENDS + ")":
        last -= 1
    return last
