"""From files, folders and corpora to documents. A bad input becomes a row that says why; a bug stops the run."""

from __future__ import annotations

from dragoman.intake.inputs import read_inputs
from dragoman.intake.options import IntakeOptions

__all__ = ["IntakeOptions", "read_inputs"]
