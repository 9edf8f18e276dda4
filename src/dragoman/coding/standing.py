"""Whether an event word reports something by itself, or only serves another: a purpose, a background, a name for a thing.

Users of every event coder complain first about invented events; most come from nouns ("la campagne militaire russe") and
from clauses of purpose ("pour soutenir les opérations").
"""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.thanked import thanks_for
from dragoman.model.predication import Predication
from dragoman.model.tree import Sentence, base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.syntax import cases, portions, support_verbs

_MAX_CLIMB = 6  # words between a deed and the setting out it is for
_DEADLY = ("LOSS_GROUP", "KILL", "WOUND")
_ATTRIBUTES = ("SUPPORT_WORDS", "OPPOSE", "ALLY", "AID_PROVIDE", "FINANCE")
_WORDS = ("REQUEST_GROUP", "THREATEN_GROUP", "REJECT_GROUP", "ACCUSE_GROUP", "PROMISE_GROUP")


def serves_another(case: Case, predication: Predication) -> bool:
    """Whether it is what another deed is for: "envoyés pour soutenir les opérations" reports a sending, not support."""
    place = (predication.sentence, predication.head)
    if _is_under_way(case, predication) or thanks_for(case, predication) is not None:
        return False
    if is_purpose_clause(case, predication):
        return True
    return any(
        argument.role == "purpose" and (argument.sentence, argument.head) == place
        for other in case.in_sentence(predication.sentence)
        for argument in other.arguments
        if other is not predication
    )


def is_own_deed(case: Case, predication: Predication) -> bool:
    """Whether the one who speaks does it, and the text does not tell here who that is: "our soldiers freed the town"."""
    sentence = case.reading.sentences[predication.sentence]
    return any(
        sentence.tokens[token].has("Person=1") and sentence.tokens[token].upos in ("PRON", "DET")
        for argument in predication.fillers("agent")
        for token in (argument.head, *sentence.children[argument.head])
    )


def _is_under_way(case: Case, predication: Predication) -> bool:
    """What somebody has set out for: "left Pyongyang to pay a visit to Russia" reports the visit."""
    sentence = case.reading.sentences[predication.sentence]
    node = predication.head
    for _ in range(_MAX_CLIMB):
        node = sentence.tokens[node].head
        if node < 0:
            return False
        over = case.by_trigger.get((predication.sentence, node))
        if over is not None:
            return frame_of(over.concept or "") in ("move", "leave")
    return False


def is_purpose_clause(case: Case, predication: Predication) -> bool:
    """ "Pour appuyer la campagne", "to support the war": what for, not what was done."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    relation = base(token.relation)
    if not token.has("VerbForm=Inf") or relation not in ("advcl", "acl"):
        return False
    words = [sentence.tokens[child] for child in sentence.children[predication.head]]
    marks = {one.form.casefold() for one in words if base(one.relation) in ("mark", "case")}
    return any(cases(case.reading.document.language).get(one) in ("for", "purpose") for one in marks) or (
        relation == "advcl" and bool(marks)
    )


def stands_alone(case: Case, predication: Predication) -> bool:
    """Whether an event noun is told and not merely mentioned.

    It is if a support verb carries it ("mène une attaque"), if it heads its line (a headline, a list), or if two of its
    own words say who, to whom, when or where. Verbs always are.
    """
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    if token.upos in ("VERB", "AUX") or token.head < 0 or _is_said_of_somebody(sentence, predication.head):
        return True
    if _has_killed(case, predication) or _is_headline(sentence, predication.head):
        return True
    when = cases(case.reading.document.language).get(case_of(sentence, predication.head))
    if when == "during" and is_a(predication.concept or "", "MEETING_GROUP"):
        named = predication.fillers("agent") + predication.fillers("recipient")
        return len(named) >= 2 or bool(
            predication.fillers("partner")
        )  # "lors d'une réunion avec Séoul": they met, whatever was done there
    if when == "about" and is_a(predication.concept or "", "MEETING_GROUP"):
        return False  # "commented on the summit between the two": it may be ahead
    if when in ("time", "during"):
        return False  # "depuis l'invasion russe", "after the attack": when something else happened
    if _is_carried(case, predication, sentence):
        return True
    if base(token.relation) == "nsubj" and _is_full_word(case, predication):
        return True
    own = {one.role for one in predication.arguments if one.role in ("agent", "recipient", "partner", "time")}
    return len(own) >= 2 or len(predication.fillers("agent")) >= 2


def _is_full_word(case: Case, predication: Predication) -> bool:
    """Whether a word that somebody gave says whose and what: "Chile's rejection of the border plan surprised Lima"."""
    if not predication.fillers("agent") or not any(is_a(predication.concept or "", name) for name in _WORDS):
        return False
    sentence = case.reading.sentences[predication.sentence]
    below = (sentence.tokens[child] for child in sentence.children[predication.head])
    return bool(predication.fillers("topic")) or any(
        base(one.relation) == "acl" and one.has("VerbForm=Inf") for one in below
    )


def is_epithet(case: Case, predication: Predication) -> bool:
    """Whether a participle only says which one is meant: "the ousted president", "la ville assiégée"."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    relation = base(token.relation)
    if relation not in ("amod", "acl") or not (token.has("VerbForm=Part") or token.has("VerbForm=Ger")):
        return False
    if relation == "acl" and any(is_a(predication.concept or "", name) for name in _ATTRIBUTES):
        return not token.has("Tense=Pres")  # "rebels opposed to the king", "fighters supported by Chad"
    return relation == "amod" or (not sentence.children[predication.head] and not token.has("Tense=Pres"))


def _is_said_of_somebody(sentence: Sentence, head: int) -> bool:
    """Whether an adjective is the predicate of a clause, or of an object: "said it was ready to meet", "a déclaré persona non
    grata trois diplomates"; in "a ready answer" it is not.
    """
    token = sentence.tokens[head]
    if token.upos != "ADJ":
        return False
    below = (base(sentence.tokens[child].relation) for child in sentence.children[head])
    return base(token.relation) == "xcomp" or any(one in ("cop", "nsubj") for one in below)


def _has_killed(case: Case, predication: Predication) -> bool:
    """Whether people died in it: "three were killed in a bombing", "morts dans un attentat"."""
    over = case.over(predication)
    relation = base(case.reading.sentences[predication.sentence].tokens[predication.head].relation)
    return relation in ("obl", "nsubj") and over is not None and any(is_a(over.concept or "", n) for n in _DEADLY)


def _is_headline(sentence: Sentence, head: int) -> bool:
    """Whether a line without a verb names the event: "Californie : prise d'otages dans une banque"."""
    after_colon = any(one.form == ":" for one in sentence.tokens[max(head - 3, 0) : head])
    loose = base(sentence.tokens[head].relation) in ("parataxis", "appos", "conj", "dep", "obj", "nsubj")
    return (loose or after_colon) and not any(one.upos in ("VERB", "AUX") for one in sentence.tokens)


def _is_carried(case: Case, predication: Predication, sentence: Sentence) -> bool:
    """Whether a light verb carries the noun, or another noun listed with it: "launched air strikes and rocket fire"."""
    node = predication.head
    while sentence.tokens[node].head >= 0 and (
        base(sentence.tokens[node].relation) == "conj" or _is_portioned(case, sentence, node)
    ):
        node = sentence.tokens[node].head
    token = sentence.tokens[node]
    if token.head < 0 or base(token.relation) not in ("obj", "nsubj", "obl"):
        return False
    governor = sentence.tokens[token.head]
    if governor.upos not in ("VERB", "AUX"):
        return False
    over = case.by_trigger.get((predication.sentence, token.head))
    object_of = over is not None and any(one.role == "theme" and one.head == node for one in over.arguments)
    # "ont participé à des exercices conjoints": the preposition is the verb's own
    light = over is not None and is_a(over.concept or "", "LIGHT") and (base(token.relation) == "obj" or object_of)
    happens = over is not None and is_a(over.concept or "", "HAPPEN") and base(token.relation) == "nsubj"
    return light or happens or governor.lemma.casefold() in support_verbs(case.reading.document.language)


def _is_portioned(case: Case, sentence: Sentence, node: int) -> bool:
    """Whether the noun over it only portions it out: "began a new round of talks", "lança une série de frappes"."""
    token = sentence.tokens[node]
    language = case.reading.document.language
    return (
        base(token.relation) == "nmod"
        and cases(language).get(case_of(sentence, node)) == "of"
        and sentence.tokens[token.head].lemma.casefold() in portions(language)
    )
