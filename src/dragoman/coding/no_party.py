"""Names that stand in a phrase and are no party to it: for whom one leans, where a body sits, where people died."""

from __future__ import annotations

from dragoman.coding.case import Case
from dragoman.model.mention import ActorMention
from dragoman.model.predication import Argument

_SIDES = ("pro-", "anti-")


def is_leaning(case: Case, mention: ActorMention) -> bool:
    """Whether a name only says for or against whom, or where a body sits: "a pro-Trump tirade", "the Paris-based agency"."""
    before, after = case.text[: mention.quote.span.start], case.text[mention.quote.span.end :]
    return (
        before[-5:].casefold().endswith(_SIDES)
        or mention.quote.text.casefold().startswith(_SIDES)
        or after[:6] == "-based"
    )


def is_where(case: Case, argument: Argument) -> bool:
    """Whether what seems struck is only where it happened: "a fait douze morts à Haïti", as well as "en Syrie"."""
    sentence = case.reading.sentences[argument.sentence]
    return (
        case.reading.document.language == "fr"
        and sentence.tokens[argument.head].upos == "PROPN"
        and any(
            sentence.tokens[child].form.casefold() in ("à", "au", "aux") for child in sentence.children[argument.head]
        )
    )
