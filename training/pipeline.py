"""Trains one pipeline from its configuration and keeps what a reader of news needs of it."""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import training.corpus
import training.tokenizer  # noqa: F401  both register what the configuration names

HOME = Path(__file__).parent


def train_pipeline(language: str, output: Path, overrides: dict[str, Any]) -> Language:
    """The best pipeline of a run; `output` keeps it as model-best, the last step as model-last."""
    config = load_config(HOME / f"{language}.cfg", overrides=overrides, interpolate=False)
    output.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(config)
    train(nlp, output, use_gpu=-1)
    return spacy.load(output / "model-best")
