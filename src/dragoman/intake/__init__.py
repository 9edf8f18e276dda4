"""From files, folders, archives, feeds and addresses to documents. A bad input becomes a row that says why; a bug stops the run."""

from __future__ import annotations

from dragoman.intake.inputs import read_inputs
from dragoman.intake.options import IntakeOptions
from dragoman.intake.parcel import Means

__all__ = ["IntakeOptions", "Means", "read_inputs"]
