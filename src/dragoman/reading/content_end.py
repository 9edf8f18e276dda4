"""Where what is said ends: at the end of its sentence, or before the speaker's next act."""

from __future__ import annotations

from dragoman.model.tree import Token
from dragoman.reading.inserted import QUOTE_ENDS
from dragoman.reading.reporting import OWN_SUBJECT, Clause, Report


def content_end(clause: Clause, report: Report, first: int) -> int:
    """Last token of what is said: the end of the sentence, or before the speaker's next act (", and vowed to fight")."""
    tokens = clause.sentence.tokens
    last = len(tokens) - 1
    for child in clause.sentence.children[report.index]:
        if child > first and tokens[child].relation in ("conj", "parataxis") and _is_own_act(clause, child):
            starts = min(i for i in clause.sentence.subtree(child) if i >= first)
            last = min(last, starts - 1) if starts > first + 1 else last
        if child > first and tokens[child].relation == "advcl" and is_reporting(clause, child):
            last = min(last, child - 1)
    last = min(last, _next_act(clause, report, first, last), _stop(clause, report, first, last))
    last = min(last, _scene_end(clause, report, first, last))
    aside = beside(clause, report)
    last = min(last, aside - 1) if aside > first else last
    takes_things = bool(report.word.takes) and not {"that", "quote", "to"} & report.word.takes
    if takes_things or _is_thing(clause, report, first):
        last = min(last, max(clause.sentence.subtree(report.index)))
    while last > first and (tokens[last].upos in ("PUNCT", "CCONJ") and tokens[last].form not in QUOTE_ENDS + ")"):
        last -= 1
    return last


def beside(clause: Clause, report: Report) -> int:
    """The comma before a clause that stands beside a report of a thing: "announced a truce, while Chad sent 300 men".

    The number of tokens where there is none. What hangs on a clause that is reported is reported with it.
    """
    tokens = clause.sentence.tokens
    for at in range(report.last + 2, len(tokens) - 1):
        if tokens[at].form != "," or not clause.words.is_word(clause.forms[at + 1], "beside"):
            continue
        head = tokens[at + 1].head
        while head > at and tokens[head].head > at:
            head = tokens[head].head
        children = (i for i in clause.sentence.children[report.index] if report.last < i < at)
        named = [tokens[i].relation for i in children]
        if head > at and tokens[head].head == report.index and "obj" in named and not {"ccomp", "xcomp"} & set(named):
            return at
    return len(tokens)


def _is_thing(clause: Clause, report: Report, first: int) -> bool:
    """Whether what is said is a thing that is named, and no clause: "bragged about | the raid, and his party has left him"."""
    tokens = clause.sentence.tokens
    after = (i for i in clause.sentence.children[report.index] if i >= first)
    things = (i for i in after if tokens[i].relation in ("obj", "obl", "obl:arg"))
    thing = next((i for i in things if min(clause.sentence.subtree(i)) <= first), None)
    is_noun = thing is not None and tokens[thing].upos in ("NOUN", "PROPN", "PRON")
    return is_noun and "predicate" not in report.word.takes


def has_preposition(clause: Clause, child: int, takes: frozenset[str]) -> bool:
    """Whether a complement is led by a preposition that a verb brings what is said with: "warned | of a raid"."""
    tokens = clause.sentence.tokens
    if clause.words.is_word(clause.forms[child], "manner"):
        return False
    return any(
        tokens[i].relation in ("case", "mark") and "+" + clause.forms[i] in takes
        for i in clause.sentence.children[child]
    )


def _scene_end(clause: Clause, report: Report, first: int, last: int) -> int:
    """Last token of the clause set before the main one in which a report stands: "While the board stressed that all was well, its
    critics left", "As the drought had farmers worrying about the crops, prices rose".
    """
    tokens = clause.sentence.tokens
    at, end = report.index, last
    while tokens[at].head >= 0:
        if tokens[at].head > first:
            end = max((i for i in clause.sentence.subtree(at) if i < tokens[at].head), default=end)
        at = tokens[at].head
    return end


def _is_own_act(clause: Clause, index: int) -> bool:
    """Whether a joined verb can be the speaker's: one of saying, or one with an ending or a subject of its own."""
    token = clause.sentence.tokens[index]
    if token.upos not in ("VERB", "AUX"):
        return False
    has_own = clause.child(index, OWN_SUBJECT) is not None or "VerbForm=Fin" in token.features
    return has_own or is_reporting(clause, index)


def _next_act(clause: Clause, report: Report, first: int, last: int) -> int:
    """The token before "and warned": a verb of saying without a subject of its own is the speaker's, not the speech's."""
    tokens = clause.sentence.tokens
    own_form = is_present_participle(tokens[report.index])
    has_verb = any("VerbForm=Fin" in token.features for token in tokens[first : first + 2])
    for at in range(first + 2, last):
        is_passed = tokens[at + 1].upos in ("ADV", "PRON") or _is_called(clause, at)
        verb = at + 2 if is_passed and at + 2 <= last else at + 1
        joins = tokens[at].upos == "CCONJ" and "VerbForm=Fin" in tokens[verb].features
        if joins and not has_verb and clause.child(verb, OWN_SUBJECT) is None and _is_lone(clause, verb):
            return at - 1  # "rejected the charges as untrue and summoned the envoy": what is said has no verb to join
        has_verb = has_verb or "VerbForm=Fin" in tokens[at].features
        is_turn = tokens[at].form == "," or tokens[at].upos == "SCONJ"  # "vowed to stay while promising to talk"
        trails = is_turn and tokens[verb].upos == "VERB" and is_present_participle(tokens[verb])
        if _is_called(clause, at):
            return at - 1
        # "is insisting he is winning and urging them to stay": two acts in one form, whatever the tree joins
        pairs = tokens[at].upos == "CCONJ" and is_present_participle(tokens[verb]) and own_form
        if (joins or trails or pairs) and is_reporting(clause, verb) and clause.child(verb, OWN_SUBJECT) is None:
            return at - 1
    return last


def _is_called(clause: Clause, at: int) -> bool:
    """Whether a comma leads to what the speaker calls it: "rejette ces chiffres, les jugeant faux", whatever the tagger sees in it."""
    tokens = clause.sentence.tokens
    if at + 2 >= len(tokens) or tokens[at].form != "," or tokens[at + 1].upos not in ("PRON", "DET"):
        return False
    word = clause.words.forms.get(("verb", clause.forms[at + 2]))
    is_judging = word is not None and (word.speech == "judge" or bool({"predicate", "+as"} & word.takes))
    return is_judging and clause.words.language == "fr" and clause.forms[at + 2].endswith("ant")


def _is_lone(clause: Clause, index: int) -> bool:
    """Whether a finite verb, or the one that it helps, is without a subject: no new clause of somebody else opens with it."""
    token = clause.sentence.tokens[index]
    head = token.head if token.relation in ("aux", "aux:pass", "cop") else index
    children = (i for i in clause.sentence.children[head])
    return token.upos in ("VERB", "AUX") and not any(
        clause.sentence.tokens[i].relation in OWN_SUBJECT for i in children
    )


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


def is_present_participle(token: Token) -> bool:
    return "VerbForm=Ger" in token.features or (
        "VerbForm=Part" in token.features and "Tense=Past" not in token.features
    )


def is_reporting(clause: Clause, index: int) -> bool:
    return ("verb", clause.forms[index]) in clause.words.forms and "VerbForm=Inf" not in clause.sentence.tokens[
        index
    ].features
