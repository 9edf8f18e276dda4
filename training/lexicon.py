"""Makes `lemmas.tsv` of a pipeline: what the treebanks say of a form with one tag, where the rules would err."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import simplemma

from dragoman.pipelines.lemma import lemma_without_table
from training.conllu import Sentence

MIN_SHARE = 0.8  # of a form's occurrences with one tag: below it the sentence decides, so the pipeline keeps its say
SPELLED = frozenset({"PROPN", "X", "SYM", "PUNCT", "NUM"})
HEAD = """# Lemmas that a lexicon and regular endings do not give: lower-case form, UPOS, lemma.
# Source: the training treebanks named in MODEL_CARD.md; licence: as the weights. Made by: python -m training {} --only lemmas
"""


def find_exceptions(sentences: Iterable[Sentence], language: str) -> Mapping[tuple[str, str], str]:
    """Form and tag to the treebanks' lemma, for each pair that the rules alone would get wrong."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.upos not in SPELLED and token.lemma not in ("", "_") and " " not in token.form:
                seen[token.form.replace("’", "'").lower(), token.upos][token.lemma] += 1
    exceptions = {}
    for (form, upos), lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        settled = count / lemmas.total() >= MIN_SHARE and is_wordlike(form, lemma)
        proposals = (form, form[:-1])  # what a trained lemmatizer may propose at its most timid
        if (
            settled
            and not is_made_up(language, form, upos, lemma)
            and any(lemma_without_table(language, form, upos, p) != lemma for p in proposals)
        ):
            exceptions[form, upos] = lemma
    return exceptions


def is_made_up(language: str, form: str, upos: str, lemma: str) -> bool:
    """True of a verb that no lexicon has while it knows the form: a treebank's own slip ("freed" is not of "fre")."""
    known = simplemma.is_known(form, lang=language)
    return upos == "VERB" and known and not simplemma.is_known(lemma, lang=language)


def is_wordlike(form: str, lemma: str) -> bool:
    """True where neither is a scrap of mark-up or a slip of the keyboard that would teach a wrong rule."""
    return all(part.isalpha() for word in (form, lemma) for part in word.replace("'", " ").replace("-", " ").split())


def write_table(exceptions: Mapping[tuple[str, str], str], language: str, path: Path) -> None:
    """The table as tab-separated text in a fixed order."""
    rows = "".join(f"{form}\t{upos}\t{lemma}\n" for (form, upos), lemma in sorted(exceptions.items()))
    path.write_text(HEAD.format(language) + rows, encoding="utf-8")
