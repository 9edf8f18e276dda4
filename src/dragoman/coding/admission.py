"""An admission in passing: "…, un sacrifice reconnu lors d'une cérémonie", "a loss acknowledged by Pyongyang"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dragoman.coding.case import Case
from dragoman.coding.party import parties_of_argument
from dragoman.model.factuality import Factuality, first_status
from dragoman.model.predication import Predication
from dragoman.model.tree import base
from dragoman.world.concept import is_a
from dragoman.world.table import read_table

_ADMITTING = ("ACKNOWLEDGE", "RECOGNISE", "CONFIRM")


@cache
def _resuming(language: str) -> frozenset[str]:
    rows = read_table("rules/resuming_nouns.tsv", "dragoman.coding")
    return frozenset(row["noun"] for row in rows if row["language"] == language)


def with_admission(case: Case, predication: Predication, stance: Factuality) -> Factuality:
    """The stance of a deed that its own sentence goes on to call admitted; as it was, if it does not.

    The sign is a noun that takes the deed up again (rules/resuming_nouns.tsv) after a comma, with an indefinite article and a
    participle of admitting.
    """
    admitting = next((one for one in case.in_sentence(predication.sentence) if _takes_up(case, one, predication)), None)
    if admitting is None or stance.status not in ("asserted", "reported"):
        return stance
    actors = [one for argument in admitting.fillers("agent") for one in parties_of_argument(case, argument)]
    by = actors[0].actor.name if actors else None
    cues = (*stance.cues, admitting.trigger)
    return replace(stance, status=first_status(("acknowledged", stance.status)), by=by, cues=cues)


def _takes_up(case: Case, admitting: Predication, deed: Predication) -> bool:
    if not any(is_a(admitting.concept or "", name) for name in _ADMITTING):
        return False
    sentence = case.reading.sentences[admitting.sentence]
    verb = sentence.tokens[admitting.head]
    if verb.head <= deed.head or not verb.has("VerbForm=Part") or base(verb.relation) not in ("acl", "amod"):
        return False
    if sentence.tokens[verb.head].lemma.casefold() not in _resuming(case.reading.document.language):
        return False  # "a country recognised by Poland" admits nothing
    children = [sentence.tokens[child] for child in sentence.children[verb.head]]
    indefinite = any(child.has("Definite=Ind") for child in children)
    first = min((*sentence.children[verb.head], verb.head))
    before = sentence.tokens[first - 1] if first else sentence.tokens[0]
    return indefinite and ("," in (before.form, sentence.tokens[first].form))
