"""The encoders that are shipped, for tests of them."""

from __future__ import annotations

from pathlib import Path

import dragoman.pipelines
from dragoman.pipelines import SHIPPED, has_encoder

ENCODERS = tuple(language for language in SHIPPED if has_encoder(language))


def weights_of(language: str) -> Path:
    return Path(dragoman.pipelines.__file__).parent / "encoder" / "weights" / language
