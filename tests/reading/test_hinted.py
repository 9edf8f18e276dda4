"""Attributions that a model marks and no rule finds: spans are the tree's, and without a source or a fit there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.model.hint import Hint
from dragoman.model.span import Span
from dragoman.reading.finding import Finding
from dragoman.reading.hinted import find_hinted
from dragoman.reading.reporting import Clause
from dragoman.world.speech import load_speech
from tests.reading.hand_tree import tree

# The memo floats a cut in aid .
ROWS = (
    "The/the/DET/det/1 memo/memo/NOUN/nsubj/2 floats/float/VERB/root/-1/Pres a/a/DET/det/4 cut/cut/NOUN/obj/2 "
    "in/in/ADP/case/6 aid/aid/NOUN/nmod/4 ././PUNCT/punct/2"
)
PLAIN = (1.0, 0.0, 0.0, 0.0, 0.0)


def found(source: set[int], cue: set[int], content: set[int], before: tuple[Finding, ...] = ()) -> list[tuple[str, str, str]]:
    """Source, cue and content where a model marks some tokens, all of which go with token 2."""
    sentence, text = tree(ROWS)
    hints = tuple(
        Hint(PLAIN, float(i in source), float(i in cue), float(i in content), 2) for i in range(len(sentence.tokens))
    )
    clause = Clause(replace(sentence, hints=hints), text, load_speech("en"))
    return [
        ((one.source or Span(0, 0)).of(text), (one.cue or Span(0, 0)).of(text), one.content.of(text))
        for one in find_hinted(clause, before)
    ]


WHOLE = [("The memo", "floats", "a cut in aid")]
CASES = [
    ("all of it", {0, 1}, {2}, {3, 4, 5, 6}, WHOLE),
    ("a word of the content missed: the phrase is whole all the same", {1}, {2}, {4, 5, 6}, WHOLE),
    ("nobody says it", set(), {2}, {3, 4, 5, 6}, []),
    ("nothing is said", {0, 1}, {2}, set(), []),
    ("no phrase of the tree agrees", {0, 1}, {2}, {5}, []),
    ("no cue", {0, 1}, set(), {3, 4, 5, 6}, []),
]


@pytest.mark.parametrize(("source", "cue", "content", "expect"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_hinted(source: set[int], cue: set[int], content: set[int], expect: list[tuple[str, str, str]]) -> None:
    assert found(source, cue, content) == expect


def test_what_a_rule_found_is_not_found_again() -> None:
    _, text = tree(ROWS)
    rule = Finding(Span(0, 8), Span(9, 15), Span(16, 28), "say")
    assert text[16:28] == "a cut in aid"
    assert found({0, 1}, {2}, {3, 4, 5, 6}, (rule,)) == []


def test_a_parser_without_heads_hints_nothing() -> None:
    sentence, text = tree(ROWS)
    assert list(find_hinted(Clause(sentence, text, load_speech("en")), ())) == []


@pytest.mark.parametrize(
    ("verb", "expect"),
    [("gelé/geler", []), ("tweeté/tweeter", []), ("condamné/condamner", [("Le Canada", "condamné", "les avoirs")])],
    ids=["a verb known for a deed", "a verb that no table has", "a verb of the table that takes a thing"],
)
def test_a_known_french_verb_with_its_object_says_nothing(verb: str, expect: list[tuple[str, str, str]]) -> None:
    sentence, text = tree(
        f"Le/le/DET/det/1 Canada/=/PROPN/nsubj/2 {verb}/VERB/root/-1/Part les/le/DET/det/4 avoirs/avoir/NOUN/obj/2"
    )
    hints = tuple(Hint(PLAIN, float(i < 2), float(i == 2), float(i > 2), 2) for i in range(5))
    clause = Clause(replace(sentence, hints=hints), text, load_speech("fr"))
    told = [(one.source.of(text) if one.source else "", one.cue.of(text) if one.cue else "", one.content.of(text)) for one in find_hinted(clause, ())]
    assert told == expect
