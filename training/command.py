"""The command line of the training room."""

import argparse
from pathlib import Path

from training.pipeline import train_pipeline


def main() -> None:
    """Parse the command line and run what it asks for."""
    parser = argparse.ArgumentParser(prog="python -m training")
    parser.add_argument("language", choices=("fr", "en"))
    parser.add_argument("--treebanks", default="../shared/treebanks")
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--seed", type=int)
    options = parser.parse_args()
    overrides: dict[str, object] = {"paths.treebanks": options.treebanks}
    if options.steps:
        overrides["training.max_steps"] = options.steps
    train_pipeline(options.language, options.output, overrides)
