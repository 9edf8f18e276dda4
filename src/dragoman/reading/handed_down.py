"""What a word hands to one that it governs: its sureness, turned, kept or left behind by how the two are joined."""

from __future__ import annotations

from dataclasses import replace

from dragoman.model.factuality import Tense
from dragoman.reading.circumstance import circumstance, is_excess, is_since
from dragoman.reading.governor import find_governor, is_gerund, is_infinitive
from dragoman.reading.negation import negations
from dragoman.reading.participant import participant
from dragoman.reading.passive import is_perfect_infinitive
from dragoman.reading.phase import says_only_when
from dragoman.reading.reporting import Clause
from dragoman.reading.signature import under_governor
from dragoman.reading.sureness import Sureness
from dragoman.reading.tense import tense_of
from dragoman.reading.upshot import stands_in
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


def passed_down(clause: Clause, parent: int, child: int, sure: Sureness) -> Sureness:
    """What a word hands to one that it governs."""
    relation = clause.sentence.tokens[child].relation
    if is_since(clause, child):
        return Sureness(time="past")
    if relation == "xcomp" and _is_just_done(clause, parent):
        return replace(sure, time="past")  # "vient de livrer": it has delivered
    if (instead := stands_in(clause, child)) is not None:
        return Sureness(
            polarity="negative", time="past" if sure.time != "future" else sure.time, cues=(*sure.cues, instead)
        )
    if _is_paired(clause, parent, child):
        return replace(sure, polarity="positive") if negations(clause, child) else sure  # its own "ni" turns it
    governor = find_governor(clause, parent, child)
    if governor is not None:
        return under_governor(clause, parent, child, governor, sure)
    if relation == "conj":
        return _coordinated(clause, child, sure)
    if is_excess(clause, parent, child):
        return sure.turned("-" if sure.polarity == "positive" else "?")
    return _ungoverned(clause, parent, child, sure)


def _ungoverned(clause: Clause, parent: int, child: int, sure: Sureness) -> Sureness:
    """What a word of which no table knows what it makes of others hands down, by how the two are joined."""
    tokens = clause.sentence.tokens
    relation = tokens[child].relation
    time = tense_of(clause, child) or sure.time
    if relation == "amod" and time == "past" and sure.polarity == "positive" and not sure.conditional:
        return Sureness(time=time)  # "will send captured guns": they were captured
    if relation == "xcomp":
        return _aim(clause, child, sure, time)
    if _is_prospect(clause, child):
        return replace(sure, time=sure.time).weakened("possible")
    if relation == "acl" and is_perfect_infinitive(clause.sentence, child):
        return _charged(sure, time)
    if relation in ("acl:relcl", "parataxis", "acl") or relation in _CLAUSAL:
        # "afin d'étouffer", whose trees hang it on "afin"
        is_aim = relation == "acl" or tokens[parent].upos in ("ADV", "ADP")
        return _fresh(sure, time, is_infinitive(clause, child) and is_aim)
    if relation == "advcl":
        return circumstance(clause, child, sure, time)
    if relation in _NOMINAL:
        return participant(clause, parent, child, sure)
    return replace(sure, time=time)


def _is_paired(clause: Clause, parent: int, child: int) -> bool:
    """ "N’a ni confirmé ni démenti": two joined words, of which a tree may make a clause and its verb."""
    if not 0 < parent < child or clause.forms[parent - 1] != clause.forms[child - 1]:
        return False
    return clause.words.is_word(clause.forms[child - 1], "neither")


def _aim(clause: Clause, child: int, sure: Sureness, time: Tense | None) -> Sureness:
    """ "Gathered to sign": a verb that no table knows says only what for."""
    marks = (i for i in clause.sentence.children[child] if i < child)
    is_aim = is_infinitive(clause, child) and any(clause.words.is_word(clause.form(i), "to") for i in marks)
    return replace(sure, time="future").weakened("possible") if is_aim else replace(sure, time=time)


def _is_just_done(clause: Clause, index: int) -> bool:
    """Whether a verb only says that its infinitive has just been done."""
    language = clause.words.language
    is_phase = clause.sentence.tokens[index].lemma.casefold() in just_done(language)
    return is_phase and says_only_when(clause.sentence, index, language)


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


def _coordinated(clause: Clause, child: int, sure: Sureness) -> Sureness:
    """The second of two joined words shares what governs the first, and its helpers where it has none of its own."""
    tokens, children = clause.sentence.tokens, clause.sentence.children
    time = tense_of(clause, child) or sure.time
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
