"""Tolls: killed, wounded, killed or wounded, each told apart; no number is counted twice, nor added to another that is not struck with it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors_at import actors_on
from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.given_number import given_at
from dragoman.coding.loss_rule import needs_people
from dragoman.coding.party import parties_of, sufferers
from dragoman.coding.rule import loss_role
from dragoman.coding.tally import is_person, is_tally, is_told, numbers_of, put_at, struck
from dragoman.coding.target import is_people
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Predication
from dragoman.model.quantity import QuantityRole
from dragoman.model.tree import base
from dragoman.reading.passive import is_passive
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import people_units

_HURT = {"killed", "wounded"}
_EITHER = ("CASUALTIES", "LOSSES_GENERIC")  # words that leave open whether those counted are dead or hurt


def role_of(case: Case, predication: Predication) -> QuantityRole | None:
    """What a predication counts as a loss; None if it tells of none.

    "6 000 soldats tués ou blessés" is one toll of killed or wounded, not two; "lost 300 men killed" says which loss it was.
    """
    concept = predication.concept or ""
    role = loss_role(concept)
    if role is None or not _tells(case, predication):
        return None
    others = {loss_role(other.concept or "") for other in _sharing(case, predication)}
    if (said := _said_of_counted(case, predication)) is not None:
        return said
    if role in _HURT and others & (_HURT - {role}):
        return "killed_or_wounded"
    if is_a(concept, "LOSE") and any(one.concept == "LIFE" for one in predication.fillers("theme")):
        return "killed"  # "la perte de six vies": who loses a life is not wounded
    if is_a(concept, "LOSE") and len(others) == 1 and others <= _HURT:
        return others.pop()
    return role


def _said_of_counted(case: Case, predication: Predication) -> QuantityRole | None:
    """What the words behind a number say of those it counts: "puts losses at 4,000 soldiers killed" counts killed alone.

    None where the toll's own word says which loss it is, or nothing behind the number does.
    """
    if not any(is_a(predication.concept or "", one) for one in _EITHER):
        return None
    given = put_at(case, predication) or given_at(case, predication)
    tokens = case.reading.sentences[predication.sentence].tokens
    for mention in given[:1]:
        behind = [i for i, token in enumerate(tokens) if token.span.start >= mention.quote.span.end]
        near = behind[:1] if tokens[behind[0]].upos != "ADJ" else behind[:2] if behind else []
        for other in case.in_sentence(predication.sentence):
            role = loss_role(other.concept or "")
            if other.head in near and role in _HURT:
                joined = other.head + 2 < len(tokens) and tokens[other.head + 1].upos == "CCONJ"
                second = case.by_trigger.get((predication.sentence, other.head + 2)) if joined else None
                both = second is not None and loss_role(second.concept or "") in _HURT - {role}
                return "killed_or_wounded" if both else role
    return None


def _tells(case: Case, predication: Predication) -> bool:
    """Whether a word of loss is one here: bodies are "found", and drones are "abattus" too."""
    concept = predication.concept or ""
    if loss_role(concept) is None or not is_told(case, predication) or _dies_besides(case, predication):
        return False
    if is_a(concept, "LOSE") and any(is_a(one.concept or "", "ATHLETE") for one in predication.fillers("theme")):
        return False  # "the club lost eight players to injury": they are out of the team, dead or hurt is not said
    if is_a(concept, "STOP_OR_ARREST") and not numbers_of(case, predication, None):
        return _strikes_people(case, predication)  # "arrêtée au 31 décembre, elle mentionne": the list, and nobody
    return not needs_people(concept) or _strikes_people(case, predication)


def _dies_besides(case: Case, predication: Predication) -> bool:
    """Whether those counted only suffer another loss: "four of the wounded died" counts four dead."""
    if concepts()[predication.concept or ""].kind != "people":
        return False
    return any(
        is_a(other.concept or "", "DIE")
        and argument.quote.span.covers(predication.trigger.span)
        and argument.repaired is None
        for other in case.in_sentence(predication.sentence)
        for argument in other.fillers("theme")
    )


def _strikes_people(case: Case, predication: Predication) -> bool:
    if any(is_people(one) or is_person(case, one) for one in struck(case, predication)):
        return True
    return any(one.quantity.unit in people_units() for one in numbers_of(case, predication, None))


def is_counted_before(case: Case, predication: Predication) -> bool:
    """Whether the number of a loss has been taken by the word before it: "tués" takes that of "tués ou blessés"."""
    if loss_role(predication.concept or "") is None:
        return False
    return any(other.trigger.span < predication.trigger.span for other in _sharing(case, predication))


def is_carried(case: Case, predication: Predication) -> bool:
    """Whether those counted are only what another verb moves: "2,000 wounded soldiers were taken home" is no toll."""
    concept = predication.concept or ""
    if (
        is_tally(case, predication)
        or concepts()[concept].kind != "people"
        or put_at(case, predication)
        or given_at(case, predication)
    ):
        return False  # "bringing the death toll to 31", "gave a death toll of 31" move nobody
    if _says_which(case, predication):
        return True
    taken = not is_a(concept, "CASUALTIES") and not is_a(
        concept, "LOSSES_GENERIC"
    )  # casualties are taken by those who have them
    return any(
        argument.role == "theme" and argument.head == predication.head and argument.repaired is None
        for other in case.in_sentence(predication.sentence)
        if _moves(case, other)
        and (taken or not is_a(other.concept or "", "TAKE"))
        and not _is_parted(case, predication, other)
        for argument in other.arguments
    )


def _says_which(case: Case, predication: Predication) -> bool:
    """Whether an adjective tells which people do or undergo something: "deux hommes blessés ont reçu des vivres" counts no wounded."""
    tokens = case.reading.sentences[predication.sentence].tokens
    token = tokens[predication.head]
    if token.upos != "ADJ" or base(token.relation) != "amod":
        return False
    whom = tokens[token.head]
    people = any(
        concepts()[one.concept].kind == "people" for one in case.index.concepts.at(predication.sentence, token.head)
    )
    return people and base(whom.relation) == "nsubj" and tokens[whom.head].upos == "VERB"


def _is_parted(case: Case, left: Predication, right: Predication) -> bool:
    """Whether a semicolon or a colon stands between: what follows it is another report, whatever the tree says."""
    first, second = sorted((left.head, right.head))
    tokens = case.reading.sentences[left.sentence].tokens
    return any(token.form in (";", ":") for token in tokens[first:second])


def _moves(case: Case, other: Predication) -> bool:
    """Whether a verb carries what it acts on: "were taken home" does, "took casualties" and "put the dead at 600" do not."""
    concept = other.concept or ""
    if is_a(concept, "TAKE"):
        return is_passive(case.reading.sentences[other.sentence], other.head)
    moving = frame_of(concept) in ("give", "move", "leave") or is_a(concept, "RETURN")
    return moving and not is_a(concept, "PLACE_DEED")


def same_toll(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whose people they are, read from the other toll of the sentence: "300 soldats nord-coréens tués et 2 700 autres blessés"."""
    for other in case.in_sentence(predication.sentence):
        if other is not predication and loss_role(other.concept or "") is not None:
            found = sufferers(case, other)
            if found:
                return () if _are_of_another_kind(case, predication, other) else found
    return _sent_before(case, predication)


def _are_of_another_kind(case: Case, predication: Predication, other: Predication) -> bool:
    """Whether a toll names others than the one beside it: of "killed two Kenyan soldiers and wounded three teachers" no teacher is
    Kenyan by that, and a peacekeeper of the United Nations is none.
    """
    tokens = case.reading.sentences[predication.sentence].tokens
    theirs = {one.concept for one in struck(case, other)} | {tokens[one.head].lemma for one in struck(case, other)}
    named = [
        one
        for one in struck(case, predication)
        if tokens[one.head].upos == "NOUN" and one.concept is not None and concepts()[one.concept].kind == "people"
    ]
    if any(actors_on(case, one.sentence, one.head) for one in named):
        return True
    return bool(named) and all(
        one.concept != "PERSON" and one.concept not in theirs and tokens[one.head].lemma not in theirs for one in named
    )


def _sent_before(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whose people a bare number counts, read from those spoken of before it: "sent 9,000 troops, of whom 900 were killed"."""
    sentence = case.reading.sentences[predication.sentence]
    bare = all(sentence.tokens[one.head].upos in ("NUM", "PRON") for one in struck(case, predication))
    for other in reversed(case.in_sentence(predication.sentence)) if bare else ():
        if other.head >= predication.head or frame_of(other.concept or "") != "give":
            continue
        if any(one.concept and _are_living(one.concept) for one in other.fillers("theme")):
            found = tuple(one for one in parties_of(case, other, "give").actors if is_state(one))
            why = f"the people sent before: {other.trigger.text!r}"
            return tuple(replace(one, reason=why) for one in found) if len(found) == 1 else ()
    return ()


def _are_living(concept: str) -> bool:
    """Whether a word is for people, and not for the dead or hurt: "puts the dead at 40" sends nobody."""
    return concepts()[concept].kind == "people" and loss_role(concept) is None


def _sharing(case: Case, predication: Predication) -> tuple[Predication, ...]:
    """Other losses of the sentence that count the same number, or are joined to this one by "ou", "or", "et", "and" without one."""
    own = set(numbers_of(case, predication, None))
    found = []
    for other in case.in_sentence(predication.sentence):
        if other is predication or not _tells(case, other):
            continue
        theirs = set(numbers_of(case, other, None))
        if own & theirs or (not (own and theirs) and _are_joined(case, predication, other)):
            found.append(other)  # "300 soldats … tués et 2 700 autres blessés": two numbers are two tolls
    return tuple(found)


def _are_joined(case: Case, left: Predication, right: Predication) -> bool:
    """ "Tués ou blessés", "killed and wounded" count together; "killed one man and wounded others" does not."""
    tokens = case.reading.sentences[left.sentence].tokens
    first, second = sorted((left, right), key=lambda one: one.head)
    between = tokens[first.head + 1 : second.head]
    known = {argument.head for argument in first.fillers("theme")}
    own = {argument.head for argument in second.fillers("theme") if argument.head > second.head}
    if len(between) == 1 and between[0].upos == "CCONJ":  # side by side, wherever the tree hangs the second
        return not (known and own - known)
    if base(tokens[second.head].relation) == "acl" and tokens[second.head].head in known:
        return is_a(first.concept or "", "LOSE")  # "lost 300 men killed"
    if base(tokens[second.head].relation) != "conj" or tokens[second.head].head != first.head:
        return False
    return tokens[second.head - 1].upos == "CCONJ" and not own
