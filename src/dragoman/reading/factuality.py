"""Whether an event happened, by the text: what its own clause says, under everything that governs it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.model.factuality import Factuality, Status, Tense, first_status
from dragoman.model.span import quote
from dragoman.model.tree import Sentence
from dragoman.reading.condition import is_condition
from dragoman.reading.governor import complement_of, find_governor, is_bare_gerund, is_gerund, is_infinitive
from dragoman.reading.passive import is_perfect_infinitive
from dragoman.reading.phase import says_only_when
from dragoman.reading.reporting import Clause, noun_phrase
from dragoman.reading.sureness import Sureness, is_deferred, negations, own_sureness
from dragoman.reading.upshot import stands_in, upshot_of
from dragoman.world.speech import Governor, load_speech
from dragoman.world.syntax import just_done

_NOMINAL = frozenset(
    (
        "nsubj",
        "nsubj:pass",
        "obj",
        "iobj",
        "obl",
        "obl:arg",
        "obl:agent",
        "obl:mod",
        "nmod",
        "nmod:poss",
        "appos",
        "dep",
    )
)
_CLAUSAL = frozenset(("ccomp", "csubj", "csubj:pass"))
_HELPERS = frozenset(("aux", "aux:pass", "cop"))
_SAME = frozenset(("flat", "flat:name", "fixed", "compound", "compound:prt", "goeswith"))
_SUBJECT = frozenset(("nsubj", "nsubj:pass"))
_MAX_AHEAD = 14  # tokens between a thing and its time: "a rise in the making of ships for the coming year"
_MAX_DEPTH = 40  # governors above one word: beyond this a tree is a parser's error


def factuality_of(sentence: Sentence, head: int, text: str, language: str) -> Factuality:
    """What a sentence commits to about the event at one of its tokens.

    head: index of the event's word, a verb, noun or adjective. text: the document's; language: ISO 639-1.
    `status` is the contract's first of those that hold; `by` is the words that name who acknowledges, denies, plans or
    predicts. A word that nothing turns is asserted, positive and certain. Work grows with the depth of the word alone.
    """
    return Stances(sentence, text, language).of(head)


class Stances:
    """How sure one sentence is of each of its events: what a word hands down is worked out once for all that it governs."""

    def __init__(self, sentence: Sentence, text: str, language: str) -> None:
        self._clause = Clause(sentence, text, load_speech(language))
        self._known: dict[int, Sureness] = {}

    def of(self, head: int) -> Factuality:
        """As `factuality_of`."""
        path = _path(self._clause, head)
        known = self._known if len(path) < _MAX_DEPTH else {}
        if path[0] not in known:
            known[path[0]] = _at_root(self._clause, path[0])
        for parent, child in pairwise(path):
            if child not in known:
                passed = _passed_down(self._clause, parent, child, known[parent])
                known[child] = own_sureness(self._clause, child, passed)
        return _answer(self._clause, known[path[-1]])


def _at_root(clause: Clause, root: int) -> Sureness:
    return own_sureness(clause, root, _headline(clause, root, Sureness(time=_tense(clause, root))))


def _carried(clause: Clause, index: int) -> int:
    """The verb that "going to" or "va" carries, for a word that only says when."""
    tokens = clause.sentence.tokens
    governor = clause.words.governors.get((tokens[index].lemma.lower(), "verb", "to"))
    if governor is None or governor.holds != "+" or governor.mark != "plan":
        return index
    for child in clause.sentence.children[index]:
        if tokens[child].relation == "xcomp" and "VerbForm=Inf" in tokens[child].features:
            return child
    return index


def _headline(clause: Clause, root: int, sure: Sureness) -> Sureness:
    """ "Kim to visit Moscow": a bare infinitive with a subject is a headline's future."""
    has_subject = clause.child(root, _SUBJECT) is not None
    token = clause.sentence.tokens[root]
    inflected = token.form.casefold() != token.lemma.casefold()  # "no longer buys gas", which a tagger takes for one
    if (
        not (has_subject and is_infinitive(clause, root))
        or inflected
        or clause.child(root, frozenset(("aux", "aux:pass"))) is not None
    ):
        return sure
    return replace(sure.marked("plan", root), time="future").weakened("probable")


def _path(clause: Clause, head: int) -> tuple[int, ...]:
    """Tokens from the root down to an event's word; an auxiliary stands for its verb, a part of a name for its head."""
    tokens, at = clause.sentence.tokens, head
    found: list[int] = []
    is_part = stands_in(clause, at) is None  # "au lieu de partir", which trees take for one fixed phrase
    while is_part and tokens[at].relation in _HELPERS | _SAME and tokens[at].head >= 0 and len(found) < _MAX_DEPTH:
        at = tokens[at].head
    at = _carried(clause, at)
    while at >= 0 and len(found) < _MAX_DEPTH and at not in found:
        found.append(at)
        at = tokens[at].head
    return tuple(reversed(_past_infinitives(clause, found)))


def _past_infinitives(clause: Clause, upward: list[int]) -> list[int]:
    """A path without the infinitives that a tree puts over a finite verb: "refused to sign and | left": who refused left."""
    tokens, kept = clause.sentence.tokens, upward[:1]
    for below, at in pairwise(upward):
        joined = kept[-1] == below and tokens[below].relation == "conj" and tokens[below].has("VerbForm=Fin")
        is_told = joined and tokens[below].has("Tense=Past") and is_infinitive(clause, at)
        if is_told and any(tokens[one].has("VerbForm=Fin") for one in upward[upward.index(at) :]):
            continue
        if kept[-1] != below and not tokens[at].has("VerbForm=Fin"):
            continue  # the word on which the infinitive hangs
        kept.append(at)
    return kept


def _passed_down(clause: Clause, parent: int, child: int, sure: Sureness) -> Sureness:
    """What a word hands to one that it governs."""
    tokens = clause.sentence.tokens
    relation = tokens[child].relation
    if _is_since(clause, child):
        return Sureness(time="past")
    if relation == "xcomp" and _is_just_done(clause, parent):
        return replace(sure, time="past")  # "vient de livrer": it has delivered
    if (instead := stands_in(clause, child)) is not None:
        return Sureness(
            polarity="negative", time="past" if sure.time != "future" else sure.time, cues=(*sure.cues, instead)
        )
    governor = find_governor(clause, parent, child)
    if governor is not None:
        return _under(clause, parent, child, governor, sure)
    time = _tense(clause, child) or sure.time
    if relation == "conj":
        return _coordinated(clause, child, sure)
    if _is_excess(clause, parent, child):
        return sure.turned("-" if sure.polarity == "positive" else "?")
    if relation == "amod" and time == "past" and sure.polarity == "positive" and not sure.conditional:
        return Sureness(time=time)  # "will send captured guns": they were captured
    if relation == "xcomp":
        # "gathered to sign": a verb that no table knows says only what for
        has_mark = any(
            clause.words.is_word(clause.form(i), "to") and i < child for i in clause.sentence.children[child]
        )
        is_aim = has_mark and is_infinitive(clause, child)
        return replace(sure, time="future").weakened("possible") if is_aim else replace(sure, time=time)
    if _is_prospect(clause, child):
        return replace(sure, time=sure.time).weakened("possible")
    if relation in ("acl:relcl", "parataxis", "acl") or relation in _CLAUSAL:
        if relation == "acl" and is_perfect_infinitive(clause.sentence, child):
            return _charged(sure, time)
        is_aim = relation == "acl" or tokens[parent].upos in (
            "ADV",
            "ADP",
        )  # "afin d'étouffer", whose trees hang it on "afin"
        return _fresh(sure, time, is_infinitive(clause, child) and is_aim)
    if relation == "advcl":
        return _adverbial(clause, child, sure, time)
    if relation in _NOMINAL:
        return _noun(clause, parent, child, sure)
    return replace(sure, time=time)


def _under(clause: Clause, parent: int, child: int, governor: Governor, sure: Sureness) -> Sureness:
    """What a word of the table of governors hands down, once what the text says came of it is heard: kept, broken, turned down."""
    if (upshot := upshot_of(clause, parent)) is not None:
        return Sureness("positive" if upshot == "kept" else "negative", time="past", cues=(*sure.cues, parent))
    if (verb := _turned_down(clause, parent)) is not None:
        if governor.mark == "report":  # "rejected the charge that it had fired": a denial of what has been
            denied = replace(sure, polarity="negative", time=_tense(clause, child) or sure.time).weakened("probable")
            return denied.marked("deny", verb, _subject(clause, verb))
        return replace(sure.weakened("probable"), polarity="negative", time="future")
    return _governed(clause, parent, child, governor, sure)


def _is_just_done(clause: Clause, index: int) -> bool:
    """Whether a verb only says that its infinitive has just been done."""
    language = clause.words.language
    is_phase = clause.sentence.tokens[index].lemma.casefold() in just_done(language)
    return is_phase and says_only_when(clause.sentence, index, language)


def _is_since(clause: Clause, child: int) -> bool:
    """ "The visit would be the first since the raid": the raid was, however the visit stands."""
    return any(clause.words.is_word(clause.form(i), "since") and i < child for i in clause.sentence.children[child])


def _is_prospect(clause: Clause, child: int) -> bool:
    """ "Serious about leaving", "thinking of leaving": a gerund behind a word that looks ahead."""
    return is_gerund(clause.sentence.tokens[child]) and any(
        clause.words.is_word(clause.form(i), "prospect") and i < child for i in clause.sentence.children[child]
    )


def _charged(sure: Sureness, time: Tense | None) -> Sureness:
    """ "Accuse la Chine d'avoir vendu": a deed of the past, as sure as who is said to charge with it may be."""
    found = _fresh(sure, time, is_aim=False)
    return found.weakened("probable") if "report" in sure.marks else found


def _fresh(sure: Sureness, time: Tense | None, is_aim: bool) -> Sureness:
    """A clause that stands on its own; an infinitive on a noun ("a way to win") is what may come."""
    found = Sureness(time=time, marks=sure.marks & {"report"}, cues=sure.cues, by=sure.by)
    return replace(found.weakened("possible"), time="future") if is_aim else found


def _adverbial(clause: Clause, child: int, sure: Sureness, time: Tense | None) -> Sureness:
    """ "To stop them": an aim; "when it comes" shares the main clause's future; "having left" stands on its own."""
    if is_perfect_infinitive(
        clause.sentence, child
    ):  # "après avoir rencontré", "pour s'être rendu": done before the rest
        return Sureness(time="past", cues=sure.cues)
    if is_infinitive(clause, child) and _is_before(clause, child):
        return replace(sure, polarity="positive").weakened("probable")
    if is_infinitive(clause, child) and _is_outcome(clause, child):
        return sure  # "the lake rose to reach the mill": it did
    if _is_awaited(clause, child) and time != "past":
        return replace(Sureness(cues=sure.cues).weakened("possible"), time="future")
    if is_infinitive(clause, child) and not negations(clause, child):
        return replace(Sureness(marks=frozenset(("plan",)), cues=sure.cues).weakened("possible"), time="future")
    is_open = sure.time == "future" or sure.conditional
    if sure.certainty != "certain" and child > clause.sentence.tokens[child].head and is_bare_gerund(clause, child):
        return replace(
            sure, polarity="positive"
        )  # "accused of cheating by hiding ships": the hiding is as sure as the rest
    if is_open and not is_condition(clause, child):
        return replace(Sureness(time=sure.time, marks=sure.marks, cues=sure.cues), certainty=sure.certainty)
    return Sureness(time="future" if is_open and sure.time == "future" and time == "present" else time, cues=sure.cues)


def _is_excess(clause: Clause, parent: int, child: int) -> bool:
    """ "Too weak to attack", "trop loin pour tirer": what the excess rules out."""
    children, operators = clause.sentence.children, clause.words.operators
    if not (child > parent and is_infinitive(clause, child)):
        return False
    near = (parent, *(i for i in children[parent] if i < child))
    small = (operators.get(clause.form(i)) for at in near for i in children[at] if i < child)
    return any(one is not None and one.kind == "excess" for one in small)


def _is_before(clause: Clause, child: int) -> bool:
    """ "Il a crié avant d'être abattu": what came next, and nobody's aim; whether it came at all is only implied."""
    marks = [clause.form(i) for i in clause.sentence.children[child] if i < child]
    return any(clause.words.is_word(one, "before") for one in marks)


def _is_outcome(clause: Clause, child: int) -> bool:
    """ "Rose to reach a third": an infinitive that tells how far a change has gone, and no aim."""
    tokens, words = clause.sentence.tokens, clause.words
    head = tokens[tokens[child].head]
    return words.is_word(tokens[child].lemma.lower(), "outcome") and words.is_word(head.lemma.lower(), "change")


def _is_awaited(clause: Clause, child: int) -> bool:
    """ "Until the army leaves": it has not left."""
    return any(clause.words.is_word(clause.form(i), "awaited") and i < child for i in clause.sentence.children[child])


def _coordinated(clause: Clause, child: int, sure: Sureness) -> Sureness:
    """The second of two joined words shares what governs the first, and its helpers where it has none of its own."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    time = _tense(clause, child) or sure.time
    own = any(tokens[i].relation in _HELPERS or tokens[i].relation in ("nsubj", "nsubj:pass") for i in children[child])
    if sure.polarity == "negative" and any(clause.words.is_word(clause.form(i), "contrast") for i in children[child]):
        sure = replace(sure, polarity="positive")  # "did not stop the raids but slowed them": the slowing was
    if sure.polarity == "negative" and any(tokens[i].relation == "cc" for i in negations(clause, child)):
        sure = replace(sure, polarity="positive")  # "neither confirmed nor denied": "nor" negates by itself
    if (
        sure.polarity == "negative"
        and "VerbForm=Fin" in tokens[child].features
        and negations(clause, tokens[child].head)
    ):
        sure = replace(
            sure, polarity="positive"
        )  # "was not reported and only became public": a verb in full has its own "not"
    if not own or tokens[child].upos in ("NOUN", "PROPN"):
        return replace(sure, time=time if sure.time != "future" else sure.time)
    return Sureness(time=time, marks=sure.marks & {"report"}, conditional=sure.conditional, cues=sure.cues).weakened(
        "possible" if sure.conditional else "certain"
    )


def _noun(clause: Clause, parent: int, child: int, sure: Sureness) -> Sureness:
    """A thing in a clause: one that is already known ("the raid") is not undone by "did not see"; a new one is."""
    relation = clause.sentence.tokens[child].relation
    if _looks_ahead(clause, child):
        return replace(sure.weakened("probable"), time="future", marks=sure.marks | {"plan"})
    if relation in _SUBJECT and _is_occurring(clause, parent):
        return sure  # "the sale never took place": it is the sale that was not
    known = any(clause.words.is_word(clause.form(i), "possessive") for i in clause.sentence.children[child])
    is_new = not known and relation in ("obj", "nsubj:pass", "obl:arg", "obl", "obl:agent")
    if sure.polarity == "negative" and relation == "obj" and not known:
        return sure
    if is_new or (not known and sure.time == "future"):
        return replace(sure, polarity="positive")
    return Sureness(time="past" if sure.time == "future" and known else sure.time, cues=sure.cues)


def _is_occurring(clause: Clause, index: int) -> bool:
    """Whether a verb only says that its subject comes to be: "took place", "ne s’est pas produite", "a eu lieu"."""
    tokens = clause.sentence.tokens
    lemma = tokens[index].lemma.lower()
    things = (
        clause.form(i) for i in clause.sentence.children[index] if tokens[i].relation in ("obj", "compound", "fixed")
    )
    return clause.words.is_word(lemma, "occurs") or any(
        clause.words.is_word(f"{lemma} {one}", "occurs") for one in things
    )


def _looks_ahead(clause: Clause, index: int) -> bool:
    """ "Announced a rise for the coming year": a thing whose time, printed behind it, is to come."""
    tokens = clause.sentence.tokens
    for at in range(index + 1, min(index + _MAX_AHEAD, len(tokens))):
        if tokens[at].upos in ("PUNCT", "AUX", "SCONJ"):
            return False
        operator = clause.words.operators.get(clause.form(at))
        if operator is not None and operator.kind == "ahead":
            return tokens[at].upos == "ADJ" or tokens[at - 1].upos == "ADP"
    return False


def _governed(clause: Clause, parent: int, child: int, governor: Governor, sure: Sureness) -> Sureness:
    """A word with a signature: "failed to fire" did not, "did not fail to fire" did, "plans to fire" may."""
    effect = governor.holds if sure.polarity == "positive" else governor.negated
    if is_deferred(clause, parent):
        effect = "="  # "has yet to come": the one negation is all
    if effect[0] == "-" and _is_said(clause, parent, child):
        return Sureness(time=sure.time, cues=sure.cues)  # "rejected the offer": it was made
    by = _subject(clause, parent) if governor.mark in ("deny", "acknowledge", "plan", "predict") else None
    if effect == "=":
        return replace(sure.marked(governor.mark, parent, by), time=_tense(clause, child) or sure.time)
    own = _tense(clause, child)
    start = replace(sure, polarity="positive", time=own or sure.time)
    if governor.mark in ("report", "deny", "acknowledge") or governor.holds == governor.negated == "+":
        start = replace(start, certainty="certain", conditional=False, marks=start.marks & {"report"})
    mark = governor.mark
    if mark == "predict" and own == "past":
        mark = "possible"  # "it is likely that they crossed": a guess about what has been, no prediction
    if sure.polarity == "negative" and mark in ("acknowledge", "deny", "report"):
        mark, by = "possible", None  # "has not confirmed that", "nothing indicates that": neither is said
    found = start.turned(effect).marked(mark, parent, by)
    is_ahead = mark == "possible" and effect == "+?" and own is None and found.time == "present"
    is_ahead = is_ahead and complement_of(clause, parent, child) == "to"  # "may send": if at all, then later
    is_ahead = is_ahead or (found.time == "present" and _is_later(clause, child))
    return replace(found, time="future") if mark in ("plan", "predict") or is_ahead else found


def _is_later(clause: Clause, index: int) -> bool:
    """ "Did not rule out that Cairo would send": what a past looks ahead to."""
    helpers = (i for i in clause.sentence.children[index] if clause.sentence.tokens[i].relation == "aux")
    return any((word := clause.words.operators.get(clause.form(i))) and word.kind == "conditional" for i in helpers)


def _is_said(clause: Clause, parent: int, child: int) -> bool:
    """Whether a noun names what somebody said or asked ("the request"), which turning it down does not undo."""
    token = clause.sentence.tokens[child]
    is_object = token.relation in ("obj", "nsubj:pass", "nsubj") and clause.sentence.tokens[parent].upos == "VERB"
    return is_object and clause.words.is_stated(token.lemma.lower()) and not negations(clause, child)


def _turned_down(clause: Clause, index: int) -> int | None:
    """The verb in "rejected a proposal to sign": the proposal was made, and what it proposes will not be; None if there is none."""
    head = clause.sentence.tokens[index].head
    governor = find_governor(clause, head, index) if head >= 0 else None
    if governor is None or governor.holds[0] != "-" or negations(clause, head):
        return None
    return head if _is_said(clause, head, index) else None


def _subject(clause: Clause, index: int) -> int | None:
    tokens = clause.sentence.tokens
    at = index
    for _ in range(4):
        for child in clause.sentence.children[at]:
            if tokens[child].relation in ("nsubj", "nmod:poss", "obl:agent"):
                return child
        if tokens[at].relation not in ("conj", "xcomp", "advcl") or tokens[at].head < 0:
            return None
        at = tokens[at].head
    return None


def _tense(clause: Clause, index: int) -> Tense | None:
    """The time that a word's endings and helpers give, None for one that shares its governor's (a noun, an infinitive)."""
    tokens = clause.sentence.tokens
    helpers = [i for i in clause.sentence.children[index] if tokens[i].relation in _HELPERS]
    if any("Tense=Past" in tokens[i].features or "Tense=Imp" in tokens[i].features for i in helpers):
        return "past"
    features = tokens[index].features
    if tokens[index].upos not in ("VERB", "AUX"):
        return "present" if helpers else None
    bare = [i for i in helpers if "VerbForm=Inf" in tokens[i].features]
    if bare and all(tokens[i].relation == "aux:pass" for i in bare):  # "être livré", "may be sent": no past in these
        return None if len(bare) == len(helpers) else "present"
    if "VerbForm=Inf" in features and not helpers:
        return None
    if "Tense=Past" in features or "Tense=Imp" in features:
        return "past"
    if "VerbForm=Part" in features and any(tokens[i].relation == "aux" for i in helpers):
        return "past"  # "n’a pas attaqué", where the tagger leaves the participle's tense out
    return None if is_gerund(tokens[index]) and not helpers else "present"


def _answer(clause: Clause, sure: Sureness) -> Factuality:
    marks = sure.marks
    statuses: list[Status] = []
    if "deny" in marks:
        statuses.append("denied")
    elif sure.polarity == "negative":
        statuses.append("negated")
    if sure.conditional:
        statuses.append("conditional")
    statuses.extend(_STATUS_OF[mark] for mark in sorted(marks) if mark in _STATUS_OF)
    if sure.certainty in ("possible", "unknown", "probable") and not statuses:
        statuses.append("possible")
    time: Tense = sure.time or "past"
    by = noun_phrase(clause, sure.by).of(clause.text) if sure.by is not None else None
    tokens = clause.sentence.tokens
    cues = tuple(quote(tokens[i].span, clause.text) for i in sorted(set(sure.cues)))
    status = first_status(tuple(statuses))
    has_actor = status in ("acknowledged", "denied", "planned", "predicted")
    return Factuality(status, by if has_actor else None, sure.polarity, sure.certainty, time, cues)


_STATUS_OF: dict[str, Status] = {
    "plan": "planned", "predict": "predicted", "possible": "possible", "acknowledge": "acknowledged", "report": "reported",
}  # fmt: skip
