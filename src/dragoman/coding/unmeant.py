"""Deeds that hand over or go, told of by a sentence that means no transfer by them: an ability, an attack, a ship on its way."""

from __future__ import annotations

from functools import cache

from dragoman.coding.case import Case, is_state
from dragoman.coding.context import frame_of
from dragoman.coding.party import Parties
from dragoman.coding.rule import flow_kind
from dragoman.coding.standing import serves_another
from dragoman.coding.teller import CARRIERS
from dragoman.model.predication import Argument, Predication
from dragoman.model.tree import base
from dragoman.reading.slot import case_of
from dragoman.world.concept import is_a
from dragoman.world.table import read_table

_SENDING = ("SEND", "SHIP")  # "plans to send 60 ships to Sudan" hands over no ship; "gave Sudan a ship" does
_TOLD = ("asserted", "reported", "acknowledged")  # "came to fight the rebels" tells of no fight yet
_ARMED_GROUPS = ("REB", "UAF", "PRM", "SEP", "CRM")


def unmeant(case: Case, predication: Predication, theme: Argument | None, parties: Parties) -> str | None:
    """Why a sentence with a deed of transfer means none; None if it may mean one. parties: both sides of the deed."""
    if _is_ability(case, predication):
        return "what somebody is able to do has not been done"
    thing = (theme.concept if theme else None) or ""
    if any(is_a(thing, name) for name in CARRIERS) and parties.borrowed:
        return "a vessel that is taken somewhere, by nobody named"
    if theme and _is_fitted(case, predication, theme):
        return "what a thing is fitted with is not handed to it"
    if theme and _says_of_which(case, predication, theme):
        return "it only says of which ones some are told"
    if _is_crossing(case, predication):
        return "what crosses a land is not brought there"
    if theme and predication.concept in _SENDING and _is_seagoing(case, theme):
        return "a vessel that is sent is not handed over, and nobody says what it carries"
    if frame_of(predication.concept or "") == "move" and flow_kind(thing) == "troops":
        if not any(is_state(one) and one.actor.sector not in _ARMED_GROUPS for one in parties.actors):
            return "an armed group that goes somewhere is sent by no state"
        if _is_fought(case, predication, parties):
            return "troops that fight where they come are handed to nobody"
    return None


def _is_ability(case: Case, predication: Predication) -> bool:
    """Whether the deed is only what somebody can do: "missiles capable of delivering warheads", "in a position to sell"."""
    tokens, node = case.reading.sentences[predication.sentence].tokens, predication.head
    over = tokens[node].head
    if over < 0 or base(tokens[node].relation) not in ("advcl", "xcomp", "ccomp", "acl", "obl", "nmod"):
        return False
    return tokens[over].upos != "VERB" and tokens[over].lemma.casefold() in _abilities(case.reading.document.language)


@cache
def _abilities(language: str) -> frozenset[str]:
    rows = read_table("rules/abilities.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)


def _is_fitted(case: Case, predication: Predication, theme: Argument) -> bool:
    """Whether a participle only says what a thing has on it: "sent ambulances equipped with beds" equips nobody."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    on_thing = token.head == theme.head and base(token.relation) == "acl"
    return on_thing and is_a(predication.concept or "", "SUPPLY") and bool(predication.fillers("partner"))


def _says_of_which(case: Case, predication: Predication, theme: Argument) -> bool:
    """Whether a participle without a doer says of what a part is told: "of the 28 jets sent to Kyiv, Oslo gave six"."""
    sentence = case.reading.sentences[predication.sentence]
    token, noun = sentence.tokens[predication.head], sentence.tokens[theme.head]
    on_thing = token.head == theme.head and base(token.relation) == "acl" and not predication.fillers("agent")
    fronted = noun.head > theme.head and base(noun.relation) in ("obl", "nmod")
    return on_thing and fronted and case_of(sentence, theme.head) in ("of", "out of", "de", "sur")


def _is_seagoing(case: Case, thing: Argument) -> bool:
    """Whether something is ships and nothing more is said of them; a hospital ship is lent, boats may be a gift."""
    sentence = case.reading.sentences[thing.sentence]
    told = {base(sentence.tokens[child].relation) for child in sentence.children[thing.head]}
    named = sentence.tokens[thing.head].lemma.casefold()
    language = case.reading.document.language
    if named in _vessels(language, "flight"):
        return True  # "sent two special flights": of what they carry nothing is said here
    return named in _vessels(language, "ship") and not told & {"compound", "amod", "nmod", "appos", "acl"}


@cache
def _vessels(language: str, kind: str) -> frozenset[str]:
    rows = read_table("rules/vessels.tsv", "dragoman.coding")
    return frozenset(row["noun"] for row in rows if row["language"] == language and row["kind"] == kind)


def _is_crossing(case: Case, predication: Predication) -> bool:
    """Whether the deed is a passage through: "lorries with wheat for Chad have crossed Niger"."""
    token = case.reading.sentences[predication.sentence].tokens[predication.head]
    words = {token.lemma.casefold(), predication.trigger.text.casefold().split()[-1]}  # "passing through Niger"
    return bool(words & _crossings(case.reading.document.language))


@cache
def _crossings(language: str) -> frozenset[str]:
    rows = read_table("rules/crossings.tsv", "dragoman.coding")
    return frozenset(row["word"] for row in rows if row["language"] == language)


def _is_fought(case: Case, predication: Predication, parties: Parties) -> bool:
    """Whether those who come attack or are attacked in the same breath: "clashed with Chadian soldiers coming from Abeche"."""
    own = {one.quote.span for one in parties.actors}
    return any(
        is_a(other.concept or "", "HOSTILE_ACT")
        and other.factuality.status in _TOLD
        and not serves_another(case, other)
        and any(argument.quote.span.overlaps(span) for argument in other.arguments for span in own)
        for other in case.in_sentence(predication.sentence)
        if other is not predication
    )
