"""Who gives what somebody receives, where a participle of the thing says it: "has received aid sent by Oman"."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.case import Case
from dragoman.coding.context import frame_of
from dragoman.model.predication import Predication
from dragoman.model.tree import base

_WHY = "sends what is received"


def with_sender(case: Case, predication: Predication) -> Predication:
    """A receiving with the giver that stands in the participle of what is received; as it was, if it names one itself."""
    if frame_of(predication.concept or "") != "get" or predication.fillers("agent"):
        return predication
    tokens = case.reading.sentences[predication.sentence].tokens
    things = {one.head for one in predication.fillers("theme")}
    for other in case.in_sentence(predication.sentence):
        token = tokens[other.head]
        participle = token.has("VerbForm=Part") and base(token.relation) == "acl" and token.head in things
        if participle and frame_of(other.concept or "") == "give" and other.factuality.polarity == "positive":
            givers = tuple(replace(one, repaired=_WHY) for one in other.fillers("agent"))
            if givers:
                return replace(predication, arguments=(*predication.arguments, *givers))
    return predication
