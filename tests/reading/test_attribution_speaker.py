"""Who a source is: an actor, whoever a pronoun takes up, or nobody with a name."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Actor
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span, quote
from tests.reading.attributed import attributed


def test_an_actor_on_the_source_is_the_speaker() -> None:
    text = "Moscow said that two ships had left."
    mention = ActorMention(quote(Span(0, 6), text), Actor("Government of Russia", "RUS", "GOV"), "named")
    (one,) = attributed(text, "en", (mention,))
    assert one.speaker == mention.actor
    assert one.origin == "party"


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("fr", "Anna Petrov a rencontré la presse. Elle a affirmé que le port était fermé.", ["Anna Petrov"]),
        (
            "fr",
            "Selon le service secret, deux navires sont partis. La même source ajoute que d'autres suivront.",
            [None, "le service secret"],
        ),
        ("en", "The minister said the port was closed. He added that it would open.", [None, "The minister"]),
        ("en", "Two ships left. The same source said that others would follow.", [None]),
    ],
)
def test_a_pronoun_and_the_same_source_take_up_who_spoke(language: str, text: str, names: list[str | None]) -> None:
    found = attributed(text, language)
    assert [one.speaker.name if one.speaker else None for one in found] == names


def test_a_paragraph_that_is_a_quotation_goes_on_with_the_speaker() -> None:
    text = "“The port is shut,” Anna Petrov said.\n\n“We wait for fuel.”"
    last = attributed(text, "en", apart=37)[-1]
    assert last.content.text == "We wait for fuel."
    assert last.source is not None
    assert last.source.text == "Anna Petrov"


def test_a_holder_of_an_office_is_taken_up_though_a_state_speaks_through_her() -> None:
    text = "The spokeswoman for the Malian presidency announced two arrests. She added that a third man had fled."
    mali = ActorMention(quote(Span(24, 41), text), Actor("Government of Mali", "MLI", "GOV"), "named")
    inner = next(one for one in attributed(text, "en", (mali,)) if one.cue and one.cue.text == "added")
    assert inner.speaker == mali.actor
    assert inner.origin == "official"


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He quoted the minister Sato Ken-ichi, who claimed that the port was open.", "the minister Sato Ken-ichi"),
        ("The envoy replied to Issa Al-amin, who said that the port was open.", "Issa Al-amin"),
        ("He blamed the rebels - and Issa, who said that the port was open.", "Issa"),
        ("A Monday report said that the port was open.", "A Monday report"),
        ("The army Monday said that the port was open.", "army"),
    ],
)
def test_a_source_is_named_whole(text: str, source: str) -> None:
    assert [one.source.text for one in attributed(text, "en") if one.source][-1] == source
