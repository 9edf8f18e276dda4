"""What is said: the words that a reporting verb, a cue or a pair of quotation marks gives as content."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.model.attribution import Quotation
from dragoman.model.span import Span
from dragoman.model.tree import Token
from dragoman.reading.complement import behind_hearer, find_number, late_infinitive
from dragoman.reading.marks import EDGES, Marks, trim_back
from dragoman.reading.reporting import Clause, Report

_QUOTE_ENDS = "”»\"’'›"
_QUOTE_STARTS = "“«\"‘'„‹`"
_GAP = 160  # code points between a quotation and its verb: "…”, said Anna Petrov, who speaks for the ministry in Kyiv,"
_PREDICATE = frozenset(("+as",))
OWN_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_NAME_PARTS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "PART", "X"))
_MAX_TO_CONTENT = 18  # tokens between "said" and "that": "told reporters at a rally in the town of Sumy on Monday that"


def is_inserted(clause: Clause, report: Report) -> bool:
    """Whether a verb stands beside what is said ("…, said Anna", "…, Anna said, …") and not before it."""
    tokens = clause.sentence.tokens
    if report.participle is not None or opens_clause(clause, report.last + 1):
        return False
    left = _clause_start(clause, report.first)
    before = clause.char_before(left)
    if not before or before not in "”»\",’'—–-?!":
        return False
    if before in _QUOTE_ENDS and not _is_elision(clause, left):
        return True
    if _stands_in_clause(clause, report):
        return False
    if left == 0 or ("that" not in report.word.takes and "quote" not in report.word.takes):
        return False
    if _has_verb_ahead(clause, report.last + 1):
        return False
    # "In a note to Kyiv, Anna called them heroes": no verb before the comma, and none after, so nothing is interrupted
    is_closed = any("VerbForm=Fin" in token.features for token in tokens[:left])
    # "Two ships left, the agency reported": where the tagger takes "left" for a participle, the tree still knows
    is_closed = is_closed or any(
        tokens[i].relation == "ccomp" and i < left for i in clause.sentence.children[report.index]
    )
    return is_closed or _goes_on(clause, report.last + 1)


def _is_elision(clause: Clause, index: int) -> bool:
    """Whether the mark before a token is an apostrophe: "lorsqu’un", and no closing quotation mark: "go,’ she"."""
    at = clause.sentence.tokens[index].span.start - 1
    return at > 0 and clause.text[at] in "'’" and clause.text[at - 1].isalnum()


def _stands_in_clause(clause: Clause, report: Report) -> bool:
    """A verb that no comma makes a speaker's: "considered a heresy", "without saying", "un incendie s’est déclaré"."""
    token = clause.sentence.tokens[report.index]
    if token.relation in ("acl", "acl:relcl") or "VerbForm=Inf" in token.features:
        return True
    return any(clause.words.is_word(clause.forms[i], "reflexive") for i in clause.sentence.children[report.index])


def _goes_on(clause: Clause, index: int) -> bool:
    """Whether a comma follows the verb and its subject, and a finite verb follows the comma: "The town, he said, fell"."""
    tokens = clause.sentence.tokens
    comma = next((i for i in range(index, min(index + 8, len(tokens))) if tokens[i].form == ","), None)
    return comma is not None and any("VerbForm=Fin" in token.features for token in tokens[comma:])


def _clause_start(clause: Clause, first: int) -> int:
    """First of the words that a verb and its subject make up: back to a comma or mark, a bracket jumped over."""
    tokens, left = clause.sentence.tokens, first
    while left > 0 and tokens[left - 1].upos not in ("SCONJ", "CCONJ", "VERB"):
        if tokens[left - 1].form == ")":
            opened = next((i for i in range(left - 2, max(-1, left - 12), -1) if tokens[i].form == "("), None)
            if opened is None:
                break
            left = opened
        elif tokens[left - 1].upos == "PUNCT" and tokens[left - 1].form not in (".", "-"):
            break
        else:
            left -= 1
    return left


def opens_clause(clause: Clause, index: int) -> bool:
    """Whether the next word is the one that opens what is said: "said that", "a dit que", or a mark."""
    tokens = clause.sentence.tokens
    for at in range(index, min(index + 6, len(tokens))):
        if clause.words.is_word(clause.forms[at], "that") and tokens[at].upos in ("SCONJ", "PRON", "ADV", "DET"):
            return True
        if tokens[at].upos in ("PUNCT", "VERB", "AUX"):
            return tokens[at].form == ":" and at + 1 < len(tokens)
    return False


def _has_verb_ahead(clause: Clause, index: int) -> bool:
    """Whether a finite verb comes before the next comma or stop: then the words ahead are what is said."""
    tokens = clause.sentence.tokens
    for at in range(index, len(tokens)):
        if tokens[at].form in (",", ".", ";", "?", "!") or tokens[at].form in _QUOTE_STARTS:
            return False
        if tokens[at].upos in ("VERB", "AUX") and "VerbForm=Part" not in tokens[at].features:
            return True
    return False


def inserted_content(clause: Clause, report: Report, marks: Marks, source: Span | None) -> Span | None:
    """What is said around an inserted verb: the quotation beside it, or the clause that it interrupts or closes."""
    text, sentence = clause.text, clause.sentence
    cue = clause.span(report.first, report.last)
    left = min(cue.start, source.start) if source else cue.start
    right = max(cue.end, source.end) if source else cue.end
    start = sentence.span.start
    end = trim_back(text, start, left)
    quotation = marks.before(left)
    if quotation is not None and is_beside(clause, quotation.outer.span.end, left):
        start = min(quotation.outer.span.start, start if quotation.outer.span.start >= start else left)
        end = max(end, quotation.outer.span.end) if end > start else quotation.outer.span.end
        following = _resumed(clause, marks, right, quotation)
        return Span(start, following) if following else Span(start, end)
    if end <= start or not {"that", "to"} & report.word.takes:
        return None
    inside = sentence.tokens[-1].span.end
    rest = text[right:inside].lstrip(" \u00a0")
    # "Nobody, she said, was hurt": the clause goes on behind the verb
    if rest.startswith(",") and _is_interrupted(clause, report, left):
        return Span(start, trim_back(text, start, inside))
    return Span(start, end)


def _is_interrupted(clause: Clause, report: Report, left: int) -> bool:
    """Whether the words before an inserted verb lack the verb that those after it have."""
    tokens = clause.sentence.tokens
    before = any(t.upos in ("VERB", "AUX") and t.span.end <= left for t in tokens)
    return not before


def _resumed(clause: Clause, marks: Marks, at: int, first: Quotation) -> int | None:
    """End of the quotation that goes on after an inserted verb: "…,” she said. “…", in one paragraph; None if none does."""
    following = marks.after(at)
    if following is None or following is first:
        return None
    gap = clause.text[at : following.outer.span.start]
    if len(gap) > _GAP or "\n" in gap or ":" in gap:
        return None
    stops = gap.count(".") + gap.count("!") + gap.count("?")
    if stops > 1 or (stops and gap.rstrip()[-1:] not in ".!?"):
        return None
    behind = clause.text[following.outer.span.end : following.outer.span.end + 3].lstrip(" \u00a0\u202f")
    if stops and (following.inner.text[-1:] == "," or behind[:1] == ","):
        return None  # "…”, she said. “Never”, said her brother: the second has a speaker of its own
    return following.outer.span.end


def is_beside(clause: Clause, start: int, end: int) -> bool:
    """Whether only a name stands between a quotation and a verb's nearest words: "…,” said; "…,” Anna Petrov, 54, said"."""
    gap = clause.text[start:end]
    if not gap.strip(EDGES + "!?"):
        return end - start <= 8
    first = bisect_left(clause.sentence.tokens, start, key=lambda token: token.span.start)
    between = [token for token in clause.sentence.tokens[first:] if token.span.end <= end]
    return len(gap) <= _GAP // 2 and bool(between) and all(token.upos in _NAME_PARTS for token in between)


def following_content(clause: Clause, report: Report, marks: Marks) -> Span | None:
    """What is said after a verb: a clause, an infinitive, words in marks, or the thing that it names."""
    first = _content_start(clause, report)
    if first is None:
        return None
    tokens, text = clause.sentence.tokens, clause.text
    start = tokens[first].span.start
    quotation = marks.around(start) or marks.around(max(start - 1, 0))
    if quotation is not None and quotation.outer.span.start >= tokens[report.index].span.end:
        if quotation.outer.span.end >= clause.sentence.span.end - 1 or _ends_with_quotation(text, quotation):
            return quotation.outer.span
        start = quotation.outer.span.start
    end = tokens[_content_end(clause, report, first)].span.end
    last = marks.around(end - 1) or (marks.around(end) if end < len(text) else None)
    if last is not None and last.outer.span.end > end and last.outer.span.start >= start:
        end = last.outer.span.end
    return Span(start, end) if end > start else None


def _ends_with_quotation(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is closed as a sentence: a stop before or behind its mark."""
    return quotation.inner.text[-1:] in ".?!,…" or text[quotation.outer.span.end : quotation.outer.span.end + 1] in ".;"


def _content_start(clause: Clause, report: Report) -> int | None:
    """First token of what is said after the verb, by what the verb takes: a mark, ":" or quotation, a clause, a thing."""
    takes = report.word.takes
    opened = _opener(clause, report)
    if opened is not None:
        return opened
    for relations, wanted in ((("ccomp",), "that"), (("xcomp",), "to"), (("ccomp", "parataxis"), "quote")):
        child = _child_after(clause, report, relations)
        if child is not None and wanted in takes:
            edge = _left_edge(clause, child, report.last + 1)
            is_told = "hearer" in takes and edge == report.last + 1
            return behind_hearer(clause, edge) if is_told else edge
    child = _child_after(clause, report, ("xcomp", "advcl"))
    if child is not None and "to" in takes and _is_infinitive(clause, child):
        return _left_edge(clause, child, report.last + 1)
    bare = _bare_clause(clause, report) or late_infinitive(clause, report)
    if bare is not None:
        return bare
    number = find_number(clause, report)
    return number if number is not None else _thing(clause, report)


def _opener(clause: Clause, report: Report) -> int | None:
    """The word after "that", or the first after a colon or an opening mark, behind the verb and what it is said to whom."""
    tokens, takes, index = clause.sentence.tokens, report.word.takes, report.last + 1
    for at in range(index, min(index + _MAX_TO_CONTENT, len(tokens) - 1)):
        token = tokens[at]
        if clause.words.is_word(clause.forms[at], "that") and (
            token.upos == "SCONJ" or (at == index and token.upos != "DET") or _is_put_off(clause, at)
        ):
            return at + 1 if "that" in takes else None
        if token.form == ":" or (token.form in _QUOTE_STARTS and token.form not in "'’"):
            is_marked = token.form != ":" or clause.char_after(at) in _QUOTE_STARTS
            takes_it = "quote" in takes or ("marks" in takes and is_marked)
            return (at + 1 if token.form == ":" else at) if takes_it else None
        if (token.upos == "VERB" and "VerbForm=Part" not in token.features) or token.form == ";":
            return None
    return None


def _is_put_off(clause: Clause, at: int) -> bool:
    """ "Said for the first time that it left": a time stands between verb and "that", and a tagger ties the two."""
    is_time = any(clause.words.is_word(clause.forms[at - 1], role) for role in ("time", "occasion"))
    return is_time and clause.sentence.tokens[at + 1].upos in ("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ")


def _bare_clause(clause: Clause, report: Report) -> int | None:
    """ "She says it moved": a clause without a mark that the parser did not see, right behind the verb."""
    tokens, index = clause.sentence.tokens, report.last + 1
    if "that" not in report.word.takes or index >= len(tokens) or not _has_verb_ahead(clause, index):
        return None
    if "hearer" in report.word.takes:
        index = behind_hearer(clause, index)
    opens = tokens[index].upos in ("PRON", "PROPN", "DET", "NOUN", "NUM", "ADJ")
    return index if opens and tokens[index].relation not in ("obj", "iobj") else None


def _child_after(clause: Clause, report: Report, relations: tuple[str, ...]) -> int | None:
    tokens = clause.sentence.tokens
    return next(
        (i for i in clause.sentence.children[report.index] if i > report.last and tokens[i].relation in relations), None
    )


def _is_infinitive(clause: Clause, index: int) -> bool:
    token = clause.sentence.tokens[index]
    return "VerbForm=Inf" in token.features


def _left_edge(clause: Clause, index: int, at_least: int) -> int:
    """First token of a clause, not before `at_least`, stops and commas skipped."""
    edge = max(min(clause.sentence.subtree(index)), at_least)
    while edge < index and clause.sentence.tokens[edge].upos == "PUNCT":
        edge += 1
    return edge


def _thing(clause: Clause, report: Report) -> int | None:
    """First token of the thing named: an object ("condemned the raid"), or what a preposition leads to ("warned of a raid")."""
    tokens, takes = clause.sentence.tokens, report.word.takes
    if report.negated or tokens[report.index].relation == "acl":
        return None
    if takes & _PREDICATE:
        near = clause.forms[report.last + 1 : report.last + 12]
        return report.last + 1 if any("+" + form in takes for form in near) else None
    for child in clause.sentence.children[report.index]:
        if child <= report.last:
            continue
        relation = tokens[child].relation
        if (
            relation == "obj"
            and not report.passive
            and ("object" in takes or "predicate" in takes)
            and tokens[child].upos != "PUNCT"
        ):
            return _left_edge(clause, child, report.last + 1)
        if relation in ("obl", "obl:arg", "nmod", "dep", "advcl", "xcomp") and _has_preposition(clause, child, takes):
            return _left_edge(clause, child, report.last + 1) + 1
    return _next_words(clause, report)


def _next_words(clause: Clause, report: Report) -> int | None:
    """The thing named, by its place: a noun phrase right behind a verb, or behind its preposition, that the tree missed."""
    tokens, takes, index = clause.sentence.tokens, report.word.takes, report.last + 1
    if index + 1 >= len(tokens) or report.passive:
        return None
    if "+" + clause.forms[index] in takes:
        return index + 1
    token = tokens[index]
    if clause.words.is_word(clause.forms[index], "time"):
        return None
    is_noun = token.upos in ("DET", "NOUN", "PROPN", "ADJ", "NUM") or token.relation == "nmod:poss"
    return index if "object" in takes and (is_noun or "VerbForm=Ger" in token.features) else None


def _has_preposition(clause: Clause, child: int, takes: frozenset[str]) -> bool:
    tokens = clause.sentence.tokens
    return any(
        tokens[i].relation in ("case", "mark") and "+" + clause.forms[i] in takes
        for i in clause.sentence.children[child]
    )


def _content_end(clause: Clause, report: Report, first: int) -> int:
    """Last token of what is said: the end of the sentence, or before the speaker's next act (", and vowed to fight")."""
    tokens = clause.sentence.tokens
    last = len(tokens) - 1
    for child in clause.sentence.children[report.index]:
        if child > first and tokens[child].relation in ("conj", "parataxis") and _is_own_act(clause, child):
            starts = min(i for i in clause.sentence.subtree(child) if i >= first)
            last = min(last, starts - 1) if starts > first + 1 else last
        if child > first and tokens[child].relation == "advcl" and _is_reporting(clause, child):
            last = min(last, child - 1)
    last = min(last, _next_act(clause, first, last), _stop(clause, report, first, last))
    if report.word.takes and not ({"that", "quote", "to"} & report.word.takes):
        last = min(last, max(clause.sentence.subtree(report.index)))
    while last > first and (tokens[last].upos in ("PUNCT", "CCONJ") and tokens[last].form not in _QUOTE_ENDS + ")"):
        last -= 1
    return last


def _is_own_act(clause: Clause, index: int) -> bool:
    """Whether a joined verb can be the speaker's: one of saying, or one with an ending or a subject of its own."""
    token = clause.sentence.tokens[index]
    if token.upos not in ("VERB", "AUX"):
        return False
    has_own = clause.child(index, OWN_SUBJECT) is not None or "VerbForm=Fin" in token.features
    return has_own or _is_reporting(clause, index)


def _next_act(clause: Clause, first: int, last: int) -> int:
    """The token before "and warned": a verb of saying without a subject of its own is the speaker's, not the speech's."""
    tokens = clause.sentence.tokens
    for at in range(first + 2, last):
        verb = at + 2 if tokens[at + 1].upos == "ADV" and at + 2 <= last else at + 1
        joins = tokens[at].upos == "CCONJ" and "VerbForm=Fin" in tokens[verb].features
        trails = tokens[at].form == "," and tokens[verb].upos == "VERB" and _is_present_participle(tokens[verb])
        if (joins or trails) and _is_reporting(clause, verb) and clause.child(verb, OWN_SUBJECT) is None:
            return at - 1
    return last


def _stop(clause: Clause, report: Report, first: int, last: int) -> int:
    """The token before a semicolon, or before the comma that closes the relative clause of the verb itself."""
    tokens = clause.sentence.tokens
    is_relative = tokens[report.index].relation == "acl:relcl"
    own = frozenset(clause.sentence.subtree(report.index)) if is_relative else frozenset()
    for at in range(first + 1, last):
        if tokens[at].form == ";":
            return at - 1
        closes = at + 1 not in own or "VerbForm=Fin" in tokens[at + 1].features
        if is_relative and tokens[at].form == "," and tokens[at + 1].upos in ("VERB", "AUX") and closes:
            return at - 1
    return last


def _is_present_participle(token: Token) -> bool:
    return "VerbForm=Ger" in token.features or (
        "VerbForm=Part" in token.features and "Tense=Past" not in token.features
    )


def _is_reporting(clause: Clause, index: int) -> bool:
    return ("verb", clause.forms[index]) in clause.words.forms and "VerbForm=Inf" not in clause.sentence.tokens[
        index
    ].features
