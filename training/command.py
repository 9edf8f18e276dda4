"""The command line of the training room."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import spacy

from dragoman.pipelines.lemma import correct_lemma
from training.evaluate import MEASURES, Scores, score_treebank
from training.lexicon import find_exceptions, write_table
from training.pipeline import SHIPPED, train_pipeline, training_sentences
from training.ship import ship

TESTS = {
    "fr": ("fr_sequoia-ud-test", "fr_gsd-ud-test", "fr_pud-ud-test"),
    "en": ("en_ewt-ud-test", "en_gum_free-ud-test", "en_pud-ud-test"),
}
VERSION = "1.0.0"


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and run what it asks for."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("language", choices=tuple(TESTS))
    parser.add_argument("--only", choices=("score", "lemmas", "ship"), help="do this alone; all is done if left out")
    parser.add_argument("--treebanks", default="../shared/treebanks", help="folder of the treebanks")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for checkpoints")
    parser.add_argument("--pipeline", type=Path, help="pipeline to score or ship; the shipped one if left out")
    parser.add_argument("--by-relation", action="store_true", help="also print each relation's scores")
    options = parser.parse_args(arguments)
    target = SHIPPED / options.language
    source = options.pipeline or target
    if options.only is None:
        ship(train_pipeline(options.language, options.treebanks, options.work), target, VERSION)
    if options.only == "ship":
        ship(spacy.load(source), target, VERSION)
    if options.only in (None, "lemmas"):
        write_lemmas(options.language, options.treebanks)
    if options.only in (None, "score"):
        print_scores(spacy.load(source), options.language, options.treebanks, options.by_relation)


def write_lemmas(language: str, treebanks: str) -> None:
    """Make the lemma table of a shipped pipeline anew."""
    exceptions = find_exceptions(training_sentences(language, treebanks), language)
    write_table(exceptions, language, SHIPPED / language / "lemmas.tsv")


def print_scores(nlp: Any, language: str, treebanks: str, by_relation: bool) -> None:
    """A table of F1 from raw text, one row a test file; lemmas are those that the package corrects."""

    def lemma_of(token: Any) -> str:
        return correct_lemma(language, token.text, token.pos_, token.lemma_)

    rows = ["| test | " + " | ".join(MEASURES) + " | words a second |", "| --- |" + " --- |" * (len(MEASURES) + 1)]
    for name in TESTS[language]:
        scores = score_treebank(nlp, Path(treebanks) / language / f"{name}.conllu", language, lemma_of)
        values = " | ".join(f"{scores.f1[m]:.1f}" for m in MEASURES)
        rows.append(f"| {name} | {values} | {scores.words / scores.seconds:,.0f} |")
        rows += relation_rows(scores) if by_relation else []
    sys.stdout.write("\n".join(rows) + "\n")


def relation_rows(scores: Scores) -> list[str]:
    """Precision and recall of each relation, the most frequent first."""
    ordered = sorted(scores.by_relation.items(), key=lambda item: -item[1][2])
    return [
        f"    {name}: precision {100 * right / max(made, 1):.0f}, recall {100 * right / max(wanted, 1):.0f} of {wanted}"
        for name, (right, made, wanted) in ordered
        if wanted
    ]
