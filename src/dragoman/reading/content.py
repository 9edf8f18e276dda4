"""What is said: the words that a reporting verb, a cue or a pair of quotation marks gives as content."""

from __future__ import annotations

from dragoman.model.attribution import Quotation
from dragoman.model.span import Span
from dragoman.reading.complement import behind_hearer, find_number, late_infinitive
from dragoman.reading.content_end import beside, content_end, has_preposition, is_present_participle, is_reporting
from dragoman.reading.inserted import QUOTE_STARTS, answers, has_verb_ahead, opens_mark
from dragoman.reading.marks import Marks
from dragoman.reading.reporting import Clause, Report, is_noun_for_words
from dragoman.world.concept import names_people
from dragoman.world.speech import fold

_PREDICATE = frozenset(("+as",))
_FREE_RELATIVES = (("ce", "que"), ("ce", "qu’"), ("ce", "qui"), ("ce", "dont"))
_MAX_TO_CONTENT = 18  # tokens between "said" and "that": "told reporters at a rally in the town of Sumy on Monday that"


def following_content(clause: Clause, report: Report, marks: Marks) -> Span | None:
    """What is said after a verb: a clause, an infinitive, words in marks, or the thing that it names."""
    first = _content_start(clause, report)
    if first is None:
        return None
    tokens, text = clause.sentence.tokens, clause.text
    start = tokens[first].span.start
    quotation = marks.around(start) or marks.around(max(start - 1, 0))
    if quotation is not None and quotation.outer.span.start >= tokens[report.index].span.end:
        is_whole = quotation.outer.span.end >= clause.sentence.span.end - 1 or _ends_with_quotation(text, quotation)
        if is_whole or _is_left_behind(clause, report, quotation.outer.span.end):
            return quotation.outer.span
        start = quotation.outer.span.start
    end = tokens[content_end(clause, report, first)].span.end
    last = marks.around(end - 1) or (marks.around(end) if end < len(text) else None)
    if last is not None and last.outer.span.end > end and last.outer.span.start >= start:
        end = last.outer.span.end
    return Span(start, end) if end > start else None


def _is_left_behind(clause: Clause, report: Report, end: int) -> bool:
    """Whether what follows a quotation is when or why it was said: "chanted “Go home” as he spoke"."""
    tokens = clause.sentence.tokens
    follows = next((i for i in range(report.last, len(tokens)) if tokens[i].span.start >= end), None)
    if follows is None or tokens[follows].upos != "SCONJ":
        return False
    verb = tokens[follows].head
    return tokens[verb].relation == "advcl" and tokens[verb].head == report.index


def _ends_with_quotation(text: str, quotation: Quotation) -> bool:
    """Whether a quotation is closed as a sentence: a stop before or behind its mark."""
    return quotation.inner.text[-1:] in ".?!,…" or text[quotation.outer.span.end : quotation.outer.span.end + 1] in ".;"


def _content_start(clause: Clause, report: Report) -> int | None:
    """First token of what is said after the verb, by what the verb takes: a mark, ":" or quotation, a clause, a thing."""
    takes = report.word.takes
    opened = _opener(clause, report)
    if opened is None and "that" in takes and answers(clause, report.last + 1):
        return report.last + 1
    if opened is not None:
        return _before_mark(clause, report, opened)
    behind = clause.sentence.tokens[report.last + 1 : report.last + 2]
    if "~" in takes and behind and behind[0].upos == "NUM" and not report.passive:
        return (
            report.last + 1
        )  # "documented 70 sailors killed": the number opens it, whatever clause the tree sees in it
    for relations, wanted in ((("ccomp",), "that"), (("xcomp",), "to"), (("ccomp", "parataxis"), "quote")):
        child = _child_after(clause, report, relations)
        if child is not None and wanted in takes:
            edge = _left_edge(clause, child, report.last + 1)
            opens = clause.words.is_word(clause.forms[edge], "that") and clause.sentence.tokens[edge].upos == "SCONJ"
            if opens and edge + 1 < len(clause.forms):  # where "that" is the last word nothing is said behind it
                edge += 1
            is_told = "hearer" in takes and edge == report.last + 1
            is_infinitive = clause.words.is_word(clause.forms[edge], "to") and clause.words.language == "en"
            if is_infinitive and "to" not in takes:
                continue  # "requires ships to report": a law that takes no infinitive says none
            if wanted == "to" or clause.words.is_word(clause.forms[edge], "to"):
                return _from_addressed(clause, report, edge)
            return behind_hearer(clause, edge) if is_told else edge
    child = _child_after(clause, report, ("xcomp", "advcl"))
    if child is not None and "to" in takes and _is_infinitive(clause, child):
        return _from_addressed(clause, report, _left_edge(clause, child, report.last + 1))
    bare = _bare_clause(clause, report) or late_infinitive(clause, report)
    if bare is not None:
        return bare
    number = find_number(clause, report)
    return number if number is not None else _thing(clause, report)


def _from_addressed(clause: Clause, report: Report, edge: int) -> int:
    """ "Asked | the ministry to release them", "did not expect | him to sing": who is to do it opens what is asked."""
    addressed = _child_after(clause, report, ("obj", "iobj"))
    if addressed is None or addressed >= edge:
        return edge
    start = _left_edge(clause, addressed, report.last + 1)
    return start if start == report.last + 1 else edge


def _before_mark(clause: Clause, report: Report, opened: int) -> int:
    """The start of a clause in which a quotation mark only opens later: "wondered whether they would be “fair”"."""
    if "that" not in report.word.takes or not opens_mark(clause, opened):
        return opened
    child = _child_after(clause, report, ("ccomp",))
    edge = _left_edge(clause, child, report.last + 1) if child is not None else opened
    # "a dit que « le port est fermé »": behind the plain mark alone, the quotation is all that is said
    own = (i for i in range(edge, opened) if not clause.words.is_word(clause.forms[i], "that"))
    return edge if any(clause.sentence.tokens[i].upos in ("VERB", "AUX", "SCONJ", "PRON") for i in own) else opened


def _opener(clause: Clause, report: Report) -> int | None:
    """The word after "that", or the first after a colon or an opening mark, behind the verb and what it is said to whom."""
    tokens, takes, index = clause.sentence.tokens, report.word.takes, report.last + 1
    behind = _behind_citation(clause, index)
    for at in range(behind, min(behind + _MAX_TO_CONTENT, len(tokens) - 1)):
        token = tokens[at]
        if at > index and clause.words.is_word(clause.forms[at - 1], "beside") and tokens[at].upos == "SCONJ":
            return None  # "a annoncé une trêve, tandis que l'Ouganda a envoyé des soldats"
        if clause.words.is_word(clause.forms[at], "that") and (
            token.upos == "SCONJ" or (at == index and token.upos != "DET") or _is_put_off(clause, at)
        ):
            return at + 1 if "that" in takes else None
        is_free = clause.forms[at : at + 2] in _FREE_RELATIVES and clause.sentence.tokens[at - 1].upos != "ADP"
        if "object" in takes and is_free:  # but "demande à ce que"
            return at  # "a détaillé ce que le port a reçu : deux navires"
        if token.form == ":" or (token.form in QUOTE_STARTS and token.form not in "'’"):
            within = _object_around(clause, report, at)
            within = _phrase_around(clause, report, at) if within is None else within
            if within is not None:
                return within
            is_marked = token.form != ":" or clause.char_after(at) in QUOTE_STARTS
            takes_it = "quote" in takes or ("marks" in takes and is_marked)
            return (at + 1 if token.form == ":" else at) if takes_it else None
        is_next_act = token.upos == "VERB" and is_present_participle(token) and is_reporting(clause, at)
        is_other = (
            token.upos == "AUX" and "VerbForm=Fin" in token.features
        )  # "Contestant ce bilan, le ministre a dit que"
        is_other = is_other or (token.upos == "VERB" and "VerbForm=Part" not in token.features)
        if is_other or token.form == ";" or is_next_act:
            return None  # "attacked the treaty, saying, “It is over”"
    return None


def _behind_citation(clause: Clause, index: int) -> int:
    """The token behind an aside that cites: "reported, citing the ministry, | that"; `index` itself where there is none."""
    tokens = clause.sentence.tokens
    if index + 2 >= len(tokens) or tokens[index].form != ",":
        return index
    is_citing = any(
        cue.side == "citing" and clause.forms[index + 1 : index + 1 + len(cue.words)] == cue.words
        for cue in clause.words.cues.get(clause.forms[index + 1], ())
    )
    ahead = range(index + 2, min(index + _MAX_TO_CONTENT, len(tokens) - 1))
    return next((i + 1 for i in ahead if tokens[i].form == ","), index) if is_citing else index


def _object_around(clause: Clause, report: Report, at: int) -> int | None:
    """First word of the thing named, where a quotation mark only opens inside it: "mentioned a fund for “new roads”"."""
    if "object" not in report.word.takes or clause.sentence.tokens[at].form == ":":
        return None
    child = _child_after(clause, report, ("obj",))
    if child is None or child >= at or clause.sentence.tokens[child].upos not in ("NOUN", "PROPN"):
        return None
    return _left_edge(clause, child, report.last + 1) if at in clause.sentence.subtree(child) else None


def _phrase_around(clause: Clause, report: Report, at: int) -> int | None:
    """First word of the thing spoken of, where a mark only opens inside it: "speaks of men sent “in secret” to Mali"."""
    tokens, index = clause.sentence.tokens, report.last + 1
    if index + 1 >= at or "+" + clause.forms[index] not in report.word.takes or tokens[at].form == ":":
        return None
    before = tokens[index + 1 : at]
    is_thing = any(token.upos in ("NOUN", "PROPN") for token in before) and before[-1].upos != "DET"
    return index + 1 if is_thing and not any(token.form in ",;:" for token in before) else None


def _is_put_off(clause: Clause, at: int) -> bool:
    """ "Said for the first time that it left": a time stands between verb and "that", and a tagger ties the two."""
    is_time = any(clause.words.is_word(clause.forms[at - 1], role) for role in ("time", "occasion"))
    return is_time and clause.sentence.tokens[at + 1].upos in ("PRON", "DET", "NOUN", "PROPN", "NUM", "ADJ")


def _bare_clause(clause: Clause, report: Report) -> int | None:
    """ "She says it moved": a clause without a mark that the parser did not see, right behind the verb."""
    tokens, index = clause.sentence.tokens, report.last + 1
    if "that" not in report.word.takes or index >= len(tokens) or not has_verb_ahead(clause, index):
        return None
    if "hearer" in report.word.takes:
        index = behind_hearer(clause, index)
    opens = tokens[index].upos in ("PRON", "PROPN", "DET", "NOUN", "NUM", "ADJ")
    return index if opens and tokens[index].relation not in ("obj", "iobj") else None


def _child_after(clause: Clause, report: Report, relations: tuple[str, ...]) -> int | None:
    tokens = clause.sentence.tokens
    # "had reported a sale; the minister spoke of two": what follows a semicolon is no part of what is reported
    stop = next((i for i in range(report.last + 1, len(tokens)) if tokens[i].form == ";"), len(tokens))
    stop = min(stop, beside(clause, report))
    children = (i for i in clause.sentence.children[report.index] if report.last < i < stop)
    return next((i for i in children if tokens[i].relation in relations), None)


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
    token = tokens[report.index]
    is_on_noun = token.relation == "acl" and "VerbForm=Fin" not in token.features
    is_writing = is_on_noun and clause.words.is_word(
        fold(tokens[token.head].lemma), "document"
    )  # "a letter accusing the firm"
    if report.negated or (is_on_noun and not is_writing):
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
            if report.word.speech == "say" and names_people(tokens[child].lemma, clause.words.language):
                return None  # "a rappelé son ambassadeur": who is recalled is nothing said
            return _left_edge(clause, child, report.last + 1)
        if relation in ("obl", "obl:arg", "nmod", "dep", "advcl", "xcomp") and has_preposition(clause, child, takes):
            return _left_edge(clause, child, report.last + 1) + 1
        if relation == "obj":  # "mis en garde la population | contre les fraudes": trees hang it on whoever is told
            below = (i for i in clause.sentence.children[child] if i > child)
            led = next((i for i in below if has_preposition(clause, i, takes)), None)
            if led is not None:
                return _left_edge(clause, led, report.last + 1) + 1
    return _next_words(clause, report)


def _next_words(clause: Clause, report: Report) -> int | None:
    """The thing named, by its place: a noun phrase right behind a verb, or behind its preposition, that the tree missed."""
    tokens, takes, index = clause.sentence.tokens, report.word.takes, report.last + 1
    if index + 1 >= len(tokens) or report.passive:
        return None
    if (
        "+" + clause.forms[index] in takes
        and tokens[index].upos != "DET"
        and not clause.words.is_word(clause.forms[index + 1], "manner")
    ):
        return index + 1  # "des" may be an article, and "qualifié d'office" says how
    token = tokens[index]
    if clause.words.is_word(clause.forms[index], "time"):
        return None
    is_noun = token.upos in ("DET", "NOUN", "PROPN", "ADJ", "NUM") or token.relation == "nmod:poss"
    is_noun = is_noun or is_noun_for_words(clause, index)
    return index if "object" in takes and (is_noun or "VerbForm=Ger" in token.features) else None
