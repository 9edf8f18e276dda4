"""Quotation marks: which words stand between them, and which marks are apostrophes, inches or distance."""

from __future__ import annotations

import pytest

from dragoman.model.document import Paragraph
from dragoman.model.span import Span
from dragoman.reading.quotation import find_quotations


def _paragraphs(text: str) -> tuple[Paragraph, ...]:
    found, at = [], 0
    for block in text.split("\n\n"):
        found.append(Paragraph(Span(at, at + len(block))))
        at += len(block) + 2
    return tuple(found)


CASES = [
    ("guillemets", "fr", "Il a dit : « Nous viendrons. » Puis rien.", [("Nous viendrons.", False)]),
    ("narrow space", "fr", "Elle répond : «\u202fNon\u202f».", [("Non", False)]),
    ("curly", "en", "“We wait,” she said.", [("We wait,", False)]),
    ("straight", "en", 'She said "we wait" and left.', [("we wait", False)]),
    ("single", "en", "‘Nothing is agreed,’ she said.", [("Nothing is agreed,", False)]),
    ("low-high", "en", "He wrote „wait for me“ twice.", [("wait for me", False)]),
    ("tokenised", "en", "`` We will win , '' he said .", [("We will win ,", False)]),
    ("straight closed by curly", "en", 'He said: "We hold the hill,” then left.', [("We hold the hill,", False)]),
    ("nested", "en", "“He said ‘no’ to us,” she said.", [("He said ‘no’ to us,", False), ("no", False)]),
    (
        "nested guillemets",
        "fr",
        "« Il a dit “oui” hier », note-t-il.",
        [("Il a dit “oui” hier", False), ("oui", False)],
    ),
    (
        "unbalanced ends with its paragraph",
        "en",
        "He said “it is over and left.\n\nNext.",
        [("it is over and left.", False)],
    ),
    ("continued", "en", "“First.\n\n“Second,” he said.", [("First.\n\n“Second,", False)]),
    ("not continued", "en", "“First.\n\nThen “second,” he said.", [("First.", False), ("second,", False)]),
    ("scare", "en", "The “special operation” goes on.", [("special operation", True)]),
    ("scare, French", "fr", "Ces « volontaires » arrivent.", [("volontaires", True)]),
    ("a cue makes it speech", "fr", "Le chef a qualifié de « héros » les soldats.", [("héros", False)]),
    ("a capital makes it speech", "en", "A sign read “Wait”.", [("Wait", False)]),
    ("apostrophes", "en", "It’s the soldiers’ home; they don't mind.", []),
    ("elisions", "fr", "L'armée d’aujourd’hui n'est qu'une ombre.", []),
    ("inches", "en", 'A 24" gun and a man of 5\'10" stood there.', []),
    ("decade", "en", "In the '90s and the '80s they met.", []),
    ("nothing between", "en", "Marks “” around nothing.", []),
]


@pytest.mark.parametrize(("label", "language", "text", "expect"), CASES, ids=[case[0] for case in CASES])
def test_quotations(label: str, language: str, text: str, expect: list[tuple[str, bool]]) -> None:
    found = find_quotations(text, _paragraphs(text), language)
    assert [(one.inner.text, one.scare) for one in found] == expect, label
    for one in found:
        assert one.outer.span.of(text) == one.outer.text
        assert one.inner.span.of(text) == one.inner.text
        assert one.outer.span.covers(one.inner.span)


def test_a_block_quote_is_a_quotation() -> None:
    text = "  We hold the line. "
    (one,) = find_quotations(text, (Paragraph(Span(0, len(text)), "quote"),), "en")
    assert one.inner.text == one.outer.text == "We hold the line."
