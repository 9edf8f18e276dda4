"""Who is on each side of a predication, and how that is known where the sentence does not name them.

Everything inferred says so: a dossier shows "read from: the soldiers are North Korean" beside such a party.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.actors_at import actors_on, unique
from dragoman.coding.aim import aims_of
from dragoman.coding.arrival import where_it_arrives
from dragoman.coding.case import Case, is_party, is_state
from dragoman.coding.no_party import is_where
from dragoman.coding.rule import sufferer_role
from dragoman.coding.speaking import ally_in_pair, we_of_state, without_relatives
from dragoman.coding.taken_up import same_people_before, subject_before
from dragoman.coding.teller import is_account, only_carries, only_tells
from dragoman.coding.whence import is_on_the_way
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.world.concept import concepts, is_a
from dragoman.world.table import read_table


@dataclass(frozen=True, slots=True)
class Parties:
    """Both sides of a claim. inferred: one reason for each party that the predication's own arguments do not name.

    patients: actors that stand as the thing in question ("a reçu Zelensky").
    borrowed: whether a side is read from beyond the deed's words: what it is for, another sentence, the heading, the title.
    """

    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    inferred: tuple[str, ...] = ()
    patients: tuple[ActorMention, ...] = ()
    borrowed: bool = False


def because(mentions: tuple[ActorMention, ...], reason: str) -> tuple[ActorMention, ...]:
    """The same actors, as read for this reason and no other: a side that another deed names."""
    return tuple(replace(one, reason=reason) for one in mentions)


_OF_THINGS = ("y", "en")  # adverbial pronouns: a thing, a place or a fact, no party ("accusés d'y avoir contribué")


def parties_of_argument(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """Actors that an argument stands for, with pronouns and "these soldiers" followed back."""
    found = actors_on(case, argument.sentence, argument.head)
    if found and not case.index.actors.at(argument.sentence, argument.head):
        found = without_relatives(case, argument, _without_seats(argument, found))
        found = tuple(_of_a_land(case, argument, one) for one in found)
    found = found or we_of_state(case, argument) or ally_in_pair(case, argument)
    if found:
        return found
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    if token.upos == "PRON" and case.reading.document.language == "fr" and token.form.casefold() in _OF_THINGS:
        return ()
    if token.upos == "PRON" and (token.has("Person=3") or token.has("PronType=Prs") or token.has("PronType=Dem")):
        return _rename(
            subject_before(case, argument.sentence, argument.head), argument, "pronoun for the subject before it"
        )
    owner = _possessor(case, argument)
    if owner:
        return _rename(owner, argument, "possessive for the subject of its clause")
    if argument.concept and concepts()[argument.concept].kind == "people":
        return _rename(same_people_before(case, argument), argument, "the same people as before")
    return ()


def _of_a_land(case: Case, argument: Argument, found: ActorMention) -> ActorMention:
    """Whoever bears a name in no table behind the possessive of a state: "Spain's Heron sold" is of Spain, and not its government."""
    tokens = case.reading.sentences[argument.sentence].tokens
    owned = any(
        one.relation == "nmod:poss" and one.head == argument.head and one.span.overlaps(found.quote.span)
        for one in tokens
    )
    if not owned or tokens[argument.head].upos != "PROPN" or found.actor.sector != "GOV" or not found.actor.country:
        return found
    return replace(found, actor=replace(found.actor, sector=None))


def _without_seats(argument: Argument, found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Without governments that only their capital stands for, behind people who hold no office: "des chefs de gang de Dakar"."""
    concept = argument.concept or ""
    if not any(is_a(concept, name) for name in _OF_NO_OFFICE):
        return found
    return tuple(one for one in found if not one.reason.startswith("seat of the government"))


_OF_NO_OFFICE = (
    "CRIMINAL",
    "CIVILIAN",
    "WORKER",
    "STUDENT",
    "PROTESTER",
    "PRISONER",
    "JOURNALIST",
    "TRADE_UNION",
    "GANG",
)


def _possessor(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """The subject of the clause that "son contingent" or "its troops" stands in."""
    sentence = case.reading.sentences[argument.sentence]
    owned = any(
        sentence.tokens[child].has("Poss=Yes") and not sentence.tokens[child].has("Person=1")
        for child in sentence.children[argument.head]
    )
    people = argument.concept is not None and concepts()[argument.concept].kind == "people"
    land = sentence.tokens[argument.head].lemma.casefold() in _lands(case.reading.document.language)
    other = any(base(sentence.tokens[child].relation) == "amod" for child in sentence.children[argument.head])
    if not owned or not (people or (land and not other)):  # "his country will buy jets"; "son pays voisin" is another
        return ()
    here = sentence.tokens[argument.head].head
    for _ in range(len(sentence.tokens)):
        if here < 0:
            return ()
        for child in sentence.children[here]:
            if base(sentence.tokens[child].relation) == "nsubj" and child < argument.head:
                return actors_on(case, argument.sentence, child)
        here = sentence.tokens[here].head
    return ()


@cache
def _lands(language: str) -> frozenset[str]:
    rows = read_table("rules/own_land.tsv", "dragoman.coding")
    return frozenset(row["noun"] for row in rows if row["language"] == language)


def _rename(found: tuple[ActorMention, ...], argument: Argument, reason: str) -> tuple[ActorMention, ...]:
    return tuple(replace(one, quote=argument.quote, reason=f"{reason}: {one.quote.text!r}") for one in found)


def parties_of(case: Case, predication: Predication, frame: str) -> Parties:
    """Both sides of a predication from its arguments, then from what its arguments imply."""
    doers = tuple(
        a
        for a in predication.fillers("agent")
        if not is_account(a) and not only_carries(predication, a, frame) and not only_tells(a, predication, frame)
        if not is_on_the_way(case, a)
    )
    actors = unique(tuple(one for a in doers for one in parties_of_argument(case, a)))
    receivers = (
        a for a in predication.fillers("recipient") if a.concept != "BORDER"
    )  # "deployed on its border with Iran"
    recipients = unique(tuple(one for a in receivers for one in parties_of_argument(case, a)))
    partners = unique(tuple(one for a in predication.fillers("partner") for one in parties_of_argument(case, a)))
    patients = unique(
        tuple(one for a in predication.fillers("theme") for one in case.index.actors.at(a.sentence, a.head))
    )
    inferred: list[str] = []
    if frame in ("with", "act", "say") and partners and not recipients:
        recipients = partners
    if frame == "get" and patients and recipients and not actors:
        actors = patients  # "Macron a reçu Zelensky": the visitor comes to the host
    if frame == "act" and not recipients:
        struck = (one for a in predication.fillers("theme") for one in _struck(case, a))
        theirs = unique(tuple(one for one in struck if is_state(one)))
        if is_a(predication.concept or "", "WITHDRAW") and any(is_state(one) for one in actors):
            theirs = ()  # "Egyptian soldiers left; Britain withdrew 250 troops": its own, and no Egyptians
        if not is_a(predication.concept or "", "STATIONED"):
            recipients = theirs
        elif not actors:  # "la présence de soldats coréens": those who are there, and nobody's guests by that
            actors = theirs
    if not actors:
        actors, why = _implied_actors(case, predication, frame, recipients)
        inferred += why
    borrowed = False
    if not recipients:
        recipients, why = implied_recipients(case, predication, frame, actors)
        inferred += why
        borrowed = bool(recipients) and bool(_beneficiaries(case, predication, {one.actor.country for one in actors}))
    return Parties(actors, without(recipients, actors), tuple(inferred), patients, borrowed)


def _struck(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """Whose people or who is acted on: "expulsé 45 diplomates russes", "arrested the minister"."""
    people = argument.concept is not None and concepts()[argument.concept].kind in ("people", "source")
    return parties_of_argument(case, argument) if people else case.index.actors.at(argument.sentence, argument.head)


def without(recipients: tuple[ActorMention, ...], actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Recipients that are no actors as well."""
    names = {(one.actor.name, one.actor.country) for one in actors}
    return tuple(one for one in recipients if (one.actor.name, one.actor.country) not in names)


def _implied_actors(
    case: Case, predication: Predication, frame: str, recipients: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], list[str]]:
    """The sender of "North Korean soldiers were sent" is North Korea; origin is "from North Korea"."""
    if frame not in ("give", "get", "move", "leave"):
        return (), []
    for role in ("origin", "theme"):
        for argument in predication.arguments:
            if argument.role != role:
                continue
            named = parties_of_argument(case, argument)
            # "received a loan of the IMF": what stands above states gives as a state does
            found = tuple(one for one in named if is_state(one) or (frame == "get" and one.actor.country == "IGO"))
            taken = {one.actor.country for one in recipients}
            found = tuple(one for one in found if one.actor.country not in taken)
            if found:
                return found[:1], [f"sender read from {argument.quote.text!r}"]
    return (), []


def implied_recipients(
    case: Case, predication: Predication, frame: str, actors: tuple[ActorMention, ...]
) -> tuple[tuple[ActorMention, ...], list[str]]:
    """Whom it is for: the side helped ("pour soutenir les opérations russes"), then the state where it arrives."""
    if frame not in ("give", "move", "leave", "act", "with", "toward"):
        return (), []
    own = {one.actor.country for one in actors}
    for found, where in _beneficiaries(case, predication, own):
        return found, [f"beneficiary read from {where!r}"]
    return where_it_arrives(case, predication, frame, own)


def _beneficiaries(
    case: Case, predication: Predication, own: set[str | None]
) -> tuple[tuple[tuple[ActorMention, ...], str], ...]:
    """The state helped by each purpose that names one, with the words of the purpose."""
    purposes = (*predication.fillers("purpose"), *aims_of(case, predication))
    helped = ((_helped(case, argument), argument.quote.text) for argument in purposes)
    states = ((tuple(one for one in some if is_state(one) and one.actor.country not in own), at) for some, at in helped)
    return tuple((some[:1], at) for some, at in states if some)


def _helped(case: Case, argument: Argument) -> tuple[ActorMention, ...]:
    """Who is on the receiving or partner side of a purpose clause or noun; enemies are not."""
    inner = case.by_trigger.get((argument.sentence, argument.head))
    if inner is None:
        return parties_of_argument(case, argument)
    hostile = is_a(inner.concept or "", "HOSTILE_ACT")
    roles = ("partner",) if hostile else ("recipient", "partner", "theme", "purpose")
    for role in roles:
        for one in inner.arguments:
            if one.role == role and (one.sentence, one.head) != (argument.sentence, argument.head):
                found = parties_of_argument(case, one)
                if found:
                    return found
    return ()


def sufferers(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whose people a loss struck: read from those who died ("neuf soldats d'une unité nord-coréenne"), or from the words
    that stand by the toll ("North Korean casualties").
    """
    role = sufferer_role(predication.concept or "")
    doers = tuple(one for a in predication.fillers("agent") if role != "agent" for one in parties_of_argument(case, a))
    found = [
        one
        for a in predication.arguments
        if a.role in (role, "theme") and not is_where(case, a)
        # "Boko Haram fighters killed two soldiers": who did it is not who "soldiers" take up
        for one in actors_on(case, a.sentence, a.head) or without(parties_of_argument(case, a), doers)
    ]
    found += actors_on(case, predication.sentence, predication.head)
    last = len(case.reading.sentences[predication.sentence].tokens) - 1
    if not found:
        # "Russian forces abducted a mayor" takes no Russian; in "Russian soldiers killed" the tree may see the killers
        heads = {one.head for one in predication.fillers("agent")} if predication.fillers("theme") else set()
        beside = {max(predication.head - 1, 0), min(predication.head + 1, last)} - heads
        found = [one for token in sorted(beside) for one in case.index.actors.at(predication.sentence, token)]
    return unique(tuple(one for one in found if is_party(one, case.sources)))
