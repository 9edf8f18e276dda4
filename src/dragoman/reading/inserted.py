"""Verbs that stand beside what is said and not before it ("…, said Anna", "…, Anna said, …"), and what they bring."""

from __future__ import annotations

from bisect import bisect_left

from dragoman.model.attribution import Quotation
from dragoman.model.span import Span
from dragoman.reading.marks import EDGES, Marks, trim_back
from dragoman.reading.reporting import Clause, Report

QUOTE_ENDS = "”»\"’'›"
QUOTE_STARTS = "“«\"‘'„‹`"
_OPENING = frozenset(("“", "«", '"', "„", "‘", "``"))
_GAP = 160  # code points between a quotation and its verb: "…”, said Anna Petrov, who speaks for the ministry in Kyiv,"
_MAX_HEARER = 7  # tokens of whom it is told, and when: "told lawmakers in Lima on Monday,"
_NAME_PARTS = frozenset(("PROPN", "NOUN", "ADJ", "DET", "NUM", "ADP", "PUNCT", "PART", "X"))


def is_inserted(clause: Clause, report: Report) -> bool:
    """Whether a verb stands beside what is said ("…, said Anna", "…, Anna said, …") and not before it."""
    tokens = clause.sentence.tokens
    if report.participle is not None or opens_clause(clause, report.last + 1) or answers(clause, report.last + 1):
        return False
    if not {"that", "quote", "to"} & report.word.takes:
        return False  # "“Shame,” Anna accused Boris of lying": what accuses takes a thing, not the words before it
    left = _clause_start(clause, report.first)
    before = clause.char_before(left)
    if not before or before not in "”»\",’'—–-?!":
        return False
    if before not in QUOTE_ENDS and opens_mark(clause, report.last + 1):
        return False  # "In a box for remarks, the doctor wrote “unfit”"
    if before in QUOTE_ENDS and not _is_elision(clause, left):
        is_new = (
            left == 0 and report.first > 0 and has_verb_ahead(clause, report.last + 1)
        )  # "“I ran.” He said two men fell"
        return not is_new and not _closes_scene(clause, report, left)
    if _stands_in_clause(clause, report) or _has_told_subject(clause, report, left):
        return False
    if left == 0 or ("that" not in report.word.takes and "quote" not in report.word.takes):
        return False
    if has_verb_ahead(clause, report.last + 1) or _follows_clause(clause, report):
        return False
    # "In a note to Kyiv, Anna called them heroes": no verb before the comma, and none after, so nothing is interrupted
    is_closed = any("VerbForm=Fin" in token.features for token in tokens[:left])
    # "Two ships left, the agency reported": where the tagger takes "left" for a participle, the tree still knows
    is_closed = is_closed or any(
        tokens[i].relation == "ccomp" and i < left for i in clause.sentence.children[report.index]
    )
    # "« Jamais », répond Anna": nothing but the quotation stands before
    is_closed = is_closed or (tokens[0].form in _OPENING and left > 1 and tokens[left - 2].form in QUOTE_ENDS)
    return is_closed or _goes_on(clause, report.last + 1)


def _closes_scene(clause: Clause, report: Report, left: int) -> bool:
    """Whether the mark before a verb closes a quotation of the clause that sets its scene: "While he said it was “fine,” she left"."""
    tokens = clause.sentence.tokens
    advcls = (i for i in clause.sentence.children[report.index] if tokens[i].relation == "advcl" and i < left)
    scenes = (i for i in advcls if any(tokens[at].relation == "mark" for at in clause.sentence.children[i]))
    opened = next((i for i in range(left - 2, -1, -1) if tokens[i].form in _OPENING or tokens[i].form == "''"), 0)
    return any(min(clause.sentence.subtree(i)) < opened for i in scenes) if opened else False


def answers(clause: Clause, index: int) -> bool:
    """Whether a verb has its answer behind it: "Asked whether he would go, he said no"."""
    tokens = clause.sentence.tokens
    return index < len(tokens) and tokens[index].upos == "INTJ"


def _follows_clause(clause: Clause, report: Report) -> bool:
    """ "While he thanked her, Boris noted several delays": the clause before sets the scene, and what is said follows."""
    tokens, children = clause.sentence.tokens, clause.sentence.children[report.index]
    is_set = any(tokens[i].relation == "advcl" and i < report.first for i in children)
    return is_set and any(tokens[i].relation in ("ccomp", "xcomp", "obj") and i > report.last for i in children)


def opens_mark(clause: Clause, index: int) -> bool:
    """Whether a token opens a quotation."""
    return index < len(clause.forms) and clause.sentence.tokens[index].form in _OPENING


def _is_elision(clause: Clause, index: int) -> bool:
    """Whether the mark before a token is an apostrophe: "lorsqu’un", and no closing quotation mark: "go,’ she"."""
    at = clause.sentence.tokens[index].span.start - 1
    return at > 0 and clause.text[at] in "'’" and clause.text[at - 1].isalnum()


def _stands_in_clause(clause: Clause, report: Report) -> bool:
    """A verb that no comma makes a speaker's: "considered a heresy", "without saying", "un incendie s’est déclaré"."""
    token = clause.sentence.tokens[report.index]
    if "VerbForm=Inf" in token.features or (token.relation in ("acl", "acl:relcl") and not _is_turned(clause, report)):
        return True
    if "self" in report.word.takes:
        return False  # "« … », se souvient Anna"
    return any(clause.words.is_word(clause.forms[i], "reflexive") for i in clause.sentence.children[report.index])


def _is_turned(clause: Clause, report: Report) -> bool:
    """ "Des drones, rapporte l'agence Anadolu, ont frappé": a verb right behind a comma with its subject behind it."""
    tokens = clause.sentence.tokens
    # trees take who speaks for an object too, where a verb of saying has none but in this place
    roles = frozenset(("nsubj", "obj")) if clause.words.language == "fr" else frozenset(("nsubj",))
    subject = clause.child(report.index, roles)
    is_finite = "VerbForm=Fin" in tokens[report.first].features and "VerbForm=Fin" in tokens[report.index].features
    is_turned = subject is not None and subject > report.last and tokens[subject].upos != "PRON"
    return is_finite and is_turned and report.first > 0 and tokens[report.first - 1].form == ","


def _has_told_subject(clause: Clause, report: Report, left: int) -> bool:
    """Whether the comma before a verb only ends what is told of its subject: "France, which left Chad, called both lands to restraint"."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    return any(
        tokens[under].relation == "acl:relcl" and under < left
        for one in children[report.index]
        if tokens[one].relation.startswith("nsubj") and one < left
        for under in children[one]
    )


def _goes_on(clause: Clause, index: int) -> bool:
    """Whether a comma follows the verb and its subject, and a finite verb follows the comma: "The town, he said, fell"."""
    tokens = clause.sentence.tokens
    comma = next((i for i in range(index, min(index + 8, len(tokens))) if tokens[i].form == ","), None)
    if comma is None or opens_mark(clause, comma + 1):
        return False
    return any("VerbForm=Fin" in token.features for token in tokens[comma:])


def _clause_start(clause: Clause, first: int) -> int:
    """First of the words that a verb and its subject make up: back to a comma or mark, a bracket jumped over."""
    tokens, left = clause.sentence.tokens, first
    while left > 0 and (tokens[left - 1].upos not in ("SCONJ", "CCONJ", "VERB") or tokens[left - 1].relation == "amod"):
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


def has_verb_ahead(clause: Clause, index: int) -> bool:
    """Whether a finite verb comes before the next comma or stop: then the words ahead are what is said."""
    tokens = clause.sentence.tokens
    for at in range(index, len(tokens)):
        if tokens[at].form in (",", ".", ";", "?", "!") or tokens[at].form in QUOTE_STARTS:
            return False
        if at > index and clause.words.is_word(clause.forms[at], "relative") and "PronType=Rel" in tokens[at].features:
            return False  # "ont annoncé les autorités qui craignent le pire": its verb is about who says it
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
        opening = quotation.outer.span.start
        is_closed = text[start:opening].rstrip(" \u00a0\u202f")[-1:] in tuple(
            ".!?…»”"
        )  # "crient « Non ! ». « Si », dit Anna"
        start = min(opening, start if opening >= start and not is_closed else left)
        end = max(end, quotation.outer.span.end) if end > start else quotation.outer.span.end
        following = _resumed(clause, marks, right, quotation)
        return Span(start, following) if following else Span(start, end)
    if end <= start or not {"that", "to"} & report.word.takes:
        return None
    inside = sentence.tokens[-1].span.end
    rest = text[_behind_hearer(clause, right) : inside].lstrip(" \u00a0")
    # "Nobody, she said, was hurt": the clause goes on behind the verb
    if rest.startswith(",") and (_is_interrupted(clause, left) or _hangs_on(clause, report, left, right)):
        return Span(start, trim_back(text, start, inside))
    return Span(start, end)


def _behind_hearer(clause: Clause, at: int) -> int:
    """Where the comma may stand that closes an inserted verb: "told lawmakers |,", "a indiqué le ministre aux députés |,"."""
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, at, key=lambda token: token.span.start)
    comma = next((i for i in range(first, min(first + _MAX_HEARER, len(tokens))) if tokens[i].form == ","), None)
    if comma is None or not all(token.upos in _NAME_PARTS for token in tokens[first:comma]):
        return at
    return tokens[comma].span.start


def _hangs_on(clause: Clause, report: Report, left: int, right: int) -> bool:
    """Whether a clause behind an inserted verb is a part of the one before it: "It was unclear, she said, whether he had left"."""
    tokens = clause.sentence.tokens
    first = bisect_left(tokens, right, key=lambda token: token.span.start)
    comma = next((i for i in range(first, min(first + _MAX_HEARER, len(tokens) - 1)) if tokens[i].form == ","), None)
    if comma is None or tokens[comma + 1].relation != "mark":
        return False
    verb = tokens[comma + 1].head
    above = tokens[verb].head
    is_second = (
        above == report.index and tokens[verb].relation == "ccomp"
    )  # so trees see it, and the one before it as well
    return is_second or (above >= 0 and tokens[above].span.end <= left)


def _is_interrupted(clause: Clause, left: int) -> bool:
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
    if "\n" in gap:
        return False  # the quotation of one paragraph is not said by the next one
    if not gap.strip(EDGES + "!?"):
        return end - start <= 8
    first = bisect_left(clause.sentence.tokens, start, key=lambda token: token.span.start)
    between = [token for token in clause.sentence.tokens[first:] if token.span.end <= end]
    return len(gap) <= _GAP // 2 and bool(between) and all(token.upos in _NAME_PARTS for token in between)
