"""A sentence with all that was found in it, and what its words may be to a deed."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.model.mention import ConceptMention
from dragoman.model.tree import Sentence, base
from dragoman.reading.factuality import Stances
from dragoman.reading.frame import Filler
from dragoman.reading.index import MentionIndex
from dragoman.reading.slot import case_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.speech import load_speech
from dragoman.world.syntax import cases, parts, portions

_ENDINGS = ("STOP_GROUP", "CUT_OFF", "CANCEL", "DECREASE", "REJECT_GROUP", "WITHDRAW", "LIFT")
_ASKING = ("REQUEST_GROUP", "OFFER", "PROPOSE", "NEED")
_IN_OFFICE = ("GOV", "LEG", "JUD", "SPY", "JRN", "PTY")

_VEHICLES = ("TRANSPORT_VEHICLE", "CIVIL_AIRCRAFT", "CIVIL_SHIP")


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with all that was found in it."""

    text: str
    language: str
    number: int
    sentence: Sentence
    index: MentionIndex
    triggers: dict[int, ConceptMention]
    stances: Stances
    kinds: dict[int, Filler] = field(default_factory=dict)  # what `kind` has said

    def concept(self, token: int) -> str | None:
        """The thing or people a noun names, looking through "des milliers de", "une cargaison de"."""
        here = self._thing(token)
        if here == "FIGHTER" and self._is_make(token):
            return "FIGHTER_JET"
        if here and is_a(here, "CURRENCY_UNIT"):
            return self._bought(token) or here
        if here and is_a(here, "GRANT"):
            return self._given(token) or here
        if here and is_a(here, "CONVOY"):
            return self._riding(token) or here
        if (here and not is_a(here, "GOODS")) or self._is_ending(token) or self._is_body(token):
            return here
        if load_speech(self.language).is_word(self.sentence.tokens[token].lemma.casefold(), "document"):
            return here  # "a list of gifts" is a writing
        is_portion = self.sentence.tokens[token].lemma.casefold() in portions(self.language)
        is_part = self.sentence.tokens[token].lemma.casefold() in parts(self.language)
        is_portion |= here is None and bool(self.index.quantities.at(self.number, token))  # "a million litres of fuel"
        for child in self.sentence.children[token]:
            relation = base(self.sentence.tokens[child].relation)
            if relation not in ("nmod", "appos", "nummod", "compound", "flat"):
                continue
            if relation == "compound" and here and any(is_a(here, name) for name in _VEHICLES):
                continue  # "school buses" and "trainer jets" are vehicles, whatever they are for
            # "une cargaison de 50 tonnes de vivres"
            deep = is_portion or (is_part and bool(self.index.quantities.at(self.number, child)))
            if found := self.concept(child) if deep and relation == "nmod" else self._thing(child):
                case = case_of(self.sentence, child) or self._partitive(child)
                if is_a(found, "CURRENCY_UNIT"):
                    found = self._bought(child) or self._bought(token) or found
                if relation != "nmod" or (cases(self.language).get(case) == "of" and self._is_content(token, child)):
                    return found  # "conteneurs de munitions" are munitions
        return here

    def _is_make(self, token: int) -> bool:
        """Whether a noun is of a make with a number or of aircraft: "MiG-29 fighters" are no men."""
        return any(
            base(self.sentence.tokens[child].relation) in ("compound", "nmod", "flat", "amod")
            and child < token
            and (
                (
                    any(letter.isdigit() for letter in self.sentence.tokens[child].form)
                    and any(letter.isalpha() for letter in self.sentence.tokens[child].form)
                )
                or is_a(self._thing(child) or "", "WARPLANE")
            )
            for child in self.sentence.children[token]
        )

    def _partitive(self, token: int) -> str:
        """The "d'" that a tree takes for an article: "dix tonnes d'aide"."""
        forms = (
            self.sentence.tokens[child].form.casefold() for child in self.sentence.children[token] if child < token
        )
        return next(("de" for form in forms if form in ("d'", "d’", "de")), "")

    def _bought(self, token: int) -> str | None:
        """What a sum is counted in: "$2 billion in artillery", "deux millions d'euros d'équipement"; not "in aid", "de dettes"."""
        for child in self.sentence.children[token]:
            slot = cases(self.language).get(case_of(self.sentence, child))
            found = self._thing(child) if base(self.sentence.tokens[child].relation) == "nmod" else None
            if (
                found
                and slot in ("in", "of")
                and any(is_a(found, name) for name in ("WEAPON", "ENERGY_PRODUCT", "GOODS"))
            ):
                return found
        return None

    def _riding(self, token: int) -> str | None:
        """The soldiers that a convoy is of: "a convoy of French troops"."""
        for child in self.sentence.children[token]:
            slot = cases(self.language).get(case_of(self.sentence, child) or self._partitive(child))
            found = (
                self._thing(child) if base(self.sentence.tokens[child].relation) == "nmod" and slot == "of" else None
            )
            if found and is_a(found, "TROOPS"):
                return found
        return None

    def _given(self, token: int) -> str | None:
        """What a donation is of, if it is of things: "a donation of 20 trucks"."""
        for child in self.sentence.children[token]:
            slot = cases(self.language).get(case_of(self.sentence, child) or self._partitive(child))
            found = (
                self.concept(child) if base(self.sentence.tokens[child].relation) == "nmod" and slot == "of" else None
            )
            if found and is_a(found, "TRANSFERABLE"):
                return found
        return None

    def _is_content(self, token: int, child: int) -> bool:
        """Whether "X of Y" is so much Y: "a shipment of shells", "half of the shells"; "the action of the army" is no army."""
        tokens = self.sentence.tokens
        known = tokens[child].has("Poss=Yes") or any(
            tokens[one].has("Definite=Def")
            or tokens[one].has("Poss=Yes")
            or tokens[one].form.casefold() in ("du", "des", "the")
            for one in self.sentence.children[child]
            if one < child
        )  # "une liste de ses dons" is a list
        counted = tokens[token].upos in ("NUM", "PRON", "DET", "SYM") or bool(
            self.index.quantities.at(self.number, token)
        )
        return not known or counted or tokens[token].lemma.casefold() in parts(self.language)

    def _is_body(self, token: int) -> bool:
        """Whether a noun names a body: the government of a province is no province."""
        found = (one.concept for one in self.index.concepts.at(self.number, token) if one.head == token)
        return any(concepts()[one].kind == "body" for one in found)

    def _is_ending(self, token: int) -> bool:
        """Whether a noun ends, lessens, asks for or offers what is named behind it: a suspension or an offer of aid is no aid."""
        deed = self.triggers.get(token)
        return deed is not None and any(is_a(deed.concept, name) for name in (*_ENDINGS, *_ASKING))

    def _thing(self, token: int) -> str | None:
        name = self.sentence.tokens[token].upos == "PROPN" and self.is_place(token)
        for mention in self.index.concepts.at(self.number, token):
            if name and not is_a(mention.concept, "TERRITORY"):
                continue  # the "Somme" that was flooded is no sum of money
            if concepts()[mention.concept].kind in ("thing", "people") and mention.head == token:
                return mention.concept
        return None

    def named(self, token: int) -> str | None:
        """Any concept a word names: an event ("promised talks"), a body, a source."""
        if self.sentence.tokens[token].upos == "PROPN" and self.is_place(token):
            return None
        return next((one.concept for one in self.index.concepts.at(self.number, token) if one.head == token), None)

    def is_place(self, token: int) -> bool:
        """Whether a token names a place, an actor or not."""
        return bool(self.index.places.at(self.number, token))

    def kind(self, token: int) -> Filler:
        """What a token names, for the roles it may fill."""
        if token not in self.kinds:
            self.kinds[token] = self._kind(token)
        return self.kinds[token]

    def _kind(self, token: int) -> Filler:
        thing = self.concept(token)
        if thing and is_a(thing, "TERRITORY") and self.index.places.at(self.number, token):
            return "place"
        named = [one.actor for one in self.index.actors.at(self.number, token) if one.actor.country]
        bare = thing is None or self.sentence.tokens[token].upos != "NOUN"
        if any(bare or actor.sector in _IN_OFFICE for actor in named):
            return "actor"  # "le dirigeant nord-coréen" acts; "des soldats nord-coréens" may be sent
        if thing:
            return "people" if concepts()[thing].kind == "people" else "thing"
        if self.index.places.at(self.number, token):
            return "place"
        if self.index.periods.at(self.number, token):
            return "period"
        return "event" if token in self.triggers else "other"
