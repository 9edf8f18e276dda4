"""Tolls: killed, wounded, killed or wounded, each told apart; one number is never counted twice, nor added to another."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.coding.measure import quantities_at, quantities_on
from dragoman.coding.party import sufferers
from dragoman.coding.rule import loss_role
from dragoman.model.mention import ActorMention, QuantityMention
from dragoman.model.predication import Predication
from dragoman.model.quantity import QuantityRole
from dragoman.model.tree import Sentence
from dragoman.reading.slot import base, is_passive
from dragoman.world.concept import concepts, is_a
from dragoman.world.quantity import people_units
from dragoman.world.syntax import cases

_HURT = {"killed", "wounded"}


def joint_role(case: Case, predication: Predication, role: QuantityRole) -> QuantityRole:
    """What a number counts: "6 000 soldats tués ou blessés" is one toll of killed or wounded, not two."""
    if role in _HURT and any(loss_role(other.concept or "") in _HURT - {role} for other in _sharing(case, predication)):
        return "killed_or_wounded"
    return role


def is_counted_before(case: Case, predication: Predication) -> bool:
    """Whether the number of a loss has been taken by the word before it: "tués" takes that of "tués ou blessés"."""
    if loss_role(predication.concept or "") is None:
        return False
    return any(other.trigger.span < predication.trigger.span for other in _sharing(case, predication))


def is_carried(case: Case, predication: Predication) -> bool:
    """Whether those counted are only what another verb moves: "2,000 wounded soldiers were taken home" is no toll."""
    if concepts()[predication.concept or ""].kind != "people":
        return False
    return any(
        argument.role == "theme" and argument.head == predication.head and argument.repaired is None
        for other in case.in_sentence(predication.sentence)
        if _moves(case, other) and not _is_parted(case, predication, other)
        for argument in other.arguments
    )


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
                return found
    return ()


def put_at(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """The number that a verb puts a toll at: "put the dead at about 600", "estimated casualties at 1,200"."""
    sentence = case.reading.sentences[predication.sentence]
    verb = sentence.tokens[predication.head].head
    if verb < 0 or base(sentence.tokens[predication.head].relation) not in ("obj", "nsubj"):
        return ()
    return tuple(
        mention
        for child in sentence.children[verb]
        if base(sentence.tokens[child].relation) in ("obl", "nmod", "xcomp")
        # "the dead included, out of some 15,000 soldiers": of whom, and not how many
        and not _is_part_of(case, sentence, child)
        for mention in case.index.quantities.at(predication.sentence, child)
        if mention.quantity.unit is None or mention.quantity.unit in people_units()
    )


def _is_part_of(case: Case, sentence: Sentence, noun: int) -> bool:
    """Whether a preposition of a noun says that it is what others are taken from: "out of some 15,000"."""
    table = cases(case.reading.document.language)
    own = [sentence.tokens[child] for child in sentence.children[noun]]
    return any(table.get(token.form.casefold()) in ("from", "of") for token in own if base(token.relation) == "case")


def _numbers(case: Case, predication: Predication) -> tuple[QuantityMention, ...]:
    """What a loss counts: the number on its own word, else those on the people that it acts on.

    "300 soldats ont été tués et 2 700 autres blessés": the tree lends the 300 to "blessés", which has its own number.
    """
    own = quantities_at(case, predication)
    if own:
        return own
    return tuple(one for argument in predication.fillers("theme") for one in quantities_on(case, argument))


def _sharing(case: Case, predication: Predication) -> tuple[Predication, ...]:
    """Other losses of the sentence that count the same number, or are joined to this one by "ou", "or", "et", "and" without one."""
    own = set(_numbers(case, predication))
    found = []
    for other in case.in_sentence(predication.sentence):
        if other is predication or loss_role(other.concept or "") is None:
            continue
        theirs = set(_numbers(case, other))
        if _has_number(case, predication) and _has_number(case, other):
            continue  # "300 soldats … tués et 2 700 autres blessés": two numbers are two tolls
        if (own and own & theirs) or (_are_joined(case, predication, other) and not (own and theirs)):
            found.append(other)
    return tuple(found)


def _has_number(case: Case, predication: Predication) -> bool:
    """Whether a number stands on the word, or on the subject or object of the verb that it is."""
    sentence = case.reading.sentences[predication.sentence]
    own = [predication.head]
    if sentence.tokens[predication.head].upos == "VERB":
        own += [i for i in sentence.children[predication.head] if base(sentence.tokens[i].relation) in ("nsubj", "obj")]
    return any(sentence.tokens[child].upos == "NUM" for word in own for child in sentence.children[word])


def _are_joined(case: Case, left: Predication, right: Predication) -> bool:
    tokens = case.reading.sentences[left.sentence].tokens
    first, second = sorted((left.head, right.head))
    if second - first == 2 and tokens[first + 1].upos == "CCONJ":
        return True  # side by side: "their killed and wounded", wherever the tree hangs the second
    if base(tokens[second].relation) != "conj" or tokens[second].head != first:
        return False
    # "tués ou blessés", "killed and wounded" count together; "five died and others were wounded" does not
    return tokens[second - 1].upos == "CCONJ"
