"""Print changes, trees do not."""

from random import Random

import pytest

from training.augment import as_heading, printed, split_at_blanks, with_apostrophes, with_quotes, with_spaced_figures
from training.conllu import Sentence, Token


def token(form: str, head: int, deprel: str = "dep", *, space: bool = True, upos: str = "NOUN") -> Token:
    return Token(form, form.lower(), upos, (), head, deprel, space)


QUOTED = Sentence("ours", (
    token("L'", 1, space=False), token("émissaire", 2), token("répète", 2, "root", upos="VERB"), token('"', 4, space=False),
    token("non", 2, space=False), token('"', 4, space=False), token(".", 2, space=False, upos="PUNCT"),
))  # fmt: skip


def test_apostrophes_and_quotes_change_together_with_their_blanks() -> None:
    assert with_apostrophes(QUOTED, "’").text == 'L’émissaire répète "non".'
    assert with_quotes(QUOTED, ("«", "»")).text == "L'émissaire répète « non »."
    assert with_quotes(QUOTED, ("“", "”")).text == "L'émissaire répète “non”."


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("language", ["fr", "en"])
def test_print_keeps_the_tree(seed: int, language: str) -> None:
    shown = printed(QUOTED, language, Random(seed))
    assert [(t.head, t.deprel) for t in shown.tokens] == [(t.head, t.deprel) for t in QUOTED.tokens]


@pytest.mark.parametrize("seed", range(10))
def test_a_heading_has_no_full_stop(seed: int) -> None:
    heading = as_heading(QUOTED, Random(seed))
    assert heading.text[-1] != "."
    assert len(heading.tokens) == len(QUOTED.tokens) - 1


def test_figures_are_spaced_and_then_cut_into_a_flat_number() -> None:
    number = Sentence("ours", (token("12000", 1, "nummod", upos="NUM"), token("obus", 1, "root")))
    spaced = with_spaced_figures(number)
    assert spaced.text == "12 000 obus"
    cut = split_at_blanks(spaced).tokens
    assert [(t.form, t.head, t.deprel) for t in cut] == [("12", 2, "nummod"), ("000", 0, "flat"), ("obus", 2, "root")]
