"""Predications: each event word of a text with those who fill its roles, where, when, and how sure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.model.factuality import Factuality
from dragoman.model.mention import ConceptMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.span import Span, hull, quote
from dragoman.model.tree import Sentence, base
from dragoman.reading.factuality import Stances
from dragoman.reading.frame import Filled, addressed, assign
from dragoman.reading.index import MentionIndex, covered
from dragoman.reading.leaning import leaned
from dragoman.reading.lent_slot import lent_slots
from dragoman.reading.lost_argument import listed, missing_theme, own_object, second_object
from dragoman.reading.passive import is_perfect_infinitive
from dragoman.reading.phase import says_only_when
from dragoman.reading.phrase import phrase
from dragoman.reading.predicate import predicate_span
from dragoman.reading.presence import Presence, presences
from dragoman.reading.scene import Scene
from dragoman.reading.slot import Slot, conjuncts, inner_slots, slots_of
from dragoman.reading.spot import is_spot_of
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import carrying, cases, support_verbs

_MAX_CLIMB = 12
_ADDRESSING = ("THREATEN_GROUP", "REQUEST_GROUP")
_BEFALLING = (
    "EXPEL",
    "DEPORT",
    "EXTRADITE",
    "RECALL",
)  # "the expulsion of ten Malians": they are sent away, and send nobody
_DEEP = 60  # tokens in a sentence beyond which attachments of a small parser are often wrong (measured: model cards)


def find_predications(
    sentences: tuple[Sentence, ...], text: str, language: str, index: MentionIndex
) -> tuple[Predication, ...]:
    """Predications of all sentences in text order: one for each mention of an event concept, and one without a concept
    or arguments for each other predicate, so that how sure the text is of it is on record.
    """
    found: list[Predication] = []
    for number, sentence in enumerate(sentences):
        triggers = {one.head: one for one in index.concepts.inside(number) if _is_trigger(one, sentence, index)}
        scene = Scene(text, language, number, sentence, index, triggers, Stances(sentence, text, language))
        present = {one.verb: one for one in presences(scene)}
        here = [_predication(scene, mention) for head, mention in triggers.items() if head not in present]
        here += [_present(scene, one) for one in present.values()]
        told = {one.head for one in here}
        here += (
            _bare(scene, i, span)
            for i in range(len(sentence.tokens))
            if i not in told and (span := predicate_span(sentence, i, language)) is not None
        )
        found.extend(sorted(here, key=lambda one: one.trigger.span))
    return tuple(found)


_COUNTED = ("VICTIM", "PRISONER", "HOSTAGE", "REMAINS")


def _is_trigger(mention: ConceptMention, sentence: Sentence, index: MentionIndex) -> bool:
    """Event words; a message with a sender or an addressee; and victims that are counted: "4,700 casualties"."""
    concept = mention.concept
    names = (one.quote.span for one in index.actors.at(mention.sentence, mention.head))
    if any(span.covers(mention.quote.span) and span != mention.quote.span for span in names):
        return False  # "Ministry of Defence", "Émirats arabes unis": a name does nothing
    if concepts()[concept].kind == "event":
        return not _is_in_return(mention, sentence)
    if any(is_a(concept, name) for name in _COUNTED):
        return bool(index.quantities.inside(mention.sentence))
    children = (sentence.tokens[child] for child in sentence.children[mention.head])
    return is_a(concept, "MESSAGE") and any(base(child.relation) in ("nmod", "obl") for child in children)


_BARE = frozenset(("in", "en"))
_RETURNED = ("EXCHANGE", "RETURN", "REPAY_BARTER")


def _is_in_return(mention: ConceptMention, sentence: Sentence) -> bool:
    """Whether a noun is half of a set phrase that answers one giving with another: nobody exchanges in "En échange, elle reçoit du blé"."""
    below = [sentence.tokens[child] for child in sentence.children[mention.head]]
    bare = any(base(one.relation) == "case" and one.form.casefold() in _BARE for one in below)
    alone = not any(base(one.relation) in ("det", "amod", "nummod") for one in below)
    return bare and alone and any(is_a(mention.concept, name) for name in _RETURNED)


def _present(scene: Scene, found: Presence) -> Predication:
    """Troops that are somewhere, or that somebody has there."""
    troops = _argument(scene, Filled("theme", found.troops))
    owner = () if found.owner is None else (_argument(scene, Filled("agent", found.owner)),)
    place = _argument(scene, Filled("place", found.place))
    arguments = tuple(sorted((troops, *owner, place), key=lambda one: one.quote.span.start))
    token = scene.sentence.tokens[found.verb]
    head = found.verb if token.relation != "cop" else token.head
    stance = _stance(scene, head)
    return Predication(quote(token.span, scene.text), "STATIONED", scene.number, head, arguments, stance)


def _bare(scene: Scene, head: int, span: Span) -> Predication:
    return Predication(quote(span, scene.text), None, scene.number, head, (), _stance(scene, head))


def _stance(scene: Scene, head: int) -> Factuality:
    """How sure the text is, by the rules and, where they found nothing, by the parser's own heads."""
    sentence = scene.sentence
    over = sentence.tokens[head].head
    # "vient de recevoir": readers vouch for the verb that says when, and so for what it carries
    at = over if over >= 0 and says_only_when(sentence, over, scene.language) else head
    hint = sentence.hints[at] if sentence.hints else None
    return leaned(scene.stances.of(head), hint, scene.language)


def _predication(scene: Scene, mention: ConceptMention) -> Predication:
    sentence, head = scene.sentence, mention.head
    mention = _carrying(scene, mention)
    concept = concepts()[mention.concept]
    frame = concept.frame or ("undergo" if concept.kind == "people" else "say")
    nominal = sentence.tokens[head].upos not in ("VERB", "AUX")
    slots = slots_of(sentence, head, scene.language) + inner_slots(
        sentence, mention.first, mention.last, head, scene.language
    )
    slots += tuple(slot for slot in lent_slots(sentence, slots, scene.language) if _may_receive(scene, slot, frame))
    slots = tuple(slot for slot in slots if not mention.first <= slot.token <= mention.last)
    if is_a(mention.concept, "READY_STATE"):
        slots = tuple(_as_subject(sentence, slot) for slot in slots)
    filled = assign(slots, frame, nominal, scene.kind, scene.is_place)
    if nominal and any(is_a(mention.concept, name) for name in _BEFALLING):
        of = {slot.token for slot in slots if slot.name == "of"}
        filled = tuple(replace(one, role="theme") if one.role == "agent" and one.token in of else one for one in filled)
    if frame == "say" and any(is_a(mention.concept, name) for name in _ADDRESSING):
        filled = addressed(filled, scene.kind)
    filled += tuple(own_object(scene, mention, frame, filled))
    filled += tuple(second_object(scene, mention, frame, filled))
    filled += tuple(missing_theme(scene, mention, frame, filled))
    arguments = [_argument(scene, one) for one in filled]
    arguments += [_argument(scene, one) for one in listed(scene, filled)]
    arguments += [_argument(scene, one) for one in _purposes(scene, head, slots)]
    arguments += _when_and_where(scene, head, {one.head for one in arguments})
    factuality = _stance(scene, head)
    unique = {(one.role, one.head): one for one in reversed(arguments)}
    ordered = tuple(sorted(unique.values(), key=lambda one: (one.quote.span.start, one.role)))
    return Predication(
        mention.quote, mention.concept, scene.number, head, ordered, factuality, _doubt(scene, filled, nominal)
    )


_CRAFT = ("VEHICLE_AIRCRAFT_SHIP", "CIVIL_AIRCRAFT", "CIVIL_SHIP", "TRANSPORT_VEHICLE")


def _carrying(scene: Scene, mention: ConceptMention) -> ConceptMention:
    """The mention of a verb of going as one of carrying, where its object is a thing: "flew 20 tonnes of rice to Chad".

    A craft is flown and sailed without being handed to anybody.
    """
    token = scene.sentence.tokens[mention.head]
    if token.upos != "VERB" or token.lemma.casefold() not in carrying(scene.language):
        return mention
    for child in scene.sentence.children[mention.head]:
        carried = scene.sentence.tokens[child].relation in ("obj", "nsubj:pass")
        thing = scene.concept(child) if carried else None
        if thing and scene.kind(child) == "thing" and not any(is_a(thing, name) for name in _CRAFT):
            return replace(mention, concept="SHIP")
    return mention


def _as_subject(sentence: Sentence, slot: Slot) -> Slot:
    """Who "is prepared to" do something is ready and is prepared by nobody."""
    turned = slot.name == "obj" and base(sentence.tokens[slot.token].relation) == "nsubj"
    return replace(slot, name="subj") if turned else slot


def _may_receive(scene: Scene, slot: Slot, frame: str) -> bool:
    """Whether one whom the tree hangs on the thing is a party to its giving: a state; "asylum to Jane Doe", "food to refugees"."""
    kind = scene.kind(slot.token)
    if kind == "actor":
        return True
    named = kind == "people" or (kind == "other" and scene.sentence.tokens[slot.token].upos == "PROPN")
    return frame == "give" and slot.name == "to" and named


def _argument(scene: Scene, filled: Filled) -> Argument:
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


def _purposes(scene: Scene, head: int, slots: tuple[Slot, ...]) -> Iterator[Filled]:
    """Clauses and nouns that say what for: "pour soutenir les opérations russes", "for demining"."""
    sentence, table = scene.sentence, cases(scene.language)
    for slot in slots:
        if slot.name not in ("clause", "purpose", "for") or slot.token not in scene.triggers or slot.token == head:
            continue
        relation = base(sentence.tokens[slot.token].relation)
        if is_perfect_infinitive(sentence, slot.token):
            continue  # "sanctionné pour avoir livré": the reason, and no aim
        marked = table.get(slot.case) in ("for", "purpose") or (slot.case == "to" and relation == "advcl")
        if slot.name != "clause" or (marked and relation in ("advcl", "acl")):
            yield Filled("purpose", slot.token)


def _when_and_where(scene: Scene, head: int, taken: set[int]) -> list[Argument]:
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
        if token is None or token in taken:
            continue
        if _governor(scene, token) in heads or is_spot_of(scene, token, head):
            out.append(Argument("place", place.quote, scene.number, token))
    return out


def _carriers(scene: Scene, head: int) -> Iterator[int]:
    """The light verb that carries an event noun: what it says of time and place is the noun's ("a eu lieu en février")."""
    token = scene.sentence.tokens[head]
    if token.head < 0 or base(token.relation) not in ("obj", "nsubj", "obl"):
        return
    carrier = scene.triggers.get(token.head)
    verb = scene.sentence.tokens[token.head]
    light = carrier is not None and is_a(carrier.concept, "LIGHT")
    if light or (carrier is None and verb.lemma.casefold() in support_verbs(scene.language)):
        yield token.head


def _head_of(scene: Scene, span: Span) -> int | None:
    """The token of a span that hangs from outside it."""
    tokens = scene.sentence.tokens
    inside = list(covered(scene.sentence, span.start, span.end))
    return next((i for i in inside if tokens[i].head not in inside), inside[0] if inside else None)


def _governor(scene: Scene, token: int) -> int | None:
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


def _doubt(scene: Scene, filled: tuple[Filled, ...], nominal: bool) -> str | None:
    if len(scene.sentence.tokens) > _DEEP:
        return f"sentence of {len(scene.sentence.tokens)} words"
    if not filled:
        return "an event noun alone" if nominal else "a verb without arguments"
    return None
