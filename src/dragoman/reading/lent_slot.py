"""Slots that a tree hangs on a thing and that are the deed's: "shells from Iran arrived", "20 million euros in aid to Chad"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model.tree import Sentence, base
from dragoman.reading.slot import Slot, case_of, conjuncts, is_counted, oblique

_LENT = frozenset(("to", "from", "by", "with", "against"))
_SUM_OF = ("in", "of", "de", "d'", "d’")
_SENT = frozenset(("from",))  # "shells from Iran arrived"


def lent_slots(sentence: Sentence, slots: tuple[Slot, ...], language: str) -> tuple[Slot, ...]:
    """Slots that a small parser hangs on the object: "livrera six avions à l'Ukraine" as planes-to-Ukraine."""
    own = {slot.name for slot in slots}
    found: list[Slot] = []
    for slot in slots:
        near = (*sentence.children[slot.token], *_under_sum(sentence, slot.token))
        for child in near if slot.name in ("obj", "of", "subj") else ():
            if base(sentence.tokens[child].relation) in ("nmod", "obl"):
                lent = oblique(sentence, child, language)
                if lent and lent.name in (_LENT if slot.name != "subj" else _SENT) - own:
                    found.append(Slot(lent.name, lent.token, lent.case, "hangs on the object in the tree"))
    return tuple(Slot(slot.name, one, slot.case, slot.via) for slot in found for one in conjuncts(sentence, slot.token))


def _under_sum(sentence: Sentence, noun: int) -> Iterator[int]:
    """What hangs on the thing that a sum is of, or on the sum of a thing: "20 million euros in aid to Chad", "une aide de 20 millions d'euros au Tchad"."""
    for child in sentence.children[noun]:
        of_it = base(sentence.tokens[child].relation) == "nmod" and case_of(sentence, child) in _SUM_OF
        if of_it and (is_counted(sentence, noun) or is_counted(sentence, child)):
            yield from sentence.children[child]
