"""Whether an event word only says what another deed is about: what is demanded, charged, stopped, agreed on or admitted."""

from __future__ import annotations

from dragoman.coding.case import Case, is_state
from dragoman.coding.content import content_of
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import Token, base
from dragoman.world.concept import is_a
from dragoman.world.speech import fold, load_speech

_MAX_CLIMB = 6  # words between what is wanted and the word that wants it
_ADMITTING = ("DENY", "RECOGNISE", "ACKNOWLEDGE", "CONFIRM", "BELIEVE", "CLAIM")
_ALLEGED = ("ACCUSE_GROUP", "STATEMENT", "RUMOUR", "REPORT", "STATEMENT_DOC")
_NO_WORDS = (
    "DECIDE",
    "SUMMON",
    "INVESTIGATE",
    "WANT",
    "WISH",
    "PLAN_DEED",
    "NEED",
    "PREDICT",
    "ANALYSE",
    "WRITE_TO",
)  # "rejected the decision" denies nothing
_WITHHELD = (
    "PERMIT_DEED",
    "ALLOW_ACCESS",
    "REQUEST_GROUP",
    "TRANSFER",
    "TRANSFERABLE",
    "VISA",
    "ASYLUM_STATUS",
    "RELEASE",
)
_CHARGED = ("ARREST", "STOP_OR_ARREST", "CONVICT", "CONDEMN_OR_CONVICT", "CHARGE", "SUE", "SANCTION", "INVESTIGATE")
_CONTENT = frozenset(("xcomp", "ccomp", "obj", "conj", "obl", "acl"))
_MEANT = ("REQUEST_GROUP", "THREATEN_GROUP", "REJECT_GROUP", "AGREE_GROUP", "ACCUSE_GROUP", "WANT", "TRY", "FAIL")
_ATTEMPTS = ("ASSASSINATE", "CYBER_ATTACK", "OVERTHROW")  # to try is the deed (CAMEO 185)
_GROUNDS = frozenset(("for", "over", "of", "pour", "d'", "d’", "de"))


def is_only_said(case: Case, predication: Predication) -> bool:
    """Whether its word is the cue of an admission or a denial: "a reconnu l'envoi de troupes" recognises no state, it admits.

    "Rejected the offer" is a cue as well and a deed of its own; "rejected the allegations" denies.
    """
    concept = predication.concept or ""
    about = [one.concept for one in _said_things(case, predication) if one.concept]
    if is_a(concept, "DENY") and any(is_a(one, name) for one in about for name in _WITHHELD):
        return False  # "denied him permission to march"
    if is_a(concept, "RECOGNISE") and _is_recognition(case, predication):
        return False
    if not any(is_a(concept, name) for name in _ADMITTING):
        about = [one for one in about if not any(is_a(one, name) for name in _NO_WORDS)]
        if not any(is_a(one, name) for one in about for name in _ALLEGED):
            return False
    return any(
        one.cue is not None
        and one.cue.span.overlaps(predication.trigger.span)
        and one.speech in ("acknowledge", "deny")
        for one in case.reading.attributions
    )


def turns_down_talk(case: Case, predication: Predication) -> bool:
    """Whether what is turned down is what others say: "dismissed reports of soldiers sent to Chad" sends none back."""
    if not is_a(predication.concept or "", "REJECT_GROUP"):
        return False
    words, tokens = load_speech(case.reading.document.language), case.reading.sentences[predication.sentence].tokens
    return any(
        one.role in ("topic", "theme", "recipient") and words.is_word(fold(tokens[one.head].form), "talk")
        for one in predication.arguments
    )


def _is_recognition(case: Case, predication: Predication) -> bool:
    """Whether a state or a government is recognised, and no fact: "recognised the State of Palestine"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    return any(
        one.role in ("recipient", "theme")
        and tokens[one.head].upos in ("NOUN", "PROPN")
        and any(is_state(actor) for actor in case.index.actors.at(one.sentence, one.head))
        for one in predication.arguments
    )


def _said_things(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """What a deed is about, as nouns: in "rejected the result, saying that it was rigged" the saying is not rejected."""
    tokens = case.reading.sentences[predication.sentence].tokens
    return tuple(
        one
        for one in predication.arguments
        if one.role in ("topic", "theme", "recipient") and tokens[one.head].upos not in ("VERB", "AUX")
    )


def is_terms(case: Case, predication: Predication) -> bool:
    """Whether a clause only says what an agreement is about: "a deal on sharing intelligence" shares none."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    marked = any(
        base(sentence.tokens[child].relation) in ("mark", "case") for child in sentence.children[predication.head]
    )
    if token.upos != "VERB" or base(token.relation) != "acl" or not marked:
        return False
    over = (one.concept for one in case.index.concepts.at(predication.sentence, token.head) if one.head == token.head)
    return any(is_a(one, "AGREEMENT") for one in over)


def meant_by(case: Case, predication: Predication) -> Predication | None:
    """The demand, refusal, threat or charge whose content it is: "demanded that the army ease the curfew" eases none.

    That is the event then; a transfer in it is a claim of its own ("promised to deliver jets").
    """
    sentence = case.reading.sentences[predication.sentence]
    node = predication.head
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[node]
        relation = base(token.relation)
        marked = any(base(sentence.tokens[child].relation) == "mark" for child in sentence.children[node])
        if (
            token.head < 0
            or relation not in _CONTENT
            or (
                relation == "acl"
                and not token.has("VerbForm=Inf")
                and not marked
                and not _aims(case, predication, node)
            )
        ):
            return None  # "accused Moscow of shelling it" has the shelling below Moscow
        node = token.head
        over = case.by_trigger.get((predication.sentence, node))
        if over is None:
            continue
        concept = over.concept or ""
        if is_a(concept, "TRY") and any(is_a(predication.concept or "", name) for name in _ATTEMPTS):
            return None
        if any(is_a(concept, name) for name in _MEANT):
            if relation == "conj":
                continue  # "asks it to offer terms and to postpone the vote"
            return over
        if is_a(concept, "STATEMENT") and (
            _is_errand(token, over) or (node != predication.head and content_of(case, over).is_duty)
        ):
            return over
    return None


def _aims(case: Case, predication: Predication, node: int) -> bool:
    """Whether a participle only says what a thing is for: "les demandes visant à lever le blocus" lift none."""
    over = case.by_trigger.get((predication.sentence, node))
    return over is not None and node != predication.head and is_a(over.concept or "", "PLAN_DEED")


def _is_errand(token: Token, over: Predication) -> bool:
    """Whether an infinitive is what somebody is told to do: "told Uganda to release them"."""
    return token.has("VerbForm=Inf") and base(token.relation) in ("xcomp", "ccomp") and bool(over.fillers("recipient"))


def is_stopped(case: Case, predication: Predication) -> bool:
    """Whether it is what somebody puts an end to: "halted all trade with Chad" is a cut, and no trade."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    over = case.over(predication)
    if over is None or token.upos != "NOUN" or token.relation not in ("obj", "nsubj:pass"):
        return False
    return is_a(over.concept or "", "STOP_GROUP") and over.factuality.polarity == "positive"


def charged_by(case: Case, predication: Predication) -> Predication | None:
    """The arrest, charge or conviction whose ground it is: "arrested for collaborating with the enemy" tells of an arrest."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    if token.head < 0 or base(token.relation) not in ("advcl", "acl", "obl", "nmod"):
        return None
    words = (sentence.tokens[child] for child in sentence.children[predication.head])
    marks = {one.form.casefold() for one in words if base(one.relation) in ("mark", "case")}
    over = case.by_trigger.get((predication.sentence, token.head))
    if over is None or not marks & _GROUNDS:
        return None
    return over if any(is_a(over.concept or "", name) for name in _CHARGED) else None
