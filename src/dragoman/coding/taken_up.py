"""Whom a pronoun and "these soldiers" take up: the subject before, the people of whom the text told last."""

from __future__ import annotations

from dragoman.coding.actors_at import actors_on, is_definite
from dragoman.coding.case import Case, is_state
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Role
from dragoman.model.tree import Sentence, base
from dragoman.world.concept import concepts, is_a

_BACK = 3  # sentences back that "these soldiers" may look for soldiers of a named state


def subject_before(case: Case, number: int, token: int) -> tuple[ActorMention, ...]:
    """Actors in subject position before a pronoun: of an earlier clause of its sentence, else of the sentence before.

    An object is never its own clause's subject: in "Sudan said that Iran gave it drones" it is Sudan.
    """
    sentences = case.reading.sentences
    own = _clause_of_object(sentences[number], token)
    plural = sentences[number].tokens[token].has("Number=Plur")
    owned = plural and sentences[number].tokens[token].relation == "nmod:poss"
    for earlier in reversed(
        case.in_sentence(number)
    ):  # whoever acts before it in its own sentence, whatever the tree says
        # "Chad, which bought guns from Kenya, ...; it": who buys is the subject, and not who sells
        if earlier.head == own:
            continue
        subject: Role = "recipient" if concepts()[earlier.concept or ""].frame == "get" else "agent"
        for argument in earlier.fillers(subject):
            found = actors_on(case, number, argument.head) if argument.head < token else ()
            if found and not plural:
                return found
    for back in (number, number - 1):
        if back < 0 or sentences[back].paragraph not in (sentences[number].paragraph, sentences[number].paragraph - 1):
            continue
        sentence = sentences[back]
        for index in range(len(sentence.tokens)):
            if back == number and index >= token:
                break
            if base(sentence.tokens[index].relation) != "nsubj" or sentence.tokens[index].upos == "PRON":
                continue
            if back == number and own is not None and sentence.tokens[index].head == own:
                continue
            if owned and sentence.tokens[index].span.start in case.sources:
                continue  # "Officials say that Chadians went to Niger. Their losses": not the officials'
            found = tuple(one for one in actors_on(case, back, index) if one.actor.country)
            if found and (not plural or len(found) > 1 or sentence.tokens[index].has("Number=Plur")):
                return found
    return ()


def _clause_of_object(sentence: Sentence, token: int) -> int | None:
    """The verb that a pronoun is an object of, None for a subject, a possessive and "itself"."""
    pronoun = sentence.tokens[token]
    if pronoun.has("Reflex=Yes") or base(pronoun.relation) not in ("obj", "iobj", "obl"):
        return None
    return pronoun.head


def same_people_before(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """The state whose soldiers, engineers or workers were last named, for "ces soldats", "l'unité"."""
    wanted = argument.concept or ""
    if wanted == "PERSON":
        return ()  # "4 000 hommes" after "le président" are not the president
    points_back = is_definite(case.reading.sentences[argument.sentence], argument.head)
    for number in range(argument.sentence, max(-1, argument.sentence - _BACK - 1), -1):
        for mention in reversed(case.index.concepts.inside(number)):
            if mention.quote.span.start >= argument.quote.span.start:
                continue
            # "Ukrainian soldiers": "the soldiers" and "300 soldiers" may be some of them, "gunmen" are not
            if is_a(mention.concept, wanted) or (points_back and is_a(wanted, mention.concept)):
                named = actors_on(case, number, mention.head)
                found = tuple(one for one in named if is_state(one) and one.actor.sector not in ("GOV", "LEG", "SPY"))
                if found:
                    return found
    return ()
