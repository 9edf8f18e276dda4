"""From slots to roles: what a frame makes of syntax, and what may fill a role where the tree is wrong or silent.

A frame says how a concept's syntax maps to its roles ("give": the subject gives, the object is given). A filler then
has its say: an actor sends, a thing is sent, a party receives. Where the filler overrules the tree the argument says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from dragoman.model.predication import Role
from dragoman.reading.slot import BEHIND, Slot

Filler = Literal["actor", "thing", "people", "place", "period", "event", "other"]
KindOf = Callable[[int], Filler]


@dataclass(frozen=True, slots=True)
class Filled:
    """A role and the token that fills it, with why where the tree alone does not say it."""

    role: Role
    token: int
    why: str | None = None


# Slots every frame reads alike. "of" and the like stand in the tables below, since they depend on the frame.
_SHARED: dict[str, Role] = {
    "by": "agent", "exchange": "exchange", "purpose": "purpose", "about": "topic", "near": "place", "between": "agent",
}  # fmt: skip
_FRAMES: dict[str, dict[str, Role]] = {
    "act": {"subj": "agent", "obj": "theme", "iobj": "theme", "of": "theme", "to": "recipient", "against": "recipient",
            "with": "partner", "for": "purpose", "from": "origin"},
    "toward": {"subj": "agent", "obj": "recipient", "iobj": "recipient", "of": "recipient", "to": "recipient",
               "against": "recipient", "with": "partner", "for": "recipient", "from": "origin"},
    "give": {"subj": "agent", "obj": "theme", "iobj": "recipient", "of": "theme", "to": "recipient",
             "against": "recipient", "with": "partner", "for": "recipient", "from": "agent"},
    "get": {"subj": "recipient", "obj": "theme", "of": "theme", "from": "agent", "to": "agent", "with": "partner",
            "for": "purpose", "against": "exchange", "by": "recipient"},
    "with": {"subj": "agent", "obj": "theme", "iobj": "partner", "of": "agent", "with": "partner", "to": "partner",
             "against": "topic", "for": "purpose", "from": "agent"},
    "undergo": {"subj": "theme", "obj": "theme", "of": "theme", "from": "origin", "for": "purpose", "to": "theme"},
    "move": {"subj": "agent", "obj": "recipient", "of": "agent", "to": "recipient", "with": "partner", "from": "origin",
             "for": "recipient", "against": "recipient"},
    "leave": {"subj": "agent", "obj": "origin", "of": "agent", "from": "origin", "to": "recipient", "for": "recipient",
              "with": "partner"},
    "say": {"subj": "agent", "obj": "topic", "iobj": "recipient", "of": "topic", "to": "recipient", "clause": "topic",
            "with": "partner", "for": "topic", "against": "recipient", "from": "agent"},
}  # fmt: skip


def assign(
    slots: tuple[Slot, ...],
    frame: str,
    nominal: bool,
    kind_of: KindOf,
    is_place: Callable[[int], bool] = lambda _: False,
) -> tuple[Filled, ...]:
    """Roles of one predication.

    frame: a frame of the lexicon; nominal: its trigger is a noun, whose "of" is read by what fills it.
    kind_of: what a token of the sentence names; is_place: whether it names a place, an actor or not. Slots that no role reads
    are left out.
    """
    deed = _Deed(slots, frame, nominal, kind_of, is_place)
    filled: list[Filled] = []
    for slot in slots:
        kind = kind_of(slot.token)
        role = None if _is_passed_over(deed, slot, kind) else _role_of(deed, slot, kind)
        if role:
            filled.append(Filled(role, slot.token, slot.via))
    return _repair(tuple(filled), frame, kind_of)


@dataclass(frozen=True, slots=True)
class _Deed:
    """What is known of a predication while its slots are read: see `assign`."""

    slots: tuple[Slot, ...]
    frame: str
    nominal: bool
    kind_of: KindOf
    is_place: Callable[[int], bool]

    def has(self, name: str) -> bool:
        return any(slot.name == name for slot in self.slots)


def _is_passed_over(deed: _Deed, slot: Slot, kind: Filler) -> bool:
    """Whether a slot fills no role of the deed, whatever its table says."""
    if kind == "period":
        return True
    if deed.frame == "toward" and slot.name in ("to", "for", "of"):
        if any(one.name == "obj" and deed.kind_of(one.token) == "actor" for one in deed.slots):
            return True  # "accused Russia of supplying missiles to North Korea" accuses Russia alone
        if deed.nominal and slot.name == "of" and kind == "thing":
            return True  # "une attaque de drones": with what, not against whom
    if slot.name == "from" and deed.frame == "give":
        return not _gives(slot, deed.slots, kind)
    if slot.name == "of" and deed.frame == "give" and not deed.nominal and deed.has("obj"):
        return True  # "of the 28 jets, Chad has sent 14"
    # "Pyongyang a expédié par cargos": by what means, not by whom
    return slot.name == "by" and not deed.nominal and deed.has("subj")


def _role_of(deed: _Deed, slot: Slot, kind: Filler) -> Role | None:
    """The role of a slot by the table of the frame, where what fills it says nothing else."""
    frame = deed.frame
    role = _nominal_role(slot, frame, kind, deed.slots, deed.kind_of) if deed.nominal else None
    role = role or {**_SHARED, **_FRAMES.get(frame, _FRAMES["act"])}.get(slot.name)
    left = slot.name == "of" and not deed.nominal and frame == "act" and deed.is_place(slot.token)
    if left and deed.has("obj"):
        role = "origin"  # "expulsé du Venezuela": a verb that has its object has no other behind "de"
    if slot.name == "from" and frame == "say" and not deed.nominal and deed.has("subj"):
        role = "origin"  # "rejected weapons from Chad": who rejects is its subject
    if slot.name == "in":
        role = _in_role(frame, kind, slot)
    if slot.name == "for" and kind in ("event", "other") and role == "recipient":
        role = "purpose"  # "déployée pour des opérations de déminage"
    if frame == "with" and slot.case == "à" and kind == "actor" and deed.is_place(slot.token):
        role = "place"  # "le sommet à Singapour" is held there; French meets "avec"
    if slot.name in ("to", "against", "for") and kind == "place":
        role = role if frame in ("give", "move", "leave", "toward") else "place"
    return role


def _gives(slot: Slot, slots: tuple[Slot, ...], kind: Filler) -> bool:
    """Whether what stands after "from" gives: not a time ("livrés depuis le début de la guerre"), and nobody beside a giver
    ("France sends food to people from Mali").
    """
    if kind not in ("actor", "place", "people") and (slot.case == "depuis" or kind == "event"):
        return False
    return not any(other.name in ("subj", "by") for other in slots)


def addressed(filled: tuple[Filled, ...], kind_of: KindOf) -> tuple[Filled, ...]:
    """The roles of a deed that is done to somebody by words: the party threatened or asked is no topic."""
    return tuple(
        replace(one, role="recipient", why=one.why or "a party is not what is said: it is said to it")
        if one.role == "topic" and kind_of(one.token) == "actor"
        else one
        for one in filled
    )


def _in_role(frame: str, kind: Filler, slot: Slot) -> Role | None:
    # "fournir l'Ukraine en obus": what stands after "en" is supplied; after "in" and "dans" one looks for a place.
    if frame == "give" and slot.case == "en" and kind in ("thing", "people"):
        return "theme"
    return "place" if kind in ("place", "actor", "other") else "topic" if kind == "event" else None


def _nominal_role(slot: Slot, frame: str, kind: Filler, slots: tuple[Slot, ...], kind_of: KindOf) -> Role | None:
    """An event noun's "of" and the words before it: "livraisons russes de pétrole", "la mort de neuf soldats"."""
    if slot.name not in ("of", "mod"):
        return None
    if slot.name == "mod" and kind in ("thing", "people"):
        return "theme"
    if kind in ("thing", "people", "other") and slot.name == "of":
        return (
            None if frame not in ("with", "move", "leave") or kind == "other" else "theme" if kind == "thing" else None
        )
    if kind not in ("actor", "place"):
        return None
    if frame == "undergo":
        return "theme"
    if frame == "get":
        # "les importations russes", "Russian imports of gas" are Russia's; "Russian gas imports" may be of its gas
        goods = any(other.name == "of" and kind_of(other.token) == "thing" for other in slots)
        before = slot.name == "mod" and slot.case != BEHIND and not goods
        return "agent" if before or slot.case == "s" else "recipient"
    taken = {"by", "mod", "subj"} & {
        other.name for other in slots if other is not slot and kind_of(other.token) == "actor"
    }
    if frame == "toward" and slot.name == "of" and taken:
        return "recipient"
    return "agent"


def _stands_behind(party: Filled, themes: list[Filled], things: set[int]) -> bool:
    """Whether a party stands behind a thing that is given, so that the tree took it for one more of them."""
    return any(one.token in things and one.token < party.token for one in themes)


def _repair(filled: tuple[Filled, ...], frame: str, kind_of: KindOf) -> tuple[Filled, ...]:
    """Move fillers that cannot fill the role the tree gave them to the one they can."""
    themes = [one for one in filled if one.role == "theme"]
    things = {one.token for one in filled if kind_of(one.token) in ("thing", "people")}
    out: list[Filled] = []
    for one in filled:
        kind = kind_of(one.token)
        role, why = one.role, one.why
        if frame == "give":
            # "gave Chad $3 million": before what is given; in "will give $3 million, and the Bank $2 million" it gives
            if role == "theme" and kind == "actor" and things - {one.token} and not _stands_behind(one, themes, things):
                role, why = "recipient", "a party is not handed over: it receives"
            elif role == "agent" and kind == "thing" and not themes:
                role, why = "theme", "a thing does not send: it is sent"
            elif role == "recipient" and kind in ("thing", "event") and not themes:
                role, why = ("theme", "a thing does not receive: it is sent") if kind == "thing" else ("purpose", why)
            elif role == "partner" and kind == "thing" and all(kind_of(theme.token) == "actor" for theme in themes):
                role, why = "theme", "supplied with it"
        elif (
            frame == "say"
            and role == "topic"
            and kind == "actor"
            and any(o.role == "topic" and o.token != one.token for o in filled)
        ):
            role, why = "recipient", "a party is not what is said: it is said to it"
        elif frame == "get" and kind == "thing" and (role == "recipient" or (role == "agent" and themes)):
            # "received jets from Oslo and drones from Riga"
            role, why = "theme", "a thing neither gives nor receives: it is received"
        elif frame == "with" and role == "theme" and kind == "actor":
            role, why = "partner", "one meets a party"
        elif (
            frame in ("act", "undergo")
            and role == "recipient"
            and kind == "people"
            and not any(kind_of(theme.token) == "people" for theme in themes)
        ):
            role, why = "theme", "people suffer it"
        out.append(replace(one, role=role, why=why))
    return tuple(out)
