"""The encoder's parts that need no weights: trees from scores, lemma recipes, windows; and the pieces of its vocabularies."""

from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.span import Span
from dragoman.pipelines.encoder.arithmetic import Floats, Linear, mean_of, whole
from dragoman.pipelines.encoder.lemma_rule import apply_rule, rule_of
from dragoman.pipelines.encoder.pieces import MARKS, MAX_WORD_PIECES, SHAPES, Pieces, marked, shape_of
from dragoman.pipelines.encoder.tree import best_tree
from dragoman.pipelines.encoder.window import MAX_PIECES, MAX_WORDS, MIN_WORDS, Word, windows_of
from tests.pipelines.shipped import ENCODERS, weights_of

# Trees.


def is_tree(heads: list[int]) -> bool:
    """One word under the root, and every word leads to it."""
    for word in range(1, len(heads) + 1):
        steps = 0
        while word and steps <= len(heads):
            word, steps = heads[word - 1], steps + 1
        if word:
            return False
    return heads.count(0) == 1


@cache
def all_trees(words: int) -> np.ndarray:
    """Every tree of so many words: words ** (words - 1) rows of heads (Cayley 1889, rooted)."""
    found = [heads for heads in product(range(words + 1), repeat=words) if is_tree(list(heads))]
    assert len(found) == words ** (words - 1)
    return np.array(found)


def total(scores: Floats, heads: list[int]) -> float:
    return float(scores.astype(np.float64)[np.arange(len(heads)), heads].sum())


def matrices(value: st.SearchStrategy[float]) -> st.SearchStrategy[Floats]:
    """Scores of one to five words."""
    return st.integers(1, 5).flatmap(
        lambda n: st.lists(value, min_size=n * (n + 1), max_size=n * (n + 1)).map(
            lambda cells: np.array(cells, np.float32).reshape(n, n + 1)
        )
    )


@settings(deadline=None)
@given(matrices(st.integers(-3, 3).map(float)))
def test_no_tree_with_one_root_scores_higher(scores: Floats) -> None:
    heads = best_tree(scores)
    assert is_tree(heads)
    trees = all_trees(len(scores))
    assert total(scores, heads) == scores[np.arange(len(scores)), trees].sum(1).max()  # small whole numbers: exact


@settings(deadline=None)
@given(matrices(st.floats(-50, 50, width=32)))
def test_nor_where_scores_are_uneven(scores: Floats) -> None:
    heads = best_tree(scores)
    assert is_tree(heads)
    best = scores.astype(np.float64)[np.arange(len(scores)), all_trees(len(scores))].sum(1).max()
    assert total(scores, heads) == pytest.approx(best, abs=1e-6)


def nested_cycles(words: int) -> Floats:
    """Pairs that like each other best, then pairs of pairs, and so on; nobody likes the root."""
    scores = np.zeros((words, words + 1), np.float32)
    for child, head in product(range(words), repeat=2):
        scores[child, head + 1] = 20 - (child ^ head).bit_length()
    scores[:, 0] = -100 - np.arange(words)
    return scores


def chain_of_cycles(words: int) -> Floats:
    """Each word likes the next and the one before: contracted one by one, the deepest way down."""
    scores = np.full((words, words + 1), -50, np.float32)
    for word in range(words):
        scores[word, max(word, 1)] = 10 + word
        scores[word, min(word + 2, words)] = 5
    return scores


@pytest.mark.parametrize(
    ("label", "scores"),
    [
        ("nested pairs", nested_cycles(MAX_WORDS)),
        ("a chain of cycles", chain_of_cycles(MAX_WORDS)),
        ("all equal", np.zeros((MAX_WORDS, MAX_WORDS + 1), np.float32)),
        ("all want the root", np.eye(MAX_WORDS, MAX_WORDS + 1, dtype=np.float32) + 9 * np.eye(1, MAX_WORDS + 1, dtype=np.float32)),
        ("chance", np.random.default_rng(1).normal(0, 9, (MAX_WORDS, MAX_WORDS + 1)).astype(np.float32)),
        ("chance without a root", np.random.default_rng(2).normal(0, 9, (MAX_WORDS, MAX_WORDS + 1)).astype(np.float32) - 99 * np.eye(1, MAX_WORDS + 1, dtype=np.float32)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_nesting_of_cycles_ends_in_a_tree(label: str, scores: Floats) -> None:
    before = scores.copy()
    assert is_tree(best_tree(scores))
    assert np.array_equal(scores, before)


def test_a_cycle_is_not_broken_with_a_second_root() -> None:
    # 1 hangs from the root; 2 and 3 like each other, then the root, and only then 1
    scores = np.array([[9, 0, 0, 0], [5, 1, 0, 9], [4, 1, 9, 0]], np.float32)
    assert best_tree(scores) in ([0, 1, 2], [0, 3, 1])


# Lemmas.


@pytest.mark.parametrize(
    ("form", "lemma", "rule"),
    [
        ("sent", "send", "s1:d"), ("Troops", "troop", "s1:"), ("Kim", "Kim", "k0:"), ("is", "be", "s2:be"),
        ("went", "go", "s4:go"), ("NATO", "NATO", "k0:"), ("McCain's", "McCain", "k2:"), ("yeux", "œil", "s4:œil"),
        ("3:00", "3:00", "k0:"), ("a:b", "a:c", "s1:c"), ("İSTANBUL", "İstanbul", "k7:stanbul"),
    ],
)  # fmt: skip
def test_a_recipe_and_its_lemma(form: str, lemma: str, rule: str) -> None:
    assert rule_of(form, lemma) == rule
    assert apply_rule(rule, form) == lemma


SMALL = st.text(min_size=1).map(str.lower)


@given(SMALL, SMALL)
def test_a_recipe_gives_back_its_lemma(form: str, lemma: str) -> None:
    assert apply_rule(rule_of(form, lemma), form) == lemma


@given(st.text(min_size=1), st.text(min_size=1))
def test_so_does_one_of_any_print(form: str, lemma: str) -> None:
    assert apply_rule(rule_of(form, lemma), form) == lemma


@given(SMALL, SMALL, st.text(min_size=1))
def test_a_recipe_for_another_word_gives_something(form: str, lemma: str, other: str) -> None:
    assert apply_rule(rule_of(form, lemma), other)


# Windows.


def words_of(forms: list[str], pieces: int = 1) -> list[Word]:
    found, start = [], 0
    for form in forms:
        found.append(Word(Span(start, start + len(form)), form, True, False, pieces))
        start += len(form) + 1
    return found


def sizes(words: list[Word]) -> list[int]:
    return [len(window.words) for window in windows_of(words, 0)]


SENTENCE = ["The", *["word"] * 28, "."]  # thirty words
CLAUSE = [*["word"] * 29, ","]


@pytest.mark.parametrize(
    ("label", "words", "expect"),
    [
        ("nothing", [], []),
        ("what fits is not cut", words_of(SENTENCE * 4), [120]),
        ("just fits", words_of(["word"] * MAX_WORDS), [MAX_WORDS]),
        ("at the last end of a sentence", words_of(SENTENCE * 5), [120, 30]),
        ("no end before a small letter", words_of(["the", *SENTENCE[1:]] * 3 + SENTENCE * 2), [120, 30]),
        ("at a semicolon", words_of([*CLAUSE, *CLAUSE[:-1], ";"] * 3), [120, 60]),
        ("at a comma", words_of(CLAUSE * 5), [120, 30]),
        ("anywhere", words_of(["word"] * 300), [128, 128, 44]),
        ("not before so many words", words_of([*SENTENCE, *["word"] * 120]), [128, 22]),
        ("by pieces", words_of(["word"] * 100, 8), [31, 31, 31, 7]),
        ("by pieces, at an end", words_of(SENTENCE * 4, 4), [60, 60]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_where_windows_are_cut(label: str, words: list[Word], expect: list[int]) -> None:
    assert sizes(words) == expect


FORMS = st.sampled_from(["word", "The", ".", ",", ";", "?", "»", ")", "1", "…"])


@settings(deadline=None)
@given(st.lists(st.tuples(FORMS, st.integers(1, MAX_WORD_PIECES)), max_size=700))
def test_no_word_is_lost_and_no_window_too_large(some: list[tuple[str, int]]) -> None:
    words = [Word(Span(i, i + 1), form, True, False, pieces) for i, (form, pieces) in enumerate(some)]
    windows = list(windows_of(words, 3))
    assert [word for window in windows for word in window.words] == words
    assert all(0 < len(w.words) <= MAX_WORDS and sum(x.pieces for x in w.words) <= MAX_PIECES for w in windows)
    assert all(len(w.words) >= MIN_WORDS or sum(x.pieces for x in w.words) > MAX_PIECES - MAX_WORD_PIECES for w in windows[:-1])
    assert {w.paragraph for w in windows} <= {3}


def test_a_long_paragraph_is_walked_once() -> None:
    class Counted(list[Word]):
        reads = 0

        def __getitem__(self, key):  # type: ignore[no-untyped-def]
            Counted.reads += 1
            return super().__getitem__(key)

    assert sum(sizes(Counted(words_of(["word"] * 10_000)))) == 10_000
    assert Counted.reads < 100_000


# Pieces.

ODD = [
    "\u200b", "\u200d", "\u0300", "\ufffd", "\x00", "👩\u200d👩\u200d👧", "e\u0301", "İ", "ß", "한국어", "漢字かな", "𝔘", "##s",
    "…", "«", "’", "1,234.5%", "Stra\u00dfe", "a" * 5000, "http://example.org/" + "ab1/" * 60, "\u202e", "\ue000", "\U0010ffff",
]  # fmt: skip


@pytest.fixture(scope="module", params=ENCODERS)
def pieces(request: pytest.FixtureRequest) -> Pieces:
    return Pieces(weights_of(request.param) / "pieces.json")


@pytest.mark.parametrize("word", ODD, ids=ascii)
def test_an_odd_word_has_pieces(pieces: Pieces, word: str) -> None:
    (found,) = pieces.of([word])
    assert 1 <= len(found) <= MAX_WORD_PIECES
    assert all(0 <= number < pieces.size for number in found)


@given(words=st.lists(st.text(min_size=1), min_size=1, max_size=8))
def test_any_word_has_pieces_whatever_stands_beside_it(words: list[str]) -> None:
    pieces = _first_pieces()
    together = pieces.of(words)
    assert all(1 <= len(found) <= MAX_WORD_PIECES for found in together)
    pieces._known.clear()
    assert [pieces.of([word])[0] for word in words] == together
    assert pieces.of(words[::-1]) == together[::-1]


@cache
def _first_pieces() -> Pieces:
    return Pieces(weights_of(ENCODERS[0]) / "pieces.json")


def test_a_long_word_keeps_its_two_ends(pieces: Pieces) -> None:
    word = ".".join("abcdefgh")
    (found,) = pieces.of([word])
    whole_word = [number for part in "a.b.c.d.e.f.g.h" for number in pieces.of([part])[0]]
    assert list(found) == whole_word[:4] + whole_word[-4:]


def test_words_that_are_forgotten_come_back_the_same(pieces: Pieces, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"word{i}" for i in range(50)]
    before = pieces.of(words)
    monkeypatch.setattr("dragoman.pipelines.encoder.pieces.KNOWN_WORDS", 20)
    assert pieces.of(words) == before
    assert [pieces.of([word])[0] for word in words] == before
    assert len(pieces._known) <= 51


def test_a_row_says_where_each_word_stands(pieces: Pieces) -> None:
    words, blanks = ["Kyiv", "\u200b", "1,234", "."], [True, False, True, False]
    (row,) = pieces.rows([(words, blanks)])
    assert (row.ids[0], row.ids[-1]) == (pieces.cls, pieces.sep)
    assert len(row.ids) == len(row.shapes)
    assert [row.ids[a : b + 1] for a, b in zip(row.first, row.last, strict=True)] == pieces.of(words)
    assert [row.shapes[a] for a in row.first] == [shape_of(w, b) for w, b in zip(words, blanks, strict=True)]


def test_a_mark_is_seen_on_every_piece_of_its_words(pieces: Pieces) -> None:
    (row,) = pieces.rows([(["Seoul", "1,234", "men"], [True] * 3)])
    seen = marked(row, {MARKS.index("source"): (0,), MARKS.index("deed"): (1,)})
    marks = [shape // SHAPES for shape in seen.shapes]
    for word, mark in enumerate((1, 3, 0)):
        assert set(marks[row.first[word] : row.last[word] + 1]) == {mark}
    assert [shape % SHAPES for shape in seen.shapes] == list(row.shapes)
    assert (marks[0], marks[-1]) == (0, 0)


@given(st.text(min_size=1), st.booleans())
def test_a_shape_is_one_of_those_that_are_trained(word: str, blank: bool) -> None:
    assert 0 <= shape_of(word, blank) < SHAPES


# Sums.


def test_sums_of_whole_numbers_have_no_order() -> None:
    chance = np.random.default_rng(3)
    rows = chance.normal(0, 3, (200, 1000)).astype(np.float32)
    layer = Linear(chance.integers(-127, 128, (1000, 40)).astype(np.float32), np.full(40, 0.01, np.float32), np.zeros(40, np.float32))
    order = chance.permutation(1000)
    turned = Linear(layer.weight[order], layer.scale, layer.bias)
    assert np.array_equal(layer(rows), turned(rows[:, order]))
    assert np.array_equal(layer(rows[7:8]), layer(rows)[7:8])
    assert np.array_equal(mean_of(rows), mean_of(rows[chance.permutation(200)]))
    values, scale = whole(rows)
    assert np.array_equal(values, np.rint(values))
    assert np.abs(values).max() == 127
    assert np.abs(values * scale - rows).max() <= scale.max()
