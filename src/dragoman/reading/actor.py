"""Who is named: states, governments, bodies, office holders and persons in a document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.model.actor import Actor
from dragoman.model.mention import ActorMention
from dragoman.model.period import Period
from dragoman.model.span import Span, quote
from dragoman.model.tree import Sentence, base
from dragoman.reading.actors import anaphora
from dragoman.reading.actors import named as named_actor
from dragoman.reading.actors.hit import Page, find_hits
from dragoman.reading.actors.memory import Memory, Someone
from dragoman.reading.actors.naming import Naming, country_of, find_namings, named_before
from dragoman.reading.actors.office import RolePhrase
from dragoman.reading.actors.shared_seat import shared_seats
from dragoman.reading.actors.words import words_of
from dragoman.world.actor import actor_for_country, states
from dragoman.world.actor_grammar import grammar_of
from dragoman.world.actor_names import actor_names, organisations
from dragoman.world.office import persons, role_for, roles

_OWN_WEIGHT, _PLACE_WEIGHT = 2, 1


@dataclass(frozen=True, slots=True)
class _Answer:
    """Actors that one naming stands for, with the reason, and the person or office holder to remember, if it is one."""

    actors: tuple[tuple[Actor, str], ...]
    someone: Someone | None = None


def find_actors(
    sentences: tuple[Sentence, ...], text: str, language: str, reference: Period | None
) -> tuple[ActorMention, ...]:
    """Every mention of an actor in a document, in text order.

    sentences: its trees. language: ISO 639-1. reference: the time it speaks from; without one an office stays an office
    ("President of Russia") and is not resolved to a person. "The two countries" gives two mentions on the same words;
    no other mentions share a character.
    """
    page = find_hits(words_of(sentences, text), actor_names(language), grammar_of(language))
    named = find_namings(page)
    namings = [*named, *anaphora.short_names(page, named), *anaphora.pronouns(page)]
    memory = Memory(_weights(page, named))
    shared = shared_seats(named, page.words)
    found: list[ActorMention] = []
    for naming in sorted(namings, key=lambda one: one.first):
        body = shared.get(naming.key) if naming.kind == "seat" else None
        why = "seat of a body that the text speaks of"
        answer = _resolve(page, naming, memory, reference) if body is None else _Answer(((body, why),))
        span = Span(page.words.starts[naming.first], page.words.ends[naming.last])
        words = quote(_with_stop(span, text), text)
        found.extend(ActorMention(words, actor, reason) for actor, reason in answer.actors)
        _remember(page, naming, answer, memory)
    return tuple(found)


def _with_stop(span: Span, text: str) -> Span:
    """Take the last stop of "U.S." into the name."""
    if text[span.end : span.end + 1] == "." and text[span.start : span.end].count(".") and span.end - span.start <= 5:
        return Span(span.start, span.end + 1)
    return span


def _weights(page: Page, namings: tuple[Naming, ...]) -> dict[str, int]:
    weights: dict[str, int] = {}
    for one in namings:
        country = country_of(one)
        if country in states():
            weights[country or ""] = weights.get(country or "", 0) + _weight(page, one)
    return weights


def _weight(page: Page, naming: Naming) -> int:
    """A state that is only where things happen counts for less: "the war in Ukraine"."""
    return _PLACE_WEIGHT if naming.kind == "state" and _is_after_place_word(page, naming) else _OWN_WEIGHT


def _is_after_place_word(page: Page, naming: Naming) -> bool:
    before, words = naming.first - 1, page.words
    return before >= 0 and words.joined[naming.first] and page.grammar.has("place_before", words.folded[before])


def _resolve(page: Page, naming: Naming, memory: Memory, reference: Period | None) -> _Answer:
    if naming.kind in ("person", "stranger", "short", "pronoun"):
        return _resolve_person(page, naming, memory, reference)
    if naming.kind in ("role", "epithet"):
        return _resolve_role(page, naming, memory, reference)
    if naming.kind == "anaphor":
        return _Answer(_resolve_anaphor(page, naming, memory, reference))
    return _Answer((_resolve_name(page, naming),))


def _resolve_name(page: Page, naming: Naming) -> tuple[Actor, str]:
    if naming.kind == "state":
        place = ", after a word of place" if _is_after_place_word(page, naming) else ""
        return actor_for_country(naming.key), f"named{place}"
    if naming.kind == "seat":
        return named_actor.government(naming.key), f"seat of the government of {naming.key}"
    if naming.kind == "organisation":
        return organisations()[naming.key], "named"
    reason = "adjective of nationality" if naming.kind == "nationality" else "people of a nationality"
    if naming.kind == "nationality" and page.words.token_of(naming.last).upos in ("NOUN", "PROPN"):
        reason = _noun_reason(page, naming)
    return named_actor.nationality(naming.key), reason


def _noun_reason(page: Page, naming: Naming) -> str:
    relation = base(page.words.token_of(naming.last).relation)
    return "adjective of nationality" if relation in ("compound", "amod", "flat") else "people of a nationality"


def _resolve_person(page: Page, naming: Naming, memory: Memory, reference: Period | None) -> _Answer:
    result: tuple[Someone, str] | None
    if naming.kind == "person":
        someone, reason = named_actor.known_person(persons()[naming.key], reference)
        result = named_actor.titled(someone, naming.phrase), reason
    elif naming.kind == "stranger":
        words = page.words
        name = words.text[words.starts[naming.name_first] : words.ends[naming.name_last]]
        result = named_actor.by_surname(name, naming.phrase, reference)
        unknown = named_actor.stranger(name, naming.phrase)
        if naming.phrase and naming.phrase.of is None and _is_of_something(page, naming.first):
            unknown = replace(unknown, actor=replace(unknown.actor, sector=None))
        result = result or (unknown, "named with a title")
    elif naming.kind == "short":
        result = anaphora.short_person(naming, memory, reference)
    else:
        result = anaphora.pronoun(naming, page, memory)
    if result is None:
        return _Answer(())
    return _Answer(((result[0].actor, result[1]),), result[0])


def _is_of_something(page: Page, first: int) -> bool:
    """Whether a title is of something that is no state: "company president Ann Miller"."""
    before = first - 1
    return (
        before >= 0
        and page.words.spaced(first)
        and page.words.token_of(before).upos == "NOUN"
        and page.grammar.country_first
    )


def _resolve_role(page: Page, naming: Naming, memory: Memory, reference: Period | None) -> _Answer:
    phrase = naming.phrase
    if phrase is None:
        country, office = naming.key.split()
        role = role_for(office) or roles()["spokesperson"]
        phrase = RolePhrase(naming.first, naming.last, role.key, country, (office,), False)
    role_of = roles()[phrase.role]
    if phrase.of is None:
        taken_up = anaphora.bare_role(phrase, memory)
        return _Answer((taken_up,) if taken_up else ())
    if role_of.kind != "office":
        actor = named_actor.body(phrase)
        someone = Someone(actor, "", (), phrase.of, False)
        return _Answer(((actor, f"{role_of.key} of {phrase.of}"),), someone)
    result = _beside(page, phrase, memory, reference)
    if result is None and phrase.role == "counterpart":
        result = anaphora.counterpart(phrase, memory, reference)
    if result is None:
        # "Alain Juppé, French prime minister from 1995": whoever stands before it held it, not today's holder.
        known = None if _is_predicated(page, phrase) or named_before(page, phrase) is not None else reference
        result = named_actor.office_holder(phrase, known)
    return _Answer(((result[0].actor, result[1]),), result[0])


def _is_predicated(page: Page, phrase: RolePhrase) -> bool:
    """Whether a text makes somebody the holder, so that the table need not: "Trump is elected president of the US"."""
    words = page.words
    sentence = words.sentences[words.sentence[phrase.first]]
    inside = {words.token[index] for index in range(phrase.first, phrase.last + 1)}
    for one in inside:
        token = sentence.tokens[one]
        if any(sentence.tokens[child].relation.startswith("cop") for child in sentence.children[one]):
            return True
        outside = token.head >= 0 and token.head not in inside
        if outside and page.grammar.has("become", sentence.tokens[token.head].lemma.lower()):
            return base(token.relation) in ("xcomp", "obj", "obl", "advcl", "attr", "acl")
    return False


def _beside(page: Page, phrase: RolePhrase, memory: Memory, reference: Period | None) -> tuple[Someone, str] | None:
    """Whoever stands beside an office in apposition: "le président français, Emmanuel Macron"."""
    words, after = page.words, phrase.last + 1
    hit = page.starting.get(after)
    named = hit is not None and hit.kind in ("person", "surname") and words.between(after).strip() == ","
    if hit is not None and named and persons()[hit.key].country == phrase.of:
        someone, _ = named_actor.known_person(persons()[hit.key], reference)
        return named_actor.titled(someone, phrase), "named in apposition"
    for word, someone in reversed(memory.people[-1:]):
        near = phrase.first - 4 <= word + _length(someone) <= phrase.first
        apart = near and "," in words.text[words.ends[word] : words.starts[phrase.first]]
        if apart and someone.is_person and someone.actor.country in (phrase.of, None):
            return named_actor.titled(someone, phrase), "named in apposition"
    return None


def _length(someone: Someone) -> int:
    return len(someone.actor.name.split())


def _resolve_anaphor(
    page: Page, naming: Naming, memory: Memory, reference: Period | None
) -> tuple[tuple[Actor, str], ...]:
    kind, _, role = naming.key.partition(" ")
    if kind == "parties":
        return anaphora.parties(memory)
    if kind == "named":
        return anaphora.states_named(role.split("+"))
    if kind in ("leaders", "ministers", "men"):
        return anaphora.leaders(memory, role, reference, named_only=kind == "men")
    if kind == "armies":
        return anaphora.armies(memory, role)
    one = anaphora.half(page, naming, memory)
    return (one,) if one is not None else ()


def _remember(page: Page, naming: Naming, answer: _Answer, memory: Memory) -> None:
    country = country_of(naming)
    if country in states():
        memory.name_country(country or "", naming.first, _weight(page, naming))
    someone = answer.someone
    if someone is None:
        return
    memory.meet(naming.first, someone, naming.phrase.role if naming.phrase else None)
    if someone.is_person and _is_subject(page, naming):
        memory.subjects.setdefault(page.words.sentence[naming.first], []).append(someone)


def _is_subject(page: Page, naming: Naming) -> bool:
    words = page.words
    tokens = words.sentences[words.sentence[naming.first]].tokens
    inside = {words.token[index] for index in range(naming.first, naming.last + 1)}
    # A conjunct may be a second subject ("Putin spoke and Macron answered"), so that "he" would be either.
    return any(tokens[one].head not in inside and tokens[one].relation.startswith(("nsubj", "conj")) for one in inside)
