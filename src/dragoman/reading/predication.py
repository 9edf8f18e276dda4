"""Predications: each event word of a text with those who fill its roles, where, when, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.model.factuality import Factuality
from dragoman.model.mention import ConceptMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence
from dragoman.reading.factuality import factuality_of
from dragoman.reading.frame import Filled, Filler, addressed, assign
from dragoman.reading.index import MentionIndex
from dragoman.reading.leaning import leaned
from dragoman.reading.slot import Slot, base, case_of, conjuncts, inner_slots, is_passive, lent_slots, phrase, slots_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import cases, support_verbs

_MAX_CLIMB = 12
_IN_OFFICE = ("GOV", "LEG", "JUD", "SPY", "JRN", "PTY")
_DEEP = 60  # tokens in a sentence beyond which attachments of a small parser are often wrong (measured: model cards)


@dataclass(frozen=True, slots=True)
class _Scene:
    """One sentence with all that was found in it."""

    text: str
    language: str
    number: int
    sentence: Sentence
    index: MentionIndex
    triggers: dict[int, ConceptMention]

    def concept(self, token: int) -> str | None:
        """The thing or people a noun names, looking through "des milliers de", "une cargaison de"."""
        here = self._thing(token)
        if here and not is_a(here, "GOODS"):
            return here
        for child in self.sentence.children[token]:
            relation = base(self.sentence.tokens[child].relation)
            if relation in ("nmod", "appos", "nummod", "compound", "flat") and (found := self._thing(child)):
                case = case_of(self.sentence, child)
                if relation != "nmod" or cases(self.language).get(case) == "of":
                    return found  # "conteneurs de munitions" are munitions
        return here

    def _thing(self, token: int) -> str | None:
        for mention in self.index.concepts.at(self.number, token):
            if concepts()[mention.concept].kind in ("thing", "people") and mention.head == token:
                return mention.concept
        return None

    def named(self, token: int) -> str | None:
        """Any concept a word names: an event ("promised talks"), a body, a source."""
        return next((one.concept for one in self.index.concepts.at(self.number, token) if one.head == token), None)

    def is_place(self, token: int) -> bool:
        """Whether a token names a place, an actor or not."""
        return bool(self.index.places.at(self.number, token))

    def kind(self, token: int) -> Filler:
        """What a token names, for the roles it may fill."""
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


def find_predications(
    sentences: tuple[Sentence, ...], text: str, language: str, index: MentionIndex
) -> tuple[Predication, ...]:
    """Predications of all sentences in text order: one for each mention of an event concept, and one without a concept
    or arguments for each other verb, so that how sure the text is of it is on record.
    """
    found: list[Predication] = []
    for number, sentence in enumerate(sentences):
        triggers = {one.head: one for one in index.concepts.inside(number) if _is_trigger(one, sentence, index)}
        scene = _Scene(text, language, number, sentence, index, triggers)
        here = [_predication(scene, mention) for mention in triggers.values()]
        here += (
            _bare(scene, i) for i, token in enumerate(sentence.tokens) if token.upos == "VERB" and i not in triggers
        )
        found.extend(sorted(here, key=lambda one: one.trigger.span))
    return tuple(found)


_COUNTED = ("VICTIM", "PRISONER", "HOSTAGE")


def _is_trigger(mention: ConceptMention, sentence: Sentence, index: MentionIndex) -> bool:
    """Event words; a message with a sender or an addressee; and victims that are counted: "4,700 casualties"."""
    concept = mention.concept
    names = (one.quote.span for one in index.actors.at(mention.sentence, mention.head))
    if any(span.covers(mention.quote.span) and span != mention.quote.span for span in names):
        return False  # "Ministry of Defence", "Émirats arabes unis": a name does nothing
    if concepts()[concept].kind == "event":
        return True
    if any(is_a(concept, name) for name in _COUNTED):
        return bool(index.quantities.inside(mention.sentence))
    children = (sentence.tokens[child] for child in sentence.children[mention.head])
    return is_a(concept, "MESSAGE") and any(base(child.relation) in ("nmod", "obl") for child in children)


def _bare(scene: _Scene, head: int) -> Predication:
    stance = _stance(scene, head)
    trigger = quote(scene.sentence.tokens[head].span, scene.text)
    return Predication(trigger, None, scene.number, head, (), stance)


def _stance(scene: _Scene, head: int) -> Factuality:
    """How sure the text is, by the rules and, where they found nothing, by the parser's own heads."""
    sentence = scene.sentence
    hint = sentence.hints[head] if sentence.hints else None
    return leaned(factuality_of(sentence, head, scene.text, scene.language), hint)


def _predication(scene: _Scene, mention: ConceptMention) -> Predication:
    sentence, head = scene.sentence, mention.head
    concept = concepts()[mention.concept]
    frame = concept.frame or ("undergo" if concept.kind == "people" else "say")
    nominal = sentence.tokens[head].upos not in ("VERB", "AUX")
    slots = slots_of(sentence, head, scene.language) + inner_slots(
        sentence, mention.first, mention.last, head, scene.language
    )
    slots += tuple(slot for slot in lent_slots(sentence, slots, scene.language) if scene.kind(slot.token) == "actor")
    slots = tuple(slot for slot in slots if not mention.first <= slot.token <= mention.last)
    filled = assign(slots, frame, nominal, scene.kind, scene.is_place)
    if frame == "say" and any(is_a(mention.concept, name) for name in _ADDRESSING):
        filled = addressed(filled, scene.kind)
    filled += tuple(_second_object(scene, mention, frame, filled))
    filled += tuple(_missing_theme(scene, mention, frame, filled))
    arguments = [_argument(scene, one) for one in filled]
    arguments += [_argument(scene, one) for one in _listed(scene, filled)]
    arguments += [_argument(scene, one) for one in _purposes(scene, head, slots)]
    arguments += _when_and_where(scene, head, {one.head for one in arguments})
    factuality = _stance(scene, head)
    unique = {(one.role, one.head): one for one in reversed(arguments)}
    ordered = tuple(sorted(unique.values(), key=lambda one: (one.quote.span.start, one.role)))
    return Predication(
        mention.quote, mention.concept, scene.number, head, ordered, factuality, _doubt(scene, filled, nominal)
    )


def _argument(scene: _Scene, filled: Filled) -> Argument:
    sentence = scene.sentence
    first, last = phrase(sentence, filled.token)
    span = Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)
    for mention in scene.index.concepts.at(scene.number, filled.token):
        span = hull((span, mention.quote.span))  # "munitions de lance-roquettes" hangs together whatever the tree says
    named, thing = scene.named(filled.token), scene.concept(filled.token)
    told = named is not None and concepts()[named].kind == "event"
    whose = thing is not None and concepts()[thing].kind == "people"
    concept = (
        named if told and whose else thing or named
    )  # "the visit of the minister" is a visit, "1,000 of the men" are men
    return Argument(filled.role, quote(span, scene.text), scene.number, filled.token, concept, filled.why)


def _listed(scene: _Scene, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """Things that spell a theme out: "un soutien important : obus, missiles", "aid, including tanks"."""
    sentence = scene.sentence
    seen = {one.token for one in filled}
    for theme in (one for one in filled if one.role in ("theme", "topic")):
        for index in sentence.subtree(theme.token):
            token = sentence.tokens[index]
            if index in seen or token.upos not in ("NOUN", "PROPN") or scene.kind(index) not in ("thing", "people"):
                continue
            if base(token.relation) == "nmod" and token.head in seen:
                continue  # "systèmes de roquettes" is one thing
            if _spells_out(sentence, index, theme.token, scene.language):
                seen.add(index)
                yield Filled(theme.role, index, "spells out what is named before it")
    if not any(one.role in ("theme", "topic") for one in filled):
        return
    colon = next(
        (
            i
            for i, token in enumerate(sentence.tokens)
            if token.form == ":" and i > max(one.token for one in filled if one.role in ("theme", "topic"))
        ),
        None,
    )
    if colon is None:
        return
    for index in range(colon + 1, len(sentence.tokens)):
        token = sentence.tokens[index]
        top = base(token.relation) in ("conj", "appos", "parataxis", "obj", "obl", "root", "dep", "list", "nmod")
        if (
            index not in seen
            and top
            and token.upos in ("NOUN", "PROPN")
            and scene.kind(index) in ("thing", "people")
            and not case_of(sentence, index)
        ):
            seen.add(index)
            yield Filled("theme", index, "listed after the colon")


def _spells_out(sentence: Sentence, index: int, theme: int, language: str) -> bool:
    """Whether a noun below a theme is an apposition to it, or listed by "such as", "incluant", "including"."""
    node = index
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[node]
        relation = base(token.relation)
        if relation == "appos" or cases(language).get(case_of(sentence, node)) == "inclusive":
            return True
        if (
            relation == "obj"
            and token.head >= 0
            and sentence.tokens[token.head].lemma.casefold() in ("inclure", "include", "comprendre", "comprise")
        ):
            return True
        if relation not in ("conj", "nmod") or token.head in (-1, theme):
            return False
        node = token.head
    return False


_ADDRESSING = ("THREATEN_GROUP", "REQUEST_GROUP")
_HANDING = ("PROMISE_GROUP", "OFFER")
_BEHIND = frozenset(("nmod", "appos", "flat", "compound", "dep", "conj"))
_HELD = frozenset(("with", "to", "for", "toward", "against"))  # whom a feeling is for: "solidarity with", "support for"


def _second_object(scene: _Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """Whom it is for, where the tree hangs them on what is given or felt, and what is given, where it hangs on whom it is for.

    "Offered Somalia military advisers" makes Somalia a word of the advisers; "expressed its support for Chile" Chile one of
    the support.
    """
    if frame not in ("give", "say"):
        return
    if any(one.role in ("theme", "topic") for one in filled):
        yield from _first_object(scene, mention, frame, filled)
    elif frame == "give" or any(is_a(mention.concept, name) for name in _HANDING):
        yield from _thing_behind(scene, filled)


def _thing_behind(scene: _Scene, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """What is given, where the tree hangs it on whom it is for: "promised Ukraine fourteen howitzers" as a Ukraine of howitzers."""
    sentence = scene.sentence
    for party in (one.token for one in filled if one.role == "recipient"):
        for child in sentence.children[party]:
            bare = child > party and base(sentence.tokens[child].relation) in _BEHIND and not case_of(sentence, child)
            if bare and scene.kind(child) in ("thing", "people"):
                yield Filled("theme", child, "stands bare behind whom it is for")
                return


def _first_object(scene: _Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    handing = frame == "give" or any(is_a(mention.concept, name) for name in _HANDING)
    if any(one.role == "recipient" for one in filled) or not (handing or is_a(mention.concept, "EXPRESS")):
        return
    sentence = scene.sentence
    for theme in (one.token for one in filled if one.role in ("theme", "topic")):
        for child in sentence.children[theme]:
            token = sentence.tokens[child]
            if scene.kind(child) != "actor":
                continue
            name = token.upos == "PROPN" and base(token.relation) == "compound" and child > mention.head
            slot = cases(scene.language).get(case_of(sentence, child))
            if (handing and name) or (not handing and base(token.relation) in ("nmod", "obl") and slot in _HELD):
                yield Filled("recipient", child, "hangs on the object in the tree")
                return


_LOSING = ("LOSS_GROUP", "KILL", "WOUND", "CAPTURE")


def _missing_theme(scene: _Scene, mention: ConceptMention, frame: str, filled: tuple[Filled, ...]) -> Iterator[Filled]:
    """The thing sent, or the people struck, where the tree lost it: the nearest in the clause that nothing else claims.

    A small parser hangs "plus de 20 000 conteneurs" of "a livré à la Russie plus de 20 000 conteneurs" on "Russie".
    """
    losing = any(is_a(mention.concept, name) for name in _LOSING)
    wanted = ("thing", "people") if frame in ("give", "get") else ("people",) if losing else ()
    themes = [one.token for one in filled if one.role == "theme"]
    counted = any(scene.index.quantities.at(scene.number, token) for token in themes)
    if not wanted or counted or any(scene.kind(token) in wanted for token in themes):
        return
    sentence = scene.sentence
    taken = {one.token for one in filled if scene.kind(one.token) != "actor"}
    for index in _clause(sentence, mention):
        token = sentence.tokens[index]
        numbered = bool(scene.index.quantities.at(scene.number, index))
        if token.upos not in ("NOUN", "PROPN") or index in taken or not (numbered or frame in ("give", "get")):
            continue
        if scene.kind(index) in wanted and scene.concept(index) and not _is_inside(sentence, index, taken):
            yield Filled("theme", index, "the nearest thing in the clause that can fill the role")
            return


def _clause(sentence: Sentence, mention: ConceptMention) -> Iterator[int]:
    """Tokens after a trigger up to the next verb, a colon or a semicolon; for a passive those before it, back to a verb."""
    tokens = sentence.tokens
    after = range(mention.last + 1, len(tokens))
    before = range(mention.first - 1, -1, -1)
    for index in before if is_passive(sentence, mention.head) else after:
        if tokens[index].upos in ("VERB", "SCONJ") or tokens[index].form in (":", ";", "(", "–", "—"):
            return
        if tokens[index].form == "," and index < mention.first:
            return
        yield index


def _is_inside(sentence: Sentence, index: int, taken: set[int]) -> bool:
    """Whether a noun only says more about one that fills another role: "missiles" in "au programme de missiles"."""
    node = index
    for _ in range(_MAX_CLIMB):
        token = sentence.tokens[node]
        if token.head < 0 or base(token.relation) not in ("nmod", "amod", "compound", "conj", "appos", "flat"):
            return False
        if token.head in taken:
            return True
        node = token.head
    return False


def _purposes(scene: _Scene, head: int, slots: tuple[Slot, ...]) -> Iterator[Filled]:
    """Clauses and nouns that say what for: "pour soutenir les opérations russes", "for demining"."""
    sentence, table = scene.sentence, cases(scene.language)
    for slot in slots:
        if slot.name not in ("clause", "purpose", "for") or slot.token not in scene.triggers or slot.token == head:
            continue
        relation = base(sentence.tokens[slot.token].relation)
        marked = table.get(slot.case) in ("for", "purpose") or (slot.case == "to" and relation == "advcl")
        if slot.name != "clause" or (marked and relation in ("advcl", "acl")):
            yield Filled("purpose", slot.token)


def _when_and_where(scene: _Scene, head: int, taken: set[int]) -> list[Argument]:
    """Periods and places whose nearest event word up the tree is this one."""
    out: list[Argument] = []
    heads = {head, *_carriers(scene, head)}
    for period in scene.index.periods.inside(scene.number):
        token = _head_of(scene, period.quote.span)
        if token is not None and _governor(scene, token) in heads:
            role: Role = "duration" if period.period.timex_type == "DURATION" and not period.period.edtf else "time"
            out.append(Argument(role, period.quote, scene.number, token))
    for place in scene.index.places.inside(scene.number):
        token = _head_of(scene, place.quote.span)
        if token is not None and token not in taken and _governor(scene, token) in heads:
            out.append(Argument("place", place.quote, scene.number, token))
    return out


def _carriers(scene: _Scene, head: int) -> Iterator[int]:
    """The light verb that carries an event noun: what it says of time and place is the noun's ("a eu lieu en février")."""
    token = scene.sentence.tokens[head]
    if token.head < 0 or base(token.relation) not in ("obj", "nsubj", "obl"):
        return
    carrier = scene.triggers.get(token.head)
    verb = scene.sentence.tokens[token.head]
    light = carrier is not None and is_a(carrier.concept, "LIGHT")
    if light or (carrier is None and verb.lemma.casefold() in support_verbs(scene.language)):
        yield token.head


def _head_of(scene: _Scene, span: Span) -> int | None:
    """The token of a span that hangs from outside it."""
    tokens = scene.sentence.tokens
    inside = [i for i, token in enumerate(tokens) if token.span.overlaps(span)]
    return next((i for i in inside if tokens[i].head not in inside), inside[0] if inside else None)


def _governor(scene: _Scene, token: int) -> int | None:
    """The nearest event word above a token; a plain verb between is looked through, an event word is not."""
    tokens = scene.sentence.tokens
    node = token
    for _ in range(_MAX_CLIMB):
        node = tokens[node].head
        if node < 0:
            return None
        if node in scene.triggers and concepts()[scene.triggers[node].concept].kind == "event":
            return node
        if node in scene.triggers:
            continue  # those counted are not what is dated: "exchanged 390 prisoners on Friday"
        # "en décembre, il a été fait état d'une mission": the verb is none of ours, so its object's event is meant
        below = [
            child
            for noun in scene.sentence.children[node]
            for child in conjuncts(scene.sentence, noun)
            if child in scene.triggers
        ]
        if tokens[node].upos in ("VERB", "AUX") and below:
            return below[0]
    return None


def _doubt(scene: _Scene, filled: tuple[Filled, ...], nominal: bool) -> str | None:
    if len(scene.sentence.tokens) > _DEEP:
        return f"sentence of {len(scene.sentence.tokens)} words"
    if not filled:
        return "an event noun alone" if nominal else "a verb without arguments"
    return None
