"""What a tree hangs on a verb or an event noun: slots, named by syntax alone, before anyone asks what they mean.

Passives, relative and participial clauses, shared subjects, control and support verbs are undone here, so that
"la Corée du Nord a envoyé des soldats", "des soldats envoyés par la Corée du Nord" and "l'envoi de soldats par la
Corée du Nord" open the same slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.tree import Sentence, base
from dragoman.reading.passive import is_helper, is_passive, objects_behind
from dragoman.world.syntax import SlotName, cases, linking_verbs, object_control, plain_case, support_verbs

_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
BEHIND = "behind"  # case of an adjective that follows its noun: "les importations russes" are Russia's
_MAX_CLIMB = 12  # verbs of a chain of control or coordination that lend each other a subject


@dataclass(frozen=True, slots=True)
class Slot:
    """One dependent: the slot it stands in, its head token, and how it was reached where the tree alone did not say."""

    name: SlotName
    token: int
    case: str = ""
    via: str | None = None


_AS_FAR_AS = ("jusqu'", "jusqu’")


def case_of(sentence: Sentence, noun: int) -> str:
    """The preposition before a noun in plain form, "" if there is none."""
    words: list[str] = []
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        # "obtenu de la Banque mondiale un prêt": a preposition that a tree takes for half of an article
        article = base(token.relation) == "det" and token.upos == "ADP" and sentence.tokens[noun].relation == "obl"
        if base(token.relation) == "case" or article:
            before = sentence.tokens[child - 1].form if child else ""
            behind = sentence.tokens[child + 1].form if child + 1 < len(sentence.tokens) else ""
            if before.casefold() in _AS_FAR_AS:  # "jusqu'à 30 000 soldats", however the tree ties the two
                return plain_case(f"{before} {token.form}")
            if token.form.casefold() in _AS_FAR_AS:
                return plain_case(f"{token.form} {behind}")
            words.append(token.form)
            words += (
                sentence.tokens[more].form
                for more in sentence.children[child]
                if base(sentence.tokens[more].relation) == "fixed"
            )
            break
        if base(token.relation) == "mark" and token.upos == "ADP":
            words.append(token.form)
    return plain_case(" ".join(words))


def oblique(sentence: Sentence, noun: int, language: str) -> Slot | None:
    """The slot of a noun with a preposition: "au profit de la Russie" opens one for Russia, not for the profit."""
    table = cases(language)
    case = case_of(sentence, noun)
    if not case:
        return None
    token = sentence.tokens[noun]
    for child in sentence.children[noun]:
        if base(sentence.tokens[child].relation) == "nmod":
            whole = plain_case(f"{case} {token.form} {case_of(sentence, child)}")
            if whole in table:
                return Slot(table[whole], child, whole)
    name = table.get(case) or table.get(case.partition(" ")[0])
    return Slot(name, noun, case) if name else None


def conjuncts(sentence: Sentence, noun: int) -> Iterator[int]:
    """A noun and those coordinated with it: "obus, missiles et roquettes"."""
    yield noun
    for child in sentence.children[noun]:
        token = sentence.tokens[child]
        if base(token.relation) == "conj" and token.upos in _NOMINAL:
            yield from () if _is_of_another(sentence, noun, child) else conjuncts(sentence, child)
        elif (
            base(token.relation) == "nmod"
        ):  # "une trentaine de chars et 250 camions": counted, it stands beside the first
            yield from (
                one
                for under in sentence.children[child]
                if base(sentence.tokens[under].relation) == "conj" and is_counted(sentence, under)
                for one in conjuncts(sentence, under)
            )


def _is_of_another(sentence: Sentence, noun: int, joined: int) -> bool:
    """Whether what a tree joins to a bare noun has the preposition of one inside it: "a word of thanks, and of support"."""
    own = case_of(sentence, joined)
    inside = (one for one in sentence.children[noun] if base(sentence.tokens[one].relation) == "nmod" and one < joined)
    return bool(own) and not case_of(sentence, noun) and any(case_of(sentence, one) == own for one in inside)


def is_counted(sentence: Sentence, noun: int) -> bool:
    """Whether a numeral stands on a noun."""
    return any(base(sentence.tokens[child].relation) == "nummod" for child in sentence.children[noun])


def _is_number(sentence: Sentence, noun: int) -> bool:
    return sentence.tokens[noun].upos == "NUM" or is_counted(sentence, noun)


def _own(sentence: Sentence, head: int, language: str) -> Iterator[Slot]:
    """Slots that the tree itself opens under a head."""
    passive = is_passive(sentence, head)
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        relation = base(token.relation)
        if relation in ("nsubj", "csubj"):
            if not is_helper(token):
                yield Slot("obj" if passive else "subj", child)
        elif relation == "obj":
            yield Slot("obj", child)
        elif relation == "iobj":
            yield Slot("iobj", child)
        elif relation in ("obl", "nmod", "advcl", "advmod") and token.upos in _NOMINAL:
            slot = oblique(sentence, child, language)
            if token.relation in ("obl:agent",) and slot:
                slot = Slot("by", slot.token, slot.case)
            if slot:
                yield slot
            elif token.relation in ("nmod:poss",):
                yield Slot("of", child)
        elif relation == "compound" and _is_hyphened(sentence, head, child):
            yield Slot("by", child)
        elif relation in ("compound", "amod") and sentence.tokens[head].upos in ("NOUN", "PROPN"):
            yield Slot("mod", child, BEHIND if child > head else "")
        elif relation in ("xcomp", "ccomp", "advcl"):
            yield Slot("clause", child, case_of(sentence, child))


def _is_hyphened(sentence: Sentence, head: int, child: int) -> bool:
    """Whether a noun and a participle are one word of two: who trained "CIA-trained rebels" stands before the hyphen."""
    participle = sentence.tokens[head].has("VerbForm=Part") and not sentence.tokens[head].has("Tense=Pres")
    return participle and child == head - 2 and sentence.tokens[head - 1].form == "-"


_LOST = frozenset(("compound", "nmod", "dep", "vocative", "dislocated", "appos", "flat", "discourse", "obl"))


def _lost_subject(sentence: Sentence, head: int, own: list[Slot]) -> Iterator[Slot]:
    """A name just before a verb without a subject, whatever the tree calls it: "France promises Ukraine" as a compound."""
    token = sentence.tokens[head]
    if token.upos != "VERB" or not token.has("VerbForm=Fin") or any(slot.name == "subj" for slot in own):
        return
    if is_passive(sentence, head):
        return
    for child in sentence.children[head]:
        other = sentence.tokens[child]
        bare = child < head and not case_of(sentence, child) and other.upos in ("PROPN", "NOUN")
        if bare and base(other.relation) in _LOST:
            yield Slot("subj", child, "", "stands before the verb, which has no other subject")
            return


_BARE = frozenset(("obl", "xcomp", "dep", "nmod", "flat", "ccomp", "appos"))


def _bare_object(sentence: Sentence, head: int, own: list[Slot]) -> Iterator[Slot]:
    """A name right behind an active verb without an object, whatever the tree calls it: "a accusé Moscou", "mis en garde Séoul"."""
    token = sentence.tokens[head]
    if token.upos != "VERB" or any(slot.name in ("obj", "iobj") for slot in own) or is_passive(sentence, head):
        return
    for child in sentence.children[head]:
        other = sentence.tokens[child]
        if child <= head or base(other.relation) not in _BARE or case_of(sentence, child):
            continue
        if other.upos != "PROPN" and not _is_bare_noun(sentence, head, child):
            continue
        first = min((child, *sentence.children[child]))
        between = sentence.tokens[head + 1 : first]
        if all(one.upos in ("ADV", "ADP", "NOUN", "DET") for one in between) and len(between) <= 2:
            yield Slot("obj", child, "", "stands bare behind the verb, which has no other object")
            return


_LINKING = linking_verbs("fr") | linking_verbs("en")


def _is_bare_noun(sentence: Sentence, head: int, noun: int) -> bool:
    """Whether a noun that the tree takes for a predicate is an object: "a saisi un navire", not "est devenu un allié"."""
    token = sentence.tokens[noun]
    counted = any(sentence.tokens[child].upos in ("DET", "NUM") for child in sentence.children[noun])
    linking = sentence.tokens[head].lemma.casefold() in _LINKING
    return token.upos == "NOUN" and base(token.relation) == "xcomp" and counted and not linking


def _relative_subject(sentence: Sentence, slots: list[Slot]) -> Iterator[Slot]:
    """Put the antecedent where a relative pronoun stands: "les obus que Pyongyang a livrés"."""
    for slot in slots:
        token = sentence.tokens[slot.token]
        if token.has("PronType=Rel") or (
            token.upos == "PRON"
            and token.form.casefold() in ("qui", "que", "qu'", "qu’", "which", "that", "who", "dont")
        ):
            noun = _antecedent(sentence, slot.token)
            if slot.name == "of" and any(_is_number(sentence, other.token) for other in slots if other is not slot):
                continue  # "sent men to Chad, of whom 9 died": nine of the men, and nobody of Chad
            if noun is not None:
                owned = token.form.casefold() == "dont" and slot.name != "subj"  # "une mission dont il doit fournir"
                yield Slot("of" if owned else slot.name, noun, slot.case, "relative pronoun")
                continue
        yield slot


def _antecedent(sentence: Sentence, pronoun: int) -> int | None:
    index = pronoun
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[index]
        if token.head < 0:
            return None
        if base(token.relation) == "acl":
            return token.head
        index = token.head
    return None


def _borrowed(sentence: Sentence, verb: int, language: str, depth: int) -> Iterator[Slot]:
    """Slots that a verb takes over from the verb or noun it hangs on."""
    token = sentence.tokens[verb]
    if token.head < 0 or depth > _MAX_CLIMB:
        return
    relation, governor = base(token.relation), token.head
    passive = is_passive(sentence, verb)
    if relation in ("acl", "amod") and sentence.tokens[governor].upos in ("NOUN", "PROPN", "PRON", "SYM"):
        infinitive = token.has("VerbForm=Inf")
        if not infinitive:
            yield Slot("obj" if passive else "subj", governor, "", "participle or relative clause of its noun")
        return
    if relation not in ("conj", "xcomp", "advcl", "ccomp", "parataxis"):
        return
    if relation in ("ccomp", "parataxis") and not (token.has("VerbForm=Inf") or token.has("VerbForm=Ger")):
        return  # "ruled out sending": a gerund has the subject of its verb, "said it sent" has its own
    above = list(slots_of(sentence, governor, language, depth + 1))
    subject = [slot for slot in above if slot.name == "subj"]
    if relation == "xcomp":  # "asked Moscow to send": the one asked sends
        told = object_control(language).get(sentence.tokens[governor].lemma.casefold(), frozenset())
        subject = [slot for slot in above if slot.name in ("obj", "iobj") or slot.name in told] or subject
    answers = "obj" in object_control(language).get(sentence.tokens[governor].lemma.casefold(), frozenset())
    if relation == "advcl" and answers and _is_for(sentence, verb, language):  # "thanked Oslo for sending": Oslo sent
        subject = [slot for slot in above if slot.name in ("obj", "iobj")] or subject
    if relation == "conj" and passive and is_passive(sentence, governor):
        subject = [slot for slot in above if slot.name == "obj"]
        for slot in subject[:1]:
            yield Slot("obj", slot.token, slot.case, "shared with the verb before")
        return
    if not subject and is_passive(sentence, governor) and relation in ("xcomp", "advcl", "conj"):
        subject = [slot for slot in above if slot.name == "obj"]
    for slot in subject:
        yield Slot("obj" if passive else "subj", slot.token, slot.case, "subject of the governing verb")
    if relation == "conj" and not passive:  # "tortured and killed a farmer": the tree hangs him on the first verb alone
        for slot in above:
            if slot.name == "obj" and slot.token > verb and slot.via is None:
                yield Slot("obj", slot.token, slot.case, "object shared with the verb before")


def _is_for(sentence: Sentence, verb: int, language: str) -> bool:
    """Whether a clause says for what somebody is thanked or blamed: "for sending", "pour avoir livré", "d'avoir livré"."""
    words = (sentence.tokens[child] for child in sentence.children[verb])
    marks = (plain_case(one.form) for one in words if base(one.relation) in ("mark", "case"))
    return any(cases(language).get(mark) in ("for", "of") for mark in marks)


def _before_verb(sentence: Sentence, noun: int, language: str) -> Iterator[Slot]:
    """What stands between a subject and its verb is the subject's: "exports of gas to China rose", wherever the tree hangs China."""
    token = sentence.tokens[noun]
    if base(token.relation) != "nsubj" or noun > token.head:
        return
    for child in sentence.children[token.head]:
        if noun < child < token.head and base(sentence.tokens[child].relation) in ("obl", "nmod"):
            slot = oblique(sentence, child, language)
            if slot is not None:
                yield Slot(slot.name, slot.token, slot.case, "stands between the noun and its verb")


def _supported(sentence: Sentence, noun: int, language: str) -> Iterator[Slot]:
    """Slots that a support verb lends an event noun: "Moscou mène une attaque contre Kiev"."""
    token = sentence.tokens[noun]
    if token.head < 0:
        return
    yield from _before_verb(sentence, noun, language)
    verb = sentence.tokens[token.head]
    sides = support_verbs(language).get(verb.lemma.casefold())
    if verb.upos != "VERB" or not sides or base(token.relation) not in ("obj", "obl", "nsubj"):
        return
    passive = is_passive(sentence, token.head)
    is_object = base(token.relation) == "obj" or (passive and base(token.relation) == "nsubj")
    # "Les deux pays ont confirmé ce voyage": whose it is has been told before
    is_taken_up = any(sentence.tokens[child].has("PronType=Dem") for child in sentence.children[noun])
    for slot in slots_of(sentence, token.head, language, 1):
        if slot.token == noun:
            continue
        if slot.name in ("subj", "by") and is_object:
            if is_taken_up:
                continue
            name: SlotName = "subj" if "agent" in sides else "obj"
            yield Slot(name, slot.token, slot.case, f"subject of the support verb {verb.form!r}")
        elif slot.name in ("to", "against", "with", "iobj", "in", "near", "for", "exchange"):
            yield Slot(slot.name, slot.token, slot.case, f"with the support verb {verb.form!r}")


def slots_of(sentence: Sentence, head: int, language: str, depth: int = 0) -> tuple[Slot, ...]:
    """All slots of a verb or event noun, each with everyone coordinated in it, in the order found.

    A slot that the tree opens under the head itself hides one of the same name that would be borrowed.
    """
    own = list(_relative_subject(sentence, list(_own(sentence, head, language))))
    own += list(_lost_subject(sentence, head, own))
    own += list(_bare_object(sentence, head, own))
    own += list(_object_of_next(sentence, head, language, own))
    token = sentence.tokens[head]
    borrowed = (
        _borrowed(sentence, head, language, depth)
        if token.upos in ("VERB", "AUX", "ADJ")
        else _supported(sentence, head, language)
    )
    named = {slot.name for slot in own}
    found = own + [slot for slot in borrowed if slot.name not in named and slot.token != head]
    return tuple(Slot(slot.name, one, slot.case, slot.via) for slot in found for one in conjuncts(sentence, slot.token))


def _object_of_next(sentence: Sentence, head: int, language: str, own: list[Slot]) -> Iterator[Slot]:
    """The object of the verb right behind, for one that must have one."""
    if any(slot.name in ("obj", "clause") for slot in own) or is_passive(sentence, head):
        return
    for token in objects_behind(sentence, head, language):
        yield Slot("obj", token, "", "object shared with the verb behind")


def inner_slots(sentence: Sentence, first: int, last: int, head: int, language: str) -> tuple[Slot, ...]:
    """Slots that hang on the other words of a trigger of several: "coûté la vie à neuf soldats" hangs them on "vie"."""
    found = (slot for index in range(first, last + 1) if index != head for slot in _own(sentence, index, language))
    return tuple(Slot(slot.name, one, slot.case, slot.via) for slot in found for one in conjuncts(sentence, slot.token))
