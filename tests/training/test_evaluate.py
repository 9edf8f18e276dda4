"""Scores worked out by hand."""

import pytest

from training.conllu import Sentence, Token
from training.evaluate import Word, compare, gold_words, raw_paragraphs, universal


def word(start: int, end: int, head: tuple[int, int] | None, relation: str, *, opens: bool = False) -> Word:
    return Word((start, end), "NOUN", "", "x", head, relation, opens)


# "ab cd ef." in one sentence; the pipeline joins the last two words, ends a sentence after "ab", and finds one head.
GOLD = [
    word(0, 2, (2, 4), "nsubj", opens=True),
    word(2, 4, None, "root"),
    word(4, 6, (2, 4), "obj"),
    word(6, 7, (2, 4), "punct"),
]
SYSTEM = [word(0, 2, (2, 4), "obj", opens=True), word(2, 4, None, "root", opens=True), word(4, 7, (2, 4), "obj")]


def test_every_measure_of_the_example() -> None:
    scores = compare(GOLD, SYSTEM).f1
    # 4 gold words, 3 made; "ab" and "cd" align: 2 * 2 / (4 + 3).
    assert scores["tokens"] == pytest.approx(100 * 4 / 7)
    assert scores["upos"] == scores["feats"] == scores["lemma"] == scores["tokens"]
    assert scores["uas"] == pytest.approx(100 * 4 / 7)
    assert scores["las"] == pytest.approx(100 * 2 / 7)  # "ab" has its head and not its label
    assert scores["sentences"] == 0.0


def test_counts_of_a_relation() -> None:
    assert compare(GOLD, SYSTEM).by_relation["obj"] == (0, 2, 1)
    assert compare(GOLD, SYSTEM).by_relation["root"] == (1, 1, 1)


def test_a_text_against_itself_is_perfect() -> None:
    assert set(compare(GOLD, GOLD).f1.values()) == {100.0}


def test_subtypes_and_spacy_s_root_are_universal() -> None:
    assert [universal(r) for r in ("nsubj:pass", "ROOT", "acl:relcl", "obl")] == ["nsubj", "root", "acl", "obl"]


def sentence(*forms: str, opens: bool) -> Sentence:
    tokens = tuple(Token(f, f, "X", (), 0, "dep", i + 1 < len(forms) or f != "-") for i, f in enumerate(forms))
    return Sentence("ours", tokens, opens)


def test_paragraphs_are_cut_where_the_treebank_says_so() -> None:
    sentences = [sentence("un", "deux", opens=True), sentence("trois", opens=False), sentence("quatre", opens=True)]
    assert raw_paragraphs(sentences) == ["un deux trois", "quatre"]


def test_gold_words_are_placed_without_white_space() -> None:
    words = gold_words([sentence("10 000", "obus", opens=True)])
    assert [w.span for w in words] == [(0, 5), (5, 9)]
    assert words[1].head_span == (0, 5)
