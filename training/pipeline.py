"""Trains one pipeline from its configuration and keeps what a reader of news needs of it."""

from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config
from thinc.api import Config

import training.tokenizer  # noqa: F401  registers what the configuration names
from training.conllu import Sentence
from training.corpus import read_training_sentences

HOME = Path(__file__).parent
SHIPPED = HOME.parent / "src" / "dragoman" / "pipelines"

# The first stage learns fast and stops with its learning rate still high; what it leaves is a place to begin. Its own
# settings: steps are batches, sizes are words.
FIRST_STAGE: dict[str, Any] = {
    "training.max_steps": 3600,
    "training.optimizer.learn_rate.total_steps": 9000,
    "training.batcher.size.start": 400,
    "training.batcher.size.compound": 1.0008,
}


def configuration(language: str, overrides: dict[str, Any]) -> Config:
    """The language's configuration file with some values replaced, not yet interpolated."""
    return load_config(HOME / f"{language}.cfg", overrides=overrides, interpolate=False)


def train_stage(config: Config, output: Path, start: Path | None = None) -> Path:
    """Folder of the best pipeline of a run: `output`/model-best.

    start: a pipeline of an earlier stage; its word encoder (tok2vec) is where this stage's begins.
    """
    output.mkdir(parents=True, exist_ok=True)
    # A corpus that never ends would give spaCy the labels of its first 100 paragraphs alone: "nummod" was not among
    # them. So labels are read as from a finite corpus, and only the training itself streams.
    config["training"]["max_epochs"] = 0
    nlp = init_nlp(config)
    nlp.config["training"]["max_epochs"] = -1
    if start is not None:
        nlp.get_pipe("tok2vec").model.from_bytes(spacy.load(start).get_pipe("tok2vec").model.to_bytes())
    train(nlp, output, use_gpu=-1)
    return output / "model-best"


def train_pipeline(language: str, treebanks: str, work: Path) -> Language:
    """Both stages. `work` receives the checkpoints of each."""
    where = {"paths.treebanks": treebanks}
    first = train_stage(configuration(language, where | FIRST_STAGE), work / f"{language}-first")
    return spacy.load(train_stage(configuration(language, where), work / f"{language}-second", first))


def training_sentences(language: str, treebanks: str) -> list[Sentence]:
    """All sentences that the language's configuration names for training, once each."""
    files = configuration(language, {})["corpora"]["train"]["files"]
    return [s for name in files for s in read_training_sentences(Path(treebanks) / name, language)]
