"""Trees are read as they are written: multiword tokens merged or split, heads kept."""

import pytest

from training.conllu import BrokenTree, Sentence, parse_feats, parse_sentence
from training.harmony import harmonised_relation


def block(*rows: str) -> list[str]:
    """CoNLL-U lines from rows of id, form, lemma, UPOS, features, head, relation and MISC."""
    lines = ["# sent_id = ours"]
    for row in rows:
        number, form, lemma, upos, feats, head, relation, misc = row.split()
        lines.append("\t".join((number, form, lemma, upos, "_", feats, head, relation, "_", misc)))
    return lines


FRENCH = block(
    "1 Le le DET Definite=Def 2 det _",
    "2 chef chef NOUN Number=Sing 6 nsubj _",
    "3-4 du _ _ _ _ _ _",
    "3 de de ADP _ 5 case _",
    "4 le le DET Definite=Def|Gender=Masc 5 det _",
    "5 parti parti NOUN _ 2 nmod _",
    "6 parle parler VERB _ 0 root SpaceAfter=No",
    "7 . . PUNCT _ 6 punct _",
)
ENGLISH = block(
    "1 They they PRON _ 4 nsubj _",
    "2-3 don't _ _ _ _ _ _",
    "2 do do AUX _ 4 aux _",
    "3 n't not PART _ 4 advmod _",
    "4 know know VERB _ 0 root SpaceAfter=No",
    "5 . . PUNCT _ 4 punct _",
)


def forms(sentence: Sentence) -> list[str]:
    return [t.form for t in sentence.tokens]


def test_du_becomes_one_preposition_that_is_still_definite() -> None:
    sentence = parse_sentence(FRENCH, split_words=False)
    assert forms(sentence) == ["Le", "chef", "du", "parti", "parle", "."]
    assert sentence.text == "Le chef du parti parle."
    du = sentence.tokens[2]
    assert (du.upos, du.lemma, du.deprel, du.head) == ("ADP", "de", "case", 3)
    assert du.feats == (("Definite", "Def"), ("Gender", "Masc"))
    assert [t.head for t in sentence.tokens] == [1, 4, 3, 1, 4, 4]


def test_auquel_is_led_by_the_pronoun() -> None:
    rows = block(
        "1-2 auquel _ _ _ _ _ _",
        "1 à à ADP _ 2 case _",
        "2 lequel lequel PRON PronType=Rel 4 obl _",
        "3 il lui PRON _ 4 nsubj _",
        "4 croit croire VERB _ 0 root _",
    )
    auquel = parse_sentence(rows, split_words=False).tokens[0]
    assert (auquel.form, auquel.upos, auquel.lemma, auquel.deprel, auquel.head) == (
        "auquel",
        "PRON",
        "lequel",
        "obl",
        2,
    )


def test_words_that_spell_the_token_stay_apart_in_english() -> None:
    sentence = parse_sentence(ENGLISH, split_words=True)
    assert forms(sentence) == ["They", "do", "n't", "know", "."]
    assert sentence.text == "They don't know."
    assert [t.head for t in sentence.tokens] == [3, 3, 3, 3, 3]


def test_words_that_do_not_spell_the_token_are_merged_in_english_too() -> None:
    rows = block("1-2 au _ _ _ _ _ _", "1 à à ADP _ 3 case _", "2 le le DET _ 3 det _", "3 pair pair NOUN _ 0 root _")
    assert forms(parse_sentence(rows, split_words=True)) == ["au", "pair"]


def test_a_line_of_nine_columns_is_refused() -> None:
    with pytest.raises(BrokenTree, match="9 columns"):
        parse_sentence(["1\tOui\toui\tINTJ\t_\t_\t0\troot\t_"], split_words=False)


@pytest.mark.parametrize(
    ("relation", "kept"),
    [
        ("obl:mod", "obl"),
        ("obl:agent", "obl:agent"),
        ("nsubj:pass", "nsubj:pass"),
        ("nmod:appos", "appos"),
        ("root", "root"),
    ],
)
def test_relations_of_all_treebanks_agree(relation: str, kept: str) -> None:
    assert harmonised_relation(relation) == kept


def test_features_come_in_order() -> None:
    assert parse_feats("Number=Sing|Gender=Fem") == (("Gender", "Fem"), ("Number", "Sing"))
    assert parse_feats("_") == ()
