"""The other side of a deed where neither tree nor frame names it: whose thing is seized, whom a pledge is for, whom troops leave."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.actors_at import actors_on, unique
from dragoman.coding.case import Case, is_state
from dragoman.coding.party import Parties, parties_of_argument, sufferers, without
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.actor import actor_for_country, states
from dragoman.world.concept import concepts, is_a
from dragoman.world.syntax import cases

_AGAINST = (
    "REJECT_GROUP", "SEIZE", "ASSAULT_GROUP", "BLOCKADE", "CANCEL", "CUT_OFF", "REDUCE_TIES", "BAN", "RESTRICT", "OBSTRUCT",
)  # fmt: skip
_SENT_AWAY = ("EXPEL", "DEPORT", "EXTRADITE")
_HELD = frozenset(("for", "to", "with", "toward", "against"))
_THINGS: tuple[Role, ...] = ("theme", "recipient", "topic")
_FROM: tuple[Role, ...] = ("origin", "place")


def other_side(case: Case, predication: Predication, frame: str, parties: Parties) -> Parties:
    """The parties of a predication with the side that its words imply; one that they name stays.

    Of those who withdraw and whom they leave the words of the deed alone decide: no beneficiary is looked for.
    """
    concept = predication.concept or ""
    if is_a(concept, "WITHDRAW") and not predication.fillers("agent"):
        actors, left = _withdrawn(case, predication) or (parties.actors, parties.recipients)
        return replace(parties, actors=actors, recipients=left)
    if any(is_a(concept, name) for name in _SENT_AWAY) and not parties.actors and not predication.fillers("agent"):
        parties = replace(parties, actors=without(_sent_from(case, predication), parties.recipients))
    kept = tuple(one for one in parties.recipients if not _is_where_it_acts(case, predication, one, parties.actors))
    return replace(
        parties, recipients=kept or without(_implied(case, predication, frame, parties.actors), parties.actors)
    )


def _sent_from(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """The state that sends people away, where only the land that they leave is told: "was expelled from Bolivia"."""
    found = tuple(one for a in predication.fillers("origin") for one in parties_of_argument(case, a) if is_state(one))
    return tuple(replace(one, reason=f"{one.reason}; whose land they are sent away from") for one in found[:1])


def _implied(
    case: Case, predication: Predication, frame: str, actors: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    concept = predication.concept or ""
    if is_a(concept, "ASSAULT_GROUP") and (struck := _killed_in(case, predication)):
        return struck
    against = any(is_a(concept, name) for name in _AGAINST)
    if frame in ("act", "toward", "say") and (against or _is_on_assets(predication)):
        owners = _owners(case, predication, actors)
        if not owners and is_a(concept, "ASSAULT_GROUP"):
            owners = _struck_at(case, predication, actors)
        if owners or frame != "say":
            return owners
    if is_a(concept, "RECALL"):
        return _left(case, predication)
    if is_a(concept, "WITHDRAW"):  # "withdraws by road through Chad" leaves another land
        return _left(case, predication, ("origin",)) or _town_left(case, predication, actors)
    goers = predication.fillers("agent")
    if frame == "leave" and not (goers and all(_is_thing(a) for a in goers)):
        # "Russian troops have left Syria": Syria sees them go
        return _left(case, predication) or _town_left(case, predication, actors)
    if frame != "say":
        return ()
    found = _held_dear(case, predication, actors) if is_a(concept, "EXPRESS") else ()
    return found or _within_clause(case, predication, actors)


def _is_on_assets(predication: Predication) -> bool:
    """Whether a deed strikes what somebody owns: "froze the assets of two Iranian banks" is done to Iran."""
    return any(one.concept is not None and is_a(one.concept, "ASSET") for one in predication.fillers("theme"))


def _killed_in(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whom an attack struck, by those who died in it: "two Iranian officers were killed in an Israeli air strike"."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    over = case.by_trigger.get((predication.sentence, token.head))
    if over is None or token.upos in ("VERB", "AUX") or base(token.relation) not in ("obl", "nsubj"):
        return ()
    if not any(is_a(over.concept or "", name) for name in ("LOSS_GROUP", "KILL", "WOUND")):
        return ()
    return tuple(one for one in sufferers(case, over) if is_state(one))


def _left(case: Case, predication: Predication, roles: tuple[Role, ...] = _FROM) -> tuple[ActorMention, ...]:
    """The state that is left: where an ambassador is recalled from, where troops have been."""
    named = (one for role in roles for a in predication.fillers(role) for one in parties_of_argument(case, a))
    return unique(tuple(one for one in named if is_state(one)))


def _town_left(case: Case, predication: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The state whose town or region foreign soldiers leave: "the last French soldiers left Niamey"."""
    own = {one.actor.country for one in actors}
    if not own or not any(a.concept and is_a(a.concept, "TROOPS") for a in predication.fillers("agent")):
        return ()
    for argument in predication.fillers("origin"):
        for place in case.index.places.at(argument.sentence, argument.head):
            country = place.place.country
            if country in states() and country not in own:
                return (ActorMention(place.quote, actor_for_country(country), f"{place.place.name} is in {country}"),)
    return ()


def _is_thing(argument: Argument) -> bool:
    return argument.concept is not None and concepts()[argument.concept].kind == "thing"


def _owners(case: Case, predication: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Whose thing is rejected, seized or destroyed: "rejected the American proposal", "cancelled the visit of the Iranian envoy"."""
    own = {one.actor.country for one in actors}
    for argument in (one for role in _THINGS for one in predication.fillers(role)):
        inner = case.by_trigger.get((argument.sentence, argument.head))
        roles = ("agent", "recipient") if inner and inner.concept and concepts()[inner.concept].kind == "event" else ()
        named = actors_on(case, argument.sentence, argument.head) or tuple(
            one for a in (inner.arguments if inner else ()) if a.role in roles for one in parties_of_argument(case, a)
        )
        found = tuple(one for one in named if is_state(one) and one.actor.country not in own)
        if found:
            return unique(found)
    return ()


def _withdrawn(
    case: Case, predication: Predication
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]] | None:
    """Who leaves and whom, where the troops withdrawn say it: "the withdrawal of French soldiers from Mali"."""
    people = [a for a in predication.fillers("theme") if a.concept and concepts()[a.concept].kind == "people"]
    actors = unique(tuple(one for a in people for one in parties_of_argument(case, a) if is_state(one)))
    if len({one.actor.country for one in actors}) != 1:
        return None
    return actors[:1], without(_left(case, predication), actors)


def _is_where_it_acts(
    case: Case, predication: Predication, mention: ActorMention, actors: tuple[ActorMention, ...]
) -> bool:
    """Whether a recipient is only a town of the one who acts: the curfew that Kenya imposes "à Nairobi" is not on Nairobi's rulers."""
    own = any(one.actor.country == mention.actor.country for one in actors)
    sentence = case.reading.sentences[predication.sentence]
    tokens = [i for i, token in enumerate(sentence.tokens) if mention.quote.span.covers(token.span)]
    seat = mention.reason.startswith("seat")
    return own and seat and any(case_of(sentence, token) in ("à", "in", "dans", "at") for token in tokens)


def _within_clause(case: Case, predication: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Whom a promise or a refusal is for, and of whom something is demanded, where only the clause it governs says it.

    "Vowed to support Estonia" is for Estonia; "demanded that Russia withdraw" is asked of Russia.
    """
    concept = predication.concept or ""
    asked = is_a(concept, "REQUEST_GROUP")
    if not asked and not any(is_a(concept, name) for name in ("AGREE_GROUP", "REJECT_GROUP", "THREATEN_GROUP")):
        return ()
    own = {one.actor.country for one in actors}
    for argument in predication.fillers("topic"):
        inner = _light_over(case, argument)
        wanted = ("agent",) if asked else ("recipient", "partner")
        for one in (one for one in (inner.arguments if inner else ()) if one.role in wanted):
            found = tuple(
                who for who in parties_of_argument(case, one) if is_state(who) and who.actor.country not in own
            )
            if found:
                return found
    return _other_land(case, predication.fillers("topic"), actors) if is_a(concept, "THREATEN_GROUP") else ()


def _struck_at(case: Case, predication: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Whose land things lie in that are struck: "hit a refinery near Basra" is done to Iraq; people struck are their own side."""
    things = (*predication.fillers("theme"), *predication.fillers("recipient"))
    if any(concepts()[one.concept or "PERSON"].kind == "people" for one in things):
        return ()
    return _other_land(case, things or predication.fillers("place"), actors)


def _other_land(
    case: Case, arguments: tuple[Argument, ...], actors: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """The one other state that is named, or whose place is, in some arguments: "threatened to strike ports in Cyprus"."""
    own = {one.actor.country for one in actors}
    found: list[ActorMention] = []
    for argument in arguments:
        for token in case.reading.sentences[argument.sentence].subtree(argument.head):
            found += [one for one in case.index.actors.at(argument.sentence, token) if is_state(one)]
            found += [
                ActorMention(
                    one.quote, actor_for_country(one.place.country), f"{one.place.name} is in {one.place.country}"
                )
                for one in case.index.places.at(argument.sentence, token)
                if one.place.country in states()
            ]
    others = unique(tuple(one for one in found if one.actor.country not in own))
    return others[:1] if own and len({one.actor.country for one in others}) == 1 else ()


def _light_over(case: Case, argument: Argument) -> Predication | None:
    """The deed that a clause tells of, looking through a light verb: "pledged to continue supporting"."""
    inner = case.by_trigger.get((argument.sentence, argument.head))
    if inner is None or not is_a(inner.concept or "", "LIGHT"):
        return inner
    sentence = case.reading.sentences[argument.sentence]
    below = (
        child for child in sentence.children[argument.head] if base(sentence.tokens[child].relation) in ("xcomp", "obj")
    )
    return next((one for child in below if (one := case.by_trigger.get((argument.sentence, child)))), inner)


def _held_dear(case: Case, predication: Predication, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """The one state that a feeling concerns: "voiced sympathy with those whom the Cuban government had sent"."""
    own = {one.actor.country for one in actors}
    for argument in predication.fillers("topic"):
        sentence, table = case.reading.sentences[argument.sentence], cases(case.reading.document.language)
        words = [
            token
            for child in sentence.children[argument.head]
            if table.get(case_of(sentence, child)) in _HELD
            for token in sentence.subtree(child)
            if token == child
            or table.get(case_of(sentence, token)) != "against"  # "support for the fight against piracy"
        ]
        named = [one for token in words for one in case.index.actors.at(argument.sentence, token) if is_state(one)]
        found = unique(tuple(one for one in named if one.actor.country not in own))
        if len({one.actor.country for one in found}) == 1:
            return found[:1]
    return ()
