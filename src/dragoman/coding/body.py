"""Parties without a name: "a court in Lyon", "police", "les manifestants"; and who makes a deed a political event.

PLOVER codes what governments, courts, police, parties, rebels, unions and crowds do, named or not. A deed among people who are
none of these ("the singer met her fans") is none of its events.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from dragoman.coding.case import Case, is_state, is_whole_state
from dragoman.coding.context import frame_of
from dragoman.coding.gapped import gaps_of
from dragoman.coding.named_kind import kind_of_name
from dragoman.coding.party import Parties, parties_of_argument
from dragoman.coding.taken import is_against
from dragoman.coding.whence import is_on_market
from dragoman.model.actor import Actor
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument, Predication, Role
from dragoman.model.tree import Sentence, base
from dragoman.reading.passive import is_passive
from dragoman.world.actor import actor_for_country, states
from dragoman.world.concept import ancestors, is_a
from dragoman.world.table import read_table

_POLITICAL = frozenset(
    (
        "GOV",
        "MIL",
        "LEG",
        "JUD",
        "COP",
        "SPY",
        "REB",
        "PRM",
        "UAF",
        "PTY",
        "OPP",
        "PRE",
        "ELI",
        "SEP",
        "IGO",
        "NGO",
        "SOC",
    )
)
_ABOVE_STATES = frozenset(("IGO", "NGO"))
_PAPERS = ("STATEMENT", "REPORT", "STATEMENT_DOC", "DOCUMENT", "RESOLUTION", "LETTER")
_PHRASES = frozenset(("obj", "iobj", "obl", "nmod", "amod", "compound", "flat", "appos", "conj", "nummod", "det"))
_STRIKING = ("act", "toward", "undergo", "with")
_ABOUT = ("say", "toward", "with")
_SIDES: tuple[tuple[str, tuple[Role, ...]], ...] = (
    ("actors", ("agent",)),
    ("recipients", ("recipient", "partner", "theme")),
)


@dataclass(frozen=True, slots=True)
class Body:
    """A row of rules/bodies.tsv: what kind of party people or a body are. sector: PLOVER's."""

    sector: str
    political: bool
    seated: bool


@cache
def body_of(concept: str) -> Body | None:
    """The kind of party that a concept is, by its nearest ancestor in the table; None if it is none."""
    table = {
        row["concept"]: Body(row["sector"], row["political"] == "yes", row["seated"] == "yes")
        for row in read_table("rules/bodies.tsv", "dragoman.coding")
    }
    return next((table[name] for name in ancestors(concept) if name in table), None)


def is_political(mention: ActorMention) -> bool:
    """Whether a party alone makes a deed an event of politics: a state, what stands above states, an office, an armed group."""
    return (
        is_state(mention)
        or (mention.actor.country in _ABOVE_STATES and mention.actor.sector != "JRN")
        or mention.actor.sector in _POLITICAL
    )


def with_bodies(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Fill a side that nobody is known on with who is said to stand there: "a court freed him", "troops fired at the crowd"."""
    frame = frame_of(predication.concept or "")
    parties = _with_people(case, predication, parties)
    if not parties.actors and not predication.fillers("agent"):
        known = {one.quote.span for one in parties.recipients}
        opening = tuple(one for one in _fronted(case, predication) if one.quote.span not in known)
        parties = replace(parties, actors=opening)
    for side, roles in _SIDES:
        if getattr(parties, side):
            continue
        # what is given, got or said is no party to it
        roles = roles if frame in _STRIKING else tuple(role for role in roles if role != "theme")
        arguments = [argument for role in roles for argument in predication.fillers(role)]
        found = tuple(one for argument in arguments if (one := _unnamed(case, argument)) is not None)
        struck = parties.patients if side == "recipients" and frame in _STRIKING else ()
        found = found or tuple(one for one in struck if is_political(one))
        found = found or tuple(one for argument in arguments if (one := _stranger(case, argument)) is not None)
        found = found or (_lent(case, predication) if side == "actors" else ())
        parties = replace(parties, actors=found) if side == "actors" else replace(parties, recipients=found)
    return parties


def _with_people(case: Case, predication: Predication, parties: Parties) -> Parties:
    """People who act where the words give only their country or nobody: "Chilean miners went on strike" are the miners.

    Forces that nobody named deploys act themselves ("police were deployed in the port"), and so do guests who are received.
    """
    concept = predication.concept or ""
    if is_a(concept, "PROTEST_GROUP"):
        whole = all(is_whole_state(one) for one in parties.actors)
        crowds = tuple(one for a in predication.fillers("agent") if (one := _crowd(case, a)) is not None)
        return replace(parties, actors=crowds) if parties.actors and whole and crowds else parties
    themes = any(is_a(concept, name) for name in _ACTS_ITSELF) and not parties.actors
    if not themes or predication.fillers("agent"):
        return parties
    found = (_unnamed(case, one) for one in predication.fillers("theme"))
    return replace(parties, actors=tuple(one for one in found if one is not None and _unnamed_political(one)))


_ACTS_ITSELF = ("DEPLOY", "RECEIVE")


def _crowd(case: Case, argument: Argument) -> ActorMention | None:
    """People of a country who are neither in office nor armed: "les infirmières du Chili"."""
    body = body_of(argument.concept) if argument.concept else None
    named = parties_of_argument(case, argument)
    tokens = case.reading.sentences[argument.sentence].tokens
    if body is None or body.seated or len(named) != 1 or tokens[argument.head].upos != "NOUN":
        return None
    reason = f"people by what they are, {(argument.concept or '').lower().replace('_', ' ')}; {named[0].reason}"
    return ActorMention(argument.quote, Actor(argument.quote.text, named[0].actor.country, body.sector), reason)


def _lent(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """The subject of the light verb over an event noun, of what a document says, and of "said it would ...".

    "The court opened a hearing" hears; "the ministry put out a statement condemning ..." condemns.
    """
    arguments = predication.fillers("agent")
    sentence = case.reading.sentences[predication.sentence]
    papers = any(is_a(a.concept or "", name) for a in arguments for name in _PAPERS)
    pronoun = any(sentence.tokens[a.head].upos == "PRON" and sentence.tokens[a.head].has("Person=3") for a in arguments)
    node = arguments[0].head if papers else predication.head
    over = case.by_trigger.get((predication.sentence, sentence.tokens[node].head))
    light = not arguments and over is not None and is_a(over.concept or "", "LIGHT")
    if over is None or over is predication or not (papers or pronoun or light):
        return ()
    lenders = over.fillers("agent")
    known = tuple(one for a in lenders for one in parties_of_argument(case, a))
    unknown = (_unnamed(case, a) or _stranger(case, a) for a in lenders)
    return known or tuple(one for one in unknown if one is not None)


def _fronted(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """Whoever opens the sentence before an active verb that the tree gave no subject: "Serbia on Thursday rejected ..."."""
    sentence = case.reading.sentences[predication.sentence]
    head = predication.head
    before = sentence.tokens[:head]
    is_verb = sentence.tokens[head].upos == "VERB" and not is_passive(sentence, head)
    if not is_verb or any(one.upos in ("VERB", "PUNCT", "SCONJ") for one in before):
        return ()
    found = case.index.actors.at(predication.sentence, 0) or case.index.actors.at(predication.sentence, min(1, head))
    why = "opens the sentence before a verb without a subject"
    return tuple(replace(one, reason=f"{one.reason}; {why}") for one in found if is_political(one))


def with_receiver(case: Case, predication: Predication, parties: Parties) -> Parties:
    """Whom aid, trade or a cut of it is for, where the words for it hang on the thing: "food for the refugees in Chad".

    PLOVER requires a recipient of these; a state or a place of another country than the giver's, nearest first.
    """
    if not parties.recipients and (told := _told_by_words(case, predication)):
        return replace(parties, recipients=told)
    if parties.recipients or not parties.actors or is_on_market(predication) or is_against(case, predication):
        return parties
    sentence = case.reading.sentences[predication.sentence]
    own = {one.actor.country for one in parties.actors}
    given = [
        sentence.subtree(a.head) for a in predication.arguments if a.role in ("theme", "topic", "purpose", "place")
    ]
    taken = {token for a in predication.fillers("agent") for token in sentence.subtree(a.head)}
    taken |= {token for gap in gaps_of(case, predication) for token in range(gap.first, gap.number + 1)}
    for token in (token for tokens in (*given, _phrases_under(sentence, predication.head)) for token in tokens):
        found = () if token in taken else _elsewhere(case, predication.sentence, token, own)
        if found:
            return replace(
                parties,
                recipients=found,
                inferred=(*parties.inferred, f"receiver read from {found[0].quote.text!r} beside what is given"),
            )
    return parties


def _told_by_words(case: Case, predication: Predication) -> tuple[ActorMention, ...]:
    """A receiver that only its own words name: "cut aid to its allies", "sent drugs to the hospital", "convicted the pair"."""
    tokens = case.reading.sentences[predication.sentence].tokens
    return tuple(
        ActorMention(one.quote, Actor(one.quote.text, None, None), "named by its own words alone")
        for one in predication.fillers("recipient")
        if tokens[one.head].upos == "NOUN" and any(is_a(one.concept or "PERSON", kind) for kind in _RECEIVERS)
    )[:1]


_RECEIVERS = ("PERSON", "HOSPITAL", "SCHOOL", "CAMP_REFUGEE", "COMPANY", "MEDIA")


def _phrases_under(sentence: Sentence, head: int) -> tuple[int, ...]:
    """Tokens under a word that no other clause stands between, save one of purpose: "money to build roads in Chad"."""
    found: list[int] = []
    queue = list(sentence.children[head])
    while queue:
        token = queue.pop(0)
        purpose = base(sentence.tokens[token].relation) in ("acl", "advcl") and sentence.tokens[token].has(
            "VerbForm=Inf"
        )
        if purpose or base(sentence.tokens[token].relation) in _PHRASES:
            found.append(token)
            queue.extend(sentence.children[token])
    return tuple(found)


def _elsewhere(case: Case, number: int, token: int, own: set[str | None]) -> tuple[ActorMention, ...]:
    for mention in case.index.actors.at(number, token):
        if is_political(mention) and mention.actor.country not in own and mention.quote.span.start not in case.sources:
            return (mention,)
    for place in case.index.places.at(number, token):
        country = place.place.country
        if country in states() and country not in own:  # Puerto Rico and Réunion are places of no state of the table
            why = f"{place.place.name} is in {country}"
            return (ActorMention(place.quote, actor_for_country(country), why),)
    return ()


def is_among_politics(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether a deed is an event of politics: by who is on either side, by what it is, or by whom it is about.

    "Mandela refused a request of the United Nations" is about the United Nations.
    """
    concept = predication.concept or ""
    if any(is_a(one.concept or "PERSON", "ATHLETE") for one in predication.fillers("agent")):
        return False  # "the referee rejected the appeals of the Colombian"
    if any(is_a(one.concept or "PERSON", "CREATIVE_WORK") for one in predication.fillers("agent")):
        return False  # "her novel attacks the myths of American suburbs"
    sides = tuple(one for one in (*parties.actors, *parties.recipients) if not _is_only_there(one))
    if is_of_sport(case, predication) and all(is_whole_state(one) or not is_political(one) for one in sides):
        return any(name in _political_deeds() for name in ancestors(concept))  # "the United States won two matches"
    if any(is_political(one) or _unnamed_political(one) for one in sides):
        return True
    if any(name in _political_deeds() for name in ancestors(concept)):
        token = case.reading.sentences[predication.sentence].tokens[predication.head]
        return token.upos in ("VERB", "AUX") or token.head < 0 or bool(predication.arguments)
    if any(name in _political_things() for one in predication.arguments for name in ancestors(one.concept or "PERSON")):
        return True
    return bool(parties.actors) and frame_of(concept) in _ABOUT and _is_about_politics(case, predication)


def _is_only_there(mention: ActorMention) -> bool:
    """Whether a party is no more than the country that a place lies in: "the striker saved Liverpool"."""
    return mention.reason.endswith(f" is in {mention.actor.country}")


def is_of_sport(case: Case, predication: Predication) -> bool:
    """Whether a sentence tells of a contest of sport."""
    return any(is_a(one.concept, "SPORT_CONTEST") for one in case.index.concepts.inside(predication.sentence))


@cache
def _political_deeds() -> frozenset[str]:
    return frozenset(row["concept"] for row in _political() if row["as"] == "deed")


@cache
def _political_things() -> frozenset[str]:
    return frozenset(row["concept"] for row in _political() if row["as"] == "thing")


def _political() -> Iterable[dict[str, str]]:
    return read_table("rules/political.tsv", "dragoman.coding")


def _is_about_politics(case: Case, predication: Predication) -> bool:
    """Whether what is asked, refused, promised or blamed names a state, an office or a body."""
    sentence = case.reading.sentences[predication.sentence]
    inside = {
        token
        for argument in predication.arguments
        if argument.role in ("topic", "theme", "recipient", "partner", "purpose")
        for token in sentence.subtree(argument.head)
    }
    inside -= {token for argument in predication.fillers("agent") for token in sentence.subtree(argument.head)}
    return any(is_political(one) for token in inside for one in case.index.actors.at(predication.sentence, token))


def _stranger(case: Case, argument: Argument) -> ActorMention | None:
    """A name that no table has: who it is nobody says, and nothing is made up."""
    at = (argument.sentence, argument.head)
    token = case.reading.sentences[argument.sentence].tokens[argument.head]
    known = case.index.actors.at(*at) or case.index.places.at(*at) or case.index.periods.at(*at)
    if token.upos != "PROPN" or not token.form[:1].isupper() or known:
        return None
    body = body_of(kind_of_name(case, argument) or "PERSON")
    if body is not None and body.political:
        country = _seat(case, argument) if body.seated else None
        reason = f"{_SAID_BY_KIND}, and a name that is in no table"
        return ActorMention(argument.quote, Actor(argument.quote.text, country, body.sector), reason)
    return ActorMention(argument.quote, Actor(argument.quote.text, None, None), "a name that is in no table")


def _unnamed_political(mention: ActorMention) -> bool:
    return mention.reason.startswith(_SAID_BY_KIND)


_SAID_BY_KIND = "a party by what it is"


def _unnamed(case: Case, argument: Argument) -> ActorMention | None:
    body = body_of(argument.concept) if argument.concept else None
    if body is None or parties_of_argument(case, argument):
        return None
    country = _seat(case, argument) if body.seated else None
    kind = _SAID_BY_KIND if body.political else "people by what they are"
    reason = f"{kind}, {(argument.concept or '').lower().replace('_', ' ')}"
    if country:
        reason += f", in {country}"
    return ActorMention(argument.quote, Actor(argument.quote.text, country, body.sector), reason)


def _seat(case: Case, argument: Argument) -> str | None:
    """The one country of the places inside a phrase: "police in Colombia's second city"."""
    sentence = case.reading.sentences[argument.sentence]
    inside: Iterable[str | None] = (
        place.place.country
        for token in sentence.subtree(argument.head)
        for place in case.index.places.at(argument.sentence, token)
        if place.place.where_prec <= 6
    )
    countries = {one for one in inside if one}
    return countries.pop() if len(countries) == 1 else None
