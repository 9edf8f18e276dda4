"""Whether an event word reports something by itself, or only serves another: a purpose, a background, a name for a thing.

Users of every event coder complain first about invented events; most come from nouns ("la campagne militaire russe") and
from clauses of purpose ("pour soutenir les opérations").
"""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.thanked import thanks_for
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import Sentence, Token
from dragoman.reading.slot import base, case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import people_units
from dragoman.world.syntax import cases, portions, support_verbs

_MAX_CLIMB = 6  # words between a purpose and the verb it belongs to
_DEADLY = ("LOSS_GROUP", "KILL", "WOUND")
_STRUCK = (
    "INFRASTRUCTURE",
    "MILITARY_BASE",
    "CAMP_REFUGEE",
    "TERRITORY",
    "VEHICLE_AIRCRAFT_SHIP",
    "CONVOY",
    "TRANSPORT_VEHICLE",
)
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
_ATTRIBUTES = ("SUPPORT_WORDS", "OPPOSE", "ALLY", "AID_PROVIDE", "FINANCE")
_CONTENT = frozenset(("xcomp", "ccomp", "obj", "conj", "obl", "acl"))
_BUILT = ("PRODUCE", "WEAPON", "MISSILE", "TECHNOLOGY", "WEAPONS_TEST", "RELATIONS", "MUNITION", "DRONE", "ARTILLERY")


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


def is_only_said(case: Case, predication: Predication) -> bool:
    """Whether its word is the cue of an admission or a denial: "a reconnu l'envoi de troupes" recognises no state, it admits.

    "Rejected the offer" is a cue as well and a deed of its own; "rejected the allegations" denies.
    """
    concept = predication.concept or ""
    about = [one.concept for one in _said_things(case, predication) if one.concept]
    if is_a(concept, "DENY") and any(is_a(one, name) for one in about for name in _WITHHELD):
        return False  # "denied him permission to march"
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


def _said_things(case: Case, predication: Predication) -> tuple[Argument, ...]:
    """What a deed is about, as nouns: in "rejected the result, saying that it was rigged" the saying is not rejected."""
    tokens = case.reading.sentences[predication.sentence].tokens
    return tuple(
        one
        for one in predication.arguments
        if one.role in ("topic", "theme", "recipient") and tokens[one.head].upos not in ("VERB", "AUX")
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


_WORDS = ("REQUEST_GROUP", "THREATEN_GROUP", "REJECT_GROUP", "ACCUSE_GROUP", "PROMISE_GROUP")


def _is_full_word(case: Case, predication: Predication) -> bool:
    """Whether a word that somebody gave says whose and what: "Chile's rejection of the border plan surprised Lima"."""
    if not predication.fillers("agent") or not any(is_a(predication.concept or "", name) for name in _WORDS):
        return False
    sentence = case.reading.sentences[predication.sentence]
    below = (sentence.tokens[child] for child in sentence.children[predication.head])
    return bool(predication.fillers("topic")) or any(
        base(one.relation) == "acl" and one.has("VerbForm=Inf") for one in below
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


_MEANT = ("REQUEST_GROUP", "THREATEN_GROUP", "REJECT_GROUP", "AGREE_GROUP", "ACCUSE_GROUP", "WANT", "TRY", "FAIL")


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
            or (relation == "acl" and not token.has("VerbForm=Inf") and not marked)
        ):
            return None  # "accused Moscow of shelling it" has the shelling below Moscow
        node = token.head
        over = case.by_trigger.get((predication.sentence, node))
        if (
            over is not None
            and is_a(over.concept or "", "TRY")
            and any(is_a(predication.concept or "", name) for name in _ATTEMPTS)
        ):
            return None
        if over is not None and any(is_a(over.concept or "", name) for name in _MEANT):
            if relation == "conj":
                continue  # "asks it to offer terms and to postpone the vote"
            return over
        if over is not None and is_a(over.concept or "", "STATEMENT") and _is_errand(sentence, token, over):
            return over
    return None


def _is_errand(sentence: Sentence, token: Token, over: Predication) -> bool:
    """Whether an infinitive is what somebody is told to do: "told Uganda to release them"."""
    return token.has("VerbForm=Inf") and base(token.relation) in ("xcomp", "ccomp") and bool(over.fillers("recipient"))


def is_stopped(case: Case, predication: Predication) -> bool:
    """Whether it is what somebody puts an end to: "halted all trade with Chad" is a cut, and no trade."""
    sentence = case.reading.sentences[predication.sentence]
    token = sentence.tokens[predication.head]
    over = _over(case, predication)
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


_ATTEMPTS = ("ASSASSINATE", "CYBER_ATTACK", "OVERTHROW")  # to try is the deed (CAMEO 185)
_GROUNDS = frozenset(("for", "over", "of", "pour", "d'", "d’", "de"))


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
    """Whether an adjective is the predicate of a clause: "said it was ready to meet"; in "a ready answer" it is not."""
    token = sentence.tokens[head]
    return token.upos == "ADJ" and any(
        base(sentence.tokens[child].relation) in ("cop", "nsubj") for child in sentence.children[head]
    )


def _has_killed(case: Case, predication: Predication) -> bool:
    """Whether people died in it: "three were killed in a bombing", "morts dans un attentat"."""
    over = _over(case, predication)
    relation = base(case.reading.sentences[predication.sentence].tokens[predication.head].relation)
    return relation in ("obl", "nsubj") and over is not None and any(is_a(over.concept or "", n) for n in _DEADLY)


def _is_headline(sentence: Sentence, head: int) -> bool:
    """Whether a line without a verb names the event: "Californie : prise d'otages dans une banque"."""
    after_colon = any(one.form == ":" for one in sentence.tokens[max(head - 3, 0) : head])
    loose = base(sentence.tokens[head].relation) in ("parataxis", "appos", "conj", "dep", "obj", "nsubj")
    return (loose or after_colon) and not any(one.upos in ("VERB", "AUX") for one in sentence.tokens)


def _over(case: Case, predication: Predication) -> Predication | None:
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    return case.by_trigger.get((predication.sentence, token.head))


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
    light = over is not None and is_a(over.concept or "", "LIGHT") and base(token.relation) == "obj"
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


def has_target(case: Case, predication: Predication) -> bool:
    """Whether an assault has somebody or somewhere it strikes: "tiré les leçons" has not; shells fired in a drill have not."""
    if any(is_a(other.concept or "", "MANOEUVRE") for other in case.in_sentence(predication.sentence)):
        return False
    if any(is_a(predication.concept or "", name) for name in ("ABDUCT", "OPEN_FIRE", "EXPLODE")):
        return True  # "prise d'otages", "opened fire": the word has them in it
    over = _over(case, predication)  # "a shooting left three dead in a mall": what is said of it is its own
    said = tuple(one for one in over.arguments if one.head != predication.head) if over else ()
    nominal = case.reading.sentences[predication.sentence].tokens[predication.head].upos not in ("VERB", "AUX")
    for argument in predication.arguments + (said if nominal else ()):
        if argument.role in ("agent", "time", "duration"):
            continue
        at = (argument.sentence, argument.head)
        if case.index.actors.at(*at) or case.index.places.at(*at) or _is_somebody(case, argument):
            return True
        if is_people(argument) or any(is_a(argument.concept or "", name) for name in _STRUCK):
            return True
    return len(predication.fillers("agent")) >= 2


_CITED_PEOPLE = ("OFFICIAL", "LAWMAKER", "ANALYST", "JOURNALIST", "WITNESS")


def _is_somebody(case: Case, argument: Argument) -> bool:
    """Whether a pronoun can only be people: "overthrew him"; "it" may be anything."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    return token.upos == "PRON" and (token.has("Gender=Masc") or token.has("Gender=Fem") or token.has("Number=Plur"))


def is_people(argument: Argument) -> bool:
    """Whether an argument names people of some kind; those who are cited are people too: "killed a mayor"."""
    concept = argument.concept
    return concept is not None and (
        concepts()[concept].kind == "people" or any(is_a(concept, name) for name in _CITED_PEOPLE)
    )


def is_human(case: Case, argument: Argument) -> bool:
    """Whether those who suffered a loss can suffer it: people, an actor, a pronoun, or a bare number; not tanks, not pride."""
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    at = (argument.sentence, argument.head)
    counted = any(
        one.quantity.unit is None or one.quantity.unit in people_units() for one in case.index.quantities.at(*at)
    )
    return is_people(argument) or counted or bool(case.index.actors.at(*at)) or token.upos in ("PRON", "NUM", "DET")


def keeps_theme(case: Case, predication: Predication) -> bool:
    """Whether a noted deed has the theme it needs: an increase of production is noted, one of prices is not."""
    concept = predication.concept or ""
    if not any(is_a(concept, name) for name in ("INCREASE", "DEVELOP", "STRENGTHEN")):
        return True
    return any(
        _is_built(case, argument.sentence, argument.head, argument.concept) for argument in predication.fillers("theme")
    )


def _is_built(case: Case, sentence: int, head: int, concept: str | None) -> bool:
    inner = case.by_trigger.get((sentence, head))
    named = [one for one in (concept, inner.concept if inner else None) if one]
    return any(is_a(one, name) for one in named for name in _BUILT)
