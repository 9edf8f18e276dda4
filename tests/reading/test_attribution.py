"""Who says what: trees by hand where a rule reads the tree, the shipped pipelines where the order of words decides."""

from __future__ import annotations

import pytest

from dragoman.model.actor import Actor
from dragoman.model.attribution import Attribution
from dragoman.model.document import Paragraph
from dragoman.model.mention import ActorMention
from dragoman.model.span import Span, quote
from dragoman.pipelines import load_parser
from dragoman.reading.attribution import find_attributions, is_unnamed
from dragoman.reading.quotation import find_quotations


def _read(text: str, language: str, actors: tuple[ActorMention, ...] = ()) -> tuple[Attribution, ...]:
    paragraphs = (Paragraph(Span(0, len(text))),)
    sentences = load_parser(language).parse(text, paragraphs)
    return find_attributions(sentences, text, language, actors, find_quotations(text, paragraphs, language))


# label, language, text, source, cue, content, speech
CASES = [
    ("clause", "en", "The ministry said that two ships had left.", "The ministry", "said", "two ships had left", "say"),
    (
        "according to",
        "en",
        "According to the navy, two ships left.",
        "the navy",
        "According to",
        "two ships left",
        "say",
    ),
    (
        "at the end",
        "en",
        "Two ships left the port, according to the navy.",
        "the navy",
        "according to",
        "Two ships left the port",
        "say",
    ),
    ("quotation", "en", "“We will wait,” Anna Petrov said.", "Anna Petrov", "said", "We will wait,", "say"),
    (
        "denial",
        "en",
        "The ministry denied that it had shipped shells.",
        "The ministry",
        "denied",
        "it had shipped shells",
        "deny",
    ),
    (
        "hearsay",
        "en",
        "The general was reportedly wounded.",
        None,
        "reportedly",
        "The general was reportedly wounded",
        "say",
    ),
    (
        "selon",
        "fr",
        "Selon la marine, deux navires sont partis.",
        "la marine",
        "Selon",
        "deux navires sont partis",
        "say",
    ),
    (
        "d'après",
        "fr",
        "Deux navires sont partis, d'après un député.",
        "un député",
        "d'après",
        "Deux navires sont partis",
        "say",
    ),
    (
        "d’après",
        "fr",
        "Deux navires sont partis, d’après un député.",
        "un député",
        "d’après",
        "Deux navires sont partis",
        "say",
    ),
    (
        "judgement",
        "fr",
        "Les analystes estiment que le port est fermé.",
        "Les analystes",
        "estiment",
        "le port est fermé",
        "judge",
    ),
    (
        "impersonal",
        "fr",
        "Il est question de nouvelles livraisons.",
        None,
        "Il est question de",
        "nouvelles livraisons",
        "say",
    ),
    (
        "inverted",
        "fr",
        "« Nous attendrons », a déclaré Anna Petrov.",
        "Anna Petrov",
        "a déclaré",
        "Nous attendrons",
        "say",
    ),
]


@pytest.mark.parametrize(
    ("label", "language", "text", "source", "cue", "content", "speech"), CASES, ids=[c[0] for c in CASES]
)
def test_attributions(
    label: str, language: str, text: str, source: str | None, cue: str, content: str, speech: str
) -> None:
    found = _read(text, language)
    told = [
        (one.source.text if one.source else None, one.cue.text if one.cue else None, one.content.text, one.speech)
        for one in found
    ]
    bare = [(s, c, body.rstrip(","), kind) for s, c, body, kind in told]
    assert (source, cue, content.rstrip(","), speech) in bare, f"{label}: {told}"
    for one in found:
        assert one.content.span.of(text) == one.content.text


SILENT = [
    ("no report", "en", "Two ships left the port on Monday."),
    ("a plan is no speech without a speaker", "fr", "Deux navires sont partis lundi."),
    ("named relation, not a source", "fr", "Le port est fermé depuis mardi."),
    ("a manner is no source", "fr", "Le vote a lieu selon la procédure prévue."),
    ("a name is no report", "fr", "La tempête, aussi appelée « Anna », est passée."),
    ("scare quotes", "en", "The “special operation” began in winter."),
]


@pytest.mark.parametrize(("label", "language", "text"), SILENT, ids=[case[0] for case in SILENT])
def test_silence(label: str, language: str, text: str) -> None:
    assert _read(text, language) == (), label


def test_the_cited_source_is_read_in_the_one_that_cites() -> None:
    text = "Two ships left, the agency reported, citing a lawmaker."
    inner = next(one for one in _read(text, "en") if one.cue and one.cue.text == "citing")
    assert inner.source == quote(Span(44, 54), text)
    assert inner.via is not None
    assert inner.via.cue == quote(Span(27, 35), text)


def test_an_actor_on_the_source_is_the_speaker() -> None:
    text = "Moscow said that two ships had left."
    mention = ActorMention(quote(Span(0, 6), text), Actor("Government of Russia", "RUS", "GOV"), "named")
    (one,) = _read(text, "en", (mention,))
    assert one.speaker == mention.actor
    assert one.origin == "party"


@pytest.mark.parametrize(
    ("language", "text", "unnamed"),
    [
        ("en", "According to analysts, the port is closed.", True),
        ("en", "According to Anna Petrov, the port is closed.", False),
        ("fr", "Selon diverses sources, le port est fermé.", True),
        ("fr", "Selon Anna Petrov, le port est fermé.", False),
    ],
)
def test_unnamed(language: str, text: str, unnamed: bool) -> None:
    (one,) = _read(text, language)
    assert is_unnamed(one) is unnamed


def test_a_language_without_tables_is_silent() -> None:
    assert find_attributions((), "", "xx", (), ()) == ()
