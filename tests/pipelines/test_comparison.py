"""Numbers that the tree hung under "plus" or "moins" stand where the adverb stood."""

from __future__ import annotations

import pytest

from dragoman.model.span import Span
from dragoman.model.tree import Token
from dragoman.pipelines.comparison import with_bounded_numbers


def tokens_of(rows: str) -> tuple[Token, ...]:
    """Tokens from "form/upos/head/relation", blanks between; spans follow one another."""
    found, at = [], 0
    for row in rows.split():
        form, upos, head, relation = row.split("/")
        found.append(Token(Span(at, at + len(form)), form, form, upos, "", int(head), relation))
        at += len(form) + 1
    return tuple(found)


LIVRÉ = "Oslo/PROPN/1/nsubj livré/VERB/-1/root plus/ADV/1/{} d'/ADP/5/case un/DET/5/det million/NOUN/{}/obl de/ADP/7/case litres/NOUN/5/nmod"


@pytest.mark.parametrize(("label", "head"), [("obj", 2), ("advmod", 2), ("advmod", 1)])
def test_a_number_takes_the_place_of_its_degree(label: str, head: int) -> None:
    found = with_bounded_numbers(tokens_of(LIVRÉ.format(label, head)), "fr")
    assert [(t.form, t.head, t.relation) for t in found[2:6]] == [
        ("plus", 5, "advmod"), ("d'", 2, "fixed"), ("un", 5, "det"), ("million", 1, "obj"),
    ]


def test_a_subject_stays_a_subject() -> None:
    rows = "Plus/ADV/4/nsubj de/ADP/3/case 200/NUM/3/nummod chars/NOUN/0/obl partis/VERB/-1/root"
    found = with_bounded_numbers(tuple(_plain(t) for t in tokens_of(rows)), "fr")
    assert (found[3].head, found[3].relation) == (4, "nsubj")


def _plain(token: Token) -> Token:
    return Token(token.span, token.form, token.form.casefold(), token.upos, "", token.head, token.relation)


@pytest.mark.parametrize(
    ("rows", "language"),
    [
        ("plus/ADV/1/advmod veut/VERB/-1/root de/ADP/3/case chars/NOUN/0/obl", "fr"),  # no number
        (LIVRÉ.format("obj", 2), "en"),
        ("plus/ADV/-1/root de/ADP/0/fixed 200/NUM/0/nummod", "fr"),  # nothing counted under a "de" of its own
    ],
)
def test_what_it_leaves_alone(rows: str, language: str) -> None:
    tokens = tokens_of(rows)
    assert with_bounded_numbers(tokens, language) == tokens


def test_a_root_stays_a_root_whatever_its_label() -> None:
    found = with_bounded_numbers(tokens_of("plus/ADV/-1/advmod de/ADP/2/case 200/NUM/0/obl"), "fr")
    assert [token.head for token in found] == [2, 0, -1]
